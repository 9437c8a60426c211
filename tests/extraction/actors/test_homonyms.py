"""A country and a state of one name."""

import pytest
from tests.extraction.reading import mentions_of, read, undecided


@pytest.mark.parametrize(
    "text",
    [
        "Mills in Atlanta, Georgia, fear the duty. Georgia opposes the levy.",
        "Mills in Alabama and Georgia fear the duty. Georgia opposes the levy.",
        "The duty hurts the governor of Georgia. Georgia opposes the levy.",
        "Georgia's governor fears the duty. Georgia opposes the levy.",
        "Mills in Savannah fear the duty. Georgia opposes the levy.",
        "Delta Air Lines fears the duty. Georgia opposes the levy.",
        "Georgia, the top peanut state, opposes the levy.",
        "Mills in Macon, Georgia, U.S., fear the duty. Georgia opposes the levy.",
        "Georgia Republican Eva Lund fears the duty. Georgia opposes the levy.",
        "Sen. Eva Lund of Georgia fears the duty. Georgia opposes the levy.",
        "A senator from Georgia fears the duty. Georgia opposes the levy.",
        "Georgia opposes the levy. The state exports pecans.",
        "Georgia Mills fears the duty. Georgia opposes the levy.",
        "Atlanta hopes that the duty falls. Georgia opposes the levy.",
        "Texas growers and Georgia growers fear the duty. Georgia opposes the levy.",
    ],
)
def test_state_is_meant_where_its_company_is(text: str) -> None:
    found = mentions_of(read(text))

    assert "country:ge" not in found
    assert set(found["subnational:us-ga"]) == {"Georgia"}


@pytest.mark.parametrize(
    "text",
    [
        "Georgia opposes the levy. The country exports nuts.",
        "Norway wants a deal. Georgia opposes the levy.",
        "The ambassador of Georgia opposes the levy.",
        "Georgia and Norway oppose the levy.",
        "Georgia's prime minister opposes the levy.",
        "Mills in Oslo, Georgia and Chile oppose the levy.",
        "Ukraine, Georgia and Norway oppose the levy of Congress.",
    ],
)
def test_country_is_meant_elsewhere(text: str) -> None:
    assert mentions_of(read(text))["country:ge"] == ["Georgia"]


def test_state_is_meant_only_where_it_shows_if_the_capital_is_named() -> None:
    found = mentions_of(read("Georgia opposes the levy, said Tbilisi.", "The governor of Georgia fears the duty."))

    assert found["country:ge"] == ["Georgia", "Tbilisi"]


def test_countrys_people_show_that_it_is_meant() -> None:
    found = mentions_of(read("Georgia opposes the levy of Congress. Georgian wine is cheap."))

    assert found["country:ge"] == ["Georgia", "Georgian"]


def test_name_is_left_open_where_the_text_is_at_home_in_the_states_country() -> None:
    brief = read("Georgia opposes the levy. Congress and Texas Republicans back it.")

    assert mentions_of(brief)["country:georgia"] == ["Georgia"]
    assert undecided(brief) == ["Georgia"]


@pytest.mark.parametrize("text", ["Georgia opposes the levy.", "Georgia objects, and the state of the mills is bad."])
def test_name_is_left_open_where_nothing_tells(text: str) -> None:
    brief = read(text)

    assert mentions_of(brief)["country:georgia"] == ["Georgia"]
    assert undecided(brief) == ["Georgia"]


def test_name_is_left_open_where_a_paragraph_has_nothing_and_the_text_both() -> None:
    brief = read("Georgia opposes the levy.", "The governor of Georgia fears the duty.", "Tbilisi does not.")

    assert mentions_of(brief)["country:georgia"] == ["Georgia"]
    assert mentions_of(brief)["country:ge"] == ["Tbilisi"]
