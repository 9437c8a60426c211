"""The lexicon as the dictionaries that the steps look tokens up in.

Everything is keyed by one token, so that a text is scanned once and each token costs a look-up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen

from tradebrief.extract.tokens import scan_tokens
from tradebrief.lexicon import ActorEntry, Cue, Lexicon, MeasureTerm
from tradebrief.lexicon.inflection import plural, verb_forms
from tradebrief.model import MentionForm

__all__ = ["CueForm", "Index", "NameForm", "PhrasePattern", "index_of"]

_TAGS = {
    "determiner": "D",
    "possessive": "S",
    "pronoun": "R",
    "wh": "W",
    "preposition": "P",
    "conjunction": "C",
    "subordinator": "U",
    "modal": "M",
    "be": "B",
    "have": "V",
    "do": "O",
    "negation": "X",
    "adverb": "A",
}
_SLOTS = {"base": "b", "third": "t", "past": "p", "participle": "n", "gerund": "g"}


@frozen
class CueForm:
    """A form of a cue: its words after the first, and which slots of the paradigm the first one fills."""

    cue: Cue
    tail: tuple[str, ...]
    slots: str


@frozen
class NameForm:
    """A name of an actor of the lexicon: its tokens after the first, and how it names."""

    entry: ActorEntry
    tail: tuple[str, ...]
    form: MentionForm
    weak: bool


@frozen
class PhrasePattern:
    """A phrase cue: fixed words before and after the slot for its holder."""

    cue: Cue
    before: tuple[str, ...]
    after: tuple[str, ...]
    possessive: bool


@frozen(kw_only=True)
class Index:
    """Look-ups by token. Keys are in lower case, except those of ``names``.

    Attributes:
        tags: The tag of a closed-class word.
        verbs: The slots that a verb form can fill, of ``b``ase, ``t``hird, ``p``ast, participle (``n``), ``g``erund.
        verb_cues: Verb cues by the first word of a form, longest first.
        noun_cues: Noun cues by the first word of a form, longest first.
        adjective_cues: Adjective cues by first word, longest first.
        phrases_before: Phrase cues by the first of the words before their slot.
        phrases_after: Possessor phrases by the first of their words after the slot.
        names: Names, demonyms and seats by their first token as written, longest first.
        light_verbs: Forms of verbs that make their subject the holder of a noun cue.
        copulas: Forms of verbs that make it the holder of an adjective cue.
        aspect: Forms of verbs and adverbs that may stand between subject and cue.
        terms: Products, agreements and policies by first word, longest first.
        sets: Plain word lists, as ``"file.key"``.
    """

    tags: dict[str, str]
    verbs: dict[str, str]
    verb_cues: dict[str, tuple[CueForm, ...]]
    noun_cues: dict[str, tuple[CueForm, ...]]
    adjective_cues: dict[str, tuple[CueForm, ...]]
    phrases_before: dict[str, tuple[PhrasePattern, ...]]
    phrases_after: dict[str, tuple[PhrasePattern, ...]]
    names: dict[str, tuple[NameForm, ...]]
    light_verbs: frozenset[str]
    copulas: frozenset[str]
    aspect: frozenset[str]
    terms: dict[str, tuple[tuple[MeasureTerm, tuple[str, ...]], ...]]
    sets: dict[str, frozenset[str]]
    titles: frozenset[str]


@lru_cache(maxsize=8)
def index_of(lexicon: Lexicon) -> Index:
    """The look-ups of a lexicon, built once."""
    grammar = lexicon.table("grammar")
    light = lexicon.table("cues/light_verbs")
    irregular = {row["lemma"]: {slot: row[slot] for slot in _SLOTS if slot in row} for row in light.get("irregular", [])}
    by_category: dict[str, list[Cue]] = defaultdict(list)
    for cue in lexicon.cues:
        by_category[cue.category].append(cue)
    before, after = _phrases(by_category["phrase"])
    return Index(
        tags={word: _TAGS[name] for name, words in grammar["tags"].items() for word in words},
        verbs=_verbs(grammar["verbs"], by_category["verb"], [*light["light_verbs"], *light["aspect"]], irregular),
        verb_cues=_cue_forms(by_category["verb"]),
        noun_cues=_cue_forms(by_category["noun"]),
        adjective_cues=_cue_forms(by_category["adjective"]),
        phrases_before=before,
        phrases_after=after,
        names=_names(lexicon.actors.values()),
        light_verbs=_all_forms(light["light_verbs"], irregular),
        copulas=_all_forms(light["copulas"], irregular) | {"be", "is", "are", "was", "were", "been", "being", "am"},
        aspect=_all_forms(light["aspect"], irregular),
        terms=_terms(lexicon.measure_terms),
        sets=_sets(lexicon, grammar),
        titles=lexicon.words("titles", "titles"),
    )


def _sets(lexicon: Lexicon, grammar: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    groups, titles = lexicon.table("groups"), lexicon.table("titles")
    found = {f"groups.{key}": frozenset(words) for key, words in groups.items() if isinstance(words, list)}
    found |= {f"titles.{key}": frozenset(words) for key, words in titles.items() if isinstance(words, list)}
    found |= {f"gendered.{key}": frozenset(words) for key, words in titles.get("gendered", {}).items()}
    found |= {f"grammar.{key}": frozenset(words) for key, words in grammar["words"].items()}
    return found


def _verbs(
    listed: Mapping[str, Any], cues: Iterable[Cue], lemmas: Iterable[str], irregular: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)

    def add(lemma: str, given: Mapping[str, str]) -> None:
        for slot, form in verb_forms(lemma, dict(given)).items():
            found[form].add(_SLOTS[slot])

    strong = {lemma: {"past": past, "participle": part} for lemma, (past, part) in listed["irregular"].items()}
    for lemma in {*listed["regular"], *strong}:
        add(lemma, strong.get(lemma, {}))
    for cue in cues:
        for lemma in filter(None, (cue.lemma, cue.alternate)):
            first = lemma.split()[0]
            add(first, cue.forms or strong.get(first, {}))
    for lemma in lemmas:
        first = lemma.split()[0]
        if not first.endswith("ly"):
            add(first, irregular.get(first) or strong.get(first, {}))
    return {form: "".join(sorted(slots)) for form, slots in found.items()}


def _cue_forms(cues: Iterable[Cue]) -> dict[str, tuple[CueForm, ...]]:
    found: dict[str, list[CueForm]] = defaultdict(list)
    for cue in cues:
        for lemma in filter(None, (cue.lemma, cue.alternate)):
            first, *tail = lemma.lower().replace("’", "'").split()
            slots: dict[str, str] = defaultdict(str)
            if cue.category == "verb":
                for slot, form in verb_forms(first, cue.forms).items():
                    slots[form] += _SLOTS[slot]
            elif cue.category == "noun":
                slots = {first: "s", (plural(first) if not tail else first): "p"}  # type: ignore[assignment]
            else:
                slots = {first: "s"}  # type: ignore[assignment]
            for form, filled in slots.items():
                found[form].append(CueForm(cue, tuple(tail), filled))
    return {form: tuple(sorted(forms, key=lambda form: -len(form.tail))) for form, forms in found.items()}


def _phrases(
    cues: Iterable[Cue],
) -> tuple[dict[str, tuple[PhrasePattern, ...]], dict[str, tuple[PhrasePattern, ...]]]:
    before: dict[str, list[PhrasePattern]] = defaultdict(list)
    after: dict[str, list[PhrasePattern]] = defaultdict(list)
    for cue in cues:
        words = cue.pattern.lower().split()
        slot = next(at for at, word in enumerate(words) if word.startswith("{"))
        pattern = PhrasePattern(cue, tuple(words[:slot]), tuple(words[slot + 1 :]), words[slot] == "{possessive}")
        if pattern.before:
            before[pattern.before[0]].append(pattern)
        elif pattern.after:
            after[pattern.after[0]].append(pattern)

    def longest(patterns: list[PhrasePattern]) -> tuple[PhrasePattern, ...]:
        return tuple(sorted(patterns, key=lambda pattern: -len(pattern.before) - len(pattern.after)))

    return {key: longest(value) for key, value in before.items()}, {key: longest(value) for key, value in after.items()}


def _names(entries: Iterable[ActorEntry]) -> dict[str, tuple[NameForm, ...]]:
    found: dict[str, list[NameForm]] = defaultdict(list)
    for entry in entries:
        named = [
            *((name, MentionForm.NAME, entry.ambiguous) for name in (entry.name, *entry.aliases)),
            *((name, MentionForm.DEMONYM, False) for name in entry.demonyms),
            *((name, MentionForm.METONYM, False) for name in entry.seats),
            *((name, MentionForm.METONYM, True) for name in entry.weak_seats),
        ]
        for name, form, weak in named:
            first, *tail = scan_tokens(name).words
            found[first].append(NameForm(entry, tuple(tail), form, weak))
            if name.isupper() and len(name) > 3:
                continue
            upper = scan_tokens(name.upper()).words
            if upper[0] != first and len(name) > 3:
                found[upper[0]].append(NameForm(entry, tuple(upper[1:]), form, weak))
    order = (MentionForm.NAME, MentionForm.METONYM, MentionForm.DEMONYM)
    return {
        first: tuple(sorted(forms, key=lambda form: (-len(form.tail), form.weak, order.index(form.form))))
        for first, forms in found.items()
    }


def _all_forms(lemmas: Iterable[str], irregular: Mapping[str, Mapping[str, str]]) -> frozenset[str]:
    found: set[str] = set()
    for lemma in lemmas:
        first = lemma.split()[0]
        if " " not in lemma:
            found.update(verb_forms(first, dict(irregular.get(first, {}))).values() if not first.endswith("ly") else {first})
    return frozenset(found)


def _terms(terms: Iterable[MeasureTerm]) -> dict[str, tuple[tuple[MeasureTerm, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[MeasureTerm, tuple[str, ...]]]] = defaultdict(list)
    for term in terms:
        for name in term.words:
            first, *tail = scan_tokens(name).lowers
            found[first].append((term, tuple(tail)))
    return {first: tuple(sorted(forms, key=lambda form: -len(form[1]))) for first, forms in found.items()}
