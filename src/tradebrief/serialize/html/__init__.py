"""A page to read a brief in: the article with everything marked where it stands, and why it was read so.

One self-contained HTML document without scripts, which loads nothing: every claim, actor and stance is marked in the
text; beside it stand the positions and the actors, under it each result with the rule that read it, its cue and its
holder; all of them lead to their words and back. Nothing in a text becomes markup.

It is for reading, not for reading back: places, links, tags and the ids of actors elsewhere are left out, white space
and the marks of bullets are not kept, passages beside the text are shortened where they are long, and characters that
show nothing, or would turn a line around, stand as escapes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.formats import Export, Loss, OutputFormat
from tradebrief.model import Article, Brief
from tradebrief.serialize.html._page import fragment, page
from tradebrief.serialize.losses import gather, left_out

__all__ = ["FORMAT", "dumps", "export", "fragment", "page"]


def dumps(value: Brief | Article) -> str:
    """The page of one brief, or of an article, of which only the layout is shown."""
    return str(page([value]))


def export(values: Sequence[Brief | Article]) -> Export:
    """One page of any number of briefs and articles, with a list of them at its top where there are several."""
    return Export(content=str(page(values)), losses=gather([tuple(_losses(value)) for value in values]))


def _losses(value: Brief | Article) -> Iterator[Loss]:
    article = value.article if isinstance(value, Brief) else value
    if article.provenance.tags:
        yield Loss(path="$.article.provenance.tags", reason="the page does not show tags")
    if article.provenance.links:
        yield Loss(path="$.article.provenance.links[*]", reason="the page leads nowhere outside it")
    yield from left_out(value, "the page shows actors, and not where things happen", parts=("places",))
    if isinstance(value, Brief) and any(actor.same_as for actor in value.actors):
        yield Loss(path="$.actors[*].same_as", reason="the page leads nowhere outside it")


FORMAT = OutputFormat(
    name="html",
    suffixes=(".html", ".htm"),
    media_types=("text/html",),
    dumps=dumps,
    export=export,
    is_for_many=True,
)
