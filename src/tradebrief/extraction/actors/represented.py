"""For whom a speaker says "we": the country or body whose office the text gives the person."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter

from attrs import frozen

from tradebrief.extraction.actors.players import Player
from tradebrief.extraction.lookups.identity_words import identity_words_of
from tradebrief.extraction.lookups.kinds import COUNTRY, GOVERNMENT, METONYM, NAME, ORGANIZATION, PERSON
from tradebrief.extraction.tagging.analysis import Analysis

__all__ = ["Bodies", "body_of", "find_bodies"]

_STATES = (COUNTRY, GOVERNMENT)
_OF = frozenset({"of", "at", "for"})
_FAR = 300  # Words before a minister's name in which the paragraph's country may stand.
_LONGEST_TOWN = 3
_LED = 5  # Words from "who heads" to the body: "who heads trade policy at the European Commission".


@frozen
class Bodies:
    """Where countries and bodies are mentioned, and which there are.

    Attributes:
        starting: The end and actor of each mention by its first token.
        ending: The actor of each mention by the token after its last.
        states: Countries and governments by their code, the country first.
        organized: The organizations among them by first token, in order.
    """

    starting: Mapping[int, tuple[int, Player]]
    ending: Mapping[int, Player]
    states: Mapping[str, Player]
    organized: Sequence[tuple[int, int, Player]]


def find_bodies(players: Sequence[Player]) -> Bodies:
    """The bodies among the actors of a text."""
    bodies = [player for player in players if player.is_body]
    places = [(first, end, player) for player in bodies for first, end in player.mentions]
    states = sorted((one for one in bodies if one.kind in _STATES and one.country), key=lambda one: one.kind != COUNTRY)
    return Bodies(
        starting={first: (end, player) for first, end, player in places},
        ending={end: player for _, end, player in places},
        states={str(one.country): one for one in reversed(states)},
        organized=sorted((place for place in places if place[2].kind is ORGANIZATION), key=itemgetter(0)),
    )


def body_of(analysis: Analysis, bodies: Bodies, speaker: Player) -> Player | None:
    """The body that a person speaks for: the only one whose office the text gives him or her."""
    told = speaker.offices if speaker.kind is PERSON else speaker.mentions
    offices = [place for place in told if _speaks_for_body(analysis, *place)]
    found = {body: None for place in offices for body in _bodies_at(analysis, bodies, *place)}
    if not found and speaker.kind is PERSON:
        found = dict.fromkeys(_employers(analysis, bodies, speaker))
    if not found and speaker.country is None:
        found = {body: None for place in offices for body in _bodies_before(analysis, bodies, *place)}
    if len(found) == 1:
        return next(iter(found))
    if not offices or found:
        return None
    code = speaker.country or (_country_around(analysis, bodies, speaker) if _is_minister(analysis, offices) else None)
    return bodies.states.get(code) if code else None


def _is_minister(analysis: Analysis, offices: Sequence[tuple[int, int]]) -> bool:
    """Whether one of a person's offices is a minister's: "Trade Minister", "Agriculture Secretary"."""
    lowers, fields = analysis.tokens.lowers, identity_words_of(analysis.lexicon).portfolios
    return any(
        lowers[end - 1] == "minister" or (lowers[end - 1] == "secretary" and not fields.isdisjoint(lowers[first:end]))
        for first, end in offices
    )


def _country_around(analysis: Analysis, bodies: Bodies, speaker: Player) -> str | None:
    """The country whose minister the text introduces without it.

    The one that opens the sentence, else the only one that the paragraph has named outside quotations, else that of
    the dateline.
    """
    first = min(speaker.mentions)[0]
    floor, _ = analysis.bounds[analysis.sentence_at[first]]
    openers = (at for at in range(floor, min(floor + 2, first)) if analysis.quoted[at] < 0)
    opening = next((at for at in openers if at in bodies.starting), None)
    if opening is not None and bodies.starting[opening][1].kind in _STATES:
        return bodies.starting[opening][1].country
    block, _ = analysis.blocks[bisect_right(analysis.blocks, first, key=itemgetter(0)) - 1]
    told = (at for at in range(max(block, first - _FAR), first) if analysis.quoted[at] < 0)
    named = {bodies.starting[at][1] for at in told if at in bodies.starting}
    codes = {body.country for body in named if body.kind in _STATES}
    if len(codes) == 1:
        return codes.pop()
    return None if codes else country_of_dateline(analysis)


def country_of_dateline(analysis: Analysis) -> str | None:
    """The country whose capital stands in the dateline."""
    dateline = analysis.article.dateline
    if dateline is None:
        return None
    starts = analysis.tokens.starts
    first, end = bisect_left(starts, dateline.start), bisect_left(starts, dateline.end)
    for at in range(first, end):
        words = [word.title() for word in analysis.tokens.words[at : min(end, at + _LONGEST_TOWN)]]
        known = analysis.index.names.at(words, 0)
        if known is not None and known[1].form is METONYM and known[1].entry.kind is COUNTRY:
            return known[1].entry.country
    return None


def _speaks_for_body(analysis: Analysis, first: int, end: int) -> bool:
    """Whether those who hold an office say "we" for its body; who held it once does not."""
    words = identity_words_of(analysis.lexicon)
    office = analysis.tokens.lowers[max(0, first - 1) : end]
    return not words.spokespeople.isdisjoint(office) and words.former.isdisjoint(office)


def _employers(analysis: Analysis, bodies: Bodies, speaker: Player) -> list[Player]:
    """The bodies that stand with a person's name: "Ana Lund of Ode Research", "Ana Lund, who heads the Ode Union"."""
    lowers, found = analysis.tokens.lowers, list[Player]()
    leading = identity_words_of(analysis.lexicon).leading_verbs
    for (_, end), (form, _) in speaker.mentions.items():
        if form is not NAME or end + 3 >= len(lowers):
            continue
        if lowers[end] in _OF or lowers[end] == "from":
            reach = range(end + 1, end + 3)
        elif lowers[end + 1] == "who" and lowers[end + 2] in leading:
            reach = range(end + 3, min(len(lowers), end + 3 + _LED))
        else:
            continue
        at = next((at for at in reach if at in bodies.starting or analysis.tags[at] not in "DNAPhd"), end)
        _, body = bodies.starting.get(at, (at, None))
        if body is not None and (body.kind not in _STATES or (lowers[end] == "of" and speaker.offices)):
            found.append(body)
    return found


