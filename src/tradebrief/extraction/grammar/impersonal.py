"""Where "it" stands for nobody: before a verb that has no actor ("it makes sense to", "it follows that"), or for a law.

What expires, takes effect or becomes law is an act or a deal, and nobody who acts.
"""

from __future__ import annotations

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["is_cleft", "is_hearsay", "is_impersonal"]

_REACH = 5  # Words after the verb in which "sense" or a stretch of time may stand.
_MAKING = frozenset({"make", "makes", "made"})
_TAKING = frozenset({"take", "takes", "took", "taken"})
_CLEFT = 8  # Words from "it is the" to "that".
_LONGEST_HEARSAY = 7


def is_impersonal(analysis: Analysis, verb: int) -> bool:
    """Whether a verb after "it" has no actor for its subject: "it makes sense to", "it emerged that", "it expires"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    word = lowers[verb]
    if word in sets["grammar.of_laws"] or " ".join(lowers[verb : verb + 2]) in sets["grammar.impersonal"]:
        return True
    near = lowers[verb + 1 : verb + _REACH]
    if word in _MAKING:
        return "sense" in near
    if word in _TAKING:
        return not {"time", *sets["grammar.periods"]}.isdisjoint(near) and "T" in tags[verb + 1 : verb + _REACH + 2]
    return False


def is_cleft(analysis: Analysis, at: int) -> bool:
    """Whether "it is the levy that" opens at a token, the verb: "it" stands for what follows."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if lowers[at + 1 : at + 2] != ["the"]:
        return False
    for probe in range(at + 2, min(len(tags), at + _CLEFT)):
        if probe in analysis.walls or tags[probe] not in "NEAKhdgGPDH":
            return False
        if lowers[probe] in {"that", "who"}:
            return True
    return False


def is_hearsay(analysis: Analysis, at: int) -> bool:
    """Whether "it" opens an aside of what is heard or seems so: "Peru, it is understood, would", "Peru, it seems,"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if lowers[at] != "it" or tags[at - 1 : at] != [","] or "," not in tags[at + 2 : at + _LONGEST_HEARSAY]:
        return False
    closing = tags.index(",", at + 2)
    if closing + 1 >= len(tags) or not analysis.walls.isdisjoint(range(at, closing)):
        return False
    heard = at + 2 + (tags[at + 2] == "A")
    if tags[at + 1] == "B":
        return heard < closing and tags[heard] in "dv" and lowers[heard] in analysis.index.verb_cues
    seems = lowers[at + 1] in analysis.index.copulas and closing == at + 2
    return tags[at + 1] == "v" and (seems or is_impersonal(analysis, at + 1))
