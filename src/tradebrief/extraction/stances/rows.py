"""Measures and agreements in a row that one word takes a side on: "opposes the levy and the quota"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["row_of"]

_PLAIN = re.compile("[DSNEKGAhdg]++")  # Over tags: a noun phrase up to its head.
_LONGEST_ROW = 4
_MOST_COMPLEMENTS = 3
_JOINTS = frozenset({"and", "or", "nor"})
_OPENERS = frozenset({"both", "either", "neither"})
_THINGS = ("control.instruments", "control.agreements")


def row_of(analysis: Analysis, first: int, end: int) -> list[tuple[int, int]]:
    """The phrases of a row, each with its complements; none where only one thing stands there.

    In "a pact on levies and quotas" it is left open what "and" joins.

    Args:
        analysis: The article.
        first: The first token of the row.
        end: The token after the words that may belong to it.
    """
    if analysis.tagged.find("C", first, end) < 0:
        return []  # As most.
    found = list(_phrases(analysis, first, end))
    return found if len(found) > 1 else []


def _phrases(analysis: Analysis, first: int, end: int) -> Iterator[tuple[int, int]]:
    tags, lowers = analysis.tags, analysis.tokens.lowers
    start = first + (lowers[first] in _OPENERS)
    for _ in range(_LONGEST_ROW):
        plain = _PLAIN.match(analysis.tagged, start, end)
        if plain is None or not _is_thing(analysis, plain.end() - 1) or _has_verb_after(analysis, plain.end(), end):
            return
        stop = _past_complements(analysis, plain.end(), end)
        if stop is None:
            return
        yield start, stop
        start = stop + (tags[stop : stop + 1] == [","])
        start += start < end and tags[start] == "C" and lowers[start] in _JOINTS
        if start == stop or start >= end:
            return


def _past_complements(analysis: Analysis, at: int, end: int) -> int | None:
    """Where the complements after a head end; None where one of them is a measure or an agreement itself."""
    for _ in range(_MOST_COMPLEMENTS):
        if at >= end or analysis.tags[at] != "P":
            return at
        inner = _PLAIN.match(analysis.tagged, at + 1, end)
        if inner is None:
            return at
        at = inner.end()
        if _is_thing(analysis, at - 1):
            return None
    return at


def _is_thing(analysis: Analysis, at: int) -> bool:
    """Whether a token is the head noun of a measure or an agreement."""
    sets = analysis.index.sets
    return analysis.tags[at] == "N" and any(analysis.tokens.lowers[at] in sets[key] for key in _THINGS)


def _has_verb_after(analysis: Analysis, at: int, end: int) -> bool:
    """Whether a phrase is the subject of another clause: "opposes the levy, and the quota | is".

    One that closes the words of a row is a subject together with the rest: "the levy and the quota | must go".
    """
    return at < end and analysis.tags[at] in "vMBVO"
