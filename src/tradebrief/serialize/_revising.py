"""From a document that people have edited elsewhere to a brief: what no longer holds is let go."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from attrs import evolve

from tradebrief.errors import ValidationError
from tradebrief.formats import Reading
from tradebrief.model import Brief
from tradebrief.serialize.json import dumps as dump_json
from tradebrief.serialize.json import loads as load_json

__all__ = ["Document", "document_of", "rebuilt"]

Document = dict[str, Any]
"""A brief as its JSON document."""


def document_of(brief: Brief) -> Document:
    """The JSON document of a brief."""
    found: Document = json.loads(dump_json(brief))
    return found


def rebuilt(document: Document, before: Brief, reading: Reading) -> Brief:
    """The brief of a document from which things were taken, in which things were moved, or to which some came.

    An actor or place without a mention is gone, and so is a stance whose holder is; a claim whose holder is gone has
    none. A reference to what is gone is left out, and so is one that no longer holds: a claim that lies outside the
    one that it was within, a cue that is part of the content.

    Args:
        document: The document, which is changed.
        before: The brief that it was; what is new, or stands in another order, is sorted as it stands in the text.
        reading: What the caller asks for.

    Raises:
        ValidationError: If the document is none of a brief.
        LimitError: If it is larger than the limits allow.
    """
    for field in ("actors", "places"):
        for one in document[field]:
            one["mentions"] = _unrepeated(sorted(one["mentions"], key=_by_span))
        document[field] = [one for one in document[field] if one["mentions"]]
    actors = {actor["id"] for actor in document["actors"]}
    measures = {measure["id"] for measure in document["measures"]}
    _mend_claims(document, actors)
    claims = {claim["id"] for claim in document["claims"]}
    document["stances"] = [stance for stance in document["stances"] if stance["holder"] in actors]
    for stance in document["stances"]:
        _keep(stance, "claim", claims.__contains__)
        if stance["target"] is not None:
            _mend_target(stance["target"], actors, measures)
    for field in ("claims", "stances", "measures"):
        order = {item.id: number for number, item in enumerate(getattr(before, field))}
        places = [order.get(item["id"], -1) for item in document[field]]
        if -1 in places or places != sorted(places):
            document[field].sort(key=_place)
    text = json.dumps(document, ensure_ascii=False)
    try:
        return load_json(text, name=reading.name, limits=reading.limits)
    except ValidationError as error:
        faults = tuple(evolve(fault, line=0, column=0) for fault in error.faults)
        raise ValidationError(faults, reading.name) from None


def _mend_claims(document: Document, actors: set[str]) -> None:
    by_id = {claim["id"]: claim for claim in document["claims"]}
    for claim in document["claims"]:
        claim["content"].sort()
        _keep(claim, "relayed_by", actors.__contains__)
        if claim["holder"] is not None and claim["holder"] not in actors:
            claim["holder"], claim["holder_reason"] = None, "unresolved"
        cue, outer = claim["cue"], by_id.get(claim["within"])
        if cue is not None and any(_overlap(cue, part) for part in claim["content"]):
            claim["cue"] = None
        held: list[list[int]] = outer["content"] if outer else []
        if not all(any(_lies_in(part, whole) for whole in held) for part in claim["content"]):
            claim["within"] = None


def _mend_target(target: dict[str, Any], actors: set[str], measures: set[str]) -> None:
    _keep(target, "measure", measures.__contains__)
    if target["actor"] is not None and target["actor"] not in actors:
        target["actor"], target["kind"] = None, "issue"


def _keep(holder: dict[str, Any], field: str, holds: Callable[[Any], bool]) -> None:
    """Leave a field empty where what it holds does not hold."""
    if holder[field] is not None and not holds(holder[field]):
        holder[field] = None


def _overlap(one: list[int], other: list[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _lies_in(inner: list[int], outer: list[int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _by_span(holder: dict[str, Any]) -> list[int]:
    span: list[int] = holder["span"]
    return span


def _unrepeated(mentions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({tuple(mention["span"]): mention for mention in reversed(mentions)}.values())[::-1]


def _place(item: dict[str, Any]) -> list[int]:
    """Where a claim, stance or measure stands."""
    if "evidence" in item:
        place: list[int] = item["evidence"][0]
    elif "content" in item:
        place = min(part for part in (item["source"], item["cue"], *item["content"]) if part is not None)
    else:
        place = item["span"]
    return place
