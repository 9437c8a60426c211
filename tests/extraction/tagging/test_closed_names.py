import pytest
from tests.extraction.reading import mentions_of, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He Lifeng arrived. He said that the talks were long.", {"person:he-lifeng": ["He Lifeng", "He"]}),
        ("Vice Premier He said that the talks were long.", {"person:he": ["He"]}),
        ("To Lam visited the port.", {"person:to-lam": ["To Lam"]}),
        ("The party’s leader To Lam left.", {"person:to-lam": ["To Lam"]}),
        ("An Dukgeun left. An said that the talks were long.", {"person:an-dukgeun": ["An Dukgeun", "An"]}),
        ("Do Kwon disagreed.", {"person:do-kwon": ["Do Kwon"]}),
    ],
)
def test_word_of_a_closed_class_is_a_family_name_where_grammar_leaves_no_other_reading(
    text: str, expected: dict[str, list[str]]
) -> None:
    found = mentions_of(read(text))

    assert {id: words for id, words in found.items() if id.startswith("person:")} == expected


@pytest.mark.parametrize(
    "text",
    [
        "To Japan, the levy is a tax.",
        "An honest deal is near. An MP left. An EU duty fell.",
        "Do Americans care?",
        "No Americans came.",
        "Long Island said no. Long talks failed.",
        "The book “How To Trade Well” is out.",
    ],
)
def test_word_of_a_closed_class_stays_what_it_is_where_grammar_allows_it(text: str) -> None:
    assert [id for id in mentions_of(read(text)) if id.startswith("person:")] == []


@pytest.mark.parametrize(
    "text",
    ["Lima, LP covers and tea were taxed.", "Chile, Co. Clare, was hit.", "Chile AS was hit."],
)
def test_legal_form_after_a_place_makes_no_firm(text: str) -> None:
    assert [id for id, words in mentions_of(read(text)).items() if words[0].endswith(("LP", "Co", "AS"))] == []


@pytest.mark.parametrize("name", ["Ulvik Tackle, LP", "Ulvik Tackle, Co", "Ulvik Tackle AS"])
def test_legal_form_after_a_name_belongs_to_it(name: str) -> None:
    assert [name] in mentions_of(read(f"{name}, was hit.")).values()
