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
