"""What coders made of documents, as a DNA database holds it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from attrs import frozen

from tradebrief.errors import Fault, UnsupportedVersionError, ValidationError
from tradebrief.formats import Limits
from tradebrief.serialize.dna._labels import PlainText
from tradebrief.text import Span

__all__ = ["CodedDocument", "CodedStatement", "Coding", "load_coding"]

_SUPPORTED = "3.0"
_VARIABLES = {
    "person": "short text",
    "organization": "short text",
    "concept": "short text",
    "agreement": "boolean",
}
_TABLES = (
    "SETTINGS",
    "CODERS",
    "DOCUMENTS",
    "STATEMENTS",
    "VARIABLES",
    "ENTITIES",
    "DATASHORTTEXT",
    "DATABOOLEAN",
)
_HEADER = b"SQLite format 3\x00"
_JOURNAL_AT = slice(18, 20)
_ROLLBACK = b"\x01\x01"


@frozen(kw_only=True)
class CodedDocument:
    """A document of a database.

    Attributes:
        title: Its title.
        text: Its text; lines end in LF.
    """

    title: str
    text: str


@frozen(kw_only=True)
class CodedStatement:
    """Who is for or against what in a stretch of a document, as a coder has it.

    Attributes:
        document: Index of the document, from 0.
        coder: Name of the coder.
        span: The words, in code points of the document's text.
        person: Name of the person who holds it, or empty.
        organization: Name of the organization that holds it, or for which the person speaks; or empty.
        concept: What it is about, or empty.
        agreement: Whether the holder is for it.
    """

    document: int
    coder: str
    span: Span
    person: str
    organization: str
    concept: str
    agreement: bool


@frozen(kw_only=True)
class Coding:
    """What a database holds.

    Attributes:
        coders: Names of all coders, whether they have statements or not.
        documents: The documents, in the order of their ids.
        statements: The statements of all coders, in the order of documents and places.
    """

    coders: tuple[str, ...] = ()
    documents: tuple[CodedDocument, ...] = ()
    statements: tuple[CodedStatement, ...] = ()

    def of(self, coder: str | None) -> tuple[CodedStatement, ...]:
        """The statements of one coder, or of all with None.

        Raises:
            ValueError: If there is no such coder.
        """
        if coder is None:
            return self.statements
        if coder not in self.coders:
            raise ValueError(f"no coder {coder!r} (there are: {', '.join(self.coders)})")
        return tuple(statement for statement in self.statements if statement.coder == coder)


def load_coding(source: bytes | os.PathLike[str], *, name: str | None = None, limits: Limits | None = None) -> Coding:
    """The documents and statements of a DNA 3.0 database.

    Statements of every type that has a person, an organization, a concept and an agreement are read; other types
    (annotations, say) are left aside.

    Args:
        source: The database: its bytes, or a path.
        name: What to call it in errors; the path if left out.
        limits: How large it may be.

    Raises:
        ValidationError: If it is no such database, or a statement lies outside its document.
        UnsupportedVersionError: If it is of another version of DNA.
        LimitError: If it is larger than the limits allow.
        OSError: If the file can't be read.
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    called = name or ("<database>" if isinstance(source, bytes) else str(source))
    (limits or Limits()).check("document", len(data), called)
    if not data.startswith(_HEADER):
        raise ValidationError((Fault("$", "not an SQLite database"),), called)
    copy = bytearray(data)
    copy[_JOURNAL_AT] = _ROLLBACK  # A database in memory has no write-ahead log beside it.
    try:
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(bytes(copy))
            database.row_factory = sqlite3.Row
            for setting in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
                database.execute(f"PRAGMA {setting}")
            return _read(database, called)
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
        raise ValidationError((Fault("$", f"not a DNA database: {error}"),), called) from None


