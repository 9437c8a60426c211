"""Texts whose last line tells that they are somebody's opinion."""

import pytest

import tradebrief as tb

_TEXT = """Peru’s wall of paper helps nobody
By Ana Ruiz

For years I sold grapes to Chile, and I still consider the permits a mistake that ought to be undone soon.

Who pays

Chile answered with a permit of its own for wine, and growers have paid the bill ever since it came.
"""


def _roles(text: str) -> list[str]:
    return [section.role.value for section in tb.parse(text).walk()]


@pytest.mark.parametrize(
    "line",
    [
        "Ana Ruiz led Peru’s port authority from 2011 to 2019. The opinions given are her own.",
        "Opinions are the author’s own.",
        "The opinions expressed here are those of the author, a columnist for the Post.",
        "Views expressed are personal",
        "(The views in this column do not necessarily reflect the opinion of the paper.)",
        "*The views expressed by the author are hers alone.",
    ],
)
def test_closing_line_tells_that_a_text_is_an_opinion(line: str) -> None:
    assert _roles(f"{_TEXT}\n{line}\n") == ["opinion", "opinion", "boilerplate"]


@pytest.mark.parametrize(
    "line",
    [
        "The minister said that the views of growers were their own and that he would not judge them at all.",
        "Growers hold views of their own about the permits, and most of them have told the ministry so often.",
    ],
)
def test_views_that_others_hold_make_no_opinion(line: str) -> None:
    assert _roles(f"{_TEXT}\n{line}\n") == ["body", "body"]


def test_part_with_a_label_of_its_own_is_what_the_line_speaks_of() -> None:
    commentary = "Commentary\n\nThe permits help nobody, and one may wonder why they are still there after ten years."
    text = f"{_TEXT}\n{commentary}\n\nThe views expressed are the author’s own.\n"

    assert _roles(text) == ["body", "body", "commentary", "boilerplate"]
