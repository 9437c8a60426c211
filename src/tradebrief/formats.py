"""What an input or output format is, and the registries in which they are found.

Built-in formats stand in a tuple where they are registered; others come by entry point, in the groups
``tradebrief.input_formats`` and ``tradebrief.output_formats``, each entry a ``FORMAT`` object.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import PurePath
from typing import Generic, Protocol, TypeVar

from attrs import Attribute, field, frozen

from tradebrief.errors import FormatError, LimitError
from tradebrief.model import Article, Block, Brief, Diagnostic, Link
from tradebrief.text import Source

__all__ = ["InputFormat", "Layout", "Limits", "Metadata", "OutputFormat", "Registry"]


def _check_limit(_: object, attribute: Attribute[int], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"the limit {attribute.name} is an integer, not {type(value).__name__}")
    if value < 0:
        raise ValueError(f"the limit {attribute.name} can't be negative: {value}")


@frozen(kw_only=True)
class Limits:
    """How much an input may hold. Beyond them reading stops with a ``LimitError``.

    Attributes:
        text: Code points of text, and bytes of the raw input.
        depth: Depth of nesting, in sections, markup and JSON.
        nodes: Blocks of an article, and values of a JSON document per kind of list.
        document: Code points, or bytes, of a JSON document: the text with all that is said of it.

    Raises:
        TypeError: If a limit is no integer.
        ValueError: If a limit is negative.
    """

    text: int = field(default=10_000_000, validator=_check_limit)
    depth: int = field(default=64, validator=_check_limit)
    nodes: int = field(default=100_000, validator=_check_limit)
    document: int = field(default=100_000_000, validator=_check_limit)

    def check(self, limit: str, found: int, name: str) -> None:
        """Raise the error of a limit if it is exceeded.

        Raises:
            LimitError: If more was found than is allowed.
        """
        allowed: int = getattr(self, limit)
        if found > allowed:
            raise LimitError(limit, allowed, found, name)


@frozen(kw_only=True)
class Metadata:
    """What a format states about a text beside its words; None where it states nothing."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    tags: tuple[str, ...] = ()


@frozen(kw_only=True)
class Layout:
    """What a format's ``scan`` gives: readable text, its blocks, and stated metadata.

    Attributes:
        text: The readable text; the input itself for plain text.
        blocks: Blocks that tile it.
        metadata: What the format states.
        links: Where words of the text lead, in its order.
        diagnostics: What could not be kept or was left open.
        is_apart: Whether its blocks stand apart as paragraphs do, though no blank line stands between them.
    """

    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    metadata: Metadata = Metadata()
    links: tuple[Link, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    is_apart: bool = False


@frozen(kw_only=True)
class InputFormat:
    """A way to write a brief that tradebrief can read.

    Attributes:
        name: Its name, as in ``parse(..., format="text")``.
        suffixes: File suffixes that tell it, with their dot, lower case.
        media_types: Media types that tell it; the first is the one to state.
        scan: Splits a text of this format into blocks.
        extra: The extra that brings what it needs, if any.
        recognize: Whether a text that opens like this (up to 4,096 code points) is of this format; None where
            content tells nothing.
        declared_encoding: The encoding that bytes of this format state in themselves, if any.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    scan: Callable[[Source, Limits], Layout]
    extra: str | None = None
    recognize: Callable[[str], bool] | None = None
    declared_encoding: Callable[[bytes], str | None] | None = None


@frozen(kw_only=True)
class OutputFormat:
    """A form in which results are written.

    Attributes:
        name: Its name, as in ``dumps(..., format="json")``.
        suffixes: File suffixes that tell it, with their dot, lower case.
        media_types: Media types; the first is the one to state.
        dumps: Writes a brief, or an article, as a string.
        extra: The extra that brings what it needs, if any.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    dumps: Callable[[Brief | Article], str]
    extra: str | None = None


class _Format(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def suffixes(self) -> tuple[str, ...]: ...
    @property
    def media_types(self) -> tuple[str, ...]: ...


F = TypeVar("F", bound=_Format)


@frozen
class Registry(Generic[F]):
    """The formats of one direction, found by name, suffix or media type.

    Attributes:
        group: Entry point group in which other packages add theirs.
        builtin: The formats that come with tradebrief, which win over later ones of the same name.
    """

    group: str
    builtin: tuple[F, ...]

    @cached_property
    def _by_name(self) -> dict[str, F]:
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and rarely needed.

        found = {format.name: format for format in self.builtin}
        for entry in sorted(entry_points(group=self.group), key=lambda entry: (entry.name, entry.value)):
            found.setdefault(entry.name, entry.load())
        return found

    def __iter__(self) -> Iterator[F]:
        return iter(self._by_name.values())

    def get(self, name: str) -> F:
        """The format of a name.

        Raises:
            FormatError: If there is none; the message lists those there are.
        """
        for format in self.builtin:
            if format.name == name:
                return format
        try:
            return self._by_name[name]
        except KeyError:
            known = ", ".join(sorted(self._by_name))
            raise FormatError(f"no format {name!r} (there are: {known})") from None

    def for_media_type(self, media_type: str) -> F | None:
        """The format of a media type, whatever its parameters, or None."""
        bare = media_type.partition(";")[0].strip().lower()
        return next((format for format in self if bare in format.media_types), None)

    def for_path(self, path: PurePath) -> F | None:
        """The format that a file's suffix tells, or None."""
        suffix = path.suffix.lower()
        return next((format for format in self if suffix in format.suffixes), None) if suffix else None
