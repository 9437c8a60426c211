"""Mail: the text of a message, under its subject, with its author and date.

Of the forms in which a text is given the plain one is read, unless the HTML one says what headings, lists,
quotations or tables are in it, or has more words. A mail that is passed on is read as the mail within it. What
answers quote, what signs a mail and what a mailing list puts under it is boilerplate; of a newsletter in HTML the
main text is read, as of a web page. What is attached is left out, and said to be.
"""

from __future__ import annotations

from email.message import Message

import regex
from attrs import evolve, frozen

from tradebrief.errors import MissingExtraError, ParseError
from tradebrief.formats import InputFormat, Layout, Limits, Metadata
from tradebrief.model import BlockKind, Diagnostic, RuleId
from tradebrief.parsing import html
from tradebrief.parsing._bodies import scan_body, with_front
from tradebrief.parsing._layouts import joined
from tradebrief.parsing._mail_letter import lay_out_letter, open_letter, unflow
from tradebrief.parsing._mail_page import says_more, take_apart
from tradebrief.parsing._mail_parts import Body, header, read_addresses, read_mail, read_parts, read_time
from tradebrief.parsing._metadata import read_day, read_language, tags_of, unread_day
from tradebrief.text import Source, Span

__all__ = ["FORMAT", "recognize", "recognize_bytes", "scan"]

_HEADER = regex.compile(rb"(?:[!-9;-~]{1,70}+:[^\r\n]*+(?:\r\n?|\n)(?:[ \t][^\r\n]*+(?:\r\n?|\n))*+){1,200}+")
_SURE = regex.compile(
    rb"^(?:Received|MIME-Version|Message-ID|Return-Path|Delivered-To|DKIM-Signature|X-[!-9;-~]+):",
    regex.IGNORECASE | regex.MULTILINE,
)
_NEEDED = regex.compile(rb"^(?:From|Subject|Date):", regex.IGNORECASE | regex.MULTILINE)
_ANSWER = regex.compile(r"(?:(?:re|aw|sv)(?:\[\d{1,3}\])?: ?)+", regex.IGNORECASE)
_FORWARD = regex.compile(r"(?:fwd?|wg): ?", regex.IGNORECASE)
_PREFIX = regex.compile(r"(?:(?:re|aw|sv|fwd?|wg)(?:\[\d{1,3}\])?:\s{0,5})++", regex.IGNORECASE)
_LIST = regex.compile(r"\[[^\[\]]{1,60}+\] {0,3}")
_COVER = 300  # Code points of what was written over a mail that is passed on; what is longer is the text itself.
_MOST_NAMED = 10  # Attachments that are named.
_ENCLOSED = regex.compile(r"<(https?://[^<>\s]{1,2000})>")


def scan(data: bytes, name: str, limits: Limits) -> Layout:
    """Read a mail into the blocks of its text.

    Raises:
        ParseError: If it is no mail, or encrypted, or holds no text.
        LimitError: If there are more parts or blocks, or deeper ones, than the limits allow.
    """
    try:
        return _scan(read_mail(data, name), name, limits)
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
    ) as error:  # So fields can break the library that reads it.
        raise ParseError(f"the mail can't be read: {error}", Source("", name), Span(0, 0)) from error


def _scan(message: Message, name: str, limits: Limits) -> Layout:
    parts = read_parts(message, limits, name)
    if not parts.bodies and len(parts.letters) == 1:  # Passed on as an attachment.
        (message,) = parts.letters
        parts = read_parts(message, limits, name)
    if not parts.bodies:
        held = f", only attachments: {', '.join(parts.attached[:_MOST_NAMED])}" if parts.attached else ""
        raise ParseError(f"no text is found in the mail{held}", Source("", name), Span(0, 0))
    subject = header(message, "Subject") or ""
    is_forward = _FORWARD.match(_ANSWER.sub("", subject)) is not None
    metadata = _metadata(message, subject)
    manner = _Manner(
        has_title=metadata.title is not None,
        is_forward=is_forward,
        is_reply=not is_forward and _ANSWER.match(subject) is not None,
        is_newsletter=header(message, "List-Unsubscribe") is not None and header(message, "In-Reply-To") is None,
    )
    layouts: list[Layout] = []
    notes = [Diagnostic(rule=RuleId("mail.charset"), message=misread) for misread in dict.fromkeys(parts.misread)]
    for plain, marked in parts.bodies:
        layout, stated, note = _laid_out(plain, marked, manner, limits, name)
        layouts.append(layout)
        metadata = _passed_on(metadata, stated)
        notes += note
    notes += unread_day("mail", [header(message, "Date")], metadata.published)
    if parts.attached:
        notes.append(_attachments(parts.attached))
    layout = joined(layouts)
    if all(block.kind in {BlockKind.BLANK, BlockKind.BOILERPLATE} for block in layout.blocks):
        told = "nothing but what others wrote is in the mail"
        notes.append(Diagnostic(rule=RuleId("mail.no-words"), message=told))
    layout = evolve(with_front(layout, headline=metadata.title), metadata=metadata)
    return evolve(layout, diagnostics=(*layout.diagnostics, *notes))


