"""Time expressions: what is found, in which words, and which days it covers."""

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.claims.times import TimeExpression, find_times, last_told, to_time
from counterclaim.lexicon.times import time_words
from counterclaim.records import Span, Time
from counterclaim.text.words import words

TUESDAY = date(2023, 5, 9)  # of publication


def read(text: str, published: date | None = TUESDAY, **parse: Any) -> list[TimeExpression]:
    return find_times([span.of(text) for span in words(text)], published, **parse)


def days(text: str, published: date | None = TUESDAY, **parse: Any) -> list[tuple[str | None, str | None]]:
    return [(e.start_day, e.end_day) for e in read(text, published, **parse)]


# The text; the words that are the expression; its days; its value; what it was resolved against.
RESOLVED = [
    ("talks on Monday", "Monday", "2023-05-08 2023-05-08", "2023-05-08", "published"),
    ("talks on Tuesday", "Tuesday", "2023-05-09 2023-05-09", "2023-05-09", "published"),
    ("shelled on Monday night", "Monday night", "2023-05-08 2023-05-08", "2023-05-08TNI", "published"),
    ("met last Tuesday", "last Tuesday", "2023-05-02 2023-05-02", "2023-05-02", "published"),
    ("this Friday", "this Friday", "2023-05-12 2023-05-12", "2023-05-12", "published"),
    ("next Tuesday", "next Tuesday", "2023-05-16 2023-05-16", "2023-05-16", "published"),
    ("Friday of last week", "Friday of last week", "2023-05-05 2023-05-05", "2023-05-05", "published"),
    ("next week", "next week", "2023-05-15 2023-05-21", "2023-W20", "published"),
    ("last week", "last week", "2023-05-01 2023-05-07", "2023-W18", "published"),
    ("last month", "last month", "2023-04-01 2023-04-30", "2023-04", "published"),
    ("this year", "this year", "2023-01-01 2023-12-31", "2023", "published"),
    ("over the weekend", "the weekend", "2023-05-06 2023-05-07", "2023-W18-WE", "published"),
    ("last October", "last October", "2022-10-01 2022-10-31", "2022-10", "published"),
    ("last May", "last May", "2022-05-01 2022-05-31", "2022-05", "published"),
    ("next May", "next May", "2024-05-01 2024-05-31", "2024-05", "published"),
    ("in October", "October", "2022-10-01 2022-10-31", "2022-10", "published"),
    ("March last year", "March last year", "2022-03-01 2022-03-31", "2022-03", "published"),
    ("in Oct. 2020", "Oct. 2020", "2020-10-01 2020-10-31", "2020-10", "stated"),
    ("on October 18, 2020", "October 18, 2020", "2020-10-18 2020-10-18", "2020-10-18", "stated"),
    ("on Sunday, 18 October 2020", "Sunday, 18 October 2020", "2020-10-18 2020-10-18", "2020-10-18", "stated"),
    ("on 18 Oct", "18 Oct", "2022-10-18 2022-10-18", "2022-10-18", "published"),
    ("on Oct. 7", "Oct. 7", "2022-10-07 2022-10-07", "2022-10-07", "published"),
    ("on the 7th of May", "the 7th of May", "2023-05-07 2023-05-07", "2023-05-07", "published"),
    ("on 14 May", "14 May", "2023-05-14 2023-05-14", "2023-05-14", "published"),  # not the one of a year before
    ("dated 2020-10-18", "2020-10-18", "2020-10-18 2020-10-18", "2020-10-18", "stated"),
    ("dated 3/10/2020", "3/10/2020", "2020-10-03 2020-10-03", "2020-10-03", "stated"),
    ("dated 10/18/2020", "10/18/2020", "2020-10-18 2020-10-18", "2020-10-18", "stated"),
    ("dated 18.10.2020", "18.10.2020", "2020-10-18 2020-10-18", "2020-10-18", "stated"),
    ("dated 18-10-2020", "18-10-2020", "2020-10-18 2020-10-18", "2020-10-18", "stated"),
    ("dated 18/10/98", "18/10/98", "1998-10-18 1998-10-18", "1998-10-18", "stated"),
    ("in 2021", "2021", "2021-01-01 2021-12-31", "2021", "stated"),
    ("in early 2022", "early 2022", "2022-01-01 2022-04-30", "2022", "stated"),
    ("in late March", "late March", "2023-03-21 2023-03-31", "2023-03", "published"),
    ("in mid-2019", "mid-2019", "2019-05-01 2019-08-31", "2019", "stated"),
    ("in mid-March", "mid-March", "2023-03-11 2023-03-20", "2023-03", "published"),
    ("the first half of 2023", "the first half of 2023", "2023-01-01 2023-06-30", "2023-H1", "stated"),
    ("the second half of April", "the second half of April", "2023-04-16 2023-04-30", "2023-04", "published"),
    ("the first half of March", "the first half of March", "2023-03-01 2023-03-15", "2023-03", "published"),
    ("the second quarter of 2020", "the second quarter of 2020", "2020-04-01 2020-06-30", "2020-Q2", "stated"),
    ("the fourth quarter", "the fourth quarter", "2022-10-01 2022-12-31", "2022-Q4", "published"),
    ("in Q3 2021", "Q3 2021", "2021-07-01 2021-09-30", "2021-Q3", "stated"),
    ("the first six months of 2020", "the first six months of 2020", "2020-01-01 2020-06-30", "2020", "stated"),
    ("in the 1990s", "the 1990s", "1990-01-01 1999-12-31", "199X", "stated"),
    ("in the late 1990s", "the late 1990s", "1997-01-01 1999-12-31", "199X", "stated"),
    ("in the '90s", "the '90s", "1990-01-01 1999-12-31", "199X", "stated"),
    ("in the 2010s", "the 2010s", "2010-01-01 2019-12-31", "201X", "stated"),
    ("in the 19th century", "the 19th century", "1801-01-01 1900-12-31", "18", "stated"),
    ("in 2022-23", "2022-23", "2022-01-01 2023-12-31", "2022/2023", "stated"),
    ("since 2014", "2014", "2014-01-01 2023-05-09", "2014", "stated"),
    ("since at least early 2014", "early 2014", "2014-01-01 2023-05-09", "2014", "stated"),
    ("since Monday", "Monday", "2023-05-08 2023-05-09", "2023-05-08", "published"),
    ("by 2030", "2030", "- 2030-12-31", "2030", "stated"),
    ("until March", "March", "- 2023-03-31", "2023-03", "published"),
    ("by the end of 2025", "the end of 2025", "- 2025-12-31", "2025", "stated"),
    ("before 2020", "2020", "- 2019-12-31", "2020", "stated"),
    ("after 5 May 2020", "5 May 2020", "2020-05-06 -", "2020-05-05", "stated"),
    ("from 1 June 2020 onwards", "1 June 2020", "2020-06-01 2023-05-09", "2020-06-01", "stated"),
    ("from 2015 to 2018", "2015 to 2018", "2015-01-01 2018-12-31", "2015/2018", "stated"),
    ("from early 2019 to late 2020", "early 2019 to late 2020", "2019-01-01 2020-12-31", "2019/2020", "stated"),
    ("between March and May 2022", "March and May 2022", "2022-03-01 2022-05-31", "2022-03/2022-05", "stated"),
    ("between November and May 2022", "November and May 2022", "2021-11-01 2022-05-31", "2021-11/2022-05", "stated"),
    ("in March 2020 to May", "March 2020 to May", "2020-03-01 2020-05-31", "2020-03/2020-05", "stated"),
    ("from January through June", "January through June", "2022-01-01 2022-06-30", "2022-01/2022-06", "published"),
    ("from Monday to Thursday", "Monday to Thursday", "2023-05-01 2023-05-04", "2023-05-01/2023-05-04", "published"),
    ("from 24 February 2022 to date", "24 February 2022", "2022-02-24 2023-05-09", "2022-02-24", "stated"),
    ("in the last quarter of 2022", "the last quarter of 2022", "2022-10-01 2022-12-31", "2022-Q4", "stated"),
    ("two to three years ago", "two to three years ago", "2020-01-01 2021-12-31", "2020", "published"),
    ("a year and a half ago", "a year and a half ago", "2021-11-01 2021-11-30", "2021-11", "published"),
    ("the past two and a half years", "the past two and a half years", "2020-11-09 2023-05-09", "P2.5Y", "published"),
    ("within the next 12 to 18 months", "the next 12 to 18 months", "2023-05-09 2024-11-09", "P18M", "published"),
    ("in 2019-2021", "2019-2021", "2019-01-01 2021-12-31", "2019/2021", "stated"),
    ("on October 18-20, 2020", "October 18-20, 2020", "2020-10-18 2020-10-20", "2020-10-18/2020-10-20", "stated"),
    ("18 to 20 October", "18 to 20 October", "2022-10-18 2022-10-20", "2022-10-18/2022-10-20", "published"),
    ("30 May–2 June 2021", "30 May–2 June 2021", "2021-05-30 2021-06-02", "2021-05-30/2021-06-02", "stated"),
    ("yesterday", "yesterday", "2023-05-08 2023-05-08", "2023-05-08", "published"),
    ("today", "today", "2023-05-09 2023-05-09", "2023-05-09", "published"),
    ("tomorrow morning", "tomorrow morning", "2023-05-10 2023-05-10", "2023-05-10TMO", "published"),
    ("the day before yesterday", "the day before yesterday", "2023-05-07 2023-05-07", "2023-05-07", "published"),
    ("tonight", "tonight", "2023-05-09 2023-05-09", "2023-05-09TNI", "published"),
    ("this morning", "this morning", "2023-05-09 2023-05-09", "2023-05-09TMO", "published"),
    ("last night", "last night", "2023-05-08 2023-05-08", "2023-05-08TNI", "published"),
    ("overnight", "overnight", "2023-05-08 2023-05-09", "2023-05-08TNI", "published"),
    ("two days ago", "two days ago", "2023-05-07 2023-05-07", "2023-05-07", "published"),
    ("three hours ago", "three hours ago", "2023-05-09 2023-05-09", "2023-05-09", "published"),
    ("two weeks ago", "two weeks ago", "2023-04-24 2023-04-30", "2023-W17", "published"),
    ("two years ago this month", "two years ago this month", "2021-05-01 2021-05-31", "2021-05", "published"),
    ("a decade ago", "a decade ago", "2013-01-01 2013-12-31", "2013", "published"),
    ("more than a year ago", "more than a year ago", "- 2022-12-31", "2022", "published"),
    ("several years ago", "several years ago", "- 2023-05-09", "PAST_REF", "published"),
    ("two weeks from now", "two weeks from now", "2023-05-22 2023-05-28", "2023-W21", "published"),
    ("in the past two weeks", "the past two weeks", "2023-04-25 2023-05-09", "P2W", "published"),
    ("over the last six months", "the last six months", "2022-11-09 2023-05-09", "P6M", "published"),
    ("the last 24 hours", "the last 24 hours", "2023-05-08 2023-05-09", "PT24H", "published"),
    ("over the past year", "the past year", "2022-05-09 2023-05-09", "P1Y", "published"),
    ("in recent months", "recent months", "- 2023-05-09", "PXM", "published"),
    ("in the coming weeks", "the coming weeks", "2023-05-09 -", "PXW", "published"),
    ("the end of the month", "the end of the month", "2023-05-21 2023-05-31", "2023-05", "published"),
    ("earlier this week", "earlier this week", "2023-05-08 2023-05-09", "2023-W19", "published"),
    ("later this year", "later this year", "2023-05-09 2023-12-31", "2023", "published"),
    ("the week of June 12", "the week of June 12", "2023-06-12 2023-06-18", "2023-W24", "published"),
    ("the day before last Friday", "the day before last Friday", "2023-05-04 2023-05-04", "2023-05-04", "published"),
    ("the night of 3 March", "the night of 3 March", "2023-03-03 2023-03-03", "2023-03-03TNI", "published"),
    ("last summer", "last summer", "2022-06-01 2022-08-31", "2022-SU", "published"),
    ("this summer", "this summer", "2023-06-01 2023-08-31", "2023-SU", "published"),
    ("in the autumn", "the autumn", "2022-09-01 2022-11-30", "2022-FA", "published"),
    ("in the winter of 2021", "the winter of 2021", "2021-12-01 2022-02-28", "2021-WI", "stated"),
    ("spring 2022", "spring 2022", "2022-03-01 2022-05-31", "2022-SP", "stated"),
    ("at Christmas", "Christmas", "2022-12-25 2022-12-25", "2022-12-25", "published"),
    ("on New Year's Eve 2021", "New Year's Eve 2021", "2021-12-31 2021-12-31", "2021-12-31", "stated"),
    ("since 9/11", "9/11", "2001-09-11 2023-05-09", "2001-09-11", "stated"),
    ("at 10 a.m. on Friday", "10 a.m. on Friday", "2023-05-05 2023-05-05", "2023-05-05T10:00", "published"),
    ("on Monday at 14:30 GMT", "Monday at 14:30 GMT", "2023-05-08 2023-05-08", "2023-05-08T14:30", "published"),
]


