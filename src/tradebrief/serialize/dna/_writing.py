"""Writing a Discourse Network Analyzer database."""

from __future__ import annotations

import datetime as dt
import sqlite3
from base64 import b64encode
from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache
from hashlib import sha256
from unicodedata import normalize

from tradebrief.formats import Export, Loss
from tradebrief.model import Actor, Article, Brief, Stance
from tradebrief.serialize._authored import author_of
from tradebrief.serialize.dna._labels import Labels, PlainText, labels_of, name_of, shortened
from tradebrief.serialize.dna._schema import AGREEMENT, CONCEPT, ORGANIZATION, PERSON, STATEMENT_TYPE, statements
from tradebrief.serialize.losses import gather
from tradebrief.text import Span

__all__ = ["write"]

_ADMIN_ID, _CODER_ID = 1, 2
_ADMIN_COLOR, _CODER_COLOR = (255, 255, 0), (70, 130, 180)
_ITERATIONS = 100_000
_SALT_LENGTH = 16
_VERSION_AT = slice(96, 100)
_WRITTEN_BY = (3_040_001).to_bytes(4, "big")

_NEVER = {
    "claims": "DNA has statements of agreement alone: what is claimed without a side is left out",
    "measures": "DNA has no measures",
    "places": "DNA has no places",
    "voices": "DNA does not tell voices apart",
    "diagnostics": "DNA has no notes on the reading",
}
_NEVER_OF_STANCES = ("act", "outlook", "certainty", "attribution", "conditions", "claim")


