import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.strategies import texts

from tradebrief import cli
from tradebrief.corpus import parse
from tradebrief.model import Article
from tradebrief.serialize import dumps, json_schema, loads

TEXT = "Duties loom\n\nOttawa said that quotas would end.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command line in a folder of its own; gives exit code, output and messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            code = cli.main(arguments)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return command


def write(name: str, text: str | bytes = TEXT) -> str:
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def process(*arguments: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "tradebrief", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env={**os.environ, **env})


def test_summary_is_what_a_reader_gets(run: Run) -> None:
    code, out, err = run("read", write("brief.txt"))

    assert (code, err) == (0, "")
    assert out.startswith("Duties loom\n")
    assert "quotas would end" in out


def test_layout_alone_is_parsed(run: Run) -> None:
    assert run("parse", write("brief.txt")) == (0, "Duties loom\n\nOutline\n  (no heading) (1 paragraph)\n", "")


def test_json_is_the_document(run: Run) -> None:
    code, out, err = run("parse", write("brief.txt"), "--to", "json")

    assert (code, err) == (0, "")
    assert loads(out, type=Article) == parse(Path("brief.txt"))


def test_standard_input_is_read_as_bytes(run: Run) -> None:
    data = "Brasília\r\n".encode("latin-1")

    code, out, _ = run("read", "-", "--to", "json", "--encoding", "latin-1", stdin=data)

    assert (code, loads(out).article.text) == (0, "Brasília\r\n")
    assert process("parse", "-", "--to", "text", "--encoding", "latin-1", stdin=data).stdout == data


def test_text_comes_back_byte_for_byte(run: Run) -> None:
    data = b"\xef\xbb\xbfDuties\r\nloom\r\x0c"

    assert run("parse", write("brief.txt", data), "--to", "text") == (0, data.decode(), "")


def test_several_files_are_headed(run: Run) -> None:
    code, out, _ = run("parse", write("one.txt"), write("two.txt"))

    assert code == 0
    assert [line for line in out.splitlines() if "==>" in line] == ["==> one.txt <==", "==> two.txt <=="]


def test_several_documents_stand_one_a_line(run: Run) -> None:
    code, out, _ = run("parse", write("one.txt"), write("two.txt"), "--to", "json")

    assert code == 0
    assert [loads(line, type=Article).provenance.name for line in out.splitlines()] == ["one.txt", "two.txt"]


def test_output_file_is_written_in_the_format_of_its_suffix(run: Run) -> None:
    assert run("parse", write("brief.txt"), "-o", "brief.json") == (0, "", "")
    assert Path("brief.json").read_text(encoding="utf-8") == dumps(parse(Path("brief.txt")))

    assert run("parse", write("brief.txt"), "-o", "summary.txt") == (0, "", "")
    assert Path("summary.txt").read_text(encoding="utf-8").startswith("Duties loom\n\nOutline")


def test_indent_is_for_one_json_document(run: Run) -> None:
    _, out, _ = run("parse", write("brief.txt"), "--to", "json", "--indent", "2")
    assert out.startswith('{\n  "schema_version": "1.0",\n')

    assert run("parse", "brief.txt", "--indent", "2")[0] == 2
    assert run("parse", "brief.txt", "brief.txt", "--to", "json", "--indent", "2")[0] == 2


