"""Records to make tables of: those of the samples, and one small meeting whose every row can be told by heart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes_extract.emit.json import to_json
from minutes_extract.emit.tables.store import Store
from minutes_extract.pipeline import extract
from minutes_extract.source import read_path

SAMPLES = Path(__file__).parents[3] / "samples"

Record = tuple[str, str]
"""The JSON of a record and the text that its spans count."""

MEETING = """Gullhaven Parish Council

Minutes of the meeting held in the Net Loft on Tuesday {day} 2022 at 7.30 pm

Present: Cllr Ada Quill (Chair), Cllr Ben Marsh and Cllr Ivy Penn

Apologies: Cllr Tom Oduya

41. Declarations of interest

Cllr Marsh declared a personal interest in item 42 as a berth holder, and remained in the meeting.

42. Harbour wall

Proposed by Cllr Marsh, seconded by Cllr Penn and RESOLVED (2:1):
(i) That the wall be repaired; and
(ii) That the thanks of the Council be sent to the school.

The Clerk agreed to obtain three quotations by 1 June 2022.
"""


def read(text: str, name: str) -> Record:
    return to_json(extract(text, name=name), None), text


@pytest.fixture(scope="session")
def april() -> Record:
    return read(MEETING.format(day="5 April"), "2022/april.txt")


@pytest.fixture(scope="session")
def may() -> Record:
    return read(MEETING.format(day="3 May").replace("41. ", "Cllr Penn arrived at 7.40 pm.\n\n41. "), "2022/may.txt")


@pytest.fixture(scope="session")
def samples() -> list[Record]:
    """The record and the text of every sample."""
    read = [read_path(path, path.name) for path in sorted(SAMPLES.glob("*.txt"))]
    assert len(read) > 10
    return [(to_json(extract(source), None), source.text) for source in read]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "minutes.db")
    yield made
    made.close()


@pytest.fixture
def filled(store: Store, april: Record, may: Record) -> Store:
    """April and May, with people settled."""
    store.put(*april)
    store.put(*may)
    store.settle()
    return store
