"""One letter for each token: its part of speech, as far as closed classes and its neighbours tell.

====== ==============================================================
letter what it is
====== ==============================================================
D S R  determiner, possessive pronoun, other pronoun
W H    wh-word, the word "that"
P T    preposition, the word "to"
C U    coordinating conjunction, subordinator
M B V O modal; form of be, of have, of do
X A    negation, adverb
G      possessive 's
K      number
E N    name, other noun or adjective
v      finite verb
i      infinitive
d g    participle or past form that is not finite, gerund
, ; :  marks as they are
.      end of a sentence
q      quotation mark
( ) -  brackets, dash
====== ==============================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from tradebrief.extraction.closed_names import mark_closed_names
from tradebrief.extraction.index import MARKS, CueForm, Index
from tradebrief.extraction.readings import QUESTIONS, Question
from tradebrief.extraction.tokens import Tokens
from tradebrief.extraction.verb_neighbours import (
    is_asked,
    is_of_relative,
    is_one,
    is_past_cue,
    is_said_of,
    of_neighbours,
    speaks_next,
    takes_word,
)
from tradebrief.model import MeasureKind

__all__ = ["NOMINAL", "VERBAL", "tag"]

NOMINAL = frozenset("NEKG")
VERBAL = frozenset("vMBVO")

_REDUCED_REACH = 14
_SUBJECT_REACH = 7
_CLAUSE_REACH = 8
_WHOSE = 5  # Words from "in" to the noun of a body: "in her own finance department".
_YEAR_LENGTH = 4
_QUESTION_REACH = 6
_ADJECTIVAL = ("ing", "ous", "ful", "ive", "less", "ible", "able", "ical", "ish", "zen", "ent", "ed", "en")
_FLOATING = frozenset({"both", "each"})
_PARTICLES = frozenset({"out", "up", "on", "in", "down", "forth"})
_THINGS = ("concepts.generic", "concepts.events", "concepts.spoken", "control.agreements")
_CLOSING = frozenset({".", ";", ","})
_POSSESSORS = "NEKvidgh"  # A tag before the apostrophe of a plural; verbs may be nouns.
_SINGULAR = frozenset({"ss", "us", "is"})  # Ends of nouns in -s that are no plurals.
_COPULAR_NOUNS = frozenset({"looks", "turns", "stands", "fall", "falls"})
_STOPS = frozenset({".", ","})
_UNITS = frozenset({"percent", "cent", "point", "points", "dollar", "euro", "day", "week", "month", "year"})
_OBJECT_PRONOUNS = frozenset({"them", "him", "us", "me"})
_AFTER_SUBJECT = frozenset("NEKR)")
_BEFORE_NOUN = frozenset("DSGPK")
_PASSED = frozenset("AX")
_ARTICLES = frozenset({"a", "an", "the"})
_AFTER_WHAT = frozenset({",", "is", "was", "are", "were"})
_AUXILIARIES = frozenset("MBVO")
_PAST_SLOTS = frozenset("pn")
_BASE_SLOTS = frozenset({"b", "t", "bt"})
_FINITE_SLOTS = frozenset({"np", "p", "t"})  # Of forms that are no base form.
_AFTER_NOUN = frozenset("PCUMBOVX")
_TRADED = frozenset({MeasureKind.POLICY, MeasureKind.PRODUCT})
_QUESTION = re.compile(f"[{re.escape(QUESTIONS)}]")


def tag(
    tokens: Tokens,
    index: Index,
    readings: Sequence[str],
    starts: frozenset[int],
    titled: frozenset[int],
    uppers: Sequence[int],
) -> list[str]:
    """The tags of all tokens.

    Most words have theirs by themselves; the others are settled from left to right, so that a word's
    neighbours before it have their tags already.

    Args:
        tokens: The tokens.
        index: The lexicon's look-ups.
        readings: For each token its tag or the value of a ``Question``, by itself.
        starts: Tokens that begin a sentence, where a capital tells nothing.
        titled: Tokens of headings that write all their words with a capital, where it tells little.
        uppers: Tokens that hold a capital, in order.
    """
    tags = list(readings)
    mark_closed_names(tokens, tags, index, starts, titled, uppers)
    for at in titled - starts:
        slots = index.verbs.get(tokens.lowers[at], "b")
        if "b" not in slots and tags[at] == "E" and tokens.words[at] not in index.names:
            tags[at] = Question.VERB.value  # "Oslo Rejects Quota"; a base form is as often a name ("Mark").
    for match in _QUESTION.finditer("".join(tags)):
        at = match.start()
        tags[at] = _ANSWERS[match[0]](tokens, tags, index, at)
    return tags


def _after(tokens: Tokens, at: int) -> str:
    """The word after a token in lower case; a stop at the end of the text."""
    lowers = tokens.lowers
    return lowers[at + 1] if at + 1 < len(lowers) else "."


def _her(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    after = _after(tokens, at)
    if MARKS.get(after) == "q" and at and tags[at - 1] not in "vdgi":
        return "S"  # "calls it her “lucky port”"
    return "S" if after[0].isalnum() and index.tags.get(after, "A") == "A" else "R"


def _like(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    del tokens
    before = tags[at - 1] if at else "."
    if before in "RMT":
        return "v" if before == "R" else "i"
    return index.tags["like"]


def _to(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """The word "to", or the end of a preposition of several words ("according to")."""
    del tags
    return "P" if at and tokens.lowers[at - 1] in index.sets["grammar.before_to"] else "T"


def _capital(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """A word that opens its sentence: a name where another capital follows."""
    del tags, index
    return "E" if at + 1 < len(tokens.words) and tokens.words[at + 1][0].isupper() else "N"


def _possessive(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """What "'s" is: a form of be after a pronoun, else what makes a possessor."""
    del index
    return "B" if at and (tags[at - 1] in "RW" or tokens.lowers[at - 1] in {"that", "there", "here"}) else "G"


def _apostrophe(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """The possessive of a plural where it stands against an -s and before a word, else a quotation mark."""
    del index
    plural = at and tokens.starts[at] == tokens.ends[at - 1] and tokens.lowers[at - 1][-1:] == "s"
    plural = plural and tags[at - 1] in _POSSESSORS
    if _after(tokens, at).isdigit() and tokens.starts[at + 1] == tokens.ends[at] and at and tags[at - 1] in "PD":
        return "K"  # "in '08"
    return "G" if plural and at + 1 < len(tokens.words) and tokens.words[at + 1][0].isalpha() else "q"


def _may(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """The month after a preposition, an adjective of time or before a number, else the modal in a headline."""
    before = tokens.lowers[at - 1] if at else ""
    timed = tags[at - 1 : at] == ["P"] or before in {"last", "next", "this", "early", "late", "until", "since", "mid"}
    return "E" if timed or index.tags.get(_after(tokens, at)) == "K" or _after(tokens, at)[0].isdigit() else "M"


def _longer(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """An adverb in "no longer", which is a negation; else an adjective."""
    del index
    if at == 0 or tokens.lowers[at - 1] != "no":
        return "N"
    tags[at - 1] = "X"
    return "A"


def _not(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """A negation, but for "not only", "not merely" and the like, after which both halves hold."""
    del tags
    if _after(tokens, at) not in index.sets["grammar.not_alone"]:
        return "X"
    return "X" if _after(tokens, at + 1) in MARKS else "A"  # "It is not just."


def _provided(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """What opens a condition, before "that" or after a comma; else a form of the verb."""
    opens = _after(tokens, at) == "that" or tags[at - 1 : at] in ([","], [])
    return "U" if opens and _after(tokens, at) != "by" else _verb(tokens, tags, index, at)


def _hyphen(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """A dash where white space stands on both sides, else what holds a compound together."""
    del tags, index
    starts, ends = tokens.starts, tokens.ends
    apart = 0 < at < len(starts) - 1 and ends[at - 1] < starts[at] and ends[at] < starts[at + 1]
    return "-" if apart else "h"


def _that(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """What "that" is: H before a clause or as a relative, a determiner before a noun alone."""
    if tokens.lowers[at + 1 : at + 2] == [","] and (at == 0 or tags[at - 1] in ".q"):
        return "R"  # "That, growers say, is unfair."
    if at + 2 < len(tokens.words) and at > 0:
        before, following, after = tags[at - 1], tokens.lowers[at + 1], tokens.lowers[at + 2]
        if (before == "P" and tokens.lowers[at - 1] not in _PARTICLES) or (
            before in ".,C"
            and following not in index.tags
            and after in {"is", "was", "would", "will"}
            and (following[-1] != "s" or following[-2:] in _SINGULAR)  # "and that duties would fall"
        ):
            return "D"
        thing = tokens.words[at + 1][0].islower() and tokens.lowers[at - 1] not in index.clausal
        if (
            thing
            and before in "vdgi"
            and (
                after in _CLOSING or (index.tags.get(after) in {"P", "U"} and not _takes_clause(tokens, index, at - 1))
            )
            and (following in index.terms or _is_thing(index, following))
        ):
            return "D"  # "Oslo rejected that demand.": a clause would have a verb.
    return "H"


def _takes_clause(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a verb may govern a clause with "that": "argued that demand in May had fallen"."""
    return any("that" in form.cue.frames for form in index.verb_cues.get(tokens.lowers[at], ()))


