import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from tradebrief.serialize.terminal import one_line, visible

STEERING = regex.compile(r"[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("\x9b2J", "\\u009b2J"),
        ("\u202etxt.exe", "\\u202etxt.exe"),
        ("a\rb\r\nc\td", "a\\x0db\r\nc\td"),
        ("\u2066\u2069\u200e\u200f\u061c", "\\u2066\\u2069\\u200e\\u200f\\u061c"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("Ōta’s 😀 日本", "Ōta’s 😀 日本"),
    ],
)
def test_what_steers_a_terminal_is_shown_as_an_escape(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@given(texts() | st.text(st.characters()))
def test_nothing_steering_is_left(text: str) -> None:
    assert not STEERING.search(visible(text).replace("\r\n", "").replace("\n", "").replace("\t", ""))
    assert not STEERING.search(one_line(text))


def test_white_space_is_folded_into_one_line() -> None:
    assert one_line(" the\n  White\u00a0House \r\n") == "the White House"
