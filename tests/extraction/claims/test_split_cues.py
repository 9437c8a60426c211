import pytest
from tests.extraction.reading import claims_of, read

import tradebrief as tb


def only(text: str) -> tuple[tb.Brief, tb.Claim]:
    brief = read(text)
    (claim,) = brief.claims
    return brief, claim


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("Norway ruled a second quota out.", ["a second quota"], "claim.rule-out.np"),
        ("Norway turned the offer down on Friday.", ["the offer"], "claim.turn-down.np"),
        ("The minister has brushed the complaint aside.", ["the complaint"], "claim.brush-aside.np"),
        ("Norway let the growers know that the checks would stay.", ["the checks would stay"], "claim.let-know.that"),
        ("Norway holds Chile liable for the spill.", ["the spill"], "claim.hold-to-account.pp"),
        ("Norway put the loss down to the frost.", ["the loss", "to the frost"], "claim.put-down-to.np_with_pp"),
        ("The envoy saw faint chance of a truce.", ["a truce"], "claim.see-prospect.pp"),
    ],
)
def test_object_may_stand_amid_a_cue(text: str, content: list[str], rule: str) -> None:
    brief, _ = only(text)

    assert [(parts, found) for _, parts, found in claims_of(brief)] == [(content, rule)]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("The bank gave the bill a fair chance of passing.", tb.Assertion.ASSERTED),
        ("The bank gave the bill little chance of passing.", tb.Assertion.DENIED),
        ("The bank did not give the bill much chance of passing.", tb.Assertion.DENIED),
        ("The bank sees slim prospects.", None),
        ("The bank sees no prospect of a truce.", tb.Assertion.DENIED),
    ],
)
def test_hardly_any_chance_denies(text: str, assertion: tb.Assertion | None) -> None:
    brief = read(text)

    assert [claim.assertion for claim in brief.claims] == ([assertion] if assertion else [])


def test_passive_keeps_its_words_together() -> None:
    brief, claim = only("The envoy was given credit by Norway for reopening the border.")

    assert claim.source is not None
    assert (brief[claim.source], [brief[part] for part in claim.content]) == ("Norway", ["reopening the border"])


@pytest.mark.parametrize(
    "text",
    [
        "Norway brought the ship back.",
        "Norway turned it down.",
        "Should Norway turn the offer down, Chile will wait.",
        "The mills let the minister down.",
        "Norway ruled out of hand.",
    ],
)
def test_no_object_that_tells_something_stands_amid_a_cue(text: str) -> None:
    assert [rule for _, _, rule in claims_of(read(text)) if rule.endswith(".np")] == []
