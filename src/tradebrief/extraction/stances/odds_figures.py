"""How good a chance is that is put in figures: "put the chances of a deal at one in five", "at 70 percent"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Outlook

__all__ = ["figured_odds"]

_PUTTING = frozenset({"put", "puts", "putting"})
_BEFORE = 4
_REACH = 16
_PERCENT = frozenset({"percent", "%"})
_LOW, _HIGH = 0.4, 0.6


def figured_odds(analysis: Analysis, at: int) -> tuple[Outlook, int, int] | None:
    """The outlook by the figure at which somebody puts the chance at a token, the verb, and where the figure opens."""
    lowers, (floor, ceiling) = analysis.tokens.lowers, analysis.reach(at)
    verb = next((back for back in range(at - 1, max(floor, at - _BEFORE) - 1, -1) if lowers[back] in _PUTTING), None)
    if verb is None or lowers[at + 1 : at + 2] != ["of"]:
        return None
    opener = next((mark for mark in range(at + 2, min(ceiling, at + _REACH)) if lowers[mark] == "at"), None)
    share = None if opener is None else _share(analysis, opener + 1, ceiling)
    if opener is None or share is None:
        return None
    outlook = Outlook.SKEPTICAL if share < _LOW else Outlook.OPTIMISTIC if share > _HIGH else Outlook.UNCERTAIN
    return outlook, verb, opener


def _share(analysis: Analysis, first: int, ceiling: int) -> float | None:
    """A share in words or figures: "no better than one in five", "30 percent"."""
    lowers, known = analysis.tokens.lowers, analysis.lexicon.number_words
    for at in range(first, min(ceiling, first + _BEFORE)):
        number = _number(known, lowers[at])
        if number is None:
            continue
        if lowers[at + 1 : at + 2] == ["in"] and (whole := _number(known, *lowers[at + 2 : at + 3])):
            return number / whole
        return number / 100 if not _PERCENT.isdisjoint(lowers[at + 1 : at + 2]) else None
    return None


def _number(known: Mapping[str, Decimal], word: str = "") -> float | None:
    """What a numeral comes to, in figures or in words."""
    value = Decimal(word) if word.isascii() and word.isdecimal() else known.get(word)
    return None if value is None else float(value)
