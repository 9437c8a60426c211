"""The lexicon as the dictionaries that the steps look tokens up in.

Everything is keyed by one token, so that a text is scanned once and each token costs a look-up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import Any, cast

from attrs import frozen

from tradebrief.extraction.lookups.cue_forms import (
    SLOTS,
    SPEECH_FRAMES,
    CueForm,
    cue_forms,
    cue_splits,
    frames_alone,
    modal_cues,
)
from tradebrief.extraction.lookups.forms import Forms
from tradebrief.extraction.lookups.index_stances import (
    StanceForm,
    all_forms,
    change_verbs,
    deed_forms,
    effect_verbs,
    existential_words,
    forecast_words,
    irregular_verbs,
    judgment_words,
    own_instruments,
    ruled_verbs,
    split_forms,
    stance_forms,
)
from tradebrief.extraction.lookups.phrasebook import Phrasebook
from tradebrief.extraction.tokens import scan_tokens
from tradebrief.lexicon import ActorEntry, Cue, Lexicon, MeasureTerm
from tradebrief.lexicon.governing import governing_rules
from tradebrief.lexicon.inflection import plural, spelled_forms
from tradebrief.model import MentionForm, Outlook, Polarity

__all__ = [
    "MARKS",
    "SPEECH_FRAMES",
    "CueForm",
    "Index",
    "NameForm",
    "PhrasePattern",
    "Trigger",
    "index_of",
]

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
MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".",
    "(": "(", ")": ")", "[": "(", "]": ")",
    '"': "q", "“": "q", "”": "q", "‘": "q", "’": "q", "'": "q", "«": "q", "»": "q", "`": "q", "„": "q",
    "''": "q", "``": "q", '""': "q",
    "–": "-", "—": "-", "--": "-", "---": "-", "-": "h", "%": "K", "$": "K", "€": "K", "£": "K", "¥": "K", "&": "N",
}  # fmt: skip
_CONTEXTUAL = frozenset(
    {"that", "like", "her", "not", "'", "'s", "-"}
)  # Words and marks whose tag hangs on their neighbours.
_CLAUSES = frozenset({"quote", "that", "bare", "wh", "passive_to"})
_MID_YEARS = range(1900, 2100)
_NEAR_DATES = (  # Days of the week, quarters, and what "next" and "the end of" may stand before.
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "first", "second", "third", "fourth",
    "q1", "q2", "q3", "q4", "week", "month", "quarter", "year", "month-end", "year-end", "tomorrow", "yesterday",
)  # fmt: skip
_HAVE = {"third": "has", "past": "had", "participle": "had", "gerund": "having"}
_DESCRIBED = ("groups.heads", "groups.collective_heads", "groups.singular_heads", "groups.portions", "titles.heads")
_GOING = (("concepts.rising", "rise"), ("concepts.falling", "cut"), ("concepts.going", "end"))  # The last one counts.


@frozen
class NameForm:
    """A name of an actor of the lexicon, and how it names."""

    entry: ActorEntry
    form: MentionForm
    weak: bool


@frozen
class PhrasePattern:
    """A phrase cue: fixed words before and after the slot for its holder.

    It is looked for at its longest fixed word, the ``anchor``, which is the one at ``place`` among them.
    """

    cue: Cue
    before: tuple[str, ...]
    after: tuple[str, ...]
    possessive: bool
    anchor: str
    place: int


@frozen(kw_only=True)
class Index:
    """Look-ups by token. Keys are in lower case, except those of ``names``.

    Attributes:
        tags: The tag of a closed-class word.
        plain_tags: The tag of a word in lower case or a mark that needs no look at its neighbours.
        verbs: The slots that a verb form can fill, of ``b``ase, ``t``hird, ``p``ast, participle (``n``), ``g``erund.
        verb_cues: Verb cues by the first word of a form, longest first.
        cue_splits: Verb cues with an object amid their words ("rule * out", "give * credit"), by the forms of the verb.
        modal_cues: Cues that begin with a modal, by the word after it.
        clausal: Forms of those that take a clause or a quotation and no object, so that they modify no noun.
        noun_cues: Noun cues by the first word of a form, longest first.
        adjective_cues: Adjective cues by first word, longest first.
        phrases: Phrase cues by their longest fixed word.
        marks: Cues that are marks.
        names: Names, demonyms and seats by their first token as written, longest first.
        light_verbs: Forms of verbs that make their subject the holder of a noun cue.
        copulas: Forms of verbs that make it the holder of an adjective cue.
        prevailing: Forms of verbs that say of a noun cue that it exists or grows ("doubts linger among").
        aspect: Forms of verbs and adverbs that may stand between subject and cue.
        terms: Products, agreements and policies by first word, longest first.
        sets: Plain word lists, as ``"file.key"``.
        conditions: What opens a condition, such as "if" or "on condition that".
        holders: Nouns of people, bodies and documents, and quantifiers: who or what can hold a view.
        outlooks: Nouns and adjectives that state an outlook without a content.
        deeds: Deeds and dealings by the first word of a form of their verb, longest first.
        stance_verbs: Verbs that take a side toward what they govern, by the first word of a form, longest first.
        stance_nouns: The same for nouns.
        stance_adjectives: The same for adjectives.
        neutrals: Words by which no side is taken, in the same manner.
        stance_splits: Verbs with their target amid their words, and those whose object takes the side.
        dropping: Forms of verbs that take a side back ("withdrew its support").
        leaving: Verbs of leaving office, in any form.
        desisting: Verbs of leaving off what one does, in any form.
        giving: Forms of verbs that make their subject the holder of a stance noun ("launch").
        receiving: Forms of verbs that make it the target of one ("draw").
        affecting: Verbs by whose object a measure is said to do good or harm ("raised prices"), in any form, with the
            side of each word of the object.
        judgments: Words that judge, with 1 for and -1 against, with 2 and -2 where they do so as verbs.
        existentials: What there is for or against a thing, with the side: "no need for".
        forecasts: Predicates that look ahead, with their outlook, and without one verbs of what comes about or fails.
        succeeding: The latter of what comes about, in any form.
        failing: The latter of what fails, in any form.
        concepts: Names of what stances are about by their words.
        changes: Verbs that change how much there is of a thing, in all forms: "end", "cut", "rise" or nothing.
        attaining: Verbs by which something is brought about, in all forms: "reach", "hammer out".
        going: Forms of verbs that say such a change of their subject: "the ban must go".
        changing: The first words of ``changes`` and those of ``going``.
        titles: Titles of persons, in lower case.
        title_phrases: The same by their tokens, those of compounds that are taken apart as well.
        closed_names: Family names that are words of a closed class as well ("He"), as written.
        plural_titles: For the plural of a noun that heads titles the noun, in lower case.
        triggers: For each word that some step after the actors reads on from, which steps those are.
        describing: Nouns that head descriptions of people and bodies.
    """

    tags: dict[str, str]
    plain_tags: dict[str, str]
    verbs: dict[str, str]
    verb_cues: Forms[CueForm]
    cue_splits: Forms[CueForm]
    modal_cues: Forms[CueForm]
    clausal: frozenset[str]
    noun_cues: Forms[CueForm]
    adjective_cues: Forms[CueForm]
    phrases: dict[str, tuple[PhrasePattern, ...]]
    marks: dict[str, Cue]
    names: Phrasebook[NameForm]
    light_verbs: frozenset[str]
    copulas: frozenset[str]
    prevailing: frozenset[str]
    aspect: frozenset[str]
    terms: Phrasebook[MeasureTerm]
    sets: dict[str, frozenset[str]]
    conditions: Phrasebook[str]
    holders: frozenset[str]
    outlooks: dict[str, Cue]
    deeds: Forms[StanceForm]
    stance_verbs: Forms[StanceForm]
    stance_nouns: Forms[StanceForm]
    stance_adjectives: Forms[StanceForm]
    neutrals: Forms[StanceForm]
    stance_splits: Forms[StanceForm]
    dropping: frozenset[str]
    leaving: Phrasebook[str]
    desisting: Phrasebook[str]
    giving: frozenset[str]
    receiving: frozenset[str]
    affecting: Phrasebook[Mapping[str, int]]
    winning: frozenset[str]
    judgments: Phrasebook[int]
    existentials: Phrasebook[Polarity]
    forecasts: Phrasebook[Outlook | None]
    succeeding: frozenset[str]
    failing: frozenset[str]
    concepts: Phrasebook[str]
    changes: Phrasebook[str]
    attaining: Phrasebook[str]
    going: dict[str, str]
    changing: frozenset[str]
    titles: frozenset[str]
    title_phrases: Phrasebook[str]
    closed_names: frozenset[str]
    plural_titles: dict[str, str]
    triggers: dict[str, tuple[int, ...]]
    describing: frozenset[str]


class Trigger(IntEnum):
    """Why a word is worth a second look: the steps that read on from it."""

    VERB = 0
    NOUN = 1
    ADJECTIVE = 2
    PHRASE = 3
    TERM = 4
    MEASURE = 5
    OUTLOOK = 6
    DEED = 7
    CONDITION = 8
    STANCE_VERB = 9
    STANCE_NOUN = 10
    STANCE_ADJECTIVE = 11
    STANCE_NEUTRAL = 12
    STANCE_SPLIT = 13
    FORECAST = 14
    ODDS = 15
    CUE_SPLIT = 16
    MODAL = 17
    ULTIMATUM = 18
    THREAT = 19
    OBLIGATION = 20


@lru_cache(maxsize=8)
def index_of(lexicon: Lexicon) -> Index:
    """The look-ups of a lexicon, built once."""
    grammar = lexicon.table("grammar")
    light = lexicon.table("cues/light_verbs")
    irregular = {row["lemma"]: {slot: row[slot] for slot in SLOTS if slot in row} for row in light.get("irregular", [])}
    by_category: dict[str, list[Cue]] = defaultdict(list)
    for cue in lexicon.cues:
        by_category[cue.category].append(cue)
    control = lexicon.table("stances/control")
    evaluations = lexicon.table("stances/evaluations")
    forecasts = lexicon.table("stances/forecasts")
    strong = {**irregular_verbs(grammar["verbs"]), "have": _HAVE}
    strong.update({cue.lemma.split()[0]: cue.forms for cue in by_category["verb"] if cue.forms})
    numbers = {word: "K" for word in lexicon.number_words if word not in {"one", "a", "an", "second"}}
    tags = {**numbers, **{word: _TAGS[name] for name, words in grammar["tags"].items() for word in words}}
    plain = {word: tag for word, tag in {**tags, **MARKS, "to": "T"}.items() if word not in _CONTEXTUAL}
    verb_cues = cue_forms(by_category["verb"])
    titles = lexicon.words("titles", "titles")
    sets = _sets(lexicon, grammar)
    changes = change_verbs(lexicon.table("stances/concepts"), strong)
    going = {word: kind for key, kind in _GOING for word in sets[key]}
    found = Index(
        tags={**tags, "to": "T"},
        plain_tags=plain,
        verbs=_verbs(
            grammar["verbs"],
            by_category["verb"],
            [
                *light["light_verbs"],
                *light["aspect"],
                *ruled_verbs(lexicon.stance_rules),
                *_first_words(lexicon, "leaving"),
            ],
            irregular,
        ),
        verb_cues=verb_cues,
        cue_splits=cue_splits(by_category["verb"], grammar["words"]["particles"]),
        modal_cues=modal_cues(by_category["modal"]),
        clausal=frozenset(form for form, cues in verb_cues.items() if _CLAUSES.issuperset(frames_alone(cues))),
        noun_cues=cue_forms(by_category["noun"]),
        adjective_cues=cue_forms(by_category["adjective"]),
        phrases=_phrases(by_category["phrase"], tags),
        marks={cue.lemma: cue for cue in by_category["mark"]},
        names=_names(lexicon.actors.values()),
        light_verbs=all_forms(light["light_verbs"], irregular),
        copulas=all_forms(light["copulas"], irregular) | {"be", "is", "are", "was", "were", "been", "being", "am"},
        prevailing=all_forms(light["prevailing"], irregular) | {"is", "are", "was", "were", "been", "being"},
        aspect=all_forms(light["aspect"], irregular),
        terms=_terms(lexicon.measure_terms),
        sets=sets,
        conditions=Phrasebook((tuple(name.split()), name) for name in grammar["words"]["conditional"]),
        holders=_holders(lexicon, grammar["words"]),
        outlooks=_outlooks(lexicon.cues),
        deeds=deed_forms(lexicon.stance_rules, strong, own_instruments(lexicon)),
        stance_verbs=stance_forms([*lexicon.stance_rules, *governing_rules(lexicon.cues)], "verb", strong),
        stance_nouns=stance_forms(lexicon.stance_rules, "noun", strong),
        stance_adjectives=stance_forms(lexicon.stance_rules, "adjective", strong),
        dropping=all_forms(control["dropping"], strong),
        leaving=change_verbs(control, strong, (("leaving", "end"),)),
        desisting=change_verbs(control, strong, (("desisting", "end"),)),
        neutrals=stance_forms(lexicon.stance_rules, "neutral", strong),
        stance_splits=split_forms(lexicon.stance_rules, strong),
        giving=all_forms(control["giving"], strong),
        receiving=all_forms(control["receiving"], strong),
        affecting=effect_verbs(lexicon.table("stances/effects")["effect"], strong),
        judgments=judgment_words(evaluations, strong),
        existentials=existential_words(evaluations),
        forecasts=forecast_words(forecasts, strong),
        succeeding=all_forms(forecasts["succeeding"], strong),
        failing=all_forms(forecasts["failing"], strong),
        winning=all_forms(control["winning"], strong),
        concepts=Phrasebook((tuple(scan_tokens(name).lowers), c.name) for c in lexicon.concepts for name in c.words),
        changes=changes,
        attaining=change_verbs(lexicon.table("stances/concepts"), strong, (("attaining", ""),)),
        going=going,
        changing=changes.begins.union(going),
        titles=titles,
        title_phrases=Phrasebook(
            (tuple(written.split()), title) for title in titles for written in {title, title.replace("-", " - ")}
        ),
        closed_names=frozenset(name for name in lexicon.family_first_names if name.lower() in tags or name == "To"),
        plural_titles=_plural_titles(lexicon),
        triggers={},
        describing=frozenset(word for name in _DESCRIBED for word in sets[name]),
    )
    _set_triggers(found, lexicon)
    return found


def _set_triggers(index: Index, lexicon: Lexicon) -> None:
    forecasts = lexicon.table("stances/forecasts")
    tables: list[tuple[Trigger, Iterable[str]]] = [
        (Trigger.VERB, index.verb_cues),
        (Trigger.NOUN, index.noun_cues),
        (Trigger.ADJECTIVE, index.adjective_cues),
        (Trigger.PHRASE, index.phrases),
        (Trigger.TERM, index.terms.begins),
        (Trigger.MEASURE, _number_triggers(lexicon)),
        (Trigger.OUTLOOK, index.outlooks),
        (Trigger.DEED, index.deeds),
        (Trigger.CONDITION, index.conditions.begins),
        (Trigger.STANCE_VERB, index.stance_verbs),
        (Trigger.STANCE_NOUN, index.stance_nouns),
        (Trigger.STANCE_ADJECTIVE, index.stance_adjectives),
        (Trigger.STANCE_NEUTRAL, index.neutrals),
        (Trigger.STANCE_SPLIT, index.stance_splits),
        (Trigger.FORECAST, index.forecasts.signs | index.sets["forecast.tests"] | index.sets["aspect.hard"]),
        (Trigger.ODDS, forecasts["odds"]),
        (Trigger.ULTIMATUM, lexicon.table("stances/control")["allotting"]),
        (Trigger.THREAT, _threat_triggers(lexicon)),
        (Trigger.OBLIGATION, lexicon.table("stances/control")["obliging"]),
        (Trigger.CUE_SPLIT, index.cue_splits),
        (Trigger.MODAL, index.modal_cues),
    ]
    for trigger, words in tables:
        for word in words:
            steps = index.triggers.get(word, ())
            index.triggers[word] = steps if int(trigger) in steps else (*steps, int(trigger))


def _threat_triggers(lexicon: Lexicon) -> Iterator[str]:
    """Verbs of what one only threatens with."""
    control = lexicon.table("stances/control")
    keys = ("retaliating", "hitting", "seeking_redress", "taking_to_law", "bringing_suit")
    yield from sorted({"appeal", *(word for key in keys for word in control[key])})


def _number_triggers(lexicon: Lexicon) -> Iterator[str]:
    """Words with which a number or a date may begin, compounds of number words included ("two-thirds", "six-month")."""
    yield from map(str.lower, lexicon.layout.months)
    yield from _NEAR_DATES
    yield from (f"mid-{year}" for year in _MID_YEARS)
    yield from (word for word in lexicon.scales if len(word) > 3)
    yield from (f"half-a-{word}" for word in lexicon.scales if len(word) > 3)
    units = [word for words in lexicon.table("measures")["duration"].values() for word in words]
    for word, value in lexicon.number_words.items():
        yield word
        tails = units if value >= 1 else lexicon.table("measures")["words"]["rates"]
        yield from (f"{word}-{tail}" for tail in (*lexicon.number_words, *tails))


def _holders(lexicon: Lexicon, words: Mapping[str, Any]) -> frozenset[str]:
    groups = lexicon.table("groups")
    named = [*groups["heads"], *groups["singular_heads"], *groups["collective_heads"], *groups["government_heads"]]
    return frozenset(
        {*named, *lexicon.words("titles", "heads"), *words["speaking"], *words["people"], *words["quantifiers"]}
    )


def _outlooks(cues: Iterable[Cue]) -> dict[str, Cue]:
    found: dict[str, Cue] = {}
    for cue in cues:
        if cue.outlook is None or " " in cue.lemma:
            continue
        if cue.category == "noun" or (cue.category == "adjective" and "bare_adj" in cue.frames):
            for lemma in filter(None, (cue.lemma, cue.alternate)):
                found[lemma.lower()] = cue
    return found


def _first_words(lexicon: Lexicon, key: str) -> list[str]:
    """The verbs that the phrases of a list open with."""
    return [phrase.split()[0] for phrase in lexicon.table("stances/control")[key]]


def _plural_titles(lexicon: Lexicon) -> dict[str, str]:
    """The nouns that head titles, by their plural; those in -man have two."""
    heads = sorted(lexicon.words("titles", "heads"))
    regular = {plural(head): head for head in heads}
    return regular | {f"{head[:-2]}en": head for head in heads if head.endswith("man")}


def _sets(lexicon: Lexicon, grammar: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    titles = lexicon.table("titles")
    tables = {
        "groups": lexicon.table("groups"),
        "titles": titles,
        "gendered": titles.get("gendered", {}),
        "grammar": grammar["words"],
        "control": lexicon.table("stances/control"),
        "concepts": lexicon.table("stances/concepts"),
        "measures": lexicon.table("measures")["words"],
        "judged": lexicon.table("stances/evaluations"),
        "aspect": lexicon.table("stances/aspects"),
        "forecast": lexicon.table("stances/forecasts"),
    }
    found: dict[str, frozenset[str]] = {}
    for name, table in tables.items():
        for key, words in table.items():
            if isinstance(words, list):
                found[f"{name}.{key}"] = frozenset(map(str, cast("list[object]", words)))
    prefixes, heads = found["titles.prefixes"], found["titles.heads"]
    found["titles.heads"] = heads.union(f"{prefix}-{head}" for prefix in prefixes for head in heads)
    found["titles.before_names"] = found["titles.heads"].union(_plural_titles(lexicon), {","})
    found["certainty.weakening"] = found["grammar.possible"] | found["grammar.probable"] | found["grammar.improbable"]
    found["adjuncts.times"] = found["grammar.time"] | found["grammar.periods"]
    found["adjuncts.openers"] = found["adjuncts.times"] | found["grammar.adjunct_prepositions"]
    return found


def _verbs(
    listed: Mapping[str, Any], cues: Iterable[Cue], lemmas: Iterable[str], irregular: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)

    def add(lemma: str, given: Mapping[str, str]) -> None:
        for slot, form in spelled_forms(lemma, dict(given)):
            found[form].add(SLOTS[slot])

    strong = irregular_verbs(listed)
    for lemma in {*listed["regular"], *strong}:
        add(lemma, strong.get(lemma, {}))
    for lemma in listed["also_regular"]:
        add(lemma, {})
    for cue in cues:
        add(cue.lemma.split()[0], cue.forms or strong.get(cue.lemma.split()[0], {}))
        if cue.alternate:
            add(cue.alternate.split()[0], strong.get(cue.alternate.split()[0], {}))  # "saw", never "seed"
    for lemma in lemmas:
        first = lemma.split()[0]
        if not first.endswith("ly"):
            add(first, irregular.get(first) or strong.get(first, {}))
    return {form: "".join(sorted(slots)) for form, slots in found.items()}


def _phrases(cues: Iterable[Cue], closed: Mapping[str, str]) -> dict[str, tuple[PhrasePattern, ...]]:
    found: dict[str, list[PhrasePattern]] = defaultdict(list)
    for cue in cues:
        words = cue.pattern.lower().split()
        slot = next(at for at, word in enumerate(words) if word.startswith("{"))
        before, after = tuple(words[:slot]), tuple(words[slot + 1 :])
        anchor = max((*before, *after), key=lambda word: (word not in closed, len(word)))
        place = before.index(anchor) if anchor in before else len(before) + after.index(anchor)
        found[anchor].append(PhrasePattern(cue, before, after, words[slot] == "{possessive}", anchor, place))
    return {
        anchor: tuple(sorted(patterns, key=lambda pattern: -len(pattern.before) - len(pattern.after)))
        for anchor, patterns in found.items()
    }


def _names(entries: Iterable[ActorEntry]) -> Phrasebook[NameForm]:
    found: list[tuple[tuple[str, ...], NameForm]] = []
    for entry in entries:
        named = [
            *((name, MentionForm.NAME, entry.ambiguous) for name in (entry.name, *entry.aliases)),
            *((name, MentionForm.METONYM, False) for name in entry.seats),
            *((name, MentionForm.METONYM, True) for name in entry.weak_seats),
            *((name, MentionForm.DEMONYM, False) for name in entry.demonyms),
        ]
        for name, form, weak in named:
            words = tuple(scan_tokens(name).words)
            known = NameForm(entry, form, weak)
            found.append((words, known))
            if len(name) > 3 and not name.isupper():  # For headlines in capitals.
                parted = any(mark in name for mark in "-’`")  # A hyphen parts words in capitals.
                upper = tuple(scan_tokens(name.upper()).words) if parted else _upper(words)
                found.append((upper, known))
    order = (MentionForm.NAME, MentionForm.METONYM, MentionForm.DEMONYM)
    return Phrasebook(sorted(found, key=lambda item: (item[1].weak, order.index(item[1].form))))


def _upper(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in capitals, as a text in capitals is taken apart."""
    return tuple([part for word in words for part in (("'", "S") if word == "'s" else (word.upper(),))])


def _terms(terms: Iterable[MeasureTerm]) -> Phrasebook[MeasureTerm]:
    return Phrasebook((_term_words(name), term) for term in terms for name in term.words)


def _term_words(name: str) -> tuple[str, ...]:
    """The tokens of a term; words of small letters alone need no scan."""
    plain = name.islower() and name.replace("-", "a").replace(" ", "a").isalpha()
    return tuple(name.split() if plain else scan_tokens(name).lowers)
