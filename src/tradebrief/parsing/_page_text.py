"""Which passages of a web page are its text: those in the part that holds nearly all running text.

Menus, lists of links, comments and the like are known by the names of their elements and by how much of them
is links. From the title on, what stands before that part belongs to the text too: author, date, standfirst.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from tradebrief.model import BlockKind
from tradebrief.parsing._page_walk import Element, Found, Walk
from tradebrief.parsing._passages import Passage

__all__ = ["find_text"]

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION})
_FEWEST = 50  # Characters of a passage that is running text, or
_FEWEST_WITH_STOP = 20  # with a full stop.
_FEWEST_UNLINKED = 25  # Characters of a sentence full of links.
_NEARLY_ALL = 0.75  # Of the running text is in the element that holds the text,
_HALF = 0.5  # in an article or main element,
_WITH_TITLE = 0.3  # in one with the title in it.
_MOST_SIDE = 0.6
_LINKS = 0.6
_COPYRIGHT = regex.compile(r"(?:©|\(c\) ?\d|copyright\b)", regex.IGNORECASE)
_NOTICE = 160
_LABEL = 40
_WHOLE = frozenset({"article", "main"})
_HOLDERS = frozenset({"article", "main", "body", "section", "div", "td", "form", "center", "header", "details"})
_GROUPS = frozenset(
    {"ul", "ol", "dl", "table", "div", "section", "p", "menu", "dir", "li", "td", "header", "figure", "center"}
)


def find_text(page: Walk) -> list[Passage]:
    """The passages of the text, in their order; none where the page has no text."""
    elements = page.elements
    if not elements:
        return []
    _measure(page)
    dropped = _dropped(elements)
    live = [found for found in page.found if not dropped[found.element]]
    if not live:
        return []
    live = [found for found in live if not _is_only_links(elements, found)]
    root = _root(elements, dropped)
    kept = _from_title([found for found in live if root <= found.element < elements[root].end])
    if not any(found.passage.level == 1 for found in kept):
        kept = [*_before(live, root), *kept]
    while len(kept) > 1 and kept[-1].passage.kind is BlockKind.HEADING:
        kept.pop()  # Nothing is left under it.
    notice = _notice(page.found, kept)
    return [found.passage for found in (*kept, *notice)]


def _measure(page: Walk) -> None:
    """Add up, for each element, the characters in it: all, those of links, those of running text."""
    elements = page.elements
    for found in page.found:
        element, size = elements[found.element], len(found.passage.words)
        element.size += size
        element.linked += 0 if element.is_author else found.linked
        element.weight += _weight(found)
        element.has_title |= found.passage.level == 1 and found.linked < size
    for element in reversed(elements[1:]):
        around = elements[element.parent]
        around.size += element.size
        around.linked += element.linked
        around.has_title |= element.has_title
        around.weight += element.weight


def _weight(found: Found) -> int:
    words = found.passage.words
    if found.passage.kind not in _RUNNING:
        return 0
    has_stop = words.endswith((".", "!", "?", '"', "”", "’", ":"))
    if found.linked * 2 > len(words) and not (has_stop and len(words) - found.linked >= _FEWEST_UNLINKED):
        return 0
    return len(words) if len(words) >= (_FEWEST_WITH_STOP if has_stop else _FEWEST) else 0


def _dropped(elements: Sequence[Element]) -> list[bool]:
    """Which elements are left out with all that is in them."""
    total = elements[0].weight
    has_title = elements[0].has_title
    found: list[bool] = []
    for at, element in enumerate(elements):
        is_side = element.is_side and not element.has_title and (has_title or element.weight <= _MOST_SIDE * total)
        is_links = (
            total > 0
            and element.tag in _GROUPS
            and not element.weight
            and not element.has_title
            and element.linked > _LINKS * element.size
            and at > 0
        )
        found.append((at > 0 and found[element.parent]) or is_side or is_links)
    weights = [0 if out else element.weight for element, out in zip(elements, found, strict=True)]
    if total and not any(weights):  # All that there is has the name of something else.
        return [False] * len(elements)
    return found


def _is_only_links(elements: Sequence[Element], found: Found) -> bool:
    """Whether a line is a row of links: "Home - Archive - Mail"."""
    is_line = found.passage.kind is BlockKind.PARAGRAPH and not elements[found.element].is_author
    return (
        is_line and found.linked > _LINKS * len(found.passage.words) and not _weight(found) and elements[0].weight > 0
    )


def _root(elements: Sequence[Element], dropped: Sequence[bool]) -> int:
    """The element that holds the text: an article or main part, or the innermost with nearly all running text."""
    lost = [0] * len(elements)
    for at in range(len(elements) - 1, 0, -1):
        if dropped[at] and not dropped[elements[at].parent]:
            lost[at] = elements[at].weight
        lost[elements[at].parent] += lost[at]
    weights = [0 if out else element.weight - gone for element, gone, out in zip(elements, lost, dropped, strict=True)]
    root = 0
    for at, element in enumerate(elements):
        if at >= elements[root].end or not weights[at] or elements[root].tag == "article":
            continue
        if element.tag in _WHOLE:
            share = _WITH_TITLE if element.has_title else _HALF
        else:
            share = 1.0 if elements[root].tag in _WHOLE else _NEARLY_ALL
        if weights[at] >= share * weights[0] and element.tag in _HOLDERS:
            root = at
    return root


def _from_title(kept: list[Found]) -> list[Found]:
    """The text from its title on, unless running text stands before it; with the label over the title, if any."""
    title = next((at for at, found in enumerate(kept) if found.passage.level == 1), 0)
    if any(map(_weight, kept[:title])):
        return kept
    return kept[title - _has_label(kept, title) :]


def _before(live: Sequence[Found], root: int) -> Sequence[Found]:
    """What stands before the text and belongs to it: all from the last title on."""
    before = [found for found in live if found.element < root]
    titles = [
        at for at, found in enumerate(before) if found.passage.level == 1 and found.linked < len(found.passage.words)
    ]
    return before[titles[-1] - _has_label(before, titles[-1]) :] if titles else ()


def _has_label(found: Sequence[Found], title: int) -> bool:
    """Whether a short line stands right over the title."""
    if not title:
        return False
    label = found[title - 1]
    return not label.linked and len(label.passage.words) <= _LABEL and found[title].element - label.element == 1


def _notice(all_found: Sequence[Found], kept: Sequence[Found]) -> list[Found]:
    """The first copyright notice after the text."""
    if not kept:
        return []
    after = False
    for found in all_found:
        if found is kept[-1]:
            after = True
        elif after and len(found.passage.words) <= _NOTICE and _COPYRIGHT.match(found.passage.words):
            found.passage.kind = BlockKind.PARAGRAPH
            return [found]
    return []
