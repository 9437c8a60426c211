"""The same brief in every format gives the same sections, actors, claims, stances and measures."""

import gzip
import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from tests.laws.documents import WRITERS as DOCUMENTS
from tests.laws.documents import Told
from tests.laws.entries import WRITERS as ENTRIES
from tests.laws.texts import SEEDS
from tests.parsing.structure import describe

import tradebrief as tb

KIND = tb.BlockKind
_MARK = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&]")
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*")


def blocks(article: tb.Article) -> list[tuple[tb.BlockKind, int, str]]:
    """Kind, level under the headline, and words of each block that is not blank."""
    levels = {section.heading: section.level + 1 for section in article.walk() if section.heading}
    return [
        (block.kind, levels.get(block.content, 0), _BREAK.sub(" ", article[block.content]))
        for block in article.blocks
        if block.kind is not KIND.BLANK
    ]


def as_markdown(article: tb.Article) -> str:
    """The brief as someone would write it in Markdown."""
    opened = {KIND.HEADLINE: "# ", KIND.KEY_POINT: "- ", KIND.LIST_ITEM: "- "}
    lines = []
    for kind, level, words in blocks(article):
        plain = _MARK.sub(r"\\\g<0>", words)
        lines.append(
            f"**{plain}**" if kind is KIND.LABEL else ("#" * level + " " if level else opened.get(kind, "")) + plain
        )
    return "\n\n".join(lines) + "\n"


def as_html(article: tb.Article) -> str:
    """The brief as a web page."""
    tags = {KIND.HEADLINE: "h1", KIND.KEY_POINT: "li", KIND.LIST_ITEM: "li"}
    lines = []
    for kind, level, words in blocks(article):
        tag = f"h{level}" if level else tags.get(kind, "p")
        inner = f"<{tag}>{escape(words)}</{tag}>"
        lines.append(f"<ul>{inner}</ul>" if tag == "li" else inner)
    return (
        "<!doctype html><html><body><nav><a href=/>Home</a></nav><article>"
        + "\n".join(lines)
        + "</article></body></html>"
    )


def findings(brief: tb.Brief) -> list[object]:
    """What was found, by words and not by places."""

    def words(*spans: tb.Span | None) -> list[str]:
        return [_BREAK.sub(" ", brief[span]) for span in spans if span is not None]

    return [
        [fact.replace("\n", " ") for fact in describe(brief.article)],
        sorted((actor.id, actor.kind, words(*(mention.span for mention in actor.mentions))) for actor in brief.actors),
        [(claim.holder, claim.rule, words(claim.source, claim.cue, *claim.content)) for claim in brief.claims],
        [(stance.holder, stance.polarity, stance.act, words(*stance.evidence)) for stance in brief.stances],
        [(measure.kind, measure.value, words(measure.span)) for measure in brief.measures],
    ]


@pytest.mark.parametrize(("format", "write"), [("markdown", as_markdown), ("html", as_html)])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_read_alike_in_every_format(path: Path, format: str, write: Callable[[tb.Article], str]) -> None:
    plain = tb.read(path)

    marked_up = tb.read(write(plain.article), format=format)

    assert findings(marked_up) == findings(plain)


@pytest.mark.parametrize(("format", "write"), [*DOCUMENTS.values(), *ENTRIES.values()], ids=[*DOCUMENTS, *ENTRIES])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_read_alike_as_a_document(path: Path, format: str, write: Callable[[Told], bytes]) -> None:
    text = path.read_text("utf-8-sig")
    text = text.replace("\xa0", " ") if format == "pdf" else text  # All spaces are alike to a PDF file.

    document = tb.read(write(blocks(tb.parse(text))), format=format)
    plain = tb.read(text, published=document.article.published)  # A PDF file states a day, by which years are supplied.

    assert findings(document) == findings(plain)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_read_alike_packed_and_as_our_own_document(path: Path, tmp_path: Path) -> None:
    plain = tb.read(path)
    packed, document = tmp_path / f"{path.name}.gz", tmp_path / "brief.json"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    tb.dump(plain.article, document)

    assert findings(tb.read(packed)) == findings(plain)
    assert tb.read(document) == plain
