"""How a text is laid out in lines changes nothing of what it says."""

import textwrap

import pytest
from tests.extraction.reading import folded, read

import tradebrief as tb

TEXT = """\
Norway and Chile agree on a smaller salmon quota after two years of talks

Trade Minister Okada Haruto said on Monday that the quota would fall to 60,000 tonnes by 1 August 2026. She urged \
Chile to open its ports, and she warned that a levy would follow unless Chile agreed to wait.

“The quota is a compromise,” she told reporters in Oslo. “It will hurt nobody.” According to the European Commission, \
the duty on smoked fish is a “costly mistake” that protects nobody. The growers in the north rejected the proposal, \
arguing that it favoured the ports.

The duty, Mr. Petrov said, was unfair, and the U.S. was urged by Norway to drop it. Chilean officials doubt that the \
quota will last. The Varga administration said the talks would resume in May.

Commentary

A Quota for the Patient

I think that the quota is fair. The minister deserves praise, but I doubt that she will get it.
"""

Seen = list[tuple[str, str | None, list[str]]]


def seen(text: str) -> Seen:
    """Rule, holder and content of each claim, line ends folded."""
    return claims(tb.read(text))


def claims(brief: tb.Brief) -> Seen:
    """The same of a brief."""
    return [(claim.rule, claim.holder, [folded(brief[span]) for span in claim.content]) for claim in brief.claims]


def wrapped(width: int) -> str:
    """The text with its lines broken at a width."""
    paragraphs = TEXT.rstrip().split("\n\n")
    return "\n\n".join(textwrap.fill(paragraph, width, break_on_hyphens=False) for paragraph in paragraphs) + "\n"


@pytest.fixture(scope="module")
def unwrapped() -> Seen:
    """The claims of the text with a line for each paragraph."""
    return seen(TEXT)


def test_text_has_claims_of_many_sorts(unwrapped: Seen) -> None:
    assert len(unwrapped) > 10


@pytest.mark.parametrize("width", [40, 60, 72, 79, 100])
def test_wrapping_lines_changes_no_claim(width: int, unwrapped: Seen) -> None:
    assert seen(wrapped(width)) == unwrapped


@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
@pytest.mark.parametrize("width", [40, 60, 72, 79, 100])
def test_first_lines_set_in_change_no_claim(width: int, indent: str, unwrapped: Seen) -> None:
    paragraphs = wrapped(width).split("\n\n")
    prose = [f"{indent}{paragraph}" if "." in paragraph else paragraph for paragraph in paragraphs]

    assert seen("\n\n".join(prose)) == unwrapped


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("width", [60, 10_000])
def test_line_ends_change_no_claim(width: int, newline: str, unwrapped: Seen) -> None:
    assert seen(wrapped(width).replace("\n", newline)) == unwrapped


def test_no_break_spaces_change_no_claim(unwrapped: Seen) -> None:
    assert seen(TEXT.replace("the duty", "the\u00a0duty").replace("60,000 tonnes", "60,000\u00a0tonnes")) == unwrapped


def test_curly_apostrophes_change_no_claim() -> None:
    straight, curly = (f"Norway{mark}s promise to cut the duty came late." for mark in "'’")

    assert seen(straight) == seen(curly) != []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_end_may_fall_between_any_two_words(newline: str) -> None:
    sentence = "In May Lena Varga said that the duty was “a costly mistake” if Chile agreed to wait."
    words = sentence.split()

    lines = [" ".join(words[:at]) + newline + " ".join(words[at:]) for at in range(1, len(words))]

    assert [claims(read(text)) for text in lines] == [claims(read(sentence))] * len(lines)
