"""The lexicon's words for numbers, units and dates, as the look-ups that measures are read by."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

import regex
from attrs import frozen

from tradebrief.extraction.lookups.phrasebook import Phrasebook
from tradebrief.extraction.tokens import scan_tokens
from tradebrief.lexicon import Lexicon
from tradebrief.model import ActorKind

__all__ = ["MeasureWords", "UnitWord", "measure_words"]

_WHOLE = frozenset({"May", "June", "July"})  # Short names that are no abbreviations.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@frozen
class UnitWord:
    """What stands behind a number.

    Attributes:
        kind: ``percent``, ``currency``, ``unit`` or ``duration``.
        names: The unit's name, ISO 4217 code or ISO 8601 letter; several where the word is that of several currencies.
        default: The currency that is meant where no country tells.
        part: What one of it is of the unit that its names name: a cent is a hundredth of a dollar.
    """

    kind: str
    names: tuple[str, ...]
    default: str | None = None
    part: Decimal = Decimal(1)


@frozen(kw_only=True)
class MeasureWords:
    """The words that numbers are read with. Keys are in lower case.

    Attributes:
        units: What may follow a number, longest first.
        symbols: Currency signs and codes that stand before a number.
        scales: Factors by their word ("million").
        letters: Factors by what may stand against the digits ("bn").
        numbers: Whole numbers by their word.
        fractions: Parts of one by their word ("tenth").
        followers: First words of what may go on after a number's first word: numbers, scales, units.
        hedges: Words that may stand before the second number of a change.
        shifts: What stands before an amount by which something has moved.
        months: Numbers of months by their name as printed.
        month_names: Their names in full in the same manner.
        dates: Finds dates that have a month.
        currency_of: The currency of a country by the country's code.
    """

    units: Phrasebook[UnitWord]
    symbols: dict[str, str]
    scales: dict[str, Decimal]
    letters: dict[str, Decimal]
    numbers: dict[str, Decimal]
    fractions: dict[str, Decimal]
    followers: frozenset[str]
    hedges: frozenset[str]
    shifts: frozenset[str]
    months: dict[str, int]
    month_names: dict[str, str]
    dates: regex.Pattern[str]
    currency_of: dict[str, str]


@lru_cache(maxsize=8)
def measure_words(lexicon: Lexicon) -> MeasureWords:
    """The look-ups of a lexicon, built once."""
    table = lexicon.table("measures")
    scales = {word.lower(): value for word, value in lexicon.scales.items()}
    units = Phrasebook((_words(word), unit) for word, unit in _units(lexicon, table))
    return MeasureWords(
        units=units,
        symbols={symbol.lower(): currency.code for currency in lexicon.currencies for symbol in currency.symbols},
        scales={word: value for word, value in scales.items() if len(word) > 1},
        letters=lexicon.scales,
        numbers={word: value for word, value in lexicon.number_words.items() if value == int(value)},
        fractions={word: value for word, value in lexicon.number_words.items() if value != int(value)},
        followers=frozenset({*lexicon.number_words, *scales, *units.begins}),
        hedges=frozenset(table["words"]["hedges"]),
        shifts=frozenset(table["words"]["shifts"]),
        months={name: _MONTHS.index(name[:3].lower()) + 1 for name in lexicon.layout.months},
        month_names={
            name: max((other for other in lexicon.layout.months if other[:3].lower() == name[:3].lower()), key=len)
            for name in lexicon.layout.months
        },
        dates=_date_pattern(lexicon.layout.months),
        currency_of={
            entry.country: entry.currency
            for entry in lexicon.actors.values()
            if entry.kind is ActorKind.COUNTRY and entry.country and entry.currency
        },
    )


def _units(lexicon: Lexicon, table: dict[str, Any]) -> Iterable[tuple[str, UnitWord]]:
    for name in ("percent", "percentage point", "basis point"):
        yield from ((word, UnitWord("percent", (name,))) for word in table["percent"][name])
    for row in table["shared_currency"]:
        shared = UnitWord("currency", tuple(row["codes"]), row.get("default"), Decimal(row.get("part", 1)))
        yield from ((word, shared) for word in row["words"])
    for currency in lexicon.currencies:
        codes = (symbol for symbol in currency.symbols if symbol.isalpha() and symbol.isupper() and len(symbol) > 2)
        yield from ((word, UnitWord("currency", (currency.code,))) for word in (*currency.words, *codes))
        yield from (
            (symbol, UnitWord("currency", (currency.code,))) for symbol in currency.symbols if not symbol.isalnum()
        )
    for letter, words in table["duration"].items():
        yield from ((word, UnitWord("duration", (letter,))) for word in words)
    for unit in lexicon.units:
        yield from ((word, UnitWord("unit", (unit.name,))) for word in unit.words)


def _words(phrase: str) -> tuple[str, ...]:
    """The parts of a unit's name, compounds taken apart as ``strips`` does it."""
    return tuple(part for word in scan_tokens(phrase).lowers for part in word.split("-") if part)


def _date_pattern(months: Iterable[str]) -> regex.Pattern[str]:
    """A pattern for dates with a month, its parts in the groups ``year``, ``month`` and ``day``."""
    listed = sorted(months, key=lambda name: (-len(name), name))
    names = "|".join(
        regex.escape(name) + (r"\b\.?" if len(name) < 5 and name not in _WHOLE else r"\b") for name in listed
    )
    day, month = r"(?P<day>[0-3]?\d|\d\d(?=st|nd|rd|th))(?:st|nd|rd|th)?", rf"(?:(?P<month>{names}))"
    year = r"(?:,?[\s\xa0]{1,3}+(?P<year>(?:19|20)\d\d)\b(?![.,]?\d))?"
    return regex.compile(
        rf"{day}(?:[\s\xa0]of)?[\s\xa0]{{1,3}}+{month}{year}"
        rf"|{month}[\s\xa0]{{1,3}}+{day}\b(?![\d.,]*\d|[\s\xa0-]{{0,3}}(?:percent|per cent|%)){year}"
        rf"|{month},?[\s\xa0]{{1,3}}+(?P<year>(?:19|20)\d\d)\b"
        r"|(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"
    )
