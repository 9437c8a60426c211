"""What a stance is about: the actor at the head of a phrase, the measure that it ends with, or what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.sources import Source, head_end
from tradebrief.extraction.grammar.phrases import before_participle, noun_phrase_after, without_degree
from tradebrief.extraction.measures.concepts import COMPLEMENTED, Concepts, Referent
from tradebrief.extraction.measures.references import is_object_pronoun
from tradebrief.extraction.stances.company import company_of, may_have_company
from tradebrief.extraction.stances.holders import holders_of
from tradebrief.extraction.stances.rows import row_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorId, ActorKind, Measure, MeasureKind, Target, TargetKind

__all__ = [
    "ON_THE_TABLE",
    "actors_of",
    "begin_of_plan",
    "core_end",
    "dealt_with",
    "is_venture",
    "plain_head_end",
    "targets_of",
    "thing_of",
    "things_beside",
    "things_in_row",
    "with_company",
]

# The sets of nouns for what is in force, agreed or to be done.
ON_THE_TABLE = ("control.instruments", "control.agreements", "control.proposals", "control.steps")
_ORIGIN = frozenset({"from", "in"})  # Whose goods they are.
_PEOPLE = (ActorKind.PERSON, ActorKind.ANONYMOUS, ActorKind.AUTHOR)  # None of them is "it".
_PRONOUN_REACH = 40
_LONGEST_LIST = 4
_THINGS = (TargetKind.MEASURE, TargetKind.AGREEMENT)
_IN_FORCE = (MeasureKind.POLICY, MeasureKind.TARIFF_RATE, MeasureKind.PERCENTAGE, MeasureKind.QUOTA)
_VENTURES = ("forecast.ventures", "control.agreements", "control.steps")
_DEGREES = frozenset({"more", "less"})
_NAMED_PACT = 2  # Tokens of "Mercosur pact".
_WHICH_TIME = frozenset({"last", "next", "this"})
_OBJECTS = frozenset({"it", "him", "her", "them"})
_ELSEWHERE = re.compile("[UvMBVO]|C[iT]")  # Over tags: with these another clause goes on.
_PLAIN = re.compile("[DSNEKGAhdg]*+")  # Over tags: what may stand in a noun phrase up to its head.


def targets_of(
    analysis: Analysis, cast: Cast, concepts: Concepts, first: int, end: int, *, holder: ActorId | None = None
) -> tuple[Target, ...]:
    """What a noun phrase is: each actor that its head names, or else a thing."""
    if is_object_pronoun(analysis, first) and (referent := concepts.pronoun(first)) is not None:
        return (_referred(analysis, referent, first, first + 1),)
    actors = actors_of(analysis, cast, first, end, holder=holder)
    if not actors:
        things = things_in_row(analysis, concepts, first, end) or (
            thing_of(analysis, concepts, first, core_end(analysis, first, end)),
        )
        return with_company(analysis, cast, things, first, end, holder)
    found = with_company(analysis, cast, actors, first, end, holder)
    return (*found, *things_beside(analysis, concepts, found[-1], end))


def things_in_row(analysis: Analysis, concepts: Concepts, first: int, end: int) -> tuple[Target, ...]:
    """The measures and agreements of a row, each by itself; none where only one stands there."""
    things = [
        thing_of(analysis, concepts, at, core_end(analysis, at, stop)) for at, stop in row_of(analysis, first, end)
    ]
    return tuple(things) if all(thing.kind in _THINGS for thing in things) else ()


def with_company(
    analysis: Analysis, cast: Cast, found: tuple[Target, ...], first: int, end: int, holder: ActorId | None
) -> tuple[Target, ...]:
    """Targets with the actors that are named beside the head of their phrase or right after it, each once."""
    if not may_have_company(analysis, first, end):
        return found
    head = min(head_end(analysis, Source(first, end)), plain_head_end(analysis, first, end))
    phrase = noun_phrase_after(analysis, first, end)
    named = {target.actor for target in found}
    further: dict[ActorId | None, Target] = {}
    for after in (head, phrase[1]) if phrase is not None and phrase[1] > head else (head,):
        for target in company_of(analysis, cast, after, end, holder=holder):
            if target.actor not in named:
                further.setdefault(target.actor, target)
    return (*found, *further.values())


def things_beside(analysis: Analysis, concepts: Concepts, actor: Target, end: int) -> Iterator[Target]:
    """The measures and agreements in a list after an actor: "denounced Lima and | its export ban"."""
    tags, (_, at) = analysis.tags, analysis.tokens.range(actor.span)
    for _ in range(_LONGEST_LIST):
        begin = at + (tags[at : at + 1] == [","])
        begin += tags[begin : begin + 1] == ["C"] and analysis.tokens.lowers[begin] == "and"
        phrase = noun_phrase_after(analysis, begin, end) if at < begin < end and tags[begin] in "DSN" else None
        if phrase is None:
            return
        at = plain_head_end(analysis, *phrase)
        thing = thing_of(analysis, concepts, begin, at)
        if thing.kind in _THINGS:
            yield thing


def actors_of(
    analysis: Analysis, cast: Cast, first: int, end: int, *, holder: ActorId | None = None
) -> tuple[Target, ...]:
    """Each actor that the head of a noun phrase names.

    A pronoun can't mean the holder, who would be "itself"; then it means the last other actor before it. One that
    nothing else tells the meaning of is the only other actor before it, if there is only one.
    """
    core = min(head_end(analysis, Source(first, end)), plain_head_end(analysis, first, end))
    if _is_paper(analysis, cast, first, core):
        return ()
    actors = _named_at(analysis, cast, first, core, end) or holders_of(analysis, cast, Source(first, core))
    if not actors and core + 1 < end and analysis.tags[core] == ",":  # "the mogul's daughter, Ana Ruiz"
        named = [(stop, actor) for stop, actor in cast.starting.get(core + 1, ()) if stop <= end]
        actors = (max(named)[1],) if named else ()
    if analysis.tokens.lowers[first] in _OBJECTS and analysis.tags[first] == "R" and (holder in actors or not actors):
        others = _others(analysis, cast, holder, first)
        actors = others[:1] if holder in actors or len(others) == 1 else ()
    if analysis.tokens.lowers[first] == "it" and analysis.tags[first] == "R":
        actors = tuple(actor for actor in actors if cast.actor(actor).kind not in _PEOPLE)
    if not actors or _is_agreement(analysis, cast, first, core):
        return ()
    span = analysis.tokens.span(first, core)
    return tuple([Target(kind=TargetKind.ACTOR, span=span, concept=actor, actor=actor) for actor in actors])


def _is_paper(analysis: Analysis, cast: Cast, first: int, core: int) -> bool:
    """Whether a phrase is about what somebody has put on paper, and not about them: "Lima's digital rules"."""
    if core - first < _NAMED_PACT or analysis.tokens.lowers[core - 1] not in analysis.index.sets["grammar.documents"]:
        return False
    begin = first + (analysis.tags[first] == "D")
    return all((at, core) not in cast.at for at in (first, begin))


def _is_agreement(analysis: Analysis, cast: Cast, first: int, core: int) -> bool:
    """Whether a phrase that a name opens is about an agreement: "the Mercosur pact"."""
    if core - first < _NAMED_PACT or analysis.tokens.lowers[core - 1] not in analysis.index.sets["control.agreements"]:
        return False
    return all(stop < core for at in range(first, core) for stop, _ in cast.starting.get(at, ()))


def _named_at(analysis: Analysis, cast: Cast, first: int, core: int, end: int) -> tuple[ActorId, ...]:
    """The actor whose name opens a phrase and goes on past its head: "the Association of Growers"."""
    begin = first + (analysis.tags[first] == "D")
    longer = [(stop, actor) for stop, actor in cast.starting.get(begin, ()) if core < stop <= end]
    return (max(longer)[1],) if longer and analysis.tags[max(longer)[0] : max(longer)[0] + 1] != ["G"] else ()


def dealt_with(
    analysis: Analysis, cast: Cast, concepts: Concepts, first: int, end: int, *, holder: ActorId | None = None
) -> tuple[Target, ...]:
    """With whom somebody deals: the actors at the head of a phrase, or whose goods it names ("Peruvian goods")."""
    found = targets_of(analysis, cast, concepts, first, end, holder=holder)
    if found[0].actor is not None:
        return found
    head = plain_head_end(analysis, first, end)
    if found[0].measure is None and analysis.tokens.lowers[head - 1] not in analysis.index.sets["control.wares"]:
        return found
    for at in range(first, head):
        named = [(stop, actor) for stop, actor in cast.starting.get(at, ()) if stop <= end and analysis.tags[at] == "E"]
        if named:
            stop, actor = max(named)
            span = analysis.tokens.span(at, stop)
            return (Target(kind=TargetKind.ACTOR, span=span, concept=actor, actor=actor),)
    origin = next((at for at in range(head, end - 1) if analysis.tokens.lowers[at] in _ORIGIN), end)
    named = [(stop, actor) for stop, actor in cast.starting.get(origin + 1, ()) if stop <= end]
    if named:  # "steel from Lima", "targets in Lima"
        stop, actor = max(named)
        span = analysis.tokens.span(origin + 1, stop)
        return (Target(kind=TargetKind.ACTOR, span=span, concept=actor, actor=actor),)
    return found


def _others(analysis: Analysis, cast: Cast, holder: ActorId | None, pronoun: int) -> tuple[ActorId, ...]:
    """The actors other than the holder that a sentence names before a pronoun, the nearest first."""
    floor, _ = analysis.reach(pronoun)
    before = range(pronoun - 1, max(floor, pronoun - _PRONOUN_REACH) - 1, -1)
    named = (actor for at in before if analysis.tags[at] != "S" for _, actor in cast.starting.get(at, ()))
    return tuple(dict.fromkeys(actor for actor in named if actor != holder))


def thing_of(analysis: Analysis, concepts: Concepts, first: int, end: int) -> Target:
    """A thing by its head: a measure, an agreement, a proposal, or some other issue."""
    head = plain_head_end(analysis, first, end)
    if is_object_pronoun(analysis, first) and (referent := concepts.pronoun(first)) is not None:
        return _referred(analysis, referent, first, first + 1)
    measure = concepts.measure_at(first, head)
    if measure is None and (referent := concepts.generic(first, head)) is not None:
        return _referred(analysis, referent, first, end)
    lowers, (_, ceiling) = analysis.tokens.lowers, analysis.reach(first)
    if measure is None and lowers[head - 1] in analysis.index.sets["concepts.keeps"]:
        longest = noun_phrase_after(analysis, first, ceiling)
        kept = concepts.kept(first, head, max(end, longest[1]) if longest else end)
        if kept is not None:
            return _referred(analysis, kept, first, end)
    whole = noun_phrase_after(analysis, first, ceiling) if head < ceiling and lowers[head] in COMPLEMENTED else None
    doing = analysis.tags[first] == "g" and head - first > 1  # "wary of lifting the ban"
    return Target(
        kind=TargetKind.PROPOSAL if doing else _kind_of(analysis, lowers[max(first, head - 1)], measure),
        span=analysis.tokens.span(first, end),
        concept=(concepts.of_change(first, end) if doing else None)
        or concepts.of_phrase(first, head, max(end, whole[1]) if whole else end),
        measure=measure.id if measure else None,
    )


def _referred(analysis: Analysis, referent: Referent, first: int, end: int) -> Target:
    """What a phrase refers to: a measure that is named before, or what becomes of one."""
    measure, span = referent.measure, analysis.tokens.span(first, end)
    if referent.head:
        return Target(kind=_kind_of(analysis, referent.head, None), span=span, concept=referent.concept)
    agreed = measure is not None and measure.kind is MeasureKind.AGREEMENT
    kind = TargetKind.PROPOSAL if measure is None else TargetKind.AGREEMENT if agreed else TargetKind.MEASURE
    id = None if measure is None else measure.id
    return Target(kind=kind, span=span, concept=referent.concept, measure=id)


def _kind_of(analysis: Analysis, head: str, measure: Measure | None) -> TargetKind:
    """The kind of a thing by its head noun, or by the measure that it is."""
    sets = analysis.index.sets
    if head in sets["control.proposals"]:
        return TargetKind.PROPOSAL
    if head in sets["control.agreements"] or (measure is not None and measure.kind is MeasureKind.AGREEMENT):
        return TargetKind.AGREEMENT
    if (measure is not None and measure.kind in _IN_FORCE) or head in sets["control.instruments"]:
        return TargetKind.MEASURE
    return TargetKind.ISSUE  # Goods, amounts and days as much as a ruling.


def begin_of_plan(analysis: Analysis, first: int, end: int) -> int:
    """Where that begins which is called for or planned: "calls for | lower duties"; else where the phrase does."""
    sets, lowers = analysis.index.sets, analysis.tokens.lowers
    head = plain_head_end(analysis, first, end)
    if head + 1 < end and lowers[head] == "for" and lowers[head - 1] in sets["control.callings"]:
        return head + 1
    return first


def core_end(analysis: Analysis, first: int, end: int) -> int:
    """The end of a phrase with what belongs to its head by "of", "by" or "from", other complements left out."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    core = head_end(analysis, Source(first, end))
    elsewhere = _ELSEWHERE.search(analysis.tagged, first + 1, core)
    core = elsewhere.start() if elsewhere is not None else core
    while core > first + 1 and tags[core - 1] == "A":
        core -= 1  # "the accord only if the levy goes"
    if lowers[core - 1] in _DEGREES:
        core = without_degree(analysis, first, core)
    core += core + 1 < end and tags[core] == "d" and lowers[core + 1] == "by"  # "the plan drafted by Lima"
    while core + 1 < end and tags[core] == "P" and lowers[core] in {"of", "by", "from"}:
        further = noun_phrase_after(analysis, core + 1, end)
        if further is None:
            break
        core = head_end(analysis, Source(*further))
    return core