@frozen(kw_only=True)
class _Manner:
    """What the header says of a mail."""

    has_title: bool
    is_forward: bool
    is_reply: bool
    is_newsletter: bool


def _laid_out(
    plain: Body | None, marked: Body | None, manner: _Manner, limits: Limits, name: str
) -> tuple[Layout, dict[str, str], list[Diagnostic]]:
    """The layout of a text that is given as plain text, as HTML or as both; what it states; what was left out."""
    notes: list[Diagnostic] = []
    if marked is not None and (plain is None or says_more(marked.text, plain.text)):
        try:
            layout = _page(marked.text, manner, limits, name)
        except ModuleNotFoundError as error:
            if plain is None:
                raise MissingExtraError("mail", "html") from error
            message = 'the text is read without the headings and lists of its HTML form: pip install "tradebrief[html]"'
            notes.append(Diagnostic(rule=RuleId("mail.html"), message=message))
        except ParseError:  # No words.
            if plain is None:
                raise
        else:
            layout, stated = take_apart(layout, is_forward=manner.is_forward, most=_COVER)
            return layout, stated, notes
    if plain is None:
        return Layout(text="", blocks=()), {}, notes
    text = unflow(plain.text, drop_space=plain.drops_space) if plain.is_flowed else plain.text
    letter = open_letter(text, is_forward=manner.is_forward, is_reply=manner.is_reply)
    if len("".join(letter.cover)) > _COVER:  # The words over it are the text, and not those that are passed on.
        letter = open_letter(text, is_forward=False, is_reply=True)
    return lay_out_letter(letter, limits, name, under_title=manner.has_title), letter.fields, notes


def _page(page: str, manner: _Manner, limits: Limits, name: str) -> Layout:
    """The layout of an HTML text: all of a letter, and the main text of a newsletter if one is found in it."""
    if manner.is_newsletter:
        try:
            return html.scan(Source(page, name), limits)
        except ParseError:
            pass  # Nothing stands out: all of it is the text.
    return scan_body(page, name, limits, is_html=True, under_title=manner.has_title)


def _metadata(message: Message, subject: str) -> Metadata:
    """What the header states."""
    archived = header(message, "Archived-At") or ""
    address = _ENCLOSED.search(archived[:3_000])
    return Metadata(
        title=_title(subject, is_list=header(message, "List-Id") is not None),
        author=read_addresses(header(message, "From")),
        publisher=header(message, "Organization"),
        published=read_time(header(message, "Date")),
        language=next(filter(None, map(read_language, (header(message, "Content-Language") or "").split(","))), None),
        url=address[1] if address else None,
        tags=tags_of([header(message, "Keywords")]),
    )


def _passed_on(metadata: Metadata, stated: dict[str, str]) -> Metadata:
    """The metadata of a mail that is passed on, where its own header is in the text."""
    if not stated:
        return metadata
    day = stated.get("date") or stated.get("sent")
    return evolve(
        metadata,
        title=_title(stated.get("subject", ""), is_list=False) or metadata.title,
        author=read_addresses(stated.get("from", "").replace("*", "")) or metadata.author,
        published=read_time(day) or read_day(day) or metadata.published,
    )


def _title(subject: str, *, is_list: bool) -> str | None:
    """A subject without "Re:" and "Fwd:", and without the tag of a mailing list."""
    title = _PREFIX.sub("", subject, count=1) if _PREFIX.match(subject) else subject
    if is_list and (tag := _LIST.match(title)):
        title = _PREFIX.sub("", title[tag.end() :], count=1) if _PREFIX.match(title, tag.end()) else title[tag.end() :]
    return title.strip() or None


def _attachments(attached: list[str]) -> Diagnostic:
    named = ", ".join(attached[:_MOST_NAMED])
    more = f" and {len(attached) - _MOST_NAMED} more" if len(attached) > _MOST_NAMED else ""
    return Diagnostic(rule=RuleId("mail.attachments"), message=f"attachments left out: {named}{more}")


def recognize(opening: str) -> bool:
    """Whether a text opens with the header of a mail."""
    return recognize_bytes(opening.encode("utf-8", "replace"))


def recognize_bytes(opening: bytes) -> bool:
    """Whether bytes open with the header of a mail."""
    found = _HEADER.match(opening)
    return found is not None and bool(_SURE.search(found[0])) and bool(_NEEDED.search(found[0]))


FORMAT = InputFormat(
    name="mail",
    suffixes=(".eml",),
    media_types=("message/rfc822",),
    scan_bytes=scan,
    extra="html",
    needs_extra=False,
    recognize=recognize,
    recognize_bytes=recognize_bytes,
)
