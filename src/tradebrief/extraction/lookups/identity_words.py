"""The words by which names and descriptions are known to mean one actor: nicknames, company forms, like offices."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from tradebrief.lexicon import Lexicon
from tradebrief.model.ids import slug

__all__ = ["IdentityWords", "identity_words_of"]


@frozen(kw_only=True)
class IdentityWords:
    """What the lexicon knows of names and offices that mean one actor.

    Attributes:
        nicknames: The full given names that a familiar form may stand for; both as keys of words.
        company_forms: Legal forms after a company's name.
        small_words: Words that short forms and acronyms may leave out.
        families: Nouns after a surname by which a whole family is meant.
        town_openers: What stands before the name of a town without being its own.
        state_offices: Nouns that stand with the name of a state rather than a country's.
        provincial_offices: Further offices of states, which countries have as well.
        country_offices: Nouns that stand with the name of a country rather than a state's.
        state_nouns: Nouns that say in an apposition that a name is a state's.
        state_signs: Towns, and ids of companies, that show a state which has a country's name, by its id.
        state_homes: Ids of bodies that leave it open whether a state or a country of its name is meant.
        companies: Nouns for a company.
        any_bodies: Nouns for a body of any sort.
        party_nouns: Nouns for a body that parties have in their names.
        untelling_endings: Endings of words that do not tell a body from another.
        lower_governments: Words that make a government one of a part of a country.
        shared_offices: Head nouns of offices that states and bodies have alike.
        implied: For a word of names the nouns by which their bodies may be meant instead.
        state_leaders: The words of offices of those who lead a country.
        leader_nouns: What these are called with its name.
        spokespeople: Nouns for those who say "we" for their country or body.
        chiefs: Nouns for those who lead or speak for a company or body, and no state.
        leading_verbs: What those do who lead a body, "she heads".
        former: Words by which an office is one of the past.
        postposed: Words after the noun of a body's name that only say of what rank it is.
        governments: Codes of the countries whose government a head noun means by itself.
        offices: For each noun of an office the one that stands for all of its like.
        compounds: For a head noun the words before it that make another office of it.
        given: Given names as keys of words.
        family_first: Family names that may stand before the given name, as keys of words.
        surnames: Family names that are hardly anything else, as keys of words.
    """

    nicknames: Mapping[str, frozenset[str]]
    company_forms: frozenset[str]
    small_words: frozenset[str]
    families: frozenset[str]
    town_openers: tuple[str, ...]
    state_offices: frozenset[str]
    provincial_offices: frozenset[str]
    country_offices: frozenset[str]
    state_nouns: frozenset[str]
    state_homes: frozenset[str]
    state_signs: Mapping[str, frozenset[str]]
    companies: frozenset[str]
    any_bodies: frozenset[str]
    party_nouns: frozenset[str]
    untelling_endings: tuple[str, ...]
    lower_governments: frozenset[str]
    shared_offices: frozenset[str]
    implied: Mapping[str, frozenset[str]]
    state_leaders: frozenset[tuple[str, ...]]
    leader_nouns: frozenset[str]
    spokespeople: frozenset[str]
    chiefs: frozenset[str]
    leading_verbs: frozenset[str]
    portfolios: frozenset[str]
    former: frozenset[str]
    postposed: frozenset[str]
    governments: Mapping[str, str]
    offices: Mapping[str, str]
    compounds: Mapping[str, frozenset[str]]
    given: frozenset[str]
    family_first: frozenset[str]
    surnames: frozenset[str]

    def is_familiar(self, one: str, other: str) -> bool:
        """Whether two given names, as keys, are forms of one ("Bill" and "William")."""
        full, other_full = self.nicknames.get(one, frozenset()), self.nicknames.get(other, frozenset())
        return one in other_full or other in full or not full.isdisjoint(other_full)

    def office(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words of an office in lower case, with nouns of one meaning made one."""
        for size in (3, 2, 1):
            found = self.offices.get(" ".join(words[-size:])) if len(words) >= size else None
            if found is not None:
                return (*words[:-size], *found.split())
        return words


@lru_cache(maxsize=8)
def identity_words_of(lexicon: Lexicon) -> IdentityWords:
    """The identity words of a lexicon, built once."""
    table = lexicon.table("identity")
    full_of: dict[str, set[str]] = {}
    for full, forms in lexicon.table("nicknames")["nicknames"].items():
        for form in forms:
            full_of.setdefault(slug(form), set()).add(slug(full))
    nouns_of: dict[str, set[str]] = {}
    for noun, names in table["nouns_of_names"].items():
        for word in names:
            nouns_of.setdefault(word, set()).add(noun)
    return IdentityWords(
        nicknames={form: frozenset(full) for form, full in full_of.items()},
        company_forms=frozenset(table["company_forms"]),
        small_words=frozenset(table["small_words"]),
        families=frozenset(table["families"]),
        town_openers=tuple(table["town_openers"]),
        state_offices=frozenset(table["state_offices"]),
        provincial_offices=frozenset(table["provincial_offices"]),
        country_offices=frozenset(table["country_offices"]),
        state_nouns=frozenset(table["state_nouns"]),
        state_signs={state: frozenset(signs) for state, signs in table["state_signs"].items()},
        state_homes=frozenset(table["state_homes"]),
        companies=frozenset(table["companies"]),
        any_bodies=frozenset(table["any_bodies"]),
        party_nouns=frozenset(table["party_nouns"]),
        untelling_endings=tuple(table["untelling_endings"]),
        lower_governments=frozenset(table["lower_governments"]),
        shared_offices=frozenset(table["shared_offices"]),
        implied={word: frozenset(nouns) for word, nouns in nouns_of.items()},
        state_leaders=frozenset(tuple(office.split()) for office in table["state_leaders"]),
        leader_nouns=frozenset(table["leader_nouns"]),
        spokespeople=frozenset(table["spokespeople"]),
        chiefs=frozenset(table["chiefs"]),
        leading_verbs=frozenset(table["leading_verbs"]),
        portfolios=frozenset(table["portfolios"]),
        former=frozenset(table["former"]),
        postposed=frozenset(table["postposed"]),
        governments=dict(table["governments"]),
        offices={form: same for same, forms in table["offices"].items() for form in forms},
        given=frozenset(map(slug, lexicon.given_names)),
        family_first=frozenset(map(slug, lexicon.family_first_names)),
        surnames=frozenset(map(slug, lexicon.words("surnames", "surnames"))),
        compounds={head: frozenset(words) for head, words in table["compounds"].items()},
    )
