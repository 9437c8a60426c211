"""Actors founded: each with an id of its own, and found again by its entry or by its wording."""

from __future__ import annotations

from bisect import bisect_right

from tradebrief.extraction.actors.candidates import Candidate
from tradebrief.extraction.actors.players import Player, folded_words
from tradebrief.extraction.actors.roles import (
    gender_of,
)
from tradebrief.extraction.lookups.identity_words import identity_words_of
from tradebrief.extraction.lookups.kinds import (
    ANONYMOUS,
    COUNTRY,
    GROUP,
    NAME,
    ORGANIZATION,
    PERSON,
)
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import ActorEntry
from tradebrief.model import ActorId, ActorKind, Diagnostic, RuleId
from tradebrief.model.ids import slug, unique

__all__ = ["Founding", "id_of", "noun_of"]

_PREFIXES = {kind: kind.value for kind in ActorKind} | {ORGANIZATION: "org"}


class Founding:
    """The actors so far, and how one is founded or found by its wording.

    Attributes:
        players: The actors in the order in which they were founded.
        diagnostics: Mentions that fit several actors.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.players: list[Player] = []
        self.diagnostics: list[Diagnostic] = []
        self._analysis = analysis
        self._identity = identity_words_of(analysis.lexicon)
        self._taken: dict[str, int] = {}
        self._by_key: dict[object, Player] = {}
        self._by_head: dict[tuple[ActorKind, str], list[Player]] = {}
        self._paragraphs = [first for first, _ in analysis.blocks]

    def _new(
        self,
        key: object,
        id: str,
        name: str,
        kind: ActorKind,
        country: str | None = None,
        same_as: tuple[str, ...] = (),
    ) -> Player:
        player = Player(ActorId(unique(id, self._taken)), name, kind, country, same_as)
        self._by_key[key] = player
        self.players.append(player)
        return player

    def _of_entry(self, entry: ActorEntry) -> Player:
        """The actor of the lexicon's entry."""
        player = self._by_key.get(entry.id)
        return player or self._new(entry.id, entry.id, entry.name, entry.kind, entry.country, entry.same_as)

    def _folded_name(self, candidate: Candidate, lower: str) -> str:
        """The words of a description in lower case, a name that opens it as its entry: "the WTO panel"."""
        first, end = candidate.first, candidate.end
        if self._analysis.tags[first] == "E":
            known = self._analysis.index.names.at(self._analysis.tokens.words, first)
            if known is not None and known[0] < end and known[1].form is NAME:
                return f"{known[1].entry.id} {folded_words(self._analysis, known[0], end).lower()}"
        return lower

    def _own(self, candidate: Candidate, kind: ActorKind) -> Player:
        """The actor of a description by its wording; a bare definite one joins the last of its head noun."""
        words = folded_words(self._analysis, candidate.first, candidate.end)
        lower = words.lower()
        key = (kind, self._folded_name(candidate, lower), candidate.country)
        if found := self._by_key.get(key):
            return found
        same = self._by_head.setdefault((kind, candidate.head), [])
        bare = lower == candidate.head and kind is not PERSON
        if bare and same and (candidate.definite or len(same) == 1):
            return same[-1]
        if kind is ORGANIZATION and candidate.definite and len(same) == 1 and self._is_within(candidate, same[0]):
            return same[0]  # "the three-member panel" after "the three-member WTO panel"
        bare_country = kind is COUNTRY and lower == candidate.head  # "country:country" tells nothing.
        player = self._new(key, id_of(kind, f"the {words}" if bare_country else words), words, kind, candidate.country)
        sets = self._analysis.index.sets
        if kind is ANONYMOUS and (
            candidate.head in sets["groups.singular_heads"] or candidate.head in sets["titles.heads"]
        ):
            player.plural = False
            player.gender = gender_of(self._analysis, candidate.first, candidate.end)
        same.append(player)
        if (
            candidate.head in sets["groups.companies_of"] and kind is GROUP
        ):  # "a group of 14 growers", then "the growers"
            of = self._analysis.tokens.lowers[candidate.end - 1]
            self._by_head.setdefault((kind, of), []).append(player)
        return player

    def _is_within(self, candidate: Candidate, player: Player) -> bool:
        """Whether all words of a description stand in what an actor was called, but such as tell nothing."""
        words = folded_words(self._analysis, candidate.first, candidate.end).lower().split()
        telling = [word for word in words if not word.endswith(self._identity.untelling_endings)]
        return set(telling) <= set(player.name.lower().split())

    def _is_possessed(self, candidate: Candidate) -> bool:
        """Whether a possessive pronoun stands with a description, so that it is a body of its own ("her ministry")."""
        first = candidate.first
        return "S" in self._analysis.tags[max(0, first - 1) : first + 1]

    def _paragraph(self, token: int) -> int:
        """The first token of the paragraph that a token stands in."""
        at = bisect_right(self._paragraphs, token) - 1
        return self._paragraphs[at] if at >= 0 else 0

    def _leave_open(self, candidate: Candidate, message: str = "words that fit several actors") -> None:
        span = self._analysis.tokens.span(candidate.first, candidate.end)
        note = Diagnostic(rule=RuleId("actor.undecided"), message=message, span=span)
        self.diagnostics.append(note)


def id_of(kind: ActorKind, name: str) -> str:
    """The id that an actor of the text would have if no other one did."""
    return f"{_PREFIXES[kind]}:{slug(name)}"


def noun_of(candidate: Candidate) -> tuple[int, int]:
    """The tokens of a description's noun with its modifiers; the whole of anything else."""
    return candidate.noun or (candidate.first, candidate.end)
