"""Faults between the parts of a document: spans beyond the text, gaps, ids that stand twice or nowhere.

The constructors of the model refuse these too, the first one they meet. Here all are found, with their
paths, in a document that may have other faults as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tradebrief.serialize._shapes import Path, is_list, is_object

__all__ = ["link_faults"]

_LISTS = ("actors", "claims", "stances", "measures")
_REFERENCES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("claims", ("holder",), "actors"),
    ("claims", ("relayed_by",), "actors"),
    ("claims", ("within",), "claims"),
    ("stances", ("holder",), "actors"),
    ("stances", ("target", "actor"), "actors"),
    ("stances", ("target", "measure"), "measures"),
    ("stances", ("claim",), "claims"),
)


def link_faults(document: Any) -> Iterator[tuple[Path, str]]:
    """Path and message of everything in a document that does not fit the rest of it."""
    text = _follow(document, ("article", "text"))
    if isinstance(text, str):
        yield from _outside(document, len(text), ())
        yield from _gaps(document, ("article", "blocks"), len(text))
        yield from _gaps(document, ("voices",), len(text))
    ids = {name: _ids(document, name) for name in _LISTS}
    for name in _LISTS:
        seen: set[str] = set()
        for index, id in ids[name]:
            if id in seen:
                yield (name, index, "id"), f'the id "{id}" stands twice'
            seen.add(id)
    for name, steps, wanted in _REFERENCES:
        known = {id for _, id in ids[wanted]}
        for index, item in _items(document, name):
            id = _follow(item, steps)
            if isinstance(id, str) and id not in known:
                yield (name, index, *steps), f'there is no "{id}" among the {wanted}'


def _follow(value: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path, or None."""
    for step in path:
        value = value.get(step) if is_object(value) else None
    return value


def _items(document: Any, name: str) -> Iterator[tuple[int, Any]]:
    items = _follow(document, (name,))
    if is_list(items):
        yield from enumerate(items)


def _ids(document: Any, name: str) -> list[tuple[int, str]]:
    found = ((index, _follow(item, ("id",))) for index, item in _items(document, name))
    return [(index, id) for index, id in found if isinstance(id, str)]


def _is_span(value: Any) -> bool:
    return is_list(value) and [type(part) for part in value] == [int, int]


def _outside(value: Any, size: int, path: Path) -> Iterator[tuple[Path, str]]:
    """Two integers in a list are a span wherever they stand."""
    if _is_span(value):
        if value[1] > size >= 0:
            yield path, f"the span {value} is outside a text of {size} code points"
    elif is_list(value):
        for index, item in enumerate(value):
            yield from _outside(item, size, (*path, index))
    elif is_object(value):
        for key, item in value.items():
            yield from _outside(item, size, (*path, key))


def _gaps(document: Any, path: tuple[str, ...], size: int) -> Iterator[tuple[Path, str]]:
    """Where the items of a list do not tile the text; only told of the first, as the others follow from it."""
    items = _follow(document, path)
    if not is_list(items):
        return
    at = 0
    for index, item in enumerate(items):
        span = _follow(item, ("span",))
        if not _is_span(span):
            return  # A fault that is told elsewhere.
        if span[0] != at:
            yield (*path, index, "span"), f"starts at {span[0]}, where {at} is due: the {path[-1]} tile the text"
            return
        at = span[1]
    if at < size:
        yield path, f"end at {at} of {size}: the {path[-1]} tile the text"
