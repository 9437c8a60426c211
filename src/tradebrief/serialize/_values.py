"""What measures come to, in words."""

from __future__ import annotations

from tradebrief.model import Amount, Change, Day, Duration, Interval, MeasureValue

__all__ = ["value_words"]


def value_words(value: MeasureValue) -> str:
    """A value on one line: ``25 percent``, ``10 to 15 percent``, ``2.5 -> 27.5 percent``, ``2026-08-01``, ``P90D``."""
    match value:
        case Day():
            return value.date
        case Duration():
            return value.duration
        case Amount():
            numbers = f"{value.value}"
        case Interval():
            numbers = f"{value.low} to {value.high}"
        case Change():
            numbers = f"{value.before} -> {value.after}"
    return f"{numbers} {value.unit or value.currency}"
