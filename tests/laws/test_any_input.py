"""Any text and any bytes give a brief or an error of ours, and nothing else."""

import contextlib

import regex
from hypothesis import example, given
from hypothesis import strategies as st
from tests.laws.texts import any_markup, any_texts, mutated_bytes

import tradebrief as tb
from tradebrief.corpus import FORMATS

LEXICON = tb.Lexicon.default()
SENTENCES = [
    sample.text
    for rules in (LEXICON.cues, LEXICON.stance_rules, LEXICON.appraisal_rules)
    for rule in rules
    for sample in rule.examples
]
formats = st.sampled_from([None, *(format.name for format in FORMATS)])


@given(any_texts())
def test_any_text_gives_a_brief(text: str) -> None:
    assert tb.read(text, format="text").article.text == text.removeprefix("\ufeff")


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.integers(0, 12), st.integers(2, 16)), min_size=1, max_size=2))
@example([("The bank chose to not levy", 0, 6)])
@example([("The growers thanked Trade Minister Okada Haruto, and", 0, 9)])
@example([("The levy was late. will such mills have", 0, 8)])
def test_sentences_cut_anywhere_give_a_brief(parts: list[tuple[str, int, int]]) -> None:
    brief = tb.read(" ".join(word for text, first, end in parts for word in text.split()[first : first + end]))
    found = tb.find_mentioned(brief.article)

    assert (found.actors, found.places) == (brief.actors, brief.places)
    assert all(item.mention in tb.Span(0, len(brief.article.text)) for item in tb.find_appraisals(brief))


@given(st.text())
def test_any_string_gives_a_brief_or_an_error_of_ours(text: str) -> None:
    with contextlib.suppress(tb.TradebriefError):
        tb.read(text)


@given(mutated_bytes() | st.binary(), st.sampled_from([None, "utf-8", "utf-16", "cp1252", "shift_jis"]))
def test_any_bytes_give_a_brief_or_an_error_of_ours(raw: bytes, encoding: str | None) -> None:
    with contextlib.suppress(tb.TradebriefError):
        tb.read(raw, encoding=encoding)


@given(any_markup() | any_texts(), formats)
def test_any_text_in_any_format_gives_a_brief_or_an_error_of_ours(text: str, format: str | None) -> None:
    with contextlib.suppress(tb.TradebriefError):
        tb.read(text, format=format)


@given(mutated_bytes() | st.binary() | any_markup().map(str.encode), formats)
def test_any_bytes_in_any_format_give_a_brief_or_an_error_of_ours(raw: bytes, format: str | None) -> None:
    with contextlib.suppress(tb.TradebriefError):
        tb.read(raw, format=format)


@given(mutated_bytes() | st.binary())
def test_place_of_an_undecodable_byte_can_be_told(raw: bytes) -> None:
    told = ""
    try:
        tb.parse(raw, name="brief.txt")
    except tb.ParseError as error:
        told = str(error)

    assert not told or regex.match(r"brief\.txt:\d+:\d+: .*\n  .*\n  +\^+$", told, regex.DOTALL)


@given(any_texts(), st.integers(0, 40), st.integers(0, 3), st.integers(0, 5))
def test_limits_give_an_error_of_ours(text: str, most: int, depth: int, nodes: int) -> None:
    with contextlib.suppress(tb.LimitError):
        tb.read(text, limits=tb.Limits(text=most * 50, depth=depth, nodes=nodes))
