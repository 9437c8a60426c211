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
    assert stances_of(read(text), "stance.choice.rather") == stances


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
    assert stances_of(read(text), "stance.choice.have-done") == stances


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
