"""Where actors are named: known names, titles with names, bodies, and names that the words show to be a person's."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.candidates import Candidate
from tradebrief.extraction.index import NameForm
from tradebrief.model import ActorKind, MentionForm

__all__ = ["find_names", "title_end"]

_LONGEST_NAME = 10
_LONGEST_TITLE = 6


def find_names(analysis: Analysis, crowded: list[bool]) -> Iterator[Candidate]:
    """The names in order; where nearly every word has a capital (``crowded``), only those of the lexicon."""
    tags, words, names = analysis.tags, analysis.tokens.words, analysis.index.names
    done = 0
    for at, word in enumerate(words):
        if at < done or not word[0].isupper():
            continue
        if tags[at] not in "EN":
            known = names.at(words, at)
            if known:
                done = known[0]
                yield _entry_candidate(at, *known)
            continue
        done = _run_end(analysis, at)
        if crowded[at]:
            yield from _known_names(analysis, at, done)
        else:
            yield from _run(analysis, at, done)


def _run_end(analysis: Analysis, first: int) -> int:
    """The end of a run of capitalised words, with "of" and the like between two of them."""
    words, tags = analysis.tokens.words, analysis.tags
    at, highest = first + 1, min(len(words), first + _LONGEST_NAME)
    while at < highest and at not in analysis.barriers:
        if words[at][0].isupper() and tags[at] in "EN":
            at += 1
        elif at + 1 < len(words) and words[at + 1][0].isupper() and _joins(analysis, first, at):
            at += 2
        else:
            break
    return min(at, len(words))


def _joins(analysis: Analysis, first: int, at: int) -> bool:
    """Whether a small word or mark holds a name together: "Anne-Grethe", "J. Ruiz", "Bank of Japan", "de Vries"."""
    tokens, sets = analysis.tokens, analysis.index.sets
    word, before = tokens.words[at], tokens.words[at - 1]
    if word == "&":
        return True
    if word == "-":
        return tokens.starts[at] == tokens.ends[at - 1]
    if analysis.tags[at + 1] != "E":
        return False
    if word == ".":
        return len(before) == 1 or before.lower() in sets["titles.honorifics"]
    if word in sets["grammar.name_particles"]:
        return True
    dated = tokens.lowers[at + 1] in sets["grammar.time"]
    return word in sets["grammar.name_links"] and not dated and _heads_body(analysis, first, at)


def _heads_body(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a name that goes on with "of" begins as a body's does ("Ministry of", "Bank for")."""
    heads = analysis.index.sets["groups.organization_heads"]
    return any(analysis.tokens.words[at] in heads for at in range(first, end))


def _entry_candidate(at: int, end: int, known: NameForm) -> Candidate:
    rule = {MentionForm.NAME: "actor.name", MentionForm.DEMONYM: "actor.demonym"}.get(known.form, "actor.seat")
    return Candidate(
        first=at,
        end=end,
        form=known.form,
        kind=known.entry.kind,
        entry=known.entry,
        country=known.entry.country,
        rule=rule,
    )


def _known_names(analysis: Analysis, first: int, end: int) -> Iterator[Candidate]:
    """The names of the lexicon in a run, nothing else."""
    words, names, at = analysis.tokens.words, analysis.index.names, first
    while at < end:
        known = names.at(words, at)
        if known and _may_stand(analysis, at, *known):
            yield _entry_candidate(at, *known)
            at = known[0]
        else:
            at += 1


def _may_stand(analysis: Analysis, at: int, end: int, known: NameForm) -> bool:
    """Whether a name means its actor here: a seat only where it speaks or acts, not where things happen."""
    if known.form is MentionForm.METONYM:
        return _is_seat_of_power(analysis, at, end, weak=known.weak)
    return True


def _is_seat_of_power(analysis: Analysis, first: int, end: int, *, weak: bool) -> bool:
    """Whether a capital stands for its government.

    It does not after "in" or "at", after words of motion with "to" or "from", before a facility or a
    noun of place, or between commas as part of an address. A weak seat must be a subject.
    """
    tags, lowers, words = analysis.tags, analysis.tokens.lowers, analysis.tokens.words
    sets = analysis.index.sets
    following = tags[end] if end < len(tags) else "."
    if weak and following not in "vMBVO":
        return False
    if following == "G" and end + 1 < len(words) and words[end + 1][0].isupper():
        return False
    before = lowers[first - 1] if first else ""
    if before == "and" and first >= 2 and tags[first - 2] == "E":
        before = lowers[first - 3] if first >= 3 else ""
    if before in sets["grammar.place_prepositions"]:
        return False
    if before in {
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
    }:
        near = lowers[max(0, first - 6) : first]
        if any(word in sets["grammar.motion"] for word in near):
            return any(word in sets["grammar.speech_nouns"] for word in lowers[max(0, first - 3) : first])
    if before == "," and following in ",.":
        return False
    return not (before in sets["grammar.motion"] and before not in {"back", "talks", "round"})


