"""The words by which names are told apart, as sets: given names, heads of names of bodies and places, and the like."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from tradebrief.extraction.lookups.phrasebook import Phrasebook
from tradebrief.extraction.tokens import scan_tokens
from tradebrief.lexicon import Lexicon, PlaceEntry
from tradebrief.lexicon.inflection import plural

__all__ = ["NameWords", "name_words_of"]

_SHORTEST_SHAPED = 6  # Of a family name that its ending or beginning tells.
_SHORTEST_FIRST = 5  # Of one that may stand first: shorter ones are too often something else ("Long", "Sun").


@frozen(kw_only=True)
class NameWords:
    """What the lexicon knows of names; words as they are written, save where a line says otherwise.

    Attributes:
        given: Given names that are hardly anything else.
        doubtful: Given names that are as often a common word, a place or a family name.
        family_first: Family names that may stand before the given name.
        surnames: Family names that are hardly anything else.
        shared_surnames: Family names that head names of places or firms as well ("Mills").
        surname_endings: Endings that hardly any other names have.
        surname_beginnings: The same of beginnings ("Mc").
        suffixes: What may follow a person's name ("Jr").
        title_openers: Words with which a title may begin, in lower case; of a compound its first parts as well.
        honours: Letters after a person's name ("OBE").
        places: Towns, regions and seas by their first word, longest first.
        place_heads: Last words of names of places.
        place_openers: First words of names of places ("Mount").
        directions: First words of names of places that may open other names too ("North").
        body_heads: Last words of names of bodies.
        legal_forms: Legal forms after companies' names ("Co., Ltd"), the last words of which head names as well.
        body_openers: First words of names of bodies in languages where the noun comes first ("Banco").
        goods_heads: Nouns for goods and trades that stand in companies' names ("Copper").
        event_heads: Last words of names that are neither person, body nor place.
        owning_openers: Pronouns with which the names of movements begin ("Our").
        possessive_openers: Nouns that own a body in its name ("People's", "Farmers'"), in lower case.
        owned: What a body owns ("shares"), in lower case.
        held: What one holds of a company ("shares"), in lower case.
        personal_owned: What only persons own ("aides"), in lower case.
        personal_verbs: Forms of verbs whose subject is a person, in lower case.
        personal_hearers: Whom persons tell something ("reporters"), in lower case.
        personal_venues: Where persons speak ("interview"), in lower case.
        leading_verbs: Forms of verbs, with an object, of those who act, in lower case.
        mass_nouns: Nouns that stand without an article where a name does ("Democracy has"), in lower case.
        personal_objects: Forms of verbs whose object is one where their subject is, in lower case.
        officers: Nouns for those who hold an office in a body ("president"), in lower case.
        partisans: Nouns for who belongs to a party ("republican"), in lower case.
        settlements: Nouns before "of" and a place's name ("village"), in lower case.
        tongues: Nouns after the name of a language or people ("speakers"), in lower case.
        sites: Nouns for what stands in a place ("mills"), in lower case.
        kinds_of_places: Nouns in the plural for places ("towns"), in lower case.
        locatives: Prepositions before places.
        common_bodies: First words of names that bodies of many countries bear ("Ministry").
        common_endings: Endings of words that are hardly names.
        compound_endings: Endings of compounds that begin with a name and are none ("London-based").
        no_names: Words in capitals that name no actor and no place ("Internet", "GDP").
    """

    given: frozenset[str]
    doubtful: frozenset[str]
    family_first: frozenset[str]
    surnames: frozenset[str]
    shared_surnames: frozenset[str]
    surname_endings: tuple[str, ...]
    surname_beginnings: tuple[str, ...]
    suffixes: frozenset[str]
    title_openers: frozenset[str]
    honours: frozenset[str]
    places: Phrasebook[PlaceEntry]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    directions: frozenset[str]
    body_heads: frozenset[str]
    legal_forms: Phrasebook[bool]
    body_openers: frozenset[str]
    goods_heads: frozenset[str]
    event_heads: frozenset[str]
    owning_openers: frozenset[str]
    possessive_openers: frozenset[str]
    owned: frozenset[str]
    held: frozenset[str]
    personal_owned: frozenset[str]
    personal_verbs: frozenset[str]
    personal_hearers: frozenset[str]
    personal_venues: frozenset[str]
    leading_verbs: frozenset[str]
    mass_nouns: frozenset[str]
    personal_objects: frozenset[str]
    officers: frozenset[str]
    partisans: frozenset[str]
    settlements: frozenset[str]
    tongues: frozenset[str]
    sites: frozenset[str]
    kinds_of_places: frozenset[str]
    locatives: frozenset[str]
    common_bodies: frozenset[str]
    common_endings: tuple[str, ...]
    compound_endings: tuple[str, ...]
    no_names: frozenset[str]

    def is_given(self, word: str) -> bool:
        """Whether a word is a given name, if perhaps something else as well."""
        return word in self.given or word in self.doubtful

    def is_surname(self, word: str) -> bool:
        """Whether a word is a family name, and hardly anything else."""
        if word in self.surnames:
            return True
        shaped = word.endswith(self.surname_endings) or word.startswith(self.surname_beginnings)
        return shaped and len(word) >= _SHORTEST_SHAPED and not word.isupper()


@lru_cache(maxsize=8)
def name_words_of(lexicon: Lexicon) -> NameWords:
    """The name words of a lexicon, built once."""
    names = lexicon.words
    forms = [tuple(scan_tokens(form).words) for form in lexicon.table("names")["legal_forms"]]
    standing_first = {word for word in lexicon.family_first_names if len(word) >= _SHORTEST_FIRST}
    return NameWords(
        given=lexicon.given_names - lexicon.doubtful_given_names,
        doubtful=lexicon.doubtful_given_names,
        family_first=lexicon.family_first_names,
        surnames=(names("surnames", "surnames") | standing_first) - lexicon.doubtful_given_names,
        shared_surnames=names("surnames", "shared"),
        surname_endings=tuple(sorted(names("surnames", "endings"))),
        surname_beginnings=tuple(sorted(names("surnames", "beginnings"))),
        suffixes=names("names", "suffixes"),
        title_openers=_title_openers(lexicon),
        honours=names("names", "honours"),
        places=Phrasebook((tuple(scan_tokens(entry.name).words), entry) for entry in lexicon.places),
        place_heads=lexicon.place_heads,
        place_openers=lexicon.place_openers,
        directions=lexicon.place_directions,
        body_heads=names("groups", "organization_heads").union(form[-1] for form in forms if len(form[-1]) > 1),
        legal_forms=Phrasebook((form, True) for form in forms),
        body_openers=names("names", "body_openers"),
        goods_heads=names("names", "goods_heads"),
        event_heads=lexicon.event_heads - names("groups", "organization_heads"),
        owning_openers=names("names", "owning_openers"),
        possessive_openers=names("names", "possessive_openers"),
        owned=names("names", "owned"),
        held=names("names", "held"),
        personal_owned=names("names", "personal_owned"),
        personal_verbs=names("names", "personal_verbs"),
        personal_hearers=names("names", "personal_hearers"),
        personal_venues=names("names", "personal_venues"),
        leading_verbs=names("names", "leading_verbs"),
        mass_nouns=names("names", "mass_nouns"),
        personal_objects=names("names", "personal_objects"),
        officers=names("names", "officers"),
        partisans=names("names", "partisans"),
        settlements=names("names", "settlements"),
        tongues=names("names", "tongues"),
        sites=names("names", "sites"),
        kinds_of_places=names("names", "kinds_of_places"),
        locatives=names("names", "locatives"),
        common_bodies=names("names", "common_bodies"),
        common_endings=tuple(sorted(names("names", "common_endings"))),
        compound_endings=tuple(sorted(names("names", "compound_endings"))),
        no_names=names("names", "no_names"),
    )


def _title_openers(lexicon: Lexicon) -> frozenset[str]:
    words = {title.split()[0] for title in lexicon.words("titles", "titles")}
    parts = {word[:at] for word in words for at, char in enumerate(word) if char == "-"}
    alone = (lexicon.words("titles", key) for key in ("honorifics", "modifiers", "heads", "portfolios"))
    heads = lexicon.words("titles", "heads")
    plurals = (plural(head) for head in heads)
    prefixed = (f"{prefix}-{head}" for prefix in lexicon.words("titles", "prefixes") for head in heads)
    return frozenset(words | parts).union(plurals, prefixed, *alone)
