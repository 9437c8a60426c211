import pickle

import pytest

from tradebrief.errors import (
    Fault,
    FormatError,
    LexiconError,
    LimitError,
    MissingExtraError,
    ParseError,
    TradebriefError,
    UnsupportedVersionError,
    ValidationError,
)
from tradebrief.text import Source, Span

SOURCE = Source("Steel\n##\n", "steel.md")

errors = pytest.mark.parametrize(
    ("error", "told"),
    [
        (ParseError("heading has no title", SOURCE, Span(6, 8)), "steel.md:2:1: heading has no title\n  ##\n  ^^"),
        (LimitError("text", 10, 2000, "steel.md"), "steel.md: over the limit text: 2,000 found, 10 allowed"),
        (FormatError("no format 'yaml'"), "no format 'yaml'"),
        (UnsupportedVersionError("2.0", ("1.0",)), "schema version 2.0 is not supported (supported: 1.0)"),
        (
            MissingExtraError("parquet", "arrow"),
            'the format parquet needs an extra: pip install "tradebrief[arrow]"',
        ),
        (
            ValidationError((Fault("$.a", "unknown field", 2, 3), Fault("$", "not UTF-8")), "steel.json"),
            "steel.json:2:3: $.a: unknown field\nsteel.json: $: not UTF-8",
        ),
        (LexiconError("unknown key", "more.toml", "cue.say"), "more.toml: cue.say: unknown key"),
        (LexiconError("not TOML", "more.toml"), "more.toml: not TOML"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)


@errors
def test_message_names_the_thing_and_its_place(error: TradebriefError, told: str) -> None:
    assert str(error) == told


@errors
def test_error_comes_whole_through_pickling(error: TradebriefError, told: str) -> None:
    again = pickle.loads(pickle.dumps(error))

    assert type(again) is type(error)
    assert vars(again) == vars(error)
    assert str(again) == told


@errors
def test_every_error_is_ours(error: Exception, told: str) -> None:
    assert isinstance(error, TradebriefError)
    assert told == str(error)


@pytest.mark.parametrize("at", [0, 500, 999])
def test_fault_in_a_huge_line_is_shown_in_its_surroundings(at: int) -> None:
    line = "a" * at + "X" + "a" * (1000 - at)

    _, shown, mark = str(ParseError("odd letter", Source(line), Span(at, at + 1))).splitlines()

    assert len(shown) < 130
    assert shown[mark.index("^")] == "X"
