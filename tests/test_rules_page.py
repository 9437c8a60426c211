"""Every rule id that a result carries leads somewhere."""

import re
import tomllib
from pathlib import Path

import pytest

import tradebrief as tb
from tradebrief.lexicon import carried_ids, rule_ids

ROOT = Path(__file__).parents[1]
TEXTS = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests/cases/structure/texts").glob("*.txt"))]
KNOWN = rule_ids(tb.Lexicon.default())
DATA = ROOT / "src/tradebrief/lexicon/data"


def _carried(brief: tb.Brief) -> set[str]:
    """The rule ids of all results of a brief."""
    found = {mention.rule for actor in brief.actors for mention in actor.mentions}
    found |= {role.rule for actor in brief.actors for role in actor.roles}
    found |= {claim.rule for claim in brief.claims} | {stance.rule for stance in brief.stances}
    found |= {measure.rule for measure in brief.measures}
    found |= {note.rule for note in (*brief.diagnostics, *brief.article.diagnostics)}
    return {str(id) for id in found}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_rule_of_every_result_is_listed(path: Path) -> None:
    assert _carried(tb.read(path)) - KNOWN == set()


def test_rule_of_every_cue_example_is_listed() -> None:
    examples = [example.text for cue in tb.Lexicon.default().cues for example in cue.examples]

    carried = set[str]().union(*(_carried(tb.read(text)) for text in examples))

    assert carried - KNOWN == set()


def test_every_rule_id_that_a_result_can_carry_has_an_anchor_on_the_page() -> None:
    listed = {
        str(table["id"])
        for path in DATA.rglob("*.toml")
        for tables in tomllib.loads(path.read_text("utf-8")).values()
        if isinstance(tables, list)
        for table in tables
        if isinstance(table, dict) and "id" in table
    }
    carried = carried_ids(tb.Lexicon.default())

    anchors = listed.union(*(carried[id] for id in listed & carried.keys()))

    assert KNOWN - anchors == set()


def test_rule_that_the_code_names_is_listed() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "src/tradebrief/extraction").rglob("*.py"))
    named = set(re.findall(r'RuleId\("([^"{]+)"\)', code))

    assert len(named) > 10
    assert named - KNOWN == set()


def test_rule_of_the_code_stands_in_the_code() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "src/tradebrief").rglob("*.py"))
    derived = {"measure.tariff-rate", "measure.percentage", "measure.money", "measure.quota", "measure.quantity"}
    derived |= {"measure.product", "measure.agreement", "measure.policy"}  # Made from the kind.

    listed = {rule.id for rule in tb.Lexicon.default().code_rules}

    assert {id for id in listed - derived if f'"{id}"' not in code} == set()
