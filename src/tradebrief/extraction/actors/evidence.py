"""What an unknown name names: what its own words and the words around it tell at one place.

Each place where a name stands may give a piece of evidence: a person's, a body's or a place's name, or none of
these, and how strongly. The name is what most strong evidence of the text says it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.actors.bodily import shows_body
from tradebrief.extraction.actors.described import apposition, holds_office, is_described, is_of_office
from tradebrief.extraction.actors.speaking import acts, has_view, speaks
from tradebrief.extraction.lookups.kinds import COUNTRY, NAME, ORGANIZATION, SUBNATIONAL
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.name_shapes import (
    LONGEST_PERSON,
    LONGEST_PREFIX,
    Evidence,
    NameKind,
    Strength,
    is_acronym,
    is_body,
    is_joined,
    is_of_place,
    is_plain,
    looks_like_person,
    may_be_person,
)

__all__ = ["COMPANY", "TITLED", "evidence_of"]

_APPOSITION = 9
_LONGEST_OFFICE = 4
_SHARED = frozenset({"in", "of"})
_NOT_BEFORE_PERSON = frozenset({"the", "at", "on", "to", "from"})
_PERSON, _BODY, _PLACE, _OTHER = NameKind  # Looking one up on its class takes long, and is done often.
_WEAK, _FAIR, _STRONG, _SURE = Strength
TITLED = Evidence(_PERSON, _SURE, "actor.titled")
_OFFICER = Evidence(_PERSON, _STRONG, "actor.described")
COMPANY = Evidence(_BODY, _SURE, "actor.described")
_KEEPER = Evidence(_BODY, _STRONG, "actor.described")
_SPEAKER = Evidence(_BODY, _WEAK, "actor.speaker")
_CAMPAIGNER = Evidence(_PERSON, _WEAK, "actor.owner")
_DESCRIBED = Evidence(_PERSON, _WEAK, "actor.personal")
_HIMSELF = Evidence(_PERSON, _FAIR, "actor.personal")
_NAMED = Evidence(_PERSON, _STRONG, "actor.given-name")
_ITS = frozenset({"it", "its"})
_SURNAME = Evidence(_PERSON, _FAIR, "actor.surname")
_AFTER_SURNAME = frozenset("GvMBVOA")
_VIEW_REACH = 8
_CITED = frozenset({"et", "(", ","})  # What stands after the name of a work's author.
_REFLEXIVES = frozenset({"himself", "herself"})


def evidence_of(analysis: Analysis, words: NameWords, first: int, end: int, *, titled: bool) -> Evidence | None:
    """What one place where a name stands tells."""
    if titled:
        return TITLED
    tags, tokens = analysis.tags, analysis.tokens
    if _signs(analysis, words, first, end):
        return _NAMED
    after = tags[end] if end < len(tags) else ""
    if (after == "," and _ranks(analysis, end)) or (
        first
        and tags[first - 1] == "N"
        and _is_introduced(analysis, first)
        and not looks_like_person(words, tokens.words[first:end])
    ):
        return COMPANY
    if shows_body(analysis, first, end, words.owned) and not looks_like_person(words, tokens.words[first:end]):
        return _KEEPER
    if end - first > 1:
        found = _from_words(analysis, words, first, end)
    elif after == "," and holds_office(analysis, end):
        return _OFFICER
    else:
        found = _from_single(analysis, words, first)
        direct = after and after != "," and tags[first - 1 : first] not in (["P"], ["D"])
        if found is not None and found.kind is _PLACE and direct and speaks(analysis, end):
            return _SPEAKER  # Towns do not speak: a namesake, or whoever is called after one.
    return found or _from_neighbours(analysis, words, first, end)


def _signs(analysis: Analysis, words: NameWords, first: int, end: int) -> bool:
    """Whether a name is all that follows "By" in a line: a writer's, unless its words are a body's."""
    if analysis.tokens.lowers[first - 1 : first] != ["by"] or first - 1 not in analysis.block_starts:
        return False
    if end < len(analysis.tags) and end not in analysis.block_starts and analysis.tokens.lowers[end] != "and":
        return False
    written = analysis.tokens.words[first:end]
    return 2 <= len(written) <= LONGEST_PERSON and is_plain(written) and not is_body(words, written)


def _is_introduced(analysis: Analysis, first: int) -> bool:
    """Whether the noun right before a name says that it is a body's: "the farm lobby Ode", "retailer Pond Foods"."""
    if first in analysis.walls:
        return False
    noun, sets = analysis.tokens.lowers[first - 1], analysis.index.sets
    return noun in sets["groups.introducing"] and analysis.tokens.words[first - 1] == noun


