"""Putting what was read into a CAS."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import Any

import regex

from tradebrief.formats import Export
from tradebrief.model import Actor, Article, Brief, Claim, Place, Stance
from tradebrief.serialize._mentions import nearest
from tradebrief.serialize._values import value_words
from tradebrief.serialize.article_ids import article_ids
from tradebrief.serialize.json import dumps as dump_json
from tradebrief.text import Span

__all__ = ["cas_of", "clean", "type_system", "write"]

_NOT_XML = regex.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRING, _ANNOTATION, _TOP, _ARRAY = "uima.cas.String", "uima.tcas.Annotation", "uima.cas.TOP", "uima.cas.FSArray"
_MENTION = ("identifier", "name", "kind", "country", "form", "rule")
_CLAIM = ("identifier", "kind", "mode", "voice", "assertion", "certainty", "holderReason", "rule")
_STANCE = (
    *("identifier", "polarity", "act", "outlook", "certainty", "attribution"),
    *("targetKind", "concept", "rule"),
)
_MEASURE = ("identifier", "kind", "value", "concept", "hs", "rule")
_LAYERS = {
    "Actor": (_MENTION, False),
    "Place": (_MENTION, False),
    "Measure": (_MEASURE, False),
    "Words": (("role",), False),
    "Claim": (_CLAIM, True),
    "Stance": (_STANCE, True),
}


def write(values: Sequence[Brief | Article], prefix: str) -> Export:
    """The folder, as ``export`` tells of it."""
    cassis: Any = import_module("cassis")  # It has no types that a checker could read.
    types = type_system(cassis, prefix)
    files: dict[str, str] = {"TypeSystem.xml": types.to_xml()}
    for id, value in zip(article_ids(values), values, strict=True):
        files[f"{id}.xmi"] = cas_of(cassis, types, prefix, value).to_xmi()
        files[f"{id}.json"] = dump_json(value)
    return Export(content=files)


def type_system(cassis: Any, prefix: str) -> Any:
    """The layers and their features."""
    types = cassis.TypeSystem()
    made = {name: types.create_type(f"{prefix}{name}", _ANNOTATION) for name in _LAYERS}
    for name, (features, has_slots) in _LAYERS.items():
        for feature in features:
            types.create_feature(made[name], feature, _STRING)
        if has_slots:
            link = types.create_type(f"{prefix}{name}PartsLink", _TOP)
            types.create_feature(link, "role", _STRING)
            types.create_feature(link, "target", _ANNOTATION)
            types.create_feature(made[name], "parts", _ARRAY, elementType=link)
    return types


def cas_of(cassis: Any, types: Any, prefix: str, value: Brief | Article) -> Any:
    """The CAS of a value; cassis takes offsets in code points and writes them in UTF-16 units."""
    article = value.article if isinstance(value, Brief) else value
    cas = cassis.Cas(types)
    cas.sofa_string = clean(article.text)
    cas.sofa_mime = "text/plain"
    cas.document_language = clean(article.language) if article.language else "x-unspecified"
    cas.get_document_annotation().end = len(article.text)
    if isinstance(value, Brief):
        _Writer(cas, types, prefix, value).write()
    return cas


def clean(words: str) -> str:
    """The words with the characters that XML has no place for replaced, each by one."""
    return _NOT_XML.sub("\ufffd", words)


class _Writer:
    """Puts the results of a brief into a CAS."""

    def __init__(self, cas: Any, types: Any, prefix: str, brief: Brief) -> None:
        self._cas = cas
        self._types = types
        self._prefix = prefix
        self._brief = brief
        self._mentions: dict[str, tuple[list[Span], list[Any]]] = {}
        self._claims: dict[str, Any] = {}

    def write(self) -> None:
        """Add everything."""
        brief = self._brief
        for actor in brief.actors:
            self._mentions[actor.id] = self._add_mentions("Actor", actor, {"kind": actor.kind.value})
        for place in brief.places:
            self._add_mentions("Place", place, {})
        measures: dict[str, Any] = {
            measure.id: self._add(
                "Measure",
                measure.span,
                {
                    "identifier": measure.id,
                    "kind": measure.kind.value,
                    "value": value_words(measure.value) if measure.value else None,
                    "concept": measure.concept,
                    "hs": measure.hs,
                    "rule": measure.rule,
                },
            )
            for measure in brief.measures
        }
        for claim in brief.claims:
            self._claims[claim.id] = self._add_claim(claim)
        for claim in brief.claims:
            if claim.within is not None:
                self._slot("Claim", self._claims[claim.id], "within", self._claims[claim.within])
        for stance in brief.stances:
            self._add_stance(stance, measures)

    def _add_mentions(
        self, layer: str, named: Actor | Place, fields: Mapping[str, str]
    ) -> tuple[list[Span], list[Any]]:
        spans = [mention.span for mention in named.mentions]
        found = [
            self._add(
                layer,
                mention.span,
                {
                    "identifier": named.id,
                    "name": named.name,
                    "country": named.country,
                    "form": mention.form.value,
                    "rule": mention.rule,
                    **fields,
                },
            )
            for mention in named.mentions
        ]
        return spans, found

    def _add_claim(self, claim: Claim) -> Any:
        found = self._add(
            "Claim",
            _covering(claim.content),
            {
                "identifier": claim.id,
                "kind": claim.kind.value,
                "mode": claim.mode.value,
                "voice": claim.voice.value,
                "assertion": claim.assertion.value,
                "certainty": claim.certainty.value,
                "holderReason": claim.holder_reason.value if claim.holder_reason else None,
                "rule": claim.rule,
            },
        )
        near = claim.source or claim.content[0]
        for role, actor in (("holder", claim.holder), ("relayedBy", claim.relayed_by)):
            if actor is not None:
                self._slot("Claim", found, role, self._mention(actor, near))
        for role, span in (("source", claim.source), ("cue", claim.cue)):
            if span is not None:
                self._slot("Claim", found, role, self._words(role, span))
        self._slots("Claim", found, "content", claim.content if claim.content[1:] else ())
        self._slots("Claim", found, "condition", claim.conditions)
        return found

    def _add_stance(self, stance: Stance, measures: Mapping[str, Any]) -> None:
        target = stance.target
        found = self._add(
            "Stance",
            _covering(stance.evidence),
            {
                "identifier": stance.id,
                "polarity": stance.polarity.value if stance.polarity else None,
                "act": stance.act.value,
                "outlook": stance.outlook.value if stance.outlook else None,
                "certainty": stance.certainty.value,
                "attribution": stance.attribution.value,
                "targetKind": target.kind.value if target else None,
                "concept": target.concept if target else None,
                "rule": stance.rule,
            },
        )
        self._slot("Stance", found, "holder", self._mention(stance.holder, stance.evidence[0]))
        if target is not None:
            self._slot("Stance", found, "target", self._words("target", target.span))
            if target.actor is not None:
                self._slot("Stance", found, "actor", self._mention(target.actor, target.span))
            if target.measure is not None:
                self._slot("Stance", found, "measure", measures[target.measure])
        if stance.claim is not None:
            self._slot("Stance", found, "claim", self._claims[stance.claim])
        self._slots("Stance", found, "evidence", stance.evidence if stance.evidence[1:] else ())
        self._slots("Stance", found, "condition", stance.conditions)

    def _mention(self, actor: str, place: Span) -> Any:
        spans, found = self._mentions[actor]
        return found[nearest(spans, place)]

    def _words(self, role: str, span: Span) -> Any:
        return self._add("Words", span, {"role": role})

    def _slots(self, layer: str, holder: Any, role: str, spans: Iterable[Span]) -> None:
        for span in spans:
            self._slot(layer, holder, role, self._words(role, span))

    def _slot(self, layer: str, holder: Any, role: str, target: Any) -> None:
        link = self._types.get_type(f"{self._prefix}{layer}PartsLink")(role=role, target=target)
        if holder.parts is None:
            holder.parts = self._types.get_type(_ARRAY)(elements=[])
        holder.parts.elements.append(link)

    def _add(self, layer: str, span: Span, fields: Mapping[str, str | None]) -> Any:
        values = {name: clean(value) for name, value in fields.items() if value is not None}
        found = self._types.get_type(f"{self._prefix}{layer}")(begin=span.start, end=span.end, **values)
        self._cas.add(found)
        return found


def _covering(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, max(span.end for span in spans))
