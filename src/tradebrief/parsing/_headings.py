"""Which short blocks of a plain text are headings, by their shape and by what stands beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import regex
from attrs import define

from tradebrief.model import BlockKind
from tradebrief.parsing._kinds import HEADING, LIST_ITEM, PARAGRAPH
from tradebrief.parsing._lines import is_open, opens_with_dash

__all__ = ["OPENING_MARKS", "Piece", "is_count", "looks_like_heading", "name_headings", "past_count"]

_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*+")
_SENTENCES = regex.compile(r"[.!?][\"'”’)]{0,2} {1,9}+\p{Lu}")
_QUOTED = regex.compile(r"(?:‘[^‘]{2,120}’|“[^“”]{2,120}”|\"[^\"]{2,120}\"|'[^\"]{2,120}')$")
_SECTION_NUMBER = regex.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.? (?=\S)")
_COUNT = regex.compile(r"(?P<before>\(?)(?P<count>[0-9]{1,2}|[a-z])(?P<after>[.)]{1,2})")
_YEAR_OF_A_WORK = regex.compile(r"\((?:c\. ?|circa )?1[0-8]\d\d\)$")
_DEFINITION = regex.compile(r"\p{Lu}[^.:]{1,40}: [\p{Ll}\d]")
_YOU = regex.compile(r"(?i:\byou(?:r|rs|rself|rselves)?\b)")
_COLUMNS = "   "  # What parts the columns of a table, as a tab does.
# A short form with its stop, or three dots, at the end of a title.
_TITLE_END = regex.compile(
    r"(?:(?<![\p{L}.])(?:\p{Lu}\.){2,5}|(?<!\p{L})(?:Inc|Corp|Co|Ltd|Jr|[ap]\.m)\.|(?<=\p{L}) ?(?:…|\.{3}))$"
)
_LONGEST_END = 12
OPENING_MARKS = "\"'“‘([<@#|"

_HEADING_WORDS = 16
_HEADING_LENGTH = 120
_HEADING_LINES = 2
_HEADING_COMMAS = 3
_NUMBERED_WORDS = 8
_LABEL_WORDS = 3
_QUESTION_WORDS = 10
_QUESTION_LENGTH = 400
_SPEAKER_LENGTH = 42
_STANDFIRST_WORDS = 10
_TITLE_LENGTH = 260
_TITLE_LINES = 4
_LONGEST_RUN = 3
_MOST_QUESTIONS = 2
_CLEARLY_TALK = 5  # One question to somebody in so many makes a dialogue.
_MOST_REPEATED = 2
_LAST_OF_FRONT = 3  # A kicker, the title and a dateline at most stand before a byline.
_FEWEST_IN_SERIES = 2  # Headings of a shape that other lines have, too.


@define
class Piece:
    """A block whose kind is still open."""

    start: int
    end: int
    at: int  # Where its words start.
    words: str
    lines: int
    kind: BlockKind
    starts_run: bool  # Whether it opens the text or stands after a blank line.
    ends_run: bool
    number: str = ""  # Of an item that may be a numbered heading.


def name_headings(pieces: Sequence[Piece], *, wrapped: bool, under_title: bool = False) -> None:
    """Tell headings from paragraphs.

    A heading looks like one and has something under it. Of several lines in a row that look like headings
    only the last can be one: the others are a list, or verse. Lines of a dialogue are none either. The first block
    may be the title, unless one that the format states stands over it.
    """
    spaced = any(piece.starts_run for piece in pieces[1:])
    alike = [piece.lines <= _HEADING_LINES and looks_like_heading(piece.words) for piece in pieces]
    candidates = [_may_head(pieces, at, alike, spaced=spaced, wrapped=wrapped) for at in range(len(pieces))]
    _add_labels_in_series(pieces, candidates)
    for at in (*_before_colons(pieces), *_in_small_letters(pieces)):
        alike[at] = candidates[at] = True
    for at in _definitions(pieces):
        alike[at] = candidates[at] = False
    for at in _in_long_runs(pieces, alike):
        candidates[at] = False
    _drop_dialogue(pieces, candidates)
    _drop_repeated(pieces, candidates)
    for at, piece in enumerate(pieces):
        if candidates[at] or (at == 0 and not under_title and len(pieces) > 1 and _is_title(piece)):
            piece.kind = HEADING
        elif piece.kind is LIST_ITEM:
            piece.number = ""


def _may_head(pieces: Sequence[Piece], at: int, alike: Sequence[bool], *, spaced: bool, wrapped: bool) -> bool:
    """Whether a block can be a heading of the one after it; ``alike`` says which ones look like headings."""
    piece = pieces[at]
    if at + 1 == len(pieces):
        return False
    after = pieces[at + 1]
    if piece.kind is LIST_ITEM:
        return bool(piece.number) and _is_numbered_heading(piece, pieces[at - 1] if at else None, after)
    if not alike[at]:
        return _is_numbered_sentence(piece.words) and len(after.words) > len(piece.words)
    if piece.lines > 1 and not wrapped and not (piece.starts_run and piece.ends_run):
        return False
    if spaced and piece.ends_run and not piece.starts_run and _is_line_of_prose(pieces[at - 1]):
        return False  # The last line of a paragraph that was broken by hand.
    if at == 1 and not alike[at + 1] and _is_standfirst(piece.words):
        return False
    is_longer = len(after.words) > len(piece.words) or not is_open(after.words)
    return is_longer or after.kind is LIST_ITEM or alike[at + 1]


def _is_line_of_prose(piece: Piece) -> bool:
    """Whether a line may go on with the next one: it has no stop at its end, and is no label ("Opinion")."""
    return is_open(piece.words) and not (piece.starts_run and _is_label(piece))


def _is_standfirst(words: str) -> bool:
    """Whether a line under the title goes on with it: a long sentence that only lacks its full stop."""
    return len(words.split(None, _STANDFIRST_WORDS)) > _STANDFIRST_WORDS and not (
        words.isupper() or ":" in words or words[-1] == "?" or _is_title_case(words)
    )


def _is_numbered_heading(piece: Piece, before: Piece | None, after: Piece) -> bool:
    """Whether "2. The road ahead" numbers a heading rather than an item: no item like it is beside it."""
    if piece.lines > _HEADING_LINES or (after.kind is LIST_ITEM and not _counts_anew(piece, after)):
        return False
    words = piece.words
    if before and before.kind is LIST_ITEM:
        # Bullets, and numbers that end with a higher one, are a list that is over.
        is_over = not before.number or _counts_anew(before, piece)
        if not is_open(words) or (is_open(before.words) and not is_over):
            return False
    if looks_like_heading(words) or (words[0] in OPENING_MARKS and looks_like_heading(words[1:])):
        return True
    return _is_short(words) and looks_like_heading(words[:-1] if words[-1] in ".:" else words)


def _counts_anew(before: Piece, piece: Piece) -> bool:
    """Whether the number of an item does not go on with the one before it: it is lower, or written another way."""
    if not before.number or not piece.number:
        return False
    (number, mark), (last, last_mark) = _count(piece.number), _count(before.number)
    return mark != last_mark or number < last


def is_count(mark: str) -> bool:
    """Whether the mark of an item is a number or a letter: "2.", "(2)", "b)"."""
    return _COUNT.match(mark) is not None


def past_count(words: str) -> str:
    """Words without the number or letter before them: "(1) Growers Wait", "a) Growers Wait"."""
    mark, _, rest = words.partition(" ")
    return rest if rest and is_count(mark) else words


def _count(mark: str) -> tuple[int, str]:
    """A number, with letters counted from a, and how it is written."""
    found = _COUNT.match(mark)
    if found is None:
        return 0, ""
    count, is_digit = found["count"], found["count"].isdigit()
    kind = f"{found['before']}{'1' if is_digit else 'a'}{found['after']}"
    return (int(count) if is_digit else ord(count) - ord("a") + 1), kind


def _add_labels_in_series(pieces: Sequence[Piece], candidates: list[bool]) -> None:
    """Add two headings right under one another whose numbers go on from the heading before them.

    "3. Commentary" over "4. What comes next" are no list under "2. The growers": one would count anew.
    """
    last = (0, "")
    for at, piece in enumerate(pieces):
        if not piece.number or piece.kind is not LIST_ITEM:
            continue
        number, mark = _count(piece.number)
        if candidates[at]:
            last = (number, mark)
        elif last == (number - 1, mark) and _is_pair(pieces, at):
            candidates[at] = candidates[at + 1] = True


def _is_pair(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an item and the next number look like headings, with a paragraph under them."""
    if at == 0 or at + 2 >= len(pieces) or pieces[at - 1].kind is LIST_ITEM:
        return False
    first, second, under = pieces[at : at + 3]
    (number, mark), after = _count(first.number), _count(second.number)
    return (
        second.kind is LIST_ITEM
        and after == (number + 1, mark)
        and under.kind is PARAGRAPH
        and len(under.words) > len(second.words)
        and all(looks_like_heading(piece.words.removesuffix(":")) for piece in (first, second))
    )


