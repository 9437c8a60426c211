"""The ids that results can carry, for whoever looks one up."""

from __future__ import annotations

from tradebrief.lexicon.entries import Cue
from tradebrief.lexicon.governing import governing_rules
from tradebrief.lexicon.loading import Lexicon
from tradebrief.model import Act

__all__ = ["carried_ids", "cue_rule_ids", "rule_ids"]

_SPEECH = frozenset({"quote", "np_quote", "bare", "np_bare", "that", "np_that"})


def rule_ids(lexicon: Lexicon) -> frozenset[str]:
    """All rule ids that a result read with a lexicon can carry."""
    found = {id for cue in lexicon.cues for id in cue_rule_ids(cue)}
    found.update(f"stance.{rule.id}" for rule in lexicon.stance_rules)
    appraisals = (*lexicon.appraisal_rules, *lexicon.implied_appraisal_rules)
    found.update(f"appraisal.{rule.id}" for rule in appraisals)
    found.update(rule.id for rule in lexicon.code_rules)
    return frozenset(found)


def carried_ids(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """By the id of each cue and rule the ids that its results carry, where they differ from its own."""
    found = {cue.id: list(cue_rule_ids(cue)) for cue in lexicon.cues}
    for rule in lexicon.stance_rules:
        found.setdefault(rule.id, []).append(f"stance.{rule.id}")
    for appraisal in (*lexicon.appraisal_rules, *lexicon.implied_appraisal_rules):
        owner = appraisal.id if appraisal.id in found else appraisal.id.rpartition(".")[0]
        found.setdefault(owner if owner in found else appraisal.id, []).append(f"appraisal.{appraisal.id}")
    return {id: tuple(dict.fromkeys(carried)) for id, carried in found.items()}


def cue_rule_ids(cue: Cue) -> tuple[str, ...]:
    """The rule ids of one cue: a claim's for each frame, and a stance's where it takes a side or looks ahead.

    A verb of saying also stands after its quotation or clause, and a passive has its object before it. A verb that
    takes a side takes it toward its object where it is no cue of a claim.
    """
    frames = list(cue.frames)
    if cue.category == "verb":
        frames += ["quote", "bare"] if not _SPEECH.isdisjoint(cue.frames) else []
        frames += ["np"] if "np_as" in cue.frames else []
    governing = [f"stance.{rule.id}" for rule in governing_rules([cue])]
    kinds = ["claim", "stance"] if cue.polarity or cue.outlook or cue.act is Act.ACCUSE else ["claim"]
    named = [f"{kind}.{cue.id}.{frame}" for kind in kinds for frame in dict.fromkeys(frames)] + governing
    return tuple([*named, f"stance.{cue.id}.outlook"] if cue.outlook else named)
