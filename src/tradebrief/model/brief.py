"""A brief: an article with all that was read from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from attrs import frozen

from tradebrief.model.actor import Actor
from tradebrief.model.article import Article
from tradebrief.model.claim import Claim
from tradebrief.model.diagnostic import Diagnostic
from tradebrief.model.display import as_html
from tradebrief.model.ids import ActorId, ClaimId, MeasureId
from tradebrief.model.measure import Measure, MeasureKind
from tradebrief.model.place import Place
from tradebrief.model.stance import Stance
from tradebrief.model.standing import Standing, standings_of
from tradebrief.model.voice import Voice
from tradebrief.text import Span

__all__ = ["SCHEMA_VERSION", "Brief", "Generator"]

SCHEMA_VERSION = "1.0"

_AMOUNTS = (
    MeasureKind.TARIFF_RATE,
    MeasureKind.PERCENTAGE,
    MeasureKind.MONEY,
    MeasureKind.QUOTA,
    MeasureKind.QUANTITY,
)
_NEAR = 30  # Code points from an amount to the thing that it belongs to,
_FEW = 2  # and words between them.
_MARKS = frozenset(".,;:!?()\n")


@frozen(kw_only=True)
class Generator:
    """What made a brief.

    Attributes:
        name: Name of the program.
        version: Its version.
        lexicon: Fingerprint of the words and rules that it used.
    """

    name: str
    version: str
    lexicon: str


@frozen(kw_only=True)
class Brief:
    """An article with its actors, places, claims, stances, measures and voices.

    Attributes:
        article: The text and its layout.
        actors: Who is spoken of, by first mention.
        places: Where things happen, by first mention.
        claims: Who says what, in the order of the text.
        stances: Where they stand, in the order of the text.
        measures: Amounts, dates and instruments, in the order of the text.
        voices: Whose words each stretch is; they tile the text.
        diagnostics: What reading left open.
        schema_version: Version of the model, as in the JSON document.
        generator: What made it.

    Raises:
        ValueError: If a span lies outside the text, an id is used twice or refers to nothing, the voices
            do not tile the text, or a nested claim lies outside its outer claim's content.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    stances: tuple[Stance, ...] = ()
    measures: tuple[Measure, ...] = ()
    voices: tuple[Voice, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    schema_version: str = SCHEMA_VERSION
    generator: Generator

    def __attrs_post_init__(self) -> None:
        fault = next(chain(_span_faults(self), _id_faults(self), _voice_faults(self), _nesting_faults(self)), None)
        if fault:
            raise ValueError(fault)

    @cached_property
    def _actors(self) -> dict[ActorId, Actor]:
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def _claims(self) -> dict[ClaimId, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _measures(self) -> dict[MeasureId, Measure]:
        return {measure.id: measure for measure in self.measures}

    def __getitem__(self, span: Span) -> str:
        """The words of a span of the article."""
        return self.article[span]

    def _repr_html_(self) -> str:
        """What a notebook shows: the article with all that was read from it."""
        return as_html(self)

    def actor(self, id: ActorId) -> Actor:
        """The actor with an id.

        Raises:
            KeyError: If there is none.
        """
        return self._actors[id]

    def claim(self, id: ClaimId) -> Claim:
        """The claim with an id.

        Raises:
            KeyError: If there is none.
        """
        return self._claims[id]

    def measure(self, id: MeasureId) -> Measure:
        """The measure with an id.

        Raises:
            KeyError: If there is none.
        """
        return self._measures[id]

    def claims_of(self, actor: Actor | ActorId) -> tuple[Claim, ...]:
        """The claims that an actor, or the actor with an id, holds, in the order of the text.

        There are none where the brief has no such actor: one may ask many briefs for the claims of ``"country:jp"``.
        """
        holder = actor.id if isinstance(actor, Actor) else actor
        return tuple(claim for claim in self.claims if claim.holder == holder)

    def stances_of(self, actor: Actor | ActorId) -> tuple[Stance, ...]:
        """The stances that an actor, or the actor with an id, holds, in the order of the text.

        There are none where the brief has no such actor, as for `claims_of`.
        """
        holder = actor.id if isinstance(actor, Actor) else actor
        return tuple(stance for stance in self.stances if stance.holder == holder)

    def measures_of(self, item: Claim | Stance) -> tuple[Measure, ...]:
        """The measures that a claim or a stance speaks of, in the order of the text.

        Of a claim these stand in its content, of a stance in its target and evidence. What a target refers to
        ("rejected it") is there with the rates and amounts that stand against it: "a 25 percent tariff".
        """
        text = self.article.text
        if isinstance(item, Claim):
            spans, meant = item.content, None
        else:
            target = item.target
            spans = (*item.evidence, *(() if target is None else (target.span,)))
            meant = None if target is None or target.measure is None else self.measure(target.measure)
        return tuple(
            measure
            for measure in self.measures
            if any(span.start <= measure.span.start and measure.span.end <= span.end for span in spans)
            or (meant is not None and (measure is meant or _stands_against(text, measure, meant)))
        )

    def positions(self) -> tuple[Standing, ...]:
        """A table of who stands where on what: by actor, then by concept, contradictions apart.

        Both come in the order in which the text first comes to them.
        """
        return standings_of(self.stances)


def _stands_against(text: str, amount: Measure, thing: Measure) -> bool:
    """Whether an amount belongs to a thing: "a 25 percent import tariff", "a tariff of 25 percent"."""
    if amount.kind not in _AMOUNTS:
        return False
    if amount.span.end <= thing.span.start <= amount.span.end + _NEAR:
        between = text[amount.span.end : thing.span.start]
        return len(between.split()) <= _FEW and _MARKS.isdisjoint(between)
    if thing.span.end <= amount.span.start <= thing.span.end + _NEAR:
        return text[thing.span.end : amount.span.start].split() in (["of"], ["at"])
    return False


def _spans(brief: Brief) -> Iterator[Span]:
    for actor in brief.actors:
        for mention in actor.mentions:
            yield mention.span
        for role in actor.roles:
            yield role.span
    for place in brief.places:
        for mention in place.mentions:
            yield mention.span
    for claim in brief.claims:
        yield claim.span
        yield from claim.conditions
    for stance in brief.stances:
        yield from stance.evidence
        yield from stance.conditions
        if stance.target:
            yield stance.target.span
    for measure in brief.measures:
        yield measure.span
    for note in brief.diagnostics:
        if note.span:
            yield note.span


def _last_end(brief: Brief) -> int:
    """Where the last of all spans ends."""
    ends = [mention.span.end for actor in brief.actors for mention in actor.mentions]
    ends += [mention.span.end for place in brief.places for mention in place.mentions]
    ends += [role.span.end for actor in brief.actors for role in actor.roles]
    ends += [part.end for claim in brief.claims for part in (*claim.content, *claim.conditions)]
    ends += [part.end for claim in brief.claims for part in (claim.source, claim.cue) if part is not None]
    ends += [part.end for stance in brief.stances for part in (*stance.evidence, *stance.conditions)]
    ends += [stance.target.span.end for stance in brief.stances if stance.target is not None]
    ends += [measure.span.end for measure in brief.measures]
    ends += [note.span.end for note in brief.diagnostics if note.span is not None]
    return max(ends, default=0)


def _span_faults(brief: Brief) -> Iterator[str]:
    size = len(brief.article.text)
    if _last_end(brief) <= size:
        return  # As in every brief that was read from its article.
    for span in _spans(brief):
        if span.end > size:
            yield f"{span} is outside a text of {size} code points"


def _repeated(what: str, ids: Sequence[str]) -> Iterator[str]:
    if len(set(ids)) == len(ids):
        return
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            yield f"{what} {id} stands twice"
        seen.add(id)


def _id_faults(brief: Brief) -> Iterator[str]:
    actors = [actor.id for actor in brief.actors]
    claims = [claim.id for claim in brief.claims]
    measures = [measure.id for measure in brief.measures]
    yield from _repeated("actor", actors)
    yield from _repeated("place", [place.id for place in brief.places])
    yield from _repeated("claim", claims)
    yield from _repeated("stance", [stance.id for stance in brief.stances])
    yield from _repeated("measure", measures)
    yield from _unknown(brief, {*actors}, {*claims}, {*measures})


def _unknown(brief: Brief, actors: set[ActorId], claims: set[ClaimId], measures: set[MeasureId]) -> Iterator[str]:
    targets = [stance.target for stance in brief.stances if stance.target is not None]
    holders = {claim.holder for claim in brief.claims} | {claim.relayed_by for claim in brief.claims}
    holders |= {stance.holder for stance in brief.stances} | {target.actor for target in targets}
    bases = {claim.within for claim in brief.claims} | {stance.claim for stance in brief.stances}
    things = {target.measure for target in targets}
    if holders <= {None, *actors} and bases <= {None, *claims} and things <= {None, *measures}:
        return  # As in every brief that was read from its article.
    for claim in brief.claims:
        for holder in (claim.holder, claim.relayed_by):
            if holder is not None and holder not in actors:
                yield f"claim {claim.id} refers to an unknown actor {holder}"
        if claim.within is not None and claim.within not in claims:
            yield f"claim {claim.id} refers to an unknown claim {claim.within}"
    for stance in brief.stances:
        named = stance.target.actor if stance.target else None
        for holder in (stance.holder, named):
            if holder is not None and holder not in actors:
                yield f"stance {stance.id} refers to an unknown actor {holder}"
        if stance.claim is not None and stance.claim not in claims:
            yield f"stance {stance.id} refers to an unknown claim {stance.claim}"
        measure = stance.target.measure if stance.target else None
        if measure is not None and measure not in measures:
            yield f"stance {stance.id} refers to an unknown measure {measure}"


def _voice_faults(brief: Brief) -> Iterator[str]:
    at = 0
    for voice in brief.voices:
        if voice.span.start != at:
            yield f"voices do not tile the text: one ends at {at}, the next starts at {voice.span.start}"
            return
        at = voice.span.end
    if at != len(brief.article.text):
        yield f"voices do not tile the text: they end at {at} of {len(brief.article.text)}"


def _nesting_faults(brief: Brief) -> Iterator[str]:
    by_id = {claim.id: claim for claim in brief.claims}
    for claim in brief.claims:
        outer = by_id.get(claim.within) if claim.within else None
        if outer is None:
            continue
        if not all(any(part in held for held in outer.content) for part in claim.content):
            yield f"claim {claim.id} lies outside the content of {outer.id}"
        seen = {claim.id}
        while outer is not None and outer.id not in seen:
            seen.add(outer.id)
            outer = by_id.get(outer.within) if outer.within else None
        if outer is not None:
            yield f"claim {claim.id} is nested in itself"
