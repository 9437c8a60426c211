"""What a claim takes a side on: whoever is praised or blamed, the thing its verb governs, or what its clause says."""

from __future__ import annotations

from attrs import evolve

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.modal_cues import object_verb
from tradebrief.extraction.grammar.clauses import CLAUSE_REACH, trim_end
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.lookups.acts import (
    ACCUSE,
    CRITICIZE,
    DEMAND,
    OFFER,
    PRAISE,
    REJECT,
    REQUEST,
    STATE,
    THREATEN,
)
from tradebrief.extraction.lookups.kinds import DEMONYM
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.doubts import is_about_thing
from tradebrief.extraction.stances.lawsuits import is_forum
from tradebrief.extraction.stances.needs import past_worth
from tradebrief.extraction.stances.targets import (
    actors_of,
    begin_of_plan,
    core_end,
    plain_head_end,
    targets_of,
    thing_of,
    things_beside,
    things_in_row,
    with_company,
)
from tradebrief.extraction.stances.verbs import Bearing
from tradebrief.extraction.stances.words import bearings_at
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, ClaimKind, Polarity, Target, TargetKind

__all__ = ["CLAUSES", "INFINITIVES", "OBJECT_FRAMES", "content_targets", "is_negated", "taken_back"]

_TOWARD_ACTOR = (ACCUSE, PRAISE, CRITICIZE)
OBJECT_FRAMES = frozenset({"np", "pp", "np_as", "np_adj", "subject_to"})
_ASKING = (DEMAND, REQUEST, OFFER)
CLAUSES = frozenset({"that", "bare", "clause_to", "np_that", "np_bare"})
_TOLD = (CRITICIZE, ACCUSE, REJECT)  # With a clause of what is so, not of what will come.
INFINITIVES = frozenset({"to", "np_to", "infinitive"})
_THINGS = (TargetKind.MEASURE, TargetKind.AGREEMENT)
_COMPLAINED_OF = (*_THINGS, TargetKind.PROPOSAL)
_REACH = 24
_LONGEST_LIST = 60
_NO_THING = frozenset({"no", "neither"})
_CALLED_REACH = 10
_POINTING = (["this"], ["that"])
_GIVING = frozenset({"give", "gives", "gave", "given", "giving"})  # With "up".


def content_targets(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, polarity: Polarity | None, act: Act
) -> tuple[Target, ...]:
    """What the cue governs, with who is named beside it: the one addressed for praise and blame, else the content."""
    targets, phrase = _governed(analysis, cast, found, concepts, polarity, act)
    if phrase is None:
        return targets
    targets = with_company(analysis, cast, targets, *phrase, found.claim.holder)
    if targets[-1].actor is None:
        return targets
    return (*targets, *things_beside(analysis, concepts, targets[-1], phrase[1]))


