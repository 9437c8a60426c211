"""Stance rules that the cues imply: a verb that takes a side toward its content takes it toward its object too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradebrief.lexicon.entries import Cue, StanceRule
from tradebrief.model import Act, Polarity

__all__ = ["governing_rules"]

_OBJECTS = frozenset({"np", "np_as", "np_adj", "np_pp", "np_that", "np_quote"})
_VOIDED = frozenset(
    {Act.CRITICIZE, Act.ACCUSE, Act.PRAISE, Act.THREATEN, Act.REJECT, Act.REQUEST, Act.DEMAND, Act.OFFER}
)
_ADDRESSED = frozenset({Act.REQUEST, Act.DEMAND})


def governing_rules(cues: Iterable[Cue]) -> Iterator[StanceRule]:
    """A rule for each verb cue that takes a side and has an object, or a preposition before what it is about.

    Whoever is asked is not what is asked for, and a threat is against whoever is threatened.
    """
    for cue in cues:
        if cue.category != "verb" or cue.polarity is None or "*" in cue.lemma:
            continue
        slots = list(cue.prepositions) if "pp" in cue.frames else []
        told = cue.act in _ADDRESSED or "against" in cue.prepositions  # "advised mills against a levy"
        objects = {"np"} if told else _OBJECTS
        if not objects.isdisjoint(cue.frames):
            slots.insert(0, "object")
        if not slots:
            continue
        yield StanceRule(
            id=f"{cue.id}.object",
            reason="A verb that takes a side takes it toward what it governs.",
            category="verb",
            words=tuple(filter(None, (cue.lemma, cue.alternate))),
            slots=tuple(slots),
            polarity=Polarity.OPPOSE if cue.act is Act.THREATEN else cue.polarity,
            act=cue.act,
            negation="voids" if cue.act in _VOIDED else "turns",
            actors=cue.act is Act.THREATEN,
        )
