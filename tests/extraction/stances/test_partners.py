import pytest
from tests.extraction.reading import read


def holders(text: str) -> set[str]:
    """Who holds the stances on Chile."""
    return {stance.holder for stance in read(text).stances if stance.target and stance.target.actor == "country:cl"}


@pytest.mark.parametrize(
    "subject",
    [
        "Norway along with Peru",
        "Norway, together with Peru,",
        "Norway, as well as Peru,",
        "Norway, in concert with Peru,",
        "Some states, notably Norway and Peru,",
        "Two states, Norway and Peru,",
        "Other states, like Norway and Peru,",
    ],
)
def test_those_who_act_together_share_the_side(subject: str) -> None:
    assert {"country:no", "country:pe"} <= holders(f"{subject} accused Chile of theft.")


@pytest.mark.parametrize(
    "subject",
    [
        "Norway, after talks with Peru,",
        "Norway, which borders Peru,",
        "Norway, as Peru had asked,",
        "The envoy of Norway, in a letter to Peru,",
    ],
)
def test_others_beside_a_holder_share_nothing(subject: str) -> None:
    assert "country:pe" not in holders(f"{subject} accused Chile of theft.")


def test_plural_that_is_no_actor_leaves_the_side_to_those_named() -> None:
    assert holders("Some Hamar figures, notably Ana Ruiz, support Chile.") == {"person:ana-ruiz"}


@pytest.mark.parametrize("words", ["We thank Chile for its help, said Ana Ruiz.", "We thank Chile, Ana Ruiz said."])
def test_we_without_marks_is_who_is_said_to_say_it(words: str) -> None:
    assert holders(words) == {"person:ana-ruiz"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway joined forces with Peru to condemn Chile.",
        "Norway teamed up with Peru to condemn Chile.",
        "Norway joined forces with Bolivia and Peru to condemn Chile.",
    ],
)
def test_whoever_joins_in_an_act_shares_the_side(text: str) -> None:
    assert {"country:no", "country:pe"} <= holders(text)


@pytest.mark.parametrize(
    "text", ["Norway met with Peru to condemn Chile.", "Norway teamed up with Peru. It met Bolivia to condemn Chile."]
)
def test_whoever_is_only_met_shares_nothing(text: str) -> None:
    assert "country:pe" not in holders(text)
