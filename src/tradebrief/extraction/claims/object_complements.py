"""Complements that are objects, infinitives and prepositional phrases, alone and beside what is said of them."""

from __future__ import annotations

from tradebrief.extraction.claims.sources import Source, head_end
from tradebrief.extraction.grammar.adjuncts import past_score, place_end, skip_adjuncts, time_end
from tradebrief.extraction.grammar.clauses import Ranges, to_clause_end
from tradebrief.extraction.grammar.objects import opens_reason, without_asides, without_condition, without_reason
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Cue
from tradebrief.model import Act, ClaimKind

__all__ = [
    "read_clause_to",
    "read_ing",
    "read_np",
    "read_np_as",
    "read_np_number",
    "read_np_participle",
    "read_np_pp",
    "read_np_to",
    "read_np_with_pp",
    "read_pp",
    "read_to",
]

_OBJECT_REACH = 24
_SHIFT_REACH = 7
_COUNTED = frozenset({Act.DEMAND, Act.OFFER})
_PRESENT_PARTICIPLES = frozenset({"being", "having"})
_TIMES = frozenset({"before", "after", "since", "until"})  # "the odds of a deal before May at"
_OBJECTS = frozenset({"him", "her", "them", "us", "me"})
_PARTICLES = frozenset({"off", "down", "up", "apart"})
_FIGURED = frozenset({"at", "above", "below", "over", "under", "nearer", "closer", "around", "between"})
_OF_FIGURES = frozenset("KDNEPA,.hqCU")  # Tags of what may follow a figure.
_AFTER_BASE = frozenset({"away", "back", "down", "off", "out", "over", "up"})  # Adverbs that go with a verb.


