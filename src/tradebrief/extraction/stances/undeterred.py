"""Who does something all the same, as nothing kept them from it: "the verdict did not stop Lima from backing Oslo"."""

from __future__ import annotations

from tradebrief.extraction.claims.sources import Source, is_nobody
from tradebrief.extraction.claims.subjects import subject_of
from tradebrief.extraction.grammar.phrases import verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["undeterred"]

_FROM, _NOTHING = "from", "nothing"
_PAST = "could"  # Of modals, after which what was not done is left open: "will not stop Lima from backing Oslo".


def undeterred(analysis: Analysis, at: int, floor: int) -> Source | None:
    """The object before "from", where the verb that governs it says that they were not kept from what follows.

    Args:
        analysis: The text.
        at: The token of "from" before a gerund.
        floor: Where the sentence begins.
    """
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[at] != _FROM:
        return None
    held = noun_phrase_before(analysis, at, floor)
    verb = held[0] - 1 if held is not None else floor
    if held is None or verb <= floor or lowers[verb] not in sets["control.holding_back"]:
        return None
    group = verb_group(analysis, verb, floor)
    if group.passive or group.gerund or group.modal not in {"", _PAST}:
        return None
    if group.infinitive:  # "failed to stop Lima from backing Oslo"
        let = lowers[group.first - 1] in sets["control.refusing"] and not group.negated
        return Source(*held) if let else None
    subject = subject_of(analysis, group, floor)
    none = subject is not None and (is_nobody(analysis, subject) or lowers[subject.first] == _NOTHING)
    negated = group.negated != none
    return Source(*held) if negated else None
