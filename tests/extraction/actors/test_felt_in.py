"""Capitals in which something is thought or felt stand for those who sit there."""

import pytest
from tests.extraction.reading import read


def holders(text: str) -> list[str]:
    """Who takes a side, and which."""
    brief = read(text)
    return [
        f"{brief.actor(stance.holder).name}: {stance.polarity.value}" for stance in brief.stances if stance.polarity
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There is growing unease in Ottawa about the review clause.", "Canada: oppose"),
        ("There is anger in Paris over the levy.", "France: oppose"),
        ("Doubts about the quota linger in Oslo.", "Norway: oppose"),
        ("The announcement was met with dismay in Tokyo.", "Japan: oppose"),
        ("The plan has met resistance in Lima.", "Peru: oppose"),
        ("The plan has drawn little support in Oslo.", "Norway: oppose"),
        ("The plan enjoys support in Oslo.", "Norway: support"),
        ("The quota has aroused suspicion among millers.", "millers: oppose"),
        ("Dairy farmers have grown impatient with the levy.", "Dairy farmers: oppose"),
    ],
)
def test_what_is_felt_in_a_capital_is_held_there(text: str, found: str) -> None:
    assert found in holders(text)


@pytest.mark.parametrize(
    "text",
    [
        "Millers marched in Lima over the levy.",
        "The pact was signed in Lima.",
        "The minister spoke in Ottawa about the quota.",
        "The plan drew criticism in Geneva.",
        "Growers in Oslo fear the quota.",
        "In Lima",
    ],
)
def test_where_something_happens_is_a_place(text: str) -> None:
    assert not {"Canada", "Peru", "Norway"} & {actor.name for actor in read(text).actors}


@pytest.mark.parametrize("words", ["looks set to", "looks poised to", "is set to"])
def test_what_somebody_looks_set_to_do_has_no_part_of_the_verb_in_its_holder(words: str) -> None:
    brief = read(f"Chile {words} reject the quota.")

    assert not [claim for claim in brief.claims if claim.source and "looks" in brief[claim.source]]
