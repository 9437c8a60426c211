"""Where somebody among several, or people without a noun, are an actor: "one of them", "some", "those close to her"."""

from __future__ import annotations

from tradebrief.extraction.acting import Part, subject_part
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.candidates import Candidate
from tradebrief.extraction.extents import phrase_end, unnamed_tail
from tradebrief.extraction.kinds import ANONYMOUS, ROLE

__all__ = ["find_portion"]


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
        kind=ANONYMOUS,
        head=analysis.tokens.lowers[at],
        rule="actor.anonymous",
    )


def _end(analysis: Analysis, at: int) -> int | None:
    """The token after the last, or None where they say nothing."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    end, unnamed = unnamed_tail(analysis, at + 1)
    if unnamed:
        return end
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
