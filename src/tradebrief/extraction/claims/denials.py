"""Words before a claim that deny it or leave it open: "Nor did Lima say", "It is false that Lima said"."""

from __future__ import annotations

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.grammar.phrases import is_negation
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity

__all__ = ["denying_words", "doubting_words", "none_before", "scorns_idea"]

_INVERTED = frozenset("OMBV")
_FRONT = 4  # Tokens of what stands in front of an inverted verb: "under no circumstances".
_NONE = frozenset({"no", "little"})
_EXPLETIVES = frozenset({"it", "there"})
_FACT_REACH = 8
_IDEA_REACH = 5
_SCORNING_FRAMES = frozenset({"that", "pp", "np"})
_OF_FACT = frozenset("NAXBVDMKdv")  # Tags between "it" and "that".


def none_before(analysis: Analysis, first: int, at: int) -> list[int]:
    """The words from a token on by which there is none of what a noun names: "has no plans", "has little hope"."""
    return [probe for probe in range(first, at) if analysis.tokens.lowers[probe] in _NONE]


def denying_words(analysis: Analysis, start: int) -> list[int]:
    """The words in front of a clause that turn it: "Nor did | Lima say", "It is not true that | Lima said"; else none.

    Args:
        analysis: The article's.
        start: The first token of the clause's subject; below 0 where it has none before its verb.
    """
    if start < 1:
        return []
    if analysis.tags[start - 1] in _INVERTED:
        return _fronted(analysis, start - 1)
    if analysis.tokens.lowers[start - 1] != "that":
        return []
    found = _of_fact(analysis, start)
    return found[0] if found is not None and found[1] else []


def doubting_words(analysis: Analysis, start: int, *, possible: bool = True) -> list[int]:
    """The words in front of a clause that leave it open: "It is doubtful that | Lima said"; else none.

    Args:
        analysis: The article's.
        start: The first token of the clause's subject; below 0 where it has none before its verb.
        possible: Whether "it is possible that" counts.
    """
    word = analysis.tokens.lowers[start - 1]
    if word != "that" and word not in analysis.index.sets["grammar.evident_facts"]:
        return []  # As before most claims.
    found = _of_fact(analysis, start)
    if found is None or found[1]:
        return []
    words, thinkable = found[0], analysis.index.sets["grammar.possible_facts"]
    return words if possible or analysis.tokens.lowers[words[-1]] not in thinkable else []


def _fronted(analysis: Analysis, verb: int) -> list[int]:
    """What stands in front of an inverted verb and negates it: "Never | has", "at no point | did"."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    floor, _ = analysis.reach(verb)
    before = verb - 1
    if before < floor:
        return []
    if lowers[before] in sets["grammar.fronted"]:
        return [before]
    for first in range(before - 1, max(floor, verb - _FRONT) - 1, -1):
        if lowers[first] == "no":
            return list(range(first - 1, verb)) if first > floor and tags[first - 1] == "P" else []
        if lowers[first] == "not":
            return list(range(first, verb)) if lowers[first + 1] in sets["grammar.fronted_after_not"] else []
    return []


def _of_fact(analysis: Analysis, start: int) -> tuple[list[int], bool] | None:
    """The words by which a clause is no fact or none that is sure, and whether they deny it.

    "It is not true that", "there is no sign that", "it is doubtful that"; nothing where they only tell that it is so.
    """
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    if start < 1:
        return None
    fact = start - 1 - (lowers[start - 1] == "that")
    floor, _ = analysis.reach(start)
    none = fact > floor and lowers[fact - 1] in _NONE
    if none and lowers[fact] in sets["grammar.evident_facts"] and not any(analysis.index.noun_cues.at(lowers, fact)):
        return [fact - 1], False  # "sees no sign that": what is no cue itself.
    at = fact
    lowest = max(floor, fact - _FACT_REACH)
    while at >= lowest and lowers[at] not in _EXPLETIVES:
        if tags[at] not in _OF_FACT:
            return None
        at -= 1
    if at < lowest or tags[at + 1] not in _INVERTED:
        return None
    words = [probe for probe in range(at + 1, fact + 1) if is_negation(analysis, probe) or lowers[probe] in _NONE]
    negated = len(words) % 2 == 1
    for degree, denies, only_negated in (
        ("grammar.untrue_facts", True, False),
        ("grammar.true_facts", True, True),
        ("grammar.improbable_facts", False, False),
        ("grammar.possible_facts", False, False),
        ("grammar.doubtful_facts", False, False),
        ("grammar.evident_facts", False, True),
    ):
        if lowers[fact] in sets[degree]:
            return (words if only_negated else [*words, fact], denies) if negated is only_negated else None
    return None


def scorns_idea(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether a cue of disapproval governs what is only told or thought, so as to deny it: "scoffs at the idea"."""
    if draft.cue.polarity is not Polarity.OPPOSE or draft.frame not in _SCORNING_FRAMES:
        return False
    first, told = draft.cue_range[1], analysis.index.sets["grammar.told"]
    return any(
        lower in told and analysis.tags[at + 1 : at + 2] == ["H"]
        for at, lower in enumerate(analysis.tokens.lowers[first : first + _IDEA_REACH], first)
    )
