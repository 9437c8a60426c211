"""Whether a description takes part in what is told: who speaks, acts, or is spoken to, and who is only a thing."""

from __future__ import annotations

from enum import IntEnum

from tradebrief.extraction.actors.extents import Extent, attributes, is_bare_verb
from tradebrief.extraction.actors.reduced import FOLLOWING
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["Part", "is_sided_with", "part_of", "subject_part"]

_ASIDE = 30
_ROW = 12
_SHORT_ASIDE = 6
_OWNED = 4
_LONGEST_CUE = 5
_CITING = "citing"
_PREDICATE = 2  # Words after the verb: "remain very strong among".
_WITH = frozenset({"with", "among", "amongst", "to"})
_RELATIVES = frozenset({"who", "which"})
_SPEECH = frozenset({"quote", "np_quote", "bare", "that", "np_that"})


class Part(IntEnum):
    """What a description has to do with the verbs and nouns around it, the surest last."""

    NONE = 0
    DOES = 1  # The subject of some other verb.
    MEETS = 2  # Who is told, asked, accused or cited, or whose view a noun is.
    SPEAKS = 3  # The subject of a verb that attributes.


_NONE, _DOES, _MEETS, _SPEAKS = Part


def part_of(analysis: Analysis, extent: Extent) -> Part:
    """The part that a description takes."""
    if extent.end < len(analysis.tags) and analysis.tags[extent.end] == "G":
        return _MEETS if _owns_view(analysis, extent.end) else _NONE
    governed = _is_governed(analysis, extent.opening) and analysis.tags[extent.end : extent.end + 2] != [",", "W"]
    found = _NONE if governed else subject_part(analysis, extent.end)
    if found is _SPEAKS:
        return found
    if _is_met(analysis, extent):
        return _MEETS
    if _speaks_after(analysis, extent) or _is_label(analysis, extent):
        return _SPEAKS
    return _DOES if found is _NONE and _is_agent(analysis, extent.opening) else found


def _is_agent(analysis: Analysis, opening: int) -> bool:
    """Whether somebody is who does what a passive tells: "were sent home by the guards"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, opening - 1
    if at < 2 or opening in analysis.walls or lowers[at] != "by":
        return False
    at -= 1 + (tags[at - 1] in "AXPN")
    return tags[at] == "d" and tags[at - 1] in "BAVX"


def _is_governed(analysis: Analysis, opening: int) -> bool:
    """Whether a preposition before it makes something else the subject: "orders from retailers fell"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, opening - 1
    if at < 1 or opening in analysis.walls or tags[at] != "P" or lowers[at] in {"as", "than"}:
        return False
    if lowers[at] == "for" and tags[at - 1] == "," and _is_reason(analysis, opening):
        return False
    counted = lowers[at] == "of" and lowers[at - 1] in analysis.index.sets["groups.quantities"]
    return not counted or lowers[at - 2 : at] == ["the", "number"]


def _is_reason(analysis: Analysis, opening: int) -> bool:
    """Whether "for" before a token gives a reason: a verb comes before the next mark (", for growers had warned")."""
    for at in range(opening, min(len(analysis.tags), opening + _ROW)):
        if at in analysis.walls or analysis.tags[at] in ",.;:q":
            return False
        if analysis.tags[at] in "vMBVO":
            return True
    return False


def subject_part(analysis: Analysis, end: int) -> Part:
    """The part of words that end before a token as the subject of the verb that follows."""
    lowers = analysis.tokens.lowers
    if end < len(lowers) and lowers[end] == "who" and end not in analysis.walls:
        # "officials who doubt it" attribute; what others do in such a clause only says which they are.
        return _SPEAKS if _part_at(analysis, end + 1) is _SPEAKS else _NONE
    if analysis.tags[end : end + 2] == [",", "W"] and lowers[end + 1] in _RELATIVES and end + 1 not in analysis.walls:
        said = _part_at(analysis, end + 2)  # "fire from growers, who say that"
        if said is _SPEAKS:
            return said
    verb = _verb_at(analysis, end)
    return _NONE if verb is None else _part_at(analysis, verb)


