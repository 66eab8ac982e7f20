"""What only several meetings show: people, actions taken up again, minutes approved."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_extract.emit.tables.store import Store
from tests.emit.tables.conftest import read

MAY = """Gullhaven Parish Council

Minutes of the meeting held in the Net Loft on Tuesday 3 May 2022 at 7.30 pm

Present: Cllr Ada Quill (Chair), Cllr Ben Marsh and Cllr Ivy Penn

41. Footpaths

Cllr Marsh agreed to order a finger post for the Mill Lane footpath.
"""
JUNE = """Gullhaven Parish Council

Minutes of the meeting held in the Net Loft on Tuesday 7 June 2022 at 7.30 pm

Present: Cllr A. Quill (Chair), Cllr Marsh and Cllr Ivy Penn

Apologies: Cllr Tom Penn

51. Minutes

The minutes of the meeting of 3 May were approved and signed.

52. Matters arising

The finger post for the Mill Lane footpath has been ordered.

53. Declarations of interest

Cllr Penn declared a personal interest in item 54 as a berth holder.
"""
ELSEWHERE = MAY.replace("Gullhaven", "Netherby")


def across(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every table that is written at the end of a run."""
    ask = store.connection.execute
    return {
        "people": ask("SELECT id, name FROM people WHERE name IS NOT NULL ORDER BY id").fetchall(),
        "why": ask(
            "SELECT meeting, name, person_why FROM attendance WHERE person_why != 'first' ORDER BY id"
        ).fetchall(),
        "followed": ask("SELECT state, date FROM action_history ORDER BY date").fetchall(),
        "approved": ask("SELECT meeting, approved FROM approvals").fetchall(),
        "open": ask("SELECT owner, meeting FROM open_actions").fetchall(),
    }


def put(store: Store, **documents: str) -> None:
    for name, text in documents.items():
        store.put(*read(text, f"{name}.txt"))
    store.settle()


def test_one_meeting(store: Store) -> None:
    put(store, may=MAY)
    found = across(store)
    assert [name for _, name in found["people"]] == ["Ada Quill", "Ben Marsh", "Ivy Penn"]
    assert found["open"] == [("Ben Marsh", "may.txt")]
    assert found["followed"] == [("raised", "2022-05-03")]
    assert (found["why"], found["approved"]) == ([], [])


def test_two_meetings_of_one_council(store: Store) -> None:
    put(store, june=JUNE, may=MAY)
    assert across(store) == {
        "people": [
            ("gullhaven-parish-council/ada-quill", "Ada Quill"),
            ("gullhaven-parish-council/ben-marsh", "Ben Marsh"),
            ("gullhaven-parish-council/ivy-penn", "Ivy Penn"),
            ("gullhaven-parish-council/tom-penn", "Tom Penn"),
        ],
        "why": [
            ("june.txt", "A. Quill", "fuller_name"),
            ("june.txt", "Marsh", "surname"),
            ("june.txt", "Ivy Penn", "same_name"),
        ],
        "followed": [("raised", "2022-05-03"), ("done", "2022-06-07")],
        "approved": [("june.txt", "may.txt")],
        "open": [],
    }
    sources = store.connection.execute("SELECT words FROM facts WHERE kind = 'followed_actions'").fetchall()
    assert sources == [("The finger post for the Mill Lane footpath has been ordered.",)]


@pytest.mark.parametrize("later", [{"june": JUNE}, {"june": JUNE, "may": MAY}], ids=["added", "all anew"])
def test_the_order_in_which_documents_come_makes_no_difference(
    store: Store, tmp_path: Any, later: dict[str, str]
) -> None:
    put(store, may=MAY)
    put(store, **later)
    other = Store(tmp_path / "other.db")
    put(other, june=JUNE, may=MAY)
    assert across(store) == across(other)
    assert store.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    other.close()


def test_another_council_has_people_of_its_own(store: Store) -> None:
    put(store, may=MAY, elsewhere=ELSEWHERE)
    assert [key for key, name in across(store)["people"] if name == "Ivy Penn"] == [
        "gullhaven-parish-council/ivy-penn",
        "netherby-parish-council/ivy-penn",
    ]


def test_a_meeting_that_goes_takes_its_links_along(store: Store) -> None:
    put(store, may=MAY, june=JUNE)
    store.connection.execute("DELETE FROM sources WHERE name = 'may.txt'")
    put(store, june=JUNE)
    found = across(store)
    assert (found["followed"], found["approved"]) == ([], [])
    assert [name for _, name in found["people"]] == ["A. Quill", "Ivy Penn", "Marsh", "Tom Penn"]


def test_who_it_could_be_is_listed(store: Store) -> None:
    put(
        store,
        may=MAY.replace("Ivy Penn", "Ivy Penn, Cllr Tom Penn"),
        june=JUNE.replace("Ivy Penn", "Penn").replace("Tom Penn", "Orr"),
    )
    doubts = store.connection.execute("SELECT attendee, candidate FROM ambiguous_people ORDER BY id").fetchall()
    assert [candidate for _, candidate in doubts] == [
        "gullhaven-parish-council/ivy-penn",
        "gullhaven-parish-council/tom-penn",
    ]
    assert len({attendee for attendee, _ in doubts}) == 1


def test_a_name_that_its_own_minutes_leave_open(store: Store) -> None:
    put(store, may=MAY)
    store.connection.execute("UPDATE owners SET attendee = NULL, name = 'BM'")
    store.connection.execute("UPDATE meetings SET series = NULL")
    store.settle()
    assert across(store)["open"] == [("Ben Marsh", "may.txt")]
