"""The stances that rest on claims: the side of the cue toward what it governs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.sources import Source, agent_of
from tradebrief.extraction.lookups.acts import (
    ACCUSE,
    AGREE,
    CRITICIZE,
    DEMAND,
    IMPLEMENT,
    OFFER,
    PRAISE,
    REJECT,
    REQUEST,
    STATE,
    THREATEN,
)
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.measures.references import is_object_pronoun
from tradebrief.extraction.stances.acts import act_of, hints_at_suit, is_about_told
from tradebrief.extraction.stances.aims import aims_of
from tradebrief.extraction.stances.averting import averted_by
from tradebrief.extraction.stances.contents import INFINITIVES, OBJECT_FRAMES, content_targets, is_negated, taken_back
from tradebrief.extraction.stances.doubts import doubted_fact, with_doubt
from tradebrief.extraction.stances.effects import effects_of
from tradebrief.extraction.stances.holders import holders_of, listed
from tradebrief.extraction.stances.ids import stance_id
from tradebrief.extraction.stances.lawsuits import contested_by_law, is_own_consent, strikes_back
from tradebrief.extraction.stances.outlooks import CONTRARY
from tradebrief.extraction.stances.partners import allies_of, sharers_of, with_partners
from tradebrief.extraction.stances.shunning import shunned_by
from tradebrief.extraction.stances.summed import summed_up
from tradebrief.extraction.stances.targets import plain_head_end, targets_of
from tradebrief.extraction.stances.verbs import Bearing
from tradebrief.extraction.stances.wanted_gone import wanted_gone, warned_off
from tradebrief.extraction.stances.words import bearings_at, rules_at
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue, StanceRule
from tradebrief.model import (
    Act,
    ActorId,
    Assertion,
    ClaimKind,
    ClaimMode,
    Outlook,
    Polarity,
    RuleId,
    Stance,
    StanceAttribution,
    Target,
    TargetKind,
    VoiceKind,
)
from tradebrief.text import Span

__all__ = ["attribution_of", "bearers", "from_claim", "held_by"]

_WARNED: Final = RuleId("stance.warned-off")
_AUTHOR: Final = VoiceKind.AUTHOR
_DIRECT: Final = ClaimMode.DIRECT
_INDIRECT: Final = StanceAttribution.INDIRECT
_AUXILIARIES = 2
_DUTY = frozenset({"must", "should", "ought"})
_FIRST_PERSON = frozenset({"i", "we"})
_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_NEITHER = frozenset({"neither", "nor"})
_THREATS = (THREATEN, OFFER)
_FIGHTING = (REJECT, THREATEN)
_NEGATED = frozenset({"needed", "refused"})  # Rules that take a side only in a negation.
_VOIDED = (REJECT, CRITICIZE, ACCUSE, THREATEN, REQUEST, DEMAND, OFFER)
_EVENTUALITY: Final = ClaimKind.EVENTUALITY
_ON_THE_TABLE = (TargetKind.MEASURE, TargetKind.AGREEMENT, TargetKind.PROPOSAL)
_ASKED_FOR = (DEMAND, REQUEST)
_QUESTIONS = frozenset({"wh", "np_wh"})
_DENIED_CLAUSES = frozenset({"that", "bare"})
_EXPECTED = frozenset({"np_participle", "np_infinitive"})
_DENIED_REACH = 16
_GROUP_REACH = 6
_Side = tuple[Target, Polarity | None, Outlook | None, Act, tuple[Span, ...], RuleId]
_JOINING = frozenset({"along", "together", "as", "like", "including", "such"})
_SPEAKERS = frozenset({"i", "we", "he", "she", "it", "they"})


def from_claim(
    analysis: Analysis,
    cast: Cast,
    found: FoundClaim,
    concepts: Concepts,
    settings: Sequence[FoundClaim | None],
) -> tuple[list[Stance], set[int]]:
    """The stances of a claim, and the words that take its side, which are read no more."""
    words, draft, cue = found.claim.cue, found.draft, found.draft.cue
    doubted = draft.negated and _is_of_certainty(analysis, found)
    if words is None or not (cue.polarity or cue.outlook or cue.act is ACCUSE or doubted):
        return [], set()  # As most claims.
    willing = cue.id in analysis.index.sets["control.willing"] and _has_object(analysis, found)
    negated, assertion = is_negated(analysis, found), found.claim.assertion
    voids = cue.act in _VOIDED and not willing and taken_back(analysis, found) is None
    polarity, outlook = _sides(cue, draft.frame, negated=negated, assertion=assertion, voids=voids)
    if doubted:
        polarity, outlook = (None if draft.frame in _DENIED_CLAUSES else polarity), Outlook.SKEPTICAL
    if cue.id in analysis.index.sets["control.hopes"] and taken_back(analysis, found) is not None:
        polarity, outlook = None, Outlook.SKEPTICAL  # "gave up hope of a deal"
    if analysis.tags[draft.first] == "X" and draft.frame in INFINITIVES:
        polarity = _OPPOSITE.get(polarity, polarity) if polarity else None  # "urged Lima not to raise it"
    if polarity is None and outlook is None:
        return [], set()
    lowers = analysis.tokens.lowers
    if draft.frame in _QUESTIONS and found.claim.kind is _EVENTUALITY:
        first, _ = draft.content[0]
        if "whether" in lowers[max(0, first - 1) : first + 1]:
            return [], set()  # "must decide whether to back the ban"
    if cue.id in analysis.index.sets["control.brushing"] and not _is_put(analysis, found):
        return [], set(range(*draft.cue_range))  # "shrugged off the drizzle"
    if _is_sideless(analysis, found):
        return [], set(range(*draft.cue_range)) if draft.frame == "pp" else set()
    if cue.id in analysis.index.sets["control.denying"] and not _denies_own(analysis, cast, found, concepts):
        if draft.frame == "np" and _is_dealt(analysis, cast, draft.cue_range[1] - 1):
            return [], set()  # "denied Lima a loan"
        return [], set(range(*draft.cue_range))  # To call a report false is no side.
    told = draft.frame in _DENIED_CLAUSES  # "can't agree they have a deal"
    split = cue.act is AGREE and draft.negated and (told or _is_agreed_on(analysis, found))
    if split or _is_due(analysis, found) or _is_imagined(analysis, found, settings[draft.cue_range[0]]):
        return [], set(range(*draft.cue_range))  # "failed to agree on a reply": both may want one.
    if draft.frame == "to" and _takes_none(analysis, cast, draft.first):
        return [], set()  # "declined to take sides"
    opener = draft.cue_range[0] - 1
    if opener >= 0 and lowers[opener] in _NEITHER and _is_of_neither(analysis, cast, opener):
        return [], set()  # "neither backs nor opposes"
    return _shown(analysis, cast, found, concepts, settings, (polarity, outlook), words)


def _is_dealt(analysis: Analysis, cast: Cast, at: int) -> bool:
    """Whether a verb is what somebody does to another rather than what they say: "denied Lima a loan"."""
    return any(bearing.form.rule.category == "dealing" for bearing in bearings_at(analysis, cast, at))


def _is_of_certainty(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a cue is one of being sure of a clause or of expecting something: to be not so is to doubt it."""
    draft, sets = found.draft, analysis.index.sets
    if draft.frame in _DENIED_CLAUSES and draft.cue.id in sets["control.persuading"]:
        return True
    return draft.frame in _EXPECTED and draft.cue.id in sets["control.expecting"]


