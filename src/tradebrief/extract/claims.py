"""Claims: cues, each with the source and content that the grammar around it gives.

For every sentence the readers below propose drafts: phrases ("according to"), verbs, nouns, adjectives.
Drafts that contradict one another are settled, nesting is worked out, and each becomes a ``Claim``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, evolve, frozen

from tradebrief.extract.actors import Cast
from tradebrief.extract.analysis import Analysis
from tradebrief.extract.complements import FRAMES, Ranges, quotation_after, read_frame
from tradebrief.extract.index import CueForm, PhrasePattern, Trigger
from tradebrief.extract.phrases import (
    VerbGroup,
    clause_end,
    noun_phrase_after,
    noun_phrase_before,
    trim_end,
    verb_group,
)
from tradebrief.extract.sources import Source, agent_of, can_hold, holder_of, subject_after, subject_of
from tradebrief.lexicon import Cue
from tradebrief.model import (
    ActorKind,
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

__all__ = ["ClaimDraft", "find_claims", "find_drafts"]

_ORDER = {frame: number for number, frame in enumerate(FRAMES)}
_CONTINUATION_REACH = 14
_SPEECH_FRAMES = frozenset({"quote", "np_quote", "bare", "that", "np_that"})
_NEGATED_CERTAINTY = {
    Certainty.CERTAIN: Certainty.CERTAIN_NOT,
    Certainty.CERTAIN_NOT: Certainty.CERTAIN,
    Certainty.PROBABLE: Certainty.PROBABLE_NOT,
    Certainty.PROBABLE_NOT: Certainty.PROBABLE,
    Certainty.POSSIBLE: Certainty.POSSIBLE_NOT,
    Certainty.POSSIBLE_NOT: Certainty.POSSIBLE,
}


@define
class ClaimDraft:
    """A claim in tokens, before nesting and ids.

    Attributes:
        cue: The lexicon's entry.
        frame: The complement that it was read with.
        source: Who it belongs to.
        cue_range: Tokens of the cue, auxiliaries included.
        content: Tokens of the content.
        negated: Whether the cue is negated.
        direct: Whether the whole content is quoted.
        object: Tokens between cue and content: whom a demand or an accusation is addressed to.
        strong: How many of the cue's words the lexicon fixes beyond one; of two that share a word the stronger wins.
    """

    cue: Cue
    frame: str
    source: Source
    cue_range: tuple[int, int]
    content: list[tuple[int, int]]
    negated: bool = False
    direct: bool = False
    object: tuple[int, int] | None = None
    strong: int = 0

    @property
    def first(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]


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
    drafts = [*_phrases(analysis), *_adjectives(analysis), *_verbs(analysis), *_nouns(analysis)]
    drafts.sort(key=lambda draft: -draft.strong)
    return _continue_quotations(analysis, _settle(drafts))


def _settle(drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Drafts without those whose cue another one has used, or whose content is the same."""
    kept: list[ClaimDraft] = []
    used: set[int] = set()
    contents: set[tuple[tuple[int, int], ...]] = set()
    for draft in drafts:
        tokens = range(*draft.cue_range)
        if any(at in used for at in tokens) or tuple(draft.content) in contents:
            continue
        draft.content = [part for part in draft.content if part[1] > part[0]]
        if not draft.content:
            continue
        used.update(tokens)
        contents.add(tuple(draft.content))
        kept.append(draft)
    return sorted(kept, key=lambda draft: draft.cue_range)


# Verbs


def _verbs(analysis: Analysis) -> Iterator[ClaimDraft]:
    tags, lowers, cues = analysis.tags, analysis.tokens.lowers, analysis.index.verb_cues
    for at in analysis.hits(Trigger.VERB):
        if tags[at] in "vdgi":
            draft = _verb(analysis, at, cues[lowers[at]], *analysis.reach(at))
            if draft is not None:
                yield draft


