import pytest
from tests.extraction.actors.test_extents import described
from tests.extraction.reading import mentions_of, read


@pytest.mark.parametrize(
    "text",
    [
        "Growers said that the duty was fair.",
        "Growers disagree.",
        "Growers were wary.",
        "Growers are divided.",
        "Growers, he says, lose money.",
        "The duty was fair, said growers.",
        "Growers voiced fears about the duty.",
        "She told growers that the duty was fair.",
        "She blamed growers for the duty.",
        "She spoke to growers, and complained to growers about the duty.",
        "According to growers, the duty was fair.",
        "She had been told by growers that the duty was fair.",
        "Growers’ fears were ignored.",
        "It met scepticism among growers.",
        "It speaks for growers.",
        "A majority of growers left.",
    ],
)
def test_people_who_speak_act_or_are_spoken_to_are_an_actor(text: str) -> None:
    assert any(words.lower() == "growers" for words in described(text))


@pytest.mark.parametrize(
    "text",
    [
        "The duty is a tax on growers.",
        "Orders from growers fell.",
        "The number of growers fell.",
        "The firm has no growers.",
        "The firm lives off growers.",
    ],
)
def test_people_who_are_only_spoken_of_are_none(text: str) -> None:
    assert described(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The duty is a tax on Peruvian growers.", "Peruvian growers"),
        ("The duty is a tax on growers in Peru.", "growers in Peru"),
        ("The duty is a tax on 300 growers.", "300 growers"),
    ],
)
def test_people_of_a_place_or_number_need_no_part(text: str, words: str) -> None:
    assert described(text) == [words]


def test_particular_people_are_an_actor_again() -> None:
    assert described("Peruvian growers left. The duty is a tax on the growers.") == ["Peruvian growers", "growers"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The party left.", []),
        ("The party said it was so.", ["party"]),
        ("Her party left.", ["Her party"]),
        ("The duty is a tax on companies.", []),
        ("Goods that companies ship are exempt.", []),
        ("Companies said it was so.", ["Companies"]),
        ("The customs union said it was so.", []),
    ],
)
def test_nouns_that_are_more_often_things_must_speak(text: str, words: list[str]) -> None:
    assert described(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Exporters had been turned away.", "Exporters"),
        ("The plan was turned away by importers.", "importers"),
        ("Hundreds of Danish growers left.", "Hundreds of Danish growers"),
    ],
)
def test_people_in_a_passive_take_part(text: str, words: str) -> None:
    assert words in {mention for mentions in mentions_of(read(text)).values() for mention in mentions}