@pytest.mark.parametrize(("text", "phrase", "interval", "value", "anchor"), RESOLVED, ids=[row[0] for row in RESOLVED])
def test_resolved(text: str, phrase: str, interval: str, value: str, anchor: str) -> None:
    spans = words(text)
    found = find_times([s.of(text) for s in spans], TUESDAY)
    assert len(found) == 1
    start, end = (None if day == "-" else day for day in interval.split())
    first = text.index(phrase)
    assert to_time(found[0], spans, text) == Time(start, end, phrase, Span(first, first + len(phrase)), anchor)
    assert found[0].value == value
    assert found[0].dated


# The text; its one expression's type and value: it has no days.
UNRESOLVED = [
    ("for 13 years", "DURATION", "P13Y"),
    ("a two-year ban", "DURATION", "P2Y"),
    ("for weeks", "DURATION", "PXW"),
    ("four decades", "DURATION", "P40Y"),
    ("a day-long siege", "DURATION", "P1D"),
    ("half a century", "DURATION", "P50Y"),
    ("within 48 hours", "DURATION", "PT48H"),
    ("every week", "SET", "P1W"),
    ("every two years", "SET", "P2Y"),
    ("every other day", "SET", "P2D"),
    ("annually", "SET", "P1Y"),
    ("on Mondays", "SET", "XXXX-WXX-X"),
    ("30 a month", "SET", "P1M"),
    ("fiscal year 2021", "DATE", "FY2021"),
    ("in FY21", "DATE", "FY2021"),
    ("now", "DATE", "PRESENT_REF"),
    ("currently", "DATE", "PRESENT_REF"),
    ("recently", "DATE", "PAST_REF"),
    ("the same day", "DATE", "XXXX-XX-XX"),
    ("a week later", "DATE", "XXXX-WXX"),
    ("three years earlier", "DATE", "XXXX"),
    ("at 11:20 a.m.", "TIME", "XXXX-XX-XXT11:20"),
    ("at 9 in the evening", "TIME", "XXXX-XX-XXT21:00"),
    ("at midnight", "TIME", "XXXX-XX-XXT00:00"),
]