def _run(analysis: Analysis, first: int, end: int) -> Iterator[Candidate]:
    """What a run of capitalised words holds: a body, a title with a name, names one after another."""
    words, names = analysis.tokens.words, analysis.index.names
    known = names.at(words, first)
    if known and known[0] >= end:
        if _may_stand(analysis, first, *known) and not _is_surname(analysis, first, known[1]):
            yield _entry_candidate(first, *known)
        return
    title = _title_in(analysis, first, end)
    if title is not None:
        yield from _titled(analysis, first, title, end)
        return
    if analysis.tokens.lowers[end - 1] in analysis.index.sets["grammar.place_heads"]:
        return
    if _is_body(analysis, first, end):
        yield Candidate(first=first, end=end, form=MentionForm.NAME, kind=ActorKind.ORGANIZATION, rule="actor.body")
        return
    if known:
        if _may_stand(analysis, first, *known):
            yield _entry_candidate(first, *known)
        after = known[0]
        if after < end:
            yield from _run(analysis, after + (words[after] == "-"), end)
        return
    inner = next((at for at in range(first + 1, end) if words[at - 1] == "-" and words[at] in names), None)
    if inner is not None:  # "Anti-American": a compound that ends in a known name.
        yield from _known_names(analysis, inner, end)
        return
    yield from _unknown(analysis, first, end, None)


def _is_surname(analysis: Analysis, at: int, known: NameForm) -> bool:
    """Whether an ambiguous name is a person's here, because a title stands before it."""
    return known.weak and at > 0 and analysis.tokens.lowers[at - 1] in analysis.index.sets["titles.honorifics"]


