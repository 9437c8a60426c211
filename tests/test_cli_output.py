"""Where results go: files and folders that stay, or are replaced when that is asked for, and losses that are told."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest
from tests.test_cli import TEXT, Run, run, write

import tradebrief as tb
from tradebrief.formats import Content, Export, Loss, OutputFormat, Reading
from tradebrief.serialize import FORMATS

__all__ = ["run"]

Values = Sequence[tb.Brief | tb.Article]


def texts(content: Content, _: Reading) -> list[tb.Article]:
    assert isinstance(content, dict)
    return [tb.parse(data) for data in content.values()]


def folder(values: Values) -> Export:
    files: dict[str, str | bytes] = {f"{number}.txt": tb.dumps(value, "text") for number, value in enumerate(values)}
    lost = tuple(Loss(path=f"$[{number}].blocks", reason="a text has none") for number in range(len(values)))
    return Export(content=files, losses=lost)


FOLDER = OutputFormat(
    name="folder", suffixes=(), media_types=("text/plain",), export=folder, is_for_many=True, loads_many=texts
)
BINARY = OutputFormat(
    name="binary", suffixes=(".bin",), media_types=("x/y",), export=lambda _: Export(content=b"\x00\xff")
)
SITE = attrs.evolve(FOLDER, name="site", is_for_many=False, loads_many=None)


@pytest.fixture(autouse=True)
def more_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of many, a file for one, and a folder for one."""
    for added in (FOLDER, BINARY, SITE):
        monkeypatch.setitem(FORMATS._by_name, added.name, added)


def files_in(folder: str = ".") -> dict[str, bytes]:
    found = Path(folder)
    return {path.relative_to(found).as_posix(): path.read_bytes() for path in found.rglob("*") if path.is_file()}


def test_existing_output_is_replaced_only_where_that_is_asked_for(run: Run) -> None:
    write("brief.txt")
    write("old.json", "old")

    code, out, err = run("parse", "brief.txt", "-o", "old.json")
    assert (code, out, err) == (2, "", "tradebrief: old.json is there already: give --force to replace it\n")
    assert Path("old.json").read_bytes() == b"old"

    assert run("parse", "brief.txt", "-o", "old.json", "--force") == (0, "", "")
    assert tb.load(Path("old.json"), type=tb.Article).text == TEXT


@pytest.mark.skipif(os.name == "nt", reason="no such device here")
def test_device_is_no_existing_output(run: Run) -> None:
    assert run("parse", write("brief.txt"), "-o", os.devnull, "--to", "json") == (0, "", "")


def test_folder_is_written_and_replaced_only_where_that_is_asked_for(run: Run) -> None:
    write("one.txt", "One\n")
    write("two.txt", "Two\n")

    code, out, err = run("parse", "one.txt", "two.txt", "--to", "folder", "-o", "all")
    assert (code, out) == (0, "")
    assert err == (
        "tradebrief: folder can't hold everything: $[0].blocks: a text has none and 1 more "
        "(--fail-on-loss lists them)\n"
    )
    assert files_in("all") == {"0.txt": b"One\n", "1.txt": b"Two\n"}

    assert run("parse", "two.txt", "--to", "folder", "-o", "all")[0] == 2
    assert run("parse", "two.txt", "one.txt", "--to", "folder", "-o", "all", "--force")[0] == 0
    assert files_in("all") == {"0.txt": b"Two\n", "1.txt": b"One\n"}


def test_empty_folder_is_filled_and_one_of_others_stays(run: Run) -> None:
    write("one.txt", "One\n")
    Path("all").mkdir()
    assert run("parse", "one.txt", "--to", "folder", "-o", "all")[0] == 0

    write("all/thesis.txt", "mine")
    code, _, err = run("parse", "one.txt", "--to", "folder", "-o", "all", "--force")
    assert (code, err) == (1, "tradebrief: all: the folder holds another file, and stays as it is: thesis.txt\n")
    assert files_in("all") == {"0.txt": b"One\n", "thesis.txt": b"mine"}


def test_bad_file_does_not_cost_the_others_their_place_in_the_folder(run: Run) -> None:
    code, _, err = run("parse", "none.txt", write("one.txt", "One\n"), "--to", "folder", "-o", "all")

    assert code == 1
    assert err.startswith("tradebrief: none.txt: No such file or directory\n")
    assert files_in("all") == {"0.txt": b"One\n"}


def test_nothing_is_written_where_nothing_could_be_read(run: Run) -> None:
    assert run("parse", "none.txt", "--to", "folder", "-o", "all")[0] == 1
    assert files_in() == {}


def test_folder_needs_a_path(run: Run) -> None:
    assert run("parse", write("one.txt"), "--to", "folder") == (
        2,
        "",
        "tradebrief: folder is a folder: give -o FOLDER\n",
    )


def test_losses_are_an_error_where_that_is_asked_for(run: Run) -> None:
    write("one.txt", "One\n")

    code, out, err = run("parse", "one.txt", "one.txt", "--to", "folder", "-o", "all", "--fail-on-loss")

    assert (code, out) == (1, "")
    assert err.splitlines() == [
        "tradebrief: folder can't hold $[0].blocks: a text has none",
        "tradebrief: folder can't hold $[1].blocks: a text has none",
    ]
    assert not Path("all").exists()
    assert run("parse", "one.txt", "--to", "json", "-o", "one.json", "--fail-on-loss") == (0, "", "")


