"""What an input or output format is, and the registries in which they are found.

Built-in formats stand in a tuple where they are registered; others come by entry point, in the groups
``tradebrief.input_formats`` and ``tradebrief.output_formats``, each entry a ``FORMAT`` object.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePath
from typing import Generic, Protocol, TypeVar

from attrs import Attribute, field, frozen

from tradebrief.errors import FormatError, LimitError, TradebriefError
from tradebrief.model import Article, Block, Brief, Diagnostic, Link, SectionRole
from tradebrief.text import Source

__all__ = [
    "Columns",
    "Content",
    "Export",
    "InputFormat",
    "Layout",
    "Limits",
    "Loss",
    "Metadata",
    "OutputFormat",
    "Reading",
    "Registry",
]

Content = str | bytes | Mapping[str, str | bytes]
"""What a file holds, or a folder: names relative to it, each with what its file holds."""

# What every file system takes, and nothing that leads out of the folder. Where a letter's case does not count,
# names that differ in it alone are one file.
_FILE_NAME = re.compile(r"(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}(?:/[A-Za-z0-9_][A-Za-z0-9_.+-]{0,199}){0,7}")


def _check_limit(_: object, attribute: Attribute[int], value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"the limit {attribute.name} is an integer, not {type(value).__name__}")
    if value < 0:
        raise ValueError(f"the limit {attribute.name} can't be negative: {value}")


@frozen(kw_only=True)
class Limits:
    """How much an input may hold. Beyond them reading stops with a ``LimitError``.

    Attributes:
        text: Code points of an article's text, and of an input that holds one, or its bytes.
        depth: Depth of nesting, in sections, markup and JSON.
        nodes: Blocks of an article, and values of a JSON document per kind of list.
        document: Code points, or bytes, of an input that holds several articles, and of a JSON document: a text
            with all that is said of it.

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
    """What a format states about a text beside its words; None where it states nothing.

    Attributes:
        title: Its title.
        author: Who wrote it; several are parted by commas.
        publisher: Who published it.
        published: The day, or the time, at which it was.
        language: Its language, as a BCP 47 tag.
        url: Its address.
        id: What its publisher calls it, where that is no address: the id of a row, the guid of a feed's entry.
        tags: Topics or keywords.
    """

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None
    id: str | None = None
    tags: tuple[str, ...] = ()


