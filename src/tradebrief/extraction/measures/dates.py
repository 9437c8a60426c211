"""Days, months and years in a text, and whether something is due by them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import NamedTuple

import regex

from tradebrief.extraction.lookups.measure_words import MeasureWords
from tradebrief.extraction.measures.near_dates import (
    is_dated_weekday,
    is_due_weekday,
    quarter_end,
    supply_year,
    weekday_after,
    weekday_near,
)
from tradebrief.extraction.measures.relative_dates import read_relative
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.numeric_dates import read_numeric
from tradebrief.model import Day, MeasureKind
from tradebrief.text import Span

__all__ = ["DateReading", "read_date"]

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEAR = regex.compile(r"(?:19|20)\d\d")
_MID_YEAR = regex.compile(r"[Mm]id-(?:19|20)\d\d")
_YEAR_LENGTH, _DAY_LENGTH, _MOST_DAYS = 4, 2, 31
_FORECAST_REACH = 16
_COSTING = frozenset({"cost", "costs", "costing", "worth"})
_FILLERS = frozenset(
    {"the", "end", "of", "start", "beginning", "middle", "late", "early", "mid", "at", "least", "on", "about"}
)
_PARTS = frozenset({"mid", "early", "late"})  # Against a month or year: "mid-April".
_LEFT_OPEN = "a day that is left open"
_AFTER_YEAR = frozenset({"to", "and", "or", "the", "a", "an"})


class DateReading(NamedTuple):
    """A date with its place; without a day where the calendar has none such, or where it is left open.

    Attributes:
        span: Its words.
        end: The token after it.
        kind: A date or a deadline.
        day: What it comes to.
        open: Whether its words leave it open.
        note: What to say of that, if anything.
    """

    span: Span
    end: int
    kind: MeasureKind
    day: Day | None
    open: bool = False
    note: str = ""


def read_date(analysis: Analysis, words: MeasureWords, at: int, end: int) -> DateReading | None:
    """The date at a token; None where there is none. It begins before it where it is the end of a month or year.

    Args:
        analysis: The article.
        words: The words of dates.
        at: The token, a number or the name of a month.
        end: The token after its block.
    """
    found = _read(analysis, words, at, end)
    if found is None:
        return None
    first = _opening(analysis, at)
    if first < at:
        return found._replace(span=Span(analysis.tokens.starts[first], found.span.end))
    return _ended(analysis, found, at)


def _opening(analysis: Analysis, at: int) -> int:
    """The first token of a date that has one at a token, with what stands against it: "mid-April"."""
    lowers = analysis.tokens.lowers
    parted = at > 1 and lowers[at - 1] == "-" and lowers[at - 2] in _PARTS and analysis.walls.isdisjoint((at - 1, at))
    return at - 2 if parted else at


def _ended(analysis: Analysis, found: DateReading, at: int) -> DateReading:
    """A month or a year with "the end of" before it as its last day; any other date as it is."""
    tokens = analysis.tokens
    if found.day is None or at < 2 or tokens.lowers[at - 2 : at] != ["end", "of"]:
        return found
    first = at - 2 - (at > 2 and tokens.lowers[at - 3] == "the")
    date = found.day.date
    year, month = ("", date[2:4]) if date.startswith("--") else (date[:4], date[5:7] or "12")
    if not analysis.walls.isdisjoint(range(first + 1, at)) or date.count("-") > (2 if not year else 1):
        return found
    span = Span(tokens.starts[first], found.span.end)
    if month == "02" and not year:
        return found._replace(span=span)
    last = calendar.monthrange(int(year), int(month))[1] if year else _LONGEST_MONTHS[int(month) - 1]
    return found._replace(span=span, day=Day(f"{year or '-'}-{month}-{last:02}"))


def _read(analysis: Analysis, words: MeasureWords, at: int, end: int) -> DateReading | None:
    tokens = analysis.tokens
    word = tokens.words[at]
    in_digits = word[0].isdigit()
    if word[3:4] == "-" and _MID_YEAR.fullmatch(word):
        return DateReading(tokens.span(at, at + 1), at + 1, _kind(analysis, at), Day(word[-_YEAR_LENGTH:]))
    if not in_digits and (told := _told(analysis, at, end)) is not None:
        return told
    if word not in words.months:
        if not in_digits:
            return None
        if word.count(".") == 2 or tokens.words[at + 1 : at + 2] == ["/"]:
            return _numeric(analysis, at, end)
        following = tokens.words[at + 1 : min(at + 3, end)]
        if words.months.keys().isdisjoint(following) and following[:1] != ["-"]:
            return _alone(analysis, words, at, end) if len(word) == _YEAR_LENGTH else None
    match = words.dates.match(tokens.text, tokens.starts[at], tokens.ends[end - 1])
    if match is None:
        return _alone(analysis, words, at, end)
    iso = _iso(match["year"], match["month"], match["day"], words)
    stop = at + 1
    while stop < end and tokens.starts[stop] < match.end():
        stop += 1
    span = Span(match.start(), match.end())
    return DateReading(span, stop, _kind(analysis, at), _day(analysis, at, iso) if iso is not None else None)


def _told(analysis: Analysis, at: int, end: int) -> DateReading | None:
    """A date that a word tells by itself or by those beside it: a quarter, a day of the week, "next month"."""
    stop = quarter_end(analysis, at, end)
    if stop is not None:
        return DateReading(analysis.tokens.span(at, stop), stop, _kind(analysis, at), None, open=True)
    if is_due_weekday(analysis, at):
        return _near(analysis, at, at + 1, MeasureKind.DEADLINE, weekday_after(analysis, at))
    if is_dated_weekday(analysis, at):
        return _near(analysis, at, at + 1, MeasureKind.DATE, weekday_near(analysis, at))
    relative = read_relative(analysis, at)
    if relative is None:
        return None
    first, stop, day = relative
    return _near(analysis, first, stop, _kind(analysis, first), day)


def _near(analysis: Analysis, first: int, stop: int, kind: MeasureKind, day: Day | None) -> DateReading:
    """A date that counts from the day of publication."""
    note = _LEFT_OPEN if day is None else ""
    return DateReading(analysis.tokens.span(first, stop), stop, kind, day, open=day is None, note=note)


def _numeric(analysis: Analysis, at: int, end: int) -> DateReading | None:
    """A date in digits; open where its first two numbers may change places."""
    tokens = analysis.tokens
    found = read_numeric(tokens.text, tokens.starts[at])
    if found is None:
        return None
    span = Span(tokens.starts[at], found.stop)
    stop = at + 1
    while stop < end and tokens.starts[stop] < found.stop:
        stop += 1
    if len(found.days) > 1:
        note = "a date that may be read in two ways"
        return DateReading(span, stop, _kind(analysis, at), None, open=True, note=note)
    day = next((iso for parts in found.days if (iso := _in_calendar(*parts)) is not None), None)
    return DateReading(span, stop, _kind(analysis, at), None if day is None else Day(day))


def _in_calendar(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _alone(analysis: Analysis, words: MeasureWords, at: int, end: int) -> DateReading | None:
    """A month or a year by itself, where the words around it show that it is one."""
    tokens = analysis.tokens
    word = tokens.words[at]
    before = tokens.lowers[at - 1] if at and at not in analysis.block_starts else ""
    parted = before == "-" and _opening(analysis, at) < at
    after = tokens.lowers[at + 1] if at + 1 < end else "."
    month = words.months.get(word)
    if month is not None:
        if _is_past_month(analysis, at + 1, end):
            return DateReading(tokens.span(at, at + 2), at + 2, _kind(analysis, at), None)
        opens = at in analysis.block_starts and after == ":"
        if not (opens or parted or before in analysis.index.sets["measures.dated"]) or before in {
            "last",
            "next",
            "this",
            "and",
            "to",
            "than",
        }:
            return None
        if after == "." and len(word) <= 4 and at + 2 < end and tokens.words[at + 2][0].islower():
            after = tokens.lowers[at + 2]
        day = f"--{month:02}"
    elif (parted or before in analysis.index.sets["measures.dated"]) and _YEAR.fullmatch(word):
        noun = after[0].isalpha() and analysis.tags[at + 1] in "NE" and after not in _AFTER_YEAR
        if noun and not parted and before not in {"in", "since", "until", "by"}:
            return None
        if words.units.at(tokens.lowers, at + 1) is not None if at + 1 < end else False:
            return None
        day = word
    elif _YEAR.fullmatch(word) and _dates_noun(analysis, words, at, end):
        day = word
    else:
        return None
    return DateReading(tokens.span(at, at + 1), at + 1, _kind(analysis, at), _day(analysis, at, day))


def _is_past_month(analysis: Analysis, at: int, end: int) -> bool:
    """Whether a token is a number that no month has a day for, and nothing that it could count follows: "May 45"."""
    word = analysis.tokens.words[at] if at < end else ""
    if not (word.isdecimal() and len(word) == _DAY_LENGTH and int(word) > _MOST_DAYS):
        return False
    return at + 1 >= end or analysis.tags[at + 1] in ".,;:)"


def _dates_noun(analysis: Analysis, words: MeasureWords, at: int, end: int) -> bool:
    """Whether a year stands between what opens a noun phrase and its noun: "a 2023 study", "Oslo's 2021 accord".

    Before a plural a round number is as soon a count: "the 2000 mills".
    """
    tokens, tags = analysis.tokens, analysis.tags
    if not at or at in analysis.walls or at + 1 >= end or tags[at - 1] not in "DSG" or tags[at + 1] != "N":
        return False
    if words.units.at(tokens.lowers, at + 1) is not None:
        return False
    return not (tokens.lowers[at + 1].endswith("s") and tokens.words[at].endswith("00"))


def _day(analysis: Analysis, at: int, iso: str) -> Day:
    """A date, with its year where the text leaves that to its day of publication."""
    if not iso.startswith("--"):
        return Day(iso)
    return Day(supply_year(analysis, at, iso, due=_kind(analysis, at) is MeasureKind.DEADLINE))


def _iso(year: str | None, month: str | None, day: str | None, words: MeasureWords) -> str | None:
    """The ISO 8601 form of a date; None where there is no such day."""
    if month is None:
        return year
    number = int(month) if month.isdigit() else words.months[month.rstrip(".")]
    if not 1 <= number <= 12:
        return None
    head = f"{year}-{number:02}" if year else f"--{number:02}"
    if day is None:
        return head
    longest = _LONGEST_MONTHS[number - 1]
    if number == 2 and year and (int(year) % 4 or (int(year) % 100 == 0 and int(year) % 400)):
        longest = 28
    return f"{head}-{int(day):02}" if 1 <= int(day) <= longest else None


def _kind(analysis: Analysis, at: int) -> MeasureKind:
    """Whether a date is one by which something is due: "by", "until the end of", "due on" stand before it."""
    tokens = analysis.tokens
    before = _opening(analysis, at) - 1
    for _ in range(5):
        if before < 0 or before + 1 in analysis.walls:
            break
        word = tokens.lowers[before]
        if word == "by" and _is_forecast(analysis, before):
            return MeasureKind.DATE
        if word == "through" and _lasts(analysis, before):
            return MeasureKind.DEADLINE
        if word in analysis.index.sets["measures.due"] or (word == "than" and tokens.lowers[before - 1] == "later"):
            return MeasureKind.DEADLINE
        if word not in _FILLERS:
            break
        before -= 1
    return MeasureKind.DATE


def _lasts(analysis: Analysis, through: int) -> bool:
    """Whether "through" tells until when something holds: "extended the ban through June", not "ran through June"."""
    floor, _ = analysis.reach(through)
    before = analysis.tokens.lowers[max(floor, through - _FORECAST_REACH) : through]
    return not analysis.index.sets["measures.lasting"].isdisjoint(before)


def _is_forecast(analysis: Analysis, by: int) -> bool:
    """Whether an amount is expected to have come so far by a date, and nothing is due: "to reach 5 tonnes by 2030"."""
    sets, (floor, _) = analysis.index.sets, analysis.reach(by)
    first = max(floor, by - _FORECAST_REACH)
    before = analysis.tokens.lowers[first:by]
    verbs = sets["measures.forecast"].intersection(before)
    if not verbs or not sets["measures.owed"].isdisjoint(before):
        return False
    if verbs.isdisjoint(_COSTING) and not sets["measures.rates"].isdisjoint(before):
        return False  # A duty that falls by then is one that is to fall.
    return "K" in analysis.tags[first:by] or not sets["measures.multiplying"].isdisjoint(verbs)
