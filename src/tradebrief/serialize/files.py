"""Files and folders that are whole or not there."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from tradebrief.formats import Limits

__all__ = ["read_folder", "replacing", "replacing_folder"]


@contextmanager
def replacing(path: Path) -> Generator[BinaryIO, None, None]:
    """A file to write to, which takes its place under the path when all is written, and not if that fails.

    A device or a pipe is written to as it is. Permissions of a file that was there before are kept.

    Raises:
        OSError: If the file can't be written; it names the path, whatever was written to.
    """
    target = path.resolve()
    beside = _beside(target)
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


def replacing_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Put files into a folder of their own, which takes its place under the path when all are written.

    A folder that was there before is replaced only where it holds nothing but files of the same names.

    Raises:
        OSError: If it can't be written, what stands there is no folder, or the folder holds other files; it names
            the path.
    """
    target = path.resolve()
    beside, before = _beside(target), _beside(target)
    try:
        _check_replaceable(target, path, files)
        try:
            for name, data in files.items():
                file = beside / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)
            if target.exists():
                shutil.copymode(target, beside)
                target.rename(before)
            _rename(beside, target, before)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
            shutil.rmtree(before, ignore_errors=True)
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def _rename(beside: Path, target: Path, before: Path) -> None:
    try:
        beside.rename(target)
    except OSError:
        if before.exists():  # What was there comes back.
            before.rename(target)
        raise


def _check_replaceable(target: Path, path: Path, files: Mapping[str, bytes]) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise NotADirectoryError(20, "is a file, and the format is a folder", str(path))
    ours = {*files, *(str(parent) for name in files for parent in PurePosixPath(name).parents)}
    for found in sorted(target.rglob("*")):
        if (name := found.relative_to(target).as_posix()) not in ours:
            raise FileExistsError(17, f"the folder holds another file, and stays as it is: {name}", str(path))


def read_folder(path: Path, limits: Limits) -> dict[str, bytes]:
    """What the files of a folder hold, by their names relative to it, sorted.

    Raises:
        LimitError: If there are more files or bytes than the limits allow.
        OSError: If one can't be read.
    """
    files: dict[str, bytes] = {}
    size = 0
    for found in sorted(path.rglob("*")):
        if found.is_file():
            limits.check("nodes", len(files) + 1, str(path))
            limits.check("document", size + found.stat().st_size, str(path))
            data = found.read_bytes()
            size += len(data)
            files[found.relative_to(path).as_posix()] = data
    return files


def _beside(target: Path) -> Path:
    return target.with_name(f".{secrets.token_hex(8)}.tmp")
