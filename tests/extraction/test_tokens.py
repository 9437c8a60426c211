import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from tradebrief.extraction.tokens import scan_tokens
from tradebrief.text import Span

PIECES = [
    "U.S.",
    "a.m.",
    "Japan’s",
    "US-made",
    "anti-dumping",
    "27.5",
    "1,200",
    "C$",
    "don't",
    "e\u0301",
    "...",
    "--",
    " ",
    "\n",
]


def some_texts() -> st.SearchStrategy[str]:
    """Texts of any sort, and words that are hard to cut run into one another."""
    return texts() | st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. met at 9 a.m.", ["The", "U.S.", "met", "at", "9", "a.m."]),
        ("They don't wait", ["They", "don't", "wait"]),
        ("they'll see", ["they", "'ll", "see"]),
        ("Japan's plan", ["Japan", "'s", "plan"]),
        ("the growers' plan", ["the", "growers", "'", "plan"]),
        ("O'Brien and Côte d'Ivoire", ["O'Brien", "and", "Côte", "d'Ivoire"]),
        ("Be\u0301nin waits", ["Be\u0301nin", "waits"]),
        ("anti-dumping rules", ["anti-dumping", "rules"]),
        ("a 90-day truce", ["a", "90-day", "truce"]),
        ("27.5 percent of 1,200", ["27.5", "percent", "of", "1,200"]),
        ("45–50%", ["45", "–", "50", "%"]),
        ("wait... now", ["wait", "...", "now"]),
        ("''Wait,'' he said", ["''", "Wait", ",", "''", "he", "said"]),
        ("``Wait''", ["``", "Wait", "''"]),
        ("a 'test''' and '''a", ["a", "'", "test", "'", "''", "and", "''", "'", "a"]),
        ('("a")', ["(", '"', "a", '"', ")"]),
    ],
)
def test_text_falls_into_words_numbers_and_marks(text: str, words: list[str]) -> None:
    assert scan_tokens(text).words == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("US-made", ["US", "-", "made"]),
        ("U.S.-made", ["U.S.", "-", "made"]),
        ("non-EU", ["non", "-", "EU"]),
        ("Anne-Grethe", ["Anne", "-", "Grethe"]),
    ],
)
def test_compound_that_holds_a_name_is_taken_apart(text: str, words: list[str]) -> None:
    assert scan_tokens(text).words == words


def test_curly_apostrophe_is_read_as_a_straight_one() -> None:
    curly, straight = scan_tokens("Japan’s growers won’t wait"), scan_tokens("Japan's growers won't wait")

    assert (curly.words, curly.starts, curly.ends) == (straight.words, straight.starts, straight.ends)


def test_lower_case_stands_beside_each_word() -> None:
    assert scan_tokens("The U.S. waits").lowers == ["the", "u.s.", "waits"]


def test_span_and_range_lead_to_one_another() -> None:
    tokens = scan_tokens("Mills in Oslo wait")

    assert tokens.span(1, 3) == Span(6, 13)
    assert tokens.range(Span(6, 13)) == (1, 3)


@given(some_texts())
def test_starts_and_ends_give_back_the_words(text: str) -> None:
    tokens = scan_tokens(text)

    assert [
        text[start:end].replace("’", "'") for start, end in zip(tokens.starts, tokens.ends, strict=True)
    ] == tokens.words


@given(some_texts())
def test_tokens_cover_all_but_white_space_once(text: str) -> None:
    tokens = scan_tokens(text)
    edges = [0, *(edge for pair in zip(tokens.starts, tokens.ends, strict=True) for edge in pair), len(text)]

    assert edges == sorted(edges)
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
    assert not any(text[end:start].strip() for end, start in zip(edges[::2], edges[1::2], strict=True))
    assert not any(word.isspace() for word in tokens.words)