def is_venture(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a phrase names what can come about or fail."""
    head = analysis.tokens.lowers[plain_head_end(analysis, first, end) - 1]
    return any(head in analysis.index.sets[key] for key in _VENTURES)


def plain_head_end(analysis: Analysis, first: int, end: int) -> int:
    """Where the first noun phrase of a range ends: before a preposition, a mark, a verb or a time ("last year")."""
    place, known = (first, end), analysis.heads
    if place not in known:
        known[place] = _read_head_end(analysis, first, end)
    return known[place]


def _read_head_end(analysis: Analysis, first: int, end: int) -> int:
    tags, lowers, times = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    plain = _PLAIN.match(analysis.tagged, first + 1, end)
    stop = first if plain is None else plain.end()
    if stop > first and (stop == end or tags[stop] not in ",C") and times.isdisjoint(lowers[first + 1 : stop + 1]):
        return (
            before_participle(analysis, first, stop) if tags[stop - 1] in "dA" or lowers[stop - 1] in _DEGREES else stop
        )
    return _walk_to_head_end(analysis, first, end)


def _walk_to_head_end(analysis: Analysis, first: int, end: int) -> int:
    tags, lowers, times = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    shared = first
    for at in range(first + 1, end):
        word = lowers[at]
        if at < shared:
            continue
        if tags[at] in ",C" and (shared := _shared_head_end(analysis, at, end)):
            continue  # "steel and aluminium tariffs"
        if tags[at] == "C" and _joins_adjectives(analysis, first, at, end):
            continue  # "a fair and open market"
        if word in times:
            if not _modifies(analysis, at):  # "the ban | a year later"
                return next(end for end in range(at, first, -1) if end == first + 1 or tags[end - 1] not in "DK")
        elif tags[at] not in "DSNEKGAhdg" or (word in _WHICH_TIME and not times.isdisjoint(lowers[at + 1 : at + 2])):
            return before_participle(analysis, first, at)
    return before_participle(analysis, first, end)


def _joins_adjectives(analysis: Analysis, first: int, joint: int, end: int) -> bool:
    """Whether "and" stands between two words that a noun after them has: "a calm and lasting deal"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if joint + 2 >= end or joint - first != 2 or tags[first] not in "DS" or tags[joint + 2] != "N":
        return False
    sets = analysis.index.sets
    adjectives, endings = sets["grammar.adjectives"], tuple(sets["grammar.adjectival_endings"])
    return all(lowers[at] in adjectives or lowers[at].endswith(endings) for at in (joint - 1, joint + 1))


def _shared_head_end(analysis: Analysis, mark: int, end: int) -> int:
    """Where the head ends that goods before and after a comma or "and" share ("tariffs"); 0 where they share none."""
    lowers, terms, tags = analysis.tokens.lowers, analysis.index.terms, analysis.tags
    before = terms.at(lowers, mark - 1)
    if before is None or before[1].kind is not MeasureKind.PRODUCT:
        return 0
    at = mark
    for _ in range(_LONGEST_LIST):
        at += sum(tags[mark] in ",C" for mark in range(at, min(end, at + 2)))  # ", and"
        found = terms.at(lowers, at) if at < end else None
        while (
            found is not None and found[1].kind is MeasureKind.PRODUCT and found[0] < end and tags[found[0]] not in ",C"
        ):
            at = found[0]
            found = terms.at(lowers, at)
        if found is None or found[0] > end:
            return 0
        if found[1].kind is MeasureKind.POLICY and found[1].role in {"head", "bound"}:
            return found[0]
        at = found[0]
    return 0


def _modifies(analysis: Analysis, time: int) -> bool:
    """Whether a time modifies the noun after it: "a night curfew"."""
    after = time + 1
    while analysis.tags[after : after + 1] == ["K"]:
        after += 1  # "the July 22 deal"
    times = analysis.index.sets["grammar.time"]
    return analysis.tags[after : after + 1] == ["N"] and analysis.tokens.lowers[after] not in times
