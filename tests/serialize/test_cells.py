"""Cells that no spreadsheet takes for a formula, and that come back."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from tradebrief.serialize.cells import neutralized, restored

FORMULA = regex.compile(r"(?:\A|(?<=[\n\r]))(?:[\t\r]|[[\p{Z}\p{C}]--[\n\r]]*[=+\-@\t＝＋－＠])", regex.V1)
awkward = st.lists(st.sampled_from([*"=+-@'\t\r\n \"a,;|", "\u3000", "\ufeff", "\x00", "＝", "\u200b"])).map("".join)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r'=1"),
        ("  =1", "'  =1"),
        ("\ufeff\u200b=1", "'\ufeff\u200b=1"),
        ("a\n=1", "a\n'=1"),
        ("a\r\n =1", "a\r\n' =1"),
        ("＝1", "'＝1"),
        ("'quoted'", "''quoted'"),
        ("rose 5-10%, e.g. a=b", "rose 5-10%, e.g. a=b"),
        ("don't", "don't"),
        ("a\n\nb", "a\n\nb"),
        ("", ""),
    ],
)
def test_formula_gets_an_apostrophe(text: str, expected: str) -> None:
    assert neutralized(text) == expected
    assert restored(expected) == text


@given(st.one_of(awkward, texts(), st.text()))
def test_no_cell_starts_like_a_formula_and_every_cell_comes_back(text: str) -> None:
    safe = neutralized(text)

    assert not FORMULA.search(safe)
    assert restored(safe) == text
