"""The stance rules as the dictionaries that words are looked up in; a part of the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from tradebrief.extraction.lookups.forms import Forms
from tradebrief.extraction.lookups.phrasebook import Phrasebook
from tradebrief.extraction.tokens import scan_tokens
from tradebrief.lexicon import Lexicon, StanceRule
from tradebrief.lexicon.inflection import plural, spellings
from tradebrief.model import MeasureKind, Outlook, Polarity

__all__ = [
    "StanceForm",
    "all_forms",
    "change_verbs",
    "deed_forms",
    "effect_verbs",
    "existential_words",
    "forecast_words",
    "irregular_verbs",
    "judgment_words",
    "own_instruments",
    "ruled_verbs",
    "split_forms",
    "stance_forms",
]

_CHANGES = (("ending", "end"), ("cutting", "cut"), ("keeping", ""), ("raising", "rise"), ("reviewing", "review"))
_INSTRUMENT = "tariff"  # Rules about this are about any instrument.
_NOMINAL = frozenset({"role", "copular"})  # Rules about nouns.
_VERBAL = frozenset({"verb", "deed", "dealing", "split", "feeling"})


@frozen
class StanceForm:
    """A form of a stance rule: the words after the first, and the head nouns that its object must have one of."""

    rule: StanceRule
    tail: tuple[str, ...]
    heads: frozenset[str] = frozenset()


def irregular_verbs(listed: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The irregular forms of verbs by their lemma."""
    return {lemma: {"past": past, "participle": part} for lemma, (past, part) in listed["irregular"].items()}


