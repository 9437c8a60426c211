"""Time to write grows with a brief and no faster, in every format: eight times as much takes at most sixteen times."""

from functools import cache
from time import process_time

import pytest
from tests.laws.test_naughty_strings import with_strings

import tradebrief as tb
from tradebrief.serialize import FORMATS

FEW = 20


@cache
def brief_of(count: int) -> tb.Brief:
    """A brief with so many of everything, no two of them the same."""
    strings = [f'=a"{number}\n<b> *c* 😀\r\n' for number in range(count)]
    return with_strings(strings, ids=[f"a{number}" for number in range(count)])


def seconds(format: str, count: int) -> float:
    brief = brief_of(count)
    found: list[float] = []
    for _ in range(2):
        started = process_time()
        tb.export(brief, format)
        found.append(process_time() - started)
    return min(found)


@pytest.mark.parametrize("format", [format.name for format in FORMATS if format.extra != "plot"])
def test_writing_is_linear(format: str) -> None:
    tb.export(brief_of(1), format)  # What is loaded on first use is not measured.
    for _ in range(2):
        if seconds(format, 8 * FEW) <= 16 * max(seconds(format, FEW), 1e-3):
            return
    pytest.fail(f"{format} takes {seconds(format, 8 * FEW):.2f} s for {8 * FEW}, {seconds(format, FEW):.2f} for {FEW}")