def _governed(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, polarity: Polarity | None, act: Act
) -> tuple[tuple[Target, ...], tuple[int, int] | None]:
    """What the cue governs, and the tokens of its words where they are a noun phrase."""
    claim, draft = found.claim, found.draft
    given = _given(analysis, cast, found, concepts)
    if given is not None:
        first, _ = min(draft.content)
        end, _ = analysis.tokens.range(given.span)
        return (*actors_of(analysis, cast, first, end, holder=claim.holder), given), None
    blamed = draft.cue.act is ACCUSE and draft.cue.polarity is None  # "blamed on Lima"
    if draft.frame == "np_pp" and (blamed or _is_of_oneself(analysis, draft)):
        return targets_of(analysis, cast, concepts, *draft.content[0], holder=claim.holder), None
    if _is_for_clause(analysis, draft):
        return (_clause_target(analysis, found, concepts, polarity, *min(draft.content)),), None
    if draft.cue.act is THREATEN or draft.cue.act in _TOWARD_ACTOR or draft.frame in OBJECT_FRAMES:
        read = [bearing for at in range(*draft.cue_range) for bearing in bearings_at(analysis, cast, at)]
        read = [_within_object(draft, bearing) for bearing in read if not _is_lodged_with(analysis, bearing)]
        governed = [
            actors_of(analysis, cast, *bearing.target, holder=claim.holder) for bearing in read if bearing.target
        ]
        if any(governed) and not _modifies_whom(analysis, draft):
            phrase = next((bearing.target for bearing in read if bearing.target), None)
            sided = tuple(target for several in governed for target in several)
            dealt = draft.frame == "np" and any(bearing.form.rule.category == "dealing" for bearing in read)
            thing = _object_target(analysis, cast, found, concepts, act) if dealt else None
            if thing is not None and thing.kind in _THINGS:  # "welcomed the pact with Lima": both
                return (thing, *sided), phrase
            return sided, phrase
        aimed = next((bearing.target for bearing in read if bearing.target), None)
        if aimed is not None and draft.frame == "np_pp" and draft.object is None:  # "was censured for lying"
            return targets_of(analysis, cast, concepts, *aimed, holder=claim.holder), None
    if draft.object is not None and draft.cue.act in _TOWARD_ACTOR:
        tokens = _without_preposition(analysis, draft.object)
        return targets_of(analysis, cast, concepts, *tokens, holder=claim.holder), None
    if draft.cue.act is ACCUSE and draft.frame in CLAUSES:
        subject = noun_phrase_after(analysis, *draft.content[0])
        if subject is not None:  # A charge in a clause is brought against its subject.
            return targets_of(analysis, cast, concepts, *subject, holder=claim.holder), None
    if draft.cue.act is CRITICIZE and claim.kind is ClaimKind.ASSERTION and draft.frame in CLAUSES:
        subject, told = noun_phrase_after(analysis, *draft.content[0]), draft.cue.category == "noun"
        if subject is not None and not told and (doers := _doers(analysis, cast, found, *subject)):
            return doers, None  # "complained that Lima overcharges"
        thing = thing_of(analysis, concepts, *subject) if subject is not None else None
        if thing is not None and thing.kind in _COMPLAINED_OF:  # "complained that the levy makes prams dearer"
            return (thing,), None
    if draft.frame in OBJECT_FRAMES and analysis.tags[min(draft.content)[0]] not in "gi":
        governed_thing = _object_target(analysis, cast, found, concepts, act)
        row = things_in_row(analysis, concepts, *min(draft.content)) if governed_thing.kind in _THINGS else ()
        return row or (governed_thing,), min(draft.content)
    parts = _listed(analysis, *min(draft.content)) if draft.frame in INFINITIVES else [min(draft.content)]
    return tuple([_clause_target(analysis, found, concepts, polarity, *part) for part in parts]), None


def _doers(analysis: Analysis, cast: Cast, found: FoundClaim, first: int, end: int) -> tuple[Target, ...]:
    """Who does what a clause complains of, by its subject; none where it befalls them, or they are the holder."""
    tags, lowers, verb = analysis.tags, analysis.tokens.lowers, end
    told = not analysis.index.sets["grammar.told"].isdisjoint(lowers[found.draft.cue_range[1] : first])
    if told or tags[first] in "RSg":
        return ()  # "scoffed at suggestions that Lima had cheated", "protested that exempting Lima would ruin them"
    while verb < len(tags) and tags[verb] in "AMBVOX":
        if lowers[verb] == "must" or (tags[verb] == "B" and tags[verb + 1 : verb + 2] == ["d"]):
            return ()  # "that growers must wait", "that growers had been misled"
        verb += 1
    if not analysis.index.sets["control.befalling"].isdisjoint(lowers[verb : verb + 1]):
        return ()
    actors = actors_of(analysis, cast, first, end, holder=found.claim.holder)
    return tuple(target for target in actors if target.actor != found.claim.holder)


