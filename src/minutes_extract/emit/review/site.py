"""The index of a folder: its meetings in a table, and what they come to in charts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from minutes_extract.emit.review.render import render
from minutes_extract.emit.review.summary import Summary
from minutes_extract.emit.review.words import long_date, percentages
from minutes_extract.link import Appearance, Series, link_people, series

_MOST = 15  # bars of a chart that are shown at once; the others unfold

_KINDS = {"resolution": "resolved", "recommendation": "recommended", "none": "saying that nothing was decided"}


@dataclass(frozen=True, slots=True)
class Failed:
    """An input without a page, and why."""

    name: str
    message: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: its name, more about it, and the numbers of its parts in the order of the chart's legend."""

    name: str
    more: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with the names of their parts. `hint` says what is counted."""

    id: str
    title: str
    hint: str
    legend: tuple[tuple[str, str], ...]
    bars: list[Bar]

    @property
    def longest(self) -> int:
        return max((sum(bar.parts) for bar in self.bars), default=0)

    @property
    def shown(self) -> list[Bar]:
        return self.bars[:_MOST]

    @property
    def rest(self) -> list[Bar]:
        return self.bars[_MOST:]


def index(meetings: Sequence[Summary], failed: Sequence[Failed]) -> str:
    """The page that lists all meetings, the latest first, and what could not be read."""
    ordered = sorted(meetings, key=lambda meeting: (meeting.date or "", meeting.name), reverse=True)
    charts = [_attendance(meetings), _decisions(meetings), _actions(meetings)]
    return render(
        "site.html",
        ("base.css", "site.css"),
        ("base.js", "site.js"),
        meetings=ordered,
        failed=failed,
        charts=[chart for chart in charts if chart.bars],
        totals=[
            (sum(getattr(meeting, name) for meeting in meetings), name) for name in ("decisions", "actions", "warnings")
        ],
        span=_span(meetings),
        long_date=long_date,
        percentages=percentages,
    )


def _span(meetings: Iterable[Summary]) -> tuple[str, str] | None:
    dates = sorted(meeting.date for meeting in meetings if meeting.date)
    return (dates[0], dates[-1]) if dates else None


def _attendance(meetings: Sequence[Summary]) -> Chart:
    """By person, of those whom at least one meeting lists as a member of its body."""
    bars = []
    for name, more, states in _people(meetings):
        counted = Counter(states)
        parts = (counted["present"], counted["apologies"], counted["absent"])
        if sum(parts):
            bars.append(Bar(name, more, parts))
    bars.sort(key=lambda bar: (-sum(bar.parts), -bar.parts[0], bar.name))
    hint = "Meetings that list the person as a member of the body. Names are joined across the meetings of one council."
    legend = (("present", "present"), ("apologies", "apologies"), ("absent", "absent"))
    return Chart("attendance", "Attendance by person", hint, legend, bars)


def _people(meetings: Sequence[Summary]) -> Iterator[tuple[str, str, list[str | None]]]:
    """Name, council and the attendance at each meeting of everyone, one human once."""
    councils: defaultdict[tuple[str | None, str], list[tuple[int, Series]]] = defaultdict(list)
    for k, meeting in sorted(enumerate(meetings), key=lambda pair: (pair[1].date or "", pair[1].name)):
        one = series(meeting.organization, meeting.body, meeting.name)
        councils[one.council, one.folder].append((k, one))
    several = len({_council(meeting) for meeting in meetings}) > 1
    for places in councils.values():
        people = link_people((one, who) for k, one in places for who in _appearances(k, meetings[k])).people
        states = {(str(k), person[0]): person[5] for k, _ in places for person in meetings[k].people}
        for person in people:
            called = " ".join(part for part in (person.title, person.name) if part) or person.post or "?"
            first = meetings[int(person.appearances[0][0].meeting)]
            attended = [states.get((one.meeting, one.person)) for one, _ in person.appearances]
            yield called, _council(first) if several else "", attended


def _appearances(k: int, meeting: Summary) -> Iterator[Appearance]:
    for ref, name, title, roles, kind, _ in meeting.people:
        yield Appearance(str(k), ref, name, title, tuple(roles), kind)


def _council(meeting: Summary) -> str:
    """What tells one meeting's people from those of another: the council, or the body where none is named."""
    return meeting.organization or meeting.title


def _decisions(meetings: Iterable[Summary]) -> Chart:
    counted: Counter[str] = Counter()
    for meeting in meetings:
        counted.update(meeting.verbs)
    bars = [Bar(verb, "", (number,)) for verb, number in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]
    kinds: Counter[str] = Counter()
    for meeting in meetings:
        kinds.update(meeting.kinds)
    told = ", ".join(f"{number} {_KINDS[kind]}" for kind, number in kinds.most_common())
    hint = f"Points of decisions by what was done, from the verb of each. Decisions in all: {told}."
    return Chart("decisions", "Decisions by kind", hint, (("decision", "points"),), bars)


def _actions(meetings: Sequence[Summary]) -> Chart:
    """By owner, the clerk of one council apart from that of another."""
    dates: defaultdict[tuple[str, str], list[str | None]] = defaultdict(list)
    for meeting in meetings:
        for owners, due in meeting.owing:
            for owner in owners or ["Nobody named"]:
                dates[owner, _council(meeting)].append(due)
    several = len({council for _, council in dates}) > 1
    bars = [_owner(owner, council if several else "", dues) for (owner, council), dues in dates.items()]
    bars.sort(key=lambda bar: (-sum(bar.parts), bar.name))
    hint = (
        "Actions that no status calls done. Whether they were done since, the minutes of their own meeting do not say."
    )
    return Chart(
        "actions", "Actions outstanding by owner", hint, (("dated", "with a date"), ("undated", "without")), bars
    )


def _owner(name: str, council: str, dues: list[str | None]) -> Bar:
    dated = sorted(due for due in dues if due)
    first = [f"first due {long_date(dated[0])}"] if dated else []
    more = " · ".join([council, *first] if council else first)
    return Bar(name, more, (len(dated), len(dues) - len(dated)))
