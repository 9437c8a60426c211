"""Who is meant by an office: "the minister" is the only person whose role fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, frozen

from tradebrief.extraction.actors.players import Player
from tradebrief.extraction.lookups.identity_words import IdentityWords

__all__ = ["Office", "Offices", "one_here"]

Spoken = tuple[str | None, str | None]  # Code of a country, id of a state.

_MOST_HOLDERS = 40  # Earlier holders of one office are not compared.


@frozen
class Office:
    """An office as its words can be compared.

    Attributes:
        words: Its words in lower case, the head noun last, nouns of one meaning made one.
        written: Its words as the text has them, in lower case.
        country: Code of the country that it is of, where the text tells.
        place: Id of the state or province that it is of, where the text tells.
        owned: Whether it is a body's rather than a state's ("the council's president").
    """

    words: tuple[str, ...]
    written: tuple[str, ...]
    country: str | None = None
    place: str | None = None
    owned: bool = False

    @property
    def head(self) -> str:
        """The head noun."""
        return self.words[-1]


@define(eq=False)
class _Holder:
    """Somebody who holds an office.

    Attributes:
        player: Who it is.
        office: The office.
        about: The only country, and the only state, that the text had spoken of before it told of the office.
    """

    player: Player
    office: Office
    about: Spoken = (None, None)


class Offices:
    """The offices that a text gives persons, and who holds them."""

    def __init__(self, identity: IdentityWords) -> None:
        self._identity = identity
        self._by_head: dict[str, list[_Holder]] = {}
        self._leaders: list[_Holder] = []
        self._unnamed: set[Player] = set()

    def read(
        self, words: Iterable[str], country: str | None, place: str | None = None, *, owned: bool = False
    ) -> Office:
        """The office that words name; "director-general" is read as "Director General" is."""
        written = tuple([part for word in words for part in word.lower().split("-") if part])
        return Office(self._identity.office(written), written, country, place, owned)

    def note_unnamed(self, player: Player, office: Office) -> None:
        """Remember who holds an office of a country or state and has no name: "Chile's trade minister"."""
        if office.country or office.place:
            self._unnamed.add(player)
            player.place = player.place or office.place
            self.note(player, office)

    def note(self, player: Player, office: Office, about: Spoken = (None, None)) -> None:
        """Remember that a person holds an office."""
        holders = self._by_head.setdefault(office.head, [])
        if all(holder.player is not player or holder.office != office for holder in holders[-_MOST_HOLDERS:]):
            holders.append(_Holder(player, office, about))
            if not office.owned and office.words in self._identity.state_leaders:
                self._leaders.append(holders[-1])

    def holders(self, office: Office, paragraph: int, *, sure: bool = True) -> list[Player]:
        """The persons whom an office may mean: those whose role has all its words, or else those with its bare noun.

        Args:
            office: The office.
            paragraph: First token of the paragraph in which it stands.
            sure: Whether a country or state that it is of has to be known as the person's own.
        """
        known = self._by_head.get(office.head, ())[-_MOST_HOLDERS:]
        if not known and office.country and len(office.words) == 1 and office.head in self._identity.leader_nouns:
            return self._leaders_of(office.country)
        able = [holder for holder in known if not _differs(office, holder)]
        if sure and (office.country or office.place) and office.head not in self._identity.chiefs:
            able = [holder for holder in able if _is_known_of(office, holder)]
        if office.head in self._identity.shared_offices:
            able = [one for one in able if not one.office.owned or one.player.is_mentioned_since(paragraph)]
        fits = [holder for holder in able if self._covers(holder.office, office)]
        if not fits and len(office.words) > 1 and not self._is_compound(office):
            fits = [holder for holder in able if len(holder.office.words) == 1]
        if office.country:
            own = [holder for holder in fits if office.country in (holder.office.country, holder.player.country)]
            fits = own or fits
        fits = [holder for holder in fits if set(office.written) <= set(holder.office.written)] or fits
        return self._without_doubles(fits)

    def latest(self, players: Sequence[Player]) -> Sequence[Player]:
        """Several persons, without those who have no name and of whom the text spoke before it last spoke of others."""
        named = [player.last for player in players if player not in self._unnamed]
        since = max(named, default=-1)
        return [player for player in players if player not in self._unnamed or player.last > since]

    def is_named(self, player: Player) -> bool:
        """Whether the text names somebody who holds an office."""
        return player not in self._unnamed

    def _without_doubles(self, holders: Iterable[_Holder]) -> list[Player]:
        """The persons, each once, without those who have no name and may be one of the others."""
        players = list({id(holder.player): holder.player for holder in holders}.values())
        if len(players) < 2 or self._unnamed.isdisjoint(players):
            return players
        known = {(player.country, player.place) for player in players if player not in self._unnamed}
        return [one for one in players if one not in self._unnamed or (one.country, one.place) not in known]

    def _leaders_of(self, country: str) -> list[Player]:
        """Whoever leads a country, as the text has said: "the Peruvian leader" after "Peru's president, Ana Ruiz"."""
        led = [
            holder
            for holder in self._leaders[-_MOST_HOLDERS:]
            if country in (holder.office.country, holder.player.country)
        ]
        return self._without_doubles(led)

    def _covers(self, held: Office, asked: Office) -> bool:
        """Whether an office has all the words asked for, and none that makes it another one."""
        parted = self._identity.compounds.get(held.head, frozenset()).intersection(held.words[:-1])
        return set(asked.words) <= set(held.words) and parted <= set(asked.words)

    def _is_compound(self, office: Office) -> bool:
        """Whether the head noun alone would name another office: "prime minister", "vice president"."""
        return not self._identity.compounds.get(office.head, frozenset()).isdisjoint(office.words[:-1])


def _differs(asked: Office, holder: _Holder) -> bool:
    """Whether an office is of another country or state than the one that is known as somebody's own."""
    player = holder.player
    if asked.place is not None and player.place is not None and asked.place != player.place:
        return True
    own = {country for country in (holder.office.country, player.country) if country}
    return asked.country is not None and bool(own) and asked.country not in own


def _is_known_of(asked: Office, holder: _Holder) -> bool:
    """Whether an office's country or state is somebody's own, or the only one spoken of when the text told of it."""
    country, place = holder.about
    if asked.place is not None:
        return (holder.player.place or place) == asked.place
    return asked.country in (holder.office.country, holder.player.country) or (
        asked.country == country and holder.player.country is None
    )


def one_here(players: Sequence[Player], paragraph: int) -> Player | None:
    """The only one of several actors that a paragraph has mentioned so far."""
    here = [player for player in players if player.is_mentioned_since(paragraph)]
    return here[0] if len(here) == 1 else None