def _is_thing(index: Index, word: str) -> bool:
    """Whether a word can be what a stance is about, by itself: a move, a demand, a deal."""
    return any(word in index.sets[name] for name in _THINGS)


def _previous(tokens: Tokens, tags: list[str], at: int) -> tuple[str, bool]:
    """The tag before a token, and whether anything was passed over: adverbs, negations, a mark amid a clause."""
    before = at - 1
    if before >= 0 and tags[before] not in "AXq":
        return tags[before], False
    while before >= 0 and (tags[before] in "AX" or (tags[before] == "q" and _opens_amid(tokens, tags, before))):
        before -= 1
    if before > 0 and tags[before] == "q" and tags[before - 1] in "TM":
        before -= 1  # 'to "stand up"': the verb group goes on over the mark
    return (tags[before] if before >= 0 else "."), before < at - 1


def _opens_amid(tokens: Tokens, tags: list[str], mark: int) -> bool:
    """Whether a quotation mark opens amid a clause: "her critics “seem to think”"."""
    if mark == 0 or mark + 1 >= len(tokens.words) or tags[mark - 1] not in "NEKR)TMO":
        return False
    return tokens.ends[mark] == tokens.starts[mark + 1] and tokens.ends[mark - 1] < tokens.starts[mark]


_SETTLED = frozenset({"i", "d"})  # What no other neighbour changes.
_GERUND_OR_NOUN, _NOUN_OR_SPOKEN, _PAST, _BASE_OR_THIRD = "g?", "N?", "p?", "b?"


