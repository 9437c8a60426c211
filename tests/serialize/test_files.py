import os
import stat
import subprocess
import sys
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, cast

import pytest

from tradebrief.corpus import parse
from tradebrief.errors import FormatError, ValidationError
from tradebrief.model import Article
from tradebrief.serialize import FORMATS, dump, dumps, load, loads
from tradebrief.serialize.files import replacing

ARTICLE = parse("Brasília objects.\n")


def test_file_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "brief.json"

    dump(ARTICLE, path)

    assert path.read_bytes() == dumps(ARTICLE).encode()
    assert load(path, type=Article) == ARTICLE


def test_open_files_are_written_and_read() -> None:
    text, data = StringIO(), BytesIO()

    dump(ARTICLE, text)
    dump(ARTICLE, data)

    assert text.getvalue().encode() == data.getvalue()
    text.seek(0)
    data.seek(0)
    assert load(text, type=Article) == load(data, type=Article) == ARTICLE


def test_string_is_no_path() -> None:
    with pytest.raises(TypeError, match="give a Path"):
        dump(ARTICLE, "brief.json")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="give a Path"):
        load("brief.json", type=Article)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]


@pytest.mark.parametrize("format", ["json", "text", "summary"])
def test_only_briefs_and_articles_are_written(format: str) -> None:
    with pytest.raises(TypeError, match="expected a Brief or an Article, not int"):
        dumps(3, format)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError, match="expected a Brief or an Article, not int"):
        dump(3, BytesIO(), format)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_arguments_of_other_types_are_refused_by_what_was_expected() -> None:
    text: Any = dumps(ARTICLE)
    wrong: Any = 3

    with pytest.raises(TypeError, match="expected a document as str or bytes, not int"):
        loads(wrong)
    for kind, shown in ((str, "str"), (wrong, "3"), (None, "None")):
        with pytest.raises(TypeError, match=f"type: expected Brief or Article, not {shown}"):
            loads(text, type=cast("Any", kind))
    with pytest.raises(TypeError, match="limits: expected a Limits or None, not int"):
        loads(text, type=Article, limits=wrong)


def test_arguments_of_parse_are_checked() -> None:
    wrong: Any = "2025-01-01"

    with pytest.raises(TypeError, match=r"published: expected a datetime\.date or None, not str"):
        parse("x", published=wrong)
    with pytest.raises(TypeError, match="limits: expected a Limits or None, not str"):
        parse("x", limits=wrong)
    with pytest.raises(TypeError, match="lexicon: expected a Lexicon or None, not str"):
        parse("x", lexicon=wrong)


def test_error_of_writing_names_the_file_that_was_meant(tmp_path: Path) -> None:
    path = tmp_path / "none" / "brief.json"

    with pytest.raises(FileNotFoundError) as caught:
        dump(ARTICLE, path)

    assert (caught.value.filename, caught.value.filename2) == (str(path), None)


def test_error_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "brief.json"
    path.write_text("{", encoding="utf-8")

    with pytest.raises(ValidationError) as caught:
        load(path)

    assert caught.value.name == str(path)


def fail_half_way(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt


def test_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "brief.json"
    path.write_bytes(b"old")

    with pytest.raises(KeyboardInterrupt):
        fail_half_way(path)

    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("brief.json", b"old")]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are those of POSIX")
def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    path, link = tmp_path / "brief.json", tmp_path / "link.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)

    dump(ARTICLE, link)

    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_bytes() == dumps(ARTICLE).encode()


def test_device_is_written_to_as_it_is() -> None:
    dump(ARTICLE, Path(os.devnull))

    assert not Path(os.devnull).is_file()


def test_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(FormatError, match=r"no format 'fax' \(there are: .*json, jsonl, .*summary, text"):
        dumps(ARTICLE, "fax")


def test_format_that_loses_something_is_not_read_back() -> None:
    with pytest.raises(FormatError, match="'summary' can't be read back"):
        loads("", "summary")


def test_indent_is_for_json() -> None:
    assert loads(dumps(ARTICLE, indent=2), type=Article) == ARTICLE
    with pytest.raises(ValueError, match="not for text"):
        dumps(ARTICLE, "text", indent=2)


def test_formats_have_names_of_their_own() -> None:
    names = [format.name for format in FORMATS]

    assert len(names) == len(set(names))


def test_import_leaves_the_converter_for_when_it_is_needed() -> None:
    code = "import sys, tradebrief.serialize; print('cattrs' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout == "False\n"
