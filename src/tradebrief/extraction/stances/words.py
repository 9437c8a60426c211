"""Words that take a side, each read where it is asked for: deeds, verbs, nouns and adjectives, and words for none."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.lookups.index import Trigger
from tradebrief.extraction.stances.deeds import read_deed
from tradebrief.extraction.stances.neutral import read_neutral
from tradebrief.extraction.stances.nouns import read_adjective, read_noun
from tradebrief.extraction.stances.splits import read_split
from tradebrief.extraction.stances.verbs import Bearing, is_nominal, read_verb
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import StanceRule

__all__ = ["bearings_at", "bearings_beside", "rules_at"]

_READERS = (
    (Trigger.STANCE_NEUTRAL, read_neutral),
    (Trigger.STANCE_SPLIT, read_split),
    (Trigger.DEED, read_deed),
    (Trigger.STANCE_VERB, read_verb),
    (Trigger.STANCE_NOUN, read_noun),
    (Trigger.STANCE_ADJECTIVE, read_adjective),
)
_VERBS = (Trigger.STANCE_SPLIT, Trigger.DEED, Trigger.STANCE_VERB)


def bearings_at(analysis: Analysis, cast: Cast, at: int) -> list[Bearing]:
    """The readings of one word: those of the first reader that has any."""
    steps = analysis.index.triggers.get(analysis.tokens.lowers[at], ())
    for trigger, read in _READERS:
        if trigger in steps and (found := read(analysis, cast, at)):
            return found
    return []


def rules_at(analysis: Analysis, at: int) -> Iterator[StanceRule]:
    """The rules that a word begins the words of, whether or not it is read by one."""
    index, word = analysis.index, analysis.tokens.lowers[at]
    for forms in (
        index.neutrals,
        index.stance_splits,
        index.deeds,
        index.stance_verbs,
        index.stance_nouns,
        index.stance_adjectives,
    ):
        for form in forms.get(word, ()):
            yield form.rule


def bearings_beside(analysis: Analysis, cast: Cast, used: set[int]) -> Iterator[Bearing]:
    """The same for all words but those that are used already."""
    done, tags = set(used), analysis.tags
    for trigger, read in _READERS:
        hits = analysis.hits(trigger)
        if trigger in _VERBS:
            hits = [at for at in hits if tags[at] in "vdgiVM" or is_nominal(analysis, at)]  # Many a verb is a noun too.
        if trigger is Trigger.STANCE_VERB:
            hits = analysis.index.stance_verbs.standing(analysis.tokens.lowers, hits)
        for at in hits:
            if at not in done and (found := read(analysis, cast, at)):
                done.add(at)
                if trigger is Trigger.STANCE_NEUTRAL:  # "neither backs nor opposes": the verbs take no side.
                    done.update(range(at, found[0].end))
                yield from found
