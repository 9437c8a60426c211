"""Outlooks on what will be done to a measure, a plan or a pact, where that is supposed."""

import pytest
from tests.extraction.reading import commentary_of, read


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("Analysts who follow the case think the levy will be struck down.", "skeptical"),
        ("Lawyers think that the ban will be overturned before June.", "skeptical"),
        ("Traders in Rotterdam believe the quota will be scrapped.", "skeptical"),
        ("Jurists predicted that the decree would be annulled.", "skeptical"),
        ("Norway believes the bill will soon be voted down.", "skeptical"),
        ("Norway believes the law will be upheld.", "optimistic"),
        ("Norway expects that the bill will be adopted in May.", "optimistic"),
        ("Norway thinks the plan will be thrown out.", "skeptical"),
    ],
)
def test_what_will_be_done_to_a_measure_is_an_outlook(text: str, outlook: str) -> None:
    (stance,) = read(text).stances
    assert stance.polarity is None
    assert stance.outlook
    assert stance.outlook.value == outlook


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said the levy would be scrapped.",
        "Norway believes the levy will not be scrapped.",
        "Norway thinks the goods will be rejected.",
        "Norway thinks the levy will be",
        "Norway thinks the levy will",
    ],
)
def test_what_is_announced_or_denied_is_none(text: str) -> None:
    assert [stance.rule for stance in read(text).stances if stance.outlook] == []


def test_author_foretells_it_too() -> None:
    brief = commentary_of("I have watched the court. The decree will be struck down.")
    assert [stance.outlook.value for stance in brief.stances if stance.outlook] == ["skeptical"]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Finland and Austria share Denmark's doubts about the levy.", {"country:dk", "country:fi", "country:at"}),
        ("Norway shares Lima's objections to the levy.", {"country:pe", "country:no"}),
        ("Norway echoed Chile's criticism of the quota.", {"country:cl", "country:no"}),
        ("Norway has echoed Chile's fears about the pact.", {"country:cl", "country:no"}),
        ("Norway does not share Chile's doubts about the levy.", {"country:cl"}),
        ("Norway would share Chile's doubts about the levy.", {"country:cl"}),
        ("Norway heard Chile's doubts about the levy.", {"country:cl"}),
        (
            "Norway, Sweden and Peru share Chile's objections to the levy.",
            {
                "country:cl",
                "country:no",
                "country:se",
                "country:pe",
            },
        ),
    ],
)
def test_who_shares_a_doubt_takes_its_side(text: str, holders: set[str]) -> None:
    assert {stance.holder for stance in read(text).stances if stance.target and not stance.target.actor} == holders


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("Norway voted against the directive.", "action"),
        ("Norway has repeatedly blocked the text.", "action"),
        ("Norway vetoed the pact.", "action"),
        ("Norway would vote against the directive.", "indirect"),
        ("Norway is blocking the text.", "indirect"),
    ],
)
def test_vote_or_veto_that_was_cast_is_a_deed(text: str, attribution: str) -> None:
    (stance,) = read(text).stances
    assert (stance.act.value, stance.attribution.value) == ("reject", attribution)


@pytest.mark.parametrize("head", ["farms", "ports", "hatcheries", "vineyards"])
def test_places_of_work_with_a_nation_speak(head: str) -> None:
    (stance,) = read(f"Danish {head} oppose the levy.").stances
    assert stance.holder == f"group:danish-{head}"