def _before_colons(pieces: Sequence[Piece]) -> Sequence[int]:
    """The places of headings with a colon at their end ("What was agreed:"), of which a text has several.

    One alone may lead to what is said ("She told the committee:"), and so does one before a quotation.
    """
    lines = [at for at, piece in enumerate(pieces) if at and piece.words[-1] == ":" and piece.lines == 1]
    if len(lines) < _FEWEST_IN_SERIES:
        return ()
    found = [
        at
        for at in lines
        if _heads_prose(pieces, at)
        and pieces[at + 1].words[0] not in OPENING_MARKS
        and looks_like_heading(pieces[at].words[:-1])
    ]
    is_series = len({pieces[at].words for at in found}) == len(found) >= _FEWEST_IN_SERIES
    return found if is_series else ()


def _in_small_letters(pieces: Sequence[Piece]) -> Sequence[int]:
    """The places of headings without a capital ("what comes next"), where no other line opens with a small letter."""
    # Most lines open with a capital of plain English, which comes before all small letters.
    lines = [
        at
        for at, piece in enumerate(pieces)
        if at
        and piece.words[0] > "Z"
        and piece.words[0].islower()
        and not _is_item(piece)
        and not _is_small_byline(pieces, at)
    ]
    if len(lines) < _FEWEST_IN_SERIES:
        return ()
    found = [
        at
        for at in lines
        if pieces[at].lines == 1 and _heads_prose(pieces, at) and looks_like_heading(pieces[at].words.capitalize())
    ]
    return found if len(found) == len(lines) == len({pieces[at].words for at in found}) else ()


