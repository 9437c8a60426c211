"""Movements, armed groups and services that the lexicon knows, and towns that bodies are called after."""

import pytest
from tests.extraction.reading import mentions_of, read


@pytest.mark.parametrize(
    ("text", "id", "words"),
    [
        ("Growers fear that al Qaeda taxes the port.", "org:al-qaeda", ["al Qaeda"]),
        ("Growers fear that al-Qaeda taxes the port.", "org:al-qaeda", ["al-Qaeda"]),
        ("Al-Qaida taxes the port.", "org:al-qaeda", ["Al-Qaida"]),
        ("Chile says the Taliban tax the port.", "org:af-taliban", ["Taliban"]),
        ("Peru accused Hamas of a raid.", "org:ps-hamas", ["Hamas"]),
        ("Black Lives Matter backs the ban.", "org:us-black-lives-matter", ["Black Lives Matter"]),
        ("The Talibans main envoy spoke.", "org:af-taliban", ["Taliban"]),
    ],
)
def test_movement_is_known_by_its_names(text: str, id: str, words: list[str]) -> None:
    assert mentions_of(read(text))[id] == words


def test_town_is_no_short_name_of_its_university() -> None:
    brief = read("Boston University hired Ana Lund. She lives in Boston, and mills near Boston closed.")

    assert "org:boston" not in mentions_of(brief)
    assert mentions_of(brief)["org:boston-university"] == ["Boston University"]
