"""Standings: where each actor stands on each concept, over all passages that say so."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from tradebrief.model.claim import Certainty
from tradebrief.model.ids import ActorId, StanceId
from tradebrief.model.stance import Act, Outlook, Polarity, Stance
from tradebrief.text import Span

__all__ = ["Standing", "standings_of"]


@frozen(kw_only=True)
class Standing:
    """One side or outlook of one actor on one concept, with every passage that shows it.

    An actor who contradicts themselves has several on one concept: they are not summed up.

    Attributes:
        holder: Id of the actor.
        concept: What it is about, as in the stances' targets; None where the passages leave it unsaid.
        polarity: The side taken; None where only an outlook is stated.
        outlook: How the holder looks ahead; None where nothing says.
        acts: What the holder does in taking it, each once, in the order of the text.
        certainties: How sure the holder is said to be, in the same manner.
        evidence: The words that show it, in the order of the text.
        stances: Ids of the stances that it stands for, in the order of the text.
    """

    holder: ActorId
    concept: str | None
    polarity: Polarity | None
    outlook: Outlook | None
    acts: tuple[Act, ...]
    certainties: tuple[Certainty, ...]
    evidence: tuple[Span, ...]
    stances: tuple[StanceId, ...]


def standings_of(stances: Iterable[Stance]) -> tuple[Standing, ...]:
    """The standings that stances come to.

    They are grouped by holder, then by concept, each in the order in which the text first comes to it.
    """
    table: dict[ActorId, dict[str | None, dict[tuple[Polarity | None, Outlook | None], list[Stance]]]] = {}
    for stance in stances:
        concept = stance.target.concept if stance.target is not None else None
        sides = table.setdefault(stance.holder, {}).setdefault(concept, {})
        sides.setdefault((stance.polarity, stance.outlook), []).append(stance)
    return tuple(
        Standing(
            holder=holder,
            concept=concept,
            polarity=polarity,
            outlook=outlook,
            acts=tuple(dict.fromkeys(stance.act for stance in alike)),
            certainties=tuple(dict.fromkeys(stance.certainty for stance in alike)),
            evidence=tuple(dict.fromkeys(span for stance in alike for span in stance.evidence)),
            stances=tuple(stance.id for stance in alike),
        )
        for holder, concepts in table.items()
        for concept, sides in concepts.items()
        for (polarity, outlook), alike in sides.items()
    )
