"""Numbers in digits and words, with their scale and unit: "1.2bn euros", "two-thirds", "$5 million"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from tradebrief.extraction.lookups.measure_words import MeasureWords, UnitWord
from tradebrief.extraction.tagging.strips import Strip

__all__ = ["ASCII_DIGITS", "MOST_DIGITS", "VULGAR", "Quantity", "read_quantity"]

MOST_DIGITS = 26  # With its commas; a Decimal holds 28 digits without rounding.
_DIGITS = re.compile(r"(?P<number>\d{1,3}(?:,\d{2,3}){1,8}+(?<=,\d{3})(?:\.\d+)?|\d+(?:\.\d+)?)(?P<tail>\D*)")
VULGAR = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_TENS = frozenset(range(20, 100, 10))
ASCII_DIGITS = frozenset("0123456789")
_INDEFINITE = frozenset({"a", "an"})


class Quantity(NamedTuple):  # Dozens are made for each article: several times as fast as a frozen class.
    """A number as it stands in a strip.

    Attributes:
        first: The part it begins with.
        end: The part after it.
        start: Offset of its first code point.
        stop: Offset just past its last.
        value: What it comes to, scale included; a share of one in hundredths.
        scale: Its scale; None where it has none.
        unit: What it counts; None for a bare number.
        share: Whether it is a fraction without a unit ("a tenth").
    """

    first: int
    end: int
    start: int
    stop: int
    value: Decimal
    scale: Decimal | None = None
    unit: UnitWord | None = None
    share: bool = False


def read_quantity(strip: Strip, at: int, words: MeasureWords) -> Quantity | None:
    """The number that begins at a part, with its scale and unit; None where there is none."""
    size, first = len(strip.words), at
    symbol, at = _symbol(strip, at, words) if strip.words[at][0] not in ASCII_DIGITS else (None, at)
    if at >= size:
        return None
    if strip.words[at][0] in VULGAR:
        read = _vulgar(strip, at)
    else:
        read = _digits(strip, at, words) if strip.words[at][0].isdigit() else _spelled(strip, at, words)
    if read is None:
        return None
    value, at, scale, unit, share = read
    while unit is None and at < size and (factor := words.scales.get(strip.lowers[at])) is not None:
        value, scale, at = value * factor, (scale or 1) * factor, at + 1
        share = False
    if strip.lowers[at : at + 3] == ["and", "a", "half"] and scale is None:
        value, at = value + Decimal("0.5"), at + 3
        if at < size and (factor := words.scales.get(strip.lowers[at])) is not None:
            value, scale, at = value * factor, factor, at + 1
    if symbol is not None:
        unit, share = UnitWord("currency", (symbol,)), False
    elif unit is None:
        found = _unit(strip, at, words, share=share)
        if found is not None:
            at, unit = found
            share = False
    if share:
        value = round(value * 100, 2)  # Two thirds are 66.67 percent.
    if share or scale is not None:
        value = value.to_integral_value() if value == value.to_integral_value() else value.normalize()
    return Quantity(
        first=first, end=at, start=strip.starts[first], stop=strip.ends[at - 1], value=value, scale=scale, unit=unit,
        share=share,
    )  # fmt: skip


def _symbol(strip: Strip, at: int, words: MeasureWords) -> tuple[str | None, int]:
    """The currency whose sign or code stands at a part, and the part after it."""
    for length in (2, 1):
        if at + length >= len(strip.words):
            continue
        code = words.symbols.get("".join(strip.lowers[at : at + length]))
        joined = length == 1 or strip.ends[at] == strip.starts[at + 1]
        if code is not None and joined and not strip.words[at][0].islower():
            return code, at + length
    return None, at


_Read = tuple[Decimal, int, Decimal | None, UnitWord | None, bool]


def _vulgar(strip: Strip, at: int) -> _Read | None:
    """A fraction in one sign: "½ percent"."""
    part = VULGAR.get(strip.words[at])
    return None if part is None else (part, at + 1, None, None, False)


def _digits(strip: Strip, at: int, words: MeasureWords) -> _Read | None:
    word = strip.words[at]
    match = _DIGITS.fullmatch(word) if len(word) <= MOST_DIGITS else None
    if match is None:
        return None
    value, tail = Decimal(match["number"].replace(",", "")), match["tail"]
    if not tail:
        parted = at + 1 < len(strip.words) and value == int(value) and strip.words[at + 1] in VULGAR  # "2 ½"
        return (
            (value + VULGAR[strip.words[at + 1]], at + 2, None, None, False)
            if parted
            else (value, at + 1, None, None, False)
        )
    if tail in VULGAR:
        return value + VULGAR[tail], at + 1, None, None, False
    factor = words.letters.get(tail) or (words.letters.get(tail.lower()) if len(tail) > 1 else None)
    if factor is not None:
        return value * factor, at + 1, factor, None, False
    found = words.units.at([tail if len(tail) == 1 else tail.lower()], 0)
    return (value, at + 1, None, found[1], False) if found is not None else None


def _spelled(strip: Strip, at: int, words: MeasureWords) -> _Read | None:
    """A number in words: "twenty-five", "a hundred", "one tenth of one percent", "half a million"."""
    lowers, found = strip.lowers, None
    if lowers[at] in _INDEFINITE:
        whole, at = Decimal(1), at + 1
        if at == len(strip.words) or not (lowers[at] in words.fractions or lowers[at] in words.scales):
            return None
    else:
        found = _whole(lowers, at, words)
        whole, at = found if found is not None else (Decimal(0), at)
    part = words.fractions.get(lowers[at]) if at < len(strip.words) else None
    if part is None:
        return (whole, at, None, None, False) if whole or found is not None else None
    if lowers[at] == "half" and not whole and at + 2 < len(strip.words) and lowers[at + 1] in _INDEFINITE:
        scaled = lowers[at + 2] in words.scales or _percent_at(lowers, at + 2, words)
        return (part, at + 2, None, None, False) if scaled else None
    end = at + 1
    if lowers[end : end + 1] == ["of"] and end + 2 < len(strip.words) and lowers[end + 1] in {"a", "one", "1"}:
        if lowers[end + 2] in words.scales and whole:
            return part * whole, end + 2, None, None, False  # "a quarter of a million"
        if _percent_at(lowers, end + 2, words) and (whole or lowers[at] == "half"):
            return part * (whole or 1), end + 2, None, None, True  # "one tenth of one percent"
    return (part * whole, end, None, None, True) if whole else None  # "The third quarter" is no number.


def _whole(lowers: list[str], at: int, words: MeasureWords) -> tuple[Decimal, int] | None:
    """A whole number in words, and the part after it."""
    value = words.numbers.get(lowers[at])
    if value is None:
        return None
    at += 1
    while at < len(lowers):
        joined = lowers[at] == "and" and value >= 100 and value % 100 == 0 and at + 1 < len(lowers)
        added = words.numbers.get(lowers[at + joined])
        if added is None:
            break
        if not joined and value < 100 and added in (12, 100) and lowers[at] in {"hundred", "dozen"}:
            value *= added
        elif (added < 100 and value % 100 == 0 and value >= 100) or (0 < added < 10 and value % 100 in _TENS):
            value += added
        else:
            break  # "two 20-foot boxes" are two numbers.
        at += 1 + joined
    return value, at


def _percent_at(lowers: list[str], at: int, words: MeasureWords) -> bool:
    found = words.units.at(lowers, at)
    return found is not None and found[1].kind == "percent"


def _unit(strip: Strip, at: int, words: MeasureWords, *, share: bool) -> tuple[int, UnitWord] | None:
    if at >= len(strip.words):
        return None
    found = words.units.at(strip.lowers, at)
    if found is None or (share and found[1].kind == "duration"):  # "two fifths, months later"
        return None
    if len(strip.lowers[at]) == 1 and found[0] == at + 1 and strip.words[at] != strip.lowers[at]:
        return None  # "5 T" and "7 L" tell nothing.
    return found
