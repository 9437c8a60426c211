"""Claims about what a relative clause goes with: "the duty that Lima opposes", "which mills said was unfair"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.claims.sources import Source, can_hold
from tradebrief.extraction.grammar.clauses import CLAUSE_REACH, Ranges, before_verb, clause_end, main_clause_follows
from tradebrief.extraction.grammar.phrases import VerbGroup
from tradebrief.extraction.grammar.phrases_before import noun_phrase_before
from tradebrief.extraction.lookups.index import CueForm
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue
from tradebrief.model import Assertion, ClaimKind

__all__ = ["name_after_plural", "of_antecedent", "of_cleft", "of_relative"]

_IDEA = "idea"
_DEED_REACH = 40
_FINITE = re.compile("v")  # Over tags.
_CLAUSAL_FRAMES = frozenset({"bare", "np_bare", "that", "np_that", "wh", "np_wh"})
_GAP_FRAMES = ("np_as", "np_number", "np_with_pp", "np_to", "clause_to", "np_pp", "np_adj", "np")
_CLOSES = frozenset(",.;:C-)")
_CLEFTS = {"H": "that", "T": "to", "W": "wh", "g": "ing", **dict.fromkeys("DSEKNR", "np")}
_ABOVE_ALL = frozenset({"most", "now", "instead", "really"})
_BUT_REACH = 12
_PREDICATES = frozenset({"np_as", "np_adj", "np_number", "np_with_pp", "clause_to"})
_STATES = frozenset({"out", "beyond", "above", "of"})  # Prepositions of predicates: "out of date", "of little use".
_FIGURE_REACH = 4
_BEING = frozenset({"be", "have"})
_OBJECT_RELATIVES = frozenset({"which", "whom", "who", "that"})
_NO_OBJECT = frozenset(",.;:CqvMBVOUT-)")
_RELATIVES = frozenset({"which", "who", "whom", "that", "what", "whatever"})


def of_antecedent(
    analysis: Analysis,
    group: VerbGroup,
    forms: Sequence[CueForm],
    floor: int,
    ceiling: int,
    after: int | None = None,
) -> ClaimDraft | None:
    """A claim whose object is what its relative clause goes with: "the duty that Lima opposes", "a cut they want".

    Args:
        analysis: The article's.
        group: The cue's verb.
        forms: The cues that it may be.
        floor: Where the sentence begins.
        ceiling: Where it ends.
        after: The token after the words of a cue of several words.
    """
    tags, whole = analysis.tags, after is not None
    after = group.verb + 1 if after is None else after
    gap = next(
        (
            (form, frame, rest)
            for frame in _GAP_FRAMES
            for form in forms
            if whole or not form.tail
            if frame in form.cue.frames and (rest := _beside_gap(analysis, form.cue, frame, after, ceiling)) is not None
        ),
        None,
    )
    subject = noun_phrase_before(analysis, group.subject_end, floor) if gap is not None else None
    if gap is None or subject is None:
        return None
    form, frame, rest = gap
    opener = subject[0] - 1
    if opener > floor and tags[opener] in "WH" and analysis.tokens.lowers[opener] in _OBJECT_RELATIVES:
        stop = opener - (tags[opener - 1] == ",")
    elif opener > floor and tags[opener] == "N" and tags[subject[0]] in "DRS":
        stop = opener + 1
    elif (split := name_after_plural(analysis, *subject)) is not None:
        stop, subject = split, (split, subject[1])
    elif opener >= floor and analysis.tokens.lowers[opener] == "what" and frame in _PREDICATES:
        source = Source(*subject)  # "what Lima calls a fair price"
        parts = [(opener, opener + 1), *rest]
        return ClaimDraft(form.cue, frame, source, (group.first, after), parts, negated=group.negated)
    else:
        return None
    found = noun_phrase_before(analysis, stop, floor)
    source = Source(*subject)
    if found is None or not can_hold(analysis, source) or (tags[opener] == "H" and _hears(analysis, *found)):
        return None
    content = _apposed_clause(analysis, *found, floor) or _nearest(analysis, *found)
    if form.cue.assertion is Assertion.DENIED and tags[stop] == "," and analysis.tokens.lowers[opener] == "which":
        content = _deed_before(analysis, stop, floor) or content
    if not analysis.index.sets["grammar.circumstances"].isdisjoint(analysis.tokens.lowers[content[0] : content[1]]):
        return None
    parts = [content, *rest] if frame in _PREDICATES or not rest else [*rest]
    return ClaimDraft(form.cue, frame, source, (group.first, after), parts, negated=group.negated)


def _hears(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a noun phrase before "that" is who is told: "told a hearing that Lima would not negotiate"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if first == 0 or tags[first - 1] not in "vidg" or tags[end : end + 1] != ["H"]:
        return False
    forms = analysis.index.verb_cues.get(lowers[first - 1], ())
    return any("np_that" in form.cue.frames and not form.tail for form in forms)


def _beside_gap(analysis: Analysis, cue: Cue, frame: str, after: int, ceiling: int) -> Ranges | None:
    """What follows a verb whose object stands before it: nothing, or what the object is said to be or to do."""
    if frame == "np":
        return () if after >= ceiling or _has_gap(analysis, after) else None
    if after >= ceiling or (after + 1 >= ceiling and frame != "np_adj"):
        return None
    tags, word = analysis.tags, analysis.tokens.lowers[after]
    inside = after + (frame in {"np_pp", "np_to", "np_number"})
    fits = (
        (frame == "np_as" and word == "as")
        or (frame in {"np_pp", "np_with_pp"} and word in cue.prepositions)
        or (frame == "np_number" and word == "at" and "K" in tags[inside : inside + _FIGURE_REACH])
        or (frame == "np_to" and tags[after] == "T" and tags[inside] in "iBVO")
        or (frame == "clause_to" and tags[after] == "T" and analysis.tokens.lowers[after + 1] in _BEING)
        or (frame == "np_adj" and (tags[after] in "DNqAd" or (word in _STATES and tags[after] == "P")))
    )
    if not fits:
        return None
    mark = inside + (frame == "np_as")
    if tags[mark] == "q" and analysis.quoted[mark + 1 : mark + 2] != [-1] and mark + 1 < ceiling:
        close = analysis.quotations[analysis.quoted[mark + 1]].close  # "what mills called “fair,” a price of"
        return ((inside, min(close + 1, ceiling)),)
    return (before_verb(analysis, inside, clause_end(analysis, inside, ceiling, nominal=True), clause=False),)


def _has_gap(analysis: Analysis, after: int) -> bool:
    """Whether no object follows a verb: an end, another verb, or where and when."""
    if analysis.tags[after] == "P":
        return analysis.tokens.lowers[after] in analysis.index.sets["grammar.adjunct_prepositions"]
    return analysis.tags[after] in _NO_OBJECT


def _apposed_clause(analysis: Analysis, first: int, end: int, floor: int) -> tuple[int, int] | None:
    """The clause that a noun after a comma sums up: "said that Lima had paid, a claim that Oslo denies"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if first - 2 <= floor or tags[first - 1] != "," or tags[first] != "D":
        return None
    sets = analysis.index.sets
    if sets["grammar.shells"].isdisjoint(lowers[first:end]):
        return None
    floor = max(floor, first - CLAUSE_REACH)
    opens = (
        at
        for at in range(first - 2, floor, -1)
        if tags[at] == "H" or (tags[at] == "P" and lowers[at + 1].endswith("ing"))
    )
    told = not sets["grammar.told"].isdisjoint(lowers[first:end]) and _IDEA not in lowers[first:end]
    start = next(opens, _said_before(analysis, floor, first, told=told)) + 1
    while start < first - 1 and tags[start] in "CA,q":
        start += 1
    return start, first - 1