def read_to(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An infinitive, a negation before it included."""
    at = past_score(analysis, cue.lemma, at, ceiling)
    at = skip_adjuncts(analysis, at, ceiling, "")
    if (after := place_end(analysis, at, ceiling)) > at:
        at = skip_adjuncts(analysis, after, ceiling, "")
    negation: int | None = None
    while at < ceiling and analysis.tags[at] in "AX":
        negation = at if analysis.tags[at] == "X" else negation
        at += 1
    if at + 1 >= ceiling or analysis.tags[at] != "T" or not _is_infinitive(analysis, at + 1, ceiling):
        return None
    return to_clause_end(analysis, at + 1 if negation is None else negation, ceiling)  # "agreed not to raise it"


def _is_infinitive(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a base form follows "to"; an unknown word counts if an object or a verb's adverb follows it."""
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    while at < ceiling and tags[at] in "AXq":
        at += 1
    if at >= ceiling:
        return False
    if tags[at] in "iBVO" or "b" in index.verbs.get(lowers[at], ""):
        return True
    return tags[at] == "N" and at + 1 < ceiling and (tags[at + 1] in "DSRT" or lowers[at + 1] in _AFTER_BASE)


def read_ing(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """A gerund, or that of a perfect or passive: "denied having sold it", "dread being fined"."""
    del cue
    perfect = at + 1 < ceiling and analysis.tokens.lowers[at] in _PRESENT_PARTICIPLES
    gerund = at < ceiling and (analysis.tags[at] == "g" or perfect)
    return to_clause_end(analysis, at, ceiling) if gerund else None


def read_np(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An object."""
    tags = analysis.tags
    while at + 1 < ceiling and tags[at] == "A" and tags[at + 1] in "ADSE":
        at += 1
    if at < ceiling and tags[at] == "R" and analysis.tokens.lowers[at] in _OBJECTS:
        following = analysis.tokens.lowers[at + 1] if at + 1 < ceiling else ""
        if following in _PARTICLES or (following == "as" and tags[at + 2 : at + 3] == ["g"]):
            return None  # "ripping us off" is no "ripping us".
        return ((at, at + 1),) if at + 1 >= ceiling or tags[at + 1] in "PUC,;:-(WAXT" else None
    if at + 1 < ceiling and analysis.tokens.lowers[at] == "what" and "wh" not in cue.frames:
        return to_clause_end(analysis, at, ceiling, nominal=True)  # "denounced what it called a threat"
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
    found = without_asides(analysis, to_clause_end(analysis, at, ceiling, nominal=True))
    if found is not None and found[0][1] < ceiling and tags[found[0][1]] == ",":
        found = ((at, _with_examples(analysis, at, found[0][1], ceiling)),)
    if found is not None and tags[found[0][1] - 1] == "R" and tags[found[0][1] : found[0][1] + 1] == ["C"]:
        found = to_clause_end(analysis, found[0][1] + 1, ceiling, nominal=True)  # "the day he and his father met"
        found = ((at, found[0][1]),) if found is not None else None
    found = without_condition(analysis, found) if cue.kind is ClaimKind.EVENTUALITY else found
    if found is not None and tags[found[0][1] - 1] == "g" and analysis.tokens.lowers[found[0][1] - 2] == "as":
        return None  # "“No deal,” the paper quoted him as saying."
    return found


def _with_examples(analysis: Analysis, first: int, end: int, ceiling: int) -> int:
    """Where an object ends of whose parts several are named: "a list of aims, including low duties, | open ports"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if end + 1 >= ceiling or tags[end] != "," or "including" not in lowers[first:end]:
        return end
    joint = analysis.tagged.find("C", end, min(ceiling, end + _OBJECT_REACH))
    listed = joint > 0 and all(tag in "DSNEKGAPhg,d" for tag in tags[end:joint])
    phrase = noun_phrase_after(analysis, joint + 1, ceiling) if listed else None
    closes = phrase is not None and (phrase[1] >= ceiling or tags[phrase[1]] in ".,;:")
    return phrase[1] if phrase is not None and closes else end


def _is_to_be_done(analysis: Analysis, at: int, ceiling: int) -> bool:
    """Whether a pronoun and what is to be done with it stand here: "wants it gone", "wants them scrapped"."""
    if at + 1 >= ceiling or analysis.tags[at] != "R" or analysis.tags[at + 1] not in "vd":
        return False
    return "n" in analysis.index.verbs.get(analysis.tokens.lowers[at + 1], "n")


def _counts_things(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> bool:
    """Whether no number stands here, or one with what is asked or offered: "demands two ports", but no year or time."""
    tags, lowers, periods = analysis.tags, analysis.tokens.lowers, analysis.index.sets["grammar.periods"]
    if tags[at] != "K" or not (cue.act in _COUNTED or " " in cue.lemma):  # "is counting on two ports"
        return tags[at] != "K"
    if lowers[at].isalpha() and (at + 1 >= ceiling or tags[at + 1] in ".;,C"):
        return True  # "Lima wants seven; Oslo has offered four"
    noun = next((probe for probe in range(at + 1, min(ceiling, at + 5)) if tags[probe] not in "KA"), at)
    return (
        tags[noun] in "NE" and lowers[noun] not in periods and lowers[noun] not in analysis.index.sets["grammar.time"]
    )


def _object_end(
    analysis: Analysis,
    at: int,
    ceiling: int,
    stops: str,
    words: frozenset[str] = frozenset(),
    amid: frozenset[str] = frozenset(),
    *,
    reduced: bool = False,
) -> int | None:
    """The token after an object that ends at one of some tags or words; None if anything else comes first.

    Args:
        analysis: The article's.
        at: The token where the object begins.
        ceiling: Where the sentence ends.
        stops: The tags that it may end before.
        words: The words that it may end before.
        amid: Words that may stand in it besides those of noun phrases.
        reduced: Whether a past form before a preposition may be a participle in it: "the tea smuggled through Oman".
    """
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
        if (
            tags[probe] not in "DSRENKGAPhdgC"
            and not (tags[probe] == "T" and "T" not in stops)
            and lowers[probe] not in amid
            and not (reduced and tags[probe] in "vg" and tags[probe + 1 : probe + 2] in (["P"], ["N"], ["D"]))
        ):
            return None
    return None


def _apposition_end(analysis: Analysis, comma: int, ceiling: int) -> int | None:
    """The token after the comma that closes an apposition or relative clause which another opens."""
    tags = analysis.tags
    if comma + 1 >= ceiling or tags[comma + 1] not in "DSNEWK":
        return None
    closing = next((at for at in range(comma + 2, min(ceiling, comma + _OBJECT_REACH)) if tags[at] in ",.;:q"), None)
    return closing + 1 if closing is not None and tags[closing] == "," and closing + 1 < ceiling else None


def read_np_to(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An infinitive after whoever is to do it."""
    end = _infinitive_after_object(analysis, cue, at, ceiling)
    if end is None:
        return None
    if analysis.tokens.lowers[at] == "for":
        return to_clause_end(analysis, at + 1, ceiling)  # "asked for the levy to be cut": the levy is asked nothing.
    negated = analysis.tags[end - 1] == "X"  # "urged Lima not to raise it"
    return to_clause_end(analysis, end - 1 if negated else end + 1, ceiling)


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


def read_clause_to(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An object and an infinitive."""
    while at < ceiling and analysis.tags[at] == "A":
        at += 1
    end = _infinitive_after_object(analysis, cue, at, ceiling)
    return to_clause_end(analysis, at, ceiling) if end is not None else None


def read_np_as(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An object and what it is taken as, in either order."""
    del cue
    end = _object_end(analysis, at, ceiling, "", frozenset({"as"}))
    if end is not None and end + 2 >= ceiling and analysis.tags[end + 1 : end + 2] == ["g"]:
        return None
    return to_clause_end(analysis, at, ceiling, nominal=True) if end is not None or _is_shifted(analysis, at) else None


def _is_shifted(analysis: Analysis, at: int) -> bool:
    """Whether an object stands after what it is said to be: "dismissed as false the claim that"."""
    tags = analysis.tags[at : at + _SHIFT_REACH]
    if analysis.tokens.lowers[at] != "as" or len(tags) < 3 or tags[1] not in "NAdXgq":
        return False
    opener = next((number for number, tag in enumerate(tags[2:], 2) if tag in "DSE"), len(tags))
    if opener < len(tags) and (
        (tags[opener] == "E" and "G" not in tags[opener:]) or analysis.quoted[at + opener] != analysis.quoted[at]
    ):
        return False
    return opener < len(tags) and all(tag in "NAdXCgq" for tag in tags[1:opener])


def read_np_participle(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An object and what it is to do or undergo, as a participle: "sees prices falling", "wants it gone"."""
    del cue
    if _is_to_be_done(analysis, at, ceiling):
        return to_clause_end(analysis, at, ceiling)
    end = _object_end(analysis, at, ceiling, "g")
    if end is None or analysis.tags[end - 1] not in "NERK" or analysis.tags[end + 1 : end + 2] == ["N"]:
        return None
    return to_clause_end(analysis, at, ceiling)


def read_np_pp(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """What a preposition after an object governs."""
    words = frozenset(cue.prepositions)
    end = _object_end(analysis, at, ceiling, "", words, reduced=cue.polarity is not None and " " not in cue.lemma)
    if end is not None and opens_reason(analysis, end):
        return None
    if end is not None and analysis.tokens.lowers[end] == "of" and analysis.tags[end - 1] == "N":
        end = _object_of_somebody_end(analysis, end, ceiling, words) or end
    return to_clause_end(analysis, end + 1, ceiling, nominal=True) if end is not None and end + 1 < ceiling else None


def read_np_with_pp(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An object and what a preposition after it governs, as one: "ascribes [the fall to the weather]"."""
    end = _object_end(analysis, at, ceiling, "", frozenset(cue.prepositions), reduced=True)
    return to_clause_end(analysis, at, ceiling, nominal=True) if end is not None and end + 1 < ceiling else None


def _object_of_somebody_end(analysis: Analysis, of: int, ceiling: int, words: frozenset[str]) -> int | None:
    """The end of an object that "of" with a name ends, as somebody's: "accused the owner of Velk Steel | of theft"."""
    owner = noun_phrase_after(analysis, of + 1, ceiling)
    if owner is None:
        return None
    if analysis.tags[owner[0]] != "S" and analysis.tags[head_end(analysis, Source(*owner)) - 1] != "E":
        return None
    return _object_end(analysis, of + 1, ceiling, "", words)


def read_np_number(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """An object and the figure that it is put at."""
    del cue
    end = _object_end(analysis, at, ceiling, "", _FIGURED, amid=_TIMES, reduced=True)
    if end is None:
        return None
    last = min(ceiling, end + 6)
    stop = next((probe for probe in range(end + 1, last) if analysis.tags[probe] in ";:-"), last)
    figures, following = analysis.tags[end + 1 : stop], analysis.tokens.lowers[end + 1 : end + 4]
    counts = "K" in figures or not analysis.index.sets["grammar.odds"].isdisjoint(following)
    return to_clause_end(analysis, at, ceiling) if counts and set(figures) <= _OF_FIGURES else None


def _before_preposition(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> int:
    """The preposition of a cue after a place or time: "complained in Lima in March | about"; else the same token."""
    if at >= ceiling or analysis.tags[at] != "P" or analysis.tokens.lowers[at] in cue.prepositions:
        return at
    beyond = skip_adjuncts(analysis, place_end(analysis, at, ceiling), ceiling, "")
    if beyond >= ceiling or analysis.tokens.lowers[beyond] == "of":
        return at  # "spoke with its network of mills"
    return beyond if analysis.tokens.lowers[beyond] in cue.prepositions else at


def read_pp(analysis: Analysis, cue: Cue, at: int, ceiling: int) -> Ranges | None:
    """What a preposition governs."""
    while at < ceiling and analysis.tags[at] == "A":
        at += 1
    at = _before_preposition(analysis, cue, time_end(analysis, at, ceiling) or at, ceiling)
    before = analysis.tokens.lowers[at - 1]
    if before in cue.prepositions and before == cue.lemma.split()[-1]:
        at -= 1  # "approve of": the preposition is part of the lemma.
    if at + 1 >= ceiling or analysis.tokens.lowers[at] not in cue.prepositions:
        return None
    if analysis.tags[at + 1] not in "DSRENKgdAWqPiv" and analysis.tokens.lowers[at + 1] not in _PRESENT_PARTICIPLES:
        return None
    timed = analysis.tokens.lowers[at + 1] in analysis.index.sets["grammar.time"]
    if timed and at + 3 < ceiling and analysis.tokens.lowers[at + 2] in cue.prepositions:
        at, timed = at + 2, False  # "clashed on Monday with"
    if timed and (at + 2 >= ceiling or analysis.tags[at + 2] in ",.;:P"):
        return None  # "..., Lima insisted on Tuesday"
    found = without_reason(analysis, to_clause_end(analysis, at + 1, ceiling, nominal=True))
    return without_condition(analysis, found) if cue.kind is ClaimKind.EVENTUALITY else found
