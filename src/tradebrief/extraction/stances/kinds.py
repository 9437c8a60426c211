"""What is only on the table: a target that is wanted, refused or weighed before there is one is a proposal."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from tradebrief.extraction.lookups.acts import AGREE, CONCEDE, CRITICIZE, IMPLEMENT, PRAISE, REJECT, STATE, THREATEN
from tradebrief.extraction.stances.bearings import LAID_DOWN
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity, Stance, TargetKind

__all__ = ["with_proposals"]

_WEIGHED = frozenset({*LAID_DOWN, STATE, REJECT, AGREE, CONCEDE})
_JUDGED = frozenset({PRAISE, CRITICIZE})
_PROPOSAL, _MEASURE = TargetKind.PROPOSAL, TargetKind.MEASURE
_THINGS = frozenset({_MEASURE, TargetKind.ISSUE})
_STEPS = frozenset({_PROPOSAL, TargetKind.ISSUE})
_IMAGINED = frozenset({"would", "might", "could", "'d"})


def with_proposals(analysis: Analysis, found: Iterable[Stance]) -> list[Stance]:
    """Stances in their order; what is not there yet, or has only been proposed so far, is a proposal."""
    proposed: set[str] = set()
    done: set[str] = set()
    settled: list[Stance] = []
    for stance in found:
        target = stance.target
        if target is not None and target.kind is _PROPOSAL and _is_hearsay(analysis, stance):
            target = evolve(target, kind=TargetKind.ISSUE)
            stance = evolve(stance, target=target)  # noqa: PLW2901 - the same one
        elif target is not None and target.actor is None and _is_refused(analysis, stance):
            target = evolve(target, kind=_PROPOSAL)
            stance = evolve(stance, target=target)  # noqa: PLW2901 - the same one
        elif target is not None and target.kind in _STEPS and _is_taken(analysis, stance):
            target = evolve(target, kind=_MEASURE)
            stance = evolve(stance, target=target)  # noqa: PLW2901 - the same one
        if target is not None and stance.act is IMPLEMENT:
            done.add(target.concept)
        elif target is not None and target.kind is _PROPOSAL and stance.act in LAID_DOWN:
            proposed.add(target.concept)
        elif target is not None and target.kind in _THINGS:
            laid = target.kind is _MEASURE and target.concept in proposed - done
            laid = laid or (stance.act is THREATEN and stance.polarity is Polarity.SUPPORT)
            if laid or _is_to_come(analysis, stance):
                stance = evolve(stance, target=evolve(target, kind=TargetKind.PROPOSAL))  # noqa: PLW2901 - the same one
        settled.append(stance)
    return settled


def _is_to_come(analysis: Analysis, stance: Stance) -> bool:
    """Whether a target is one that there is not yet: "backs a quota", "opposes any cut", "a levy would be unwise"."""
    if stance.target is None or (stance.act not in _WEIGHED and stance.act not in _JUDGED):
        return False
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    first, end = analysis.tokens.range(stance.target.span)
    head = lowers[max(first, plain_head_end(analysis, first, end) - 1)]
    new = lowers[first] in sets["control.indefinite"] or lowers[first] in sets["control.further"]
    new = new and head not in sets["grammar.told"]
    if stance.act in _WEIGHED and stance.polarity is not None:
        return new or head in sets["control.steps"]
    return (new or head in sets["control.steps"]) and not _IMAGINED.isdisjoint(lowers[end : end + 1])


def _is_hearsay(analysis: Analysis, stance: Stance) -> bool:
    """Whether what is dismissed is what others say rather than propose: "the suggestion | that it cheated"."""
    if stance.target is None or (stance.act is not REJECT and stance.act is not CRITICIZE):
        return False
    lowers = analysis.tokens.lowers
    first, end = analysis.tokens.range(stance.target.span)
    core = plain_head_end(analysis, first, end)
    return lowers[core - 1] in analysis.index.sets["grammar.told"] and analysis.tags[core : core + 1] == ["H"]


def _is_refused(analysis: Analysis, stance: Stance) -> bool:
    """Whether what is refused is not there yet: "will have none of it", "would not consent to imports"."""
    if stance.target is None or stance.polarity is not Polarity.OPPOSE:
        return False
    rule, ids = stance.rule.removeprefix("stance."), analysis.index.sets["control.refusals"]
    if rule not in ids and rule.rpartition(".")[0] not in ids:
        return False
    first, end = analysis.tokens.range(stance.target.span)
    head = analysis.tokens.lowers[max(first, plain_head_end(analysis, first, end) - 1)]
    return head not in analysis.index.sets["grammar.told"]


def _is_taken(analysis: Analysis, stance: Stance) -> bool:
    """Whether a step is judged that has been taken: "hailed the increase", "applauded Lima's move"."""
    if stance.target is None or (stance.act not in _JUDGED and stance.act is not STATE):
        return False
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    first, end = analysis.tokens.range(stance.target.span)
    core = plain_head_end(analysis, first, end)
    if lowers[first] in sets["control.indefinite"] or analysis.tags[first] not in "DSE":
        return False
    if " of " in stance.target.concept:
        return False  # "the move" is the end of a levy.
    return lowers[core - 1] in sets["control.moves"] and _IMAGINED.isdisjoint(lowers[end : end + 1])