def _ranks(analysis: Analysis, end: int) -> bool:
    """Whether an apposition after a name ranks it as a body: "Ode, the largest exporter", "Ode, the biggest of all"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if end + 2 >= len(tags) or tags[end + 1] not in "DSE" or end in analysis.walls:
        return False
    for at in range(end + 1, min(len(tags) - 1, end + _APPOSITION)):
        if lowers[at] in sets["groups.ranks"] or lowers[at].endswith(("-largest", "-biggest")):
            rest = range(at + 1, min(len(tags), at + _VIEW_REACH))
            noun = next((probe for probe in rest if tags[probe] not in "NAdhE"), len(tags)) - 1
            return lowers[at + 1] == "of" or lowers[noun] in sets["groups.introducing"]
        if tags[at] not in "DSENGKAhd":
            return False
    return False


def _from_words(analysis: Analysis, words: NameWords, first: int, end: int) -> Evidence | None:
    """What the words of a name tell by themselves."""
    written = analysis.tokens.words[first:end]
    last = written[-1]
    pair = len(written) == 2
    shared = pair and last in words.shared_surnames and words.is_given(written[0])
    if shared and (shown := _shown_person(analysis, words, first, end)):
        return shown
    family = written[0] in words.no_names and written[0] in words.family_first and speaks(analysis, end)
    if last in words.event_heads or (written[0] in words.no_names and not family):
        return Evidence(_OTHER, _STRONG, "name.event")  # "Moon Mission", but not "Moon Jae-in said"
    if is_body(words, written) or _is_branch(analysis, words, first, end):
        return Evidence(_BODY, _STRONG, "actor.body")
    before = analysis.tokens.lowers[first - 1] if first else ""
    if (last in words.goods_heads and not words.is_surname(last)) or _is_held(analysis, words, first):
        return Evidence(_BODY, _STRONG, "actor.body")  # "Ashley Furniture", "shares in Ana Pond"
    if pair and written[0] in words.given and before not in _NOT_BEFORE_PERSON and before not in words.locatives:
        return Evidence(_PERSON, _STRONG, "actor.given-name")  # "Ana Pond", if not "in Ana Pond"
    if last in words.place_heads or written[0] in words.place_openers or is_of_place(words, written):
        return Evidence(_PLACE, _STRONG, "place.head")
    if (found := words.places.at(written, 0)) is not None and found[0] == len(written):
        return Evidence(_PLACE, _STRONG, "place.known")
    if looks_like_person(words, written):
        return Evidence(_PERSON, _STRONG, "actor.given-name")
    if written[0] in words.directions and last in words.goods_heads:
        return Evidence(_BODY, _FAIR, "actor.body")  # "Southern Milk"
    if written[0] in words.directions and pair:
        return Evidence(_PLACE, _FAIR, "place.head")
    if may_be_person(words, written):
        return Evidence(_PERSON, _FAIR, "actor.given-name")
    named = before != "the" and len(written) <= LONGEST_PERSON and words.is_surname(last) and is_plain(written)
    return Evidence(_PERSON, _FAIR, "actor.surname") if named else None


def _shown_person(analysis: Analysis, words: NameWords, first: int, end: int) -> Evidence | None:
    """What shows that a given name and a word that heads other names are a person's: "Mark Mills said", no "its" near.

    An apposition may tell a person's or a body's: "Joan Wheat, a grower,", "Mark Mills, a company".
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if first and lowers[first - 1] == "the":
        return None
    if tags[end : end + 1] == [","]:
        told = apposition(analysis, first, end)
        if told is not None:
            return _NAMED if told.kind is _PERSON else COMPANY
    given = analysis.tokens.words[first]
    if given in analysis.index.names or words.places.alone(given) is not None:
        return None  # "Georgia Mills", "Charlotte Mills": as well a firm's.
    cited = first > 1 and lowers[first - 2 : first] == ["according", "to"]
    inverted = first > 0 and tags[first - 1] == "v" and lowers[first - 1] in analysis.index.verb_cues
    if not (cited or inverted or speaks(analysis, end)):
        return None
    return None if not _ITS.isdisjoint(lowers[end : end + _VIEW_REACH]) else _NAMED


