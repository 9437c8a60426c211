"""Judgments: what somebody says, thinks or calls good or bad, by the words of the predicate.

In what an author writes as their own view, every main clause may judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.claims.sources import agent_of
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.stances.arguments import argument, correlative
from tradebrief.extraction.stances.aspects import aspect
from tradebrief.extraction.stances.burdens import burden_of
from tradebrief.extraction.stances.existential import existential
from tradebrief.extraction.stances.expletives import about_deeds, cleft, expletive, extraposed, pseudo_cleft
from tradebrief.extraction.stances.judgments import Judgment
from tradebrief.extraction.stances.main_verbs import main_verb, verb_past_relative
from tradebrief.extraction.stances.manners import manner
from tradebrief.extraction.stances.needs import NOMINAL, in_a_noun
from tradebrief.extraction.stances.targets import is_venture, plain_head_end
from tradebrief.extraction.stances.weighing import (
    MOST_JUDGED,
    PREDICATE_REACH,
    does_wrong,
    is_outcome,
    negates,
    predicate_end,
    weigh,
)
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Assertion, ClaimKind, Polarity

__all__ = ["authored_sentences", "read_commentary", "read_judgments"]

_SUBJECT_REACH = 20
_EXTRAPOSED = frozenset({"np_adj", "np_as", "clause_to"})
_PREDICATED = frozenset({"np_as", "np_adj", "impression"})
_VERB = 2  # What a verb of judging counts.
_NEGATION_REACH = 3
_LIKENING = frozenset({"liken", "compare"})
_CLAUSES = frozenset({"that", "bare", "quote", "np_that", "np_quote", "np_bare", "pattern", "wh"})
_DUTY = frozenset({"must", "should", "ought"})
_HAVING = frozenset({"has", "have", "needs", "need"})  # With "to" a duty.
_DEGREES = frozenset({"more", "less", "far", "much", "even", "a", "lot", "bit", "little"})
_NOBODY = frozenset({"i", "we", "it", "there", "this", "that"})
_POINTING = frozenset({"this", "that"})
_RATHER = ["rather"]
_CONCEDING = frozenset({"while", "although", "though"})
_SINGULAR = frozenset({"is", "was", "has", "does"})
_WHATEVER = frozenset({"whatever", "however", "whichever"})
_LONGEST_CLOSING = 4  # Words of a judgment that closes an object: "hard to swallow".
_FURTHER_REACH = 60
_JUDGED_REACH = _FURTHER_REACH + 3 * _SUBJECT_REACH + PREDICATE_REACH  # Tokens to the end of the last further clause.
_OPENING = frozenset({"let", "so", "and", "but", "yet", "thus", "hence"})
_COORDINATING = frozenset({"and", "but", "so", "yet"})  # An author takes no side in a clause under another.
_JOINING = frozenset({"but", "because", "and", "that", "since", "so"})
_SUPPORT, _OPPOSE = Polarity.SUPPORT, Polarity.OPPOSE
_EVENTUALITY = ClaimKind.EVENTUALITY
_OPPOSITE = {Polarity.SUPPORT: Polarity.OPPOSE, Polarity.OPPOSE: Polarity.SUPPORT}
_TO_VERB = re.compile("[^vMBVOWHU;:]*+[vMBVO]")  # Over tags: no mark and no other clause before the verb.


def read_judgments(analysis: Analysis, claims: Sequence[FoundClaim]) -> Iterator[Judgment]:
    """The judgments in what is said and thought, where the verb itself takes no side."""
    unread = analysis.index.sets["judged.reporting"] | analysis.index.sets["control.denying"]
    judging = {found.draft.source.first: found for found in claims if _is_view(found)}
    for found in claims:
        claim, draft = found.claim, found.draft
        if claim.kind is _EVENTUALITY or claim.assertion is Assertion.NOT_ASSERTED:
            continue
        if draft.cue.polarity is not None or draft.cue.outlook is not None or draft.cue.id in unread:
            continue
        denied = claim.assertion is Assertion.DENIED  # "does not think the levy is fair"
        for judgment in _in_claim(analysis, found):
            if judging.get(judgment.target[0], found) is not found:
                continue  # "said Lima thought the levy absurd": Lima judges.
            if not denied:
                yield judgment
            elif judgment.polarity is not None and not judgment.burden:
                yield evolve(judgment, polarity=_OPPOSITE[judgment.polarity], wrong=False)


def _is_view(found: FoundClaim) -> bool:
    """Whether somebody thinks or calls a thing something: "thought the levy absurd"."""
    return found.draft.frame in _PREDICATED and found.claim.holder is not None


def _in_claim(analysis: Analysis, found: FoundClaim) -> Iterator[Judgment]:
    """The judgments in what a claim holds, as if it were asserted."""
    claim, draft = found.claim, found.draft
    if len(draft.content) > 1:
        split = _of_antecedent if draft.frame in _PREDICATED else _split if draft.frame in _CLAUSES else None
        apart = split(analysis, found) if split is not None else None
        if apart is not None:
            yield apart
        if apart is not None or split is _of_antecedent:
            return
    for first, end in draft.content[:2]:
        read = _predicated if draft.frame in _PREDICATED else _said if draft.frame in _CLAUSES else None
        if draft.frame == "clause_to" and claim.kind is ClaimKind.BELIEF:
            read = _held_to_be
        if draft.frame == "np_pp" and draft.cue.id in _LIKENING:
            read = _likened
        judgment = extraposed(analysis, found, first, end) if draft.frame in _EXTRAPOSED else None
        if judgment is None and read is not None:
            judgment = read(analysis, found, first, end)
        if judgment is None and draft.frame in NOMINAL:
            judgment = in_a_noun(analysis, found, first, end)
        if judgment is not None:
            yield judgment
        if read is _said:
            yield from _further(analysis, found, judgment, first, end)
        if judgment is not None:
            return


def _said(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """The judgment of a clause, of what it concedes before that, or of the faults that it takes for granted."""
    judgment, opener = aspect(analysis, found, first, end), analysis.tokens.lowers[first]
    judgment = judgment or _clause(analysis, found, first, end)
    if judgment is None and opener in {"it", "the", "now", "this"}:
        judgment = expletive(analysis, first, end, found) or correlative(analysis, found, first, end)
    if judgment is None and opener == "there":
        judgment = existential(analysis, found, first, end)
    if judgment is None and opener == "what":
        judgment = pseudo_cleft(analysis, found, first, end) or about_deeds(analysis, found, first, end)
    if judgment is None and opener in _CONCEDING:
        comma = analysis.tagged.find(",", first, min(end, first + _SUBJECT_REACH))
        judgment = _clause(analysis, found, first + 1, comma) if comma > first + 1 else None
    return judgment or _owned_fault(analysis, found, first, end) or _done_by(analysis, found, first, end)


def _further(
    analysis: Analysis, found: FoundClaim | None, judged: Judgment | None, first: int, end: int
) -> Iterator[Judgment]:
    """The judgments of the further clauses of what is said: "said prices had risen, but that Lima was reckless"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    done = judged.end if judged is not None else first
    if found is not None and not analysis.index.judgments.may_begin(lowers, done, min(end, first + _JUDGED_REACH)):
        return  # As most contents: no further word judges.
    for at in range(first + 1, min(end - 2, first + _FURTHER_REACH)):
        joining = _JOINING if found is not None else _COORDINATING
        if (tags[at] != ";" and lowers[at] not in joining) or at < done:
            continue
        begin = at + 1
        while begin < end and (tags[begin] in "qAH" or lowers[begin] in _JOINING):
            begin += 1
        judgment = _clause(analysis, found, begin, end) if begin + 2 < end and tags[begin] in "DSENK" else None
        if judgment is not None and (judgment.polarity is not None or found is None):
            yield judgment
            done = judgment.end


