"""Stances on what is announced, hedged, brought before a court, or said with words that take no side."""

import pytest

import tradebrief as tb
from tradebrief.model import Act, Certainty, Polarity

Read = tuple[str, str, str, str]


def stances(text: str) -> list[Read]:
    """Holder, words, side and act of each stance."""
    brief = tb.read(text)
    found: list[Read] = []
    for stance in brief.stances:
        assert stance.holder is not None
        words = brief.article[stance.target.span] if stance.target and stance.target.span else ""
        side = stance.polarity.value if stance.polarity else ""
        found.append((brief.actor(stance.holder).name, words, side, stance.act.value))
    return found


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        ("Norway announced a 20 percent tariff on prams.", "a 20 percent tariff", Polarity.SUPPORT),
        ("Peru unveiled import curbs.", "import curbs", Polarity.SUPPORT),
        ("Chile hiked its tariff on cork.", "its tariff", Polarity.SUPPORT),
        ("Norway announced an end to its pram levy.", "its pram levy", Polarity.OPPOSE),
        ("Peru signed an order cutting the cork duty.", "the cork duty", Polarity.OPPOSE),
        ("Peru announced a cut in its duties on cork.", "its duties", Polarity.OPPOSE),
    ],
)
def test_what_is_announced_is_a_deed(text: str, words: str, side: Polarity) -> None:
    brief = tb.read(text)
    assert [
        (brief.article[stance.target.span], stance.polarity, stance.act)
        for stance in brief.stances
        if stance.target and stance.target.span
    ] == [(words, side, Act.IMPLEMENT)]


def test_a_tariff_on_somebodys_goods_is_against_them() -> None:
    text = "Norway announced a 20 percent tariff on Peruvian goods."
    assert [read for read in stances(text) if read[1].startswith("Peru")] == [
        ("Norway", "Peruvian", "oppose", "implement")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It is unlikely that Norway will lift the cork ban, brokers said.",
        "It is doubtful that Peru will sign the pact, brokers said.",
        "It was unclear whether Peru will sign the pact.",
        "Norway understands the concerns, Peru said.",
        "It is clear that the duty matters, Peru said.",
    ],
)
def test_unlikely_deeds_and_words_of_no_side_give_nothing(text: str) -> None:
    assert stances(text) == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Brokers say Norway will probably lift the ban.", Certainty.PROBABLE),
        ("It is likely that Norway will lift the ban, brokers said.", Certainty.PROBABLE),
        ("It is possible that Norway will lift the ban, brokers said.", Certainty.POSSIBLE),
        ("Brokers say Norway will perhaps lift the ban.", Certainty.POSSIBLE),
        ("Brokers say Norway will lift the ban.", Certainty.CERTAIN),
    ],
)
def test_a_hedged_deed_is_as_sure_as_it_is_told(text: str, certainty: Certainty) -> None:
    assert [stance.certainty for stance in tb.read(text).stances] == [certainty]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway filed a complaint at the WTO over a cork ban.", [("Norway", "a cork ban", "oppose", "criticize")]),
        ("Norway lodged a complaint with the tribunal.", []),
        ("Norway filed a complaint against the WTO.", [("Norway", "the WTO", "oppose", "accuse")]),
        ("Peru hit back.", []),
        ("Peru hit back with a levy on cork.", [("Peru", "a levy", "support", "implement")]),
    ],
)
def test_where_somebody_complains_is_not_of_whom(text: str, found: list[Read]) -> None:
    assert stances(text) == found


def test_suspended_concessions_are_their_own_thing() -> None:
    (stance,) = tb.read("Peru suspended tariff concessions on cork.").stances
    assert stance.target is not None
    assert (stance.target.concept, stance.polarity) == ("cork tariff concession", Polarity.OPPOSE)


def test_a_word_that_opens_a_sentence_is_no_part_of_what_is_judged() -> None:
    (stance,) = tb.read("Ana Ruiz said: So the levy is unfair.").stances
    assert stance.target is not None
    assert stance.target.concept == "tariff"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway is not willing to accept a quota.", [("Norway", "accept a quota", "oppose", "reject")]),
        ("Norway is not prepared to sign the pact.", [("Norway", "sign the pact", "oppose", "reject")]),
        ("Nor is Norway ready to sign the pact.", [("Norway", "sign the pact", "oppose", "reject")]),
        ("Norway is not ready to compromise.", [("Norway", "compromise", "oppose", "reject")]),
        ("Norway is not ready to walk away.", []),
        ("Norway did not offer to sign the pact.", []),
    ],
)
def test_who_is_not_ready_to_do_it_refuses(text: str, found: list[Read]) -> None:
    assert stances(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway views the levy with suspicion.", [("Norway", "the levy", "oppose", "criticize")]),
        ("Norway greeted the accord with relief.", [("Norway", "the accord", "support", "praise")]),
        ("Norway wants the levy gone.", [("Norway", "the levy gone", "support", "demand"),
                                         ("Norway", "the levy", "oppose", "demand")]),
        ("Norway insisted that the levy go.", [("Norway", "the levy go", "support", "demand")]),
        ("Norway urged Chile to rethink the levy.", [("Norway", "rethink the levy", "support", "request"),
                                                     ("Norway", "the levy", "oppose", "request")]),
        ("Norway finds the levy hard to swallow.", [("Norway", "the levy", "oppose", "criticize")]),
        ("Norway would like a deal.", [("Norway", "a deal", "support", "request")]),
        ("Norway would like to see a deal.", [("Norway", "a deal", "support", "request")]),
        ("Norway wants to see the books.", []),
        ("Norway waved away the offer.", [("Norway", "the offer", "oppose", "reject")]),
        ("Norway waved away the smoke.", []),
        ("The levy dismayed Norway.", [("Norway", "The levy", "oppose", "criticize")]),
        ("The rain dismayed Norway.", []),
        ("Norway is not about to scrap the pact.", [("Norway", "scrap the pact", "oppose", "reject"),
                                                    ("Norway", "the pact", "support", "reject")]),
        ("Norway is about to scrap the pact.", []),
        ("Norway appealed to Chile for a quota.", [("Norway", "a quota", "support", "request")]),
        ("Norway put a quota on the table.", [("Norway", "a quota", "support", "offer")]),
        ("Norway is the levy's fiercest critic.", [("Norway", "the levy", "oppose", "criticize")]),
        ("Norway is one of the pact's strongest backers.", [("Norway", "the pact", "support", "state")]),
        ("Norway dropped its objections to the pact.", [("Norway", "the pact", "support", "concede")]),
    ],
)  # fmt: skip
def test_more_ways_to_side(text: str, found: list[Read]) -> None:
    assert stances(text) == found