def _is_held(analysis: Analysis, words: NameWords, first: int) -> bool:
    """Whether a name is that of a company, as one holds shares of it."""
    lowers = analysis.tokens.lowers
    return first > 1 and lowers[first - 1] in _SHARED and lowers[first - 2] in words.held


def _is_branch(analysis: Analysis, words: NameWords, first: int, end: int) -> bool:
    """Whether a name is a known company's with the place where it does business: "Walmart de Mexico"."""
    known = analysis.index.names.at(analysis.tokens.words, first)
    if known is None or known[0] >= end or known[1].weak or known[1].entry.kind is not ORGANIZATION:
        return False
    return any(_is_place(analysis, words, at) for at in range(known[0], end))


def _from_single(analysis: Analysis, words: NameWords, at: int) -> Evidence | None:
    """What a single word tells."""
    word = analysis.tokens.words[at]
    if word in words.no_names:
        return Evidence(_OTHER, _STRONG, "name.other")
    if (place := words.places.alone(word)) is not None:
        return Evidence(_PLACE, _WEAK if place.ambiguous else _FAIR, "place.known")
    if word in words.given:
        return Evidence(_PERSON, _FAIR, "actor.given-name")
    if len(word) > LONGEST_PREFIX and is_joined(word):
        return Evidence(_BODY, _FAIR, "actor.body")
    return None


def _from_neighbours(analysis: Analysis, words: NameWords, first: int, end: int) -> Evidence | None:
    """What the words around a name tell, the surest signs first."""
    apart = analysis.tags[end : end + 1] == [","]
    found = (
        _term(analysis, words, first, end)
        or (apart and apposition(analysis, first, end))
        or _locative(analysis, words, first, end)
        or _employer(analysis, words, first, end)
        or _owner(analysis, words, first, end)
        or _actor(analysis, words, first, end)
    )
    if found:
        return found
    before = analysis.tokens.lowers[first - 1] if first else ""
    if end - first == 1 and before != "the" and words.is_surname(analysis.tokens.words[first]):
        return Evidence(_PERSON, _WEAK, "actor.surname")
    return None


def _term(analysis: Analysis, words: NameWords, first: int, end: int) -> Evidence | None:
    """Signs of what is no actor: the author of a work that is cited, a language, an acronym that stands for a term."""
    lowers = analysis.tokens.lowers
    after = lowers[end] if end < len(lowers) else ""
    if after in _CITED and _is_cited(lowers, end):
        return Evidence(_PERSON, _FAIR, "actor.cited")
    if after == "'s" and lowers[end + 1 : end + 2] in (["day"], ["eve"]):
        return Evidence(_OTHER, _FAIR, "name.other")  # "Mother's Day"
    if after in words.tongues:
        return Evidence(_OTHER, _FAIR, "name.other")
    if end - first == 1 and is_acronym(analysis.tokens.words[first]):
        return _from_acronym(analysis, words, first)
    return None


def _locative(analysis: Analysis, words: NameWords, first: int, end: int) -> Evidence | None:
    """Signs of a place: what lies in it, what it lies in, and how one gets there."""
    lowers = analysis.tokens.lowers
    at = first - 1 - (first > 1 and lowers[first - 1] == "the")  # "across the Tasman"
    before = lowers[at] if at >= 0 else ""
    if before == "of" and at > 0 and lowers[at - 1] in words.settlements:
        return Evidence(_PLACE, _STRONG, "place.head")  # "the village of Ode"
    if end < len(lowers) and lowers[end] == "," and before not in {"and", ","} and _is_place(analysis, words, end + 1):
        return Evidence(_PLACE, _STRONG, "place.within")
    if at > 0 and _is_site(analysis, words, first, end):
        return Evidence(_PLACE, _FAIR, "place.locative")
    if before in words.locatives and not (end - first == 1 and lowers[first].endswith(words.common_endings)):
        return Evidence(_PLACE, _FAIR, "place.locative")
    if before in {"to", "from"} and not analysis.index.sets["grammar.motion"].isdisjoint(
        lowers[max(0, first - 5) : first]
    ):
        return Evidence(_PLACE, _FAIR, "place.locative")
    return None


