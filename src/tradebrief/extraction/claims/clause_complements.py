"""Complements that are clauses: with "that", without it, after somebody addressed, and questions."""

from __future__ import annotations

import re

from tradebrief.extraction.grammar.adjuncts import opens_adjunct, past_score, skip_adjuncts
from tradebrief.extraction.grammar.clauses import Ranges, main_clause_follows, to_clause_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue

__all__ = ["read_bare", "read_np_bare", "read_np_that", "read_np_wh", "read_that", "read_wh"]

_THAT_REACH = 16
_VERB_REACH = 24
_SUBJECT_RELATIVES = frozenset({"who", "which", "that"})
_RELATIVES = frozenset({"who", "which", "whom"})
_HEARERS_PLACE = frozenset({"of", "at", "in", "from", "during", "after", "outside"})
_FRONTED_REACH = 12
_INSERTION_REACH = 18
_PLACE_REACH = 10
_STOP = re.compile("[;:.q]")  # Over tags.
_VERB_OR_STOP = re.compile("[vMBVO;:.qHW]")
_INFINITIVE = re.compile("TA?[iB]")
_ANSWERS = frozenset({"yes", "no", "maybe", "never", "perhaps"})
_LONGER_ANSWERS = frozenset({("not", "yet"), ("not", "now"), ("not", "so"), ("no", "way"), ("no", "deal")})
_DIFFERENTLY = frozenset({"otherwise", "differently"})
_PRESENT_PARTICIPLES = frozenset({"being", "having"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself", "yourself"})
_TERMS = frozenset({"condition", "understanding"})


def read_that(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A clause with "that", asides before it passed over."""
    at = past_score(analysis, cue.lemma, at, ceiling)
    start, inserted = at, at < ceiling and analysis.tags[at] == ","  # "said, on condition of anonymity, that"
    at = skip_adjuncts(analysis, _after_channel(analysis, cue, at + inserted, ceiling), ceiling)
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
    found = to_clause_end(analysis, at + 1 + inserted, ceiling, clausal=True)
    judged = found is not None and found[0][1] == at + 2 and "np_adj" in cue.frames
    return None if judged else found  # "thinks that unwise": no clause, but what is thought of it.


def _after_insertion(analysis: Analysis, at: int, ceiling: int) -> int:
    """The token after a comma, or after what two commas or dashes hold before "that": "said, ahead of talks, that"."""
    tags, tagged = analysis.tags, analysis.tagged
    if at + 1 < ceiling and tags[at] == "-":  # "said - in Oslo, of all places - that"
        return max(at, tagged.find("-H", at + 2, min(ceiling, at + _INSERTION_REACH)) + 1)
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
    while end < min(ceiling, at + _PLACE_REACH) and analysis.tags[end] in "DSNEAGhq":
        end += 1
    placed = end < ceiling and analysis.tags[end] == "H" and analysis.tokens.lowers[end - 1] not in _TERMS
    return end if placed else at


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


def read_np_that(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A clause with "that" after somebody addressed."""
    del cue
    tags, lowers = analysis.tags, analysis.tokens.lowers
    described = at + 1 < ceiling and tags[at] in "dg" and tags[at + 1] in "NE"  # "told cheering growers that"
    if at >= ceiling or not (tags[at] in "DSRENK" or described):
        return None
    for probe in range(at + 1, min(ceiling, at + _THAT_REACH)):
        if tags[probe] == "H":
            return (
                to_clause_end(analysis, probe + 1, ceiling, clausal=True)
                if _clause_follows(analysis, probe + 1, ceiling)
                else None
            )
        joined = tags[probe] in "dv" and tags[probe + 1 : probe + 2] == ["P"]  # "in a speech given on Friday that"
        about = probe == at + 1 and lowers[probe] == "of" and lowers[at] not in analysis.index.sets["grammar.of_bodies"]
        if tags[probe] == "," and (that := _after_insertion(analysis, probe, ceiling)) > probe + 1:
            return to_clause_end(analysis, that + 1, ceiling, clausal=True)
        if (tags[probe] not in "DSENKGAhPUTC" and not joined) or about:
            return None
    return None


def read_np_bare(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A clause without "that" after somebody addressed."""
    del cue
    at = skip_adjuncts(analysis, at, ceiling, "")
    start = _clause_after_addressee(analysis, at, ceiling)
    return to_clause_end(analysis, start, ceiling, clausal=True) if start is not None else None


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
        if found not in "DSRENKGAXhPdg" or (found == "P" and start is None and lowers[probe] not in _HEARERS_PLACE):
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


def read_np_wh(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A question after somebody addressed."""
    del cue
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if at >= ceiling or tags[at] not in "DSREN":
        return None
    for probe in range(at + 1, min(ceiling, at + _THAT_REACH)):
        if tags[probe] == "W" or lowers[probe] == "if":
            which = lowers[probe] == "which" and tags[probe + 1 : probe + 2] in (["N"], ["E"])  # "asked which duty"
            asked = which or lowers[probe] not in _RELATIVES
            return to_clause_end(analysis, probe, ceiling, clausal=True) if asked else None
        if tags[probe] not in "DSENKGAhP":
            return None
    return None


def read_bare(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A clause without "that", or an answer: said no."""
    if at < ceiling and (answer := _answer_end(analysis, at, ceiling)) is not None:
        return ((at, answer),)
    at = skip_adjuncts(analysis, at, ceiling, "")
    tags = analysis.tags
    if at + 1 < ceiling and tags[at] == "," and tags[at + 1] in "PU":  # "said, if elected, she would lift it"
        closing = analysis.tagged.find(",", at + 3, min(ceiling, at + _FRONTED_REACH))
        opens = closing > 0 and _STOP.search(analysis.tagged, at + 1, closing) is None
        follows = opens and closing + 1 < ceiling and tags[closing + 1] in "DSREN"
        clause = follows and main_clause_follows(analysis, closing + 1, ceiling)
        return to_clause_end(analysis, at + 1, ceiling, clausal=True) if clause else None
    if at < ceiling and tags[at] == ":":
        if analysis.tokens.lowers[at - 1] in _DIFFERENTLY:
            return None  # "thinks otherwise: it argued that"
        at += "quote" in cue.frames
    if at >= ceiling or tags[at] not in "DSRENKdg(qPAUVB" or analysis.tokens.lowers[at] in _SELVES:
        return None  # "found themselves asked by both": nobody is said to find that.
    if tags[at] in "VB" and analysis.tokens.lowers[at] not in _PRESENT_PARTICIPLES:
        return None
    return to_clause_end(analysis, at, ceiling, clausal=True) if _is_clause(analysis, at, ceiling) else None


def _answer_end(analysis: Analysis, at: int, ceiling: int) -> int | None:
    """The token after an answer in a word or two that closes its clause: "says yes", "said not yet"."""
    lowers = analysis.tokens.lowers
    end = at + 1 if lowers[at] in _ANSWERS else at + 2 if tuple(lowers[at : at + 2]) in _LONGER_ANSWERS else None
    if end is None or end > ceiling:
        return None
    return end if end >= ceiling or analysis.tags[end] in ",;:-CPWU" else None


def _is_clause(analysis: Analysis, first: int, ceiling: int) -> bool:
    """Whether a subject and its verb stand here; relative clauses and appositions of the subject are passed over."""
    tags, tagged, lowers = analysis.tags, analysis.tagged, analysis.tokens.lowers
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
            while at + 1 < limit and (tags[at + 1] in "vBVXAdgi" or _INFINITIVE.match(tagged, at + 1) is not None):
                at += 1  # "who asked not to be named"
        elif found == "," and nominal:
            return _is_closed_before_verb(analysis, at, ceiling)
        elif found in "WH" and nominal and lowers[at] in _SUBJECT_RELATIVES and tags[at + 1 : at + 2] != []:
            relative = tags[at + 1] in "vMBVOXAREDNS"
        elif (
            found in ",;:HW"
            or (found == "U" and nominal and tags[first] != "g")
            or lowers[at] == "but"
            or (found == "T" and not nominal)
        ):
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


def read_wh(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A question: whether, if, what, how."""
    at = skip_adjuncts(analysis, at, ceiling, "")
    tags = analysis.tags
    if at >= ceiling or not (tags[at] == "W" or analysis.tokens.lowers[at] == "if"):
        return None
    if tags[at + 1 : at + 2] in (["d"], ["g"]):
        return None  # "said when asked", "argues while standing"
    if tags[at] == "U" and "bare" in cue.frames and _is_clause(analysis, at, ceiling):
        return None  # "said if the talks failed, it would leave"
    return to_clause_end(analysis, at, ceiling, clausal=True)
