"""Whatever holds a text, read as text; and what can't be."""

import contextlib
import io
from hashlib import sha256
from pathlib import Path

import pytest

import tradebrief as tb
from tradebrief.parsing import Input

TEXT = "Élysée weighs a reply\n\nThe “quota” stays at 5\u00a0%, says Łódź. 日本 agrees 😀.\n"


@pytest.mark.parametrize(
    ("raw", "encoding", "bom"),
    [
        (TEXT.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", True),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", True),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", True),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16-le with a mark", "utf-16-be with a mark"],
)
def test_bytes_are_decoded_by_their_mark_or_as_utf8(raw: bytes, encoding: str, bom: bool) -> None:
    article = tb.parse(raw)

    assert article.text == TEXT
    assert (article.provenance.encoding, article.provenance.bom) == (encoding, bom)
    assert article.provenance.sha256 == sha256(raw).hexdigest()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "UTF8", "utf-32", "utf-7"]
)
def test_encoding_may_be_given(encoding: str) -> None:
    assert tb.parse(TEXT.encode(encoding), encoding=encoding).text == TEXT


def test_encoding_may_be_of_one_byte() -> None:
    words = "Genève – “5 %” – Bénin\n"

    article = tb.parse(words.encode("cp1252"), encoding="cp1252")

    assert (article.text, article.provenance.encoding) == (words, "cp1252")


def test_mark_of_another_encoding_is_text_where_an_encoding_is_given() -> None:
    assert tb.parse(b"\xff\xfeA", encoding="cp1252").text == "ÿþA"


def test_mark_of_a_string_is_set_aside() -> None:
    article = tb.parse("\ufeffQuota stays")

    assert (article.text, article.provenance.bom, article.provenance.encoding) == ("Quota stays", True, None)


def test_only_the_first_mark_is_set_aside() -> None:
    assert tb.parse("\ufeff\ufeffQuota").text == "\ufeffQuota"


def test_undecodable_byte_is_named_and_shown() -> None:
    with pytest.raises(tb.ParseError) as caught:
        tb.parse(b"Quota stays\nTalks in Gen\xe8ve go on\n", name="brief.txt")

    assert str(caught.value) == (
        "brief.txt:2:13: not utf-8: invalid continuation byte at byte offset 24; "
        "if it is in another encoding, give encoding=\n"
        "  Talks in Gen\ufffdve go on\n"
        "              ^"
    )


def test_byte_offset_counts_the_mark() -> None:
    with pytest.raises(tb.ParseError, match="byte offset 4"):
        tb.parse(b"\xef\xbb\xbfa\xff")


def test_bytes_cut_within_a_character_are_an_error_at_their_end() -> None:
    with pytest.raises(tb.ParseError, match="unexpected end of data at byte offset 3") as caught:
        tb.parse("Genè".encode()[:-1])

    assert caught.value.source.text[caught.value.span.start :] == "\ufffd"


def test_wrong_encoding_that_was_given_brings_no_hint() -> None:
    with pytest.raises(tb.ParseError) as caught:
        tb.parse("Genève".encode(), encoding="ascii")

    assert "give encoding=" not in str(caught.value)


def test_half_of_a_surrogate_pair_is_an_error_with_its_place() -> None:
    with pytest.raises(tb.ParseError) as caught:
        tb.parse("Quota\nst\ud83days")

    assert str(caught.value) == "<text>:2:3: half of a surrogate pair at offset 8\n  st\ufffdays\n    ^"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-7", "raw_unicode_escape"])
def test_half_of_a_surrogate_pair_in_bytes_is_an_error(codec: str) -> None:
    raw = {"utf-16-le": b"\x3d\xd8a\0", "utf-7": b"+2D0-a", "raw_unicode_escape": b"\\ud83da"}[codec]

    with pytest.raises(tb.ParseError):
        tb.parse(raw, encoding=codec)


def test_unknown_encoding_is_a_mistake_in_the_call() -> None:
    with pytest.raises(ValueError, match="unknown encoding 'latin-99'"):
        tb.parse(b"Quota", encoding="latin-99")


@pytest.mark.parametrize("codec", ["base64", "rot13", "idna", "punycode", "unicode_escape", "mbcs", "undefined"])
def test_codec_that_is_no_text_encoding_is_no_traceback(codec: str) -> None:
    with contextlib.suppress(tb.ParseError, ValueError):
        tb.parse(b"\\xQuota\xff", encoding=codec)


def test_encoding_of_a_string_is_a_mistake_in_the_call() -> None:
    with pytest.raises(ValueError, match="decoded already"):
        tb.parse("Quota", encoding="utf-8")


def test_text_is_read_from_whatever_holds_it(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(TEXT.encode())

    with path.open(encoding="utf-8", newline="") as words, path.open("rb") as raw:
        sources: list[Input] = [TEXT, TEXT.encode(), path, words, raw, io.StringIO(TEXT), io.BytesIO(TEXT.encode())]
        found = {tb.parse(source).text for source in sources}

    assert found == {TEXT}


def test_file_gives_its_name(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_bytes(b"Quota")

    assert tb.parse(path).provenance.name == "brief.txt"
    assert tb.parse(path, name="other").provenance.name == "other"


def test_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        tb.parse(tmp_path / "none.txt")


def test_what_holds_no_text_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not int"):
        tb.parse(3)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("source", ["Quota\n", b"Quota\n"])
def test_text_beyond_the_limit_is_an_error(source: str | bytes) -> None:
    assert tb.parse(source, limits=tb.Limits(text=6)).text == "Quota\n"
    with pytest.raises(tb.LimitError, match=r"<text>: over the limit text: 6 found, 5 allowed"):
        tb.parse(source, limits=tb.Limits(text=5))


def test_blocks_beyond_the_limit_are_an_error() -> None:
    assert len(tb.parse("a\n\nb\n\nc", limits=tb.Limits(nodes=3)).sections) == 1
    with pytest.raises(tb.LimitError) as caught:
        tb.parse("a\n\nb\n\nc\n\nd", limits=tb.Limits(nodes=3), name="brief")

    assert (caught.value.limit, caught.value.allowed, caught.value.found, caught.value.name) == ("nodes", 3, 4, "brief")


def test_sections_beyond_the_limit_of_depth_are_an_error() -> None:
    text = "Levy put off\n\nCommentary\n\nA fee on one page\n\nNothing moves without trust in what is written.\n"

    assert tb.parse(text, limits=tb.Limits(depth=2)).sections[0].sections
    with pytest.raises(tb.LimitError, match="depth"):
        tb.parse(text, limits=tb.Limits(depth=1))


def test_unknown_format_is_an_error_that_lists_those_there_are() -> None:
    with pytest.raises(tb.FormatError, match=r"no format 'xyz' \(there are: .*text.*\)"):
        tb.parse("Quota", format="xyz")


def test_format_is_told_by_the_suffix_and_else_is_plain_text(tmp_path: Path) -> None:
    for name in ("brief.TXT", "brief", "brief.unknown"):
        path = tmp_path / name
        path.write_bytes(b"Quota")
        assert tb.parse(path).provenance.format == "text"


def test_name_that_is_no_text_stands_as_escapes(tmp_path: Path) -> None:
    article = tb.parse("Quotas loom\n", name="Qu\udcffota.txt")

    assert article.provenance.name == "Qu\\udcffota.txt"
    tb.dump(article, tmp_path / "a.json")
    assert tb.load(tmp_path / "a.json", type=tb.Article) == article
