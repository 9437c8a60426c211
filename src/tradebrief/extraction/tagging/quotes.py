"""Quotation marks in pairs, one block at a time, so that an odd mark spoils nothing beyond its block."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import frozen

from tradebrief.extraction.tokens import Tokens

__all__ = ["QUOTATION_MARKS", "Quotation", "find_inner", "find_quotations", "goes_on"]

_OPENING = {"“": '”"', "«": "»", "„": "“”"}
_MENDED = {("“", "close"): "”", ("”", "open"): "“"}  # typed the wrong way round
_DOUBLED = '""'  # As a table in a text format writes each mark that stands in a field.
_STRAIGHT = frozenset({'"', _DOUBLED, "''", "``"})  # two single marks are typed for a double one
QUOTATION_MARKS = frozenset("\"'’‘`“”«»„") | _STRAIGHT
_SINGLE = "’'"
_SINGLE_REACH = 80
_BEFORE_SINGLE = frozenset('([—–"“«„') | _STRAIGHT
_KINDS = (frozenset({*_STRAIGHT, "“", "”", "„"}), frozenset("‘’'`"), frozenset("«»"))


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


def find_quotations(tokens: Tokens, blocks: Sequence[tuple[int, int]], marks: Sequence[int]) -> tuple[Quotation, ...]:
    """The outermost quotations in order.

    Straight marks open and close by turns; a mark against the following word opens, against the one
    before closes. A quotation that is not closed runs to the block's end, as speeches over several paragraphs
    do, if it opens the block or the next one opens with a mark of its kind; any other odd mark is left alone.

    Args:
        tokens: The tokens.
        blocks: For each block its half-open range of tokens.
        marks: The quotation marks among the tokens, in order.
    """
    if not marks:
        return ()
    found: list[Quotation] = []
    worded = [(first, end) for first, end in blocks if first < end]
    nothing = len(tokens), len(tokens)
    for (first, end), following in zip(worded, [*worded[1:], nothing], strict=False):
        here = marks[bisect_left(marks, first) : bisect_left(marks, end)]
        if here:
            found.extend(_in_block(tokens, here, first, end, following))
    return tuple(found)


def find_inner(tokens: Tokens, quotations: Sequence[Quotation]) -> tuple[Quotation, ...]:
    """The quotations within quotations in order, one level deep: those in marks of another kind, and closed ones.

    Curly marks of the same kind count where as many close as open.
    """
    found: list[Quotation] = []
    for outer in quotations:
        inside = range(outer.open + 1, outer.close)
        marks = [at for at in inside if tokens.words[at] in QUOTATION_MARKS]
        kind = next(kind for kind in _KINDS if tokens.words[outer.open] in kind)
        if not any(tokens.words[at] == "“" for at in marks):
            marks = [at for at in marks if tokens.words[at] not in kind]
        nested = _in_block(tokens, marks, inside.start, inside.stop, (inside.stop, inside.stop)) if marks else []
        found.extend(quotation for quotation in nested if quotation.closed)
    return tuple(found)


def goes_on(quotation: Quotation, following: Quotation) -> bool:
    """Whether a quotation is left open at the end of its paragraph and the next paragraph takes it up."""
    return not quotation.closed and following.open == quotation.close


def _in_block(
    tokens: Tokens, marks: Sequence[int], first: int, end: int, following: tuple[int, int]
) -> list[Quotation]:
    found: list[Quotation] = []
    open_at: int | None = None
    if _DOUBLED in tokens.text:
        marks = _within_field(tokens, marks, first, end)
    closing, depth, nests = "", 0, _are_even(tokens, marks, first, end)
    for at in marks:
        mark = _mark(tokens, at, first, end)
        if open_at is None:
            single = _single_close(tokens, at, first, end) if mark in "‘'" else None
            if mark in _OPENING or (mark == '"' and _may_open(tokens, at, end)):
                open_at, closing = at, _OPENING.get(mark, '"”')
            elif single is not None:
                found.append(Quotation(at, single))
                open_at, closing = at, _SINGLE
        elif closing == _SINGLE:
            open_at = None if at >= found[-1].close else open_at
        elif nests and mark == "“":
            depth += 1
        elif mark in closing and depth:
            depth -= 1
        elif mark in closing:
            found.append(Quotation(open_at, at))
            open_at = None
    if open_at is not None and closing != _SINGLE:
        kind = _mark(tokens, open_at, first, end)
        if open_at <= first + 1 or _opens_with(tokens, kind, *following):
            found.append(Quotation(open_at, end, closed=False))
    return found


def _within_field(tokens: Tokens, marks: Sequence[int], first: int, end: int) -> Sequence[int]:
    """The marks of a block without those around it, where it is a field of a table, whose own marks are doubled."""
    words = tokens.words
    if not any(words[at] == _DOUBLED for at in marks):
        return marks
    around = {first} if words[first] == '"' else set[int]()
    if words[end - 1] == '"' or words[end - 2 : end] == ['"', _DOUBLED]:
        around.add(end - 1)
    return [at for at in marks if at not in around]


def _mark(tokens: Tokens, at: int, first: int, end: int) -> str:
    """A mark as it is meant: straight ones alike, one typed the wrong way round by its place."""
    word = tokens.words[at]
    return '"' if word in _STRAIGHT else _MENDED.get((word, _side(tokens, at, first, end)), word)


def _opens_with(tokens: Tokens, kind: str, first: int, end: int) -> bool:
    """Whether a block opens with a mark of a kind, right before a word."""
    return first + 1 < end and _mark(tokens, first, first, end) == kind and _may_open(tokens, first, end)


def _side(tokens: Tokens, at: int, first: int, end: int) -> str:
    """Whether a mark stands against the word after it alone ("open"), the one before it alone ("close"), or neither."""
    before = at > first and tokens.ends[at - 1] == tokens.starts[at]
    after = at + 1 < end and tokens.starts[at + 1] == tokens.ends[at]
    return "open" if after and not before else "close" if before and not after else ""


def _may_open(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a mark stands against the word after it."""
    return at + 1 < end and tokens.starts[at + 1] == tokens.ends[at]