def _is_agreed_on(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether what is agreed stands after "on": "failed to agree on a reply", but "will not sign off on a reply"."""
    return analysis.tokens.lowers[found.draft.first - 1] == "on" and not found.draft.cue.lemma.endswith(" on")


def _is_of_neither(analysis: Analysis, cast: Cast, opener: int) -> bool:
    """Whether "neither" or "nor" opens one of two verbs of which neither takes a side."""
    floor, _ = analysis.reach(opener)
    before = range(opener, max(floor - 1, opener - _DENIED_REACH), -1)
    return any(_takes_none(analysis, cast, at) for at in before)


def _shown(
    analysis: Analysis,
    cast: Cast,
    found: FoundClaim,
    concepts: Concepts,
    settings: Sequence[FoundClaim | None],
    taken: tuple[Polarity | None, Outlook | None],
    words: Span,
) -> tuple[list[Stance], set[int]]:
    """The stances of a claim whose cue, at some words, takes a side or tells an outlook, and the words used for it."""
    claim, draft, cue, (polarity, outlook) = found.claim, found.draft, found.draft.cue, taken
    used = set(range(*draft.cue_range)) if polarity is not None else set[int]()
    fought = _fought(analysis, cast, found) if polarity is not None else None
    hope = cue.id in analysis.index.sets["control.hopes"]
    if fought is not None:
        used.add(fought.at)
    holders = held_by(analysis, cast, found, settings)
    if not holders:
        return [], set()  # Read by itself the word may show one: "released an ad attacking Lima".
    shunned = shunned_by(analysis, found, concepts) if polarity is Polarity.SUPPORT else ()
    if fought is not None and fought.target is not None:
        targets = targets_of(analysis, cast, concepts, *fought.target, holder=claim.holder)
        polarity, act = Polarity.OPPOSE, THREATEN
    elif (sued := _sued(analysis, cast, found, concepts)) and polarity is not None:
        targets, polarity, act = sued, Polarity.OPPOSE, THREATEN
    elif polarity is not None and (gone := wanted_gone(analysis, cast, found, concepts)):
        act = act_of(analysis, found) if polarity is Polarity.SUPPORT else STATE
        targets, polarity = gone, _OPPOSITE[polarity]
    elif polarity is not None and (summed := summed_up(analysis, concepts, draft)) is not None:
        targets, act = (summed,), REJECT if polarity is Polarity.OPPOSE else act_of(analysis, found)
    elif shunned:
        targets, polarity, act = shunned, Polarity.OPPOSE, REJECT
    elif polarity is Polarity.SUPPORT and (averted := averted_by(analysis, cast, found, concepts)):
        targets, polarity, act = averted, Polarity.OPPOSE, act_of(analysis, found)
    elif (
        polarity is None
        and outlook is Outlook.SKEPTICAL
        and not hope
        and (fact := doubted_fact(analysis, cast, found, concepts)) is not None
    ):
        (targets, polarity), outlook = fact, None
        act = CRITICIZE if polarity is Polarity.OPPOSE else STATE
    else:
        act = act_of(analysis, found)
        targets = content_targets(analysis, cast, found, concepts, polarity, act)
        targets = tuple(target for target in targets if _may_be_meant(analysis, found, target))
    start = min(words.start, claim.content[0].start)
    if (back := taken_back(analysis, found)) is not None:
        start = min(start, analysis.tokens.starts[back])
    evidence = Span(start, max(words.end, claim.content[-1].end))
    if polarity is not None and cue.act is THREATEN and any(target.actor is not None for target in targets):
        polarity = Polarity.OPPOSE
    attribution = attribution_of(analysis, cast, found)
    rule = RuleId(f"stance.{cue.id}.{draft.frame}")
    sides: list[_Side] = [(target, polarity, outlook, act, (evidence,), rule) for target in targets]
    if not hope:
        sides = [
            (target, *with_doubt(found, target, (polarity, outlook), act), (evidence,), rule) for target in targets
        ]
    if fought is None and not shunned:
        effects = effects_of(analysis, cast, found, concepts, targets, polarity, act)
        aims = aims_of(analysis, cast, found, concepts, polarity, act)
        sides += [(target, side, None, act, shown, by) for target, side, shown, by in effects]
        sides += [(target, side, None, _judged(act, side), shown, by) for target, side, shown, by in aims]
        sides += [
            (target, Polarity.OPPOSE, None, THREATEN, (evidence,), _WARNED)
            for target in warned_off(analysis, cast, found, concepts)
        ]
    blamed = act is ACCUSE and draft.frame not in _DENIED_CLAUSES
    stances = [
        Stance(
            id=stance_id(analysis, holder, side, done, evidence),
            holder=holder,
            target=target,
            polarity=side,
            act=CRITICIZE if blamed and target.actor is None else done,  # A thing does nothing wrong.
            outlook=ahead,
            certainty=claim.certainty,
            attribution=_shared_attribution(cast, found, holder, attribution),
            conditions=claim.conditions,
            evidence=shown,
            claim=claim.id,
            rule=read_by,
        )
        for holder in holders
        for target, side, ahead, done, shown, read_by in sides
        if target.actor != holder
    ]
    return stances, used


def _judged(act: Act, side: Polarity) -> Act:
    """The act toward somebody beside the thing: whoever hails the fall of somebody does not praise them."""
    return CRITICIZE if act is PRAISE and side is Polarity.OPPOSE else act


def _sued(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> tuple[Target, ...]:
    """The measure or agreement that somebody threatens or vows to take to court, or "it" that they vow to fight."""
    draft = found.draft
    if draft.cue.act not in _THREATS or draft.frame != "to" or draft.negated:
        return ()
    it, fighting = draft.first + 1, analysis.index.sets["control.fighting"]
    if analysis.tokens.lowers[draft.first] in fighting and is_object_pronoun(analysis, it):
        return targets_of(analysis, cast, concepts, it, it + 1, holder=found.claim.holder)  # "pledged to fight it"
    contested = contested_by_law(analysis, draft.first)
    if contested is None:
        return ()
    targets = targets_of(analysis, cast, concepts, *contested, holder=found.claim.holder)
    return targets if targets[0].kind in _ON_THE_TABLE else ()


def _may_be_meant(analysis: Analysis, found: FoundClaim, target: Target) -> bool:
    """Whether a side may be taken toward what a cue governs: nobody offers the end of the world by raising it."""
    sets, cue = analysis.index.sets, found.draft.cue
    if cue.id in sets["control.mooting"] or cue.id in sets["control.hinting"]:
        return target.kind in _ON_THE_TABLE or hints_at_suit(analysis, found)
    return target.actor is None or cue.id not in sets["control.seeking"]


def _is_due(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether somebody only ought to do it: "Lima must accept the quota", but not "we must resist it"."""
    draft, lowers = found.draft, analysis.tokens.lowers
    if lowers[draft.cue_range[0]] not in _DUTY or found.claim.kind is not ClaimKind.EVENTUALITY:
        return False
    return lowers[draft.source.first] not in _FIRST_PERSON


def _is_imagined(analysis: Analysis, found: FoundClaim, setting: FoundClaim | None) -> bool:
    """Whether somebody else only hopes, fears or asks for it: "hoped that Lima would agree to a quota"."""
    if setting is None or setting is found or setting.claim.holder == found.claim.holder:
        return False
    cue = setting.draft.cue
    if cue.polarity is None and cue.outlook is None:
        return False
    first = found.draft.cue_range[0]
    if _is_wanted_of_others(analysis, found, setting):
        return True
    return "M" in analysis.tags[max(0, first - _AUXILIARIES) : found.draft.cue_range[1]]


def _is_wanted_of_others(analysis: Analysis, found: FoundClaim, setting: FoundClaim) -> bool:
    """Whether somebody else only demands it: "demanded that Lima | denounce | the pact"."""
    draft, last = setting.draft, found.draft.cue_range[1] - 1
    if draft.frame not in _DENIED_CLAUSES or setting.claim.kind is not _EVENTUALITY or draft.cue.act not in _ASKED_FOR:
        return False
    return "b" in analysis.index.verbs.get(analysis.tokens.lowers[last], "")


def _is_sideless(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether what is wanted or declined is only said or learnt: "declined to comment", "wants to know".

    Not so what somebody wants to see done: "would prefer to see the levy dropped".
    """
    draft, sets = found.draft, analysis.index.sets
    if draft.frame in OBJECT_FRAMES and analysis.tokens.lowers[draft.content[0][1] - 1] == "own":
        return True  # "a complaint of their own"
    at = draft.first
    while at + 1 < draft.content[0][1] and analysis.tags[at] in "XT":
        at += 1  # "prefers not to answer"
    first = analysis.tokens.lowers[at]
    if draft.cue.act is OFFER and draft.frame == "np" and _is_account(analysis, draft.content[0]):
        return True
    if draft.frame not in {"to", "np", "pp"} or first not in sets["control.sideless"]:
        return False
    if (draft.cue.act is THREATEN and first == "respond") or strikes_back(analysis, draft.first):
        return False  # "reserves the right to respond", "vowed to respond in kind"
    if draft.cue.act is OFFER and not draft.negated and first in sets["control.negotiated"]:
        return False  # "is willing to discuss a quota"
    seen = draft.frame == "to" and first == "see"
    content = slice(draft.first + 1, draft.content[0][1])
    if not seen or not {"d", "v"}.isdisjoint(analysis.tags[content]):
        return not seen
    if not sets["control.seen_to"].isdisjoint(analysis.tokens.lowers[content]):
        return False  # "would like to see the levy go"
    opener = draft.first + 1  # "would like to see a deal", "progress", but "wants to see the books"
    if opener >= content.stop:
        return True
    return analysis.tags[opener] != "N" and analysis.tokens.lowers[opener] not in sets["control.indefinite"]


def _is_account(analysis: Analysis, content: tuple[int, int]) -> bool:
    """Whether what is offered is only said: "offered an explanation", "the reading offered by Lima"."""
    first, end = content
    head = plain_head_end(analysis, first, end) - 1
    return head >= first and analysis.tokens.lowers[head] in analysis.index.sets["control.accounts"]


def _denies_own(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> bool:
    """Whether what is denied is one's own: a deed of one's own, a charge or an intention."""
    first, end = found.draft.content[0]
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if found.draft.frame == "ing" or analysis.tags[first] == "R":
        return True
    if summed_up(analysis, concepts, found.draft) is not None:
        return True  # "accused Lima of theft, a charge it denies"
    if found.draft.frame in _DENIED_CLAUSES:
        return _is_done(analysis, cast, first, end)
    head = plain_head_end(analysis, first, end)
    return found.draft.frame == "np" and not sets["control.charges"].isdisjoint(lowers[first:head])


def _is_done(analysis: Analysis, cast: Cast, first: int, end: int) -> bool:
    """Whether a clause says that something was done and names nobody else who did it: "hostages had been taken"."""
    tags = analysis.tags
    verb = next((at for at in range(first, min(end, first + _DENIED_REACH)) if tags[at] in "vMBVO"), None)
    if verb is None or verb == first or tags[verb] not in "BV":
        return False
    done = next((at for at in range(verb + 1, min(end, verb + _GROUP_REACH)) if tags[at] not in "ABX"), end)
    if (
        done >= end
        or tags[done] != "d"
        or any(at in cast.starting and tags[at] not in "SR" for at in range(first, verb))
    ):
        return False
    return agent_of(analysis, done + 1, end) is None


def _takes_none(analysis: Analysis, cast: Cast, at: int) -> bool:
    """Whether a word is one by which somebody takes no side, or none if it is negated."""
    if not any(rule.polarity is Polarity.NEUTRAL for rule in rules_at(analysis, at)):
        return False  # As most words are.
    return any(bearing.form.rule.polarity is Polarity.NEUTRAL for bearing in bearings_at(analysis, cast, at))


def _is_put(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether what is brushed off was said or put to somebody: "shrugged off the charge", "waved away the offer"."""
    (first, end), spoken = min(found.draft.content), analysis.index.sets["concepts.spoken"]
    head = analysis.tokens.lowers[plain_head_end(analysis, first, end) - 1]
    return head in spoken or head.removesuffix("s") in spoken or is_about_told(analysis, found)


def _has_object(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether an infinitive is of something, or of giving way: "accept the pact", "yield", but not "walk away"."""
    first, end = found.draft.content[0]
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[first] in sets["control.bearing"]:
        return True
    first += first + 1 < end and lowers[first + 1] in sets["grammar.particles"]
    return not {"N", "S", "E", "R"}.isdisjoint(analysis.tags[first + 1 : end])


def _sides(
    cue: Cue, frame: str, *, negated: bool, assertion: Assertion, voids: bool
) -> tuple[Polarity | None, Outlook | None]:
    """Side and outlook of a cue, turned round by a negation."""
    polarity, outlook = cue.polarity, cue.outlook
    if polarity is Polarity.OPPOSE and outlook is Outlook.SKEPTICAL and cue.category != "noun" and frame == "pp":
        outlook = None  # "wary of a quota"
    if cue.act is ACCUSE and polarity is None and not negated:
        polarity = Polarity.OPPOSE
    if negated:
        polarity = _OPPOSITE.get(polarity, polarity) if polarity else None
        outlook = CONTRARY.get(outlook, outlook) if outlook else None
        if voids:
            polarity = None  # Not to rule something out is not yet to want it, nor is silence blame or a demand.
    elif assertion is Assertion.NOT_ASSERTED:
        polarity = None
    return polarity, outlook


def attribution_of(analysis: Analysis, cast: Cast, found: FoundClaim) -> StanceAttribution:
    """How a stance that rests on a claim comes to the reader."""
    claim = found.claim
    if claim.voice is _AUTHOR and cast.is_author(claim.holder):
        return StanceAttribution.COMMENTARY
    told = claim.relayed_by is not None and claim.relayed_by != claim.holder
    if found.draft.heard or (told and not _is_aside(found)):
        return StanceAttribution.RELAYED
    if found.draft.cue.act is IMPLEMENT:
        return StanceAttribution.ACTION  # "upheld the levy"
    if found.draft.cue.id in analysis.index.sets["control.done"] and _is_past(analysis, found):
        return StanceAttribution.ACTION  # "voted against the levy"
    return StanceAttribution.DIRECT if claim.mode is _DIRECT else _INDIRECT


def _shared_attribution(
    cast: Cast, found: FoundClaim, holder: ActorId, attribution: StanceAttribution
) -> StanceAttribution:
    """How a side comes to the reader that a holder shares: an author's is their own ("I share Lima's doubts")."""
    own = holder != found.claim.holder and cast.is_author(holder)
    return StanceAttribution.COMMENTARY if own else attribution


def _is_past(analysis: Analysis, found: FoundClaim) -> bool:
    """Whether a cue tells of what has been done."""
    first, end = found.draft.cue_range
    verb = next((at for at in range(end - 1, first - 1, -1) if analysis.tags[at] in "vd"), None)
    if verb is None or found.draft.negated or "M" in analysis.tags[first:verb]:
        return False
    return analysis.tokens.lowers[verb].endswith("ed")


def _is_aside(found: FoundClaim) -> bool:
    """Whether a side stands in a relative clause, which is the reporter's: "a plan | that growers derided"."""
    draft = found.draft
    return draft.frame in OBJECT_FRAMES and min(draft.content)[1] <= draft.source.first < draft.cue_range[0]


def attributed_to(cast: Cast, holder: ActorId, setting: FoundClaim | None) -> StanceAttribution:
    """How a stance that rests on no claim of its own comes to the reader, by the claim in which its words stand."""
    if cast.is_author(holder):
        return StanceAttribution.COMMENTARY
    relayed = setting is not None and setting.claim.holder != holder
    return StanceAttribution.RELAYED if relayed else _INDIRECT


def held_by(
    analysis: Analysis, cast: Cast, found: FoundClaim, settings: Sequence[FoundClaim | None]
) -> tuple[ActorId, ...]:
    """Who holds a claim, each of several for themselves."""
    source = found.draft.source
    if found.claim.holder is not None:
        if source.end - source.first == 1 and analysis.tokens.lowers[source.first] == "we":
            speaker = _speaker_of(cast, source, found.claim.holder, settings[found.draft.cue_range[0]])
            return (speaker or found.claim.holder,)
        named = listed(analysis, cast, source) or (found.claim.holder,)
        if found.draft.cue.category == "noun":
            named = tuple(dict.fromkeys((*named, *sharers_of(analysis, cast, source.first - 1))))
        opener = found.draft.cue_range[0]
        if analysis.tags[opener] == "T" and source.end <= opener:
            named = tuple(dict.fromkeys((*named, *allies_of(analysis, cast, opener))))
        return with_partners(analysis, cast, source, named) if _is_followed(analysis, source) else named
    return bearers(analysis, cast, source, settings[source.first]) if source.first >= 0 else ()


def bearers(analysis: Analysis, cast: Cast, source: Source, setting: FoundClaim | None) -> tuple[ActorId, ...]:
    """Who takes a side; a pronoun that nothing else tells the meaning of is the one whose words it stands in."""
    found = holders_of(analysis, cast, source)
    if source.first >= 0 and _is_followed(analysis, source):
        found = with_partners(analysis, cast, source, found)
    alone = source.end - source.first == 1 and analysis.tags[source.first] == "R"
    if alone and len(found) == 1 and setting is not None and analysis.tokens.lowers[source.first] == "we":
        return (_speaker_of(cast, source, found[0], setting) or found[0],)
    if found or setting is None or setting.claim.holder is None or not alone:
        return found
    return (setting.claim.holder,) if analysis.tokens.lowers[source.first] in _SPEAKERS else ()


def _is_followed(analysis: Analysis, source: Source) -> bool:
    """Whether others may be named with a holder: after a comma or a bracket, or words that bring them in."""
    after = analysis.tagged[source.first + 1 : source.end + 1]
    if "," in after or "(" in after:
        return True
    return "P" in after and not _JOINING.isdisjoint(analysis.tokens.lowers[source.first + 1 : source.end + 1])


def _speaker_of(cast: Cast, source: Source, holder: ActorId, setting: FoundClaim | None) -> ActorId | None:
    """Who says "we" where the words are theirs, though no marks show it: "we thank Lima for that, Ruiz said"."""
    if setting is None:
        return None
    speaker, first = setting.claim.holder, setting.draft.content[0][0]
    if speaker is None or not first <= source.first < setting.draft.cue_range[0] or not cast.is_author(holder):
        return None
    return None if cast.is_author(speaker) else speaker


def _fought(analysis: Analysis, cast: Cast, found: FoundClaim) -> Bearing | None:
    """What somebody threatens or vows to block or fight: that is what the threat is against."""
    if found.draft.cue.act not in _THREATS or found.draft.frame != "to" or found.draft.negated:
        return None
    if is_own_consent(analysis, found.draft.first + 1):
        return None  # "threatened to withhold its consent": that is not fought
    read = bearings_at(analysis, cast, found.draft.first)
    return next((bearing for bearing in read if _is_against(bearing.form.rule)), None)


def _is_against(rule: StanceRule) -> bool:
    """Whether a word fights or opposes what it governs: "block", "fight", "oppose", but not only if negated: "meet"."""
    if rule.negation in _NEGATED:
        return False
    return rule.act in _FIGHTING or (rule.act is STATE and rule.polarity is Polarity.OPPOSE)
