"""``tradebrief compare``: a coder's database beside the briefs."""

import sqlite3
from pathlib import Path

import attrs
import pytest
from tests.serialize.sample import brief

import tradebrief as tb
from tradebrief.cli import main


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A folder with briefs and a database, in which one side was changed and one statement deleted."""
    tb.dump([brief()], tmp_path / "briefs.jsonl", "jsonl")
    tb.dump([brief()], tmp_path / "study.dna", "dna")
    connection = sqlite3.connect(tmp_path / "study.dna")
    connection.execute("UPDATE DATABOOLEAN SET Value = 0 WHERE StatementId = 2")
    connection.execute("DELETE FROM STATEMENTS WHERE ID = 3")
    for table in ("DATABOOLEAN", "DATASHORTTEXT"):
        connection.execute(f"DELETE FROM {table} WHERE StatementId = 3")
    connection.commit()
    connection.close()
    return tmp_path


def arguments(study: Path, *more: str) -> list[str]:
    return ["compare", str(study / "study.dna"), str(study / "briefs.jsonl"), *more]


def test_report_tells_how_well_both_agree(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(study, "--coder", "tradebrief")) == 0

    assert (
        capsys.readouterr().out
        == """\
3 stances read, 2 statements coded: 2 on the same words, 1 right
precision 0.33, recall 0.50, F1 0.40
Krippendorff's alpha: side 0.00, holder 1.00, concept 1.00

rule            read  same words  right  precision  recall
stance.reject      1           1      1       1.00    0.50
stance.want        1           0      0       0.00    0.00
stance.welcome     1           1      0       0.00    0.00

Differences
  duties.txt:3:53 welcomed the talks in Geneva: Japan: support talks [stance.welcome] / \
tradebrief has Japan: against talks
  duties.txt:4:26 want Brussels to drop the quota: Ana Ruiz: oppose quota [stance.want] / nothing
"""
    )


def test_briefs_of_the_coder_are_written(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(study, "-o", str(study / "new.jsonl"))) == 0
    assert main(arguments(study, "-o", str(study / "new.jsonl"))) == 2
    assert "--force" in capsys.readouterr().err
    assert main(arguments(study, "-o", str(study / "new.jsonl"), "--force")) == 0

    (new,) = tb.load_many(study / "new.jsonl")
    old = brief()
    welcome = attrs.evolve(old.stances[1], polarity=tb.Polarity.OPPOSE, rule=tb.RuleId("coder.tradebrief"))
    assert new == attrs.evolve(old, stances=(old.stances[0], welcome, *old.stances[3:]))


@pytest.mark.parametrize(
    ("more", "code", "message"),
    [
        (["--coder", "Bea"], 2, "no coder 'Bea'"),
        (["-o", "out.csv"], 2, "can't write briefs to out.csv"),
        (["missing.jsonl"], 1, "missing.jsonl"),
    ],
)
def test_what_can_not_be_meant_is_told(
    study: Path, capsys: pytest.CaptureFixture[str], more: list[str], code: int, message: str
) -> None:
    assert main(arguments(study, *more)) == code
    assert message in capsys.readouterr().err


def test_file_that_is_no_database_is_told(study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (study / "study.dna").write_text("nothing")

    assert main(arguments(study)) == 1
    assert "not an SQLite database" in capsys.readouterr().err
