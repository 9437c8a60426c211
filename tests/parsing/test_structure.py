"""What the layout of whole texts is read as, stated apart from the parser."""

from pathlib import Path

import pytest
from tests.parsing.structure import describe, expected

import tradebrief as tb

ROOT = Path(__file__).parents[2]
STATED = ROOT / "tests" / "cases" / "structure"
SEEDS = sorted(path for path in (ROOT / "seeds").glob("[a-z]*") if path.suffix in {".txt", ".md", ".html"})
TEXTS = sorted((STATED / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", [*SEEDS, *TEXTS], ids=lambda path: path.stem)
def test_text_is_read_as_its_case_states(path: Path) -> None:
    article = tb.parse(path)

    assert describe(article) == expected(STATED / f"{path.stem}.txt")


def test_every_case_has_its_text() -> None:
    stated = sorted(path.stem for path in STATED.glob("*.txt"))

    assert stated == sorted(path.stem for path in [*SEEDS, *TEXTS])
