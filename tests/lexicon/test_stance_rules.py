"""Every stance rule keeps its word: its examples are read as they say, its rejects are not read by it."""

from __future__ import annotations

import pytest

import tradebrief as tb
from tradebrief.lexicon import StanceExample, StanceRule

RULES = tb.Lexicon.default().stance_rules
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
REJECTS = [(rule, text) for rule in RULES for text in rule.rejects]


def _name(value: object) -> str | None:
    return value.id if isinstance(value, StanceRule) else value.holder if isinstance(value, StanceExample) else None


def _actor_named(brief: tb.Brief, words: str) -> list[str]:
    return [actor.id for actor in brief.actors if any(brief[mention.span] == words for mention in actor.mentions)]


def _read(brief: tb.Brief, rule: str) -> list[tuple[list[str], str, tb.Polarity | None, tb.Act]]:
    return [
        ([stance.holder], brief[stance.target.span], stance.polarity, stance.act)
        for stance in brief.stances
        if stance.rule == rule and stance.target
    ]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=_name)
def test_stance_rule_reads_its_example(rule: StanceRule, example: StanceExample) -> None:
    brief = tb.read(example.text)
    holder = _actor_named(brief, example.holder.removeprefix("The "))

    assert _read(brief, f"stance.{rule.id}") == [(holder, example.target, example.polarity or rule.polarity, rule.act)]


@pytest.mark.parametrize(("rule", "text"), REJECTS, ids=_name)
def test_stance_rule_leaves_its_reject_alone(rule: StanceRule, text: str) -> None:
    assert [stance.rule for stance in tb.read(text).stances if stance.rule.startswith(f"stance.{rule.id}")] == []


def test_every_stance_rule_has_an_example_and_a_reject() -> None:
    assert [rule.id for rule in RULES if not (rule.examples and rule.rejects)] == []
