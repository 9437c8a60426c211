"""A page to read a brief in: the article with everything marked where it stands, and why it was read so.

One self-contained HTML document without scripts, which loads nothing: every claim, actor and stance is marked in the
text; beside it stand the positions and the actors, under it each result with the rule that read it, its cue and its
holder; all of them lead to their words and back. Nothing in a text becomes markup.

It is for reading, not for reading back: passages beside the text are shortened, white space and the marks of bullets
are not kept, places, links and tags are left out, and characters that show nothing, or would turn a line around,
stand as escapes.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.formats import OutputFormat
from tradebrief.model import Article, Brief
from tradebrief.serialize.html._page import fragment, page

__all__ = ["FORMAT", "dumps", "fragment", "page"]


def dumps(value: Brief | Article) -> str:
    """The page of one brief, or of an article, of which only the layout is shown."""
    return str(page([value]))


FORMAT = OutputFormat(name="html", suffixes=(".html", ".htm"), media_types=("text/html",), dumps=dumps)
