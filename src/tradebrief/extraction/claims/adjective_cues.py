"""Claims whose cue is an adjective: "is wary of", "Oslo, ready to talk,", "is adamant: the levy must go"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradebrief.extraction.claims.complements import possible_frames, read_frame
from tradebrief.extraction.claims.denials import denying_words
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, can_hold, head_end
from tradebrief.extraction.claims.subjects import is_outstanding, subject_of
from tradebrief.extraction.grammar.adjuncts import past_insertion
from tradebrief.extraction.grammar.clauses import CLAUSE_REACH, trim_end
from tradebrief.extraction.grammar.phrases import as_heard, noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import REFLEXIVES, noun_phrase_before
from tradebrief.extraction.grammar.surroundings import around
from tradebrief.extraction.lookups.index import CueForm, Trigger
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ClaimKind

__all__ = ["adjective_drafts"]

_CLAUSES = frozenset({"bare", "that"})
_VERB = re.compile("[vMBVO]")  # Over tags.
_LONGEST_BESIDE = 24
_BEFORE_ADJECTIVE = "AXvBdiq"  # A copula, or an adverb after one.
_INVERTED_REACH = 14
_SUBJECT_ENDS = "SENR"  # Where an adjective stands after its subject: "Nor is Oslo ready to".
_DEGREES = frozenset({"more", "less"})
_ANYTHING_BUT = ["anything", "but"]
_BARELY = frozenset({"hardly", "scarcely", "barely", "never"})
_TO = ("to",)
_PLACING = frozenset({"after"})  # Cues that else tell when something is.


def adjective_drafts(analysis: Analysis) -> Iterator[ClaimDraft]:
    """The readings of adjective cues after a copula, in the order of the text."""
    lowers, tags, cues = analysis.tokens.lowers, analysis.tags, analysis.index.adjective_cues
    barriers = analysis.barriers
    for at in analysis.hits(Trigger.ADJECTIVE):
        before = tags[at - 1]
        if before == "," or at in barriers:
            beside = _adjective_beside(analysis, at)
            if beside is not None:
                yield beside
            continue
        named = before == "D" and lowers[at - 1] == "a" and _is_predicate_noun(analysis, at)
        close = before in _BEFORE_ADJECTIVE or lowers[at - 1] in _DEGREES or lowers[at - 1] in REFLEXIVES
        denied = before == "C" and _is_anything_but(analysis, at)
        close = close or denied or _is_named_as(analysis, at)
        if not close and not named:
            if before in _SUBJECT_ENDS and (inverted := _adjective_inverted(analysis, at)) is not None:
                yield inverted
            continue
        floor, ceiling = analysis.reach(at)
        copula = _copula_of(analysis, at - 1 - named - len(_ANYTHING_BUT) * denied, floor)
        if copula is None:
            continue
        for form in cues.at(lowers, at):
            draft = _adjective(analysis, form, at, copula, floor, ceiling)
            if draft is not None:
                yield draft
                break


def _is_anything_but(analysis: Analysis, at: int) -> bool:
    """Whether an adjective is denied by the words before it: "is anything but | keen on"."""
    return analysis.tokens.lowers[at - len(_ANYTHING_BUT) : at] == _ANYTHING_BUT


def _is_named_as(analysis: Analysis, at: int) -> bool:
    """Whether an adjective stands after what somebody describes themselves as: "described himself as | wary"."""
    lowers = analysis.tokens.lowers
    return lowers[at - 1] == "as" and lowers[at - 2] in REFLEXIVES


def _copula_of(analysis: Analysis, at: int, floor: int) -> int | None:
    """The copula before an adjective, or the verb by which its holder says it of itself: "declared itself opposed"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    while at > floor and (tags[at] in "AXq" or lowers[at] in _DEGREES):
        at -= 1
    at -= lowers[at] == "as"
    if at - 1 > floor and lowers[at] in REFLEXIVES and lowers[at - 1] in analysis.index.sets["grammar.professing"]:
        return at - 1
    if at < floor or tags[at] not in "vBdi" or lowers[at].removesuffix("n't") not in analysis.index.copulas:
        return None
    return at


