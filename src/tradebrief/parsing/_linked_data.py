"""Objects of schema.org as JSON-LD has them, in a web page or by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tradebrief.parsing._metadata import is_address, is_list, is_object

__all__ = ["is_article", "kinds_of", "names_in", "objects_in"]

_DEEPEST = 8  # Of an object that is looked at.
_MOST = 500  # Objects that are looked at.
_ARTICLES = ("Article", "BlogPosting", "Report", "PressRelease")


def kinds_of(value: dict[str, Any]) -> list[str]:
    """The types that an object states, without the address of their vocabulary."""
    kinds = value.get("@type")
    return [str(kind).rpartition("/")[2].rpartition(":")[2] for kind in (kinds if is_list(kinds) else [kinds])]


def is_article(value: dict[str, Any]) -> bool:
    """Whether an object is a text of some kind."""
    return any(kind.endswith(_ARTICLES) for kind in kinds_of(value))


def objects_in(value: object) -> Iterator[dict[str, Any]]:
    """The objects in a JSON value, outer before inner, down to a depth and up to a number."""
    level: list[Any] = [value]
    left = _MOST
    for _ in range(_DEEPEST):
        inner: list[Any] = []
        for item in level:
            if left <= 0:
                return
            left -= 1
            if is_object(item):
                yield item
                inner.extend(part for part in item.values() if is_object(part) or is_list(part))
            elif is_list(item):
                inner.extend(item)
        level = inner


def names_in(value: object) -> Iterator[object]:
    """The names in a JSON-LD value: a text, an object with a name, or a list of them."""
    for item in value if is_list(value) else [value]:
        name: object = item.get("name") if is_object(item) else item
        if name and not is_address(name):
            yield from name if is_list(name) else [name]
