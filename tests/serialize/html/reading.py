"""Pages as a browser reads them, by a parser that follows the HTML standard and stands no error."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

__all__ = ["classes", "elements", "parse", "parse_fragment", "skeleton", "text_of"]


def parse(page: str) -> Element:
    """The document's root; a parse error is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(page)
    return root


def parse_fragment(markup: str) -> Element:
    """What stands in a part of a page, under a root of its own."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parseFragment(markup)
    return root


def elements(root: Element, name: str | None = None, *, of_class: str | None = None) -> list[Element]:
    """The elements of a name, or of a class, in the order of the document."""
    found = root.iter(name) if name else root.iter()
    return [each for each in found if of_class is None or of_class in classes(each)]


def classes(element: Element) -> list[str]:
    return element.get("class", "").split()


def skeleton(root: Element) -> list[object]:
    """The elements with the names of their attributes, nested as they are; words and values left out."""
    return [root.tag, sorted(root.keys()), [skeleton(child) for child in root]]


def text_of(element: Element, *, without: str | None = None) -> str:
    """The words in an element, save in those of a class."""
    return "".join(_words(element, without))


def _words(element: Element, without: str | None) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if without is None or without not in classes(child):
            yield from _words(child, without)
        yield child.tail or ""
