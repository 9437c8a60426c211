"""How good a chance is that is put in figures: "put the chances of a deal at one in five", "at 70 percent"."""

from __future__ import annotations

from tradebrief.extraction.analysis import Analysis
from tradebrief.model import Outlook

__all__ = ["figured_odds"]

_PUTTING = frozenset({"put", "puts", "putting"})
_BEFORE = 4
_REACH = 16
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for number, word in enumerate(_WORDS, 1)}
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
    lowers = analysis.tokens.lowers
    for at in range(first, min(ceiling, first + _BEFORE)):
        number = _number(lowers[at])
        if number is None:
            continue
        if lowers[at + 1 : at + 2] == ["in"] and (whole := _number(*lowers[at + 2 : at + 3])):
            return number / whole
        return number / 100 if not _PERCENT.isdisjoint(lowers[at + 1 : at + 2]) else None
    return None


def _number(word: str = "") -> float | None:
    return float(word) if word.isascii() and word.isdecimal() else _NUMBERS.get(word)
