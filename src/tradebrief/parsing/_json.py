"""JSON of others, read strictly: what is no JSON, or could not be written again, is an error with its place."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any, NoReturn

import regex

from tradebrief.errors import LimitError, ParseError
from tradebrief.formats import Limits
from tradebrief.text import Source, Span

__all__ = ["read_json", "top_keys"]

_TOKEN = regex.compile(
    r'"(?P<words>(?:[^"\\]++|\\.)*+)(?:"(?P<is_key>\s*+:)?|\\?\Z)|(?P<opens>[{\[])|[}\]]', regex.DOTALL
)
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

    def refused(message: str, at: int) -> ParseError:
        at = min(at, stop)
        return ParseError(message, source, Span(at, min(at + 1, stop)))

    try:
        found = json.loads(words, object_pairs_hook=_unrepeated, parse_constant=_refuse, parse_int=str, parse_float=str)
        if _SURROGATE_ESCAPE.search(words):
            json.dumps(found, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        message = error.msg[:1].lower() + error.msg[1:].removesuffix(" starting at")
        raise refused(f"not JSON: {message}", start + error.pos) from None
    except UnicodeEncodeError:
        escape = _SURROGATE_ESCAPE.search(words)
        raise refused("half of a surrogate pair", start + (escape.start() if escape else 0)) from None
    except ValueError as error:
        raise refused(f"not JSON: {error}", start) from None
    except RecursionError:
        raise LimitError("depth", limits.depth, limits.depth + 1, source.name) from None
    return found


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise ValueError(f"the key {twice[:40]!r} stands twice")
    return found


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"there is no {word}")


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
