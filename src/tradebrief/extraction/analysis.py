"""What all later steps share: the tokens of an article with tags, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_right

from attrs import frozen

from tradebrief.extraction.index import Index, Trigger, index_of
from tradebrief.extraction.quotes import Quotation, find_quotations
from tradebrief.extraction.sentences import find_sentences
from tradebrief.extraction.tagging import tag
from tradebrief.extraction.tokens import Tokens, scan_tokens
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, Sentence

__all__ = ["Analysis", "analyse"]


@frozen(kw_only=True)
class Analysis:
    """An article, read as far as words go.

    Attributes:
        article: The article.
        lexicon: The lexicon in use.
        index: Its look-ups.
        tokens: All tokens.
        tags: The tag of each token (see ``tagging``).
        sentences: The sentences.
        bounds: For each sentence its half-open range of tokens.
        quotations: Pairs of quotation marks.
        authored: Offsets of the outermost sections in which the author speaks.
        sentence_at: For each token the index of its sentence, or of the last one before it.
        triggered: Tokens that some step reads on from, by the step's ``Trigger``.
        block_starts: Tokens that begin a block.
        barriers: Tokens that begin a sentence, which no phrase crosses.
        quoted: For each token the index of the quotation it is inside, marks left out, or -1.
    """

    article: Article
    lexicon: Lexicon
    index: Index
    tokens: Tokens
    tags: list[str]
    sentences: tuple[Sentence, ...]
    bounds: list[tuple[int, int]]
    quotations: tuple[Quotation, ...]
    quoted: list[int]
    authored: list[tuple[int, int]]
    barriers: frozenset[int]
    block_starts: frozenset[int]
    triggered: dict[int, list[int]]
    sentence_at: list[int]

    def is_authored(self, offset: int) -> bool:
        """Whether an offset lies in a section in which the author speaks for themselves."""
        at = bisect_right(self.authored, (offset, len(self.article.text) + 1)) - 1
        return at >= 0 and offset < self.authored[at][1]

    def hits(self, trigger: Trigger) -> list[int]:
        """The tokens that a step reads on from, in order."""
        return self.triggered.get(int(trigger), [])

    def reach(self, token: int) -> tuple[int, int]:
        """The range of tokens of the sentence that a token stands in, end marks left out."""
        floor, ceiling = self.bounds[self.sentence_of(token)]
        while ceiling > floor and self.tags[ceiling - 1] == ".":
            ceiling -= 1
        return floor, ceiling

    def sentence_of(self, token: int) -> int:
        """The index of the sentence that a token stands in."""
        return self.sentence_at[token]


def analyse(article: Article, lexicon: Lexicon) -> Analysis:
    """Tokens, sentences, quotations and tags of an article."""
    index = index_of(lexicon)
    tokens = scan_tokens(article.text)
    sentences = find_sentences(article, lexicon=lexicon)
    bounds = [tokens.range(sentence.span) for sentence in sentences]
    quotations = find_quotations(tokens, [tokens.range(block.content) for block in article.blocks])
    quoted = [-1] * len(tokens)
    for number, quotation in enumerate(quotations):
        for at in range(quotation.open + 1, quotation.close):
            quoted[at] = number
    starts = {first for first, end in bounds if first < end}
    starts.update(quotation.open + 1 for quotation in quotations)
    for first, _ in bounds:  # A quotation mark or bracket may stand before the first word.
        if first < len(tokens) and not tokens.words[first][0].isalpha():
            starts.add(first + 1)
    triggers = index.triggers
    triggered: dict[int, list[int]] = {int(trigger): [] for trigger in Trigger}
    for at, lower in enumerate(tokens.lowers):
        if lower in triggers:
            for step in triggers[lower]:
                triggered[step].append(at)
    sentence_at: list[int] = []
    for number, (first, _) in enumerate(bounds):
        sentence_at.extend([max(0, number - 1)] * (first - len(sentence_at)))
    sentence_at.extend([max(0, len(bounds) - 1)] * (len(tokens.words) - len(sentence_at)))
    tags = tag(tokens, index, frozenset(starts))
    _mend_stops(tokens, tags, bounds)
    return Analysis(
        sentence_at=sentence_at,
        triggered=triggered,
        article=article,
        lexicon=lexicon,
        index=index,
        tokens=tokens,
        tags=tags,
        block_starts=frozenset(tokens.range(block.content)[0] for block in article.blocks),
        sentences=sentences,
        bounds=bounds,
        quotations=quotations,
        quoted=quoted,
        barriers=frozenset(first for first, _ in bounds),
        authored=[(section.span.start, section.span.end) for section in article.sections if section.role.is_authored],
    )


def _mend_stops(tokens: Tokens, tags: list[str], bounds: list[tuple[int, int]]) -> None:
    """Tag stops that end no sentence ("Lindsey O. Graham", "Sen. Ruiz") as part of the word before."""
    for first, end in bounds:
        last = end - 1
        while last > first and tags[last] in ".q)":
            last -= 1
        for at in range(first + 1, last):
            if tags[at] == "." and tokens.words[at] == "." and tokens.starts[at] == tokens.ends[at - 1]:
                before = tokens.words[at - 1]
                if len(before) == 1 or (len(before) <= 5 and before[0].isupper()):
                    tags[at] = "h"
