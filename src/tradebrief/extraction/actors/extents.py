"""Where the description of an actor begins and ends: its modifiers and owner, and what narrows it down."""

from __future__ import annotations

from typing import NamedTuple

from tradebrief.extraction.actors.appositions import Names
from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.reduced import participle_end
from tradebrief.extraction.actors.titles import portfolio_end, row_start
from tradebrief.extraction.grammar.phrases_before import THEREABOUTS
from tradebrief.extraction.lookups.kinds import COUNTRY, NAME
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import MeasureKind

__all__ = ["Extent", "attributes", "is_bare_verb", "phrase_end", "read_extent", "unnamed_tail"]

_LONGEST = 6
_LONGEST_OWNER = 5
_LONGEST_COMPLEMENT = 8
_LONGEST_RELATIVE = 20
_LONGEST_TAIL = 14
_LEFT_OUT = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_WHATEVER = frozenset({"whatever", "whichever", "whoever", "whatsoever"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_AUXILIARY = "MBVO"
_MODIFYING = "ENKAdhgC"


class Extent(NamedTuple):  # Hundreds are made for each article: several times as fast as a frozen class.
    """The words of a description.

    Attributes:
        opening: First token, an article counted.
        first: First token of the mention: owners and quantifiers belong to it, articles don't.
        core: First token of the noun with its modifiers.
        head: The head noun.
        end: Token after the last.
        determiner: The article, quantifier or possessive pronoun before it, in lower case.
        owned: Whether an owner stands before it ("her", "Norway's").
        country: Country that a modifier or owner names.
        marked: Whether any name modifies it ("European growers", "Florida growers").
        named: Whether a name that is no place's modifies it ("the Lund company").
        counted: Whether a number does ("300 growers").
        placed: Whether a place or body narrows it down ("in Norway", "at the ministry").
        unnamed: Whether it is put as that of a source without a name ("familiar with the talks").
    """

    opening: int
    first: int
    core: int
    head: int
    end: int
    determiner: str
    owned: bool
    country: str | None
    marked: bool
    named: bool
    counted: bool
    placed: bool
    unnamed: bool

    @property
    def definite(self) -> bool:
        """Whether it is a particular one: "the minister", "her office"."""
        return self.owned or self.determiner in _DEFINITE

    @property
    def bare(self) -> bool:
        """Whether the head noun stands alone, without even an article."""
        return self.opening == self.head


def read_extent(analysis: Analysis, head: int, names: Names) -> Extent:
    """The description whose head noun stands at a token."""
    core = _core(analysis, head, names)
    core = _row_of_goods(analysis, core, head)
    opening, first, determiner, owned = _front(analysis, core)
    modifiers = analysis.tags[core:head]
    country = _name_among(names, core, head) if modifiers else None
    if country is None and owned:
        country = _name_among(names, first, core)
    end, unnamed = unnamed_tail(analysis, head + 1)
    placed = False
    if not unnamed and end < len(analysis.tags):
        if _is_there(analysis, head, end):
            end, placed = end + 1, True
        elif analysis.tags[end] in "PT":
            end, placed = _complements(analysis, head, end)
        if end == head + 1:
            end = _relative_end(analysis, end) if not _tells_on(analysis, opening, head) else end
            end = participle_end(analysis, end) if end == head + 1 and _are_people(analysis, head) else end
        elif analysis.tokens.lowers[end : end + 1] == ["who"]:
            end = _unnamed_end(analysis, end)
    if country is None and not owned:
        country = _owner_after(analysis, names, head, end)
    code = country.country if country else _seat_after(analysis, names, head, end)
    marked, counted = "E" in modifiers, "K" in modifiers
    named = modifiers[:1] == ["E"] and _is_name(analysis, core, names)
    return Extent(
        opening, first, core, head, end, determiner, owned, code, marked, named, counted, placed, unnamed
    )  # Fields in their order, which is twice as fast.


def _are_people(analysis: Analysis, head: int) -> bool:
    """Whether a noun is one for people or firms in the plural."""
    lower, sets = analysis.tokens.lowers[head], analysis.index.sets
    return lower in sets["groups.heads"] or lower in sets["groups.sources"]


def _is_there(analysis: Analysis, head: int, end: int) -> bool:
    """Whether "there" says where somebody is, and opens no clause of its own: "bakers there", "an official there"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if lowers[end] not in THEREABOUTS or end in analysis.walls or end + 1 >= len(tags):
        return False
    if all(lowers[head] not in sets[nouns] for nouns in ("groups.heads", "groups.singular_heads", "titles.heads")):
        return False
    return tags[end + 1] in "vMVAOX" or is_bare_verb(analysis, end + 1)


def _name_among(names: Names, first: int, end: int) -> Candidate | None:
    """The first name of the lexicon that holds one of the tokens."""
    for at in range(first, end):
        if at in names.countries:
            return names.countries[at]
    return None


def _owner_after(analysis: Analysis, names: Names, head: int, end: int) -> Candidate | None:
    """The country whose a government or an office is: "the government of Peru", "the minister of trade of Peru"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    found = names.countries.get(end - 1) if end > head + 2 else None
    if found is None or found.kind is not COUNTRY or found.form is not NAME:
        return None
    if lowers[head] not in sets["groups.government_heads"] and lowers[head] not in sets["titles.heads"]:
        return None
    before = found.first - 1 - (lowers[found.first - 1] == "the")
    return found if before > head and lowers[before] == "of" else None


def _seat_after(analysis: Analysis, names: Names, head: int, end: int) -> str | None:
    """The country in whose capital a government sits: "the government in Lima"."""
    lowers, place = analysis.tokens.lowers, names.places.get(head + 2)
    if place is None or place.place is None or place.end != end or lowers[head + 1] != "in":
        return None
    return place.place.country if lowers[head] in analysis.index.sets["groups.government_heads"] else None


def _is_name(analysis: Analysis, at: int, names: Names) -> bool:
    """Whether a token is part of a name that is neither a country's nor a place's."""
    based = analysis.tokens.lowers[at].endswith(("-based", "-led", "-born"))
    return not based and at not in names.countries and at not in names.places


def _core(analysis: Analysis, head: int, names: Names) -> int:
    """The first token of a noun with its modifiers: back from the noun over what modifies it."""
    tags, lowers, barriers, at = analysis.tags, analysis.tokens.lowers, analysis.barriers, head
    lowest = max(0, head - _LONGEST)
    while (
        at > lowest and at not in barriers and tags[at - 1] in _MODIFYING and _modifies(analysis, at - 1, head, names)
    ):
        at -= 1
    while at < head and (tags[at] in "hA" or lowers[at] == "such"):
        if tags[at] == "A" and at and at not in barriers and tags[at - 1] == "D":
            break  # "a visibly angry minister"
        at += 1
    if at > 1 and lowers[at - 1] in {",", "and"} and lowers[head] in analysis.index.sets["titles.heads"]:
        return row_start(analysis, at, head)  # "the investment, trade and industry minister"
    return at


def _row_of_goods(analysis: Analysis, core: int, head: int) -> int:
    """The first token of a noun that deals in two goods: "dairy and whiskey exporters", "steel or copper mills"."""
    lowers, terms = analysis.tokens.lowers, analysis.index.terms
    if core < 2 or core == head or analysis.tags[core - 1] != "C" or core - 1 in analysis.barriers:
        return core
    if lowers[core - 1] not in {"and", "or"} or lowers[core - 2] in analysis.index.sets["groups.heads"]:
        return core
    goods = (terms.at(lowers, at) for at in (core - 2, core))
    return core - 2 if all(good is not None and good[1].kind is MeasureKind.PRODUCT for good in goods) else core


def _modifies(analysis: Analysis, at: int, head: int, names: Names) -> bool:
    """Whether a token modifies the noun after it."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    found, before = tags[at], tags[at - 1] if at else "."
    if lowers[at] in sets["grammar.time"] or (found == "N" and before == "T"):
        return False  # "On Monday officials said"; "to spare growers": a verb that nothing else shows.
    if found == "N" and lowers[at - 1] == "who" and lowers[at].endswith("s") and lowers[at] not in sets["groups.heads"]:
        return False  # "who covers airlines": another such verb.
    if found == "N" and lowers[at] in sets["groups.heads"] and lowers[head] in sets["groups.heads"]:
        return False  # "told reporters growers were ready"
    if lowers[at] in _WHATEVER:
        return False
    if found == "d":
        return before in "DSNG" and lowers[at] not in analysis.index.verb_cues
    if found == "h":  # A hyphen, and no dash between spaces.
        if before == "K" and tags[at + 1] == "E":
            return False  # "UPDATE 2-Swiss officials": the number of a report.
        return lowers[at] != "-" or analysis.tokens.starts[at] == analysis.tokens.ends[at - 1]
    if found == "g":
        return lowers[at] in sets["groups.trades"]
    if found == "C":  # "the Norwegian and Danish governments", "the trade and industry minister"
        beside, fields = lowers[at - 1 : at + 2 : 2], sets["titles.modifiers"]
        titled = lowers[head] in sets["titles.heads"] and fields.issuperset(beside)
        return lowers[at] == "and" and (titled or (at + 1 in names.countries and at - 1 in names.countries))
    return found in "ENK" or (found == "A" and before in "DSG")


def _front(analysis: Analysis, core: int) -> tuple[int, int, str, bool]:
    """What stands before the core: opening, first token of the mention, determiner, and whether it is an owner."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if core in analysis.barriers or core == 0:
        return core, core, "one" if lowers[core] == "one" else "", False
    before = tags[core - 1]
    if core > 1 and lowers[core - 1] == "of" and lowers[core - 2] in analysis.index.sets["groups.many"]:
        return core - 2, core - 2, "", False  # "hundreds of growers"
    if before == "S":
        return core - 1, core - 1 + (lowers[core - 1] == "whose"), lowers[core - 1], True
    if before == "G":
        timed = core >= 2 and lowers[core - 2] in analysis.index.sets["grammar.time"]  # "this year's president"
        return (core, core, "the", False) if timed else _owner(analysis, core)
    if before == "D":
        word = lowers[core - 1]
        return core - 1, core - 1 + (word in _LEFT_OUT), word, False
    return core, core, "one" if lowers[core] == "one" else "", False


def _owner(analysis: Analysis, core: int) -> tuple[int, int, str, bool]:
    """The owner before "'s": its nouns and its own article or pronoun."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, core - 1
    lowest = max(0, core - 1 - _LONGEST_OWNER)
    while at > lowest and at not in analysis.barriers and tags[at - 1] in "NEh":
        at -= 1
    if at == core - 1:
        return core, core, "", True
    if at in analysis.barriers or at == 0 or tags[at - 1] not in "DS":
        return at, at, "", True
    return at - 1, at - 1 + (lowers[at - 1] in _LEFT_OUT or lowers[at - 1] == "whose"), "", True


def unnamed_tail(analysis: Analysis, end: int) -> tuple[int, bool]:
    """The end of "familiar with the talks", and whether that follows."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    at = end + (end + 1 < len(lowers) and tags[end] == "A")
    if at + 2 >= len(lowers):
        return end, False
    opens = lowers[at] in analysis.index.sets["grammar.unnamed_sources"] and tags[at + 1] in "PT"
    knows = lowers[at] == "with" and "knowledge" in lowers[at + 1 : at + 3]
    if not opens and not knows:
        return end, False
    at += 2
    stop = min(len(tags), end + _LONGEST_TAIL)
    while at < stop and tags[at] not in "vMBVO,.;:qHRWU" and not (tags[at] == "T" and tags[at + 1 : at + 2] != ["D"]):
        at += 1
    if tags[at : at + 1] == ["R"] and tags[at - 1] in "PTg" and analysis.lexicon.pronouns.get(lowers[at]) is not None:
        at += 1  # "a person close to him said", "officials involved in drafting it"
        at += tags[at : at + 1] == ["A"] and tags[at - 2] == "g"
        return _aside_end(analysis, at), True
    while tags[at - 1] in "AXPT":
        at -= 1  # "familiar with the talks to be", "close to the palace now say"
    return _aside_end(analysis, at), True


def _aside_end(analysis: Analysis, end: int) -> int:
    """The end of a clause set off by commas that says why sources are without a name: ", who were not permitted to"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if end + 2 >= len(tags) or tags[end] != "," or lowers[end + 1] != "who" or end in analysis.walls:
        return end
    for at in range(end + 2, min(len(tags), end + _LONGEST_RELATIVE)):
        if at in analysis.walls or tags[at] in ";:q.":
            return end
        if tags[at] == ",":
            verb = tags[at + 1 : at + 2] and (tags[at + 1] in "vMBVO" or is_bare_verb(analysis, at + 1))
            return at if verb else end
    return end


def _complements(analysis: Analysis, head: int, end: int) -> tuple[int, bool]:
    """The end of a description with what narrows it down, and whether a place or body does."""
    placed = False
    for _ in range(2):  # "a group of producers in Norway"
        closing, places = _complement(analysis, head, end)
        if closing == end:
            break
        end, placed = closing, placed or places
    return end, placed


def _complement(analysis: Analysis, head: int, end: int) -> tuple[int, bool]:
    """The end of one prepositional phrase that belongs to the noun before it, and whether it places it."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if end + 1 >= len(tags) or end in analysis.walls or tags[end] not in "PT":
        return end, False
    word = lowers[end]
    if lowers[head] in sets["titles.heads"] and (closing := portfolio_end(analysis, end, len(tags))) > end:
        return closing, False  # "the minister for trade and industry"
    if word == "of" and lowers[head] in sets["groups.portfolio_bodies"]:
        return _field_end(analysis, end), False  # "the ministry of food and rural affairs"
    if word == "to" and lowers[head] in sets["groups.attached"] and tags[end + 1] != "i":
        return phrase_end(analysis, end + 1) if tags[end + 1] in "DSEN" else end, False
    if word == "on" and lowers[end + 1] in {"both", "either"} and lowers[end + 2 : end + 3] in (["sides"], ["side"]):
        of = lowers[end + 3 : end + 5] == ["of", "the"]  # "on both sides of the border"
        return phrase_end(analysis, end + 4) if of else end + 3, True
    if word not in sets["groups.complements"] or lowers[end + 1] in {"home", "large"}:
        return end, False  # "growers at home"
    closing = phrase_end(analysis, end + 1)
    if closing == end + 1 or any(lowers[at] in sets["grammar.time"] for at in range(end + 1, closing)):
        return end, False
    if word == "of":
        return (closing, False) if _has_parts(analysis, head) else (end, False)  # "a group of growers"
    named = tags[closing - 1] == "E" or lowers[closing - 1] in sets["groups.regions"]
    if named or lowers[head] in sets["groups.sources"] or _verb_follows(analysis, closing):
        return (closing, True) if word != "for" or lowers[head] in sets["groups.sources"] else (end, False)
    return end, False


def _field_end(analysis: Analysis, of: int) -> int:
    """The end of what a ministry is for, or "of" itself: nouns with their adjectives, and more after "and"."""
    tags, end = analysis.tags, of
    at, highest = of + 1, min(len(tags), of + 1 + _LONGEST_COMPLEMENT)
    at += tags[at : at + 1] == ["D"]
    while at < highest and at not in analysis.walls and tags[at] in "NEAC":
        if tags[at] in "NE":
            if is_bare_verb(analysis, at) and end > of:
                break
            end = at + 1
        at += 1
    return end


def _has_parts(analysis: Analysis, head: int) -> bool:
    """Whether "of" goes on with whom a noun gathers or belongs to: "a group of growers", "the minister of trade"."""
    lower, sets = analysis.tokens.lowers[head], analysis.index.sets
    return any(lower in sets[name] for name in ("groups.heads", "groups.gatherings", "groups.sources", "titles.heads"))


def phrase_end(analysis: Analysis, at: int) -> int:
    """Where a short noun phrase ends, with names that "and" or "to" join to a name."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    first, highest, names_alone = at, min(len(tags), at + _LONGEST_COMPLEMENT), True
    governing = analysis.index.sets["groups.government_heads"]
    if at < highest and tags[at] in "DS":
        at += 1
    while at < highest and at not in analysis.walls:
        following = tags[at + 1] if at + 1 < len(tags) else "."
        joins = lowers[at] in {"and", "to"} and tags[at - 1] == "E" and following in "ED"
        named = following == "E" or (following == "D" and tags[at + 2 : at + 3] == ["E"])
        if joins and lowers[at + 2 : at + 3] and lowers[at + 2] in governing:
            break  # "the government of Norway and the Government of Chile"
        if tags[at] == "K" and at > first and tags[at - 1] == "N":
            break  # "saves bottlers of cider 40 million"
        if at > first and (is_bare_verb(analysis, at) or (names_alone and _is_single_verb(analysis, at))):
            break
        names_alone = names_alone and tags[at] == "E"
        if (
            tags[at] in "NEKhG"
            or (tags[at] in "Ad" and following in "NE")
            or (tags[at] == "D" and following == "E")
            or (joins and named)
            or (lowers[at] in analysis.index.sets["grammar.name_particles"] and tags[at - 1] == following == "E")
        ):
            at += 1
        else:
            break
    while at > first and tags[at - 1] in "DSGhCT":
        at -= 1
    return at


def _verb_follows(analysis: Analysis, at: int) -> bool:
    tags = analysis.tags
    while at < len(tags) and tags[at] in "AX":
        at += 1
    return at < len(tags) and at not in analysis.walls and (tags[at] in "vMBVO" or is_bare_verb(analysis, at))


def is_bare_verb(analysis: Analysis, at: int) -> bool:
    """Whether a word that was taken for a noun can be the verb of a plural before it: "growers disagree."."""
    tags = analysis.tags
    if tags[at] != "N" or "b" not in analysis.index.verbs.get(analysis.tokens.lowers[at], ""):
        return False
    return at + 1 >= len(tags) or tags[at + 1] in ".,;PTHDSRAqW" or _opens_idiom(analysis, at)


def _is_single_verb(analysis: Analysis, at: int) -> bool:
    """Whether a word that was taken for a noun can be the verb of one: "The government of Mexico objects."."""
    tags = analysis.tags
    if tags[at] != "N" or "t" not in analysis.index.verbs.get(analysis.tokens.lowers[at], ""):
        return False
    return at + 1 >= len(tags) or tags[at + 1] in ".,;PTHDSRA"


def _opens_idiom(analysis: Analysis, at: int) -> bool:
    """Whether a particle or all the words of an idiom go on a verb: "fall back", "pour cold water on"."""
    lowers = analysis.tokens.lowers
    if lowers[at + 1] in analysis.index.sets["grammar.particles"] and analysis.tags[at + 1] != "P":
        return True
    forms = analysis.index.verb_cues.get(lowers[at], ())
    return any(len(form.tail) > 1 and tuple(lowers[at + 1 : at + 1 + len(form.tail)]) == form.tail for form in forms)


def attributes(analysis: Analysis, at: int) -> bool:
    """Whether a verb that attributes stands at a token, with all of its words."""
    lowers = analysis.tokens.lowers
    for form in analysis.index.verb_cues.get(lowers[at], ()):
        if not form.tail or tuple(lowers[at + 1 : at + 1 + len(form.tail)]) == form.tail:
            return True
    return False


def _tells_on(analysis: Analysis, opening: int, head: int) -> bool:
    """Whether "who" or "that" after a noun is none of its own: "a man in the port who", "told the ministry that"."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if lowers[head + 1] == "who":
        people = sets["groups.heads"], sets["groups.singular_heads"], sets["titles.heads"]
        return lowers[head] in sets["groups.collective_heads"] and not any(lowers[head] in nouns for nouns in people)
    if lowers[head + 1] != "that" or not opening or opening in analysis.walls:
        return False
    return any("np_that" in form.cue.frames for form in analysis.index.verb_cues.get(lowers[opening - 1], ()))


def _unnamed_end(analysis: Analysis, end: int) -> int:
    """The end of "who asked not to be named" after what places somebody: "an official in the ministry who declined"."""
    tags, deeds = analysis.tags, analysis.index.sets["grammar.unnamed_deeds"]
    if end + 1 >= len(tags) or end in analysis.walls or analysis.tokens.lowers[end + 1] not in deeds:
        return end
    return _relative_end(analysis, end)


def _relative_end(analysis: Analysis, end: int) -> int:
    """The end of a clause that says which one ("an official who sat in on the talks said"), where it is closed.

    A clause that attributes ("officials who doubt that") belongs to a claim, and not to its source.
    """
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if end + 1 >= len(tags) or end in analysis.walls or lowers[end] not in {"who", "that"}:
        return end
    verb = end + 1
    while verb < len(tags) and tags[verb] in "AX" + _AUXILIARY:
        verb += 1
    if verb >= len(tags) or tags[verb] not in "vdg":
        return end
    unnamed = lowers[verb] in sets["grammar.unnamed_deeds"]
    if not unnamed and any("bare" in form.cue.frames for form in analysis.index.verb_cues.get(lowers[verb], ())):
        return end
    single = lowers[end - 1] not in sets["groups.heads"]
    for at in range(verb + 1, min(len(tags), verb + _LONGEST_RELATIVE)):
        if at in analysis.walls or tags[at] in "HWU;:q":
            return end
        if tags[at] in _AUXILIARY + "v" and tags[at - 1] not in "TCX" + _AUXILIARY:
            return at
        if tags[at] in ",.-(":
            return at if unnamed or (single and tags[at] == ",") else end
    return end
