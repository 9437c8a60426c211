"""Entries of actors, read from their tables and checked against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex
from attrs import evolve, frozen

from tradebrief.lexicon._reading import Table
from tradebrief.lexicon.entries import ActorEntry
from tradebrief.model import ActorId, ActorKind

__all__ = ["ACTOR_FILES", "ACTOR_KINDS", "ActorRow", "actor_row", "check_codes", "named_by_country"]

ACTOR_KINDS = {
    "country": ActorKind.COUNTRY,
    "subnational": ActorKind.SUBNATIONAL,
    "bloc": ActorKind.BLOC,
    "body": ActorKind.ORGANIZATION,
    "person": ActorKind.PERSON,
}
ACTOR_FILES = {
    "country": ("countries",),
    "subnational": ("subnational",),
    "bloc": ("blocs",),
    "body": ("bodies", "ministries", "associations", "parties", "companies", "media"),
    "person": (),
}
_ID = regex.compile(r"[a-z]++:[a-z0-9]++(?:-[a-z0-9]++)*+")
_COUNTRY_CODE = regex.compile(r"[A-Z]{2}")
_CURRENCY_CODE = regex.compile(r"[A-Z]{3}")


@frozen
class ActorRow:
    """An entry with the table that it was read from, whose place an error needs."""

    table: Table
    entry: ActorEntry
    short: tuple[str, ...] = ()


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
    if not _ID.fullmatch(id):
        raise table.fail(f"id {id!r} is not a kind, a colon, and letters a-z, digits and single hyphens")
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
    return ActorRow(table, entry, table.texts("short"))


def check_codes(rows: Iterable[ActorRow], currencies: frozenset[str]) -> None:
    """Refuse codes of countries that no row is of, and currencies that there are not.

    Raises:
        LexiconError: If there is one.
    """
    rows = tuple(rows)
    known = {row.entry.country for row in rows if "code" in row.table.values}
    for row in rows:
        for code in (row.entry.country, *row.entry.members):
            if code is not None and code not in known:
                raise row.table.fail(f"no country has the code {code!r}")
        if row.entry.currency is not None and row.entry.currency not in currencies:
            raise row.table.fail(f"no currency has the code {row.entry.currency!r} (ISO 4217)")


def named_by_country(rows: Iterable[ActorRow]) -> Iterator[ActorEntry]:
    """The entries; to those with short names come these beside their country's ("Japan's finance ministry")."""
    rows = tuple(rows)
    owners = {row.entry.country: _owners(row.entry) for row in rows if "code" in row.table.values}
    for row in rows:
        aliases = list(row.entry.aliases)
        for short in row.short:
            for owner in owners.get(row.entry.country, ()):
                aliases += (f"{owner} {short}", f"{owner} {short.lower()}")
        if row.short:
            yield evolve(row.entry, aliases=tuple(dict.fromkeys(name for name in aliases if name != row.entry.name)))
        else:
            yield row.entry


def _owners(country: ActorEntry) -> tuple[str, ...]:
    """How a country stands before what is its own: "Japan's", "Japanese", "UK"."""
    names = (country.name, *(name for name in country.aliases if " " not in name))
    adjective = country.demonyms[:1]
    acronyms = tuple(name for name in names if name.isupper())
    return (*(f"{name}'s" for name in names), *adjective, *acronyms)
