import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


def roles(text: str) -> dict[str, list[str]]:
    """The roles of each person of a text."""
    persons = (actor for actor in read(text).actors if actor.kind is tb.ActorKind.PERSON)
    return {actor.name: [role.title for role in actor.roles] for actor in persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Senators Ana Ruiz and Per Lund left.", {"Ana Ruiz": ["Senator"], "Per Lund": ["Senator"]}),
        ("Ministers Ruiz and Lund left.", {"Ruiz": ["Minister"], "Lund": ["Minister"]}),
        ("Prime Ministers Ana Ruiz, Per Lund and Ida Moe left.",
         {"Ana Ruiz": ["Prime Minister"], "Per Lund": ["Prime Minister"], "Ida Moe": ["Prime Minister"]}),
        ("Trade ministers Ana Ruiz and Per Lund left.",
         {"Ana Ruiz": ["Trade minister"], "Per Lund": ["Trade minister"]}),
        ("Reps. Ana Ruiz and Per Lund left.", {"Ana Ruiz": ["Rep."], "Per Lund": ["Rep."]}),
        ("Messrs. Ruiz and Lund left.", {"Ruiz": [], "Lund": []}),
    ],
)  # fmt: skip
def test_title_in_the_plural_goes_with_each_name_of_its_row(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


def test_plural_within_the_name_of_a_body_is_no_title() -> None:
    assert list(mentions_of(read("The Importers League and its members left, it said."))) == [
        "org:importers-league",
        "group:its-members",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Economy, Trade and Industry Minister Ana Ruiz left.",
        "The economy, trade and industry minister, Ana Ruiz, left.",
    ],
)
def test_office_for_several_things_is_one_title(text: str) -> None:
    ((name, (role,)),) = roles(text).items()

    assert (name, role.lower()) == ("Ana Ruiz", "economy, trade and industry minister")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ana Ruiz, the minister of economy, trade and industry, left.", "minister of economy, trade and industry"),
        ("Ana Ruiz, Spain’s minister for economic growth, left.", "minister for economic growth"),
        ("Ana Ruiz (the trade minister) left.", "trade minister"),
        ("The trade minister (Ana Ruiz) left.", "trade minister"),
    ],
)
def test_office_beside_a_name_is_read_with_all_that_it_is_for(text: str, role: str) -> None:
    assert roles(text) == {"Ana Ruiz": [role]}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Ontario Premier Ana Ruiz left.", "CA"),
        ("Quebec’s premier, Ana Ruiz, left.", "CA"),
        ("California Gov. Ana Ruiz left.", "US"),
    ],
)
def test_holder_of_a_states_office_is_of_its_country(text: str, country: str) -> None:
    (person,) = (actor for actor in read(text).actors if actor.kind is tb.ActorKind.PERSON)

    assert (person.country, len(person.roles)) == (country, 1)
