"""Conditions: the clauses after "if", "unless" and "provided that", in a content or beside the clause they are on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tradebrief.extraction.grammar.clauses import main_clause_follows, trim_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.text import Span

__all__ = ["condition_after", "conditions_around", "conditions_within", "fronted_condition", "is_supposed"]

_REACH = 40
_SUBJECT_REACH = 3
_LONGEST_OPENER = 3
_LONGEST_LEAD = 3
_LEADS = frozenset({"but", "only", "and", "though"})
_IF_ONLY = ["if", "only"]
_REASONS = frozenset({"because", "as", "since", "to"})
_WHOLE = frozenset({"if", "unless"})  # After these "that" belongs to the condition: "if that bill falls".


def conditions_within(
    analysis: Analysis, first: int, end: int, openers: Sequence[int], *, content: bool = True, price: bool = True
) -> Iterator[Span]:
    """The conditions that stand in a range of tokens.

    Args:
        analysis: The article's.
        first: The first token.
        end: The token after the last.
        openers: The tokens at which a condition begins, in order.
        content: Whether the range is the content of a cue, where an "if" that begins it asks whether.
        price: Whether a price is a condition: "in return for lower duties".
    """
    tags, lowers, conditions = analysis.tags, analysis.tokens.lowers, analysis.index.conditions
    for at in openers[bisect_left(openers, first) : bisect_left(openers, end)]:
        found = conditions.at(lowers, at)
        if found is None or (content and at == first and lowers[at] == "if" and _asks(analysis, at, end)):
            continue
        if not price and found[1] in analysis.index.sets["grammar.price"]:
            continue
        if lowers[at] == "if" and at and lowers[at - 1] == "as":
            continue  # "as if"
        if lowers[at : at + 2] == _IF_ONLY and not _REASONS.isdisjoint(lowers[at + 2 : at + 3]):
            continue  # "if only because it is cheap"
        if found[0] < end and lowers[found[0]] == "of":
            continue  # "on condition of anonymity" tells how it is said.
        start = found[0] + (found[0] < end and lowers[found[0]] == "that" and lowers[at] not in _WHOLE)
        if lowers[at] in analysis.index.sets["grammar.inverting"]:
            start = at
        stop = next((probe for probe in range(start, end) if tags[probe] in ",;"), end)
        stop = trim_end(analysis, start, stop)
        if stop > start:
            yield analysis.tokens.span(start, stop)


def _asks(analysis: Analysis, at: int, end: int) -> bool:
    """Whether an "if" that begins a content means whether: no main clause follows, as in "said if it can, it will"."""
    comma = analysis.tagged.find(",", at, end)
    return comma < 0 or not main_clause_follows(analysis, comma + 1, end)


def fronted_condition(analysis: Analysis, subject: int, floor: int, openers: Sequence[int]) -> tuple[Span, ...]:
    """The condition that opens a sentence, before the clause with a subject: "Unless prices fall, Lima will"."""
    at = bisect_left(openers, floor)
    if at >= len(openers) or openers[at] != floor or subject - floor > _REACH:
        return ()
    comma = next((probe for probe in range(subject - 1, floor, -1) if analysis.tags[probe] == ","), None)
    if comma is None or subject - comma > _SUBJECT_REACH or "," in analysis.tags[floor:comma]:
        return ()
    return tuple(conditions_within(analysis, floor, comma, openers, content=False))


def condition_after(analysis: Analysis, end: int, openers: Sequence[int]) -> tuple[Span, ...]:
    """The condition right after what is wanted, or after a comma: "backs it as long as", "..., but only if"."""
    lowers, (_, ceiling) = analysis.tokens.lowers, analysis.reach(end - 1)
    at = end
    while at < ceiling and at < end + _LONGEST_LEAD and (analysis.tags[at] in ",q" or lowers[at] in _LEADS):
        at += 1
    place = bisect_left(openers, at)
    if place >= len(openers) or openers[place] != at or at >= ceiling:
        return ()
    return tuple(conditions_within(analysis, at, min(ceiling, at + _REACH), openers, content=False))[:1]


def is_supposed(analysis: Analysis, subject: int, verb: int) -> bool:
    """Whether a clause is only a condition, or has yet to come: "provided Lima lifts", "until Lima lifts"."""
    lowers, conditions = analysis.tokens.lowers, analysis.index.conditions
    before = subject - 1
    if before < 0 or subject in analysis.barriers:
        return False
    if lowers[before] in analysis.index.sets["grammar.awaiting"]:
        slots = analysis.index.verbs.get(lowers[verb], "")
        return not ("p" in slots and "b" not in slots)
    before += lowers[before] != "that"
    for first in range(max(0, before - _LONGEST_OPENER), before):
        found = conditions.at(lowers, first) if lowers[first] in conditions.begins else None
        if found is not None and found[0] == before:
            return True
    return False


def conditions_around(analysis: Analysis, subject: int, end: int) -> tuple[Span, ...]:
    """The conditions on a clause without a content of its own: before its subject, or after its last token."""
    openers = analysis.condition_openers
    if not openers:
        return ()
    floor, ceiling = analysis.reach(end - 1)
    stop = next((at for at in range(end, min(ceiling, end + _REACH)) if analysis.tags[at] in ";:"), ceiling)
    within = conditions_within(analysis, end, min(stop, end + _REACH), openers, content=False)
    return (*fronted_condition(analysis, subject, floor, openers), *within)
