"""Faults between the parts of a document: spans beyond the text, gaps, ids that stand twice or nowhere.

The constructors of the model refuse these too, the first one they meet. Here all are found, with their
paths, in a document that may have other faults as well.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from tradebrief.serialize._shapes import Path, is_list, is_object

__all__ = ["link_faults"]

_LISTS = ("actors", "places", "claims", "stances", "measures")
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
    yield from _nesting(document)


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


def _nesting(document: Any) -> Iterator[tuple[Path, str]]:
    """Claims within themselves, or within others whose content does not hold theirs."""
    claims = {id: claim for _, claim in _items(document, "claims") if isinstance(id := _id(claim), str)}
    outer = {id: within for id, claim in claims.items() if isinstance(within := _follow(claim, ("within",)), str)}
    looped = _looped(outer)
    for index, claim in _items(document, "claims"):
        id, within = _id(claim), _follow(claim, ("within",))
        if not isinstance(id, str) or not isinstance(within, str):
            continue
        path = ("claims", index, "within")
        if within == id:
            yield path, f"claim {id} can't be within itself"  # As the constructor of a claim puts it.
        elif id in looped:
            yield path, f'the claim "{id}" is nested in itself by way of "{within}"'
        elif not _holds(_spans(claims.get(within)), _spans(claim)):
            yield path, f'the content of "{within}" does not hold that of "{id}"'


def _looped(outer: dict[str, str]) -> set[str]:
    """The ids from which the way outward leads back to them."""
    looped: set[str] = set()
    seen: set[str] = set()
    for start in outer:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in seen:
            seen.add(at)
            way[at] = None
            at = outer.get(at)
        if at in way:
            met = list(way)
            looped.update(met[met.index(at) :])
    return looped


def _id(item: Any) -> Any:
    return _follow(item, ("id",))


def _spans(claim: Any) -> list[list[int]]:
    """The spans of a claim's content; none where they are not right, which is told elsewhere."""
    content = _follow(claim, ("content",))
    return content if is_list(content) and all(_is_span(part) for part in content) else []


def _holds(outer: list[list[int]], inner: list[list[int]]) -> bool:
    """Whether each inner span lies within one of the outer."""
    parts = sorted(outer)
    starts = [start for start, _ in parts]
    return not parts or all(
        (before := bisect_right(starts, start)) and end <= parts[before - 1][1] for start, end in inner
    )


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
