"""An agreement commits those who have made it to a step."""

import pytest
from tests.extraction.reading import read, sides


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("The accord obliges Norway to lift its ban.", "lift its ban"),
        ("Last month's treaty commits Norway to lifting its ban.", "lifting its ban"),
    ],
)
def test_agreement_commits_its_parties(text: str, step: str) -> None:
    assert sides(text) == [("country:no", "support", step), ("country:no", "oppose", "its ban")]


@pytest.mark.parametrize(
    "text",
    [
        "The law obliges Norway to lift its ban.",
        "The accord may oblige Norway to lift its ban.",
        "The accord does not oblige Norway to lift its ban.",
        "The accord obliges Norway.",
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert [stance for stance in read(text).stances if stance.rule == "stance.obligation"] == []
