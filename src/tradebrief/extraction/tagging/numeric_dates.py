"""Dates in digits alone: "30.4.2026", and "03/04/2025", which may be either of two days."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["NumericDate", "read_numeric"]

_DATE = re.compile(r"(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\w/]|\.\d)")
_MONTHS = 12


class NumericDate(NamedTuple):
    """A date in digits.

    Attributes:
        stop: Offset just past it.
        days: What it may be, as year, month and day, the day first where dots part them; no calendar is asked.
    """

    stop: int
    days: tuple[tuple[int, int, int], ...]


def read_numeric(text: str, start: int) -> NumericDate | None:
    """The date in digits at an offset; None where there is none."""
    match = _DATE.match(text, start)
    if match is None:
        return None
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    several = {(year, two, one)} if match["mark"] == "." else {(year, two, one), (year, one, two)}
    return NumericDate(match.end(), tuple(sorted(day for day in several if day[1] <= _MONTHS)))
