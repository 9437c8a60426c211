"""Briefs in which actors take sides, and nothing else is of interest."""

from collections.abc import Sequence

import tradebrief as tb
from tradebrief.text import Span

__all__ = ["OPPOSE", "SUPPORT", "brief_of"]

SUPPORT, OPPOSE = tb.Polarity.SUPPORT, tb.Polarity.OPPOSE
_KINDS = {"country": tb.ActorKind.COUNTRY, "anonymous": tb.ActorKind.ANONYMOUS, "author": tb.ActorKind.AUTHOR}


def brief_of(
    *taken: tuple[str, str, tb.Polarity | None], names: Sequence[str] = (), text: str = "Sides are taken."
) -> tb.Brief:
    """A brief with a stance for each holder, target and side; a target with a colon is an actor."""
    whole = Span(0, len(text))
    ids = list(dict.fromkeys([*(holder for holder, _, _ in taken), *(to for _, to, _ in taken if ":" in to)]))
    called = dict(zip(ids, names, strict=False))
    actors = [
        tb.Actor(
            id=tb.ActorId(id),
            name=called.get(id, id.partition(":")[2] or id),
            kind=_KINDS.get(id.partition(":")[0], tb.ActorKind.ORGANIZATION),
            mentions=(tb.Mention(span=Span(0, 5), form=tb.MentionForm.NAME, rule=tb.RuleId("actor.name")),),
        )
        for id in ids
    ]
    return tb.Brief(
        article=tb.parse(text),
        actors=tuple(actors),
        stances=tuple(_stance(number, *each) for number, each in enumerate(taken)),
        voices=(tb.Voice(tb.VoiceKind.REPORTED, whole),),
        generator=tb.Generator(name="tradebrief", version="1", lexicon="0"),
    )


def _stance(number: int, holder: str, target: str, polarity: tb.Polarity | None) -> tb.Stance:
    is_actor = ":" in target
    return tb.Stance(
        id=tb.StanceId(f"s{number}"),
        holder=tb.ActorId(holder),
        target=tb.Target(
            kind=tb.TargetKind.ACTOR if is_actor else tb.TargetKind.ISSUE,
            span=Span(0, 5),
            concept=target,
            actor=tb.ActorId(target) if is_actor else None,
        ),
        polarity=polarity,
        act=tb.Act.STATE,
        outlook=None if polarity else tb.Outlook.OPTIMISTIC,
        certainty=tb.Certainty.CERTAIN,
        attribution=tb.StanceAttribution.INDIRECT,
        evidence=(Span(0, 5), Span(6, 9)),
        rule=tb.RuleId("stance.state"),
    )
