"""From briefs and articles to text and back."""

from __future__ import annotations

from typing import Any

from tradebrief.serialize.arrow import to_arrow, to_pandas
from tradebrief.serialize.reading import load, load_many, loads, loads_many
from tradebrief.serialize.registry import FORMATS
from tradebrief.serialize.writing import dump, dumps, encode, export

__all__ = [
    "FORMATS",
    "dump",
    "dumps",
    "encode",
    "export",
    "json_schema",
    "load",
    "load_many",
    "loads",
    "loads_many",
    "to_arrow",
    "to_pandas",
]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the document, which is that of a brief or that of an article alone.

    Each has its own definition: ``$defs/Brief`` and ``$defs/ArticleDocument``.
    """
    from importlib.resources import files  # noqa: PLC0415 - slow to import, and rarely needed.
    from json import loads as parse  # noqa: PLC0415 - json is a module of this package.

    schema = files("tradebrief.serialize").joinpath("schema", "brief-1.json")
    found: dict[str, Any] = parse(schema.read_text(encoding="utf-8"))
    return found
