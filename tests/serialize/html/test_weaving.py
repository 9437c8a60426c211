from collections.abc import Sequence
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.serialize.html.reading import elements, parse_fragment, text_of
from tests.strategies import disjoint, spans

from tradebrief.serialize.html._markup import element, words
from tradebrief.serialize.html._weaving import Loom, Mark
from tradebrief.text import Span

TEXT = "Tokyo said that Seoul agrees."


def mark(number: int, start: int, end: int, name: str = "span") -> Mark:
    return Mark(
        span=Span(start, end),
        layer=number,
        name=name,
        classes=f"m{number}",
        href="#x" if name == "a" else None,
        anchor=f"a{number}",
        after=element("a", words("!"), class_="note", href="#n"),
    )


def woven(text: str, marks: Sequence[Mark], *stretches: Span) -> Element:
    loom = Loom(text, marks)
    return parse_fragment("".join(element("p", loom.weave(stretch)) for stretch in stretches))


def test_nested_marks_nest() -> None:
    loom = Loom(TEXT, [Mark(span=Span(6, 28), layer=1, classes="o"), Mark(span=Span(16, 21), layer=2, classes="i")])

    assert loom.weave(Span(0, 29)) == ('Tokyo <span class="o">said that <span class="i">Seoul</span> agrees</span>.')


def test_overlapping_mark_is_closed_and_opened_again() -> None:
    loom = Loom(TEXT, [Mark(span=Span(0, 10), layer=1, classes="f"), Mark(span=Span(6, 15), layer=2, classes="s")])

    assert loom.weave(Span(0, 29)) == (
        '<span class="f">Tokyo <span class="s">said</span></span><span class="s"> that</span> Seoul agrees.'
    )


def test_mark_over_two_stretches_has_its_anchor_in_the_first() -> None:
    loom = Loom(TEXT, [Mark(span=Span(3, 20), layer=1, classes="x", anchor="here")])

    first, second = loom.weave(Span(0, 5)), loom.weave(Span(6, 29))

    assert first == 'Tok<span class="x" id="here">yo</span>'
    assert second == '<span class="x">said that Seou</span>l agrees.'
    assert loom.anchors == {"here"}


def test_mark_between_stretches_is_not_shown() -> None:
    loom = Loom(TEXT, [Mark(span=Span(5, 6), layer=1, classes="x", anchor="here")])

    assert loom.weave(Span(0, 5)) + loom.weave(Span(6, 10)) == "Tokyosaid"
    assert loom.anchors == set()


def test_link_within_a_link_is_none() -> None:
    outer, inner = mark(1, 0, 10, "a"), mark(2, 6, 8, "a")

    root = woven(TEXT, [outer, inner], Span(0, 29))

    assert [found.tag for found in elements(root, of_class="m2")] == ["span"]
    assert text_of(root, without="note").strip() == TEXT


def test_words_after_an_emoji_are_marked() -> None:
    text = "\U0001f600\U0001f469\u200d\U0001f33e Ottawa objects."
    start = text.index("Ottawa")

    root = woven(text, [mark(1, start, start + 6)], Span(0, len(text)))

    assert [text_of(found, without="note") for found in elements(root, of_class="m1")] == ["Ottawa"]


@st.composite
def woven_texts(draw: st.DrawFn) -> tuple[str, list[Mark], tuple[Span, ...]]:
    text = draw(st.text("ab<&\U0001f600 ", min_size=1, max_size=40))
    whole = Span(0, len(text))
    drawn = draw(st.lists(st.tuples(spans(whole, 1), st.sampled_from(["span", "a", "mark"])), max_size=14))
    marks = [mark(number, span.start, span.end, name) for number, (span, name) in enumerate(drawn)]
    return text, marks, draw(disjoint(whole, max_size=4))


@given(woven_texts())
def test_every_mark_covers_its_words_and_nothing_else(drawn: tuple[str, list[Mark], tuple[Span, ...]]) -> None:
    text, marks, stretches = drawn

    root = woven(text, marks, *stretches)

    assert [text_of(paragraph, without="note") for paragraph in root] == [text[s.start : s.end] for s in stretches]
    for number, made in enumerate(marks):
        covered = [
            text[max(made.span.start, stretch.start) : min(made.span.end, stretch.end)]
            for stretch in stretches
            if made.span.overlaps(stretch)
        ]
        pieces = elements(root, of_class=f"m{number}")
        assert "".join(text_of(piece, without="note") for piece in pieces) == "".join(covered)
        assert [piece.get("id") for piece in pieces if piece.get("id")] == [f"a{number}"] * bool(covered)
    assert not any(elements(inner, "a") for link in elements(root, "a") for inner in link)


@pytest.mark.parametrize("shape", ["staircase", "pile"])
def test_output_grows_with_the_number_of_marks_alone(shape: str) -> None:
    def size(count: int) -> int:
        text = "word " * count
        ends = [len(text)] * count if shape == "pile" else [min(5 * n + 5 * count, len(text)) for n in range(count)]
        marks = [mark(number, 5 * number, end) for number, end in enumerate(ends)]
        return len(Loom(text, marks).weave(Span(0, len(text))))

    assert size(800) <= 9 * size(100)


def test_mark_without_room_has_its_anchor_and_its_note() -> None:
    marks = [mark(number, 0, 29) for number in range(40)]

    root = woven(TEXT, marks, Span(0, 29))

    assert sorted(str(found.get("id")) for found in elements(root) if found.get("id")) == sorted(
        f"a{number}" for number in range(40)
    )
    assert len(elements(root, of_class="note")) == 40