@pytest.mark.parametrize("format", ["text", "summary"])
def test_what_is_for_reading_fails_on_losses_and_is_silent_else(run: Run, format: str) -> None:
    write("brief.txt")

    assert run("read", "brief.txt", "--to", format)[2] == ""
    code, out, err = run("read", "brief.txt", "--to", format, "--fail-on-loss")

    assert (code, out) == (1, "")
    assert err.startswith(f"tradebrief: {format} can't hold $")


def test_several_values_of_a_format_for_one_get_a_file_each_under_their_ids(run: Run) -> None:
    write("one.txt", "../../Etc: A title\n")
    write("two.txt", "Two\n")
    ids = [tb.parse(Path(name)).provenance.sha256[:16] for name in ("one.txt", "two.txt")]

    code, _, err = run("parse", "one.txt", "two.txt", "--to", "binary")
    assert (code, err) == (2, "tradebrief: binary holds one brief, not 2: give -o FOLDER for a file each\n")
    assert run("parse", "one.txt", "two.txt", "--to", "binary", "-o", "a.bin")[0] == 2

    assert run("parse", "one.txt", "two.txt", "one.txt", "--to", "binary", "-o", "all") == (0, "", "")
    assert sorted(files_in("all")) == sorted([f"{ids[0]}.bin", f"{ids[1]}.bin", f"{ids[0]}-2.bin"])

    assert run("parse", "one.txt", "two.txt", "--to", "site", "-o", "sites")[0] == 0
    assert sorted(files_in("sites")) == sorted([f"{ids[0]}/0.txt", f"{ids[1]}/0.txt"])


def test_binary_goes_to_a_pipe_and_to_no_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    write("one.txt")
    with monkeypatch.context() as patch:
        patch.setattr(sys.stdout, "isatty", lambda: True)
        code, out, err = run("parse", "one.txt", "--to", "binary")
    assert (code, out, err) == (2, "", "tradebrief: binary is binary, and no terminal shows that: give -o FILE\n")

    from tradebrief import cli  # noqa: PLC0415 - run decodes what is written, and this is no text.

    assert cli.main(["parse", "one.txt", "--to", "binary"]) == 0
    assert capfdbinary.readouterr().out == b"\x00\xff"


def test_documents_are_converted(run: Run) -> None:
    write("one.txt", "One\n")
    write("two.txt", "Two\n")
    run("parse", "one.txt", "-o", "one.json")
    run("read", "one.txt", "two.txt", "-o", "both.jsonl")

    assert run("convert", "one.json", "--to", "text") == (0, "One\n", "")
    assert run("convert", "one.json")[1].startswith("(no headline)\n\nOutline")
    code, out, _ = run("convert", "one.json", "both.jsonl", "--to", "jsonl")
    assert code == 0
    assert [json.loads(line)["article"]["text"] for line in out.splitlines()] == ["One\n", "One\n", "Two\n"]
    assert [line for line in run("convert", "both.jsonl")[1].splitlines() if "==>" in line] == [
        "==> both.jsonl <=="
    ] * 2
    assert run("convert", "-", "--to", "text", stdin=Path("one.json").read_bytes()) == (0, "One\n", "")
    both = run("convert", "-", "--format", "jsonl", "--to", "text", stdin=Path("both.jsonl").read_bytes())
    assert both == (0, "One\nTwo\n", "")


def test_folder_is_converted(run: Run) -> None:
    run("parse", write("one.txt", "One\n"), "--to", "folder", "-o", "all")

    assert run("convert", "all", "--format", "folder", "--to", "text") == (0, "One\n", "")


def test_document_that_cannot_be_converted_is_told_with_its_place(run: Run) -> None:
    write("one.txt", "One\n")
    run("parse", "one.txt", "-o", "good.json")

    code, out, err = run("convert", write("bad.json", "{"), "none.json", "good.json", "--to", "text")

    assert (code, out) == (1, "One\n")
    assert err.splitlines()[0].startswith("tradebrief: bad.json:1:2: $: ")
    assert err.splitlines()[1] == "tradebrief: none.json: No such file or directory"


def test_several_documents_of_one_input_do_not_go_into_one_json_file(run: Run) -> None:
    run("read", write("one.txt", "One\n"), write("two.txt", "Two\n"), "-o", "both.jsonl")

    code, _, err = run("convert", "both.jsonl", "-o", "both.json")

    assert code == 2
    assert err.startswith("tradebrief: both.json holds one JSON document, not several")
    assert not Path("both.json").exists()


def test_format_that_cannot_be_read_back_is_not_converted(run: Run) -> None:
    code, _, err = run("convert", write("study.dna"), "--to", "json")

    assert code == 1
    assert err.startswith("tradebrief: study.dna: the format 'dna' can't be read back (what can: ")


def test_text_that_is_to_be_read_first_is_told_so(run: Run) -> None:
    told = "tradebrief: brief.txt: a .txt file holds no results to convert: tradebrief read reads the text in it\n"

    assert run("convert", write("brief.txt"), "--to", "json") == (1, "", told)


def test_folder_is_converted_only_where_its_format_is_given(run: Run) -> None:
    run("read", write("one.txt", TEXT), "--to", "csv", "-o", "tables")

    code, out, err = run("convert", "tables", "--to", "json")
    assert (code, out) == (1, "")
    assert err.startswith("tradebrief: tables: a folder does not tell its format: give --format, such as csv")
    assert run("convert", "tables", "--format", "csv", "--to", "json") == run("read", "one.txt", "--to", "json")