def _deed_before(analysis: Analysis, end: int, floor: int) -> tuple[int, int] | None:
    """The deed that ends at a comma before "which", as what is denied: "accused Lima of hiding it, which it denies"."""
    tags = analysis.tags
    reach = range(end - 1, max(floor, end - _DEED_REACH), -1)
    start = next((at for at in reach if tags[at] == "g" and tags[at - 1] == "P"), None)
    return (start, end) if start is not None else None


def _said_before(analysis: Analysis, floor: int, end: int, *, told: bool) -> int:
    """The verb after which what is summed up begins without "that", or the token before a range.

    What is told is all that somebody says ("mills say it is late, a claim"), an idea what somebody wants ("said mills
    favour a cut, an idea").
    """
    lowers, index = analysis.tokens.lowers, analysis.index
    verbs = [match.start() for match in _FINITE.finditer(analysis.tagged, floor, end)]
    if told:
        saying = (at for at in verbs if lowers[at] in index.clausal and main_clause_follows(analysis, at + 1, end))
        return next(saying, floor - 1)
    return next((at for at in reversed(verbs) if lowers[at] in index.verb_cues), floor - 1)


def _nearest(analysis: Analysis, first: int, end: int) -> tuple[int, int]:
    """The last noun phrase of one with complements, which a relative clause goes with; "of" phrases stay whole."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    at = next((at for at in range(end - 1, first, -1) if tags[at] == "P" and lowers[at] != "of"), first - 1)
    return at + 1, end


def name_after_plural(analysis: Analysis, first: int, end: int) -> int | None:
    """Where a name begins right after a plural that can hold no view: "the concessions | Tokyo" wants."""
    tags, lowers, holders = analysis.tags, analysis.tokens.lowers, analysis.index.holders
    if tags[end - 1] != "E" or tags[first] not in "DSNK":
        return None
    at = end
    while at > first and tags[at - 1] == "E":
        at -= 1
    noun = lowers[at - 1] if first < at < end and tags[at - 1] == "N" else ""
    whole = at - 2 < first or analysis.tokens.words[at - 2].isalnum()
    sets = analysis.index.sets  # "A claim | Oslo disputes", "the first time | Oslo has admitted it".
    sums_up = tags[first] == "D" and (noun in sets["grammar.shells"] or noun in sets["grammar.circumstances"])
    signs = noun in sets["grammar.signs"]  # "no sign | Oslo wants it"
    return at if whole and noun not in holders and (sums_up or signs or noun.endswith("s")) else None


def of_cleft(
    analysis: Analysis, group: VerbGroup, forms: Sequence[CueForm], floor: int, ceiling: int
) -> ClaimDraft | None:
    """A claim about what "is" sets beside "what": "what Lima wants is a cut", "a cut is what Lima wants"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    after, tail, preposition = group.verb + 1, 0, ""
    does = lowers[after : after + 2] == ["to", "do"] and tags[after + 2 : after + 3] == ["B"]
    if does:
        after += 2  # "what Lima wants to do is"
    elif after < ceiling and tags[after] in "PT" and (after + 1 >= ceiling or tags[after + 1] in "B.,;:"):
        preposition = lowers[after]  # "what Lima objects to is"
        after += 1
    elif forms and after < ceiling and tags[after] == "T":
        tail = len(forms[0].tail)  # "what Lima wants to know is"
        after += tail
    cue_end = after
    if cue_end == group.verb + 1 and after + 1 < ceiling and (tags[after] == "A" or lowers[after] in _ABOVE_ALL):
        after += 1  # "what Lima wants most is"
    said = after < ceiling and tags[after] == "B"
    if not said and after < ceiling and tags[after] not in _CLOSES:
        return None
    subject = noun_phrase_before(analysis, group.subject_end, floor)
    if subject is not None and said and lowers[subject[0]] == "all" and subject[1] - subject[0] > 1:
        subject = subject[0] + 1, subject[1]  # "all the growers want is"
    opener = subject[0] - 1 if subject is not None else -1
    if subject is None or opener < floor or not can_hold(analysis, Source(*subject)):
        return None
    if lowers[opener] != "what" and not (said and lowers[opener] == "all"):
        return None
    denied = not said and tags[opener - 1] == "X"  # "a cut is not what Lima wants"
    found = _after_be(analysis, after + 1, ceiling) if said else _before_be(analysis, opener - 1 - denied, floor)
    if found is None and does:
        end = clause_end(analysis, after + 1, ceiling)
        found = ("to", (after + 1, end)) if end > after + 1 else None
    form = _form_of_cleft(forms, found[0], tail, preposition, does=does) if found is not None else None
    if found is None or form is None:
        return None
    eventuality = form.cue.kind is ClaimKind.EVENTUALITY
    if said and ((tags[found[1][0]] == "N" and not eventuality) or _describes(analysis, found[1])):
        return None  # "what Lima says is true", "what Lima wants is unclear"
    frame = "np" if form.tail and preposition else "pp" if preposition else "to" if does else found[0]
    negated = group.negated != denied
    return ClaimDraft(form.cue, frame, Source(*subject), (group.first, cue_end), [found[1]], negated=negated)


