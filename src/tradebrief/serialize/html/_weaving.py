"""Marks laid over a text: spans that nest and overlap as they like become elements that only nest."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from tradebrief.serialize.html._markup import NOTHING, Markup, element, join, opening, words
from tradebrief.text import Span

__all__ = ["Loom", "Mark"]

_DEEPEST = 16  # Marks over one place that are drawn: a reading never comes near, a hostile document may.


@frozen(kw_only=True)
class Mark:
    """Something to show over a stretch of a text.

    Attributes:
        span: The stretch; never empty.
        layer: Where it lies among marks over the same stretch: the lowest is outermost.
        name: The element that shows it.
        classes: Its classes.
        title: What a pointer over it is told.
        href: Where it leads; only for links.
        anchor: Id of its first piece.
        after: What stands behind its last word.
    """

    span: Span
    layer: int
    name: str = "span"
    classes: str
    title: str | None = None
    href: str | None = None
    anchor: str | None = None
    after: Markup = NOTHING


@frozen(eq=False)
class _Piece:
    """The part of a mark that stands in one stretch."""

    mark: Mark
    start: int
    end: int
    is_first: bool

    def start_tag(self, name: str, *, is_reopened: bool) -> Markup:
        return opening(
            name,
            class_=self.mark.classes,
            id=self.mark.anchor if self.is_first and not is_reopened else None,
            href=self.mark.href if name == "a" else None,
            title=self.mark.title,
        )


class Loom:
    """Weaves marks into a text, one stretch after the other, in the order of the text.

    Where marks overlap, the inner one is closed and opened again, so that elements nest; no link stands within a
    link. Work and output grow with the text and the number of marks: where more lie over one place than a reader
    could tell apart, those that start last get an anchor there and no element.

    Attributes:
        anchors: The ids that stand in what was woven so far.
    """

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self._text = text
        self._waiting = deque(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.layer)))
        self._going_on: list[Mark] = []
        self.anchors: set[str] = set()

    def weave(self, stretch: Span) -> Markup:
        """The words of a stretch, with the marks over them."""
        drawn = [mark for mark in self._going_on if mark.span.end > stretch.start]
        pieces = [_Piece(mark, stretch.start, min(mark.span.end, stretch.end), is_first=False) for mark in drawn]
        bare: list[_Piece] = []
        while self._waiting and self._waiting[0].span.start < stretch.end:
            mark = self._waiting.popleft()
            if mark.span.end <= stretch.start:
                continue  # It stands between the stretches, in a bullet or a blank line.
            start = max(mark.span.start, stretch.start)
            piece = _Piece(mark, start, min(mark.span.end, stretch.end), is_first=True)
            drawn = [other for other in drawn if other.span.end > start]
            if len(drawn) < _DEEPEST:
                drawn.append(mark)
                pieces.append(piece)
            else:
                bare.append(piece)
            if mark.anchor:
                self.anchors.add(mark.anchor)
        self._going_on = [mark for mark in drawn if mark.span.end > stretch.end]
        return _woven(self._text, stretch, pieces, bare)


def _woven(text: str, stretch: Span, pieces: Sequence[_Piece], bare: Sequence[_Piece]) -> Markup:
    starting: defaultdict[int, list[_Piece]] = defaultdict(list)
    for piece in pieces:
        starting[piece.start].append(piece)
    standing: defaultdict[int, list[_Piece]] = defaultdict(list)
    for piece in bare:
        standing[piece.start].append(piece)
    stops = {stretch.start, stretch.end, *standing, *starting, *(piece.end for piece in pieces)}
    nest = _Nest()
    at = stretch.start
    for stop in sorted(stops):
        nest.written.append(words(text[at:stop]))
        nest.move_to(stop, starting[stop], standing[stop])
        at = stop
    return join(nest.written)


class _Nest:
    """The elements that are open, outermost first, and what was written so far."""

    def __init__(self) -> None:
        self.written: list[Markup] = []
        self._open: list[tuple[_Piece, str]] = []  # Pieces with the names of their elements.
        self._opened: set[_Piece] = set()

    def move_to(self, stop: int, starting: Sequence[_Piece], standing: Sequence[_Piece]) -> None:
        """Close what ends at a place, write what stands there, and open what starts or goes on."""
        ending = sorted((piece for piece, _ in self._open if piece.end == stop), key=lambda piece: piece.mark.layer)
        notes = [piece.mark.after for piece in ending if piece.is_first]
        notes += [note for piece in standing for note in (_anchor(piece.mark), piece.mark.after)]
        closed = self._close(lambda piece, _: piece.end == stop)
        if any(notes):  # They may hold links, and no link stands within a link.
            closed = self._close(lambda _, name: name == "a") + closed
            self.written.extend(notes)
        for piece in (*closed, *starting):
            if piece.end > stop:
                self._start(piece)

    def _close(self, is_meant: Callable[[_Piece, str], bool]) -> list[_Piece]:
        """Close what is meant and all that stands within it; gives what was closed, outermost first."""
        places = [place for place, (piece, name) in enumerate(self._open) if is_meant(piece, name)]
        if not places:
            return []
        closed = self._open[places[0] :]
        del self._open[places[0] :]
        self.written.extend(Markup(f"</{name}>") for _, name in reversed(closed))
        return [piece for piece, _ in closed]

    def _start(self, piece: _Piece) -> None:
        is_in_link = any(name == "a" for _, name in self._open)
        name = "span" if is_in_link and piece.mark.name == "a" else piece.mark.name
        self.written.append(piece.start_tag(name, is_reopened=piece in self._opened))
        self._opened.add(piece)
        self._open.append((piece, name))


def _anchor(mark: Mark) -> Markup:
    return element("span", id=mark.anchor) if mark.anchor else NOTHING