def _bodies_before(analysis: Analysis, bodies: Bodies, first: int, end: int) -> list[Player]:
    """The bodies to which an office without one belongs, by what the text has told before it.

    "Union president Ana Lund" is that of the only union; a chief executive that of the only body that the paragraph
    has named.
    """
    words, lowers = identity_words_of(analysis.lexicon), analysis.tokens.lowers
    noun = lowers[first] if end - first > 1 else lowers[first - 1] if first else ""
    if noun in analysis.index.sets["groups.associations"] or noun in words.companies:
        return list({body: None for at, stop, body in bodies.organized if at < first and lowers[stop - 1] == noun})
    if not words.chiefs.issuperset(lowers[end - 1 : end]):
        return []
    block = bisect_right(analysis.blocks, first, key=itemgetter(0)) - 1
    since = bisect_left(bodies.organized, analysis.blocks[block][0], key=itemgetter(0))
    named = bodies.organized[since : bisect_left(bodies.organized, first, key=itemgetter(0))]
    return list({body: None for _, _, body in named})


def _bodies_at(analysis: Analysis, bodies: Bodies, first: int, end: int) -> list[Player]:
    """The bodies that stand with an office: before it ("Norway's", "its"), within it, or after "of"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    before = bodies.ending.get(first) or (bodies.ending.get(first - 1) if tags[first - 1 : first] == ["G"] else None)
    if before is not None:
        return [before]
    at = first
    while at < end:
        if at in bodies.starting:
            return [bodies.starting[at][1]]
        at += 1
    if lowers[end : end + 1] and lowers[end] in _OF:
        at = end + 1 + (tags[end + 1 : end + 2] == ["D"])
        if at in bodies.starting:
            return [bodies.starting[at][1]]
    return []
