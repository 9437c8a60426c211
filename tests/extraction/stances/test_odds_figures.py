import pytest
from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("Norway put the chances of a truce at one in five.", "skeptical"),
        ("Norway puts the odds of a truce at no better than 30 percent.", "skeptical"),
        ("Norway put the chance of a truce at 50 percent.", "uncertain"),
        ("Norway put the likelihood of a truce at nine in ten.", "optimistic"),
    ],
)
def test_figure_tells_the_outlook(text: str, outlook: str) -> None:
    (stance,) = read(text).stances

    assert stance.outlook is not None
    assert stance.outlook.value == outlook


@pytest.mark.parametrize(
    "text",
    ["Norway put the chances of a truce at the top of its list.", "Norway put the cost of a truce at 30 percent."],
)
def test_other_figures_tell_none(text: str) -> None:
    assert not any(stance.outlook for stance in read(text).stances)
