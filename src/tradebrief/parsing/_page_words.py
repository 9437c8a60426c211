"""What the elements of web pages are, and the names by which what is not the text is known."""

from __future__ import annotations

import regex

__all__ = [
    "BLOCKS",
    "HEADINGS",
    "NEVER_TEXT",
    "PROTECTED",
    "SIDE_ROLES",
    "SIDE_TAGS",
    "is_author_name",
    "is_note_name",
    "is_side_name",
    "is_unseen_name",
]

HEADINGS = {f"h{level}": level for level in range(1, 7)}

BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
        ),
        *("dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend", "li"),
        *(
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
        ),
        *("tr", "ul", "blockcode", *HEADINGS),
    }
)

NEVER_TEXT = frozenset(
    {
        *("applet", "audio", "button", "canvas", "datalist", "dialog", "embed", "frameset", "head", "iframe", "input"),
        *("label", "map", "math", "meter", "noembed", "noframes", "noscript", "object", "option", "progress", "script"),
        *("select", "style", "svg", "template", "textarea", "title", "video", "xml"),
    }
)

PROTECTED = frozenset({"html", "body", "main", "article", "td", *HEADINGS})
"""Elements that are not left out for their names: page builders hang all sorts of names on them."""

SIDE_TAGS = frozenset({"nav", "aside", "footer", "menu"})
SIDE_ROLES = frozenset(
    {"alert", "banner", "complementary", "contentinfo", "dialog", "form", "menu", "menubar", "navigation", "search"}
)

_NAME = regex.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_SIDE_NAMES = frozenset(
    {
        *("ad", "ads", "adslot", "advert", "advertisement", "advertising", "archive", "archives", "banner", "bio"),
        *(
            "breadcrumb",
            "breadcrumbs",
            "catlinks",
            "comment",
            "comments",
            "commentlist",
            "consent",
            "crumbs",
            "cookie",
            "cookies",
        ),
        *(
            "disclaimer",
            "discussion",
            "disqus",
            "donate",
            "editsection",
            "feedback",
            "footer",
            "gdpr",
            "legal",
            "login",
            "masthead",
            "menu",
        ),
        *(
            "modal",
            "nav",
            "navbar",
            "navigation",
            "newsletter",
            "outbrain",
            "overlay",
            "pager",
            "pagination",
            "paywall",
        ),
        *(
            "popular",
            "popup",
            "printfriendly",
            "promo",
            "promos",
            "promoted",
            "pullquote",
            "rail",
            "rating",
            "recommended",
        ),
        *(
            "recirc",
            "related",
            "relatedposts",
            "replies",
            "reply",
            "respond",
            "searchbox",
            "share",
            "shares",
            "sharedaddy",
            "sharing",
        ),
        *(
            "sidebar",
            "signup",
            "sitemap",
            "skip",
            "social",
            "sponsor",
            "sponsored",
            "subscribe",
            "subscription",
            "taboola",
        ),
        *("tag", "tags", "taglist", "tagcloud", "teaser", "teasers", "toc", "toolbar", "topbar", "trending", "widget"),
        *("widgets", "hidden", "breaking"),
    }
)
_SIDE_WHOLE = frozenset({"sr-only", "visually-hidden", "screen-reader-text", "noprint", "most-read", "site-header"})
_KEPT_NAMES = frozenset({"key", "summary", "highlights", "takeaways", "takeaway"})
_NOTE_NAMES = frozenset({"endnote", "endnotes", "footnote", "footnotes", "noteref", "ref", "reference", "references"})
_UNSEEN = frozenset({"sr-only", "visually-hidden", "screen-reader-text", "mw-editsection"})
_AUTHORS = frozenset({"author", "authors", "byline", "by-line", "article-author", "article-byline", "post-author"})


def is_side_name(names: str) -> bool:
    """Whether the class or id of an element says that it stands beside the text: a menu, an advertisement, comments."""
    for name in names.split():
        if name.lower() in _SIDE_WHOLE:
            return True
        words = {word.lower() for word in _NAME.findall(name)}
        if words & _SIDE_NAMES and not words & _KEPT_NAMES:
            return True
    return False


def is_unseen_name(names: str) -> bool:
    """Whether the class of an element within a line says that it is for screen readers, or a button of the page."""
    return any(name.lower() in _UNSEEN for name in names.split())


def is_author_name(names: str) -> bool:
    """Whether the class of an element says that it names the author."""
    return any(name.lower() in _AUTHORS for name in names.split())


def is_note_name(names: str) -> bool:
    """Whether the class or id of an element says that it refers to a note."""
    return any(word.lower() in _NOTE_NAMES for word in _NAME.findall(names))
