"""Where a mark ends a sentence: a candidate with what closes after it, then the words on either side.

Most marks are settled by what follows: a word with a small letter goes on with the sentence. Only a single stop can
belong to an abbreviation; what that means is in ``abbreviations``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

import regex
from attrs import evolve, frozen

from tradebrief.extraction.abbreviations import Abbreviation, Abbreviations, abbreviations_of, speech_verbs_of
from tradebrief.lexicon import Lexicon
from tradebrief.text import Span

__all__ = ["SentenceEnds", "sentence_ends_of"]

_SPACE = r"[\s\u200b\u2060\ufeff]"
_MARKS = ".!?…‽؟۔।॥።"
_WIDE = "。！？｡"  # No space stands after them.
_OPENERS = frozenset("\"'“‘«([{„‹¿¡「『（")
_QUOTES = frozenset("\"'”’»")
_DASHES = frozenset("-–—―")
_CONTINUING = frozenset(",;:)]}%&/=+”»")  # What no sentence begins with.
_LONGEST_WORD = 24
_LONGEST_ASIDE = 200
_LONGEST_OPENING = 24

# What may open a sentence with a small letter: a name with a capital inside (iPhone, al-Masri), an address, "a.".
_SMALL_START = regex.compile(r"\p{Ll}[\p{Ll}\d'’-]{0,12}+\p{Lu}|https?://|www\.|\p{Ll}[.)]\s{1,3}\p{Lu}")
_NEXT_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*+")
_NEXT_LETTERS = regex.compile(r"[\p{L}.]++")
_NUMERAL = regex.compile(r"#?\d|[IVXLC]{2,7}\b|[B-HJ-Z]\b(?!\.)|[A-Z]-?\d|[AI]\b(?=[,.;:)/])")
_NUMBERING = regex.compile(r"[(\[\"'“‘]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|\p{L}|[ivx]{1,5}|[IVX]{1,5})")
_NOTE_NUMBER = regex.compile(r"\d{1,3}(?=\s+(\p{Lu}[\p{L}'’]*+)[\s,])")
_CLOCK = regex.compile(r"(?:\p{L}[\p{L}'’]*+\s){1,3}[Tt]ime\b")
_SPEAKER = regex.compile(r"(?:\p{Lu}[\p{L}\p{M}.'’-]*+\s+){1,5}(?P<verb>\p{Ll}+)\b(?=[.,;:]|\s(?:in|on|at|as|when|during|after)\b)")
_ADDRESS = frozenset("/@_\\")


@frozen(kw_only=True)
class SentenceEnds:
    """Where sentences end, by the words of one lexicon.

    Attributes:
        lexicon: The lexicon.
        known: Its abbreviations.
        mark: Matches a mark that may end a sentence, with what closes after it.
        capitals_tell: Whether a capital after an abbreviation may open a sentence: it tells nothing in a title.
    """

    lexicon: Lexicon
    known: Abbreviations
    mark: regex.Pattern[str]
    capitals_tell: bool = True

    @cached_property
    def in_title_case(self) -> SentenceEnds:
        """The same for a heading all of whose words have capitals."""
        return evolve(self, capitals_tell=False)

    def find(self, text: str, content: Span) -> Iterator[tuple[int, int]]:
        """Where sentences end inside a stretch, and where the next ones begin, in order; not the end of the last."""
        start = content.start
        for match in self.mark.finditer(text, content.start, content.end):
            found = self._end(text, start, match)
            if found is not None:
                yield found
                start = found[1]

    def credit(self, text: str, start: int, end: int) -> int | None:
        """Where the credit of a caption begins within a stretch, or None."""
        match = self.known.credit.search(text, start, end)
        return match.start() if match else None

    def _end(self, text: str, start: int, match: regex.Match[str]) -> tuple[int, int] | None:
        """Where the sentence ends that a mark stands in, and where the next one begins, or None if it goes on."""
        if match["wide"]:
            at = match.end("space")
            return None if text[at].islower() else (match.end(), at)
        if match["glued"] is not None:
            return (match.end(), match.end()) if self._lacks_space(text, start, match) else None
        at = first = match.end("space")
        while text[first] in _OPENERS and first + 1 < len(text) and first - at < 4:
            first += 1
        following = text[first]
        if following in _CONTINUING or (following.islower() and not _SMALL_START.match(text, first)):
            return None
        opening = text[start : match.start()] if match.start() - start <= _LONGEST_OPENING else ""
        if opening or match.start() == start:
            if not any(map(str.isalnum, opening)) or self._is_numbering(opening):
                return None
        close = match["close"]
        if following in _DASHES and not _QUOTES.isdisjoint(close):
            return None  # Who said it.
        mark = match["mark"]
        if mark == ".":
            return self._after_stop(text, start, match, first)
        if "!" in mark or "?" in mark:
            return (match.end(), at) if self._after_question(text, start, match, first) else None
        return (match.end(), at) if self._after_ellipsis(text, start, match, first) else None

    def _is_numbering(self, opening: str) -> bool:
        """Whether the words before a stop number what follows: "2.", "b.", "Figure 1."."""
        return bool(_NUMBERING.fullmatch(opening) or self.known.label.fullmatch(opening))

    def _lacks_space(self, text: str, start: int, match: regex.Match[str]) -> bool:
        """Whether only the space is missing between two sentences ("at the end.The next"), and it is no address."""
        before = _last_word(text, start, match.start())
        after = _NEXT_WORD.match(text, match.end())
        if after is None or not before.isalpha() or text[after.end() : after.end() + 1] in {".", "@", "/", "_"}:
            return False
        if before in self.known.kinds or after[0].lower() in self.known.address_endings:
            return False
        return before.islower() or _plain(after[0]) in self.known.openers

    def _after_ellipsis(self, text: str, start: int, match: regex.Match[str], first: int) -> bool:
        """Whether an ellipsis, or a stop and one, ends a sentence before a capital.

        One that stands apart interrupts ("a ... Canadian mill"), unless a word follows that opens a sentence, or a
        stop goes before it. The capital of "I" tells nothing.
        """
        mark = match["mark"]
        if mark == ".." or mark[1:2].isspace():
            return True
        word = _NEXT_WORD.match(text, first)
        if word and word[0].startswith("I") and _plain(word[0]) in self.known.first_person:
            return False
        is_apart = text[match.start() - 1].isspace() and match.start() > start
        return not is_apart or self._opens_sentence(text, first)

    def _after_question(self, text: str, start: int, match: regex.Match[str], first: int) -> bool:
        """Whether a question or exclamation mark ends a sentence: not inside a name, an aside or before its speaker."""
        close = match["close"]
        if ")" in close or "]" in close:
            opened = max(text.rfind(mark, max(start, match.start() - _LONGEST_ASIDE), match.start()) for mark in "([")
            if opened > start + 1 and not self._opens_sentence(text, first):
                return False
        if not _QUOTES.isdisjoint(close):
            speaker = _SPEAKER.match(text, first)
            if speaker and speaker["verb"] in speech_verbs_of(self.lexicon):
                return self._opens_sentence(text, first)
        if self.known.marked_name.search(text, max(start, match.start() - _LONGEST_WORD), match.start() + 1):
            return self._opens_sentence(text, first)
        return True

    def _after_stop(self, text: str, start: int, match: regex.Match[str], first: int) -> tuple[int, int] | None:
        """Where a sentence ends at a single stop, which may be that of an abbreviation."""
        at = match.end("space")
        word = _last_word(text, start, match.start())
        following = text[first]
        kind = self._kind(text, start, match, word, first)
        if kind is None:
            if not match["note"] and following.isdigit() and (number := _NOTE_NUMBER.match(text, first)):
                # A note's number that was raised: no sentence begins "8 Yet".
                if _plain(number[1]) in self.known.openers and text[match.start() - 1].isalpha():
                    return number.end(), number.start(1)
            return match.end(), at
        if kind is Abbreviation.NEVER_LAST or not self.capitals_tell:
            return None
        if kind is Abbreviation.ANY:
            ends = self._opens_sentence(text, first)
        elif following.isdigit() or first > at and text[at] in "([":
            ends = False
        elif kind is Abbreviation.HOUR:
            ends = not self._goes_on(text, first, self.known.after_hours) and not _CLOCK.match(text, first)
        elif kind is Abbreviation.DATE:
            ends = not self._goes_on(text, first, self.known.dates)
        else:
            ends = True
        return (match.end(), at) if ends else None

    def _kind(self, text: str, start: int, match: regex.Match[str], word: str, first: int) -> Abbreviation | None:
        """What the stop after a word means; None if it is an ordinary one."""
        next_word = _NEXT_WORD.match(text, first)
        following = next_word[0] if next_word else ""
        before = text[max(start, match.start() - len(word) - _LONGEST_WORD) : match.start() - len(word)].split()
        previous = before[-1] if before else ""
        if self.known.is_unit(word, previous):
            return Abbreviation.LIST_END if following[:1].isdigit() else None
        kind = self.known.kind(word, following)
        if kind is Abbreviation.BEFORE_NUMBER:
            return Abbreviation.NEVER_LAST if self._is_numbered(text, word, previous, following, first) else None
        if kind is None and len(word) == 1 and word.isalpha() and word != "I":
            if previous.lower() in self.known.lettered:
                return None
            is_chain = not previous or (len(previous) == 2 and previous[1] == ".")
            return Abbreviation.NEVER_LAST if is_chain else Abbreviation.ANY
        if word == "I" and (not previous or previous[-1] == "."):
            return Abbreviation.NEVER_LAST
        return kind

    def _is_numbered(self, text: str, word: str, previous: str, following: str, first: int) -> bool:
        """Whether a number follows "No." or "p."; after a plain "no." at most one in digits."""
        if word.lower() == "no" and (word == "no" or not previous):
            return following[:1].isdigit() or text[first] == "#"
        if _NUMERAL.match(text, first):
            return True
        return word[0].isupper() and bool(previous) and following.lower() in self.known.number_words

    def _goes_on(self, text: str, first: int, words: frozenset[str]) -> bool:
        match = _NEXT_LETTERS.match(text, first)
        return match is not None and match[0].replace(".", "") in words

    def _opens_sentence(self, text: str, first: int) -> bool:
        """Whether the word at a place opens a sentence, rather than going on with a name."""
        match = _NEXT_WORD.match(text, first)
        if match is None or not match[0][0].isupper() or text[match.end() : match.end() + 1] == ".":
            return False
        word = _plain(match[0])
        if word in self.known.openers:
            return True
        after = text[match.end() : match.end() + 2]
        return word in self.known.nouns and after[:1].isspace() and after[1:].islower()


@lru_cache(maxsize=8)
def sentence_ends_of(lexicon: Lexicon) -> SentenceEnds:
    """The sentence ends of a lexicon."""
    known = abbreviations_of(lexicon)
    return SentenceEnds(lexicon=lexicon, known=known, mark=_mark(known.reference))


def _mark(reference_words: str) -> regex.Pattern[str]:
    """A pattern for the marks that may end a sentence, with what closes after them and what refers to them.

    A run of marks is read from its first one only, and everything after it is bounded, so that it is linear.
    """
    digits = r"\d{1,3}+(?:\s?[,–-]\s?\d{1,3}+){0,6}+"
    reference = rf"\[(?:{digits}|\p{{Ll}}|(?i:{reference_words})(?:\s\d{{1,3}})?\??)\]"
    return regex.compile(
        rf"(?<![{_MARKS}])(?P<mark>[{_MARKS}]++(?:{_SPACE}{{0,2}}+[.…]++(?!\w)){{0,8}}+)"
        rf"(?P<close>(?:[\"'”’»)\]]|\s?”){{0,4}}+)"
        rf"(?P<note>(?:{_SPACE}{{0,2}}+{reference}){{0,12}}+[¹²³⁰⁴-⁹*†‡§]{{0,4}}+"
        rf"(?:(?<=\p{{Ll}}{{2}}[.!?][\"”’)]?)\d{{1,3}}+)?+[\"”’)]{{0,2}}+)"
        rf"(?:{_SPACE}\((?=\p{{Ll}})[^()\[\].!?…]{{1,40}}+\)(?={_SPACE}))?+"
        rf"(?:(?=(?P<space>{_SPACE}++){_SPACE}*\S)|(?<=\p{{Ll}}{{3}}[.!?][\"”)]?)(?P<glued>)(?=\p{{Lu}}[\p{{Ll}}\s,]))"
        rf"|(?P<wide>[{_WIDE}]++[」』”’）)\]]{{0,3}}+)(?=(?P<space>{_SPACE}*+)\S)"
    )


def _last_word(text: str, start: int, end: int) -> str:
    """The word that ends at a place: of a compound its last part, apostrophes straight, opening marks left out."""
    words = text[max(start, end - _LONGEST_WORD) : end].split()
    if not words:
        return ""
    word = words[-1].replace("’", "'").lstrip("\"'“”‘«»([{„¿¡…")
    if "-" in word or "–" in word or "—" in word:
        word = regex.split("[-–—]", word)[-1]
    return word


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
