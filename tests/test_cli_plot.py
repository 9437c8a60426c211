from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.laws.texts import SEEDS

import tradebrief as tb
from tradebrief.cli import main

SEED = next(path for path in SEEDS if path.stem == "korea-steel-quota")


@pytest.mark.parametrize(("name", "start"), [("a.svg", b"<?xml"), ("a.PNG", b"\x89PNG")])
def test_suffix_tells_the_format_of_a_picture(name: str, start: bytes, tmp_path: Path) -> None:
    assert main(["plot", str(SEED), "-o", str(tmp_path / name)]) == 0

    assert (tmp_path / name).read_bytes().startswith(start)


def test_picture_of_documents_is_that_of_their_texts(tmp_path: Path) -> None:
    brief = tb.read(SEED)
    (tmp_path / "a.json").write_text(tb.dumps(brief, indent=2), encoding="utf-8")
    tb.dump([brief], tmp_path / "a.jsonl", "jsonl")
    pictures = [tmp_path / f"{place}.svg" for place in range(3)]

    for source, picture in zip([SEED, tmp_path / "a.json", tmp_path / "a.jsonl"], pictures, strict=True):
        assert main(["plot", str(source), "--kind", "timeline", "-o", str(picture)]) == 0

    assert len({picture.read_bytes() for picture in pictures}) == 1
    assert pictures[0].read_bytes() == tb.plot(brief, "timeline")


def test_picture_goes_to_standard_output_as_svg(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["plot", str(SEED), "--kind", "actors"]) == 0

    written = capfdbinary.readouterr()
    assert ET.fromstring(written.out).tag.endswith("svg")
    assert written.err == b""


def test_picture_is_not_replaced_unless_forced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "a.svg"
    picture.write_text("mine", encoding="utf-8")

    assert main(["plot", str(SEED), "-o", str(picture)]) == 2
    assert "give --force" in capsys.readouterr().err
    assert picture.read_text(encoding="utf-8") == "mine"
    assert main(["plot", str(SEED), "-o", str(picture), "--force"]) == 0
    assert picture.read_bytes().startswith(b"<?xml")


def test_other_pictures_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plot", str(SEED), "-o", str(tmp_path / "a.gif")]) == 2
    assert "end it in .svg or .png" in capsys.readouterr().err
