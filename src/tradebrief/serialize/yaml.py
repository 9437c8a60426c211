"""YAML: the JSON document in a form that people like to read (extra ``yaml``).

It holds everything. Several values are documents of one stream, each after ``---``. What any safe reader of YAML
makes of a document is what a JSON reader makes of the JSON document: strings that look like numbers, dates or truth
values stand in quotes. Reading is safe too: no tag makes anything but plain data, and an alias is refused, as no
document needs one and a few of them can stand for a million values.
"""

from __future__ import annotations

import json as standard_json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import regex

from tradebrief.errors import Fault, FormatError, LimitError, ValidationError
from tradebrief.formats import Content, Export, OutputFormat, Reading
from tradebrief.model import Article, Brief
from tradebrief.serialize import json

if TYPE_CHECKING:
    from yaml.nodes import Node

__all__ = ["FORMAT", "dumps", "export", "loads_many"]

_WIDTH = 120
# What no reader, of YAML 1.1 or 1.2, takes for anything but a string; all other strings stand in quotes.
_PLAIN = regex.compile(
    r"(?!(?i:y|n|yes|no|on|off|true|false|null)\Z)[A-Za-z](?:[\w.:/()’+-]|(?<![: ]) (?=\w))*+(?<!:)\Z"
)
_LINES = regex.compile(
    r"(?=[^\n]*+\n)(?:[\n\x20-\x7e]|[[\xa0-\U0010ffff]--[\p{C}\p{Z}\ufffe\uffff]]|\xa0)++\Z", regex.V1
)


def dumps(value: Brief | Article) -> str:
    """The document of a brief, or of an article alone: keys in the model's order, spans as ``[start, end]``."""
    import yaml  # noqa: PLC0415 - of an extra.

    found: str = yaml.dump(  # pyright: ignore[reportUnknownMemberType] - its own types are not whole.
        standard_json.loads(json.dumps(value).encode()),  # As bytes: half of a surrogate pair is not to pass.
        Dumper=_dumper(),
        allow_unicode=True,
        default_flow_style=False,
        explicit_start=True,
        sort_keys=False,
        width=_WIDTH,
    )
    return found


def export(values: Sequence[Brief | Article]) -> Export:
    """The documents of all values, one after another."""
    return Export(content="".join(map(dumps, values)))


@cache
def _dumper() -> Any:
    """A dumper that leaves no string in doubt. It is Python's own: the one in C escapes more, and is not everywhere."""
    import yaml  # noqa: PLC0415 - of an extra.

    class Dumper(yaml.SafeDumper):
        """Spans in one line, a text of several lines as such."""

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as it is called.
            """No value is written as a reference to another."""
            return True

    def of_string(dumper: Any, text: str) -> Any:
        style = None if _PLAIN.match(text) else "|" if _LINES.match(text) else '"'
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def of_list(dumper: Any, items: list[Any]) -> Any:
        is_span = all(isinstance(item, int) for item in items)
        return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=is_span)

    Dumper.add_representer(str, of_string)
    Dumper.add_representer(list, of_list)
    return Dumper


def loads_many(content: Content, reading: Reading) -> Iterator[Brief | Article]:
    """What the documents of a stream describe, in order.

    Raises:
        FormatError: If it is a folder.
        ValidationError: If it is no YAML, or one of the documents is not valid; with the line where it starts.
        UnsupportedVersionError: If a document is of another major version of the schema.
        LimitError: If the stream is larger than the limits allow, or a document is deeper or larger.
    """
    import yaml  # noqa: PLC0415 - of an extra.

    if not isinstance(content, str | bytes):
        raise FormatError(f"{reading.name}: a document is a file, not a folder")
    reading.limits.check("document", len(content), reading.name)
    loader_class: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        text = content if isinstance(content, str) else content.decode("utf-8-sig")
        _check_events(yaml.parse(text, Loader=loader_class), reading)
        loader = loader_class(text)
        documents: list[tuple[int, Any]] = []
        while loader.check_node():
            node = loader.get_node()
            _check_keys(node, reading)
            documents.append((node.start_mark.line + 1, loader.construct_document(node)))
    except yaml.MarkedYAMLError as error:
        mark = _mark(error.problem_mark or error.context_mark)
        raise _invalid(f"not YAML: {error.problem or error.context}", reading, mark) from None
    except (yaml.YAMLError, ValueError) as error:
        raise _invalid(f"not YAML: {error}".splitlines()[0], reading) from None
    for line, document in documents:
        yield json.read_value(document, reading, (line, 1))


def _check_events(events: Any, reading: Reading) -> None:
    """Refuse what no document needs and a composer follows without end: aliases, and depth beyond the limit."""
    import yaml  # noqa: PLC0415 - of an extra.

    depth = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            raise _invalid("an alias: a document has none", reading, _mark(event.start_mark))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > 2 * reading.limits.depth + 4:  # A section within a section is two levels.
                raise LimitError("depth", reading.limits.depth, depth // 2, reading.name)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _check_keys(root: Node, reading: Reading) -> None:
    """Refuse a key that stands twice, of which a reader keeps the last, or is no string."""
    import yaml  # noqa: PLC0415 - of an extra.

    waiting: list[Any] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                mark = _mark(key.start_mark)
                if key.tag != "tag:yaml.org,2002:str":
                    raise _invalid("a key is a string", reading, mark)
                if key.value in seen:
                    raise _invalid(f'the key "{key.value}" stands twice', reading, mark)
                seen.add(key.value)
                waiting.append(value)
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _mark(mark: Any) -> tuple[int, int]:
    """Line and column of a place that the library gives, which count from 0 there."""
    return (0, 0) if mark is None else (mark.line + 1, mark.column + 1)


def _invalid(message: str, reading: Reading, place: tuple[int, int] = (0, 0)) -> ValidationError:
    return ValidationError((Fault("$", message, *place),), reading.name)


FORMAT = OutputFormat(
    name="yaml",
    suffixes=(".yaml", ".yml"),
    media_types=("application/yaml",),
    dumps=dumps,
    export=export,
    extra="yaml",
    is_for_many=True,
    loads_many=loads_many,
)
