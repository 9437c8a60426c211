"""A brief, block by block, as someone would send it by mail or wire, or write it with a word processor."""

import json
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from html import escape
from io import BytesIO
from typing import Any

import docx
from tests.parsing.pdfs import Setting
from tests.parsing.pdfs import pdf_of as set_pdf

import tradebrief as tb

__all__ = ["WRITERS", "Told", "docx_of", "html_body_of", "pdf_of", "plain_body_of"]

KIND = tb.BlockKind
Told = Sequence[tuple[tb.BlockKind, int, str]]  # Kind, level under the headline, and words of each block.
_ITEMS = {KIND.KEY_POINT, KIND.LIST_ITEM}


def headline_of(blocks: Told) -> str:
    """The words of the headline."""
    return next(words for kind, _, words in blocks if kind is KIND.HEADLINE)


def under_headline(blocks: Told) -> Told:
    """The blocks under the headline."""
    return [block for block in blocks if block[0] is not KIND.HEADLINE]


def plain_body_of(blocks: Told) -> str:
    """What stands under the headline, as plain text."""
    return "\n\n".join(f"- {words}" if kind in _ITEMS else words for kind, _, words in under_headline(blocks))


def html_body_of(blocks: Told) -> str:
    """What stands under the headline, as a fragment of HTML."""
    lines = []
    for kind, level, words in under_headline(blocks):
        tag = f"h{level}" if level else "li" if kind in _ITEMS else "p"
        inner = f"<{tag}>{escape(words)}</{tag}>"
        lines.append(f"<ul>{inner}</ul>" if tag == "li" else inner)
    return "\n".join(lines)


def mail_of(blocks: Told) -> bytes:
    """A mail in plain text."""
    message = EmailMessage()
    message["Subject"] = headline_of(blocks)
    message.set_content(plain_body_of(blocks))
    return message.as_bytes()


def html_mail_of(blocks: Told) -> bytes:
    """A mail as plain text and as HTML."""
    message = EmailMessage()
    message["Subject"] = headline_of(blocks)
    message.set_content("Your program shows no HTML.")
    message.add_alternative(f"<html><body>{html_body_of(blocks)}</body></html>", subtype="html")
    return message.as_bytes()


def ninjs_1_of(blocks: Told) -> bytes:
    """An item of ninjs 1."""
    item = {"uri": "urn:brief:1", "type": "text", "headline": headline_of(blocks), "body_xhtml": html_body_of(blocks)}
    return json.dumps(item).encode()


def ninjs_3_of(blocks: Told) -> bytes:
    """An item of ninjs 3."""
    body = {"role": "main", "contentType": "text/plain", "value": plain_body_of(blocks)}
    item = {"uri": "urn:brief:1", "headlines": [{"role": "main", "value": headline_of(blocks)}], "bodies": [body]}
    return json.dumps(item).encode()


def newsml_of(blocks: Told) -> bytes:
    """An item of NewsML-G2 with XHTML in it."""
    body = f"<body xmlns='http://www.w3.org/1999/xhtml'>{html_body_of(blocks)}</body>"
    return (
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:brief:1'><contentMeta><headline>"
        f"{escape(headline_of(blocks))}</headline></contentMeta><contentSet>"
        f"<inlineXML contenttype='application/xhtml+xml'>{body}</inlineXML></contentSet></newsItem>"
    ).encode()


def nitf_of(blocks: Told) -> bytes:
    """A NITF document."""
    body = html_body_of(blocks).replace("h2>", "hl1>").replace("h3>", "hl2>")
    head = f"<body.head><hedline><hl1>{escape(headline_of(blocks))}</hl1></hedline></body.head>"
    return f"<nitf><body>{head}<body.content>{body}</body.content></body></nitf>".encode()


def docx_of(blocks: Told) -> bytes:
    """A Word document."""
    document: Any = docx.Document()
    for kind, level, words in blocks:
        if kind is KIND.HEADLINE:
            document.add_heading(words, 0)
        elif level:
            document.add_heading(words, level - 1)
        elif kind is KIND.LABEL:
            document.add_paragraph().add_run(words).bold = True
        else:
            document.add_paragraph(words, style="List Bullet" if kind in _ITEMS else None)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def told_of(blocks: Told) -> list[tuple[str, str]]:
    """The blocks as a PDF file is set from them."""
    sorts = {KIND.HEADLINE: "title", KIND.LABEL: "bold", **dict.fromkeys(_ITEMS, "item")}
    return [(f"h{level - 1}" if level else sorts.get(kind, "p"), words) for kind, level, words in blocks]


def pdf_of(blocks: Told) -> bytes:
    """A PDF file of one column, with space between paragraphs."""
    return set_pdf(told_of(blocks), Setting(lines=30))


def columns_of(blocks: Told) -> bytes:
    """A PDF file of two columns, with indents, broken words, and each word placed alone."""
    return set_pdf(told_of(blocks), Setting(columns=2, indents=True, hyphens=True, by_word=True, lines=40))


WRITERS: dict[str, tuple[str, Callable[[Told], bytes]]] = {
    "mail": ("mail", mail_of),
    "mail in HTML": ("mail", html_mail_of),
    "ninjs 1": ("ninjs", ninjs_1_of),
    "ninjs 3": ("ninjs", ninjs_3_of),
    "newsml": ("newsml", newsml_of),
    "nitf": ("newsml", nitf_of),
    "docx": ("docx", docx_of),
    "pdf": ("pdf", pdf_of),
    "pdf in columns": ("pdf", columns_of),
}
