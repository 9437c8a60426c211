"""Packed files are read as what they hold, and no bomb is unpacked."""

import gzip
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

import tradebrief as tb
from tradebrief.parsing._decode import Raw
from tradebrief.parsing._unpack import unpack

Pack = Callable[[bytes], bytes]
PACKS = [("gz", gzip.compress), ("zst", zstd.compress)]
packs = pytest.mark.parametrize(("suffix", "pack"), PACKS, ids=[suffix for suffix, _ in PACKS])
TEXT = "Genève objects.\n\nParis does not.\n".encode()


def unpacked(data: bytes, suffix: str, most: int = 1_000) -> bytes:
    path = Path(f"brief.txt.{suffix}")
    found = unpack(Raw(data=data, name=str(path), path=path), path, "text", tb.Limits(text=most))
    assert found.path == Path("brief.txt")
    return found.raw_bytes


@packs
def test_packed_file_is_read_as_what_it_holds(suffix: str, pack: Pack, tmp_path: Path) -> None:
    plain, packed = tmp_path / "brief.txt", tmp_path / f"brief.txt.{suffix}"
    plain.write_bytes(TEXT)
    packed.write_bytes(pack(TEXT))

    article, expected = tb.parse(packed), tb.parse(plain)

    assert article.text == expected.text
    assert article.provenance.sha256 == expected.provenance.sha256
    assert (article.provenance.name, article.provenance.media_type) == (packed.name, "text/plain")
    assert tb.dumps(article, "text").encode() == TEXT


@packs
def test_suffix_before_the_packing_tells_the_format(suffix: str, pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / f"A.HTML.{suffix.upper()}"
    path.write_bytes(pack(b"<p>Ottawa objects, and says that it will go on objecting.</p>"))

    assert tb.parse(path).provenance.format == "html"
    assert tb.parse(path, format="text/plain").text.startswith("<p>")


@packs
@given(parts=st.lists(st.binary(max_size=200), min_size=1, max_size=4), padding=st.integers(0, 40))
def test_streams_one_after_another_are_one_text(suffix: str, pack: Pack, parts: list[bytes], padding: int) -> None:
    data = b"".join(map(pack, parts)) + bytes(padding if suffix == "gz" else 0)

    assert unpacked(data, suffix) == b"".join(parts)


@packs
def test_stream_that_is_cut_off_anywhere_is_an_error(suffix: str, pack: Pack) -> None:
    data = pack(TEXT)
    for end in range(len(data)):
        with pytest.raises(tb.ParseError, match=r"^brief\.txt\.\w+:1:1: (the \w+ stream is cut off|not \w+, or dam)"):
            unpacked(data[:end], suffix)


@packs
@given(at=st.integers(0, 10_000), bit=st.integers(0, 7))
def test_damaged_stream_is_an_error_or_what_it_held(suffix: str, pack: Pack, at: int, bit: int) -> None:
    damaged = bytearray(pack(TEXT))
    damaged[at % len(damaged)] ^= 1 << bit
    try:
        found = unpacked(bytes(damaged), suffix)
    except (tb.ParseError, tb.LimitError):
        return

    assert suffix == "zst" or found == TEXT  # Frames of Zstandard have no checksum unless they are asked for one.


@pytest.mark.parametrize("suffix", ["gz", "zst"])
def test_file_that_is_not_packed_is_an_error(suffix: str) -> None:
    with pytest.raises(tb.ParseError, match=r"not \w+, or damaged, near byte 0"):
        unpacked(TEXT, suffix)


@packs
def test_text_is_unpacked_up_to_the_limit_and_not_beyond(suffix: str, pack: Pack) -> None:
    assert unpacked(pack(TEXT), suffix, len(TEXT)) == TEXT
    with pytest.raises(tb.LimitError) as caught:
        unpacked(pack(TEXT), suffix, len(TEXT) - 1)

    assert (caught.value.limit, caught.value.found) == ("text", len(TEXT))


@packs
def test_bomb_is_not_unpacked(suffix: str, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / f"bomb.txt.{suffix}"
    path.write_bytes(pack(bytes(30_000_000)))
    made: list[int] = []
    makers: dict[str, Callable[..., Any]] = {"gz": zlib.decompressobj, "zst": zstd.ZstdDecompressor}

    class Counting:
        """An unpacker that counts what it makes."""

        def __init__(self, *arguments: int) -> None:
            self._inner = makers[suffix](*arguments)

        eof = property(lambda self: self._inner.eof)
        unused_data = property(lambda self: self._inner.unused_data)

        def decompress(self, data: bytes, most: int) -> bytes:
            part: bytes = self._inner.decompress(data, most)
            made.append(len(part))
            return part

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    monkeypatch.setattr(zstd, "ZstdDecompressor", Counting)

    with pytest.raises(tb.LimitError, match="over the limit text"):
        tb.parse(path)
    assert sum(made) == tb.Limits().text + 1


def test_streams_without_end_are_no_way_round_the_limit() -> None:
    path = Path("a.gz")
    with pytest.raises(tb.LimitError, match="over the limit nodes"):
        unpack(Raw(data=gzip.compress(b"") * 11, name="a", path=path), path, "text", tb.Limits(nodes=10))


def test_missing_extra_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "a.txt.zst"
    path.write_bytes(zstd.compress(TEXT))
    monkeypatch.setitem(sys.modules, "backports", None)

    with pytest.raises(tb.MissingExtraError, match=r'pip install "tradebrief\[zstd\]"'):
        tb.parse(path)
