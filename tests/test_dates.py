"""Dates and times as minutes print them; what the text does not determine is not guessed."""

from __future__ import annotations

import pytest

from minutes_extract.dates import dates, times


@pytest.mark.parametrize(
    ("text", "printed", "iso"),
    [
        pytest.param("held on 4 May 2022 at", "4 May 2022", "2022-05-04", id="day first"),
        pytest.param("on 4th May, 2022", "4th May, 2022", "2022-05-04", id="ordinal and comma"),
        pytest.param("Wednesday 4th of May 2022", "Wednesday 4th of May 2022", "2022-05-04", id="weekday"),
        pytest.param("Wednesday, the 4th day of May 2022", None, "2022-05-04", id="the fourth day of"),
        pytest.param("May 4, 2022", "May 4, 2022", "2022-05-04", id="month first"),
        pytest.param("Sept. 1, 2022", "Sept. 1, 2022", "2022-09-01", id="short month"),
        pytest.param("04/05/2022", "04/05/2022", "2022-05-04", id="figures are British"),
        pytest.param("4.5.22", "4.5.22", "2022-05-04", id="short year"),
        pytest.param("on 4/5/22.", "4/5/22", "2022-05-04", id="at the end of a sentence"),
        pytest.param('28" April, 2014', '28" April, 2014', "2014-04-28", id="ordinal misread as a quote"),
        pytest.param("1* April, 2014", "1* April, 2014", "2014-04-01", id="ordinal misread as a star"),
        pytest.param("Wednesday14th November2018", "Wednesday14th November2018", "2018-11-14", id="words run together"),
        pytest.param("Tuesday 8thMarch2011", "Tuesday 8thMarch2011", "2011-03-08", id="ordinal and month run together"),
        pytest.param("on 2022-05-04", "2022-05-04", "2022-05-04", id="year first"),
        pytest.param("4 May '22", "4 May '22", "2022-05-04", id="year with an apostrophe"),
        pytest.param("25/Jun/2011", "25/Jun/2011", "2011-06-25", id="month named between strokes"),
        pytest.param("4-May-2022", "4-May-2022", "2022-05-04", id="month named between dashes"),
        pytest.param("HELD 2014 September 22 AT 9", "2014 September 22", "2014-09-22", id="year first, month named"),
        pytest.param("31 June 2022", "31 June 2022", None, id="no such day"),
        pytest.param("05/13/2022", "05/13/2022", "2022-05-13", id="figures that allow one order only"),
        pytest.param("13/13/2022", "13/13/2022", None, id="no such month"),
        pytest.param("6.00pm4 May 2022", "4 May 2022", "2022-05-04", id="time and day run together"),
        pytest.param("04/May/2022", "04/May/2022", "2022-05-04", id="month between strokes"),
        pytest.param("04-May-2022", "04-May-2022", "2022-05-04", id="month between dashes"),
        pytest.param("held 2022 May 4 at", "2022 May 4", "2022-05-04", id="year and month first"),
        pytest.param("4 May", "4 May", None, id="no year"),
    ],
)
def test_a_date(text: str, printed: str | None, iso: str | None) -> None:
    (found,) = dates(text)
    assert found.iso == iso
    if printed is not None:
        assert text[found.start : found.end].strip() == printed


@pytest.mark.parametrize(
    ("text", "after", "iso"),
    [
        ("4 June", "2022-05-04", "2022-06-04"),
        ("4 May", "2022-05-04", "2022-05-04"),
        ("4 March", "2022-05-04", "2023-03-04"),
        ("29 February", "2023-05-04", "2024-02-29"),
    ],
)
def test_a_date_without_a_year_is_the_next_such_day(text: str, after: str, iso: str) -> None:
    assert [found.iso for found in dates(text, after=after)] == [iso]


@pytest.mark.parametrize(
    ("text", "years", "iso"),
    [
        ("Wednesday 4 May", (2022,), "2022-05-04"),
        ("Wed. 4th May", (2021, 2022, 2023), "2022-05-04"),
        ("Tuesday 4 May", (2022,), None),
        ("Wednesday 4 May", (2016, 2022), None),
        ("4 May", (2022,), None),
    ],
)
def test_a_date_without_a_year_is_settled_by_its_day_of_the_week(
    text: str, years: tuple[int, ...], iso: str | None
) -> None:
    assert [found.iso for found in dates(text, years=years)] == [iso]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("05/04/2022 and 05/18/2022", ["2022-05-04", "2022-05-18"]),
        ("05/04/2022 and 18/05/2022", ["2022-04-05", "2022-05-18"]),
        ("05/04/2022, 05/18/2022 and 18/05/2022", ["2022-04-05", "2022-05-18", "2022-05-18"]),
    ],
)
def test_dates_in_figures_have_one_order_in_a_text(text: str, iso: list[str]) -> None:
    assert [found.iso for found in dates(text)] == iso


@pytest.mark.parametrize(
    "text", ["22/045/FUL", "1.2.3.4", "2022-05-041", "in May 2022", "paragraph 4.5", "the 4th item", "section 12/4"]
)
def test_what_is_no_date(text: str) -> None:
    assert list(dates(text)) == []


def test_dates_in_a_stretch_of_the_text() -> None:
    text = "4 May 2022, 5 May 2022, 6 May 2022"
    assert [found.iso for found in dates(text, 10, 24)] == ["2022-05-05"]


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        pytest.param("at 7.30 pm", "19:30", id="stop"),
        pytest.param("at 7:30p.m.", "19:30", id="colon"),
        pytest.param("at 7.30.pm", "19:30", id="stop before the half of the day"),
        pytest.param("at 7:00 O'CLOCK P.M.", "19:00", id="of the clock"),
        pytest.param("at 730pm", "19:30", id="no stop"),
        pytest.param("at 7pm", "19:00", id="hour"),
        pytest.param("at 12.15 am", "00:15", id="past midnight"),
        pytest.param("at 12.15 pm", "12:15", id="past noon"),
        pytest.param("at 19:30", "19:30", id="24 hours"),
        pytest.param("19.30 hours", "19:30", id="hours"),
        pytest.param("at 1834", "18:34", id="military"),
        pytest.param("4 May, 1900hrs", "19:00", id="military without a word before it"),
        pytest.param("at 12 noon", "12:00", id="noon"),
        pytest.param("at midday", "12:00", id="midday"),
    ],
)
def test_a_time(text: str, clock: str) -> None:
    assert [found.clock for found in times(text)] == [clock]


@pytest.mark.parametrize(
    "text",
    [
        "at 7.75 pm",
        "in 1834 houses",
        "built in 1830",
        "ratio 3:1",
        "at 27:30",
        "on 4.5.22",
        "£7.50",
        "$12.30 each",
        "by 7.50%",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert list(times(text)) == []
