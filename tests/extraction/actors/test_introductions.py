"""Persons of whom one sentence tells the name and another one the office."""

import pytest
from tests.extraction.reading import mentions_of, read


def test_next_paragraph_opens_with_the_name_of_whose_office_spoke() -> None:
    brief = read(
        "Peru will delay its curbs on squid, its fisheries minister said on Monday.",
        "Carmen Soto told reporters that the curbs would have been reckless.",
    )

    assert mentions_of(brief)["person:carmen-soto"] == ["its fisheries minister", "Carmen Soto"]


@pytest.mark.parametrize(
    "following",
    [
        "Reporters asked Carmen Soto whether the curbs had been reckless.",
        "Carmen Soto, a trawler owner, said that the curbs would have been reckless.",
        "Soto said that the curbs would have been reckless.",
    ],
)
def test_other_names_are_not_whose_office_spoke(following: str) -> None:
    brief = read("Peru will delay its curbs on squid, its fisheries minister said on Monday.", following)

    assert mentions_of(brief)["person:its-fisheries-minister"] == ["its fisheries minister"]


def test_office_after_a_quotation_is_of_the_only_person_that_the_paragraph_has_named() -> None:
    brief = read(
        "Ana Berg has no patience left. “They have taken the boats,” says the head of the Lofoten Salmon Company. She"
        " shrugs."
    )

    assert mentions_of(brief)["person:ana-berg"] == ["Ana Berg", "head of the Lofoten Salmon Company", "She"]


def test_office_after_a_quotation_is_of_nobody_where_two_are_named() -> None:
    brief = read("Ana Berg has met Karl Moe. “They have taken my boats,” says the head of the Lofoten Salmon Company.")

    assert mentions_of(brief)["person:ana-berg"] == ["Ana Berg"]
    assert mentions_of(brief)["person:karl-moe"] == ["Karl Moe"]