def _describes(analysis: Analysis, said: tuple[int, int]) -> bool:
    """Whether what "is" is followed by is one adjective, by the lexicon or its ending: "is still | unclear"."""
    first, end = said
    while first < end - 1 and analysis.tags[first] in "AX":
        first += 1
    if analysis.tags[first] != "N":
        return False
    word, sets = analysis.tokens.lowers[first], analysis.index.sets
    known = word in sets["control.unsure"] or word in sets["control.plain"]
    return end == first + 1 and (known or word.endswith(tuple(sets["grammar.adjectival_endings"])))


def _form_of_cleft(forms: Sequence[CueForm], frame: str, tail: int, preposition: str, *, does: bool) -> CueForm | None:
    """The first of some forms that takes what a cleft sets beside it."""
    if preposition:
        governed = (form for form in forms if form.tail == (preposition,) or preposition in form.cue.prepositions)
        return next((form for form in governed if form.tail or "pp" in form.cue.frames), None)
    frames = {"to"} if does else {"np", frame} if frame == "ing" else {frame}
    return next((form for form in forms if len(form.tail) == tail and not frames.isdisjoint(form.cue.frames)), None)


def _after_be(analysis: Analysis, first: int, ceiling: int) -> tuple[str, tuple[int, int]] | None:
    """What "is" is followed by, with the frame that it has: "is a cut", "is that it will fall", "is to cut it".

    Of "is not a cut but a cap" it is the second.
    """
    if first < ceiling and analysis.tags[first] == "X":
        lowers, last = analysis.tokens.lowers, min(ceiling, first + _BUT_REACH)
        first = next((at for at in range(first + 2, last) if lowers[at - 1] == "but"), first)
    opening = first
    while opening < ceiling and analysis.tags[opening] in "AX":
        opening += 1
    frame = _CLEFTS.get(analysis.tags[opening]) if opening < ceiling else None
    if frame is None:
        return None
    start = opening + 1 if frame in {"that", "to"} else first
    end = clause_end(analysis, start, ceiling, clausal=frame in {"that", "wh"}, nominal=frame == "np")
    return (frame, (start, end)) if end > start else None


