"""The built-in tables: their shape, and what they say of the world."""

from collections import defaultdict
from decimal import Decimal

import pytest
import regex
from babel import Locale
from babel.numbers import get_territory_currencies

import tradebrief as tb
from tradebrief.lexicon import ActorEntry
from tradebrief.model import ActorKind, SectionRole

LEXICON = tb.Lexicon.default()
ACTORS = list(LEXICON.actors.values())
COUNTRIES = {entry.country: entry for entry in ACTORS if entry.kind is ActorKind.COUNTRY and entry.country}
TERRITORIES = {code: name for code, name in Locale("en").territories.items() if regex.fullmatch("[A-Z]{2}", code)}

# No countries of their own in trade news: unions and tests of CLDR, and small or uninhabited territories.
LEFT_OUT = {
    *("AC", "AQ", "AX", "BL", "BQ", "BV", "CC", "CP", "CQ", "CX", "DG", "EA", "EU", "EZ", "GF", "GP", "GS", "HM"),
    *("IC", "IO", "MF", "MQ", "NF", "PM", "PN", "QO", "RE", "SH", "SJ", "TA", "TF", "TK", "UM", "UN", "WF"),
    *("XA", "XB", "YT", "ZZ"),
}
# Two actors may go by one word: the text around it tells which.
SHARED = {
    "Brussels": {"bloc:eu", "country:be"},
    "Georgia": {"country:ge", "subnational:us-ga"},
    "Georgian": {"country:ge", "subnational:us-ga"},
    "Georgians": {"country:ge", "subnational:us-ga"},
    "Victoria": {"country:sc", "subnational:au-vic"},
    "Washington": {"country:us", "subnational:us-wa"},
}
NEW_CURRENCIES = {"BG": "EUR"}  # Newer than CLDR's data.


def words_of(entry: ActorEntry) -> set[str]:
    return {entry.name, *entry.aliases, *entry.demonyms, *entry.seats, *entry.weak_seats}


def test_word_that_two_actors_share_is_listed() -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    for entry in ACTORS:
        for word in words_of(entry):
            holders[word].add(entry.id)

    assert {word: found for word, found in holders.items() if len(found) > 1} == SHARED


def test_actors_that_share_a_name_are_flagged_as_ambiguous() -> None:
    holders: dict[str, list[ActorEntry]] = defaultdict(list)
    for entry in ACTORS:
        for word in {entry.name, *entry.aliases}:
            holders[word].append(entry)

    shared = [entry for found in holders.values() if len(found) > 1 for entry in found]

    assert [entry.id for entry in shared if not entry.ambiguous] == []


@pytest.mark.parametrize("entry", ACTORS, ids=lambda entry: entry.id)
def test_actor_is_well_formed(entry: ActorEntry) -> None:
    words = [entry.name, *entry.aliases, *entry.demonyms, *entry.seats, *entry.weak_seats]
    places = {"country", "subnational", "bloc", "org", "gov", "group", "person"}

    assert regex.fullmatch(r"[a-z]+:[a-z0-9-]+", entry.id)
    assert entry.id.partition(":")[0] in places
    assert all(word == " ".join(word.split()) and word for word in words)
    assert len({entry.name, *entry.aliases}) == 1 + len(entry.aliases)
    assert len({*entry.seats, *entry.weak_seats}) == len(entry.seats) + len(entry.weak_seats)
    assert entry.country is None or entry.country in COUNTRIES
    assert set(entry.members) <= set(COUNTRIES)


def test_every_country_of_cldr_is_there_or_left_out_on_purpose() -> None:
    assert set(TERRITORIES) == set(COUNTRIES) | LEFT_OUT
    assert LEFT_OUT.isdisjoint(COUNTRIES)


@pytest.mark.parametrize("code", COUNTRIES)
def test_country_goes_by_its_name_in_cldr(code: str) -> None:
    entry = COUNTRIES[code]

    known = {word.replace("’", "'") for word in (entry.name, *entry.aliases)}

    assert TERRITORIES[code].replace("’", "'") in known
    assert entry.id == f"country:{code.lower()}"


