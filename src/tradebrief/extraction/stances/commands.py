"""What a speaker orders, and with what they threaten under a condition: "Lift the ban", "if it rises, we close"."""

from __future__ import annotations

from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["commanded", "leaves_off", "past_condition"]

_REACH = 24
_OBJECT_REACH = 12
_SHORTEST = 3  # Tokens of a condition: "if prices fall".
_OPENERS = frozenset({"if", "unless"})
_OWN = frozenset({"we", "i"})
_LETTING = frozenset({"let", "give", "grant", "spare", "leave"})
_TO_US = frozenset({"us", "me", "them"})
_OPENS_OBJECT = frozenset("DSNEKgAd")
_ON_THE_TABLE = ("control.instruments", "control.agreements", "control.proposals", "control.steps")


def commanded(analysis: Analysis, first: int, end: int) -> tuple[int, int] | None:
    """Tokens of an order that opens a quotation, if it is about what is in force or on the table.

    "Lift the ban", "Give us a quota", "Do not sign the pact"; but not "Look at the ban".
    """
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    while first + 2 < end and tags[first] in "qA":
        first += 1
    if first + 2 > end:
        return None
    verb = first
    if lowers[verb] in {"do", "don't"} and verb + 2 < end:
        verb += 1 + (lowers[verb] == "do" and tags[verb + 1] == "X")
    if verb + 1 >= end or "b" not in analysis.index.verbs.get(lowers[verb], ""):
        return None
    if lowers[verb] in sets["control.musing"] or (verb != first and lowers[first] == "do" and tags[first + 1] != "X"):
        return None
    thing = verb + 1 + (lowers[verb] in _LETTING and lowers[verb + 1] in _TO_US)
    thing += thing + 1 < end and lowers[thing] in analysis.index.sets["grammar.particles"]
    if thing >= end or tags[thing] not in _OPENS_OBJECT:
        return None
    head = plain_head_end(analysis, thing, min(end, thing + _OBJECT_REACH)) - 1
    if head < thing or all(lowers[head] not in sets[key] for key in _ON_THE_TABLE):
        return None
    if head + 1 < end and tags[head + 1] in "vMBVO":
        return None  # "Cut flowers and the ban are" is no order.
    joint = next((at for at in range(head + 1, end - 1) if tags[at] == "C" and tags[at + 1] in "RM"), end)
    return first, joint  # "Cut the tariff | and we will invest"


def past_condition(analysis: Analysis, first: int, end: int) -> int | None:
    """Where the main clause begins after a condition that opens a content: "if the duty rises(,) | we close".

    None where the content opens with none, or where no main clause is found.
    """
    lowers, tags = analysis.tokens.lowers, analysis.tags
    while first + 1 < end and tags[first] in "qA":
        first += 1
    if lowers[first] not in _OPENERS:
        return None
    for at in range(first + _SHORTEST, min(end - 1, first + _REACH)):
        if tags[at] == "," or (lowers[at] in _OWN and tags[at - 1] not in "HWCP"):
            begin = at + (tags[at] == ",")
            phrase = noun_phrase_after(analysis, begin, end) if tags[begin] in "DSNEKR" else None
            return begin if phrase is not None else None
    return None


def leaves_off(analysis: Analysis, verb: int) -> bool:
    """Whether a verb says with what one threatens who may close, leave or stop something: "we close the mill"."""
    return analysis.tokens.lowers[verb] in analysis.index.sets["control.leaving_off"]
