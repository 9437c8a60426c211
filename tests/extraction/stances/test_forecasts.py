"""Outlooks on deals and talks in what somebody says, and in what an author writes."""

import pytest
from tests.extraction.reading import commentary_of, read

import tradebrief as tb


def outlooks(brief: tb.Brief) -> list[tuple[str, str, str]]:
    """Holder, outlook and target of the stances that look ahead."""
    return [
        (stance.holder, stance.outlook.value, brief[stance.target.span])
        for stance in brief.stances
        if stance.outlook and stance.target
    ]


@pytest.mark.parametrize(
    ("text", "outlook", "target"),
    [
        ("A deal is within reach, Lima said.", "optimistic", "A deal"),
        ("Lima said that prospects for a deal were dim.", "skeptical", "prospects for a deal"),
        ("Lima expects the talks to fail.", "skeptical", "the talks"),
        ("Lima expects the accord to be signed by May.", "optimistic", "the accord"),
        ("It is doubtful that the accord will be signed, Lima said.", "skeptical", "the accord will be signed"),
        ("The settlement is unlikely to be ratified, Lima warned.", "skeptical", "The settlement"),
        ("Lima said the talks would not fail.", "optimistic", "the talks"),
        ("Lima said the deal was not far off.", "optimistic", "the deal"),
        ("Lima said the talks were bound to fail.", "skeptical", "the talks"),
        ("Lima said the talks were doomed to collapse.", "skeptical", "the talks"),
        ("Lima said the accord was certain to be ratified.", "optimistic", "the accord"),
        ("The accord, Lima said, is unlikely to be ratified.", "skeptical", "The accord"),
        ("Lima said the outcome of the talks was uncertain.", "uncertain", "the outcome of the talks"),
    ],
)
def test_what_is_said_of_a_deal_looks_ahead(text: str, outlook: str, target: str) -> None:
    assert ("country:pe", outlook, target) in outlooks(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Prospects for a deal are dim.",
        "Lima said a truce was likely to hurt growers.",
        "Lima said a deal was close to the border.",
        "Lima said the talks might fail.",
        "Lima said the port was close.",
        "Lima said the price was unlikely to be met.",
    ],
)
def test_what_is_said_of_other_things_or_by_nobody_is_no_outlook(text: str) -> None:
    assert outlooks(read(text)) == []


def test_author_looks_ahead_in_commentary() -> None:
    brief = commentary_of("By Ana Ruiz", "I have seen the drafts.", "A truce is unlikely.")

    assert [(outlook, target) for _, outlook, target in outlooks(brief)] == [("skeptical", "A truce")]
