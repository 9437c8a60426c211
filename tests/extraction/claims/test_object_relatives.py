"""Subjects that end in an object relative or an object pronoun, and claims about what such a clause goes with."""

import pytest
from tests.extraction.reading import claims_of, read


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The farms the toll was meant to help grumbled that it paid too little.",
            "The farms the toll was meant to help",
        ),
        (
            "The cheesemakers whom it was supposed to please complained that milk was dear.",
            "The cheesemakers whom it was supposed to please",
        ),
        ("Dyers I met in Bergen think that naive.", "Dyers I met in Bergen"),
        ("Lund put the loss at $2 million; brewers I met in Bergen think that naive.", "brewers I met in Bergen"),
        ("The envoys she met on Monday warned that time was short.", "The envoys she met on Monday"),
        (
            "The weavers with whom I have shared the draft argue that it is weak.",
            "The weavers with whom I have shared the draft",
        ),
        ("Officials loyal to him believe that the deal will pass.", "Officials loyal to him"),
        ("Two aides involved in drafting it said tractors would be spared.", "Two aides involved in drafting it"),
        ("The dyers he says are late warned that time was short.", "he"),
    ],
)
def test_a_subject_may_end_in_an_object_relative_or_pronoun(text: str, source: str) -> None:
    brief = read(text)

    assert source in {brief[claim.source] for claim in brief.claims if claim.source}


@pytest.mark.parametrize(
    ("text", "content", "rule"),
    [
        (
            "Peru will repay the loan, which Oslo puts at 40 million kroner.",
            ["the loan", "40 million kroner"],
            "claim.put-figure.np_number",
        ),
        (
            "The embassy sent the data, which Oslo considers out of date.",
            ["the data", "out of date"],
            "claim.consider.np_adj",
        ),
        (
            "At issue are dockers whom Norway considers to be employees in all but name.",
            ["dockers", "to be employees in all but name"],
            "claim.consider.clause_to",
        ),
    ],
)
def test_what_is_said_of_an_object_before_its_verb_may_be_a_figure_or_an_infinitive(
    text: str, content: list[str], rule: str
) -> None:
    assert ("country:no", content, rule) in claims_of(read(text))
