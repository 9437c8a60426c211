"""Planned briefs as a writer of Markdown or HTML would mark them up."""

from collections.abc import Iterator
from html import escape

import regex
from tests.parsing.plans import Headed, Plan

__all__ = ["html_of", "markdown_of", "words_of"]

_MARK = regex.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&]")


def _parts(plan: Plan) -> Iterator[tuple[str, str]]:
    """What the blocks of a brief are, and their words."""
    yield from _note(plan, "top")
    yield "h1", plan.headline  # The kicker is left out: marked up, it stands outside of the text.
    for name, line in plan.lines:
        yield name, line
    yield from _note(plan, "front")
    opening = plan.opening
    if plan.lead:
        yield "p", opening + plan.lead
        opening = ""
    if plan.key_points:
        if plan.label:
            yield "label", plan.label
        yield from (("li", point) for point in plan.key_points)
    for section in plan.body:
        for name, words in _headed(section, "h2"):
            yield name, opening + words if name == "p" else words
            opening = "" if name == "p" else opening
    yield from _note(plan, "parts")
    for part in plan.parts:
        if part.label.endswith(": "):
            own = part.sections[0].paragraphs
            yield from (("p", part.label * (at == 0) + words) for at, words in enumerate(own))
            continue
        yield "h2", part.label
        for section in part.sections:
            yield from _headed(section, "h3")
    yield from _note(plan, "end")


def _note(plan: Plan, place: str) -> Iterator[tuple[str, str]]:
    if plan.note and plan.note[0] == place:
        if plan.note[1]:
            yield "h2", plan.note[1]
        yield "p", plan.note[2]


def _headed(section: Headed, level: str) -> Iterator[tuple[str, str]]:
    if section.heading:
        yield level, section.heading
    yield from (("p", paragraph) for paragraph in section.paragraphs)


def words_of(plan: Plan) -> list[str]:
    """The words of the blocks."""
    return [words for _, words in _parts(plan)]


def markdown_of(plan: Plan, *, bold: bool = False) -> str:
    """The brief in Markdown; with bold lines for headings under the title if so wished."""
    lines: list[str] = []
    for name, words in _parts(plan):
        plain = _MARK.sub(r"\\\g<0>", words)
        match name:
            case "h1":
                lines.append(f"# {plain}\n")
            case "h2" | "h3":
                lines.append(f"\n**{plain}**\n" if bold else f"{'#' * int(name[1])} {plain}\n")
            case "byline" | "dateline":
                lines.append(f"*{plain}*\n")
            case "label":
                lines.append(f"**{plain}**\n")
            case "li":
                lines.append(f"- {plain}")
            case _:
                lines.append(f"\n{plain}\n")
    return "\n".join(lines)


def html_of(plan: Plan) -> str:
    """The brief as a web page with a menu over it and a footer under it."""
    lines = [
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Northwire</title></head><body>",
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/t'>Trade</a></li></ul></nav><main><article>",
    ]
    for name, words in _parts(plan):
        tag = {"label": "p", "byline": "p", "dateline": "p"}.get(name, name)
        inner = f"<b>{escape(words)}</b>" if name == "label" else escape(words)
        lines.append(f"<ul><li>{inner}</li></ul>" if name == "li" else f"<{tag}>{inner}</{tag}>")
    lines.append("</article></main><footer><p>Contact the newsroom</p></footer></body></html>")
    return "\n".join(lines)
