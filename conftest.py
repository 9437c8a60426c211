"""Runs the examples in README.md and the documentation as tests.

Python blocks are executed, with doctest's rules where they show ``>>>``; the names of one page are
shared by its blocks. In ``console`` blocks every ``$ tradebrief ...`` command is run and has to print
what stands under it; ``...`` stands for whatever is left out, and other commands are for the reader.
A block under ``<!-- skip: next -->`` is left alone.
"""

import os
import subprocess
import sysconfig
from collections.abc import Iterator
from doctest import ELLIPSIS, REPORT_NDIFF, Example, OutputChecker
from itertools import pairwise
from pathlib import Path

import pytest
from sybil import Example as Block
from sybil import Sybil
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent
PROMPT = "$ "
RULES = ELLIPSIS | REPORT_NDIFF


def pytest_addoption(parser: pytest.Parser) -> None:
    """The flag that writes the golden files anew: see tests/test_golden.py."""
    parser.addoption(
        "--record",
        nargs="?",
        const="formats",
        choices=["formats", "seeds"],
        help="write tests/golden anew, from the briefs that are kept there or from the seeds",
    )


@pytest.fixture
def in_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples name files as a reader in a checkout would."""
    monkeypatch.chdir(ROOT)


def check_console(block: Block) -> str | None:
    """Run the block's tradebrief commands, and give the first difference from what it shows."""
    for command, shown in commands(str(block.parsed)):
        if not command.startswith("tradebrief "):
            continue
        result = subprocess.run(
            ["bash", "-c", command],
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        checker, example = OutputChecker(), Example(command, shown)
        if not checker.check_output(example.want, result.stdout, RULES):
            return f"{PROMPT}{command}\n{checker.output_difference(example, result.stdout, RULES)}"
    return None


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, with the lines shown under it."""
    lines = block.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if line.startswith(PROMPT)]
    for start, end in pairwise([*starts, len(lines)]):
        yield lines[start].removeprefix(PROMPT).strip(), "".join(lines[start + 1 : end])


def environment() -> dict[str, str]:
    """The environment of a reader's terminal, where the package under test comes first."""
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "100"}


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=RULES),
        CodeBlockParser(language="console", evaluator=check_console),
        SkipParser(),
    ],
    pattern="*.md",
    fixtures=["in_root"],
).pytest()