def _part_at(analysis: Analysis, verb: int) -> Part:
    """The part of the subject of the verb group that begins at a token."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    at, be = verb, ""
    while at < len(tags) and tags[at] in "MBVOAX":
        be = lowers[at] if tags[at] == "B" else be
        at += 1
    if at >= len(tags) or at in analysis.walls:
        return _DOES
    if be and tags[at] == "d":
        return _DOES  # "are divided", "had been told", "are hit by"
    cued = tags[at] in "vdgiN" and (attributes(analysis, at) or lowers[at] in analysis.index.light_verbs)
    cued = cued or (tags[at] in "vdi" and lowers[at] in analysis.index.sets["grammar.actor_deeds"])
    return _SPEAKS if cued or _feels(analysis, at, be=bool(be)) else _DOES


def _feels(analysis: Analysis, at: int, *, be: bool) -> bool:
    """Whether an adjective that attributes follows a form of be or the like: "are wary", "remain sceptical"."""
    lowers, index = analysis.tokens.lowers, analysis.index
    if not be:
        if lowers[at] not in index.copulas:
            return False
        at = _past_adverbs(analysis, at + 1)
    if at >= len(lowers):
        return False
    forms = index.adjective_cues.get(lowers[at], ())
    return any(tuple(lowers[at + 1 : at + 1 + len(form.tail)]) == form.tail for form in forms)


def _verb_at(analysis: Analysis, end: int) -> int | None:
    """The first token of the verb group after a description: at once, or past an aside, a row or a place."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    size = len(tags)
    at = _past_adverbs(analysis, end)
    if at < size and is_bare_verb(analysis, at):
        return at
    if at < size and at not in analysis.walls and tags[at] == ",":
        closing = next((probe for probe in range(at + 1, min(size, at + _ASIDE)) if tags[probe] in ",.;:q"), size)
        if closing < size and tags[closing] == ",":
            after = _past_adverbs(analysis, closing + 1)
            short = closing - at <= _SHORT_ASIDE
            if after < size and (
                tags[after] in "vMBVO" or (short and tags[after] == "d" and attributes(analysis, after))
            ):
                return after
            if after < size and (short or lowers[at + 1] == "who") and is_bare_verb(analysis, after):
                return after
    if at + 1 < size and tags[at + 1] in FOLLOWING.get(tags[at], ""):
        at += 1  # "the growers polled by Ode said", "mills facing the duty said"
    stop = min(size, at + _ROW)
    while at < stop and at not in analysis.walls and _goes_on(analysis, at):
        at += 1
    return at if at < size and at not in analysis.walls and tags[at] in "vMBVO" and tags[at - 1] not in ",C" else None


def _goes_on(analysis: Analysis, at: int) -> bool:
    """Whether a token goes on a row of subjects or what places them, and begins no other clause."""
    tags, following = analysis.tags, analysis.tags[at + 1 : at + 2]
    if tags[at] == ",":
        return following in (["N"], ["E"], ["C"])
    if tags[at] == "C":
        return following in (["N"], ["E"]) or (tags[at - 1] != "," and following in (["D"], ["S"], ["K"]))
    return tags[at] in "PNEDSKhA"


def _past_adverbs(analysis: Analysis, at: int) -> int:
    while at < len(analysis.tags) and analysis.tags[at] in "AX":
        at += 1
    return at