@pytest.mark.parametrize(("text", "kind", "value"), UNRESOLVED, ids=[row[0] for row in UNRESOLVED])
def test_without_days(text: str, kind: str, value: str) -> None:
    (found,) = read(text)
    assert (found.type, found.value, found.start_day, found.end_day, found.anchor) == (kind, value, None, None, None)
    assert not found.dated


@pytest.mark.parametrize(
    "text",
    [
        "a 13-year-old boy",
        "men aged 18 to 40",
        "a girl of six years of age, 6 years old",
        "the Su-27 2020 and the 9M133",
        "2000 rifles",
        "about 1950 people",
        "under resolution 1929",
        "under resolutions 1737, 1747 and 1929",
        "troops may march on",
        "Flight 1999",
        "$2015",
        "after the fall of the town",
        "two-thirds",
        "the second round",
        "24/7",
        "since 1400 BC",
        "3.5.12",
    ],
)
def test_not_times(text: str) -> None:
    assert not [e for e in read(text) if e.type in {"DATE", "TIME"}]


# A month or a day that a word of its own tells apart from a person, a verb or a march.
@pytest.mark.parametrize(
    ("tagged", "found"),
    [
        ("Anna/NNP May/NNP said/VBD", []),
        ("It/PRP may/MD end/VB", []),
        ("May/MD it/PRP end/VB", []),
        ("he/PRP said/VBD in/IN May/NNP", ["2023-05"]),
        ("the/DT March/NNP raid/NN", ["2023-03"]),
        ("the/DT great/JJ March/NNP for/IN Peace/NNP", []),
        ("killed/VBD 2015/CD people/NNS", []),
        ("the/DT 2015/CD talks/NNS", ["2015"]),
        ("Vision/NNP 2030/CD", []),
        ("in/IN March/NNP 12/CD people/NNS died/VBD", ["2023-03"]),
        ("on/IN March/NNP 7/CD and/CC 12/CD soldiers/NNS died/VBD", ["2023-03-07"]),
    ],
)
def test_what_stands_around_a_word_decides(tagged: str, found: list[str]) -> None:
    pairs = [pair.rsplit("/", 1) for pair in tagged.split()]
    expressions = find_times([w for w, _ in pairs], TUESDAY, xpos=[t for _, t in pairs])
    assert [e.value for e in expressions] == found


