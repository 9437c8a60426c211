"""The parts of a mail: which of them hold its text, and what is attached; its header in plain words."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses, parsedate_to_datetime

import regex
from attrs import define, field, frozen

from tradebrief.errors import LimitError, ParseError
from tradebrief.formats import Limits
from tradebrief.parsing._metadata import is_list
from tradebrief.text import Source, Span

__all__ = ["Body", "Parts", "header", "read_addresses", "read_mail", "read_parts", "read_time"]

_LONGEST = 4_000  # Of a header field, in characters: what comes after is not looked at.
_MOST_NAMES = 20
_DEEPEST = 64  # Parts within parts before the limit is said to be reached, if it is the parser that can go no deeper.
_TEXTS = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_FIELDS = ("From", "Subject", "Date", "MIME-Version", "Message-ID", "Content-Type", "Received")
_TAG = regex.compile(r"<[^<>]{0,2000}+>")
# What mails say, and what they are in.
_CODECS = {"ascii": "utf-8", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
_ENCODED = regex.compile(r"(?<=\?=)\s{1,20}+(?==\?)")
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


@frozen(kw_only=True)
class Body:
    """A text of a mail.

    Attributes:
        text: Its words, as they stand in the mail.
        is_html: Whether it is HTML.
        is_flowed: Whether it is ``format=flowed``.
        drops_space: Whether the space at a soft break is no part of the text.
    """

    text: str
    is_html: bool
    is_flowed: bool = False
    drops_space: bool = False


@define
class Parts:
    """What a mail is made of.

    Attributes:
        bodies: Its texts, each in the forms in which it is given: as plain text, as HTML, or as both.
        attached: Names and media types of what is attached.
        letters: Mails that are attached.
        misread: What could not be decoded as its charset says.
    """

    bodies: list[tuple[Body | None, Body | None]] = field(factory=list[tuple[Body | None, Body | None]])
    attached: list[str] = field(factory=list[str])
    letters: list[Message] = field(factory=list[Message])
    misread: list[str] = field(factory=list[str])


def read_mail(data: bytes, name: str) -> Message:
    """The mail that bytes hold.

    Raises:
        ParseError: If no mail header stands at their start.
        LimitError: If its parts nest deeper than can be read.
    """
    # The other policies parse each field as it is asked for, in time that grows with the square of its length.
    try:
        message: Message = BytesParser(policy=compat32).parsebytes(data.lstrip(b"\r\n"))
    except RecursionError:
        raise LimitError("depth", _DEEPEST, _DEEPEST + 1, name) from None
    if not any(message[field] is not None for field in _FIELDS):
        raise ParseError("no mail: no line such as From, Subject or Date opens it", Source("", name), Span(0, 0))
    return message


def read_parts(message: Message, limits: Limits, name: str) -> Parts:
    """The texts of a mail, and what is attached to it.

    Raises:
        ParseError: If the mail is encrypted.
        LimitError: If there are more parts, or deeper ones, than the limits allow.
    """
    parts = Parts()
    waiting: list[tuple[Message, int]] = [(message, 0)]
    count = 0
    while waiting:
        part, depth = waiting.pop()
        count += 1
        limits.check("nodes", count, name)
        limits.check("depth", depth, name)
        kind = part.get_content_type()
        if kind in _ENCRYPTED and "signed-data" not in str(part.get("Content-Type", ""))[:_LONGEST]:
            raise ParseError("the mail is encrypted", Source("", name), Span(0, 0))
        if kind == "multipart/alternative":
            inner = list(_leaves(part, limits, name))
            texts = [_body(leaf, parts) for leaf in inner if _is_text(leaf)]
            plain = next((body for body in texts if not body.is_html and body.text.strip()), None)
            marked = next((body for body in texts if body.is_html and _TAG.sub("", body.text).strip()), None)
            parts.bodies += [(plain, marked)] if plain or marked else []
            parts.attached += [_title(leaf) for leaf in inner if not _is_text(leaf) and not _is_inline(leaf)]
        elif part.is_multipart() and kind != "message/rfc822":
            waiting += [(inner, depth + 1) for inner in reversed(_children(part))]
        elif kind == "message/rfc822":
            parts.letters += _children(part)[:1]
            parts.attached.append(_title(part))
        elif _is_text(part):
            body = _body(part, parts)
            if body.text.strip():
                parts.bodies.append((None, body) if body.is_html else (body, None))
        elif kind not in _SIGNATURES and not _is_inline(part):
            parts.attached.append(_title(part))
    return parts


def _leaves(part: Message, limits: Limits, name: str) -> Iterator[Message]:
    """The parts within a part that hold something themselves."""
    waiting = [(part, 0)]
    while waiting:
        inner, depth = waiting.pop()
        limits.check("depth", depth, name)
        if inner.is_multipart() and inner.get_content_type() != "message/rfc822":
            waiting += [(child, depth + 1) for child in reversed(_children(inner))]
        else:
            yield inner


def _children(part: Message) -> list[Message]:
    payload: object = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if is_list(payload) else []


def _is_text(part: Message) -> bool:
    """Whether a part is text of the mail itself."""
    kind = part.get_content_type()
    return (kind in _TEXTS or kind == "text/html") and part.get_content_disposition() != "attachment"


def _is_inline(part: Message) -> bool:
    """Whether a part is a picture within an HTML text."""
    return part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment"


def _title(part: Message) -> str:
    """Name and media type of what is attached."""
    name = _words(part.get_filename() or "")[:100]
    kind = part.get_content_type()
    return f"{name} ({kind})" if name else kind


def _body(part: Message, parts: Parts) -> Body:
    """The text of a part."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return Body(
        text=_decoded(data, part.get_content_charset(), parts.misread),
        is_html=part.get_content_type() == "text/html",
        is_flowed=str(part.get_param("format", "")).lower() == "flowed",
        drops_space=str(part.get_param("delsp", "")).lower() == "yes",
    )


