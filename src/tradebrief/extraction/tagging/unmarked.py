"""Possessives that have lost their apostrophe, as much text from the web has: "Chinas plan", "Trumps speech".

A name that is known, or that the text itself shows to be a person's, owns with its -s the noun after it, as long as the
word with the -s is no name itself. So does a noun for people or a body whose plural would end in -ies: "the countrys
plan". The -s is taken apart and stands for the mark of a possessor in all later steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradebrief.extraction.lookups.index import Index, NameForm
from tradebrief.extraction.lookups.kinds import COUNTRY, DEMONYM, METONYM, PERSON
from tradebrief.extraction.lookups.name_words import NameWords
from tradebrief.extraction.tagging.readings import Entry, Vocabulary
from tradebrief.extraction.tokens import Tokens

__all__ = ["part_owners"]

_MARK = "'s"
_LONGEST = 3  # Words of a name of which the last one owns: "New Zealands port".
_OWN = frozenset({"own", "most", "best", "worst", "first", "last", "next", "latest", "two", "three"})
_SEVERAL = frozenset({"Americas", "Koreas"})  # Names of several together.


def part_owners(
    tokens: Tokens, entries: list[Entry], owners: Sequence[int], index: Index, words: NameWords, vocabulary: Vocabulary
) -> tuple[Tokens, list[Entry]]:
    """The tokens and what is known of them, with the -s of possessors as tokens of their own.

    Args:
        tokens: The tokens.
        entries: What is known of each by itself.
        owners: Those that may be possessors by themselves, in order.
        index: The lexicon's look-ups.
        words: The words by which it tells names.
        vocabulary: The words that it has met.
    """
    persons = _persons(tokens, owners, words, index)
    found = [at for at in owners if _owns(tokens, at, index, words, persons)]
    if not found:
        return tokens, entries
    written, starts, ends, known = list[str](), list[int](), list[int](), list[Entry]()
    done = 0
    for at in found:
        owner, end = tokens.words[at][:-1], tokens.ends[at]
        written += *tokens.words[done:at], owner, _MARK
        starts += *tokens.starts[done : at + 1], end - 1
        ends += *tokens.ends[done:at], end - 1, end
        known += *entries[done:at], vocabulary[owner], vocabulary[_MARK + " "]
        done = at + 1
    written += tokens.words[done:]
    starts += tokens.starts[done:]
    ends += tokens.ends[done:]
    known += entries[done:]
    lowers = [entry.lower for entry in known]
    return Tokens(tokens.text, written, lowers, starts, ends), known


def _persons(tokens: Tokens, owners: Sequence[int], words: NameWords, index: Index) -> set[str]:
    """Those of the possessors without their -s that the text shows to be persons, after a given name or a title."""
    written, lowers, honorifics = tokens.words, tokens.lowers, index.sets["titles.honorifics"]
    names = {written[at][:-1] for at in owners}
    if names.isdisjoint(written):  # As in most texts.
        return set()
    shown = (at for at in range(1, len(written)) if written[at] in names)
    return {
        written[at]
        for at in shown
        if written[at - 1] in words.given or lowers[at - 1 - _is_stopped(tokens, at)] in honorifics
    }


def _is_stopped(tokens: Tokens, at: int) -> bool:
    """Whether the stop of an abbreviation stands before a token: "Sen. Ode"."""
    return at > 1 and tokens.words[at - 1] == "."


def _owns(tokens: Tokens, at: int, index: Index, words: NameWords, persons: set[str]) -> bool:
    name = tokens.words[at][:-1]
    if tokens.words[at] in _SEVERAL:
        return False
    if name.islower():
        return at + 1 < len(tokens) and _is_owned(tokens, at + 1, index)  # "the countrys port"
    if at + 1 >= len(tokens) or words.is_surname(tokens.words[at]) or words.is_given(tokens.words[at]):
        return False
    opens = _opens(tokens, at)
    known = _known(tokens, at, index)
    if known is not None and not (opens and (known.weak or tokens.lowers[at][:-1] in index.terms)):
        alone = name.isupper() or known.form is METONYM or known.entry.kind not in (COUNTRY, PERSON)
        return _may_stand_before(tokens, at, index, articled=alone) and _is_owned(tokens, at + 1, index)
    if known is not None or name[-1] == "s" or not (name in words.surnames or name in persons):
        return False
    if name not in persons and (opens and _is_common(index, tokens.lowers[at][:-1])):
        return False  # "Bishops demand a ban."
    owned = _is_owned(tokens, at + 1, index, bare=name not in persons)
    return owned and _may_stand_before(tokens, at, index, articled=False)


def _known(tokens: Tokens, at: int, index: Index) -> NameForm | None:
    """The longest name of the lexicon that ends in a word without its -s, if it is no people's."""
    for first in range(max(0, at - _LONGEST + 1), at + 1):
        if tokens.words[first] in index.names or first == at:
            found = index.names.at([*tokens.words[first:at], tokens.words[at][:-1]], 0)
            if found is not None and found[0] == at - first + 1:
                return found[1] if found[1].form is not DEMONYM else None
    return None


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a token opens a sentence or a line, where a capital tells nothing."""
    if at == 0 or not (tokens.words[at - 1][0].isalnum() or tokens.words[at - 1] in {",", ")"}):
        return True
    return "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]


def _may_stand_before(tokens: Tokens, at: int, index: Index, *, articled: bool) -> bool:
    """Whether what stands before leaves a name one: "the" and numbers stand before several of a name.

    "The Koreas talks", "two Germanys"; but "the FBIs raid", "the Kremlins line" where a name may be ``articled``.
    """
    if at == 0:
        return True
    before = tokens.lowers[at - 1]
    if before == "the":
        return articled
    return index.tags.get(before) not in {"D", "S"} and not before[0].isdigit() and before not in {"two", "three"}


def _is_owned(tokens: Tokens, at: int, index: Index, *, bare: bool = False) -> bool:
    """Whether a noun phrase without an article may begin at a token that follows a name.

    A verb in the third person may be the name's own where it is ``bare`` of anything that shows it to be a name:
    "Hicks plans to".
    """
    word, lower = tokens.words[at], tokens.lowers[at]
    if not word[0].isalpha() or "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]:
        return False
    if tokens.starts[at] == tokens.ends[at - 1]:
        return False
    if word != lower:
        return not bare and word[0].isupper() and lower not in index.tags
    if lower in _OWN:
        return _is_open(tokens, at + 1, index)
    if lower in index.tags or lower in index.sets["grammar.time"]:
        return False
    if lower.endswith("ly") and lower not in index.sets["grammar.not_adverbs"]:
        return at + 1 < len(tokens) and tokens.lowers[at + 1] not in index.verbs and _is_open(tokens, at + 1, index)
    slots = index.verbs.get(lower)
    if slots is None:
        return True
    if "b" in slots and "p" not in slots:
        return True  # "Trumps plan": a singular name takes no such form.
    if "t" in slots:
        return not bare
    return _is_open(tokens, at + 1, index)  # "Chinas proposed levy", but not "Trumps promised to"


def _is_open(tokens: Tokens, at: int, index: Index) -> bool:
    """Whether a noun or an adjective may stand at a token: a word in small letters of no closed class."""
    if at >= len(tokens) or not tokens.words[at].islower() or not tokens.words[at][0].isalpha():
        return False
    return tokens.lowers[at] not in index.tags


def _is_common(index: Index, lower: str) -> bool:
    """Whether a family name is a common noun or verb as well, or ends as nouns for people do: "bishop", "potter"."""
    if lower in index.holders or lower in index.verbs or lower in index.tags or lower in index.terms:
        return True
    return lower in index.sets["groups.singular_heads"] or lower.endswith(("er", "man", "smith"))
