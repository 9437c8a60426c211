"""What JSON values are in Python, and the paths that lead to them."""

from __future__ import annotations

import json
import re
from typing import Any, TypeGuard

__all__ = ["SURROGATE", "Path", "has_surrogate", "is_list", "is_object", "show_path"]

Path = tuple[str | int, ...]
"""Keys and indexes that lead to a value in a document."""

SURROGATE = re.compile(r"[\ud800-\udfff]")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is a JSON object."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether it is a JSON array."""
    return isinstance(value, list)


def has_surrogate(text: str) -> bool:
    """Whether a string holds half of a surrogate pair."""
    return not text.isascii() and SURROGATE.search(text) is not None


def show_path(path: Path) -> str:
    """A path as JSONPath (RFC 9535) writes it: ``$.claims[0].mode``."""
    shown = ["$"]
    for step in path:
        if isinstance(step, int):
            shown.append(f"[{step}]")
        else:
            shown.append(f".{step}" if _NAME.fullmatch(step) else f"[{json.dumps(step)}]")
    return "".join(shown)
