"""Who is meant by an office: "the minister" is the only person whose role fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, frozen

from tradebrief.extraction.identity_words import IdentityWords
from tradebrief.extraction.players import Player

__all__ = ["Office", "Offices", "one_here"]

_MOST_HOLDERS = 40  # Further holders of one office are not compared.


@frozen
class Office:
    """An office as its words can be compared.

    Attributes:
        words: Its words in lower case, the head noun last, nouns of one meaning made one.
        written: Its words as the text has them, in lower case.
        country: Code of the country that it is of, where the text tells.
        owned: Whether it is a body's rather than a state's ("the council's president").
    """

    words: tuple[str, ...]
    written: tuple[str, ...]
    country: str | None = None
    owned: bool = False

    @property
    def head(self) -> str:
        """The head noun."""
        return self.words[-1]


@define(eq=False)
class _Holder:
    player: Player
    office: Office


class Offices:
    """The offices that a text gives persons, and who holds them."""

    def __init__(self, identity: IdentityWords) -> None:
        self._identity = identity
        self._by_head: dict[str, list[_Holder]] = {}
        self._leaders: list[_Holder] = []

    def read(self, words: Iterable[str], country: str | None, *, owned: bool = False) -> Office:
        """The office that words name; "director-general" is read as "Director General" is."""
        written = tuple([part for word in words for part in word.lower().split("-") if part])
        return Office(self._identity.office(written), written, country, owned)

    def note(self, player: Player, office: Office) -> None:
        """Remember that a person holds an office."""
        holders = self._by_head.setdefault(office.head, [])
        if all(holder.player is not player or holder.office != office for holder in holders[-_MOST_HOLDERS:]):
            holders.append(_Holder(player, office))
            if not office.owned and office.words in self._identity.state_leaders:
                self._leaders.append(holders[-1])

    def holders(self, office: Office, paragraph: int) -> list[Player]:
        """The persons whom an office may mean: those whose role has all its words, or else those with its bare noun.

        Args:
            office: The office.
            paragraph: First token of the paragraph in which it stands.
        """
        known = self._by_head.get(office.head, ())[:_MOST_HOLDERS]
        if not known and office.country and len(office.words) == 1 and office.head in self._identity.leader_nouns:
            return self._leaders_of(office.country)
        able = [holder for holder in known if not _differs(office, holder)]
        if office.head in self._identity.shared_offices:
            able = [one for one in able if not one.office.owned or one.player.is_mentioned_since(paragraph)]
        fits = [holder for holder in able if self._covers(holder.office, office)]
        if not fits and len(office.words) > 1 and not self._is_compound(office):
            fits = [holder for holder in able if len(holder.office.words) == 1]
        if office.country:
            own = [holder for holder in fits if office.country in (holder.office.country, holder.player.country)]
            fits = own or fits
        fits = [holder for holder in fits if set(office.written) <= set(holder.office.written)] or fits
        return list({id(holder.player): holder.player for holder in fits}.values())

    def _leaders_of(self, country: str) -> list[Player]:
        """Whoever leads a country, as the text has said: "the Peruvian leader" after "Peru's president, Ana Ruiz"."""
        led = [
            holder.player
            for holder in self._leaders[:_MOST_HOLDERS]
            if country in (holder.office.country, holder.player.country)
        ]
        return list({id(player): player for player in led}.values())

    def _covers(self, held: Office, asked: Office) -> bool:
        """Whether an office has all the words asked for, and none that makes it another one."""
        parted = self._identity.compounds.get(held.head, frozenset()).intersection(held.words[:-1])
        return set(asked.words) <= set(held.words) and parted <= set(asked.words)

    def _is_compound(self, office: Office) -> bool:
        """Whether the head noun alone would name another office: "prime minister", "vice president"."""
        return not self._identity.compounds.get(office.head, frozenset()).isdisjoint(office.words[:-1])


def _differs(asked: Office, holder: _Holder) -> bool:
    own = {country for country in (holder.office.country, holder.player.country) if country}
    return asked.country is not None and bool(own) and asked.country not in own


def one_here(players: Sequence[Player], paragraph: int) -> Player | None:
    """The only one of several actors that a paragraph has mentioned so far."""
    here = [player for player in players if player.is_mentioned_since(paragraph)]
    return here[0] if len(here) == 1 else None
