"""What a stance on a change says of the thing that is to change: who calls for an end to a duty is against the duty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.clauses import CLAUSE_REACH
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.lookups.acts import IMPLEMENT
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.targets import begin_of_plan, core_end, thing_of, things_in_row
from tradebrief.extraction.stances.words import bearings_at
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Polarity, RuleId, Target, TargetKind
from tradebrief.text import Span

__all__ = ["AIM", "Effect", "changed_by", "effects_of", "is_effect"]

_CHANGE = RuleId("stance.effect.change")
_PREFERENCE = RuleId("stance.effect.preference")
_GROUND = RuleId("stance.effect.ground")
_PLAN = RuleId("stance.effect.plan")
AIM = RuleId("stance.effect.aim")
_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_PROMISING = frozenset({Act.OFFER, Act.AGREE})
_OPEN = frozenset({Act.STATE, Act.REQUEST, Act.DEMAND, Act.PRAISE, Act.CRITICIZE, Act.REJECT})
_THINGS = frozenset({TargetKind.MEASURE, TargetKind.AGREEMENT})
_JUDGING = frozenset({Act.PRAISE, Act.CRITICIZE})
_FOR = frozenset({"for", "over", "about"})
_TO_DO = frozenset({"to", "np_to", "clause_to", "infinitive"})
_LESS = frozenset({"end", "cut", "review"})  # Who asks for a second thought would have less of it.
_OVER_REACH = 12
_OVER = (("over",), ("to",), ("rather", "than"), ("instead", "of"), ("not",))
_TO = ("to",)  # Only after "prefer".


Effect = tuple[Target, Polarity, tuple[Span, ...], RuleId]


def is_effect(rule: RuleId) -> bool:
    """Whether a stance is read from what another one says of a second thing."""
    return rule in {_CHANGE, _PREFERENCE, _GROUND, _PLAN, AIM}


def effects_of(
    analysis: Analysis,
    cast: Cast,
    found: FoundClaim,
    concepts: Concepts,
    targets: Sequence[Target],
    polarity: Polarity | None,
    act: Act,
) -> Iterator[Effect]:
    """What a claim says of a second thing, the side toward that, and the words for both.

    That is the measure or agreement of which it wants less or no more, that for which it praises or blames somebody,
    and what it prefers another thing to.

    What is offered, threatened or agreed to is a price, and says nothing of the thing that is paid with.
    """
    if found.draft.cue.id in analysis.index.sets["control.preferring"] and polarity is Polarity.SUPPORT:
        yield from _passed_over(analysis, found, concepts)
    if polarity not in _OPPOSITE or act not in _OPEN:
        if polarity is Polarity.SUPPORT and act in _PROMISING:
            yield from _with_cue(analysis, found, _sided_with(analysis, cast, found, concepts))
        return
    if any(target.actor is not None for target in targets):
        if act in _JUDGING:
            yield from _grounds(analysis, found, concepts, polarity)
        return
    first, end = found.draft.content[0]
    changed = changed_by(analysis, concepts, first, end, polarity)
    if not changed and found.draft.frame == "clause_to" and (verb := _verb_of(analysis, first, end)) is not None:
        changed = changed_by(analysis, concepts, verb, end, polarity)  # "wants Lima | to push for lower duties"
    if not changed and polarity is Polarity.SUPPORT:
        changed = _sided_with(analysis, cast, found, concepts)
    yield from _with_cue(analysis, found, changed)


def _with_cue(analysis: Analysis, found: FoundClaim, effects: Iterable[Effect]) -> Iterator[Effect]:
    """Effects with the words of the claim's cue among those that show them."""
    for thing, side, (words,), rule in effects:
        cue = analysis.tokens.span(*found.draft.cue_range)
        yield thing, side, (words,) if cue.overlaps(words) else tuple(sorted((cue, words))), rule


def changed_by(analysis: Analysis, concepts: Concepts, first: int, end: int, polarity: Polarity) -> list[Effect]:
    """The measures or agreements of which a content wants less or no more, and the side toward them."""
    change = concepts.change(begin_of_plan(analysis, first, end), end)
    if change is None or change.kind not in _LESS:
        return []
    things = things_in_row(analysis, concepts, change.first, change.end) or (
        thing_of(analysis, concepts, change.first, core_end(analysis, change.first, change.end)),
    )
    verb = analysis.tokens.span(change.at, change.at + 1)
    return [
        (thing, _OPPOSITE[polarity], (Span(min(verb.start, thing.span.start), max(verb.end, thing.span.end)),), _CHANGE)
        for thing in things
        if thing.kind in _THINGS
    ]


def _sided_with(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> list[Effect]:
    """The measure or agreement that somebody wants to back or to fight, by themselves or by those who are asked.

    "plans to resist the levy", "urged lawmakers to reject the pact": who wants a side to be taken is on it.
    """
    first, end = found.draft.content[0]
    verb = _verb_of(analysis, first, end) if found.draft.frame in _TO_DO else None
    if verb is None:
        return []
    for bearing in bearings_at(analysis, cast, verb):
        side = bearing.form.rule.polarity
        if side not in _OPPOSITE or bearing.form.rule.act is IMPLEMENT or bearing.target is None:
            continue
        start, stop = bearing.target
        thing = thing_of(analysis, concepts, start, core_end(analysis, start, min(stop, end)))
        if verb < start < end and thing.kind in _THINGS:
            return [(thing, side, (Span(analysis.tokens.starts[verb], thing.span.end),), _PLAN)]
    return []


def _verb_of(analysis: Analysis, first: int, end: int) -> int | None:
    """The infinitive that a content opens with, or that says what its subject is to do."""
    verb = first
    if analysis.tags[first] != "i":
        verb = analysis.tagged.find("T", first, min(end, first + CLAUSE_REACH)) + 1
    return verb if first <= verb < end and analysis.tags[verb] == "i" else None


def _grounds(analysis: Analysis, found: FoundClaim, concepts: Concepts, polarity: Polarity) -> Iterator[Effect]:
    """The measure for which somebody is praised or blamed: "denounced Lima for its export ban"."""
    (first, end), lowers = min(found.draft.content), analysis.tokens.lowers
    if found.draft.frame != "np_pp" or lowers[first - 1] not in _FOR or analysis.tags[first] in "gi":
        return
    thing = thing_of(analysis, concepts, first, core_end(analysis, first, end))
    if thing.kind in _THINGS:
        cue = analysis.tokens.span(*found.draft.cue_range)
        yield thing, polarity, (Span(min(cue.start, thing.span.start), max(cue.end, thing.span.end)),), _GROUND


def _passed_over(analysis: Analysis, found: FoundClaim, concepts: Concepts) -> Iterator[Effect]:
    """What something else is preferred to: "prefers a quota to a tariff", "favours talks over duties"."""
    (first, end), lowers = found.draft.content[0], analysis.tokens.lowers
    if found.draft.frame != "np":
        return
    for at in range(first + 1, min(end - 1, first + _OVER_REACH)):
        over = next((words for words in _OVER if tuple(lowers[at : at + len(words)]) == words), None)
        if over == _TO and found.draft.cue.id != "prefer":
            over = None  # "favours a halt to shipments"
        phrase = noun_phrase_after(analysis, at + len(over), end) if over is not None else None
        if phrase is not None:
            thing = thing_of(analysis, concepts, phrase[0], core_end(analysis, *phrase))
            cue = analysis.tokens.starts[found.draft.cue_range[0]]
            yield thing, Polarity.OPPOSE, (Span(min(cue, found.claim.content[0].start), thing.span.end),), _PREFERENCE
            return
