"""JSON-LD in the terms of schema.org 30: articles, who is named in them, claims and quotations, as linked data.

A graph of nodes: a ``NewsArticle``, each section in which the author speaks as a part of its own
(``OpinionNewsArticle``), actors as ``Person``, ``Organization``, ``GovernmentOrganization``, ``AdministrativeArea`` and
``Country``, places as ``Place``, claims as ``Claim`` with their creator, and those in direct speech as a
``Quotation`` too. schema.org has no stances: these, and the fields of claims that it lacks, are in the namespace
``urn:tradebrief:ns:``. Words are named by their place, as RFC 5147 does: ``ARTICLE#char=22,50``, in code points.

The context stands in the document, so nothing has to be fetched to read it. Left out are forms and rules of mentions,
where roles stand, voices, diagnostics, blocks, and sections in which the outlet speaks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

from tradebrief.formats import Export, Loss, OutputFormat
from tradebrief.model import (
    Actor,
    Amount,
    Article,
    Brief,
    Change,
    Claim,
    ClaimMode,
    Day,
    Duration,
    Interval,
    Measure,
    MeasureValue,
    Stance,
    Target,
)
from tradebrief.serialize._authored import author_of, authored_sections
from tradebrief.serialize._iris import actor_iri, item_iri, source_iri
from tradebrief.serialize._schema_org import ACTORS, ARTICLES, CONTEXT, NAMESPACE
from tradebrief.serialize._shapes import is_list
from tradebrief.serialize.article_ids import article_ids
from tradebrief.serialize.losses import gather
from tradebrief.text import Span

__all__ = ["FORMAT", "NAMESPACE", "export"]

_LOST = {
    "actors[*].mentions": "schema.org has names, and no mentions: their places stand there, not their forms and rules",
    "places[*].mentions": "schema.org has names, and no mentions: their places stand there, not their forms and rules",
    "actors[*].roles": "schema.org has job titles, and not where they stand",
    "voices[*]": "schema.org does not tell voices apart",
    "diagnostics[*]": "schema.org has no notes on the reading",
}

_Node = dict[str, Any]


def export(values: Sequence[Brief | Article]) -> Export:
    """A graph of one value, or of several; an actor of several articles is one node to whoever reads it."""
    ids = article_ids(values)
    graph = [node for id, value in zip(ids, values, strict=True) for node in _nodes(id, value)]
    document = {"@context": CONTEXT, "@graph": [_filled(node) for node in graph]}
    content = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return Export(content=content, losses=gather([list(_losses(value)) for value in values]))


def _losses(value: Brief | Article) -> Iterator[Loss]:
    article = value.article if isinstance(value, Brief) else value
    if article.sections:
        yield Loss(path="$.article.sections[*]", reason="schema.org has no outline: the body is one text")
    if isinstance(value, Brief):
        for path, reason in _LOST.items():
            field, _, part = path.partition("[*]")
            holders = getattr(value, field)
            if any(getattr(one, part[1:]) for one in holders) if part else holders:
                yield Loss(path=f"$.{path}", reason=reason)


def _nodes(id: str, value: Brief | Article) -> Iterator[_Node]:
    writer = _Writer(id, value.article if isinstance(value, Brief) else value)
    yield writer.article(value)
    if isinstance(value, Brief):
        yield from (writer.actor(actor) for actor in value.actors)
        for place in value.places:
            words = [writer.place(mention.span) for mention in place.mentions]
            yield {"@id": actor_iri(place.id), "@type": "Place", "name": place.name, "words": words}
        yield from writer.concepts(value)
        about: dict[str, list[str]] = {}
        for stance in value.stances:
            if stance.claim and stance.target:
                about.setdefault(stance.claim, []).append(writer.target(stance.target))
        for claim in value.claims:
            yield from writer.claim(claim, about.get(claim.id, []))
        yield from (writer.stance(stance) for stance in value.stances)
        yield from (writer.measure(measure) for measure in value.measures)


def _filled(node: _Node) -> _Node:
    """A node without the fields that are empty, and without lists of one."""
    found: _Node = {}
    for name, value in node.items():
        if is_list(value):
            values = list(dict.fromkeys(value)) if all(isinstance(one, str) for one in value) else value
            if values:
                found[name] = values if len(values) > 1 else values[0]
        elif value is not None and value != "":
            found[name] = value
    return found


class _Writer:
    """Writes the nodes of one article."""

    def __init__(self, id: str, article: Article) -> None:
        self._id = id
        self._article = article
        self._source = source_iri(article, id)

    def place(self, span: Span) -> str:
        """The identifier of a stretch of the article."""
        return f"{self._source.partition('#')[0]}#char={span.start},{span.end}"

    def _item(self, kind: str, id: str) -> str:
        return item_iri(self._id, kind, id)

    def _author(self) -> _Node | None:
        name = author_of(self._article)
        return {"@type": "Person", "name": name} if name else None

    def article(self, value: Brief | Article) -> _Node:
        article, provenance = self._article, self._article.provenance
        is_address = self._source == provenance.url
        named: list[str] = []
        if isinstance(value, Brief):
            named = [*(actor.id for actor in value.actors), *(place.id for place in value.places)]
        return {
            "@id": self._source,
            "@type": "NewsArticle",
            "url": self._source if is_address else None,
            "identifier": [*([provenance.id] if provenance.id else []), f"sha256:{provenance.sha256}"],
            "headline": article[article.headline] if article.headline else None,
            "alternativeHeadline": provenance.title,
            "abstract": [article[span] for span in article.key_points],
            "articleBody": article.text,
            "inLanguage": article.language,
            "datePublished": article.published.isoformat() if article.published else None,
            "author": self._author(),
            "publisher": {"@type": "Organization", "name": provenance.publisher} if provenance.publisher else None,
            "keywords": list(provenance.tags),
            "hasPart": [_filled(part) for part in self._parts()],
            "mentions": [actor_iri(one) for one in named],
        }

    def _parts(self) -> Iterator[_Node]:
        """The sections in which the author speaks; they stand within the article, whose text has theirs."""
        for number, section in enumerate(authored_sections(self._article)):
            yield {
                "@id": self._item("part", str(number)),
                "@type": ARTICLES[section.role],
                "headline": self._article[section.heading] if section.heading else None,
                "articleBody": self._article[section.span],
                "author": self._author(),
                "isPartOf": self._source,
                "words": self.place(section.span),
            }

    def actor(self, actor: Actor) -> _Node:
        is_person = ACTORS[actor.kind] == "Person"
        return {
            "@id": actor_iri(actor.id),
            "@type": ACTORS[actor.kind],
            "name": actor.name,
            "identifier": [actor.id, *actor.same_as],
            "jobTitle": [role.title for role in actor.roles] if is_person else [],
            "description": [] if is_person else [role.title for role in actor.roles],
            "kind": actor.kind.value,
            "country": actor.country,
            "words": [self.place(mention.span) for mention in actor.mentions],
        }

    def concepts(self, brief: Brief) -> Iterator[_Node]:
        """What stances are about, where that is neither an actor nor a measure."""
        targets = [stance.target for stance in brief.stances if stance.target]
        for name in dict.fromkeys(one.concept for one in targets if not one.actor and not one.measure):
            yield {"@id": _concept_iri(name), "@type": "DefinedTerm", "name": name}

    def target(self, target: Target) -> str:
        if target.actor is not None:
            return actor_iri(target.actor)
        return self._item("measure", target.measure) if target.measure else _concept_iri(target.concept)

    def claim(self, claim: Claim, about: list[str]) -> Iterator[_Node]:
        id = self._item("claim", claim.id)
        text = " … ".join(self._article[span] for span in claim.content)
        creator = actor_iri(claim.holder) if claim.holder else None
        yield {
            "@id": id,
            "@type": "Claim",
            "text": text,
            "creator": creator,
            "appearance": self._source,
            "about": about,
            "within": self._item("claim", claim.within) if claim.within else None,
            "relayedBy": actor_iri(claim.relayed_by) if claim.relayed_by else None,
            "holderReason": claim.holder_reason.value if claim.holder_reason else None,
            "kind": claim.kind.value,
            "mode": claim.mode.value,
            "voice": claim.voice.value,
            "assertion": claim.assertion.value,
            "certainty": claim.certainty.value,
            "rule": claim.rule,
            "words": [self.place(span) for span in claim.content],
            "source": self.place(claim.source) if claim.source else None,
            "cue": self.place(claim.cue) if claim.cue else None,
            "condition": [self.place(span) for span in claim.conditions],
        }
        if claim.mode is ClaimMode.DIRECT:
            yield {
                "@id": self._item("quotation", claim.id),
                "@type": "Quotation",
                "text": text,
                "creator": creator,
                "isPartOf": self._source,
                "interpretedAsClaim": id,
            }

    def stance(self, stance: Stance) -> _Node:
        return {
            "@id": self._item("stance", stance.id),
            "@type": "Stance",
            "holder": actor_iri(stance.holder),
            "target": self.target(stance.target) if stance.target else None,
            "targetKind": stance.target.kind.value if stance.target else None,
            "name": stance.target.concept if stance.target else None,
            "words": self.place(stance.target.span) if stance.target else None,
            "polarity": stance.polarity.value if stance.polarity else None,
            "act": stance.act.value,
            "outlook": stance.outlook.value if stance.outlook else None,
            "certainty": stance.certainty.value,
            "attribution": stance.attribution.value,
            "basedOn": self._item("claim", stance.claim) if stance.claim else None,
            "evidence": [self.place(span) for span in stance.evidence],
            "condition": [self.place(span) for span in stance.conditions],
            "rule": stance.rule,
        }

    def measure(self, measure: Measure) -> _Node:
        return {
            "@id": self._item("measure", measure.id),
            "@type": ["Measure", *_types(measure.value)],
            "kind": measure.kind.value,
            "name": measure.concept or self._article[measure.span],
            "hs": measure.hs,
            "rule": measure.rule,
            "words": self.place(measure.span),
            **_value(measure.value),
        }


def _concept_iri(name: str) -> str:
    return f"urn:tradebrief:concept:{quote(name, safe='')}"


def _types(value: MeasureValue | None) -> list[str]:
    if not isinstance(value, Amount | Interval | Change):
        return []
    return ["MonetaryAmount" if value.currency else "QuantitativeValue"]


def _value(value: MeasureValue | None) -> _Node:
    """What a measure comes to. Numbers are strings, as in the JSON document: none is rounded."""
    match value:
        case None:
            return {}
        case Day():
            return {"temporal": value.date}
        case Duration():
            return {"temporal": value.duration}
        case Amount():
            numbers = {"value": str(value.value)}
        case Interval():
            numbers = {"minValue": str(value.low), "maxValue": str(value.high)}
        case Change():
            numbers = {"before": str(value.before), "after": str(value.after)}
    return {**numbers, "unitText": value.unit, "currency": value.currency}


FORMAT = OutputFormat(
    name="jsonld",
    suffixes=(".jsonld",),
    media_types=("application/ld+json",),
    export=export,
    is_for_many=True,
)
