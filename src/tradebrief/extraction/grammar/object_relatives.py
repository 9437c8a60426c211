"""The noun phrase whose relative clause has an object or complement that it stands for: "the mills it supplies"."""

from __future__ import annotations

from tradebrief.extraction.grammar.plain_phrases import plain_before
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["with_object_relative"]

_GROUP = "ivdMBVOTXA"
_FINITE = "vMBVO"
_LONGEST_GROUP = 8
_RELATIVES = frozenset({"who", "whom", "which", "that"})
_OPENS = ",;HqC:-("


def with_object_relative(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends before a token with an object relative, as a range of tokens.

    "The mills it supplies | say", "the farms the scheme was meant to help | say", "growers I met in Lima | say".

    Args:
        analysis: The article's.
        first: Where what stands after the relative clause's verb begins ("in Lima"); the end if nothing does.
        end: The token before which the phrase ends.
        floor: Where the sentence begins.
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    start = first
    while start > max(floor, first - _LONGEST_GROUP) and tags[start - 1] in _GROUP:
        start -= 1
    if start <= floor + 1 or start == first or not any(tag in _FINITE for tag in tags[start:first]):
        return None
    if tags[first - 1] not in "ivd" or lowers[first - 1] in analysis.index.clausal:
        return None  # "the mills he says | are late"
    subject = plain_before(analysis, start, floor)
    if subject is None or subject[0] <= floor or tags[subject[0]] not in "RDS":
        return None
    opener = subject[0] - 1
    if tags[opener] in "WH" and lowers[opener] in _RELATIVES:
        stop = opener - (tags[opener - 1] in "P,")  # "with whom I have talked"
    elif tags[opener] in "NE" and (first == end or tags[first] == "P"):
        stop = subject[0]
    else:
        return None
    head = plain_before(analysis, stop, floor)
    if head is None or tags[head[1] - 1] not in "NE" or not (head[0] == floor or tags[head[0] - 1] in _OPENS):
        return None
    return None if lowers[head[1] - 1] in analysis.index.sets["grammar.time"] else (head[0], end)
