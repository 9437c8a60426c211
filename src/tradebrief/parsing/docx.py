"""Word documents (.docx): the text of the body in its order, as styles and properties say what it is.

Headings keep their level, lists, tables, quotations and captions their kind; footnotes and endnotes stand at the
end. What is deleted or hidden, tables of contents, pictures, comments, heads and feet of pages are left out. Nothing
that a document refers to is opened.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from tradebrief.errors import ParseError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.model import BlockKind, Diagnostic, RuleId
from tradebrief.parsing._metadata import names_of, one_line, read_day, read_language, tags_of
from tradebrief.parsing._passages import Passage, lay_out
from tradebrief.parsing._word_styles import W, read_styles
from tradebrief.parsing._word_walk import WordWalk
from tradebrief.text import Source, Span

if TYPE_CHECKING:
    from lxml.etree import _Element  # pyright: ignore[reportPrivateUsage] # The class has no other name.

__all__ = ["FORMAT", "recognize", "scan"]

_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TEMPLATE = frozenset({None, "python-docx", "2013-12-23T23:15:00Z"})  # Of a library: nobody stated these.
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
# What the libraries raise at an archive or document that is broken; lxml's errors are syntax errors.
_BROKEN = (
    *(BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, OverflowError),
    *(ValueError, LookupError, AttributeError, TypeError, SyntaxError, AssertionError),
)
_TOLD = {
    "deleted": "passages left out that are deleted in tracked changes",
    "hidden": "passages left out that are hidden",
    "contents": "lines left out of tables of contents",
    "picture": "pictures left out",
    "comment": "comments left out",
    "chunk": "embedded documents left out",
}


def scan(data: bytes, name: str, limits: Limits) -> Layout:
    """Read a Word document into the blocks of its text.

    Raises:
        ParseError: If it is no Word document, broken or encrypted, holds no text, or declares entities.
        LimitError: If it is larger when unpacked, or has more or deeper blocks, than the limits allow.
    """
    _check(data, name, limits)
    import docx  # noqa: PLC0415 - of the extra.

    try:
        part = docx.Document(BytesIO(data)).part
        return _scan(part, name, limits)
    except _BROKEN as error:
        reason = str(error) or type(error).__name__
        raise _refused(f"not a Word document, or a broken one: {reason[:200]}", name) from error


def _scan(part: Any, name: str, limits: Limits) -> Layout:  # The types of the library do not tell these parts.
    _refuse_declarations(part.element, name)
    styles = _related(part, f"{_RELATIONS}/styles")
    looks, language = read_styles(styles)
    targets = {key: relation.target_ref for key, relation in part.rels.items() if relation.is_external}
    walk = WordWalk(looks, targets, limits, name)
    body = part.element.find(f"{W}body")
    if body is not None:
        walk.blocks(body)
    passages = list(_with_levels(walk.passages))
    for kind in ("footnote", "endnote"):
        wanted = [id for stated, id in walk.notes if stated == kind]
        if wanted and (notes := _related(part, f"{_RELATIONS}/{kind}s")) is not None:
            _refuse_declarations(notes, name)
            passages += _notes(notes, kind, wanted, walk)
    if not any(passage.words for passage in passages):
        raise _refused("no text is found in the document", name)
    told = [
        Diagnostic(rule=RuleId(f"docx.{reason}"), message=f"{words}: {walk.left_out[reason]}")
        for reason, words in _TOLD.items()
        if walk.left_out[reason]
    ]
    metadata = _metadata(_related(part.package, _CORE), language)
    return lay_out(passages, Source("", name), limits, metadata=metadata, notes=tuple(told))


def _check(data: bytes, name: str, limits: Limits) -> None:
    """Raise if bytes are no archive that may be unpacked."""
    if data.startswith(_OLD):
        is_encrypted = _ENCRYPTED in data
        told = "the document is encrypted" if is_encrypted else "a document of the old Word format; save it as .docx"
        raise _refused(told, name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except _BROKEN as error:
        told = "not a Word document, or a truncated one" if data.startswith(_ZIP) else "not a Word document"
        raise _refused(f"{told}: {str(error)[:200]}", name) from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise _refused("the document is encrypted", name)
    limits.check("nodes", len(entries), name)
    limits.check("document", sum(entry.file_size for entry in entries), name)


def _refuse_declarations(root: _Element, name: str) -> None:
    """Raise if a part declares entities: no program writes them, and words beside one would be lost."""
    declared: Any = root.getroottree().docinfo.internalDTD  # The types of the library know no None.
    if declared is not None:
        raise _refused("a document type of its own stands in it, which is refused", name)


def _refused(message: str, name: str) -> ParseError:
    return ParseError(message, Source("", name), Span(0, 0))


def _related(part: Any, kind: str) -> _Element | None:
    """The root element of the part to which another is related; None where there is none."""
    from lxml import etree  # noqa: PLC0415 - of the extra.

    try:
        found = part.part_related_by(kind)
    except (KeyError, ValueError):  # None, or several.
        return None
    root: _Element | None = getattr(found, "element", None)
    if root is not None:
        return root
    return etree.fromstring(found.blob, etree.XMLParser(resolve_entities=False, no_network=True))


def _with_levels(passages: list[Passage]) -> Iterator[Passage]:
    """The passages, headings a level deeper where a title stands over them."""
    has_title = any(passage.level == 0 for passage in passages)
    for passage in passages:
        if has_title and passage.level is not None:
            passage.level += 1
        yield passage


def _notes(root: _Element, kind: str, wanted: list[str], walk: WordWalk) -> Iterator[Passage]:
    """The notes to which the text refers, in the order in which it does."""
    notes = {note.get(f"{W}id", ""): note for note in root.iterchildren(f"{W}{kind}")}
    for id in dict.fromkeys(wanted):
        note = notes.get(id)
        if note is None or note.get(f"{W}type") in _SEPARATORS:
            continue
        before = len(walk.passages)
        walk.blocks(note)
        for passage in walk.passages[before:]:
            passage.kind, passage.level, passage.ends_row = BlockKind.FOOTNOTE, None, True
            if passage.words:
                yield passage


def _metadata(core: _Element | None, language: str | None) -> Metadata:
    """What the document's properties state."""
    if core is None:
        return Metadata(language=read_language(language))
    stated = {element.tag: element.text for element in core.iterchildren() if element.text not in _TEMPLATE}
    days = (stated.get(f"{_DCTERMS}{name}") for name in ("created", "modified"))
    return Metadata(
        title=one_line(stated.get(f"{_DC}title")),
        author=names_of((stated.get(f"{_DC}creator") or "").split(";")),
        published=next(filter(None, map(read_day, days)), None),
        language=read_language(stated.get(f"{_DC}language")) or read_language(language),
        tags=tags_of([(stated.get(f"{_CP}keywords") or "").replace(";", ",")]),
    )


def recognize(opening: bytes) -> bool:
    """Whether bytes open as a Word document does, as far as the first of its parts tell."""
    return opening.startswith(_ZIP) and (b"word/" in opening or b"[Content_Types].xml" in opening)


FORMAT = InputFormat(
    name="docx",
    suffixes=(".docx", ".docm"),
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    scan_bytes=scan,
    extra="docx",
    recognize_bytes=recognize,
)