def _is_site(analysis: Analysis, words: NameWords, first: int, end: int) -> bool:
    """Whether a name tells where works are, or is a town's: "mills at Ode", "its Ode plant", "towns like Ode"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if lowers[first - 1] == "at":
        return lowers[first - 2] in words.sites or (
            tags[end : end + 1] == [","] and lowers[end + 1 : end + 2] == ["where"]
        )
    if lowers[first - 1] in {"like", "as"}:
        return lowers[first - 2 - (lowers[first - 2] == "such")] in words.kinds_of_places
    return tags[first - 1] in "SG" and lowers[end : end + 1] != [] and lowers[end] in words.sites


def _employer(analysis: Analysis, words: NameWords, first: int, end: int) -> Evidence | None:
    """A name after "at", or after a person's name and "of"."""
    lowers = analysis.tokens.lowers
    before = lowers[first - 1] if first else ""
    named = first > 1 and analysis.tags[first - 2] == "E" and before in {"of", "with", "at"}
    if named and end - first > 1 and not looks_like_person(words, analysis.tokens.words[first:end]):
        return Evidence(_BODY, _FAIR, "actor.located")
    return Evidence(_BODY, _WEAK, "actor.located") if before == "at" else None


def _owner(analysis: Analysis, words: NameWords, first: int, end: int) -> Evidence | None:
    """A name that owns what bodies own, or has the article of a body's name."""
    lowers, size = analysis.tokens.lowers, end - first
    if end + 1 < len(lowers) and lowers[end] == "'s" and lowers[end + 1] in words.owned:
        return Evidence(_BODY, _FAIR, "actor.owner")
    if lowers[first] not in analysis.index.sets["titles.modifiers"] and _has_officer(analysis, words, end):
        return Evidence(_BODY, _FAIR, "actor.owner")  # "Ode president Ana Ruiz"
    if not first or lowers[first - 1] != "the":
        return None
    if size == 1 and lowers[first] in analysis.index.sets["groups.collective_heads"]:
        return Evidence(_BODY, _FAIR, "actor.short-body")
    if size > 1 and _is_place(analysis, words, first):
        return Evidence(_BODY, _FAIR, "actor.located")  # "the Oslo Red Caps"
    return None


def _has_officer(analysis: Analysis, words: NameWords, end: int) -> bool:
    """Whether an office that bodies have and its holder's name follow at once."""
    lowers, written, at = analysis.tokens.lowers, analysis.tokens.words, end
    limit = min(len(lowers) - 1, end + _LONGEST_OFFICE)
    while at < limit and lowers[at] in analysis.index.sets["titles.modifiers"] and written[at][0].islower():
        at += 1
    return at < limit and at not in analysis.walls and lowers[at] in words.officers and written[at + 1][0].isupper()