# A word, its tag, its head: the day it gives, published on Tuesday 9 May 2023.
@pytest.mark.parametrize(
    ("parse", "start"),
    [
        ("They/PRP/2 will/MD/2 meet/VB/-1 on/IN/4 Friday/NNP/2", "2023-05-12"),
        ("They/PRP/1 met/VBD/-1 on/IN/3 Friday/NNP/1", "2023-05-05"),
        ("They/PRP/1 say/VBP/-1 it/PRP/3 fired/VBD/1 on/IN/5 Friday/NNP/3", "2023-05-05"),
        ("It/PRP/1 expires/VBZ/-1 on/IN/3 Friday/NNP/1", "2023-05-12"),
        ("It/PRP/2 is/VBZ/2 expected/VBN/-1 on/IN/4 Friday/NNP/2", "2023-05-12"),
        ("They/PRP/1 agreed/VBD/-1 to/TO/3 meet/VB/1 on/IN/5 Friday/NNP/3", "2023-05-12"),
        ("Chad/NNP/-1 to/TO/2 send/VB/0 troops/NNS/2 on/IN/5 Friday/NNP/2", "2023-05-12"),
        ("Chad/NNP/4 to/TO/2 meet/VB/4 Friday/NNP/2 says/VBZ/-1", "2023-05-12"),
        ("They/PRP/1 agreed/VBD/-1 on/IN/3 Friday/NNP/1", "2023-05-05"),
        ("They/PRP/1 failed/VBD/-1 to/TO/3 meet/VB/1 on/IN/5 Friday/NNP/3", "2023-05-05"),
        ("It/PRP/3 may/MD/3 have/VB/3 fired/VBN/-1 on/IN/5 Friday/NNP/3", "2023-05-05"),
        ("He/PRP/4 could/MD/4 not/RB/4 be/VB/4 reached/VBN/-1 on/IN/6 Friday/NNP/4", "2023-05-05"),
        ("They/PRP/1 postponed/VBD/-1 it/PRP/1 until/IN/4 Friday/NNP/1", None),
        ("They/PRP/2 are/VBP/2 meeting/VBG/-1 on/IN/4 Friday/NNP/2", "2023-05-12"),
        ("They/PRP/2 were/VBD/2 meeting/VBG/-1 on/IN/4 Friday/NNP/2", "2023-05-05"),
        ("He/PRP/1 told/VBD/-1 of/IN/4 planned/JJ/4 talks/NNS/1 on/IN/6 Friday/NNP/4", "2023-05-12"),
        ("They/PRP/2 will/MD/2 deliver/VB/-1 in/IN/4 March/NNP/2", "2024-03-01"),
        ("They/PRP/1 delivered/VBD/-1 in/IN/3 March/NNP/1", "2023-03-01"),
        ("They/PRP/2 will/MD/2 deliver/VB/-1 on/IN/4 7/CD/5 January/NNP/2", "2024-01-07"),
    ],
)
def test_the_verb_above_says_which_friday(parse: str, start: str | None) -> None:
    rows = [row.rsplit("/", 2) for row in parse.split()]
    parsed: dict[str, Any] = {"xpos": [t for _, t, _ in rows], "heads": [int(h) for _, _, h in rows]}
    (found,) = find_times([w for w, _, _ in rows], TUESDAY, **parsed)
    assert found.start_day == start
    if start is None:  # "until": what is open is its first day
        assert found.end_day == "2023-05-12"


