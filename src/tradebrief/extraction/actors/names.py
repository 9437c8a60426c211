"""Where actors and places are named: known names, titles with names, and names that the text shows the kind of.

A run of capitalised words is cut into the names that it holds. What an unknown name names is settled by the evidence
of the whole text (``settling``), and each name then gives the actor or place that it may mean (``name_candidates``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.capital_lines import find_in_capitals
from tradebrief.extraction.actors.cuts import Piece, cut_run
from tradebrief.extraction.actors.evidence import TITLED
from tradebrief.extraction.actors.name_candidates import candidate_of, entry_candidate
from tradebrief.extraction.actors.runs import find_runs
from tradebrief.extraction.actors.settling import is_row, settle_names
from tradebrief.extraction.actors.titles import is_plural_title
from tradebrief.extraction.lookups.kinds import COUNTRY, METONYM, ORGANIZATION
from tradebrief.extraction.lookups.name_words import name_words_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import Evidence, NameKind, Strength
from tradebrief.model import Diagnostic, RuleId

__all__ = ["find_names", "note_unknown"]

_ACRONYM = Evidence(NameKind.BODY, Strength.SURE, "actor.acronym")
_UNSURE = frozenset({"actor.unknown", "actor.speaker"})
_FIRST = attrgetter("first")


def find_names(analysis: Analysis, crowded: Sequence[bool]) -> list[Candidate]:
    """The names in order; where nearly every word has a capital (``crowded``), only those known otherwise."""
    words = name_words_of(analysis.lexicon)
    pieces = [piece for run in find_runs(analysis, words, crowded) for piece in cut_run(analysis, words, run)]
    pieces = list(_share_titles(analysis, _with_own_acronyms(analysis, pieces)))
    settled = settle_names(analysis, words, pieces)
    found = [candidate for piece in pieces if (candidate := candidate_of(analysis, words, piece, settled)) is not None]
    found.extend(find_in_capitals(analysis, words, crowded, settled))
    found.extend(owner for piece in pieces if (owner := _owner_in(analysis, piece)) is not None)
    return sorted(found, key=_FIRST)


def _owner_in(analysis: Analysis, piece: Piece) -> Candidate | None:
    """The country whose name opens that of one of its bodies, where a noun ends it: "French finance ministry"."""
    if piece.known is None or not piece.words[-1].islower() or piece.known.entry.kind is not ORGANIZATION:
        return None
    owner = analysis.index.names.at(list(piece.words[:-1]), 0)
    if owner is None or owner[1].entry.kind is not COUNTRY or owner[1].form is METONYM:
        return None
    return entry_candidate(analysis, piece.first, piece.first + owner[0], owner[1])


def _with_own_acronyms(analysis: Analysis, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The names, acronyms that the text introduces for a body of its own taken from whom the lexicon has them for.

    Those of which nothing else tells that they are a body's are told by it, too.
    """
    written = analysis.tokens.words
    own = {
        short.words
        for full, short in pairwise(pieces)
        if full.end + 1 == short.first
        and full.known is None
        and written[full.end] == "("
        and (short.known is not None or (_is_body(full) and short.evidence is None))
        and written[short.end : short.end + 1] == [")"]
        and len(short.words) == 1
        and short.words[0] in _initials(full.words)
    }
    if not own:
        return pieces
    return [piece._replace(known=None, evidence=_ACRONYM) if piece.words in own else piece for piece in pieces]


def _is_body(piece: Piece) -> bool:
    return piece.evidence is not None and piece.evidence.kind is NameKind.BODY


def _initials(name: Sequence[str]) -> tuple[str, str]:
    """The acronyms that a name may have: of all its words, and of those with a capital."""
    letters = [word for word in name if word[0].isalpha()]
    return "".join(word[0] for word in letters).upper(), "".join(word[0] for word in letters if word[0].isupper())


def _share_titles(analysis: Analysis, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The names, the further ones of a row with the title in the plural before its first: "Senators Ode and Ruiz"."""
    before: Piece | None = None
    for piece in pieces:
        if before is not None and analysis.tags[piece.first - 1] == "(":
            yield piece  # "Senators Ode (D-NM) and Ruiz": what brackets add of one of them.
            continue
        if before is not None and piece.title is None and _shares(analysis, before, piece):
            shared = piece._replace(title=before.title, evidence=TITLED)
            before = shared if analysis.tokens.lowers[piece.first - 1] == "," else None
            yield shared
            continue
        titled = piece.title is not None and is_plural_title(analysis, piece.title[1])
        before = piece if titled else None
        yield piece


def _shares(analysis: Analysis, before: Piece, piece: Piece) -> bool:
    unknown = piece.known is None and piece.office is None
    body = _is_body(piece) and len(piece.words) > 1
    return unknown and not body and is_row(analysis, before, piece)


def note_unknown(analysis: Analysis, candidates: Iterable[Candidate]) -> Iterator[Diagnostic]:
    """A note on each name that nothing tells the kind of, where it stands first."""
    noted: set[str] = set()
    for candidate in candidates:
        if candidate.rule in _UNSURE:
            span = analysis.tokens.span(candidate.first, candidate.end)
            if (name := analysis.article[span]) not in noted:
                noted.add(name)
                message = "a name of which nothing tells what it names: taken for a body's"
                yield Diagnostic(rule=RuleId(candidate.rule), message=message, span=span)
