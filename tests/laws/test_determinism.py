"""The same input gives the same bytes in every process and whatever the hash seed."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.texts import MARKED_UP, SEEDS, any_markup, any_texts

import tradebrief as tb
from tradebrief.serialize import FORMATS

PROGRAM = """
import sys, tradebrief as tb
from pathlib import Path
for path in sys.argv[1:]:
    sys.stdout.buffer.write(tb.dumps(tb.read(Path(path))).encode())
sys.stdout.buffer.write(tb.Lexicon.default().fingerprint.encode())
"""

EXPORTING = """
import sys, tradebrief as tb
from hashlib import sha256
from pathlib import Path
from tradebrief.serialize import FORMATS
briefs = [tb.load(Path(path)) for path in sys.argv[1:]]
for format in FORMATS.builtin:
    content = tb.export(briefs if format.is_for_many else briefs[0], format.name).content
    print(format.name, sha256(repr(content).encode()).hexdigest())
"""


def written(hash_seed: str, program: str = PROGRAM, paths: Sequence[Path] = (*SEEDS, *MARKED_UP)) -> bytes:
    """What a program makes of files, in a process of its own: at first the documents of all seeds."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", program, *map(str, paths)]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_hash_seed_changes_no_byte() -> None:
    first, second = written("1"), written("4242")

    assert first
    assert first == second


def test_hash_seed_changes_no_byte_of_any_format() -> None:
    kept = sorted((Path(__file__).parents[1] / "golden" / "json").glob("*.json"))[2:3]

    first, second = (written(seed, EXPORTING, kept).splitlines() for seed in ("1", "4242"))

    assert len(first) == len(FORMATS.builtin)
    assert first == second


@given(any_texts())
def test_second_reading_is_the_first(text: str) -> None:
    assert tb.dumps(tb.read(text)) == tb.dumps(tb.read(text))


@given(any_markup(), st.sampled_from(["markdown", "html"]))
def test_second_reading_of_markup_is_the_first(text: str, format: str) -> None:
    with suppress(tb.ParseError):
        assert tb.dumps(tb.read(text, format=format)) == tb.dumps(tb.read(text, format=format))
