"""Texts under their author's name that say "I" and have no label."""

import pytest

import tradebrief as tb

_HEAD = "Let the coffee levy go\nBy Ana Ruiz\n\n"
_FIRST = "I have grown coffee above Piura for twenty years, and the levy has never paid for a single road there."
_SECOND = "The ministry says the money is spent. I doubt it, and so do my neighbours in the valley."
_THIRD = "In May the levy rose to 5 percent, and growers said that they would plant less of the crop."


def _roles(*paragraphs: str, head: str = _HEAD) -> list[str]:
    return [section.role.value for section in tb.parse(head + "\n\n".join(paragraphs) + "\n").walk()]


def test_author_who_says_i_gives_an_opinion() -> None:
    assert _roles(_FIRST, _THIRD, _SECOND) == ["opinion"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (_FIRST, _THIRD),
        (_THIRD, '"I doubt it," Lund said. "I always have, and I always will."', "“I do, too,” Ruiz said of the levy."),
        (_THIRD, "World War I ended in 1918, and the levy with it.", "Article I of the pact says so."),
        ("Q: Will the levy last?", "A: I doubt that it will, as growers have no money.", "A: I hope that it does not."),
        (f"LIMA, 9 April - {_THIRD}", _FIRST, _SECOND),
        (_FIRST, _SECOND, "(Reporting by Eva Lund; editing by Ole Berg)"),
    ],
)
def test_report_leaves_i_to_those_whom_it_quotes(paragraphs: tuple[str, ...]) -> None:
    assert "opinion" not in _roles(*paragraphs)


def test_without_a_name_nobody_speaks() -> None:
    assert _roles(_FIRST, _SECOND, _THIRD, head="Let the coffee levy go\n\n") == ["body"]


def test_part_for_opinion_is_where_the_author_speaks() -> None:
    assert _roles(_THIRD, "Opinion", _FIRST, _SECOND) == ["body", "opinion"]
