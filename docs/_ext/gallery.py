"""Draws what the gallery shows, each time the documentation is built: plots, and a brief as a page and a report."""

import datetime as dt
from pathlib import Path

from markdown_it import MarkdownIt
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import tradebrief as tb

ROOT = Path(__file__).parents[2]
BRIEFS = sorted((ROOT / "docs" / "examples").glob("steel-*.txt"))
SEED = ROOT / "seeds" / "japan-us-tariffs.txt"
DAYS = (dt.date(2026, 3, 2), dt.date(2026, 3, 9), dt.date(2026, 3, 16))

REPORT = """<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A brief as a report</title>
<style>body {{ font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 1rem auto; padding: 0 1rem }}</style>
{}</html>
"""


def folders(app: Sphinx) -> tuple[Path, Path]:
    """Give the folders for pictures and for pages, which are made where they are missing."""
    pictures = Path(app.srcdir, "_generated")
    pages = pictures / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    return pictures, pages


def draw(app: Sphinx) -> None:
    """Write the pictures and the pages."""
    pictures, pages = folders(app)
    briefs = [tb.read(path, published=day) for path, day in zip(BRIEFS, DAYS, strict=True)]
    for kind in ("positions", "actors", "timeline"):
        (pictures / f"{kind}.svg").write_bytes(tb.plot(briefs, kind))
    brief = tb.read(SEED)
    tb.dump(brief, pages / "view.html", "html")
    report = MarkdownIt().render(tb.dumps(brief, "markdown"))
    (pages / "report.html").write_text(REPORT.format(report), encoding="utf-8")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Draw before any page is read."""
    folders(app)  # Sphinx asks for the folder of pages before that.
    app.connect("builder-inited", draw)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
