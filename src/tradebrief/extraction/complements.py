"""What a cue governs: for each frame, where its content stands after the cue.

A frame is a function from the token after the cue to the ranges of the content, or None where the words do
not take that frame. ``FRAMES`` lists them from the one with the surest sign to the one with the least.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tradebrief.extraction.adjuncts import opens_adjunct, skip_adjuncts, time_end
from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.clauses import (
    CLAUSE_REACH,
    Ranges,
    clause_end,
    main_clause_follows,
    opens_attribution,
    trim_end,
)
from tradebrief.extraction.objects import without_asides
from tradebrief.extraction.phrases import noun_phrase_after
from tradebrief.extraction.works import is_title
from tradebrief.lexicon import Cue
from tradebrief.model import Act

__all__ = ["FRAMES", "possible_frames", "quotation_after", "read_frame"]

_Frame = Callable[[Analysis, Cue, int, int], Ranges | None]

_OBJECT_REACH = 24
_THAT_REACH = 16
_VERB_REACH = 24
_SUBJECT_RELATIVES = frozenset({"who", "which", "that"})
_RELATIVES = frozenset({"who", "which", "whom"})
_HEARERS_PLACE = frozenset({"of", "at", "in", "from", "during", "after", "outside"})
_FRONTED_REACH = 12
_BEYOND_REACH = 24
_INSERTION_REACH = 18
_PLACE_REACH = 10
_SHIFT_REACH = 7
_STOP = re.compile("[;:.q]")  # Over tags.
_VERB_OR_STOP = re.compile("[vMBVO;:.qHW]")
_COUNTED = frozenset({Act.DEMAND, Act.OFFER})
_BEYOND = frozenset({"quote", "np_quote"})  # These may begin after their sentence's end.
_COMPLEMENTS = frozenset({"of", "on", "to", "from", "in"})  # As prepositions that go with a noun.
_ANSWERS = frozenset({"yes", "no"})
_PRESENT_PARTICIPLES = frozenset({"being", "having"})
_OBJECTS = frozenset({"him", "her", "them", "us", "me"})


def read_frame(analysis: Analysis, cue: Cue, frame: str, at: int, ceiling: int) -> Ranges | None:
    """The content of a cue in a frame, from the token after the cue; None where it does not fit."""
    if at >= ceiling and frame not in _BEYOND:
        return None
    sign = _SIGNS.get(frame)
    if sign is not None and analysis.tagged.find(sign, at, min(ceiling, at + CLAUSE_REACH) + 2) < 0:
        return None
    return FRAMES[frame](analysis, cue, at, ceiling)


def possible_frames(analysis: Analysis, frames: Sequence[str], at: int, ceiling: int) -> Sequence[str]:
    """Those of some frames that a token may begin, by its tag, or that may follow an adjunct which it begins."""
    if at >= ceiling:
        return [frame for frame in frames if frame in _BEYOND]
    begun = (_BEGUN_OR_LATER if opens_adjunct(analysis, at, ceiling) else _BEGUN)[analysis.tags[at]]
    return [frame for frame in frames if frame in begun]


def _to_clause_end(
    analysis: Analysis, first: int, ceiling: int, *, clausal: bool = False, nominal: bool = False
) -> Ranges | None:
    end = clause_end(analysis, first, ceiling, clausal=clausal, nominal=nominal)
    return ((first, end),) if end > first else None


def quotation_after(analysis: Analysis, at: int) -> Ranges | None:
    """The inside of the quotation that opens at a token, a comma or colon before it allowed."""
    tags = analysis.tags
    if at < len(tags) and tags[at] in ",:":
        at += 1
    if at + 1 >= len(tags) or tags[at] != "q":
        return None
    number = analysis.quoted[at + 1]
    if number < 0 or analysis.quotations[number].open != at or is_title(analysis, analysis.quotations[number]):
        return None
    close = analysis.quotations[number].close
    end = trim_end(analysis, at + 1, close)
    return ((at + 1, end),) if end > at + 1 else None


def _quote(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    found = quotation_after(analysis, skip_adjuncts(analysis, at, ceiling))
    if found is None:
        return _quotation_beyond(analysis, at, ceiling)
    ((first, end),) = found
    close = analysis.quotations[analysis.quoted[first]].close
    if (
        close + 1 < ceiling
        and end == close
        and analysis.tags[close + 1] not in ",.;:-)"
        and not (analysis.tags[close + 1] == "C" and opens_attribution(analysis, close + 2, ceiling))
        and not _is_followed_by_deed(analysis, first, close, ceiling)
    ):
        return _to_clause_end(analysis, first - 1, ceiling, clausal=True)  # "admitted “two errors” in the count"
    before = analysis.tags[first - 2] if first >= 2 else ""
    # Without a comma or colon it may be words in quotation marks within a clause of the reporter's own.
    return found if before in ",:" or end - first >= 4 or at == first - 1 else None


def _is_followed_by_deed(analysis: Analysis, first: int, close: int, ceiling: int) -> bool:
    """Whether a quoted clause is whole and tells no more than what its speaker did next: "said “no deal” and left"."""
    tags = analysis.tags
    if tags[close + 1] != "C" or not main_clause_follows(analysis, first, close):
        return False
    verb = close + 2
    while verb < ceiling and tags[verb] in "AX":
        verb += 1
    return verb < ceiling and tags[verb] in "vMVO"


def _quotation_beyond(analysis: Analysis, at: int, ceiling: int) -> Ranges | None:
    """A quotation after a phrase or clause that tells when or how: "said in May, when mills closed, “No”"."""
    tags = analysis.tags
    if at >= ceiling or tags[at] not in "PAWU,":
        return None
    for probe in range(at, min(ceiling, at + _BEYOND_REACH)):
        if tags[probe] == "q":
            return quotation_after(analysis, probe) if tags[probe - 1] in ",:" else None
        if tags[probe] in ";.H" or (tags[probe] in "vg" and analysis.tokens.lowers[probe] in analysis.index.clausal):
            return None
    return None


_WHERE = frozenset({"in", "at", "with"})
_LONGEST_PLACE = 4
_TERMS = frozenset({"condition", "understanding"})


def _that(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    start, inserted = at, at < ceiling and analysis.tags[at] == ","  # "said, on condition of anonymity, that"
    at = skip_adjuncts(analysis, at + inserted, ceiling)
    if inserted and at == start + 1:
        at = start
    at = _after_channel(analysis, cue, at, ceiling)
    at = _after_insertion(analysis, _before_insertion(analysis, at, ceiling), ceiling)
    if at + 2 >= ceiling or analysis.tags[at] != "H" or (at > start and analysis.tags[at + 1] in "vMBVO"):
        return None  # "complained in a letter that was read out": a relative clause
    attributes = at > start and analysis.tags[at - 1] == "g"
    if attributes and analysis.tokens.lowers[at - 1] in analysis.index.verb_cues and not _is_of_terms(analysis, at - 1):
        return None  # "wrote to the mayor asking that"
    if analysis.tokens.lowers[at - 1] in _TERMS and at > start:
        return None  # "agreed on condition that"
    inserted = analysis.tags[at + 1] == ","  # "said that, without a deal, prices would rise"
    return _to_clause_end(analysis, at + 1 + inserted, ceiling, clausal=True)


def _after_insertion(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after a comma, or after what two hold before "that": "said, ahead of talks in Oslo, that"."""
    tags, tagged = analysis.tags, analysis.tagged
    if at + 1 >= ceiling or tags[at] != ",":
        return at
    closing = tagged.find(",H", at + 2, min(ceiling, at + _INSERTION_REACH)) if tags[at + 1] in "PUWAg" else -1
    stop = _STOP if tags[at + 1] in "UW" else _VERB_OR_STOP
    return closing + 1 if closing > 0 and stop.search(tagged, at + 1, closing) is None else at + 1


