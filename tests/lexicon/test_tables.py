"""The built-in tables: their shape, and what they say of the world."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from importlib.resources import files
from typing import cast

import pytest
import regex
from babel import Locale
from babel.numbers import get_territory_currencies

import tradebrief as tb
from tradebrief.lexicon import ActorEntry
from tradebrief.lexicon.actors import ROW_FILES, body_rows
from tradebrief.model import ActorKind, SectionRole

LEXICON = tb.Lexicon.default()
ACTORS = list(LEXICON.actors.values())
COUNTRIES = {entry.country: entry for entry in ACTORS if entry.kind is ActorKind.COUNTRY and entry.country}
TERRITORIES = {code: name for code, name in Locale("en").territories.items() if regex.fullmatch("[A-Z]{2}", code)}

# Codes of CLDR that name no territory with people of its own: unions and tests, and what ISO 3166-1 has not or nobody
# lives in.
LEFT_OUT = {
    *("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"),
    *("AQ", "BV", "GS", "HM", "TF", "UM"),
}
# Two actors may go by one word: the text around it tells which.
SHARED = {
    "Brussels": ({"bloc:eu", "country:be"}, "capital of both; the Union's more often"),
    "Georgia": ({"country:ge", "subnational:us-ga"}, "two states of one name"),
    "Georgian": ({"country:ge", "subnational:us-ga"}, "as their name"),
    "Georgians": ({"country:ge", "subnational:us-ga"}, "as their name"),
    "Victoria": ({"country:sc", "subnational:au-vic"}, "a capital and a state"),
    "Washington": ({"country:us", "subnational:us-wa"}, "capital and state"),
}
# A place of one name with an actor: what speaks or owns is the actor.
ALSO_PLACES = {"Amazon": "the company acts, the river basin lies"}
NEW_CURRENCIES = {"BG": "EUR"}  # Newer than CLDR's data.


def words_of(entry: ActorEntry) -> set[str]:
    return {entry.name, *entry.aliases, *entry.demonyms, *entry.seats, *entry.weak_seats}


def test_word_that_two_actors_share_is_listed() -> None:
    holders: dict[str, set[str]] = defaultdict(set)
    for entry in ACTORS:
        for word in words_of(entry):
            holders[word].add(entry.id)

    clashes = {word: found for word, found in holders.items() if len(found) > 1}
    assert clashes == {word: ids for word, (ids, _) in SHARED.items()}


def test_name_that_an_actor_shares_with_a_place_is_listed() -> None:
    places = {place.name for place in LEXICON.places}

    assert {word for entry in ACTORS for word in words_of(entry)} & places == set(ALSO_PLACES)


def test_body_of_one_name_with_a_person_is_flagged_as_ambiguous() -> None:
    given = LEXICON.given_names | LEXICON.family_first_names
    bodies = [entry for entry in ACTORS if entry.kind is ActorKind.ORGANIZATION]

    shared = [entry.id for entry in bodies if given & {entry.name, *entry.aliases} and not entry.ambiguous]

    assert shared == ["org:cn-xinhua"]  # Hardly a person's.


def test_row_of_bodies_stands_once_and_flags_name_bodies() -> None:
    found = [(row.entry.id, file) for file in ROW_FILES for row in body_rows(LEXICON.table(file), file)]
    flagged = [id for file in ROW_FILES for id in LEXICON.table(file).get("ambiguous", [])]

    assert [id for id, count in Counter(id for id, _ in found).items() if count > 1] == []
    assert [id for id in flagged if id not in dict(found)] == []


def test_no_body_s_name_opens_with_a_word_that_opens_sentences() -> None:
    openers = {"A", "An", "In", "It", "Its", "My", "Our", "That", "The", "This", "What", "Which", "Who", "Your"}
    names = [name for entry in ACTORS for name in (entry.name, *entry.aliases)]

    assert [name for name in names if name.split()[0].rstrip("?") in openers] == []


def test_short_names_belong_to_rows() -> None:
    for file in ROW_FILES:
        keys = {key for group in LEXICON.table(file).get("in", {}).values() for key in group}
        assert set(LEXICON.table(file).get("short", {})) <= keys


def test_ministry_goes_by_its_country_s_name() -> None:
    aliases = LEXICON.actors[tb.ActorId("org:jp-mof")].aliases

    assert {"Japan's finance ministry", "Japanese Finance Ministry", "Japan's Ministry of Finance"} <= set(aliases)
    assert "Philippines' trade department" in LEXICON.actors[tb.ActorId("org:ph-dti")].aliases
    assert "UK central bank" in LEXICON.actors[tb.ActorId("org:gb-boe")].aliases


def test_names_that_many_countries_share_are_no_single_country_s() -> None:
    for word in ("Congress", "Senate", "Parliament", "House of Representatives", "Supreme Court", "Finance Ministry"):
        assert [entry.country for entry in ACTORS if word in words_of(entry) and entry.country] == []


def test_africans_are_not_the_african_union() -> None:
    assert [entry.id for entry in ACTORS if {"African", "Africans"} & words_of(entry)] == []


def test_main_trading_countries_have_their_ministries_and_banks() -> None:
    for code in ("AR", "BR", "CN", "DE", "FR", "GB", "ID", "IN", "IT", "JP", "KR", "MX", "SA", "TR", "US", "ZA"):
        assert sum(entry.country == code for entry in ACTORS) >= 8, code


def test_currencies_of_countries_are_known_codes() -> None:
    codes = LEXICON.words("codes", "currencies")

    assert codes <= set(Locale("en").currencies) | {"XCG", "ZWG"}
    assert {entry.currency for entry in COUNTRIES.values()} <= codes


def test_every_chapter_of_the_harmonized_system_is_there() -> None:
    chapters = LEXICON.hs_chapters

    assert [chapter.number for chapter in chapters] == [f"{number:02}" for number in range(1, 98)]
    assert [chapter.number for chapter in chapters if not chapter.words] == ["77"]
    assert len({chapter.title for chapter in chapters}) == 97
    words = [word for chapter in chapters for word in chapter.words]
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_products_lie_in_chapters_that_there_are() -> None:
    known = {chapter.number for chapter in LEXICON.hs_chapters if chapter.words}

    assert {term.hs for term in LEXICON.measure_terms if term.hs} <= known


def test_chapter_of_goods_agrees_with_that_of_the_product() -> None:
    chapter_of = {word: chapter.number for chapter in LEXICON.hs_chapters for word in chapter.words}
    products = [(term, word) for term in LEXICON.measure_terms if term.hs for word in term.words]

    assert [(word, term.hs) for term, word in products if chapter_of.get(word, term.hs) != term.hs] == []


def test_word_of_goods_instruments_and_agreements_stands_once() -> None:
    terms = [term for term in LEXICON.measure_terms if term.role != "modifier"]

    words = Counter(word.lower() for term in terms for word in term.words)
    assert [word for word, count in words.items() if count > 1] == []


def test_doubtful_word_for_goods_is_one_of_the_goods() -> None:
    weak = LEXICON.table("measure_goods")["weak"]
    doubtful = {word for term in LEXICON.measure_terms if term.role == "weak" for word in term.words}

    assert sorted(set(weak)) == sorted(weak)
    assert set(weak) <= doubtful


def test_money_of_several_countries_has_codes_that_there_are() -> None:
    shared = LEXICON.table("measures")["shared_currency"]

    assert {code for row in shared for code in row["codes"]} <= LEXICON.words("codes", "currencies")
    assert [row for row in shared if row.get("default", row["codes"][0]) not in row["codes"]] == []
    assert {word for row in shared for word in row["words"]}.isdisjoint(
        word for currency in LEXICON.currencies for word in currency.words
    )


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
            ["heads", "singular_heads", "collective_heads", "government_heads", "organization_heads", "weak_heads"],
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


def test_no_list_of_words_holds_one_twice() -> None:
    found: list[tuple[str, ...]] = []
    for path in sorted((files("tradebrief.lexicon") / "data").iterdir(), key=lambda path: path.name):
        nested = sorted(path.iterdir(), key=lambda path: path.name) if path.is_dir() else [path]
        for file in nested:
            if file.name.endswith(".toml"):
                found.extend((file.name, *place) for place in doubled(tomllib.loads(file.read_text(encoding="utf-8"))))

    assert found == []


def doubled(table: Mapping[str, object]) -> Iterator[tuple[str, ...]]:
    """Where a list of words holds one twice; the past and the participle of a verb may be one."""
    for key, value in table.items():
        if isinstance(value, Mapping) and key != "irregular":
            yield from ((key, *place) for place in doubled(cast("Mapping[str, object]", value)))
        elif isinstance(value, list):
            words = [word for word in cast("list[object]", value) if isinstance(word, str)]
            yield from ((key, word) for word, times in Counter(words).items() if times > 1)
