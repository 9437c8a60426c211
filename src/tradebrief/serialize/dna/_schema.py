"""The tables of a Discourse Network Analyzer 3.0 database, and what a new one holds.

Written from the names and types that the program asks for. Where it limits a text it does so to 190
characters, because some of the databases that it works with index no more.
"""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["AGREEMENT", "CONCEPT", "LONGEST", "ORGANIZATION", "PERSON", "STATEMENT_TYPE", "statements"]

VERSION = "3.0.8"
RELEASED = "2022-06-16"
LONGEST = 190

STATEMENT_TYPE = 1
PERSON, ORGANIZATION, CONCEPT, AGREEMENT = 1, 2, 3, 4

_SHORT, _LONG, _YES_OR_NO = "short text", "long text", "boolean"
_TYPES = (
    (1, "DNA Statement", (239, 208, 51), ("person", "organization", "concept", "agreement")),
    (2, "NPF Story Element", (100, 200, 190), ("narrator", "victim", "villain", "plot", "hero", "policy solution")),
    (3, "Annotation", (211, 211, 211), ("note",)),
)
_DATA_TYPES = {"agreement": _YES_OR_NO, "note": _LONG}
_ATTRIBUTES = ("Type", "Alias", "Notes")
_PERMISSIONS = (
    "AddDocuments",
    "EditDocuments",
    "DeleteDocuments",
    "ImportDocuments",
    "AddStatements",
    "EditStatements",
    "DeleteStatements",
    "EditAttributes",
    "EditRegex",
    "EditStatementTypes",
    "EditCoders",
    "EditCoderRelations",
    "ViewOthersDocuments",
    "EditOthersDocuments",
    "ViewOthersStatements",
    "EditOthersStatements",
)
_RELATIONS = ("viewStatements", "editStatements", "viewDocuments", "editDocuments")
_KEY = "ID INTEGER NOT NULL PRIMARY KEY"


def _number(name: str, low: int, high: int, default: int) -> str:
    return f"{name} INTEGER NOT NULL DEFAULT {default} CHECK ({name} BETWEEN {low} AND {high})"


def _flag(name: str, default: int = 1) -> str:
    return _number(name, 0, 1, default)


def _color() -> tuple[str, ...]:
    return tuple(_number(name, 0, 255, 0) for name in ("Red", "Green", "Blue"))


def _name(column: str) -> str:
    return f"{column} TEXT NOT NULL DEFAULT '' CHECK (length({column}) <= {LONGEST})"


def _link(column: str, table: str, condition: str = "NOT NULL ") -> str:
    return f"{column} INTEGER {condition}REFERENCES {table} (ID) ON DELETE CASCADE"


def _data(*columns: str) -> tuple[str, ...]:
    ends = (_link("StatementId", "STATEMENTS"), _link("VariableId", "VARIABLES"))
    return (_KEY, *ends, *columns, "UNIQUE (StatementId, VariableId)")


_TABLES: dict[str, tuple[str, ...]] = {
    "SETTINGS": ("Property TEXT PRIMARY KEY", "Value TEXT NOT NULL"),
    "CODERS": (
        _KEY,
        _name("Name"),
        *_color(),
        _number("Refresh", 0, 9999, 0),
        _number("FontSize", 1, 99, 14),
        _name("Password"),
        _number("PopupWidth", 100, 9999, 300),
        _flag("ColorByCoder", 0),
        _flag("PopupDecoration", 0),
        _flag("PopupAutoComplete"),
        *(_flag(f"Permission{permission}") for permission in _PERMISSIONS),
    ),
    "DOCUMENTS": (
        _KEY,
        _name("Title"),
        "Text TEXT NOT NULL",
        _link("Coder", "CODERS", ""),
        *(_name(column) for column in ("Author", "Source", "Section")),
        "Notes TEXT NOT NULL DEFAULT ''",
        _name("Type"),
        "Date INTEGER NOT NULL",
    ),
    "STATEMENTTYPES": (_KEY, _name("Label"), *_color()),
    "VARIABLES": (
        _KEY,
        _name("Variable"),
        f"DataType TEXT NOT NULL DEFAULT '{_SHORT}'",
        _link("StatementTypeId", "STATEMENTTYPES", ""),
        f"CHECK (DataType IN ('{_SHORT}', '{_LONG}', '{_YES_OR_NO}', 'integer'))",
        "UNIQUE (Variable, StatementTypeId)",
    ),
    "VARIABLELINKS": (
        _KEY,
        _link("SourceVariableId", "VARIABLES", ""),
        _link("TargetVariableId", "VARIABLES", ""),
        "CHECK (SourceVariableId <> TargetVariableId)",
    ),
    "REGEXES": ("Label TEXT PRIMARY KEY", *_color()),
    "CODERRELATIONS": (
        _KEY,
        _link("Coder", "CODERS", ""),
        _link("OtherCoder", "CODERS", ""),
        *(_flag(relation) for relation in _RELATIONS),
        "CHECK (Coder <> OtherCoder)",
    ),
    "STATEMENTS": (
        _KEY,
        _link("StatementTypeId", "STATEMENTTYPES", ""),
        _link("DocumentId", "DOCUMENTS", ""),
        "Start INTEGER NOT NULL CHECK (Start >= 0)",
        "Stop INTEGER NOT NULL",
        _link("Coder", "CODERS", ""),
        "CHECK (Start < Stop)",
    ),
    "DATABOOLEAN": _data("Value INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _data("Value INTEGER NOT NULL DEFAULT 0"),
    "ENTITIES": (
        _KEY,
        _link("VariableId", "VARIABLES"),
        _name("Value"),
        *(f"{name} INTEGER DEFAULT 0 CHECK ({name} BETWEEN 0 AND 255)" for name in ("Red", "Green", "Blue")),
        _link("ChildOf", "ENTITIES", ""),
        "UNIQUE (VariableId, Value)",
    ),
    "DATASHORTTEXT": _data(_link("Entity", "ENTITIES")),
    "DATALONGTEXT": _data("Value TEXT DEFAULT ''"),
    "ATTRIBUTEVARIABLES": (
        _KEY,
        _link("VariableId", "VARIABLES"),
        _name("AttributeVariable"),
        "UNIQUE (VariableId, AttributeVariable)",
    ),
    "ATTRIBUTEVALUES": (
        _KEY,
        _link("EntityId", "ENTITIES"),
        _link("AttributeVariableId", "ATTRIBUTEVARIABLES"),
        _name("AttributeValue"),
        "UNIQUE (EntityId, AttributeVariableId)",
    ),
}


def statements() -> Iterator[tuple[str, tuple[object, ...]]]:
    """What makes an empty database without coders: SQL statements, each with its values."""
    for table, columns in _TABLES.items():
        yield f"CREATE TABLE {table} ({', '.join(columns)})", ()
    for setting in (("version", VERSION), ("date", RELEASED)):
        yield "INSERT INTO SETTINGS VALUES (?, ?)", setting
    variable = 0
    for id, label, color, names in _TYPES:
        yield "INSERT INTO STATEMENTTYPES VALUES (?, ?, ?, ?, ?)", (id, label, *color)
        for name in names:
            variable += 1
            yield "INSERT INTO VARIABLES VALUES (?, ?, ?, ?)", (variable, name, _DATA_TYPES.get(name, _SHORT), id)
    for attribute in _ATTRIBUTES:
        for named in (PERSON, ORGANIZATION, CONCEPT):
            values = (named, attribute)
            yield "INSERT INTO ATTRIBUTEVARIABLES (VariableId, AttributeVariable) VALUES (?, ?)", values