def _is_body(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a run is the name of a body: its last word, or the one before "of", heads such names."""
    words, heads = analysis.tokens.words, analysis.index.sets["groups.organization_heads"]
    if end - first < 2:
        return False
    link = next((at for at in range(first, end) if words[at] in {"of", "for", "on"}), end)
    return words[link - 1] in heads or words[end - 1] in heads


def _title_in(analysis: Analysis, first: int, end: int) -> tuple[int, int] | None:
    """The title that stands in a run before a name, or fills its end."""
    for at in range(first, end):
        stop = title_end(analysis, at, end)
        if stop is not None:
            return at, stop
    return None


def title_end(analysis: Analysis, first: int, end: int) -> int | None:
    """Where a title that starts at a token ends, or None: a listed one, or modifiers before a head noun."""
    lowers, sets, titles = analysis.tokens.lowers, analysis.index.sets, analysis.index.titles
    limit = min(end, first + _LONGEST_TITLE)
    if lowers[first] in sets["titles.honorifics"]:
        stop = first + 1
        return stop + 1 if stop < end and lowers[stop] == "." else stop
    for stop in range(limit, first, -1):
        if " ".join(lowers[first:stop]).replace(" - ", "-") in titles:
            return stop
    at = first
    while at < limit and lowers[at] in sets["titles.modifiers"]:
        at += 1
    return at + 1 if at < limit and lowers[at] in sets["titles.heads"] else None


def _titled(analysis: Analysis, first: int, title: tuple[int, int], end: int) -> Iterator[Candidate]:
    """A run with a title: what stands before it, then the name with it."""
    start, stop = title
    words, names = analysis.tokens.words, analysis.index.names
    if first < start:
        known = names.at(words, first)
        if known and known[0] == start:
            yield _entry_candidate(first, *known)
        else:  # Unknown words before a head belong to the title: "Economic Revitalization Minister".
            while known and known[0] <= start:
                yield _entry_candidate(first, *known)
                first = known[0]
                known = names.at(words, first) if first < start else None
            start = first
    if stop < end:
        yield from _unknown(analysis, stop, end, (start, stop))
    else:
        yield Candidate(
            first=start, end=stop, form=MentionForm.ROLE, kind=ActorKind.PERSON, head=analysis.tokens.lowers[stop - 1],
            title=(start, stop), definite=True, rule="actor.office",
        )  # fmt: skip


def _unknown(analysis: Analysis, first: int, end: int, title: tuple[int, int] | None) -> Iterator[Candidate]:
    """A name that the lexicon does not know: a person's or a body's where the words show it."""
    words = analysis.tokens.words
    while first < end and words[first] in {".", "-", "&"}:
        first += 1
    if first >= end:
        return
    title = title or _title_before(analysis, first)
    read = (ActorKind.PERSON, "actor.titled") if title is not None else _kind_of_name(analysis, first, end)
    if read is not None:
        kind, rule = read
        yield Candidate(first=first, end=end, form=MentionForm.NAME, kind=kind, title=title, rule=rule)


def _kind_of_name(analysis: Analysis, first: int, end: int) -> tuple[ActorKind | None, str] | None:
    """What an untitled name names, as far as the words around it show; None where it is no actor's.

    A name without a kind may still be the short form of one that has been read.
    """
    words, lowers, sets = analysis.tokens.words, analysis.tokens.lowers, analysis.index.sets
    size = end - first
    following = lowers[end] if end < len(words) else ""
    before = lowers[first - 1] if first else ""
    if following in sets["groups.collective_heads"]:
        return None  # "the Trump administration" is one description.
    if size == 1 and words[first].isupper() and 2 <= len(words[first]) <= 6:
        return ActorKind.ORGANIZATION, "actor.acronym"
    if size == 1 and before == "the" and lowers[first] in sets["groups.collective_heads"]:
        return ActorKind.ORGANIZATION, "actor.short-body"
    if before in sets["grammar.place_prepositions"] or (before in {"of", "from"} and following != ","):
        return None  # A place.
    if size > 1 and any(words[at] in sets["groups.organization_heads"] for at in range(first, end)):
        return ActorKind.ORGANIZATION, "actor.body"
    if following == "," and end + 1 < len(words) and lowers[end + 1] == "which":
        return ActorKind.ORGANIZATION, "actor.described"
    if 2 <= size <= 5 and _described_as_person(analysis, first, end):
        return ActorKind.PERSON, "actor.described"
    if 2 <= size <= 4 and all(words[at].isalpha() for at in range(first, end)) and _acts(analysis, first, end):
        return ActorKind.PERSON, "actor.full-name"
    common = lowers[first] in analysis.index.tags or (size == 1 and lowers[first] in analysis.index.holders)
    return None if common else (None, "actor.unknown")  # "Growers" opens its sentence and is no name.


def _acts(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a name speaks or acts: a verb after it, "of" and its employer, or "according to" before it."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, end
    while at < len(tags) and tags[at] == "A":
        at += 1
    if at < len(tags) and (tags[at] in "vMBVOG" or lowers[at] in {"of", "at", "from", "with"}):
        return True
    cited = first > 1 and lowers[first - 2 : first] == ["according", "to"]
    inverted = first > 0 and tags[first - 1] == "v" and lowers[first - 1] in analysis.index.verb_cues
    return cited or inverted


def _title_before(analysis: Analysis, first: int) -> tuple[int, int] | None:
    """A title in lower case right before a name, or before the comma that sets the name off."""
    lowers, sets, tags, words = analysis.tokens.lowers, analysis.index.sets, analysis.tags, analysis.tokens.words
    stop = first
    if stop and lowers[stop - 1] == "," and first + 1 < len(words):
        opener = stop - 1
        while opener > 0 and opener > stop - 10 and tags[opener - 1] in "NEPDhdA":
            opener -= 1
            if lowers[opener] in sets["titles.heads"]:
                # "its chief executive, Anne Moe": from the head back over its modifiers to the comma.
                return _title_start(analysis, opener), stop - 1
        stop -= 1
        if not stop or lowers[stop - 1] not in sets["titles.heads"]:
            return None
    if not stop or lowers[stop - 1] not in sets["titles.heads"] or words[stop - 1][0].isupper():
        return None
    return _title_start(analysis, stop - 1), stop


def _title_start(analysis: Analysis, head: int) -> int:
    """Where the title with a head noun begins: after the determiner, possessive or country."""
    tags, at = analysis.tags, head
    while (
        at > 0
        and tags[at - 1] in "Nhd"
        and head - at < _LONGEST_TITLE
        and analysis.tokens.words[at - 1] not in analysis.index.names
    ):
        at -= 1
    return at


def _described_as_person(analysis: Analysis, first: int, end: int) -> bool:
    """Whether an apposition or a relative clause after a name speaks of a person."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    if end + 1 >= len(lowers) or lowers[end] != ",":
        return False
    if lowers[end + 1] in {"who", "whose"}:
        return True
    stop = min(len(lowers), end + 9)
    for at in range(end + 1, stop):
        if lowers[at] in sets["titles.heads"] or lowers[at] in sets["groups.singular_heads"]:
            return True
        if analysis.tags[at] not in "NEDSAGhdPC":
            return False
    del first
    return False
