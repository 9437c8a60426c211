"""What a stance is about: the actor at the head of a phrase, the measure that it ends with, or what it says."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.actors import Cast
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.phrases import noun_phrase_after
from tradebrief.extraction.sources import Source, head_end
from tradebrief.extraction.stance_holders import holders_of
from tradebrief.model import ActorId, Measure, MeasureKind, Target, TargetKind
from tradebrief.text import Span

__all__ = ["MeasurePlaces", "concept_of", "core_end", "plain_head_end", "targets_of", "thing_of"]

_LONGEST_CONCEPT = 8
_PRONOUN_REACH = 40


class MeasurePlaces:
    """Measures by their place."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._by_end = {measure.span.end: measure for measure in measures}
        self._by_start = {measure.span.start: measure for measure in measures}

    def at(self, span: Span) -> Measure | None:
        """The policy, product or agreement that a noun phrase is about: the one its head ends with."""
        found = self._by_end.get(span.end) or self._by_start.get(span.start)
        return found if found is not None and found.span in span else None


def targets_of(
    analysis: Analysis, cast: Cast, places: MeasurePlaces, first: int, end: int, *, holder: ActorId | None = None
) -> tuple[Target, ...]:
    """What a noun phrase is: each actor that its head names, or else a thing.

    A pronoun can't mean the holder, who would be "itself"; then it means the last other actor before it.
    """
    core = min(head_end(analysis, Source(first, end)), plain_head_end(analysis, first, end))
    actors = holders_of(analysis, cast, Source(first, core))
    if holder in actors and analysis.tags[first] == "R":
        actors = _other_than(analysis, cast, holder, first)
    if actors:
        span = analysis.tokens.span(first, core)
        return tuple(Target(kind=TargetKind.ACTOR, span=span, concept=actor, actor=actor) for actor in actors)
    return (thing_of(analysis, places, first, core_end(analysis, first, end)),)


def _other_than(analysis: Analysis, cast: Cast, holder: ActorId | None, pronoun: int) -> tuple[ActorId, ...]:
    floor, _ = analysis.reach(pronoun)
    for at in range(pronoun - 1, max(floor, pronoun - _PRONOUN_REACH) - 1, -1):
        for _, actor in cast.starting.get(at, ()):
            if actor != holder and analysis.tags[at] != "S":
                return (actor,)
    return ()


def thing_of(analysis: Analysis, places: MeasurePlaces, first: int, end: int) -> Target:
    """A thing by its head: a measure, an agreement, a proposal, or some other issue."""
    head = plain_head_end(analysis, first, end)
    measure = places.at(analysis.tokens.span(first, head)) if head > first else None
    kind = TargetKind.ISSUE
    if measure is not None:
        kind = TargetKind.AGREEMENT if measure.kind is MeasureKind.AGREEMENT else TargetKind.MEASURE
    elif analysis.tokens.lowers[max(first, head - 1)] in analysis.index.sets["control.proposals"]:
        kind = TargetKind.PROPOSAL
    span = analysis.tokens.span(first, end)
    return Target(
        kind=kind, span=span, concept=concept_of(analysis, first, head), measure=measure.id if measure else None
    )


def core_end(analysis: Analysis, first: int, end: int) -> int:
    """The end of a phrase with what belongs to its head by "of" or "by", other complements left out."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    core = head_end(analysis, Source(first, end))
    core += core + 1 < end and tags[core] == "d" and lowers[core + 1] == "by"  # "the plan drafted by Lima"
    while core + 1 < end and tags[core] == "P" and lowers[core] in {"of", "by"}:
        further = noun_phrase_after(analysis, core + 1, end)
        if further is None:
            break
        core = head_end(analysis, Source(*further))
    return core


def plain_head_end(analysis: Analysis, first: int, end: int) -> int:
    """Where the first noun phrase of a range ends: before a preposition, a mark, a verb or a time ("last year")."""
    lowers, times = analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    for at in range(first, end):
        timed = lowers[at] in times or (
            lowers[at] in {"last", "next", "this"} and lowers[at + 1 : at + 2] and lowers[at + 1] in times
        )
        if lowers[at] in times and analysis.tags[at + 1 : at + 2] == ["N"] and lowers[at + 1] not in times:
            continue  # "a night curfew"
        if at > first and (timed or analysis.tags[at] not in "DSNEKGAhdg"):
            return at
    return end


def concept_of(analysis: Analysis, first: int, end: int) -> str:
    """The words of a phrase as a name: lower case, without determiners, at most eight of them."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    words = [lowers[at] for at in range(first, end) if tags[at] not in "DSq," and lowers[at][0].isalnum()]
    return " ".join(words[:_LONGEST_CONCEPT]) or " ".join(lowers[first:end])
