"""What all later steps share: the tokens of an article with tags, sentences and quotations."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, compress, count
from typing import Any

from attrs import field, frozen

from tradebrief.extraction.lookups.index import Index, Trigger, index_of
from tradebrief.extraction.lookups.late import late
from tradebrief.extraction.lookups.measure_words import measure_words
from tradebrief.extraction.lookups.name_words import name_words_of
from tradebrief.extraction.tagging.parted import join_parted
from tradebrief.extraction.tagging.quotes import Quotation, find_inner, find_quotations
from tradebrief.extraction.tagging.readings import (
    CAPITAL,
    DESCRIBE,
    MARK,
    OWNER,
    SIGNS,
    STEPS,
    Entry,
    read_tokens,
    readings_of,
    vocabulary_of,
)
from tradebrief.extraction.tagging.sentences import find_sentences
from tradebrief.extraction.tagging.tagger import tag
from tradebrief.extraction.tagging.unmarked import part_owners
from tradebrief.extraction.tagging.verb_groups import VerbGroup
from tradebrief.extraction.tokens import Tokens
from tradebrief.lexicon import Lexicon
from tradebrief.model import Article, BlockKind, Sentence

__all__ = ["Analysis", "analyse"]

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_SHORT_WORD = 4
_FEWEST_TITLED = 3
_INVERSION_REACH = 16
_FAR = 400  # Tokens; hardly a sentence of prose has half as many.
_NO_CONDITION = frozenset({"nor", "so", "neither", "only", "how", "why", "what", "when", "where"})  # "nor should Oslo"
_INVERTED = {"should": re.compile("[ivBVN]"), "were": re.compile("T"), "had": re.compile("[vdB]")}  # Over tags.
# Over tags: what would be, or would have been, and in the same clause the subject of the condition with its verb.
_UNREAL = {
    "were": re.compile("M[AX]*+[ivB][^,;:.UHW]{0,24}$"),
    "had": re.compile("M[AX]*+V[AX]*+[dBv][^,;:.UHW]{0,24}$"),
}
_INVERTED_LATE = {"were": re.compile("[DSRNEKGhA]{1,8}+T[AX]*+[ivB]"), "had": re.compile("[DSRNEKGhA]{1,8}+[vdB]")}
_UNREAL_MODALS = frozenset({"would", "could", "might"})
_UNREAL_REACH = 32
_PRONOUN = re.compile("[RS]")
_BRINK = re.compile("[,;CU]")
_BRINK_WORDS = {
    "C": frozenset({"and", "but"}),
    "U": frozenset({"while", "whereas", "although", "though", "after", "before", "until", "once", "because", "since"}),
}

_Phrases = dict[tuple[int, int], tuple[int, int] | None]
_VerbGroups = dict[tuple[int, int], VerbGroup]


@frozen(kw_only=True)
class Analysis:
    """An article, read as far as words go.

    Attributes:
        article: The article.
        lexicon: The lexicon in use.
        index: Its look-ups.
        tokens: All tokens.
        entries: What is known of each token's word by itself.
        tags: The tag of each token (see ``tagging``).
        tagged: The same as one string, for patterns to match.
        sentences: The sentences.
        blocks: For each block of the article its half-open range of tokens.
        bounds: For each sentence its half-open range of tokens.
        reaches: The same, end marks left out.
        quotations: Pairs of quotation marks.
        authored: Offsets of the outermost sections in which the author speaks.
        sentence_at: For each token the index of its sentence, or of the last one before it.
        block_starts: Tokens that begin a block.
        barriers: Tokens that begin a sentence, which no phrase crosses.
        walls: Tokens that begin a sentence or a block, which no name crosses.
        uppers: Tokens that hold a capital, in order.
        describing: Tokens that may head a description of somebody, in order.
        capitals: Those of them that may stand in a name: nouns with a first capital, and no day or month.
        titled: The tokens of headings that write all words but short ones with a capital.
        asks: Whether there is a question in the text.
        parted: For each token of an insertion between an auxiliary and its verb the two commas around it.
        quoted: For each token the index of the quotation it is inside, marks left out, or -1.
        phrases_before: Noun phrases by the token that they end before and their sentence's first, as far as they were
            asked for: claims and stances ask for the same subjects.
        verb_groups: Verb groups by their verb and their sentence's first token, in the same manner.
        heads: Where the head of a phrase between two tokens ends, in the same manner.
        adjuncts: Whether an adjunct begins at a token and one that follows it, in the same manner.
        lates: What has been worked out since.
    """

    article: Article
    lexicon: Lexicon
    index: Index
    tokens: Tokens
    entries: list[Entry]
    tags: list[str]
    tagged: str
    sentences: tuple[Sentence, ...]
    blocks: list[tuple[int, int]]
    bounds: list[tuple[int, int]]
    reaches: list[tuple[int, int]]
    quotations: tuple[Quotation, ...]
    titled: frozenset[int]
    parted: dict[int, tuple[int, int]]
    quoted: list[int]
    authored: list[tuple[int, int]]
    barriers: frozenset[int]
    block_starts: frozenset[int]
    walls: frozenset[int]
    uppers: list[int]
    describing: list[int]
    capitals: frozenset[int]
    sentence_at: list[int]
    asks: bool
    phrases_before: _Phrases = field(factory=dict[tuple[int, int], tuple[int, int] | None], init=False, repr=False)
    verb_groups: _VerbGroups = field(factory=dict[tuple[int, int], VerbGroup], init=False, repr=False)
    heads: dict[tuple[int, int], int] = field(factory=dict[tuple[int, int], int], init=False, repr=False)
    adjuncts: dict[int, bool] = field(factory=dict[int, bool], init=False, repr=False)
    lates: dict[str, Any] = field(factory=dict[str, Any], init=False, repr=False)

    def is_authored(self, offset: int) -> bool:
        """Whether an offset lies in a section in which the author speaks for themselves."""
        if not self.authored:
            return False
        at = bisect_right(self.authored, (offset, len(self.article.text) + 1)) - 1
        return at >= 0 and offset < self.authored[at][1]

    @late
    def brinks(self) -> list[int]:
        """The tokens before which a reported clause may end, in order.

        They are commas and semicolons, "and" and "but", what opens a contrast or a time ("while", "as"), and
        "according to".
        """
        tagged, lowers = self.tagged, self.tokens.lowers
        places = (match.start() for match in _BRINK.finditer(tagged))
        found = [at for at in places if tagged[at] in ",;" or lowers[at] in _BRINK_WORDS[tagged[at]]]
        found += [at for at in _places_of(lowers, "as") if tagged[at] == "P"]
        found += [at for at in _places_of(lowers, "according") if lowers[at + 1 : at + 2] == ["to"]]
        return sorted(found)

    @late
    def condition_openers(self) -> list[int]:
        """The tokens at which a condition begins, in order: most of "in" and "on" open none."""
        lowers, conditions = self.tokens.lowers, self.index.conditions
        inverting = self.index.sets["grammar.inverting"]
        found = (at for at in self.hits(Trigger.CONDITION) if conditions.at(lowers, at) is not None)
        return [at for at in found if lowers[at] not in inverting or _is_inverted(self, at)]

    @late
    def written(self) -> frozenset[str]:
        """All words of the article, in lower case."""
        return frozenset(self.tokens.lowers)

    @late
    def small_words(self) -> frozenset[str]:
        """All words of the article as they are written, by which a word in small letters is told."""
        return frozenset(self.tokens.words)

    @late
    def conditioned(self) -> frozenset[int]:
        """The sentences in which a condition begins."""
        return frozenset([self.sentence_at[at] for at in self.condition_openers])

    @late
    def inner_quotations(self) -> tuple[Quotation, ...]:
        """The quotations within quotations, which hold no mark of their own in ``quoted``."""
        marks = sum(1 + quotation.closed for quotation in self.quotations)
        return find_inner(self.tokens, self.quotations) if self.tagged.count("q") > marks else ()

    @late
    def today(self) -> dt.date | None:
        """The day of publication or of the dateline, from which "next month" counts; None where neither is known."""
        published, line = self.article.published, self.article.dateline
        if published is not None or line is None:
            return None if published is None else dt.date(published.year, published.month, published.day)
        words = measure_words(self.lexicon)
        found = words.dates.search(self.article.text, line.start, line.end)
        if found is None or not (found["year"] and found["day"]):
            return None
        named = found["month"].rstrip(".")
        try:
            return dt.date(int(found["year"]), words.months.get(named) or int(named), int(found["day"]))
        except ValueError:
            return None

    def hits(self, trigger: Trigger) -> list[int]:
        """The tokens that a step reads on from, in order."""
        return self._triggered[trigger]

    @late
    def pronouns(self) -> list[int]:
        """The pronouns, possessive ones as well, in order."""
        return [match.start() for match in _PRONOUN.finditer(self.tagged)]

    @late
    def _triggered(self) -> tuple[list[int], ...]:
        """The tokens that steps read on from, by the number of the ``Trigger``."""
        found: tuple[list[int], ...] = tuple([] for _ in Trigger)
        steps: list[tuple[int, ...] | None] = list(map(STEPS, self.entries))
        places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        for at, several in zip(compress(count(), steps), filter(None, steps), strict=False):
            places[several].append(at)
        for several, at_words in places.items():
            for step in several:
                found[step].extend(at_words)
        for hits in found:
            hits.sort()
        return found

    def reach(self, token: int) -> tuple[int, int]:
        """The range of tokens of the sentence that a token stands in, end marks left out.

        Of a sentence that goes on and on it is what stands near the token, so that reading from each of its words
        takes no longer the longer it is.
        """
        first, end = self.reaches[self.sentence_at[token]]
        if end - first > _FAR:
            return max(first, token - _FAR), min(end, token + _FAR)
        return first, end

    def in_title(self, token: int) -> bool:
        """Whether a token stands in the headline or a heading, where a capital makes no name."""
        blocks, start = self.article.blocks, self.tokens.starts[token]
        block = blocks[bisect_right(blocks, start, key=lambda block: block.span.start) - 1]
        return block.kind in _HEADINGS

    def sentence_of(self, token: int) -> int:
        """The index of the sentence that a token stands in."""
        return self.sentence_at[token]


def analyse(article: Article, lexicon: Lexicon) -> Analysis:
    """Tokens, sentences, quotations and tags of an article."""
    index, vocabulary = index_of(lexicon), vocabulary_of(lexicon)
    tokens, entries = read_tokens(article.text, vocabulary)
    owners = [at for at, sign in enumerate(map(SIGNS, entries)) if sign & OWNER]
    if owners:
        tokens, entries = part_owners(tokens, entries, owners, index, name_words_of(lexicon), vocabulary)
    sentences = find_sentences(article, lexicon=lexicon)
    bounds = tokens.ranges([sentence.span for sentence in sentences])
    blocks = tokens.ranges([block.content for block in article.blocks])
    signs = list(map(SIGNS, entries))
    signed = [(at, signs[at]) for at in compress(count(), signs)]
    quotations = find_quotations(tokens, blocks, [at for at, sign in signed if sign & MARK])
    quoted = [-1] * len(tokens)
    for number, quotation in enumerate(quotations):
        inside = slice(quotation.open + 1, quotation.close)
        quoted[inside] = [number] * len(quoted[inside])
    titled = _titled(tokens, article, blocks)
    openings = _openings(tokens, bounds, quotations)
    uppers = [at for at, sign in signed if sign & CAPITAL]
    tags = tag(tokens, index, readings_of(entries, openings, vocabulary), openings, titled, uppers)
    _mend_stops(tokens, tags, bounds)
    parted = join_parted(tokens, index, tags, "".join(tags))
    tagged = "".join(tags)
    barriers = frozenset(first for first, _ in bounds)
    block_starts = frozenset(first for first, _ in blocks)
    return Analysis(
        article=article,
        lexicon=lexicon,
        index=index,
        tokens=tokens,
        entries=entries,
        tags=tags,
        tagged=tagged,
        sentences=sentences,
        blocks=blocks,
        bounds=bounds,
        reaches=[(first, first + len(tagged[first:end].rstrip("."))) for first, end in bounds],
        quotations=quotations,
        titled=titled,
        parted=parted,
        quoted=quoted,
        authored=[(section.span.start, section.span.end) for section in article.sections if section.role.is_authored],
        barriers=barriers,
        block_starts=block_starts,
        walls=barriers | block_starts,
        uppers=uppers,
        describing=[at for at, sign in signed if sign & DESCRIBE],
        capitals=frozenset([at for at in uppers if tagged[at] in "EN" and entries[at].names]),
        sentence_at=_sentence_at(bounds, len(tokens)),
        asks="?" in article.text,
    )


def _openings(tokens: Tokens, bounds: list[tuple[int, int]], quotations: tuple[Quotation, ...]) -> frozenset[int]:
    """Tokens that begin a sentence or a quotation; a mark may stand before a sentence's first word."""
    words, size = tokens.words, len(tokens)
    starts = {quotation.open + 1 for quotation in quotations if not _is_amid(words, quotation.open)}
    for first, end in bounds:
        if first < end:
            starts.add(first)
        if first < size and not words[first][0].isalpha():
            starts.add(first + 1)
    return frozenset(starts)


