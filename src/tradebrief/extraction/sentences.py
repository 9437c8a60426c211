"""Where sentences end: a candidate mark, then what stands before and after it.

Every block is split for itself, so that a sentence never crosses one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import regex
from attrs import frozen

from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, BlockKind, Sentence
from tradebrief.text import Span

__all__ = ["find_sentences"]

# A run of end marks with the quotes and brackets that close after it, then white space.
_END = regex.compile(
    r"(?<![.!?…])[.!?…]++(?P<close>[\"'”’»)\]]{0,4}+)(?:\[\d{1,3}\]){0,4}+(?=(?P<space>\s{1,20}+)(?P<next>\S))",
)
_AFTER_DATELINE = regex.compile(r"[\s,]{0,3}+(?:\([^()]{1,30}+\))?[\s:.–—-]{0,6}+")
_WORD_BEFORE = re.compile(r"[\w.'’&-]{1,24}$")
_NEXT_WORD = re.compile(r"[\w'’-]{1,24}")
_OPENERS = "\"'“‘«([„"


@frozen
class _Abbreviations:
    """Abbreviations in lower case without their last stop, by what a stop after them means."""

    titles: frozenset[str]
    inner: frozenset[str]
    final: frozenset[str]
    months: frozenset[str]
    openers: frozenset[str]


@lru_cache(maxsize=8)
def _abbreviations(lexicon: Lexicon) -> _Abbreviations:
    values = lexicon.table("abbreviations")
    sets = {key: frozenset(values.get(key, ())) for key in ("titles", "inner", "final", "months", "units")}
    openers = lexicon.words("abbreviations", "sentence_openers")
    return _Abbreviations(sets["titles"], sets["inner"], sets["final"] | sets["units"], sets["months"], openers)


def find_sentences(article: Article, *, lexicon: Lexicon | None = None) -> tuple[Sentence, ...]:
    """The sentences of an article in order; a heading or a key point is one of its own.

    Args:
        article: A parsed article.
        lexicon: Where abbreviations come from; the built-in one if left out.
    """
    known = _abbreviations(lexicon or Lexicon.default())
    return tuple(
        Sentence(span, number)
        for number, block in enumerate(article.blocks)
        if block.kind is not BlockKind.BLANK
        for span in _split(article.text, _without_dateline(article, block.content), known)
    )


def _without_dateline(article: Article, content: Span) -> Span:
    """A block's words after the dateline that opens it, the agency and the dash ("OSLO, 9 April (AP) - ...")."""
    dateline = article.dateline
    if dateline is None or dateline.start != content.start or dateline.end >= content.end:
        return content
    rest = _AFTER_DATELINE.match(article.text, dateline.end, content.end)
    return Span(rest.end(), content.end) if rest and rest.end() < content.end else content


def _split(text: str, content: Span, known: _Abbreviations) -> Iterator[Span]:
    start = content.start
    for match in _END.finditer(text, content.start, content.end):
        if _is_end(text, start, match, known):
            yield Span(start, match.end())
            start = match.end("space")
    if start < content.end:
        yield Span(start, content.end)


def _is_end(text: str, start: int, match: regex.Match[str], known: _Abbreviations) -> bool:
    """Whether a mark ends a sentence: not after an abbreviation, not before a word in lower case."""
    following = match["next"]
    at = match.start("next")
    while following in _OPENERS and at + 1 < len(text):
        at += 1
        following = text[at]
    marks = text[match.start() : match.start("close") if match["close"] else match.end()]
    if following.islower():
        return False
    if not marks.startswith(".") or len(marks) > 1:
        return True
    found = _WORD_BEFORE.search(text, max(start, match.start() - 24), match.start())
    before = found.group().lower() if found else ""
    word = before.rsplit("-", 1)[-1]
    if word in known.titles:
        return False
    if word in known.inner or word in known.months:
        return not (following.isdigit() or (word in known.inner and following.isupper() and word != "no"))
    if len(word) == 1 and word.isalpha() and word != "i":
        return _ends_after_initial(text, start, match, at)
    if word in known.final or ("." in word and len(word) <= 6):
        return _starts_afresh(text, at, known)
    return True


def _ends_after_initial(text: str, start: int, match: regex.Match[str], at: int) -> bool:
    """Whether a single letter with a stop ends a sentence: it does not before a name ("J. Smith")."""
    before = text[max(start, match.start() - 3) : match.start()]
    preceding = before[:-1].rstrip()[-1:]
    return not text[at].isupper() or preceding.isdigit()


def _starts_afresh(text: str, at: int, known: _Abbreviations) -> bool:
    """Whether what follows "U.S." or "Inc." opens a sentence: a word that opens one and goes on in lower case."""
    match = _NEXT_WORD.match(text, at)
    if not match:
        return False
    word = match.group()
    return word[0].isupper() and word.lower() in known.openers
