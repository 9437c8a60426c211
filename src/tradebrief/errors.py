"""What can go wrong with an input, each error with its place.

A mistake in a call is a plain ``ValueError`` or ``TypeError``; a mistake in the input is one of these.
"""

from __future__ import annotations

from attrs import frozen

from tradebrief.text import Source, Span

__all__ = [
    "Fault",
    "FormatError",
    "LexiconError",
    "LimitError",
    "MissingExtraError",
    "ParseError",
    "TradebriefError",
    "UnsupportedVersionError",
    "ValidationError",
]


class TradebriefError(Exception):
    """Base of every error that tradebrief raises on purpose."""


class ParseError(TradebriefError):
    """A text that can't be read as a brief.

    As a string it gives file, line and column (from 1), then the line with the fault marked.

    Attributes:
        message: What is wrong, without the place.
        source: The text being read.
        span: The part at fault.
    """

    def __init__(self, message: str, source: Source, span: Span) -> None:
        super().__init__(message, source, span)  # All of them, or it won't unpickle.
        self.message = message
        self.source = source
        self.span = span

    def __str__(self) -> str:
        at = self.source.position(self.span.start)
        line = self.source.line(at.line)
        first = max(0, at.column - 1 - _CONTEXT)
        shown = line[first : at.column - 1 + _CONTEXT]
        mark = " " * (at.column - 1 - first) + "^" * max(1, min(len(self.span), len(shown) - (at.column - 1 - first)))
        return f"{self.source.name}:{at.line}:{at.column}: {self.message}\n  {shown}\n  {mark}"


_CONTEXT = 60


class LimitError(TradebriefError):
    """An input beyond a limit that the caller can set.

    Attributes:
        limit: Name of the limit, as in ``Limits``.
        allowed: The most that is allowed.
        found: How much there is, or how much had been seen when reading stopped.
        name: What was being read.
    """

    def __init__(self, limit: str, allowed: int, found: int, name: str) -> None:
        super().__init__(limit, allowed, found, name)
        self.limit = limit
        self.allowed = allowed
        self.found = found
        self.name = name

    def __str__(self) -> str:
        return f"{self.name}: over the limit {self.limit}: {self.found:,} found, {self.allowed:,} allowed"


class FormatError(TradebriefError):
    """A format that is unknown, or can't do what is asked of it.

    Attributes:
        message: What is wrong, and what there is instead.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message


class UnsupportedVersionError(FormatError):
    """A document of a major schema version that this release does not know.

    Attributes:
        version: The version that the document states.
        supported: The versions that can be read.
    """

    def __init__(self, version: str, supported: tuple[str, ...]) -> None:
        super().__init__(f"schema version {version} is not supported (supported: {', '.join(supported)})")
        self.args = (version, supported)
        self.version = version
        self.supported = supported


class MissingExtraError(FormatError):
    """A format whose optional dependency is not installed.

    Attributes:
        format: Name of the format.
        extra: The extra that brings what it needs; of another package with its name, as ``"package[extra]"``.
    """

    def __init__(self, format: str, extra: str) -> None:
        wanted = extra if "[" in extra else f"tradebrief[{extra}]"
        super().__init__(f'the format {format} needs an extra: pip install "{wanted}"')
        self.args = (format, extra)
        self.format = format
        self.extra = extra


@frozen
class Fault:
    """One thing wrong in a JSON document.

    Attributes:
        path: JSON path of the value at fault, such as ``"$.claims[0].mode"``.
        message: What is wrong with it.
        line: Line of that value, from 1; 0 where the document as a whole is at fault.
        column: Column in code points, from 1; 0 likewise.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}: " if self.line else ""
        return f"{place}{self.path}: {self.message}"


class ValidationError(TradebriefError):
    """A document that is not a valid brief, with everything that is wrong with it.

    Attributes:
        faults: All faults, in the order of the document; never empty.
        name: What was being read.
    """

    def __init__(self, faults: tuple[Fault, ...], name: str = "<document>") -> None:
        super().__init__(faults, name)
        self.faults = faults
        self.name = name

    def __str__(self) -> str:
        return "\n".join(f"{self.name}:{fault}" if fault.line else f"{self.name}: {fault}" for fault in self.faults)


class LexiconError(TradebriefError):
    """A lexicon file that can't be used.

    Attributes:
        message: What is wrong.
        file: Name of the file.
        entry: Id or number of the entry at fault, or empty.
    """

    def __init__(self, message: str, file: str, entry: str = "") -> None:
        super().__init__(message, file, entry)
        self.message = message
        self.file = file
        self.entry = entry

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.message) if part)
