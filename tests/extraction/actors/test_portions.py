import pytest
from tests.extraction.reading import read

import tradebrief as tb


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some say that the duty is fair.", "Some"),
        ("Others will object that the duty is fair.", "Others"),
        ("Many in the south fear that the duty is fair.", "Many in the south"),
        ("One of the growers said that the duty was fair.", "One of the growers"),
        ("Those close to the talks said that the duty was fair.", "Those close to the talks"),
    ],
)
def test_people_without_a_noun_who_say_something_are_anonymous(text: str, words: str) -> None:
    brief = read(text)
    (claim,) = brief.claims
    holder = brief.actor(claim.holder) if claim.holder else None

    assert holder is not None
    assert (holder.kind, holder.name) == (tb.ActorKind.ANONYMOUS, words)


def test_one_of_them_is_anonymous_beside_them() -> None:
    brief = read("Chilean growers left. One of them said that the duty was fair.")
    (claim,) = brief.claims

    assert claim.holder == "anonymous:one-of-them"


@pytest.mark.parametrize(
    "text", ["Some left.", "Few say that the duty is fair.", "One ship left.", "Most of it is so."]
)
def test_quantifier_that_says_nothing_is_nobody(text: str) -> None:
    assert read(text).actors == ()


def test_quantifier_before_a_noun_belongs_to_it() -> None:
    (actor,) = read("Some growers said that the duty was fair.").actors

    assert (actor.kind, actor.name) == (tb.ActorKind.GROUP, "Some growers")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Those who mend the nets dread the levy.", "Those who mend the nets"),
        ("Those who sell abroad say that the duty is fair.", "Those who sell abroad"),
    ],
)
def test_those_who_do_something_and_say_something_are_a_group(text: str, words: str) -> None:
    assert [(actor.kind, actor.name) for actor in read(text).actors] == [(tb.ActorKind.GROUP, words)]


@pytest.mark.parametrize("text", ["Those who sell abroad left.", "Those who objected, it says, were few."])
def test_those_who_say_nothing_are_nobody(text: str) -> None:
    assert read(text).actors == ()
