"""Claims whose cue is a verb: after it, before it, around it, or in the passive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from tradebrief.extraction.claims.complements import FRAMES, possible_frames, read_frame
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.free_speech import free_speech_draft
from tradebrief.extraction.claims.impressions import IMPRESSION, impression_draft
from tradebrief.extraction.claims.passive_cues import may_be_passive, passive_draft, reduced_passive
from tradebrief.extraction.claims.preceding import opening_draft, passive_said, preceded_draft, speech_form
from tradebrief.extraction.claims.relatives import name_after_plural, of_antecedent, of_cleft, of_relative
from tradebrief.extraction.claims.sources import Source, can_hold, is_document
from tradebrief.extraction.claims.subjects import in_relative, subject_before, subject_of
from tradebrief.extraction.grammar.adjuncts import opens_adjunct, past_insertion, place_end, skip_adjuncts
from tradebrief.extraction.grammar.clauses import Ranges, before_verb, trim_end
from tradebrief.extraction.grammar.phrases import VerbGroup, as_heard, is_to_come, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import SPEECH_FRAMES, CueForm, Trigger
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import (
    ClaimKind,
)

__all__ = ["is_subjunctive", "verb_drafts"]

_ORDER = {frame: number for number, frame in enumerate(FRAMES)}
_LEAST_SURE = len(FRAMES)
_CLAUSAL_FRAMES = frozenset({"bare", "np_bare", "that", "np_that", "wh", "np_wh"})
_THOUGHT = frozenset({"that", "bare"})
_REFUSAL_REACH = 5
_PURPOSE_REACH = 14
_AGENT_REACH = 9
_SUBJECT_REACH = 4
_ASIDE_RELATIVES = frozenset({"which", "whom", "who", "what"})
_CLEFT_OPENERS = frozenset({"all", "what"})
_NOBODY = frozenset({"you", "yourself"})
_ADDRESSING_FRAMES = frozenset({"np_to", "np_pp", "np_that", "np_bare", "np_wh"})


class _Complement(NamedTuple):
    """What follows a verb: the cue that it fits, in which frame, with which content, and where the cue ends."""

    form: CueForm
    frame: str
    content: Ranges
    cue_end: int


def verb_drafts(analysis: Analysis, places: Sequence[int] | None = None) -> Iterator[ClaimDraft]:
    """The readings of verb cues, in the order of the text; if places are given, of the words at these."""
    tags, lowers, cues = analysis.tags, analysis.tokens.lowers, analysis.index.verb_cues
    supposing = analysis.index.sets["grammar.supposing"]
    for at in analysis.hits(Trigger.VERB) if places is None else places:
        floor, ceiling = analysis.reach(at)
        if at == floor and lowers[at] in supposing:
            continue  # "Assuming Lima pays, prices will fall."
        if at == floor and (opening := opening_draft(analysis, at, cues.at(lowers, at), ceiling)) is not None:
            yield opening
        elif tags[at] in "vdgi":
            forms = cues.at(lowers, at)
            if not forms and not _goes_on_later(analysis, at, ceiling):
                continue  # A cue of more words only, and they do not stand here.
            draft = _verb(analysis, at, forms, floor, ceiling)
            if draft is not None:
                yield draft


def _goes_on_later(analysis: Analysis, verb: int, ceiling: int) -> bool:
    """Whether the other words of a cue may stand after a mark, an adverb or a time that follows its verb."""
    after = verb + 1
    return after < ceiling and (analysis.tags[after] == "q" or opens_adjunct(analysis, after, ceiling))


def _verb(analysis: Analysis, at: int, forms: Sequence[CueForm], floor: int, ceiling: int) -> ClaimDraft | None:
    draft = _any(analysis, at, forms, floor, ceiling)
    if draft is None or not draft.cue.negated:
        return draft
    if not draft.negated or _is_meant_otherwise(analysis, draft):
        return None
    draft.negated = False  # "will not hear of a fee"
    return draft


def _is_meant_otherwise(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether a negated verb has another of its meanings: "had not heard of the fee", "will not stand for election"."""
    sets, lowers, tags = analysis.index.sets, analysis.tokens.lowers, analysis.tags
    first, end = draft.content[0]
    if draft.cue.id in sets["control.hosting"] and lowers[end - 1] in analysis.index.holders:
        return True
    if draft.cue.id not in sets["control.brooking"]:
        return False
    willed = not sets["control.planning"].isdisjoint(lowers[slice(*draft.cue_range)])
    seat = first + (tags[first] in "DS")
    elected = seat < end and lowers[seat] in sets["control.elective"] and tags[seat + 1 : seat + 2] != ["G"]
    return not willed or elected


