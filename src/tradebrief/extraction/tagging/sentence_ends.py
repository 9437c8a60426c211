"""Where a mark ends a sentence: a candidate with what closes after it, then the words on either side.

Most marks are settled by what follows: a word with a small letter goes on with the sentence. Only a single stop can
belong to an abbreviation; what that means is in ``abbreviations``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex
from attrs import evolve, frozen

from tradebrief.extraction.tagging.abbreviations import Abbreviation, Abbreviations, abbreviations_of, speech_verbs_of
from tradebrief.extraction.tagging.sentence_marks import (
    Mark,
    bare,
    find_marks,
    last_part,
    lone_stop,
    mark_pattern,
    next_word,
    plain,
    read_mark,
)
from tradebrief.lexicon import Lexicon
from tradebrief.text import Span

__all__ = ["SentenceEnds", "sentence_ends_of"]

_DASHES = frozenset("-–—―")
_DOUBLED = '""'  # A mark of quotation as it stands in the field of a table.
_OPENING_MARKS = frozenset('"“')
_CONTINUING = frozenset(",;:)]}%&/=+”»")  # What no sentence begins with.

_LONGEST_WORD = 24
_LONGEST_ASIDE = 200
_LONGEST_NUMBERING = 24
_LONGEST_FRONT = 32
_FRONT_WORDS = 4

# What may open a sentence with a small letter: a name with a capital inside (iPhone, al-Masri), an address, "a.".
_SMALL_START = regex.compile(r"\p{Ll}[\p{Ll}\d'’-]{0,12}+\p{Lu}|https?://|www\.|\p{Ll}[.)]\s{1,3}\p{Lu}")
_NEXT_LETTERS = regex.compile(r"[\p{L}.]++")
_DASH_AND_SMALL = regex.compile(r"[-–—―]{1,3}\s{0,3}\p{Ll}")
_NUMERAL = regex.compile(r"#?\d|[IVXLC]{2,7}\b|[B-HJ-Z]\b(?!\.)|[A-Z]-?\d|[AI]\b(?=[,.;:)/])")
_NUMBERING = regex.compile(r"[(\[\"'“‘]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|\p{L}|[ivx]{1,5}|[IVX]{1,5})")
_NOTE_NUMBER = regex.compile(r"\d{1,3}(?=\s+(\p{Lu}[\p{L}'’]*+)[\s,])")
_CLOCK = regex.compile(r"(?:\p{L}[\p{L}'’]*+\s){1,3}[Tt]ime\b")
_SPEAKER = regex.compile(
    r"(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}+\s+){1,5}(?P<verb>\p{Ll}{2,20}+)\b(?=[.,;:]|\s(?:in|on|at|as|when|during|after)\b)"
)


@frozen(kw_only=True)
class SentenceEnds:
    """Where sentences end, by the words of one lexicon.

    Attributes:
        lexicon: The lexicon.
        known: Its abbreviations.
        marks: Matches a mark that may end a sentence, with what closes after it.
        capitals_tell: Whether a capital after an abbreviation may open a sentence: it tells nothing in a title.
    """

    lexicon: Lexicon
    known: Abbreviations
    marks: regex.Pattern[str]
    capitals_tell: bool = True

    def in_title_case(self) -> SentenceEnds:
        """The same for a heading all of whose words have capitals."""
        return evolve(self, capitals_tell=False)

    def find(self, text: str, content: Span) -> Iterator[tuple[int, int]]:
        """Where sentences end inside a stretch, and where the next ones begin, in order; not the end of the last."""
        found: tuple[int, int] | None
        start, is_ordinary = content.start, self.known.is_ordinary
        for at, match in find_marks(self.marks, text, content.start, content.end):
            if match is None:
                if at - start > _LONGEST_NUMBERING and is_ordinary(text[at - _LONGEST_WORD : at].rpartition(" ")[2]):
                    found = (at + 1, at + 2)  # As at most stops: no number, and no abbreviation.
                else:
                    found = self._end(lone_stop(text, start, at))
            elif match["wide"]:
                found = None if text[match.end("space")].islower() else (match.end(), match.end("space"))
            elif match["glued"] is not None:
                found = self._end_glued(text, start, match)
            else:
                mark = read_mark(text, start, match)
                found = self._end(mark) if mark else None
            if found is not None:
                yield found
                start = found[1]

    def credit(self, text: str, start: int, end: int) -> int | None:
        """Where the credit of a caption begins within a stretch, or None."""
        if text.find(":", start, end) < 0:
            return None
        match = self.known.credit.search(text, start, end)
        return match.start() if match else None

    def _end(self, mark: Mark) -> tuple[int, int] | None:
        """Where the sentence ends that a mark stands in, and where the next one begins, or None if it goes on."""
        following = mark.following
        if following in _CONTINUING or (following.islower() and not _SMALL_START.match(mark.text, mark.first)):
            return None
        if mark.at - mark.opening <= _LONGEST_NUMBERING and self._is_numbering(mark.before(_LONGEST_NUMBERING)):
            return None
        if following in _DASHES and (mark.is_quoted or _DASH_AND_SMALL.match(mark.text, mark.first)):
            return None  # Who said it, or an inserted question.
        if mark.mark == ".":
            return self._after_stop(mark)
        if mark.is_quoted and self._is_before_speaker(mark):
            return None
        ends = self._after_question if "!" in mark.mark or "?" in mark.mark else self._after_ellipsis
        return (mark.end, mark.next) if ends(mark) else None

    def _is_numbering(self, words: str) -> bool:
        """Whether the words before a mark are none, or number what follows: "2.", "b.", "Figure 1."."""
        if not any(map(str.isalnum, words)):
            return True
        return bool(_NUMBERING.fullmatch(words) or self.known.label.fullmatch(words))

    def _is_before_speaker(self, mark: Mark) -> bool:
        """Whether a quotation is followed by who says it: ``"Why?" Ruiz asked.``."""
        speaker = _SPEAKER.match(mark.text, mark.first)
        if speaker is None or self._opens_sentence(mark):
            return False
        return speaker["verb"] in speech_verbs_of(self.lexicon)

    def _after_question(self, mark: Mark) -> bool:
        """Whether a question or exclamation mark ends a sentence: not in a name or an aside."""
        if ")" in mark.close or "]" in mark.close:
            from_start = max(mark.opening, mark.at - _LONGEST_ASIDE)
            opened = max(mark.text.rfind(bracket, from_start, mark.at) for bracket in "([")
            if opened > mark.opening + 1:
                return self._opens_sentence(mark)
        if self.known.marked_name.search(mark.text, max(mark.opening, mark.at - _LONGEST_WORD), mark.at + 1):
            return self._opens_sentence(mark)
        return True

    def _after_ellipsis(self, mark: Mark) -> bool:
        """Whether an ellipsis, or a stop and one, ends a sentence before a capital.

        One that stands apart interrupts ("a ... Canadian mill"), unless a word follows that opens a sentence, or a
        stop goes before it.
        """
        if mark.mark == ".." or mark.mark[1:2].isspace():
            return True
        if self._is_first_person(mark):
            return False
        is_apart = mark.text[mark.at - 1].isspace() and mark.at > mark.opening
        return not is_apart or self._opens_sentence(mark)

    def _after_stop(self, mark: Mark) -> tuple[int, int] | None:
        """Where a sentence ends at a single stop, which may be that of an abbreviation."""
        kind = self._kind(mark)
        if kind is None:
            note = self._note_number(mark)
            return note or (mark.end, mark.next)
        if kind is Abbreviation.NEVER_LAST or not self.capitals_tell:
            return None
        ends = self._opens_sentence(mark) if kind is Abbreviation.ANY else self._ends_time_or_list(mark, kind)
        return (mark.end, mark.next) if ends else None

    def _note_number(self, mark: Mark) -> tuple[int, int] | None:
        """The sentence with the number of a note, which was raised once: no sentence begins "8 Yet"."""
        if mark.is_noted or not mark.following.isdigit() or not mark.text[mark.at - 1].isalpha():
            return None
        number = _NOTE_NUMBER.match(mark.text, mark.first)
        if number is None or plain(number[1]) not in self.known.openers:
            return None
        return number.end(), number.start(1)

    def _ends_time_or_list(self, mark: Mark, kind: Abbreviation) -> bool:
        """Whether a date, an hour or "etc." ends a sentence: before any capital that does not go on with it."""
        if mark.following.isdigit() or mark.text[mark.next] in "([":
            return False
        if kind is Abbreviation.LIST_END:
            return True
        if self._is_fronted(mark):
            return False
        goes_on = self.known.after_hours if kind is Abbreviation.HOUR else self.known.dates
        match = _NEXT_LETTERS.match(mark.text, mark.first)
        if match is not None and match[0].replace(".", "") in goes_on:
            return False
        return kind is not Abbreviation.HOUR or _CLOCK.match(mark.text, mark.first) is None

    def _is_fronted(self, mark: Mark) -> bool:
        """Whether a time opens the sentence, as in "By 9 a.m. Ruiz had left": too few words for a whole one."""
        if mark.at - mark.opening > _LONGEST_FRONT or len(mark.before(_LONGEST_FRONT).split()) > _FRONT_WORDS:
            return False
        return self._is_first_person(mark) or not self._opens_sentence(mark)

    def _kind(self, mark: Mark) -> Abbreviation | None:
        """What the stop after a word means; None if it is an ordinary one."""
        words = mark.before(2 * _LONGEST_WORD).rsplit(None, 2)
        word = last_part(words[-1][-_LONGEST_WORD:]) if words else ""
        previous = bare(words[-2]) if len(words) > 1 else ""
        if self.known.is_ordinary(word):
            return None
        following = mark.next_word()
        if self.known.is_unit(word, previous):
            return Abbreviation.LIST_END if following[:1].isdigit() else None
        if len(word) == 1 and word.isupper():
            return self._kind_of_letter(word, previous, following)
        kind = self.known.kind(word, following)
        if kind is Abbreviation.BEFORE_NUMBER:
            return Abbreviation.NEVER_LAST if self._is_numbered(mark, word, previous) else None
        if kind is None and len(word) == 1 and word.isalpha():
            return Abbreviation.ANY
        return kind

    def _kind_of_letter(self, letter: str, previous: str, following: str) -> Abbreviation | None:
        """What a stop after a single capital means: most are initials."""
        if letter == "I" and previous[-1:].isalnum():
            return None  # She and I, World War I.
        if previous.lower() in self.known.lettered:
            return None
        is_name = not previous or following.lower() in self.known.openers_and_names
        return Abbreviation.NEVER_LAST if is_name else Abbreviation.ANY

    def _is_numbered(self, mark: Mark, word: str, previous: str) -> bool:
        """Whether a number follows "No." or "p."; after a plain "no." only one in digits."""
        following = mark.next_word()
        if word.lower() == "no" and (word == "no" or not previous):
            return following[:1].isdigit() or mark.following == "#"
        if _NUMERAL.match(mark.text, mark.first):
            return True
        return word[0].isupper() and bool(previous) and following.lower() in self.known.number_words

    def _is_first_person(self, mark: Mark) -> bool:
        """Whether the next word is "I" or the like, whose capital tells nothing."""
        return plain(mark.next_word()) in self.known.first_person

    def _opens_sentence(self, mark: Mark) -> bool:
        """Whether the next word opens a sentence, rather than going on with a name."""
        word = mark.next_word()
        after = mark.text[mark.first + len(word) : mark.first + len(word) + 2]
        if not word or not word[0].isupper() or after[:1] == ".":
            return False
        if plain(word) in self.known.openers:
            return True
        return plain(word) in self.known.nouns and after[:1].isspace() and after[1:].islower()

    def _end_glued(self, text: str, start: int, match: regex.Match[str]) -> tuple[int, int] | None:
        """Where a sentence ends that the next one follows without a space, or None where none does.

        Doubled marks before the next word open its quotation where none is open ("he left.""I stay,"" she said").
        """
        if not self._lacks_space(text, start, match):
            return None
        end = match.end()
        if match["close"].endswith(_DOUBLED):
            marks = text.count(_DOUBLED, start, match.start()) + len(match["close"]) // 2
            end -= marks % 2 and len(_DOUBLED)
        return end, end

    def _lacks_space(self, text: str, start: int, match: regex.Match[str]) -> bool:
        """Whether only the space is missing between two sentences ("at the end.The next"), and it is no address."""
        words = text[max(start, match.start() - _LONGEST_WORD) : match.start()].split()
        before = last_part(words[-1]) if words else ""
        first = match.end()
        while text[first] in _OPENING_MARKS:
            first += 1
        after = next_word(text, first)
        at = first + len(after)
        if not after or not (before.isalpha() or before.isdecimal()) or text[at : at + 1] in {".", "@", "/", "_"}:
            return False
        if before in self.known.kinds or after.lower() in self.known.address_endings:
            return False
        return before.islower() or before.isdecimal() or plain(after) in self.known.openers


@lru_cache(maxsize=8)
def sentence_ends_of(lexicon: Lexicon) -> SentenceEnds:
    """The sentence ends of a lexicon."""
    known = abbreviations_of(lexicon)
    return SentenceEnds(lexicon=lexicon, known=known, marks=mark_pattern(known.reference))
