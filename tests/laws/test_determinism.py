"""The same input gives the same bytes in every process and whatever the hash seed."""

import os
import subprocess
import sys
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.texts import MARKED_UP, SEEDS, any_markup, any_texts

import tradebrief as tb

PROGRAM = """
import sys, tradebrief as tb
from pathlib import Path
for path in sys.argv[1:]:
    sys.stdout.buffer.write(tb.dumps(tb.read(Path(path))).encode())
sys.stdout.buffer.write(tb.Lexicon.default().fingerprint.encode())
"""


def written(hash_seed: str) -> bytes:
    """The documents of all seeds, written by a process of its own."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", PROGRAM, *map(str, [*SEEDS, *MARKED_UP])]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


def test_hash_seed_changes_no_byte() -> None:
    first, second = written("1"), written("4242")

    assert first
    assert first == second


@given(any_texts())
def test_second_reading_is_the_first(text: str) -> None:
    assert tb.dumps(tb.read(text)) == tb.dumps(tb.read(text))


@given(any_markup(), st.sampled_from(["markdown", "html"]))
def test_second_reading_of_markup_is_the_first(text: str, format: str) -> None:
    with suppress(tb.ParseError):
        assert tb.dumps(tb.read(text, format=format)) == tb.dumps(tb.read(text, format=format))
