"""Where things stand: blocks and voices tile the text, and every span lies in the text and in its parent."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.texts import MARKED_UP, SEEDS, any_markup, any_texts

import tradebrief as tb

LAYOUT = tb.Lexicon.default().layout


def spans_in(value: object) -> Iterator[tb.Span]:
    """All spans that a value holds, at any depth."""
    if isinstance(value, tb.Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from spans_in(getattr(value, field.name))


def check(brief: tb.Brief) -> None:
    article = brief.article
    whole = tb.Span(0, len(article.text))
    check_tiling([block.span for block in article.blocks], whole)
    check_tiling([voice.span for voice in brief.voices], whole)
    assert all(span in whole for span in spans_in(brief))
    for block in article.blocks:
        assert block.content in block.span
    for section in article.sections:
        check_section(article, section, 1)
    check_order(article)
    check_claims(brief)
    check_appraisals(brief)
    for stance in brief.stances:
        assert all(len(span) for span in stance.evidence)


def check_tiling(spans: list[tb.Span], whole: tb.Span) -> None:
    ends = [0, *(span.end for span in spans)]
    assert [span.start for span in spans] == ends[:-1]
    assert ends[-1] == whole.end
    assert all(len(span) for span in spans)


def check_section(article: tb.Article, section: tb.Section, level: int) -> None:
    assert section.level == level
    contents = {block.content for block in article.blocks}
    parts = [*([section.heading] if section.heading else []), *section.paragraphs]
    assert contents.issuperset(parts)
    assert all(part in section.span for part in (*parts, *(inner.span for inner in section.sections)))
    for inner in section.sections:
        check_section(article, inner, level + 1)


def check_order(article: tb.Article) -> None:
    """Every paragraph and heading after the front stands in one section, in the order of the text.

    What breaks into the text ("Advertisement") stands in none.
    """
    found = [
        part
        for section in article.walk()
        for part in (*([section.heading] if section.heading else []), *section.paragraphs)
    ]
    kinds = {tb.BlockKind.HEADING, tb.BlockKind.PARAGRAPH, tb.BlockKind.LIST_ITEM, tb.BlockKind.CAPTION}
    kinds.add(tb.BlockKind.QUOTATION)
    headings = {section.heading for section in article.walk() if section.heading}
    assert found == [
        block.content
        for block in article.blocks
        if block.kind in kinds
        or (block.kind is tb.BlockKind.BYLINE and block.content in headings)  # "Commentary by Ana Ruiz"
        or (block.kind is tb.BlockKind.BOILERPLATE and not LAYOUT.is_interruption(article[block.content]))
    ]
    assert all(before.end <= after.start for before, after in pairwise(found))


def check_claims(brief: tb.Brief) -> None:
    claims = {claim.id: claim for claim in brief.claims}
    actors = {actor.id for actor in brief.actors}
    for claim in brief.claims:
        assert claim.content
        assert claim.holder is None or claim.holder in actors
        if claim.within is not None:
            outer = claims[claim.within].content
            hull = tb.Span(outer[0].start, outer[-1].end)
            assert all(part in hull for part in claim.content)


def check_appraisals(brief: tb.Brief) -> None:
    mentions = {(actor.id, mention.span) for actor in brief.actors for mention in actor.mentions}
    whole = tb.Span(0, len(brief.article.text))
    found = tb.find_appraisals(brief)
    assert all(item.span in whole and item.mention in whole for item in found)
    assert all(item.actor is None or (item.actor, item.mention) in mentions for item in found)
    assert all(before.span.start <= after.span.start for before, after in pairwise(found))
    for tone in tb.find_tones(brief):
        assert all(word in tone.sentence for word in (*tone.favourable, *tone.unfavourable))
    for item in found:
        contents = brief.claim(item.claim).content if item.claim else ()
        assert not contents or any(item.span in part for part in contents)


@given(any_texts())
def test_spans_of_any_brief_lie_where_they_should(text: str) -> None:
    check(tb.read(text))


@given(any_markup(), st.sampled_from(["markdown", "html"]))
def test_spans_of_any_markup_lie_where_they_should(text: str, format: str) -> None:
    with suppress(tb.ParseError, tb.LimitError):
        check(tb.read(text, format=format))


@pytest.mark.parametrize("path", [*SEEDS, *MARKED_UP], ids=lambda path: path.stem)
def test_spans_of_a_seed_lie_where_they_should(path: Path) -> None:
    check(tb.read(path))


@given(any_texts())
@settings(max_examples=30)
def test_sentences_stand_in_their_blocks_and_do_not_overlap(text: str) -> None:
    article = tb.parse(text)

    sentences = tb.find_sentences(article)

    assert all(sentence.span in article.blocks[sentence.block].span for sentence in sentences)
    assert all(before.span.end <= after.span.start for before, after in pairwise(sentences))
