import pytest
from tests.extraction.reading import commentary_of, sides

import tradebrief as tb


def authored(text: str) -> list[tuple[str, str, str]]:
    """Side, kind and target of what an author judges."""
    brief = commentary_of(f"I grew up by the sea. {text}")
    return [
        (stance.polarity.value, stance.target.kind.value, brief[stance.target.span])
        for stance in brief.stances
        if stance.holder == "author" and stance.polarity and stance.target
    ]


@pytest.mark.parametrize(
    ("text", "side", "target"),
    [
        ("The strength of the offer lies in its flexibility.", "support", "the offer"),
        ("The chief merit of the plan is that it spares growers.", "support", "the plan"),
        ("The beauty of the quota lies in its simplicity.", "support", "the quota"),
        ("The main flaw in the levy is its scope.", "oppose", "the levy"),
        ("The weakness of the accord lies in its silence on ports.", "oppose", "the accord"),
        ("The trouble with the levy is that it hits the poor.", "oppose", "the levy"),
        ("The problem with the quota is the paperwork.", "oppose", "the quota"),
        ("The benefits of the pact far outweigh its costs.", "support", "the pact"),
        ("The drawbacks of the levy outweigh its merits.", "oppose", "the levy"),
        ("The risks of the deal do not outweigh the gains.", "support", "the deal"),
    ],
)
def test_one_side_of_a_thing_tells_what_is_thought_of_it(text: str, side: str, target: str) -> None:
    assert [(polarity, words) for polarity, _, words in authored(text)] == [(side, target)]


@pytest.mark.parametrize(
    "text",
    [
        "The risk of a trade war is real.",
        "The problem of debt is old.",
        "The strength of the krone is its backing.",
        "The benefits of membership are plain.",
        "The beauty of the coast is its light.",
        "The danger is that the talks fail.",
        "The merit of the plan is in doubt.",
        "The trouble with",
        "The strength of the offer lies",
        "The benefits of the pact outweigh",
    ],
)
def test_sides_of_a_thing_that_are_only_named_judge_nothing(text: str) -> None:
    assert authored(text) == []


@pytest.mark.parametrize(
    ("text", "side", "target"),
    [
        ("It is hard to fault the plan.", "support", "the plan"),
        ("It is difficult to dispute the aim of the levy.", "support", "the aim of the levy"),
        ("It is hard to quarrel with the quota.", "support", "the quota"),
        ("It is impossible to argue with the ruling.", "support", "the ruling"),
        ("It is hard to see the point of the levy.", "oppose", "the levy"),
        ("It is difficult to justify the delay.", "oppose", "the delay"),
        ("It is tough to defend the ban.", "oppose", "the ban"),
        ("It is hard to find any merit in the levy.", "oppose", "the levy"),
        ("It is not hard to fault the levy.", "oppose", "the levy"),
        ("It is hard to accept that the levy stays.", "oppose", "the levy stays"),
    ],
)
def test_what_is_hard_to_do_to_a_thing_speaks_for_it_or_against_it(text: str, side: str, target: str) -> None:
    assert [(polarity, words) for polarity, _, words in authored(text)] == [(side, target)]


@pytest.mark.parametrize(
    "text",
    [
        "It is hard to find a seat.",
        "It is easy to fault the plan.",
        "It is hard to",
        "It is hard to fault",
        "It is hard to dispute that the levy hurts.",
    ],
)
def test_other_things_that_are_hard_judge_nothing(text: str) -> None:
    assert authored(text) == []


def test_nobody_does_what_they_find_hard_to_do() -> None:
    assert sides("Norway found it hard to fault the plan.") == [("country:no", "support", "the plan")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("What is missing is a plan for the ports.", "a plan for the ports"),
        ("What is still lacking is a timetable.", "a timetable"),
        ("What is needed now is a truce.", "a truce"),
        ("Missing from the pact is a date.", "a date"),
    ],
)
def test_what_is_missing_is_wanted(text: str, target: str) -> None:
    assert authored(text) == [("support", "proposal", target)]


def test_what_stands_out_in_a_thing_praises_it() -> None:
    assert authored("What stands out in the plan is its simplicity.") == [("support", "proposal", "the plan")]
    assert authored("What impresses in the accord is its length.") == [("support", "agreement", "the accord")]
    assert authored("What stands out in the figures is the fall in sales.") == []
    assert authored("What stands out in the plan is its stupidity.") == []


@pytest.mark.parametrize(
    ("text", "side", "target"),
    [
        ("Norway conducted its review with admirable care.", "support", "Norway"),
        ("Norway has handled the talks with patience.", "support", "Norway"),
        ("Norway has acted with breathtaking arrogance.", "oppose", "Norway"),
        ("Norway treated the growers with contempt.", "oppose", "Norway"),
        ("Norway reacted too late.", "oppose", "Norway"),
        ("Norway moved too slowly.", "oppose", "Norway"),
        ("The quota has served the valley well.", "support", "The quota"),
        ("The secrecy of the talks has not served Norway well.", "oppose", "The secrecy of the talks"),
        ("The levy serves growers badly.", "oppose", "The levy"),
        ("The levy rests on a sound premise.", "support", "The levy"),
        ("The levy is built on a shaky foundation.", "oppose", "The levy"),
        ("The ban rests on a misreading.", "oppose", "The ban"),
        ("The campaign relies more on emotion than on evidence.", "oppose", "The campaign"),
        ("The plan owes more to science than to sentiment.", "support", "The plan"),
    ],
)
def test_manner_and_grounds_judge(text: str, side: str, target: str) -> None:
    assert [(polarity, words) for polarity, _, words in authored(text)] == [(side, target)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway views the levy with caution.",
        "The growers were treated with contempt.",
        "Prices rose too slowly.",
        "Norway did not act with care.",
        "The decision rests with Norway.",
        "Sales rest on a strong harvest.",
        "Norway relies more on fish than on oil.",
        "Norway met the envoy with",
        "Norway serves fish",
    ],
)
def test_other_manners_and_grounds_do_not(text: str) -> None:
    assert authored(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Norway would do better to wait.", tb.Act.REQUEST),
        ("Norway would be well advised to wait.", tb.Act.REQUEST),
        ("Norway would do well to wait.", tb.Act.REQUEST),
        ("It would be wise to wait.", tb.Act.STATE),
        ("Norway would be right to wait.", tb.Act.STATE),
    ],
)
def test_advice_asks_for_what_it_is_about(text: str, act: tb.Act) -> None:
    brief = commentary_of(f"I grew up by the sea. {text}")

    assert [(stance.act, brief[stance.target.span]) for stance in brief.stances if stance.target] == [(act, "wait")]
