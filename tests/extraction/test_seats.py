"""Capitals: who governs there, or the mere place."""

import pytest
from tests.extraction.reading import mentions_of, read


@pytest.mark.parametrize(
    "text",
    [
        "Lund flew to Tokyo.",
        "Talks in Tokyo on Monday failed.",
        "Crowds filled Tokyo's streets.",
        "Rents fell in Tokyo's financial district.",
        "Tokyo's mayor was out.",
        "Crowds marched through the streets of Tokyo.",
        "The mayor of Tokyo was out.",
        "A train from Kyoto to Tokyo was late.",
        "Flights between Tokyo and Lima resumed.",
        "Reporters met in Washington, D.C., on Monday.",
        "The airport of Washington, D.C. is full.",
    ],
)
def test_capital_is_a_place_where_things_are_and_go(text: str) -> None:
    found = mentions_of(read(text))

    assert not {"country:jp", "country:us", "country:pe"} & found.keys()


@pytest.mark.parametrize(
    "text",
    [
        "Tokyo's offer was thin.",
        "Tokyo's trade envoy was out.",
        "Tokyo on Monday rejected the offer.",
        "The talks between Tokyo and Lima failed.",
        "The offer from Tokyo was thin.",
    ],
)
def test_capital_is_who_governs_there_where_it_acts_or_owns(text: str) -> None:
    assert mentions_of(read(text))["country:jp"] == ["Tokyo"]


def test_state_is_a_place_where_people_in_it_act() -> None:
    assert "subnational:ca-ab" not in mentions_of(read("Growers in Alberta opposed the levy."))


def test_second_of_two_states_in_which_people_act_is_a_place() -> None:
    assert "subnational:ca-ab" not in mentions_of(read("Growers in New Brunswick and Alberta opposed the levy."))


def test_two_states_that_act_are_both_named() -> None:
    found = mentions_of(read("Alberta and New Brunswick opposed the levy."))

    assert {"subnational:ca-ab", "subnational:ca-nb"} <= found.keys()