def is_sided_with(analysis: Analysis, at: int) -> bool:
    """Whether a preposition is that of words which take a side: "lashed out | at", "voiced sympathy | for"."""
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    if at < 1 or tags[at] not in "PT" or at in analysis.walls:
        return False
    if tags[at - 1] == "N" and any(
        form.cue.polarity and not form.tail for form in index.noun_cues.get(lowers[at - 1], ())
    ):
        return True
    for verb in range(at - 1, max(-1, at - _LONGEST_CUE), -1):
        if verb in analysis.walls:
            return False
        words = tuple(lowers[verb + 1 : at + 1])
        for form in index.verb_cues.get(lowers[verb], ()) if tags[verb] in "vidg" else ():
            if form.cue.polarity and (form.tail == words or ("pp" in form.cue.frames and form.tail == words[:-1])):
                return True
    return False


def _is_met(analysis: Analysis, extent: Extent) -> bool:
    """Whether somebody tells, asks, accuses or cites the description, or a noun before it is its view."""
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    at = extent.opening - 1
    if extent.opening in analysis.walls or at < 1:
        return False
    if tags[at] in "vidg":
        following = tags[extent.end] if extent.end < len(tags) else "."
        return any(_takes(form, following) for form in index.verb_cues.get(lowers[at], ())) or (
            lowers[at] in index.sets["grammar.speaking_for"] or lowers[at] == _CITING
        )
    before, word = lowers[at - 1], lowers[at]
    if tags[at] not in "PT" or at in analysis.walls:
        return at in analysis.barriers and word == "to" and tags[extent.end : extent.end + 1] == [","]
    if word in _WITH and before in index.sets["groups.felt"]:
        return True  # "went down badly with growers"
    if word == "to" and extent.bare and lowers[extent.head] not in index.sets["groups.heads"]:
        return False  # "trusted to police the border"
    if word == "to":
        return before == "according" or (tags[at - 1] in "vidg" and before in index.verb_cues)
    if word == "for":
        return before in {"speak", "speaks", "speaking", "spoke"}
    if word == "by" and tags[at - 1] == "d":
        return attributes(analysis, at - 1)
    if word in index.sets["grammar.among"] and at > 1 and tags[at - 1] in "vdgNA" and _prevails(analysis, at - 1):
        return True  # "doubts linger within | the milling industry"
    return word in {"among", "within", "inside", "from", "by", "of", "between"} and before in index.noun_cues


def _prevails(analysis: Analysis, at: int) -> bool:
    """Whether a predicate that ends at a token says that something exists or grows: "remain | strong"."""
    lowers, prevailing = analysis.tokens.lowers, analysis.index.prevailing
    return not prevailing.isdisjoint(lowers[max(0, at - _PREDICATE) : at + 1])


def _takes(form: CueForm, following: str) -> bool:
    """Whether the object of a verb is somebody that it is said to or about, by what follows it."""
    frames = form.cue.frames
    if form.tail:
        return False
    spoken_to = "np_that" in frames or "np_quote" in frames
    return spoken_to or ("np_to" in frames and following == "T") or ("np_pp" in frames and following == "P")


def _owns_view(analysis: Analysis, end: int) -> bool:
    """Whether a noun that attributes follows the possessive at a token: "growers' fears"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    for at in range(end + 1, min(len(tags), end + 1 + _OWNED)):
        if tags[at] not in "NEAdK":
            return False
        if lowers[at] in analysis.index.noun_cues:
            return True
    return False


def _speaks_after(analysis: Analysis, extent: Extent) -> bool:
    """Whether the description is the subject of a verb of speech before it: "..., said the growers"."""
    at = extent.opening - 1
    if at < 1 or extent.opening in analysis.walls or analysis.tags[at] != "v" or analysis.tags[at - 1] not in ",q":
        return False
    return any(
        not _SPEECH.isdisjoint(form.cue.frames) for form in analysis.index.verb_cues.get(analysis.tokens.lowers[at], ())
    )


def _is_label(analysis: Analysis, extent: Extent) -> bool:
    """Whether the description opens a block and a colon and a quotation follow: "A mill owner: “...”"."""
    return extent.opening in analysis.block_starts and analysis.tags[extent.end : extent.end + 2] == [":", "q"]
