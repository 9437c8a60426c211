"""A brief, block by block, as a feed, a table or linked data would hold it."""

import csv
import json
from collections.abc import Callable
from html import escape
from io import StringIO

from tests.laws.documents import Told, headline_of, html_body_of, plain_body_of

__all__ = ["WRITERS"]


def row_of(blocks: Told) -> bytes:
    """A table of one row."""
    file = StringIO(newline="")
    csv.writer(file).writerows([("headline", "text"), (headline_of(blocks), plain_body_of(blocks))])
    return file.getvalue().encode()


def line_of(blocks: Told) -> bytes:
    """One line of JSON Lines, with the headline in the text and beside it."""
    headline = headline_of(blocks)
    return json.dumps({"text": f"{headline}\n\n{plain_body_of(blocks)}", "title": headline}).encode() + b"\n"


def rss_of(blocks: Told) -> bytes:
    """RSS with HTML in its content, and a summary."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Northwire</title><item><title>{escape(headline_of(blocks))}</title><description>Short.</description>"
        f"<content:encoded><![CDATA[{html_body_of(blocks)}]]></content:encoded></item></channel></rss>"
    ).encode()


def plain_rss_of(blocks: Told) -> bytes:
    """RSS with plain text in its description, in an encoding of its own."""
    return (
        '<?xml version="1.0" encoding="utf-16"?><rss version="2.0"><channel><item>'
        f"<title>{escape(headline_of(blocks))}</title><description>{escape(plain_body_of(blocks))}</description>"
        "</item></channel></rss>"
    ).encode("utf-16")


def atom_of(blocks: Told) -> bytes:
    """Atom with XHTML in its content."""
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>{escape(headline_of(blocks))}</title><id>urn:x:1</id>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{html_body_of(blocks)}</div></content>'
        "</entry></feed>"
    ).encode()


def json_feed_of(blocks: Told) -> bytes:
    """JSON Feed with HTML."""
    item = {"id": "1", "title": headline_of(blocks), "content_html": html_body_of(blocks)}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Northwire", "items": [item]}).encode()


def linked_data_of(blocks: Told) -> bytes:
    """A news article of schema.org."""
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline_of(blocks),
        "articleBody": plain_body_of(blocks),
    }
    return json.dumps(article, ensure_ascii=False).encode()


WRITERS: dict[str, tuple[str, Callable[[Told], bytes]]] = {
    "csv": ("csv", row_of),
    "jsonl": ("jsonl", line_of),
    "rss": ("rss", rss_of),
    "plain rss": ("rss", plain_rss_of),
    "atom": ("atom", atom_of),
    "jsonfeed": ("jsonfeed", json_feed_of),
    "jsonld": ("jsonld", linked_data_of),
}
