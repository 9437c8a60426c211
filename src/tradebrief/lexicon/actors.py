"""Entries of actors, read from their tables and checked against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import regex
from attrs import evolve, frozen

from tradebrief.lexicon._reading import Table
from tradebrief.lexicon.entries import ActorEntry
from tradebrief.model import ActorId, ActorKind

__all__ = [
    "ACTOR_FILES",
    "ACTOR_KINDS",
    "ROW_FILES",
    "ActorRow",
    "actor_row",
    "body_rows",
    "check_codes",
    "named_by_country",
]

ACTOR_KINDS = {
    "country": ActorKind.COUNTRY,
    "subnational": ActorKind.SUBNATIONAL,
    "bloc": ActorKind.BLOC,
    "body": ActorKind.ORGANIZATION,
    "person": ActorKind.PERSON,
}
ACTOR_FILES: dict[str, tuple[str, ...]] = {
    "country": ("countries",),
    "subnational": ("subnational",),
    "bloc": ("blocs",),
    "body": (),
    "person": (),
}
ROW_FILES = ("bodies", "ministries", "associations", "parties", "movements", "companies", "media")
_COUNTRY_CODE = regex.compile(r"[A-Z]{2}")
_CURRENCY_CODE = regex.compile(r"[A-Z]{3}")


@frozen
class ActorRow:
    """An entry as it was read.

    Attributes:
        table: Where it was read from, for the place of an error.
        entry: What was read.
        short: What it is called beside its country's name.
        is_country: Whether it is what its code of a country stands for.
    """

    table: Table
    entry: ActorEntry
    short: tuple[str, ...] = ()
    is_country: bool = False


def actor_row(table: Table, kind: ActorKind) -> ActorRow:
    """The entry of one table.

    Raises:
        LexiconError: If a field is missing, unknown or not of its form.
    """
    table.allow(
        "id", "kind", "code", "name", "aliases", "short", "demonyms", "capital", "seats", "weak_seats", "country",
        "members", "currency", "ambiguous", "same_as", "as_of", "note",
    )  # fmt: skip
    id, code, country, currency = table.text("id"), table.maybe("code"), table.maybe("country"), table.maybe("currency")
    for given in (code, country, *table.texts("members")):
        if given is not None and not _COUNTRY_CODE.fullmatch(given):
            raise table.fail(f"country code {given!r} is not two capital letters")
    if currency is not None and not _CURRENCY_CODE.fullmatch(currency):
        raise table.fail(f"currency code {currency!r} is not three capital letters")
    if table.texts("short") and not country:
        raise table.fail("field 'short' needs a 'country' by whose name it is told from others")
    entry = ActorEntry(
        id=ActorId(id),
        kind=table.one_of("kind", ActorKind, kind) or kind,
        name=table.text("name"),
        aliases=table.texts("aliases"),
        demonyms=table.texts("demonyms"),
        capital=table.maybe("capital"),
        seats=table.texts("seats"),
        weak_seats=table.texts("weak_seats"),
        country=code or country,
        members=table.texts("members"),
        currency=currency,
        ambiguous=table.flag("ambiguous"),
        same_as=table.texts("same_as"),
    )
    return ActorRow(table, entry, table.texts("short"), is_country=code is not None)


def check_codes(rows: Iterable[ActorRow], currencies: frozenset[str]) -> None:
    """Refuse codes of countries that no row is of, and currencies that there are not.

    Raises:
        LexiconError: If there is one.
    """
    rows = tuple(rows)
    known = {row.entry.country for row in rows if row.is_country}
    for row in rows:
        for code in (row.entry.country, *row.entry.members):
            if code is not None and code not in known:
                raise row.table.fail(f"no country has the code {code!r}")
        if row.entry.currency is not None and row.entry.currency not in currencies:
            raise row.table.fail(f"no currency has the code {row.entry.currency!r} (ISO 4217)")


def named_by_country(rows: Iterable[ActorRow]) -> Iterator[ActorEntry]:
    """The entries; to those with short names come these beside their country's ("Japan's finance ministry")."""
    rows = tuple(rows)
    owners = {row.entry.country: _owners(row.entry) for row in rows if row.is_country}
    for row in rows:
        if not row.short:
            yield row.entry
            continue
        owned = (
            f"{owner} {form}"
            for short in row.short
            for owner in owners[row.entry.country]
            for form in ((short,) if " of " in short else (short, short.lower()))
        )
        named = {row.entry.name: None, **dict.fromkeys(row.entry.aliases), **dict.fromkeys(owned)}
        yield evolve(row.entry, aliases=tuple(named)[1:])


def _owners(country: ActorEntry) -> tuple[str, ...]:
    """How a country stands before what is its own: "Japan's", "Japanese", "UK"."""
    names = (country.name, *(name for name in country.aliases if " " not in name))
    acronyms = tuple(name for name in names if name.isupper() or "." in name)
    owning = (f"{name}'" if name.endswith("s") else f"{name}'s" for name in names)
    return (*owning, *country.demonyms[:1], *acronyms)


def body_rows(values: Mapping[str, Any], file: str) -> Iterator[ActorRow]:
    """The bodies of a file that gives each a row: its key, and its names of which the first is its own.

    The rows stand in a table for each country, ``in.JP``, or in ``international``; the id of ``mof`` in ``in.JP`` is
    ``org:jp-mof``, and a key with a colon is an id by itself. ``short`` has the short names that rows of one key share,
    and ``ambiguous`` the ids of those whose name is often something else.

    Raises:
        LexiconError: If the file has another shape.
    """
    whole = Table(values, file, "")
    whole.allow("as_of", "ambiguous", "short", "international", "in")
    ambiguous = frozenset(whole.texts("ambiguous"))
    short = whole.table("short") if "short" in values else Table({}, file, "short")
    countries = whole.table("in") if "in" in values else Table({}, file, "in")
    groups: list[tuple[str | None, Table]] = [(code, countries.table(code)) for code in countries.values]
    if "international" in values:
        groups.insert(0, (None, whole.table("international")))
    for code, group in groups:
        stem = f"org:{code.lower()}-" if code else "org:"
        for key in group.values:
            names = group.texts(key)
            if not names:
                raise group.fail(f"row {key!r} has no name")
            id = key if ":" in key else stem + key
            entry = ActorEntry(
                id=ActorId(id),
                kind=ActorKind.ORGANIZATION,
                name=names[0],
                aliases=names[1:],
                country=code,
                ambiguous=id in ambiguous,
            )
            yield ActorRow(group, entry, short.texts(key) if code else ())