def test_bad_file_does_not_cost_the_others(run: Run) -> None:
    Path("folder").mkdir()

    code, out, err = run("parse", "none.txt", "folder", write("bad.txt", b"\xff"), write("good.txt"))

    assert code == 1
    assert out.startswith("==> good.txt <==\n\nDuties loom\n")
    told = [line for line in err.splitlines() if line.startswith("tradebrief: ")]
    assert [line.split(": ")[1] for line in told] == ["none.txt", "folder", "bad.txt:1:1"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable here")
def test_unreadable_file_is_told_of(run: Run) -> None:
    Path(write("brief.txt")).chmod(0)

    assert run("parse", "brief.txt") == (1, "", "tradebrief: brief.txt: Permission denied\n")


def test_output_stays_as_it_was_where_nothing_could_be_read(run: Run) -> None:
    write("old.json", "old")

    assert run("parse", "none.txt", "-o", "old.json", "--force")[0] == 1
    assert Path("old.json").read_bytes() == b"old"
    assert [path.name for path in Path().iterdir()] == ["old.json"]


def test_output_that_cannot_be_written_is_told_of(run: Run) -> None:
    assert run("parse", write("brief.txt"), "-o", "none/brief.json") == (
        1,
        "",
        "tradebrief: none/brief.json: No such file or directory\n",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_device_that_takes_nothing_is_named() -> None:
    data = TEXT.encode()

    done = process("parse", "-", "--to", "text", "-o", "/dev/full", stdin=data)
    assert (done.returncode, done.stderr) == (1, b"tradebrief: /dev/full: No space left on device\n")

    for command in (["parse", "-"], ["schema"], ["validate", "none.json", "-"]):
        with Path("/dev/full").open("wb") as full:
            called = [sys.executable, "-m", "tradebrief", *command]
            done = subprocess.run(called, input=data, stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1] == b"tradebrief: <stdout>: No space left on device"


def test_several_documents_do_not_go_into_one_json_file(run: Run) -> None:
    for options in ([], ["--to", "json"]):
        code, out, err = run("parse", write("one.txt"), write("two.txt"), "-o", "both.json", *options)

        assert (code, out) == (2, "")
        assert err == (
            "tradebrief: both.json holds one JSON document, not several: "
            "give a name that ends in .jsonl, or write each to a file of its own\n"
        )
        assert not Path("both.json").exists()


def test_undecodable_file_hints_at_the_option(run: Run) -> None:
    _, _, err = run("read", write("brief.txt", b"Bras\xedlia\n"))

    assert err.splitlines()[0].endswith("; if it is in another encoding, give --encoding")


def test_line_feed_in_a_file_name_is_shown_as_an_escape(run: Run) -> None:
    code, _, err = run("parse", "no\nne.txt")
    assert (code, err) == (1, "tradebrief: no\\nne.txt: No such file or directory\n")

    if os.name != "nt":
        assert "==> a\\nb.txt <==" in run("parse", write("a\nb.txt"), "a\nb.txt")[1]
        assert run("parse", write("a\nb.txt", b"\xff"))[2].startswith("tradebrief: a\\nb.txt:1:1: ")
        assert run("validate", write("a\nb.json", "{"))[1].startswith("a\\nb.json:1:2: ")
        assert run("read", write("a.txt"), "--lexicon", write("a\nb.toml", "["))[2].count("\n") == 1


@pytest.mark.parametrize("output", ["brief.txt", "../{folder}/brief.txt"])
def test_input_is_not_overwritten(run: Run, output: str) -> None:
    code, out, err = run("parse", write("brief.txt"), "--to", "text", "-o", output.format(folder=Path.cwd().name))

    assert (code, out) == (2, "")
    assert err == "tradebrief: brief.txt is the input and can't be the output as well\n"
    assert Path("brief.txt").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["what"],
        ["read"],
        ["read", "brief.txt", "--to", "fax"],
        ["read", "brief.txt", "--format", "fax"],
        ["read", "brief.txt", "--encoding", "klingon"],
        ["read", "brief.txt", "-o", "brief.fax"],
        ["read", "-", "-"],
        ["read", ""],
        ["validate", ""],
        ["read", "brief.txt", "-o", ""],
        ["read", "brief.txt", "--lexicon", ""],
        ["schema", "what"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_of(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert "tradebrief" in err
    assert "Traceback" not in err


PERSON = '[[person]]\nid = "person:acme-17"\nname = "Ana Ruiz"\naliases = ["Ruiz"]\nsame_as = ["Q17"]\n'
BODY = '[[body]]\nid = "org:acme-9"\nname = "Harbour Guild"\ncountry = "NO"\nsame_as = ["LEI 9", "Q9"]\n'


def test_people_and_bodies_of_ones_own_are_found_under_their_ids(run: Run) -> None:
    text = "Ana Ruiz said that quotas would end. The Harbour Guild welcomed it. Ruiz left.\n"
    files = ("--lexicon", write("people.toml", PERSON), "--lexicon", write("bodies.toml", BODY))

    code, out, err = run("read", write("brief.txt", text), "--to", "json", *files)

    assert (code, err) == (0, "")
    found = {actor["id"]: actor for actor in json.loads(out)["actors"]}
    assert found["person:acme-17"]["same_as"] == ["Q17"]
    assert [mention["span"] for mention in found["person:acme-17"]["mentions"]] == [[0, 8], [68, 72]]
    assert (found["org:acme-9"]["country"], found["org:acme-9"]["same_as"]) == ("NO", ["LEI 9", "Q9"])


@pytest.mark.parametrize("command", ["read", "parse"])
def test_later_lexicon_counts_and_a_layout_takes_one_too(run: Run, command: str) -> None:
    files = ("--lexicon", write("a.toml", PERSON), "--lexicon", write("b.toml", PERSON.replace("Ana", "Eva")))

    assert run(command, write("brief.txt"), *files)[::2] == (0, "")


@pytest.mark.parametrize("command", ["read", "parse"])
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (PERSON.replace("name", "nom"), "person:acme-17: unknown field 'nom' (allowed: id, "),
        (PERSON.replace("[[person]]", "[[people]]"), "unknown table 'people' (allowed: country, "),
        (PERSON + 'country = "QQ"\n', "person:acme-17: no country has the code 'QQ'"),
        (BODY + 'short = "Guild"\n', "org:acme-9: field 'short' is not an array of strings"),
        (BODY.replace('country = "NO"', 'short = ["Guild"]'), "org:acme-9: field 'short' needs a 'country'"),
        (BODY + 'currency = "Krone"\n', "org:acme-9: currency code 'Krone' is not three capital letters"),
        (BODY + 'currency = "QQQ"\n', "org:acme-9: no currency has the code 'QQQ' (ISO 4217)"),
        (b"\xff", "not UTF-8: byte offset 0"),
        ("[", "not TOML: "),
    ],
)
def test_fault_in_a_lexicon_is_one_line_and_nothing_is_read(
    run: Run, command: str, text: str | bytes, told: str
) -> None:
    code, out, err = run(command, write("brief.txt"), "--lexicon", write("more.toml", text))

    assert (code, out) == (1, "")
    assert err.startswith(f"tradebrief: more.toml: {told}")
    assert err.count("\n") == 1


def test_lexicon_that_cannot_be_used_is_told_of(run: Run) -> None:
    assert run("read", write("brief.txt"), "--lexicon", write("bad.toml", "["))[0] == 1
    assert run("read", "brief.txt", "--lexicon", "none.toml") == (
        1,
        "",
        "tradebrief: none.toml: No such file or directory\n",
    )


def test_valid_documents_are_told_as_such(run: Run) -> None:
    run("read", write("brief.txt"), "-o", "brief.json")
    run("parse", "brief.txt", "brief.txt", "-o", "both.jsonl")

    assert run("validate", "brief.json", "both.jsonl") == (0, "brief.json: valid\nboth.jsonl: valid\n", "")


def test_every_fault_of_a_document_is_told_with_file_line_and_column(run: Run) -> None:
    document = json.loads(dumps(parse(TEXT)))
    document["article"]["headline"] = [0, 999]
    document["article"]["provenance"]["bom"] = "no"
    write("bad.json", json.dumps(document, indent=1))
    write("bad.jsonl", "\n" + json.dumps({"schema_version": "1.0", "article": 1}) + "\n")

    code, out, err = run(
        "validate", "bad.json", "bad.jsonl", "none.json", write("new.json", '{"schema_version":"2.0"}')
    )

    assert code == 1
    assert out.splitlines() == [
        'bad.json:12:11: $.article.provenance.bom: expected true or false, not "no"',
        "bad.json:21:15: $.article.headline: the span [0, 999] is outside a text of 48 code points",
        "bad.jsonl:2:38: $.article: expected an object, not 1",
    ]
    assert err.splitlines() == [
        "tradebrief: none.json: No such file or directory",
        "tradebrief: new.json: schema version 2.0 is not supported (supported: 1.0)",
    ]


def test_lines_of_documents_are_told_by_the_first(run: Run) -> None:
    whole, bad = dumps(parse(TEXT)), '{"schema_version": "1.0", "article": 1}\n'

    assert run("validate", "-", stdin=(whole + whole).encode()) == (0, "<stdin>: valid\n", "")
    assert run("validate", write("both.txt", whole + "\n" + whole)) == (0, "both.txt: valid\n", "")
    assert run("validate", "-", stdin=b"\xef\xbb\xbf" + (whole + bad).encode()) == (
        1,
        "<stdin>:2:38: $.article: expected an object, not 1\n",
        "",
    )
    assert run("validate", "-", stdin=dumps(parse(TEXT), indent=2).encode())[0] == 0
    assert run("validate", "-", stdin=b"[1]\n[2]")[1].startswith("<stdin>:2:1: ")


def test_lines_are_counted_from_the_start_of_the_file(run: Run) -> None:
    lines = '\n\n{"schema_version": "1.0", "article": 1}\n' + dumps(parse(TEXT))

    assert run("validate", write("both.json", lines))[1] == ("both.json:3:38: $.article: expected an object, not 1\n")


def test_standard_input_is_validated(run: Run) -> None:
    assert run("validate", "-", stdin=b"{") == (
        1,
        "<stdin>:1:2: $: expected a field name in double quotation marks\n",
        "",
    )


def test_schema_is_printed(run: Run) -> None:
    code, out, _ = run("schema")

    assert (code, json.loads(out)) == (0, json_schema())


def test_format_is_told_by_media_type_with_its_charset(run: Run) -> None:
    page = "<h1>Élysée</h1><p>Paris said that it would wait.</p>".encode("cp1252")

    code, out, _ = run("parse", "-", "--format", "text/html; charset=windows-1252", "--to", "text", stdin=page)

    assert (code, out) == (0, "Élysée\nParis said that it would wait.\n")


def test_page_without_text_is_told_with_its_place(run: Run) -> None:
    code, out, err = run("read", write("page.html", "<nav>Menu</nav>"))

    assert (code, out) == (1, "")
    assert err.startswith("tradebrief: page.html:1:1: no text is found on the page")


def test_formats_are_listed(run: Run) -> None:
    code, out, _ = run("formats")

    assert code == 0
    assert ["output", "jsonl", ".jsonl", ".ndjson", "application/jsonl", "nothing"] in [
        line.split() for line in out.splitlines()
    ]


def test_version_and_help_are_printed(run: Run) -> None:
    assert run("--version")[1].startswith("tradebrief ")
    assert "usage: tradebrief" in run("--help")[1]


def test_steering_characters_never_reach_a_terminal_raw(run: Run) -> None:
    text = "Duties \x1b[2Jloom\u202e\n\nOttawa said that \x9b2J quotas end.\n"

    _, out, err = run("read", write("brief.txt", text), "bad\x1b[2J.txt")

    assert not {"\x1b", "\u202e", "\x9b"} & set(out + err)


@pytest.mark.parametrize("format", ["json", "text", "summary"])
def test_data_shown_on_a_terminal_is_made_safe(run: Run, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    monkeypatch.setenv("NO_COLOR", "1")

    code, out, _ = run("parse", write("brief.txt", "Duties \x1b[2Jloom\u202e \x9b\n\nIt is so.\n"), "--to", format)

    assert code == 0
    assert not {"\x1b", "\u202e", "\x9b"} & set(out)


def test_color_is_for_terminals_that_want_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1mDuties loom\x1b[0m" in run("parse", write("brief.txt"))[1]

    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("parse", "brief.txt")[1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts())
def test_any_text_is_read_without_a_word_of_complaint(run: Run, text: str) -> None:
    code, _, err = run("read", write("brief.txt", text), "--to", "json")

    assert (code, err) == (0, "")


def test_fault_of_ours_is_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Article:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(cli, "parse_many", fail)

    assert run("parse", write("brief.txt")) == (
        1,
        "",
        "tradebrief: brief.txt: this should not happen, please report it: ZeroDivisionError: oops\n",
    )


def test_interrupt_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> Article:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "parse_many", interrupt)

    assert run("parse", write("brief.txt")) == (130, "", "")


def test_terminal_without_the_characters_shows_escapes(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Brasília’s duties\n\nIt is so.\n", encoding="utf-8")

    done = process("parse", str(path), PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Bras\\xedlia\\u2019s duties\n")


def test_json_is_utf_8_whatever_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Brasília\n", encoding="utf-8")

    done = process("parse", str(path), "--to", "json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")

    assert loads(done.stdout, type=Article).text == "Brasília\n"


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_reader_that_stops_reading_is_no_error() -> None:
    script = f'"{sys.executable}" -m tradebrief schema | head -c 1; echo "${{PIPESTATUS[0]}}"'

    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)

    assert (done.stdout, done.stderr) == ("{0\n", "")