@pytest.mark.parametrize("code", [code for code in COUNTRIES if COUNTRIES[code].currency])
def test_country_has_its_currency_in_cldr(code: str) -> None:
    current = get_territory_currencies(code)

    assert COUNTRIES[code].currency in {*current, NEW_CURRENCIES.get(code, "EUR" if code == "XK" else "")}


def test_sizes_of_well_known_blocs() -> None:
    members = {id: len(LEXICON.actors[tb.ActorId(id)].members) for id in ("bloc:eu", "bloc:g7")}

    assert members == {"bloc:eu": 27, "bloc:g7": 7}


def test_ids_of_cues_and_stance_rules_stand_once() -> None:
    stated = [
        row["id"]
        for name in ("assertion", "belief", "fact", "eventuality", "nouns", "adjectives", "phrases")
        for row in LEXICON.table(f"cues/{name}")["cue"]
    ]

    assert sorted(set(stated)) == sorted(stated)
    assert len(stated) == len(LEXICON.cues)
    rules = [rule["id"] for rule in LEXICON.table("stances")["rule"]]
    assert len(set(rules)) == len(rules)


def test_every_cue_is_filed_under_its_kind() -> None:
    for kind in ("assertion", "belief", "fact", "eventuality"):
        assert {cue["kind"] for cue in LEXICON.table(f"cues/{kind}")["cue"]} == {kind}


def test_stance_rules_have_reasons_and_examples() -> None:
    assert [rule.id for rule in LEXICON.stance_rules if not (rule.reason and rule.examples and rule.words)] == []


def test_pronouns_are_read_by_their_word() -> None:
    she = LEXICON.pronouns["she"]

    assert (she.number, she.gender, she.person, she.case) == ("singular", "female", 3, "subject")
    assert {pronoun.case for pronoun in LEXICON.pronouns.values()} == {"subject", "object", "possessive", "reflexive"}
    assert LEXICON.pronouns["you"].number is None


def test_measures_are_read() -> None:
    codes = [currency.code for currency in LEXICON.currencies]

    assert len(set(codes)) == len(codes)
    assert {"USD", "EUR", "JPY", "CNY"} <= set(codes)
    assert all(currency.words or currency.symbols for currency in LEXICON.currencies)
    assert len({unit.name for unit in LEXICON.units}) == len(LEXICON.units)
    assert LEXICON.scales["billion"] == Decimal(10**9)
    assert LEXICON.number_words["twelve"] == Decimal(12)
    assert all(term.words and term.name for term in LEXICON.measure_terms)
    assert all(term.hs is None or regex.fullmatch(r"\d\d", term.hs) for term in LEXICON.measure_terms)


@pytest.mark.parametrize(
    ("file", "keys"),
    [
        ("abbreviations", ["sentence_openers", "titles", "before_numbers", "companies", "months", "units"]),
        (
            "groups",
            ["heads", "singular_heads", "collective_heads", "government_heads", "organization_heads", "anonymous"],
        ),
        ("titles", ["titles", "honorifics", "heads", "modifiers"]),
        ("layout", ["key_points", "byline", "credits", "captions", "agencies", "months", "weekdays"]),
    ],
)
def test_word_list_has_clean_words(file: str, keys: list[str]) -> None:
    for key in keys:
        words = LEXICON.words(file, key)
        assert words
        assert all(word == " ".join(word.split()) and word for word in words)


def test_labels_stand_under_one_role_each_in_lower_case() -> None:
    stated = [(word, role) for role, words in LEXICON.table("layout")["roles"].items() for word in words]

    assert {SectionRole(role) for _, role in stated} == set(SectionRole) - {SectionRole.BODY}
    assert len({word for word, _ in stated}) == len(stated)
    assert [word for word, _ in stated if word != word.lower() or "’" in word or word.endswith(":")] == []
    assert LEXICON.layout.key_points.isdisjoint(word for word, _ in stated)
