"""The sentences of an article, block by block, so that a sentence never crosses one.

Where a mark ends a sentence is settled in ``sentence_ends``; here stands what a block is before it is split.
"""

from __future__ import annotations

import regex

from tradebrief.extraction.tagging.sentence_ends import SentenceEnds, sentence_ends_of
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, BlockKind, Sentence
from tradebrief.text import Span

__all__ = ["find_sentences"]

_AFTER_DATELINE = regex.compile(r"[\s,]{0,3}+(?:\([^()]{1,30}+\))?[\s:.–—-]{0,6}+")
_WORD = regex.compile(r"\p{L}{4,}")
_HEADINGS = (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.LABEL)
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
    found: list[Sentence] = []
    blank = BlockKind.BLANK
    for number, block in enumerate(article.blocks):
        if block.kind is not blank:
            content = _without_dateline(article, block.content)
            found.extend([Sentence(span, number) for span in _split(article.text, content, block.kind, ends)])
    return tuple(found)


def _without_dateline(article: Article, content: Span) -> Span:
    """A block's words after the dateline that opens it, the agency and the dash ("OSLO, 9 April (AP) - ...")."""
    dateline = article.dateline
    if dateline is None or dateline.start != content.start or dateline.end >= content.end:
        return content
    rest = _AFTER_DATELINE.match(article.text, dateline.end, content.end)
    return Span(rest.end(), content.end) if rest and rest.end() < content.end else content


def _split(text: str, content: Span, kind: BlockKind, ends: SentenceEnds) -> list[Span]:
    if kind in _HEADINGS and _is_title_case(text[content.start : content.end]):
        ends = ends.in_title_case()
    found: list[Span] = []
    start = content.start
    for end, following in ends.find(text, content):
        found.append(Span(start, end))
        start = following
    if start < content.end:
        credit = _credit(text, start, content, ends)
        if credit is not None:
            found.append(Span(start, len(text[:credit].rstrip())))
            start = credit
        found.append(Span(start, content.end))
    return found


def _credit(text: str, start: int, content: Span, ends: SentenceEnds) -> int | None:
    """Where the credit of a caption begins in its last sentence, without a mark of its own ("A berth Photo: ...")."""
    if content.end - content.start > _LONGEST_CAPTION:
        return None
    return ends.credit(text, max(start + 2, content.end - _LONGEST_CREDIT), content.end)


def _is_title_case(words: str) -> bool:
    """Whether most long words have a capital, so that a capital tells nothing of where a sentence begins."""
    long = _WORD.findall(words)[1:]
    return bool(long) and sum(not word[0].islower() for word in long) * 3 >= len(long) * 2
