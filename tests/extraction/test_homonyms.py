"""A country and a state of one name."""

import pytest
from tests.extraction.reading import mentions_of, read


@pytest.mark.parametrize(
    "text",
    [
        "Mills in Atlanta, Georgia, fear the duty. Georgia opposes the levy.",
        "Mills in Alabama and Georgia fear the duty. Georgia opposes the levy.",
        "The duty hurts the governor of Georgia. Georgia opposes the levy.",
        "Georgia's governor fears the duty. Georgia opposes the levy.",
    ],
)
def test_state_is_meant_where_its_company_is(text: str) -> None:
    found = mentions_of(read(text))

    assert "country:ge" not in found
    assert set(found["subnational:us-ga"]) == {"Georgia"}


@pytest.mark.parametrize(
    "text",
    [
        "Georgia opposes the levy.",
        "Georgia and Norway oppose the levy.",
        "Georgia's prime minister opposes the levy.",
        "Mills in Oslo, Georgia and Chile oppose the levy.",
    ],
)
def test_country_is_meant_elsewhere(text: str) -> None:
    assert mentions_of(read(text))["country:ge"] == ["Georgia"]


def test_state_is_meant_only_where_it_shows_if_the_capital_is_named() -> None:
    found = mentions_of(read("Georgia opposes the levy, said Tbilisi.", "The governor of Georgia fears the duty."))

    assert found["country:ge"] == ["Georgia", "Tbilisi"]
