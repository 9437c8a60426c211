"""Every appraisal rule keeps its word: its examples are read as they say, its rejects are not read by it."""

from __future__ import annotations

from collections import defaultdict

import pytest

import tradebrief as tb
from tradebrief.lexicon import AppraisalExample, AppraisalRule

RULES = tb.Lexicon.default().appraisal_rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
REJECTS = [(rule, text) for rule in RULES for text in rule.rejects]


def _name(value: object) -> str | None:
    return value.id if isinstance(value, AppraisalRule) else None


def _read(text: str, rule: AppraisalRule) -> list[tuple[str, tb.Light, bool]]:
    brief = tb.read(text)
    return [
        (brief[found.mention], found.light, found.tied)
        for found in tb.find_appraisals(brief)
        if found.rule == f"appraisal.{rule.id}"
    ]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=_name)
def test_appraisal_rule_reads_its_example(rule: AppraisalRule, example: AppraisalExample) -> None:
    assert _read(example.text, rule) == [(example.mention, example.light or rule.light, True)]


@pytest.mark.parametrize(("rule", "text"), REJECTS, ids=_name)
def test_appraisal_rule_leaves_its_reject_alone(rule: AppraisalRule, text: str) -> None:
    assert _read(text, rule) == []


def test_every_appraisal_rule_has_an_example_and_a_reject() -> None:
    assert [rule.id for rule in RULES if not (rule.examples and rule.rejects)] == []


def test_no_word_shows_both_lights_in_one_slot() -> None:
    lights = defaultdict[tuple[str, str, str], set[tb.Light]](set)
    for rule in RULES:
        for word in rule.words:
            lights[rule.category, word, rule.slots[0]].add(rule.light)

    assert [use for use, found in lights.items() if len(found) > 1] == []


def test_no_rule_names_a_word_twice() -> None:
    assert [rule.id for rule in RULES if len(set(rule.words)) < len(rule.words)] == []
