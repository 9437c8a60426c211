"""TOML tables into entries, each fault with its file and entry."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any, TypeGuard, TypeVar, cast

from attrs import frozen

from tradebrief.errors import LexiconError

__all__ = ["Table", "parse_toml", "rows"]

E = TypeVar("E", bound=Enum)


def parse_toml(text: str, file: str) -> dict[str, Any]:
    """A TOML file as a dictionary.

    Raises:
        LexiconError: If it is not TOML; the message holds line and column.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"not TOML: {error}", file) from None


@frozen
class Table:
    """One TOML table under construction into an entry: typed access, and errors with their place."""

    values: Mapping[str, Any]
    file: str
    name: str

    def fail(self, message: str) -> LexiconError:
        """The error that says what is wrong with this table."""
        return LexiconError(message, self.file, self.name)

    def allow(self, *keys: str) -> None:
        """Refuse every key but these.

        Raises:
            LexiconError: If there is another.
        """
        unknown = sorted(set(self.values) - set(keys))
        if unknown:
            raise self.fail(f"unknown field {unknown[0]!r} (allowed: {', '.join(keys)})")

    def text(self, key: str, default: str | None = None) -> str:
        """A field that is a string; required unless there is a default."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.fail(f"field {key!r} is missing" if value is None else f"field {key!r} is not a string")
        if key in self.values and not value.strip():
            raise self.fail(f"field {key!r} is empty")
        return value

    def maybe(self, key: str) -> str | None:
        """A field that is a string, or None where it is left out."""
        return self.text(key) if key in self.values else None

    def flag(self, key: str) -> bool:
        """A field that is true or false; false where it is left out."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.fail(f"field {key!r} is neither true nor false")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A field that is an array of strings; empty where it is left out."""
        value = self.values.get(key, [])
        if not _is_list_of_strings(value):
            raise self.fail(f"field {key!r} is not an array of strings")
        if not all(item.strip() for item in value):
            raise self.fail(f"field {key!r} holds an empty string")
        return tuple(value)

    def one_of(self, key: str, kind: type[E], default: E | None = None) -> E | None:
        """A field that is a value of an enum."""
        value = self.maybe(key)
        if value is None:
            return default
        try:
            return kind(value)
        except ValueError:
            raise self.fail(f"field {key!r} is not one of {', '.join(str(item.value) for item in kind)}") from None

    def table(self, key: str) -> Table:
        """A field that is a table."""
        value = self.values.get(key)
        if not _is_table(value):
            raise self.fail(f"field {key!r} is missing" if value is None else f"field {key!r} is not a table")
        return Table(value, self.file, f"{self.name} {key}".strip())

    def tables(self, key: str) -> Iterator[Table]:
        """A field that is an array of tables; none where it is left out."""
        return rows(self.values, key, self.file, self.name)


def rows(values: Mapping[str, Any], key: str, file: str, within: str = "") -> Iterator[Table]:
    """The tables of an array, each named by its id, name, word or number."""
    found = values.get(key, [])
    if not _is_list_of_tables(found):
        raise LexiconError(f"field {key!r} is not an array of tables", file, within)
    for number, item in enumerate(found, 1):
        name = next((item[field] for field in ("id", "name", "word", "code") if isinstance(item.get(field), str)), "")
        yield Table(item, file, f"{within} {name or f'{key} {number}'}".strip())


def _is_list_of_strings(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in cast("list[object]", value))


def _is_list_of_tables(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and all(isinstance(item, dict) for item in cast("list[object]", value))


def _is_table(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)
