"""One value or many, in one file or in a folder, with what is lost."""

import io
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

import tradebrief as tb
from tradebrief.formats import Content, Export, Loss, OutputFormat, Reading, Registry
from tradebrief.serialize import FORMATS, writing
from tradebrief.serialize.losses import gather

ONE, TWO = tb.parse("Quotas loom\n"), tb.parse("Duties fall\n")
Values = Sequence[tb.Brief | tb.Article]


def headlines(values: Values) -> dict[str, str | bytes]:
    return {f"{number}.txt": tb.dumps(value, "text") for number, value in enumerate(values)}


def export_folder(values: Values) -> Export:
    return Export(content={**headlines(values), "parts/all.bin": b"\x00"}, losses=(Loss(path="$.a", reason="no room"),))


def read_folder(content: Content, reading: Reading) -> Iterable[tb.Article]:
    assert isinstance(content, dict)
    for name, data in content.items():
        if name.endswith(".txt"):
            yield tb.parse(data, name=reading.name)


def need_something(_: Values) -> Export:
    raise ModuleNotFoundError(name="numpy")


FOLDER = OutputFormat(
    name="folder", suffixes=(), media_types=(), export=export_folder, is_for_many=True, loads_many=read_folder
)
BINARY = OutputFormat(
    name="binary", suffixes=(".bin",), media_types=(), export=lambda _: Export(content=b"\x00\xff"), extra="bin"
)
NEEDY = OutputFormat(name="needy", suffixes=(), media_types=(), export=need_something, extra="sums")


@pytest.fixture(autouse=True)
def more_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formats of the tests' own beside those that there are."""
    more = Registry("tradebrief.none", (*FORMATS.builtin, FOLDER, BINARY, NEEDY))
    monkeypatch.setattr(writing, "FORMATS", more)
    monkeypatch.setattr("tradebrief.serialize.reading.FORMATS", more)


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_export_holds_what_is_written_and_what_is_lost() -> None:
    assert tb.export(ONE, "json") == Export(content=tb.dumps(ONE))
    assert tb.export([ONE, TWO], "folder") == Export(
        content={"0.txt": "Quotas loom\n", "1.txt": "Duties fall\n", "parts/all.bin": b"\x00"},
        losses=(Loss(path="$.a", reason="no room"),),
    )


def test_files_of_a_folder_are_sorted_by_name() -> None:
    content = Export(content={"b.csv": "", "a.csv": ""}).content

    assert isinstance(content, dict)
    assert list(content) == ["a.csv", "b.csv"]


@pytest.mark.parametrize(
    "name", ["", "../a", "a/../b", "/a", "a\\b", "C:a", ".a", "a/", "a//b", "a\n", "é", "a b", "a\x00", "x" * 300]
)
def test_name_of_a_file_stays_in_the_folder_and_is_plain(name: str) -> None:
    with pytest.raises(ValueError, match="not a name for a file"):
        Export(content={name: ""})


def test_loss_has_a_path_and_a_reason() -> None:
    assert str(Loss(path="$.stances[*].rule", reason="has no place")) == "$.stances[*].rule: has no place"
    for path, reason in (("stances", "x"), ("$.stances", "")):
        with pytest.raises(ValueError, match="a path from"):
            Loss(path=path, reason=reason)


def test_format_writes_in_some_way() -> None:
    with pytest.raises(ValueError, match="nothing has neither dumps nor export"):
        OutputFormat(name="nothing", suffixes=(), media_types=())


def test_losses_of_several_values_have_their_places() -> None:
    rules = Loss(path="$.stances[*].rule", reason="no place for a rule")
    third = Loss(path="$.stances[2].polarity", reason="neutral")

    assert gather([[rules, third, rules]]) == (rules, third)
    assert gather([[rules], [rules, third]]) == (
        Loss(path="$[*].stances[*].rule", reason="no place for a rule"),
        Loss(path="$[1].stances[2].polarity", reason="neutral"),
    )


def test_several_values_need_a_format_that_holds_them() -> None:
    for write in (tb.dumps, tb.export):
        with pytest.raises(tb.FormatError, match="the format text holds one brief, not 2"):
            write([ONE, TWO], "text")
    with pytest.raises(ValueError, match="nothing to write"):
        tb.export([], "json")
    assert tb.dumps([], "jsonl") == ""


def test_binary_and_folders_are_no_strings() -> None:
    with pytest.raises(tb.FormatError, match="the format binary is binary, not a string"):
        tb.dumps(ONE, "binary")
    with pytest.raises(tb.FormatError, match="the format folder is a folder, not a string"):
        tb.dumps(ONE, "folder")
    with pytest.raises(tb.FormatError, match="the format folder is a folder, not a file"):
        tb.dump(ONE, io.BytesIO(), "folder")


def test_binary_is_written_as_it_is(tmp_path: Path) -> None:
    file = io.BytesIO()

    tb.dump(ONE, file, "binary")
    tb.dump(ONE, tmp_path / "a.bin", "binary")

    assert file.getvalue() == (tmp_path / "a.bin").read_bytes() == b"\x00\xff"


def test_missing_extra_is_named() -> None:
    with pytest.raises(tb.MissingExtraError, match=r'needy needs an extra: pip install "tradebrief\[sums\]"'):
        tb.export(ONE, "needy")


