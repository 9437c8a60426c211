"""Files that are whole or not there."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["replacing"]


@contextmanager
def replacing(path: Path) -> Generator[BinaryIO, None, None]:
    """A file to write to, which takes its place under the path when all is written, and not if that fails.

    A device or a pipe is written to as it is. Permissions of a file that was there before are kept.

    Raises:
        OSError: If the file can't be written; it names the path, whatever was written to.
    """
    target = path.resolve()
    beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with _opened(target, beside) as file:
            yield file
    except OSError as error:
        if error.errno is None or error.filename not in {None, str(target), str(beside)}:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def _opened(target: Path, beside: Path) -> Generator[BinaryIO, None, None]:
    if target.exists() and not target.is_file():
        with target.open("wb") as device:
            yield device
        return
    try:
        with beside.open("xb") as file:
            yield file
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
