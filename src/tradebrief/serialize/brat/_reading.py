"""From a folder of brat back to briefs, as annotators have left them."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.errors import Fault, ValidationError
from tradebrief.formats import Content, Reading
from tradebrief.model import Article, Brief
from tradebrief.serialize._annotators import Annotated
from tradebrief.serialize.brat._lines import parse
from tradebrief.serialize.brat._writing import ann_file
from tradebrief.serialize.json import loads_any

__all__ = ["read"]


def read(content: Content, reading: Reading) -> Iterator[Brief | Article]:
    """The values of a folder, as ``loads_many`` tells of them."""
    if isinstance(content, str | bytes):
        raise ValidationError((Fault("$", "expected a folder, not a file"),), reading.name)
    stems = sorted(name.removesuffix(".json") for name in content if name.endswith(".json"))
    if not stems:
        raise ValidationError((Fault("$", "the folder has no .json file: the briefs are missing"),), reading.name)
    for stem in stems:
        value = loads_any(content[f"{stem}.json"], name=f"{reading.name}/{stem}.json", limits=reading.limits)
        name = f"{reading.name}/{stem}.ann"
        if not isinstance(value, Brief):
            yield value
            continue
        lines = _decoded(content.get(f"{stem}.ann"), name)
        if lines is None:
            raise ValidationError((Fault("$", "the file is missing"),), name)
        text = _decoded(content.get(f"{stem}.txt"), f"{reading.name}/{stem}.txt")
        if text is not None and text != value.article.text:
            raise ValidationError((Fault("$", f"the text of {stem}.txt is not that of {stem}.json"),), name)
        written = ann_file(value)
        if lines == written:
            yield value
        else:
            size = len(value.article.text)
            yield Annotated(value, parse(written, size), parse(lines, size), name).brief(reading)


def _decoded(data: str | bytes | None, name: str) -> str | None:
    if not isinstance(data, bytes):
        return data
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValidationError((Fault("$", f"not UTF-8: {error.reason} at byte offset {error.start}"),), name) from None
