"""Claims: cues, each with the source and content that the grammar around it gives.

The readers of ``verb_cues``, ``phrase_cues``, ``nominal_cues`` and the like propose drafts. Drafts that contradict one
another are settled, nesting is worked out, and each becomes a ``Claim``.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Container, Sequence
from typing import Final, NamedTuple

from attrs import frozen

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.adjective_cues import adjective_drafts
from tradebrief.extraction.claims.certainty import is_open, weakened
from tradebrief.extraction.claims.cited import with_cited
from tradebrief.extraction.claims.conditions import condition_after, conditions_within, fronted_condition
from tradebrief.extraction.claims.continued import continue_quotations
from tradebrief.extraction.claims.denials import denying_words, scorns_idea
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.gapping import with_gapped
from tradebrief.extraction.claims.hearsay import is_hearsay
from tradebrief.extraction.claims.inner_claims import inner_drafts
from tradebrief.extraction.claims.introduced import introduced_drafts
from tradebrief.extraction.claims.label_cues import label_drafts
from tradebrief.extraction.claims.modal_cues import modal_drafts
from tradebrief.extraction.claims.nominal_cues import noun_drafts
from tradebrief.extraction.claims.phrase_cues import phrase_drafts
from tradebrief.extraction.claims.signed_cues import signed_drafts
from tradebrief.extraction.claims.sources import Source, holder_of, is_nobody
from tradebrief.extraction.claims.split_cues import split_drafts
from tradebrief.extraction.claims.verb_cues import is_subjunctive, verb_drafts
from tradebrief.extraction.claims.wordings import without_wordings
from tradebrief.extraction.grammar.clauses import trim_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import (
    Act,
    ActorId,
    Assertion,
    Certainty,
    Claim,
    ClaimId,
    ClaimKind,
    ClaimMode,
    HolderReason,
    RuleId,
    VoiceKind,
)
from tradebrief.model.ids import digest, unique
from tradebrief.text import Span

__all__ = ["FoundClaim", "find_claims", "find_drafts"]

_DEEPEST = 12  # Claims nested deeper than anybody could follow stand by themselves.
_SPEECH_FRAMES = frozenset({"quote", "np_quote", "bare", "that", "np_that"})
_CLAUSE_FRAMES = _SPEECH_FRAMES | {"np_bare", "pattern"}
_REQUEST_REACH = 10
_PASSIVE = 2  # Tokens of a passive infinitive.
_TOPICS = frozenset({"pp", "np_pp"})
_ASKING_FRAMES = frozenset({"wh", "np_wh"})
_AUTHOR: Final = VoiceKind.AUTHOR
_REPORTED: Final = VoiceKind.REPORTED
_INDIRECT: Final = ClaimMode.INDIRECT
_EVENTUALITY: Final = ClaimKind.EVENTUALITY
_ASSERTION: Final = ClaimKind.ASSERTION
_OBJECTS = frozenset({"ing", "np"})
_SUMMED = frozenset({"np", "np_as", "np_adj"})
_IMAGINED = frozenset({"would", "'d"})
_STAYING = frozenset({"be", "remain", "stay"})
_NEGATED_CERTAINTY = {
    Certainty.CERTAIN: Certainty.CERTAIN_NOT,
    Certainty.CERTAIN_NOT: Certainty.CERTAIN,
    Certainty.PROBABLE: Certainty.PROBABLE_NOT,
    Certainty.PROBABLE_NOT: Certainty.PROBABLE,
    Certainty.POSSIBLE: Certainty.POSSIBLE_NOT,
    Certainty.POSSIBLE_NOT: Certainty.POSSIBLE,
}


@frozen
class FoundClaim:
    """A claim with the draft that it came from, for the steps that read on."""

    claim: Claim
    draft: ClaimDraft


def find_claims(analysis: Analysis, cast: Cast) -> tuple[FoundClaim, ...]:
    """The claims of an article in the order of the text."""
    drafts = find_drafts(analysis)
    return _finish(analysis, cast, drafts)


def find_drafts(analysis: Analysis) -> list[ClaimDraft]:
    """All readings that stand beside one another, in the order of their cues.

    They come in the order in which they win: "voiced doubts" over "voiced" and over "doubts".
    """
    drafts = [
        *phrase_drafts(analysis),
        *adjective_drafts(analysis),
        *verb_drafts(analysis),
        *split_drafts(analysis),
        *modal_drafts(analysis),
        *noun_drafts(analysis),
        *label_drafts(analysis),
        *signed_drafts(analysis),
    ]
    drafts.sort(key=lambda draft: -draft.strong)
    drafts = [*inner_drafts(analysis), *drafts] if analysis.quotations else drafts
    told = [draft for draft in drafts if not _tells_nothing(analysis, draft)]
    settled = without_wordings(analysis, _settle(told))
    _clip_inner(settled, analysis.parted)
    _deny_from_outside(analysis, settled)
    settled = with_gapped(analysis, with_cited(analysis, settled))
    for draft in settled:
        draft.heard = draft.heard or is_hearsay(analysis, *draft.cue_range)
    if analysis.quotations:
        settled = sorted([*settled, *introduced_drafts(analysis, settled)], key=lambda draft: draft.cue_range)
    if analysis.quotations:
        _complete_quotations(analysis, settled)
        _strip_marks(analysis, settled)
    return continue_quotations(analysis, settled)


def _tells_nothing(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether somebody only asks not to be named, or says nothing: "refrained from comment"."""
    first, lowers = draft.content[0][0], analysis.tokens.lowers
    unnamed = first
    if analysis.tags[first] == "X":  # "not to be named", "would sooner not be identified"
        unnamed += 2 if lowers[first + 1 : first + 2] == ["to"] else 1
    if not _STAYING.isdisjoint(lowers[unnamed : unnamed + 1]) and _is_of_anonymity(analysis, draft, unnamed + 1):
        return True
    end = draft.content[-1][1]
    if lowers[first] == "be" and end - first == _PASSIVE:
        return lowers[first + 1] in analysis.index.sets["grammar.unsaid"]  # "refused to be drawn"
    if draft.frame == "to" and end - first == 1 and lowers[first] in analysis.index.clausal:
        return True  # "as he likes to say"
    if end - first == 1 or draft.cue.category == "noun":
        return lowers[first] in analysis.index.sets["grammar.unsaid"]
    return draft.frame == "pp" and _is_of_comment(analysis, first, end)


