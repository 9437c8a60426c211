from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.reading import article_of

from tradebrief.extraction.tagging.quotes import QUOTATION_MARKS, Quotation, find_inner, find_quotations
from tradebrief.extraction.tokens import Tokens, scan_tokens

PIECES = ['"', '""', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "mills", "growers", "s", ".", ",", " ", " "]


def outermost(tokens: Tokens, blocks: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    return find_quotations(tokens, blocks, [at for at, word in enumerate(tokens.words) if word in QUOTATION_MARKS])


def quotations(*paragraphs: str) -> list[tuple[str, bool]]:
    """What stands within quotation marks, and whether they are closed."""
    article = article_of(*paragraphs)
    tokens = scan_tokens(article.text)
    found = outermost(tokens, [tokens.range(block.content) for block in article.blocks])
    return [(article[tokens.span(quotation.open + 1, quotation.close)], quotation.closed) for quotation in found]


@pytest.mark.parametrize("marks", ["“|”", '"|"', "‘|’", "'|'", "«|»", "„|“", "''|''", "``|''", '“|"'])
def test_quotation_lies_between_its_marks(marks: str) -> None:
    opening, closing = marks.split("|")

    assert quotations(f"The envoy said {opening}we wait{closing} twice.") == [("we wait", True)]


def test_straight_marks_open_and_close_by_turns() -> None:
    assert quotations('"Wait," he said, "and trade."') == [("Wait,", True), ("and trade.", True)]


def test_doubled_marks_are_those_of_a_field_whose_own_marks_stand_around_it() -> None:
    assert quotations('"Ruiz said it was ""too late"" for talks."') == [("too late", True)]
    assert quotations('"""Wait,"" he said. ""And trade."""') == [("Wait,", True), ("And trade.", True)]


def test_apostrophe_quotes_nothing() -> None:
    assert quotations("The growers' plan, Japan's ports and what they don't say.") == []


def test_apostrophe_does_not_close_single_marks() -> None:
    assert quotations("He said 'we don't wait' twice.") == [("we don't wait", True)]


def test_quotation_holds_what_is_quoted_within_it() -> None:
    assert quotations("She said “he told us ‘wait’ twice”.") == [("he told us ‘wait’ twice", True)]


def test_mark_that_opens_a_paragraph_runs_to_its_end() -> None:
    assert quotations("“Ports are full. Mills wait.", "“Rates rise,” he said.") == [
        ("Ports are full. Mills wait.", False),
        ("Rates rise,", True),
    ]


@pytest.mark.parametrize("mark", ["“", '"', "«", "„"])
def test_mark_that_the_next_paragraph_repeats_runs_to_its_paragraphs_end(mark: str) -> None:
    assert quotations(f"He said: {mark}Ports are full. Mills wait.", f"{mark}Rates rise.") == [
        ("Ports are full. Mills wait.", False),
        ("Rates rise.", False),
    ]


@pytest.mark.parametrize("following", ["Mills wait.", '" Mills wait.', "‘Mills wait.’"])
def test_mark_that_the_next_paragraph_does_not_repeat_is_left(following: str) -> None:
    assert ("Wait.", False) not in quotations("He said: “Wait.", following)


@pytest.mark.parametrize("odd", ['The gate is 6" tall.', 'He said "wait.', "He said: “Wait.", "He said ” again."])
def test_odd_mark_spoils_nothing_beyond_its_block(odd: str) -> None:
    assert quotations(odd, 'He said "go" twice.') == [("go", True)]


@pytest.mark.parametrize("text", ["He said “we wait,“ and left.", "He said ”we wait,” and left."])
def test_mark_typed_the_wrong_way_round_is_read_by_its_place(text: str) -> None:
    assert quotations(text) == [("we wait,", True)]


def test_text_without_blocks_has_no_quotations() -> None:
    assert outermost(scan_tokens('"Wait."'), []) == ()


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), min_size=1, max_size=3))
def test_quotations_stand_in_order_inside_blocks(paragraphs: list[str]) -> None:
    tokens = scan_tokens("\n\n".join(paragraphs))
    cuts = [0, *sorted(at for at, word in enumerate(tokens.words) if word == "mills"), len(tokens)]
    blocks = list(pairwise(cuts))

    found = outermost(tokens, blocks)

    assert all(before.close <= after.open for before, after in pairwise(found))
    assert all(any(_is_inside(quotation, block) for block in blocks) for quotation in found)


def _is_inside(quotation: Quotation, block: tuple[int, int]) -> bool:
    first, end = block
    return first <= quotation.open < quotation.close < end + (not quotation.closed)


def inner(paragraph: str) -> list[str]:
    """What stands within quotation marks within quotation marks."""
    article = article_of(paragraph)
    tokens = scan_tokens(article.text)
    found = find_inner(tokens, outermost(tokens, [tokens.range(block.content) for block in article.blocks]))
    return [article[tokens.span(quotation.open + 1, quotation.close)] for quotation in found]


@pytest.mark.parametrize("marks", ["“|‘|’|”", "\"|'|'|\"", "‘|“|”|’", "“|“|”|”", "«|“|”|»", '"|‘|’|"'])
def test_inner_quotation_lies_between_marks_of_its_own(marks: str) -> None:
    opening, inner_opening, inner_closing, closing = marks.split("|")

    assert inner(f"She said {opening}he told us {inner_opening}wait{inner_closing} twice{closing}.") == ["wait"]


@pytest.mark.parametrize(
    "text", ["She said “the mills’ plan is Japan’s”.", 'She said "wait" and "trade".', "He said ‘wait’ and “trade”."]
)
def test_apostrophes_and_marks_side_by_side_hold_nothing_within(text: str) -> None:
    assert inner(text) == []


def test_curly_mark_may_be_closed_by_what_looks_like_a_plural() -> None:
    assert quotations("They wrote ‘look at the rules’ and left.") == [("look at the rules", True)]