def write(values: Sequence[Brief | Article], *, coder: str, password: str) -> Export:
    """The database, as ``export`` tells of it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        _prepare(database)
        database.execute("BEGIN")
        for statement, parameters in statements():
            database.execute(statement, parameters)
        _write_coders(database, coder, password)
        book = _Book(database)
        losses = [book.write(value) for value in values]
        database.execute("COMMIT")
        data = bytearray(database.serialize())
    data[_VERSION_AT] = _WRITTEN_BY  # The release of SQLite stands there; nothing reads it.
    return Export(content=bytes(data), losses=gather(losses))


def _prepare(database: sqlite3.Connection) -> None:
    """Settings by which the same rows give the same bytes."""
    for setting in ("page_size = 4096", "encoding = 'UTF-8'", "auto_vacuum = NONE", "secure_delete = ON"):
        database.execute(f"PRAGMA {setting}")
    database.execute("PRAGMA foreign_keys = ON")


def _write_coders(database: sqlite3.Connection, coder: str, password: str) -> None:
    insert = "INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (?, ?, ?, ?, ?, ?)"
    coders = ((_ADMIN_ID, "Admin", _ADMIN_COLOR), (_CODER_ID, coder, _CODER_COLOR))
    for id, name, color in coders:
        database.execute(insert, (id, name, *color, _password_hash(password, name)))
    for pair in ((_ADMIN_ID, _CODER_ID), (_CODER_ID, _ADMIN_ID)):
        database.execute("INSERT INTO CODERRELATIONS (Coder, OtherCoder) VALUES (?, ?)", pair)


@lru_cache(maxsize=8)
def _password_hash(password: str, coder: str) -> str:
    """What DNA keeps of a password: Base64 of a salt and of SHA-256, taken 100,000 times.

    The salt comes from the coder's name and the password, so that the same call gives the same bytes.
    """
    words = normalize("NFC", password).encode()
    salt = sha256(f"{coder}\x1f{password}".encode()).digest()[:_SALT_LENGTH]
    digest = sha256(salt + words).digest()
    for _ in range(_ITERATIONS - 1):
        digest = sha256(digest).digest()
    return b64encode(salt + digest).decode("ascii")


class _Book:
    """Writes documents and statements, and remembers which entities there are."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._losses: list[Loss] = []
        self._entities: dict[tuple[int, str], int] = {}
        self._actors: dict[tuple[int, str], str] = {}
        attributes = "SELECT VariableId, ID FROM ATTRIBUTEVARIABLES ORDER BY ID"  # Type, Alias, Notes.
        self._attributes: dict[int, list[int]] = {}
        for variable, id in database.execute(attributes):
            self._attributes.setdefault(variable, []).append(id)
        for variable in (PERSON, ORGANIZATION, CONCEPT):
            self._entity(variable, "", ("", "", ""))

    def write(self, value: Brief | Article) -> list[Loss]:
        """Write a document with its statements, and give what is lost."""
        self._losses = []
        article = value.article if isinstance(value, Brief) else value
        plain = PlainText(article.text)
        document = self._write_document(article, plain)
        self._note_article(article)
        if isinstance(value, Brief):
            self._note_brief(value)
            for place, stance in enumerate(value.stances):
                self._write_stance(place, value, stance, document, plain)
        return self._losses

    def _lose(self, path: str, reason: str) -> None:
        self._losses.append(Loss(path=f"$.{path}", reason=reason))

    def _write_document(self, article: Article, plain: PlainText) -> int:
        provenance = article.provenance
        row = {
            "Title": self._cut("article.headline", _title(article)),
            "Text": plain.text,
            "Coder": _ADMIN_ID,  # Whoever removes the other coder removes no document with it.
            "Author": self._cut("article.provenance.author", author_of(article)),
            "Source": self._cut("article.provenance.publisher", provenance.publisher or ""),
            "Notes": provenance.url or "",
            "Date": _seconds(article.published),
        }
        columns, marks = ", ".join(row), ", ".join("?" * len(row))
        found = self._database.execute(f"INSERT INTO DOCUMENTS ({columns}) VALUES ({marks})", tuple(row.values()))  # noqa: S608 - names of this module.
        return found.lastrowid or 0

    def _cut(self, path: str, words: str) -> str:
        kept = shortened(words) if words else ""
        if len(kept) < len(" ".join(words.split())):
            self._lose(path, "DNA keeps 190 characters: the rest is cut off")
        return kept

    def _note_article(self, article: Article) -> None:
        if "\r" in article.text:
            self._lose("article.text", "DNA ends lines in LF alone: other line ends are replaced")
        if article.sections or article.key_points:
            self._lose("article.sections[*]", "DNA has no layout: the text stands there without its outline")

    def _note_brief(self, brief: Brief) -> None:
        for field, reason in _NEVER.items():
            if getattr(brief, field):
                self._lose(f"{field}[*]", reason)
        if brief.actors:
            self._lose("actors[*].mentions", "DNA names the holders of statements, not their mentions")
        for field in _NEVER_OF_STANCES:
            if not any(getattr(stance, field) for stance in brief.stances):
                continue
            self._lose(f"stances[*].{field}", "a DNA statement says who is for or against what, and no more")
        if brief.stances:
            self._lose("stances[*].rule", "DNA does not say how a statement was read")
        named = {stance.holder for stance in brief.stances}
        named |= {stance.target.actor for stance in brief.stances if stance.target and stance.target.actor}
        for place, actor in enumerate(brief.actors):
            if actor.id in named:
                self._cut(f"actors[{place}].name", actor.name)

    def _write_stance(self, place: int, brief: Brief, stance: Stance, document: int, plain: PlainText) -> None:
        path = f"stances[{place}]"
        labels = labels_of(brief, stance)
        if labels is None or stance.target is None:
            kind = f"a {stance.polarity.value} stance" if stance.polarity else "an outlook without a side"
            self._lose(f"{path}.polarity", f"DNA's agreement is yes or no: {kind} does not fit")
            return
        if stance.evidence[1:]:
            self._lose(f"{path}.evidence", "a DNA statement is one stretch: what lies between is in it")
        start, stop = plain.units(Span(stance.evidence[0].start, max(span.end for span in stance.evidence)))
        insert = "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, ?, ?, ?, ?)"
        row = self._database.execute(insert, (STATEMENT_TYPE, document, start, stop, _CODER_ID))
        statement = row.lastrowid or 0
        holder = brief.actor(stance.holder)
        if stance.target.actor is None:
            self._cut(f"{path}.target.concept", stance.target.concept)
        about = (stance.target.kind.value, "", "")
        for variable, entity in (
            (PERSON, self._holder(PERSON, labels, holder)),
            (ORGANIZATION, self._holder(ORGANIZATION, labels, holder)),
            (CONCEPT, self._entity(CONCEPT, labels.concept, about)),
        ):
            insert = "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)"
            self._database.execute(insert, (statement, variable, entity))
        insert = "INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) VALUES (?, ?, ?)"
        self._database.execute(insert, (statement, AGREEMENT, int(labels.agreement)))

    def _holder(self, variable: int, labels: Labels, holder: Actor) -> int:
        name = labels.person if variable == PERSON else labels.organization
        if not name:
            return self._entities[variable, ""]
        if self._actors.setdefault((variable, name), holder.id) != holder.id:
            told = f"DNA knows one {name!r} alone, who is {self._actors[variable, name]}"
            self._lose("actors[*].id", f"{told}: {holder.id} is taken for the same")
        notes = "; ".join([*(role.title for role in holder.roles), *([holder.country] if holder.country else [])])
        return self._entity(variable, name_of(holder), (holder.kind.value, shortened(holder.id), shortened(notes)))

    def _entity(self, variable: int, name: str, attributes: tuple[str, str, str]) -> int:
        known = self._entities.get((variable, name))
        if known is not None:
            return known
        row = self._database.execute("INSERT INTO ENTITIES (VariableId, Value) VALUES (?, ?)", (variable, name))
        id = self._entities[variable, name] = row.lastrowid or 0
        insert = "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) VALUES (?, ?, ?)"
        self._database.executemany(
            insert, [(id, *pair) for pair in zip(self._attributes[variable], attributes, strict=True)]
        )
        return id


def _title(article: Article) -> str:
    if article.headline is not None and len(article.headline):
        return article[article.headline]
    first = next((line for line in article.text.splitlines() if line.strip()), "")
    return article.provenance.title or article.provenance.name or first or "Untitled"


def _seconds(published: dt.date | None) -> int:
    """Seconds since 1970 in UTC; a time without a zone is taken for UTC."""
    if published is None:
        return 0
    if not isinstance(published, dt.datetime):
        published = dt.datetime(published.year, published.month, published.day)  # noqa: DTZ001 - UTC is set below.
    if published.tzinfo is None:
        published = published.replace(tzinfo=dt.UTC)
    return int((published - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)).total_seconds() // 1)
