import pytest
from tests.extraction.reading import claims_of, read

import tradebrief as tb


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("Norway has its sights on the fish market.", ["the fish market"], "claim.sights-noun.pp"),
        ("The minister has set her sights on the fish market.", ["the fish market"], "claim.set-its-sights-on.np"),
        ("The growers have turned their backs on the pact.", ["the pact"], "claim.turn-its-back-on.np"),
        ("Norway is after a lower duty on pears.", ["a lower duty on pears"], "claim.after-goal.np"),
        ("Norway dangled a larger quota.", ["a larger quota"], "claim.dangle.np"),
        ("The bureau is leaning towards renewing the duty.", ["renewing the duty"], "claim.lean-towards.ing"),
        ("The bakers want no part of the scheme.", ["the scheme"], "claim.want-no-part-of.np"),
        ("The guild pleaded with both banks for a longer loan.", ["a longer loan"], "claim.plead-with.np_pp"),
    ],
)
def test_goals_and_offers_are_wanted(text: str, content: list[str], rule: str) -> None:
    brief = read(text)

    assert [(parts, found) for _, parts, found in claims_of(brief)] == [(content, rule)]
    assert [claim.kind for claim in brief.claims] == [tb.ClaimKind.EVENTUALITY]


@pytest.mark.parametrize(
    "text",
    ["The vote is after Easter.", "The hearing was after the summit.", "Norway, after years of talks, left."],
)
def test_after_tells_when_something_is(text: str) -> None:
    assert read(text).claims == ()


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        ("The firm denies being part of the cartel.", ["being part of the cartel"], "claim.deny.ing"),
        ("The firm admits having paid late.", ["having paid late"], "claim.admit.ing"),
        ("Millers dread being fined.", ["being fined"], "claim.dread.ing"),
        ("Norway calls this unfair.", ["this unfair"], "claim.call.np_adj"),
        ("Norway finds that excessive.", ["that excessive"], "claim.find.np_adj"),
    ],
)
def test_cue_governs_a_gerund_or_a_demonstrative(text: str, content: list[str], rule: str) -> None:
    assert [(parts, found) for _, parts, found in claims_of(read(text))] == [(content, rule)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The union is adamant that the duty be kept.", tb.ClaimKind.EVENTUALITY),
        ("The union is adamant that the duty was legal.", tb.ClaimKind.ASSERTION),
        ("The union suggested that the duty be cut.", tb.ClaimKind.EVENTUALITY),
    ],
)
def test_what_is_said_in_the_subjunctive_is_to_be(text: str, kind: tb.ClaimKind) -> None:
    assert [claim.kind for claim in read(text).claims] == [kind]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It seems to the growers that the duty came too late.", "the duty came too late"),
        ("It strikes the growers as odd that the duty fell.", "odd that the duty fell"),
    ],
)
def test_impression_is_held_by_whom_it_strikes(text: str, content: str) -> None:
    brief = read(text)
    (claim,) = brief.claims

    assert claim.source is not None
    assert (brief[claim.source], brief[claim.content[0]], claim.kind) == (
        "the growers",
        content,
        tb.ClaimKind.BELIEF,
    )
