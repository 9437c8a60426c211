"""What the docstrings of the model say of its classes and their attributes."""

from __future__ import annotations

import inspect
import re
from functools import cache
from typing import Any

__all__ = ["descriptions", "summary"]

_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n {8,}.*)*)", re.MULTILINE)


def summary(cls: type[Any]) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join((inspect.getdoc(cls) or "").partition("\n\n")[0].split())


def descriptions(cls: Any) -> dict[str, str]:
    """What a docstring says of each attribute, without its markup; nothing where docstrings are left out."""
    return _found(cls)


@cache
def _found(cls: Any) -> dict[str, str]:
    _, _, listed = (inspect.getdoc(cls) or "").partition("Attributes:\n")
    listed = listed.partition("\n\n")[0]
    return {name: " ".join(text.replace("``", "").split()) for name, text in _ATTRIBUTE.findall(listed)}
