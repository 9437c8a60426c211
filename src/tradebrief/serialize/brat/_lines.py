"""Reading the lines of an ``.ann`` file."""

from __future__ import annotations

import regex

from tradebrief.errors import Fault
from tradebrief.serialize._standoff import Annotations, Bound, Event
from tradebrief.text import Span

__all__ = ["parse"]

_BOUND = regex.compile(r"(T\d++)\t(\S++) (\d++ \d++(?:;\d++ \d++)*+)(?:\t.*+)?")
_EVENT = regex.compile(r"(E\d++)\t([^\s:]++):(T\d++)((?: [^\s:]++:[TE]\d++)*+) *+")
_ATTRIBUTE = regex.compile(r"[AM]\d++\t(\S++) ([TE]\d++)(?: (\S++))?+ *+")
_NOTE = regex.compile(r"#\d*+\tAnnotatorNotes ([TE]\d++)\t(.*+)")
_IGNORED = "RN*#"
_DIGITS = "0123456789"


def parse(text: str, size: int) -> Annotations:
    """Read an ``.ann`` file. Relations, normalizations and equivalences are passed over.

    Args:
        text: The file.
        size: Code points of the text that it is of.
    """
    bounds: dict[str, Bound] = {}
    events: dict[str, Event] = {}
    attributes: dict[str, dict[str, str]] = {}
    notes: dict[str, str] = {}
    faults: list[Fault] = []
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.removesuffix("\r")
        if found := _BOUND.fullmatch(line):
            id, type_name, places = found.groups()
            parts = _parts(places, size)
            if parts is None:
                faults.append(_fault(id, "lies outside the text, or has no words", number))
            else:
                bounds[id] = Bound(id=id, type=type_name, parts=parts, line=number)
        elif found := _EVENT.fullmatch(line):
            id, type_name, trigger, given = found.groups()
            pairs = (argument.split(":") for argument in given.split())
            arguments = tuple((role.rstrip(_DIGITS), of) for role, of in pairs)
            events[id] = Event(id=id, type=type_name, trigger=trigger, arguments=arguments, line=number)
        elif found := _ATTRIBUTE.fullmatch(line):
            name, of, value = found.groups()
            attributes.setdefault(of, {})[name] = value or ""
        elif found := _NOTE.fullmatch(line):
            notes[found[1]] = found[2]
        elif line.strip() and line[0] not in _IGNORED:
            faults.append(_fault(line.partition("\t")[0][:10], "not a line of a stand-off file", number))
    for event in events.values():
        for _, id in (("", event.trigger), *event.arguments):
            if id not in bounds and id not in events:
                faults.append(_fault(event.id, f"refers to {id}, which is not there", event.line))
    return Annotations(bounds=bounds, events=events, attributes=attributes, notes=notes, faults=tuple(faults))


def _parts(places: str, size: int) -> tuple[Span, ...] | None:
    found: list[Span] = []
    for place in places.split(";"):
        start, end = (int(number[:12]) for number in place.split(" "))  # Longer numbers are out of any text.
        if not start < end <= size:
            return None
        found.append(Span(start, end))
    return tuple(sorted(found))


def _fault(id: str, message: str, line: int) -> Fault:
    return Fault(path=id, message=message, line=line, column=1)