def _is_of_anonymity(analysis: Analysis, draft: ClaimDraft, named: int) -> bool:
    """Whether somebody asks not to be named, which says nothing of what the text is about."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    return not (
        sets["grammar.named"].isdisjoint(lowers[named : named + 1])
        or sets["grammar.unnamed_deeds"].isdisjoint(lowers[draft.cue_range[0] : draft.cue_range[1]])
    )


def _is_of_comment(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a range of tokens is about what somebody does not say: "left a request for comment unanswered"."""
    asked = analysis.tokens.lowers[first : min(end, first + _REQUEST_REACH)]
    if "for" not in asked[:-1]:
        return False
    return asked[asked.index("for") + 1] in analysis.index.sets["grammar.unsaid"]


def _settle(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Drafts without those whose cue another one has used, or whose content is the same."""
    kept: list[ClaimDraft] = []
    used: set[int] = set()
    contents: set[tuple[tuple[int, int], ...]] = set()
    for draft in drafts:
        tokens = range(*draft.cue_range)
        again = tuple(draft.content) in contents and draft.end > draft.source.first
        if again or not used.isdisjoint(tokens):
            continue  # What somebody else denies may be another's content: "said that ..., a claim that Oslo denies".
        draft.content = [part for part in draft.content if part[1] > part[0]]
        if not draft.content:
            continue
        used.update(tokens)
        if draft.source.first < draft.content[-1][1]:
            contents.add(tuple(draft.content))
        kept.append(draft)
    return sorted(kept, key=lambda draft: draft.cue_range)


def _deny_from_outside(analysis: Analysis, drafts: Sequence[ClaimDraft]) -> None:
    """Turn what nobody is said to say, or is said not to be so: "No minister said", "Nor did Lima say"."""
    tags, sets = analysis.tags, analysis.index.sets
    for draft in drafts:
        first = draft.source.first
        if first > 0 and tags[first - 1] == "X" and analysis.tokens.lowers[first] in sets["grammar.everybody"]:
            draft.source = Source(first - 1, draft.source.end, draft.source.reason)
            draft.negated = not draft.negated  # "Not everyone is convinced"
        elif is_nobody(analysis, draft.source):
            draft.negated = not draft.negated
        if 0 < first < draft.cue_range[0] and denying_words(analysis, first):
            draft.negated = not draft.negated


def _clip_inner(drafts: Sequence[ClaimDraft], parted: Container[int]) -> None:
    """Let contents end with the content around them: not "favours a quota, its envoy said" but "a quota".

    One that goes on after an insertion does not end them: "said Oslo will, according to aides, | sign".
    """
    outer = sorted(
        part
        for draft in drafts
        for part in draft.content
        if (part[1] <= draft.cue_range[0] and part[1] not in parted)
        or draft.frame == "np"
        or (draft.cue.category == "noun" and draft.frame == "that")
    )
    starts = [first for first, _ in outer]
    for draft in drafts:
        around = bisect_right(starts, min(draft.content[0][0], draft.cue_range[0])) - 1
        if around < 0:
            continue
        limit = outer[around][1]
        if draft.cue_range[1] < limit:
            draft.content = [
                (first, limit) if first < limit < end and first >= draft.cue_range[1] else (first, end)
                for first, end in draft.content
            ]


def _complete_quotations(analysis: Analysis, drafts: Sequence[ClaimDraft]) -> None:
    """Let contents that end amid a quotation which they opened run to its close: "said it was “stiff. And slow.”"."""
    for draft in drafts:
        first, end = draft.content[-1]
        number = analysis.quoted[end - 1]
        if number < 0 or analysis.quoted[first] == number or first < draft.cue_range[0]:
            continue
        close = analysis.quotations[number].close
        _, ceiling = analysis.reach(first)
        if end < close and end >= ceiling - 1:
            draft.content[-1] = (first, trim_end(analysis, first, close))


def _strip_marks(analysis: Analysis, drafts: Sequence[ClaimDraft]) -> None:
    """Take the marks off contents that are one quotation as a whole: "accused Lima of “trading the harbour,”"."""
    tags, quotations = analysis.tags, analysis.quotations
    for draft in drafts:
        first, end = draft.content[0]
        inside = analysis.quoted[first + 1] if tags[first] == "q" and first + 2 < end else -1
        whole = inside >= 0 and quotations[inside].open == first and quotations[inside].close == end - 1
        if whole and len(draft.content) == 1:
            draft.content = [(first + 1, trim_end(analysis, first + 1, end - 1))]


class _Reading(NamedTuple):
    """What a draft says by itself, before nesting.

    Attributes:
        draft: The draft.
        id: The claim's id.
        holder: Whose claim it is.
        reason: Why it is nobody's.
        voice: Whose report it is as long as no other claim holds it.
        source: Where the holder is named.
        cue: Where the cue stands.
        content: Where the content stands.
    """

    draft: ClaimDraft
    id: ClaimId
    holder: ActorId | None
    reason: HolderReason | None
    voice: VoiceKind
    source: Span | None
    cue: Span
    content: tuple[Span, ...]


def _finish(analysis: Analysis, cast: Cast, drafts: Sequence[ClaimDraft]) -> tuple[FoundClaim, ...]:
    taken: dict[str, int] = {}
    conditioned = analysis.conditioned
    ordered = sorted(drafts, key=lambda draft: (min(draft.content[0][0], draft.cue_range[0]), draft.cue_range))
    readings = [_reading(analysis, cast, draft, taken) for draft in ordered]
    outer_of = _outer_of(ordered)
    found: list[FoundClaim] = []
    for number, reading in enumerate(readings):
        outer = outer_of.get(number)
        if outer is not None and _sums_up(ordered[outer], reading.draft):
            outer = outer_of.get(outer)
        above = readings[outer] if outer is not None and outer_of.get(outer) != number else None
        found.append(FoundClaim(_claim(analysis, reading, above, conditioned), reading.draft))
    return tuple(found)


def _sums_up(above: ClaimDraft, draft: ClaimDraft) -> bool:
    """Whether a view on a whole clause stands after it: "Lima blames Oslo, a charge that Oslo rejects"."""
    first, end = min(above.content)
    return above.frame in _SUMMED and end <= above.source.first and draft.source.first == first


def _reading(analysis: Analysis, cast: Cast, draft: ClaimDraft, taken: dict[str, int]) -> _Reading:
    text, span = analysis.article.text, analysis.tokens.span
    holder, reason = holder_of(analysis, cast, draft.source)
    cue = span(*draft.cue_range)
    content = tuple([span(first, end) for first, end in sorted(draft.content)])
    source = span(draft.source.first, draft.source.end) if draft.source.first >= 0 else None
    named = (cue, *content) if source is None else (source, cue, *content)
    words = [text[part.start : part.end] for part in named]
    authored = holder in cast.authors or analysis.is_authored(cue.start)
    return _Reading(
        draft,
        ClaimId(unique(f"claim:{digest(*words)}", taken)),
        holder,
        reason,
        _AUTHOR if authored else _REPORTED,
        source,
        cue,
        content,
    )


def _claim(analysis: Analysis, reading: _Reading, above: _Reading | None, conditioned: frozenset[int]) -> Claim:
    """A claim, nested in the one above it if there is one; conditions stand in some sentences."""
    draft, voice, within, relayed_by = reading.draft, reading.voice, None, None
    sets = analysis.index.sets
    if above is not None:
        within = above.id
        own = above.holder == reading.holder or _is_own_side(analysis, draft, above.draft)
        relayed_by = None if own else above.holder
        voice = VoiceKind.ATTRIBUTED if above.voice is _REPORTED else above.voice
    assertion, certainty = draft.cue.assertion, draft.cue.certainty
    if draft.frame in _CLAUSE_FRAMES:
        certainty = weakened(analysis, sorted(draft.content), certainty)
    if draft.negated:
        assertion = (
            Assertion.NOT_ASSERTED
            if assertion is not Assertion.ASSERTED
            or draft.frame in {"quote", "wh", "np_wh"}
            or draft.cue.id in sets["grammar.vouching"]
            else Assertion.DENIED
        )
        certainty = _NEGATED_CERTAINTY.get(certainty, certainty)
        if assertion is Assertion.NOT_ASSERTED:
            certainty = Certainty.UNKNOWN
        if draft.cue.id in sets["grammar.doubting"] and draft.frame in _CLAUSE_FRAMES:
            assertion, certainty = Assertion.ASSERTED, Certainty.CERTAIN  # "has no doubt that"
        elif reading.reason is HolderReason.GENERIC and is_nobody(analysis, draft.source):
            assertion, certainty = Assertion.NOT_ASSERTED, Certainty.UNKNOWN  # "No minister believes"
    elif assertion is Assertion.ASSERTED and scorns_idea(analysis, draft):
        assertion, certainty = Assertion.DENIED, Certainty.CERTAIN_NOT
    elif assertion is Assertion.ASSERTED and draft.frame in _TOPICS and _asks(analysis, draft):
        assertion, certainty = Assertion.NOT_ASSERTED, Certainty.UNKNOWN  # "pressed Lima on whether"
    if is_open(analysis, draft):
        assertion, certainty = Assertion.NOT_ASSERTED, Certainty.UNKNOWN
    return Claim(
        id=reading.id,
        holder=reading.holder,
        holder_reason=reading.reason,
        source=reading.source,
        cue=reading.cue,
        content=reading.content,
        kind=_kind(analysis, draft),
        mode=_mode(analysis, draft),
        voice=voice,
        assertion=assertion,
        certainty=certainty,
        conditions=_conditions(analysis, draft) if _is_within(analysis, draft, conditioned) else (),
        within=within,
        relayed_by=relayed_by,
        rule=RuleId(f"claim.{draft.cue.id}.{draft.frame}"),
    )


def _asks(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether a content is a question that is answered by yes or no."""
    return analysis.tokens.lowers[draft.content[0][0]] == "whether"


def _is_own_side(analysis: Analysis, draft: ClaimDraft, above: ClaimDraft) -> bool:
    """Whether "we" in a speaker's own quotation holds a claim: the speaker's side, and no third party."""
    first, end = draft.source.first, draft.source.end
    if first < 0 or end - first > 1 or analysis.tokens.lowers[first] != "we" or analysis.quoted[first] < 0:
        return False
    return any(
        begin <= first < stop and analysis.quoted[begin] == analysis.quoted[first] for begin, stop in above.content
    )


def _mode(analysis: Analysis, draft: ClaimDraft) -> ClaimMode:
    if not analysis.quotations:
        return ClaimMode.DIRECT if draft.direct else _INDIRECT
    if draft.direct:
        return ClaimMode.DIRECT
    insides = [analysis.quoted[first:end] for first, end in draft.content]
    if max(map(max, insides)) < 0:
        return _INDIRECT
    return ClaimMode.DIRECT if min(map(min, insides)) >= 0 else ClaimMode.MIXED


def _is_within(analysis: Analysis, draft: ClaimDraft, sentences: frozenset[int]) -> bool:
    """Whether one of some sentences is one of a claim's."""
    if not sentences:
        return False
    first, end = min(draft.content)[0], max(draft.content)[1]
    if 0 <= draft.source.first < first:
        first = draft.source.first
    return not sentences.isdisjoint(range(analysis.sentence_at[first], analysis.sentence_at[end - 1] + 1))


def _is_imagined(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether a cue stands under "would"."""
    return not _IMAGINED.isdisjoint(analysis.tokens.lowers[draft.cue_range[0] : draft.cue_range[1]])


def _kind(analysis: Analysis, draft: ClaimDraft) -> ClaimKind:
    """The kind of a claim: to say in the subjunctive what is to be, or what one would praise, is to want it."""
    if draft.cue.kind is _ASSERTION and draft.frame == "that" and is_subjunctive(analysis, draft.content[0]):
        return _EVENTUALITY
    if draft.cue.act is Act.PRAISE and draft.frame in _OBJECTS and _is_imagined(analysis, draft):
        return _EVENTUALITY
    return draft.cue.kind


def _conditions(analysis: Analysis, draft: ClaimDraft) -> tuple[Span, ...]:
    """The conditions in a content, and those before the cue where it asks, wants or takes a side, or only would."""
    openers, wanted = analysis.condition_openers, _kind(analysis, draft) is _EVENTUALITY
    fronted: tuple[Span, ...] = ()
    cue, end = draft.cue_range
    if (wanted or "M" in analysis.tags[cue:end]) and 0 <= draft.source.first < cue:
        floor, _ = analysis.reach(draft.source.first)
        fronted = fronted_condition(analysis, draft.source.first, floor, openers)
        inserted = conditions_within(analysis, draft.source.end, cue, openers, content=False)
        fronted = (*fronted, *inserted)
    asks = draft.frame in _ASKING_FRAMES
    found = [
        span
        for first, end in draft.content
        for span in conditions_within(analysis, first, end, openers, content=asks, price=wanted)
    ]
    if wanted and not found:
        found += condition_after(analysis, draft.end, openers)
    return (*fronted, *found)


def _outer_of(drafts: Sequence[ClaimDraft]) -> dict[int, int]:
    """By the number of each draft that is nested that of the one around it.

    That is the smallest whose content holds its cue and content: one sweep over the contents in order, those that are
    still open on a stack.
    """
    parts = sorted([(part[0], -part[1], number) for number, draft in enumerate(drafts) for part in draft.content])
    begins = [*[part[0] for part in parts], sys.maxsize]
    outer_of: dict[int, int] = {}
    depth: dict[int, int] = {}
    stack: list[tuple[int, int, int]] = []  # (end, -start, number), outer before inner
    upcoming = 0
    for number, draft in enumerate(drafts):
        start = min(draft.content[0][0], draft.cue_range[0])
        while begins[upcoming] <= start:
            begin, negative_end, outer = parts[upcoming]
            stack.append((-negative_end, -begin, outer))
            upcoming += 1
        stack = [item for item in stack if item[0] > start] if stack else stack
        if not stack:
            continue
        end = max(draft.content[-1][1], draft.cue_range[1])
        fits = [item for item in stack if item[0] >= end and item[2] != number and depth.get(item[2], 0) < _DEEPEST]
        if fits:
            outer_of[number] = min(fits)[2]
            depth[number] = depth.get(outer_of[number], 0) + 1
    return outer_of
