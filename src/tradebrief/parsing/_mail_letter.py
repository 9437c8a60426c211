"""The text of a mail taken apart: what its author wrote, what is quoted, and what mail programs put around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from attrs import field, frozen

from tradebrief.formats import Layout, Limits
from tradebrief.model import Block, BlockKind
from tradebrief.parsing import plain
from tradebrief.text import Source, Span

__all__ = ["Letter", "is_introduction", "lay_out_letter", "open_letter", "read_header", "unflow"]

_LINES = regex.compile(r"\r\n|\r|\n")
_QUOTED = regex.compile(r"(?:> ?)++")
_LONGEST = 400  # Of a line that a mail program wrote, in code points.
_INTRODUCTION = regex.compile(
    r"(?:On|Am|At|Le) \S.{6,}(?:wrote|writes):|.{1,200}<[^<>\s]{1,100}@[^<>\s]{1,100}> wrote:"
)
_FORWARDED = regex.compile(r"-{2,20} ?Forwarded (?:[Mm]essage|by .{1,200}?) ?-{2,20}|Begin forwarded message:")
_ORIGINAL = regex.compile(r"-{2,20} ?Original (?:[Mm]essage|[Aa]ppointment) ?-{2,20}|_{20,100}")
_FIELD = regex.compile(
    r"\*?(?P<name>From|Sent|Date|To|Cc|Bcc|Reply-To|Subject|Importance|Attachments):\*?[ \t\xa0]{0,20}(?P<value>.*+)"
)
_LIST_FOOTER = regex.compile(r"[_=-]{30,100}")
_BLANK_LINES = regex.compile(r"\n[ \t]*+\n\s*+")
_MOST_FIELDS = 10
_MOST_FORWARDS = 5  # How often a mail may have been forwarded for its first author to be found.
_SIGNATURE = 30  # Lines under "-- ",
_BARE_SIGNATURE = 10  # and under "--", that are a signature.
_FOOTER = 8  # Lines that a mailing list puts under a mail.


@frozen(kw_only=True)
class Letter:
    """A mail's text taken apart.

    Attributes:
        runs: What kind of text stands where, and its lines: paragraphs, quotations, boilerplate.
        cover: What was written over a mail that is passed on.
        fields: The header of that mail, as its text states it: lower-case names and values.
    """

    runs: tuple[tuple[BlockKind, tuple[str, ...]], ...]
    cover: tuple[str, ...] = ()
    fields: dict[str, str] = field(factory=dict[str, str])


def unflow(text: str, *, drop_space: bool) -> str:
    """A ``format=flowed`` text with each paragraph on one line, as RFC 3676 has it."""
    lines: list[list[str]] = []
    is_open, depth = False, 0
    for line in _LINES.split(text):
        bare = line.lstrip(">")
        level = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        goes_on = bare.endswith(" ") and bare != "-- "
        words = bare[:-1] if goes_on and drop_space else bare
        if is_open and level == depth and bare != "-- ":
            lines[-1].append(words)
        else:
            lines.append([">" * level + " " * (level > 0) + words])
        is_open, depth = goes_on, level
    return "\n".join("".join(parts) for parts in lines)


def open_letter(text: str, *, is_forward: bool, is_reply: bool) -> Letter:
    """Take a mail's text apart; the subject says whether it is passed on, or answers another."""
    lines = _LINES.split(text)
    fields: dict[str, str] = {}
    cover: list[str] = []
    for _ in range(_MOST_FORWARDS):
        found = _forward(lines, is_forward=is_forward)
        if found is None:
            break
        at, end, stated = found
        cover += filter(str.strip, lines[:at])
        fields |= stated
        lines = _unquoted(lines[end:])
    return Letter(runs=tuple(_runs(lines, is_reply=is_reply)), cover=tuple(cover), fields=fields)


def is_introduction(line: str) -> bool:
    """Whether a line says who wrote what is quoted after it."""
    is_short = len(line) <= _LONGEST and line.endswith(("wrote:", "writes:"))
    return is_short and _INTRODUCTION.fullmatch(line) is not None


def read_header(lines: Sequence[str], at: int) -> tuple[int, dict[str, str]] | None:
    """Where the header ends that a mail program wrote into the text, and its fields; None where there is none."""
    first = lines[at].strip()
    if len(first) > _LONGEST:
        return None
    is_marked = _FORWARDED.fullmatch(first) is not None or _ORIGINAL.fullmatch(first) is not None
    end = at + is_marked
    while is_marked and end < len(lines) and end <= at + 3 and not _QUOTED.sub("", lines[end], count=1).strip():
        end += 1
    fields: dict[str, str] = {}
    for line in lines[end : end + _MOST_FIELDS]:
        stated = _FIELD.fullmatch(_QUOTED.sub("", line.strip()[:_LONGEST], count=1))
        if stated is None:
            break
        fields.setdefault(stated["name"].lower(), stated["value"].strip())
        end += 1
    has_date = "sent" in fields or "date" in fields
    is_whole = has_date and ("to" in fields or "subject" in fields)
    return (end, fields) if "from" in fields and (is_marked or is_whole) else None


def _forward(lines: Sequence[str], *, is_forward: bool) -> tuple[int, int, dict[str, str]] | None:
    """Where the header of a mail that is passed on begins and ends, and what it states."""
    has_words = False
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        bare = line.strip()
        is_marked = len(bare) <= _LONGEST and _FORWARDED.fullmatch(bare) is not None
        if found := read_header(lines, at):
            return (at, *found) if is_forward or is_marked or not has_words else None
        has_words = True
    return None