def _titled(tokens: Tokens, article: Article, blocks: list[tuple[int, int]]) -> frozenset[int]:
    """The tokens of headings that write all words but short ones with a capital."""
    found: set[int] = set()
    for block, (first, end) in zip(article.blocks, blocks, strict=True):
        if block.kind in _HEADINGS:
            words = [word for word in tokens.words[first:end] if len(word) > _SHORT_WORD and word.isalpha()]
            if len(words) >= _FEWEST_TITLED and all(word[0].isupper() for word in words):
                found.update(range(first, end))
    return frozenset(found)


def _is_amid(words: list[str], mark: int) -> bool:
    """Whether a quotation opens amid a clause: a word before its mark, and one without a capital after it."""
    return 0 < mark < len(words) - 1 and words[mark - 1][-1].isalnum() and words[mark + 1][0].islower()


def _sentence_at(bounds: list[tuple[int, int]], size: int) -> list[int]:
    """For each of the tokens the index of its sentence, or of the last one before it."""
    begun = [0] * (size + 1)
    for first, _ in bounds[1:]:
        begun[first] += 1
    return list(accumulate(begun))


def _mend_stops(tokens: Tokens, tags: list[str], bounds: list[tuple[int, int]]) -> None:
    """Tag stops that end no sentence ("Lindsey O. Graham", "Sen. Ruiz") as part of the word before."""
    tagged = "".join(tags)
    for first, end in bounds:
        at = tagged.find(".", first + 1, end - 1)
        if at < 0:
            continue
        last = first + len(tagged[first:end].rstrip(".q)")) - 1
        while 0 <= at < last:
            if tokens.words[at] == "." and tokens.starts[at] == tokens.ends[at - 1]:
                before = tokens.words[at - 1]
                if len(before) == 1 or (len(before) <= 5 and before[0].isupper()):
                    tags[at] = "h"
                    if tags[at - 1] == "D":
                        tags[at - 1] = "E"  # "John A. Lane" has no article.
            at = tagged.find(".", at + 1, last)


