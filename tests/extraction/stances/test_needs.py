import pytest
from tests.extraction.reading import read

import tradebrief as tb

CASES = [
    ("stressed the need to widen the quota", "support", "proposal", "widen the quota"),
    ("stressed the need for Oslo to widen the quota", "support", "proposal", "widen the quota"),
    ("repeatedly underlined the urgent need for lower butter duties", "support", "proposal", "lower butter duties"),
    ("highlighted the necessity of reform", "support", "proposal", "reform"),
    ("underlined the importance of the pact", "support", "agreement", "the pact"),
    ("spoke of the importance of widening the quota", "support", "proposal", "widening the quota"),
    ("pointed to the dangers of the levy", "oppose", "measure", "the levy"),
    ("questioned the need for a levy", "oppose", "measure", "a levy"),
    ("doubted the merits of the pact", "oppose", "agreement", "the pact"),
    ("said there was an urgent need to widen the quota", "support", "proposal", "widen the quota"),
    ("said there was less need to widen the quota", "oppose", "proposal", "widen the quota"),
]


@pytest.mark.parametrize(("words", "side", "kind", "target"), CASES)
def test_what_is_needed_valued_or_feared_in_a_noun(words: str, side: str, kind: str, target: str) -> None:
    brief = read(f"Iceland {words}.")
    first = brief.stances[0]
    assert first.polarity is not None
    assert first.target is not None
    found = (first.holder, first.polarity.value, first.target.kind.value, brief[first.target.span])
    assert found == ("country:is", side, kind, target)


def test_evidence_begins_with_the_noun() -> None:
    brief = read("Iceland underlined the importance of the pact.")
    assert [brief[span] for stance in brief.stances for span in stance.evidence] == ["importance of the pact"]


@pytest.mark.parametrize(
    "words",
    [
        "met the ferry firms to discuss the need for help",
        "praised the case of the engine",
        "mentioned a case before the court",
    ],
)
def test_need_that_nobody_speaks_of_takes_no_side(words: str) -> None:
    assert not [stance for stance in read(f"Iceland {words}.").stances if stance.rule.startswith("stance.judgment")]


def test_need_is_a_state_and_no_demand() -> None:
    assert read("Iceland stressed the need to widen the quota.").stances[0].act is tb.Act.STATE
