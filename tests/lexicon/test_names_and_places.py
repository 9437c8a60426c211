"""Names of people, places and events: clean lists that agree with each other and with the tables of actors."""

import unicodedata
from collections import Counter
from itertools import groupby

import pytest

import tradebrief as tb
from tradebrief.lexicon import PlaceEntry
from tradebrief.model import ActorKind

LEXICON = tb.Lexicon.default()
BARE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae"})


def bare(word: str) -> str:
    """A word without accents, in lower case: what lists are sorted by."""
    parts = unicodedata.normalize("NFD", word.lower().translate(BARE))
    return "".join(part for part in parts if not unicodedata.combining(part))


def is_sorted(words: list[str]) -> bool:
    return words == sorted(words, key=lambda word: (bare(word), word))


LISTS = [
    *(("person_names", key) for key in ("given", "doubtful", "family_first")),
    *(("places", key) for key in ("regions", "ambiguous", "heads", "openers", "directions")),
    ("events", "heads"),
]


@pytest.mark.parametrize(("file", "key"), LISTS)
def test_list_has_clean_words_that_stand_once(file: str, key: str) -> None:
    words = LEXICON.table(file)[key]

    assert words
    assert [word for word, times in Counter(words).items() if times > 1] == []
    assert all(word == " ".join(word.split()) == unicodedata.normalize("NFC", word) for word in words)


@pytest.mark.parametrize(
    ("file", "key"), [pair for pair in LISTS if pair[1] not in {"given", "family_first", "directions"}]
)
def test_list_is_sorted(file: str, key: str) -> None:
    assert is_sorted(LEXICON.table(file)[key])


@pytest.mark.parametrize("key", ["given", "family_first"])
def test_names_are_sorted_within_their_language(key: str) -> None:
    text = dict(LEXICON.sources)["person_names.toml"].partition(f"{key} = [")[2].partition("\n]")[0]
    lines = [line.strip() for line in text.splitlines() if line.strip()]

    groups = [
        [word.strip(' "') for line in run for word in line.split(",") if word.strip()]
        for is_comment, run in groupby(lines, key=lambda line: line.startswith("#"))
        if not is_comment
    ]

    assert sum(map(len, groups)) == len(LEXICON.table("person_names")[key])
    assert [group[0] for group in groups if not is_sorted(group)] == []


def test_names_are_one_word_with_a_capital() -> None:
    names = LEXICON.given_names | LEXICON.family_first_names

    assert [name for name in names if " " in name or not name[0].isupper()] == []


def test_accented_name_stands_without_its_accents_too() -> None:
    assert {"José", "Jose", "Jae-myung", "Gülay", "Gulay"} <= LEXICON.given_names
    assert {"Nguyễn", "Nguyen", "Kim", "Akazawa", "Orbán", "Orban"} <= LEXICON.family_first_names


def test_doubtful_names_are_given_names() -> None:
    assert LEXICON.doubtful_given_names <= LEXICON.given_names
    assert {"May", "Will", "Chad", "Jordan", "Victoria", "Hope", "Mark"} <= LEXICON.doubtful_given_names


def test_name_of_a_country_or_state_is_no_sure_given_name() -> None:
    kinds = {ActorKind.COUNTRY, ActorKind.SUBNATIONAL, ActorKind.BLOC}
    names = {name for entry in LEXICON.actors.values() if entry.kind in kinds for name in (entry.name, *entry.aliases)}

    assert sorted(names & LEXICON.given_names - LEXICON.doubtful_given_names) == []


def test_places_say_where_they_are() -> None:
    named = {
        name: [place for place in LEXICON.places if place.name == name] for name in ("Osaka", "Yokohama", "Lincoln")
    }
    countries = {entry.country for entry in LEXICON.actors.values() if entry.kind is ActorKind.COUNTRY}

    assert named["Yokohama"] == [PlaceEntry(name="Yokohama", country="JP")]
    assert {(place.country, place.ambiguous) for place in named["Lincoln"]} == {("US", True), ("GB", True)}
    assert named["Osaka"] == []  # An actor: see subnational.toml.
    assert PlaceEntry(name="Strait of Hormuz") in LEXICON.places
    assert {place.country for place in LEXICON.places} - {None} <= countries


def test_cities_are_sorted_and_stand_once_in_a_country() -> None:
    cities = LEXICON.table("places")["cities"]

    assert list(cities) == sorted(cities)
    assert [code for code, names in cities.items() if not is_sorted(names)] == []
    assert [code for code, names in cities.items() if len(set(names)) < len(names)] == []


def test_ambiguous_places_are_places() -> None:
    assert set(LEXICON.table("places")["ambiguous"]) == {place.name for place in LEXICON.places if place.ambiguous}


def test_no_actor_stands_among_the_places() -> None:
    kinds = {ActorKind.COUNTRY, ActorKind.SUBNATIONAL, ActorKind.BLOC}
    words = {
        word
        for entry in LEXICON.actors.values()
        if entry.kind in kinds
        for word in (entry.name, *entry.aliases, *entry.demonyms, *entry.seats, *entry.weak_seats)
    }

    assert sorted({place.name for place in LEXICON.places} & words) == []


def test_given_name_among_the_places_is_ambiguous() -> None:
    more_often_a_place = {"Adelaide", "Changchun", "Jinhua", "Linyi", "Milan", "Miri"}
    sure = {place.name for place in LEXICON.places if not place.ambiguous}

    assert sure & LEXICON.given_names == more_often_a_place


def test_words_that_open_and_close_names() -> None:
    assert {"River", "Strait", "Airport", "Square"} <= LEXICON.place_heads
    assert {"Mount", "Lake", "Gulf of", "San"} <= LEXICON.place_openers
    assert {"North", "Southeastern"} <= LEXICON.place_directions
    assert LEXICON.place_openers.isdisjoint(LEXICON.place_directions)
    assert {"Act", "Prize", "Summit", "Cup"} <= LEXICON.event_heads
