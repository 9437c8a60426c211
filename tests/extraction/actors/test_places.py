import pytest
from tests.extraction.reading import mentions_of, read, words_of

import tradebrief as tb


def places_of(brief: tb.Brief) -> dict[str, list[str]]:
    """The words that name each place, by its id."""
    return {place.id: words_of(brief, (mention.span for mention in place.mentions)) for place in brief.places}


@pytest.mark.parametrize(
    ("text", "id", "rule"),
    [
        ("Fog closed the port of Ulvik for a day.", "place:ulvik", "place.head"),
        ("The mill stood near Ulvik for years.", "place:ulvik", "place.locative"),
        ("Nobody across the Skerrow was pleased.", "place:skerrow", "place.locative"),
        ("The envoys flew to Ulvik on Monday.", "place:ulvik", "place.locative"),
        ("The mill is in the Skerrow Valley.", "place:skerrow-valley", "place.head"),
        ("They crossed Mount Skerrow at dawn.", "place:mount-skerrow", "place.head"),
        ("Rain fell on Ulvik, Norway, for a week.", "place:ulvik", "place.within"),
        ("The ships wait off Rotterdam for a berth.", "place:rotterdam", "place.known"),
        ("The envoys flew to Washington on Monday.", "place:washington", "place.known"),
        ("The mill is in Ohio for now.", "subnational:us-oh", "place.known"),
        ("The clinic on 14th Street closed.", "place:14th-street", "place.head"),
    ],
)
def test_where_things_happen_is_a_place_and_no_actor(text: str, id: str, rule: str) -> None:
    brief = read(text)

    (place,) = (place for place in brief.places if place.id == id)
    assert [mention.rule for mention in place.mentions] == [rule]
    assert id not in {actor.id for actor in brief.actors}


def test_capital_is_a_place_or_a_government_by_what_it_does() -> None:
    brief = read("The envoy flew to Oslo, but Oslo opposed the levy.")

    assert places_of(brief) == {"place:oslo": ["Oslo"]}
    assert [actor.id for actor in brief.actors] == ["person:envoy", "country:no"]


def test_state_that_acts_is_an_actor_under_the_id_of_the_place() -> None:
    brief = read("The mill is in Ohio. Ohio opposes the levy.")

    assert places_of(brief) == {"subnational:us-oh": ["Ohio"]}
    assert [actor.id for actor in brief.actors] == ["subnational:us-oh"]


def test_place_has_the_country_that_the_lexicon_knows() -> None:
    (place,) = read("The ships wait off Rotterdam for a berth.").places

    assert (place.name, place.country) == ("Rotterdam", "NL")


def test_name_once_told_to_be_a_place_is_one_wherever_it_stands() -> None:
    brief = read("The mill stood near Ulvik for years. The trade of Ulvik fell.")

    assert places_of(brief) == {"place:ulvik": ["Ulvik", "Ulvik"]}


def test_name_in_a_row_with_places_is_a_place() -> None:
    brief = read("The duty hurt Rotterdam, Ulvik and Skerrow alike.")

    assert set(places_of(brief)) == {"place:rotterdam", "place:ulvik", "place:skerrow"}


def test_country_is_an_actor_wherever_it_stands() -> None:
    brief = read("The envoys flew to Norway on Monday.")

    assert (brief.places, brief.actors[0].id) == ((), "group:envoys")
    assert "country:no" in {actor.id for actor in brief.actors}


def test_capital_in_a_dateline_is_a_place() -> None:
    brief = tb.read("Levy stays\n\nOSLO, 9 April (AP) - The duty stays, the growers said.\n")

    assert "country:no" not in {actor.id for actor in brief.actors}


def test_town_with_and_without_the_word_city_is_one() -> None:
    brief = read("The mill is near Skerrow City. Many left Skerrow City and came back to live near Skerrow.")

    assert places_of(brief) == {"place:skerrow": ["Skerrow City", "Skerrow City", "Skerrow"]}


def test_town_named_after_its_state_is_not_the_state() -> None:
    brief = read("The mill is near Oklahoma City. Many left Oklahoma City for a farm in Oklahoma.")

    assert places_of(brief) == {
        "place:oklahoma-city": ["Oklahoma City", "Oklahoma City"],
        "subnational:us-ok": ["Oklahoma"],
    }


def test_town_is_one_with_and_without_what_says_that_it_is_a_town() -> None:
    brief = read("Mills in Halden fear the levy. Growers near the City of Halden wait.")

    assert [[brief[mention.span] for mention in place.mentions] for place in brief.places] == [
        ["Halden", "City of Halden"]
    ]


def test_state_acts_after_an_aside_but_not_in_an_address() -> None:
    assert "subnational:ca-ab" in {actor.id for actor in read("Alberta, by contrast, favours a quota.").actors}
    assert "subnational:ca-ab" not in {actor.id for actor in read("A mill in Calgary, Alberta, said no.").actors}
    assert "subnational:ca-ab" not in {actor.id for actor in read("Mills in Alberta, however, favour it.").actors}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Quebec Premier Ana Roy objects.", {"subnational:ca-qc"}),
        ("Iowa's agriculture secretary objects.", {"subnational:us-ia"}),
        ("Ruth Hall, an Iowa Republican, objects.", {"subnational:us-ia"}),
        ("Mills in Iowa object.", set[str]()),
        ("Iowa growers object.", set[str]()),
    ],
)
def test_state_is_an_actor_beside_one_of_its_offices(text: str, states: set[str]) -> None:
    assert {actor.id for actor in read(text).actors if actor.kind is tb.ActorKind.SUBNATIONAL} == states


@pytest.mark.parametrize(
    "text",
    [
        "Oslo says the mills at Quarno get cheap gas.",
        "The union met at its Quarno plant, and it left.",
        "A quota would save towns like Quarno.",
        "Oslo wants a quota for ports such as Quarno.",
    ],
)
def test_name_of_where_a_works_is_no_actor(text: str) -> None:
    assert "Quarno" not in {actor.name for actor in read(text).actors}


def test_name_after_at_is_a_place_where_something_is() -> None:
    assert "org:orizabel" not in mentions_of(
        read("Nothing was decided on its site at Orizabel, where 90 smelters stood.")
    )
