"""Briefs of a few paragraphs, without a headline, so that a test shows the language and nothing of layout."""

from collections.abc import Iterable

import tradebrief as tb

__all__ = [
    "article_of",
    "claims_of",
    "commentary_of",
    "folded",
    "mentions_of",
    "read",
    "sides",
    "undecided",
    "words_of",
]

_BREAK = "\n\n"
_PROVENANCE = tb.Provenance(format="text", media_type="text/plain", sha256="0" * 64)


def article_of(*paragraphs: str, role: tb.SectionRole = tb.SectionRole.BODY) -> tb.Article:
    """An article that is one section of paragraphs."""
    blocks: list[tb.Block] = []
    at = 0
    for paragraph in paragraphs:
        if blocks:
            blank = tb.Span(at, at + len(_BREAK))
            blocks.append(tb.Block(kind=tb.BlockKind.BLANK, span=blank, content=tb.Span(blank.end, blank.end)))
            at = blank.end
        span = tb.Span(at, at + len(paragraph))
        blocks.append(tb.Block(kind=tb.BlockKind.PARAGRAPH, span=span, content=span))
        at = span.end
    contents = tuple(block.content for block in blocks if block.kind is tb.BlockKind.PARAGRAPH)
    section = tb.Section(heading=None, level=1, role=role, span=tb.Span(0, at), paragraphs=contents)
    text = _BREAK.join(paragraphs)
    return tb.Article(text=text, provenance=_PROVENANCE, sections=(section,), blocks=tuple(blocks))


def read(*paragraphs: str) -> tb.Brief:
    """What is read from paragraphs of the outlet's."""
    return tb.extract(article_of(*paragraphs))


def commentary_of(*paragraphs: str) -> tb.Brief:
    """What is read from paragraphs in which an author speaks."""
    return tb.extract(article_of(*paragraphs, role=tb.SectionRole.COMMENTARY))


def folded(words: str) -> str:
    """Words on one line."""
    return " ".join(words.split())


def words_of(brief: tb.Brief, spans: Iterable[tb.Span]) -> list[str]:
    """The words of spans."""
    return [brief[span] for span in spans]


def claims_of(brief: tb.Brief) -> list[tuple[str | None, list[str], str]]:
    """Holder, content and rule of each claim."""
    return [(claim.holder, words_of(brief, claim.content), claim.rule) for claim in brief.claims]


def sides(text: str) -> list[tuple[str, str, str]]:
    """Holder, side and target of the stances, in order."""
    brief = read(text)
    return [
        (stance.holder, stance.polarity.value, brief[stance.target.span])
        for stance in brief.stances
        if stance.polarity and stance.target
    ]


def mentions_of(brief: tb.Brief) -> dict[str, list[str]]:
    """The words that mention each actor, by its id."""
    return {actor.id: words_of(brief, (mention.span for mention in actor.mentions)) for actor in brief.actors}


def undecided(brief: tb.Brief) -> list[str]:
    """The words that fit several actors, or of which nothing tells whom they mean."""
    notes = (note for note in brief.diagnostics if note.rule == "actor.undecided")
    return [brief[note.span] for note in notes if note.span is not None]
