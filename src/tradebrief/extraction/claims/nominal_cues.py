"""Claims whose cue is a noun: "his promise to", "voiced doubts about"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tradebrief.extraction.claims.complements import possible_frames, read_frame
from tradebrief.extraction.claims.denials import none_before
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.noun_quotes import colon_after, noun_quote_draft
from tradebrief.extraction.claims.prevailing import prevailing_draft
from tradebrief.extraction.claims.received import received_draft
from tradebrief.extraction.claims.sources import Source, after_apposition, can_hold
from tradebrief.extraction.claims.subjects import subject_of
from tradebrief.extraction.grammar.clauses import Ranges, before_verb, sums_up, trim_end
from tradebrief.extraction.grammar.phrases import as_heard, noun_phrase_after, verb_group
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm, Trigger
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue
from tradebrief.model import Act, ClaimKind, HolderReason, MentionForm

__all__ = ["noun_drafts"]

_NOUN_FRAMES = frozenset({"to", "pp", "that"})
_MODIFIERS = 6
_VERB_REACH = 60
_LONGEST_BESIDE = 24
_LONGEST_NATION = 2  # Words after its first.
_HELD_WITH = frozenset({"in", "with", "under", "on", "of", "for"})
_GIVERS = frozenset({"from", "among", "by", "of", "within", "inside"})
_HEARERS = frozenset({"with", "to", "against"})
_PARTICLES = frozenset({"down", "up", "out", "off", "forth", "forward", "back"})
_OPENS = re.compile("[DSANEGK]*")  # Over tags: what stands before the noun of a subject.
_FINITE = re.compile("[vMBVO]")
_AVOWED = frozenset({"secret", "bones"})


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
    after = after_apposition(analysis, giver, ceiling) if giver else end
    aside = _aside_end(analysis, after, ceiling) if "that" in form.cue.frames else None
    after = after if aside is None else aside
    copula = _linked(analysis, after, ceiling)
    start = after + copula
    if not copula and giver is None and start < ceiling and lowers[start] in _HEARERS:
        start = _past_hearer(analysis, form.cue, start, ceiling)
    colon = colon_after(analysis, after, ceiling) if "that" in form.cue.frames else None
    if colon is not None:
        return _before_colon(analysis, form.cue, at, colon, giver, floor, ceiling)
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
        free = (light or copula > 0) and analysis.tokens.lowers[source.first] != "whose"
        parts = list(content) if free else [_within_phrase(analysis, frame, content[0], floor, at)]
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


def _within_phrase(analysis: Analysis, frame: str, content: tuple[int, int], floor: int, at: int) -> tuple[int, int]:
    """A content up to the verb whose subject or object its noun is."""
    found = before_verb(analysis, *content, clause=frame == "that")
    if frame == "that" and found == content and _OPENS.fullmatch(analysis.tagged, floor, at):
        return _before_second_verb(analysis, *content)
    return found


def _before_second_verb(analysis: Analysis, first: int, end: int) -> tuple[int, int]:
    """A clause up to the verb whose subject it belongs to, where its own was taken for a noun: "mills survive | is"."""
    found = _FINITE.search(analysis.tagged, first + 2, end)
    if found is None or analysis.tags[found.start() - 1] != "N":
        return first, end
    slots = analysis.index.verbs.get(analysis.tokens.lowers[found.start() - 1], "")
    return (first, found.start()) if "b" in slots or "t" in slots else (first, end)


def _before_colon(
    analysis: Analysis, cue: Cue, at: int, colon: int, giver: Source | None, floor: int, ceiling: int
) -> ClaimDraft | None:
    """The claim of whose noun a sentence opens with before a colon, or of who has or gives what the noun tells.

    "Our hunch: a truce by June", "The growers have one demand: that the levy go", "Her reply was blunt: no".
    """
    found = _noun_source(analysis, at, floor)
    source = giver or (found[0] if found is not None else None)
    if source is None or analysis.tags[colon + 1] == "q" or not can_hold(analysis, source):
        return None
    light = giver is None and found is not None and found[1] < at
    if light and cue.kind is not ClaimKind.EVENTUALITY and analysis.tags[colon + 1] != "H":
        return None  # "has taken a softer line: it would pay"
    if giver is None and not light and source.first != floor:
        return None
    start = colon + 1 + (analysis.tags[colon + 1] == "H")
    end = trim_end(analysis, start, ceiling)
    first = found[1] if found is not None and giver is None else at
    return ClaimDraft(cue, "that", source, (first, at + 1), [(start, end)]) if end > start else None


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


def _linked(analysis: Analysis, at: int, ceiling: int) -> int:
    """How many tokens make what follows the substance of a noun: "is that", "has been that", "remains that"."""
    if at >= ceiling:
        return 0
    tags, tag = analysis.tags, analysis.tags[at]
    if tag in "vd":
        return int(analysis.tokens.lowers[at] in analysis.index.copulas and tags[at + 1 : at + 2] == ["H"])
    if tag in "VM":
        return 2 * (tags[at + 1 : at + 3] == ["B", "H"])
    return int(tag == "B")


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
    if at + 1 >= ceiling or (lowers[at] in cue.prepositions and lowers[at] != "of"):
        return None
    bought = cue.act is Act.DEMAND and not lowers[at - 1].endswith("s")  # "demand in China for soybeans"
    named = lowers[at] == "in" and analysis.tags[at + 1] == "E" and not bought  # "concerns in Tokyo that"
    if not (named or lowers[at] in _GIVERS) or lowers[at + 1] in analysis.index.sets["grammar.time"]:
        return None
    found = noun_phrase_after(analysis, at + 1, ceiling)
    if found is None:
        return None
    first, end = found
    apposed = analysis.tagged.find(",", first, end) >= 0 and end + 1 < ceiling and analysis.tags[end] == ","
    if not (apposed and analysis.tags[end + 1] in "TH"):  # "the refusal of the mayor of Lund, Ana Ruiz, to"
        stops = {*cue.prepositions, "to", "that"}
        end = next((probe for probe in range(first + 1, end) if lowers[probe] in stops), end)
    end = next((probe for probe in range(first + 1, end - 2) if _opens_another(analysis, probe)), end)
    giver = Source(first, end)
    if lowers[at] == "of" and (analysis.tags[first] not in "DSENR" or not _tells(analysis, cue, end, ceiling)):
        return None
    return giver if can_hold(analysis, giver) else None


def _tells(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> bool:
    """Whether what a noun takes follows whose it is: "the refusal of Lima | to sign", "the hope of Lima | is that"."""
    tags = analysis.tags
    at += at < ceiling and tags[at] == ","
    if at + 1 < ceiling and analysis.tokens.lowers[at] in cue.prepositions and "of" not in cue.prepositions:
        return not (tags[at - 1] == tags[at + 1] == "E")  # Not "the support of the Lund Club for Growth".
    return at + 1 < ceiling and (tags[at] in "TH" or (tags[at] == "B" and tags[at + 1] in "TH"))


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