def _places_of(lowers: list[str], word: str) -> Iterator[int]:
    """Where a word stands, in order."""
    at = -1
    for _ in range(lowers.count(word)):
        at = lowers.index(word, at + 1)
        yield at


def _is_inverted(analysis: Analysis, at: int) -> bool:
    """Whether an auxiliary stands before its subject in a condition: "should Oslo agree", "were Oslo to agree".

    "Were" and "had" do so at the start of a clause, or after what would be ("would have agreed had Oslo signed"), and
    none does in a question.
    """
    tags, lower = analysis.tags, analysis.tokens.lowers[at]
    _, ceiling = analysis.reach(at)
    if at + 2 >= ceiling or tags[at + 1] not in "DSREN":
        return False
    if not (_opens_clause(analysis, at, bare=lower == "should") or _is_after_unreal(analysis, at, ceiling)):
        return False
    verbs = _INVERTED[lower].finditer(analysis.tagged, at + 2, min(ceiling, at + _INVERSION_REACH))
    number = analysis.quoted[at]
    end = analysis.quotations[number].close if number >= 0 else min(ceiling, len(tags) - 1)
    if not any(lower != "should" or _is_base(analysis, verb.start()) for verb in verbs):
        return False
    return "?" not in analysis.tokens.words[end - 1 : end + 1]


def _is_after_unreal(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether "were" or "had", its subject and its verb follow what only would be: "would fall were the ban to end"."""
    lower, tagged = analysis.tokens.lowers[at], analysis.tagged
    if lower not in _UNREAL or _INVERTED_LATE[lower].match(tagged, at + 1, ceiling) is None:
        return False
    floor, _ = analysis.reach(at)
    unreal = _UNREAL[lower].search(tagged, max(floor, at - _UNREAL_REACH), at)
    return unreal is not None and analysis.tokens.lowers[unreal.start()] in _UNREAL_MODALS


def _is_base(analysis: Analysis, verb: int) -> bool:
    return analysis.tags[verb] not in "vN" or "b" in analysis.index.verbs.get(analysis.tokens.lowers[verb], "")


def _opens_clause(analysis: Analysis, at: int, *, bare: bool) -> bool:
    """Whether a clause may begin at a token: at a start, after a mark or "that"; where ``bare`` after most words."""
    if at == 0 or at in analysis.block_starts:
        return True
    before = analysis.tags[at - 1]
    return before in ",.;:-qH" or (bare and analysis.tokens.lowers[at - 1] not in _NO_CONDITION)
