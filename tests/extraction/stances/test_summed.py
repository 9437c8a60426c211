"""What a noun after a comma sums up, and who rejects it."""

import pytest
from tests.extraction.reading import read

import tradebrief as tb


def last(text: str, holder: str = "country:no") -> tuple[str, str, str, str]:
    """Side, act, kind of target and target of the only stance of a holder."""
    brief = read(text)
    (stance,) = (stance for stance in brief.stances if stance.holder == holder)
    target = stance.target
    assert target
    return (
        stance.polarity.value if stance.polarity else "",
        stance.act.value,
        target.kind.value,
        brief[target.span],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Chile denounced the levy, a charge that Norway dismissed as ridiculous.",
        "Chile said that Peru had broken a pledge, a charge Norway called baseless.",
        "Chile blames Peru for the shortage, a charge that Norway rejected as absurd.",
        "Chile said Norway cheats, a charge Norway rejects.",
        "Chile accused Norway of hiding the files, a charge Norway denies.",
        "Chile accused Norway of fraud, a charge Norway denies.",
        "Chile charged Norway with doing the bidding of its mills, a charge that Norway rejected as silly.",
        "Chile says Norway dumps salmon, a charge that Norway described as false.",
    ],
)
def test_who_rejects_a_charge_takes_no_side_toward_whoever_brings_it(text: str) -> None:
    assert last(text) == ("oppose", "reject", "issue", "a charge")


def test_idea_is_what_is_wanted() -> None:
    text = "Chile proposed a levy on cod, an idea that Norway called absurd."
    assert last(text)[:3] == ("oppose", "criticize", "proposal")


def test_charge_is_not_relayed_by_whoever_rejects_it() -> None:
    brief = read("Chile denounced the levy, a charge that Norway dismissed as ridiculous.")
    assert [claim.within for claim in brief.claims] == [None, None]
    assert {stance.attribution for stance in brief.stances} == {tb.StanceAttribution.INDIRECT}
