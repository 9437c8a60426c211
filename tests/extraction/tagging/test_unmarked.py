"""Possessives that have lost their apostrophe."""

import pytest
from tests.extraction.reading import article_of, mentions_of, read, sides

import tradebrief as tb
from tradebrief.extraction.tagging.analysis import analyse


def owners(text: str) -> list[str]:
    """The words whose -s is taken for the mark of a possessor."""
    tokens = analyse(article_of(text), tb.Lexicon.default()).tokens
    marks = [at for at, word in enumerate(tokens.words) if word == "'s" and text[tokens.starts[at]] != "'"]
    return [text[tokens.starts[at - 1] : tokens.ends[at]] for at in marks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Growers fear Chinas plan for a levy.", ["Chinas"]),
        ("Libyas charges against Norway are false.", ["Libyas"]),
        ("Chile rejected Beijings next offer.", ["Beijings"]),
        ("Mills praised New Zealands port reform.", ["Zealands"]),
        ("The Kremlins line on wheat has changed.", ["Kremlins"]),
        ("The EUs steel quota is full.", ["EUs"]),
        ("Perus President Ana Lund signed.", ["Perus"]),
        ("Millers scorned Andersons speech on rye.", ["Andersons"]),
        ("Ana Brinkov spoke in Oslo. Millers scorned Brinkovs claims on rye.", ["Brinkovs"]),
        ("Sen. Brinkov spoke in Oslo. Millers scorned Brinkovs claims on rye.", ["Brinkovs"]),
        ("Mexicos proposed levy would hurt mills.", ["Mexicos"]),
        ("Mexicos increasingly costly levy hurts mills.", ["Mexicos"]),
        ("The countrys millers object.", ["countrys"]),
    ],
)
def test_name_with_its_s_owns_the_noun_after_it(text: str, found: list[str]) -> None:
    assert owners(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Wales plan for a barrage is popular.",
        "The Philippines port plan is popular.",
        "Brussels plan for a levy failed.",
        "Williams plan for a levy failed.",
        "Frederick Douglas speech was long.",
        "The Koreas talks went well.",
        "Two Germanys existed.",
        "Growers met the Andersons lawyer.",
        "Germans want talks.",
        "Bishops demand a ban.",
        "Hicks plans to leave.",
        "Turkeys sold well.",
        "Barclays shares fell.",
        "Ana Brinkov spoke. Brinkovs are rare.",
        "Norway sells fish to Chinas",
        "Norway sells fish to Chinas.",
        "Norway has no Chinas\nplan",
        "Mexicos promised to",
        "Mexicos increasingly",
        "Days passed, and companies closed.",
    ],
)
def test_words_that_end_in_s_own_nothing_by_themselves(text: str) -> None:
    assert owners(text) == []


def test_name_is_mentioned_without_its_s() -> None:
    text = "Norway condemned Chinas levy on salmon."

    assert mentions_of(read(text)) == {"country:no": ["Norway"], "country:cn": ["China"]}
    assert sides(text) == [("country:no", "oppose", "Chinas levy")]
