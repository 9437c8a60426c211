import datetime as dt
import io
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import matplotlib.image as mpimg
import pytest
from attrs import evolve
from hypothesis import given, settings
from tests.serialize.html.payloads import PAYLOADS
from tests.serialize.networks.taking import OPPOSE, SUPPORT, brief_of
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.serialize.plots import KINDS, plot

SVG = "{http://www.w3.org/2000/svg}"
JAPAN, CANADA, CHILE = "country:jp", "country:ca", "country:cl"
SIGNS = {"+", "−", "±", "="}


def texts(picture: bytes) -> list[str]:
    """The words of an SVG, in the order in which they are drawn."""
    return [" ".join("".join(each.itertext()).split()) for each in ET.fromstring(picture).iter(f"{SVG}text")]


def edges_of(picture: bytes) -> set[tuple[int, ...]]:
    """The colours of the outermost pixels of a PNG."""
    pixels = mpimg.imread(io.BytesIO(picture))
    edges = [*pixels[0], *pixels[-1], *pixels[:, 0], *pixels[:, -1]]
    return {tuple(round(255 * float(part)) for part in pixel[:3]) for pixel in edges}


def on(day: int, brief: tb.Brief) -> tb.Brief:
    return evolve(brief, article=evolve(brief.article, published=dt.date(2026, 3, day)))


def test_positions_have_a_sign_where_an_actor_takes_a_side() -> None:
    brief = brief_of((JAPAN, "steel quota", OPPOSE), (CANADA, "steel quota", SUPPORT), (JAPAN, "talks", SUPPORT))

    assert texts(plot(brief, "positions")) == [
        *("steel quota", "talks", "jp", "ca"),
        *("−", "+", "+"),
        *("+", "support", "−", "oppose"),
        "Who takes which side on what",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_authors_of_several_texts_are_told_apart(kind: str) -> None:
    one = brief_of(("author:x", "quota", SUPPORT), (JAPAN, "quota", SUPPORT), names=["author"])
    other = brief_of(("author:x", "quota", OPPOSE), names=["author"], text="Sides are taken here.")

    told = texts(plot([one, other], kind))

    assert [words for words in told if words.startswith("author")] == ["author (1)", "author (2)"]


def test_position_that_is_taken_often_says_how_often() -> None:
    assert "−3" in texts(plot(brief_of(*[(JAPAN, "quota", OPPOSE)] * 3)))


def test_both_sides_in_one_place_are_told_as_both() -> None:
    told = texts(plot(brief_of((JAPAN, "quota", OPPOSE), (JAPAN, "quota", SUPPORT))))

    assert "±2" in told
    assert "mixed, or both" in told


def test_positions_say_how_many_are_not_drawn() -> None:
    many = brief_of(*[(f"org:{actor}", f"t{actor}", SUPPORT) for actor in range(50)])

    told = texts(plot(many))

    assert "Not drawn, with fewer sides: 26 more actors and 26 more targets." in told
    assert sum(each in SIGNS for each in told) == 24 + 1


def test_actors_who_agree_are_drawn_apart_from_those_who_do_not() -> None:
    brief = brief_of(
        (JAPAN, "quota", OPPOSE), (CANADA, "quota", OPPOSE), (CHILE, "quota", SUPPORT), ("org:alone", "talks", SUPPORT)
    )

    told = texts(plot(brief, "actors"))

    assert set(told) >= {"jp", "ca", "cl", "take the same sides", "take opposite sides"}
    assert "alone" not in told
    assert "Not drawn, with nobody to agree or disagree with: 1 more." in told


def test_actors_with_most_in_common_are_drawn_and_the_others_counted() -> None:
    brief = brief_of(*[(f"org:{actor}", "quota", SUPPORT) for actor in range(36)], ("org:alone", "talks", SUPPORT))

    told = texts(plot(brief, "actors"))

    notes = "Not drawn, with less in common: 6 more. Not drawn, with nobody to agree or disagree with: 1 more."
    assert notes in told
    assert sum(each.isdigit() for each in told) == 30


def test_timeline_says_how_many_actors_are_not_drawn() -> None:
    brief = brief_of(*[(f"org:{actor}", "quota", SUPPORT) for actor in range(33)])

    assert "In the order of the text. Not drawn, with fewer sides: 3 more actors." in texts(plot(brief, "timeline"))


def test_side_toward_another_actor_has_its_sign() -> None:
    told = texts(plot(brief_of((JAPAN, CHILE, OPPOSE)), "actors"))

    assert [each for each in told if each in SIGNS] == ["−"]


def test_timeline_is_by_day_where_the_days_are_known() -> None:
    values = [on(1, brief_of((JAPAN, "quota", OPPOSE))), on(9, brief_of((JAPAN, "talks", SUPPORT), text="Later on."))]

    told = texts(plot(values, "timeline"))

    assert {"2026-03-01", "2026-03-09", "By day of publication.", "quota", "talks"} <= set(told)


def test_timeline_is_in_the_order_of_the_texts_where_they_are_not() -> None:
    values = [on(1, brief_of((JAPAN, "quota", OPPOSE))), brief_of((JAPAN, "talks", SUPPORT), text="Later on.")]

    assert {"text 1", "text 2", "In the order of the texts."} <= set(texts(plot(values, "timeline")))


def test_timeline_of_one_brief_is_in_the_order_of_its_text() -> None:
    told = texts(plot(on(1, brief_of((JAPAN, "quota", OPPOSE))), "timeline"))

    assert {"start of the text", "end", "In the order of the text of 2026-03-01."} <= set(told)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_to_draw_is_said(kind: str) -> None:
    assert len(texts(plot(brief_of(), kind))) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_long_names_are_wrapped_and_shortened(kind: str) -> None:
    name = "The Federation of Associations of Growers of Rather Long Things in the Northern Provinces " * 4
    brief = brief_of((JAPAN, "x " * 90, OPPOSE), (CANADA, "x " * 90, OPPOSE), names=(name, name))

    assert max(map(len, texts(plot(brief, kind)))) <= 90


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_is_drawn_beyond_the_edge(kind: str) -> None:
    name = "Growers of Rather Long Things " * 4
    brief = brief_of((JAPAN, "x " * 90, OPPOSE), (CANADA, "x " * 90, OPPOSE), names=(name, name))

    edges = edges_of(plot(brief, kind, "png"))

    assert edges == {(255, 255, 255)}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8)
