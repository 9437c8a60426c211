"""Words of goods, instruments and agreements, from the tables of measures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from tradebrief.lexicon._reading import Table
from tradebrief.lexicon.entries import MeasureTerm
from tradebrief.lexicon.inflection import plural
from tradebrief.model import MeasureKind

__all__ = ["OWN_TERMS", "goods_terms", "own_term", "policy_terms"]

OWN_TERMS = {
    "good": (MeasureKind.PRODUCT, "name"),
    "instrument": (MeasureKind.POLICY, "head"),
    "agreement": (MeasureKind.AGREEMENT, "name"),
}
_CHAPTERS = {"other": None}


def goods_terms(table: Table) -> Iterator[MeasureTerm]:
    """Goods by chapter, and what may stand before them."""
    table.allow("as_of", "modifiers", "weak", "chapter")
    weak = {form for word in table.texts("weak") for form in _forms(word)}
    chapters = table.table("chapter")
    for number in chapters.values:
        for name, *more in _lists(chapters, number):
            hs = _CHAPTERS.get(number, number)
            words = [form for word in (name, *more) for form in _forms(word)]
            sure, doubtful = tuple(w for w in words if w not in weak), tuple(w for w in words if w in weak)
            if sure:
                yield MeasureTerm(kind=MeasureKind.PRODUCT, name=name, words=sure, hs=hs)
            if doubtful:
                yield MeasureTerm(kind=MeasureKind.PRODUCT, name=name, words=doubtful, role="weak", hs=hs)
    for word in table.texts("modifiers"):
        yield MeasureTerm(kind=MeasureKind.PRODUCT, name=word, words=(word,), role="modifier")


def policy_terms(table: Table) -> Iterator[MeasureTerm]:
    """Instruments, what may stand before them, and agreements."""
    for table_key, role in (("policy", "name"), ("instrument", "head"), ("bound", "bound"), ("modifier", "modifier")):
        for name, *more in _lists(table, table_key):
            words = (name, *more) if role == "modifier" else [form for word in (name, *more) for form in _forms(word)]
            yield MeasureTerm(kind=MeasureKind.POLICY, name=name, words=tuple(words), role=role)
    for row in table.tables("agreement"):
        yield MeasureTerm(
            kind=MeasureKind.AGREEMENT, name=row.text("name"), words=(row.text("name"), *row.texts("words"))
        )
    for name, *more in _lists(table, "described"):
        words = [form for word in (name, *more) for form in _forms(word)]
        yield MeasureTerm(kind=MeasureKind.AGREEMENT, name=name, words=tuple(words), role="head")
    for word in table.texts("agreement_heads"):
        yield MeasureTerm(kind=MeasureKind.AGREEMENT, name=word, words=tuple(_forms(word)), role="bound")
    for word in table.texts("agreement_modifiers"):
        yield MeasureTerm(kind=MeasureKind.AGREEMENT, name=word, words=(word,), role="modifier")


def own_term(table: Table, key: str) -> MeasureTerm:
    """A good, instrument or agreement of a user's file: its name, other words for it, and a good's chapter."""
    kind, role = OWN_TERMS[key]
    table.allow("name", "words", *(("hs",) if key == "good" else ()))
    name, hs = table.text("name"), table.maybe("hs")
    if hs is not None and not (len(hs) == 2 and hs.isdecimal()):
        raise table.fail("field 'hs' is not the two digits of a chapter")
    listed = dict.fromkeys(form for word in (name, *table.texts("words")) for form in _forms(word))
    return MeasureTerm(
        kind=kind,
        name=name if role == "name" and key == "agreement" else name.lower(),
        words=tuple(listed),
        role=role,
        hs=hs,
    )


def _forms(word: str) -> tuple[str, ...]:
    """A word and its plural; what ends in -s has none of its own."""
    return (word,) if word.endswith("s") else (word, plural(word))


def _lists(table: Table, key: str) -> Iterator[tuple[str, ...]]:
    """A field that is an array of arrays of strings."""
    values = table.values.get(key, [])
    if not isinstance(values, list):
        raise table.fail(f"field {key!r} is not an array")
    for value in cast("list[object]", values):
        found = Table({key: value}, table.file, table.name).texts(key)
        if not found:
            raise table.fail(f"field {key!r} holds an empty array")
        yield found