@cache
def _form(slots: str, before: str, apart: int) -> str:
    """What a verb form is after a tag, or which question its other neighbours must answer.

    Args:
        slots: The slots of the paradigm that the form fills.
        before: The tag before it.
        apart: Whether an adverb stands between, 0 if none does.
    """
    if slots == "g":
        return _GERUND_OR_NOUN if before in "DSG" and not apart else "g"
    if "b" in slots and before in "MTO":
        return "i"
    if before == "V" and ("n" in slots or "p" in slots):
        return "d"
    if before == "B":
        return "d" if "n" in slots else ("g" if "g" in slots else "N")
    if before in _BEFORE_NOUN and not apart:
        return _NOUN_OR_SPOKEN
    if before in "RW" or (before == "H" and ("p" in slots or "t" in slots)):
        return "v"
    if "p" in slots and "b" not in slots:
        return _PAST
    return "d" if "n" in slots and "b" not in slots else _BASE_OR_THIRD


def _opening_verb(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    if tokens.lowers[at] in index.sets["grammar.supposed"]:
        return "v"  # "Suppose Lima says that", "Let them say that"
    return _verb(tokens, tags, index, at, opening=True)


def _verb(tokens: Tokens, tags: list[str], index: Index, at: int, *, opening: bool = False) -> str:
    """What a form that some verb has is here."""
    slots = index.verbs[tokens.lowers[at]]
    before, apart = _before_form(tokens, tags, at, slots)
    found = _form(slots, before, apart)
    if found in _SETTLED:
        return found
    return _settled_form(tokens, tags, index, at, (found, before, slots), opening=opening)


def _settled_form(
    tokens: Tokens, tags: list[str], index: Index, at: int, form: tuple[str, str, str], *, opening: bool
) -> str:
    """What a form is that its other neighbours may make another of.

    Args:
        tokens: The tokens.
        tags: Their tags so far.
        index: The lexicon's look-ups.
        at: Which token it is.
        form: What ``_form`` says of it, the tag before it, and its slots.
        opening: Whether it opens a sentence.
    """
    found, before, slots = form
    if found == "v" and before == "W" and "n" in slots and is_asked(tokens, index, at):
        return "d"
    if (
        (found == "g" and _names_thing(tokens, tags, index, at))
        or (found == "v" and before == "H" and _is_subject_of_clause(tokens, tags, index, at))
        or (slots in _BASE_SLOTS and is_said_of(tokens, index, at))
    ):
        return "N"
    if found == _NOUN_OR_SPOKEN and "n" in slots and tokens.lowers[at - 1] == "as" and _after(tokens, at) == "by":
        return "d"  # "as noted by Lund"
    if found == _NOUN_OR_SPOKEN:
        if not (_quantifier_speaks if before != "G" else _brand_speaks)(tokens, tags, index, at, slots):
            return "N"
        found = "v" if before in "DG" else _form(slots, before, 1)
    if found == _GERUND_OR_NOUN:
        return "g" if index.tags.get(_after(tokens, at)) in {"D", "S", "R"} else "N"
    if found == _PAST:
        if "n" not in slots:
            return "v"  # "wrote", which is no participle
        if before in "DS" and (before == "S" or _article_before(tokens, tags, at)):
            return "d"  # "a visibly tired envoy"
        agent = _after(tokens, at) == "by" and not (
            _is_told_by(tokens, index, at) or takes_word(tokens, index, at, "by")
        )
        if agent or (before in "NE" and _is_reduced(tokens, index, at)):
            return "d"
        return _past_after_mark(tokens, tags, index, at, before, opening=opening) if before in ".,;:-q(C" else "v"
    if found == _BASE_OR_THIRD:
        if tokens.lowers[at] in index.sets["titles.modifiers"] and _after(tokens, at) in index.sets["titles.heads"]:
            return "N"  # ", trade minister of Peru,"
        return "N" if opening else _base_or_third(tokens, tags, index, at, before, slots)
    return found


def _article_before(tokens: Tokens, tags: list[str], at: int) -> bool:
    """Whether "a" or "the" stands before a form and its adverbs, which is no subject."""
    while at and tags[at - 1] == "A":
        at -= 1
    return at > 0 and tokens.lowers[at - 1] in _ARTICLES


def _before_form(tokens: Tokens, tags: list[str], at: int, slots: str) -> tuple[str, bool]:
    """The tag before a form that some verb has, and whether an adverb or the like stands between.

    A year before a past form is a name: "in 2022 imposed a levy".
    """
    if at and tokens.lowers[at - 1] == "so" and tags[at - 2 : at - 1] in (["."], [","], ["C"]):
        tags[at - 1] = "A"  # "..., so says the envoy"
    before, apart = _previous(tokens, tags, at)
    if at > 1 and before == "D" and tokens.lowers[at - 1] in _FLOATING and tags[at - 2] in "NE":
        before, apart = tags[at - 2], True  # "Oslo and Lima both condemned it"
    elif before == "D" and at > 1 and tags[at - 2] == "," and tokens.lowers[at - 1] in _FLOATING and _is_past(slots):
        tags[at - 1], before, apart = "A", ",", True  # "Oslo, which is close, and Lima, which is not, both objected"
    neither = at > 1 and tokens.lowers[at - 1] == "neither"
    if neither and ((tags[at - 2] in "MO" and "b" in slots) or (tags[at - 2] in "NERK" and slots in _FINITE_SLOTS)):
        tags[at - 1], before, apart = "X", tags[at - 2], True  # "would neither confirm nor deny it"
    past = before == "K" and not apart and _is_past(slots)
    return ("E" if past and _is_year(tokens, at - 1) else before), apart


def _is_past(slots: str) -> bool:
    """Whether a form is a past and no base form."""
    return "p" in slots and "b" not in slots


def _is_year(tokens: Tokens, at: int) -> bool:
    """Whether a token is a year after "in"."""
    word = tokens.words[at]
    return len(word) == _YEAR_LENGTH and word.isdigit() and at > 0 and tokens.lowers[at - 1] == "in"


def _want_next(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a base form follows that is hardly a noun, so that a form in -s is the plural that it agrees with."""
    after = _after(tokens, at)
    return after in index.sets["grammar.hardly_nouns"] and index.verbs.get(after, "")[:1] == "b"


def _quantifier_speaks(tokens: Tokens, tags: list[str], index: Index, at: int, slots: str) -> bool:
    """Whether a quantifier or number is the subject by itself: "few believe that", "three in 10 say the"."""
    if tags[at - 1] != "K" and tokens.lowers[at - 1] not in index.sets["grammar.quantifiers"]:
        return False
    after = _after(tokens, at)
    return (
        tokens.lowers[at] in index.verb_cues
        and ("b" in slots or "p" in slots)
        and (
            after == "that"
            or index.tags.get(after) in {"D", "S", "R"}
            or (after in _STOPS and at > 1 and tags[at - 2] == ",")  # ", many think."
        )
    )


def _brand_speaks(tokens: Tokens, tags: list[str], index: Index, at: int, slots: str) -> bool:
    """Whether a name in -'s is the subject: "McDonald's said", "Moody's warned that", but not "Lima's stated aim"."""
    after = _after(tokens, at)
    spoken = tags[at - 2] in "EN" and "p" in slots and "b" not in slots and tokens.lowers[at] in index.verb_cues
    return spoken and (tokens.lowers[at] == "said" or after == "that" or index.tags.get(after) in {"D", "S", "R"})


def _is_told_by(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether "by" tells how somebody spoke or did something: "Lund said by telephone", "replied by suing Lima"."""
    lowers, venues = tokens.lowers, index.sets["grammar.venues"]
    if at + 3 < len(lowers) and "g" in index.verbs.get(lowers[at + 2], ""):  # "replied by suing the mill"
        return index.tags.get(lowers[at + 3]) in {"D", "S", "R"} or tokens.words[at + 3][0].isupper()
    return lowers[at] in index.clausal and not venues.isdisjoint(lowers[at + 2 : at + 4])


def _is_reduced(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a past form after a noun is a participle, as a finite verb follows: "people briefed on the plan said"."""
    after = _after(tokens, at)
    timed = after in index.sets["grammar.time"]
    if speaks_next(tokens, index, at):
        return tokens.lowers[at] not in index.clausal  # "the growers polled said"
    if (index.tags.get(after) != "P" and not timed) or tokens.lowers[at] in index.clausal:
        return False
    if timed and index.tags.get(_after(tokens, at + 1)) == "R":
        return False  # "the ministry announced Sunday it would go on"
    if takes_word(tokens, index, at, after):
        return False  # "the minister brushed off the leaked annex"
    for probe in range(at + 2, min(len(tokens.words) - 1, at + _REDUCED_REACH)):
        lower = tokens.lowers[probe]
        found = index.tags.get(lower)
        named = found == "C" and tokens.words[probe - 1][0].isupper() and tokens.words[probe + 1][:1].isupper()
        if lower in MARKS or lower == "that" or (found in {"C", "W", "U", "H", "T"} and not named):
            return False
        spoken = (
            lower in index.clausal
            and index.verbs.get(lower) != "g"
            and index.tags.get(tokens.lowers[probe - 1]) not in {"D", "S", "P"}
        )
        if (found in {"M", "B", "V", "O"} or spoken) and tokens.words[probe] == lower:  # "in May" has no modal.
            return True
    return False


def _past_after_mark(tokens: Tokens, tags: list[str], index: Index, at: int, before: str, *, opening: bool) -> str:
    """A past form after a mark: finite after a closed apposition or a quotation, a participle at a start."""
    if opening:
        return "d"
    if tokens.lowers[at] in index.clausal:
        return "v"  # ", the minister, said in May"
    following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else ""
    after = tokens.lowers[at + 2] if at + 2 < len(tokens.words) else ""
    timed = following == "on" and after in index.sets["grammar.time"]  # ", the minister, said on Monday"
    taken = takes_word(tokens, index, at, following)  # "called on"
    if before == "," and not timed and not taken and following in {"by", "in", "on", "at", "from", "with"}:
        return "d"
    if not index.noun_cues.keys().isdisjoint((following, after)) and tokens.lowers[at] in index.light_verbs:
        return "v"  # "faulted the levy and expressed hope that"
    noun_next = following.isalpha() and following not in index.tags and following not in {"to", "that"}
    if before == "C" and noun_next and at > 2 and tags[at - 2] == "N" and tags[at - 3] in "DSA":
        return "d"  # "a cautious and calculated approach"
    return "v"


def _base_or_third(tokens: Tokens, tags: list[str], index: Index, at: int, before: str, slots: str) -> str:
    """A form that is a noun as well ("claims", "demand", "plan"): a verb between a subject and an object."""
    lower, adjacent = tokens.lowers[at], tags[at - 1]
    settled = (
        "N"
        if _is_noun_here(tokens, tags, index, at) or _is_plain_noun(tokens, index, at, adjacent, slots)
        else of_neighbours(tokens, index, at, before)
    )
    if settled is not None:
        return settled
    near = tags[max(0, at - _QUESTION_REACH) : at - 1] if before in _AFTER_SUBJECT else ()
    if before == "v" and "t" in slots and tokens.lowers[at - 1] in index.clausal and is_of_relative(tags, at):
        return "v" if _finds_object(tokens, index, at) else "N"
    if (
        (before in _AFTER_SUBJECT and lower in index.copulas and lower not in _COPULAR_NOUNS)
        or ("b" in slots and ("O" in near or "M" in near) and _is_of_question(tags, at))
        or ("W" in near and _ends_what(tokens, tags, at))
    ):
        return "v"
    if adjacent in "AX" and before in "NER" and "t" in slots:
        return "v"  # "still stands"
    if before in _AFTER_SUBJECT:
        if adjacent == "N" and at > 1 and tags[at - 2] in "vidg" and _is_of_object(tokens, index, at, slots):
            return "N"  # "slapped new sanctions on Lima"
        acting = lower in index.holders and _is_subject(tokens, index, at)  # "millers on Friday again scorned"
        if "t" in slots and (acting or (adjacent == "N" and _is_qualified(tokens, tags, index, at))):
            return "N"  # "his scathing attacks on Lima"
        plural = adjacent == "N" and (
            tokens.lowers[at - 1].endswith("s") or tokens.lowers[at - 1] in index.sets["grammar.plurals"]
        )
        reported = adjacent == "E" and "t" in slots and tags[at - 2] == "H" and _after(tokens, at) in _STOPS
        if (
            lower in index.sets["grammar.hardly_nouns"]
            or reported
            or (  # "says that Mexico cheats"
                ("t" in slots or ("b" in slots and plural)) and _closes_attribution(tokens, tags, index, at)
            )
        ):
            return "v"
        goes_on = _finds_object(tokens, index, at) or _ends_reported(tokens, tags, index, at)
        return "v" if goes_on and _agrees(tokens, tags, index, at, slots) else "N"
    listed = before == "," and adjacent == "," and lower not in index.clausal
    if (before == "C" or listed) and "t" not in slots and "T" in tags[max(0, at - 16) : at]:
        # "to ask for a hearing, stress the cost and"
        return "i" if _finds_object(tokens, index, at) and not (listed and _speaks_soon(tokens, index, at)) else "N"
    if before == "H" and tags[at - 2] == "N" and tokens.lowers[at - 2].endswith("s") and adjacent == "H":
        return "v" if _finds_object(tokens, index, at) else "N"  # "mills that export salmon"
    if before in ",qC" and _speaks_soon(tokens, index, at):
        return "N"  # "..., campaign officials said"
    return "v" if before in ",-qC" and _finds_object(tokens, index, at) else "N"


def _is_of_question(tags: list[str], at: int) -> bool:
    """Whether an auxiliary that opens a question stands before a subject: "did Oslo | promise"."""
    subject, lowest = at - 1, max(0, at - _QUESTION_REACH)
    while subject > lowest and tags[subject] in "EDSRANG":
        subject -= 1
    return tags[subject] in "OM" and subject < at - 1 and (subject == 0 or tags[subject - 1] in ".Wq:-")


def _ends_what(tokens: Tokens, tags: list[str], at: int) -> bool:
    """Whether a form ends a clause with "what": "what mills need is", "what the port needs, says Lund, is"."""
    if _after(tokens, at) not in _AFTER_WHAT:
        return False
    subject, lowest = at - 1, max(0, at - _QUESTION_REACH)
    while subject > lowest and tags[subject] in "EDSRANG":
        subject -= 1
    return tokens.lowers[subject] == "what"


def _ends_reported(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a form ends a clause with "that", or that someone says, without another verb: "said the duties hurt"."""
    lowers, after = tokens.lowers, _after(tokens, at)
    mark = MARKS.get(after)
    if mark not in {".", ";"} and not (
        mark == "," and at + 2 < len(lowers) and "g" in index.verbs.get(lowers[at + 2], "")
    ):
        return False
    cue, lowest = at - 1, max(1, at - _CLAUSE_REACH)
    while cue > lowest and tags[cue] in "DSNEKGAh":
        cue -= 1
    if tags[cue] == "H":
        relative = tags[cue - 1] == "N" and mark != ","  # "a figure that the finance ministry disputes."
        return relative or (tags[cue - 1] in "vdi" and lowers[cue - 1] in index.verb_cues)
    frames = {frame for form in index.verb_cues.get(lowers[cue], ()) if not form.tail for frame in form.cue.frames}
    return tags[cue] == "v" and tags[cue - 1] in "NERA)" and "bare" in frames and "np" not in frames


def _speaks_soon(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether one noun stands between a form and a verb of saying: ", campaign officials said"."""
    lowers = tokens.lowers
    if at + 2 >= len(lowers) or index.tags.get(lowers[at + 1]) in {"D", "S", "R"}:
        return False
    return is_past_cue(index, lowers[at + 2])


def _is_noun_here(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether what stands right before a form makes it a noun: a number and unit, an adjective, a sentence's "but"."""
    lower, adjacent = tokens.lowers[at - 1], tags[at - 1]
    if adjacent == "C":
        return (
            at == 1 or tags[at - 2] == "." or _is_second_adjective(tokens, tags, index, at)
        )  # "But parts makers waited."
    if _after(tokens, at) == "to" and tokens.lowers[at] in index.sets["grammar.before_to"]:
        return True  # "thanks to the duty"
    if adjacent == "," and _is_document_shown(tokens, index, at):
        return True
    if adjacent == "N" and _is_instrument(tokens, index, at):
        return True  # "export curbs by May", "import taxes on cars"
    if at < 2 or adjacent != "N":
        return False
    if at > 2 and tags[at - 2] in "DS" and tags[at - 3] == "P" and tokens.lowers[at] in index.sets["grammar.documents"]:
        return not lower.endswith("s")  # "said in its annual report that"
    if lower in _UNITS and tags[at - 2] == "K":
        return at > 2 and tags[at - 3] in "DS"  # "a 15 percent cut"
    return tags[at - 2] in "PDSG" and lower in index.sets["grammar.adjectives"]  # "wary of higher costs for mills"


def _is_plain_noun(tokens: Tokens, index: Index, at: int, adjacent: str, slots: str) -> bool:
    """Whether a form is a noun by its form and the words around it.

    "Called talk of a ban a joke", "dismissed as unfounded claims that", "the island states want it".
    """
    if "t" not in slots:
        return adjacent == "v" and _after(tokens, at) == "of"
    if slots == "t" and adjacent in "NE" and _want_next(tokens, index, at):
        return True
    return adjacent == "N" and tokens.lowers[at - 2 : at - 1] == ["as"] and _after(tokens, at) == "that"


def _is_document_shown(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a plural for documents stands before what they do, and a mark after that: ", records show,"."""
    lowers, after = tokens.lowers, _after(tokens, at)
    documents = lowers[at] in index.sets["grammar.documents"] and lowers[at].endswith("s")
    return documents and "b" in index.verbs.get(after, "") and _after(tokens, at + 1) in _STOPS


def _is_second_adjective(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether "and" joins a form to an adjective, and the noun of both comes after it: "a fair and open market"."""
    after = _after(tokens, at)
    if at < 3 or tags[at - 2] != "N" or tags[at - 3] not in "DS" or not after.isalpha() or after in index.tags:
        return False
    return (
        tokens.lowers[at - 2] in index.sets["grammar.adjectives"]
        and tokens.lowers[at] in index.sets["grammar.adjectives"]
    )


def _is_instrument(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a form and the word of trade before it are an instrument, as no object of a verb follows."""
    after = _after(tokens, at)
    if index.tags.get(after) in {"D", "S", "R", "H"} or after in {"that", "to"}:
        return False
    if not (MARKS.get(after) or index.tags.get(after) in _AFTER_NOUN or after.isdigit()):
        return False  # "trade limits inflation"
    whole = index.terms.at(tokens.lowers, at - 1)
    if whole is None or whole[1].kind not in _TRADED:
        return False
    if whole[0] > at:
        return True  # "export controls"
    head = index.terms.at(tokens.lowers, at)
    modified = whole[1].role == "modifier" or whole[1].kind is MeasureKind.PRODUCT
    plural = tokens.lowers[at - 1].endswith("s")
    return modified and not plural and head is not None and head[1].role in {"head", "bound"}


def _is_subject(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a plural of people stands before a time or place and a finite verb: "guards in Lima again refused"."""
    lowers, known = tokens.lowers, index.tags
    if known.get(_after(tokens, at)) not in {"P", "A"}:
        return False
    for probe in range(at + 2, min(len(lowers), at + _SUBJECT_REACH)):
        lower = lowers[probe]
        if lower in MARKS or known.get(lower) in {"C", "W", "U", "H", "T"} or lower == "that":
            return False
        slots = index.verbs.get(lower, "")
        if known.get(lower) in {"M", "B", "V", "O"} or ("p" in slots and "b" not in slots):
            return True
    return False


def _is_qualified(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether an adjective stands between what opens a phrase and a form that is a plural noun as well."""
    before = tokens.lowers[at - 1]
    adjective = before in index.sets["grammar.adjectives"] or before.endswith(_ADJECTIVAL)
    return adjective and at > 1 and tags[at - 2] in "DSGP" and index.tags.get(_after(tokens, at)) == "P"


def _is_of_object(tokens: Tokens, index: Index, at: int, slots: str) -> bool:
    """Whether a form after a verb and one word is the noun of its object: "eased emergency measures"."""
    lowers = tokens.lowers
    if lowers[at - 1] in index.sets["grammar.adjectives"]:
        return True
    speaks = lowers[at - 2] in index.verb_cues
    return (
        "t" in slots and not speaks and not lowers[at - 1].endswith("s") and index.tags.get(_after(tokens, at)) == "P"
    )


def _closes_attribution(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a verb of saying ends a sentence after a comma and its subject: ", the lawsuit alleges."."""
    after = _after(tokens, at)
    if MARKS.get(after) not in {".", ","} or not any(
        "bare" in form.cue.frames or "quote" in form.cue.frames for form in index.verb_cues.get(tokens.lowers[at], ())
    ):
        return False
    before = at - 1
    while before > max(0, at - 8) and tags[before] in "DSNEKGAh":
        before -= 1
    return tags[before] in ",q"


def _past_adverbs(tokens: Tokens, index: Index, at: int) -> int:
    """The first token after one that is neither adverb nor negation."""
    lowers, known, following = tokens.lowers, index.tags, at + 1
    while following < len(lowers) and known.get(lowers[following]) in _PASSED:
        following += 1
    return following


def _agrees(tokens: Tokens, tags: list[str], index: Index, at: int, slots: str) -> bool:
    """Whether a form agrees with the noun before it, or what follows can only be an object."""
    subject = at - 1
    while subject > 0 and tags[subject] in "AXq":
        subject -= 1
    noun = tokens.lowers[subject]
    acronym = tokens.words[subject].isupper()
    plural_subject = noun.endswith("s") and not acronym and not noun.endswith(("ss", "us", "is"))
    plural_subject = plural_subject or noun in index.sets["grammar.plurals"] or _is_people(tokens.words[subject], index)
    head = subject
    while head > max(0, subject - 4) and tags[head] in "NEDSAK":
        head -= 1
    if tags[head] == "P" and tokens.lowers[head] == "of" and "t" in slots:
        return True  # "her suite of proposals addresses": the head stands before.
    if slots == "b" and (_are_several(tokens, tags, subject) or _are_people_of(tokens, tags, index, subject)):
        return True
    named = tags[subject] in "E)"
    one = slots == "b" and is_one(tokens, tags, subject)
    after = _after(tokens, _past_adverbs(tokens, index, at) - 1)
    return (
        "p" in slots
        or ("t" in slots and (named or not plural_subject))
        or ("b" in slots and (plural_subject or tags[subject] in "R)"))
        or (index.tags.get(after) in {"D", "S", "R"} and not (named and "t" not in slots))
        or (after == "that" and not (_is_modifier(tags, subject) if named else one))
    )


def _is_people(word: str, index: Index) -> bool:
    """Whether a word is the plural of one for somebody of a people, which ends as few plurals do: "Israelis"."""
    return word.endswith("is") and word[:1].isupper() and word in index.names and word[:-1] in index.names


def _are_several(tokens: Tokens, tags: list[str], subject: int) -> bool:
    """Whether several are the subject whose last word is singular: "Oslo and Lima back", "firms in Lima plead"."""
    at = subject
    while at > max(0, subject - 3) and tags[at] == "E":
        at -= 1
    if at in {subject, 0}:
        return False
    if tags[at] == "C" and tokens.lowers[at] == "and":
        return tags[at - 1] in "EN"
    plural = tokens.lowers[at - 1].endswith("s") and tags[at - 1] == "N"
    return tags[at] == "P" and plural and tokens.lowers[at] in {"in", "from", "of", "at"}


def _are_people_of(tokens: Tokens, tags: list[str], index: Index, subject: int) -> bool:
    """Whether a body's noun only tells whose people are the subject: "officials in her own department worry"."""
    if tokens.lowers[subject] not in index.holders:
        return False
    at = subject - 1
    while at > max(1, subject - _WHOSE) and tags[at] in "NEDSA":
        at -= 1
    people = tokens.lowers[at - 1]
    several = (people.endswith("s") and people in index.holders) or people in index.sets["groups.lone_people"]
    return tags[at] == "P" and at < subject - 1 and several


def _is_modifier(tags: list[str], at: int) -> bool:
    """Whether a name has an article before it, so that it may modify the noun after it: "a CBS interview"."""
    before = at
    while before >= max(0, at - 6) and tags[before] == "E":
        before -= 1
    return before >= 0 and tags[before] in "DS"


def _finds_object(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether an object of a verb follows it, adverbs passed over, or a preposition that it takes as a cue."""
    following = _past_adverbs(tokens, index, at)
    after = _after(tokens, following - 1)
    forms = index.verb_cues.get(tokens.lowers[at])
    if after == "to" and forms is not None and tokens.lowers[at] in index.holders and not _takes_to(forms):
        return False  # "member states to"
    if _opens_object(tokens, index, following, after):
        return True
    return forms is not None and any(not form.tail and after in form.cue.prepositions for form in forms)


def _takes_to(forms: Sequence[CueForm]) -> bool:
    """Whether a cue takes "to" after it: an infinitive, whom it is addressed to, or a word of its own."""
    return any("to" in form.cue.frames or "to" in form.cue.prepositions or form.tail[:1] == ("to",) for form in forms)


def _opens_object(tokens: Tokens, index: Index, at: int, after: str) -> bool:
    if at >= len(tokens.words):
        return False
    found = index.tags.get(after)
    if after in {"to", "that"} or found in {"D", "S", "R", "W", "P"}:
        return after not in {"of", "as"} or after == "as"
    if MARKS.get(after) == "q":
        return at + 1 < len(tokens.words) and tokens.ends[at] == tokens.starts[at + 1]
    if after in {":", ","} and at + 1 < len(tokens.words):
        return after == ":" or MARKS.get(tokens.lowers[at + 1]) == "q"
    word = tokens.words[at]
    if word[:1].isupper() or word[:1].isdigit():
        return True
    # A bare object: a noun that is not itself the start of a verb phrase.
    return (
        word[:1].isalpha()
        and found is None
        and not after.endswith("ed")
        and _PAST_SLOTS.isdisjoint(index.verbs.get(after, ""))
    )


def _ing(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """An unknown word in -ing: a noun after what opens a noun phrase, or where it names what is held or written."""
    if at and tags[at - 1] in "DSG":
        return "N"
    return "N" if _names_thing(tokens, tags, index, at) else "g"


def _names_thing(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a word in -ing names what is held, written or levied, or a trade."""
    return (
        _is_held_or_written(tokens, tags, index, at)
        or _modifies_instrument(tokens, index, at)
        or _is_of_trade(tokens, index, at)
    )


def _is_subject_of_clause(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a form after "that" is the subject of an auxiliary: "said that prices had", "told mills that talks were".

    Not so in a relative clause: "the mill that closes is", "mills that close are".
    """
    governor = at - 2
    while governor > 0 and tags[governor] == "A":
        governor -= 1  # "said only that talks were"
    if governor < 0 or index.tags.get(_after(tokens, at)) not in _AUXILIARIES:
        return False
    lower = tokens.lowers[governor]
    if tags[governor] == ",":
        return True  # "said, on Friday, that prices had"
    if lower in index.clausal or lower in index.noun_cues or tags[governor] in "ER":
        return True
    return "t" in index.verbs[tokens.lowers[at]] and lower.endswith("s")


def _is_of_trade(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a trade in -ing says what people or bodies are in: "shipping companies", "mining executives"."""
    return tokens.lowers[at] in index.sets["groups.trades"] and _after(tokens, at) in index.holders


def _modifies_instrument(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a word in -ing is part of an instrument's name: "anti-dumping duties", "countervailing measures"."""
    own = index.terms.at(tokens.lowers, at)
    if own is None or own[1].kind is not MeasureKind.POLICY or own[0] >= len(tokens.words):
        return False
    head = index.terms.at(tokens.lowers, own[0])
    return head is not None and head[1].kind is MeasureKind.POLICY and own[1].role == "modifier"


def _is_held_or_written(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a word in -ing after a noun is one for what is held or written: "a committee hearing", "exit polling"."""
    lower = tokens.lowers[at]
    return (
        (lower in index.sets["grammar.documents"] or lower in index.sets["grammar.venues"])
        and at > 0
        and tags[at - 1] in "NE"
        and index.tags.get(_after(tokens, at)) not in {"D", "S", "R"}
    )


def _ed(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """An unknown word in -ed: finite after a subject, else a participle or an adjective."""
    before, apart = _previous(tokens, tags, at)
    if before in "BV":
        return "d"
    if before in "NE" and not apart and speaks_next(tokens, index, at):
        return "d"  # "the growers polled said"
    if before in _BEFORE_NOUN and not apart:
        return "N"
    if before == "R" and not apart and _is_object(tokens, tags, index, at - 1):
        return "d"  # "called them unjustified"
    return "v" if before in "RNE" and _after(tokens, at) != "by" else "d"


def _is_object(tokens: Tokens, tags: list[str], index: Index, pronoun: int) -> bool:
    """Whether a pronoun is an object, by its form or by a verb before it that judges: "calling it unjustified"."""
    if tokens.lowers[pronoun] in _OBJECT_PRONOUNS:
        return True
    if pronoun == 0 or tags[pronoun - 1] not in "vdig":
        return False
    frames = {frame for form in index.verb_cues.get(tokens.lowers[pronoun - 1], ()) for frame in form.cue.frames}
    return "np_adj" in frames and "bare" not in frames


_ANSWERS: dict[str, Callable[[Tokens, list[str], Index, int], str]] = {
    Question.VERB.value: _verb,
    Question.OPENING_VERB.value: _opening_verb,
    Question.ING.value: _ing,
    Question.ED.value: _ed,
    Question.CAPITAL.value: _capital,
    Question.THAT.value: _that,
    Question.TO.value: _to,
    Question.LIKE.value: _like,
    Question.HER.value: _her,
    Question.POSSESSIVE.value: _possessive,
    Question.APOSTROPHE.value: _apostrophe,
    Question.HYPHEN.value: _hyphen,
    Question.MAY.value: _may,
    Question.LONGER.value: _longer,
    Question.PROVIDED.value: _provided,
    Question.NOT.value: _not,
}