@given(value=briefs())
def test_any_brief_can_be_drawn(kind: str, value: tb.Brief) -> None:
    assert ET.fromstring(plot(value, kind)).tag == f"{SVG}svg"


def test_hostile_strings_are_drawn_as_words() -> None:
    some = PAYLOADS[::9]
    brief = brief_of(
        *[(f"org:{place}", payload.replace(":", ""), SUPPORT) for place, payload in enumerate(some[:20])], names=some
    )

    for kind in KINDS:
        names = {each.tag.removeprefix(SVG) for each in ET.fromstring(plot(brief, kind)).iter()}
        assert not names & {"script", "img", "iframe", "a", "foreignObject", "image"}


def test_dollars_are_no_mathematics() -> None:
    assert "from $5 to $\\frac" in texts(plot(brief_of((JAPAN, "from $5 to $\\frac", SUPPORT))))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format", ["svg", "png"])
def test_same_briefs_give_the_same_bytes_whatever_the_settings(kind: str, format: str) -> None:
    brief = brief_of((JAPAN, "quota", OPPOSE), (CANADA, "quota", SUPPORT))
    with mpl.rc_context({"svg.hashsalt": None, "font.size": 30.0, "savefig.dpi": 40}):
        first = plot(brief, kind, format)

    assert first == plot(brief, kind, format)
    assert first.startswith(b"\x89PNG" if format == "png" else b"<?xml")
    assert not re.search(rb"<dc:date>|Software|[Mm]atplotlib v", first)


def test_drawing_leaves_settings_alone() -> None:
    before = dict(mpl.rcParams)

    plot(brief_of((JAPAN, "quota", OPPOSE)))

    assert dict(mpl.rcParams) == before


def test_plots_are_formats_that_are_written_to_files(tmp_path: Path) -> None:
    values = [brief_of((JAPAN, "quota", OPPOSE)), brief_of((CANADA, "quota", OPPOSE), text="Elsewhere.")]

    tb.dump(values, tmp_path / "a.png", "actors-png")

    assert (tmp_path / "a.png").read_bytes() == plot(values, "actors", "png")
    assert [loss.path for loss in tb.export(values, "actors-svg").losses] == ["$[*].article", "$[*].voices"]


def test_unknown_plots_and_formats_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no plot 'pie'"):
        plot([], "pie")
    with pytest.raises(ValueError, match="no format 'gif'"):
        plot([], "actors", "gif")


def test_without_matplotlib_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("tradebrief.serialize.plots._")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)

    with pytest.raises(tb.MissingExtraError, match=re.escape('pip install "tradebrief[plot]"')):
        tb.plot(brief_of((JAPAN, "quota", SUPPORT)))
