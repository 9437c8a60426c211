"""What ``tradebrief formats`` prints: what can be read and written, what each needs, and whether that is there."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from tradebrief.corpus import FORMATS as INPUT_FORMATS
from tradebrief.formats import InputFormat, OutputFormat
from tradebrief.serialize import FORMATS as OUTPUT_FORMATS
from tradebrief.serialize.terminal import visible

__all__ = ["format_lines"]

_HEAD = ("direction", "name", "suffixes", "media type", "needs")
_NEWER = re.compile(r"python_version < .(?P<major>\d+)\.(?P<minor>\d+)")


def format_lines() -> Iterator[str]:
    """The lines of the table."""
    rows = [_HEAD]
    rows += [_row("input", format) for format in INPUT_FORMATS]
    rows += [
        ("packed", "gzip", ".gz", "application/gzip", "nothing"),
        ("packed", "zstd", ".zst .zstd", "application/zstd", _needs("zstd")),
    ]
    rows += [_row("output", format) for format in OUTPUT_FORMATS]
    for direction, broken in (("input", INPUT_FORMATS.broken), ("output", OUTPUT_FORMATS.broken)):
        rows += [(direction, name, "-", "-", reason) for name, reason in broken.items()]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (visible(cell).ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _row(direction: str, format: InputFormat | OutputFormat) -> tuple[str, str, str, str, str]:
    needs = "nothing"
    if format.extra is not None:
        is_partial = isinstance(format, InputFormat) and not format.needs_extra
        needs = _needs(format.extra, " for HTML in it" if is_partial else "")
    return direction, format.name, " ".join(format.suffixes) or "-", format.media_types[0], needs


def _needs(extra: str, why: str = "") -> str:
    wanted = extra if "[" in extra else f"tradebrief[{extra}]"
    package, _, name = wanted.removesuffix("]").partition("[")
    return f"{wanted}{why}" + ("" if _is_installed(package, name) else " (not installed)")


def _is_installed(package: str, extra: str) -> bool:
    """Whether everything that an extra of a package brings is there."""
    from importlib import metadata  # noqa: PLC0415 - slow to import, and needed only here.

    try:
        needed = [line for line in metadata.requires(package) or () if re.search(rf"extra == .{extra}\b", line)]
        for line in needed:
            newer = _NEWER.search(line)
            if newer is None or sys.version_info < (int(newer["major"]), int(newer["minor"])):
                metadata.version(re.split(r"[^\w.-]", line, maxsplit=1)[0])
    except metadata.PackageNotFoundError:
        return False
    return True