def test_without_a_tree_the_nearest_verb_decides() -> None:
    row = "They will meet on Friday".split()
    assert find_times(row, TUESDAY, xpos=["PRP", "MD", "VB", "IN", "NNP"])[0].start_day == "2023-05-12"
    assert find_times(row, TUESDAY)[0].start_day == "2023-05-12"
    assert find_times(["They", "met", "on", "Friday"], TUESDAY)[0].start_day == "2023-05-05"


def test_universal_tags_stand_in_for_penn_tags() -> None:
    row = ["Vision", "2030", "in", "2030"]
    assert len(find_times(row, TUESDAY, upos=["PROPN", "NUM", "ADP", "NUM"])) == 1


@pytest.mark.parametrize("text", ["on Monday", "last week", "last October", "in October", "7 May", "yesterday", "now"])
def test_without_a_publication_date_relative_words_stay_unresolved(text: str) -> None:
    (found,) = read(text, None)
    assert (found.start_day, found.end_day, found.anchor) == (None, None, None)


@pytest.mark.parametrize("text", ["7 May 2020", "in 2014", "the 1990s", "spring 2022", "Q3 2021", "2020-10-18"])
def test_stated_dates_need_no_publication_date(text: str) -> None:
    assert read(text, None) == read(text)


def test_what_was_told_before() -> None:
    told = last_told(read("It fell in June 1998."))
    assert days("later that year", context=told) == [("1998-01-01", "1998-12-31")]
    assert days("that month", context=told) == [("1998-06-01", "1998-06-30")]
    assert days("the same day", context=told) == [(None, None)]
    day = last_told(read("It fell on 5 June 1998 after 13 years."))
    assert days("the next day, and two days later", context=day) == [
        ("1998-06-06", "1998-06-06"),
        ("1998-06-08", "1998-06-08"),
    ]
    assert [e.anchor for e in read("the day before", context=day)] == ["inferred"]
    assert last_told([], day) == day


