import pytest
from tests.extraction.reading import read, sides


@pytest.mark.parametrize(
    "words",
    [
        "Chile wants Ana Ruiz out.",
        "Chile wants Ana Ruiz gone by May.",
        "Chile would like Ana Ruiz sacked.",
        "Chile would like to see Ana Ruiz jailed.",
        "Chile would rather see Ana Ruiz gone.",
        "Chile wants Ana Ruiz to be tried.",
        "Chile is among those who want Ana Ruiz gone.",
    ],
)
def test_whom_somebody_wants_gone_they_oppose(words: str) -> None:
    assert sides(words) == [("country:cl", "oppose", "Ana Ruiz")]


@pytest.mark.parametrize("words", ["Chile wants Ana Ruiz released.", "Chile does not want Ana Ruiz sacked."])
def test_whom_somebody_wants_free_or_in_office_they_support(words: str) -> None:
    assert sides(words) == [("country:cl", "support", "Ana Ruiz")]


def test_thing_that_somebody_wants_gone_is_a_plan() -> None:
    assert ("country:cl", "oppose", "the levy") in sides("Chile wants the levy gone.")
    assert sides("Chile wants out.") == []


def test_whoever_warns_somebody_off_a_deed_threatens_them() -> None:
    assert ("country:cl", "oppose", "Peru") in sides("Chile warned Peru against leaving the pact.")


@pytest.mark.parametrize(
    "words", ["Chile warned Peru against a new levy.", "Chile warned ministers against leaving the pact."]
)
def test_warning_about_a_thing_or_to_ones_own_threatens_nobody(words: str) -> None:
    assert "stance.warned-off" not in {stance.rule for stance in read(words).stances}
