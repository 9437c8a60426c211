"""Claims whose cue is a colon after a speaker's name: a headline ("Oslo: no deal yet"), a transcript, a quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.quoted_complements import quotation_after
from tradebrief.extraction.claims.sources import Source, is_document
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.lookups.kinds import METONYM
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorKind, BlockKind

__all__ = ["label_drafts"]

_MARK = ":"
_LONGEST = 9
_LONGEST_TOPIC = 7
_TOPIC = frozenset({"about", "on"})
_LANDS = (ActorKind.COUNTRY, ActorKind.BLOC)
_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.KEY_POINT})


def label_drafts(analysis: Analysis) -> Iterator[ClaimDraft]:
    """The readings of colons after a name, in the order of the text."""
    cue = analysis.index.marks.get(_MARK)
    labels = list(_labels(analysis)) if cue else []
    if cue is None or not labels:
        return
    blocks = analysis.article.blocks
    ranges = analysis.tokens.ranges([block.content for block in blocks])
    ends = {first: (end, block.kind) for block, (first, end) in zip(blocks, ranges, strict=True)}
    times = Counter(analysis.tokens.words)
    for label, at in labels:
        first = label.first
        block = ends.get(first)
        if block is not None and block[1] is BlockKind.HEADING and _is_topic(analysis, label, block[0]):
            continue
        quoted = quotation_after(analysis, at)
        plain = at > label.end or analysis.tags[first] == "D"
        content = quoted if plain else _said(analysis, first, at, ends, times) or quoted
        if content is not None:
            whole = content == quoted
            yield ClaimDraft(cue, "quote" if whole else "bare", label, (at, at + 1), list(content), direct=whole)


def _labels(analysis: Analysis) -> Iterator[tuple[Source, int]]:
    """What stands before a colon and may name a speaker, and the colon: "Lund: ...", "Lund on rice: ..."."""
    at = analysis.tagged.find(_MARK)
    words, tags = analysis.tokens.words, analysis.tags
    named = {words[capital] for capital in analysis.capitals if tags[capital] == "E"} if at >= 0 else set[str]()
    while at >= 0:
        end = _topic_start(analysis, at)
        label = Source(_label_start(analysis, end), end)
        if label.first < end and _can_speak(analysis, label, named):
            yield label, at
        at = analysis.tagged.find(_MARK, at + 1)


def _topic_start(analysis: Analysis, colon: int) -> int:
    """Where "on rice" or "about the Oslo talks" begins before a colon; the colon if nothing like it stands there."""
    for at in range(colon - 2, max(0, colon - _LONGEST_TOPIC), -1):
        if analysis.tags[at] == "P":
            return at if analysis.tokens.lowers[at] in _TOPIC else colon
        if analysis.tags[at] not in "DSNEKG":
            break
    return colon


def _label_start(analysis: Analysis, colon: int) -> int:
    """Where the words before a colon begin, if nothing but a name with its title stands there; else the colon."""
    tags = analysis.tags
    first = colon
    while first > max(0, colon - _LONGEST) and tags[first - 1] in "ENhG()," and first not in analysis.block_starts:
        first -= 1
    first -= 0 < first < colon and tags[first - 1] == "D" and first not in analysis.block_starts
    opens = first in analysis.block_starts or first == 0 or tags[first - 1] in ".-q"
    return first if opens else colon


def _can_speak(analysis: Analysis, label: Source, named: Collection[str]) -> bool:
    """Whether a label is a name, here or elsewhere, or names a document or people: no day, no "The result"."""
    tags, words, times = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    inside = range(label.first, label.end)
    people = words[label.end - 1] in analysis.index.holders and not is_document(analysis, label)
    if tags[label.first] == "D" and not people:
        return False  # "The White House: ..." heads a part.
    if any(words[at] in times for at in inside) or tags[label.first] in "(),h":
        return False
    if " ".join(words[label.first : label.end]) in analysis.lexicon.layout.roles:
        return False  # "Opinion: ..." says what a text is.
    written = analysis.tokens.words[label.first : label.end]
    if all(word.isupper() for word in written) and _is_town(analysis, [word.title() for word in written]):
        return False  # "NEW DELHI: ..." says where it was written.
    last = max((at for at in inside if tags[at] in "EN"), default=label.first)
    return tags[last] == "E" or analysis.tokens.words[last] in named or words[last] in analysis.index.holders


def _is_town(analysis: Analysis, written: list[str]) -> bool:
    """Whether words are the name of a capital, which hardly any person has."""
    known = analysis.index.names.at(written, 0)
    return known is not None and known[0] == len(written) and known[1].form is METONYM and not known[1].weak


def _is_known(analysis: Analysis, label: Source, times: Mapping[str, int]) -> bool:
    """Whether a label ends in a name that is listed or comes back in the text as one, or in a word for people."""
    tokens, index = analysis.tokens, analysis.index
    last = max((at for at in range(label.first, label.end) if analysis.tags[at] in "EN"), default=label.first)
    return (
        tokens.lowers[last] in index.holders
        or any(_ends_name(analysis, at, last + 1) for at in range(label.first, last + 1))
        or (times[tokens.words[last]] > 1 and tokens.lowers[last] not in times)
    )


def _ends_name(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a listed name stands between two tokens."""
    known = analysis.index.names.at(analysis.tokens.words, first)
    return known is not None and known[0] == end


def _is_topic(analysis: Analysis, label: Source, end: int) -> bool:
    """Whether a label only names what the part under its heading is about: "Peru: grapes on the move"."""
    if any(analysis.tags[at] in "vMBVO" for at in range(label.end + 1, end)):
        return False
    known = analysis.index.names.at(analysis.tokens.words, label.first)
    return known is not None and known[0] == label.end and known[1].entry.kind in _LANDS


def _said(
    analysis: Analysis, first: int, colon: int, ends: Mapping[int, tuple[int, BlockKind]], times: Mapping[str, int]
) -> tuple[tuple[int, int], ...] | None:
    """What follows a label without quotation marks: the rest of a heading, or of a turn in a transcript."""
    block = ends.get(first)
    if block is None:
        return None
    end, kind = block
    words = [analysis.tokens.words[at] for at in range(first, colon) if analysis.tags[at] in "EN"]
    shouted = all(word.isupper() and len(word) > 1 for word in words)
    speaks = shouted and any(analysis.tags[at] in "vMBVO" for at in range(colon + 1, end))
    heads = kind in _HEADINGS and _is_known(analysis, Source(first, colon), times)
    if not (heads or speaks) or end < colon + 3:
        return None
    start = colon + 1 + (analysis.tags[colon + 1] == "q" and analysis.tags[end - 1] == "q")
    stop = trim_end(analysis, start, end)
    return ((start, stop),) if stop > start + 1 else None
