"""What formats state beside the words, in the many ways in which it is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, TypeGuard

import regex

from tradebrief.model import Diagnostic, RuleId

__all__ = [
    "field_of",
    "is_address",
    "is_list",
    "is_object",
    "names_of",
    "one_line",
    "read_day",
    "read_language",
    "tags_of",
    "unread_day",
]

_DAY = regex.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:[T ]{1,2}(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r" ?(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>(?i:{'|'.join(_MONTHS)}))[a-z]{{0,6}}\.?"
_IN_WORDS = regex.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},?"
    rf"|{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?) (?P<year>\d{{4}})\b"
)
_WEEKDAY = regex.compile(r"(?i:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}),? ")
_LANGUAGE = regex.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_LONGEST = 500  # Of a value, in code points; what is longer is no name or date.


# What stands beside a text, and the names that fields have where their names are free, in small letters alone.
_FIELD_NAMES = {
    "text": (
        "text",
        "body",
        "content",
        "fulltext",
        "bodytext",
        "articletext",
        "articlebody",
        "articlecontent",
        "maintext",
    ),
    "title": ("title", "headline", "heading"),
    "author": ("author", "authors", "byline", "by", "creator", "writer"),
    "publisher": ("publisher", "publication", "outlet", "sitename", "newspaper", "source", "medium"),
    "published": (
        *("date", "published", "publishdate", "pubdate", "datepublished", "publisheddate", "publicationdate"),
        *("publishedat", "publishedon", "publishedtime", "timestamp"),
    ),
    "language": ("language", "lang"),
    "url": ("url", "canonicalurl", "canonical", "link", "permalink", "articleurl", "weburl", "address"),
    "id": ("id", "articleid", "docid", "documentid", "guid", "uri", "identifier", "key"),
    "tags": ("tags", "keywords", "topics", "categories"),
}
_FIELD_OF = {name: field for field, names in _FIELD_NAMES.items() for name in names}


def field_of(name: str) -> str | None:
    """What a key or a column of this name holds, such as ``"published"`` for "Pub. Date"; None if it tells nothing."""
    return _FIELD_OF.get("".join(filter(str.isalnum, name)).lower())


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is an object of JSON, YAML or TOML."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether it is a list in one of them."""
    return isinstance(value, list)


def one_line(value: object) -> str | None:
    """A stated text with its white space collapsed; None where it has no words, or is no text."""
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    return " ".join(value.split()) or None


def read_day(value: object) -> dt.date | None:
    """The day, or the time where one is given, that words such as "2026-03-04T08:00Z" or "4 March 2026" state."""
    words = one_line(value)
    if words is None:
        return None
    try:
        if match := _DAY.match(words):
            return _time(match)
        opening = _WEEKDAY.match(words)
        if match := _IN_WORDS.match(words, opening.end() if opening else 0):
            return dt.date(int(match["year"]), _MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
    except ValueError:  # No day of the calendar.
        return None
    return None


def unread_day(format: str, stated: Iterable[str | None], found: dt.date | None) -> tuple[Diagnostic, ...]:
    """A note of the first date that is stated, where none of them could be read."""
    words = next((" ".join(value.split())[:40] for value in stated if value), None)
    if found is not None or words is None:
        return ()
    return (Diagnostic(rule=RuleId(f"{format}.date"), message=f"the date is none that could be read: {words}"),)


def _time(match: regex.Match[str]) -> dt.date:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    if match["hour"] is None:
        return dt.date(year, month, day)
    zone = match["zone"]
    offset: dt.tzinfo | None = None
    if zone is not None:
        sign = -1 if zone[0] == "-" else 1
        digits = zone[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:]) if digits.isdigit() else 0
        offset = dt.timezone(sign * dt.timedelta(minutes=minutes))
    return dt.datetime(year, month, day, int(match["hour"]), int(match["minute"]), int(match["second"] or 0), 0, offset)


def read_language(value: object) -> str | None:
    """A BCP 47 tag, or None where the value is none."""
    words = one_line(value)
    return words.replace("_", "-") if words and _LANGUAGE.fullmatch(words) else None


def is_address(value: object) -> bool:
    """Whether a value is a whole web address."""
    return isinstance(value, str) and regex.fullmatch(r"https?://[^\s<>\"]{1,2000}", value) is not None


def names_of(values: Iterable[object]) -> str | None:
    """Names, each once and in their order, with commas between them and without "By"."""
    names = (one_line(value) for value in values)
    bare = (regex.sub(r"^(?i:by) (?=\S)", "", name) for name in names if name)
    return ", ".join(dict.fromkeys(bare)) or None


def tags_of(values: Iterable[object]) -> tuple[str, ...]:
    """Topics, each once and in their order; a text with commas holds several."""
    parts = (part for value in values if isinstance(value, str) for part in value.split(","))
    return tuple(dict.fromkeys(tag for part in parts if (tag := one_line(part))))
