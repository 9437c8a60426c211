"""What is marked in the text: voices, claims, stances, actors, measures, and what was left open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tradebrief.model import Actor, Claim, Diagnostic, Measure, Stance, Voice, VoiceKind
from tradebrief.serialize.html._markup import Markup, element, words
from tradebrief.serialize.html._naming import View, label, listed, shortened, sign
from tradebrief.serialize.html._weaving import Mark

__all__ = ["find_marks"]

# Over the same words a voice lies outermost and the name of an actor innermost.
_VOICE, _CLAIM, _STANCE, _DOUBT, _SOURCE, _MEASURE, _CUE, _ACTOR = range(8)


def find_marks(view: View) -> Iterator[Mark]:
    """Every mark of a brief; those of one result share their classes, and its first has its anchor."""
    brief = view.brief
    yield from chain.from_iterable(map(_of_voice, brief.voices))
    for claim in brief.claims:
        yield from _of_claim(view, claim)
    for stance in brief.stances:
        yield from _of_stance(view, stance)
    for actor in brief.actors:
        yield from _of_actor(view, actor)
    for number, measure in enumerate(brief.measures, start=1):
        yield _of_measure(view, number, measure)
    for number, note in enumerate((*brief.article.diagnostics, *brief.diagnostics), start=1):
        yield from _of_note(view, number, note)


def _of_voice(voice: Voice) -> Iterator[Mark]:
    if voice.kind is not VoiceKind.REPORTED:
        yield Mark(span=voice.span, layer=_VOICE, classes=f"voice {voice.kind.value}")


def _of_claim(view: View, claim: Claim) -> Iterator[Mark]:
    name = f"C{view.claim_numbers[claim.id]}"
    hue = view.hue(claim.holder)
    holder = view.holder_name(claim)
    href = f"#{view.claim_id(claim)}"
    title = f"{name}: {holder}, {listed(label(claim.kind), label(claim.mode), label(claim.assertion))}"
    last = len(claim.content) - 1
    for place, span in enumerate(claim.content):
        yield Mark(
            span=span,
            layer=_CLAIM,
            name="mark",
            classes=f"claim {hue} by-{claim.voice.value} {claim.mode.value}",
            title=title,
            anchor=None if place else f"{view.claim_id(claim)}-words",
            after=_reference(name, href, f"claim {hue}", f"claim of {holder}") if place == last else Markup(),
        )
    if claim.cue:
        yield Mark(span=claim.cue, layer=_CUE, name="a", classes=f"cue {hue}", title=f"cue of {name}", href=href)
    if claim.source:
        yield Mark(span=claim.source, layer=_SOURCE, classes="source", title=f"source of {name}")


def _of_stance(view: View, stance: Stance) -> Iterator[Mark]:
    name = f"{sign(stance)}S{view.stance_numbers[stance.id]}"
    side = label(stance.polarity) if stance.polarity else "outlook"
    holder = view.actor_name(stance.holder)
    outlook = label(stance.outlook) if stance.outlook else None
    title = f"{name}: {holder}, {listed(side, outlook)}: {view.concept(stance)}"
    last = len(stance.evidence) - 1
    for place, span in enumerate(stance.evidence):
        reference = _reference(
            name, f"#{view.stance_id(stance)}", f"stance {side}", f"stance of {holder}, {listed(side, outlook)}"
        )
        yield Mark(
            span=span,
            layer=_STANCE,
            classes=f"stance {side}",
            title=title,
            anchor=None if place else f"{view.stance_id(stance)}-words",
            after=reference if place == last else Markup(),
        )


def _of_actor(view: View, actor: Actor) -> Iterator[Mark]:
    name = view.actor_name(actor.id)
    href = f"#{view.actor_id(actor.id)}"
    classes = f"actor {view.hue(actor.id)}"
    for number, mention in enumerate(actor.mentions, start=1):
        yield Mark(
            span=mention.span,
            layer=_ACTOR,
            name="a",
            classes=classes,
            title=f"{name} ({listed(label(actor.kind), label(mention.form), shortened(mention.rule))})",
            href=href,
            anchor=f"{view.actor_id(actor.id)}-words-{number}",
        )


def _of_measure(view: View, number: int, measure: Measure) -> Mark:
    title = listed(label(measure.kind), measure.concept and shortened(measure.concept))
    anchor = f"{view.id('measure', number)}-words"
    return Mark(span=measure.span, layer=_MEASURE, classes="measure", title=title, anchor=anchor)


def _of_note(view: View, number: int, note: Diagnostic) -> Iterator[Mark]:
    if note.span is not None and len(note.span):
        anchor = f"{view.id('note', number)}-words"
        yield Mark(span=note.span, layer=_DOUBT, classes="doubt", title=shortened(note.message), anchor=anchor)


def _reference(name: str, href: str, classes: str, about: str) -> Markup:
    """A raised number that leads from the words to their explanation, as to a footnote."""
    return element("a", words(name), class_=f"ref {classes}", href=href, aria_label=f"{name}, {about}")
