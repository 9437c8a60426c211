"""A whole page, or the part of one that a notebook shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tradebrief.model import Article, BlockKind, Brief, Generator, Voice, VoiceKind
from tradebrief.model.ids import digest
from tradebrief.serialize.html._article import article_body
from tradebrief.serialize.html._marks import find_marks
from tradebrief.serialize.html._markup import NOTHING, Markup, element, join, words
from tradebrief.serialize.html._naming import View, listed, shortened, shown
from tradebrief.serialize.html._reasons import reasons
from tradebrief.serialize.html._sidebar import actors, how_to_read, positions
from tradebrief.serialize.html._weaving import Loom
from tradebrief.text import Span
from tradebrief.version import __version__

__all__ = ["fragment", "page"]


def page(values: Sequence[Brief | Article]) -> Markup:
    """A document of its own: the briefs one after the other, with a list of them where there are several."""
    if len(values) == 1:
        view = _view_of(values[0], "b", 1)
        title, language, contents = _title(view), view.brief.article.language, NOTHING
        shown_values = _shown(view, values[0])
    else:
        views = [_view_of(value, f"b{number}", 2) for number, value in enumerate(values, start=1)]
        title, language, contents = f"{len(values)} briefs", None, _contents(views)
        shown_values = join(_shown(view, value) for view, value in zip(views, values, strict=True))
    main = element("main", contents, shown_values, id="main", class_="tradebrief")
    skip = element("a", words("Skip to the text"), href="#main", class_="tradebrief-skip")
    body = element("body", skip, main, class_="tradebrief-page")
    return Markup(f"<!doctype html>\n{element('html', _head(title), body, lang=language or 'en')}\n")


def fragment(value: Brief | Article) -> Markup:
    """One value for a place within another page; its styles and ids are its own."""
    article = value.article if isinstance(value, Brief) else value
    view = _view_of(value, f"tb-{digest(type(value).__name__, article.text)}", 2)
    return element("div", element("style", _style()), _shown(view, value), class_="tradebrief")


@cache
def _style() -> Markup:
    """The style sheet, which is part of the package and holds nothing that a text says."""
    from importlib.resources import files  # noqa: PLC0415 - slow to import, and needed only here.

    return Markup(files("tradebrief.serialize.html").joinpath("style.css").read_text(encoding="utf-8").strip())


def _head(title: str) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy()),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="generator", content="tradebrief"),
        element("title", words(title)),
        element("style", _style()),
    )


def _policy() -> str:
    """What the page may do: use its one style sheet, and nothing else."""
    import base64  # noqa: PLC0415 - needed only where a page is written.
    import hashlib  # noqa: PLC0415 - likewise.

    style = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def _view_of(value: Brief | Article, prefix: str, level: int) -> View:
    return View(brief=value if isinstance(value, Brief) else _unread(value), prefix=prefix, level=level)


def _unread(article: Article) -> Brief:
    """An article as a brief in which nothing was read."""
    whole = Span(0, len(article.text))
    voices = (Voice(VoiceKind.REPORTED, whole),) if len(whole) else ()
    return Brief(
        article=article, voices=voices, generator=Generator(name="tradebrief", version=__version__, lexicon="")
    )


def _title(view: View) -> str:
    article = view.brief.article
    headline = article[article.headline] if article.headline else ""
    stated = (headline, article.provenance.title, article.provenance.name)
    return next((shortened(title) for title in stated if title and title.strip()), "Brief without a headline")


def _contents(views: Sequence[View]) -> Markup:
    items = (
        element("li", element("a", shown(_title(view)), href=f"#{view.id('text')}"), words(" "), _counts(view.brief))
        for view in views
    )
    heading = element("h1", words(f"{len(views)} briefs"))
    return join((heading, element("nav", element("ol", *items), aria_label="Briefs", class_="contents")))


def _counts(brief: Brief) -> Markup:
    counted = (("actor", brief.actors), ("claim", brief.claims), ("stance", brief.stances))
    told = (f"{len(found)} {name}{'' if len(found) == 1 else 's'}" for name, found in counted)
    return element("small", words(listed(*told)))


def _shown(view: View, value: Brief | Article) -> Markup:
    """One brief: the article, what stands beside it, and what stands under it."""
    loom = Loom(view.brief.article.text, find_marks(view))
    body = article_body(view, loom)
    if not any(block.kind is BlockKind.HEADLINE and len(block.content) for block in view.brief.article.blocks):
        body = join((element(f"h{view.level}", shown(_title(view)), class_="headline"), body))
    about = _about(view, value)
    if isinstance(value, Article):
        article = element("article", body, class_="text", id=view.id("text"), lang=value.language)
        return element("div", article, about, class_="brief unread")
    article = element("article", body, class_="text", id=view.id("text"), lang=value.article.language)
    beside = (how_to_read(), positions(view, loom.anchors), actors(view, loom.anchors))
    aside = element("aside", *beside, class_="beside", aria_label=_named(view, "Positions and actors"), tabindex="0")
    under = element("div", reasons(view, loom.anchors), class_="under")
    return element("div", _parts(view), article, aside, under, about, class_="brief")


def _named(view: View, what: str) -> str:
    """What a part of the page is called, apart from the same part of another brief beside it."""
    return what if view.level == 1 else f"{what}: {_title(view)}"


def _parts(view: View) -> Markup:
    """Where the parts of a brief's view are."""
    brief = view.brief
    parts = (
        ("text", "Text", True),
        ("positions", "Positions", True),
        ("actors", "Actors", True),
        ("claims", "Claims", brief.claims),
        ("stances", "Stances", brief.stances),
        ("measures", "Measures", brief.measures),
        ("notes", "Left open", brief.article.diagnostics or brief.diagnostics),
        ("about", "About this text", True),
    )
    items = (element("li", element("a", words(told), href=f"#{view.id(name)}")) for name, told, has in parts if has)
    return element("nav", element("ul", *items), class_="parts", aria_label=_named(view, "Parts of this view"))


def _about(view: View, value: Brief | Article) -> Markup:
    """Where the text came from and what read it."""
    article = view.brief.article
    source = article.provenance
    generator = view.brief.generator
    rows = (
        ("published", article.published.isoformat() if article.published else None),
        ("author", source.author),
        ("publisher", source.publisher),
        ("address", source.url),
        ("file", source.name),
        ("format", listed(source.format, source.media_type)),
        ("SHA-256", source.sha256),
        ("read by", f"{generator.name} {generator.version}" if isinstance(value, Brief) else None),
        ("lexicon", generator.lexicon),
    )
    pairs = (
        element("div", element("dt", words(name)), element("dd", shown(shortened(told)))) for name, told in rows if told
    )
    heading = element(view.heading(1), words("About this text"), id=view.id("about"))
    return element("section", heading, element("dl", *pairs), class_="about", aria_labelledby=view.id("about"))
