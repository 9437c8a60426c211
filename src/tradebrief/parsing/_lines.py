"""Lines of a plain text, and which of them belong together.

In a hard-wrapped text a line that ends where the next word would not have fitted goes on with the next
line; in any other text each line is a block of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import regex
from attrs import evolve, frozen

__all__ = [
    "Line",
    "Wrap",
    "bullet",
    "ends_sentence",
    "groups",
    "is_open",
    "opens_with_dash",
    "read_runs",
    "read_wrap",
    "split_title",
]

_LINE = regex.compile(r".++\n?")
_LINE_WITH_CR = regex.compile(r"[^\r\n]++(?:\r\n|\r|\n)?")  # The same if no CR is there, and much slower.
_BULLET = regex.compile(
    r"(?:[-*•‣◦·▪●○■□➤►⁃◆◇❖▶▸→⇒➔➜➢➣✓✔✅☑✦★\uf0a7\uf0b7\uf0d8]|[–—](?=[ \t\xa0])|\(?(?:\d{1,2}|[a-z])[.)]|#\d{1,2}"
    r"|o(?=[ \t\xa0]{1,20}+\p{Lu}))[ \t\xa0]{1,20}+(?=\S)|[•‣◦▪●■►➤➢✓✔→](?=\S)"
)
_ROW_NUMBER = regex.compile(r"([0-9]{1,3}) {1,3}\p{Lu}")
_DIGITS = regex.compile(r"[0-9]++")
_COUNTED = regex.compile(r"\d++|[a-z]")
# The end of a sentence or of half of one, before closing quotation marks and the numbers of notes.
_TERMINAL = regex.compile(
    r"""(?:[.;,:…]["'”’»)\]]{0,3}|[!?]["'”’»)\]]{1,3}|[.!?]["'”’»)]{0,3}(?: ?\[\d{1,3}\]){1,6})$"""
)
_NOTES = regex.compile(r"(?: ?\[\d{1,3}\]){1,6}$")
_LAST = 48  # More than the longest match of _TERMINAL and of _NOTES.
_INNER_END = regex.compile(r"[.!?…][\"'”’»)]{0,3}(?= {1,9}+[\p{Lu}“‘\"'])")
# Words that a longer line does not end in unless it goes on: no heading of so many words does.
_UNFINISHED = frozenset(
    {
        "a", "an", "the", "and", "or", "of", "in", "to", "for", "with", "by", "from", "at", "on", "as", "than", "that",
        "which", "since", "into", "until", "its", "their", "his", "her", "is", "are", "was", "were", "has", "have",
        "had", "will", "would",
    }
)  # fmt: skip
_UNFINISHED_WORDS = 8
_CLOSING = "\"'”’»)]"

_WIDEST_WRAP = 120
_NARROWEST_WRAP = 40
_NARROWEST_COLUMN = 20
_OVERLONG = 0.03  # Of the lines of a wrapped text may be longer than it is wide.
_TITLE_LINES = 4
_FEWEST_GOING_ON = 3
_FEWEST_PARTED = 3
_FEWEST_OF_COLUMN = 3
_CLEARLY = 2
_SHORT_WORD = 3  # No longer is what goes on with a noun: "of", "and", "the".
_MOST_ROW_LINES = 2
_FEWEST_ROWS = 2
_FEWEST_ENDS = 6  # Of paragraphs from which to tell how they end.
_FEWEST_OPENERS = 2
_TAB = 8


@frozen
class Line:
    """A line that is not blank.

    Attributes:
        start: Where it starts,
        end: and where it ends.
        at: Where its words start.
        words: Its words.
        indent: How many columns it is indented to open a paragraph; 0 where indented lines of the text do not.
    """

    start: int
    end: int
    at: int
    words: str
    indent: int = 0

    @property
    def is_indented(self) -> bool:
        """Whether white space stands before its words."""
        return self.at > self.start


@frozen
class Wrap:
    """How a text was hard-wrapped.

    Attributes:
        width: The longest that a line can be.
        marks: How many lines open with each kind of bullet or number.
        numbers: The numbers, of one kind each, with which lines open.
        closing: The ends of sentences, told by their kind, that close a paragraph more often than not.
        rows: The first two words of short blocks that open alike, as the rows of a list do.
    """

    width: int
    marks: Mapping[str, int]
    numbers: frozenset[tuple[str, int]]
    closing: frozenset[str]
    rows: frozenset[str]


def read_runs(text: str) -> list[list[Line]]:
    """Lines that are not blank, in runs parted by blank ones."""
    runs: list[list[Line]] = []
    end = -1
    for match in (_LINE_WITH_CR if "\r" in text else _LINE).finditer(text):
        raw = match[0]
        words = raw.strip()
        if not words:
            continue
        start = match.start()
        line = Line(start, match.end(), start + len(raw) - len(raw.lstrip()), words)
        if start != end:
            runs.append([])
        runs[-1].append(line)
        end = line.end
    return [_opened(run, text) for run in runs] if _are_openers_indented(runs) else runs


def _are_openers_indented(runs: Sequence[Sequence[Line]]) -> bool:
    """Whether the first lines of paragraphs are set in and the rest of them not.

    Where a line is set in that goes on with what stands before, it is the other way round.
    """
    openers = others = 0
    for run in runs:
        before = None
        for line, after in pairwise(run):
            if line.is_indented and not bullet(line.words):
                is_new = before is None or ends_sentence(before.words)
                if not is_new or line.words[0].islower():
                    others += 1
                elif not after.is_indented and not bullet(after.words):
                    openers += 1
            before = line
    return openers >= _FEWEST_OPENERS and openers > others


def _opened(run: Sequence[Line], text: str) -> list[Line]:
    """The same lines, and by how many columns those that open a paragraph are set in."""
    return [
        evolve(line, indent=len(text[line.start : line.at].expandtabs(_TAB)))
        if line.is_indented and not bullet(line.words)
        else line
        for line in run
    ]


def read_wrap(runs: Sequence[Sequence[Line]]) -> Wrap | None:
    """How a text was hard-wrapped, or None if it was not.

    In a wrapped text most lines end where the next word would not have fitted. A long word alone on its line, as an
    address is, may be longer than a line can be.
    """
    lengths = sorted(len(line.words) for run in runs for line in run if " " in line.words)
    if len(lengths) < 3:
        return None
    parted = [run for run in runs if len(run) > 1]
    if len(parted) >= _FEWEST_PARTED and len(runs[0]) == 1:  # A title on one line may be wider than the text under it.
        lengths = sorted(len(line.words) for run in parted for line in run if " " in line.words)
    for width in (lengths[-1], lengths[-1 - int(len(lengths) * _OVERLONG)]):
        if _NARROWEST_WRAP <= width <= _WIDEST_WRAP and _is_wrapped(runs, width):
            return _wrap_of(runs, width)
    if lengths[-1] >= 2 * _NARROWEST_WRAP:
        return None
    column = max(
        (len(line.words) for run in runs if len(run) > _TITLE_LINES for line in run if " " in line.words), default=0
    )
    narrow = _NARROWEST_COLUMN <= column < _NARROWEST_WRAP
    return _wrap_of(runs, column) if narrow and _is_column(runs, column) else None


def _wrap_of(runs: Sequence[Sequence[Line]], width: int) -> Wrap:
    marked = [line.words for run in runs for line in run if bullet(line.words)]
    marks = Counter(map(_kind_of_mark, marked))
    numbers = frozenset((_kind_of_mark(words), number) for words in marked if (number := _number(words)) is not None)
    return Wrap(width, marks, numbers, _closing_ends(runs, width), _row_openings(runs, width))


def _is_wrapped(runs: Sequence[Sequence[Line]], width: int) -> bool:
    """Whether most lines are full and many of them unfinished, or many go on with a small letter."""
    pairs = full = unfinished = going_on = 0
    for run in runs:
        for line, after in pairwise(run):
            if bullet(after.words):
                continue
            pairs += 1
            if _is_full(line, after, width):
                full += 1
                unfinished += not ends_sentence(line.words)
                going_on += after.words[0].islower()
    if full * 2 >= pairs and full and unfinished * 3 >= full:
        return True
    return going_on >= _FEWEST_GOING_ON and going_on * 5 >= pairs


def _is_column(runs: Sequence[Sequence[Line]], width: int) -> bool:
    """Whether a text stands in a narrow column: nearly all lines are full, and many go on with a small letter."""
    pairs = full = going_on = 0
    for run in runs:
        for line, after in pairwise(run):
            pairs += 1
            full += _is_full(line, after, width)
            going_on += after.words[0].islower()
    return going_on >= _FEWEST_OF_COLUMN and full * 4 >= pairs * 3 and going_on * 5 >= pairs * 2


def _closing_ends(runs: Sequence[Sequence[Line]], width: int) -> frozenset[str]:
    """The kinds of sentence ends that close a paragraph more often than not, where that can be seen.

    Within a line a sentence's end closes none; at the end of a line that had room for more it does. What is all on
    one line tells nothing: it may be an item of a list.
    """
    inner: Counter[str] = Counter()
    closing: Counter[str] = Counter()
    for run in runs:
        opens, is_item = True, bool(run and bullet(run[0].words))  # Whether the line opens a block, and one of a list.
        for line, after in pairwise(run):
            is_full = _is_full(line, after, width)
            if is_full or not opens:
                inner.update(match[0][:2] for match in _INNER_END.finditer(line.words))
            if not is_full and not opens and not is_item and ends_sentence(line.words):
                closing[_kind_of_end(line.words)] += 1
            opens = not is_full or bullet(after.words) > 0
            is_item = bullet(after.words) > 0 if opens else is_item
    return frozenset(
        kind for kind, count in closing.items() if count >= _FEWEST_ENDS and count > _CLEARLY * inner[kind]
    )


def _row_openings(runs: Sequence[Sequence[Line]], width: int) -> frozenset[str]:
    """The first two words of blocks of a line or two that open alike, where lines with room left show their ends."""
    rows: Counter[str] = Counter()
    for run in runs:
        first = len(run)  # No block begins before a line that had room for more.
        for at, (line, after) in enumerate(pairwise(run), start=1):
            if not _is_full(line, after, width):
                if 0 < at - first <= _MOST_ROW_LINES:
                    rows[_opening(run[first].words)] += 1
                first = at
    return frozenset(opening for opening, count in rows.items() if count >= _FEWEST_ROWS)


def _kind_of_end(words: str) -> str:
    """The stop at the end of a sentence, with the mark after it."""
    bare = words.rstrip(_CLOSING)
    return words[len(bare) - 1 : len(bare) + 1]


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return line.indent + len(line.words) + 1 + len(after.words.split(None, 1)[0]) > width


def split_title(run: Sequence[Line], wrap: Wrap) -> int:
    """How many lines of the first run are the title of a wrapped text without blank lines; 0 where they tell.

    The next line may start anew though it would not have fitted on the title's. Where all words of the title have
    capitals that tells nothing, but an address of the authors does.
    """
    if len(run) < 2:
        return 0
    first, after = run[0], run[1]
    if first.indent and not after.indent:
        return 0
    if not _is_full(first, after, wrap.width) or not after.words[0].isupper() or not is_open(first.words):
        return 0
    if any("@" in line.words for line in run[1:_TITLE_LINES]):
        return 1
    return 0 if _has_capitals(first.words) else 1


def _has_capitals(words: str) -> bool:
    """Whether nearly all long words have a capital, as in a title."""
    long = [word for word in words.split()[1:] if len(word) > 3]
    return bool(long) and sum(not word[0].islower() for word in long) * 3 >= len(long) * 2


def groups(run: Sequence[Line], wrap: Wrap | None) -> Iterator[Sequence[Line]]:
    """The lines of a run that make up a block each."""
    if wrap is None and not any(line.is_indented for line in run):
        for line in run:
            yield (line,)
        return
    first = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or not _continues(run, first, at, wrap):
            yield run[first:at]
            first = at


def _continues(run: Sequence[Line], first: int, at: int, wrap: Wrap | None) -> bool:
    """Whether a line belongs to the block that began at ``first``."""
    before, line = run[at - 1], run[at]
    if wrap is None and not line.is_indented:
        return False
    opener = run[first]
    if line.indent and not bullet(opener.words):
        return False
    if bullet(line.words) and not (wrap and _is_stray_mark(before, line, opener, wrap)):
        return False
    if line.is_indented and bullet(opener.words):
        return line.at - line.start > opener.at - opener.start
    if wrap is None:
        return False
    is_full = _is_full(before, line, wrap.width)
    if line.words[0].islower():
        return is_full or not ends_sentence(before.words)
    if not is_full:
        return _is_unfinished(before.words)
    if ends_sentence(before.words) and _kind_of_end(before.words) in wrap.closing:
        return False
    if ends_sentence(before.words) and _is_next_row(opener, at - first, line, wrap):
        return False
    after = run[at + 1] if at + 1 < len(run) else None
    return after is None or not _stands_alone(run, first, at, after, wrap.width)


def _is_unfinished(words: str) -> bool:
    """Whether a line of prose with room for more breaks off before a figure or a name: "... fell by a third in"."""
    *before, last = words.split()
    return last in _UNFINISHED and len(before) >= _UNFINISHED_WORDS and not _has_capitals(words)


def _is_next_row(opener: Line, size: int, line: Line, wrap: Wrap) -> bool:
    """Whether a line is the row after a block of some lines: it opens as the rows of the text do, or counts on."""
    if size <= _MOST_ROW_LINES and (opening := _opening(line.words)) == _opening(opener.words):
        return opening in wrap.rows
    number, after = _ROW_NUMBER.match(opener.words), _ROW_NUMBER.match(line.words)
    return number is not None and after is not None and int(after[1]) == int(number[1]) + 1


def _opening(words: str) -> str:
    """The first two words of a line."""
    return " ".join(words.split(None, 2)[:2])


def _is_stray_mark(before: Line, line: Line, opener: Line, wrap: Wrap) -> bool:
    """Whether a dash or number only happens to stand first on its line, and a sentence goes on.

    None like it stands first, or no number beside it: in "rose to 15. The fee fell to 40. Growers" a line end may fall
    before either number, and in "with two demands: a) no cuts, b) no delay" before either letter.
    """
    kind, number = _kind_of_mark(line.words), _number(line.words)
    is_alone = number is not None and wrap.numbers.isdisjoint({(kind, number - 1), (kind, number + 1)})
    return (
        (is_alone or wrap.marks[kind] == 1)
        and _is_full(before, line, wrap.width)
        and not ends_sentence(before.words)
        and not bullet(opener.words)
    )


def _stands_alone(run: Sequence[Line], first: int, at: int, after: Line, width: int) -> bool:
    """Whether a line after a full one is a heading: the block from ``first`` ends before it, a new one starts after."""
    line = run[at]
    if (
        _is_full(line, after, width)
        or after.words[0].islower()
        or not line.words[0].isupper()
        or not is_open(line.words)
        or line.words.split(None, 1)[0][-1] == ":"  # "Image: Ana Ruiz" goes on with a caption more often than it heads.
    ):
        return False
    if ends_sentence(run[at - 1].words):
        return True
    # Two headings in a row: the first is one line, whose words have no capitals as the second line's first has.
    before = run[first].words
    if at - first > 1 or not is_open(before) or _has_capitals(before) or " " not in line.words:
        return False
    return len(before.split()[-1]) > _SHORT_WORD and line.words[-1] != "?"


def is_open(words: str) -> bool:
    """Whether words do not end as a sentence, or half of one, does."""
    return words[-1].isalnum() or _TERMINAL.search(words, max(0, len(words) - _LAST)) is None


def ends_sentence(words: str) -> bool:
    """Whether words end with a full stop or the like, before closing quotation marks and the numbers of notes."""
    if words[-1] == "]" and (notes := _NOTES.search(words, max(0, len(words) - _LAST))):
        words = words[: notes.start()]
    return words.rstrip(_CLOSING)[-1:] in {".", "!", "?", "…"}


def bullet(words: str) -> int:
    """The length of a bullet or number, with the space after it, at the start of a line; 0 if there is none."""
    if words[0].isupper():
        return 0
    mark = _BULLET.match(words)
    if mark is None or (words[0] in "–—-*" and words[-1] == words[0]):
        return 0  # What stands between dashes is set off, not listed.
    return mark.end()


def opens_with_dash(words: str) -> bool:
    """Whether a dash stands first, which lists something or signs what stands before it ("— Ana Ruiz")."""
    return words[0] in "-–—" and bullet(words) > 0


def _number(words: str) -> int | None:
    """The number before a line; None if there is none, or a letter."""
    found = _DIGITS.search(words[: bullet(words)])
    return int(found[0]) if found else None


def _kind_of_mark(words: str) -> str:
    """A bullet, number or letter with nothing said of which number or letter it is."""
    return _COUNTED.sub("1", words[: bullet(words)].strip())
