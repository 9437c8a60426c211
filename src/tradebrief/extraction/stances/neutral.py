"""Words by which somebody takes no side: "took no side in", "is neutral on", "neither backs nor opposes"."""

from __future__ import annotations

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.sources import Source
from tradebrief.extraction.grammar.phrases import noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index_stances import StanceForm
from tradebrief.extraction.stances.holders import Control, control_of
from tradebrief.extraction.stances.nouns import bearer_of
from tradebrief.extraction.stances.verbs import Bearing, slot_after
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["read_neutral"]

_NOR_REACH = 16


def read_neutral(analysis: Analysis, cast: Cast, at: int) -> list[Bearing]:  # noqa: ARG001 - one signature
    """The reading of a word or phrase by which somebody takes no side, if it is one."""
    lowers = analysis.tokens.lowers
    forms = analysis.index.neutrals.at(lowers, at)
    if not forms:
        return []
    floor, ceiling = analysis.reach(at)
    for form in forms:
        end = at + 1 + len(form.tail)
        if lowers[at] == "neither":
            return _neither(analysis, at, form, floor, ceiling)
        predicate = analysis.tags[at] not in "vidg"
        control = (
            bearer_of(analysis, at, floor)
            if predicate
            else control_of(analysis, verb_group(analysis, at, floor), floor)
        )
        if control is None or control.open:
            return []
        if predicate and (end < ceiling and analysis.tags[end] in "NE"):
            return []  # "neutral ground"
        target = slot_after(analysis, end, ceiling, form.rule.slots)
        if predicate and "X" in analysis.tags[max(floor, at - 2) : at]:
            control = control._replace(negated=not control.negated)
        stop = target[1] if target is not None else end
        return [Bearing(at=at, form=form, control=control, target=target, first=min(control.first, at), end=stop)]
    return []


def _neither(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> list[Bearing]:
    """What "neither" and "nor" say before two verbs that take opposite sides, with the object of the second."""
    tags, lowers, verbs = analysis.tags, analysis.tokens.lowers, analysis.index.stance_verbs
    nor = next((probe for probe in range(at + 2, min(ceiling - 1, at + _NOR_REACH)) if lowers[probe] == "nor"), None)
    subject = noun_phrase_before(analysis, at, floor)
    if nor is None or subject is None:
        return []
    sides = [{one.rule.polarity for one in verbs.get(lowers[place], ()) if not one.tail} for place in (at + 1, nor + 1)]
    if not all(sides) or sides[0] == sides[1]:
        return []
    after = nor + 2
    target = slot_after(analysis, after, ceiling, form.rule.slots) if tags[after : after + 1] else None
    if tags[after : after + 1] == ["R"] or target is None:  # "neither backed the levy nor opposed it"
        target = noun_phrase_after(analysis, at + 2, nor)
    if target is None:
        return []
    return [Bearing(at=at, form=form, control=Control(Source(*subject), at), target=target, first=at, end=target[1])]
