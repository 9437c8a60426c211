"""Where actors are named or described: names, titles, groups, bodies, anonymous sources.

This step finds the words and what they tell by themselves; who is who is settled in ``actors``.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from tradebrief.extract.analysis import Analysis
from tradebrief.extract.index import NameForm, Trigger
from tradebrief.lexicon import ActorEntry
from tradebrief.model import ActorKind, BlockKind, MentionForm

__all__ = ["Candidate", "find_candidates"]

_LINKS = frozenset(
    {
        "of",
        "for",
        "and",
        "on",
        "de",
        "del",
        "da",
        "do",
        "dos",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "al",
        "el",
        "la",
        "le",
    }
)
_PARTICLES = frozenset(
    {"de", "del", "da", "do", "dos", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "ibn", "ter", "di"}
)
_LONGEST_NAME = 10
_LONGEST_TITLE = 6
_LONGEST_TITLE_LINE = 160


@frozen(kw_only=True)
class Candidate:
    """A stretch of tokens that names or describes an actor.

    Attributes:
        first: First token.
        end: Token after the last.
        form: How it names.
        kind: What sort of actor the words show, if they do.
        entry: The lexicon's entry, for a name that it knows.
        title: Tokens of the title that goes with a person's name, if one does.
        head: Head noun of a description, in lower case.
        country: Country that a modifier of a description names.
        definite: Whether a description is definite ("the minister").
        rule: Id of the rule that read it.
    """

    first: int
    end: int
    form: MentionForm
    kind: ActorKind | None
    entry: ActorEntry | None = None
    title: tuple[int, int] | None = None
    head: str = ""
    country: str | None = None
    definite: bool = False
    rule: str


def find_candidates(analysis: Analysis) -> list[Candidate]:
    """All candidates in the order of the text; only demonyms stand inside others."""
    crowded = _crowded(analysis)
    named = list(_names(analysis, crowded))
    taken = [False] * len(analysis.tokens)
    for candidate in named:
        if candidate.form is not MentionForm.DEMONYM:
            for at in range(candidate.first, candidate.end):
                taken[at] = True
    described = list(_descriptions(analysis, named, taken, crowded))
    inside = [False] * len(analysis.tokens)
    for candidate in described:
        if candidate.rule == "actor.named-body":  # "the Trump administration" is not a mention of Trump
            inside[candidate.first : candidate.end] = [True] * (candidate.end - candidate.first)
    kept = [found for found in named if found.form is MentionForm.DEMONYM or not inside[found.first]]
    return sorted([*kept, *described], key=lambda found: (found.first, found.end))


def _crowded(analysis: Analysis) -> list[bool]:
    """For each token, whether its block capitalises nearly every word, so that a capital tells nothing."""
    marks = [False] * len(analysis.tokens.words)
    words = analysis.tokens.words
    for block in analysis.article.blocks:
        if block.kind is BlockKind.BLANK or len(block.content) > _LONGEST_TITLE_LINE:
            continue
        first, end = analysis.tokens.range(block.content)
        letters = [word for word in words[first:end] if word[0].isalpha()]
        capitals = [word for word in letters if word[0].isupper()]
        if len(letters) > 1 and len(capitals) * 2 > len(letters):
            marks[first:end] = [True] * (end - first)
    return marks


def _names(analysis: Analysis, crowded: list[bool]) -> Iterator[Candidate]:
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
    words, tags, tokens = analysis.tokens.words, analysis.tags, analysis.tokens
    at = first + 1
    while at < min(len(tokens), first + _LONGEST_NAME):
        word = words[at]
        if at in analysis.barriers:
            break
        if word[0].isupper() and tags[at] in "EN":
            at += 1
        elif (
            word == "-"
            and at + 1 < len(tokens)
            and words[at + 1][0].isupper()
            and tokens.starts[at] == tokens.ends[at - 1]
        ):
            at += 2
        elif (
            word == "."
            and len(words[at - 1]) <= 4
            and at + 1 < len(tokens)
            and tags[at + 1] == "E"
            and (len(words[at - 1]) == 1 or tokens.lowers[at - 1] in analysis.index.sets["titles.honorifics"])
        ):
            at += 2
        elif word == "&" and at + 1 < len(tokens) and words[at + 1][0].isupper():
            at += 2
        elif (
            word in _LINKS
            and at + 1 < len(tokens)
            and words[at + 1][0].isupper()
            and tags[at + 1] == "E"
            and (word in _PARTICLES or _heads_body(analysis, first, at))
            and tokens.lowers[at + 1] not in analysis.index.sets["grammar.time"]
        ):
            at += 2
        else:
            break
    return min(at, len(tokens))


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
    if before == "and" and first >= 2 and tags[first - 2] in "E":
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
    """A name that the lexicon does not know: a person's where the words show it."""
    words, lowers, tags = analysis.tokens.words, analysis.tokens.lowers, analysis.tags
    while first < end and words[first] in {".", "-", "&"}:
        first += 1
    if first >= end:
        return
    if title is None:
        title = _title_before(analysis, first)
    size = end - first
    following = lowers[end] if end < len(words) else ""
    if title is None and following in analysis.index.sets["groups.collective_heads"]:
        return  # "the Trump administration" is one description.
    before = lowers[first - 1] if first else ""
    kind: ActorKind | None = None
    rule = "actor.unknown"
    if title is not None:
        kind, rule = ActorKind.PERSON, "actor.titled"
    elif size == 1 and words[first].isupper() and 2 <= len(words[first]) <= 6:
        kind, rule = ActorKind.ORGANIZATION, "actor.acronym"
    elif (
        before in analysis.index.sets["grammar.place_prepositions"]
        or before in {"of", "from"}
        and following not in {","}
    ):
        return  # A place that is no actor.
    elif any(words[at] in analysis.index.sets["groups.organization_heads"] for at in range(first, end)) and size > 1:
        kind, rule = ActorKind.ORGANIZATION, "actor.body"
    elif 2 <= size <= 5 and _described_as_person(analysis, first, end):
        kind, rule = ActorKind.PERSON, "actor.described"
    elif 2 <= size <= 4 and all(words[at].isalpha() for at in range(first, end)) and _acts(analysis, end):
        kind, rule = ActorKind.PERSON, "actor.full-name"
    elif lowers[first] in analysis.index.tags:
        return
    yield Candidate(first=first, end=end, form=MentionForm.NAME, kind=kind, title=title, rule=rule)


