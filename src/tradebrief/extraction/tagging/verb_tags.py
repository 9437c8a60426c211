"""What a form that some verb has is where it stands: a finite verb, an infinitive, a participle, or a noun."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from tradebrief.extraction.lookups.index import MARKS, Index
from tradebrief.extraction.tagging.noun_tags import tag_base_or_third
from tradebrief.extraction.tagging.verb_neighbours import (
    has_agent,
    is_asked,
    is_said_of,
    is_time,
    speaks_next,
    takes_word,
    word_after,
)
from tradebrief.extraction.tokens import Tokens
from tradebrief.model import MeasureKind

__all__ = ["tag_ed", "tag_ing", "tag_opening_verb", "tag_verb"]

_REDUCED_REACH = 14
_CLAUSE_REACH = 6
_YEAR_LENGTH = 4
_OPENING_CLAUSES = frozenset({"that", "as", "after", "before", "since", "until", "than", "once", "like"})
_OPENING_COMPLEMENTS = frozenset({"that", "to"})
_OPENING_OBJECTS = frozenset("DSR")
_ATTITUDE_TO = frozenset({"among", "from", "to", "for"})  # Of whom an attitude is, or to what.
_FLOATING = frozenset({"both", "each"})
_STOPS = frozenset({".", ","})
_AMOUNTS = frozenset({"%", "percent", "per", "percentage", "points", "votes", "to"})
_AFTER_OBJECT = frozenset({"up", "down", "out", "off", "away", "back", "over", "through"})  # "drew it up"
_OBJECT_PRONOUNS = frozenset({"them", "him", "us", "me"})
_BEFORE_NOUN = frozenset("DSGPK")
_ARTICLES = frozenset({"a", "an", "the"})
_AUXILIARIES = frozenset("MBVO")
_BASE_SLOTS = frozenset({"b", "t", "bt"})
_FINITE_SLOTS = frozenset({"np", "p", "t"})  # Of forms that are no base form.
_SETTLED = frozenset({"i", "d"})  # What no other neighbour changes.
_GERUND_OR_NOUN, _NOUN_OR_SPOKEN, _PAST, _BASE_OR_THIRD = "g?", "N?", "p?", "b?"


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


def tag_opening_verb(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """What such a form is that opens a sentence."""
    if tokens.lowers[at] in index.sets["grammar.supposed"]:
        return "v"  # "Suppose Lima says that", "Let them say that"
    return tag_verb(tokens, tags, index, at, opening=True)


def tag_verb(tokens: Tokens, tags: list[str], index: Index, at: int, *, opening: bool = False) -> str:
    """What a form that some verb has is here."""
    slots = index.verbs[tokens.lowers[at]]
    before, apart = _before_form(tokens, tags, at, slots)
    found = _form(slots, before, apart)
    if found in _SETTLED:
        return found
    return _settled_form(tokens, tags, index, at, (found, before, slots), opening=opening)


def _quantifier_tells(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a clause or infinitive follows an -ing form whose subject is a quantifier: "each insisting that"."""
    before = tokens.lowers[at - 1]
    counted = before in _FLOATING or before in index.sets["grammar.several"]
    return counted and word_after(tokens, at) in _OPENING_COMPLEMENTS


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
    if found == _NOUN_OR_SPOKEN and "n" in slots and tokens.lowers[at - 1] == "as" and word_after(tokens, at) == "by":
        return "d"  # "as noted by Lund"
    if found == _NOUN_OR_SPOKEN:
        if not (_quantifier_speaks if before != "G" else _brand_speaks)(tokens, tags, index, at, slots):
            return "N"
        found = "v" if before in "DG" else _form(slots, before, 1)
    if found == _GERUND_OR_NOUN:
        acts = index.tags.get(word_after(tokens, at)) in _OPENING_OBJECTS or _quantifier_tells(tokens, index, at)
        return "g" if acts else "N"
    if found == _PAST:
        if "n" not in slots:
            return "v"  # "wrote", which is no participle
        described = before in "DS" and (before == "S" or _article_before(tokens, tags, at))
        if described or (before == "v" and _opens_reported(tokens, index, at)):
            return "d"  # "a visibly tired envoy"
        told = _is_told_by(tokens, index, at) or takes_word(tokens, index, at, "by") or _is_by_amount(tokens, at)
        agent = not told if word_after(tokens, at) == "by" else has_agent(tokens, at)
        if agent or (before in "NE" and _is_reduced(tokens, index, at)):
            return "d"
        return _past_after_mark(tokens, tags, index, at, before, opening=opening) if before in ".,;:-q(C" else "v"
    if found == _BASE_OR_THIRD:
        if tokens.lowers[at] in index.sets["titles.modifiers"] and word_after(tokens, at) in index.sets["titles.heads"]:
            return "N"  # ", trade minister of Peru,"
        return "N" if opening else tag_base_or_third(tokens, tags, index, at, before, slots)
    return found


