"""From documents of older major versions of the schema to today's.

A release that raises the major version adds a function here, from a document of the version before to one of its own,
and a document of that version to ``tests/versions``. Documents of older minor versions need none: what they lack has
a default.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["MIGRATIONS", "Migration", "migrated"]

Migration = Callable[[dict[str, Any]], dict[str, Any]]

MIGRATIONS: Mapping[int, Migration] = {}  # By the major version that each starts from. Version 1 is the first.


def migrated(document: dict[str, Any]) -> dict[str, Any]:
    """The document as one of the newest version that the migrations lead to; itself where none starts from its own.

    Raises:
        ValueError: If a migration does not lead to the next major version.
    """
    major = _major(document)
    while major is not None and (migrate := MIGRATIONS.get(major)) is not None:
        document = migrate(document)
        if _major(document) != major + 1:
            raise ValueError(f"the migration from schema {major} leads to {document.get('schema_version')!r}")
        major += 1
    return document


def _major(document: dict[str, Any]) -> int | None:
    version = document.get("schema_version")
    major = version.partition(".")[0] if isinstance(version, str) else ""
    return int(major) if major.isascii() and major.isdigit() and len(major) < 5 else None
