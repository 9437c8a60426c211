"""The clause that an attribution stands beside or amid: "the cap, | in its view, | is fair"."""

from __future__ import annotations

from tradebrief.extraction.grammar.clauses import CLAUSE_REACH, Ranges, before_verb, clause_end, trim_end
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["around", "opens_inner_clause"]

_OPENING_INNER = frozenset({"when", "where"})


def opens_inner_clause(analysis: Analysis, first: int, floor: int) -> bool:
    """Whether an attribution stands right after the word that opens a clause within its sentence.

    "It resents the cap when, | it says, rivals pay nothing"; "wants it gone, since | in its view nobody pays".
    """
    tags, at = analysis.tags, first - 1 - (analysis.tags[first - 1] == ",")
    if at <= floor:
        return False
    if tags[at] == "C":  # "Prices fell and, | he says, will fall again", but "growers and, he says, millers"
        return tags[at - 1] not in "NEKdg" if at < first - 1 else tags[at - 1] == ","
    return tags[at] == "U" or analysis.tokens.lowers[at] in _OPENING_INNER or (tags[at] == "H" and tags[at - 1] in "vd")


def _in_relative(analysis: Analysis, first: int, end: int, ceiling: int) -> Ranges | None:
    """The rest of a relative clause in which an attribution stands: "a clause which, in its view, | costs jobs"."""
    tags = analysis.tags
    if end + 1 >= ceiling or tags[first - 1] != "," or tags[end] != "," or tags[first - 2] not in "HW":
        return None
    verb = end + 1
    while verb < min(ceiling, end + CLAUSE_REACH) and tags[verb] in "MBVOXAdgiv":
        verb += 1
    stop = clause_end(analysis, end + 1, ceiling, clausal=True)
    return ((end + 1, before_verb(analysis, verb, stop, clause=False)[1]),) if end + 1 < verb < stop else None


def around(analysis: Analysis, first: int, end: int, floor: int, ceiling: int) -> Ranges | None:
    """The clause that an attribution between two tokens stands beside: after it, before it, or on both sides."""
    tags = analysis.tags
    bracket = analysis.tagged.rfind("(", max(floor, first - CLAUSE_REACH), first)
    if bracket >= 0 and analysis.tagged.find(")", bracket, first) < 0:
        floor = bracket + 1  # "(a mill worth 9 million, according to filings)"
    start = end + (end < ceiling and tags[end] == ",")
    opens = first - floor < 6 and all(tags[at] in "CAq,-" for at in range(floor, first))
    opens = opens or opens_inner_clause(analysis, first, floor)
    if opens:
        stop = clause_end(analysis, start, ceiling, clausal=True)
        return ((start, stop),) if stop > start else None
    if first - 2 > floor and (rest := _in_relative(analysis, first, end, ceiling)) is not None:
        return rest
    left = trim_end(analysis, floor, first)
    left_first = _clause_start(analysis, max(floor, left - CLAUSE_REACH - 1), left)
    if tags[left - 1] == "q" and _is_whole_quotation(analysis, left_first - 1, left - 1):
        left = trim_end(analysis, left_first, left - 1)
    if not 0 < left - left_first <= CLAUSE_REACH:
        return None
    if end < ceiling and tags[end] == "," and first > floor and tags[first - 1] == ",":
        stop = clause_end(analysis, end + 1, ceiling, clausal=True)
        if (
            stop > end + 1
            and tags[end + 1] not in "UW"
            and analysis.tokens.lowers[end + 1] not in {"but", "and", "while"}
        ):
            return (left_first, left), (end + 1, stop)
    return ((left_first, left),)


def _is_whole_quotation(analysis: Analysis, opening: int, close: int) -> bool:
    """Whether two tokens are the marks of one quotation."""
    number = analysis.quoted[opening + 1]
    return number >= 0 and analysis.quotations[number].open == opening and analysis.quotations[number].close == close


def _clause_start(analysis: Analysis, floor: int, end: int) -> int:
    first = floor
    while first < end and analysis.tags[first] in "C,-q":
        first += 1
    return first
