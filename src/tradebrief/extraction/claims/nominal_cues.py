"""Claims whose cue is a noun ("his promise to", "voiced doubts about") or an adjective ("is wary of")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradebrief.extraction.claims.complements import possible_frames, read_frame
from tradebrief.extraction.claims.denials import denying_words, none_before
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.noun_quotes import noun_quote_draft
from tradebrief.extraction.claims.prevailing import prevailing_draft
from tradebrief.extraction.claims.received import received_draft
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.claims.subjects import is_outstanding, subject_of
from tradebrief.extraction.grammar.adjuncts import past_insertion
from tradebrief.extraction.grammar.clauses import CLAUSE_REACH, Ranges, around, before_verb, sums_up, trim_end
from tradebrief.extraction.grammar.phrases import as_heard, noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import REFLEXIVES, noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm, Trigger
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue
from tradebrief.model import Act, ClaimKind, HolderReason, MentionForm

__all__ = ["adjective_drafts", "noun_drafts"]

_CLAUSES = frozenset({"bare", "that"})
_VERB = re.compile("[vMBVO]")  # Over tags.
_NOUN_FRAMES = frozenset({"to", "pp", "that"})
_MODIFIERS = 6
_VERB_REACH = 60
_LONGEST_BESIDE = 24
_LONGEST_NATION = 2  # Words after its first.
_BEFORE_ADJECTIVE = "AXvBdiq"  # A copula, or an adverb after one.
_INVERTED_REACH = 14
_SUBJECT_ENDS = "SENR"  # Where an adjective stands after its subject: "Nor is Oslo ready to".
_DEGREES = frozenset({"more", "less"})
_HELD_WITH = frozenset({"in", "with", "under", "on", "of", "for"})
_GIVERS = frozenset({"from", "among", "by", "within", "inside"})
_HEARERS = frozenset({"with", "to", "against"})
_PARTICLES = frozenset({"down", "up", "out", "off", "forth", "forward", "back"})
_AVOWED = frozenset({"secret", "bones"})
_TO = ("to",)
_PLACING = frozenset({"after"})  # Cues that else tell when something is.


def noun_drafts(analysis: Analysis) -> Iterator[ClaimDraft]:
    """The readings of noun cues, in the order of the text."""
    lowers, tags, cues = analysis.tokens.lowers, analysis.tags, analysis.index.noun_cues
    for at in analysis.hits(Trigger.NOUN):
        if tags[at] != "N":
            continue
        for form in cues.at(lowers, at):
            draft = _noun(analysis, form, at, *analysis.reach(at))
            if draft is not None:
                yield draft
                break


def _noun(analysis: Analysis, form: CueForm, at: int, floor: int, ceiling: int) -> ClaimDraft | None:
    received, lowers = received_draft(analysis, form, at, floor, ceiling), analysis.tokens.lowers
    received = received or prevailing_draft(analysis, form, at, floor, ceiling)
    if received is not None:
        return received
    if "quote" in form.cue.frames:
        summed = noun_quote_draft(analysis, form, at, floor, ceiling)
        if summed is not None:
            return summed
    end = at + 1 + len(form.tail)
    giver = _giver(analysis, form.cue, end, ceiling)
    after = giver.end if giver else end
    aside = _aside_end(analysis, after, ceiling) if "that" in form.cue.frames else None
    after = after if aside is None else aside
    copula = after < ceiling and _links(analysis, after)
    start = after + copula
    if not copula and giver is None and start < ceiling and lowers[start] in _HEARERS:
        start = _past_hearer(analysis, form.cue, start, ceiling)
    if start + 1 < ceiling and analysis.tags[start] == ":" and not copula and "that" in form.cue.frames:
        return _before_colon(analysis, form.cue, at, start, floor, ceiling)
    for frame in possible_frames(analysis, form.cue.frames, start, ceiling):
        if frame not in _NOUN_FRAMES or (copula and frame == "pp"):
            continue
        content = read_frame(analysis, form.cue, frame, start, ceiling)
        if content is None or (frame == "that" and not _is_clause(analysis, *content[0], start)):
            continue
        found = _bearer(analysis, at, floor) if form.cue.agent else _noun_source(analysis, at, floor)
        if form.cue.agent:
            if found is None:
                continue
        elif giver is not None:
            found = (
                giver,
                found[1] if found and found[0].end == at else at,
                bool(none_before(analysis, max(floor, at - 2), at)),
            )
        elif found is None:
            if not _goes_without(analysis, form.cue, frame, at, floor):
                continue
            found = Source(-1, -1, HolderReason.NO_SOURCE), at, False
        source, first, negated = found
        if giver is None and none_before(analysis, first, at):
            negated = not negated
        light = first < at
        content = _up_to_next(analysis, content) if form.cue.agent else content
        free = (light or copula) and analysis.tokens.lowers[source.first] != "whose"
        parts = list(content) if free else [before_verb(analysis, *content[0], clause=frame == "that")]
        return ClaimDraft(
            form.cue,
            frame,
            source,
            (first, end + copula * (giver is None and aside is None)),
            parts,
            negated=negated,
            strong=int(light),
        )
    return None


def _before_colon(analysis: Analysis, cue: Cue, at: int, colon: int, floor: int, ceiling: int) -> ClaimDraft | None:
    """The claim of whose noun opens a sentence before a colon: "Our hunch: a truce by June"."""
    found = _noun_source(analysis, at, floor)
    if found is None or found[0].first != floor or found[1] < at or analysis.tags[colon + 1] == "q":
        return None
    end = trim_end(analysis, colon + 1, ceiling)
    return ClaimDraft(cue, "that", found[0], (at, at + 1), [(colon + 1, end)]) if end > colon + 1 else None


def _up_to_next(analysis: Analysis, content: Ranges) -> Ranges:
    """A content without what else somebody is: "is an opponent of the levy | and a supporter of the pact"."""
    ((first, end),) = content
    joint = analysis.tagged.find("C", first + 1, end)
    while joint >= 0 and not _is_agent(analysis, joint, end):
        joint = analysis.tagged.find("C", joint + 1, end)
    return ((first, joint if joint >= 0 else end),)


def _is_agent(analysis: Analysis, joint: int, end: int) -> bool:
    """Whether a noun for what somebody is stands after "and", in its phrase: "and | a long-time supporter of"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, joint + 1
    if at >= end or tags[at] != "D":
        return False
    while at < end and tags[at] in "DNAKd":
        if any(form.cue.agent for form in analysis.index.noun_cues.get(lowers[at], ())):
            return True
        at += 1
    return False


