"""Words for two who are not named, and what stays open."""

import pytest
from tests.extraction.reading import read, undecided

import tradebrief as tb


def holders(brief: tb.Brief) -> list[str]:
    """Who takes a side on the quota, in order."""
    return [stance.holder for stance in brief.stances if stance.target and stance.target.concept == "quota"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway met Chile. Both countries oppose the quota.", ["country:no", "country:cl"]),
        ("Norway and Chile met. Both oppose the quota.", ["country:no", "country:cl"]),
        ("Norway and Chile met in Peru. The two sides oppose the quota.", ["country:no", "country:cl"]),
        ("Norway and Chile criticized Peru. Both governments oppose the quota.", ["country:no", "country:cl"]),
        ("The European Union and Chile met. The sides oppose the quota.", ["bloc:eu", "country:cl"]),
        ("Norway's exports to Chile fell. Neither country supports the quota.", ["country:no", "country:cl"]),
        ("Norway and Chile met. They oppose the quota.", ["country:no", "country:cl"]),
        ("Minister Ana Ruiz met Eva Lund. The two leaders oppose the quota.", ["person:ana-ruiz", "person:eva-lund"]),
        ("Norway and Chile met. Both sides in May opposed the quota.", ["country:no", "country:cl"]),
        ("Growers and millers met. Both sides oppose the quota.", ["group:growers", "group:millers"]),
    ],
)
def test_words_for_two_are_each_of_the_two_who_fit(text: str, expected: list[str]) -> None:
    brief = read(text)

    assert holders(brief) == expected
    assert brief.claims[-1].holder_reason is tb.HolderReason.JOINT
    assert undecided(brief) == []


@pytest.mark.parametrize("words", ["The three countries", "The three governments", "All three", "All three countries"])
def test_words_for_three_are_each_of_the_three_who_fit(words: str) -> None:
    brief = read(f"Norway, Chile and Peru met. {words} oppose the quota.")

    assert holders(brief) == ["country:no", "country:cl", "country:pe"]
    assert [actor.id for actor in brief.actors] == ["country:no", "country:cl", "country:pe"]


def test_words_for_three_are_nobody_where_more_fit() -> None:
    assert holders(read("Norway, Chile, Kenya and Peru met. The three countries oppose the quota.")) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway, Chile and Peru met. Both countries oppose the quota.", "Both countries"),
        ("Norway and Chile met Peru and Spain. The two sides oppose the quota.", "The two sides"),
        ("Norway objected. Both governments oppose the quota.", "Both governments"),
        ("Growers fear millers. The two sides oppose the quota.", "The two sides"),
    ],
)
def test_words_for_two_stay_open_where_others_fit_as_well(text: str, words: str) -> None:
    brief = read(text)

    assert holders(brief) == []
    assert undecided(brief) == [words]


@pytest.mark.parametrize("words", ["Both sides of the aisle", "Both sides in the Senate", "Both parties"])
def test_sides_within_something_else_are_not_the_two_who_were_named(words: str) -> None:
    brief = read(f"Norway and Chile met. {words} oppose the quota.")

    assert holders(brief) == []
    assert brief.claims[-1].holder_reason is tb.HolderReason.JOINT


def test_pair_of_a_paragraph_before_is_meant() -> None:
    brief = read("Norway and Chile met.", "The two countries oppose the quota.")

    assert holders(brief) == ["country:no", "country:cl"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ms. Ruiz and Ms. Berg met. She said that duties hurt.", "She"),
        ("Norway and Chile met. It said that duties hurt.", "It"),
        ("Norway and Chile met. The government said that duties hurt.", "government"),
        ("Lund Metals Inc. met Ode Mills Inc. The company said that duties hurt.", "company"),
        ("Trade Minister Ana Ruiz met Finance Minister Per Lund. The minister said that duties hurt.", "minister"),
    ],
)
def test_holder_who_may_be_either_is_noted(text: str, words: str) -> None:
    assert undecided(read(text)) == [words]


def test_it_that_stands_for_a_clause_is_not_noted() -> None:
    assert undecided(read("It seems that duties fell. It is clear that they hurt.")) == []
