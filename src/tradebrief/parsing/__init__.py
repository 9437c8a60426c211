"""From a text to an article: layout, and no language."""

from __future__ import annotations

from tradebrief.formats import InputFormat, Registry
from tradebrief.parsing import docx, html, mail, markdown, ninjs, pdf, plain
from tradebrief.parsing._articles import Manner, read_articles
from tradebrief.parsing._decode import Input

__all__ = ["FORMATS", "Input", "Manner", "read_articles"]

FORMATS: Registry[InputFormat] = Registry(
    "tradebrief.input_formats",
    (
        plain.FORMAT,
        markdown.FORMAT,
        html.FORMAT,
        mail.FORMAT,
        ninjs.FORMAT,
        docx.FORMAT,
        pdf.FORMAT,
    ),
)