@frozen(kw_only=True)
class Layout:
    """What a format's ``scan`` gives: readable text, its blocks, and stated metadata.

    Attributes:
        text: The readable text; the input itself for plain text.
        blocks: Blocks that tile it. Where the format itself says which one is the headline, a key point, the byline
            or the dateline, it gives them these kinds; the others are told by their words and place.
        metadata: What the format states.
        links: Where words of the text lead, in its order.
        diagnostics: What could not be kept or was left open.
        role: What the whole text is for, where the format says so, as that it is an opinion.
        is_apart: Whether its blocks stand apart as paragraphs do, though no blank line stands between them.
    """

    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    metadata: Metadata = Metadata()
    links: tuple[Link, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    role: SectionRole | None = None
    is_apart: bool = False


@frozen(kw_only=True)
class Columns:
    """Which columns of a table, or keys of its rows, hold what.

    What is left out is found under its usual names, such as "headline" for the title, whatever their case. A name
    that is given has to be there.

    Attributes:
        text: The text itself.
        title: Its title, which becomes the headline where the text does not open with it.
        author: Who wrote it.
        publisher: Who published it.
        published: The day, or the time, at which it was.
        language: Its language, as a BCP 47 tag.
        url: Its address.
        id: What it is called in the table.
        tags: Topics or keywords, with commas between them.
    """

    text: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    id: str | None = None
    tags: str | None = None


@frozen(kw_only=True)
class InputFormat:
    """A way to write a brief that tradebrief can read.

    It has exactly one of ``scan``, ``scan_bytes`` and ``scan_many``.

    Attributes:
        name: Its name, as in ``parse(..., format="text")``.
        suffixes: File suffixes that tell it, with their dot, lower case. Several formats may share one: then what
            they recognize decides.
        media_types: Media types that tell it; the first is the one to state.
        scan: Splits a text of this format into blocks.
        scan_bytes: The same for a format that is no text: from the raw bytes, and their name for errors.
        scan_many: The same for a format that holds any number of articles: gives their layouts one at a time; in
            place of a layout it may give an article or brief that the input holds whole, or the error of an entry
            that can't be read.
        with_columns: For a format of tables, the same format with its columns named by the caller.
        extra: The extra that brings what it needs, if any; of another package with its name, as ``"package[extra]"``.
        needs_extra: Whether it reads nothing without the extra; if not, only some inputs need it.
        recognize: Whether a text that opens like this (up to 4,096 code points) is of this format; None where
            content tells nothing. Of formats that share a suffix and recognize nothing, the text is shown whole.
        recognize_bytes: The same for the first bytes, up to 4,096.
        declared_encoding: The encoding that bytes of this format state in themselves, if any.

    Raises:
        ValueError: If it has no way to read a text, or more than one.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    scan: Callable[[Source, Limits], Layout] | None = None
    scan_bytes: Callable[[bytes, str, Limits], Layout] | None = None
    scan_many: Callable[[Source, Limits], Iterator[Layout | Article | Brief | TradebriefError]] | None = None
    with_columns: Callable[[Columns], InputFormat] | None = None
    extra: str | None = None
    needs_extra: bool = True
    recognize: Callable[[str], bool] | None = None
    recognize_bytes: Callable[[bytes], bool] | None = None
    declared_encoding: Callable[[bytes], str | None] | None = None

    def __attrs_post_init__(self) -> None:
        if sum(way is not None for way in (self.scan, self.scan_bytes, self.scan_many)) != 1:
            raise ValueError(f"the format {self.name} needs exactly one of scan, scan_bytes and scan_many")

    @property
    def can_be_told(self) -> bool:
        """Whether content tells it."""
        return self.recognize is not None or self.recognize_bytes is not None


@frozen(kw_only=True)
class Loss:
    """Something that a format could not hold.

    Attributes:
        path: Where it stands in the JSON document, such as ``"$.stances[3].polarity"``; ``[*]`` for a field that
            never fits. Of several values written together each has its place: ``"$[2].stances[3].polarity"``.
        reason: Why it does not fit, in words for a reader.

    Raises:
        ValueError: If the path does not start at the document, or there is no reason.
    """

    path: str
    reason: str

    def __attrs_post_init__(self) -> None:
        if not self.path.startswith("$") or not self.reason:
            raise ValueError("a loss has a path from $ and a reason")

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def _sorted(content: Content) -> Content:
    return dict(sorted(content.items())) if isinstance(content, Mapping) else content


@frozen(kw_only=True)
class Export:
    """What a format makes of one or more values, and what it could not hold of them.

    Attributes:
        content: What the file holds, as a string or bytes; or a folder, as relative names (with ``/``) and what
            the file of each holds, sorted by name.
        losses: What is not in it, in the order of the document.

    Raises:
        ValueError: If the name of a file leads out of the folder, or is not plain enough for every file system.
    """

    content: Content = field(converter=_sorted, repr=False)
    losses: tuple[Loss, ...] = ()

    def __attrs_post_init__(self) -> None:
        if isinstance(self.content, Mapping):
            for name in self.content:
                if not _FILE_NAME.fullmatch(name):
                    raise ValueError(f"not a name for a file of an export: {name!r}")


@frozen(kw_only=True)
class Reading:
    """What a caller who reads a document back asks for.

    Attributes:
        type: ``Brief`` or ``Article``: what the document is to describe; None for whichever it does.
        name: What to call the document in errors.
        limits: How much it may hold.
    """

    type: type[Brief | Article] | None = Brief
    name: str = "<document>"
    limits: Limits = Limits()


@frozen(kw_only=True)
class OutputFormat:
    """A form in which results are written, and read back where it holds enough.

    At least one of ``dumps`` and ``export`` is given. With ``dumps`` alone a format is one string per value, and
    ``is_for_many`` then means that the strings of several values, one after another, are a file of them: one a line.

    Attributes:
        name: Its name, as in ``dumps(..., format="json")``.
        suffixes: File suffixes that tell it, with their dot, lower case.
        media_types: Media types; the first is the one to state.
        dumps: Writes a brief, or an article, as a string; what it loses its docstring says.
        extra: The extra that brings what it needs, if any.
        export: Writes values, one at least, as one file or folder, and says what is lost.
        is_for_many: Whether one file or folder holds any number of values.
        loads: Reads back the value of a file; of a folder it gets its files by name.
        loads_many: Reads back the values of a file or folder that holds any number.

    Raises:
        ValueError: If there is nothing that writes.
    """

    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    dumps: Callable[[Brief | Article], str] | None = None
    extra: str | None = None
    export: Callable[[Sequence[Brief | Article]], Export] | None = None
    is_for_many: bool = False
    loads: Callable[[Content, Reading], Brief | Article] | None = None
    loads_many: Callable[[Content, Reading], Iterable[Brief | Article]] | None = None

    def __attrs_post_init__(self) -> None:
        if self.dumps is None and self.export is None:
            raise ValueError(f"the format {self.name} has neither dumps nor export")

    @property
    def is_by_line(self) -> bool:
        """Whether a file holds one value a line, so that it can be written and read a piece at a time."""
        return self.is_for_many and self.export is None

    @property
    def is_readable(self) -> bool:
        """Whether what it writes can be read back."""
        return self.loads is not None or self.loads_many is not None


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
    def _loaded(self) -> tuple[dict[str, F], dict[str, str]]:
        """The formats by name, and why others can't be loaded: one bad package costs no other format."""
        from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and rarely needed.

        found = {format.name: format for format in self.builtin}
        broken: dict[str, str] = {}
        for entry in sorted(entry_points(group=self.group), key=lambda entry: (entry.name, entry.value)):
            if entry.name in found:
                continue
            try:
                found[entry.name] = entry.load()
            except Exception as error:  # noqa: BLE001 - the code is not ours, and may raise anything.
                broken.setdefault(entry.name, f"{entry.value} can't be loaded: {type(error).__name__}: {error}")
        return found, {name: reason for name, reason in broken.items() if name not in found}

    @property
    def _by_name(self) -> dict[str, F]:
        return self._loaded[0]

    @property
    def broken(self) -> Mapping[str, str]:
        """The formats of other packages that can't be loaded, by name, each with the reason."""
        return self._loaded[1]

    def __iter__(self) -> Iterator[F]:
        return iter(self._by_name.values())

    def get(self, name: str) -> F:
        """The format of a name.

        Raises:
            FormatError: If there is none, and the message lists those there are; or it can't be loaded.
        """
        for format in self.builtin:
            if format.name == name:
                return format
        try:
            return self._by_name[name]
        except KeyError:
            if reason := self.broken.get(name):
                raise FormatError(f"the format {name} of another package: {reason}") from None
            known = ", ".join(sorted(self._by_name))
            raise FormatError(f"no format {name!r} (there are: {known})") from None

    def for_media_type(self, media_type: str) -> F | None:
        """The format of a media type, whatever its parameters, or None."""
        bare = media_type.partition(";")[0].strip().lower()
        return next((format for format in self if bare in format.media_types), None)

    def for_path(self, path: PurePath) -> F | None:
        """The first format that a file's suffix tells, or None."""
        return next(iter(self.all_for_path(path)), None)

    def all_for_path(self, path: PurePath) -> tuple[F, ...]:
        """All formats that a file's suffix tells."""
        suffix = path.suffix.lower()
        return tuple(format for format in self if suffix in format.suffixes) if suffix else ()
