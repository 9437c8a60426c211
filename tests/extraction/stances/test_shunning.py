import pytest
from tests.extraction.reading import read


def told(text: str) -> list[str]:
    """Side, act and target of each stance."""
    brief = read(text)
    return [
        f"{stance.polarity.value} {stance.act.value}: {brief[stance.target.span]}"
        for stance in brief.stances
        if stance.polarity and stance.target
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru would sooner burn its rice than sell at that price.", "oppose reject: sell at that price"),
        ("Peru would rather see the talks fail than accept the quota.", "oppose reject: accept the quota"),
        ("Peru chose to leave the bloc rather than lower its duty.", "oppose reject: lower its duty"),
        ("Peru chose to leave the bloc rather than accept the rules.", "oppose reject: accept the rules"),
        ("Peru would sooner bargain than litigate.", "support state: bargain"),
        ("Peru would rather wait.", "support state: wait"),
        ("Peru would rather lose more than the others.", "support state: lose more"),
    ],
)
def test_what_somebody_would_give_something_up_rather_than_do(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "has dropped its opposition to the quota",
        "has withdrawn its objection to the quota",
        "has given up its resistance to the quota",
        "gave up its resistance to the quota",
    ],
)
def test_opposition_that_is_given_up_concedes(words: str) -> None:
    assert told(f"Peru {words}.") == ["support concede: the quota"]


def test_support_that_is_taken_back_opposes() -> None:
    assert told("Peru has withdrawn its support for the quota.") == ["oppose state: the quota"]


def test_neither_of_two_verbs_with_objects_takes_a_side() -> None:
    assert told("The ministry neither welcomed the quota on wool nor criticised it.") == ["neutral state: the quota"]


def test_vow_to_fight_what_a_pronoun_means_is_a_threat_to_it() -> None:
    assert told("Peru set a quota. Millers have pledged to fight it.")[-1] == "oppose threaten: it"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru is against any step that makes tin dearer.", "oppose state: any step"),
        ("Peru repeated its objection to the quota.", "oppose state: the quota"),
        ("Peru said that Chile had misread the law.", "oppose criticize: Chile"),
        ("Peru said that Chile had violated the law.", "oppose accuse: Chile"),
    ],
)
def test_act_of_words_for_a_side(text: str, found: str) -> None:
    assert told(text) == [found]


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("Peru is not persuaded that the quota will work.", "skeptical"),
        ("Peru remains hopeful that reason will prevail.", "optimistic"),
    ],
)
def test_outlook_takes_no_side(text: str, outlook: str) -> None:
    (stance,) = read(text).stances

    assert stance.polarity is None
    assert stance.outlook is not None
    assert stance.outlook.value == outlook