def test_folder_is_written_replaced_and_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    tb.dump([ONE, TWO], folder, "folder")

    tb.dump([TWO, ONE], folder, "folder")

    assert files_in(folder) == {"0.txt": b"Duties fall\n", "1.txt": b"Quotas loom\n", "parts/all.bin": b"\x00"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    found = tb.load_many(folder, "folder", type=tb.Article)
    assert [article.text for article in found] == ["Duties fall\n", "Quotas loom\n"]
    with pytest.raises(tb.FormatError, match="holds 2 values, not one"):
        tb.load(folder, "folder", type=tb.Article)


def test_empty_folder_is_filled(tmp_path: Path) -> None:
    tb.dump(ONE, tmp_path, "folder")

    assert sorted(files_in(tmp_path)) == ["0.txt", "parts/all.bin"]


def test_folder_with_other_files_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "thesis.txt").write_text("mine")

    with pytest.raises(FileExistsError, match=r"holds another file, and stays as it is: parts/thesis\.txt"):
        tb.dump(ONE, tmp_path, "folder")

    assert files_in(tmp_path) == {"parts/thesis.txt": b"mine"}


def test_folder_does_not_replace_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")

    with pytest.raises(NotADirectoryError):
        tb.dump(ONE, tmp_path / "out", "folder")

    assert files_in(tmp_path) == {"out": b"mine"}


def test_folder_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    tb.dump(ONE, folder, "folder")
    was = files_in(folder)
    write_bytes = Path.write_bytes

    def fail_late(path: Path, data: bytes) -> int:
        if path.name == "all.bin":
            raise OSError(28, "No space left on device")
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail_late)
    with pytest.raises(OSError, match="No space left"):
        tb.dump([TWO], folder, "folder")

    assert files_in(folder) == was
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_old_folder_comes_back_where_the_new_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    tb.dump(ONE, folder, "folder")
    was = files_in(folder)
    rename = Path.rename
    refused: list[Path] = []

    def refuse_once(path: Path, target: Path) -> Path:
        if target.name == "out" and not refused:
            refused.append(path)
            raise PermissionError(13, "Permission denied")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_once)
    with pytest.raises(PermissionError) as caught:
        tb.dump([TWO], folder, "folder")

    assert caught.value.filename == str(folder)
    assert files_in(folder) == was
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")
def test_permissions_of_a_folder_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    tb.dump(ONE, folder, "folder")
    folder.chmod(0o750)

    tb.dump(ONE, folder, "folder")

    assert stat.S_IMODE(folder.stat().st_mode) == 0o750


def test_folder_over_the_limits_is_not_read(tmp_path: Path) -> None:
    tb.dump([ONE, TWO], tmp_path, "folder")

    for limits in (tb.Limits(document=15), tb.Limits(nodes=2)):
        with pytest.raises(tb.LimitError):
            list(tb.load_many(tmp_path, "folder", type=tb.Article, limits=limits))


def test_lines_are_written_as_they_come(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    seen: list[int] = []

    def values() -> Iterator[tb.Article]:
        for value in (ONE, TWO):
            seen.append(sum(found.stat().st_size for found in tmp_path.iterdir()))
            yield value

    tb.dump(values(), path, "jsonl")

    assert seen[0] == 0
    assert path.read_text(encoding="utf-8") == tb.dumps(ONE) + tb.dumps(TWO) == tb.dumps([ONE, TWO], "jsonl")


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text(tb.dumps(ONE) + "\n\r\n" + tb.dumps(TWO) + "broken\n", encoding="utf-8")

    found = tb.load_many(path, type=tb.Article)

    assert (next(found), next(found)) == (ONE, TWO)
    with pytest.raises(tb.ValidationError) as caught:
        next(found)
    assert (caught.value.name, caught.value.faults[0].line) == (str(path), 5)


def test_lines_come_from_strings_bytes_and_open_files() -> None:
    text = tb.dumps([ONE, TWO], "jsonl")
    sources: list[Iterator[tb.Article]] = [
        tb.loads_many(text, type=tb.Article),
        tb.loads_many(b"\xef\xbb\xbf" + text.encode(), type=tb.Article),
        tb.load_many(io.StringIO(text), type=tb.Article),
        tb.load_many(io.BytesIO(text.encode()), type=tb.Article),
    ]

    assert [list(source) for source in sources] == [[ONE, TWO]] * 4


def test_line_longer_than_the_limit_is_refused() -> None:
    text = tb.dumps([ONE, TWO], "jsonl")

    with pytest.raises(tb.LimitError):
        list(tb.loads_many(text, type=tb.Article, limits=tb.Limits(document=100)))


def test_one_value_is_asked_of_many() -> None:
    assert tb.loads(tb.dumps(ONE), "jsonl", type=tb.Article) == ONE
    assert list(tb.loads_many(tb.dumps(ONE, indent=1), "json", type=tb.Article)) == [ONE]
    for text, count in ((tb.dumps([ONE, TWO], "jsonl"), 2), ("", 0)):
        with pytest.raises(tb.FormatError, match=f"holds {count} values, not one"):
            tb.loads(text, "jsonl", type=tb.Article)


def test_value_of_another_type_is_refused() -> None:
    with pytest.raises(tb.FormatError, match="<document>: holds an article alone, not a brief"):
        list(tb.loads_many({"0.txt": "Quotas loom\n"}, "folder"))


def test_document_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(tb.FormatError, match="a document is a file, not a folder"):
        tb.load(tmp_path)
