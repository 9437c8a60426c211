import pytest
from tests.extraction.reading import read

import tradebrief as tb


def kinds(text: str) -> list[tuple[str, str]]:
    """The kind and the words of each target that is no actor."""
    brief = read(text)
    targets = [stance.target for stance in brief.stances if stance.target]
    return [(target.kind.value, brief[target.span]) for target in targets if target.kind is not tb.TargetKind.ACTOR]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway favours a quota.", "a quota"),
        ("Norway opposes any duty.", "any duty"),
        ("Norway ruled out an exemption.", "an exemption"),
        ("Norway is open to limited exemptions.", "limited exemptions"),
        ("Norway favours ratification.", "ratification"),
        ("Norway said that a duty would be a mistake.", "a duty"),
        ("Norway favours stricter quotas.", "stricter quotas"),
        ("Norway would never consent to imports of frozen eel.", "imports of frozen eel"),
        ("Norway sees no reason to wait.", "wait"),
        ("Norway ruled out joint patrols.", "joint patrols"),
        ("Norway refused the application.", "the application"),
        ("Norway said that a levy on prams is pointless.", "a levy"),
        ("Norway said that arbitration would be a mistake.", "arbitration"),
        ("Norway said that an end to the rebate would be a disaster.", "an end"),
        ("A ban now, Norway said, would be a mistake.", "A ban"),
        ("Norway called mediation the sensible course.", "mediation"),
        ("Norway would settle for three years.", "three years"),
        ("Chile is drawing up a proposed pram quota. Norway backs the quota.", "the quota"),
        ("Chile unveiled plans for a pram quota. Norway backs the quota.", "the quota"),
        ("Chile raised its prices. Norway opposes it.", "it"),
        ("Norway said that such a formula would be a mistake.", "such a formula"),
        ("Norway favours a pact with Chile.", "a pact"),
        (
            "Chile unveiled plans for a tea surcharge, its already planned surcharge. Norway backs the surcharge.",
            "the surcharge",
        ),
        ("Chile’s planned surcharge will be in force soon. Norway backs the surcharge.", "the surcharge"),
        ("Norway would welcome a tax treaty with Chile.", "a tax treaty"),
        ("Norway hailed the recommendation.", "the recommendation"),
        ("Norway said that the shared port was a bad idea.", "the shared port"),
        ("Norway intends to keep prices low.", "keep prices low"),
        ("Norway urged Chile to keep the ban.", "keep the ban"),
    ],
)
def test_what_is_not_there_yet_is_a_proposal(text: str, words: str) -> None:
    assert kinds(text) == [("proposal", words)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway opposes the duty.", ("measure", "the duty")),
        ("Norway said that the duty was a mistake.", ("measure", "the duty")),
        ("Norway imposed a duty.", ("measure", "a duty")),
        ("Norway criticised a duty.", ("measure", "a duty")),
        ("Norway intends to keep its duty on prams.", ("measure", "keep its duty on prams")),
        ("Norway wants to preserve the quota.", ("measure", "preserve the quota")),
        ("Norway plans to retain the ban.", ("measure", "retain the ban")),
        ("Norway wants to preserve the pact.", ("agreement", "preserve the pact")),
        ("Norway said that a levy of this size was a crude instrument.", ("measure", "a levy of this size")),
        ("Norway doubts the fairness of the exams.", ("issue", "the exams")),
        ("Norway is worried about the pace of the reform.", ("issue", "the pace of the reform")),
        ("Norway voiced concern over the effect of the strike.", ("issue", "the effect of the strike")),
        ("Norway rejected a claim that prices had been fixed.", ("issue", "a claim")),
        ("Norway complained that prices had been fixed.", ("issue", "prices had been fixed")),
        ("Norway fears that prices will fall.", ("outcome", "prices will fall")),
        ("Norway hailed the increase.", ("measure", "the increase")),
        ("Norway praised Chile's move.", ("measure", "Chile's move")),
        ("Norway turned down the claim.", ("issue", "the claim")),
        ("Norway deplored the delay.", ("measure", "the delay")),
        ("Norway denounced Chile's decision.", ("measure", "Chile's decision")),
        ("Norway winced at the notion that its cheese was stale.", ("issue", "the notion")),
        ("Norway complained that an extension would reward Chile.", ("proposal", "an extension")),
        ("Norway said that a duty imposed in May was a mistake.", ("measure", "a duty")),
        ("Norway is furious about Chilean salmon.", ("issue", "Chilean salmon")),
        ("Norway complained that growers face new forms.", ("issue", "growers face new forms")),
        ("Norway complained that growers must wait.", ("issue", "growers must wait")),
        ("Norway complained that growers had been misled.", ("issue", "growers had been misled")),
        ("Norway complained that the duty is unfair.", ("measure", "the duty")),
        ("Norway called arbitration a mistake.", ("issue", "arbitration")),
        ("Norway said that Chile's digital rules were unfair.", ("measure", "Chile's digital rules")),
        ("Norway took issue with the mills' estimate.", ("issue", "the mills' estimate")),
        ("Norway favours the pact with Chile.", ("agreement", "the pact")),
        ("Norway said that the ruling would be a disaster.", ("issue", "the ruling")),
        ("Chile raised its prices. Norway condemned it.", ("measure", "it")),
        ("Norway favours a pact that was signed in May.", ("agreement", "a pact")),
        ("Norway supports a trade pact signed last year.", ("agreement", "a trade pact")),
        ("Chile’s planned surcharge took effect in May. Norway opposes the surcharge.", ("measure", "the surcharge")),
        ("To impose a surcharge was wrong. Norway criticised the surcharge.", ("measure", "the surcharge")),
        (
            "Chile unveiled plans for a tea surcharge. Peru already has a surcharge. Norway backs the surcharge.",
            ("measure", "the surcharge"),
        ),
        ("Norway said the verdict is a recipe for trouble.", ("issue", "the verdict")),
        ("Norway said the canal is no solution.", ("issue", "the canal")),
    ],
)
def test_what_is_in_force_or_told_is_none(text: str, found: tuple[str, str]) -> None:
    assert kinds(text) == [found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway is clamouring for Chile to lift the duty.", "lift the duty"),
        ("Norway's call for Chile to lift the duty was heard.", "lift the duty"),
        ("Norway is campaigning for the ban to end.", "the ban to end"),
        ("Norway will not accept this.", "this"),
    ],
)
def test_what_others_are_to_do_is_a_proposal(text: str, words: str) -> None:
    assert kinds(text)[0] == ("proposal", words)


def test_thing_that_is_blamed_is_criticised() -> None:
    (stance,) = read("Norway blamed cheap imports for the loss.").stances

    assert stance.act is tb.Act.CRITICIZE


def test_what_nobody_will_hear_of_is_a_proposal() -> None:
    text = "Chile wants Norway to lift its duty on cars. Norway will have none of it."

    assert kinds(text)[-1] == ("proposal", "it")


def test_doing_that_is_protested_against_is_a_proposal() -> None:
    (found,) = kinds("Norway protested that exempting yachts would be unfair.")

    assert found[0] == "proposal"


def test_proposal_that_was_put_in_force_is_a_measure() -> None:
    text = "Chile proposed a pram quota. In May Chile introduced the pram quota. Norway opposes the quota."

    assert kinds(text)[-1] == ("measure", "the quota")


def test_who_does_what_is_complained_of_is_the_target() -> None:
    (stance,) = read("Norway grumbled that Chile overcharges its mills.").stances

    assert stance.target is not None
    assert stance.target.actor == "country:cl"
