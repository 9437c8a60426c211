"""Where actors are described by common nouns: groups, bodies, offices, unnamed people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from tradebrief.extraction.actors.acting import Part, is_sided_with, part_of
from tradebrief.extraction.actors.appositions import Names, name_after, name_before, name_said_to_be
from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.extents import Extent, read_extent
from tradebrief.extraction.actors.portions import find_portion
from tradebrief.extraction.grammar.phrases_before import THEREABOUTS
from tradebrief.extraction.lookups.kinds import (
    ANONYMOUS,
    BLOC,
    COUNTRY,
    GOVERNMENT,
    GROUP,
    NAME,
    ORGANIZATION,
    PERSON,
    ROLE,
)
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorKind

__all__ = ["COUNTERPART", "find_descriptions"]

COUNTERPART = "counterpart"  # Whose counterpart somebody is tells of more than an office of his or hers.

_NONE, _DOES, _MEETS, _SPEAKS = Part
_INDEFINITE = frozenset({"a", "an", "one", "another", "some"})
_NOBODY = frozenset({"no", "any", "every", "each", "few", "neither", "either", "whichever", "what"})
_BODIES = {  # The kinds of bodies by the lists of their nouns.
    "groups.government_heads": GOVERNMENT,
    "groups.bloc_heads": BLOC,
    "groups.country_heads": COUNTRY,
    "groups.camp_heads": GROUP,
}
_EVERYONE = frozenset({"all", "every", "each"})
_BOTH = frozenset({"both", "these", "those", "two", "the two"})
_WHOLE = frozenset({"the", "all", "all the"})
_ADJECTIVES = ("ible", "able", "ous", "ful", "less")
_COUNTS = frozenset({"three", "four", "five", "six"})


@frozen(kw_only=True)
class _Reading:
    """What a description is read with.

    Attributes:
        analysis: The text.
        lowers: Its words in lower case.
        sets: The word lists of its lexicon.
        names: Its names.
        seen: Head nouns of the descriptions before.
    """

    analysis: Analysis
    lowers: Sequence[str]
    sets: Mapping[str, frozenset[str]]
    names: Names
    seen: set[str]


def find_descriptions(
    analysis: Analysis, names: Names, taken: set[int], crowded: Sequence[bool]
) -> Iterator[Candidate]:
    """Groups, bodies and unnamed people described by common nouns."""
    titled = {at for found in names.ending.values() if found.title for at in range(*found.title)}
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    reading = _Reading(analysis=analysis, lowers=lowers, sets=sets, names=names, seen=set())
    portions, gatherings = sets["groups.portions"], sets["groups.gatherings"]
    gathered = 0
    for at in analysis.describing:
        if at < gathered or at in taken or (at in titled and lowers[at] != COUNTERPART) or crowded[at]:
            continue
        if lowers[at] in portions:
            found = find_portion(analysis, at)
        elif _is_noun(analysis, at) and not _goes_on(reading, at):
            found = _describe(reading, at)
        else:
            continue
        if found is not None:
            reading.seen.add(found.head)
            if found.head in gatherings:  # "a group of growers": the growers are the group.
                gathered = found.end
            yield found


def _is_noun(analysis: Analysis, at: int) -> bool:
    """Whether a head noun is one here; "side" after a name is taken for a verb too readily."""
    tags = analysis.tags
    return tags[at] in "NE" or (tags[at] == "v" and tags[at - 1 : at] == ["E"] and analysis.tokens.lowers[at] == "side")


def _goes_on(reading: _Reading, head: int) -> bool:
    """Whether a noun is only the first part of a compound ("union leaders", "company law").

    A plural may have its verb there, which was taken for a noun ("growers disagree").
    """
    at = head + 1
    tags, tokens, verbs = reading.analysis.tags, reading.analysis.tokens, reading.analysis.index.verbs
    if at >= len(tags):
        return False
    if tags[at] == "h":
        return True
    if tags[at] != "N" or not tokens.words[at].isalpha() or tokens.lowers[at] in THEREABOUTS:
        return False
    if _is_predicate(reading.analysis, at):
        return False
    if tokens.lowers[at] in reading.sets["grammar.unnamed_sources"]:
        return False
    return tokens.lowers[head] in reading.sets["groups.singular_heads"] or tokens.lowers[at] not in verbs


def _modifies_report(reading: _Reading, extent: Extent) -> bool:
    """Whether a noun only modifies what could be a verb, but not its own: "a newspaper report that"."""
    analysis, at = reading.analysis, extent.end
    if (
        extent.determiner not in _INDEFINITE
        or at >= len(analysis.tags)
        or at in analysis.walls
        or analysis.tags[at] != "N"
    ):
        return False
    slots = analysis.index.verbs.get(reading.lowers[at], "")
    return at == extent.head + 1 and "b" in slots and "p" not in slots and "t" not in slots


def _is_predicate(analysis: Analysis, at: int) -> bool:
    """Whether an adjective, taken for a noun, says what the noun before it is: "held the ministry liable"."""
    lower = analysis.tokens.lowers[at]
    if lower in analysis.index.adjective_cues and analysis.tags[at + 1 : at + 2] == ["P"]:
        return True  # "growers angry at the levy"
    if not lower.endswith(_ADJECTIVES) and analysis.index.judgments.alone(lower) is None:
        return False
    return at + 1 >= len(analysis.tags) or at + 1 in analysis.walls or analysis.tags[at + 1] in ".,;PTC"


def _describe(reading: _Reading, head: int) -> Candidate | None:
    """The candidate that the description at a head noun makes, if it is an actor."""
    extent = read_extent(reading.analysis, head, reading.names)
    if extent.determiner in _NOBODY or _is_not_all(reading, extent) or _modifies_report(reading, extent):
        return None
    part = part_of(reading.analysis, extent)
    noun, sets = reading.lowers[head], reading.sets
    if noun in sets["groups.attitudes"] and reading.lowers[head + 1 : head + 2] == ["to"]:
        return None  # "its opposition to the levy"
    single = noun in sets["groups.singular_heads"] or noun in sets["titles.heads"]
    collective = noun in sets["groups.collective_heads"]
    if noun in sets["groups.heads"] or not (single or collective):
        return _group(reading, extent, part)
    if collective and not (single and extent.determiner in _INDEFINITE):
        return _body(reading, extent, part)
    return _person(reading, extent, part)


def _candidate(
    reading: _Reading, extent: Extent, kind: ActorKind, rule: str, name: Candidate | None = None
) -> Candidate:
    """The candidate of a description, perhaps with the name that it stands beside."""
    return Candidate(
        extent.first,
        extent.end,
        NAME if rule == "actor.named-body" else ROLE,
        kind,
        rule,
        head=reading.lowers[extent.head],
        country=extent.country,
        definite=extent.definite,
        noun=(extent.core, extent.head + 1),
        opening=extent.opening,
        beside=(name.first, name.end) if name is not None else None,
    )


def _group(reading: _Reading, extent: Extent, part: Part) -> Candidate | None:
    """People in the plural ("Japanese officials", "growers in Sinaloa"); "both sides" are nobody in particular."""
    lowers, sets = reading.lowers, reading.sets
    head = lowers[extent.head]
    two = extent.determiner in _BOTH or lowers[extent.core] in _BOTH
    two = two or (extent.determiner in _WHOLE and lowers[extent.head - 1] in _COUNTS)
    if head in sets["grammar.parties"] and two and extent.country is None:
        return None
    if _is_thing(reading, extent) or _owns_body(reading, extent):
        return None
    if head in sets["groups.facilities"] and (extent.owned or extent.counted or not extent.marked):
        return None
    if extent.unnamed:
        return _candidate(reading, extent, ANONYMOUS, "actor.anonymous")
    if not _stands_for_people(reading, extent, part):
        return None
    if _is_unnamed(reading, extent):
        return _candidate(reading, extent, ANONYMOUS, "actor.anonymous")
    governs = head in sets["groups.governing"] and extent.country is not None  # "the Peruvian authorities"
    return _candidate(reading, extent, GOVERNMENT if governs else GROUP, "actor.group")


def _stands_for_people(reading: _Reading, extent: Extent, part: Part) -> bool:
    """Whether a noun in the plural is a mention of people, by what they do and by what tells who they are."""
    sets, head = reading.sets, reading.lowers[extent.head]
    anaphoric = extent.definite and head in reading.seen
    shown = extent.marked or extent.country is not None or extent.placed
    if head not in sets["groups.weak_heads"] or (extent.counted and extent.country is not None):
        owned = extent.owned and extent.opening == extent.core - 1  # "her colleagues"
        return bool(part) or shown or anaphoric or extent.counted or owned or _is_object(reading, extent)
    if anaphoric and extent.core == extent.head:
        return True
    if part is _NONE:  # "no threat to Peruvian mills"
        return extent.marked and not (extent.owned or extent.counted)
    return part is not _DOES or shown or extent.owned or extent.core < extent.head


def _is_object(reading: _Reading, extent: Extent) -> bool:
    """Whether a verb is done to people, or a side taken toward them: "implored deputies", "sided with the growers"."""
    analysis, at = reading.analysis, extent.opening - 1
    if at < 0 or extent.opening in analysis.walls or analysis.tags[extent.end : extent.end + 1] == ["G"]:
        return False
    return analysis.tags[at] in "vig" or is_sided_with(analysis, at)


def _is_unnamed(reading: _Reading, extent: Extent) -> bool:
    """Whether some people are put as sources without a name: "two Korean officials", "diplomats", "sources"."""
    lowers, sets = reading.lowers, reading.sets
    head = lowers[extent.head]
    if extent.definite:
        return False
    alone = extent.opening == extent.head and extent.end == extent.head + 1
    if head in sets["groups.unnamed_heads"] or (alone and head in sets["groups.unnamed_alone"]):
        return True
    before = lowers[extent.first : extent.head]
    return head in sets["groups.sources"] and not sets["groups.small_numbers"].isdisjoint(before)


def _names_outlet(reading: _Reading, extent: Extent) -> bool:
    """Whether a noun only says what the name before it is: "the Ulvik Post newspaper"."""
    inside = reading.analysis.tags[extent.core : extent.head]
    return reading.lowers[extent.head] in reading.sets["groups.outlets"] and bool(inside) and set(inside) == {"E"}


def _is_not_all(reading: _Reading, extent: Extent) -> bool:
    """Whether a description says of whom something does not hold: "not all farmers"."""
    return extent.determiner in _EVERYONE and extent.opening > 0 and reading.lowers[extent.opening - 1] == "not"


def _owns_body(reading: _Reading, extent: Extent) -> bool:
    """Whether people only tell which body is meant: "the growers' association"."""
    end, lowers = extent.end, reading.lowers
    if extent.determiner == "whose" or reading.analysis.tags[end : end + 1] != ["G"]:
        return False
    return lowers[end + 1 : end + 2] != [] and lowers[end + 1] in reading.sets["groups.associations"]


def _is_thing(reading: _Reading, extent: Extent) -> bool:
    """Whether the noun and the one before it name a thing: "customs union", "social media"."""
    lowers, head = reading.lowers, extent.head
    return extent.core < head and f"{lowers[head - 1]} {lowers[head]}" in reading.sets["groups.no_bodies"]


def _body(reading: _Reading, extent: Extent, part: Part) -> Candidate | None:
    """A body that speaks ("the finance ministry", "the Trump administration"), unless it is any one of its kind."""
    lowers, sets = reading.lowers, reading.sets
    head = lowers[extent.head]
    if extent.bare and not _stands_bare(reading, extent, part):
        return None
    if _is_thing(reading, extent) or _names_outlet(reading, extent):
        return None
    kind = _kind_of_body(reading, extent)
    if extent.named and extent.determiner not in _INDEFINITE:  # And not "a Lund think tank".
        return _candidate(reading, extent, kind, "actor.named-body")
    before, after = _names_beside(reading, extent)
    if before is not None:
        organized = before.kind is ORGANIZATION
        return _candidate(reading, extent, kind, "actor.collective", before) if organized else None
    if after is not None:
        return _before_its_name(reading, extent, kind, after)
    if extent.determiner in _INDEFINITE or extent.determiner == "whose":
        if part < _MEETS:
            return None
    elif head in sets["groups.weak_heads"] and not _stands_out(extent, part):
        if extent.determiner == "its" and head in sets["groups.neighbours"]:
            return _candidate(reading, extent, COUNTRY, "actor.collective")  # If the text tells which.
        return None
    return _candidate(reading, extent, kind, "actor.collective")


def _before_its_name(reading: _Reading, extent: Extent, kind: ActorKind, name: Candidate) -> Candidate | None:
    """A body described right before its name, which commas set off: "the Danish producer, Ode Metals,"."""
    tags = reading.analysis.tags
    closed = tags[extent.end] == "," and tags[name.end : name.end + 1] in ([","], ["."], [";"])
    if not closed or name.kind is not ORGANIZATION or extent.bare or tags[name.end : name.end + 2] == [",", "C"]:
        return None
    return _candidate(reading, extent, kind, "actor.collective", name)


def _stands_bare(reading: _Reading, extent: Extent, part: Part) -> bool:
    """Whether a body's noun without an article is one: "parliament" nearly always, "opposition" where it speaks."""
    head, sets = reading.lowers[extent.head], reading.sets
    if head in sets["groups.bodies_by_themselves"]:
        return True
    return head in sets["groups.bare_heads"] and part >= (_MEETS if head in sets["groups.camp_heads"] else _DOES)


