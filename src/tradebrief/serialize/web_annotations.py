"""W3C Web Annotation: results as annotations on the words, to show and edit in an annotation client.

``export`` writes an ``AnnotationCollection`` with one page. Each mention of an actor or place, claim, stance, measure
and diagnostic with a place is an annotation: its target has a ``TextQuoteSelector`` and a ``TextPositionSelector``
(code points, as the model counts), its body says in words what was read. The briefs themselves stand beside the
page as JSON, which clients leave alone, so nothing is lost; what a client shows are words, not fields.

``loads_many`` gives the briefs as they are after people have moved or deleted annotations; what they have added becomes
a diagnostic of the rule ``annotation.`` with the motivation. ``revised`` does the same where a client has kept the
annotations alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from tradebrief.errors import Fault, ValidationError
from tradebrief.formats import Content, Export, OutputFormat, Reading
from tradebrief.model import Article, Brief, Claim, Diagnostic, Measure, RuleId, Stance
from tradebrief.serialize._anchoring import Anchors, selectors
from tradebrief.serialize._iris import actor_iri, is_ours, item_iri, item_of, source_iri
from tradebrief.serialize._revising import Document, document_of, rebuilt
from tradebrief.serialize._shapes import is_list, is_object
from tradebrief.serialize.article_ids import article_ids
from tradebrief.serialize.json import dumps as dump_json
from tradebrief.serialize.json import loads_any
from tradebrief.text import Span

__all__ = ["FORMAT", "export", "loads_many", "revised"]

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"documents": {"@id": "urn:tradebrief:documents", "@type": "@json"}},
]
_RULE = "annotation"
_PLURALS = {"actor": "actors", "place": "places", "claim": "claims", "stance": "stances", "measure": "measures"}


@frozen(kw_only=True)
class _Mark:
    """What becomes an annotation.

    Attributes:
        key: What it is, unique within the article.
        spans: Its words.
        motivation: Why it is there, in the standard's words.
        bodies: What it says.
    """

    key: str
    spans: tuple[Span, ...]
    motivation: str
    bodies: list[dict[str, Any]]


def export(values: Sequence[Brief | Article]) -> Export:
    """An annotation collection of one value, or of several."""
    ids = article_ids(values)
    items = [item for id, value in zip(ids, values, strict=True) for item in _items(id, value)]
    root = f"urn:tradebrief:annotations:{'+'.join(ids)}"
    page = {"id": f"{root}:1", "type": "AnnotationPage", "partOf": root, "startIndex": 0, "items": items}
    collection = {
        "@context": _CONTEXT,
        "id": root,
        "type": "AnnotationCollection",
        "label": "; ".join(_label(value) for value in values),
        "generator": {"type": "Software", "name": "tradebrief"},
        "total": len(items),
        "first": page,
        "documents": [json.loads(dump_json(value)) for value in values],
    }
    return Export(content=json.dumps(collection, ensure_ascii=False, indent=1) + "\n")


def _label(value: Brief | Article) -> str:
    article = value.article if isinstance(value, Brief) else value
    headline = article[article.headline] if article.headline else ""
    return " ".join(headline.split()) or article.provenance.name or "Untitled"


def _items(id: str, value: Brief | Article) -> Iterator[dict[str, Any]]:
    if not isinstance(value, Brief):
        return
    article = value.article
    source = source_iri(article, id)
    for mark in _marks(value):
        targets = [{"source": source, "selector": selectors(article.text, span)} for span in mark.spans]
        yield {
            "id": item_iri(id, mark.key),
            "type": "Annotation",
            "motivation": mark.motivation,
            "body": mark.bodies,
            "target": targets[0] if len(targets) == 1 else targets,
        }


def _marks(brief: Brief) -> Iterator[_Mark]:
    for kind, named in (("actor", brief.actors), ("place", brief.places)):
        for one in named:
            bodies = [
                {"type": "SpecificResource", "purpose": "identifying", "source": actor_iri(one.id)},
                _text("tagging", kind),
                _text("describing", one.name),
            ]
            for number, mention in enumerate(one.mentions):
                key = f"{kind}:{number}:{one.id}"
                yield _Mark(key=key, spans=(mention.span,), motivation="identifying", bodies=bodies)
    for claim in brief.claims:
        bodies = [_text("tagging", "claim"), _text("describing", _claim_words(brief, claim))]
        yield _Mark(key=f"claim:{claim.id}", spans=claim.content, motivation="classifying", bodies=bodies)
    for stance in brief.stances:
        bodies = [_text("tagging", "stance"), _text("describing", _stance_words(brief, stance))]
        yield _Mark(key=f"stance:{stance.id}", spans=stance.evidence, motivation="assessing", bodies=bodies)
    for measure in brief.measures:
        bodies = [_text("tagging", "measure"), _text("describing", _measure_words(measure))]
        yield _Mark(key=f"measure:{measure.id}", spans=(measure.span,), motivation="classifying", bodies=bodies)


def _text(purpose: str, words: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": words, "format": "text/plain", "language": "en"}


def _claim_words(brief: Brief, claim: Claim) -> str:
    holder = brief.actor(claim.holder).name if claim.holder else "nobody named"
    said = (claim.kind.value, claim.mode.value, claim.assertion.value.replace("_", " "), claim.certainty.value)
    return f"{holder}: {', '.join(said)} [{claim.rule}]"


def _stance_words(brief: Brief, stance: Stance) -> str:
    said = [part.value for part in (stance.polarity, stance.act, stance.outlook) if part is not None]
    about = f" → {stance.target.concept}" if stance.target else ""
    return f"{brief.actor(stance.holder).name}: {', '.join(said)}{about} [{stance.rule}]"


def _measure_words(measure: Measure) -> str:
    named = f": {measure.concept}" if measure.concept else ""
    return f"{measure.kind.value.replace('_', ' ')}{named} [{measure.rule}]"


def loads_many(content: Content, reading: Reading) -> Iterable[Brief | Article]:
    """The values of a collection, with what people have made of the annotations.

    Raises:
        ValidationError: If it is no collection that tradebrief wrote, or the words of an annotation are not there.
        UnsupportedVersionError: If its briefs are of another major version of the schema.
        LimitError: If it is larger than the limits allow.
    """
    collection = _parsed(content, reading)
    documents = collection.get("documents") if is_object(collection) else None
    if not is_list(documents):
        fault = Fault("$.documents", "the briefs are missing: read these annotations with web_annotations.revised")
        raise ValidationError((fault,), reading.name)
    values = [
        loads_any(json.dumps(document, ensure_ascii=False), name=reading.name, limits=reading.limits)
        for document in documents
    ]
    annotations = _annotations(collection, reading)
    for id, value in zip(article_ids(values), values, strict=True):
        yield _revised(id, value, annotations, reading) if isinstance(value, Brief) else value


def revised(briefs: Sequence[Brief], content: str | bytes, *, reading: Reading | None = None) -> tuple[Brief, ...]:
    """Briefs with what people have made of their annotations, from whatever a client has kept of them.

    Args:
        briefs: The briefs that were exported, all of them and in the same order.
        content: A collection, a page, or a list of annotations, as JSON. What is not there has been deleted.
        reading: How to call it in errors, and how much it may hold.

    Raises:
        ValidationError: If it is no such JSON, or the words of an annotation are not there.
        LimitError: If it is larger than the limits allow.
    """
    asked = reading or Reading()
    annotations = _annotations(_parsed(content, asked), asked)
    ids = article_ids(briefs)
    return tuple(_revised(id, brief, annotations, asked) for id, brief in zip(ids, briefs, strict=True))


def _parsed(content: Content, reading: Reading) -> Any:
    if not isinstance(content, str | bytes):
        raise ValidationError((Fault("$", "expected a file, not a folder"),), reading.name)
    reading.limits.check("document", len(content), reading.name)
    try:
        text = content if isinstance(content, str) else content.decode("utf-8-sig")
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ValidationError((Fault("$", f"not JSON: {error}"),), reading.name) from None


def _annotations(found: Any, reading: Reading) -> list[tuple[str, dict[str, Any]]]:
    """The annotations of a collection, a page or a list, each with its path."""
    path = "$"
    if is_object(found) and is_object(found.get("first")):
        path, found = "$.first", found["first"]
    if is_object(found) and is_list(found.get("items")):
        path, found = f"{path}.items", found["items"]
    items: list[Any] = found if is_list(found) else []
    reading.limits.check("nodes", len(items), reading.name)
    return [(f"{path}[{number}]", item) for number, item in enumerate(items) if is_object(item)]


def _revised(id: str, brief: Brief, annotations: Iterable[tuple[str, dict[str, Any]]], reading: Reading) -> Brief:
    text = brief.article.text
    anchors, source = Anchors(text), source_iri(brief.article, id)
    expected = {mark.key: mark.spans for mark in _marks(brief)}
    kept: dict[str, tuple[Span, ...]] = {}
    notes: list[Diagnostic] = []
    faults: list[Fault] = []
    for path, annotation in annotations:
        name = annotation.get("id")
        key = item_of(name, id) if isinstance(name, str) else None
        targets = [one for one in _listed(annotation.get("target")) if is_object(one)]
        if key not in expected:
            is_added = not (isinstance(name, str) and is_ours(name))
            if is_added and any(one.get("source") == source for one in targets):
                notes.append(_note(annotation, targets, anchors))
            continue
        spans = [anchors.find(one.get("selector")) for one in targets]
        if not spans or None in spans:
            faults.append(Fault(f"{path}.target", "the text does not have these words"))
        else:
            kept[key] = tuple(sorted(span for span in spans if span is not None))
    if faults:
        raise ValidationError(tuple(faults), reading.name)
    if kept == expected and not notes:
        return brief
    document = document_of(brief)
    for field in _PLURALS.values():
        document[field] = list(_remaining(field, document, kept))
    document["diagnostics"] += [_json_of(note) for note in notes]
    return rebuilt(document, brief, reading)


def _listed(found: Any) -> list[Any]:
    return found if is_list(found) else [found]


def _remaining(field: str, document: Document, kept: dict[str, tuple[Span, ...]]) -> Iterator[dict[str, Any]]:
    """The items of a field that are still there, with the words that they have now."""
    for item in document[field]:
        id: str = item["id"]
        if field in {"actors", "places"}:
            kind = "actor" if field == "actors" else "place"
            places = ((kept.get(f"{kind}:{number}:{id}"), one) for number, one in enumerate(item["mentions"]))
            item["mentions"] = [{**one, "span": _pair(spans[0])} for spans, one in places if spans]
            yield item
        elif field == "claims" and (spans := kept.get(f"claim:{id}")):
            yield {**item, "content": [_pair(span) for span in spans]}
        elif field == "stances" and (spans := kept.get(f"stance:{id}")):
            yield {**item, "evidence": [_pair(span) for span in spans]}
        elif field == "measures" and (spans := kept.get(f"measure:{id}")):
            yield {**item, "span": _pair(spans[0])}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _note(annotation: dict[str, Any], targets: list[dict[str, Any]], anchors: Anchors) -> Diagnostic:
    """What somebody has added, as a diagnostic."""
    motivation = annotation.get("motivation")
    bodies = [one for one in _listed(annotation.get("body")) if is_object(one)]
    said = [value for one in bodies if isinstance(value := one.get("value"), str) and value]
    name = motivation if isinstance(motivation, str) and motivation else "commenting"
    span = next((place for one in targets if (place := anchors.find(one.get("selector")))), None)
    return Diagnostic(rule=RuleId(f"{_RULE}.{name}"), message="; ".join(said) or name, span=span)


def _json_of(note: Diagnostic) -> dict[str, Any]:
    return {"rule": note.rule, "message": note.message, "span": _pair(note.span) if note.span else None}


FORMAT = OutputFormat(
    name="annotations",
    suffixes=(".anno",),
    media_types=('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',),
    export=export,
    is_for_many=True,
    loads_many=loads_many,
)
