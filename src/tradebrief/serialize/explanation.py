"""Why a result was read so, in lines of plain words: what a summary shows under it when it is asked to explain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from tradebrief.model import Actor, Brief, Claim, Mention, Stance
from tradebrief.serialize.terminal import one_line
from tradebrief.text import Span

__all__ = ["HeldBy", "why_actor", "why_claim", "why_stance"]

HeldBy = tuple[str, Sequence[Span]]
"""A rule by which a claim is held as it is, and the words by which the rule holds."""
_HELD = {
    "assertion.cue": "the cue itself says so",
    "assertion.negated": "the cue is negated",
    "assertion.supposed": "the claim is only supposed",
    "assertion.to_come": "the claim is still to come",
    "assertion.possible": "the claim is only thought possible",
    "assertion.doubted": "the text leaves open whether the claim is made",
    "assertion.unreal": "the claim was not made",
    "assertion.asked": "the claim is asked about",
    "certainty.cue": "the cue says how sure its holder is",
    "certainty.content": "the content says how sure it is",
    "condition.opener": "a condition is opened",
}
Quote = Callable[[Span], str]
"""Gives the words of a span as they can be shown."""
Place = Callable[[Span], str]
"""Gives the line and column at which a span begins."""


def why_actor(actor: Actor) -> Iterator[str]:
    """How its mentions name it, and by which rules they were read."""
    counts = Counter((mention.form.value, mention.rule) for mention in actor.mentions)
    told = (f"{form} {count}x [{one_line(rule)}]" for (form, rule), count in counts.items())
    yield f"named by {', '.join(told)}"


def why_claim(brief: Brief, claim: Claim, quote: Quote, place: Place, reasons: Sequence[HeldBy] = ()) -> Iterator[str]:
    """Whose it is and by which words, which entry of the lexicon read it, and how it is held and why."""
    yield _whose(brief, claim, quote)
    entry, _, frame = claim.rule.removeprefix("claim.").rpartition(".")
    cue = f'by "{quote(claim.cue)}", ' if claim.cue else "by the layout, "
    yield f"{cue}entry {one_line(entry)}, complement {one_line(frame)}"
    held = f"held as {_shown(claim.assertion.value)}, certainty {claim.certainty.value}, voice {claim.voice.value}"
    yield held + "".join(f', if "{quote(span)}"' for span in claim.conditions)
    for rule, words in reasons:
        told = ", ".join(f'"{quote(span)}"' for span in words)
        yield f"{_HELD.get(rule, rule)}: {told} [{one_line(rule)}]"
    if claim.within is not None:
        yield f"within the claim at {place(brief.claim(claim.within).span)}"


def _whose(brief: Brief, claim: Claim, quote: Quote) -> str:
    reason = f"nobody's: {_shown(claim.holder_reason.value)}" if claim.holder_reason else ""
    if claim.source is None:
        return reason or f"of {one_line(claim.holder or '')}, as the layout tells"
    words = f'source "{quote(claim.source)}"'
    if claim.holder is None:
        return f"{words}, {reason}"
    named = _mention_in(brief.actor(claim.holder), claim.source)
    how = f" ({_shown(named.form.value)} [{one_line(named.rule)}])" if named else ""
    return f"{words}{how} is {one_line(claim.holder)}"


def _mention_in(actor: Actor, source: Span) -> Mention | None:
    """The last mention of an actor within the words of a source."""
    return next((mention for mention in reversed(actor.mentions) if mention.span in source), None)


def why_stance(brief: Brief, stance: Stance, quote: Quote, place: Place) -> Iterator[str]:
    """On which words it rests, what its target is, and on whose word it is known."""
    words = ", ".join(f'"{quote(span)}"' for span in stance.evidence)
    yield f"read from {words}"
    if stance.target is not None:
        concept = f", concept {one_line(stance.target.concept)}" if stance.target.concept else ""
        yield f"target is {_shown(stance.target.kind.value)}{concept}"
    conditions = "".join(f', if "{quote(span)}"' for span in stance.conditions)
    yield f"known by {_shown(stance.attribution.value)}, certainty {stance.certainty.value}{conditions}"
    if stance.claim is not None:
        yield f"rests on the claim at {place(brief.claim(stance.claim).span)}"


def _shown(value: str) -> str:
    return value.replace("_", " ")