def _adjective_beside(analysis: Analysis, at: int) -> ClaimDraft | None:
    """An adjective beside its holder, with a comma between: "Oslo, wary of the cost, waits"."""
    floor, ceiling = analysis.reach(at)
    closing = analysis.tagged.find(",", at + 2, min(ceiling, at + _LONGEST_BESIDE))
    if closing < 0:
        return None
    if at == floor:
        holder = noun_phrase_after(analysis, closing + 1, ceiling)
    else:
        holder = noun_phrase_before(analysis, at - 1, floor)
    if holder is None or not can_hold(analysis, Source(*holder)):
        return None
    if at == floor and not (holder[1] < ceiling and analysis.tags[holder[1]] in "vMBVOA"):
        return None
    return _without_copula(analysis, Source(*holder), at, closing)


def _without_copula(analysis: Analysis, holder: Source, at: int, ceiling: int) -> ClaimDraft | None:
    """A claim by an adjective with what it governs, where no copula stands before it."""
    for form in analysis.index.adjective_cues.at(analysis.tokens.lowers, at):
        if form.cue.lemma in _PLACING:
            continue
        end = at + 1 + len(form.tail)
        for frame in possible_frames(analysis, form.cue.frames, end, ceiling):
            content = read_frame(analysis, form.cue, frame, end, ceiling)
            if content is not None:
                return ClaimDraft(form.cue, frame, holder, (at, end), list(content))
    return None


def _is_predicate_noun(analysis: Analysis, at: int) -> bool:
    """Whether a cue is a noun of which its subject is something for its holder: "a | red line for Lima"."""
    forms = analysis.index.adjective_cues.at(analysis.tokens.lowers, at)
    return any("subject_to" in form.cue.frames and form.cue.prepositions for form in forms)


def _adjective_inverted(analysis: Analysis, at: int) -> ClaimDraft | None:
    """An adjective whose copula a fronted negation has drawn before the holder: "Nor is Oslo ready to"."""
    floor, ceiling = analysis.reach(at)
    nearest = max(floor, at - _INVERTED_REACH)
    if analysis.index.sets["grammar.fronted"].isdisjoint(analysis.tokens.lowers[nearest:at]):
        return None  # As most.
    holder = noun_phrase_before(analysis, at, floor)
    if holder is None or holder[0] <= floor or analysis.tags[holder[0] - 1] != "B":
        return None
    if not denying_words(analysis, holder[0]) or not can_hold(analysis, Source(*holder)):
        return None
    return _without_copula(analysis, Source(*holder), at, ceiling)


def _adjective(analysis: Analysis, form: CueForm, at: int, copula: int, floor: int, ceiling: int) -> ClaimDraft | None:
    end = at + 1 + len(form.tail)
    group = as_heard(analysis, verb_group(analysis, copula, floor), floor)
    source = subject_of(analysis, group, floor)
    if source is None or (
        source.first >= 0
        and analysis.tokens.lowers[source.first] in {"it", "there"}
        and _is_expletive(analysis, end, wills=form.cue.kind is ClaimKind.EVENTUALITY)
    ):
        return None
    if form.cue.lemma in _PLACING and (analysis.tags[copula] != "B" or not can_hold(analysis, source)):
        return None  # "The vote is after Easter", "look after the mill"
    negated = group.negated or analysis.tokens.lowers[copula].endswith("n't")
    negated = negated or any(analysis.tags[probe] == "X" for probe in range(copula, at))
    negated = negated or (
        _is_anything_but(analysis, at) and _BARELY.isdisjoint(analysis.tokens.lowers[max(0, at - 3) : at - 2])
    )
    negated = negated or (group.infinitive and is_outstanding(analysis, group.first, floor))
    if form.cue.negated and not negated:
        return None
    negated = negated and not form.cue.negated
    if "subject_to" in form.cue.frames:
        return _of_subject(analysis, form, source, (group.first, end), ceiling, negated=negated)
    start = past_insertion(analysis, end, ceiling)
    for frame in possible_frames(analysis, form.cue.frames, start, ceiling):
        content = read_frame(analysis, form.cue, frame, start, ceiling)
        if content is not None:
            return ClaimDraft(
                form.cue,
                frame,
                source,
                (group.first, end),
                list(content),
                negated=negated,
                strong=1 + len(form.tail),
                heard=group.heard,
            )
    if (told := _after_colon(analysis, form, source, (group.first, end), ceiling)) is not None:
        return told
    return _inserted(analysis, form, source, (group.first, end), floor, ceiling) if not negated else None