def _aside_end(analysis: Analysis, at: int, ceiling: int) -> int | None:
    """The token after an aside between a noun and "is that": "Lima's argument, which Oslo rejects, | is that"."""
    tags = analysis.tags
    if at >= ceiling or tags[at] != ",":
        return None
    closing = analysis.tagged.find(",B", at + 2, min(ceiling, at + _LONGEST_BESIDE))
    return closing + 1 if closing > 0 and tags[closing + 2 : closing + 3] == ["H"] else None


def _past_hearer(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> int:
    """The token after whom a noun is put to, if its content follows there: "a protest with Lima | over the quota"."""
    lowers = analysis.tokens.lowers
    found = noun_phrase_after(analysis, at + 1, ceiling) if lowers[at] not in cue.prepositions else None
    end = found[1] if found is not None else at
    opens = (probe for probe in range(at + 2, min(end + 1, ceiling)) if lowers[probe] in cue.prepositions)
    return next(opens, at)


def _links(analysis: Analysis, at: int) -> bool:
    """Whether a verb makes what follows the substance of a noun: "the message is that", "his position remains that"."""
    tag = analysis.tags[at]
    if tag in "vd":
        return analysis.tokens.lowers[at] in analysis.index.copulas and analysis.tags[at + 1 : at + 2] == ["H"]
    return tag == "B"


def _bearer(analysis: Analysis, at: int, floor: int) -> tuple[Source, int, bool] | None:
    """Who is what a noun names: "the mayor is a harsh critic of the duty"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    copula = at - 1
    while copula > floor and tags[copula] in "NADKd" and at - copula < _MODIFIERS:
        copula -= 1
    joined = tags[copula] == "C" and copula > floor
    copula = _copula_before(analysis, copula, floor) if joined else copula
    copula -= copula > floor and lowers[copula] in {"among", "of"}  # "were among the first supporters of"
    copula -= copula > floor and lowers[copula] == "one"
    if copula < floor or tags[copula] not in "vBdi" or lowers[copula] not in analysis.index.copulas:
        return None
    group = as_heard(analysis, verb_group(analysis, copula, floor), floor)
    source = subject_of(analysis, group, floor)
    if source is None or not can_hold(analysis, source):
        return None
    return source, at if joined else group.first, group.negated


def _copula_before(analysis: Analysis, joint: int, floor: int) -> int:
    """The copula of the noun before "and", or the same token: "is | an opponent of the levy and a supporter of"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    for at in range(joint - 1, max(floor, joint - _LONGEST_BESIDE), -1):
        if any(form.cue.agent for form in analysis.index.noun_cues.get(lowers[at], ())):
            copula = at - 1
            while copula > floor and tags[copula] in "NADKd":
                copula -= 1
            return copula
        if tags[at] not in "DSNEKGAPhd":
            break
    return joint


def _giver(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Source | None:
    """Whose a noun is by what follows it: "criticism from the growers of", "fears among shippers that"."""
    lowers = analysis.tokens.lowers
    if at + 1 >= ceiling or lowers[at] in cue.prepositions:
        return None
    bought = cue.act is Act.DEMAND and not lowers[at - 1].endswith("s")  # "demand in China for soybeans"
    named = lowers[at] == "in" and analysis.tags[at + 1] == "E" and not bought  # "concerns in Tokyo that"
    if not (named or lowers[at] in _GIVERS) or lowers[at + 1] in analysis.index.sets["grammar.time"]:
        return None
    found = noun_phrase_after(analysis, at + 1, ceiling)
    if found is None:
        return None
    first, end = found
    end = next((probe for probe in range(first + 1, end) if lowers[probe] in {*cue.prepositions, "to", "that"}), end)
    end = next((probe for probe in range(first + 1, end - 2) if _opens_another(analysis, probe)), end)
    giver = Source(first, end)
    return giver if can_hold(analysis, giver) else None


def _opens_another(analysis: Analysis, at: int) -> bool:
    """Whether "and" opens another cue with its own giver: "a plea from Oslo | and a threat from Lima"."""
    after = analysis.tokens.lowers[at + 2]
    return analysis.tags[at] == "C" and analysis.tags[at + 1] == "D" and after in analysis.index.noun_cues


def _is_clause(analysis: Analysis, first: int, end: int, start: int) -> bool:
    """Whether "that" stands right where it should and opens a clause with a subject, not a relative one."""
    tags = analysis.tags
    relative = tags[first] in "MBVO" or (tags[first] == "v" and tags[first + 1] not in "vMBVO")
    return first == start + 1 and not relative and not _lacks_object(analysis, first, end)


def _lacks_object(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a clause ends with a verb that wants an object: "a plan that | Oslo had backed"."""
    verb = next((at for at in range(first + 1, min(end, first + _LONGEST_BESIDE)) if analysis.tags[at] in "vdi"), None)
    if verb is None or (verb + 1 < end and analysis.tags[verb + 1] != "P"):
        return False
    forms = analysis.index.verb_cues.get(analysis.tokens.lowers[verb], ())
    frames = {frame for form in forms if not form.tail for frame in form.cue.frames}
    if "np" not in frames or (verb + 1 < end and ("pp" in frames or any(form.tail for form in forms))):
        return False
    return not verb_group(analysis, verb, first).passive


def _goes_without(analysis: Analysis, cue: Cue, frame: str, at: int, floor: int) -> bool:
    """Whether a noun attributes though nobody is named: "amid fears that the port will close"."""
    tags = analysis.tags
    start = at
    while start > floor and tags[start - 1] in "NADK" and at - start < 4:
        start -= 1
    apposed = start > floor and tags[start] == "D" and tags[start - 1] == ","
    if apposed and sums_up(analysis, start, len(tags)):
        return False  # ", a claim that Oslo denies"
    if frame != "that" or not cue.unheld or none_before(analysis, start, at):
        return False
    return start == floor or (tags[start - 1] in "BPUC,(q" and not _is_governed(analysis, start - 1, floor))


def _is_governed(analysis: Analysis, preposition: int, floor: int) -> bool:
    """Whether a preposition goes with a cue before it, whose content follows: "sneered at | the notion that"."""
    verb, lowers = preposition - 1, analysis.tokens.lowers
    if verb < floor or analysis.tags[preposition] != "P" or analysis.tags[verb] not in "vdgi":
        return False
    forms, word = analysis.index.verb_cues.get(lowers[verb], ()), lowers[preposition]
    return any(form.tail == (word,) or (not form.tail and word in form.cue.prepositions) for form in forms)


def _noun_source(analysis: Analysis, at: int, floor: int) -> tuple[Source, int, bool] | None:
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
        if opener > floor and tags[opener] == "P" and lowers[opener - 1] in _AVOWED:
            return None  # "made no secret of | its wish": the cue is the whole.
    elif opener >= floor and tags[opener] == "G":
        found = noun_phrase_before(analysis, opener, floor)
        if found:
            if tags[found[0]] == "N" and lowers[found[0] - 1] == "as" and "E" in tags[found[0] : found[1]]:
                found = tags.index("E", found[0]), found[1]  # "dismissed as false | Lima's claim that"
            possessor = Source(*found)
            opener = found[0] - 1
    elif opener >= floor and tags[opener] == "D":
        opener -= 1
    named = possessor is not None and possessor.end - possessor.first >= 1 and tags[possessor.first] != "S"
    governor = opener - (opener > floor and lowers[opener] in _PARTICLES and tags[opener - 1] in "vdgi")
    if not named and _is_light(analysis, governor, floor, owned=possessor is not None):
        group = as_heard(analysis, verb_group(analysis, governor, floor), floor)
        if not group.passive and (group.finite or group.gerund or group.infinitive or tags[governor] == "V"):
            subject = subject_of(analysis, group, floor)
            if subject is not None:
                return subject, group.first, group.negated
    held = lowers[opener] in _HELD_WITH and lowers[at] in analysis.index.sets["grammar.held"]
    if opener >= 1 and (held or (lowers[opener] == "in" and tags[opener + 1] == "D")):
        # "in the hope of", "on the assumption that", "out of fear that"
        verb = next(
            (
                probe
                for probe in range(floor, min(opener, floor + _VERB_REACH))
                if tags[probe] == "v" or (tags[probe] in "dg" and tags[probe - 1] in "BV" and probe > floor)
            ),
            None,
        )
        if verb is not None and possessor is None:
            subject = subject_of(analysis, verb_group(analysis, verb, floor), floor)
            return (subject, opener, False) if subject is not None and can_hold(analysis, subject) else None
    possessor = possessor or _nation(analysis, opener, floor)
    return (possessor, at, False) if possessor is not None else None


def _nation(analysis: Analysis, last: int, floor: int) -> Source | None:
    """Whose a noun is by the word for a nation or the short name before it: "a Chinese claim that", "a U.S. demand"."""
    words, names = analysis.tokens.words, analysis.index.names
    if last < floor or analysis.tags[last] != "E":
        return None
    for first in range(max(floor, last - _LONGEST_NATION), last + 1):
        known = names.at(words, first)
        if known is not None and known[0] == last + 1:
            short = first == last and words[last].isupper()
            return Source(first, last + 1) if short or known[1].form is MentionForm.DEMONYM else None
    return None


def _is_light(analysis: Analysis, at: int, floor: int, *, owned: bool) -> bool:
    """Whether a verb makes its subject the holder of the noun after it: one of a list, or any with "his" or "their".

    A verb that attributes by itself is about somebody else's ("dismissed his promise").
    """
    lower = analysis.tokens.lowers[at]
    if at < floor or analysis.tags[at] not in "vdgiV":
        return False
    if lower in analysis.index.light_verbs:
        return True
    return owned and all(form.tail for form in analysis.index.verb_cues.get(lower, ()))


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
        close = close or _is_named_as(analysis, at)
        if not close and not named:
            if before in _SUBJECT_ENDS and (inverted := _adjective_inverted(analysis, at)) is not None:
                yield inverted
            continue
        floor, ceiling = analysis.reach(at)
        copula = _copula_of(analysis, at - 1 - named, floor)
        if copula is None:
            continue
        for form in cues.at(lowers, at):
            draft = _adjective(analysis, form, at, copula, floor, ceiling)
            if draft is not None:
                yield draft
                break


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
    return _inserted(analysis, form, source, (group.first, end), floor, ceiling) if not negated else None


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
