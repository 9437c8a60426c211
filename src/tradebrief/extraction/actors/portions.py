"""Where somebody among several, or people without a noun, are an actor: "one of them", "some", "those close to her"."""

from __future__ import annotations

from tradebrief.extraction.actors.acting import Part, subject_part
from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.extents import is_bare_verb, phrase_end, unnamed_tail
from tradebrief.extraction.lookups.kinds import ANONYMOUS, GROUP, ROLE
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["find_portion"]

_LONGEST_CLAUSE = 16


def find_portion(analysis: Analysis, at: int) -> Candidate | None:
    """The unnamed people that a quantifier stands for, where they say or think something."""
    if analysis.tokens.lowers[at - 1] in analysis.index.sets["grammar.any"]:
        return None  # "no one in Accra"
    end = _end(analysis, at)
    if end is None or (end == at + 1 and analysis.tokens.lowers[at] not in analysis.index.sets["groups.lone_actors"]):
        return None
    return Candidate(
        first=at,
        end=end,
        opening=at,
        form=ROLE,
        kind=GROUP if analysis.tokens.lowers[at + 1] == "who" else ANONYMOUS,
        head=analysis.tokens.lowers[at],
        rule="actor.anonymous",
    )


def _end(analysis: Analysis, at: int) -> int | None:
    """The token after the last, or None where they say nothing."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    end, unnamed = unnamed_tail(analysis, at + 1)
    if unnamed:
        return end
    if lowers[at] == "those" and lowers[at + 1 : at + 2] == ["who"] and at + 1 not in analysis.walls:
        return _end_of_those(analysis, at + 1)
    if at + 2 < len(tags) and tags[at + 1] == "P" and at + 1 not in analysis.walls:
        pronoun = tags[at + 2] == "R" or lowers[at + 2] in {"those", "these"}
        if lowers[at + 1] == "of":
            end = at + 3 if pronoun else phrase_end(analysis, at + 2)
        elif lowers[at + 1] in {"in", "at", "within"} and not pronoun:
            end = phrase_end(analysis, at + 2)
            if any(lowers[probe] in analysis.index.sets["grammar.time"] for probe in range(at + 2, end)):
                return None
    following = end
    while following < len(tags) and tags[following] in "AX":
        following += 1
    if following >= len(tags) or tags[following] not in "vMBVO":
        return None  # "some experts said": they have a noun.
    return end if subject_part(analysis, end) is Part.SPEAKS else None


def _end_of_those(analysis: Analysis, who: int) -> int | None:
    """The verb of "those who ...", where they say or think something, or None: "Those who mend nets fear"."""
    tags = analysis.tags
    verbs = 0
    for at in range(who + 1, min(len(tags), who + _LONGEST_CLAUSE)):
        if at in analysis.walls or tags[at] in ",;:.q-HUW":
            return None
        if (tags[at] in "vMBVO" and tags[at - 1] not in "TMBVOX") or (verbs and is_bare_verb(analysis, at)):
            verbs += 1
            if verbs > 1:
                return at if tags[at - 1] != "C" and subject_part(analysis, at) is Part.SPEAKS else None
    return None
