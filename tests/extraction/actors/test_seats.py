"""Capitals: who governs there, or the mere place."""

import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


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


@pytest.mark.parametrize(
    "text",
    [
        "London, Ontario, wants a mill.",
        "Moscow, Idaho, opposes the levy.",
        "The levy angered Lima, Ohio.",
        "Paris, Texas, rejected the quota.",
        "Peru, Illinois, wants a mill.",
    ],
)
def test_town_in_a_state_is_no_government(text: str) -> None:
    assert not [id for id in mentions_of(read(text)) if id.startswith("country:")]


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Ottawa, Ontario and Quebec rejected the levy.", "country:ca"),
        ("Ottawa, Ontario, and Quebec rejected the levy.", "country:ca"),
        ("Moscow, Belarus and Iran rejected the levy.", "country:ru"),
        ("Canada, Ontario, wants a mill.", "country:ca"),
        ("Canada, Georgia, Brazil and Peru oppose the levy.", "country:ca"),
    ],
)
def test_capital_in_a_list_with_states_still_governs(text: str, id: str) -> None:
    assert id in mentions_of(read(text))


def test_state_is_a_place_where_people_in_it_act() -> None:
    assert "subnational:ca-ab" not in mentions_of(read("Growers in Alberta opposed the levy."))


def test_second_of_two_states_in_which_people_act_is_a_place() -> None:
    assert "subnational:ca-ab" not in mentions_of(read("Growers in New Brunswick and Alberta opposed the levy."))


def test_two_states_that_act_are_both_named() -> None:
    found = mentions_of(read("Alberta and New Brunswick opposed the levy."))

    assert {"subnational:ca-ab", "subnational:ca-nb"} <= found.keys()


def test_ends_of_a_stretch_of_land_are_places() -> None:
    found = mentions_of(read("Every mill from Lima to Oslo is idle."))

    assert not {"country:eg", "country:ke"} & found.keys()


def test_state_with_a_clause_about_it_acts() -> None:
    found = mentions_of(read("New South Wales, whose mills are idle, is ready to sign."))

    assert "subnational:au-nsw" in found


def test_capital_that_owns_in_a_heading_is_who_governs_there() -> None:
    brief = tb.read("Lima waits\n\nOslo’s Long Wait\n\nThe duty on salmon is low, and so it will stay for now.\n")

    assert mentions_of(brief)["country:no"] == ["Oslo"]


@pytest.mark.parametrize(
    "text",
    [
        "Morocco ships its tomatoes to Europe.",
        "Growers are shut out of Europe.",
        "No market can replace Europe.",
        "Lima is impatient with Europe.",
    ],
)
def test_europe_is_the_union_where_goods_go_and_what_one_feels_about_it(text: str) -> None:
    assert mentions_of(read(text))["bloc:eu"] == ["Europe"]


@pytest.mark.parametrize(
    "text",
    [
        "Rents fell in Europe.",
        "Mills across Europe closed.",
        "Asia and Europe are far apart.",
        "Trade between Europe and Asia fell.",
    ],
)
def test_europe_is_a_continent_where_things_are_and_beside_another_one(text: str) -> None:
    assert "bloc:eu" not in mentions_of(read(text))
