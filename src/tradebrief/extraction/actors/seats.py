"""Whether the name of a capital, a house or a state means who governs there, or the mere place."""

from __future__ import annotations

from tradebrief.extraction.lookups.identity_words import identity_words_of
from tradebrief.extraction.lookups.index import NameForm
from tradebrief.extraction.lookups.kinds import BLOC, COUNTRY, DEMONYM, METONYM, NAME, SUBNATIONAL
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ClaimKind

__all__ = ["may_stand"]

_MOST_NOUNS = 3
_LONGEST_ASIDE = 7
_LONGEST_CLAUSE = 20
_FEELING_REACH = 4
_SHORTEST_STRETCH = 3  # "from Lima to"
_JOINING = frozenset({"and", "or", "nor", "but", "&"})
_TOWARD = frozenset(
    {
        "to",
        "from",
        "for",
        "toward",
        "towards",
        "of",
        "into",
        "off",
        "leaving",
        "left",
        "leave",
        "reach",
        "reached",
    }
)


def may_stand(analysis: Analysis, at: int, end: int, known: NameForm) -> bool:
    """Whether a name means its actor here: a seat or a state only where it speaks or acts, not where things happen."""
    if analysis.tags[end : end + 1] == [","] and known.form is not DEMONYM and _is_address(analysis, end, known):
        return False  # "London, Ontario, wants a mill."
    if known.form is METONYM:
        if known.weak and known.entry.kind is BLOC:
            return _is_power(analysis, at, end)
        return _is_seat_of_power(analysis, at, end, weak=known.weak)
    if known.entry.kind is SUBNATIONAL and known.form is NAME:
        if _governor(analysis, at) in analysis.index.sets["grammar.place_prepositions"]:
            return False  # "growers in Alberta said"
        if _acts(analysis, end) or _has_office(analysis, end):
            return True
        return _acts_after_aside(analysis, at, end) or _acts_with_another(analysis, at, end)
    return True


def _is_power(analysis: Analysis, at: int, end: int) -> bool:
    """Whether a continent means the bloc that is called so: "ships it to Europe", but not "in Europe and Asia"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if end in analysis.capitals and end not in analysis.walls:
        return False  # "Europe Minister"
    before = lowers[at - 1] if at and at not in analysis.walls else ""
    if before in sets["grammar.place_prepositions"] or before in _JOINING or tags[at - 1 : at] == ["E"]:
        return False
    return lowers[end : end + 1] == [] or lowers[end] not in _JOINING or end + 1 not in analysis.capitals


def _is_address(analysis: Analysis, comma: int, known: NameForm) -> bool:
    """Whether a name after a comma says where a town lies that is called as a seat or a country is: "Lima, Ohio,".

    A further name, or "and", makes a list of the two: "Ottawa, Ontario and Quebec".
    """
    entry, tokens = known.entry, analysis.tokens
    if comma + 1 not in analysis.capitals or comma in analysis.walls or entry.kind is SUBNATIONAL:
        return False
    listed = analysis.index.names.at(tokens.words, comma + 1)
    if listed is None or listed[1].form is not NAME:
        return False
    end, around = listed[0], listed[1].entry
    state = around.kind is SUBNATIONAL and (known.form is METONYM or around.country != entry.country)
    if not state and not (around.kind is COUNTRY and known.form is METONYM):
        return False
    closing = analysis.tags[end] if end < len(analysis.tags) else "."
    if closing == ",":
        return end + 1 < len(tokens) and end + 1 not in analysis.capitals and tokens.lowers[end + 1] not in _JOINING
    return closing in ".;:" or (state and closing in "vBV")


def _governor(analysis: Analysis, first: int) -> str:
    """The word before a name, or before those to which "and" joins it: "in" of "in Oslo and Lima"."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, first - 1
    if at > 0 and lowers[at] == "and" and tags[at - 1] == "E":
        at -= 1
        while at >= 0 and tags[at] == "E":
            at -= 1
            if at > 0 and tags[at] == "," and tags[at - 1] == "E":
                at -= 1  # "condemned by Lima, Quito and Oslo"
    return lowers[at] if at >= 0 else ""


def _has_office(analysis: Analysis, end: int) -> bool:
    """Whether an office of a state follows its name: "Quebec Premier Ana Roy", "Iowa's agriculture secretary"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    words = identity_words_of(analysis.lexicon)
    end += tags[end : end + 1] == ["G"]
    for at in range(end, min(len(tags), end + _MOST_NOUNS)):
        if lowers[at] in words.state_offices or lowers[at] in words.provincial_offices:
            return lowers[at] not in analysis.index.sets["groups.heads"]  # "Texas senators" are one mention.
        if at in analysis.walls or tags[at] not in "NE":
            return False
    return False


def _acts(analysis: Analysis, end: int) -> bool:
    """Whether a finite verb follows."""
    tags = analysis.tags
    while end < len(tags) and tags[end] == "A":
        end += 1
    return end < len(tags) and tags[end] in "vMBVO"


def _acts_after_aside(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a name acts after an aside or clause: "Alberta, by contrast, wants", but not "Calgary, Alberta, said".

    An article opens an aside where the name begins the sentence: "Alberta, the top oil province, wants".
    """
    tags = analysis.tags
    openers = "APD" if first in analysis.walls else "AP"
    if tags[end : end + 1] != [","] or end + 1 >= len(tags):
        return False
    whose = analysis.tokens.lowers[end + 1] in {"whose", "which"}
    if not whose and tags[end + 1] not in openers:
        return False
    if first and first not in analysis.walls and tags[first - 1] in ",P":
        return False
    closing = analysis.tagged.find(",", end + 2, end + _LONGEST_ASIDE)
    while whose and closing > 0 and not _acts(analysis, closing + 1):  # "Alberta, whose premier, Ana Ruiz, left, wants"
        closing = analysis.tagged.find(",", closing + 1, end + _LONGEST_CLAUSE)
    return closing > 0 and _acts(analysis, closing + 1)