def _is_of_oneself(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether the object of a verb is its subject, so that a side goes toward what stands after a preposition."""
    if draft.object is None or analysis.tags[draft.content[0][0]] not in "DSREN":
        return False
    first, end = _without_preposition(analysis, draft.object)
    return end - first == 1 and analysis.tokens.lowers[first].endswith(("self", "selves"))


def _is_for_clause(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether "for" opens what somebody is to do rather than a thing: "is clamouring for Lima to lift the ban"."""
    first, end = min(draft.content)
    if draft.frame != "pp" or analysis.tokens.lowers[first - 1] != "for":
        return False
    if analysis.tagged.find("T", first + 1, min(end, first + CLAUSE_REACH)) < 0:
        return False
    phrase = noun_phrase_after(analysis, first, end)
    return phrase is not None and phrase[1] + 1 < end and analysis.tags[phrase[1]] == "T"


def _is_lodged_with(analysis: Analysis, bearing: Bearing) -> bool:
    """Whether what stands with a word is where somebody complains: "lodged a protest with the United Nations"."""
    return bearing.target is not None and is_forum(analysis, bearing.form.rule, bearing.at, *bearing.target)


def _within_object(draft: ClaimDraft, bearing: Bearing) -> Bearing:
    """A side with its target up to where the object of its verb ends: "backed the levy, | Seoul the quota"."""
    if draft.frame != "np" or bearing.target is None or len(draft.content) > 1:
        return bearing
    first, end = bearing.target
    if not draft.first <= first < draft.end:
        return bearing._replace(target=None) if draft.source.first > draft.cue_range[1] else bearing
    return bearing._replace(target=(first, min(end, draft.end)))


def _modifies_whom(analysis: Analysis, draft: ClaimDraft) -> bool:
    """Whether what is offered begins with those whom a people's name modifies: "promised European tanneries loans"."""
    first, _ = min(draft.content)
    if draft.cue.act is not OFFER or draft.frame != "np":
        return False
    named = analysis.index.names.at(analysis.tokens.words, first)
    return named is not None and named[1].form is DEMONYM and analysis.tags[named[0] : named[0] + 1] == ["N"]


def _given(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> Target | None:
    """What is offered where somebody's name stands before it: "offered Lima | a quota"."""
    first, end = min(found.draft.content)
    if found.draft.cue.act is not OFFER or found.draft.frame != "np" or first not in cast.starting:
        return None
    at = max(stop for stop, _ in cast.starting[first])
    if at + 1 >= end or analysis.tags[at] not in "DSK" or noun_phrase_after(analysis, at, end) is None:
        return None
    core = core_end(analysis, at, end)
    concept = concepts.of_phrase(at, plain_head_end(analysis, at, end), end)
    return Target(kind=TargetKind.PROPOSAL, span=analysis.tokens.span(at, core), concept=concept)


def _listed(analysis: Analysis, first: int, end: int) -> list[tuple[int, int]]:
    """The parts of a list of things to do: "simplify the forms, | accept permits | and exempt ammonia"."""
    tags, inside = analysis.tags, analysis.quoted[first]
    others = [
        at
        for at in range(first + 1, min(end, first + _LONGEST_LIST))
        if tags[at] == "i" and tags[at - 1] in ",C" and analysis.quoted[at] == inside
    ]
    if not any(tags[at - 1] == "," for at in others):
        return [(first, end)]  # "cut the duty and drop the quota" may be one deal.
    ends = [at - 1 - (tags[at - 2] == "," and tags[at - 1] == "C") for at in others]
    return list(zip([first, *others], [*ends, end], strict=True))


def _predicated(analysis: Analysis, first: int, end: int) -> int:
    """Where a thing begins that an object is called: "denounced what it called | a threat"; else the object's start."""
    if analysis.tokens.lowers[first] != "what":
        return first
    verb = next((at for at in range(first, min(end, first + _CALLED_REACH)) if analysis.tags[at] == "v"), first)
    return verb + 1 if first < verb < end - 1 else first


def _object_target(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, act: Act) -> Target:
    """The thing that a verb governs, by what it is, or what is to be done about it."""
    claim, draft, lowers = found.claim, found.draft, analysis.tokens.lowers
    first, end = min(draft.content)
    first = past_worth(analysis, _predicated(analysis, first, end), end)
    core = core_end(analysis, first, end)
    if core + 1 < end and analysis.tags[core] == "T" and _is_plan(analysis, core - 1):  # "calls to drop the levy"
        concept = concepts.of_clause(core + 1, end)
        return Target(kind=TargetKind.PROPOSAL, span=analysis.tokens.span(first, end), concept=concept)
    asked = core + 1 < end and analysis.tags[core] == "T" and analysis.tags[core + 1] in "iB" and first in cast.starting
    if asked and act not in _TOWARD_ACTOR:
        concept = concepts.of_clause(core + 1, end)  # "urged Lima to wait, an idea that Oslo opposes": to wait
        return Target(kind=TargetKind.PROPOSAL, span=analysis.tokens.span(core + 1, end), concept=concept)
    if (called := begin_of_plan(analysis, first, end)) > first:  # "calls for lower duties"
        concept = concepts.of_phrase(called, plain_head_end(analysis, called, end), end)
        return Target(kind=TargetKind.PROPOSAL, span=analysis.tokens.span(first, end), concept=concept)
    if act is REJECT and claim.kind is ClaimKind.ASSERTION and lowers[first:core] in _POINTING:  # What was said.
        return Target(kind=TargetKind.ISSUE, span=analysis.tokens.span(first, core), concept=lowers[first])
    thing = thing_of(analysis, concepts, first, core)
    if (actor := cast.at.get((first, plain_head_end(analysis, first, end)))) is not None:
        return Target(kind=TargetKind.ACTOR, span=thing.span, concept=actor, actor=actor)
    if draft.cue.outlook is not None and draft.cue.act is STATE and not is_about_thing(analysis, found, thing):
        kind = TargetKind.OUTCOME
        return Target(kind=kind, span=thing.span, concept=thing.concept, measure=thing.measure)
    if claim.kind is ClaimKind.EVENTUALITY and thing.kind is TargetKind.ISSUE and lowers[first:core] in _POINTING:
        return evolve(thing, kind=TargetKind.PROPOSAL)  # "balked at that"
    if claim.kind is ClaimKind.EVENTUALITY and act in _ASKING:
        concept = concepts.of_change(first, end) or thing.concept
        return Target(kind=TargetKind.PROPOSAL, span=claim.content[0], concept=concept)
    return thing


def _clause_target(
    analysis: Analysis, found: FoundClaim, concepts: Concepts, polarity: Polarity | None, first: int, end: int
) -> Target:
    """What a clause says is to be done or will come."""
    claim, draft = found.claim, found.draft
    wanted = draft.frame == "clause_to" or _is_for_clause(analysis, draft)
    if wanted:  # "wants Lima to lift the ban": what it is to do
        to = next((at for at in range(first, min(end - 1, first + _REACH)) if analysis.tags[at] == "T"), None)
        if (
            to is not None
            and analysis.tags[to + 1] != "B"
            and thing_of(analysis, concepts, first, to).kind not in _THINGS
        ):
            first = to + 1  # But "wants | the ban to end"
    if draft.frame == "np_infinitive":  # "would have Lima lift the ban"
        first = object_verb(analysis, first, end) or first
    while draft.frame in INFINITIVES and first + 1 < end and analysis.tags[first] in "XT":
        first += 1
    if draft.frame in INFINITIVES or wanted:
        first += first + 1 < end and analysis.tokens.lowers[first] == "see"  # "would prefer to see the levy dropped"
        opener = analysis.tagged.find("U", first + 2, end)  # In most there is none.
        stop = end if opener < 0 else next((at for at in range(opener, end) if _opens_aside(analysis, at)), end)
        if draft.frame == "infinitive":  # "would sooner wait | than sue"
            stop = next((at for at in range(first + 1, stop) if analysis.tokens.lowers[at] == "than"), stop)
        end = max(first + 1, trim_end(analysis, first, stop))  # "soften its rules | before the pact takes effect"
    hoped = draft.frame in CLAUSES and draft.cue.lemma in analysis.index.sets["control.hoping"]  # That it will come.
    kind = TargetKind.PROPOSAL if claim.kind is ClaimKind.EVENTUALITY and not hoped else TargetKind.ISSUE
    told = draft.frame in CLAUSES and draft.cue.outlook is None and draft.cue.act in _TOLD
    if (
        kind is TargetKind.ISSUE
        and draft.cue.outlook is not None
        and polarity is not None
        and analysis.tags[first] == "g"
    ):
        kind = TargetKind.PROPOSAL  # "is wary of lifting the ban"
    doing = told and analysis.tags[first] == "g"
    if kind is TargetKind.ISSUE and (doing or _is_step(analysis, found, polarity, first)):
        kind = TargetKind.PROPOSAL  # "sees no reason to wait", "protested that lifting it would be unfair"
    if kind is TargetKind.ISSUE and not told and (draft.frame in CLAUSES or polarity is None):
        kind = TargetKind.OUTCOME
    if kind is TargetKind.ISSUE:
        concept = concepts.of_phrase(first, plain_head_end(analysis, first, end), end)
    else:
        concept = concepts.of_clause(first, end)
    span = claim.content[0] if (first, end) == min(draft.content) else analysis.tokens.span(first, end)
    return Target(kind=kind, span=span, concept=concept)


def _is_step(analysis: Analysis, found: FoundClaim, polarity: Polarity | None, first: int) -> bool:
    """Whether somebody sides for or against doing something: "sees no reason to | wait"."""
    draft = found.draft
    return draft.frame == "to" and draft.cue.outlook is None and polarity is not None and analysis.tags[first] == "i"


def _opens_aside(analysis: Analysis, at: int) -> bool:
    """Whether a clause opens that is no part of what is to be done; a condition on it is ("raise it if Lima does")."""
    return analysis.tags[at] == "U" and analysis.index.conditions.at(analysis.tokens.lowers, at) is None


def _is_plan(analysis: Analysis, at: int) -> bool:
    """Whether a noun is one of what is to be done: "calls to", "a plan to", "the decision to"."""
    sets, word = analysis.index.sets, analysis.tokens.lowers[at]
    return word in sets["control.proposals"] or word in sets["control.nouns"]


def is_negated(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a cue is negated, or its object is: "accepts no quota", "backs neither plan"."""
    lowers, draft = analysis.tokens.lowers, found.draft
    none = draft.frame in OBJECT_FRAMES and lowers[draft.first] in _NO_THING
    if draft.cue.category == "noun":
        none = none or "without" in lowers[slice(*draft.cue_range)]
        none = none != (taken_back(analysis, found) is not None)
    return draft.negated != none


def taken_back(analysis: Analysis, found: FoundClaim) -> int | None:
    """The verb that takes a noun back whose object it is: "has withdrawn its support for the levy"."""
    if found.draft.cue.category != "noun":
        return None
    first, end = found.draft.cue_range
    at, lowers = max(first, end - 1), analysis.tokens.lowers
    floor, _ = analysis.reach(at)
    while at > floor and analysis.tags[at] not in "vdgi,.;:PCUHWMBVO":
        at -= 1
    if lowers[at] == "up" and lowers[at - 1] in _GIVING:
        return at - 1
    return at if lowers[at] in analysis.index.dropping else None


def _without_preposition(analysis: Analysis, tokens: tuple[int, int]) -> tuple[int, int]:
    first, end = tokens
    while end > first + 1 and analysis.tags[end - 1] in "PTH":
        end -= 1
    return first, end
