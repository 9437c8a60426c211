"""Claims whose cue is a noun for what is quoted beside it: "“No deal” was the reply", "the message is clear: no"."""

from __future__ import annotations

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.quoted_complements import quotation_after
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.grammar.clauses import CLAUSE_REACH, Ranges, trim_end
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["colon_after", "noun_quote_draft"]

_MODIFIERS = 4
_LONGEST_VERDICT = 5
_LONGEST_OPENING = 10
_GIVERS = frozenset({"from", "of", "by"})
_HEARERS = frozenset({"to", "for"})


def noun_quote_draft(analysis: Analysis, form: CueForm, at: int, floor: int, ceiling: int) -> ClaimDraft | None:
    """A claim whose content is a quotation before a noun and "was", or what a colon after the noun introduces."""
    end = at + 1 + len(form.tail)
    start = at
    while start > floor and analysis.tags[start - 1] in "NAKd" and at - start < _MODIFIERS:
        start -= 1
    giver, after = _giver(analysis, end, ceiling)
    owner = _owner(analysis, start, floor)
    opener = owner.first if owner is not None else start - 1
    source = owner or giver
    if source is None or opener < floor or not can_hold(analysis, source):
        return None
    colon = colon_after(analysis, after, ceiling)
    if colon is not None and _opens(analysis, opener, floor):
        quoted = quotation_after(analysis, colon)
        content = quoted or _rest(analysis, colon + 1, ceiling)
        return _draft(form, source, (at, end), content, quoted=quoted is not None)
    before = _quoted_before(analysis, opener, floor)
    return _draft(form, source, (opener + 1 if owner is None else at, end), before, quoted=True)


def _draft(
    form: CueForm, source: Source, cue_range: tuple[int, int], content: Ranges | None, *, quoted: bool
) -> ClaimDraft | None:
    if content is None:
        return None
    return ClaimDraft(
        form.cue, "quote" if quoted else "that", source, cue_range, list(content), direct=quoted, strong=1
    )


def _owner(analysis: Analysis, start: int, floor: int) -> Source | None:
    """The possessor right before a noun and its adjectives: "the envoy's reply", "her reply"."""
    tags = analysis.tags
    if start - 1 < floor:
        return None
    if tags[start - 1] == "S":
        return Source(start - 1, start)
    found = noun_phrase_before(analysis, start - 1, floor) if tags[start - 1] == "G" else None
    return Source(*found) if found is not None else None


def _giver(analysis: Analysis, end: int, ceiling: int) -> tuple[Source | None, int]:
    """Whom a noun comes from, and the token after it and whoever is addressed: "the message from Oslo to growers"."""
    lowers, giver = analysis.tokens.lowers, None
    for _ in range(2):
        found = None
        if end + 1 < ceiling and lowers[end] in _GIVERS | _HEARERS:
            found = noun_phrase_after(analysis, end + 1, ceiling)
        if found is None:
            break
        stop = next((at for at in range(*found) if lowers[at] in _HEARERS), found[1])
        giver = Source(found[0], stop) if lowers[end] in _GIVERS and giver is None else giver
        end = stop
    return giver, end


def colon_after(analysis: Analysis, at: int, ceiling: int) -> int | None:
    """The colon after a noun, or after what it is said to be: "her reply:", "her reply was short and clear:"."""
    tags = analysis.tags
    colon = at
    if at < ceiling and tags[at] == "B":
        while colon < min(ceiling, at + _LONGEST_VERDICT) and tags[colon] in "BANCd":
            colon += 1
    return colon if colon + 2 < ceiling and tags[colon] == ":" else None


def _opens(analysis: Analysis, opener: int, floor: int) -> bool:
    """Whether nothing but a conjunction or an adverb stands before a subject in its sentence."""
    return opener - floor < _LONGEST_OPENING and all(tag in "CA,q" for tag in analysis.tags[floor:opener])


def _rest(analysis: Analysis, first: int, ceiling: int) -> Ranges | None:
    """What stands after a colon, if it is a clause."""
    end = trim_end(analysis, first, min(ceiling, first + CLAUSE_REACH))
    return ((first, end),) if any(tag in "vMBVO" for tag in analysis.tags[first:end]) else None


def _quoted_before(analysis: Analysis, opener: int, floor: int) -> Ranges | None:
    """The quotation before "was" and what is said to be it, if it opens the sentence."""
    tags, quoted = analysis.tags, analysis.quoted
    be, mark = opener - 1, opener - 2
    if mark <= 0 or tags[be] != "B" or tags[mark] != "q" or quoted[mark - 1] < 0:
        return None
    opening = analysis.quotations[quoted[mark - 1]].open
    if opening > floor or analysis.quotations[quoted[mark - 1]].close != mark:
        return None
    end = trim_end(analysis, opening + 1, mark)
    return ((opening + 1, end),) if end > opening + 1 else None