def _after_colon(
    analysis: Analysis, form: CueForm, source: Source, cue_range: tuple[int, int], ceiling: int
) -> ClaimDraft | None:
    """A clause that a colon sets after an adjective: "The growers are adamant: the levy must go"."""
    colon = cue_range[1]
    if colon + 1 >= ceiling or analysis.tags[colon] != ":" or "that" not in form.cue.frames:
        return None
    if analysis.tags[colon + 1] == "q" or form.cue.polarity is not None or not can_hold(analysis, source):
        return None
    if analysis.tokens.lowers[head_end(analysis, source) - 1] in analysis.index.noun_cues:
        return None  # "Oslo's position is clear: ...": the position is Oslo's.
    return ClaimDraft(
        form.cue, "that", source, cue_range, [(colon + 1, trim_end(analysis, colon + 1, ceiling))], strong=1
    )


def _of_subject(
    analysis: Analysis, form: CueForm, subject: Source, cue_range: tuple[int, int], ceiling: int, *, negated: bool
) -> ClaimDraft | None:
    """A claim about an adjective's subject, whose holder stands after "to": "the quota is unacceptable to Lima".

    Of a noun it stands after another preposition.
    """
    end = cue_range[1]
    openers = form.cue.prepositions or _TO  # "a red line for Lima"
    if end + 1 >= ceiling or analysis.tokens.lowers[end] not in openers or analysis.tags[subject.first] in "RWH":
        return None
    found = noun_phrase_after(analysis, end + 1, ceiling)
    if found is None or not can_hold(analysis, Source(*found)):
        return None
    content = [(subject.first, subject.end)]
    return ClaimDraft(form.cue, "subject_to", Source(*found), cue_range, content, negated=negated, strong=1)


def _inserted(
    analysis: Analysis, form: CueForm, source: Source, cue_range: tuple[int, int], floor: int, ceiling: int
) -> ClaimDraft | None:
    """An adjective with its holder between commas amid what it is about: "The cap, Lund was sure, would fall"."""
    tags, first, (_, end) = analysis.tags, source.first, cue_range
    if first <= floor or tags[first - 1] != "," or _CLAUSES.isdisjoint(form.cue.frames):
        return None
    closes = end >= ceiling or tags[end] == "."
    goes_on = end + 1 < ceiling and tags[end] == "," and tags[end + 1] in "vMBVOid"
    if not goes_on and not (closes and _VERB.search(analysis.tagged, max(floor, first - CLAUSE_REACH), first)):
        return None
    if not can_hold(analysis, source):
        return None
    content = around(analysis, first, end, floor, ceiling)
    return ClaimDraft(form.cue, "bare", source, cue_range, list(content), strong=1) if content else None


def _is_expletive(analysis: Analysis, end: int, *, wills: bool) -> bool:
    """Whether "it" stands for the clause after an adjective: "it is clear that", but not "it is willing to"."""
    return analysis.tags[end : end + 1] == ["H"] or (not wills and analysis.tags[end : end + 1] == ["T"])
