"""Names where nearly every word has a capital, so that capitals tell nothing: headings and lines of capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.cuts import Piece
from tradebrief.extraction.actors.evidence import TITLED
from tradebrief.extraction.actors.name_candidates import entry_candidate, named, of_verdict
from tradebrief.extraction.actors.settling import SHORT_PERSON, Known
from tradebrief.extraction.actors.titles import is_plural_title, title_end
from tradebrief.extraction.lookups.kinds import PERSON
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.lookups.phrasebook import Phrasebook
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import Evidence, NameKind

__all__ = ["find_in_capitals"]

_LONGEST_TITLED, _LONGEST_NAME = 6, 5


def find_in_capitals(
    analysis: Analysis, words: NameWords, crowded: Sequence[bool], known: Known
) -> Iterator[Candidate]:
    """Names in lines of capitals: those of the lexicon, and those that the text shows elsewhere."""
    if not any(crowded):
        return
    written, tags = analysis.tokens.words, analysis.tags
    openers = {written[at] for at in analysis.uppers if crowded[at]}
    told = {
        name: verdict
        for name, verdict in known.verdicts.items()
        if verdict.kind is not NameKind.OTHER and (name[0] in openers or name[0].upper() in openers)
    }
    upper = {tuple(map(str.upper, name)): verdict for name, verdict in told.items()}
    read = Phrasebook((upper | told).items())
    done = 0
    for at in analysis.uppers:
        if at < done or not crowded[at] or not written[at][0].isupper():
            continue
        titled = _titled_in_capitals(analysis, words, at)
        if titled is not None:
            done = titled.end
            yield named(titled, PERSON, TITLED.rule)
            continue
        listed, found = (
            analysis.index.names.at(written, at),
            read.at(written, at) or _in_capitals(analysis, words, known, at),
        )
        if found is not None and (listed is None or found[0] > listed[0]):
            done = found[0]
            piece = Piece(first=at, end=done, words=tuple(written[at:done]), opens=False, evidence=found[1])
            candidate = of_verdict(analysis, words, piece, found[1])
            if candidate is not None:
                yield candidate
        elif listed is not None and tags[at] not in "DP" and not _asks(analysis, at, listed[0]):
            done = listed[0]
            yield entry_candidate(analysis, at, *listed)


def _in_capitals(analysis: Analysis, words: NameWords, known: Known, at: int) -> tuple[int, Evidence] | None:
    """A name that the text does not write so: a surname or a given name before it, in small letters or capitals."""
    written = analysis.tokens.words
    plain = [word.title() if word.isupper() else word for word in written[at : at + 2]]
    full = words.is_given(plain[0]) and len(plain) > 1 and plain[1] in known.surnames
    if full:
        return at + 2, SHORT_PERSON
    heads = plain[0] in words.place_heads or plain[0] in words.body_heads or words.is_given(plain[0])
    if plain[0] in known.surnames and not heads and analysis.tokens.lowers[at] not in analysis.index.tags:
        return at + 1, SHORT_PERSON
    return None


def _titled_in_capitals(analysis: Analysis, words: NameWords, at: int) -> Piece | None:
    """The person's name after a title, where all is in capitals: "TRADE MINISTER ANA RUIZ SAID"."""
    written, lowers, index = analysis.tokens.words, analysis.tokens.lowers, analysis.index
    if not written[at].isupper() or lowers[at] not in words.title_openers:
        return None
    stop = title_end(analysis, at, min(len(written), at + _LONGEST_TITLED))
    if stop is None or is_plural_title(analysis, stop):
        return None
    end = stop
    while (
        end < min(len(written), stop + _LONGEST_NAME)
        and end not in analysis.walls
        and ((written[end].isupper() and len(written[end]) > 1) or (written[end] == "-" and end > stop))
        and lowers[end] not in index.tags
        and lowers[end] not in index.verbs
        and lowers[end] not in index.sets["grammar.time"]
        and index.names.at(written, end) is None
    ):
        end += 1
    end -= written[end - 1] == "-"
    if end <= stop:
        return None
    return Piece(
        first=stop, end=end, words=tuple(written[stop:end]), opens=False, title=(at, stop), evidence=TITLED,
    )  # fmt: skip


def _asks(analysis: Analysis, at: int, end: int) -> bool:
    """Whether an acronym in a line of capitals is rather the word that asks: "WHO WANTS WHAT"."""
    return (
        end == at + 1
        and analysis.tokens.lowers[at] == "who"
        and analysis.tokens.words[at].isupper()
        and _shouts(analysis, at)
    )


def _shouts(analysis: Analysis, at: int) -> bool:
    """Whether the next word is in capitals throughout as well."""
    following = analysis.tokens.words[at + 1 : at + 2]
    return bool(following) and following[0].isupper() and len(following[0]) > 1
