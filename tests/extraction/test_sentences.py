from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.extraction.reading import article_of
from tests.strategies import articles

import tradebrief as tb

PIECES = [
    "U.S.",
    "Inc.",
    "J.",
    "27.5",
    "percent",
    "The",
    "mills",
    "wait",
    ".",
    "?",
    "...",
    "“",
    "”",
    '"',
    ")",
    " ",
    "\n",
]


def sentences(*paragraphs: str) -> list[str]:
    """The words of the sentences of paragraphs."""
    article = article_of(*paragraphs)
    return [article[sentence.span] for sentence in tb.find_sentences(article)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Petrov met Dr. Lund|They spoke",
        "The U.S. warned Chile|It waited",
        "It left the U.S. on Monday|It stayed away",
        "It left the U.S.|The envoy stayed",
        "Talks began at 9 a.m. on Monday|They went on",
        "Acme Inc. sued|It won",
        "Quotas end in Dec. 2025 at last|Nobody minds",
        "See Fig. 3 for the rates|They rose",
    ],
)
def test_stop_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    first, second = text.split("|")
    stop = "" if first.endswith(".") else "."

    assert sentences(f"{first}{stop} {second}.") == [f"{first}{stop}", f"{second}."]


def test_initials_stay_with_their_name() -> None:
    assert sentences("J. Lund spoke. K. M. Ruiz left.") == ["J. Lund spoke.", "K. M. Ruiz left."]


def test_decimal_point_ends_no_sentence() -> None:
    assert sentences("The rate is 27.5 percent. It rose.") == ["The rate is 27.5 percent.", "It rose."]


def test_quotation_may_hold_several_sentences() -> None:
    assert sentences("He said: “We wait. We trade.” Then he left.") == [
        "He said: “We wait.",
        "We trade.”",
        "Then he left.",
    ]


def test_mark_before_a_word_in_lower_case_ends_no_sentence() -> None:
    assert sentences("He asked “Why?” and left. They wait... and trade.") == [
        "He asked “Why?” and left.",
        "They wait... and trade.",
    ]


@pytest.mark.parametrize("mark", ["...", "…", "?", "!", ".)", ".”", ".»"])
def test_mark_with_what_closes_after_it_ends_a_sentence(mark: str) -> None:
    assert sentences(f"They wait{mark} Ports open.") == [f"They wait{mark}", "Ports open."]


def test_sentence_without_a_final_mark_ends_with_its_block() -> None:
    assert sentences("Mills wait", "Ports open") == ["Mills wait", "Ports open"]


def test_headline_and_heading_are_sentences_of_their_own() -> None:
    article = tb.parse("Ports open again\n\nRates\n\nThe rate rose. It will fall.")

    assert [article[sentence.span] for sentence in tb.find_sentences(article)] == [
        "Ports open again",
        "Rates",
        "The rate rose.",
        "It will fall.",
    ]


@given(
    articles()
    | st.lists(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join), min_size=1, max_size=3).map(
        lambda parts: article_of(*parts)
    )
)
def test_sentences_stand_in_order_inside_their_blocks(article: tb.Article) -> None:
    found = tb.find_sentences(article)

    assert all(len(sentence.span) > 0 for sentence in found)
    assert all(sentence.span in article.blocks[sentence.block].content for sentence in found)
    assert all(before.span.end <= after.span.start for before, after in pairwise(found))


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1).map(" ".join), min_size=1, max_size=3))
def test_sentences_leave_out_nothing_but_white_space(paragraphs: list[str]) -> None:
    assert "".join("".join(sentences(*paragraphs)).split()) == "".join("".join(paragraphs).split())


def test_dateline_is_no_part_of_the_first_sentence() -> None:
    article = tb.parse(
        "Canada to appeal duty\n\nOTTAWA, 4 March — Canada will appeal. It said so.\n\nMore words follow here."
    )

    found = [article[sentence.span] for sentence in tb.find_sentences(article)]

    assert found[:3] == ["Canada to appeal duty", "Canada will appeal.", "It said so."]
