import pytest
from tests.extraction.reading import claims_of, read, words_of


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("According to Norway, the duty was a mistake.", ["the duty was a mistake"]),
        ("The duty was a mistake, according to Norway.", ["The duty was a mistake"]),
        ("The duty, according to Norway, was a mistake.", ["The duty", "was a mistake"]),
    ],
)
def test_according_to_stands_before_after_or_within_its_content(text: str, content: list[str]) -> None:
    brief = read(text)

    assert claims_of(brief) == [("country:no", content, "claim.according-to.pattern")]
    assert words_of(brief, (claim.source for claim in brief.claims if claim.source)) == ["Norway"]


def test_possessor_of_a_view_holds_it() -> None:
    assert claims_of(read("In Norway’s view, the duty is unfair.")) == [
        ("country:no", ["the duty is unfair"], "claim.in-possessive-view.pattern")
    ]


def test_clause_beside_a_phrase_keeps_its_second_predicate() -> None:
    assert claims_of(read("According to Norway, the gap hurts the ports and must shrink soon.")) == [
        ("country:no", ["the gap hurts the ports and must shrink soon"], "claim.according-to.pattern")
    ]


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Per Canadian officials, the quota stays shut.", "Canadian officials"),
        ("The quota stays shut, per Reuters.", "Reuters"),
        ("Per Ottawa, the quota stays shut.", "Ottawa"),
    ],
)
def test_per_names_a_source_where_it_stands_apart(sentence: str, source: str) -> None:
    brief = read(sentence)
    (claim,) = brief.claims

    assert claim.source is not None
    assert brief.article[claim.source] == source
    assert claim.holder is not None


@pytest.mark.parametrize(
    "sentence", ["The levy is two crowns per grower.", "Per head, growers earn less.", "Per Lund sold the mill."]
)
def test_per_of_a_unit_or_a_name_is_no_source(sentence: str) -> None:
    assert read(sentence).claims == ()