def _verb(analysis: Analysis, at: int, forms: Sequence[CueForm], floor: int, ceiling: int) -> ClaimDraft | None:
    group = verb_group(analysis, at, floor)
    if analysis.tags[at] == "d" and not group.finite and not group.infinitive:
        return None
    if group.passive:
        return _passive(analysis, group, forms, floor, ceiling)
    found = _complement(analysis, group, forms, ceiling)
    draft = _quoted_before(analysis, group, forms, floor, ceiling, found)
    if draft is not None:
        return draft
    if found is None:
        return None
    form, frame, content = found
    source = subject_of(analysis, group, floor)
    if source is None or (frame not in _SPEECH_FRAMES and not can_hold(analysis, source)):
        return None
    cue_end = at + 1 + len(form.tail)
    return ClaimDraft(
        form.cue,
        frame,
        source,
        (_cue_first(group), cue_end),
        list(content),
        negated=group.negated,
        direct=frame in {"quote", "np_quote"},
        strong=2 * len(form.tail),
        object=(cue_end, content[0][0]) if frame in {"np_to", "np_pp", "np_that"} and content[0][0] > cue_end else None,
    )


def _cue_first(group: VerbGroup) -> int:
    return group.first if group.first <= group.verb else group.verb


def _complement(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], ceiling: int
) -> tuple[CueForm, str, Ranges] | None:
    """The surest frame that one of the cues takes here; longer cues first."""
    lowers = analysis.tokens.lowers
    at = group.verb + 1
    longest = -1
    best: tuple[int, CueForm, str, Ranges] | None = None
    for form in forms:
        size = len(form.tail)
        if size < longest or (size and tuple(lowers[at : at + size]) != form.tail):
            continue
        for frame in form.cue.frames:
            order = _ORDER[frame]
            if best is not None and len(best[1].tail) == size and order > best[0]:
                continue
            content = read_frame(analysis, form.cue, frame, at + size, ceiling)
            if content is None or (
                best is not None
                and len(best[1].tail) == size
                and order == best[0]
                and not (
                    frame == "that" and form.cue.kind is ClaimKind.EVENTUALITY and _is_subjunctive(analysis, content[0])
                )
            ):
                continue
            best, longest = (order, form, frame, content), size
    return best[1:] if best else None


