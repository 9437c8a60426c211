"""What a form is that is a noun as well ("claims", "demand"): a verb between a subject and an object, or the noun."""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.lookups.index import MARKS, CueForm, Index
from tradebrief.extraction.tagging.verb_neighbours import (
    has_agent,
    is_of_relative,
    is_one,
    is_past_cue,
    of_neighbours,
    word_after,
)
from tradebrief.extraction.tokens import Tokens
from tradebrief.model import MeasureKind

__all__ = ["tag_base_or_third"]

_SUBJECT_REACH = 7
_CLAUSE_REACH = 8
_WHOSE = 5  # Words from "in" to the noun of a body: "in her own finance department".
_QUESTION_REACH = 6
_LONGEST_NAME = 16  # Words.
_ADJECTIVAL = ("ing", "ous", "ful", "ive", "less", "ible", "able", "ical", "ish", "zen", "ent", "ed", "en")
_COPULAR_NOUNS = frozenset({"looks", "turns", "stands", "fall", "falls"})
_STOPS = frozenset({".", ","})
_GERUNDS = frozenset({"being", "having"})
_UNITS = frozenset({"percent", "cent", "point", "points", "dollar", "euro", "day", "week", "month", "year"})
_AFTER_SUBJECT = frozenset("NEKR)")
_BEFORE_RISKING = frozenset("NEKR),A")
_PASSED = frozenset("AX")
_AFTER_WHAT = frozenset({",", "is", "was", "are", "were"})
_PAST_SLOTS = frozenset("pn")
_AFTER_NOUN = frozenset("PCUMBOVX")
_WHERE = frozenset({"in", "at", "from", "across", "around", "along", "near", "outside", "throughout"})
_TRADED = frozenset({MeasureKind.POLICY, MeasureKind.PRODUCT})


def tag_base_or_third(tokens: Tokens, tags: list[str], index: Index, at: int, before: str, slots: str) -> str:
    """A form that is a noun as well ("claims", "demand", "plan"): a verb between a subject and an object."""
    lower, adjacent = tokens.lowers[at], tags[at - 1]
    risky = lower in index.sets["judged.risking"] and before in _BEFORE_RISKING
    settled = (
        "v"  # "the levy risks driving buyers away"
        if risky and _goes_on_doing(tokens, index, at)
        else "d"
        if "n" in slots
        and ((before in "NE" and has_agent(tokens, at)) or (before == "v" and _is_poised(tokens, index, at)))
        else "N"
        if _is_noun_here(tokens, tags, index, at) or _is_plain_noun(tokens, index, at, adjacent, slots)
        else of_neighbours(tokens, index, at, before)
    )
    if settled is not None:
        return settled
    near = tags[max(0, at - _QUESTION_REACH) : at - 1] if before in _AFTER_SUBJECT else ()
    if before == "v" and "t" in slots and tokens.lowers[at - 1] in index.clausal and is_of_relative(tags, at):
        return "v" if _finds_object(tokens, index, at) else "N"
    if (
        (
            before in _AFTER_SUBJECT
            and lower in index.copulas
            and (lower not in _COPULAR_NOUNS or word_after(tokens, at) in index.sets["grammar.poised"])
        )
        or ("b" in slots and ("O" in near or "M" in near) and _is_of_question(tags, at))
        or ("W" in near and _ends_what(tokens, tags, at))
    ):
        return "v"
    if adjacent in "AX" and before in "NER" and "t" in slots:
        return "v"  # "still stands"
    if before in _AFTER_SUBJECT:
        dealt = adjacent == "N" and at > 1 and tags[at - 2] in "vidg" and _is_of_object(tokens, index, at, slots)
        if dealt or (adjacent == "E" and slots == "b" and _is_owned(tags, at - 1)):
            return "N"  # "slapped new sanctions on Lima", "its Bergen plant"
        acting = lower in index.holders and _is_subject(tokens, index, at)  # "millers on Friday again scorned"
        if "t" in slots and (acting or (adjacent == "N" and _is_qualified(tokens, tags, index, at))):
            return "N"  # "his scathing attacks on Lima"
        plural = adjacent == "N" and (
            tokens.lowers[at - 1].endswith("s") or tokens.lowers[at - 1] in index.sets["grammar.plurals"]
        )
        reported = adjacent == "E" and "t" in slots and tags[at - 2] == "H" and word_after(tokens, at) in _STOPS
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
    if before == adjacent == "H" and _are_meant(tokens, tags, index, at - 2):
        return "v" if _finds_object(tokens, index, at) else "N"  # "mills that export salmon", "those that oppose it"
    if before in ",qC" and word_after(tokens, at) != "to" and _speaks_soon(tokens, index, at):
        return "N"  # "..., campaign officials said"
    return "v" if before in ",-qC" and _finds_object(tokens, index, at) else "N"