def _after_channel(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> int:
    """The token after a phrase with "on" for where somebody speaks, unless the cue takes one: "said on X that"."""
    if at >= ceiling or analysis.tokens.lowers[at] != "on" or "on" in cue.prepositions:
        return at
    end = at + 1
    while end < min(ceiling, at + _PLACE_REACH) and analysis.tags[end] in "DSNEAGh":
        end += 1
    return end if end < ceiling and analysis.tags[end] == "H" else at


def _before_insertion(analysis: Analysis, at: int, ceiling: int) -> int:
    """The comma after a place that comes before what stands in between: "said in Oslo, ahead of talks, that"."""
    if at >= ceiling or analysis.tags[at] != "P" or not opens_adjunct(analysis, at, ceiling):
        return at
    comma = analysis.tagged.find(",", at + 2, min(ceiling, at + _PLACE_REACH))
    return comma if comma > 0 and _VERB_OR_STOP.search(analysis.tagged, at, comma) is None else at


def _is_of_terms(analysis: Analysis, gerund: int) -> bool:
    """Whether an -ing form ends a phrase on what terms one speaks: "under questioning", "without elaborating"."""
    lowers = analysis.tokens.lowers
    return lowers[gerund] in analysis.index.sets["grammar.speaking_terms"] or lowers[gerund - 1] == "without"


def _clause_follows(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a clause with a verb of its own begins here."""
    return any(analysis.tags[probe] in "vMBVOid" for probe in range(at, min(ceiling, at + 40)))


def _np_that(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    tags = analysis.tags
    if at >= ceiling or tags[at] not in "DSRENK":
        return None
    for probe in range(at + 1, min(ceiling, at + _THAT_REACH)):
        if tags[probe] == "H":
            return (
                _to_clause_end(analysis, probe + 1, ceiling, clausal=True)
                if _clause_follows(analysis, probe + 1, ceiling)
                else None
            )
        joined = tags[probe] in "dv" and tags[probe + 1 : probe + 2] == ["P"]  # "in a speech given on Friday that"
        about = probe == at + 1 and analysis.tokens.lowers[probe] == "of"
        if tags[probe] == "," and (that := _after_insertion(analysis, probe, ceiling)) > probe + 1:
            return _to_clause_end(analysis, that + 1, ceiling, clausal=True)
        if (tags[probe] not in "DSENKGAhPUTC" and not joined) or about:
            return None
    return None


def _np_bare(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    at = skip_adjuncts(analysis, at, ceiling, "")
    start = _clause_after_addressee(analysis, at, ceiling)
    return _to_clause_end(analysis, start, ceiling, clausal=True) if start is not None else None


def _clause_after_addressee(analysis: Analysis, at: int, ceiling: int) -> int | None:
    """Where a clause without "that" begins after somebody addressed ("told the panel the duty was void").

    Two noun phrases stand side by side before a finite verb; the second begins where a phrase can't go on: at a
    pronoun or determiner, or at a name after a common noun.
    """
    tags, lowers, times = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.time"]
    if at >= ceiling or tags[at] not in "DSREN":
        return None
    start: int | None = at + 1 if tags[at] == "R" else None
    for probe in range(at + 1, min(ceiling, at + _VERB_REACH)):
        found, before = tags[probe], tags[probe - 1]
        if found in "vMBVO":
            return start if start is not None and start < probe else None
        if found not in "DSRENKGAhPd" or (found == "P" and start is None and lowers[probe] not in _HEARERS_PLACE):
            return None
        if start is None and (
            (found in "DSRK" and before in "NEK")
            or (found in "NE" and lowers[probe - 1] in times)
            or (found == "E" and before == "N" and probe > at + 1)
        ):
            start = probe
        elif start is not None and found in "DSR" and before == "E" and tags[start] == "E":
            start = probe  # "told state broadcaster TRT the levy was low"
    return None


def _np_wh(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if at >= ceiling or tags[at] not in "DSREN":
        return None
    for probe in range(at + 1, min(ceiling, at + _THAT_REACH)):
        if tags[probe] == "W" or lowers[probe] == "if":
            which = lowers[probe] == "which" and tags[probe + 1 : probe + 2] in (["N"], ["E"])  # "asked which duty"
            asked = which or lowers[probe] not in _RELATIVES
            return _to_clause_end(analysis, probe, ceiling, clausal=True) if asked else None
        if tags[probe] not in "DSENKGAhP":
            return None
    return None


def _bare(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    at = skip_adjuncts(analysis, at, ceiling, "")
    tags = analysis.tags
    at += at < ceiling and tags[at] == ":" and "quote" in cue.frames
    if at < ceiling and analysis.tokens.lowers[at] in _ANSWERS and (at + 1 >= ceiling or tags[at + 1] in ",;:-CP"):
        return ((at, at + 1),)
    if at >= ceiling or tags[at] not in "DSRENKg(qPAUVB":
        return None
    if tags[at] in "VB" and analysis.tokens.lowers[at] not in _PRESENT_PARTICIPLES:
        return None
    return _to_clause_end(analysis, at, ceiling, clausal=True) if _is_clause(analysis, at, ceiling) else None


def _is_clause(analysis: Analysis, first: int, ceiling: int) -> bool:
    """Whether a subject and its verb stand here; relative clauses and appositions of the subject are passed over."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if tags[first] in "PU":  # "despite all that, the duty was fair"
        comma = (_fronted_clause_end if tags[first] == "U" else _fronted_end)(analysis, first, ceiling)
        if tags[comma] == "," and comma + 1 < ceiling and tags[comma + 1] in "DSREN":
            return _is_clause(analysis, comma + 1, ceiling)
        if tags[first] == "U":
            return False
    relative = False
    nominal = lowers[first] in _PRESENT_PARTICIPLES  # "having mills at the table was a step"
    at, limit = first + nominal, min(ceiling, first + _VERB_REACH)
    while at < limit:
        found = tags[at]
        if found in "vMBVO":
            if not relative:
                return nominal
            relative = False
            while at + 1 < limit and tags[at + 1] in "vMBVOXAdgi":
                at += 1
        elif found == "," and nominal:
            return _is_closed_before_verb(analysis, at, ceiling)
        elif found in "WH" and nominal and lowers[at] in _SUBJECT_RELATIVES and tags[at + 1 : at + 2] != []:
            relative = tags[at + 1] in "vMBVOXAREDNS"
        elif found in ",;:HW" or (found == "U" and nominal) or lowers[at] == "but" or (found == "T" and not nominal):
            return False
        nominal = nominal or found in "NERDK" or (found == "g" and at == first)  # "said waiting is costly"
        at += 1
    return False


def _fronted_clause_end(analysis: Analysis, first: int, ceiling: int) -> int:
    """The comma after a clause that opens another one: "if the pact passes, exports will double"."""
    comma = analysis.tagged.find(",", first + 2, min(ceiling, first + _VERB_REACH))
    return comma if comma > 0 and _STOP.search(analysis.tagged, first, comma) is None else first


def _fronted_end(analysis: Analysis, first: int, ceiling: int) -> int:
    """The comma after a phrase that opens a clause, or a verb before one: "despite being late, the mill"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    reach = range(first, min(ceiling, first + _FRONTED_REACH))
    return next((at for at in reach if tags[at] in ",vMBVO" and lowers[at] not in _PRESENT_PARTICIPLES), first)


def _is_closed_before_verb(analysis: Analysis, comma: int, ceiling: int) -> bool:
    """Whether another comma and a verb follow one that opens an apposition: ", which mills support, would"."""
    tags = analysis.tags
    if comma + 1 >= ceiling or tags[comma + 1] not in "WDSNEdgPAKU":
        return False
    for at in range(comma + 2, min(ceiling, comma + _VERB_REACH)):
        if tags[at] in ".;:":
            return False
        if tags[at] == ",":
            after = at + 1
            while after < ceiling and tags[after] in "AXq":
                after += 1
            if after < ceiling and tags[after] in "vMBVO":
                return True
    return False


def _wh(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    at = skip_adjuncts(analysis, at, ceiling, "")
    tags = analysis.tags
    if at >= ceiling or not (tags[at] == "W" or analysis.tokens.lowers[at] == "if"):
        return None
    if tags[at + 1 : at + 2] in (["d"], ["g"]):
        return None  # "said when asked", "argues while standing"
    if tags[at] == "U" and "bare" in cue.frames and _is_clause(analysis, at, ceiling):
        return None  # "said if the talks failed, it would leave"
    return _to_clause_end(analysis, at, ceiling, clausal=True)


def _to(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    at = skip_adjuncts(analysis, at, ceiling, "")
    if (after := _after_place(analysis, at, ceiling)) > at:
        at = skip_adjuncts(analysis, after, ceiling, "")
    negation: int | None = None
    while at < ceiling and analysis.tags[at] in "AX":
        negation = at if analysis.tags[at] == "X" else negation
        at += 1
    if at + 1 >= ceiling or analysis.tags[at] != "T" or not _is_infinitive(analysis, at + 1, ceiling):
        return None
    return _to_clause_end(analysis, at + 1 if negation is None else negation, ceiling)  # "agreed not to raise it"


def _after_place(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after a name that says where or with whom: "agreed in Lima to", "agreed with Oslo on Monday to"."""
    tags = analysis.tags
    if at + 2 >= ceiling or analysis.tokens.lowers[at] not in _WHERE:
        return at
    after = at + 1
    while after < ceiling and after < at + _LONGEST_PLACE and tags[after] == "E":
        after += 1
    return after if after > at + 1 else at


def _is_infinitive(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a base form follows "to"; an unknown word counts if an object or preposition follows it."""
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    while at < ceiling and tags[at] in "AXq":
        at += 1
    if at >= ceiling:
        return False
    if tags[at] in "iBVO" or "b" in index.verbs.get(lowers[at], ""):
        return True
    return tags[at] == "N" and at + 1 < ceiling and tags[at + 1] in "DSRT"


def _ing(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    return _to_clause_end(analysis, at, ceiling) if at < ceiling and analysis.tags[at] == "g" else None


def _np(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    tags = analysis.tags
    while at + 1 < ceiling and tags[at] == "A" and tags[at + 1] in "ADSE":
        at += 1
    if at < ceiling and tags[at] == "R" and analysis.tokens.lowers[at] in _OBJECTS:
        return ((at, at + 1),) if at + 1 >= ceiling or tags[at + 1] in "PUC,;:-(WAXT" else None
    if at + 1 < ceiling and analysis.tokens.lowers[at] == "what" and "wh" not in cue.frames:
        return _to_clause_end(analysis, at, ceiling, nominal=True)  # "denounced what it called a threat"
    if (
        at >= ceiling
        or tags[at] not in "DSENKdqAg"
        or (tags[at] == "A" and tags[at + 1 : at + 2] not in (["N"], ["d"]))
    ):
        return None
    if tags[at] == "D" and tags[at + 1 : at + 2] == ["A"] and tags[at + 2 : at + 3] in (["P"], []):
        return None  # "weigh most heavily on"
    if analysis.tokens.lowers[at] in analysis.index.sets["grammar.time"] or not _counts_things(
        analysis, cue, at, ceiling
    ):
        return None
    return without_asides(analysis, _to_clause_end(analysis, at, ceiling, nominal=True))


def _counts_things(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> bool:
    """Whether no number stands here, or one with what is asked or offered: "demands two ports", but no year or time."""
    tags, lowers, periods = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.periods"]
    if tags[at] != "K" or cue.act not in _COUNTED:
        return tags[at] != "K"
    noun = next((probe for probe in range(at + 1, min(ceiling, at + 5)) if tags[probe] not in "KA"), at)
    return (
        tags[noun] in "NE" and lowers[noun] not in periods and lowers[noun] not in analysis.index.sets["grammar.time"]
    )


def _object_end(
    analysis: Analysis, at: int, ceiling: int, stops: str, words: frozenset[str] = frozenset()
) -> int | None:
    """The token after an object that ends at one of some tags or words; None if anything else comes first."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if at < ceiling and tags[at] == "P" and lowers[at] not in words:
        at += 1
    if at >= ceiling or tags[at] not in "DSRENKdgA":
        return None
    for probe in range(at, min(ceiling, at + _OBJECT_REACH)):
        if probe > at and (tags[probe] in stops or lowers[probe] in words):
            return probe
        if tags[probe] == "," and probe > at:
            close = _apposition_end(analysis, probe, ceiling)
            fits = close is not None and (tags[close] in stops or lowers[close] in words)
            return close if fits else None  # "accused Lund, the mayor, of"
        if tags[probe] == "X" and "T" in stops and tags[probe + 1 : probe + 2] == ["T"]:
            continue
        if tags[probe] not in "DSRENKGAPhdgC" and not (tags[probe] == "T" and "T" not in stops):
            return None
    return None


def _apposition_end(analysis: Analysis, comma: int, ceiling: int) -> int | None:
    """The token after the comma that closes an apposition or relative clause which another opens."""
    tags = analysis.tags
    if comma + 1 >= ceiling or tags[comma + 1] not in "DSNEWK":
        return None
    closing = next((at for at in range(comma + 2, min(ceiling, comma + _OBJECT_REACH)) if tags[at] in ",.;:q"), None)
    return closing + 1 if closing is not None and tags[closing] == "," and closing + 1 < ceiling else None


def _np_to(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    end = _infinitive_after_object(analysis, cue, at, ceiling)
    if end is None:
        return None
    negated = analysis.tags[end - 1] == "X"  # "urged Lima not to raise it"
    return _to_clause_end(analysis, end - 1 if negated else end + 1, ceiling)


def _infinitive_after_object(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> int | None:
    """The "to" of an infinitive after an object, another phrase with "to" passed over."""
    del cue
    for _ in range(3):
        end = _object_end(analysis, at, ceiling, "TqX")
        while end is not None and end + 1 < ceiling and analysis.tags[end] in "qX":
            end += 1  # "called on growers “not to sell”"
        if end is not None and analysis.tags[end] != "T":
            return None
        if end is None or end + 1 >= ceiling:
            return None
        if _is_infinitive(analysis, end + 1, ceiling):
            return end
        at = end + 1
    return None


def _clause_to(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    while at < ceiling and analysis.tags[at] == "A":
        at += 1
    end = _infinitive_after_object(analysis, cue, at, ceiling)
    return _to_clause_end(analysis, at, ceiling) if end is not None else None


def _np_as(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    end = _object_end(analysis, at, ceiling, "", frozenset({"as"}))
    return _to_clause_end(analysis, at, ceiling, nominal=True) if end is not None or _is_shifted(analysis, at) else None


def _is_shifted(analysis: Analysis, at: int) -> bool:
    """Whether an object stands after what it is said to be: "dismissed as false the claim that"."""
    tags = analysis.tags[at : at + _SHIFT_REACH]
    if analysis.tokens.lowers[at] != "as" or len(tags) < 3 or tags[1] not in "NAdXg":
        return False
    opener = next((number for number, tag in enumerate(tags[2:], 2) if tag in "DS"), len(tags))
    return opener < len(tags) and all(tag in "NAdXCg" for tag in tags[1:opener])


def _np_adj(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    tags = analysis.tags
    if at >= ceiling or tags[at] not in "DSRENH":
        return None
    if tags[at] == "H":  # "called that “silly”"
        return _to_clause_end(analysis, at, ceiling) if tags[at + 1 : at + 2] in (["q"], ["D"]) else None
    end = clause_end(analysis, at, ceiling)
    # An object and a predicate: at least two words beyond a determiner, and no phrase that opens with "for" or "on".
    if tags[at] == "R":
        return ((at, end),) if end >= at + 2 and tags[at + 1] in "NADEqSd" else None
    predicate = next((probe for probe in range(at + 1, end) if tags[probe] in "PTHWUq"), end)
    if (predicate < end and tags[predicate] == "q") or _is_called(analysis, predicate, end):
        return ((at, end),)
    least = 3 if tags[at] in "DSN" else 2
    if predicate - at >= least:
        return ((at, end),)
    if _is_called_thing(analysis, predicate, end) or _closes_with_judgment(analysis, predicate, end):
        return ((at, end),)
    return None


def _closes_with_judgment(analysis: Analysis, after: int, end: int) -> bool:
    """Whether an adjective that judges closes what begins with a complement: "called the levy | on tin unfair"."""
    lowers = analysis.tokens.lowers
    return (
        after + 2 < end
        and lowers[after] in _COMPLEMENTS
        and analysis.tags[end - 1] in "NAd"
        and analysis.index.judgments.alone(lowers[end - 1]) is not None
    )


def _is_called_thing(analysis: Analysis, after: int, end: int) -> bool:
    """Whether a complement of an object comes before its predicate: "called the removal | of the duty a mistake"."""
    if after + 1 >= end or analysis.tokens.lowers[after] not in _COMPLEMENTS:
        return False
    phrase = noun_phrase_after(analysis, after + 1, end)
    if phrase is None or phrase[1] + 1 >= end or analysis.tags[phrase[1]] != "D":
        return False
    return analysis.index.sets["grammar.time"].isdisjoint(
        analysis.tokens.lowers[phrase[1] : min(end, phrase[1] + _OBJECT_REACH)]
    )


def _is_called(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a quotation right after a noun ends a range, as what something is called: "the duty on tea “unfair”"."""
    tags, quoted = analysis.tags, analysis.quoted
    opening = next((at for at in range(first, end - 1) if tags[at] == "q"), None)
    if opening is None or quoted[opening + 1] < 0 or tags[opening - 1] not in "NE":
        return False
    return analysis.quotations[quoted[opening + 1]].close >= end - 1


def _np_pp(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    end = _object_end(analysis, at, ceiling, "", frozenset(cue.prepositions))
    return _to_clause_end(analysis, end + 1, ceiling, nominal=True) if end is not None and end + 1 < ceiling else None


def _np_number(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    end = _object_end(analysis, at, ceiling, "", frozenset({"at"}))
    if end is None:
        return None
    figures = analysis.tags[end + 1 : min(ceiling, end + 6)]
    return _to_clause_end(analysis, at, ceiling) if "K" in figures and set(figures) <= set("KDNPA,.h") else None


def _pp(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    while at < ceiling and analysis.tags[at] == "A":
        at += 1
    at = time_end(analysis, at, ceiling) or at
    before = analysis.tokens.lowers[at - 1]
    if before in cue.prepositions and before == cue.lemma.split()[-1]:
        at -= 1  # "approve of": the preposition is part of the lemma.
    if at + 1 >= ceiling or analysis.tokens.lowers[at] not in cue.prepositions:
        return None
    if analysis.tags[at + 1] not in "DSRENKgdAWqPiv" and analysis.tokens.lowers[at + 1] not in _PRESENT_PARTICIPLES:
        return None
    return _to_clause_end(analysis, at + 1, ceiling, nominal=True)


def _np_quote(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del cue
    tags = analysis.tags
    for probe in range(at, min(len(tags), at + _THAT_REACH)):
        if tags[probe] in ",:q":
            return quotation_after(analysis, probe) or (
                _quotation_beyond(analysis, probe, ceiling) if probe > at else None
            )
        if tags[probe] not in "DSRENKGAPh" or probe > ceiling:
            return None
    return None


def _nothing(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    del analysis, cue, at, ceiling
    return None


FRAMES: dict[str, _Frame] = {
    "quote": _quote,
    "np_quote": _np_quote,
    "np_that": _np_that,
    "np_wh": _np_wh,
    "that": _that,
    "wh": _wh,
    "to": _to,
    "np_to": _np_to,
    "clause_to": _clause_to,
    "np_as": _np_as,
    "np_number": _np_number,
    "np_pp": _np_pp,
    "pp": _pp,
    "np_bare": _np_bare,
    "bare": _bare,
    "ing": _ing,
    "np_adj": _np_adj,
    "np": _np,
    "bare_adj": _nothing,
    "passive_to": _nothing,
    "pattern": _nothing,
}
_OBJECT = "PDSRENKdgA"
_ANY = "DSRWHPTCUMBVOXAGKENvidg,;:.q()-h"  # Prepositions are looked up as words.
_OPENERS = {  # For each frame the tags of the tokens that it may begin with, adjuncts left out.
    "quote": ",:qPAWU",
    "np_quote": ",:qDSRENKGAPh",
    "np_that": "DSRENK",
    "np_wh": "DSREN",
    "that": "H,",
    "wh": "WU",
    "to": "TAX",
    "np_to": _OBJECT,
    "clause_to": _OBJECT,
    "np_as": _OBJECT,
    "np_number": _OBJECT,
    "np_pp": _OBJECT,
    "pp": _ANY,
    "np_bare": "DSREN",
    "bare": "DSRENKg(qPA:UVB",
    "ing": "g",
    "np_adj": "DSRENH",
    "np": "DSRENKdqAgW",
    "bare_adj": "",
    "passive_to": "",
    "pattern": "",
}
_SIGNS = {  # For some frames the tag of a token without which nothing is one.
    "quote": "q",
    "np_quote": "q",
    "that": "H",
    "np_that": "H",
    "to": "T",
    "np_to": "T",
    "clause_to": "T",
    "np_number": "K",
}
_AFTER_ADJUNCTS = frozenset({"quote", "that", "wh", "to", "np_bare", "bare"})
# For each tag the frames that a token may begin, and these with those that may follow an adjunct.
_BEGUN = {tag: frozenset(frame for frame, tags in _OPENERS.items() if tag in tags) for tag in _ANY}
_BEGUN_OR_LATER = {tag: frames | _AFTER_ADJUNCTS for tag, frames in _BEGUN.items()}