def _decoded(data: bytes, charset: str | None, misread: list[str]) -> str:
    """Bytes as the text that their charset makes of them, else as UTF-8, else as what most mails are in."""
    stated = _codec(charset)
    for codec in filter(None, (stated, "utf-8", "cp1252")):
        try:
            text = data.decode(codec)
        except (LookupError, ValueError):  # Some codecs are of no text, or fail in their own way.
            continue
        if charset and stated != codec:
            misread.append(f"a text is read as {codec}, though its charset is said to be {charset[:40]}")
        return _SURROGATE.sub("\ufffd", text).removeprefix("\ufeff")
    misread.append("a text holds bytes that its charset does not know; they are left out")
    return data.decode("cp1252", "replace")


def _codec(charset: str | None) -> str | None:
    try:
        name = codecs.lookup(charset or "utf-8").name
    except (LookupError, ValueError):
        return None
    return _CODECS.get(name, name)


def header(message: Message, name: str) -> str | None:
    """The words of a header field on one line; None where it has none."""
    wanted = name.lower()
    value = next((value for key, value in message.raw_items() if key.lower() == wanted), None)
    return (_words(str(value)) or None) if value is not None else None


def _words(value: str) -> str:
    """A header's value, decoded, white space collapsed."""
    raw = value[:_LONGEST]
    if "=?" in raw:
        try:
            found = decode_header(_ENCODED.sub("", raw))
        except (HeaderParseError, ValueError):
            found = [(raw, None)]
        pieces = [_decoded(piece, charset, []) if isinstance(piece, bytes) else piece for piece, charset in found]
        raw = "".join(pieces)
    # Bytes that are no ASCII come as surrogates.
    raw = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(raw.split())


def read_addresses(value: str | None) -> str | None:
    """The names in a field such as From, or the address where it gives no name; None where there is neither."""
    if not value:
        return None
    try:
        pairs = getaddresses([value[:_LONGEST]])[:_MOST_NAMES]
    except (ValueError, IndexError):
        return None
    names = (" ".join(name.split()) or address for name, address in pairs)
    return ", ".join(dict.fromkeys(filter(None, names))) or None


def read_time(value: str | None) -> dt.datetime | None:
    """The time that a Date field states; None where it states none."""
    try:
        return parsedate_to_datetime(value[:200]) if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
