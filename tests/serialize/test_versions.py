"""The versions of the document: the schema of each is known, and a document of each is read."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

import tradebrief as tb
from tradebrief.serialize import migrations
from tradebrief.serialize._schema import build_schema
from tradebrief.serialize.migrations import migrated

VERSIONS = Path(__file__).parents[1] / "versions"
# Of each version its schema without descriptions. Once a version is released its digest stays; a field more is a new
# minor version, a field less or another a new major one.
DIGESTS = {"1.0": "c3d49ac23930ad37"}


def shape(schema: Any) -> Any:
    """A schema without its descriptions: what is allowed, and not what is said of it."""
    if isinstance(schema, dict):
        is_field_list = all(isinstance(inner, dict) for inner in schema.values())
        return {
            key: shape(inner) for key, inner in schema.items() if is_field_list or key not in {"description", "title"}
        }
    return [shape(item) for item in schema] if isinstance(schema, list) else schema


def digest() -> str:
    return sha256(json.dumps(shape(build_schema()), sort_keys=True).encode()).hexdigest()[:16]


def test_schema_changes_with_its_version_alone() -> None:
    assert DIGESTS.get(tb.SCHEMA_VERSION) == digest(), (
        "the fields of the document changed: raise SCHEMA_VERSION (docs/reference/versions.md), keep a document of the "
        "new version in tests/versions, and enter the digest here; of a version that is not released yet, just enter it"
    )


def test_every_version_has_a_document_and_a_digest() -> None:
    assert sorted(path.stem for path in VERSIONS.iterdir()) == sorted(DIGESTS)


def holds(new: Any, old: Any) -> bool:
    """Whether a document says all that another says."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(key in new and holds(new[key], value) for key, value in old.items())
    if isinstance(old, list):
        return isinstance(new, list) and len(new) == len(old) and all(map(holds, new, old))
    return bool(new == old)


@pytest.mark.parametrize("version", DIGESTS)
def test_document_of_every_version_is_read_and_loses_nothing(version: str) -> None:
    text = (VERSIONS / f"{version}.json").read_text(encoding="utf-8")

    found = tb.loads(text)

    assert found.schema_version == tb.SCHEMA_VERSION
    written, kept = json.loads(tb.dumps(found)), json.loads(text)
    assert kept.pop("schema_version") == version
    if version.partition(".")[0] == tb.SCHEMA_VERSION.partition(".")[0]:
        assert holds(written, kept)


@pytest.mark.parametrize("version", DIGESTS)
def test_document_of_every_version_has_something_of_every_kind(version: str) -> None:
    document = json.loads((VERSIONS / f"{version}.json").read_text(encoding="utf-8"))

    lists = {name for name, value in document.items() if isinstance(value, list) and value}
    assert {"actors", "claims", "measures", "places", "stances", "voices"} <= lists
    assert document["article"]["sections"]


def raise_version(document: dict[str, Any]) -> dict[str, Any]:
    """What a migration would do: version 0 called the article's text ``body``."""
    article = dict(document["article"])
    article["text"] = article.pop("body")
    return {**document, "schema_version": "1.0", "article": article}


def test_document_of_an_older_major_version_is_migrated(monkeypatch: pytest.MonkeyPatch) -> None:
    article = tb.parse("Quotas loom\n")
    old = json.loads(tb.dumps(article))
    old["article"]["body"] = old["article"].pop("text")
    text = json.dumps({**old, "schema_version": "0.7"})
    with pytest.raises(tb.UnsupportedVersionError, match=r"0\.7 is not supported \(supported: 1\.0\)"):
        tb.loads(text, type=tb.Article)

    monkeypatch.setattr(migrations, "MIGRATIONS", {0: raise_version})
    monkeypatch.setattr("tradebrief.serialize.json.MIGRATIONS", migrations.MIGRATIONS)

    assert tb.loads(text, type=tb.Article) == article
    with pytest.raises(tb.UnsupportedVersionError, match=r"9\.0 is not supported \(supported: 0\.x, 1\.0\)"):
        tb.loads(text.replace("0.7", "9.0"), type=tb.Article)
    with pytest.raises(tb.ValidationError) as caught:
        tb.loads(text.replace('"blocks"', '"bricks"'), type=tb.Article)
    assert caught.value.faults[0].path == "$.article.bricks"


def test_migration_leads_to_the_next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", {0: lambda document: document})

    with pytest.raises(ValueError, match=r"the migration from schema 0 leads to '0\.7'"):
        migrated({"schema_version": "0.7"})


@pytest.mark.parametrize("version", [None, 1, "", "x", "²", "9" * 5000])
def test_document_without_a_version_is_left_as_it_is(version: object) -> None:
    assert migrated({"schema_version": version}) == {"schema_version": version}
