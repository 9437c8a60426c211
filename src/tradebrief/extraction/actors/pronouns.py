"""Whom pronouns mean: the actor that fits in number and gender, a subject rather than anything else."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from operator import itemgetter
from typing import TypeAlias

from tradebrief.extraction.actors.binding import end_of_subject
from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.players import Player
from tradebrief.extraction.actors.roles import name_start
from tradebrief.extraction.grammar.impersonal import is_cleft, is_hearsay, is_impersonal
from tradebrief.extraction.lookups.kinds import ANONYMOUS, DEMONYM, PERSON, PRONOUN
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import Pronoun
from tradebrief.model import ClaimKind

__all__ = ["join_pronouns", "may_act"]

_LONGEST_PAIR = 8  # Tokens from the first of two who are named together to the second.
_RECENT = 4  # Sentences over which a pronoun looks back for a person.
_MOST_SEEN = 30
_LONGEST_APPOSITION = 12
_LONGEST_CLAUSE = 24
_SUBJECT, _OBJECT, _OWNER, _OBLIQUE, _MODIFIER = 4, 2, 2, 1, 0
_EMBEDDED = 0.5  # What it costs to be the subject of a clause within another.
_FARTHER = 2  # What a sentence between costs.
_QUOTED = 3  # What it costs to stand in a quotation, for a pronoun outside.
_OFTEN, _TOPIC = 3, 2  # From how many recent mentions on somebody is a topic, and what that is worth.
_LETTING = frozenset({"let", "lets", "letting"})
_LABEL = 6  # Words before the colon in a line of a transcript.
_TOLD = 1  # What it is worth that the text has told a person's gender.


# A mention that a pronoun may refer to: its first token, a title counted, the token after its last, and the actor.
_Seen: TypeAlias = tuple[int, int, Player]


def join_pronouns(
    analysis: Analysis, cast: Sequence[tuple[Candidate, Player]], author_at: Callable[[int], Player]
) -> None:
    """Join each pronoun to the actor that it must mean, or leave it.

    Args:
        analysis: The text.
        cast: The mentions by name and description in the order of the text, with their actors.
        author_at: The author who speaks at a token of a section that is an author's.
    """
    seen: deque[_Seen] = deque(maxlen=_MOST_SEEN)
    tags, lowers, pronouns = analysis.tags, analysis.tokens.lowers, analysis.lexicon.pronouns
    done, size = 0, len(cast)
    for at in analysis.pronouns:
        found, pronoun = tags[at], pronouns.get(lowers[at])
        if pronoun is None:
            continue
        while done < size and cast[done][0].first < at:  # "Its" is not "its members".
            named, player = cast[done]
            if named.form is not DEMONYM or _is_people(analysis, named):
                seen.append((name_start(named), named.end, player))
            done += 1
        if pronoun.person == 1 and pronoun.number == "singular":
            if analysis.quoted[at] < 0 and (
                analysis.is_authored(analysis.tokens.starts[at]) or _is_reporters(analysis, at)
            ):
                _mention(author_at(at), at)
            continue
        if pronoun.person != 3:
            if pronoun.person == 1 and analysis.quoted[at] < 0 and _is_outlets(analysis, at):
                _mention(author_at(at), at)
            continue
        if pronoun.case == "reflexive":
            if _is_emphatic(analysis, at):
                stressed = next((one for _, end, one in reversed(seen) if end == at), None)
                if stressed is not None:
                    _mention(stressed, at)  # "Norway itself said", "he himself said"
                continue
        elif (pronoun.gender == "neuter" and _is_of_no_actor(analysis, seen, at, possessive=found == "S")) or (
            pronoun.case == "object" and done and at < cast[done - 1][0].end  # "one of them" is one mention
        ):
            continue
        meant = _antecedent(analysis, seen, at, pronoun, possessive=found == "S")
        if meant is not None:
            if pronoun.gender in {"male", "female"}:
                meant.gender = meant.gender or pronoun.gender
            _mention(meant, at)
            seen.append((at, at + 1, meant))


def _mention(player: Player, at: int) -> None:
    player.mention(at, at + 1, PRONOUN, "actor.pronoun")


def _is_outlets(analysis: Analysis, at: int) -> bool:
    """Whether "we" outside quotations is who writes: "told us", "we hear", "our take", but not "we should all save"."""
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    if lowers[at] == "us":
        return at not in analysis.walls and any(
            "np_that" in form.cue.frames for form in index.verb_cues.get(lowers[at - 1], ())
        )
    after = at + 1
    if tags[at] == "S":
        after += lowers[after : after + 1] == ["own"]
        named = after > at + 1 and tags[after : after + 1] == ["E"]
        return named or (after < len(lowers) and lowers[after] in index.sets["grammar.of_writers"])
    while after < len(tags) and tags[after] in "BVOAX":
        after += 1
    return (
        tags[after : after + 1] != ["M"]
        and lowers[after : after + 1] != []
        and (lowers[after] in index.verb_cues or lowers[after] in index.sets["grammar.writing"])
    )


def _is_reporters(analysis: Analysis, at: int) -> bool:
    """Whether "I" outside quotations is who wrote a text with a byline, not a speaker in a transcript."""
    if analysis.article.byline is None:
        return False
    start = _paragraph_start(analysis, at)
    return ":" not in analysis.tags[start : min(at, start + _LABEL)]


def _is_emphatic(analysis: Analysis, at: int) -> bool:
    """Whether "itself" or "himself" only stresses the noun or pronoun before it: "the rule itself", "he himself"."""
    return at > 0 and analysis.tags[at - 1] in "NER" and at not in analysis.walls


def _is_of_no_actor(analysis: Analysis, seen: Sequence[_Seen], at: int, *, possessive: bool) -> bool:
    """Whether "it" or "its" means a thing, a clause to come, or any body of a sort."""
    if _is_things(analysis, at) if possessive else not may_act(analysis, at):
        return True
    return _is_anyones(analysis, seen, at)


def _is_anyones(analysis: Analysis, seen: Sequence[_Seen], at: int) -> bool:
    """Whether "it" means any body of a sort that stands before it in its clause: "each country drags its feet"."""
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if sets["grammar.any"].isdisjoint(lowers[max(0, at - _LONGEST_CLAUSE) : at]):  # As nearly always.
        return False
    ends = {end for _, end, _ in seen}
    for head in range(at - 1, max(-1, at - _LONGEST_CLAUSE), -1):
        if head + 1 in analysis.walls or tags[head] in ";:q":
            return False
        if lowers[head] in sets["grammar.any_bodies"]:
            first = head - 1
            while first > 0 and tags[first] in "NAhd":
                first -= 1
            if first >= 0 and lowers[first] in sets["grammar.any"]:
                return not any(head < end and first < head for first, end, _ in seen if first > head - _LONGEST_PAIR)
            return False
        if head + 1 in ends:
            return False
    return False


def _is_things(analysis: Analysis, at: int) -> bool:
    """Whether "its" goes with what only laws, deals and duties have: "its passage", but not "its repeal of the act"."""
    lowers = analysis.tokens.lowers
    return (
        lowers[at + 1 : at + 2] != []
        and lowers[at + 1] in analysis.index.sets["grammar.of_things"]
        and (lowers[at + 2 : at + 3] != ["of"])
    )


def may_act(analysis: Analysis, at: int) -> bool:
    """Whether "it" can mean an actor: a subject that stands for no clause to come.

    As an object ("opposes it") it is nearly always what is spoken of. "It is clear that" and "it remains to be seen"
    have no actor either, but "it is thought to" and "it hopes to" have.
    """
    tags, lowers, probe = analysis.tags, analysis.tokens.lowers, at + 1
    if at and lowers[at - 1] in analysis.index.sets["grammar.making"] and at not in analysis.walls:
        return False  # "made it clear that"
    if at and lowers[at - 1] in _LETTING and lowers[probe : probe + 1] == ["be"]:
        return False  # "let it be known that"
    if is_hearsay(analysis, at):
        return False
    if tags[probe : probe + 1] == ["q"]:
        return tags[probe + 1 : probe + 2] == ["v"]  # "it “stood by” her", but "calling it “a disgrace”"
    while probe < len(tags) and tags[probe] in "AXMVBO":
        probe += 1
    if probe < len(tags) and tags[probe] in "vi":
        if lowers[probe] not in analysis.index.copulas:
            return not is_impersonal(analysis, probe)
        if is_impersonal(analysis, probe):
            return False
        probe += 1
    elif all(tag in "AX" for tag in tags[at + 1 : probe]) or is_cleft(analysis, probe - 1):
        return False  # "sees it differently"
    following = tags[probe : probe + 4]
    if probe < len(tags) and _wills(analysis, probe) and following[1:2] != ["H"]:
        return True  # "it was willing to lift the ban"
    if following[:1] == ["d"]:
        return "H" not in following[:3]
    return not (following and following[0] in "NATEP" and ("H" in following or "T" in following))


def _wills(analysis: Analysis, at: int) -> bool:
    """Whether an adjective says what its holder wants: "willing", "open"."""
    forms = analysis.index.adjective_cues.get(analysis.tokens.lowers[at], ())
    return any(form.cue.kind is ClaimKind.EVENTUALITY and not form.tail for form in forms)


def _weight(analysis: Analysis, first: int, end: int) -> int:
    """How prominent the place of a mention is: a subject's more than an object's, that more than a preposition's."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    following = tags[end] if end < len(tags) else ""
    if following == "G" or (tags[first] == "S" and end == first + 1):
        return _OWNER
    if _is_subject(analysis, first, end, following):
        return _SUBJECT
    if first > 1 and lowers[first - 1] == "to" and lowers[first - 2] == "according":
        return _SUBJECT
    if following and following in "NEg" and tags[end - 1] == "E":
        return _MODIFIER
    before = first - 1 - (first > 0 and tags[first - 1] == "D")
    return _OBLIQUE if before >= 0 and tags[before] in "PT" else _OBJECT