def _any(analysis: Analysis, at: int, forms: Sequence[CueForm], floor: int, ceiling: int) -> ClaimDraft | None:
    group = verb_group(analysis, at, floor)
    if group.gerund:
        group = _cited(analysis, group, floor)
        if group.gerund and (cited := _cited_before(analysis, group, forms, floor, ceiling)) is not None:
            return cited
    elif group.infinitive and (heard := as_heard(analysis, group, floor)) is not group:
        draft = _read(analysis, heard, forms, floor, ceiling)
        if draft is not None:
            draft.strong += 1  # Than the hearsay by itself.
            draft.heard = True
        return draft
    return _read(analysis, group, forms, floor, ceiling)


def _read(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    at = group.verb
    if forms and analysis.tags[at] == "d" and not group.gerund:
        said = passive_said(analysis, group, forms, floor, ceiling)
        if said is not None:
            return said
    if group.passive:
        if _cites(analysis, at):
            return None  # "was quoted as saying": the cue is the whole.
        passive = passive_draft(analysis, group, forms, floor, ceiling)
        if passive is not None and passive.frame != "np":
            passive.content = list(_confined(analysis, group, passive.frame, passive.content, floor))
        return passive
    if analysis.tags[at] == "d" and not (group.finite or group.infinitive or group.gerund):
        return reduced_passive(analysis, group, forms, floor, ceiling)
    return (_finite if group.finite else _infinite)(analysis, group, forms, floor, ceiling)


def _finite(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """The reading of a finite verb: by what stands before it, else by its complement."""
    if not _CLEFT_OPENERS.isdisjoint(analysis.tokens.lowers[floor : group.subject_end]):
        cleft = of_cleft(analysis, group, forms, floor, ceiling)
        if cleft is not None:
            return cleft
    if any(IMPRESSION in form.cue.frames for form in forms):
        impression = impression_draft(analysis, group, forms, floor, ceiling)
        if impression is not None:
            return impression
    found = _complement(analysis, group, forms, floor, ceiling)
    speech = speech_form(forms)
    if found is None and speech is None:
        passive = reduced_passive(analysis, group, forms, floor, ceiling) if may_be_passive(forms) else None
        return passive or of_antecedent(analysis, group, forms, floor, ceiling)
    subject = noun_phrase_before(analysis, group.subject_end, floor)
    if subject is not None and (split := name_after_plural(analysis, *subject)) is not None:
        subject = (split, subject[1])
    if speech is not None:
        relative = of_relative(analysis, group, speech, subject, floor, ceiling) if subject else None
        if relative is not None:
            return relative
        frame = found.frame if found else None
        draft = preceded_draft(analysis, group, speech, subject, floor, ceiling, frame)
        if draft is not None:
            return draft
        free = free_speech_draft(analysis, group, speech, subject, floor, ceiling)
        if free is not None:
            return free
    if found is None:
        passive = reduced_passive(analysis, group, forms, floor, ceiling) if may_be_passive(forms) else None
        return passive or of_antecedent(analysis, group, forms, floor, ceiling)
    judges = found.frame == "np_adj" or (found.frame == "np" and any("np_adj" in form.cue.frames for form in forms))
    if judges and subject and _is_object_relative(analysis, subject[0] - 1, group.verb + 1):
        aside = of_antecedent(analysis, group, forms, floor, ceiling)  # "which the minister calls a disgrace"
        if aside is not None:
            return aside
    if group.gerund:
        source = subject_of(analysis, group, floor)
    else:
        source = subject_before(analysis, group.subject_end, floor, subject)
    return _followed(analysis, group, source, found, floor)


def _is_object_relative(analysis: Analysis, opener: int, after: int) -> bool:
    """Whether a word before a subject may stand for the object of its verb: "which Lima calls a disgrace"."""
    if analysis.tokens.lowers[opener] in _ASIDE_RELATIVES:
        return True
    return analysis.tags[opener] == "H" and after < len(analysis.tags) and analysis.tags[after] in "NAd"


def _infinite(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """The reading of an infinitive or participle, if it has a subject elsewhere."""
    source = subject_of(analysis, group, floor)
    hard = group.infinitive and _is_hard(analysis, group.first)
    if hard and all(form.cue.kind is not ClaimKind.BELIEF for form in forms):
        return None
    if source is None and group.infinitive:
        source = _subject_above(analysis, group, floor)
    passive = may_be_passive(forms)
    if source is None and not passive:
        return None
    found = _complement(analysis, group, forms, floor, ceiling)
    if found is None:
        return reduced_passive(analysis, group, forms, floor, ceiling) if passive else None
    draft = _followed(analysis, group, source, found, floor)
    if hard and draft is not None and draft.frame not in _THOUGHT:
        return None  # "found it hard to see how"
    if draft is not None and group.infinitive and (hard or _is_refused(analysis, group.first, floor)):
        draft.negated = not draft.negated
    return draft


def _is_hard(analysis: Analysis, to: int) -> bool:
    """Whether an infinitive tells what it is hard to do, and so not done: "finds it hard | to believe that"."""
    return to > 0 and analysis.tokens.lowers[to - 1] in analysis.index.sets["aspect.hard"]


def _is_refused(analysis: Analysis, to: int, floor: int) -> bool:
    """Whether an infinitive tells what is not done: "failed on Monday to agree"."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    at, lowest = to - 1, max(floor, to - _REFUSAL_REACH)
    if lowers[at] in sets["grammar.hard"] and "it" in lowers[lowest:at]:
        return True  # "finds it hard to accept that"
    while at > lowest and (tags[at] in "AP" or lowers[at] in sets["grammar.time"]):
        at -= 1
    return at >= floor and tags[at] in "vdi" and lowers[at] in sets["control.refusing"]


def _followed(
    analysis: Analysis, group: VerbGroup, source: Source | None, found: _Complement, floor: int
) -> ClaimDraft | None:
    """A claim whose content follows its verb."""
    if source is None or _is_nobody(analysis, source):
        return None
    form, frame, content, cue_end = found
    if group.gerund:
        content = _before_parallel(analysis, content)
    if frame not in SPEECH_FRAMES and not can_hold(analysis, source):
        return None
    return ClaimDraft(
        form.cue,
        frame,
        source,
        (group.first, cue_end),
        list(_confined(analysis, group, frame, content, floor)),
        negated=group.negated and not is_to_come(analysis, group),
        direct=frame in {"quote", "np_quote"} and analysis.quoted[content[0][0]] >= 0,
        strong=2 * len(form.tail),
        object=(cue_end, content[0][0]) if frame in _ADDRESSING_FRAMES and content[0][0] > cue_end else None,
    )


def _before_parallel(analysis: Analysis, content: Ranges) -> Ranges:
    """What an -ing form governs, without another -ing form of a cue beside it: "dismissing it as bad | and calling"."""
    first, end = content[-1]
    joint = analysis.tagged.find("Cg", first + 1, end)
    if joint < 0 or "g" in analysis.tags[first:joint] or analysis.quoted[joint] != analysis.quoted[first]:
        return content
    if analysis.tokens.lowers[joint + 1] not in analysis.index.verb_cues:
        return content
    return (*content[:-1], (first, trim_end(analysis, first, joint)))


def _has_document(analysis: Analysis, group: VerbGroup, floor: int) -> bool:
    source = subject_of(analysis, group, floor)
    return source is not None and is_document(analysis, source)


def _subject_above(analysis: Analysis, group: VerbGroup, floor: int) -> Source | None:
    """The subject of an infinitive that tells a purpose or a next step: "used her speech to urge", "went on to say".

    Not under a verb that makes it a content of its own ("wants to urge"), nor after an object that is to do it.
    """
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    to = group.first
    if tags[to] != "T":
        return None
    verb = next(
        (at for at in range(to - 1, max(floor, to - _PURPOSE_REACH) - 1, -1) if tags[at] in "vdgBVMOWHU,;:-q"), None
    )
    if verb is None or tags[verb] not in "vdgB":
        return None
    between = noun_phrase_before(analysis, to, verb + 1)
    if between is not None:
        if tags[verb] == "B" and not sets["grammar.ranks"].isdisjoint(lowers[between[0] : between[1]]):
            return subject_of(analysis, verb_group(analysis, verb, floor), floor)  # "was the first state to deny"
        agent = next((at + 1 for at in range(to - 2, between[0] - 2, -1) if lowers[at] == "for"), None)
        if agent is not None and can_hold(analysis, Source(agent, to)):
            return Source(agent, to) if tags[verb] == "B" else None  # "common for mills to deny"
        if can_hold(analysis, Source(*between)) and not _is_passed(analysis, verb, Source(*between)):
            return Source(*between) if lowers[verb] in sets["grammar.causing"] else None  # "led Lima to deny"
    if tags[verb] == "g":
        return None
    if tags[verb] == "B" and lowers[to - 1] not in sets["grammar.prompt"]:
        return None
    governs = {"to", "np_to", "clause_to"}
    forms = analysis.index.verb_cues.at(lowers, verb)
    if any(not governs.isdisjoint(form.cue.frames) for form in forms):
        return None
    above = verb_group(analysis, verb, floor)
    if above.negated or above.passive or above.infinitive or not (above.finite or tags[verb] == "B"):
        return None
    return subject_of(analysis, above, floor)


def _is_passed(analysis: Analysis, verb: int, object_: Source) -> bool:
    """Whether the subject does what an infinitive tells, past an object: "flew to Lima to urge", "met Lund to urge".

    Not so after a verb that leaves it to the object: "relies on Lima to object".
    """
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[verb] in sets["grammar.leaving_to"]:
        return False
    placed = analysis.tags[object_.first - 1] in "PT"
    return placed or lowers[verb] in sets["grammar.meeting"] or is_document(analysis, object_)


def _is_nobody(analysis: Analysis, source: Source) -> bool:
    """Whether the words mean whoever it may be: "if you want to ship"."""
    return source.end - source.first == 1 and analysis.tokens.lowers[source.first] in _NOBODY


def _cites(analysis: Analysis, at: int) -> bool:
    """Whether "as" and what somebody is quoted as doing follow a participle: "quoted (by Lund) as saying"."""
    lowers, tags, after = analysis.tokens.lowers, analysis.tags, at + 1
    if lowers[after : after + 1] == ["by"]:
        after = next((as_ for as_ in range(after + 2, min(len(tags), after + _AGENT_REACH)) if lowers[as_] == "as"), at)
    return (
        lowers[after : after + 1] == ["as"]
        and tags[after + 1 : after + 2] == ["g"]
        and lowers[after + 1] in analysis.index.clausal
    )


def _cited(analysis: Analysis, group: VerbGroup, floor: int) -> VerbGroup:
    """A verb group of an -ing form, with a passive above it that cites as its auxiliary: "was quoted as saying"."""
    as_, passive = group.verb - 1, group.verb - 2
    tags = analysis.tags
    if passive <= floor or analysis.tokens.lowers[as_] != "as":
        return group
    if tags[passive] != "d":
        while passive > max(floor, as_ - _AGENT_REACH) and tags[passive] in "DSNEG":
            passive -= 1
        passive -= analysis.tokens.lowers[passive] == "by"  # "was quoted by the paper as saying"
        if tags[passive] != "d":
            return group
    outer = verb_group(analysis, passive, floor)
    return outer._replace(verb=group.verb, passive=False) if outer.passive else group


def _cited_before(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """What somebody is quoted as saying before it: "“No deal,” the paper quoted him as saying."."""
    at, tags, lowers = group.verb, analysis.tags, analysis.tokens.lowers
    speech = speech_form(forms)
    if speech is None or lowers[at - 1] != "as" or (at + 1 < ceiling and tags[at + 1] not in ",;"):
        return None
    whom = noun_phrase_before(analysis, at - 1, floor)
    if whom is None or whom[0] - 1 <= floor or tags[whom[0] - 1] != "v":
        return None
    outer = verb_group(analysis, whom[0] - 1, floor)
    subject = noun_phrase_before(analysis, outer.subject_end, floor)
    draft = preceded_draft(analysis, outer, speech, subject, floor, ceiling, None) if subject is not None else None
    return evolve(draft, source=Source(*whom), cue_range=(at, at + 1)) if draft is not None else None


def _confined(
    analysis: Analysis, group: VerbGroup, frame: str, content: Sequence[tuple[int, int]], floor: int
) -> Ranges:
    """What a cue governs, and of that only what belongs to its relative clause if it stands in one."""
    whole = group.subject_end - floor > 1 and analysis.tags[floor] in "WH" and not group.infinitive
    opened = whole and noun_phrase_before(analysis, group.subject_end, floor) == (floor + 1, group.subject_end)
    reduced = group.gerund and group.subject_end > floor and analysis.tags[group.subject_end - 1] in "NED"
    if frame in {"quote", "np_quote"} or not (opened or reduced or in_relative(analysis, group, floor)):
        return tuple(content)
    first, end = content[0]
    main = first
    if analysis.tags[first] in "PU":  # "saying, if elected, she would lift it"
        comma = analysis.tagged.find(",", first, min(end, first + _PURPOSE_REACH))
        main = comma + 1 if 0 <= comma < end - 1 else first
    return ((first, before_verb(analysis, main, end, clause=frame in _CLAUSAL_FRAMES)[1]), *content[1:])


def _complement(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> _Complement | None:
    """The surest frame that one of the cues takes here; longer cues first."""
    surest, longest = _LEAST_SURE, 0
    best: _Complement | None = None
    for form, end in _forms_after(analysis, group.verb, forms, ceiling):
        cue = form.cue
        if len(form.tail) < longest:
            break
        if cue.documents and not _has_document(analysis, group, floor):
            continue
        start = past_insertion(analysis, end, ceiling)
        for frame in possible_frames(analysis, cue.frames, start, ceiling):
            order = _ORDER[frame]
            if order > surest:
                break  # As are all those after it.
            if order == surest and not (frame == "that" and cue.kind is ClaimKind.EVENTUALITY):
                continue
            content = read_frame(analysis, cue, frame, start, ceiling)
            if content is not None and (order < surest or is_subjunctive(analysis, content[0])):
                cue_end = end - (analysis.tags[end - 1] == "q")
                best, surest, longest = _Complement(form, frame, content, cue_end), order, len(form.tail)
    return best


def _forms_after(analysis: Analysis, verb: int, forms: Sequence[CueForm], ceiling: int) -> list[tuple[CueForm, int]]:
    """The forms of a verb with the token where their words end; those with more words first.

    One preposition may also stand after a time: "called on Friday for".

    Args:
        analysis: The article's.
        verb: The token of the verb.
        forms: Those whose words stand right there.
        ceiling: Where the sentence ends.
    """
    if not _goes_on_later(analysis, verb, ceiling):
        return [(form, verb + 1 + len(form.tail)) for form in forms]
    lowers, at, found = analysis.tokens.lowers, verb + 1, list[tuple[CueForm, int]]()
    every = analysis.index.verb_cues[lowers[verb]]
    at += analysis.quoted[verb] >= 0 and analysis.tags[at] == "q"  # "“strongly agree” that"
    beyond = skip_adjuncts(analysis, at, ceiling, "") if every[0].tail else at
    if every[0].tail and lowers[beyond : beyond + 1] not in [[form.tail[0]] for form in every if form.tail]:
        beyond = skip_adjuncts(analysis, place_end(analysis, beyond, ceiling), ceiling, "")
    here, later = lowers[at : at + 1], lowers[beyond : min(ceiling, beyond + 1)]
    for form in every:
        tail = form.tail
        if not tail:
            found.append((form, at))
        elif tail[0] in here and tuple(lowers[at : at + len(tail)]) == tail:
            found.append((form, at + len(tail)))
        elif tail[0] in later and len(tail) == 1 and analysis.index.tags.get(tail[0]) == "P":
            found.append((form, beyond + 1))
    return found


def is_subjunctive(analysis: Analysis, content: tuple[int, int]) -> bool:
    """Whether a that-clause is a demand: its verb is a bare "be" or base form ("insists that it be weighed")."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    for at in range(content[0] + 1, min(content[1], content[0] + 14)):
        if tags[at] in "vMBVO":
            return lowers[at] == "be" or (tags[at] == "v" and _is_base_of_one(analysis, at))
        closes = at + 1 == content[1] or tags[at + 1] in "DS"
        if tags[at] == "N" and closes and _is_base_of_one(analysis, at):
            return True  # "insisted that the levy go"
    return False


def _is_base_of_one(analysis: Analysis, verb: int) -> bool:
    """Whether a verb is a base form after one who would have an -s with it: "insists that Lima lift the ban"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    preposition = analysis.tagged.rfind("P", max(0, verb - _SUBJECT_REACH), verb - 1)
    head = preposition - 1 if preposition > 0 and "D" not in tags[preposition + 2 : verb] else verb - 1
    subject = lowers[head]  # "contends that traders in Lima sell": the traders do.
    one = (tags[head] in "NE" and not subject.endswith("s")) or subject in {"he", "she", "it"}
    return one and analysis.index.verbs.get(lowers[verb]) == "b" and "C" not in tags[max(0, verb - 4) : verb]
