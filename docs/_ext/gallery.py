"""Draws what the gallery shows, each time the documentation is built: plots, and a brief as a page."""

import datetime as dt
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import tradebrief as tb

ROOT = Path(__file__).parents[2]
BRIEFS = sorted((ROOT / "docs" / "examples").glob("steel-*.txt"))
SEED = ROOT / "seeds" / "japan-us-tariffs.txt"
DAYS = (dt.date(2026, 3, 2), dt.date(2026, 3, 9), dt.date(2026, 3, 16))


def folders(app: Sphinx) -> tuple[Path, Path]:
    """Give the folders for pictures and for pages, which are made where they are missing."""
    pictures = Path(app.srcdir, "_generated")
    pages = pictures / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    return pictures, pages


def draw(app: Sphinx) -> None:
    """Write the pictures and the page."""
    pictures, pages = folders(app)
    briefs = [tb.read(path, published=day) for path, day in zip(BRIEFS, DAYS, strict=True)]
    for kind in ("positions", "actors", "timeline"):
        (pictures / f"{kind}.svg").write_bytes(tb.plot(briefs, kind))
    tb.dump(tb.read(SEED), pages / "view.html", "html")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Draw before any page is read."""
    folders(app)  # Sphinx asks for the folder of pages before that.
    app.connect("builder-inited", draw)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
