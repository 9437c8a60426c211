"""What somebody would have done rather than something else, and the chance that they give a thing."""

import pytest
from tests.extraction.reading import commentary_of, read, words_of

import tradebrief as tb


def stances_of(brief: tb.Brief, rule: str) -> list[tuple[str, str, str]]:
    """Side or outlook, act and target of the stances read by a rule."""
    return [
        (
            (stance.polarity or stance.outlook or stance.act).value,
            stance.act.value,
            words_of(brief, [stance.target.span])[0] if stance.target else "",
        )
        for stance in brief.stances
        if stance.rule == rule
    ]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Norway would rather sell cod to Chile.", [("support", "state", "sell cod to Chile")]),
        ("Norway would sooner talk than sue.", [("support", "state", "talk")]),
        ("Norway would rather not sell cod.", [("oppose", "state", "sell cod")]),
        ("Norway would rather have a bad deal.", []),
        ("Norway is rather slow.", []),
    ],
)
def test_what_somebody_would_rather_do_they_are_for(text: str, stances: list[tuple[str, str, str]]) -> None:
    assert stances_of(read(text), "stance.would-rather.infinitive") == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Norway would have growers sell to Chile instead.", [("support", "request", "sell to Chile instead")]),
        ("Norway would have Lima drop the levy.", [("support", "request", "drop the levy")]),
        ("Norway would have little trouble.", []),
        ("Norway would have cost growers a fortune.", []),
    ],
)
def test_what_somebody_would_have_others_do_they_ask_for(text: str, stances: list[tuple[str, str, str]]) -> None:
    assert stances_of(read(text), "stance.would-have.np_infinitive") == stances


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Norway sees scant prospect of a deal.", [("skeptical", "state", "a deal")]),
        ("Norway gives the complaint little chance.", [("skeptical", "state", "the complaint")]),
        ("Norway gave both sides an even chance of settling.", [("uncertain", "state", "settling")]),
        ("Norway sees a good chance of a truce.", [("optimistic", "state", "a truce")]),
        (
            "Norway held out little hope that the talks would succeed.",
            [("skeptical", "state", "the talks would succeed")],
        ),
        ("Norway gave Lima a chance.", []),
        ("Norway does not see a good chance of a truce.", []),
    ],
)
def test_the_chance_that_somebody_gives_a_thing_is_an_outlook(text: str, stances: list[tuple[str, str, str]]) -> None:
    assert stances_of(read(text), "stance.odds") == stances


def test_the_chance_that_an_author_gives_a_thing_is_commentary() -> None:
    brief = commentary_of("I see little chance of a deal.")

    assert [stance.attribution.value for stance in brief.stances if stance.rule == "stance.odds"] == ["commentary"]


def test_an_outlook_compared_to_another_is_on_the_same_thing() -> None:
    brief = read("Lima doubts that a deal will come. Oslo is more hopeful.")

    assert [words_of(brief, [stance.target.span]) for stance in brief.stances if stance.target] == [
        ["a deal will come"],
        ["a deal will come"],
    ]


def test_an_outlook_that_is_not_compared_is_on_nothing_that_is_told() -> None:
    brief = read("Lima doubts that a deal will come. Oslo is hopeful.")

    assert [stance.target is None for stance in brief.stances] == [False, True]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("There is much to be said for the deal.", [("support", "praise", "the deal")]),
        ("There is no excuse for the levy.", [("oppose", "criticize", "the levy")]),
        ("There is no need to wait.", [("oppose", "criticize", "wait")]),
        ("There is every reason for Lima to wait.", [("support", "state", "wait")]),
        ("There is a port in Lima.", []),
        ("Minister Lund is to be commended for the journey.", [("support", "praise", "Minister Lund")]),
        ("Cod is dear, but a levy would be a mistake.", [("oppose", "criticize", "a levy")]),
        ("It does not follow that a levy is a mistake.", []),
    ],
)
def test_an_author_judges_by_what_there_is_and_in_further_clauses(
    text: str, stances: list[tuple[str, str, str]]
) -> None:
    assert stances_of(commentary_of("I live in Oslo.", text), "stance.judgment.predicate") == stances


def test_an_author_says_what_must_be_done_in_a_further_clause() -> None:
    brief = commentary_of("I live in Oslo.", "Cod is dear, and Lima should drop the levy.")

    assert stances_of(brief, "stance.judgment.duty") == [("support", "demand", "Lima should drop the levy")]


def test_a_speaker_judges_by_what_there_is() -> None:
    brief = read("Norway said there was no need for a levy.")

    assert stances_of(brief, "stance.judgment.predicate") == [("oppose", "criticize", "a levy")]


@pytest.mark.parametrize(
    "text", ["Whether Lima will sign remains an open question.", "Whether Lima will sign is another matter."]
)
def test_an_author_leaves_open_what_a_question_asks(text: str) -> None:
    assert stances_of(commentary_of("I live in Oslo.", text), "stance.forecast") == [
        ("uncertain", "state", "Lima will sign")
    ]


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Norway was less sanguine.", ["skeptical"]),
        ("Norway was more sanguine.", ["optimistic"]),
        ("Norway was much more hopeful.", ["optimistic"]),
    ],
)
def test_a_degree_before_an_outlook_keeps_or_turns_it(text: str, stances: list[str]) -> None:
    assert [stance.outlook.value for stance in read(text).stances if stance.outlook] == stances
