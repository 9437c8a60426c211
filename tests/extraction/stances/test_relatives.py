"""What a thing is called or said to be in its relative clause is said of the thing."""

import pytest
from tests.extraction.reading import claims_of, read, sides


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The levy, which Ottawa calls illegal, took effect in May.", ("country:ca", "oppose", "The levy")),
        ("The quota, which Lima described as a mistake, will stay.", ("country:pe", "oppose", "The quota")),
        ("The rule that Oslo branded discriminatory will lapse.", ("country:no", "oppose", "The rule")),
        ("The quota, which growers say is unfair, took effect.", ("group:growers", "oppose", "The quota")),
        ("The quota that growers say is unfair took effect.", ("group:growers", "oppose", "The quota")),
        ("The pact, which mills called a lifeline, has lapsed.", ("group:mills", "support", "The pact")),
        ("The quota, seen by Lima as unfair, took effect.", ("country:pe", "oppose", "The quota")),
        ("The quota, called unfair by Lima, took effect.", ("country:pe", "oppose", "The quota")),
    ],
)
def test_thing_is_judged_in_its_relative_clause(text: str, side: tuple[str, str, str]) -> None:
    assert side in sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "What Lima calls a fair price is unclear.",
        "A quota would be seen by Lima as unfair.",
        "The quota, which Lima calls new, stays.",
    ],
)
def test_nothing_is_judged_that_is_left_open_or_only_named(text: str) -> None:
    assert sides(text) == []


def test_participle_after_a_comma_is_a_claim_with_what_it_calls_its_noun() -> None:
    assert claims_of(read("The quota, seen by Lima as unfair, took effect.")) == [
        ("country:pe", ["The quota", "as unfair"], "claim.see-as.np_as")
    ]
    assert claims_of(read("The quota, backed by Lima, took effect.")) == []
