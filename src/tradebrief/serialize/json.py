"""The JSON document: everything the model holds, under the names of its fields.

Spans are ``[start, end]``, enumerations their lower-case values, decimal numbers strings, dates ISO 8601;
what is not there is ``null``. A brief's document starts with ``schema_version`` and ``generator``; an
article alone is ``{"schema_version": ..., "article": ...}``.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn, overload

from attrs import frozen

from tradebrief.errors import Fault, FormatError, UnsupportedVersionError, ValidationError
from tradebrief.formats import Content, Limits, OutputFormat, Reading
from tradebrief.model import SCHEMA_VERSION, Article, Brief, Section
from tradebrief.serialize._shapes import Path, has_surrogate, is_list, is_object, show_path
from tradebrief.serialize.migrations import MIGRATIONS, migrated
from tradebrief.text import Source

__all__ = ["FORMAT", "ArticleDocument", "dumps", "loads", "loads_any", "read", "read_value"]

_VERSION = re.compile(r"(?P<major>0|[1-9][0-9]*)\.(?P<minor>0|[1-9][0-9]*)")
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_ORDER = (
    "schema_version",
    "generator",
    "article",
    "actors",
    "places",
    "claims",
    "stances",
    "measures",
    "voices",
    "diagnostics",
)
_BOM = "\ufeff"


@frozen(kw_only=True)
class ArticleDocument:
    """An article alone.

    Attributes:
        schema_version: Version of the model.
        article: The text and its layout.
    """

    schema_version: str = SCHEMA_VERSION
    article: Article


def dumps(value: Brief | Article, *, indent: int | None = None) -> str:
    """The document of a brief, or of an article alone: one line, or indented by a number of spaces.

    It ends in a line end, so that documents one after another are JSON Lines. The same value gives the
    same text everywhere.
    """
    from tradebrief.serialize._converter import unstructure  # noqa: PLC0415 - cattrs is slow to import.

    whole = value if isinstance(value, Brief) else ArticleDocument(article=value)
    document = unstructure(whole)
    if isinstance(value, Brief):
        document = {name: document[name] for name in _ORDER}
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators) + "\n"


@overload
def loads(text: str | bytes, *, type: type[Brief] = ..., name: str = ..., limits: Limits | None = ...) -> Brief: ...
@overload
def loads(text: str | bytes, *, type: type[Article], name: str = ..., limits: Limits | None = ...) -> Article: ...
@overload
def loads(
    text: str | bytes, *, type: type[Brief | Article], name: str = ..., limits: Limits | None = ...
) -> Brief | Article: ...


def loads(
    text: str | bytes,
    *,
    type: type[Brief | Article] = Brief,  # noqa: A002 - no other name says it.
    name: str = "<document>",
    limits: Limits | None = None,
) -> Brief | Article:
    """The brief, or with ``type=Article`` the article, that a document describes.

    Fields that have a default may be left out. A document of a newer minor version of the schema is read
    as long as it holds no field that this release does not know. What is read is of this release's version,
    whatever the document's was: ``schema_version`` says so, and ``dumps`` writes it.

    Args:
        text: The document; bytes are UTF-8, with or without a byte order mark.
        type: ``Brief`` or ``Article``.
        name: What to call the document in errors.
        limits: How much it may hold.

    Raises:
        ValidationError: If it is not such a document; with all faults and their places.
        UnsupportedVersionError: If it is of another major version of the schema.
        LimitError: If it is larger or deeper than the limits allow.
    """
    allowed = limits or Limits()
    words = _decode(text, name, allowed)
    document = _read_quickly(words)
    if document is not None:
        document = migrated(document)
        _check_version(document)
        _check_size(document, name, allowed)
        found = _structure(document, type)
    else:
        found = None
    if found is None:
        found = _read_slowly(words, type, name, allowed)
    article = found.article if isinstance(found, Brief) else found
    allowed.check("depth", _depth(article.sections), name)
    return found


def loads_any(text: str | bytes, *, name: str = "<document>", limits: Limits | None = None) -> Brief | Article:
    """What a document describes: an article if it holds nothing else, otherwise a brief.

    Raises:
        ValidationError: As ``loads`` does.
        UnsupportedVersionError: Likewise.
        LimitError: Likewise.
    """
    document = _read_quickly(_decode(text, name, limits or Limits())) or {}
    is_article = "article" in document and document.keys() <= {"schema_version", "article"}
    return loads(text, type=Article if is_article else Brief, name=name, limits=limits)


def read(content: Content, reading: Reading) -> Brief | Article:
    """What a document describes, by what a caller asks for.

    Raises:
        FormatError: If it is a folder.
        ValidationError: As ``loads`` does.
        UnsupportedVersionError: Likewise.
        LimitError: Likewise.
    """
    if not isinstance(content, str | bytes):
        raise FormatError(f"{reading.name}: a document is a file, not a folder")
    if reading.type is None:
        return loads_any(content, name=reading.name, limits=reading.limits)
    return loads(content, type=reading.type, name=reading.name, limits=reading.limits)


def read_value(document: Any, reading: Reading, place: tuple[int, int] = (0, 0)) -> Brief | Article:
    """What a document describes that another format holds, as dicts, lists and plain values.

    Args:
        document: The document.
        reading: What the caller asks for.
        place: Line and column of it in that format, for all its faults, where they are known.

    Raises:
        ValidationError: As ``loads`` does, with that place.
        UnsupportedVersionError: Likewise.
        LimitError: Likewise.
    """
    try:
        return read(json.dumps(document, ensure_ascii=False, default=str), reading)
    except ValidationError as error:
        faults = [Fault(fault.path, fault.message, *place) for fault in error.faults]
        raise ValidationError(tuple(faults), reading.name) from None


def _decode(text: str | bytes, name: str, limits: Limits) -> str:
    limits.check("document", len(text), name)
    if isinstance(text, str):
        return text.removeprefix(_BOM)
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        shown = Source(text.decode("utf-8-sig", "replace"))
        at = shown.position(len(text[: error.start].decode("utf-8-sig", "replace")))
        fault = Fault("$", f"not UTF-8: {error.reason} at byte offset {error.start}", at.line, at.column)
        raise ValidationError((fault,), name) from None


def _read_quickly(text: str) -> dict[str, Any] | None:
    """The document as the standard library reads it, or None if there is anything to look at twice."""
    if has_surrogate(text) or _SURROGATE_ESCAPE.search(text):
        return None
    try:
        document = json.loads(text, object_pairs_hook=_unrepeated, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return document if is_object(document) else None


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"JSON has no {word}")


def _structure(document: dict[str, Any], cls: type[Brief | Article]) -> Brief | Article | None:
    from tradebrief.serialize._converter import structure  # noqa: PLC0415 - cattrs is slow to import.

    if _version(document) is None:
        return None
    try:
        ours = {**document, "schema_version": SCHEMA_VERSION}  # Its fields are all known, or this fails.
        return structure(ours, Brief) if cls is Brief else structure(ours, ArticleDocument).article
    except Exception:  # noqa: BLE001 - whatever the hooks and constructors raise; _explain says what and where.
        return None


def _version(document: dict[str, Any]) -> re.Match[str] | None:
    version = document.get("schema_version")
    return _VERSION.fullmatch(version) if isinstance(version, str) else None


def _check_version(document: dict[str, Any]) -> None:
    version = _version(document)
    if version and version["major"] != SCHEMA_VERSION.partition(".")[0]:
        older = tuple(f"{major}.x" for major in sorted(MIGRATIONS))
        raise UnsupportedVersionError(version.group(), (*older, SCHEMA_VERSION))


def _check_size(document: dict[str, Any], name: str, limits: Limits) -> None:
    article = document.get("article")
    for holder in (document, article):
        for value in holder.values() if is_object(holder) else ():
            if is_list(value):
                limits.check("nodes", len(value), name)
    text: object = article.get("text") if is_object(article) else None
    if isinstance(text, str):
        limits.check("text", len(text), name)


def _depth(sections: tuple[Section, ...]) -> int:
    depth = 0
    while sections:
        depth += 1
        sections = tuple(inner for section in sections for inner in section.sections)
    return depth


def _read_slowly(text: str, cls: type[Brief | Article], name: str, limits: Limits) -> Brief | Article:
    """Find out what is wrong with a document that could not be read, or read it, if nothing is."""
    from tradebrief.serialize._scanning import scan  # noqa: PLC0415 - only needed when something is wrong.

    scanned = scan(text, limits, name)
    faults = list(scanned.faults)
    value = scanned.value
    if is_object(value):
        value = migrated(value)
        _check_version(value)
        _check_size(value, name, limits)
    if not scanned.broken:
        content = _faults_of_content(value, cls)
        faults += [(path, _place(path, scanned.places), message) for path, message in content]
    if not faults and (found := _structure(value, cls)) is not None:
        return found
    source = Source(text, name)
    found_faults: list[Fault] = []
    for path, offset, message in sorted(faults, key=lambda fault: fault[1]):
        at = source.position(offset)
        found_faults.append(Fault(show_path(path), message, at.line, at.column))
    raise ValidationError(tuple(dict.fromkeys(found_faults)), name)


def _place(path: Path, places: dict[Path, int]) -> int:
    """Where a path leads to, or the nearest value around it."""
    while path not in places:
        path = path[:-1]
    return places[path]


def _faults_of_content(value: Any, cls: type[Brief | Article]) -> list[tuple[Path, str]]:
    from tradebrief.serialize._converter import explain  # noqa: PLC0415 - cattrs is slow to import.
    from tradebrief.serialize._links import link_faults  # noqa: PLC0415 - only needed when something is wrong.

    misfits = list(explain(value, Brief if cls is Brief else ArticleDocument))
    if not is_object(value):
        return [(misfit.path, misfit.message) for misfit in misfits]
    links = list(link_faults(value))
    if links:  # The constructors name the first of these, without its place.
        told = {message for _, message in links}
        misfits = [
            misfit
            for misfit in misfits
            if not (misfit.whole and (misfit.path in {(), ("article",)} or misfit.message in told))
        ]
    newer = _newer(value)
    faults = [(misfit.path, misfit.message + (newer if misfit.unknown else "")) for misfit in misfits]
    return [*faults, *links, *_faults_of_version(value)]


def _newer(document: dict[str, Any]) -> str:
    version = _version(document)
    if version and int(version["minor"]) > int(SCHEMA_VERSION.partition(".")[2]):
        return f" (the document is of schema {version.group()}, newer than {SCHEMA_VERSION}, which this release reads)"
    return ""


def _faults_of_version(document: dict[str, Any]) -> list[tuple[Path, str]]:
    if "schema_version" not in document:
        return [((), 'the field "schema_version" is missing')]
    version = document["schema_version"]
    if isinstance(version, str) and not _VERSION.fullmatch(version):
        return [(("schema_version",), f'not a version such as "{SCHEMA_VERSION}"')]
    return []


FORMAT = OutputFormat(name="json", suffixes=(".json",), media_types=("application/json",), dumps=dumps, loads=read)
