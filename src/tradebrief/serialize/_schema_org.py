"""Terms of schema.org, and those of a namespace of our own for what it lacks."""

from __future__ import annotations

from typing import Any

from tradebrief.model import ActorKind, SectionRole

__all__ = ["ACTORS", "ARTICLES", "CONTEXT", "NAMESPACE"]

NAMESPACE = "urn:tradebrief:ns:"
"""Namespace of what schema.org has no term for."""

_CLASSES = ("Stance", "Measure")
_LINKS = ("holder", "target", "relayedBy", "within", "basedOn", "words", "source", "cue", "evidence", "condition")
_FIELDS = (
    *("kind", "mode", "voice", "assertion", "certainty", "holderReason", "rule"),
    *("polarity", "act", "outlook", "attribution", "targetKind", "country", "before", "after", "hs"),
)
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "tradebrief": NAMESPACE,
    **{name: f"tradebrief:{name}" for name in (*_CLASSES, *_FIELDS)},
    **{name: {"@id": f"tradebrief:{name}", "@type": "@id"} for name in _LINKS},
    **{name: {"@type": "@id"} for name in ("creator", "appearance", "about", "isPartOf", "mentions")},
    "interpretedAsClaim": {"@type": "@id"},
    "url": {"@type": "@id"},
}
ACTORS = {
    ActorKind.PERSON: "Person",
    ActorKind.AUTHOR: "Person",
    ActorKind.ANONYMOUS: "Person",
    ActorKind.COUNTRY: "Country",
    ActorKind.GOVERNMENT: "GovernmentOrganization",
    ActorKind.ORGANIZATION: "Organization",
    ActorKind.BLOC: "Organization",
    ActorKind.GROUP: "Organization",
    ActorKind.SUBNATIONAL: "AdministrativeArea",
}
ARTICLES = {
    SectionRole.COMMENTARY: "OpinionNewsArticle",
    SectionRole.OPINION: "OpinionNewsArticle",
    SectionRole.ANALYSIS: "AnalysisNewsArticle",
    SectionRole.EDITORS_NOTE: "BackgroundNewsArticle",
}