def test_the_sentence_tells_its_own_day_first() -> None:
    assert days("It fell on 5 June 1998 and burned the next day") == [
        ("1998-06-05", "1998-06-05"),
        ("1998-06-06", "1998-06-06"),
    ]


def test_a_clock_time_apart_is_of_the_only_day() -> None:
    _, clock = read("On Monday the depot burned at 9:30 p.m.")
    assert (clock.value, clock.anchor) == ("2023-05-08T21:30", "inferred")
    assert [e.start_day for e in read("On Monday and Friday at the depot, at 9:30 p.m.")][-1] is None


def test_american_dates() -> None:
    assert days("3/10/2020 and 10/18/2020") == [("2020-03-10", "2020-03-10"), ("2020-10-18", "2020-10-18")]
    assert days("3/10/2020", month_first=True) == [("2020-03-10", "2020-03-10")]


def test_a_range_keeps_its_ends() -> None:
    (found,) = read("between March and May 2022")
    assert [(p.first, p.end, p.value) for p in found.parts] == [(1, 2, "2022-03"), (3, 5, "2022-05")]


def test_no_range_runs_backwards() -> None:
    assert [e.value for e in read("from 2018 to 2015")] == ["2018", "2015"]


def test_what_follows_a_bound_may_be_the_bound() -> None:
    (found,) = find_times(["after", "Friday", "'s", "raid"], TUESDAY)
    assert (found.start_day, found.end_day) == ("2023-05-05", "2023-05-05")