def _acts_with_another(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a name is the first of two who act: "Alberta and Ontario want", but not "mills of"."""
    tags, at = analysis.tags, end + 1
    if analysis.tokens.lowers[end : end + 1] != ["and"] or (
        first and first not in analysis.walls and tags[first - 1] in "P,D"
    ):
        return False
    while at < len(tags) and tags[at] == "E" and at not in analysis.walls:
        at += 1
    return at > end + 1 and _acts(analysis, at)


def _is_seat_of_power(analysis: Analysis, first: int, end: int, *, weak: bool) -> bool:
    """Whether a capital stands for its government.

    It does not after "in" (but for what is felt there) or "at", after words of motion or transport with "to" or "from",
    before what a town has ("shares", "traders", "'s streets") or after it ("the streets of"), or between commas as part
    of an address. A weak seat must be a subject.
    """
    tags, lowers, words = analysis.tags, analysis.tokens.lowers, analysis.tokens.words
    sets = analysis.index.sets
    following = tags[end] if end < len(tags) else "."
    if weak and following not in "vMBVO":
        return False
    if following == "G" and lowers[end + 1 : end + 2] and lowers[end + 1] in analysis.index.noun_cues:
        return True  # "in Oslo's view"
    if following == "N" and _is_of_town(analysis, end):
        return False
    if following == "G" and end + 1 < len(words) and _owns_in_town(analysis, end + 1):
        return False
    if any(word.isupper() for word in words[first + 1 : end]):
        return False  # "Washington, D.C."
    before = lowers[first - 1] if first else ""
    if before == "of" and first > 1 and lowers[first - 2] in sets["groups.town_owned"]:
        return False
    before = _governor(analysis, first)
    if before == "between" and not sets["grammar.transport"].isdisjoint(lowers[max(0, first - 5) : first]):
        return False
    if before in sets["grammar.place_prepositions"] or _is_end_of_stretch(analysis, first, end):
        return _is_felt_there(analysis, first - 1)
    if before in _TOWARD:
        near = lowers[max(0, first - 6) : first]
        if not sets["grammar.transport"].isdisjoint(near):
            return False
        if any(word in sets["grammar.motion"] for word in near):
            return any(word in sets["grammar.speech_nouns"] for word in lowers[max(0, first - 3) : first])
    if before == "," and following in ",.":
        return False
    return not (before in sets["grammar.motion"] and before not in {"back", "talks", "round"})


def _is_felt_there(analysis: Analysis, at: int) -> bool:
    """Whether "in" follows what somebody thinks or feels: "unease in Oslo", "hopes of a deal are fading in Oslo".

    Those who feel it are not the town's but those who sit there; not so with what a crowd shows ("protests in Oslo").
    """
    lowers = analysis.tokens.lowers
    if not at or lowers[at] != "in" or at in analysis.walls:
        return False
    if _is_feeling(analysis, at - 1):
        return True
    floor, _ = analysis.reach(at)
    if lowers[at - 1] not in analysis.index.prevailing and lowers[at - 2] not in analysis.index.prevailing:
        return False
    return any(_is_feeling(analysis, noun) for noun in range(floor, min(at, floor + _FEELING_REACH)))


def _is_feeling(analysis: Analysis, at: int) -> bool:
    """Whether a word is a noun of belief or feeling for or against something, or one for a side."""
    word, index = analysis.tokens.lowers[at], analysis.index
    if word in index.sets["grammar.sides_felt"]:
        return True
    return any(
        form.cue.kind is ClaimKind.BELIEF and not form.cue.agent and (form.cue.polarity or form.cue.outlook)
        for form in index.noun_cues.get(word, ())
        if not form.tail
    )


def _is_end_of_stretch(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a name is either end of a stretch from one town to another: "from Lima to Oslo"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if lowers[first - 1 : first] == ["from"] and lowers[end : end + 1] == ["to"]:
        return end + 1 in analysis.capitals
    if lowers[first - 1 : first] != ["to"] or first < _SHORTEST_STRETCH or tags[first - 2] != "E":
        return False
    at = first - 2
    while at > 0 and tags[at] == "E":
        at -= 1
    return lowers[at] == "from"


def _owns_in_town(analysis: Analysis, at: int) -> bool:
    """Whether a town owns what begins at a token: a name ("Oslo's Bourse"), if not in a title, or a town's things."""
    capital = analysis.tokens.words[at][0].isupper() and not analysis.in_title(at)
    return capital or _owns_as_town(analysis, at)


def _owns_as_town(analysis: Analysis, at: int) -> bool:
    """Whether what a name owns is a town's and nobody else's: "streets", "financial district"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    end = at
    while end < min(len(tags), at + _MOST_NOUNS) and tags[end] in "NAdg" and end not in analysis.walls:
        end += 1
    return end > at and lowers[end - 1] in analysis.index.sets["groups.town_owned"]


def _is_of_town(analysis: Analysis, at: int) -> bool:
    """Whether the noun that a name modifies is a town's rather than its government's: "shares", "copper prices"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    end = at + 1
    while end < min(len(tags), at + _MOST_NOUNS) and tags[end] == "N" and end not in analysis.walls:
        end += 1
    return not analysis.index.sets["groups.town_nouns"].isdisjoint(lowers[at:end])