def _opens_reported(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a past form right after a verb of saying opens what is said: "said imported steel was dumped"."""
    forms = index.verb_cues.get(tokens.lowers[at - 1], ())
    if all(form.tail or "bare" not in form.cue.frames for form in forms):
        return False
    noun = at + 1
    for probe in range(noun, min(len(tokens.words), at + _CLAUSE_REACH)):
        found = index.tags.get(tokens.lowers[probe])
        if probe > noun and (found in _AUXILIARIES or tokens.lowers[probe] in index.verbs):
            return True
        if found is not None or not tokens.words[probe][0].islower():
            return False
    return False


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
    if before == "P" and not apart and _is_past(slots) and _goes_with_verb(tokens, tags, at - 1):
        tags[at - 1], before, apart = "A", "N", True  # "those typing it up said"
    past = before == "K" and not apart and _is_past(slots)
    return ("E" if past and _is_year(tokens, at - 1) else before), apart


def _goes_with_verb(tokens: Tokens, tags: list[str], at: int) -> bool:
    """Whether a word such as "up" goes with the verb before a pronoun: "typing it up"."""
    return at > 1 and tokens.lowers[at] in _AFTER_OBJECT and tags[at - 1] == "R" and tags[at - 2] in "vig"


def _is_past(slots: str) -> bool:
    """Whether a form is a past and no base form."""
    return "p" in slots and "b" not in slots


def _is_year(tokens: Tokens, at: int) -> bool:
    """Whether a token is a year after "in"."""
    word = tokens.words[at]
    return len(word) == _YEAR_LENGTH and word.isdigit() and at > 0 and tokens.lowers[at - 1] == "in"


def _quantifier_speaks(tokens: Tokens, tags: list[str], index: Index, at: int, slots: str) -> bool:
    """Whether a quantifier or number is the subject by itself: "few believe that", "three in 10 say the"."""
    if tags[at - 1] != "K" and tokens.lowers[at - 1] not in index.sets["grammar.quantifiers"]:
        return False
    after = word_after(tokens, at)
    return (
        tokens.lowers[at] in index.verb_cues
        and ("b" in slots or "p" in slots or (at > 1 and tokens.lowers[at - 2] == "in"))  # "one in five doubts the"
        and (
            after == "that"
            or index.tags.get(after) in {"D", "S", "R"}
            or (after in _STOPS and at > 1 and tags[at - 2] == ",")  # ", many think."
        )
    )


def _brand_speaks(tokens: Tokens, tags: list[str], index: Index, at: int, slots: str) -> bool:
    """Whether a name in -'s is the subject: "McDonald's said", "Moody's warned that", but not "Lima's stated aim"."""
    after = word_after(tokens, at)
    spoken = tags[at - 2] in "EN" and "p" in slots and "b" not in slots and tokens.lowers[at] in index.verb_cues
    return spoken and (tokens.lowers[at] == "said" or after == "that" or index.tags.get(after) in {"D", "S", "R"})


def _is_told_by(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether "by" tells how somebody spoke or did something: "Lund said by telephone", "replied by suing Lima"."""
    lowers, venues = tokens.lowers, index.sets["grammar.venues"]
    if at + 3 < len(lowers) and "g" in index.verbs.get(lowers[at + 2], ""):  # "replied by suing the mill"
        return index.tags.get(lowers[at + 3]) in {"D", "S", "R"} or tokens.words[at + 3][0].isupper()
    return lowers[at] in index.clausal and not venues.isdisjoint(lowers[at + 2 : at + 4])


def _is_by_amount(tokens: Tokens, at: int) -> bool:
    """Whether "by" tells how much, and names no agent: "dropped by 60 percent", "voted by 60 votes to 40"."""
    number, unit = word_after(tokens, at + 1), word_after(tokens, at + 2)
    return number[0].isdigit() and unit in _AMOUNTS


def _is_reduced(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a past form after a noun is a participle, as a finite verb follows: "people briefed on the plan said"."""
    after = word_after(tokens, at)
    timed = after in index.sets["grammar.time"]
    if speaks_next(tokens, index, at):
        return tokens.lowers[at] not in index.clausal  # "the growers polled said"
    feels = tokens.lowers[at] in index.adjective_cues
    placed = index.tags.get(after) == "P" or (feels and after == "to")  # "mills opposed to the levy"
    if not (placed or timed) or tokens.lowers[at] in index.clausal:
        return False
    if timed and index.tags.get(word_after(tokens, at + 1)) == "R":
        return False  # "the ministry announced Sunday it would go on"
    if takes_word(tokens, index, at, after) and not feels:
        return False  # "the minister brushed off the leaked annex"
    dated = False
    for probe in range(at + 2, min(len(tokens.words) - 1, at + _REDUCED_REACH)):
        lower = tokens.lowers[probe]
        found = index.tags.get(lower)
        named = found == "C" and tokens.words[probe - 1][0].isupper() and tokens.words[probe + 1][:1].isupper()
        if lower in MARKS or lower in _OPENING_CLAUSES or (found in {"C", "W", "U", "H", "T"} and not named):
            return False
        spoken = (
            lower in index.clausal
            and index.verbs.get(lower) != "g"
            and index.tags.get(tokens.lowers[probe - 1]) not in {"D", "S", "P"}
        )
        governs = found is None and not dated and _governs_next(tokens, index, probe)
        if (found in {"M", "B", "V", "O"} or spoken or governs) and tokens.words[probe] == lower:
            return True  # "in May" has no modal.
        dated = dated or is_time(index, lower)  # "fell in the week Lima raised the duty"
    return False


def _governs_next(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a form after a noun is a finite verb, as its object follows: "firms named in the probe | rejected it"."""
    slots = index.verbs.get(tokens.lowers[at], "g")
    if slots == "g" or index.tags.get(tokens.lowers[at - 1]) is not None:
        return False
    after = tokens.words[at + 1]
    if "b" not in slots and "t" not in slots:
        return after[0].isupper() or index.tags.get(after.lower()) in _OPENING_OBJECTS
    return tokens.lowers[at] in index.verb_cues and index.tags.get(after) in _OPENING_OBJECTS


def _past_after_mark(tokens: Tokens, tags: list[str], index: Index, at: int, before: str, *, opening: bool) -> str:
    """A past form after a mark: finite after a closed apposition or a quotation, a participle at a start."""
    if opening:
        return "d"
    if tokens.lowers[at] in index.clausal:
        return "v"  # ", the minister, said in May"
    following = tokens.lowers[at + 1] if at + 1 < len(tokens.words) else ""
    after = tokens.lowers[at + 2] if at + 2 < len(tokens.words) else ""
    timed = following == "on" and after in index.sets["grammar.time"]  # ", the minister, said on Monday"
    taken = takes_word(tokens, index, at, following) or _takes_no_object(index, tokens.lowers[at], following)
    told = before == "," and _closes_quotation(tags, at) and _may_quote(index, tokens.lowers[at])
    if before == "," and not timed and not taken and not told and following in {"by", "in", "on", "at", "from", "with"}:
        return "d"
    if not index.noun_cues.keys().isdisjoint((following, after)) and tokens.lowers[at] in index.light_verbs:
        return "v"  # "faulted the levy and expressed hope that"
    if before == "C" and at > 2 and tags[at - 2] == "N" and tags[at - 3] in "DSA":
        return "d" if _joins_adjective(tokens, index, at, following) else "v"
    return "v"


def _closes_quotation(tags: list[str], at: int) -> bool:
    """Whether a quotation ends with a comma shortly before: "“It hurts,” the minister, Lund, warned in Oslo"."""
    near = tags[max(0, at - _REDUCED_REACH) : at]
    return any(mark == "q" and comma == "," for comma, mark in pairwise(near))


def _may_quote(index: Index, lower: str) -> bool:
    """Whether a form of a verb may follow what it quotes."""
    return any(not form.tail and "quote" in form.cue.frames for form in index.verb_cues.get(lower, ()))


def _joins_adjective(tokens: Tokens, index: Index, at: int, following: str) -> bool:
    """Whether "and" joins a past form to an adjective, with a noun after both: "a cautious and calculated approach".

    What "and" joins to a noun is another predicate: "rejected the claim and urged mills to wait".
    """
    sets, before = index.sets, tokens.lowers[at - 2]
    if not (following.isalpha() and following not in index.tags and following not in {"to", "that"}):
        return False
    if tokens.words[at + 1][0].isupper():
        return False  # "and urged Lima"
    return before in sets["grammar.adjectives"] or before.endswith(tuple(sets["grammar.adjectival_endings"]))


def _takes_no_object(index: Index, lower: str, following: str) -> bool:
    """Whether a form is of cues that a preposition follows and no object, so that it is no passive: "scoffed at"."""
    alone = [form.cue for form in index.verb_cues.get(lower, ()) if not form.tail]
    return any(following in cue.prepositions for cue in alone) and all(
        not frame.startswith(("np", "clause")) for cue in alone for frame in cue.frames
    )


def tag_ing(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """An unknown word in -ing: a noun after what opens a noun phrase, or where it names what is held or written."""
    if at and tags[at - 1] in "DSG":
        return "N"
    return "N" if _names_thing(tokens, tags, index, at) else "g"


def _names_thing(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a word in -ing names what is held, written or levied, or a trade."""
    return (
        tokens.lowers[at] in index.sets["grammar.anythings"]
        or _is_held_or_written(tokens, tags, index, at)
        or _is_shown_among(tokens, tags, index, at)
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
    if governor < 0 or index.tags.get(word_after(tokens, at)) not in _AUXILIARIES:
        return False
    lower = tokens.lowers[governor]
    if tags[governor] == ",":
        return True  # "said, on Friday, that prices had"
    if lower in index.clausal or lower in index.noun_cues or tags[governor] in "ER":
        return True
    return "t" in index.verbs[tokens.lowers[at]] and lower.endswith("s")


def _is_of_trade(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a trade in -ing says what people or bodies are in: "shipping companies", "mining executives"."""
    return tokens.lowers[at] in index.sets["groups.trades"] and word_after(tokens, at) in index.holders


def _modifies_instrument(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a word in -ing is part of an instrument's name: "anti-dumping duties", "countervailing measures"."""
    own = index.terms.at(tokens.lowers, at)
    if own is None or own[1].kind is not MeasureKind.POLICY or own[0] >= len(tokens.words):
        return False
    head = index.terms.at(tokens.lowers, own[0])
    return head is not None and head[1].kind is MeasureKind.POLICY and own[1].role == "modifier"


def _is_shown_among(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a word in -ing is an attitude that a subject meets or gives: "enjoys broad backing among mills"."""
    gained = tags[at - 1] in "vdi" or (tags[at - 1] == "N" and tags[at - 2 : at - 1] in (["v"], ["d"], ["i"]))
    return gained and tokens.lowers[at] in index.noun_cues and word_after(tokens, at) in _ATTITUDE_TO


def _is_held_or_written(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a word in -ing after a noun is one for what is held or written: "a committee hearing", "exit polling"."""
    lower = tokens.lowers[at]
    return (
        (lower in index.sets["grammar.documents"] or lower in index.sets["grammar.venues"])
        and at > 0
        and tags[at - 1] in "NE"
        and index.tags.get(word_after(tokens, at)) not in {"D", "S", "R"}
    )


def tag_ed(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """An unknown word in -ed: finite after a subject, else a participle or an adjective."""
    before, apart = _previous(tokens, tags, at)
    if before in "BV":
        return "d"
    if before in "NE" and not apart and (speaks_next(tokens, index, at) or _is_reduced(tokens, index, at)):
        return "d"  # "the growers polled said", "firms based in Lima oppose it"
    if before in _BEFORE_NOUN and not apart:
        return "N"
    if before == "R" and not apart and _is_object(tokens, tags, index, at - 1):
        return "d"  # "called them unjustified"
    return "v" if before in "RNE" and not has_agent(tokens, at) else "d"


def _is_object(tokens: Tokens, tags: list[str], index: Index, pronoun: int) -> bool:
    """Whether a pronoun is an object, by its form or by a verb before it that judges: "calling it unjustified"."""
    if tokens.lowers[pronoun] in _OBJECT_PRONOUNS:
        return True
    if pronoun == 0 or tags[pronoun - 1] not in "vdig":
        return False
    frames = {frame for form in index.verb_cues.get(tokens.lowers[pronoun - 1], ()) for frame in form.cue.frames}
    return "np_adj" in frames and "bare" not in frames
