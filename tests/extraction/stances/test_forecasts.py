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
        ("Lima said it remained to be seen whether Oslo would sign.", "uncertain", "Oslo would sign"),
        ("Lima said it was unclear whether the levy would go.", "uncertain", "the levy would go"),
        ("Lima said the real test was whether mills would reopen.", "uncertain", "mills would reopen"),
        ("Lima said the question now was whether Oslo would sign.", "uncertain", "Oslo would sign"),
        ("Lima said it was hard to see how the talks could go on.", "skeptical", "the talks could go on"),
        ("Lima said it was difficult to imagine that Oslo would sign.", "skeptical", "Oslo would sign"),
        ("Lima does not believe that the levy will last.", "skeptical", "the levy will last"),
        ("Lima finds it hard to believe that the levy will last.", "skeptical", "the levy will last"),
        ("Lima expects ratification by June.", "optimistic", "ratification by June"),
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
        "Lima said the test was hard.",
        "Lima said it was not unclear whether Oslo would sign.",
        "Lima said it was hard to see how the port had closed.",
        "Lima does not believe that the levy was lifted.",
        "Lima said it was hard to see",
        "Lima said the question was whether",
    ],
)
def test_what_is_said_of_other_things_or_by_nobody_is_no_outlook(text: str) -> None:
    assert outlooks(read(text)) == []


def test_author_looks_ahead_in_commentary() -> None:
    brief = commentary_of("By Ana Ruiz", "I have seen the drafts.", "A truce is unlikely.")

    assert [(outlook, target) for _, outlook, target in outlooks(brief)] == [("skeptical", "A truce")]
