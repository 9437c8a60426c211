"""Blocks of any format into an article: stated levels, stated metadata, and what lines turn out to be."""

import datetime as dt

import pytest
from tests.parsing.structure import describe

import tradebrief as tb
from tradebrief.formats import Layout, Limits, Metadata
from tradebrief.parsing._assemble import assemble

KIND = tb.BlockKind
PARAGRAPH = "The ministers of the corridor met in Nairobi on Monday and parted without a decision on the levy."
PROVENANCE = tb.Provenance(format="markdown", media_type="text/markdown", sha256="0" * 64, author="Ana Ruiz")


def article_of(lines: list[tuple[str, int | None]], metadata: Metadata | None = None) -> tb.Article:
    """The article of lines, each a heading of a level (of none where it is 0) or a paragraph."""
    blocks: list[tb.Block] = []
    text = ""
    for words, level in lines:
        start, text = len(text), f"{text}{words}\n"
        kind = KIND.PARAGRAPH if level is None else KIND.HEADING
        content = tb.Span(start, start + len(words))
        blocks.append(tb.Block(kind=kind, span=tb.Span(start, len(text)), content=content, level=level or None))
    layout = Layout(text=text, blocks=tuple(blocks), metadata=metadata or Metadata())
    return assemble(layout, provenance=PROVENANCE, words=tb.Lexicon.default().layout, limits=Limits())


def test_sections_nest_by_stated_levels() -> None:
    article = article_of(
        [
            ("Levy put off", 1),
            ("What was decided", 2),
            (PARAGRAPH, None),
            ("The rate", 3),
            (PARAGRAPH, None),
            ("The hours", 4),
            (PARAGRAPH, None),
            ("Who wants what", 2),
            (PARAGRAPH, None),
        ]
    )

    assert describe(article) == [
        "headline: Levy put off",
        "section 1 body 1: What was decided",
        "section 2 body 1: The rate",
        "section 3 body 1: The hours",
        "section 1 body 1: Who wants what",
    ]


def test_heading_of_the_headline_s_level_ends_a_part() -> None:
    article = article_of(
        [
            ("Levy put off", 1),
            ("Commentary", 2),
            ("A fee on one page", 3),
            (PARAGRAPH, None),
            ("Dates of the next round", 1),
            (PARAGRAPH, None),
        ]
    )

    assert describe(article)[1:] == [
        "section 1 commentary 0: Commentary",
        "section 2 commentary 1: A fee on one page",
        "section 1 body 1: Dates of the next round",
    ]


def test_levels_that_are_left_out_are_not_levels_of_sections() -> None:
    article = article_of([("Levy put off", 1), ("What was decided", 2), ("The rate", 5), (PARAGRAPH, None)])

    assert [section.level for section in article.walk()] == [1, 2]


def test_heading_keeps_its_stated_level() -> None:
    article = article_of([("Levy put off", 1), ("What was decided", 2), (PARAGRAPH, None)])

    assert [block.level for block in article.blocks] == [1, 2, None]


def test_stated_metadata_is_kept_and_what_the_caller_states_wins() -> None:
    stated = Metadata(author="Li Wei", publisher="Northwire", url="u", published=dt.date(2025, 3, 4), language="en")

    article = article_of([(PARAGRAPH, None)], stated)

    provenance = article.provenance
    assert (provenance.author, provenance.publisher, provenance.url) == ("Ana Ruiz", "Northwire", "u")
    assert (article.published, article.language) == (dt.date(2025, 3, 4), "en")


def test_day_that_the_caller_states_is_kept() -> None:
    assert tb.parse("Quota", published=dt.date(2025, 3, 4)).published == dt.date(2025, 3, 4)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Li Wei", KIND.BYLINE),
        ("KAMPALA, 9 March", KIND.DATELINE),
        ("Tuesday, 4 March 2025", KIND.DATELINE),
        ("Photo: Ana Ruiz", KIND.CAPTION),
        ("Editor's note: the rate was wrong", KIND.PARAGRAPH),
        ("Commentary", KIND.HEADING),
        ("(Editing by Li Wei)", KIND.BOILERPLATE),
        ("Who wants what", KIND.HEADING),
    ],
)
def test_line_within_the_body_is_told_by_its_words(line: str, kind: tb.BlockKind) -> None:
    article = article_of([("Levy put off", 1), (PARAGRAPH * 2, None), (line, 0), (PARAGRAPH, None)])

    assert article.blocks[2].kind is kind


@pytest.mark.parametrize("line", ["Beijing and Seoul look on", "Photo: Ana Ruiz", "And who pays?"])
def test_stated_heading_is_no_caption_whatever_its_words(line: str) -> None:
    article = article_of([("Levy put off", 1), (PARAGRAPH * 2, None), (line, 2), (PARAGRAPH, None)])

    assert article.blocks[2].kind is KIND.HEADING


def test_text_after_boilerplate_is_a_section_of_its_own() -> None:
    article = article_of([(PARAGRAPH * 4, None), ("(Editing by Li Wei)", None), (PARAGRAPH, None)])

    assert describe(article) == ["section 1 body 1:", "section 1 boilerplate 1:", "section 1 body 1:"]
