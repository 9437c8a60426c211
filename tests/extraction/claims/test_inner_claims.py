import pytest
from tests.extraction.reading import claims_of, read, words_of

import tradebrief as tb


def inner_of(text: str) -> list[tuple[str | None, list[str], str | None]]:
    """Holder, content and relaying actor of each claim that is nested in another."""
    brief = read(text)
    nested = [claim for claim in brief.claims if claim.within is not None]
    return [(claim.holder, words_of(brief, claim.content), claim.relayed_by) for claim in nested]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Ruiz said: “Norway said ‘the deal is dead’ and walked out.”", "the deal is dead"),
        ("Ana Ruiz told reporters: “Norway told us, ‘We need more time,’ and left.”", "We need more time"),
        ("“Norway told us ‘the rules were never like this’ and walked out,” Ana Ruiz said.",
         "the rules were never like this"),
        ('"Norway said \'no deal is better than a bad one\'," Ana Ruiz said.', "no deal is better than a bad one"),
        ("‘Norway told us, “The quota stays,” and left,’ Ana Ruiz said.", "The quota stays"),
        ("“Norway said, ‘We need more time.’ So we left,” Ana Ruiz told lawmakers.", "We need more time"),
        ("“‘The quota is dead,’ Norway said,” Ana Ruiz told lawmakers.", "The quota is dead"),
    ],
)  # fmt: skip
def test_quotation_within_a_quotation_is_relayed(text: str, content: str) -> None:
    assert inner_of(text) == [("country:no", [content], "person:ana-ruiz")]


def test_outer_quotation_is_whole() -> None:
    outer, _ = claims_of(read("Ana Ruiz said: “Norway said ‘the deal is dead’ and walked out.” She left."))

    assert outer == (
        "person:ana-ruiz", ["Norway said ‘the deal is dead’ and walked out"], "claim.say.quote",
    )  # fmt: skip


def test_quotation_goes_on_after_its_outer_speaker() -> None:
    brief = read("“Norway said ‘the deal is dead’,” Ana Ruiz said. “We do not agree.”")
    outer = next(claim for claim in brief.claims if claim.within is None)

    assert words_of(brief, outer.content) == ["Norway said ‘the deal is dead’", "We do not agree"]


@pytest.mark.parametrize(
    "text",
    [
        "“The so-called ‘fair’ duties are illegal,” Ana Ruiz said.",
        "Ana Ruiz said: “We have no use for ‘strategic patience’ here.”",
    ],
)
def test_words_that_an_inner_quotation_holds_at_a_distance_are_no_speech(text: str) -> None:
    assert inner_of(text) == []


def test_speaker_is_not_who_says_i_in_what_they_quote() -> None:
    brief = read("“Norway’s envoy told me ‘I will not sign’,” Ana Ruiz said.")
    ruiz = next(actor for actor in brief.actors if actor.id == tb.ActorId("person:ana-ruiz"))

    assert words_of(brief, [mention.span for mention in ruiz.mentions]) == ["me", "Ana Ruiz"]


def test_deed_after_a_whole_quotation_is_not_said() -> None:
    assert claims_of(read("Norway said “the deal is dead” and left.")) == [
        ("country:no", ["the deal is dead"], "claim.say.quote")
    ]
