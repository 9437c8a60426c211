"""The sentences of an article, block by block, so that a sentence never crosses one.

Where a mark ends a sentence is settled in ``sentence_ends``; here stands what a block is before it is split.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from tradebrief.extraction.sentence_ends import SentenceEnds, sentence_ends_of
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, BlockKind, Sentence
from tradebrief.text import Span

__all__ = ["find_sentences"]

_AFTER_DATELINE = regex.compile(r"[\s,]{0,3}+(?:\([^()]{1,30}+\))?[\s:.–—-]{0,6}+")
_WORD = regex.compile(r"\p{L}{4,}")
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.LABEL})
_LONGEST_CAPTION = 240
_LONGEST_CREDIT = 80


def find_sentences(article: Article, *, lexicon: Lexicon | None = None) -> tuple[Sentence, ...]:
    """The sentences of an article in order; a heading or a key point is one of its own.

    A quotation may hold several. Reference marks ("[7]") stand with the sentence before them, the number that
    opens a block or a list with the one after it. A colon, a semicolon or a dash ends none. What stands between two
    sentences is white space, or the dateline with its dash.

    Args:
        article: A parsed article.
        lexicon: Where abbreviations come from; the built-in one if left out.
    """
    ends = sentence_ends_of(lexicon or Lexicon.default())
    return tuple(
        Sentence(span, number)
        for number, block in enumerate(article.blocks)
        if block.kind is not BlockKind.BLANK
        for span in _split(article.text, _without_dateline(article, block.content), block.kind, ends)
    )


def _without_dateline(article: Article, content: Span) -> Span:
    """A block's words after the dateline that opens it, the agency and the dash ("OSLO, 9 April (AP) - ...")."""
    dateline = article.dateline
    if dateline is None or dateline.start != content.start or dateline.end >= content.end:
        return content
    rest = _AFTER_DATELINE.match(article.text, dateline.end, content.end)
    return Span(rest.end(), content.end) if rest and rest.end() < content.end else content


def _split(text: str, content: Span, kind: BlockKind, ends: SentenceEnds) -> Iterator[Span]:
    if kind in _HEADINGS and _is_title_case(text[content.start : content.end]):
        ends = ends.in_title_case()
    start = content.start
    for end, following in ends.find(text, content):
        yield Span(start, end)
        start = following
    if start < content.end:
        yield from _with_credit(text, Span(start, content.end), content, ends)


def _with_credit(text: str, last: Span, content: Span, ends: SentenceEnds) -> Iterator[Span]:
    """The last sentence of a block, and the credit of a caption that has no mark of its own ("A berth Photo: ...")."""
    if len(content) <= _LONGEST_CAPTION:
        credit = ends.credit(text, max(last.start + 2, last.end - _LONGEST_CREDIT), last.end)
        if credit is not None:
            yield Span(last.start, len(text[:credit].rstrip()))
            last = Span(credit, last.end)
    yield last


def _is_title_case(words: str) -> bool:
    """Whether most long words have a capital, so that a capital tells nothing of where a sentence begins."""
    long = _WORD.findall(words)[1:]
    return bool(long) and sum(not word[0].islower() for word in long) * 3 >= len(long) * 2
