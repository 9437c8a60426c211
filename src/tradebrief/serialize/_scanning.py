"""A JSON text read slowly and with care: every value with its place, every fault noted.

The standard library's reader is fast, and silent about doubled keys, halves of surrogate pairs and
places. This one reads a text again when something is wrong with it, to say what and where.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from typing import Any

from attrs import define, field, frozen

from tradebrief.errors import LimitError
from tradebrief.formats import Limits
from tradebrief.serialize._shapes import SURROGATE, Path, has_surrogate

__all__ = ["Scan", "scan"]

_SPACE = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_STRING_PART = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+')
_NUMBER = re.compile(r"(?P<sign>-?)(?P<whole>0|[1-9][0-9]*+)(?P<rest>(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?)")
_WORD = re.compile(r"-?[A-Za-z]++")
_WORDS = {"true": True, "false": False, "null": None}
_NOT_NUMBERS = {"NaN", "Infinity", "-Infinity"}
_MOST_DIGITS = 4000  # Python refuses to convert more than 4300.


@frozen(kw_only=True)
class Scan:
    """What a JSON text holds.

    Attributes:
        value: The document; None where ``broken``.
        places: Offset of each value, by its path.
        faults: What JSON does not allow, as path, offset and message, in the order of the text.
        broken: Whether the last fault is one of syntax, beyond which nothing was read.
    """

    value: Any
    places: dict[Path, int]
    faults: list[tuple[Path, int, str]]
    broken: bool


def scan(text: str, limits: Limits, name: str) -> Scan:
    """Read a JSON text with all its faults.

    Raises:
        LimitError: If it is nested deeper than the limits allow.
    """
    scanner = _Scanner(text=text, limits=limits, name=name)
    try:
        value = scanner.read_document()
    except _SyntaxFault as fault:
        scanner.faults.append((fault.path, fault.offset, fault.message))
        return Scan(value=None, places=scanner.places, faults=scanner.faults, broken=True)
    return Scan(value=value, places=scanner.places, faults=scanner.faults, broken=False)


class _SyntaxFault(Exception):  # noqa: N818 - it never leaves this module.
    def __init__(self, path: Path, offset: int, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.offset = offset
        self.message = message


@define(kw_only=True)
class _Scanner:
    text: str
    limits: Limits
    name: str
    at: int = 0
    places: dict[Path, int] = field(factory=dict[Path, int])
    faults: list[tuple[Path, int, str]] = field(factory=list[tuple[Path, int, str]])

    def read_document(self) -> Any:
        self.skip_space()
        value = self.read_value((), 1)
        self.skip_space()
        if self.at < len(self.text):
            raise _SyntaxFault((), self.at, "more text after the end of the document")
        return value

    def skip_space(self) -> None:
        if match := _SPACE.match(self.text, self.at):
            self.at = match.end()

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def read_value(self, path: Path, depth: int) -> Any:
        self.places[path] = self.at
        match self.peek():
            case "{":
                return self.read_object(path, self.deeper(depth))
            case "[":
                return self.read_list(path, self.deeper(depth))
            case '"':
                return self.read_string(path)
            case _:
                return self.read_word_or_number(path)

    def deeper(self, depth: int) -> int:
        # A list and an object per section, and four more pairs of brackets around and in them.
        if depth > 2 * self.limits.depth + 4:
            raise LimitError("depth", self.limits.depth, max(depth // 2, self.limits.depth + 1), self.name)
        return depth + 1

    def read_object(self, path: Path, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}

        def read_member() -> None:
            start = self.at
            if self.peek() != '"':
                raise _SyntaxFault(path, start, "expected a field name in double quotation marks")
            key = self.read_string(path)
            if key in found:
                self.faults.append(((*path, key), start, "the field stands twice"))
            self.skip_space()
            if self.peek() != ":":
                raise _SyntaxFault((*path, key), self.at, "expected a colon")
            self.at += 1
            self.skip_space()
            found[key] = self.read_value((*path, key), depth)

        self.read_members(path, "}", read_member)
        return found

    def read_list(self, path: Path, depth: int) -> list[Any]:
        found: list[Any] = []
        self.read_members(path, "]", lambda: found.append(self.read_value((*path, len(found)), depth)))
        return found

    def read_members(self, path: Path, closer: str, read_member: Callable[[], None]) -> None:
        self.at += 1
        self.skip_space()
        if self.peek() == closer:
            self.at += 1
            return
        while True:
            read_member()
            self.skip_space()
            mark = self.peek()
            if mark == closer:
                self.at += 1
                return
            if mark != ",":
                raise _SyntaxFault(path, self.at, f'expected a comma or "{closer}"')
            self.at += 1
            self.skip_space()

    def read_string(self, path: Path) -> str:
        match = _STRING.match(self.text, self.at)
        if match is None:
            raise _SyntaxFault(path, *self.find_fault_in_string())
        found: str = json.loads(match.group())
        if has_surrogate(found):
            self.faults.append((path, self.at, "half of a surrogate pair"))
            found = SURROGATE.sub("\ufffd", found)
        self.at = match.end()
        return found

    def find_fault_in_string(self) -> tuple[int, str]:
        match = _STRING_PART.match(self.text, self.at)
        end = match.end() if match else self.at
        if end == len(self.text):
            return self.at, "the string has no closing quotation mark"
        if self.text[end] == "\\":
            return end, "not an escape that JSON knows"
        return end, "a control character in a string has to be escaped"

    def read_word_or_number(self, path: Path) -> Any:
        if match := _NUMBER.match(self.text, self.at):
            start, self.at = self.at, match.end()
            if not match["rest"]:
                if len(match["whole"]) <= _MOST_DIGITS:
                    return int(match.group())
                self.faults.append((path, start, f"a number of {len(match['whole'])} digits"))
                return 0
            if math.isfinite(value := float(match.group())):
                return value
            self.faults.append((path, start, f"the number {match.group()} is out of range"))
            return 0
        if match := _WORD.match(self.text, self.at):
            word = match.group()
            if word in _WORDS:
                self.at = match.end()
                return _WORDS[word]
            if word in _NOT_NUMBERS:
                self.faults.append((path, self.at, f"JSON has no {word}"))
                self.at = match.end()
                return 0
        raise _SyntaxFault(path, self.at, "expected a value")