def _is_small_byline(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a line says in small letters who wrote: "by a staff reporter" near the top, with no prose under it."""
    words = pieces[at].words
    return at <= _LAST_OF_FRONT and words.startswith("by ") and _is_short(words) and not _heads_prose(pieces, at)


def _heads_prose(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a short line stands between what is complete, or a label, and a longer paragraph."""
    piece, before = pieces[at], pieces[at - 1]
    if at + 1 >= len(pieces) or piece.kind is BlockKind.LIST_ITEM or not _is_short(piece.words):
        return False
    after = pieces[at + 1]
    return (
        (at == 1 or _is_item(before) or before.ends_run or not is_open(before.words) or _is_short(before.words))
        and before.words[-1] not in ",;"
        and not _is_item(after)
        and len(after.words) > len(piece.words)
        and not is_open(after.words)
        and after.words[-1] != ":"
        and not after.words[0].islower()
    )


def _is_label(piece: Piece) -> bool:
    """Whether a block is no longer than "Author's comment"."""
    return len(piece.words.split(None, _LABEL_WORDS)) <= _LABEL_WORDS


def _is_item(piece: Piece) -> bool:
    return piece.kind is BlockKind.LIST_ITEM


def _is_numbered_sentence(words: str) -> bool:
    """Whether "2.1. The road ahead." numbers a heading, though it has a full stop."""
    number = _SECTION_NUMBER.match(words) if words[0].isdigit() else None
    if number is None:
        return False
    rest = words[number.end() :]
    return _is_short(rest) and looks_like_heading(rest.removesuffix("."))


def _is_short(words: str) -> bool:
    return len(words.split(None, _NUMBERED_WORDS)) <= _NUMBERED_WORDS


def looks_like_heading(words: str) -> bool:
    """Whether words by themselves could be a heading: short, capitalised, without a full stop."""
    if not words or len(words) > _HEADING_LENGTH:
        return False
    if words[0] in OPENING_MARKS:
        return _is_quoted_heading(words)
    if (
        not (is_open(words) or _is_open_title(words))
        or opens_with_dash(words)
        or "@" in words
        or "|" in words
        or "\t" in words
    ):
        return False
    if words.count(",") > _HEADING_COMMAS or _COLUMNS in words:
        return False
    if words[-1] == ")" and _YEAR_OF_A_WORK.search(words):
        return False
    found = _WORD.findall(words)
    return 1 <= len(found) <= _HEADING_WORDS and not found[0][0].islower() and any(map(str.isalpha, words))


def _is_open_title(words: str) -> bool:
    """Whether words are set as a title and end in a short form or dots: "A Deal with the U.S.", "Growers Wait ..."."""
    return _TITLE_END.search(words, max(0, len(words) - _LONGEST_END)) is not None and _is_title_case(words)


def _is_quoted_heading(words: str) -> bool:
    """Whether words are one quotation without a stop inside, as over a section, or open with one."""
    quoted = _QUOTED.match(words)
    inner = words[1:-1] if quoted else words[1:]
    if not inner or inner[0] in OPENING_MARKS or words[0] not in "\"'“‘":
        return False
    return is_open(inner) and looks_like_heading(inner)


def _is_title(piece: Piece) -> bool:
    """Whether a first block can be the text's title: one sentence, or two short ones."""
    if piece.kind is not PARAGRAPH or len(piece.words) > _TITLE_LENGTH or piece.lines > _TITLE_LINES:
        return False
    ends = len(_SENTENCES.findall(piece.words))
    return ends == 0 or (ends == 1 and (len(piece.words) <= _HEADING_LENGTH or is_open(piece.words)))


def _definitions(pieces: Sequence[Piece]) -> Iterator[int]:
    """The places of lines such as "Maize: a duty of ten percent", of which several stand in a row."""
    before = False
    for at, piece in enumerate(pieces):
        is_one = at > 0 and _DEFINITION.match(piece.words) is not None
        if is_one and before:
            yield from (at - 1, at)
        before = is_one


def _in_long_runs(pieces: Sequence[Piece], alike: Sequence[bool]) -> Iterator[int]:
    """The places in runs of more lines that look alike than headings can stand in a row.

    The last of a run may be a heading, unless it is of one make with those before it.
    """
    start = 1  # The first block may be the title.
    for at in range(1, len(alike) + 1):
        if at < len(alike) and alike[at]:
            continue
        if at - start > _LONGEST_RUN:
            lines = [piece.words for piece in pieces[start:at]]
            are_rows = _has_one_make(lines[1:])
            # "What was charged" over rows with a figure each heads them.
            yield from range(start + (are_rows and not _has_one_make(lines)), at - 1)
            if are_rows:
                yield at - 1
        start = at + 1


def _has_one_make(lines: Sequence[str]) -> bool:
    """Whether all of some lines have a figure, or two parts, or a bracket at the end, as rows and entries have."""
    makes: tuple[Callable[[str], bool], ...] = (
        lambda line: any(map(str.isdigit, line)),
        lambda line: ": " in line or " – " in line or " - " in line,
        lambda line: _SENTENCES.search(line) is not None,
        lambda line: line[-1] == ")",
        lambda line: "," in line,
    )
    return any(all(map(make, lines)) for make in makes)


def _drop_dialogue(pieces: Sequence[Piece], candidates: list[bool]) -> None:
    """Take out the turns of a dialogue: lines of a speaker who comes again, and questions one after the other.

    Questions may head sections, as long as they are short and put to nobody, or few, or capitalised as titles are.
    """
    speakers = Counter(speaker for piece in pieces if (speaker := _speaker(piece)))
    asked = [
        at for at, piece in enumerate(pieces) if at and piece.words[-1] == "?" and len(piece.words) <= _QUESTION_LENGTH
    ]
    plain = [at for at in asked if not _is_title_case(pieces[at].words)]
    to_somebody = sum(_is_to_somebody(pieces[at].words) for at in asked)
    is_talk = len(plain) > _MOST_QUESTIONS and to_somebody * _CLEARLY_TALK > len(asked)
    for at in asked if len(plain) * 2 > len(asked) and is_talk else plain:
        if is_talk or len(pieces[at].words.split()) > _QUESTION_WORDS:
            candidates[at] = False
    is_transcript = any(speaker.isupper() and times > 1 for speaker, times in speakers.items())
    for at, piece in enumerate(pieces):
        if not candidates[at] or not (speaker := _speaker(piece)):
            continue
        # A turn stands beside another; a heading in two halves ("Beef: the quota") stands over a paragraph.
        is_turn = speakers[speaker] > 1 and any(map(_speaker, pieces[max(0, at - 1) : at + 2 : 2]))
        if is_turn or (is_transcript and speaker.isupper() and not piece.words.isupper()):
            candidates[at] = False


def _is_to_somebody(question: str) -> bool:
    """Whether a question is put to a person: it says "you", or is longer than any that heads a section."""
    return len(question.split(None, _QUESTION_WORDS)) > _QUESTION_WORDS or _YOU.search(question) is not None


def _drop_repeated(pieces: Sequence[Piece], candidates: list[bool]) -> None:
    """Take out lines that only say the title again, and those that stand time and again between paragraphs."""
    title = pieces[0].words if pieces else ""
    times = Counter(pieces[at].words for at, may_head in enumerate(candidates) if may_head)
    for at, piece in enumerate(pieces):
        says_title = at > 0 and piece.words == title and at + 1 < len(pieces) and candidates[at + 1]
        if at and candidates[at] and (says_title or times[piece.words] > _MOST_REPEATED):
            candidates[at] = False


def _speaker(piece: Piece) -> str:
    """The words before a colon early in a block that opens with a capital; empty if there is none, or a number."""
    at = piece.words.find(": ", 0, _SPEAKER_LENGTH)
    return piece.words[:at] if at > 0 and piece.words[0].isupper() and not piece.words[at - 1].isdigit() else ""


def _is_title_case(words: str) -> bool:
    """Whether nearly all long words have a capital."""
    long = [word for word in _WORD.findall(words)[1:] if len(word) > 3]
    return bool(long) and sum(not word[0].islower() for word in long) * 3 >= len(long) * 2
