"""Words that present somebody in a good or a bad light: by tables of their own, and by what stance rules imply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradebrief.lexicon._reading import Table
from tradebrief.lexicon.entries import APPRAISAL_CATEGORIES, AppraisalExample, AppraisalRule, StanceRule
from tradebrief.model import Act, Light, Polarity

__all__ = ["appraisal_rule", "implied_rules"]

_SLOTS = {
    "verb": frozenset({"subject", "object"}),
    "noun": frozenset({"owner", "bearer", "receiver"}),
    "adjective": frozenset({"owner"}),
    "adverb": frozenset({"subject"}),
}
_ALL_SLOTS = frozenset(slot for slots in _SLOTS.values() for slot in slots)
_LIGHTS = {Polarity.SUPPORT: Light.FAVOURABLE, Polarity.OPPOSE: Light.UNFAVOURABLE}
_PRESENTING = ("speech.", "conflict.", "noun.", "adjective.")
_ACTS = frozenset({Act.PRAISE, Act.CRITICIZE, Act.ACCUSE})
_GIVERS = frozenset({"from", "by"})  # Not toward whom it goes: "criticism from Lima".
_DEALING = ("cooperation.", "politics.")
_MUTUAL = frozenset({"speech.protest", "speech.quarrel", "noun.war", "noun.aid", "conflict.attack"})


def appraisal_rule(table: Table) -> AppraisalRule:
    """One table of words.

    Raises:
        LexiconError: If it is not valid.
    """
    table.allow("id", "reason", "category", "words", "slots", "light", "toward", "examples", "rejects")
    category, slots = table.text("category"), table.texts("slots")
    if category not in APPRAISAL_CATEGORIES:
        raise table.fail(f"field 'category' is not one of {', '.join(APPRAISAL_CATEGORIES)}")
    if not table.texts("words") or not slots:
        raise table.fail("each of the fields words, slots names at least one word")
    if wrong := sorted(_ALL_SLOTS.intersection(slots) - _SLOTS[category]):
        raise table.fail(f"a word of the category {category!r} has no slot {wrong[0]!r}")
    light = table.one_of("light", Light)
    if light is None:
        raise table.fail("field 'light' is missing")
    return AppraisalRule(
        id=table.text("id"),
        reason=table.text("reason"),
        category=category,
        words=table.texts("words"),
        slots=slots,
        light=light,
        toward=table.flag("toward"),
        examples=tuple(_example(item) for item in table.tables("examples")),
        rejects=table.texts("rejects"),
    )


def _example(table: Table) -> AppraisalExample:
    table.allow("text", "mention", "light")
    return AppraisalExample(text=table.text("text"), mention=table.text("mention"), light=table.one_of("light", Light))


def implied_rules(rules: Iterable[StanceRule]) -> Iterator[AppraisalRule]:
    """What stance rules imply: praise and blame, attacks and feelings present those toward whom they go.

    Whoever is helped or shunned is in no light by that, the victim of an attack is not blamed, and those who quarrel
    stand in no other light than their rivals.
    """
    for rule in rules:
        light = _LIGHTS.get(rule.polarity)
        presents = rule.actors or rule.act in _ACTS or rule.id.startswith(_PRESENTING)
        if light is None or rule.category not in _SLOTS or not presents:
            continue
        if rule.id in _MUTUAL or rule.id.startswith(_DEALING):
            continue
        yield AppraisalRule(
            id=rule.id,
            reason=rule.reason,
            category=rule.category,
            words=rule.words,
            slots=tuple(slot for slot in rule.slots if slot not in _GIVERS),
            light=light,
        )