def _is_subjunctive(analysis: Analysis, content: tuple[int, int]) -> bool:
    """Whether a that-clause is a demand: its verb is a bare "be" or base form ("insists that it be weighed")."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    for at in range(content[0] + 1, min(content[1], content[0] + 14)):
        if tags[at] in "vMBVO":
            return lowers[at] == "be"
    return False


def _quoted_before(
    analysis: Analysis,
    group: VerbGroup,
    forms: Sequence[CueForm],
    floor: int,
    ceiling: int,
    after: tuple[CueForm, str, Ranges] | None,
) -> ClaimDraft | None:
    """A claim whose content stands before its cue: "...", she said; the duty, he argued, was unfair."""
    lowers, tags, after_verb = analysis.tokens.lowers, analysis.tags, group.verb + 1
    form = next(
        (
            form
            for form in forms
            if not _SPEECH_FRAMES.isdisjoint(form.cue.frames)
            and (not form.tail or tuple(lowers[after_verb : after_verb + len(form.tail)]) == form.tail)
        ),
        None,
    )
    if form is None or not group.finite or group.infinitive:
        return None
    after_verb += len(form.tail)
    edge = group.subject_end
    before = tags[edge - 1] if edge > floor else _mark_before(analysis, edge)
    if before in ",q" and after is None or (before == "q"):  # Inverted: "...," said the envoy.
        source = subject_after(analysis, after_verb, ceiling)
        left = edge
        end = source.end if source else after_verb
        if source is None:
            return None
    else:
        found = _subject_before_parenthesis(analysis, group, floor)
        if found is None:
            return None
        source, left, end = found, found.first, after_verb
        if after is not None and after[1] not in {"quote", "np_quote", "bare"}:
            return None
    content = _content_before(analysis, form.cue, left, floor, resumed=end < ceiling and tags[end] == ",")
    if content is None:
        return None
    direct = analysis.quoted[content[0][0]] >= 0
    rest = _content_after(analysis, end, ceiling, direct=direct)
    if rest is not None and rest[0][1] > rest[0][0]:
        content = (*content, *rest)
    return ClaimDraft(
        form.cue, "quote" if direct else "bare", source, (_cue_first(group), after_verb), list(content),
        negated=group.negated, direct=direct, strong=2 * len(form.tail),
    )  # fmt: skip


def _mark_before(analysis: Analysis, at: int) -> str:
    ends_quotation = at > 0 and analysis.tags[at - 1] == "q" and at not in analysis.block_starts
    return "q" if ends_quotation else "."


def _subject_before_parenthesis(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """A subject with a comma or a closing mark right before it."""
    found = noun_phrase_before(analysis, group.subject_end, floor)
    if found is None or found[0] == 0:
        return None
    before = analysis.tags[found[0] - 1] if found[0] not in analysis.block_starts else "."
    return Source(*found) if before == "q" or (before == "," and found[0] > floor) else None


def _content_before(analysis: Analysis, cue: Cue, left: int, floor: int, *, resumed: bool) -> Ranges | None:
    """The quotation or clause that ends where an attribution begins."""
    tags = analysis.tags
    at = left - 1
    if at >= floor and tags[at] == ",":
        at -= 1
    if at < 0:
        return None
    if tags[at] == "q" and analysis.quoted[at - 1] >= 0:
        quotation = analysis.quotations[analysis.quoted[at - 1]]
        if quotation.close == at:
            first = quotation.open + 1
            end = trim_end(analysis, first, quotation.close)
            return ((first, end),) if end > first else None
        return None
    if at < floor or tags[left - 1] != "," or not {"bare", "that"} & set(cue.frames):
        return None
    first = floor
    while first < at and tags[first] in "Cq-":
        first += 1
    if any(tags[probe] == "q" for probe in range(first, at + 1)):
        return None
    verbs = any(tags[probe] in "vMBVO" for probe in range(first, at + 1))
    end = trim_end(analysis, first, at + 1)
    # Without a verb before the comma the clause goes on after the attribution: "The duty, she said, was unfair".
    if (
        end > first
        and (verbs or analysis.tags[first] in "DSNEPRU")
        and ((resumed and verbs) or not _is_adjunct(analysis, first, at + 1))
    ):
        return ((first, end),)
    return None


def _is_adjunct(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a stretch before a comma is an introductory phrase and no content: "On Friday, the envoy said"."""
    return (
        analysis.tags[first] in "PUAT"
        and not any(analysis.tags[at] in "vMBVO" for at in range(first, end))
        or (analysis.tags[first] == "U" or analysis.tokens.lowers[first] in {"as", "after", "before", "since"})
    )


def _content_after(analysis: Analysis, at: int, ceiling: int, *, direct: bool) -> Ranges | None:
    """What goes on after an attribution in the middle."""
    tags = analysis.tags
    if direct:
        probe = at
        while probe < ceiling and tags[probe] not in "q" and probe < at + 12:
            if tags[probe] in "v;":
                return None
            probe += 1
        return quotation_after(analysis, probe) if probe < len(tags) and tags[probe] == "q" else None
    if at + 1 < ceiling and tags[at] == ",":
        if analysis.tokens.lowers[at + 1] in {"adding", "and", "but", "while", "though"} or tags[at + 1] in "gW":
            return None
        return ((at + 1, clause_end(analysis, at + 1, ceiling)),)
    return None