def _before_be(analysis: Analysis, be: int, floor: int) -> tuple[str, tuple[int, int]] | None:
    """What stands before "is", with the frame that it has: "a cut is", "whether it will fall is"."""
    if be <= floor or analysis.tags[be] != "B":
        return None
    if analysis.tokens.lowers[floor] == "whether":
        return "wh", (floor, be)
    found = noun_phrase_before(analysis, be, floor)
    return ("np", found) if found is not None and analysis.tags[found[1] - 1] in "NEK" else None


def of_relative(
    analysis: Analysis, group: VerbGroup, form: CueForm, subject: tuple[int, int], floor: int, ceiling: int
) -> ClaimDraft | None:
    """A claim about what a relative pronoun stands for: "the duty, which Lima said was unfair"."""
    tags, opener = analysis.tags, subject[0] - 1
    if opener <= floor or tags[opener] not in "WHN":
        return None
    about = (opener, opener + 1)
    if tags[opener] not in "WH" or analysis.tokens.lowers[opener] not in _RELATIVES:
        apart = tags[opener] == "N" and tags[subject[0]] in "DRSE"
        found = noun_phrase_before(analysis, opener + 1, floor) if apart else None
        if found is None:
            return None
        about = _nearest(analysis, *found)
    after = group.verb + 1 + len(form.tail)
    verb = after
    while verb < ceiling and tags[verb] in "AX":
        verb += 1
    if verb >= ceiling or tags[verb] not in "vMBVO" or _CLAUSAL_FRAMES.isdisjoint(form.cue.frames):
        return None
    content = before_verb(analysis, verb, clause_end(analysis, after, ceiling, clausal=True), clause=False)
    return ClaimDraft(
        form.cue, "bare", Source(*subject), (group.first, after), [about, content],
        negated=group.negated, strong=2 * len(form.tail),
    )  # fmt: skip
