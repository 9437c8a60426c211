"""Briefs as annotators have left them, from annotations before and after."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any
from urllib.parse import unquote

from tradebrief.errors import Fault, ValidationError
from tradebrief.formats import Reading
from tradebrief.model import Brief
from tradebrief.model.ids import digest, slug, unique
from tradebrief.serialize._revising import Document, document_of, rebuilt
from tradebrief.serialize._standoff import ACTORS, ATTRIBUTES, CLAIM, MEASURE, PLACE, STANCE, Annotations, Bound, Event
from tradebrief.text import Span

__all__ = ["Annotated"]

_RULE = "annotator"
_NEW_CLAIM: Document = {
    "holder_reason": None,
    "kind": "assertion",
    "mode": "indirect",
    "voice": "reported",
    "assertion": "asserted",
    "certainty": "Uu",
    "within": None,
}
_NEW_STANCE: Document = {
    "polarity": None,
    "act": "state",
    "outlook": None,
    "certainty": "Uu",
    "attribution": "indirect",
    "claim": None,
}
_NEW_MEASURE: Document = {"kind": "policy", "value": None, "concept": None, "hs": None}
_NEW_TARGET: Document = {"kind": "issue", "actor": None, "measure": None}


class Annotated:
    """Takes over what annotators have changed, and leaves the rest as it was.

    Args:
        brief: The brief as it was.
        before: Its annotations as they were written.
        now: Its annotations as they are now.
        name: What to call these in errors.
    """

    def __init__(self, brief: Brief, before: Annotations, now: Annotations, name: str) -> None:
        self._brief = brief
        self._text = brief.article.text
        self._name = name
        self._document = document_of(brief)
        self._before = before
        self._now = now
        self._faults = list(self._now.faults)
        self._known = {one["id"]: one for field in ("actors", "places") for one in self._document[field]}
        self._names: dict[tuple[str, str], str] = {}
        for actor in self._document["actors"]:
            words = [actor["name"], *(self._words(Span(*one["span"])) for one in actor["mentions"])]
            for word in words:
                self._names.setdefault((actor["kind"], word.casefold()), actor["id"])
        self._holders: dict[str, str] = {}

    def brief(self, reading: Reading) -> Brief:
        """The brief as annotators have left it.

        Raises:
            ValidationError: If they have left what can't be read, or lacks what it needs.
        """
        self._check()
        self._take_mentions()
        self._take_measures()
        for type_name, field in ((CLAIM, "claims"), (STANCE, "stances")):
            self._take_events(type_name, field)
        self._check()
        return rebuilt(self._document, self._brief, reading)

    def _check(self) -> None:
        if self._faults:
            raise ValidationError(tuple(sorted(self._faults, key=lambda fault: fault.line)), self._name)

    def _words(self, span: Span) -> str:
        return " ".join(self._text[span.start : span.end].split())

    def _take_mentions(self) -> None:
        before = {_bound_view(self._before, bound) for bound in self._before.bounds.values()}
        old = {
            (one["id"], tuple(mention["span"])): mention for one in self._known.values() for mention in one["mentions"]
        }
        taken: dict[str, int] = dict.fromkeys(self._known, 1)
        found: dict[str, list[dict[str, Any]]] = {}
        for bound in self._now.bounds.values():
            if bound.type not in ACTORS and bound.type != PLACE:
                continue
            id = self._owner(bound, taken)
            if bound.type != PLACE:
                self._holders[bound.id] = id
            span = _covering(bound)
            known = old.get((id, (span.start, span.end)))
            is_old = known is not None and _bound_view(self._now, bound) in before
            found.setdefault(id, []).append(known if known and is_old else self._mention(bound, span))
        for one in self._known.values():
            one["mentions"] = found.get(one["id"], [])

    def _owner(self, bound: Bound, taken: dict[str, int]) -> str:
        """Id of the actor or place that a mention is of, which may be new."""
        noted = _ids(self._now.notes.get(bound.id, ""))[0]
        if noted in self._known:
            return noted
        words = self._words(_covering(bound))
        kind = ACTORS.get(bound.type, "place")
        if not noted and (named := self._names.get((kind, words.casefold()))):
            return named
        id = noted if ":" in noted else unique(f"{kind}:{slug(words)}", taken)
        one: Document = {"id": id, "name": words, "mentions": []}
        if bound.type != PLACE:
            one["kind"] = kind
        self._known[id] = one
        self._names[kind, words.casefold()] = id
        self._document["places" if bound.type == PLACE else "actors"].append(one)
        return id

    def _mention(self, bound: Bound, span: Span) -> dict[str, Any]:
        form = self._now.attributes.get(bound.id, {}).get("Form", "name")
        rule = _ids(self._now.notes.get(bound.id, ""))[1] or _RULE
        return {"span": [span.start, span.end], "form": form, "rule": rule}

    def _take_measures(self) -> None:
        old = {measure["id"]: measure for measure in self._document["measures"]}
        before = {_bound_view(self._before, bound) for bound in self._before.bounds.values()}
        taken: dict[str, int] = dict.fromkeys(old, 1)
        found: dict[str, Document] = {}
        for bound in self._now.bounds.values():
            if bound.type != MEASURE:
                continue
            id = _ids(self._now.notes.get(bound.id, ""))[0]
            if id in old and id not in found and _bound_view(self._now, bound) in before:
                found[id] = old[id]
                continue
            span = _covering(bound)
            if id not in old or id in found:
                id = unique(f"measure:{digest(self._words(span))}", taken)
            made: Document = {**_NEW_MEASURE, **old.get(id, {}), "id": id, "span": [span.start, span.end]}
            found[id] = {**made, **self._fields(MEASURE, bound.id), "rule": _RULE}
        self._document["measures"] = list(found.values())

    def _take_events(self, type_name: str, field: str) -> None:
        old = {item["id"]: item for item in self._document[field]}
        before = {_ids(self._before.notes[id])[0]: self._view(self._before, id) for id in self._before.events}
        taken: dict[str, int] = dict.fromkeys(old, 1)
        found: dict[str, Document] = {}
        for event in self._now.events.values():
            if event.type != type_name:
                continue
            id = _ids(self._now.notes.get(event.id, ""))[0]
            is_known = id in old and id not in found
            if is_known and before[id] == self._view(self._now, event.id):
                found[id] = old[id]
                continue
            base: Document = old[id] if is_known else {}
            made = self._claim(event, base) if type_name == CLAIM else self._stance(event, base)
            if made is None:
                continue
            if not is_known:
                words = self._words(_covering(self._now.bounds[event.trigger]))
                id = unique(f"{type_name.lower()}:{digest(words, str(made.get('holder')))}", taken)
            found[id] = {**made, "id": id, "rule": _RULE}
        self._document[field] = list(found.values())

    def _view(self, annotations: Annotations, id: str) -> Hashable:
        """Everything that an event says, without the numbers that things have in the file."""
        event = annotations.events[id]
        arguments: list[tuple[str, Hashable]] = []
        for role, of in event.arguments:
            bound = annotations.bounds.get(of)
            is_actor = bound is None or bound.type in ACTORS
            arguments.append((role, self._actor(annotations, of) if is_actor else _bound_view(annotations, bound)))
        trigger = annotations.bounds.get(event.trigger)
        attributes = frozenset(annotations.attributes.get(id, {}).items())
        return event.type, trigger and trigger.parts, tuple(arguments), attributes, annotations.notes.get(id)

    def _actor(self, annotations: Annotations, id: str) -> str | None:
        if annotations is self._before:
            return _ids(annotations.notes.get(id, ""))[0]
        return self._holders.get(id)

    def _claim(self, event: Event, base: Document) -> Document | None:
        content = self._spans(event, "Content")
        if not content:
            self._fault(event, "a claim has a content")
            return None
        trigger = self._now.bounds[event.trigger].parts
        cue = [trigger[0].start, trigger[-1].end]
        given = self._fields(CLAIM, event.id)
        holder = self._argument(event, "Holder")
        source = self._spans(event, "Source")
        return {
            **_NEW_CLAIM,
            **base,
            **given,
            "holder": holder,
            "holder_reason": None if holder else given.get("holder_reason", "unresolved"),
            "source": [source[0][0], source[-1][1]] if source else None,
            "cue": None if any(start < cue[1] and cue[0] < end for start, end in content) else cue,
            "content": content,
            "conditions": self._spans(event, "Condition"),
            "relayed_by": self._argument(event, "RelayedBy"),
        }

    def _stance(self, event: Event, base: Document) -> Document | None:
        holder = self._argument(event, "Holder")
        if holder is None:
            self._fault(event, "a stance has a holder")
            return None
        given = {"polarity": None, "outlook": None, **self._fields(STANCE, event.id)}
        made = {
            **_NEW_STANCE,
            **base,
            **given,
            "holder": holder,
            "target": self._target(event, base.get("target") or {}),
            "conditions": self._spans(event, "Condition"),
            "evidence": self._joined(self._now.bounds[event.trigger]),
        }
        if made["polarity"] is None and made["outlook"] is None:
            self._fault(event, "a stance has a polarity or an outlook")
        elif made["polarity"] is not None and made["target"] is None:
            self._fault(event, "a stance with a polarity has a target")
        else:
            return made
        return None

    def _target(self, event: Event, base: Document) -> Document | None:
        bound = next((self._now.bounds.get(id) for role, id in event.arguments if role == "Target"), None)
        if bound is None:
            return None
        span = _covering(bound)
        concept = self._now.notes.get(bound.id, "").strip() or self._words(span).casefold() or "?"
        made: Document = {**_NEW_TARGET, **base, **self._fields("Target", bound.id), "concept": concept}
        made["actor"] = concept if made["kind"] == "actor" and concept in self._known else None
        if made["kind"] == "actor" and made["actor"] is None:
            made["kind"] = "issue"
        return {**made, "span": [span.start, span.end]}

    def _fields(self, type_name: str, id: str) -> Document:
        given = self._now.attributes.get(id, {})
        return {field: given[name] for name, (field, _) in ATTRIBUTES[type_name].items() if name in given}

    def _argument(self, event: Event, role: str) -> str | None:
        return next((self._holders.get(id) for name, id in event.arguments if name == role), None)

    def _spans(self, event: Event, role: str) -> list[list[int]]:
        bounds = (self._now.bounds.get(id) for name, id in event.arguments if name == role)
        return sorted(span for bound in bounds if bound is not None for span in self._joined(bound))

    def _joined(self, bound: Bound) -> list[list[int]]:
        """The parts of an annotation, put together where nothing but white space stands between them."""
        found: list[list[int]] = []
        for part in bound.parts:
            if found and not self._text[found[-1][1] : part.start].strip():
                found[-1][1] = part.end
            else:
                found.append([part.start, part.end])
        return found

    def _fault(self, event: Event, message: str) -> None:
        self._faults.append(Fault(path=event.id, message=message, line=event.line, column=1))


def _covering(bound: Bound) -> Span:
    return Span(bound.parts[0].start, bound.parts[-1].end)


def _bound_view(annotations: Annotations, bound: Bound | None) -> Hashable:
    """Everything that a text-bound annotation says, without its number."""
    if bound is None:
        return None
    attributes = frozenset(annotations.attributes.get(bound.id, {}).items())
    return bound.type, bound.parts, attributes, annotations.notes.get(bound.id)


def _ids(note: str) -> tuple[str, str]:
    """The id and the rule that a note gives; empty where it gives none."""
    first, _, rest = note.strip().partition(" ")
    return unquote(first), unquote(rest.strip().partition(" ")[0])
