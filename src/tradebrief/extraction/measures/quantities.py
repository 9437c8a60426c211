"""Numbers with a unit, alone, as a range or as a change: "5 to 10 percent", "from $3 to $4.50"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from tradebrief.extraction.lookups.measure_words import MeasureWords, UnitWord
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.numbers import ASCII_DIGITS, VULGAR, Quantity, read_quantity
from tradebrief.extraction.tagging.strips import Strip, cut_strip
from tradebrief.extraction.tokens import Tokens
from tradebrief.model import Amount, Change, Duration, Interval, MeasureValue

__all__ = ["LONGEST_NUMBER", "Reading", "read_count", "read_number"]

LONGEST_NUMBER = 18  # Tokens of a change: "from 1.2 million tonnes to 2.4 million tonnes".
_DASHES = frozenset({"-", "–", "—"})
_LINKS = frozenset({"to", "and", "or", "from", *_DASHES})
_SIGNS = frozenset({"-", "–", "−"})
_OPENING = frozenset({"(", "[", "“", "‘", '"', "'"})
_CLOSED = frozenset({".", ",", ";", ":", ")", "by", "on", "in", "for", "and", "if", "under", "as", "when", "while"})
_LONGEST_LEAD = 2
_HOLDING = frozenset({"the", "its", "their", "current", "present", "existing", "previous"})
_NO_WORDS: frozenset[str] = frozenset()
_INDEFINITE = frozenset({"a", "an"})


class Reading(NamedTuple):  # Dozens are made for each article: several times as fast as a frozen class.
    """A number with its unit, where it stands and what it comes to.

    Attributes:
        first: Its first token.
        end: The token after it.
        start: Offset of its first code point.
        stop: Offset just past its last.
        unit: What it counts.
        value: What it comes to; None where that is open.
        share: Whether it is a fraction without a unit.
        signed: Whether a minus sign stands before it, which is part of it.
    """

    first: int
    end: int
    start: int
    stop: int
    unit: UnitWord
    value: MeasureValue | None
    share: bool = False
    signed: bool = False


class _Shape(NamedTuple):
    """One or two numbers as a range or a change; neither for numbers that stand side by side."""

    kind: str
    numbers: tuple[Decimal, ...]
    opened: bool = False


def read_number(
    analysis: Analysis, words: MeasureWords, at: int, end: int, currency: Callable[[UnitWord, int], str | None]
) -> Reading | None:
    """The measure that the number at a token opens; None for a bare number.

    Args:
        analysis: The article.
        words: The words of numbers and units.
        at: The token of the number.
        end: The token after its block.
        currency: Tells the currency that a unit names at a token; None where that is open.
    """
    tokens, walls = analysis.tokens, analysis.walls
    begin = _beginning(analysis, words, at)
    if begin == at and (_is_no_number(tokens.lowers[at], words) or _is_bare(tokens, words, at, end)):
        return None
    strip = cut_strip(tokens, begin, min(end, at + LONGEST_NUMBER))
    first = read_quantity(strip, 0, words)
    if first is None:
        return None
    lead = _lead(tokens.lowers, begin, walls)
    before = tokens.lowers[lead - 1] if lead and lead not in walls else ""
    last, shape = _joined(strip, first, words, before)
    unit = last.unit or (UnitWord("percent", ("percent",)) if last.share else None)
    if unit is None or (unit.kind == "duration" and strip.lowers[last.end : last.end + 1] == ["old"]):
        return None
    opening = lead - 1 if shape.opened and before == "from" else begin - 1 if shape.opened else begin
    if (
        unit.kind == "percent"
        and before == "to"
        and begin > 1
        and tokens.lowers[begin - 2] == "up"
        and begin - 1 not in walls
    ):
        opening = begin - 2
    signed = opening == begin and _is_signed(tokens, begin)
    if signed:
        shape = _Shape(shape.kind if shape.kind == "amount" else "open", tuple(-number for number in shape.numbers))
    return Reading(
        first=opening,
        end=strip.tokens[last.end - 1] + 1,
        start=tokens.starts[opening - signed] if signed or opening < begin else first.start,
        stop=last.stop,
        unit=unit,
        value=_value(shape, unit, currency(unit, begin) if unit.kind == "currency" else None),
        share=last.share and last.unit is None,
        signed=signed,
    )


def read_count(
    analysis: Analysis, words: MeasureWords, at: int, end: int, counted: Callable[[int], str | None]
) -> Reading | None:
    """The bare number at a token, or the range or change of two, with what stands after it for its unit.

    Args:
        analysis: The article.
        words: The words of numbers.
        at: The token of the number.
        end: The token after its block.
        counted: Tells what is counted from a token on; None where nothing is.
    """
    tokens = analysis.tokens
    if _is_no_number(tokens.lowers[at], words) or _beginning(analysis, words, at) != at or "-" in tokens.words[at]:
        return None
    strip = cut_strip(tokens, at, min(end, at + LONGEST_NUMBER))
    first = read_quantity(strip, 0, words)
    if first is None or first.unit is not None or first.share or _is_signed(tokens, at):
        return None
    before = tokens.lowers[at - 1] if at and at not in analysis.walls else ""
    last, shape = _counts(strip, first, words, before)
    stop = strip.tokens[last.end - 1] + 1
    name = counted(stop)
    if name is None:
        return None
    unit = UnitWord("unit", (name,))
    opening = at - 1 if shape.opened else at
    start = tokens.starts[opening] if shape.opened else first.start
    return Reading(opening, stop, start, last.stop, unit, _value(shape, unit, None))


def _counts(strip: Strip, first: Quantity, words: MeasureWords, before: str) -> tuple[Quantity, _Shape]:
    """The last of one or two bare numbers, and what they come to: "between 10,000 and 20,000"."""
    alone = first, _Shape("amount", (first.value,))
    link = strip.lowers[first.end] if first.end + 1 < len(strip.words) else ""
    if link not in _LINKS or (link == "and" and before != "between"):
        return alone
    other = read_quantity(strip, first.end + 1, words)
    if other is None or other.unit is not None or other.share or link in {"or", "from"}:
        return alone
    if link == "to" and before == "from":
        return other, _Shape("change", (first.value, other.value), opened=True)
    return other, _Shape("interval", (min(first.value, other.value), max(first.value, other.value)))


def _lead(lowers: Sequence[str], begin: int, walls: AbstractSet[int]) -> int:
    """Where the words begin that tell a number as the one that holds: "from | the current 27 percent"."""
    at = begin
    while at > begin - _LONGEST_LEAD and at > 1 and at not in walls and lowers[at - 1] in _HOLDING:
        at -= 1
    return at if at and lowers[at - 1] == "from" else begin


def _is_signed(tokens: Tokens, begin: int) -> bool:
    """Whether a minus sign stands against a number, and nothing that it could hold together with it before the sign."""
    if not begin or tokens.words[begin - 1] not in _SIGNS or tokens.ends[begin - 1] != tokens.starts[begin]:
        return False
    return begin == 1 or tokens.ends[begin - 2] < tokens.starts[begin - 1] or tokens.words[begin - 2] in _OPENING


def _is_no_number(lower: str, words: MeasureWords) -> bool:
    """Whether a word with which a number or a date may begin begins no number: a day, "first", "May"."""
    return (
        lower.isalpha()
        and lower not in words.numbers
        and lower not in words.fractions
        and lower not in words.symbols
        and lower not in _INDEFINITE
    )


def _is_bare(tokens: Tokens, words: MeasureWords, at: int, end: int) -> bool:
    """Whether no word after a number goes on with it, as can be told before it is read."""
    lower = tokens.lowers[at]
    if lower not in words.numbers and (lower[-1] not in ASCII_DIGITS or "-" in lower):
        return False
    following = tokens.lowers[at + 1] if at + 1 < end else "."
    followed = following in words.followers or following in _LINKS or following in VULGAR
    return not followed and "-" not in following


def _beginning(analysis: Analysis, words: MeasureWords, at: int) -> int:
    """The token with which a number begins: its currency sign or article, if one stands before it."""
    tokens, walls = analysis.tokens, analysis.walls
    if not at or at in walls:
        return at
    before = tokens.lowers[at - 1]
    if before in _INDEFINITE:
        counted = tokens.lowers[at] in words.fractions or tokens.lowers[at] in words.scales
        return at - 1 if counted else at  # "a third", "a million", and not "a six-month pause"
    if before == "." and at > 1 and at - 1 not in walls and tokens.lowers[at - 2] + "." in words.symbols:
        return at - 2
    if before not in words.symbols or (before.isalpha() and not tokens.words[at - 1][0].isupper()):
        return at
    begin = at - 1
    joined = begin and begin not in walls and tokens.ends[begin - 1] == tokens.starts[begin]
    return begin - 1 if joined and tokens.lowers[begin - 1] + before in words.symbols else begin


def _joined(strip: Strip, first: Quantity, words: MeasureWords, before: str) -> tuple[Quantity, _Shape]:
    """The last number of a range or change with its unit, and what the numbers come to together."""
    alone = first, _Shape("amount", (first.value,))
    link = strip.lowers[first.end] if first.end < len(strip.words) else ""
    if link not in _LINKS or first.end + 1 >= len(strip.words):
        return alone
    if (link == "from" and (before != "to" or first.unit is None)) or (link == "to" and _is_move(first, words, before)):
        return alone
    after = first.end + 1
    if link == "to" and _is_hyphen(strip, after):
        after += 1  # "10-to-15 percent"
    elif link in _DASHES and _is_hyphen(strip, first.end) and strip.lowers[after] in {"to", "or"}:
        link, after = strip.lowers[after], after + 1  # "15- to 20-percent"
        if after >= len(strip.words):
            return alone
    after = _past_hedges(strip, after, _hedges(link, before, words))
    other = read_quantity(strip, after, words)
    if other is None or (other.share and other.unit is None):
        return alone
    if other.unit is None:
        if first.unit is None or not _shares_unit(strip, first, other, link, before):
            return alone
        other = other._replace(unit=first.unit)
    if first.unit is not None and first.unit != other.unit:
        return alone
    one, two = first.value, other.value
    if first.scale is None and other.scale is not None and one <= two / other.scale:
        one *= other.scale  # "5 to 10 million"
    if link == "from":
        return other, _Shape("change", (two, one), opened=True)
    if link == "to" and before == "from":
        return other, _Shape("change", (one, two), opened=True)
    if link in _DASHES or link == "to" or (link == "and" and before == "between"):
        return other, _Shape("interval", (min(one, two), max(one, two)))
    return alone if first.unit is not None else (other, _Shape("open", ()))


def _is_move(first: Quantity, words: MeasureWords, before: str) -> bool:
    """Whether something moves by a first amount, to the second: "fell by a third to 5 tonnes", "rose $5 to $60"."""
    return first.share or (before in words.shifts and first.unit is not None and first.unit.kind != "percent")


def _hedges(link: str, before: str, words: MeasureWords) -> frozenset[str]:
    """What may stand before the second number: "from 8 to at least | 35 percent", "to 8 percent from the | 9"."""
    if link == "from":
        return _HOLDING
    return words.hedges if link == "to" and before == "from" else _NO_WORDS


def _past_hedges(strip: Strip, at: int, hedges: frozenset[str]) -> int:
    """Where the second number of a change begins, past what may stand before it: "from 8 percent to at least | 35"."""
    while at + 1 < len(strip.words) and strip.lowers[at] in hedges:
        at += 1
    return at


def _is_hyphen(strip: Strip, at: int) -> bool:
    """Whether a hyphen stands against the part before it, with another part after it."""
    return 0 < at < len(strip.words) - 1 and strip.lowers[at] == "-" and strip.starts[at] == strip.ends[at - 1]


def _shares_unit(strip: Strip, first: Quantity, other: Quantity, link: str, before: str) -> bool:
    """Whether a second number without a unit has that of the first: "from 25 percent to 15", "$5-10 billion"."""
    after = strip.lowers[other.end] if other.end < len(strip.words) else "."
    signed = first.unit is not None and first.unit.kind == "currency" and (other.scale is not None or link in _DASHES)
    changed = link in {"to", "from"} and before in {"from", "to"}
    return (signed and link != "from") or (changed and after in _CLOSED)


def _value(shape: _Shape, unit: UnitWord, code: str | None) -> MeasureValue | None:
    if unit.kind == "duration":
        whole = shape.kind == "amount" and shape.numbers[0] == int(shape.numbers[0])
        return Duration(f"P{int(shape.numbers[0])}{unit.names[0]}") if whole else None
    if shape.kind == "open" or (unit.kind == "currency" and code is None):
        return None
    name = None if unit.kind == "currency" else unit.names[0]
    numbers = shape.numbers if unit.part == 1 else tuple(number * unit.part for number in shape.numbers)
    if shape.kind == "amount":
        return Amount(value=numbers[0], unit=name, currency=code)
    low, high = numbers
    if shape.kind == "change":
        return Change(before=low, after=high, unit=name, currency=code)
    return Interval(low=low, high=high, unit=name, currency=code)