def _are_even(tokens: Tokens, marks: Sequence[int], first: int, end: int) -> bool:
    """Whether as many curly marks close as open, so that one may stand within another: "“He said “no” twice.”"."""
    curly = [_mark(tokens, at, first, end) for at in marks]
    return curly.count("“") == curly.count("”") > 1


def _single_close(tokens: Tokens, at: int, first: int, end: int) -> int | None:
    """What closes a single mark: white space or a bracket before it, a word right after, a close to come.

    After a curly one an apostrophe that may as well be a plural's closes if nothing else does: "‘the rules’ and".
    """
    if at + 1 >= end or tokens.starts[at + 1] != tokens.ends[at]:
        return None
    if at > first and tokens.starts[at] == tokens.ends[at - 1] and tokens.words[at - 1] not in _BEFORE_SINGLE:
        return None
    closes = [close for close in range(at + 2, min(end, at + _SINGLE_REACH)) if tokens.words[close] in _SINGLE]
    sure = next((close for close in closes if _single_closes(tokens, close, end)), None)
    if sure is not None or tokens.words[at] != "‘":
        return sure
    return next((close for close in closes if _is_apart(tokens, close, end)), None)


def _single_closes(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a single mark closes: against the word or mark before it, and nothing of a word after it."""
    plural = tokens.lowers[at - 1][-1:] == "s" and at + 1 < end and tokens.words[at + 1][0].islower()
    return not plural and _is_apart(tokens, at, end)


def _is_apart(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a mark stands against the word or mark before it, and against no word after it."""
    after = at + 1 >= end or tokens.starts[at + 1] > tokens.ends[at] or not tokens.words[at + 1][0].isalnum()
    return after and tokens.starts[at] == tokens.ends[at - 1]
