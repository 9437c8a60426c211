"""Who says "I" in a quotation: the person whom the words beside it name as the speaker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen

from tradebrief.extraction.analysis import Analysis
from tradebrief.extraction.kinds import PERSON, PRONOUN
from tradebrief.extraction.players import Player
from tradebrief.extraction.quotes import goes_on

__all__ = ["join_speakers"]

_BEFORE = 8  # Words between the verb of saying and the quotation: "told reporters in Oslo:".
_TITLE = 6  # Words of a title before the speaker's name.
_BREAK = 14  # Words between two quotations of one speaker.


def join_speakers(analysis: Analysis, players: Iterable[Player]) -> None:
    """Join "I" and "my" within quotations to the persons who say them, where that is plain."""
    quoted = analysis.quoted
    said = [at for at in analysis.pronouns if quoted[at] >= 0 and _is_first(analysis, at)]
    said = [at for at in said if not any(inner.open < at < inner.close for inner in analysis.inner_quotations)]
    if not said:
        return
    persons = [player for player in players if player.kind is PERSON]
    places = _Places(
        starting={first: (end, player) for player in persons for first, end in player.mentions},
        ending={end: player for player in persons for _, end in player.mentions},
    )
    speakers = _speakers(analysis, places)
    for at in said:
        speaker = speakers.get(analysis.quoted[at])
        if speaker is not None:
            speaker.mention(at, at + 1, PRONOUN, "actor.speaker-pronoun")


@frozen
class _Places:
    """Where persons are mentioned, by first token and by the token after the last."""

    starting: Mapping[int, tuple[int, Player]]
    ending: Mapping[int, Player]


def _is_first(analysis: Analysis, at: int) -> bool:
    pronoun = analysis.lexicon.pronouns.get(analysis.tokens.lowers[at])
    return pronoun is not None and pronoun.person == 1 and pronoun.number == "singular"


def _speakers(analysis: Analysis, places: _Places) -> dict[int, Player]:
    """The speaker of each quotation that has one, by its number."""
    found: dict[int, Player] = {}
    for number, quotation in enumerate(analysis.quotations):
        speaker = _after(analysis, places, quotation.close + 1) or _before(analysis, places, quotation.open)
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
            return player if inverted or _says(analysis, end) else None
        if analysis.tags[probe] not in "DSGENhdA,":
            return None
    return None


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
