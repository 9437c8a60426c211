"""What a speaker orders, and with what they threaten under a condition: "Lift the ban", "if it rises, we close"."""

from __future__ import annotations

from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.lawsuits import strikes_back
from tradebrief.extraction.stances.predictions import outlook_of_clause
from tradebrief.extraction.stances.targets import ON_THE_TABLE, plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Outlook

__all__ = ["commanded", "leaves_off", "past_condition", "restrains"]

_REACH = 24
_OBJECT_REACH = 12
_GROUP_REACH = 6
_SHORTEST = 3  # Tokens of a condition: "if prices fall".
_OPENERS = frozenset({"if", "unless"})
_OWN = frozenset({"we", "i"})
_LETTING = frozenset({"let", "give", "grant", "spare", "leave"})
_TO_US = frozenset({"us", "me", "them"})
_KEEPING = frozenset({"keep", "hold", "leave"})
_OUT_OF = (["out"], ["off"], ["away"])
_OPENS_OBJECT = frozenset("DSNEKgAd")


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
    if head < thing or all(lowers[head] not in sets[key] for key in ON_THE_TABLE):
        return None
    if head + 1 < end and tags[head + 1] in "vMBVO":
        return None  # "Cut flowers and the ban are" is no order.
    if lowers[verb] in _KEEPING and lowers[head + 1 : head + 2] in _OUT_OF:
        return None  # "Keep the tariff out of this"
    joint = _joint(analysis, head + 1, end)
    if joint is None:
        return first, end
    return (first, joint) if _is_promised(analysis, joint + 1, end) else None  # "Cut the tariff | and we will invest"


def _joint(analysis: Analysis, first: int, end: int) -> int | None:
    """The "and" that joins to an order a clause of what follows from it: "Sign the pact | and you will regret it"."""
    tags = analysis.tags
    for at in range(first, end - 2):
        if tags[at] == "C" and analysis.tokens.lowers[at] == "and":
            subject = noun_phrase_after(analysis, at + 1, end) if tags[at + 1] in "RDSNEK" else None
            if subject is not None and subject[1] < end and tags[subject[1]] in "vMBVO":
                return at
    return None


def _is_promised(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a clause after an order and "and" says what is in it for others: "we will invest", "trade will grow"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if lowers[first] not in _OWN:
        return outlook_of_clause(analysis, first, end, finite=True) is Outlook.OPTIMISTIC
    verb = next((at for at in range(first + 1, min(end, first + _GROUP_REACH)) if tags[at] in "iv"), None)
    return verb is not None and not (
        strikes_back(analysis, verb) or leaves_off(analysis, verb) or restrains(analysis, verb)
    )


def past_condition(analysis: Analysis, first: int, end: int) -> int | None:
    """Where the main clause begins after a condition that opens a content: "if the duty rises(,) | we close".

    None where the content opens with none, where it hangs on oneself or the weather, or where no main clause is found.
    """
    lowers, tags = analysis.tokens.lowers, analysis.tags
    while first + 1 < end and tags[first] in "qA":
        first += 1
    if first + _SHORTEST >= end or lowers[first] not in _OPENERS:
        return None
    if lowers[first + 1] in _OWN or lowers[first + 2] in analysis.index.sets["control.weather"]:
        return None
    for at in range(first + _SHORTEST, min(end - 1, first + _REACH)):
        if tags[at] == "," or (lowers[at] in _OWN and tags[at - 1] not in "HWCP"):
            begin = at + (tags[at] == ",")
            phrase = noun_phrase_after(analysis, begin, end) if tags[begin] in "DSNEKR" else None
            return begin if phrase is not None else None
    return None


def leaves_off(analysis: Analysis, verb: int) -> bool:
    """Whether a verb says with what one threatens who may close, leave or stop something: "we close the mill"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[verb] in sets["control.leaving_off"]:
        return lowers[verb + 1 : verb + 2] != ["on"]  # "we move on"
    return lowers[verb] in sets["control.cutting_back"] and _costs_others(analysis, verb)


def restrains(analysis: Analysis, verb: int) -> bool:
    """Whether a verb says what is a threat where it hangs on others: "would halt deliveries", "would cut aid"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    spares = lowers[verb] in sets["control.cutting_back"] and not _costs_others(analysis, verb)
    return lowers[verb] in sets["control.restraining"] and not spares  # "would cut prices"


def _costs_others(analysis: Analysis, verb: int) -> bool:
    """Whether the object of a verb is what others live by: "cut | jobs"."""
    _, ceiling = analysis.reach(verb)
    head = plain_head_end(analysis, verb + 1, min(ceiling, verb + _OBJECT_REACH)) - 1
    return analysis.tokens.lowers[head] in analysis.index.sets["control.livelihoods"]
