"""Deeds: what an actor does to a measure ("imposed duties on barley") or toward another ("severed ties with Lima")."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.index import StanceForm, Trigger
from tradebrief.extraction.phrases import noun_phrase_after, verb_group
from tradebrief.extraction.stance_holders import control_of
from tradebrief.extraction.stance_targets import core_end, plain_head_end
from tradebrief.extraction.stance_verbs import Bearing, past_time, slot_after

__all__ = ["read_deeds"]

_LONGEST_RECIPIENT = 8


def read_deeds(analysis: Analysis) -> Iterator[Bearing]:
    """The readings of deeds and dealings, in the order of the text."""
    tags, lowers, deeds = analysis.tags, analysis.tokens.lowers, analysis.index.deeds
    for at in analysis.hits(Trigger.DEED):
        if tags[at] not in "vdgi":
            continue
        floor, ceiling = analysis.reach(at)
        done: set[str] = set()  # A deed on a measure may be a dealing with somebody too: "signed a pact with Lima".
        for form in deeds[lowers[at]]:
            category = form.rule.category
            if category not in done and tuple(lowers[at + 1 : at + 1 + len(form.tail)]) == form.tail:
                read = _deed if category == "deed" else _dealing
                for bearing in read(analysis, at, form, floor, ceiling):
                    done.add(category)
                    yield bearing


def _heads(analysis: Analysis, form: StanceForm, first: int, end: int) -> bool:
    """Whether a noun phrase has one of the head nouns that the rule wants."""
    lowers = analysis.tokens.lowers
    return any(lowers[at] in form.rule.objects for at in range(first, end))


def _deed(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Iterator[Bearing]:
    first = at + 1 + len(form.tail)
    end = plain_head_end(analysis, first, ceiling)
    if not _heads(analysis, form, first, end):
        return
    group = verb_group(analysis, at, floor)
    if group.passive:
        return
    control = control_of(analysis, group, floor)
    if control is None or control.modal:
        return
    yield Bearing(at=at, form=form, control=control, target=(first, end), first=control.first, end=end)


def _dealing(analysis: Analysis, at: int, form: StanceForm, floor: int, ceiling: int) -> Iterator[Bearing]:
    first = past_time(analysis, at + 1 + len(form.tail), ceiling)
    phrase = noun_phrase_after(analysis, first, ceiling)
    end = max(core_end(analysis, *phrase) if phrase is not None else first, plain_head_end(analysis, first, ceiling))
    if not _heads(analysis, form, first, end):
        return
    inner = next((probe for probe in range(first + 1, end) if analysis.tags[probe] == "D"), None)
    # "gave Lima a loan", or "gave a loan to Lima"
    recipient = (first, inner) if inner is not None else slot_after(analysis, end, ceiling, form.rule.slots)
    if recipient is None or recipient[1] - recipient[0] > 4 * _LONGEST_RECIPIENT:
        return
    group = verb_group(analysis, at, floor)
    control = None if group.passive else control_of(analysis, group, floor)
    if control is not None:
        yield Bearing(
            at=at, form=form, control=control, target=recipient, first=control.first, end=max(end, recipient[1])
        )
