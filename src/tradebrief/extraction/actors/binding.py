"""Whom a pronoun that is an object cannot mean: the subject of its own verb, for which "itself" would stand."""

from __future__ import annotations

from collections.abc import Collection

from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["end_of_subject"]

_LONGEST = 8  # Tokens from a subject to the object of its verb.
_OBJECT_OF = frozenset({"to", "for", "of", "on", "against", "about", "from", "without"})
_VERBS, _LINKS, _FINITE = "vidg", "AXMVBOT", "vMBVO"


def end_of_subject(analysis: Analysis, at: int, ends: Collection[int]) -> int:
    """Where the mention ends that is the subject of the verb whose object a pronoun is; -1 without one.

    Args:
        analysis: The text.
        at: The pronoun, in the form of an object or "it".
        ends: Where mentions before it end.
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    verb = at - 1
    if verb < 1 or at in analysis.walls:
        return -1
    if tags[verb] == "P" and lowers[verb] in _OBJECT_OF:
        verb -= 1  # "Norway relies on it"
    elif lowers[at] == "it" and _opens_clause(analysis, at):
        return -1
    if tags[verb] not in _VERBS + "O":
        return -1
    finite = False
    for probe in range(verb, max(-1, at - _LONGEST), -1):
        if finite and tags[probe] == "v":
            return -1  # "port fees that growers say could drive them to Peru"
        if probe in ends:
            return probe
        if probe in analysis.walls or tags[probe] not in _VERBS + _LINKS:
            return -1
        finite = finite or tags[probe] in _FINITE
    return -1


def _opens_clause(analysis: Analysis, at: int) -> bool:
    """Whether "it" after a verb is the subject of another: "Norway says it left", but not "Norway wants it gone"."""
    if analysis.tags[at + 1 : at + 2] and analysis.tags[at + 1] in "MBVO":
        return True
    return any("bare" in form.cue.frames for form in analysis.index.verb_cues.get(analysis.tokens.lowers[at - 1], ()))
