"""Between the model and what JSON can hold: the one cattrs converter, strict about types.

Reading goes through a fast converter first. Where that fails, a detailed one reads the same document
again, only to say what is wrong with it, all at once and each fault with its path.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import Converter, IterableValidationNote
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from tradebrief.model import Amount, Change, Day, Duration, Interval, MeasureValue
from tradebrief.serialize._shapes import Path, is_list
from tradebrief.text import Span

__all__ = ["DATE_PATTERN", "DECIMAL_PATTERN", "Misfit", "explain", "structure", "unstructure"]

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

DECIMAL_PATTERN = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
DATE_PATTERN = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{6})?(?:Z|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{6})?)?)?)?"
)
_DECIMAL = re.compile(DECIMAL_PATTERN)
_DATE = re.compile(DATE_PATTERN)
_SHOWN = 40


@attrs.frozen(kw_only=True)
class Misfit:
    """One thing that keeps a document from being an instance.

    Attributes:
        path: Keys and indexes that lead to the value at fault.
        message: What is wrong with it.
        unknown: Whether the value stands under a key that its object does not have.
        whole: Whether the parts are right and the object that they make is not.
    """

    path: Path
    message: str
    unknown: bool = False
    whole: bool = False


def unstructure(value: object) -> Any:
    """The value as dicts, lists, strings, numbers, booleans and None."""
    return _converter(detailed=False).unstructure(value)


def structure(document: object, cls: type[T]) -> T:
    """The instance that a document describes.

    Raises:
        Exception: Of any kind, if it describes none; ``explain`` tells why.
    """
    return _converter(detailed=False).structure(document, cls)


def explain(document: object, cls: type[object]) -> Iterator[Misfit]:
    """Everything that keeps a document from being an instance of a type; nothing if it is one."""
    try:
        _converter(detailed=True).structure(document, cls)
    except Exception as error:  # noqa: BLE001 - cattrs raises groups of whatever the hooks and constructors raise.
        yield from _misfits(error, ())


def _misfits(error: BaseException, path: Path) -> Iterator[Misfit]:
    match error:
        case ClassValidationError():
            noted, others = error.group_exceptions()
            for part, note in noted:
                if isinstance(part, KeyError):
                    yield Misfit(path=path, message=f'the field "{note.name}" is missing')
                else:
                    yield from _misfits(part, (*path, note.name))
            for part in others:
                yield from _misfits_of_whole(part, path)
        case IterableValidationError():
            for part, item in error.group_exceptions()[0]:
                yield from _misfits(part, (*path, item.index))
        case _:
            yield Misfit(path=path, message=str(error))


def _misfits_of_whole(error: Exception, path: Path) -> Iterator[Misfit]:
    if isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(error.extra_fields):
            yield Misfit(path=(*path, name), message="unknown field", unknown=True)
    else:
        yield Misfit(path=path, message=str(error), whole=True)


@cache
def _converter(*, detailed: bool) -> Converter:
    converter = Converter(detailed_validation=detailed, forbid_extra_keys=True)
    _teach_structuring(converter, detailed=detailed)
    _teach_unstructuring(converter)
    return converter


def _teach_structuring(converter: Converter, *, detailed: bool) -> None:
    def read_class(cls: type[Any]) -> Hook:
        return _class_reader(cls, converter, detailed=detailed)

    def read_list(cls: Any) -> Hook:
        return _list_reader(get_args(cls)[0], converter, detailed=detailed)

    def read_measure_value(_: Any) -> Hook:
        return _measure_value_reader(converter)

    converter.register_structure_hook_factory(attrs.has, read_class)
    converter.register_structure_hook_factory(_is_enum, _enum_reader)
    converter.register_structure_hook_factory(_is_list, read_list)
    converter.register_structure_hook_factory(_is_measure_value, read_measure_value)
    for cls, name in ((str, "a string"), (int, "an integer"), (bool, "true or false")):
        converter.register_structure_hook(cls, _primitive_reader(cls, name))
    converter.register_structure_hook(Span, _read_span)
    converter.register_structure_hook(Decimal, _read_decimal)
    converter.register_structure_hook(dt.date, _read_date)


def _class_reader(cls: type[Any], converter: Converter, *, detailed: bool) -> Hook:
    made: Hook = make_dict_structure_fn(cls, converter)
    if not detailed:  # What is no dict fails there in some way or other.
        return made

    def read(value: Any, target: Any) -> Any:
        return made(_exactly(dict, "an object", value), target)

    return read


def _enum_reader(cls: type[Enum]) -> Hook:
    members = {member.value: member for member in cls}
    allowed = ", ".join(f'"{name}"' for name in members)

    def read(value: Any, _: Any) -> Any:
        if value.__class__ is str and (member := members.get(value)) is not None:
            return member
        raise ValueError(f"expected one of {allowed}, not {_shown(value)}")

    return read


def _list_reader(item_type: Any, converter: Converter, *, detailed: bool) -> Hook:
    read_item = converter.get_structure_hook(item_type)

    def read(value: Any, _: Any) -> Any:
        if value.__class__ is not list:
            raise TypeError
        return tuple([read_item(item, item_type) for item in value])

    def read_in_detail(value: Any, target: Any) -> Any:
        found: list[Any] = []
        errors: list[Exception] = []
        for index, item in enumerate(_exactly(list, "a list", value)):
            try:
                found.append(read_item(item, item_type))
            except Exception as error:  # noqa: BLE001 - each is passed on with its index.
                error.add_note(IterableValidationNote(f"at index {index}", index, item_type))
                errors.append(error)
        if errors:
            # pyright takes its __init__ for that of ExceptionGroup.
            raise IterableValidationError("in a list", errors, target)  # pyright: ignore[reportCallIssue]
        return tuple(found)

    return read_in_detail if detailed else read


def _measure_value_reader(converter: Converter) -> Hook:
    hooks: dict[type[MeasureValue], Hook] = {
        cls: converter.get_structure_hook(cls) for cls in (Amount, Interval, Change, Day, Duration)
    }

    def read(value: Any, _: Any) -> Any:
        if value is None:
            return None
        cls = _measure_value_class(_exactly(dict, "an object or null", value))
        return hooks[cls](value, cls)

    return read


def _teach_unstructuring(converter: Converter) -> None:
    @converter.register_unstructure_hook_factory(attrs.has)
    def of_class(cls: type[Any]) -> Callable[[Any], Any]:
        return make_dict_unstructure_fn(cls, converter)

    @converter.register_unstructure_hook_factory(_is_list)
    def of_list(cls: Any) -> Callable[[Any], Any]:
        of_item = converter.get_unstructure_hook(get_args(cls)[0])
        return lambda items: [of_item(item) for item in items]

    @converter.register_unstructure_hook_factory(_is_enum)
    def of_enum(cls: type[Enum]) -> Callable[[Any], Any]:
        names = {member: member.value for member in cls}
        return names.__getitem__

    @converter.register_unstructure_hook_factory(_is_measure_value)
    def of_measure_value(_: Any) -> Callable[[Any], Any]:
        hooks: dict[type[MeasureValue], Callable[[Any], Any]] = {
            cls: converter.get_unstructure_hook(cls) for cls in (Amount, Interval, Change, Day, Duration)
        }
        return lambda value: None if value is None else hooks[value.__class__](value)

    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(dt.date, lambda day: day.isoformat())


def _is_enum(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, Enum)


def _is_list(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _is_measure_value(cls: Any) -> bool:
    return get_origin(cls) in {Union, UnionType} and {Amount, NoneType} <= set(get_args(cls))


def _measure_value_class(value: dict[str, Any]) -> type[MeasureValue]:
    """Told by the keys, which no two of the classes share."""
    if "date" in value:
        return Day
    if "duration" in value:
        return Duration
    if "low" in value or "high" in value:
        return Interval
    if "before" in value or "after" in value:
        return Change
    return Amount


def _shown(value: Any) -> str:
    """A value as a message names it."""
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case dict():
            return "an object"
        case list():
            return "a list"
        case str():
            return f'"{value}"' if len(value) <= _SHOWN else f'"{value[:_SHOWN]}…"'
        case _:
            return repr(value)


def _exactly(cls: type[Any], name: str, value: Any) -> Any:
    if value.__class__ is not cls:
        raise TypeError(f"expected {name}, not {_shown(value)}")
    return value


def _primitive_reader(cls: type[Any], name: str) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if value.__class__ is cls:
            return value
        raise TypeError(f"expected {name}, not {_shown(value)}")

    return read


def _read_span(value: Any, _: Any) -> Span:
    if value.__class__ is list and len(value) == 2:
        start, end = value
        if start.__class__ is int and end.__class__ is int:
            return Span(start, end)
    raise TypeError(f"expected a span [start, end] of two integers, not {_written(value)}")


def _written(value: Any) -> str:
    if is_list(value) and len(value) <= 3:
        return f"[{', '.join(_shown(item) for item in value)}]"
    return _shown(value)


def _read_decimal(value: Any, _: Any) -> Decimal:
    if value.__class__ is not str or not _DECIMAL.fullmatch(value):
        raise ValueError(f"expected a decimal number in a string, not {_shown(value)}")
    try:
        return Decimal(value)
    except InvalidOperation:
        raise ValueError(f"the decimal number {_shown(value)} is out of range") from None


def _read_date(value: Any, _: Any) -> dt.date:
    if value.__class__ is not str or not _DATE.fullmatch(value):
        raise ValueError(f"expected a date or time in ISO 8601, not {_shown(value)}")
    try:
        return dt.datetime.fromisoformat(value) if "T" in value else dt.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"not a date or time: {_shown(value)} ({error})") from None
