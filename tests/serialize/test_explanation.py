from hypothesis import given
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.serialize.summary import summarize

TEXT = "Ana Ruiz of Norway said on Monday that the duty might fall if Chile agrees. She urged Peru to lift the ban.\n"


def explained(text: str) -> list[str]:
    """The lines of a summary that explains, without their indents."""
    return [line.strip() for line in summarize(tb.read(text), width=200, explain=True).splitlines()]


def test_claim_says_whose_it_is_and_by_which_entry_it_was_read() -> None:
    lines = explained(TEXT)

    assert 'by "said", entry say, complement that' in lines
    assert 'held as asserted, certainty PS+, voice reported, if "Chile agrees"' in lines
    assert any(line.startswith('source "She" (pronoun [') and line.endswith("is person:ana-ruiz") for line in lines)


def test_stance_says_on_which_words_it_rests() -> None:
    lines = explained(TEXT)

    assert any(line.startswith('read from "') for line in lines)
    assert any(line.startswith("rests on the claim at 1:") for line in lines)


def test_actor_says_how_it_is_named() -> None:
    assert any(line.startswith("named by name 1x [") and "pronoun 1x [" in line for line in explained(TEXT))


def test_claim_of_nobody_says_why() -> None:
    lines = explained("It was reported that the talks had failed.\n")

    assert "nobody's: passive" in lines


@given(briefs())
def test_explanation_only_adds_lines(brief: tb.Brief) -> None:
    plain, told = summarize(brief, width=200), summarize(brief, width=200, explain=True)

    rest = iter(told.splitlines())
    assert all(line in rest for line in plain.splitlines())
