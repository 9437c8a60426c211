"""The words that present somebody in a good or a bad light, as look-ups by token."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from tradebrief.extraction.lookups.index_stances import irregular_verbs
from tradebrief.lexicon import AppraisalRule, Lexicon
from tradebrief.lexicon.inflection import plural, spelled_forms, spellings
from tradebrief.model import Light

__all__ = ["AppraisalForm", "AppraisalWords", "words_of"]

_FINITE = frozenset({"third", "past"})


@frozen
class AppraisalForm:
    """A form of a rule's word: the words after its first, and whether a stance rule implies it."""

    rule: AppraisalRule
    tail: tuple[str, ...]
    implied: bool


@frozen(kw_only=True)
class AppraisalWords:
    """The look-ups of a lexicon.

    Attributes:
        forms: Forms by their first word in lower case, those with more words first, then in the order of the rules.
        finite: Forms of verbs in the third person and in the past, as they stand after a name.
        opposing: Forms of verbs that speak against their object: what they govern says nothing of their subject.
        naming: Forms of verbs that say what somebody is: "called him a liar".
        copulas: Forms of verbs that say it of their subject.
        negating: Words that negate a noun phrase or a predicate.
        things: Words for good and bad things, which present nobody, with their light.
    """

    forms: dict[str, tuple[AppraisalForm, ...]]
    finite: frozenset[str]
    opposing: frozenset[str]
    naming: frozenset[str]
    copulas: frozenset[str]
    negating: frozenset[str]
    things: dict[str, Light]


@lru_cache(maxsize=8)
def words_of(lexicon: Lexicon) -> AppraisalWords:
    """The look-ups of a lexicon, built once."""
    grammar = lexicon.table("appraisals/grammar")
    listed = irregular_verbs(lexicon.table("grammar")["verbs"])
    strong = {lemma: forms for lemma, forms in listed.items() if lemma not in grammar["regular"]}
    forms: dict[str, list[AppraisalForm]] = defaultdict(list)
    opposing = _inflected(grammar["opposing"], strong)
    for implied, rules in ((False, lexicon.appraisal_rules), (True, lexicon.implied_appraisal_rules)):
        for rule in rules:
            named = list(_forms(rule, strong))
            for first, tail in named:
                forms[first].append(AppraisalForm(rule, tail, implied))
            if rule.category == "verb" and "object" in rule.slots and rule.light is Light.UNFAVOURABLE:
                opposing.update(first for first, tail in named if not tail)
    return AppraisalWords(
        forms={first: tuple(sorted(several, key=lambda form: -len(form.tail))) for first, several in forms.items()},
        finite=frozenset(_finite(lexicon.appraisal_rules, strong)),
        opposing=frozenset(opposing),
        naming=frozenset(_inflected(grammar["naming"], strong)),
        copulas=frozenset(_inflected(grammar["copulas"], strong)),
        negating=frozenset(grammar["negating"]),
        things={word: light for light in Light for word in lexicon.table("appraisals/tones")[light.value]},
    )


def _finite(rules: tuple[AppraisalRule, ...], strong: dict[str, dict[str, str]]) -> Iterator[str]:
    for first in (word.split()[0] for rule in rules if rule.category == "verb" for word in rule.words):
        yield from (form for name, form in spelled_forms(first, strong.get(first)) if name in _FINITE)


def _inflected(verbs: list[str], strong: dict[str, dict[str, str]]) -> set[str]:
    return {form for verb in verbs for form in spellings(verb, strong.get(verb))}


def _forms(rule: AppraisalRule, strong: dict[str, dict[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """First and further words of each form. A name that somebody is called stands in the singular."""
    for word in rule.words:
        first, *tail = word.lower().split()
        if rule.category == "verb":
            for form in spellings(first, strong.get(first)):
                yield form, tuple(tail)
            continue
        yield first, tuple(tail)
        if rule.category == "noun" and "bearer" not in rule.slots:
            yield (first, (*tail[:-1], plural(tail[-1]))) if tail else (plural(first), ())