def _stands_out(extent: Extent, part: Part) -> bool:
    """Whether a body whose noun is more often a thing ("the party", "her country") acts here."""
    return part >= _MEETS or (part is _DOES and (extent.owned or extent.country is not None))


def _kind_of_body(reading: _Reading, extent: Extent) -> ActorKind:
    head = reading.lowers[extent.head]
    if head in reading.sets["groups.companies_of"] and "K" in reading.analysis.tags[extent.head : extent.end]:
        return GROUP  # "a group of 14 growers" is these growers
    for name, kind in _BODIES.items():
        if head in reading.sets[name]:
            return kind
    return ORGANIZATION


def _person(reading: _Reading, extent: Extent, part: Part) -> Candidate | None:
    """An office ("the minister"), or somebody without a name who says something ("a senior official")."""
    if _is_measure(reading, extent):
        return None
    if extent.determiner in _INDEFINITE:
        beside = next((name for name in _names_beside(reading, extent) if name is not None), None)
        if beside is not None and beside.kind in (PERSON, None):  # "Lan, a former negotiator,", "a rival, Lan,"
            return _candidate(reading, extent, PERSON, "actor.office", beside)
        before, _ = _names_beside(reading, extent)
        if before is not None and before.kind is ORGANIZATION:  # "Ode, a kelp processor,"
            return _candidate(reading, extent, ORGANIZATION, "actor.collective", before)
        if part < _MEETS and not extent.unnamed:
            return None
        return _candidate(reading, extent, ANONYMOUS, "actor.anonymous")
    before, after = _names_beside(reading, extent)
    if before is None and after is None and reading.lowers[extent.head] in reading.sets["titles.heads"]:
        said = name_said_to_be(reading.analysis, reading.names, extent.opening)
        before = said if said is not None and said.kind is PERSON else None
    bare = before is not None and before.kind is PERSON and not extent.determiner  # "Lan, trade minister,"
    if not (extent.definite or bare):
        return None
    name = before or after
    if name is not None and name.kind in (PERSON, None):
        return _candidate(reading, extent, PERSON, "actor.office", name)
    if name is not None and name.kind is ORGANIZATION:
        if before is None:
            return _before_its_name(reading, extent, ORGANIZATION, name)
        return _candidate(reading, extent, ORGANIZATION, "actor.collective", before)
    head = reading.lowers[extent.head]
    if head in reading.sets["groups.weak_heads"]:
        shown = part >= _MEETS
    else:
        shown = part > _NONE or head in reading.sets["titles.heads"] or head in reading.seen
    return _candidate(reading, extent, PERSON, "actor.office") if shown else None


def _is_measure(reading: _Reading, extent: Extent) -> bool:
    """Whether "a head" or "a person" only says for how many an amount is: "two tonnes a head"."""
    tags, at = reading.analysis.tags, extent.opening
    return extent.determiner == "a" and at > 1 and tags[at - 1] in "NE" and tags[at - 2] == "K"


def _names_beside(reading: _Reading, extent: Extent) -> tuple[Candidate | None, Candidate | None]:
    """The name whose apposition a description is, and the name that follows it as its own."""
    analysis, names = reading.analysis, reading.names
    return name_before(analysis, names, extent.opening, extent.end), name_after(analysis, names, extent.end)