def _likened(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """What something is compared to: "likened the toll to theft"."""
    target, polarity = found.draft.object, weigh(analysis, first, end)
    if target is None or polarity is None:
        return None
    return Judgment(claim=found, target=target, polarity=polarity, end=predicate_end(analysis, first, end), close=end)


def _owned_fault(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """Whose fault a clause takes for granted: "that Lima's failure has hurt us", "suffered from Lima's greed"."""
    tags, lowers, faults = analysis.tags, analysis.tokens.lowers, analysis.index.sets["judged.faults"]
    owner = analysis.tagged.find("G", first + 1, end - 1)
    while owner >= 0:
        fault, last = owner + 1, min(end, owner + MOST_JUDGED)
        while fault < last and tags[fault] in "NAdg" and lowers[fault] not in faults:
            fault += 1
        if fault < end and tags[fault] == "N" and lowers[fault] in faults:
            held = noun_phrase_before(analysis, owner, first)
            if held is None:
                return None
            return Judgment(claim=found, target=held, polarity=_OPPOSE, end=fault + 1, close=end, wrong=True)
        owner = analysis.tagged.find("G", owner + 1, end - 1)
    return None


def _done_by(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """Whom a clause names after "by" as the one who does wrong or good: "that growers were betrayed by Lima"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if "by" not in lowers[first + 2 : end] or not analysis.index.judgments.may_begin(lowers, first + 1, end):
        return None
    for at in range(first + 1, end - 2):
        if tags[at] != "d" or (read := analysis.index.judgments.at(lowers, at)) is None or abs(read[1]) != _VERB:
            continue
        doer = agent_of(analysis, read[0], end)
        if doer is None or "X" in tags[max(first, at - _NEGATION_REACH) : at]:
            continue
        side = _OPPOSE if read[1] < 0 else _SUPPORT
        return Judgment(
            claim=found, target=(doer.first, doer.end), polarity=side, end=doer.end, close=end, wrong=read[1] < 0
        )
    return None


def _predicated(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """An object with its predicate: "described the levy as unjust", "called the levy a mistake"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if found.draft.frame == "np_as":
        at = next((at for at in range(first + 1, min(end, first + _SUBJECT_REACH)) if lowers[at] == "as"), None)
    else:
        phrase = noun_phrase_after(analysis, first, end)
        at = next(
            (at for at in range(first + 1, min(end, first + _SUBJECT_REACH)) if (
                tags[at] in "DqA" and tags[at - 1] not in "PT") or (
                phrase is not None and at >= phrase[1])), None,
        )  # fmt: skip
    if found.draft.frame == "np_adj":
        phrased = _closing_phrase(analysis, first, end)
        at = _compared(analysis, first, end) or phrased or at or closing_judgment(analysis, first, end)
    if at is None and found.draft.frame == "np_adj":  # "called the visit a sign of thaw"
        at = next((at + 1 for at in range(first, min(end - 1, first + 4)) if tags[at] == "N"), None)
    if at is None or at <= first:
        return None
    polarity = weigh(analysis, at, end)
    if polarity is None:
        return None
    return Judgment(claim=found, target=(first, at), polarity=polarity, end=predicate_end(analysis, at, end), close=end)


def _held_to_be(analysis: Analysis, found: FoundClaim, first: int, end: int) -> Judgment | None:
    """An object with what it is held to be: "considers the findings to be flawed"."""
    tags = analysis.tags
    to = next((at for at in range(first + 1, min(end - 2, first + _SUBJECT_REACH)) if tags[at] == "T"), None)
    if to is None or tags[to + 1] != "B":
        return None
    polarity = weigh(analysis, to + 1, end)
    if polarity is None:
        return None
    return Judgment(
        claim=found, target=(first, to), polarity=polarity, end=predicate_end(analysis, to + 1, end), close=end
    )


def closing_judgment(analysis: Analysis, first: int, end: int) -> int | None:
    """Where the adjective begins that closes an object: "called the levy on tin | deeply unfair"."""
    at = end - 1
    if at <= first + 1 or analysis.index.judgments.alone(analysis.tokens.lowers[at]) is None:
        return None
    while at > first + 2 and analysis.tags[at - 1] == "A":
        at -= 1
    return at


def _closing_phrase(analysis: Analysis, first: int, end: int) -> int | None:
    """Where several words of judgment begin that close an object: "finds the levy | hard to swallow"."""
    lowers, judgments = analysis.tokens.lowers, analysis.index.judgments
    begins = range(max(first + 1, end - _LONGEST_CLOSING), end - 1)
    return next((at for at in begins if (found := judgments.at(lowers, at)) is not None and found[0] == end), None)


def _compared(analysis: Analysis, first: int, end: int) -> int | None:
    """Where a comparative begins that an object is called: "called the quota | better than a tariff"."""
    lowers = analysis.tokens.lowers
    than = next((at for at in range(first + 2, min(end, first + _SUBJECT_REACH)) if lowers[at] == "than"), None)
    if than is None:
        return None
    at = than - 1
    while at > first + 1 and lowers[at - 1] in _DEGREES:
        at -= 1
    return at


def read_commentary(analysis: Analysis, claims: Sequence[FoundClaim]) -> Iterator[Judgment]:
    """The judgments of an author's own sentences."""
    if not analysis.authored:
        return
    for first, end in authored_sentences(analysis, claims, range(len(analysis.reaches))):
        judgment = (
            expletive(analysis, first, end, None)
            or pseudo_cleft(analysis, None, first, end)
            or existential(analysis, None, first, end)
            or correlative(analysis, None, first, end)
            or aspect(analysis, None, first, end)
            or _clause(analysis, None, first, end)
        )
        if judgment is not None:
            yield judgment
        yield from _further(analysis, None, judgment, first, end)
    yield from _duties(analysis, claims)


def _duties(analysis: Analysis, claims: Sequence[FoundClaim]) -> Iterator[Judgment]:
    """What an author says to have to be done by the verb of a claim: "Importers should resist the temptation"."""
    lowers = analysis.tokens.lowers
    for found in claims:
        due, source = found.draft.cue_range[0], found.draft.source.first
        if lowers[due] not in _DUTY or found.claim.kind is not _EVENTUALITY or lowers[source] in _NOBODY:
            continue
        first, end = analysis.reach(due)
        joined = source > first and lowers[source - 1] in _COORDINATING  # "is wise, and she must not give in"
        if (first != source and not joined) or analysis.quoted[first] >= 0:
            continue
        first = source
        if not analysis.is_authored(analysis.tokens.starts[first]):
            continue
        judgment = _clause(analysis, None, first, end)
        if judgment is not None and judgment.polarity is None:
            yield judgment


def authored_sentences(
    analysis: Analysis, claims: Sequence[FoundClaim], numbers: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Those of some sentences that an author writes as their own view: no claim holds them and no quotation does."""
    spoken = _spoken(analysis, claims)
    for number in numbers:
        first, end = analysis.reaches[number]
        if (
            number in spoken
            or end - first < 3
            or analysis.quoted[first] >= 0
            or (analysis.tags[first] in "Uq" and analysis.tokens.lowers[first] != "whether")
        ):
            continue
        if not analysis.is_authored(analysis.tokens.starts[first]):
            continue
        if "?" not in analysis.tokens.words[end : analysis.bounds[number][1]]:
            yield first, end


def _spoken(analysis: Analysis, claims: Sequence[FoundClaim]) -> set[int]:
    """The numbers of the sentences whose main verb stands within somebody's claim.

    Those of which only the subject or the object holds one are the author's: "Lima's decision to wait | is wise".
    """
    tagged, spoken = analysis.tagged, set[int]()
    for item in claims:
        draft = item.draft
        number = analysis.sentence_at[draft.cue_range[0]]
        if draft.source.first < 0 or number in spoken:
            continue
        if item.claim.holder is None and analysis.tags[draft.source.first] == "D":
            continue  # "The accord offers hope."
        first, end = analysis.reaches[number]
        main = _TO_VERB.match(tagged, first, end)
        verb = verb_past_relative(analysis, first, end) if main is None else main.end() - 1
        low = min(draft.source.first, draft.cue_range[0], draft.first)
        high = max(draft.source.end, draft.cue_range[1], *(stop for _, stop in draft.content))
        if verb is None or low <= verb < high:
            spoken.add(number)
    return spoken


def _clause(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """A clause with its subject: "the levy is unjust", "Lima has violated the pact"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    first = _past_opening(analysis, first, end)
    parted = first + 3 < end and lowers[first] == "it" and tags[first + 1] == "B"
    if parted and (judged := cleft(analysis, found, first + 2, end)) is not None:
        return judged
    points = found is None and first + 1 < end and lowers[first] in _POINTING and tags[first + 1] == "B"
    verb = first + 1 if points else main_verb(analysis, first, end)
    if (
        verb is None
        or lowers[first] in analysis.index.sets["judged.nobody"]
        or (lowers[first] in _NOBODY and not _is_meant(analysis, first, end, pointing=points))
    ):
        return None
    if lowers[verb + 1 : verb + 2] == _RATHER or tags[verb + 1 : verb + 2] == ["H"]:
        return None  # "would rather have a bad deal", "the trouble is that the levy is unfair"
    if (argued := argument(analysis, found, first, verb, end)) is not None:
        return argued
    deed = verb + 1
    while deed < end and tags[deed] == "A":
        deed += 1
    doing = (
        tags[deed : deed + 1] == ["i"] and lowers[verb] in _DUTY
    )  # "must first help": a demand, whatever is to be done
    never = "X" in tags[max(first, verb - 2) : verb] or (verb > first and negates(analysis, verb - 1))  # "never pays"
    failed = lowers[verb] in _DUTY and _is_past_duty(analysis, verb, end)
    plain = _OPPOSE if failed else None
    polarity, conduct = (plain, False) if failed or doing else _weighed(analysis, verb, end, turned=never)
    burden = False
    if polarity is None and found is not None and not doing and not never:
        polarity = burden_of(analysis, found, verb, end)
        burden = polarity is not None
    if polarity is None:
        duty = lowers[verb] in _DUTY or (lowers[verb] in _HAVING and lowers[verb + 1 : verb + 2] == ["to"])
        if not duty:
            return None
    subject = (first, first + 1) if points else noun_phrase_after(analysis, first, end)
    if subject is None or (tags[first] == "K" and lowers[first][0].isdigit()):
        return None  # "8,000 tons left the port illegally"
    stop = predicate_end(analysis, verb, end)
    to = next(
        (
            at
            for at in range(verb + 1, stop - 1)
            if tags[at] == "T" and lowers[at - 1] in analysis.index.sets["judged.of_deeds"]
        ),
        None,
    )
    if to is not None and tags[verb] == "M":  # "would be wrong to impose": the deed is judged, not the doer
        advice = lowers[to - 1] in analysis.index.sets["judged.advising"]
        return Judgment(
            claim=found, target=(to + 1, end), polarity=polarity, end=stop, close=end, clause=True, advice=advice
        )
    if polarity is not None and _foretells(analysis, subject, verb, stop):
        polarity = weigh(analysis, verb, end, turned=never, foretold=True)
        if polarity is None:
            return None
    wrong = polarity is _OPPOSE and does_wrong(analysis, verb, stop)
    if polarity is not None and tags[first] == "g" and _is_deed(analysis, first, verb):
        return Judgment(claim=found, target=(first, verb), polarity=polarity, end=stop, close=end, clause=True)
    return Judgment(
        claim=found,
        target=(first, min(subject[1], verb)),
        polarity=polarity,
        end=stop,
        close=end,
        wrong=wrong,
        turned=tags[verb + 1 : verb + 2] == ["X"],
        burden=burden,
        conduct=conduct,
    )


def _past_opening(analysis: Analysis, first: int, end: int) -> int:
    """Where the main clause begins, past what joins it to the one before and past a clause or phrase that opens it.

    "but | the levy is unfair", "even if prices rose, | the levy was a mistake", "whatever its merits, | the levy".
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    while first + 1 < end and (tags[first] in "qA," or lowers[first] in _OPENING):
        first += 1
    if first < end and (tags[first] in "UP" or lowers[first] in _WHATEVER):
        first = next((at + 1 for at in range(first, min(end, first + _SUBJECT_REACH)) if tags[at] == ","), end)
    return first


def _is_deed(analysis: Analysis, first: int, verb: int) -> bool:
    """Whether a subject is what somebody does: "punishing importers | is unfair", but not "rising prices | are bad"."""
    if first + 1 >= verb:
        return False  # "Gambling is bad."
    head = analysis.tokens.lowers[plain_head_end(analysis, first + 1, verb) - 1]
    return analysis.tags[first + 1] in "DSR" or (analysis.tokens.lowers[verb] in _SINGULAR and head.endswith("s"))


def _weighed(analysis: Analysis, verb: int, end: int, *, turned: bool) -> tuple[Polarity | None, bool]:
    """The side of a predicate by its words or else by its manner, and whether that judges somebody's conduct alone."""
    polarity = weigh(analysis, verb, end, turned=turned)
    told = manner(analysis, verb, end, turned=turned) if polarity is None else None
    return told or (polarity, False)


def _split(analysis: Analysis, found: FoundClaim) -> Judgment | None:
    """A clause with its cue between subject and predicate: "the levy, she said, was a mistake"."""
    (first, end), (verb, stop) = found.draft.content[:2]
    tags = analysis.tags
    while verb < stop and tags[verb] in "qA":
        verb += 1
    if verb < stop and tags[verb] in "id" and tags[end - 1] in "MVB":  # "A rise would, she said, | hurt mills"
        while end - 1 > first and tags[end - 1] in "MVBX":
            end -= 1
    elif verb >= stop or tags[verb] not in "vMBVO":
        return None
    if _TO_VERB.match(analysis.tagged, first, end) is not None:
        return None
    if tags[verb : verb + 2] == ["M", "i"] and analysis.tokens.lowers[verb] in _DUTY:
        return None
    polarity, last = weigh(analysis, verb, stop), predicate_end(analysis, verb, stop)
    burden = polarity is None
    polarity = polarity or burden_of(analysis, found, verb, stop)
    held = _antecedent(analysis, first, end)
    nobody = analysis.index.sets["judged.nobody"]
    if polarity is None or analysis.tokens.lowers[held[0]] in _NOBODY | nobody:
        return None
    if _foretells(analysis, held, verb, last):
        polarity = weigh(analysis, verb, stop, foretold=True)
        if polarity is None:
            return None
    wrong = polarity is _OPPOSE and not burden and does_wrong(analysis, verb, last)
    return Judgment(claim=found, target=held, polarity=polarity, end=last, close=stop, wrong=wrong, burden=burden)


def _of_antecedent(analysis: Analysis, found: FoundClaim) -> Judgment | None:
    """What a thing is called in its relative clause: "the levy, which Lima calls unfair"."""
    held, (first, end) = found.draft.content[:2]
    polarity = weigh(analysis, first, end)
    imagined = analysis.tags[found.draft.cue_range[0]] == "M"  # "would be seen by Lima as unfair"
    if polarity is None or imagined or analysis.tags[held[0]] in "WH":  # "what Lima calls a fair price"
        return None
    return Judgment(claim=found, target=held, polarity=polarity, end=predicate_end(analysis, first, end), close=end)


def _antecedent(analysis: Analysis, first: int, end: int) -> tuple[int, int]:
    """What a relative pronoun stands for that is the subject of what is said: "the levy, which mills say is bad"."""
    if end - first != 1 or analysis.tags[first] not in "WH":
        return first, end
    floor, _ = analysis.reach(first)
    return noun_phrase_before(analysis, first - (analysis.tags[first - 1] == ","), floor) or (first, end)


def _is_past_duty(analysis: Analysis, modal: int, end: int) -> bool:
    """Whether what should have been is said not to have been: "should have acted", "should never have acted"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, modal + 1
    while at < end and tags[at] in "AX":
        at += 1
    if lowers[modal] != "should" or at + 1 >= end or lowers[at] != "have":
        return False
    return tags[at + 1] in "dA" and lowers[at + 1] not in analysis.index.sets["judged.deserved"]


def _is_meant(analysis: Analysis, first: int, end: int, *, pointing: bool) -> bool:
    """Whether "it" may mean something, and opens no clause for another one: not "it was unfair to Lima that".

    "This" and "that" before a noun do ("this levy is a mistake"), and an author's before a form of be.
    """
    tags, word = analysis.tags[first + 1 : min(end, first + PREDICATE_REACH)], analysis.tokens.lowers[first]
    if word in _POINTING and not pointing:
        return tags[:1] in (["N"], ["E"], ["K"])
    return (word == "it" or word in _POINTING) and "T" not in tags and "H" not in tags


def _foretells(analysis: Analysis, subject: tuple[int, int], verb: int, stop: int) -> bool:
    """Whether a predicate only says what will become of a deal or of talks: "will not succeed", "are bound to fail"."""
    at = analysis.tagged.find("i", verb + 1, stop)
    while at >= 0 and not is_outcome(analysis, at):
        at = analysis.tagged.find("i", at + 1, stop)
    return at >= 0 and is_venture(analysis, *subject)