def _is_embedded(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a mention opens a clause that is part of another: "that Norway lied", "after Norway left"."""
    tags, before = analysis.tags, first - 1 - (first > 0 and analysis.tags[first - 1] == "D")
    if before < 0 or first in analysis.walls:
        return False
    if tags[before] in "vi":  # "says Norway lied", but not "says Norway, which"
        forms = analysis.index.verb_cues.get(analysis.tokens.lowers[before], ())
        return _finite_follows(analysis, end) and any("bare" in form.cue.frames for form in forms)
    return tags[before] in "HUW"


def _is_subject(analysis: Analysis, first: int, end: int, following: str) -> bool:
    """Whether a mention is a subject: its verb follows, or a verb of saying stands before it."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if following in "AvMBVO" and _finite_follows(analysis, end):
        return not _is_within_phrase(analysis, first)
    if following == "P" and end + 1 < len(tags) and lowers[end + 1] in analysis.index.sets["grammar.time"]:
        return _finite_follows(analysis, end + 2)  # "Norway on Thursday rejected"
    if following == ",":
        if first and "," in analysis.tagged[first - 1 : end] and _finite_follows(analysis, end + 1):
            return True  # "their lobby, the Lund Council, wants"
        clause = end + 1 < len(tags) and tags[end + 1] in "WH"
        closing = analysis.tagged.find(",", end + 1, end + (_LONGEST_CLAUSE if clause else _LONGEST_APPOSITION))
        if closing > 0 and _finite_follows(analysis, closing + 1):
            return True
    verb = first - 1 - (first > 0 and tags[first - 1] == "D")  # "said the envoy", "said a spokeswoman, Ana Ruiz"
    if verb < 1 or tags[verb] != "v" or tags[verb - 1] not in ",q" or following not in ",.;-(W":
        return False
    return lowers[verb] in analysis.index.verb_cues


def _is_within_phrase(analysis: Analysis, first: int) -> bool:
    """Whether a name ends the phrase of another subject: "The chamber of commerce in China said"."""
    before = first - 1 - (first > 0 and analysis.tags[first - 1] == "D")
    if before < 1 or analysis.tags[before] not in "PT" or before in analysis.barriers or first in analysis.barriers:
        return False
    return analysis.tags[before - 1] in "NEdg" and analysis.tokens.lowers[before] not in {"as", "than"}


def _finite_follows(analysis: Analysis, at: int) -> bool:
    tags = analysis.tags
    size = len(tags)
    while at < size and tags[at] == "A":
        at += 1
    return at < size and tags[at] in "vMBVO"


def _is_people(analysis: Analysis, named: Candidate) -> bool:
    """Whether a demonym is a noun for a people, which "they" can mean: "the Thais", not "the Thai mills"."""
    tags, first, end = analysis.tags, named.first, named.end
    if first < 1 or first in analysis.walls or analysis.tokens.lowers[first - 1] != "the":
        return False
    return end >= len(tags) or tags[end] not in "NEgdhK-"


def _suits(mention: _Seen, pronoun: Pronoun, *, personal: bool) -> bool:
    """Whether a pronoun can mean whom a mention names, in number and gender."""
    player, mentioned = mention[2], mention[2].mentions.get((mention[0], mention[1]))
    if mentioned is not None and mentioned[0] is DEMONYM:
        return pronoun.number == "plural"
    if personal:
        single = player.kind is PERSON or (player.kind is ANONYMOUS and not player.plural)
        return single and (player.gender is None or player.gender == pronoun.gender)
    if pronoun.number == "plural":
        return player.plural
    return player.is_body  # Also a government that "they" can mean, as it is called "the authorities".


def _paragraph_start(analysis: Analysis, at: int) -> int:
    """The first token of the paragraph that a token stands in."""
    number = bisect_right(analysis.blocks, at, key=itemgetter(0)) - 1
    return analysis.blocks[number][0] if number >= 0 else 0


def _persons_since(seen: Sequence[_Seen], start: int, pronoun: Pronoun) -> frozenset[Player]:
    """The persons whom a pronoun suits of whom a paragraph has spoken so far."""
    since = takewhile(lambda mention: mention[0] >= start, reversed(seen))
    return frozenset(mention[2] for mention in since if _suits(mention, pronoun, personal=True))


def _quotation_before(analysis: Analysis, at: int) -> int:
    """The index of the quotation right before a token, whose speaker stands there ("...," she said), or -1."""
    mark = at - 1 - (at > 1 and analysis.tags[at - 1] == ",")
    return analysis.quoted[mark - 1] if mark > 0 and analysis.tags[mark] == "q" and analysis.quoted[mark] < 0 else -1


def _within_reach(analysis: Analysis, seen: Sequence[_Seen], at: int, reach: int) -> list[_Seen]:
    """The mentions of the last sentences, the latest first; within a quotation only those that stand there as well."""
    sentence_at, quoted = analysis.sentence_at, analysis.quoted
    lowest, quotation = sentence_at[at] - reach, quoted[at]
    near = list(takewhile(lambda mention: sentence_at[mention[0]] >= lowest, reversed(seen)))
    return near if quotation < 0 else [mention for mention in near if quoted[mention[0]] == quotation]


def _antecedent(
    analysis: Analysis, seen: Sequence[_Seen], at: int, pronoun: Pronoun, *, possessive: bool
) -> Player | None:
    """The actor that a pronoun of the third person means: the most prominent one in reach that fits."""
    sentence_at, quoted = analysis.sentence_at, analysis.quoted
    sentence, quotation = sentence_at[at], quoted[at]
    personal = pronoun.gender in {"male", "female"}
    said = _quotation_before(analysis, at)
    named = {player for first, _, player in seen if quoted[first] == said} if said >= 0 else ()
    lowers = analysis.tokens.lowers
    if possessive and lowers[at - 2 : at] == [",", "for"] and lowers[at + 1 : at + 2] == ["part"]:
        return next((one for _, end, one in reversed(seen) if end == at - 2), None)  # "Peru, for its part,"
    if possessive and seen and _is_owed(analysis, seen[-1], at) and _suits(seen[-1], pronoun, personal=personal):
        return seen[-1][2]
    if not possessive and pronoun.case == "subject" and at > 1 and analysis.tags[at - 1] == "W":
        before = at - 1 - (analysis.tags[at - 2] == ",")
        named = {*named, *(player for _, end, player in seen if end == before)}  # "Peru, which it accuses of"
    if not possessive and (pronoun.case != "subject" or pronoun.gender == "neuter") and pronoun.case != "reflexive":
        bound = end_of_subject(analysis, at, {end for _, end, _ in seen})
        named = {*named, *(player for _, end, player in seen if end == bound)}  # "Peru wants it gone"
    suited = [
        mention
        for mention in _within_reach(analysis, seen, at, _RECENT if personal else 1)
        if mention[2] not in named and _suits(mention, pronoun, personal=personal)
    ]
    if not suited or (personal and len({player for _, _, player in suited}) == 1):
        return suited[0][2] if suited else None
    recent = [player for _, _, player in seen] if personal else []
    near = _persons_since(seen, _paragraph_start(analysis, at), pronoun) if personal else frozenset[Player]()
    joined = at > 1 and analysis.tagged[at - 2 : at] == ",C"
    best: dict[Player, tuple[float, int]] = {}
    for first, end, player in suited:
        weight = _weight(analysis, first, end)
        score: float = weight - _FARTHER * (sentence - sentence_at[first])
        if personal and (not near or player in near):  # Whom the paragraph has named is the topic, not one further up.
            score += _TOLD * (player.gender is not None) + _TOPIC * (recent.count(player) >= _OFTEN)
        if quotation < 0 <= quoted[first]:
            score -= _QUOTED
        if weight == _SUBJECT and _is_embedded(analysis, first, end) and (sentence > sentence_at[first] or joined):
            score -= _EMBEDDED  # "Norway said that Peru would pay. It"
        if player not in best or best[player][0] < score:
            best[player] = (score, first)
    if quotation >= 0 and len(best) > 1:
        return None
    player, (score, first) = max(best.items(), key=itemgetter(1))
    if pronoun.number != "plural" and any(
        other is not player and _are_joined(analysis, *sorted((first, place))) for other, (_, place) in best.items()
    ):
        return None  # "Ms Lund and Ms Berg met. She": either may be meant.
    if personal and _is_open(analysis, seen, at, (player, first), best):
        return None
    if not personal and pronoun.number != "plural" and not possessive and score < _SUBJECT - _FARTHER - _EMBEDDED:
        return None
    return player


def _is_owed(analysis: Analysis, last: _Seen, at: int) -> bool:
    """Whether "her" tells what somebody is praised or blamed for: "commended the envoy, Ana Ruiz, for her stamina"."""
    tags, lowers, index = analysis.tags, analysis.tokens.lowers, analysis.index
    if lowers[at - 1] != "for" or last[1] not in (at - 1, at - 1 - (tags[at - 2] == ",")):
        return False
    for verb in range(last[0] - 1, max(-1, last[0] - _LONGEST_APPOSITION), -1):
        if tags[verb] in "vigd":
            forms = index.verb_cues.get(lowers[verb], ())
            return any("np_pp" in form.cue.frames and "for" in form.cue.prepositions for form in forms)
        if tags[verb] not in "DSNEA,":
            return False
    return False


def _is_open(
    analysis: Analysis,
    seen: Sequence[_Seen],
    at: int,
    chosen: tuple[Player, int],
    best: Mapping[Player, tuple[float, int]],
) -> bool:
    """Whether "he" or "she" may as well mean another whom the same earlier sentence names: "Ruiz met Lund. He said".

    Whose gender the text has told, who has been spoken of more often, or who says what that sentence tells, is clearly
    the one.
    """
    player, first = chosen
    sentence = analysis.sentence_at[first]
    if player.gender is not None or analysis.sentence_at[at] == sentence:
        return False
    recent = [one for _, _, one in seen]
    rivals = [
        place
        for other, (_, place) in best.items()
        if other is not player
        and other.gender is None
        and analysis.sentence_at[place] == sentence
        and recent.count(other) >= recent.count(player)
    ]
    return bool(rivals) and not _tells(analysis, first, next(end for one, end, _ in seen if one == first), rivals)


def _tells(analysis: Analysis, first: int, end: int, others: Sequence[int]) -> bool:
    """Whether a mention is who says what its sentence tells, to nobody named: "Ruiz said that", "according to Ruiz"."""
    lowers = analysis.tokens.lowers
    if first > 1 and lowers[first - 2 : first] == ["according", "to"]:
        return True
    return end < len(lowers) and lowers[end] in analysis.index.verb_cues and end + 1 not in others


def _are_joined(analysis: Analysis, first: int, second: int) -> bool:
    """Whether two mentions are named together as one subject: "Ms Lund and Ms Berg", "Peru and Chile"."""
    between = range(first, second)
    if not 1 < len(between) <= _LONGEST_PAIR or "and" not in analysis.tokens.lowers[first:second]:
        return False
    return all(analysis.tags[at] in "ENhCG" for at in between)
