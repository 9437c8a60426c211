"""What is only on the table: a target that is wanted, refused or weighed before there is one is a proposal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from tradebrief.extraction.grammar.opening_commas import is_past_participle
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.lookups.acts import (
    AGREE,
    CONCEDE,
    CRITICIZE,
    IMPLEMENT,
    OFFER,
    PRAISE,
    REJECT,
    STATE,
    THREATEN,
)
from tradebrief.extraction.stances.bearings import LAID_DOWN
from tradebrief.extraction.stances.tabled import Tabled
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Measure, Polarity, RuleId, Stance, Target, TargetKind

__all__ = ["with_proposals"]

_WEIGHED = frozenset({*LAID_DOWN, STATE, REJECT, AGREE, CONCEDE})
_JUDGED = frozenset({PRAISE, CRITICIZE})
_PROPOSAL, _MEASURE, _ISSUE = TargetKind.PROPOSAL, TargetKind.MEASURE, TargetKind.ISSUE
_AGREEMENT = TargetKind.AGREEMENT
_THINGS = frozenset({_MEASURE, _ISSUE})
_STEPS = frozenset({_PROPOSAL, _ISSUE})
_OWN = frozenset({STATE, OFFER})  # Acts of those who keep a thing themselves.
_GIVEN_WAY = frozenset({CONCEDE, AGREE})
_PAST = (["was"], ["were"], ["has"], ["had"])
_IMAGINED = frozenset({"would", "might", "could", "'d"})
_PREDICATED = RuleId("stance.judgment.predicate")
_POINTING = frozenset({"this", "that", "such"})
_DENIED = frozenset({RuleId("stance.deny.that"), RuleId("stance.deny.bare")})
_PRONOUNS = frozenset({"it", "them", "they"})
_NOUN_ALONE = 2  # Tokens of "the quota".
_SUBJECT_REACH = 24


def with_proposals(analysis: Analysis, found: Iterable[Stance], measures: Sequence[Measure]) -> list[Stance]:
    """Stances in their order; what is not there yet, or has only been proposed so far, is a proposal."""
    tabled = Tabled(analysis, measures)
    settled: list[Stance] = []
    for stance in found:
        target = stance.target
        if target is not None and target.actor is None:
            tabled.read_to(stance.evidence[0].end)
            kind = _kind_of(analysis, stance, target, tabled)
            if stance.act is IMPLEMENT:
                tabled.enact(target.concept)
            elif target.kind is _PROPOSAL and kind is _PROPOSAL and stance.act in LAID_DOWN:
                tabled.propose(target.concept)
            if kind is not target.kind:
                stance = evolve(stance, target=evolve(target, kind=kind))  # noqa: PLW2901 - the same one
        settled.append(stance)
    return settled


def _kind_of(analysis: Analysis, stance: Stance, target: Target, tabled: Tabled) -> TargetKind:
    """What sort of thing a target is, by what is done to it and what is known of it at that place.

    The first that holds: hearsay is an issue; what is kept in force is a
    measure; what is refused or stands open to refusal is a proposal; a step that was
    taken is a measure; and of measures and issues those are proposals that are threatened, to come or only tabled, of
    agreements those that are only wished for.
    """
    kind = target.kind
    if kind is _PROPOSAL and _is_hearsay(analysis, stance, target):
        return _ISSUE
    if kind is _PROPOSAL and stance.act in _OWN and (kept := _kept(analysis, target)) is not None:
        return kept
    if _is_refused(analysis, stance, target):
        return _PROPOSAL
    if kind in _STEPS and _is_taken(analysis, stance, target):
        kind = _MEASURE
    if kind is _AGREEMENT and _is_wished_for(analysis, stance, target):
        return _PROPOSAL
    if stance.act is IMPLEMENT or kind not in _THINGS:
        return kind
    if stance.act is THREATEN and stance.polarity is Polarity.SUPPORT:
        return _PROPOSAL
    alone = stance.act not in _JUDGED and _is_alone(analysis, target)
    if kind is _MEASURE and tabled.holds(target.concept, alone=alone):
        return _PROPOSAL
    if kind is _ISSUE and (pronoun := analysis.tokens.lowers[analysis.tokens.range(target.span)[0]]) in _PRONOUNS:
        return _kind_of_pronoun(analysis, stance, target, pronoun)
    return _PROPOSAL if _is_to_come(analysis, stance, target) else kind


def _kept(analysis: Analysis, target: Target) -> TargetKind | None:
    """What somebody means to leave in force is there already: a measure or a pact ("intends to keep the levy")."""
    first, end = analysis.tokens.range(target.span)
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[first] not in sets["control.retaining"] or end - first < _NOUN_ALONE:
        return None
    phrase = noun_phrase_after(analysis, first + 1, end)
    if phrase is None or analysis.tags[first + 1] not in "DSE":
        return None  # "keep tariffs low"
    head = lowers[plain_head_end(analysis, *phrase) - 1]
    if head in sets["control.agreements"]:
        return _AGREEMENT
    return _MEASURE if head in sets["control.instruments"] else None


def _is_wished_for(analysis: Analysis, stance: Stance, target: Target) -> bool:
    """Whether somebody is for an agreement that there is not yet: "favours a pact", "would welcome a customs union"."""
    first, end = analysis.tokens.range(target.span)
    new = analysis.tokens.lowers[first] in analysis.index.sets["control.indefinite"]
    if not new or stance.act is not STATE or stance.polarity is not Polarity.SUPPORT:
        return False
    return not _is_told_of(analysis, first, plain_head_end(analysis, first, end))


def _is_alone(analysis: Analysis, target: Target) -> bool:
    """Whether a thing is named by its head alone: "the quota"."""
    first, end = analysis.tokens.range(target.span)
    core = plain_head_end(analysis, first, end)
    return " " not in target.concept and core - first <= _NOUN_ALONE and analysis.tags[core : core + 1] != ["P"]


def _kind_of_pronoun(analysis: Analysis, stance: Stance, target: Target, pronoun: str) -> TargetKind:
    """What "it" or "them" is where nothing tells what is meant: in force if it is judged, else still on the table."""
    first, end = analysis.tokens.range(target.span)
    if end - first > 1 or pronoun != target.concept or stance.polarity is None:
        return target.kind
    return _MEASURE if stance.act in _JUDGED and not _is_imagined(analysis, end) else _PROPOSAL


def _is_to_come(analysis: Analysis, stance: Stance, target: Target) -> bool:
    """Whether a target is one that there is not yet: "backs a quota", "opposes any cut", "a levy would be unwise"."""
    if stance.act not in _WEIGHED and stance.act not in _JUDGED:
        return False
    if stance.rule in _DENIED:
        return False  # "denied that any vote had been held": what is so or not
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    first, end = analysis.tokens.range(target.span)
    core = plain_head_end(analysis, first, end)
    head = lowers[max(first, core - 1)]
    new = lowers[first] in sets["control.indefinite"] or lowers[first] in sets["control.further"]
    new = new and not _points(lowers, core, end)
    new = new and head not in sets["grammar.told"]
    if stance.act in _WEIGHED and stance.polarity is not None:
        bare = stance.act in _GIVEN_WAY and analysis.tags[first] not in "DSR"  # "would settle for three years"
        return new or bare or head in sets["control.steps"]
    if new and stance.rule == _PREDICATED and target.kind is _MEASURE and not _is_told_of(analysis, first, core):
        return True  # "a levy is of no use", but "a levy imposed in May was of no use"
    new = new or analysis.tags[first] not in "DSR" or head in sets["control.steps"]
    if new and _is_imagined(analysis, end):
        return True
    if stance.rule == _PREDICATED and target.kind is _ISSUE and _is_thought_up(analysis, stance, end):
        return True
    return stance.rule == _PREDICATED and target.kind is _ISSUE and _is_course(analysis, first, stance, end)


def _points(lowers: Sequence[str], core: int, end: int) -> bool:
    """Whether a phrase is of a sort that is there already: "a levy | of this size"."""
    return lowers[core : core + 1] == ["of"] and core + 1 < end and lowers[core + 1] in _POINTING


def _is_told_of(analysis: Analysis, first: int, core: int) -> bool:
    """Whether a participle or a relative clause tells what has become of a thing: "a levy on tin | imposed in May"."""
    after, tags = _past_complements(analysis, core), analysis.tags
    if "d" in tags[first + 1 : core]:
        return True
    if tags[after : after + 1] == ["H"] or tags[after : after + 1] == ["W"]:
        return analysis.tokens.lowers[after + 1 : after + 2] in _PAST
    return after < len(tags) and (tags[after] == "d" or is_past_participle(analysis, after))


def _is_imagined(analysis: Analysis, end: int) -> bool:
    """Whether what a subject does is imagined: "an end to it, she said, | would"."""
    at = _past_complements(analysis, end)
    return at < len(analysis.tags) and analysis.tokens.lowers[at] in _IMAGINED


def _past_complements(analysis: Analysis, end: int) -> int:
    """The first token after a subject that is none of its complements, no adverb and no part of an aside."""
    tags, at = analysis.tags, end
    _, ceiling = analysis.reach(end - 1)
    last = min(ceiling, end + _SUBJECT_REACH)
    while at < last:
        if tags[at] == ",":
            at = next((mark for mark in range(at + 1, last) if tags[mark] in ",q"), last) + 1
        elif tags[at] in "PT" and (phrase := noun_phrase_after(analysis, at + 1, last)) is not None:
            at = phrase[1]
        elif tags[at] in "Ag":  # "an end to barley quotas | would"
            at += 1
        else:
            break
    return min(at, last)


def _is_course(analysis: Analysis, first: int, stance: Stance, end: int) -> bool:
    """Whether something is called a way to go: "is the sensible course", "is a good place to start"."""
    if analysis.tags[first] in "DS" and analysis.tokens.lowers[first] not in analysis.index.sets["control.indefinite"]:
        return False  # "the ruling is a recipe for trouble"
    _, last = analysis.tokens.range(stance.evidence[-1])
    return not analysis.index.sets["control.courses"].isdisjoint(analysis.tokens.lowers[end:last])


def _is_thought_up(analysis: Analysis, stance: Stance, end: int) -> bool:
    """Whether something is called an idea: "the shared fund | is a promising idea"."""
    _, last = analysis.tokens.range(stance.evidence[-1])
    return not analysis.index.sets["control.thought_up"].isdisjoint(analysis.tokens.lowers[end:last])


def _is_hearsay(analysis: Analysis, stance: Stance, target: Target) -> bool:
    """Whether what is dismissed is what others say rather than propose: "the suggestion | that it cheated"."""
    if stance.act is not REJECT and stance.act is not CRITICIZE:
        return False
    lowers = analysis.tokens.lowers
    first, end = analysis.tokens.range(target.span)
    core = plain_head_end(analysis, first, end)
    return lowers[core - 1] in analysis.index.sets["grammar.told"] and analysis.tags[core : core + 1] == ["H"]


def _is_refused(analysis: Analysis, stance: Stance, target: Target) -> bool:
    """Whether what is refused is not there yet: "will have none of it", "would not consent to imports"."""
    if stance.polarity is not Polarity.OPPOSE:
        return False
    rule, ids = stance.rule.removeprefix("stance."), analysis.index.sets["control.refusals"]
    if rule not in ids and rule.rpartition(".")[0] not in ids:
        return False
    first, end = analysis.tokens.range(target.span)
    head = analysis.tokens.lowers[max(first, plain_head_end(analysis, first, end) - 1)]
    return head not in analysis.index.sets["grammar.told"]


def _is_taken(analysis: Analysis, stance: Stance, target: Target) -> bool:
    """Whether a step is judged that has been taken: "hailed the increase", "applauded Lima's move"."""
    if stance.act not in _JUDGED and stance.act is not STATE:
        return False
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    first, end = analysis.tokens.range(target.span)
    core = plain_head_end(analysis, first, end)
    if lowers[first] in sets["control.indefinite"] or analysis.tags[first] not in "DSE":
        return False
    if " of " in target.concept:
        return False  # "the move" is the end of a levy.
    return lowers[core - 1] in sets["control.moves"] and not _is_imagined(analysis, end)