def _actor(analysis: Analysis, words: NameWords, first: int, end: int) -> Evidence | None:
    """A name that acts or speaks: several words are taken for a person's, a single one for a body's.

    A person whose surname stands alone has a full name somewhere, or a surname that is known for one.
    """
    size, written = end - first, analysis.tokens.words[first:end]
    before = analysis.tokens.lowers[first - 1] if first else ""
    speaker = analysis.tokens.lowers[end] if size == 1 and end < len(analysis.tags) else ""
    if before == "the" and speaker in analysis.index.sets["control.mouthpieces"] and end not in analysis.walls:
        surname = words.is_surname(written[0])  # "the Lund campaign", "the Lund team"
        return _SURNAME if surname else _CAMPAIGNER if speaker in {"campaign", "camp"} else None
    if before in {"the", "that"}:
        alone = size == 1 and analysis.tokens.lowers[end : end + 1] != ["of"]
        return Evidence(_BODY, _WEAK, "actor.article") if alone and acts(analysis, first, end) else None
    if 2 <= size <= 4 and before not in {"a", "an"} and is_plain(written) and acts(analysis, first, end):
        if not words.goods_heads.isdisjoint((written[0], written[-1])) and not words.is_given(written[0]):
            return Evidence(_BODY, _FAIR, "actor.body")  # "Ode Copper said"
        if _is_place(analysis, words, first):
            return Evidence(_BODY, _WEAK, "actor.body")  # "Peru Ode said"
        return Evidence(_PERSON, _WEAK, "actor.full-name")
    if size == 1 and analysis.tags[first] in "EN":
        lower = analysis.tokens.lowers[first]
        common = lower in analysis.index.verbs or analysis.index.terms.at(analysis.tokens.lowers, first) is not None
        surname = words.is_surname(written[0]) and not (common and first in analysis.walls)
        if analysis.tokens.lowers[end : end + 1] and analysis.tokens.lowers[end] in _REFLEXIVES:
            return _HIMSELF
        aside = analysis.tags[end : end + 1] == [","] and is_of_office(analysis, first)
        if not aside and (speaks(analysis, end) or has_view(analysis, end)):
            named = surname or written[0] in words.family_first or written[0] in words.doubtful
            return _SURNAME if named else _SPEAKER  # "Kim said"
        if is_described(analysis, first, end):
            return _SURNAME if surname else _DESCRIBED
        if (
            surname
            and end not in analysis.walls
            and analysis.tags[end : end + 1]
            and analysis.tags[end] in _AFTER_SURNAME
        ):
            return _SURNAME
    return None


def _is_cited(lowers: Sequence[str], end: int) -> bool:
    """Whether a name is an author's: "Lund et al.", "Lund (2014)", "(Lund, 2014)"."""
    if end + 2 >= len(lowers):
        return False
    if lowers[end] == "et" and lowers[end + 1] == "al":
        return True
    return (
        lowers[end] in {"(", ","}
        and lowers[end + 1].isdigit()
        and len(lowers[end + 1]) == 4
        and lowers[end + 2] in {")", ";", ","}
    )


def _from_acronym(analysis: Analysis, words: NameWords, at: int) -> Evidence | None:
    """What an acronym's place tells: what stands before the brackets that introduce it, or whether it acts.

    Amounts ("25 DKK") and terms ("a light-emitting diode (LED)") are no names.
    """
    tags, tokens = analysis.tags, analysis.tokens
    before, after = tags[at - 1] if at else ".", tags[at + 1] if at + 1 < len(tags) else "."
    if before == "K" or after == "K":
        return Evidence(_OTHER, _STRONG, "name.other")
    if _has_officer(analysis, words, at + 1):
        return Evidence(_BODY, _FAIR, "actor.acronym")
    if before == "(" and after == ")" and at > 1:
        if tokens.words[at - 2][0].islower():
            return Evidence(_OTHER, _STRONG, "name.other")
        placed = at > 3 and tokens.lowers[at - 3] == "in"  # "Garment Association in Fiji (GAIF)"
        if tokens.words[at - 4 if placed else at - 2] in words.body_heads:
            return Evidence(_BODY, _STRONG, "actor.acronym")
    owner = after == "G" and at + 2 < len(tags) and tokens.lowers[at + 2] in words.owned
    if owner or speaks(analysis, at + 1) or (at and tokens.lowers[at - 1] == "at"):
        return Evidence(_BODY, _FAIR, "actor.acronym")
    return None


def _is_place(analysis: Analysis, words: NameWords, at: int) -> bool:
    """Whether a known place, state or country stands at a token."""
    if at >= len(analysis.tokens.words) or not analysis.tokens.words[at][0].isupper():
        return False
    known = analysis.index.names.at(analysis.tokens.words, at)
    if known is not None:
        return known[1].entry.kind in (COUNTRY, SUBNATIONAL) and known[1].form is NAME
    return words.places.at(analysis.tokens.words, at) is not None
