"""What the command line reads: several articles of a file, tables, packed files, documents."""

import gzip
import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import tradebrief as tb
from tradebrief import cli, cli_formats, corpus
from tradebrief.formats import Layout, Registry

Run = Callable[..., tuple[int, str, str]]
FEED = (
    "<rss><channel><item><title>Levy put off</title><description>Ottawa objects.</description></item><item/>"
    "<item><title>Quota</title><description>Paris objects.</description></item></channel></rss>"
)


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command line in a folder of its own; gives exit code, output and messages."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            code = cli.main(arguments)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    return command


def write(name: str, text: str | bytes) -> str:
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def heads(out: str) -> list[str]:
    return [line for line in out.splitlines() if line.startswith("==>")]


def test_each_entry_of_a_file_is_a_result(run: Run) -> None:
    code, out, err = run("read", write("page.html", "<p>Rome objects.</p>"), write("feed.xml", FEED))

    assert heads(out) == ["==> page.html <==", "==> feed.xml, entry 1 <==", "==> feed.xml, entry 3 <=="]
    assert (code, err.splitlines()[0]) == (1, "tradebrief: feed.xml, entry 2:1:1: no text is found in the entry")


def test_entries_are_lines_of_json(run: Run) -> None:
    code, out, _ = run("parse", "-", "--format", "rss", "--to", "json", stdin=FEED.encode())

    found = [tb.loads(line, type=tb.Article).provenance for line in out.splitlines()]

    assert (code, [(source.name, source.entry) for source in found]) == (1, [("<stdin>", 1), ("<stdin>", 3)])


def test_columns_are_named(run: Run) -> None:
    table = write("a.csv", "words,line\nOttawa objects.,Levy\n")

    code, out, _ = run("parse", table, "--text-column", "words", "--column", "title=line", "--to", "text")

    assert (code, out) == (0, "Levy\n\nOttawa objects.\n")
    assert run("parse", table, "--column", "text=words", "--to", "text")[1] == "Ottawa objects.\n"


def test_texts_of_entries_end_their_lines_and_plain_text_stays_as_it_is(run: Run) -> None:
    write("a.csv", b"text\nOttawa objects.\nParis agrees.\n")
    write("a.txt", b"Oslo waits.")

    assert run("parse", "a.csv", "a.txt", "--to", "text")[1] == "Ottawa objects.\nParis agrees.\nOslo waits."


def test_missing_column_is_one_message(run: Run) -> None:
    table = write("a.csv", "story,line\na,b\nc,d\n")

    code, out, err = run("read", table)

    assert (code, out) == (1, "")
    assert err.splitlines()[0] == (
        "tradebrief: a.csv:1:1: no column is known to hold the text, name it (there are: story, line)"
    )


@pytest.mark.parametrize(
    "arguments", [("--column", "text"), ("--column", "mood=x"), ("--column", "text=a", "--text-column", "b")]
)
def test_wrong_columns_are_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("parse", write("a.csv", "text\na\n"), *arguments)[0] == 2


def test_packed_file_is_read(run: Run) -> None:
    assert run("parse", write("a.txt.gz", gzip.compress(b"Ottawa objects.")), "--to", "text") == (
        *(0, "Ottawa objects.", ""),
    )


def test_documents_are_read_back(run: Run) -> None:
    brief = tb.read("Levy\n\nOttawa said that it would stay.\n")
    write("a.json", tb.dumps(brief))
    write("b.jsonl", tb.dumps(brief.article) + tb.dumps(brief))

    code, out, err = run("read", "a.json", "b.jsonl", "--to", "json")

    assert (code, err, [tb.loads(line) for line in out.splitlines()]) == (0, "", [brief] * 3)


def test_file_without_an_article_is_told(run: Run) -> None:
    assert run("read", write("a.jsonl", "\n")) == (1, "", "tradebrief: a.jsonl: no article is in it\n")


def test_formats_say_what_they_need(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["feedparser>=6; extra == 'feeds'", "none-such>=1; extra == 'html'"]
    needed += ["none-such; python_version < '3.11' and extra == 'zstd'"]
    monkeypatch.setattr("importlib.metadata.requires", lambda _: needed)

    rows = {tuple(line.split()[:3]): " ".join(line.split()[3:]) for line in run("formats")[1].splitlines()}

    assert rows["input", "rss", ".rss"].endswith("application/rss+xml tradebrief[feeds]")
    assert rows["input", "html", ".html"].endswith("text/html tradebrief[html] (not installed)")
    assert rows["input", "csv", ".csv"].endswith("text/csv tradebrief[html] for HTML in it (not installed)")
    assert rows["packed", "zstd", ".zst"] == ".zstd application/zstd tradebrief[zstd]"


def test_extra_of_another_package_is_named_with_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def scan(*_: object) -> Layout:
        raise ModuleNotFoundError

    extra = "no-such-package[equals]"
    format = tb.InputFormat(name="a", suffixes=(), media_types=("text/x-a",), scan=scan, extra=extra)
    monkeypatch.setattr(cli_formats, "INPUT_FORMATS", Registry("none", (format,)))
    monkeypatch.setattr(corpus, "FORMATS", Registry("none", (format,)))

    assert "no-such-package[equals] (not installed)" in run("formats")[1]
    with pytest.raises(tb.MissingExtraError, match=r'pip install "no-such-package\[equals\]"'):
        tb.parse("Ottawa objects.", format="a")


def test_documents_of_several_entries_are_not_indented(run: Run) -> None:
    code, _, err = run("parse", write("a.csv", "text\na\nb\n"), "--to", "json", "--indent", "2")

    assert (code, err) == (2, "tradebrief: several JSON documents are written one a line: no --indent\n")
