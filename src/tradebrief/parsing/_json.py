"""JSON of others, read strictly: what is no JSON, or could not be written again, is an error with its place."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, NoReturn

import regex

from tradebrief.errors import LimitError, ParseError
from tradebrief.formats import Limits
from tradebrief.text import Source, Span

__all__ = ["read_first", "read_json", "top_keys"]

_TOKEN = regex.compile(
    r'"(?P<words>(?:[^"\\]++|\\.)*+)(?:"(?P<is_key>\s*+:)?|\\?\Z)|(?P<opens>[{\[])|[}\]]', regex.DOTALL
)
_SPACE = regex.compile(r"[ \t\r\n]++")
_SURROGATE_ESCAPE = regex.compile(r"\\u[dD][89a-fA-F]")


def read_json(source: Source, limits: Limits, start: int = 0, end: int | None = None) -> Any:
    """The value that a text holds, or a part of it; numbers are given as they are written, as strings.

    Args:
        source: The text.
        limits: How deep it may nest.
        start: Where the value's part of the text begins.
        end: Where that ends; with the text if left out.

    Raises:
        ParseError: If it is no JSON, has a key twice, or holds half of a surrogate pair.
        LimitError: If it nests deeper than can be read.
    """
    words = source.text if start == 0 and end is None else source.text[start:end]
    stop = start + len(words)
    with _placed(source, limits, start, stop, base=start):
        found = _DECODER.decode(words)
        _check_surrogates(found, source, start, stop)
    return found


def read_first(source: Source, limits: Limits, start: int) -> tuple[Any, int]:
    """The value that starts at a place in a text, as ``read_json`` gives it, and where white space after it ends.

    Raises:
        ParseError: If there is none, or it is refused there.
        LimitError: If it nests deeper than can be read.
    """
    text = source.text
    at = _skip(text, start)
    with _placed(source, limits, at, len(text), base=0):
        found, end = _DECODER.raw_decode(text, at)
        _check_surrogates(found, source, at, end)
    return found, _skip(text, end)


@contextmanager
def _placed(source: Source, limits: Limits, start: int, stop: int, *, base: int) -> Generator[None, None, None]:
    """Raise what goes wrong as an error with its place; the reader's own places count from the base."""

    def refused(message: str, at: int) -> ParseError:
        at = min(at, stop)
        return ParseError(message, source, Span(at, min(at + 1, stop)))

    try:
        yield
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:].removesuffix(" starting at")
        raise refused(f"not JSON: {message}", base + error.pos) from None
    except ValueError as error:
        raise refused(f"not JSON: {error}", start) from None
    except RecursionError:
        raise LimitError("depth", limits.depth, limits.depth + 1, source.name) from None


def _check_surrogates(found: object, source: Source, start: int, stop: int) -> None:
    escape = _SURROGATE_ESCAPE.search(source.text, start, stop)
    if escape is None:
        return
    try:
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        place = Span(escape.start(), escape.start() + 1)
        raise ParseError("half of a surrogate pair", source, place) from None


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise ValueError(f"the key {twice[:40]!r} stands twice")
    return found


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"there is no {word}")


_DECODER = json.JSONDecoder(object_pairs_hook=_unrepeated, parse_constant=_refuse, parse_int=str, parse_float=str)


def top_keys(opening: str) -> dict[str, str]:
    """The keys of an object that a text opens with, or of the first one in a list, as far as the text goes.

    Each comes with its value where that is a string, as it is written between its quotation marks.
    """
    found: dict[str, str] = {}
    depth = base = 0  # How many brackets are open, and how many around the keys of the object.
    key: str | None = None
    for match in _TOKEN.finditer(opening) if opening.lstrip()[:1] in {"{", "["} else ():
        words = match["words"]
        if words is None:
            is_opening = match["opens"] is not None
            depth += 1 if is_opening else -1
            base = base or (depth if match[0] == "{" else 0)
            key = None
            if depth < base:
                break
        elif depth == base and match["is_key"]:
            found[words] = ""
            key = words
        elif depth == base and key is not None:
            found[key], key = words, None
    return found
