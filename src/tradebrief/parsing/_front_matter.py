"""What stands between ``---`` or ``+++`` lines over a Markdown text: title, author, date, tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex
from attrs import field, frozen

from tradebrief.formats import Metadata
from tradebrief.model import Diagnostic, RuleId
from tradebrief.parsing._metadata import (
    field_of,
    is_address,
    is_list,
    is_object,
    names_of,
    one_line,
    read_day,
    read_language,
    tags_of,
)

__all__ = ["FrontMatter", "read_front_matter"]

_LONGEST = 16_000  # Of front matter, in code points.
_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LINE = regex.compile(r"[^\r\n]*+(?:\r\n|\r|\n)?+")


@frozen(kw_only=True)
class FrontMatter:
    """What stands over a text.

    Attributes:
        metadata: What it states.
        end: Where the text proper begins.
        notes: What could not be read.
    """

    metadata: Metadata = field(factory=Metadata)
    end: int = 0
    notes: tuple[Diagnostic, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """Read YAML between ``---`` lines, or TOML between ``+++`` lines, at the start of a text."""
    opening = _LINE.match(text)
    fence = opening[0].rstrip() if opening else ""
    if opening is None or fence not in _FENCES:
        return FrontMatter()
    start = at = opening.end()
    while at < len(text) and at - start <= _LONGEST:
        line = _LINE.match(text, at)
        if line is None or (at == start and not line[0].strip()):
            break  # A rule over the text, and no front matter.
        if line[0].rstrip() in _FENCES[fence]:
            return _read(text[start:at], line.end(), is_toml=fence == "+++")
        at = line.end()
    return FrontMatter()


def _read(words: str, end: int, *, is_toml: bool) -> FrontMatter:
    fields = _toml(words) if is_toml else _yaml(words)
    if fields is None:
        message = f"the front matter is no {'TOML' if is_toml else 'YAML'} that could be read; it is left out"
        return FrontMatter(end=end, notes=(Diagnostic(rule=RuleId("markdown.front-matter"), message=message),))
    published = [value for value in _values(fields, "published") if value]
    days = [day for value in published if (day := read_day(str(value)))]
    notes: list[Diagnostic] = []
    if published and not days:
        message = f"the date in the front matter is none that could be read: {str(published[0])[:40]}"
        notes.append(Diagnostic(rule=RuleId("markdown.date"), message=message))
    metadata = Metadata(
        title=next(filter(None, map(one_line, _values(fields, "title"))), None),
        author=names_of(_values(fields, "author")),
        publisher=names_of(_values(fields, "publisher")),
        published=days[0] if days else None,
        language=next(filter(None, map(read_language, _values(fields, "language"))), None),
        url=next((str(value) for value in _values(fields, "url") if is_address(value)), None),
        tags=tags_of(_values(fields, "tags")),
    )
    return FrontMatter(metadata=metadata, end=end, notes=tuple(notes))


def _yaml(words: str) -> dict[str, Any] | None:
    """The fields of a YAML document, all values as they are written; None where it is no such document."""
    import yaml  # noqa: PLC0415 - of the extra.

    try:
        found: object = yaml.load(words, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings, lists and dicts alone.
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if found is None or found == "":
        return {}
    return found if is_object(found) else None


def _toml(words: str) -> dict[str, Any] | None:
    import tomllib  # noqa: PLC0415 - rarely needed.

    try:
        found = tomllib.loads(words.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    return found


def _values(fields: dict[str, Any], field: str) -> Iterator[object]:
    """The values of a field under any of its keys: one, each of a list, or the name that an object has."""
    for key, value in fields.items():
        if field_of(str(key)) == field:
            for item in value if is_list(value) else [value]:
                yield item.get("name") if is_object(item) else item