@pytest.mark.parametrize("text", ["9998 years ago", "in 1001", "the next 9999 years", "two centuries from now"])
def test_the_calendar_has_ends(text: str) -> None:
    assert read(text, date(9, 1, 1)) is not None
    assert read(text, date(9990, 1, 1)) is not None


_TABLE = time_words()
_LIKELY = st.sampled_from(
    [
        *_TABLE.months, *(m.title() for m in _TABLE.months), *(d.title() for d in _TABLE.weekdays), *_TABLE.unit_of,
        *_TABLE.seasons, *_TABLE.day_parts, *_TABLE.numbers, *_TABLE.ordinals, *_TABLE.sets,
        *"the a last next this past early mid late end first half of in on since until by from to between and - , ' 's "
        "ago later earlier before after that same day 7 18 31 2020 1929 1990s 90s 2022 11:20 a.m. p.m. GMT 3/10/2020 "
        "10 fy Q3 h2 mid-May 23 9/11 every old aged resolution coming recent a few dozens".split(),
    ]
)  # fmt: skip
_WORDS = st.lists(_LIKELY | st.text(max_size=6), max_size=30)
_PUBLISHED = st.none() | st.dates()
_TAGS = st.sampled_from(["NN", "NNP", "NNS", "CD", "VBD", "VBZ", "VBN", "VBG", "VB", "MD", "TO", "IN", "JJ", "DT", ""])


@given(_WORDS, _PUBLISHED, st.data())
def test_any_words(row: list[str], published: date | None, data: st.DataObject) -> None:
    parsed: dict[str, Any] = {}
    if data.draw(st.booleans()):
        parsed["xpos"] = [data.draw(_TAGS) for _ in row]
        if data.draw(st.booleans()):
            parsed["heads"] = [data.draw(st.integers(-1, len(row) - 1)) for _ in row]
    context = last_told(find_times(row[:10], published))
    found = find_times(row, published, context=context, **parsed)
    end = 0
    for expression in found:
        assert end <= expression.first < expression.end <= len(row)
        end = expression.end
        assert expression.type in {"DATE", "TIME", "DURATION", "SET"}
        assert expression.value
        assert (expression.anchor is not None) == expression.dated
        if expression.start_day and expression.end_day:
            assert date.fromisoformat(expression.start_day) <= date.fromisoformat(expression.end_day)


@pytest.mark.parametrize(
    "phrase", ["the first half of", "Monday ,", "2020 -", "early in the", "and 1929", "a few", "May"]
)
def test_time_grows_with_the_words_only(phrase: str) -> None:
    row = (phrase.split() * 5000)[:5000]
    began = time.perf_counter()
    find_times(row, TUESDAY, xpos=["NNP"] * 5000, heads=[-1, *range(4999)])
    assert time.perf_counter() - began < 5
