import pytest
from tests.extraction.reading import read

import tradebrief as tb


@pytest.mark.parametrize(
    ("text", "id", "words", "country"),
    [
        ("The growers opposed the levy.", "group:growers", "growers", None),
        ("Norwegian officials opposed the levy.", "group:norwegian-officials", "Norwegian officials", "NO"),
        ("U.S. officials opposed the levy.", "group:u-s-officials", "U.S. officials", "US"),
        ("The growers in Sonora opposed the levy.", "group:growers-in-sonora", "growers in Sonora", None),
        ("The mill owners opposed the levy.", "group:mill-owners", "mill owners", None),
        ("Chile’s growers opposed the levy.", "group:chiles-growers", "Chile’s growers", "CL"),
    ],
)
def test_people_in_the_plural_are_a_group(text: str, id: str, words: str, country: str | None) -> None:
    (actor,) = (actor for actor in read(text).actors if actor.kind is tb.ActorKind.GROUP)

    assert (actor.id, actor.name, actor.country) == (id, words, country)


@pytest.mark.parametrize("words", ["official", "unnamed official", "diplomat"])
def test_unnamed_person_who_speaks_is_anonymous(words: str) -> None:
    (actor,) = read(f"An {words} said a deal was close.".replace("An d", "A d")).actors

    assert (actor.kind, actor.name) == (tb.ActorKind.ANONYMOUS, words)


def test_unnamed_person_who_only_waits_is_nobody() -> None:
    assert read("An official waited in the port.").actors == ()


def test_both_sides_are_nobody_in_particular() -> None:
    assert read("Both sides waited in the port.").actors == ()


def test_first_part_of_a_compound_is_no_actor() -> None:
    assert read("The company law fell in May.").actors == ()


def test_description_of_a_body_is_an_organization() -> None:
    (actor,) = read("The ministry said the duty was unfair.").actors

    assert (actor.id, actor.kind) == ("org:ministry", tb.ActorKind.ORGANIZATION)
