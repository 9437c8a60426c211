"""Who says "I" or "we" in a quotation: whom the words beside it name, and the body that one speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from attrs import frozen

from tradebrief.extraction.actors.players import Player
from tradebrief.extraction.actors.represented import body_of, find_bodies
from tradebrief.extraction.lookups.kinds import ANONYMOUS, PERSON, PRONOUN
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.extraction.tagging.quotes import Quotation, goes_on

__all__ = ["join_speakers"]

_BEFORE = 8  # Words between the verb of saying and the quotation: "told reporters in Oslo:".
_TITLE = 6  # Words of a title before the speaker's name.
_BREAK = 14  # Words between two quotations of one speaker.
_STOPS = frozenset({".", "...", "…", ";"})
_CLOSED = frozenset(".,;WP")


def join_speakers(analysis: Analysis, players: Sequence[Player]) -> None:
    """Join "I" and "we" within quotations to who says them, or to the body that one speaks for, where that is plain."""
    quoted = analysis.quoted
    said = [at for at in analysis.pronouns if quoted[at] >= 0 and _is_first(analysis, at)]
    said = [at for at in said if not any(inner.open < at < inner.close for inner in analysis.inner_quotations)]
    if not said:
        return
    speakers = _speakers(analysis, _places_of(players, single=True), _places_of(players, single=False))
    if not speakers:
        return
    meant = _Meant(analysis, players)
    for at in said:
        speaker = speakers.get(quoted[at])
        if speaker is not None:
            whom = meant.by(speaker, at)
            if whom is not None:
                whom.mention(at, at + 1, PRONOUN, "actor.speaker-pronoun")


class _Meant:
    """Whom a speaker means by "I" and "we"."""

    def __init__(self, analysis: Analysis, players: Sequence[Player]) -> None:
        self._analysis = analysis
        self._bodies = find_bodies(players)
        self._spoken_for: dict[Player, Player | None] = {}

    def by(self, speaker: Player, at: int) -> Player | None:
        """Whom the pronoun at a token means in a speaker's mouth: "we" of an office is its body, of growers they."""
        lowers = self._analysis.tokens.lowers
        pronoun = self._analysis.lexicon.pronouns[lowers[at]]
        if pronoun.number == "singular":
            return speaker if _is_single(speaker) else None
        if _is_everybody(self._analysis, at):
            return None
        if not _is_single(speaker):
            return speaker
        if speaker not in self._spoken_for:
            self._spoken_for[speaker] = body_of(self._analysis, self._bodies, speaker)
        return self._spoken_for[speaker]


def _is_everybody(analysis: Analysis, at: int) -> bool:
    """Whether "we" means everybody who hears it: "we should all", "let us", "all of us"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if lowers[at - 1] == "let" or lowers[at - 2 : at] == ["all", "of"]:
        return True
    after = at + 1
    while after < len(tags) and tags[after] in "MVBO":
        after += 1
    return lowers[after : after + 1] == ["all"]


@frozen
class _Places:
    """Where actors are mentioned, the longest first, by first token and by the token after the last."""

    starting: Mapping[int, tuple[int, Player]]
    ending: Mapping[int, Player]


def _places_of(players: Iterable[Player], *, single: bool) -> _Places:
    """Where single people are mentioned, or else all others."""
    places = [
        (end - first, first, end, player)
        for player in players
        if _is_single(player) is single
        for first, end in player.mentions
    ]
    places.sort(key=itemgetter(0))
    return _Places(
        starting={first: (end, player) for _, first, end, player in places},
        ending={end: player for _, _, end, player in places},
    )


def _is_single(player: Player) -> bool:
    return player.kind is PERSON or (player.kind is ANONYMOUS and not player.plural)


def _is_first(analysis: Analysis, at: int) -> bool:
    pronoun = analysis.lexicon.pronouns.get(analysis.tokens.lowers[at])
    return pronoun is not None and pronoun.person == 1


def _speakers(analysis: Analysis, people: _Places, others: _Places) -> dict[int, Player]:
    """The speaker of each quotation that has one, by its number."""
    found: dict[int, Player] = {}
    for number, quotation in enumerate(analysis.quotations):
        follows = _is_followed(analysis, quotation)
        speaker = (
            (_after(analysis, people, quotation.close + 1) if follows else None)
            or _before(analysis, people, quotation.open)
            or (_at_once_after(analysis, others, quotation.close + 1) if follows else None)
            or _before(analysis, others, quotation.open)
        )
        if speaker is None and number - 1 in found and _goes_on(analysis, number):
            speaker = found[number - 1]
        if speaker is not None:
            found[number] = speaker
    for number in range(len(analysis.quotations) - 2, -1, -1):
        if number + 1 in found and goes_on(*analysis.quotations[number : number + 2]):
            found.setdefault(number, found[number + 1])  # Named at the end of a speech over several paragraphs.
    return found


def _says(analysis: Analysis, at: int) -> bool:
    tags = analysis.tags
    return at < len(tags) and tags[at] == "v" and analysis.tokens.lowers[at] in analysis.index.verb_cues


def _after(analysis: Analysis, places: _Places, at: int) -> Player | None:
    """The speaker whom the words after a quotation name: ", said Trade Minister Lan", ", he said"."""
    at += analysis.tags[at : at + 1] == [","]
    inverted = _says(analysis, at)
    for probe in range(at + inverted, min(len(analysis.tags), at + inverted + _TITLE)):
        if probe in places.starting:
            end, player = places.starting[probe]
            return player if inverted or _says(analysis, end + (analysis.tags[end : end + 1] == [","])) else None
        if analysis.tags[probe] not in "DSGENhdA,":
            return None
    return None


def _is_followed(analysis: Analysis, quotation: Quotation) -> bool:
    """Whether a sentence goes on after a quotation, which is none where that ends it."""
    after = quotation.close + 1
    if after in analysis.block_starts or after >= len(analysis.tags):
        return False
    return analysis.tags[after] == "," or analysis.tokens.lowers[quotation.close - 1] not in _STOPS


def _at_once_after(analysis: Analysis, places: _Places, at: int) -> Player | None:
    """The group or body that speaks right after a quotation: ", the growers said", ", said the ministry."."""
    tags = analysis.tags
    at += tags[at : at + 1] == [","]
    inverted = _says(analysis, at)
    at += inverted
    at += tags[at : at + 1] == ["D"]
    end, player = places.starting.get(at, (at, None))
    if player is None or (not _CLOSED.issuperset(tags[end : end + 1]) if inverted else not _says(analysis, end)):
        return None
    return player


def _before(analysis: Analysis, places: _Places, at: int) -> Player | None:
    """The speaker whom the words before a quotation name: "Lan said:", "Lan told reporters,", "Lan:"."""
    if analysis.tags[at - 1 : at] == [":"] and at - 1 in places.ending:
        return places.ending[at - 1]
    for probe in range(at - 1, max(-1, at - _BEFORE), -1):
        if analysis.tags[probe] in ".;q" or probe in analysis.walls:
            return None
        if _says(analysis, probe):
            return places.ending.get(probe - (analysis.tags[probe - 1] == ","))  # "The minister, Ana Lund, said:"
    return None


def _goes_on(analysis: Analysis, number: int) -> bool:
    """Whether a quotation goes on from the one before: over paragraphs, or with nothing but its speaker between."""
    before, own = analysis.quotations[number - 1], analysis.quotations[number]
    if goes_on(before, own):
        return True
    near = own.open - before.close <= _BREAK and analysis.tags[own.open - 1] in ".,"
    return near and analysis.block_starts.isdisjoint(range(before.close + 1, own.open + 1))
