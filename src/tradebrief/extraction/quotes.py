"""Quotation marks in pairs, one block at a time, so that an odd mark spoils nothing beyond its block."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, count

from attrs import frozen

from tradebrief.extraction.tokens import Tokens

__all__ = ["Quotation", "find_quotations"]

_OPENING = {"“": '”"', "«": "»", "„": "“”"}
_MENDED = {("“", "close"): "”", ("”", "open"): "“"}  # typed the wrong way round
_STRAIGHT = frozenset({'"', "''", "``"})  # two single marks are typed for a double one
_ALL_MARKS = frozenset("\"'’‘`“”«»„") | _STRAIGHT


@frozen
class Quotation:
    """A pair of quotation marks.

    Attributes:
        open: Token of the opening mark.
        close: Token of the closing mark; the end of the block where a speech goes on in the next one.
        closed: Whether the closing mark is there.
    """

    open: int
    close: int
    closed: bool = True


def find_quotations(tokens: Tokens, blocks: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The outermost quotations in order.

    Straight marks open and close by turns; a mark against the following word opens, against the one
    before closes. A quotation that opens a block and is not closed runs to the block's end, as speeches
    over several paragraphs do; any other odd mark is left alone.
    """
    marks = list(compress(count(), map(_ALL_MARKS.__contains__, tokens.words)))
    if not marks:
        return ()
    found: list[Quotation] = []
    for first, end in blocks:
        here = marks[bisect_left(marks, first) : bisect_left(marks, end)]
        if here:
            found.extend(_in_block(tokens, here, first, end))
    return tuple(found)


def _in_block(tokens: Tokens, marks: Sequence[int], first: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: int | None = None
    closing = ""
    for at in marks:
        word = tokens.words[at]
        mark = '"' if word in _STRAIGHT else _MENDED.get((word, _side(tokens, at, first, end)), word)
        if open_at is None:
            if mark in _OPENING or (mark == '"' and _may_open(tokens, at, end)):
                open_at, closing = at, _OPENING.get(mark, '"”')
            elif mark in "‘'" and _single_opens(tokens, at, first, end):
                open_at, closing = at, "’'"
        elif mark in closing and (closing != "’'" or _single_closes(tokens, at, end)):
            found.append(Quotation(open_at, at))
            open_at = None
    if open_at is not None and closing != "’'" and open_at <= first + 1:
        found.append(Quotation(open_at, end, closed=False))
    return found


def _side(tokens: Tokens, at: int, first: int, end: int) -> str:
    """Whether a mark stands against the word after it alone ("open"), the one before it alone ("close"), or neither."""
    before = at > first and tokens.ends[at - 1] == tokens.starts[at]
    after = at + 1 < end and tokens.starts[at + 1] == tokens.ends[at]
    return "open" if after and not before else "close" if before and not after else ""


def _may_open(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a straight mark stands against the word after it."""
    return at + 1 < end and tokens.starts[at + 1] == tokens.ends[at]


def _single_opens(tokens: Tokens, at: int, first: int, end: int) -> bool:
    """Whether a single mark opens: white space or a bracket before it, a word right after, a close to come."""
    if at + 1 >= end or tokens.starts[at + 1] != tokens.ends[at]:
        return False
    if at > first and tokens.starts[at] == tokens.ends[at - 1] and tokens.words[at - 1] not in "([—–":
        return False
    return any(
        tokens.words[close] in "’'" and _single_closes(tokens, close, end) for close in range(at + 2, min(end, at + 80))
    )


def _single_closes(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a single mark closes: against the word or mark before it, and nothing of a word after it."""
    if tokens.starts[at] != tokens.ends[at - 1]:
        return False
    apart = at + 1 >= end or tokens.starts[at + 1] > tokens.ends[at] or not tokens.words[at + 1][0].isalnum()
    plural = tokens.lowers[at - 1][-1:] == "s" and at + 1 < end and tokens.words[at + 1][0].islower()
    return apart and not plural