def _acts(analysis: Analysis, end: int) -> bool:
    """Whether a verb follows, adverbs aside, or a relative clause about a person."""
    tags, at = analysis.tags, end
    while at < len(tags) and tags[at] == "A":
        at += 1
    return at < len(tags) and tags[at] in "vMBVOG"


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


def _descriptions(
    analysis: Analysis, named: list[Candidate], taken: list[bool], crowded: list[bool]
) -> Iterator[Candidate]:
    """Groups, bodies and unnamed people described by common nouns."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    groups, collectives, singulars = (
        sets["groups.heads"],
        sets["groups.collective_heads"],
        sets["groups.singular_heads"],
    )
    heads = sets["titles.heads"]
    titled = {at for found in named if found.title for at in range(*found.title)}
    countries = {at: found for found in named if found.entry is not None for at in range(found.first, found.end)}
    done = 0
    for at in analysis.hits(Trigger.DESCRIPTION):
        lower = lowers[at]
        if at < done or tags[at] not in "NE" or taken[at] or at in titled or crowded[at]:
            continue
        plural, body, person = lower in groups, lower in collectives, lower in singulars or lower in heads
        if not (plural or body or person) or _goes_on(analysis, at):
            continue
        first = _description_start(analysis, at, taken, countries)
        found = _description(analysis, first, at, plural=plural, body=body and not plural, countries=countries)
        if found is not None:
            done = found.end
            yield found


def _goes_on(analysis: Analysis, head: int) -> bool:
    """Whether a noun is only the first part of a compound ("union leaders", "company law")."""
    at = head + 1
    tags, tokens = analysis.tags, analysis.tokens
    if at >= len(tags):
        return False
    if tags[at] == "h":
        return True
    return tags[at] == "N" and tokens.lowers[at] not in analysis.index.verbs and analysis.tokens.words[at].isalpha()


def _description_start(analysis: Analysis, head: int, taken: list[bool], countries: dict[int, Candidate]) -> int:
    tags, at = analysis.tags, head
    while at > 0 and head - at < 6 and at not in analysis.barriers:
        before = at - 1
        if tags[before] in "Nh" or (tags[before] == "A" and tags[before - 1] in "DS") or tags[before] == "K":
            pass
        elif tags[before] == "E" and (before in countries or not taken[before] or at == head):
            pass
        elif (
            tags[before] == "d"
            and tags[before - 1] in "DSN"
            and analysis.tokens.lowers[before] not in analysis.index.verb_cues
        ):
            pass
        else:
            break
        at = before
    while at < head and (tags[at] in "hA" or analysis.tokens.lowers[at] in {"other", "such"}):
        at += 1
    return at


def _description(
    analysis: Analysis, first: int, head: int, *, plural: bool, body: bool, countries: dict[int, Candidate]
) -> Candidate | None:
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    determiner = lowers[first - 1] if first and tags[first - 1] in "DS" else ""
    possessor = first >= 2 and tags[first - 1] == "G"
    modifier = next((countries[at] for at in range(first, head) if at in countries), None)
    if modifier is None and possessor and first - 2 in countries:
        modifier = countries[first - 2]
    country = modifier.country if modifier else None
    end = head + 1
    definite = determiner in {"the", "this", "that", "its", "their", "his", "her", "both"} or possessor
    if plural:
        if determiner in {"both", "these", "those", "two"} and lowers[head] in sets["grammar.parties"]:
            return None
        end = _place_after(analysis, end)
        kind, rule = ActorKind.GROUP, "actor.group"
        if _is_unnamed_source(analysis, end):
            kind, rule, end = ActorKind.ANONYMOUS, "actor.anonymous", _unnamed_end(analysis, end)
        return Candidate(
            first=first, end=end, form=MentionForm.ROLE, kind=kind, head=lowers[head], country=country,
            definite=definite, rule=rule,
        )  # fmt: skip
    if body:
        if not (determiner or possessor or modifier or first < head):
            return None
        government = lowers[head] in sets["groups.government_heads"]
        kind = ActorKind.GOVERNMENT if government else ActorKind.ORGANIZATION
        named = any(analysis.tokens.words[at][0].isupper() and at not in countries for at in range(first, head))
        if first and first < head and tags[first] == "E" and named:
            rule = "actor.named-body"
        elif determiner in {"a", "an", "any", "each", "every", "no", "another", "some"} or lowers[head] == "side":
            return None
        else:
            rule = "actor.collective"
        return Candidate(
            first=first, end=end, form=MentionForm.NAME if rule == "actor.named-body" else MentionForm.ROLE, kind=kind,
            head=lowers[head], country=country, definite=definite, rule=rule,
        )  # fmt: skip
    if determiner in {"a", "an", "one", "another"}:
        if _is_unnamed_source(analysis, end):
            end = _unnamed_end(analysis, end)
        elif not _speaks(analysis, end):
            return None
        return Candidate(
            first=first, end=end, form=MentionForm.ROLE, kind=ActorKind.ANONYMOUS, head=lowers[head],
            country=country, rule="actor.anonymous",
        )  # fmt: skip
    if definite and determiner != "both":
        return Candidate(
            first=first, end=end, form=MentionForm.ROLE, kind=ActorKind.PERSON, head=lowers[head], country=country,
            definite=True, rule="actor.office",
        )  # fmt: skip
    return None


def _place_after(analysis: Analysis, end: int) -> int:
    """The end of a description with the place that narrows it down ("growers in Sinaloa and Sonora")."""
    tokens, tags = analysis.tokens, analysis.tags
    if end + 1 >= len(tokens) or tokens.lowers[end] not in {"in", "from"} or tags[end + 1] != "E":
        return end
    at = end + 1
    while at < len(tokens) and (
        tags[at] in "Eh" or (tokens.lowers[at] == "and" and at + 1 < len(tokens) and tags[at + 1] == "E")
    ):
        at += 1
    return end if tokens.lowers[end + 1] in analysis.index.sets["grammar.time"] else at


_UNNAMED = frozenset({"familiar", "briefed", "close", "aware", "involved", "present", "knowledgeable", "privy"})


def _is_unnamed_source(analysis: Analysis, end: int) -> bool:
    """Whether a description is that of a source who is not to be named ("familiar with the talks")."""
    lowers = analysis.tokens.lowers
    at = end + (end + 1 < len(lowers) and analysis.tags[end] == "A")
    return at + 1 < len(lowers) and lowers[at] in _UNNAMED and analysis.tags[at + 1] in "PT"


def _unnamed_end(analysis: Analysis, end: int) -> int:
    """The end of "familiar with the talks": the noun phrase after the preposition."""
    tags, at = analysis.tags, end
    while at < min(len(tags), end + 14) and tags[at] not in "vMBVO,.;:qHRWU":
        at += 1
    return at


def _speaks(analysis: Analysis, end: int) -> bool:
    """Whether a cue verb follows a description."""
    tags, lowers, at = analysis.tags, analysis.tokens.lowers, end
    while at < min(len(tags), end + 8) and tags[at] in "APNEDS":
        at += 1
    while at < len(tags) and tags[at] in "BVA":
        at += 1
    return at < len(tags) and tags[at] in "vd" and lowers[at] in analysis.index.verb_cues
