"""The index of a folder: its meetings in a table, and what they come to in charts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from minutes_extract.emit.review.brief import Brief
from minutes_extract.emit.review.render import render
from minutes_extract.emit.review.together import Council, councils
from minutes_extract.emit.review.words import long_date, percentages

_MOST = 15  # bars of a chart, and outstanding actions, that are shown at once; the others unfold

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


def index(meetings: Sequence[Brief], failed: Sequence[Failed]) -> str:
    """The page that lists all meetings, the latest first, what they show together, and what could not be read."""
    ordered = sorted(meetings, key=lambda meeting: (meeting.date or "", meeting.name), reverse=True)
    together = list(councils(meetings))
    outstanding = [one for council in together for one in council.outstanding]
    outstanding.sort(key=lambda one: (one.action.due or "9999", one.meeting.date or "9999"))
    charts = [_attendance(together), _decisions(meetings), _actions(together)]
    return render(
        "site.html",
        ("base.css", "site.css"),
        ("base.js", "site.js"),
        meetings=ordered,
        failed=failed,
        charts=[chart for chart in charts if chart.bars],
        outstanding=(outstanding[:_MOST], outstanding[_MOST:]),
        totals=_totals(meetings),
        span=_span(meetings),
        long_date=long_date,
        percentages=percentages,
    )


def _totals(meetings: Iterable[Brief]) -> list[tuple[int, str]]:
    counts = Counter[str]()
    for meeting in meetings:
        counts.update(decisions=meeting.decisions, actions=len(meeting.actions), warnings=meeting.warnings)
    return [(counts[name], name) for name in ("decisions", "actions", "warnings")]


def _span(meetings: Iterable[Brief]) -> tuple[str, str] | None:
    dates = sorted(meeting.date for meeting in meetings if meeting.date)
    return (dates[0], dates[-1]) if dates else None


def _attendance(together: Sequence[Council]) -> Chart:
    """By person, of those whom at least one meeting lists as a member of its body."""
    bars = []
    for council in together:
        for person in council.people:
            counted = Counter(person.states)
            parts = (counted["present"], counted["apologies"], counted["absent"])
            if sum(parts):
                bars.append(Bar(person.who, council.name if len(together) > 1 else "", parts))
    bars.sort(key=lambda bar: (-sum(bar.parts), -bar.parts[0], bar.name))
    hint = "Meetings that list the person as a member of the body. Names are joined across the meetings of one council."
    legend = (("present", "present"), ("apologies", "apologies"), ("absent", "absent"))
    return Chart("attendance", "Attendance by person", hint, legend, bars)


def _decisions(meetings: Iterable[Brief]) -> Chart:
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


def _actions(together: Sequence[Council]) -> Chart:
    """By owner, the clerk of one council apart from that of another."""
    bars = []
    for council in together:
        dues: defaultdict[str, list[str | None]] = defaultdict(list)
        for one in council.outstanding:
            for owner in one.owners or ("Nobody named",):
                dues[owner].append(one.action.due)
        bars += [_owner(owner, council.name if len(together) > 1 else "", due) for owner, due in dues.items()]
    bars.sort(key=lambda bar: (-sum(bar.parts), bar.name))
    hint = (
        "Actions that neither a status nor a later meeting of the body calls done; owners are joined across meetings."
    )
    legend = (("dated", "with a date"), ("undated", "without"))
    return Chart("actions", "Actions outstanding by owner", hint, legend, bars)


def _owner(name: str, council: str, dues: list[str | None]) -> Bar:
    dated = sorted(due for due in dues if due)
    first = [f"first due {long_date(dated[0])}"] if dated else []
    more = " · ".join([council, *first] if council else first)
    return Bar(name, more, (len(dated), len(dues) - len(dated)))
