"""The JSON Schema of the document, made from the classes of the model and their docstrings.

``python -m tradebrief.serialize._schema`` prints it; what is shipped as ``schema/brief-1.json`` is its output.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import typing
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin

import attrs

from tradebrief.model import SCHEMA_VERSION, Brief
from tradebrief.serialize._converter import DATE_PATTERN, DECIMAL_PATTERN
from tradebrief.serialize._descriptions import descriptions, summary
from tradebrief.serialize.json import ArticleDocument
from tradebrief.text import Span

__all__ = ["build_schema", "main"]

_MAJOR = SCHEMA_VERSION.partition(".")[0]
_SPAN = {
    "description": "A stretch of the text, half-open, in code points from its start: [start, end].",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "items": False,
    "minItems": 2,
}
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Decimal: {"type": "string", "pattern": f"^{DECIMAL_PATTERN}$"},
    dt.date: {"type": "string", "pattern": f"^{DATE_PATTERN}$"},
    Span: {"$ref": "#/$defs/Span"},
}
# What constructors ask for beyond types, as far as a schema can say it.
_REFINEMENTS: dict[tuple[str, str], dict[str, Any]] = {
    ("Actor", "mentions"): {"minItems": 1},
    ("Actor", "name"): {"minLength": 1},
    ("ArticleDocument", "schema_version"): {"pattern": rf"^{_MAJOR}\.(?:0|[1-9][0-9]*)$"},
    ("Brief", "schema_version"): {"pattern": rf"^{_MAJOR}\.(?:0|[1-9][0-9]*)$"},
    ("Claim", "content"): {"minItems": 1},
    ("Measure", "concept"): {"minLength": 1},
    ("Measure", "hs"): {"pattern": "^[0-9]{2}$"},
    ("Place", "mentions"): {"minItems": 1},
    ("Place", "name"): {"minLength": 1},
    ("Provenance", "entry"): {"minimum": 1},
    ("Role", "title"): {"minLength": 1},
    ("Section", "level"): {"minimum": 1},
    ("Stance", "evidence"): {"minItems": 1},
    ("Target", "concept"): {"minLength": 1},
}


def build_schema() -> dict[str, Any]:
    """The schema of the document, which describes a brief or an article alone."""
    definitions: dict[str, dict[str, Any]] = {"Span": _SPAN}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:tradebrief:brief-{_MAJOR}",
        "title": f"tradebrief document, schema {_MAJOR}",
        "description": "A brief, or an article alone.",
        "anyOf": [_define(Brief, definitions), _define(ArticleDocument, definitions)],
        "$defs": dict(sorted(definitions.items())),
    }


def main() -> None:
    """Print the schema as it is shipped."""
    sys.stdout.write(json.dumps(build_schema(), ensure_ascii=False, indent=2) + "\n")


def _define(cls: type[Any], definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A reference to the definition of a class, which is made if it is not there yet."""
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # Holds the place: a section holds sections.
        definitions[cls.__name__] = _enum(cls) if issubclass(cls, Enum) else _object(cls, definitions)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _enum(cls: type[Enum]) -> dict[str, Any]:
    return {"description": summary(cls), "type": "string", "enum": [member.value for member in cls]}


def _object(cls: type[Any], definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    types = typing.get_type_hints(cls)
    described = descriptions(cls)
    properties: dict[str, Any] = {}
    required: list[str] = []
    for attribute in attrs.fields(cls):
        made = _of_type(types[attribute.name], definitions) | _REFINEMENTS.get((cls.__name__, attribute.name), {})
        properties[attribute.name] = {"description": described[attribute.name], **made}
        if attribute.default is attrs.NOTHING or attribute.name == "schema_version":
            required.append(attribute.name)
    return {
        "description": summary(cls),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _of_type(hint: Any, definitions: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if isinstance(hint, NewType):
        hint = hint.__supertype__
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _of_type(get_args(hint)[0], definitions)}
    if get_origin(hint) in {Union, UnionType}:
        return {"anyOf": [_of_type(option, definitions) for option in get_args(hint)]}
    return _define(hint, definitions)


if __name__ == "__main__":
    main()