def _unquoted(lines: list[str]) -> list[str]:
    """Lines without the marks that stand before all of them up to the first that has none."""
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines) or not lines[first].startswith(">"):
        return lines
    last = next((at for at in range(first, len(lines)) if not lines[at].startswith(">")), len(lines))
    return [line.removeprefix(">").removeprefix(" ") for line in lines[first:last]] + lines[last:]


def _runs(lines: Sequence[str], *, is_reply: bool) -> Iterator[tuple[BlockKind, tuple[str, ...]]]:
    """The runs of lines of one kind."""
    own: list[str] = []
    has_words = False
    at = 0
    while at < len(lines):
        end, kind = _run(lines, at, has_words=has_words, is_reply=is_reply)
        if kind is BlockKind.PARAGRAPH:
            own.append(lines[at])
            has_words = has_words or bool(lines[at].strip())
        else:
            if own:
                yield BlockKind.PARAGRAPH, tuple(own)
                own = []
            is_quotation = kind is BlockKind.QUOTATION
            yield kind, tuple(_QUOTED.sub("", line, count=1) if is_quotation else line for line in lines[at:end])
        at = end
    if own:
        yield BlockKind.PARAGRAPH, tuple(own)


def _run(lines: Sequence[str], at: int, *, has_words: bool, is_reply: bool) -> tuple[int, BlockKind]:
    """Where the run that starts at a line ends, and what it is."""
    line = lines[at]
    left = len(lines) - at
    if (line == "-- " and left <= _SIGNATURE) or (line == "--" and left <= _BARE_SIGNATURE):
        return len(lines), BlockKind.BOILERPLATE
    if left <= _FOOTER and len(line) <= _LONGEST and _LIST_FOOTER.fullmatch(line.strip()):
        foot = " ".join(lines[at + 1 :]).lower()
        if "mailing list" in foot or "unsubscribe" in foot:
            return len(lines), BlockKind.BOILERPLATE
    if has_words and line.strip() and read_header(lines, at):
        return len(lines), BlockKind.BOILERPLATE
    for size in (1, 2):  # The introduction may be broken over two lines.
        said = " ".join(part.strip() for part in lines[at : at + size])
        after = at + size
        after += after < len(lines) and not lines[after].strip()
        if line.strip() and after < len(lines) and lines[after].startswith(">") and is_introduction(said):
            return _end_of_quotes(lines, after), BlockKind.BOILERPLATE
    if line.startswith(">"):
        end = _end_of_quotes(lines, at)
        is_whole = end == len(lines) or not has_words
        return end, BlockKind.BOILERPLATE if is_reply and is_whole else BlockKind.QUOTATION
    return at + 1, BlockKind.PARAGRAPH


def _end_of_quotes(lines: Sequence[str], at: int) -> int:
    """Where a run of quoted lines ends; single blank lines may stand in it."""
    end = at
    while at < len(lines) and (lines[at].startswith(">") or (not lines[at].strip() and at == end)):
        at += 1
        end = at if lines[at - 1].startswith(">") else end
    return end


def lay_out_letter(letter: Letter, limits: Limits, name: str, *, under_title: bool) -> Layout:
    """The blocks of a mail: its own words as plain text is read, the rest as what it is."""
    parts: list[str] = []
    kinds: list[tuple[int, BlockKind]] = []  # Where runs begin, and what they are.
    size = 0
    for kind, lines in letter.runs:
        words = "\n".join(lines).strip("\n")
        if words.strip():
            kinds.append((size, kind))
            parts.append(words)
            size += len(words) + 2
    last = next((at for at in range(len(kinds), 0, -1) if kinds[at - 1][1] is not BlockKind.BOILERPLATE), 0)
    main = "\n\n".join(parts[:last])
    blocks = list(_named(plain.scan(Source(main, name), limits, under_title=under_title).blocks, kinds))
    text = [main]
    at = len(main)
    for words in (*parts[last:], "\n".join(letter.cover)):
        for paragraph in filter(str.strip, _BLANK_LINES.split(words)):
            if at:
                text.append("\n\n")
                blocks.append(Block(kind=BlockKind.BLANK, span=Span(at, at + 2), content=Span(at, at)))
                at += 2
            start = at + len(paragraph) - len(paragraph.lstrip())
            content = Span(start, start + len(paragraph.strip()))
            text.append(paragraph)
            blocks.append(Block(kind=BlockKind.BOILERPLATE, span=Span(at, at + len(paragraph)), content=content))
            at += len(paragraph)
    limits.check("nodes", len(blocks), name)
    return Layout(text="".join(text), blocks=tuple(blocks))


def _named(blocks: Sequence[Block], runs: Sequence[tuple[int, BlockKind]]) -> Iterator[Block]:
    """Blocks with the kinds of the runs that they stand in."""
    at = 0
    for block in blocks:
        while at + 1 < len(runs) and runs[at + 1][0] <= block.content.start:
            at += 1
        kind = runs[at][1] if runs else BlockKind.PARAGRAPH
        if block.kind is BlockKind.BLANK or kind is BlockKind.PARAGRAPH:
            yield block
        else:
            yield Block(kind=kind, span=block.span, content=block.content)