def _is_poised(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a participle says what somebody is about to do: "looks | set to sign"."""
    lowers = tokens.lowers
    return (
        lowers[at - 1] in index.copulas
        and lowers[at] in index.sets["grammar.poised"]
        and word_after(tokens, at) == "to"
    )


def _goes_on_doing(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether an -ing form with an object follows: "risks | driving buyers away", but "risks facing Lima"."""
    after = word_after(tokens, at)
    known = after in index.verbs or after not in index.tags
    return after.endswith("ing") and known and after not in index.sets["grammar.of_risks"]


def _is_owned(tags: list[str], name: int) -> bool:
    """Whether a name stands after a possessive, so that a noun goes with it: "its Bergen | plant"."""
    lowest = max(0, name - _LONGEST_NAME)
    while name > lowest and tags[name] == "E":
        name -= 1
    return tags[name] == "S"


def _want_next(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a base form follows that is hardly a noun, so that a form in -s is the plural that it agrees with."""
    after = word_after(tokens, at)
    return after in index.sets["grammar.hardly_nouns"] and index.verbs.get(after, "")[:1] == "b"


def _are_people(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a form in -s is a plural of people and what they think follows: "advocates back the levy"."""
    lowers, after = tokens.lowers, at + 1
    if lowers[at] not in index.holders or after + 1 >= len(lowers) or lowers[after] not in index.verb_cues:
        return False
    if not index.verbs.get(lowers[after], "").startswith("b"):
        return False
    return index.tags.get(lowers[after + 1]) in {"D", "S", "R"} or tokens.words[after + 1][0].isupper()


def _is_of_question(tags: list[str], at: int) -> bool:
    """Whether an auxiliary that opens a question stands before a subject: "did Oslo | promise"."""
    subject, lowest = at - 1, max(0, at - _QUESTION_REACH)
    while subject > lowest and tags[subject] in "EDSRANG":
        subject -= 1
    return tags[subject] in "OM" and subject < at - 1 and (subject == 0 or tags[subject - 1] in ".Wq:-")


def _ends_what(tokens: Tokens, tags: list[str], at: int) -> bool:
    """Whether a form ends a clause with "what": "what mills need is", "what the port needs, says Lund, is"."""
    if word_after(tokens, at) not in _AFTER_WHAT:
        return False
    subject, lowest = at - 1, max(0, at - _QUESTION_REACH)
    while subject > lowest and tags[subject] in "EDSRANG":
        subject -= 1
    return tokens.lowers[subject] == "what"


def _ends_reported(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a form ends a clause with "that", or that someone says, without another verb: "said the duties hurt"."""
    lowers, after = tokens.lowers, word_after(tokens, at)
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
    if word_after(tokens, at) == "to" and tokens.lowers[at] in index.sets["grammar.before_to"]:
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
    if tokens.lowers[at] in index.sets["grammar.hardly_nouns"]:
        return False  # "The firm denies it"
    if lower in index.holders and index.tags.get(word_after(tokens, at)) in {"D", "S", "R"}:
        return False  # "The firm cut the price"
    return tags[at - 2] in "PDSG" and lower in index.sets["grammar.adjectives"]  # "wary of higher costs for mills"


def _is_plain_noun(tokens: Tokens, index: Index, at: int, adjacent: str, slots: str) -> bool:
    """Whether a form is a noun by its form and the words around it.

    "Called talk of a ban a joke", "dismissed as unfounded claims that", "the island states want it".
    """
    if "t" not in slots:
        return adjacent == "v" and word_after(tokens, at) == "of"
    if slots == "t" and adjacent in "NE" and (_want_next(tokens, index, at) or _are_people(tokens, index, at)):
        return True
    return adjacent == "N" and tokens.lowers[at - 2 : at - 1] == ["as"] and word_after(tokens, at) == "that"


def _is_document_shown(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a plural for documents stands before what they do, and a mark after that: ", records show,"."""
    lowers, after = tokens.lowers, word_after(tokens, at)
    documents = lowers[at] in index.sets["grammar.documents"] and lowers[at].endswith("s")
    return documents and "b" in index.verbs.get(after, "") and word_after(tokens, at + 1) in _STOPS


def _is_second_adjective(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether "and" joins a form to an adjective, and the noun of both comes after it: "a fair and open market"."""
    after = word_after(tokens, at)
    if at < 3 or tags[at - 2] != "N" or tags[at - 3] not in "DS" or not after.isalpha() or after in index.tags:
        return False
    return (
        tokens.lowers[at - 2] in index.sets["grammar.adjectives"]
        and tokens.lowers[at] in index.sets["grammar.adjectives"]
    )


def _is_instrument(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a form and the word of trade before it are an instrument, as no object of a verb follows."""
    after = word_after(tokens, at)
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
    if known.get(word_after(tokens, at)) not in {"P", "A"}:
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
    return adjective and at > 1 and tags[at - 2] in "DSGP" and index.tags.get(word_after(tokens, at)) == "P"


def _is_of_object(tokens: Tokens, index: Index, at: int, slots: str) -> bool:
    """Whether a form after a verb and one word is the noun of its object: "eased emergency measures"."""
    lowers = tokens.lowers
    if lowers[at - 1] in index.sets["grammar.adjectives"]:
        return True
    speaks = lowers[at - 2] in index.verb_cues
    return (
        "t" in slots
        and not speaks
        and not lowers[at - 1].endswith("s")
        and index.tags.get(word_after(tokens, at)) == "P"
    )


def _closes_attribution(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a verb of saying ends a sentence after a comma and its subject: ", the lawsuit alleges."."""
    after = word_after(tokens, at)
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
    if slots == "b" and (_are_several(tokens, tags, index, subject) or _are_people_of(tokens, tags, index, subject)):
        return True
    named = tags[subject] in "E)"
    one = slots == "b" and is_one(tokens, tags, subject)
    after = word_after(tokens, _past_adverbs(tokens, index, at) - 1)
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


def _are_several(tokens: Tokens, tags: list[str], index: Index, subject: int) -> bool:
    """Whether several are the subject whose last word is singular: "Oslo and Lima back", "firms in the north plead"."""
    at = subject
    while at > max(0, subject - 3) and tags[at] == "E":
        at -= 1
    if at == subject and tokens.lowers[at - 1] == "the" and tags[at - 2] == "P" and at > 2:
        told = at > 3 and tags[at - 4] in "vdgi"  # "showed mills in the north demand figures"
        several = tags[at - 3] == "N" and tokens.lowers[at - 3].endswith("s") and not told
        return several and tokens.lowers[at - 2] in _WHERE and not tokens.lowers[at].endswith(("s", *_ADJECTIVAL))
    if at in {subject, 0}:
        return False
    if tags[at] == "C" and tokens.lowers[at] == "and":
        return tags[at - 1] in "EN"
    plural = _are_meant(tokens, tags, index, at - 1)
    return tags[at] == "P" and plural and tokens.lowers[at] in {"in", "from", "of", "at"}


def _are_meant(tokens: Tokens, tags: list[str], index: Index, at: int) -> bool:
    """Whether a word is a plural, or means several by itself: "mills", "many"."""
    lower = tokens.lowers[at]
    return (lower.endswith("s") and tags[at] == "N") or lower in index.sets["grammar.several"]


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
    after = word_after(tokens, following - 1)
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
    if after in _GERUNDS:
        return True  # "mills dread being fined"
    if after in {"to", "that"} or found in {"D", "S", "R", "W", "P", "K"}:
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
