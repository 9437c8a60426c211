"""Whom an article's words can present: the mentions of its actors, and names and pronouns of nobody among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrs import frozen

from tradebrief.extraction.claims.sources import Source, head_end
from tradebrief.extraction.lookups.name_words import NameWords, name_words_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import ActorId, Brief

__all__ = ["Bearer", "Bearers", "find_bearers"]

_REACH = 30
_MOST_LISTED = 5
_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_MARKS = frozenset("\"“'‘([")
_AFTER_NAME = frozenset("vMBVOG:C,")
_SHORTEST_NAME = 4
_COMMON_ENDINGS = ("s", "ing", "ed", "ly", "tion", "ment")  # Of words that are hardly names where they open a sentence.


class Bearer(NamedTuple):
    """A mention as a range of tokens, and the actor that it mentions, if any."""

    first: int
    end: int
    actor: ActorId | None


@frozen(kw_only=True)
class Bearers:
    """The mentions of a text.

    Attributes:
        analysis: The article's.
        at: For each token of a mention, up to the end of its head, that mention; of several the longest.
    """

    analysis: Analysis
    at: dict[int, Bearer]

    def within(self, first: int, end: int) -> list[Bearer]:
        """The mentions that stand in a range of tokens, each once."""
        found = list[Bearer]()
        for token in range(first, end):
            bearer = self.at.get(token)
            if bearer is not None and bearer not in found[-1:]:
                found.append(bearer)
        return found

    def of_phrase(self, first: int, end: int) -> tuple[Bearer, ...]:
        """Whom a noun phrase is about: those whom its head names, else its possessor, else whoever modifies it."""
        inside, tags = self.within(first, end), self.analysis.tagged
        if not inside:
            return ()
        head = head_end(self.analysis, Source(first, end))
        if any(bearer.first < head <= bearer.end for bearer in inside):
            return tuple(
                bearer for bearer in inside if bearer.first < head and (bearer.end >= head or tags[bearer.end] in "C,")
            )
        before = [bearer for bearer in inside if bearer.end <= head]
        owners = [bearer for bearer in before if tags[bearer.end : bearer.end + 1] == "G" or tags[bearer.first] == "S"]
        if not (owners or before) and self.analysis.tokens.lowers[head : head + 1] != ["of"]:
            return ()  # "blasted a letter that Lund wrote"
        return tuple((owners or before or inside)[:1])

    def before(self, at: int, floor: int) -> tuple[Bearer, ...]:
        """The nearest mention before a token in its sentence."""
        for token in range(at - 1, max(floor, at - _REACH) - 1, -1):
            if token in self.at:
                return (self.at[token],)
            if self.analysis.tags[token] in ".;:":
                break
        return ()

    def after(self, at: int, ceiling: int, reach: int = _REACH) -> tuple[Bearer, ...]:
        """The nearest mention from a token on in its sentence."""
        for token in range(at, min(ceiling, at + reach)):
            if token in self.at:
                return (self.at[token],)
            if self.analysis.tags[token] in ".;:":
                break
        return ()

    def nearest(self, at: int, floor: int, ceiling: int) -> tuple[Bearer, ...]:
        """The nearest mention on either side of a token in its quotation or outside of all; of two that before it."""
        quoted = self.analysis.quoted
        for far in range(_REACH):
            for token in (at - far, at + far):
                if floor <= token < ceiling and token in self.at and quoted[token] == quoted[at]:
                    return (self.at[token],)
        return ()

    def listed(self, bearers: tuple[Bearer, ...]) -> tuple[Bearer, ...]:
        """The same with those that a list goes on with: "accused Lund, Ruiz and Akers"."""
        tags, found = self.analysis.tagged, bearers
        for _ in range(_MOST_LISTED if bearers else 0):
            token = found[-1].end
            while tags[token : token + 1] and tags[token] in ",CD":
                token += 1
            following = self.at.get(token)
            if token == found[-1].end or following is None or tags[token] not in "ER" or following in found:
                break
            found = (*found, following)
        return found


def find_bearers(analysis: Analysis, brief: Brief) -> Bearers:
    """The mentions of a text by token."""
    tokens = analysis.tokens
    mentions = sorted(
        ((*tokens.range(mention.span), actor.id) for actor in brief.actors for mention in actor.mentions),
        key=lambda mention: (mention[0], -mention[1]),
    )
    at: dict[int, Bearer] = {}
    for first, end, actor in mentions:
        if end > first:
            bearer = Bearer(first, end, actor)
            for token in range(first, head_end(analysis, Source(first, end))):
                at.setdefault(token, bearer)
    places = {
        token for place in brief.places for mention in place.mentions for token in range(*tokens.range(mention.span))
    }
    for bearer in list(_others(analysis, at, places)):
        for token in range(bearer.first, bearer.end):
            at.setdefault(token, bearer)
    return Bearers(analysis=analysis, at=at)


def _others(analysis: Analysis, known: dict[int, Bearer], places: set[int]) -> Iterator[Bearer]:
    """Personal pronouns and names that mention no actor of the article and no place."""
    tags, lowers, words = analysis.tags, analysis.tokens.lowers, analysis.tokens.words
    times = analysis.index.sets["grammar.time"]
    none = analysis.index.titles | analysis.index.sets["titles.honorifics"] | times
    names, done = name_words_of(analysis.lexicon), 0
    for token, tag in enumerate(tags):
        if token < done or token in known:
            continue
        if lowers[token] in _PRONOUNS:
            yield Bearer(token, token + 1, None)
        elif token in places or token in analysis.titled or lowers[token] in none:
            continue
        elif tag == "E" and words[token][0].isupper() and words[token] not in names.no_names:
            done = token + 1
            while done < len(tags) and tags[done] == "E" and done not in known and done not in places:
                done += 1
            yield Bearer(token, done, None)
        elif tag == "N" and _opens_as_name(analysis, names, token):
            yield Bearer(token, token + 1, None)


def _opens_as_name(analysis: Analysis, names: NameWords, at: int) -> bool:
    """Whether a word that opens its sentence is a name: a family name, or the subject of a verb and no common noun."""
    word, lower = analysis.tokens.words[at], analysis.tokens.lowers[at]
    opens = at in analysis.barriers or analysis.tokens.words[at - 1] in _MARKS
    if not opens or not word[0].isupper() or analysis.tagged[at + 1 : at + 2] not in _AFTER_NAME:
        return False
    common = lower in analysis.index.verbs or lower in analysis.index.holders or lower.endswith(_COMMON_ENDINGS)
    return names.is_surname(word) or (len(lower) >= _SHORTEST_NAME and not common)
