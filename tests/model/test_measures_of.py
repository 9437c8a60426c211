"""The measures that a claim or a stance speaks of."""

import pytest
from tests.extraction.reading import read

import tradebrief as tb


def spoken_of(brief: tb.Brief, item: tb.Claim | tb.Stance) -> list[str]:
    return [brief[measure.span] for measure in brief.measures_of(item)]


def test_stance_and_claim_lead_to_the_rate_in_their_words() -> None:
    brief = read("Norway opposes the 25% auto tariff. Chile sells 300 tonnes of cod.")

    assert spoken_of(brief, brief.stances[0]) == ["25%", "auto tariff"]
    assert spoken_of(brief, brief.claims[0]) == ["25%", "auto tariff"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile imposed a 10 percent tariff on steel. Norway rejected it.", ["10 percent", "tariff"]),
        ("Chile imposed a 10 percent import tariff on steel. Norway rejected it.", ["10 percent", "import tariff"]),
        ("Chile imposed a tariff of 10 percent on steel. Norway rejected it.", ["tariff", "10 percent"]),
        ("Chile imposed a tariff on steel; prices rose 10 percent. Norway rejected the tariff.", ["tariff"]),
        ("Chile grew 10 percent. A tariff stayed. Norway rejected the tariff.", ["tariff"]),
    ],
)
def test_what_a_target_refers_to_comes_with_the_amount_against_it(text: str, words: list[str]) -> None:
    brief = read(text)

    assert spoken_of(brief, brief.stances[-1]) == words


def test_stance_on_nothing_in_particular_speaks_of_no_measure() -> None:
    brief = read("Norway declined to take sides.")

    assert spoken_of(brief, brief.stances[0]) == []
