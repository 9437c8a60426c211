"""Names that are words of a closed class as well: "He Lifeng", "To Lam", "Long Yongtu", "Ode Fisk AS", "Lund A/S".

Within a sentence the capital tells them. Where they open one, grammar does: no pronoun stands before a name, no "an"
before a consonant, no preposition, auxiliary or adverb before a name with its finite verb. A legal form stands after a
company's name.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.lookups.index import Index
from tradebrief.extraction.tokens import Tokens
from tradebrief.model import ActorKind

__all__ = ["mark_closed_names"]

_VOWELS = frozenset("aeiouh")  # After a silent "h" stands "an" as well.
_PRONOUN, _ARTICLE, _AUXILIARIES = "He", "An", frozenset({"To", "Do"})
_LONGEST_GIVEN = 2
_PARTED_FORMS = frozenset({"Inc", "Incorporated", "Ltd", "Co", "LLC", "LLP", "LP", "L.P."})
_COUNTY = "Co"  # "Clonmel, Co. Tipperary"
_PLACES = frozenset({ActorKind.COUNTRY, ActorKind.SUBNATIONAL})
_FORMS = {"AS": ["AS"], "A": ["A", "/", "S"]}  # Legal forms by their first word.


def mark_closed_names(
    tokens: Tokens,
    tags: list[str],
    index: Index,
    starts: frozenset[int],
    titled: frozenset[int],
    uppers: Sequence[int],
) -> None:
    """Tag as names the words of closed classes that are family names where they stand.

    Args:
        tokens: The tokens.
        tags: Their tags so far; changed in place.
        index: The lexicon's look-ups.
        starts: Tokens that begin a sentence, where a capital tells nothing.
        titled: Tokens of headings that write all their words with a capital.
        uppers: Tokens that hold a capital, as all of these words do.
    """
    words, names, last = tokens.words, index.closed_names, len(tokens.words) - 1
    for at in uppers:
        if at == last or at in titled:
            continue
        if words[at] in names and _is_name(tokens, index, at, opens=at in starts):
            tags[at] = "E"
        elif words[at] in _PARTED_FORMS and words[at - 1] == "," and _may_be_firm(tokens, tags, index, at, starts):
            tags[at - 1] = "h"  # "Ode Foods, Inc": one name, and no row
        elif words[at] in _FORMS and at not in starts and _is_form(words, index, at):
            tags[at : at + len(_FORMS[words[at]])] = ["E"] * len(_FORMS[words[at]])


def _is_name(tokens: Tokens, index: Index, at: int, *, opens: bool) -> bool:
    word, following = tokens.words[at], tokens.words[at + 1]
    if not opens:
        within_title = tokens.words[at - 1][0].isupper()  # "How To Trade"
        return _is_titled(tokens, index, at) or (not within_title and _is_given(tokens, index, at + 1))
    if word == _ARTICLE:
        return (
            following[0].isalpha()
            and following[0].lower() not in _VOWELS
            and not following[:2].isupper()
            and len(following) > 1
        )
    if not _is_given(tokens, index, at + 1):
        return word in _AUXILIARIES and _is_finite(tokens, index, at + 1)
    if word == _PRONOUN or "-" in following:
        return True
    end = at + 2
    while end < min(len(tokens.words), at + 1 + _LONGEST_GIVEN) and tokens.words[end][0].isupper():
        end += 1
    adverb = index.tags.get(tokens.lowers[at]) == "A"  # "Long Yongtu visited"
    return (adverb or word in _AUXILIARIES) and end < len(tokens.words) and _is_finite(tokens, index, end)


def _is_capital(words: Sequence[str], at: int) -> bool:
    """Whether a word that ends at a token has a capital, its stop aside: "Co."."""
    before = at - (words[at] == ".") if at >= 0 else at
    return before >= 0 and words[before][0].isupper()


def _may_be_firm(tokens: Tokens, tags: Sequence[str], index: Index, form: int, starts: frozenset[int]) -> bool:
    """Whether a legal form after a comma closes a name: "Ode Foods, Inc", not "Paris, LP records", "Peru, Co. Mayo"."""
    words, after = tokens.words, form + 1
    if not _is_capital(words, form - 2) or tags[after] == "N" or _is_place(words, index, form - 2):
        return False
    county = words[form] == _COUNTY and words[after] == "." and after + 1 < len(words) and after + 1 not in starts
    return not (county and words[after + 1][0].isupper())


def _is_place(words: list[str], index: Index, at: int) -> bool:
    """Whether the name of a country or of its seat stands alone at a token."""
    found = index.names.at(words, at)
    return found is not None and found[1].entry.kind in _PLACES and not (at > 0 and words[at - 1][0].isupper())


def _is_form(words: list[str], index: Index, at: int) -> bool:
    """Whether a legal form begins at a token after a name that has small letters: "Ode Fisk AS", not "AS OSLO SAYS"."""
    form, before = _FORMS[words[at]], words[at - 1]
    named = before[0].isupper() and not before.isupper() and not _is_place(words, index, at - 1)
    return named and list(words[at : at + len(form)]) == form


def _is_titled(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a title stands before a word: "Vice Premier He", "Mr. So"."""
    before = at - 1 - (tokens.words[at - 1] == ".")
    title = tokens.lowers[before] if before >= 0 else ""
    return title in index.sets["titles.honorifics"] or (
        title in index.sets["titles.heads"] and tokens.words[before][0].isupper()
    )


def _is_given(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a word looks like the given name that goes on a name."""
    word, lower = tokens.words[at], tokens.lowers[at]
    if not word[0].isupper() or (word.isupper() and len(word) > 1) or index.names.at(tokens.words, at) is not None:
        return False
    return lower not in index.tags and lower not in index.sets["grammar.time"] and lower not in index.verbs


def _is_finite(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a verb stands at a token in a form that no auxiliary and no preposition takes: "visited", "says"."""
    lower = tokens.lowers[at]
    slots = index.verbs.get(lower, "")
    return tokens.words[at] == lower and "b" not in slots and ("p" in slots or "t" in slots)
