"""Deeds toward others: whom something is given or refused, and deeds that a noun names."""

import pytest
from tests.extraction.reading import sides


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Peru has denied Ana Ruiz permission to travel.", ("country:pe", "oppose", "Ana Ruiz")),
        ("Peru denied former premier Ana Ruiz a visa.", ("country:pe", "oppose", "former premier Ana Ruiz")),
        ("Ana Ruiz was denied a visa by Peru.", ("country:pe", "oppose", "Ana Ruiz")),
        ("Chile was granted a loan by Peru.", ("country:pe", "support", "Chile")),
        ("Peru gave Chile aid.", ("country:pe", "support", "Chile")),
        ("Peru donated $5,000 to Chile.", ("country:pe", "support", "Chile")),
        ("Peru went its own way and tried to impose terms on Chile.", ("country:pe", "oppose", "Chile")),
        ("Norway, which has staged attacks in Chile, has left.", ("country:no", "oppose", "Chile")),
        ("Peru ousted its former envoy, Ana Ruiz.", ("country:pe", "oppose", "its former envoy")),
    ],
)
def test_whom_a_deed_is_done_to(words: str, side: tuple[str, str, str]) -> None:
    assert side[1:] in [found[1:] for found in sides(words)]


@pytest.mark.parametrize(
    "words",
    ["Peru denied the report.", "Peru denied Chilean reports of a ban.", "Chile was denied by Peru."],
)
def test_denial_of_what_is_said_is_no_deed(words: str) -> None:
    assert [found for found in sides(words) if found[2] == "Chile"] == []


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Chile's jailing of Ana Ruiz went unnoticed.", ("country:cl", "oppose", "Ana Ruiz")),
        ("The jailing of Ana Ruiz by Chile went unnoticed.", ("country:cl", "oppose", "Ana Ruiz")),
        ("The arrest of Ana Ruiz by Chile went unnoticed.", ("country:cl", "oppose", "Ana Ruiz")),
        ("Oslo condemned Chile's banning of Ana Ruiz.", ("country:cl", "oppose", "Ana Ruiz")),
        ("Chile has led criticism of Peru's effort to wait.", ("country:cl", "oppose", "Peru's effort")),
        ("Chile responded with praise for Peru.", ("country:cl", "support", "Peru")),
        ("Chile launched into a tirade against Peru.", ("country:cl", "oppose", "Peru")),
        ("Chile saw results from its attacks on Peru.", ("country:cl", "oppose", "Peru")),
        ("Chile accused Peru and its premier Ana Ruiz of fraud.", ("country:cl", "oppose", "Ana Ruiz")),
        ("A third of Chilean growers trust Ana Ruiz.", ("group:chilean-growers", "support", "Ana Ruiz")),
        ("Chile blacklisted nine mills, including two Peruvian banks.", ("country:cl", "oppose", "two Peruvian banks")),
    ],
)
def test_side_that_a_noun_shows(words: str, side: tuple[str, str, str]) -> None:
    assert side in sides(words)


@pytest.mark.parametrize(
    "words",
    [
        "Oslo feared Chile's jailing of Ana Ruiz.",
        "Chile struggled with criticism of Peru.",
        "The jailing of Ana Ruiz went on.",
    ],
)
def test_side_that_a_noun_leaves_open(words: str) -> None:
    assert [found for found in sides(words) if found[0] == "country:cl"] == []
