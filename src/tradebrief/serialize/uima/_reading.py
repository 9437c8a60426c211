"""From a folder of CAS files back to briefs, as annotators have left them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from io import BytesIO
from typing import Any
from urllib.parse import quote

from tradebrief.errors import Fault, ValidationError
from tradebrief.formats import Content, Reading
from tradebrief.model import Article, Brief
from tradebrief.serialize._annotators import Annotated
from tradebrief.serialize._standoff import ACTORS, ATTRIBUTES, CLAIM, MEASURE, PLACE, STANCE, Annotations, Bound, Event
from tradebrief.serialize.json import loads_any
from tradebrief.serialize.uima._writing import cas_of, clean, type_system
from tradebrief.text import Span

__all__ = ["read"]

_TYPES = {kind: name for name, kind in ACTORS.items()}
_TYPE_SYSTEM = "TypeSystem.xml"
_ROLES = {
    "holder": "Holder",
    "relayedBy": "RelayedBy",
    "source": "Source",
    "condition": "Condition",
    "target": "Target",
}
_SAFE = ":-._~+"


def read(content: Content, reading: Reading, prefix: str) -> Iterator[Brief | Article]:
    """The values of a folder, as ``loads_many`` tells of them."""
    if isinstance(content, str | bytes):
        raise ValidationError((Fault("$", "expected a folder, not a file"),), reading.name)
    stems = sorted(name.removesuffix(".json") for name in content if name.endswith(".json"))
    if not stems:
        raise ValidationError((Fault("$", "the folder has no .json file: the briefs are missing"),), reading.name)
    cassis: Any = import_module("cassis")  # It has no types that a checker could read.
    own_types = type_system(cassis, prefix)
    types = _loaded(cassis.load_typesystem, content, _TYPE_SYSTEM, reading)
    for stem in stems:
        value = loads_any(content[f"{stem}.json"], name=f"{reading.name}/{stem}.json", limits=reading.limits)
        if not isinstance(value, Brief):
            yield value
            continue
        name = f"{stem}.xmi"
        written = cas_of(cassis, own_types, prefix, value)
        if _text_of(content.get(name)) == written.to_xmi():
            yield value
            continue
        cas = _loaded(partial(cassis.load_cas_from_xmi, typesystem=types), content, name, reading)
        if (cas.sofa_string or "") != clean(value.article.text):
            fault = Fault("$", f"the text is not that of {stem}.json")
            raise ValidationError((fault,), f"{reading.name}/{name}")
        before, now = _Layers(written, prefix).annotations(), _Layers(cas, prefix).annotations()
        yield Annotated(value, before, now, f"{reading.name}/{name}").brief(reading)


def _text_of(data: str | bytes | None) -> str | None:
    return data.decode("utf-8", "replace") if isinstance(data, bytes) else data


def _loaded(load: Any, content: Mapping[str, str | bytes], name: str, reading: Reading) -> Any:
    """A file of the folder, as cassis reads it."""
    data = content.get(name)
    called = f"{reading.name}/{name}"
    if data is None:
        raise ValidationError((Fault("$", "the file is missing"),), called)
    reading.limits.check("document", len(data), called)
    try:
        return load(BytesIO(data.encode() if isinstance(data, str) else data))
    except Exception as error:  # noqa: BLE001 - whatever lxml and cassis raise at what is no CAS.
        told = f"{type(error).__name__}: {error}".splitlines()[0]
        raise ValidationError((Fault("$", f"can't be read: {told}"),), called) from None


class _Layers:
    """Takes annotations from the layers of a CAS, under the names by which annotators' work is read back."""

    def __init__(self, cas: Any, prefix: str) -> None:
        self._cas = cas
        self._prefix = prefix
        self._bounds: dict[str, Bound] = {}
        self._events: dict[str, Event] = {}
        self._attributes: dict[str, dict[str, str]] = {}
        self._notes: dict[str, str] = {}
        self._ids: dict[int, str] = {}
        self._faults: list[Fault] = []

    def annotations(self) -> Annotations:
        """Everything on the layers that tradebrief has."""
        for layer, type_name in (("Actor", None), ("Place", PLACE), ("Measure", MEASURE)):
            for one in self._select(layer):
                kind = _TYPES.get(_value(one, "kind"), "Organization")
                id = self._bound(one, type_name or kind)
                self._attribute(id, MEASURE if type_name == MEASURE else "Mention", one)
                self._note(id, one)
        for layer in (CLAIM, STANCE):
            for one in self._select(layer):
                self._event(layer, one)
        return Annotations(
            bounds=self._bounds,
            events=self._events,
            attributes=self._attributes,
            notes=self._notes,
            faults=tuple(self._faults),
        )

    def _select(self, layer: str) -> list[Any]:
        name = f"{self._prefix}{layer}"
        if not self._cas.typesystem.contains_type(name):
            return []
        found = list(self._cas.select(name))
        for one in found:
            self._ids[id(one)] = f"{layer[0]}{len(self._ids) + 1}"
        return found

    def _bound(self, one: Any, type_name: str, parts: tuple[Span, ...] | None = None) -> str:
        known = self._ids.setdefault(id(one), f"T{len(self._ids) + 1}")
        spans = parts or self._spans(one)
        self._bounds[known] = Bound(id=known, type=type_name, parts=spans, line=0)
        return known

    def _spans(self, one: Any) -> tuple[Span, ...]:
        start, end = one.begin, one.end
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(self._cas.sofa_string):
            return (Span(start, end),)
        self._faults.append(Fault(self._ids.get(id(one), "?"), "lies outside the text, or has no words"))
        return (Span(0, 0),)

    def _event(self, layer: str, one: Any) -> None:
        known = self._ids[id(one)]
        slots: dict[str, list[Any]] = {}
        for link in _elements(one):
            if link.target is not None:
                slots.setdefault(link.role or "", []).append(link.target)
        parts = slots.get("content" if layer == CLAIM else "evidence") or [one]
        words = tuple(sorted(span for part in parts for span in self._spans(part)))
        arguments: list[tuple[str, str]] = []
        if layer == CLAIM:
            shown = slots["cue"][0] if slots.get("cue") else None
            trigger = self._words(f"{known}.cue", self._spans(shown) if shown is not None else words)
            arguments += [("Content", self._words(f"{known}.content{at}", (part,))) for at, part in enumerate(words)]
        else:
            trigger = self._words(f"{known}.evidence", words)
        for role, name in _ROLES.items():
            arguments += [(name, self._argument(name, target)) for target in slots.get(role, ())]
        for name, id_of in arguments:
            if name == "Target":
                self._attribute(id_of, "Target", one, {"kind": "targetKind"})
                self._notes[id_of] = _value(one, "concept")
        arguments.sort(key=lambda argument: (argument[0], self._bounds[argument[1]].parts))
        self._events[known] = Event(id=known, type=layer, trigger=trigger, arguments=tuple(arguments), line=0)
        self._attribute(known, layer, one)
        self._note(known, one)

    def _words(self, known: str, parts: tuple[Span, ...]) -> str:
        self._bounds[known] = Bound(id=known, type="Words", parts=parts, line=0)
        return known

    def _argument(self, name: str, target: Any) -> str:
        is_mention = name in {"Holder", "RelayedBy"} and id(target) in self._ids
        return self._ids[id(target)] if is_mention else self._bound(target, name)

    def _attribute(self, known: str, type_name: str, one: Any, features: Mapping[str, str] | None = None) -> None:
        for name, (field, _) in ATTRIBUTES[type_name].items():
            value = _value(one, (features or {}).get(field, _camel(field)))
            if value:
                self._attributes.setdefault(known, {})[name] = value

    def _note(self, known: str, one: Any) -> None:
        identifier, rule = _value(one, "identifier"), _value(one, "rule")
        if identifier:
            self._notes[known] = f"{quote(identifier, safe=_SAFE)} {quote(rule, safe=_SAFE)}"


def _elements(one: Any) -> list[Any]:
    """The slots of a claim or stance."""
    parts = getattr(one, "parts", None)
    found: list[Any] = list(getattr(parts, "elements", None) or ())
    return found


def _value(one: Any, feature: str) -> str:
    """A feature of an annotation; empty where it has none."""
    found = getattr(one, feature, None)
    return found if isinstance(found, str) else ""


def _camel(field: str) -> str:
    first, *others = field.split("_")
    return first + "".join(word.capitalize() for word in others)
