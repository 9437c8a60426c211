"""From a text to an article: layout, and no language."""

from __future__ import annotations

from tradebrief.formats import InputFormat, Registry
from tradebrief.parsing import docx, feed, html, jsonfeed, jsonld, mail, markdown, newsml, ninjs, pdf, plain, table
from tradebrief.parsing._articles import Manner, read_articles
from tradebrief.parsing._decode import Input
from tradebrief.parsing._json import top_keys
from tradebrief.parsing.lines import make_format as make_lines_format

__all__ = ["FORMATS", "Input", "Manner", "make_lines_format", "read_articles", "top_keys"]

FORMATS: Registry[InputFormat] = Registry(
    "tradebrief.input_formats",
    (
        plain.FORMAT,
        markdown.FORMAT,
        html.FORMAT,
        table.FORMAT,
        feed.RSS,
        feed.ATOM,
        jsonfeed.FORMAT,
        jsonld.FORMAT,
        mail.FORMAT,
        ninjs.FORMAT,
        newsml.FORMAT,
        docx.FORMAT,
        pdf.FORMAT,
    ),
)