def _read(database: sqlite3.Connection, name: str) -> Coding:
    listed = {row["name"].upper() for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    missing = [table for table in _TABLES if table not in listed]
    if missing:
        raise ValidationError(tuple(Fault(f"$.{table}", "the table is missing") for table in missing), name)
    version = next(database.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'"), None)
    if version is None or not str(version["Value"]).startswith(_SUPPORTED):
        raise UnsupportedVersionError(f"DNA {version['Value'] if version else '?'}", (f"DNA {_SUPPORTED}",))
    coders = {row["ID"]: str(row["Name"]) for row in database.execute("SELECT ID, Name FROM CODERS ORDER BY ID")}
    rows = list(database.execute("SELECT ID, Title, Text FROM DOCUMENTS ORDER BY ID"))
    documents = tuple(CodedDocument(title=str(row["Title"]), text=str(row["Text"])) for row in rows)
    faults: list[Fault] = []
    places = {row["ID"]: number for number, row in enumerate(rows)}
    statements = list(_statements(database, coders, places, documents, faults))
    if faults:
        raise ValidationError(tuple(faults), name)
    statements.sort(key=lambda statement: (statement.document, statement.span.start, statement.span.end))
    return Coding(coders=tuple(coders.values()), documents=documents, statements=tuple(statements))


def _statements(
    database: sqlite3.Connection,
    coders: Mapping[Any, str],
    places: Mapping[Any, int],
    documents: tuple[CodedDocument, ...],
    faults: list[Fault],
) -> Iterator[CodedStatement]:
    """The statements that are in order; what is wrong with the others is noted."""
    types = _types(database)
    values = _values(database)
    plains = [PlainText(document.text) for document in documents]
    query = "SELECT ID, StatementTypeId, DocumentId, Start, Stop, Coder FROM STATEMENTS ORDER BY ID"
    for row in database.execute(query):
        variables = types.get(row["StatementTypeId"])
        if variables is None:
            continue
        path = f"$.STATEMENTS[{row['ID']}]"
        document = places.get(row["DocumentId"])
        coder = coders.get(row["Coder"])
        if document is None or coder is None:
            absent = "DocumentId" if document is None else "Coder"
            faults.append(Fault(f"{path}.{absent}", "refers to nothing that is there"))
            continue
        try:
            span = plains[document].span(row["Start"], row["Stop"])
            _check_words(span)
        except (TypeError, ValueError) as error:
            faults.append(Fault(f"{path}.Start", str(error)))
            continue
        said = {name: values.get((row["ID"], variable)) for name, variable in variables.items()}
        yield CodedStatement(
            document=document,
            coder=coder,
            span=span,
            person=str(said["person"] or ""),
            organization=str(said["organization"] or ""),
            concept=str(said["concept"] or ""),
            agreement=said["agreement"] != 0,  # DNA takes an agreement that nobody has set for yes.
        )


def _check_words(span: Span) -> None:
    if not len(span):
        raise ValueError("a statement has words")


def _types(database: sqlite3.Connection) -> dict[Any, dict[str, Any]]:
    """The variables of each type of statement that has those of a DNA Statement, by name."""
    found: dict[Any, dict[str, Any]] = {}
    for row in database.execute("SELECT ID, Variable, DataType, StatementTypeId FROM VARIABLES ORDER BY ID"):
        if _VARIABLES.get(row["Variable"]) == row["DataType"]:
            found.setdefault(row["StatementTypeId"], {})[row["Variable"]] = row["ID"]
    return {kind: variables for kind, variables in found.items() if len(variables) == len(_VARIABLES)}


def _values(database: sqlite3.Connection) -> dict[tuple[Any, Any], Any]:
    """The value of each variable of each statement."""
    entities = {row["ID"]: row["Value"] for row in database.execute("SELECT ID, Value FROM ENTITIES")}
    found: dict[tuple[Any, Any], Any] = {}
    for row in database.execute("SELECT StatementId, VariableId, Entity FROM DATASHORTTEXT"):
        found[row["StatementId"], row["VariableId"]] = entities.get(row["Entity"])
    for row in database.execute("SELECT StatementId, VariableId, Value FROM DATABOOLEAN"):
        found[row["StatementId"], row["VariableId"]] = row["Value"]
    return found