def all_forms(lemmas: Iterable[str], irregular: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    """Every form of some verbs."""
    found: set[str] = set()
    for lemma in lemmas:
        first = lemma.split()[0]
        if " " not in lemma:
            found.update(spellings(first, dict(irregular.get(first, {}))) if not first.endswith("ly") else {first})
    return frozenset(found)


def ruled_verbs(rules: Iterable[StanceRule]) -> Iterator[str]:
    """The verbs of rules that are about verbs."""
    return (word for rule in rules if rule.category in _VERBAL for word in rule.words)


def own_instruments(lexicon: Lexicon) -> frozenset[str]:
    """The last words of the instruments of a user's files."""
    own = (term for term in lexicon.own_terms if term.kind is MeasureKind.POLICY)
    return frozenset(word.lower().split()[-1] for term in own for word in term.words)


def deed_forms(
    rules: Iterable[StanceRule], strong: Mapping[str, dict[str, str]], instruments: frozenset[str]
) -> Forms[StanceForm]:
    """Deeds in all forms of their verbs, with the head nouns that their objects must have one of."""
    found: dict[str, list[StanceForm]] = defaultdict(list)
    for rule in rules:
        heads = frozenset(rule.objects).union(instruments if _INSTRUMENT in rule.objects else ())
        for word in rule.words if rule.category in {"deed", "dealing"} else ():
            first, *tail = word.split()
            for form in spellings(first, strong.get(first)):
                found[form].append(StanceForm(rule, tuple(tail), heads))
    return Forms(found)


def judgment_words(table: Mapping[str, Any], strong: Mapping[str, dict[str, str]]) -> Phrasebook[int]:
    """Words of judgment with their side, twice as much for verbs, which come in all their forms."""
    found: list[tuple[tuple[str, ...], int]] = []
    for key, side in (("against", -1), ("in_favour", 1)):
        found.extend((tuple(scan_tokens(words).lowers), side) for words in table[key])
    strong = {verb: forms for verb, forms in strong.items() if verb not in table["regular"]}
    for key, side in (("wrongs", -2), ("merits", 2)):
        for verb, *tail in map(str.split, table[key]):
            found.extend(((form, *tail), side) for form in spellings(verb, strong.get(verb)))
    found.extend((tuple(words.split()), 0) for words in table["neither_phrases"])
    for verb, *tail in map(str.split, table["neither"]):
        found.extend(((form, *tail), 0) for form in spellings(verb, strong.get(verb)))
    return Phrasebook(found)


def effect_verbs(
    effects: Iterable[Mapping[str, Any]], strong: Mapping[str, dict[str, str]]
) -> Phrasebook[Mapping[str, int]]:
    """Verbs of effects in all their forms, with the words of their objects and the side that each speaks for."""
    found: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for effect in effects:
        sides = dict.fromkeys(effect["objects"], 1 if effect["side"] == "for" else -1)
        for verb, *tail in map(str.split, effect["verbs"]):
            for form in spellings(verb, strong.get(verb)):
                found[form, *tail] = {**sides, **found[form, *tail]}  # Of a word with both sides the first one counts.
    return Phrasebook(found.items())


def forecast_words(table: Mapping[str, Any], strong: Mapping[str, dict[str, str]]) -> Phrasebook[Outlook | None]:
    """Predicates with the outlook that they tell, and verbs of what comes about or fails, in all their forms."""
    found: list[tuple[tuple[str, ...], Outlook | None]] = []
    for outlook in Outlook:
        found.extend((tuple(words.split()), outlook) for words in table[outlook.value])
    verbs = sorted(all_forms([*table["succeeding"], *table["failing"]], strong))
    found.extend(((form,), None) for form in verbs)
    done = (tuple(words.split()) for words in (*table["undone"], *table["upheld"]))
    found.extend((words, None) for words in done if words[0] not in verbs)
    return Phrasebook(found)


def existential_words(table: Mapping[str, Any]) -> Phrasebook[Polarity]:
    """Phrases of what there is for or against a thing, with the side that they take."""
    sides = (("there_for", Polarity.SUPPORT), ("there_against", Polarity.OPPOSE))
    return Phrasebook((tuple(words.split()), side) for key, side in sides for words in table[key])


def change_verbs(
    table: Mapping[str, Any], strong: Mapping[str, dict[str, str]], names: Sequence[tuple[str, str]] = _CHANGES
) -> Phrasebook[str]:
    """Verbs that change how much there is of a thing, in any form, with what the change is called."""
    found: list[tuple[tuple[str, ...], str]] = []
    for key, name in names:
        for lemma in table[key]:
            first, *tail = lemma.split()
            forms = spellings(first, strong.get(first))
            found.extend(((form, *tail), name) for form in forms)
    return Phrasebook(found)


def stance_forms(rules: Iterable[StanceRule], category: str, strong: Mapping[str, dict[str, str]]) -> Forms[StanceForm]:
    """Rules of a category by the first word of each form, those with more words first, then in their order."""
    found: dict[str, list[StanceForm]] = defaultdict(list)
    for rule in rules:
        if rule.category != category and not (rule.category in _NOMINAL and category == "noun"):
            continue
        for lemma in rule.words:
            first, *tail = lemma.lower().split()
            forms = {first}
            if category == "verb" or (category == "neutral" and tail):
                forms = set(spellings(first, strong.get(first)))
            elif category == "noun":
                forms = {first, plural(first)} if not tail else {first}
            for form in sorted(forms):
                found[form].append(StanceForm(rule, tuple(tail), frozenset(rule.objects)))
    return Forms(found)


def split_forms(rules: Iterable[StanceRule], strong: Mapping[str, dict[str, str]]) -> Forms[StanceForm]:
    """Verbs with a star where their target stands ("take * to court"), and those whose object takes the side."""
    found: dict[str, list[StanceForm]] = defaultdict(list)
    for rule in rules:
        for lemma in rule.words if rule.category in {"split", "feeling"} else ():
            first, *tail = lemma.lower().replace("*'s", "* 's").split()
            for form in spellings(first, strong.get(first)):
                found[form].append(StanceForm(rule, tuple(tail), frozenset(rule.objects)))
    return Forms(found)
