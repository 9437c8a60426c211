"""PDF files as word processors and layout programs write them: set in lines, over pages and columns."""

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from attrs import frozen
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

__all__ = ["Setting", "Told", "pdf_of"]

Told = Sequence[tuple[str, str]]  # Of what sort a paragraph is, and its words.
_SIZES = {"title": 18.0, "h1": 14.0, "h2": 12.0, "note": 7.5}
_BULLET = "•"
_PLOTTING = find_spec("matplotlib")  # Brings fonts with more letters than Latin-1 has.
_FONTS = Path(_PLOTTING.origin if _PLOTTING and _PLOTTING.origin else "").parent / "mpl-data" / "fonts" / "ttf"
for _name, _file in (("Sans", "DejaVuSans.ttf"), ("Sans-Bold", "DejaVuSans-Bold.ttf")):
    registerFont(TTFont(_name, _FONTS / _file))


@frozen(kw_only=True)
class Setting:
    """How a text is set.

    Attributes:
        columns: How many columns a page has.
        size: Of the running text, in points.
        by_word: Whether each word is placed alone, as some programs do.
        hyphens: Whether long words are broken at the ends of lines.
        indents: Whether paragraphs are told by an indent, and not by the space between them.
        head: The running head, if there is one.
        foot: How the number of a page is written, if it is.
        lines: How many lines fit under each other.
        properties: What the file states beside its text.
        encrypt: The password that it needs, if any.
    """

    columns: int = 1
    size: float = 10.0
    by_word: bool = False
    hyphens: bool = False
    indents: bool = False
    head: str | None = "Northwire Trade Brief"
    foot: str | None = "Page {}"
    lines: int = 50
    properties: tuple[tuple[str, str], ...] = ()
    encrypt: str | None = None


def pdf_of(paragraphs: Told, setting: Setting | None = None) -> bytes:
    """A file with paragraphs of the sorts ``title``, ``h1``, ``h2``, ``bold``, ``item``, ``note`` and ``p``."""
    how = Setting() if setting is None else setting
    file = BytesIO()
    # reportlab's own annotations are partial.
    canvas: Any = Canvas(file, pagesize=A4, invariant=True, encrypt=how.encrypt, pageCompression=1)
    for name, value in how.properties:
        getattr(canvas, f"set{name}")(value)
    width = (A4[0] - 144 - 20 * (how.columns - 1)) / how.columns
    lines = list(_lines(paragraphs, how, width))
    number, column, row = 1, 0, 0.0
    for words, sort, indent, before in lines:
        if row + before > how.lines:
            row, column = 0.0, column + 1
        if column == how.columns:
            _finish(canvas, how, number)
            number, column = number + 1, 0
        row += before if row else 0
        y = A4[1] - 90 - row * how.size * 1.3
        _draw(canvas, words, 72 + column * (width + 20) + indent, y, _font(sort, how), by_word=how.by_word)
        row += 1
    _finish(canvas, how, number)
    canvas.save()
    return file.getvalue()


def _font(sort: str, how: Setting) -> tuple[str, float]:
    heavy = sort in {"title", "h1", "h2", "bold"}
    return "Sans-Bold" if heavy else "Sans", _SIZES.get(sort, how.size)


def _lines(paragraphs: Told, how: Setting, width: float) -> Iterator[tuple[str, str, float, float]]:
    """Words, sort, indent, and how many lines stay free before it, of each line."""
    for sort, words in paragraphs:
        font = _font(sort, how)
        text = f"{_BULLET} {words}" if sort == "item" else words
        indent = 12.0 if how.indents and sort == "p" else 0.0
        gap = 0.8 if sort in {"title", "h1", "h2", "bold"} or not how.indents else 0.0
        line = ""
        for word in text.split(" "):
            if stringWidth(f"{line} {word}".strip(), *font) + indent <= width:
                line = f"{line} {word}" if line else word
                continue
            cut = len(word) // 2
            part = f"{line} {word[:cut]}-"
            if how.hyphens and len(word) > 7 and word.isalpha() and stringWidth(part, *font) + indent <= width:
                yield part, sort, indent, gap
                line = word[cut:]
            else:
                yield line, sort, indent, gap
                line = word
            indent = gap = 0.0
        yield line, sort, indent, gap


def _draw(canvas: Any, words: str, x: float, y: float, font: tuple[str, float], *, by_word: bool) -> None:
    canvas.setFont(*font)
    if not by_word:
        canvas.drawString(x, y, words)
        return
    for word in words.split(" "):
        canvas.drawString(x, y, word)
        x += stringWidth(f"{word} ", *font)


def _finish(canvas: Any, how: Setting, number: int) -> None:
    """Put head and foot on a page, and begin the next one."""
    canvas.setFont("Sans", 8)
    if how.head:
        canvas.drawString(72, A4[1] - 50, how.head)
    if how.foot:
        canvas.drawCentredString(A4[0] / 2, 40, how.foot.format(number))
    canvas.showPage()
