"""What the layout of whole texts is read as, stated apart from the parser."""

from pathlib import Path

import pytest
from tests.parsing.structure import describe, expected

import tradebrief as tb

ROOT = Path(__file__).parents[2]
STATED = ROOT / "tests" / "cases" / "structure"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
TEXTS = sorted((STATED / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", [*SEEDS, *TEXTS], ids=lambda path: path.stem)
def test_text_is_read_as_its_case_states(path: Path) -> None:
    article = tb.parse(path)

    assert describe(article) == expected(STATED / path.name)


def test_every_case_has_its_text() -> None:
    stated = sorted(path.name for path in STATED.glob("*.txt"))

    assert stated == sorted(path.name for path in [*SEEDS, *TEXTS])
