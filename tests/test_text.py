import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from tradebrief.text import OffsetConverter, OffsetUnit, Position, Source, Span

CODECS = {OffsetUnit.UTF16: ("utf-16-le", 2), OffsetUnit.UTF8: ("utf-8", 1)}

units = st.sampled_from(list(OffsetUnit))
# Long enough that look-ups pass from one step of the converter to the next.
long_texts = st.builds(lambda text, count: text * count, texts(1), st.integers(1, 60))


def units_in(text: str, unit: OffsetUnit) -> int:
    if unit is OffsetUnit.CODE_POINT:
        return len(text)
    codec, size = CODECS[unit]
    return len(text.encode(codec)) // size


@given(long_texts, units, st.data())
def test_offset_counts_what_encoding_the_text_before_it_gives(text: str, unit: OffsetUnit, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    converter = OffsetConverter(text, unit)

    converted = converter.from_code_points(offset)

    assert converted == units_in(text[:offset], unit)
    assert converter.to_code_points(converted) == offset


@given(texts(), units)
def test_every_offset_of_a_text_converts_or_lies_within_a_character(text: str, unit: OffsetUnit) -> None:
    converter = Source(text).converter(unit)
    starts = {units_in(text[:offset], unit): offset for offset in range(len(text) + 1)}

    for offset in range(units_in(text, unit) + 1):
        if offset in starts:
            assert converter.to_code_points(offset) == starts[offset]
        else:
            with pytest.raises(ValueError, match="within a character"):
                converter.to_code_points(offset)


@pytest.mark.parametrize("unit", OffsetUnit)
@pytest.mark.parametrize("offset", [-1, 9])
def test_offset_outside_the_text_is_refused(unit: OffsetUnit, offset: int) -> None:
    converter = OffsetConverter("Tokyo 😀", unit)
    outside = offset if offset < 0 else 100

    with pytest.raises(ValueError, match="outside"):
        converter.from_code_points(outside)
    with pytest.raises(ValueError, match="outside"):
        converter.to_code_points(outside)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (-2, -1)])
def test_span_that_ends_before_it_starts_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not a span: start {start}, end {end}"):
        Span(start, end)


def test_empty_span_is_a_place() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0


@given(st.tuples(st.integers(0, 9), st.integers(0, 9)), st.tuples(st.integers(0, 9), st.integers(0, 9)))
def test_spans_relate_as_their_code_points_do(first: tuple[int, int], second: tuple[int, int]) -> None:
    one, other = Span(*sorted(first)), Span(*sorted(second))
    ones, others = set(range(one.start, one.end)), set(range(other.start, other.end))

    assert one.overlaps(other) == bool(ones & others)
    assert one.through(other) == other.through(one)
    assert one in one.through(other)
    assert other in one.through(other)
    if other in one:
        assert others <= ones
    assert one.shifted(2) == Span(one.start + 2, one.end + 2)


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(2, 3), Span(0, 5), Span(0, 1)]) == [Span(0, 1), Span(0, 5), Span(2, 3)]


@given(texts())
def test_lines_tile_the_text(text: str) -> None:
    source = Source(text)

    assert "".join(source[line] for line in source.lines()) == text


def test_only_line_feed_and_carriage_return_end_a_line() -> None:
    source = Source("a\x0bb\x0c\x85\u2028c\r\nd\re\n\nf")

    assert [source.line(number) for number in range(1, 6)] == ["a\x0bb\x0c\x85\u2028c", "d", "e", "", "f"]


@given(texts(), st.data())
def test_offset_has_a_position_and_a_position_its_offset(text: str, data: st.DataObject) -> None:
    source = Source(text)
    offset = data.draw(st.integers(0, len(text)))

    position = source.position(offset)

    ends_in_line_end = offset and text[offset - 1] == "\r" and text[offset : offset + 1] == "\n"
    past_the_last_line_end = offset == len(text) and text[-1:] in {"\n", "\r"}
    if not ends_in_line_end and not past_the_last_line_end:
        assert source.offset(position) == offset


def test_positions_count_from_one() -> None:
    source = Source("Tokyo\r\nobjects")

    assert [source.position(offset) for offset in (0, 4, 7, 14)] == [
        Position(1, 1),
        Position(1, 5),
        Position(2, 1),
        Position(2, 8),
    ]


@pytest.mark.parametrize("offset", [-1, 6])
def test_position_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 5 code points"):
        Source("Tokyo").position(offset)


@pytest.mark.parametrize("position", [Position(0, 1), Position(2, 1), Position(1, 0), Position(1, 7)])
def test_offset_of_no_place_is_refused(position: Position) -> None:
    with pytest.raises(ValueError, match=r"no (line|column)"):
        Source("Tokyo").offset(position)


def test_source_pickles_after_use() -> None:
    source = Source("Tokyo\nobjects", "brief.txt")
    source.position(7)

    assert pickle.loads(pickle.dumps(source)) == source
