"""Names beside the head of a target: in apposition to it, as examples of it, or further ones of its list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorId, Target, TargetKind

__all__ = ["company_of", "may_have_company"]

_MOST = 4
_LONGEST_NAME = 10
_BRACKET = 12
_EXAMPLES = (
    ("including",),
    ("like",),
    ("such", "as"),
    ("among", "them"),
    ("particularly",),
    ("especially",),
    ("notably",),
    ("namely",),
)
_INCLUDING = "including"
_PARTS = ("in", "particular")
_OPENING_WORDS = frozenset({"in", *(words[0] for words in _EXAMPLES)})
_OPENING_MARKS = re.compile("[,:(C-]")  # Over tags.


def may_have_company(analysis: Analysis, first: int, end: int) -> bool:
    """Whether anything after the first token of a phrase, or right after its last, may open a further name."""
    if _OPENING_MARKS.search(analysis.tagged, first + 1, end + 1) is not None:
        return True
    return not _OPENING_WORDS.isdisjoint(analysis.tokens.lowers[first + 1 : end + 1])


def company_of(
    analysis: Analysis, cast: Cast, head: int, end: int, *, holder: ActorId | None = None
) -> Iterator[Target]:
    """The actors that are named beside the head of a noun phrase, which share the side toward it.

    "The regulator, the Lund Council", "outlets like the Lund Post", "its neighbours, particularly Chile", and the
    names after the first of "rivals Ana Ruiz and Sen. Eva Lund".

    Args:
        analysis: The article's.
        cast: Its actors.
        head: The token after the head of the phrase.
        end: The token after the phrase.
        holder: Who takes the side, and can't be its target.
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    _, ceiling = analysis.reach(head - 1)
    at = _past_bracket(analysis, head, ceiling)
    for _ in range(_MOST):
        closed = at >= end
        told = closed and at < ceiling and tags[at] == ":" and _ends_after(analysis, cast, at + 1, ceiling)
        if closed and not told and not _opens_part(analysis, at, ceiling):
            return
        end = ceiling if closed else end  # What a colon introduces goes on to the end of the sentence.
        first = _next_name(analysis, at, end)
        found = _name_in(analysis, cast, first, end) if first is not None else None
        if found is None:
            return
        begin, stop, actor = found
        if actor != holder and tags[begin] not in "SR":
            span = analysis.tokens.span(begin, stop)
            yield Target(kind=TargetKind.ACTOR, span=span, concept=actor, actor=actor)
        at = _past_bracket(analysis, stop, ceiling)
        if at < ceiling and tags[at] == "," and tuple(lowers[at + 1 : at + 2]) == ("who",):
            return


def _next_name(analysis: Analysis, at: int, end: int) -> int | None:
    """Where the words for a further name begin: after a comma, "and", a colon or a word that opens examples."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    first = at
    while first < end and first < at + 2 and (tags[first] in ",:-" or (tags[first] == "C" and lowers[first] != "but")):
        first += 1
    if tuple(lowers[first : first + 2]) == _PARTS:
        first += 2
        first += first < end and tags[first] == ","
    for words in _EXAMPLES:
        if tuple(lowers[first : first + len(words)]) == words:
            first += len(words)
            break
    return first if at < first < end else None


def _name_in(analysis: Analysis, cast: Cast, first: int, end: int) -> tuple[int, int, ActorId] | None:
    """The actor whose name or description ends the noun phrase that begins at a token, titles before it passed over."""
    tags, last = analysis.tags, min(end, first + _LONGEST_NAME)
    for begin in range(first, last):
        for stop, actor in cast.starting.get(begin, ()):
            if stop <= end and (stop >= len(tags) or tags[stop] not in "GNEh"):
                acts = begin > first and stop < len(tags) and tags[stop] in "vMBVO"
                return None if acts else (begin, stop, actor)  # "a fund, an idea Lund has rejected"
        if tags[begin] not in "DNEAhdKgS":
            return None  # "its president, Ana Ruiz"
    return None


def _opens_part(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether after a comma some of those who are meant are named: "blacklisted nine mills, | including Velk"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if at + 2 >= ceiling or tags[at] != "," or lowers[at + 1] != _INCLUDING:
        return False
    before = at - 1
    while before > max(0, at - _LONGEST_NAME) and tags[before] in "DNEAhdKgS":
        before -= 1
    return tags[before] != "P"  # "a report on some mills, including Velk"


def _ends_after(analysis: Analysis, cast: Cast, first: int, ceiling: int) -> bool:
    """Whether nothing but a name follows a colon: "a candidate for president: Ana Ruiz."."""
    found = _name_in(analysis, cast, first, ceiling)
    return found is not None and (found[1] >= ceiling or analysis.tags[found[1]] in ",;C")


def _past_bracket(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after a bracket that opens at a token: "Ruiz (R-Utah)"."""
    if at >= ceiling or analysis.tags[at] != "(":
        return at
    closing = (probe for probe in range(at + 1, min(ceiling, at + _BRACKET)) if analysis.tags[probe] == ")")
    return next(closing, at - 1) + 1