def _passive(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """A claim in the passive: by its agent, or by nobody in particular ("it was reported that", "is expected to")."""
    at = group.verb + 1
    agent = agent_of(analysis, at, ceiling)
    start = agent.end if agent else at
    for form in forms:
        if form.tail:
            continue
        for frame in ("np_that", "that", "np_to", "clause_to", "np_pp"):
            if frame not in form.cue.frames:
                continue
            active = {"np_to": "to", "clause_to": "to", "np_pp": "pp", "np_that": "that"}.get(frame, frame)
            content = read_frame(analysis, form.cue, active, start, ceiling)
            if content is None and agent:
                content = read_frame(analysis, form.cue, active, at, agent.first - 1)
            if content is not None:
                nobody = Source(-1, -1, HolderReason.PASSIVE if frame != "clause_to" else HolderReason.NO_SOURCE)
                return ClaimDraft(
                    form.cue, frame, agent or nobody, (_cue_first(group), at), list(content), negated=group.negated
                )
        if agent and {"np", "np_as"} & set(form.cue.frames):
            subject = noun_phrase_before(analysis, group.subject_end, floor)
            if subject:
                return ClaimDraft(form.cue, "np", agent, (_cue_first(group), at), [subject], negated=group.negated)
    return None


# Phrases


def _phrases(analysis: Analysis) -> Iterator[ClaimDraft]:
    lowers, index = analysis.tokens.lowers, analysis.index
    for at in analysis.hits(Trigger.PHRASE):
        for pattern in index.phrases[lowers[at]]:
            draft = _phrase(analysis, pattern, at, *analysis.reach(at))
            if draft is not None:
                yield draft
                break


def _phrase(analysis: Analysis, pattern: PhrasePattern, anchor: int, floor: int, ceiling: int) -> ClaimDraft | None:
    lowers, tags = analysis.tokens.lowers, analysis.tags
    before, after = len(pattern.before), len(pattern.after)
    if pattern.place < before:
        first = anchor - pattern.place
        slot = first + before
        if first < floor or tuple(lowers[first:slot]) != pattern.before:
            return None
        found = _possessor(analysis, slot, ceiling) if pattern.possessive else _slot(analysis, pattern, slot, ceiling)
        if found is None:
            return None
        end = found[1] + (pattern.possessive and found[1] < ceiling and tags[found[1]] == "G")
        if tuple(lowers[end : end + after]) != pattern.after:
            return None
    else:
        end = anchor - (pattern.place - before)
        if tuple(lowers[end : end + after]) != pattern.after:
            return None
        found = (
            _possessor_before(analysis, end, floor) if pattern.possessive else noun_phrase_before(analysis, end, floor)
        )
        if found is None:
            return None
        first = found[0] - before
        if first < floor or tuple(lowers[first : found[0]]) != pattern.before:
            return None
    if pattern.possessive and first > floor and tags[first - 1] not in ",C-q":
        return None  # "smoke got in the drivers' eyes"
    if not can_hold(analysis, Source(*found)):
        return None
    cue_range = (end, end + after) if after > before else (first, first + before)
    content = _around(analysis, first, end + after, floor, ceiling)
    return ClaimDraft(pattern.cue, "pattern", Source(*found), cue_range, list(content), strong=3) if content else None


def _possessor_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """A possessive pronoun, or a noun phrase and its 's, that ends before a token."""
    if end <= floor:
        return None
    if analysis.tags[end - 1] == "S":
        return end - 1, end
    return noun_phrase_before(analysis, end - 1, floor) if analysis.tags[end - 1] == "G" else None


def _slot(analysis: Analysis, pattern: PhrasePattern, at: int, ceiling: int) -> tuple[int, int] | None:
    found = noun_phrase_after(analysis, at, ceiling)
    if found is None or not pattern.after:
        return found
    lowers = analysis.tokens.lowers
    for end in range(at + 1, min(ceiling, at + 16)):
        if tuple(lowers[end : end + len(pattern.after)]) == pattern.after:
            return at, end
    return None


def _possessor(analysis: Analysis, at: int, ceiling: int) -> tuple[int, int] | None:
    """A possessive pronoun, or a noun phrase before its 's."""
    if at < ceiling and analysis.tags[at] == "S":
        return at, at + 1
    for end in range(at, min(ceiling, at + 12)):
        if analysis.tags[end] == "G":
            return (at, end) if end > at else None
        if analysis.tags[end] not in "DSNEKAh":
            return None
    return None


def _around(analysis: Analysis, first: int, end: int, floor: int, ceiling: int) -> Ranges | None:
    """The clause that a phrase stands beside: after it, before it, or on both sides."""
    tags = analysis.tags
    start = end + (end < ceiling and tags[end] == ",")
    opens = first == floor or all(tags[at] in "CAq,-" for at in range(floor, first))
    if opens:
        stop = clause_end(analysis, start, ceiling)
        return ((start, stop),) if stop > start else None
    left = trim_end(analysis, floor, first)
    left_first = _clause_start(analysis, floor, left)
    if left <= left_first:
        return None
    if end < ceiling and tags[end] == "," and first > floor and tags[first - 1] == ",":
        stop = clause_end(analysis, end + 1, ceiling)
        if (
            stop > end + 1
            and tags[end + 1] not in "UW"
            and analysis.tokens.lowers[end + 1] not in {"but", "and", "while"}
        ):
            return (left_first, left), (end + 1, stop)
    return ((left_first, left),)


def _clause_start(analysis: Analysis, floor: int, end: int) -> int:
    first = floor
    while first < end and analysis.tags[first] in "C,-q":
        first += 1
    return first


# Nouns and adjectives


def _nouns(analysis: Analysis) -> Iterator[ClaimDraft]:
    lowers, tags, cues = analysis.tokens.lowers, analysis.tags, analysis.index.noun_cues
    for at in analysis.hits(Trigger.NOUN):
        if tags[at] != "N":
            continue
        for form in cues[lowers[at]]:
            if not form.tail or tuple(lowers[at + 1 : at + 1 + len(form.tail)]) == form.tail:
                draft = _noun(analysis, form, at, *analysis.reach(at))
                if draft is not None:
                    yield draft
                    break


def _noun(analysis: Analysis, form: CueForm, at: int, floor: int, ceiling: int) -> ClaimDraft | None:
    end = at + 1 + len(form.tail)
    for frame in sorted(form.cue.frames, key=_ORDER.__getitem__):
        content = read_frame(analysis, form.cue, frame, end, ceiling) if frame in {"to", "pp", "that"} else None
        if content is None or (frame == "that" and content[0][0] > end + 1):
            continue
        found = _noun_source(analysis, form, at, end, floor, ceiling)
        if found is None:
            continue
        source, first, negated = found
        light = first < at
        parts = list(content) if light else [_before_verb(analysis, *content[0], clause=frame == "that")]
        return ClaimDraft(form.cue, frame, source, (first, end), parts, negated=negated, strong=int(light))
    return None


def _before_verb(analysis: Analysis, first: int, end: int, *, clause: bool) -> tuple[int, int]:
    """A range up to the verb whose subject it belongs to; verbs of its own clause and of relative ones are passed over."""
    own, verbs, at = clause, analysis.tags, first
    while at < end:
        tag = verbs[at]
        if tag in "WHU" or (tag == "C" and clause):
            own = True
        elif tag in "vMBVO" and at > first:
            if not own:
                return first, trim_end(analysis, first, at)
            own = False
            while at + 1 < end and verbs[at + 1] in "MBVOXAdgiv" and verbs[at] in "MBVOXA":
                at += 1
        at += 1
    return first, end


def _noun_source(
    analysis: Analysis, form: CueForm, at: int, end: int, floor: int, ceiling: int
) -> tuple[Source, int, bool] | None:
    """The holder of a noun: the subject of a light verb, or its possessor; with the cue's first token."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    start = at
    while start > floor and tags[start - 1] in "NAKd" and at - start < 3:
        start -= 1
    opener = start - 1
    possessor: Source | None = None
    if opener >= floor and tags[opener] == "S":
        possessor = Source(opener, opener + 1)
        opener -= 1
    elif opener >= floor and tags[opener] == "G":
        found = noun_phrase_before(analysis, opener, floor)
        if found:
            possessor = Source(*found)
            opener = found[0] - 1
    elif opener >= floor and tags[opener] == "D":
        opener -= 1
    named = possessor is not None and possessor.end - possessor.first >= 1 and tags[possessor.first] != "S"
    if not named and opener >= floor and tags[opener] in "vdgiV" and lowers[opener] in analysis.index.light_verbs:
        group = verb_group(analysis, opener, floor)
        if not group.passive and (group.finite or group.gerund or group.infinitive or tags[opener] == "V"):
            subject = subject_of(analysis, group, floor)
            if subject is not None:
                return subject, _cue_first(group), group.negated
    if opener >= 1 and lowers[opener] == "in" and tags[opener + 1] == "D":  # "in the hope of"
        verb = next((probe for probe in range(floor, opener) if tags[probe] == "v"), None)
        if verb is not None and possessor is None:
            subject = subject_of(analysis, verb_group(analysis, verb, floor), floor)
            return (subject, opener, False) if subject else None
    del end, ceiling
    return (possessor, at, False) if possessor is not None else None


def _adjectives(analysis: Analysis) -> Iterator[ClaimDraft]:
    lowers, tags, cues, index = analysis.tokens.lowers, analysis.tags, analysis.index.adjective_cues, analysis.index
    for at in analysis.hits(Trigger.ADJECTIVE):
        floor, ceiling = analysis.reach(at)
        copula = at - 1
        while copula > floor and (tags[copula] in "AX" or lowers[copula] in {"more", "less"}):
            copula -= 1
        if copula < floor or tags[copula] not in "vBdi" or lowers[copula] not in index.copulas:
            continue
        for form in cues[lowers[at]]:
            if form.tail and tuple(lowers[at + 1 : at + 1 + len(form.tail)]) != form.tail:
                continue
            draft = _adjective(analysis, form, at, copula, floor, ceiling)
            if draft is not None:
                yield draft
                break


def _adjective(analysis: Analysis, form: CueForm, at: int, copula: int, floor: int, ceiling: int) -> ClaimDraft | None:
    end = at + 1 + len(form.tail)
    group = verb_group(analysis, copula, floor)
    source = subject_of(analysis, group, floor)
    if source is None:
        return None
    negated = group.negated or any(analysis.tags[probe] == "X" for probe in range(copula, at))
    for frame in sorted(form.cue.frames, key=_ORDER.__getitem__):
        content = read_frame(analysis, form.cue, frame, end, ceiling)
        if content is not None:
            return ClaimDraft(
                form.cue,
                frame,
                source,
                (_cue_first(group), end),
                list(content),
                negated=negated,
                strong=1 + len(form.tail),
            )
    return None


# Quotations without an attribution of their own


def _continue_quotations(analysis: Analysis, drafts: list[ClaimDraft]) -> list[ClaimDraft]:
    """Quotations that nobody has claimed join the direct claim right before them in their paragraph."""
    claimed = {analysis.quoted[part[0]] for draft in drafts for part in draft.content}
    starts = {analysis.tokens.range(block.content)[0] for block in analysis.article.blocks}
    block_of = sorted(starts)
    direct = sorted(
        (max(draft.end, draft.cue_range[1], draft.source.end), number)
        for number, draft in enumerate(drafts)
        if draft.direct
    )
    upcoming, last = 0, -1
    for number, quotation in enumerate(analysis.quotations):
        while upcoming < len(direct) and direct[upcoming][0] <= quotation.open:
            last = upcoming
            upcoming += 1
        if number in claimed or last < 0:
            continue
        if not (quotation.open in starts or (quotation.open > 0 and analysis.tags[quotation.open - 1] in ".q")):
            continue
        reached, index = direct[last]
        draft = drafts[index]
        same_block = bisect_right(block_of, reached - 1) == bisect_right(block_of, quotation.open)
        continued = quotation.open in starts and _was_open(analysis, draft)
        if continued or (same_block and quotation.open - reached <= _CONTINUATION_REACH):
            end = trim_end(analysis, quotation.open + 1, quotation.close)
            if end > quotation.open + 1:
                draft.content.append((quotation.open + 1, end))
                direct[last] = (max(reached, end), index)
    return drafts


def _was_open(analysis: Analysis, draft: ClaimDraft) -> bool:
    number = analysis.quoted[draft.content[-1][0]]
    return number >= 0 and not analysis.quotations[number].closed


# Claims


def _finish(analysis: Analysis, cast: Cast, drafts: Sequence[ClaimDraft]) -> tuple[FoundClaim, ...]:
    found: list[FoundClaim] = []
    taken: set[str] = set()
    openers = analysis.hits(Trigger.CONDITION)
    for draft in sorted(drafts, key=lambda draft: (min(draft.first, draft.cue_range[0]), draft.cue_range)):
        claim = _claim(analysis, cast, draft, openers, taken)
        found.append(FoundClaim(claim, draft))
    return tuple(_nest(found))


def _claim(analysis: Analysis, cast: Cast, draft: ClaimDraft, openers: Sequence[int], taken: set[str]) -> Claim:
    article, tokens = analysis.article, analysis.tokens
    holder, reason = holder_of(analysis, cast, draft.source)
    source = tokens.span(draft.source.first, draft.source.end) if draft.source.first >= 0 else None
    cue = tokens.span(*draft.cue_range)
    content = tuple(tokens.span(*part) for part in sorted(draft.content))
    words = [article[span] for span in (*([source] if source else []), cue, *content)]
    assertion, certainty = draft.cue.assertion, draft.cue.certainty
    if draft.negated:
        assertion = (
            Assertion.NOT_ASSERTED
            if assertion is not Assertion.ASSERTED or draft.frame in {"quote", "bare", "wh"}
            else Assertion.DENIED
        )
        certainty = _NEGATED_CERTAINTY.get(certainty, certainty)
        if assertion is Assertion.NOT_ASSERTED:
            certainty = Certainty.UNKNOWN
    author = holder is not None and cast.kind(holder) is ActorKind.AUTHOR
    return Claim(
        id=ClaimId(unique(f"claim:{digest(*words)}", taken)),
        holder=holder,
        holder_reason=reason,
        source=source,
        cue=cue,
        content=content,
        kind=draft.cue.kind,
        mode=_mode(analysis, draft),
        voice=VoiceKind.AUTHOR if author or analysis.is_authored(cue.start) else VoiceKind.REPORTED,
        assertion=assertion,
        certainty=certainty,
        conditions=tuple(_conditions(analysis, draft, openers)) if openers else (),
        rule=RuleId(f"claim.{draft.cue.id}.{draft.frame}"),
    )


def _mode(analysis: Analysis, draft: ClaimDraft) -> ClaimMode:
    if draft.direct:
        return ClaimMode.DIRECT
    if not analysis.quotations:
        return ClaimMode.INDIRECT
    quoted = [analysis.quoted[at] >= 0 for first, end in draft.content for at in range(first, end)]
    if all(quoted):
        return ClaimMode.DIRECT
    return ClaimMode.MIXED if any(quoted) else ClaimMode.INDIRECT


def _conditions(analysis: Analysis, draft: ClaimDraft, openers: Sequence[int]) -> Iterator[Span]:
    """The clauses after "if", "unless", "provided that" in a content."""
    tags, lowers, conditions = analysis.tags, analysis.tokens.lowers, analysis.index.conditions
    for first, end in draft.content:
        for at in openers[bisect_left(openers, first) : bisect_left(openers, end)]:
            found = conditions.at(lowers, at)
            if (
                found is None
                or (at == first and lowers[at] == "if")
                or (lowers[at] == "should" and tags[at - 1] not in ",.")
            ):
                continue
            start = found[0] + (found[0] < end and lowers[found[0]] == "that")
            if lowers[at] == "should":
                start = at
            stop = next((probe for probe in range(start, end) if tags[probe] in ",;"), end)
            stop = trim_end(analysis, start, stop)
            if stop > start:
                yield analysis.tokens.span(start, stop)


def _nest(found: Sequence[FoundClaim]) -> Iterator[FoundClaim]:
    """The claims with the one each is nested in: the smallest whose content holds its cue and content.

    One sweep over the contents in order, those that are still open on a stack.
    """
    parts = sorted((part[0], -part[1], number) for number, item in enumerate(found) for part in item.draft.content)
    wanted = sorted((min(item.draft.cue_range[0], item.draft.first), number) for number, item in enumerate(found))
    outer_of: dict[int, int] = {}
    stack: list[tuple[int, int]] = []  # (end, number), outer before inner
    upcoming = 0
    for start, number in wanted:
        while upcoming < len(parts) and parts[upcoming][0] <= start:
            _, negative_end, outer = parts[upcoming]
            stack.append((-negative_end, outer))
            upcoming += 1
        stack = [item for item in stack if item[0] > start]
        end = max(found[number].draft.end, found[number].draft.cue_range[1])
        fits = [item for item in stack if item[0] >= end and item[1] != number]
        if fits:
            outer_of[number] = min(fits)[1]
    for number, item in enumerate(found):
        outer = outer_of.get(number)
        if outer is None or outer_of.get(outer) == number:
            yield item
            continue
        above = found[outer].claim
        relayed = above.holder if above.holder != item.claim.holder else None
        voice = VoiceKind.ATTRIBUTED if above.voice is VoiceKind.REPORTED else above.voice
        yield FoundClaim(evolve(item.claim, within=above.id, relayed_by=relayed, voice=voice), item.draft)
