"""IPTC ninjs 3.1: an article as news systems exchange it, with what was read in it.

The article is the item: headline, body, people, organisations, places and subjects. ninjs takes no fields of others,
so each claim, stance and measure is an associated item of the type ``component``, and so is each section in which the
author speaks: with its words as bodies, whose it is as ``people``, ``organisations`` or ``places``, and its fields as
descriptions.

ninjs has no offsets: the words of a claim stand there, not their place. Left out as well are mentions, voices,
diagnostics and layout, apart from key points and headings of such sections. A day of publication becomes midnight UTC.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tradebrief.formats import Export, Loss, OutputFormat
from tradebrief.model import Actor, ActorId, ActorKind, Article, Brief, Claim, Measure, Section, SectionRole, Stance
from tradebrief.serialize._authored import author_of, authored_sections
from tradebrief.serialize._iris import actor_iri, item_iri, source_iri
from tradebrief.serialize._values import value_words
from tradebrief.serialize.article_ids import article_ids
from tradebrief.text import Span

__all__ = ["FORMAT", "export"]

_VERSION = "3.1"
_SCHEMA = f"http://www.iptc.org/std/ninjs/ninjs-schema_{_VERSION}.json#"
_GENRE = "http://cv.iptc.org/newscodes/genre/"
_GENRES = {
    SectionRole.COMMENTARY: "Opinion",
    SectionRole.OPINION: "Opinion",
    SectionRole.ANALYSIS: "Analysis",
    SectionRole.EDITORS_NOTE: "Background",
}
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.AUTHOR, ActorKind.ANONYMOUS})
_PLACES = frozenset({ActorKind.COUNTRY, ActorKind.SUBNATIONAL})
_NO_OFFSETS = "ninjs has no offsets: the words stand there, not their place"
_LOST = {
    "actors[*].mentions": _NO_OFFSETS,
    "actors[*].roles": "ninjs has no place for what people are",
    "places[*].mentions": _NO_OFFSETS,
    "claims[*].content": _NO_OFFSETS,
    "stances[*].evidence": _NO_OFFSETS,
    "measures[*].span": _NO_OFFSETS,
    "voices[*]": "ninjs does not tell voices apart",
    "diagnostics[*]": "ninjs has no notes on the reading",
}

_Item = dict[str, Any]


def export(values: Sequence[Brief | Article]) -> Export:
    """The item of one value, as JSON."""
    (value,) = values
    (id,) = article_ids(values)
    article = value.article if isinstance(value, Brief) else value
    item = _article_item(article, id)
    associations = [_section_item(article, id, number, part) for number, part in enumerate(authored_sections(article))]
    if isinstance(value, Brief):
        item |= _named(value.actors, _rels(value))
        if value.places:
            item.setdefault("places", []).extend(
                {"name": place.name, "rel": "location", "uri": actor_iri(place.id), "literal": place.id}
                for place in value.places
            )
        item["subjects"] = [*item.get("subjects", ()), *_subjects(value)]
        associations += [_claim_item(value, id, claim) for claim in value.claims]
        associations += [_stance_item(value, id, stance) for stance in value.stances]
        associations += [_measure_item(value, id, measure) for measure in value.measures]
    item["associations"] = associations
    filled = {name: field for name, field in item.items() if field not in ("", None, [])}
    return Export(content=json.dumps(filled, ensure_ascii=False, indent=1) + "\n", losses=tuple(_losses(value)))


def _losses(value: Brief | Article) -> Iterator[Loss]:
    article = value.article if isinstance(value, Brief) else value
    if article.sections:
        yield Loss(path="$.article.sections[*]", reason="ninjs has no outline: the body is one text")
    if article.published is not None and not isinstance(article.published, dt.datetime):
        yield Loss(path="$.article.published", reason="ninjs has points in time: the day becomes midnight UTC")
    if isinstance(value, Brief):
        for path, reason in _LOST.items():
            field, _, part = path.partition("[*]")
            holders = getattr(value, field)
            if any(getattr(one, part[1:]) for one in holders) if part else holders:
                yield Loss(path=f"$.{path}", reason=reason)


def _article_item(article: Article, id: str) -> _Item:
    provenance = article.provenance
    return {
        "standard": {"name": "ninjs", "version": _VERSION, "schema": _SCHEMA},
        "uri": source_iri(article, id),
        "type": "text",
        "representationType": "full",
        "contentCreated": _moment(article.published),
        "language": article.language,
        "title": provenance.title,
        "by": author_of(article),
        "headlines": [{"role": "main", "value": article[article.headline]}] if article.headline else [],
        "descriptions": [{"role": "keyPoint", "value": article[span]} for span in article.key_points],
        "bodies": [
            {
                "role": "main",
                "contentType": "text/plain",
                "charCount": len(article.text),
                "wordCount": len(article.text.split()),
                "value": article.text,
            }
        ],
        "infoSources": [{"name": provenance.publisher, "role": "publisher"}] if provenance.publisher else [],
        "subjects": [{"name": tag, "rel": "keyword"} for tag in provenance.tags],
        "altIds": [{"role": "sha256", "value": provenance.sha256}],
    }


def _moment(published: dt.date | None) -> str | None:
    if published is None:
        return None
    if not isinstance(published, dt.datetime):
        return f"{published.isoformat()}T00:00:00Z"
    if published.tzinfo is None:
        published = published.replace(tzinfo=dt.UTC)
    try:
        return published.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:  # The first or last day that there is.
        return published.replace(tzinfo=dt.UTC).isoformat().replace("+00:00", "Z")


def _rels(brief: Brief) -> dict[ActorId, str]:
    """How the article stands to each actor: it quotes or cites some, and speaks of the others."""
    holders = {claim.holder for claim in brief.claims} | {stance.holder for stance in brief.stances}
    return {actor.id: "source" if actor.id in holders else "mentioned" for actor in brief.actors}


def _named(actors: Iterable[Actor], rels: Mapping[ActorId, str]) -> dict[str, list[_Item]]:
    """Actors under the names that ninjs has for kinds of them."""
    found: dict[str, list[_Item]] = {}
    for actor in actors:
        field = "people" if actor.kind in _PEOPLE else "places" if actor.kind in _PLACES else "organisations"
        named = {"name": actor.name, "rel": rels[actor.id], "uri": actor_iri(actor.id), "literal": actor.id}
        found.setdefault(field, []).append(named)
    return found


def _subjects(brief: Brief) -> Iterator[_Item]:
    """What stances and measures are about, each once; an actor is none, and stands among its own."""
    about = [stance.target.concept for stance in brief.stances if stance.target and stance.target.actor is None]
    about += [measure.concept for measure in brief.measures if measure.concept]
    for concept in dict.fromkeys(about):
        yield {"name": concept, "rel": "about", "creator": "tradebrief"}


def _component(article: Article, id: str, rel: str, key: str, name: str) -> _Item:
    return {
        "name": name,
        "rel": rel,
        "uri": item_iri(id, rel, key),
        "type": "component",
        "representationType": "partial",
        "language": article.language,
    }


def _section_item(article: Article, id: str, number: int, section: Section) -> _Item:
    heading = article[section.heading] if section.heading else ""
    genre = _GENRES[section.role]
    item = _component(article, id, "commentary", str(number), heading or section.role.value.replace("_", " "))
    return _filled(
        item,
        {
            "by": author_of(article),
            "headlines": [{"value": heading}] if heading else [],
            "bodies": [{"role": "main", "contentType": "text/plain", "value": article[section.span]}],
            "genres": [{"name": genre, "uri": f"{_GENRE}{genre}"}],
        },
    )


def _claim_item(brief: Brief, id: str, claim: Claim) -> _Item:
    holder = brief.actor(claim.holder) if claim.holder else None
    item = _component(brief.article, id, "claim", claim.id, f"claim of {holder.name}" if holder else "claim")
    actors = [actor for actor in (holder, brief.actor(claim.relayed_by) if claim.relayed_by else None) if actor]
    rels = {actor.id: "relays" for actor in reversed(actors)} | ({holder.id: "holder"} if holder else {})
    unique = list({actor.id: actor for actor in actors}.values())
    parts = [("source", claim.source), ("cue", claim.cue)]
    parts += [("content", span) for span in claim.content] + [("condition", span) for span in claim.conditions]
    described = {
        "kind": claim.kind.value,
        "mode": claim.mode.value,
        "voice": claim.voice.value,
        "assertion": claim.assertion.value,
        "certainty": claim.certainty.value,
        "holderReason": claim.holder_reason.value if claim.holder_reason else None,
        "rule": claim.rule,
    }
    ids = [("id", claim.id), *([("within", claim.within)] if claim.within else [])]
    return _filled(item, _named(unique, rels) | _parts(brief, parts, described, ids))


def _stance_item(brief: Brief, id: str, stance: Stance) -> _Item:
    holder, target = brief.actor(stance.holder), stance.target
    item = _component(brief.article, id, "stance", stance.id, f"stance of {holder.name}")
    described = {
        "polarity": stance.polarity.value if stance.polarity else None,
        "act": stance.act.value,
        "outlook": stance.outlook.value if stance.outlook else None,
        "certainty": stance.certainty.value,
        "attribution": stance.attribution.value,
        "targetKind": target.kind.value if target else None,
        "rule": stance.rule,
    }
    ids = [("id", stance.id), *([("claim", stance.claim)] if stance.claim else [])]
    ids += [("measure", target.measure)] if target and target.measure else []
    parts = [("evidence", span) for span in stance.evidence] + [("condition", span) for span in stance.conditions]
    parts += [("target", target.span)] if target else []
    actors, rels = [holder], {holder.id: "holder"}
    subject: _Item = {}
    if target is not None and target.actor is not None:
        actors = list({one.id: one for one in (holder, brief.actor(target.actor))}.values())
        rels.setdefault(target.actor, "target")
    elif target is not None:
        subject = {"subjects": [{"name": target.concept, "rel": "target", "creator": "tradebrief"}]}
    return _filled(item, _named(actors, rels) | subject | _parts(brief, parts, described, ids))


def _measure_item(brief: Brief, id: str, measure: Measure) -> _Item:
    item = _component(brief.article, id, "measure", measure.id, measure.concept or measure.kind.value.replace("_", " "))
    described = {
        "kind": measure.kind.value,
        "value": value_words(measure.value) if measure.value else None,
        "concept": measure.concept,
        "hs": measure.hs,
        "rule": measure.rule,
    }
    return _filled(item, _parts(brief, [("words", measure.span)], described, [("id", measure.id)]))


def _parts(
    brief: Brief,
    spans: Iterable[tuple[str, Span | None]],
    described: Mapping[str, str | None],
    ids: Iterable[tuple[str, str]],
) -> _Item:
    bodies = [
        {"role": role, "contentType": "text/plain", "value": brief[span]} for role, span in spans if span is not None
    ]
    return {
        "descriptions": [{"role": role, "value": value} for role, value in described.items() if value is not None],
        "bodies": bodies,
        "altIds": [{"role": role, "value": value} for role, value in ids],
    }


def _filled(item: _Item, fields: _Item) -> _Item:
    return {name: field for name, field in (item | fields).items() if field not in ("", None, [])}


FORMAT = OutputFormat(
    name="ninjs", suffixes=(".ninjs",), media_types=("application/vnd.iptc.ninjs+json",), export=export
)
