"""One letter for each token: its part of speech, as far as closed classes and its neighbours tell.

====== ==============================================================
letter what it is
====== ==============================================================
D S R  determiner, possessive pronoun, other pronoun
W H    wh-word, the word "that"
P T    preposition, the word "to"
C U    coordinating conjunction, subordinator
M B V O modal; form of be, of have, of do
X A    negation, adverb
G      possessive 's
K      number
E N    name, other noun or adjective
v      finite verb
i      infinitive
d g    participle or past form that is not finite, gerund
, ; :  marks as they are
.      end of a sentence
q      quotation mark
( ) -  brackets, dash
====== ==============================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from tradebrief.extraction.lookups.index import MARKS, Index
from tradebrief.extraction.tagging.closed_names import mark_closed_names
from tradebrief.extraction.tagging.readings import QUESTIONS, Question
from tradebrief.extraction.tagging.verb_neighbours import word_after
from tradebrief.extraction.tagging.verb_tags import tag_ed, tag_ing, tag_opening_verb, tag_verb
from tradebrief.extraction.tokens import Tokens

__all__ = ["tag"]

_PARTICLES = frozenset({"out", "up", "on", "in", "down", "forth"})
_THINGS = ("concepts.generic", "concepts.events", "concepts.spoken", "control.agreements")
_CLOSING = frozenset({".", ";", ","})
_ENDING = frozenset({".", ";", ""})
_POSSESSORS = "NEKvidgh"  # A tag before the apostrophe of a plural; verbs may be nouns.
_PAST_SLOTS = frozenset({"p", "np", "pn"})  # "somebody close to her said that"
_SINGULAR = frozenset({"ss", "us", "is"})  # Ends of nouns in -s that are no plurals.
_QUESTION = re.compile(f"[{re.escape(QUESTIONS)}]")


def tag(
    tokens: Tokens,
    index: Index,
    readings: Sequence[str],
    starts: frozenset[int],
    titled: frozenset[int],
    uppers: Sequence[int],
) -> list[str]:
    """The tags of all tokens.

    Most words have theirs by themselves; the others are settled from left to right, so that a word's
    neighbours before it have their tags already.

    Args:
        tokens: The tokens.
        index: The lexicon's look-ups.
        readings: For each token its tag or the value of a ``Question``, by itself.
        starts: Tokens that begin a sentence, where a capital tells nothing.
        titled: Tokens of headings that write all their words with a capital, where it tells little.
        uppers: Tokens that hold a capital, in order.
    """
    tags = list(readings)
    mark_closed_names(tokens, tags, index, starts, titled, uppers)
    for at in titled - starts:
        slots = index.verbs.get(tokens.lowers[at], "b")
        if "b" not in slots and tags[at] == "E" and tokens.words[at] not in index.names:
            tags[at] = Question.VERB.value  # "Oslo Rejects Quota"; a base form is as often a name ("Mark").
    for match in _QUESTION.finditer("".join(tags)):
        at = match.start()
        tags[at] = _ANSWERS[match[0]](tokens, tags, index, at)
    return tags


def _her(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    after = word_after(tokens, at)
    if MARKS.get(after) == "q" and at and tags[at - 1] not in "vdgi":
        return "S"  # "calls it her “lucky port”"
    if index.verbs.get(after) in _PAST_SLOTS and after in index.clausal and tags[at - 1 : at] == ["P"]:
        return "R" if word_after(tokens, at + 1) == "that" or word_after(tokens, at + 1) in index.tags else "S"
    return "S" if after[0].isalnum() and index.tags.get(after, "A") == "A" else "R"


def _like(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    del tokens
    before = tags[at - 1] if at else "."
    if before in "RMT":
        return "v" if before == "R" else "i"
    return index.tags["like"]


def _to(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """The word "to", or the end of a preposition of several words ("according to")."""
    del tags
    return "P" if at and tokens.lowers[at - 1] in index.sets["grammar.before_to"] else "T"


def _capital(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """A word that opens its sentence: a name where another capital follows."""
    del tags, index
    return "E" if at + 1 < len(tokens.words) and tokens.words[at + 1][0].isupper() else "N"


def _possessive(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """What "'s" is: a form of be after a pronoun, else what makes a possessor."""
    del index
    return "B" if at and (tags[at - 1] in "RW" or tokens.lowers[at - 1] in {"that", "there", "here"}) else "G"


def _apostrophe(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """The possessive of a plural where it stands against an -s and before a word, else a quotation mark."""
    del index
    plural = at and tokens.starts[at] == tokens.ends[at - 1] and tokens.lowers[at - 1][-1:] == "s"
    plural = plural and tags[at - 1] in _POSSESSORS
    if word_after(tokens, at).isdigit() and tokens.starts[at + 1] == tokens.ends[at] and at and tags[at - 1] in "PD":
        return "K"  # "in '08"
    return "G" if plural and at + 1 < len(tokens.words) and tokens.words[at + 1][0].isalpha() else "q"


def _may(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """The month after a preposition, an adjective of time or before a number, else the modal in a headline."""
    before = tokens.lowers[at - 1] if at else ""
    timed = tags[at - 1 : at] == ["P"] or before in {"last", "next", "this", "early", "late", "until", "since", "mid"}
    return "E" if timed or index.tags.get(word_after(tokens, at)) == "K" or word_after(tokens, at)[0].isdigit() else "M"


def _longer(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """An adverb in "no longer", which is a negation; else an adjective."""
    del index
    if at == 0 or tokens.lowers[at - 1] != "no":
        return "N"
    tags[at - 1] = "X"
    return "A"


def _not(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """A negation, but for "not only", "not merely" and the like, after which both halves hold."""
    del tags
    if word_after(tokens, at) not in index.sets["grammar.not_alone"]:
        return "X"
    return "X" if word_after(tokens, at + 1) in MARKS else "A"  # "It is not just."


def _provided(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """What opens a condition, before "that" or after a comma; else a form of the verb."""
    opens = word_after(tokens, at) == "that" or tags[at - 1 : at] in ([","], [])
    return "U" if opens and word_after(tokens, at) != "by" else tag_verb(tokens, tags, index, at)


def _hyphen(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """A dash where white space stands on both sides, else what holds a compound together."""
    del tags, index
    starts, ends = tokens.starts, tokens.ends
    apart = 0 < at < len(starts) - 1 and ends[at - 1] < starts[at] and ends[at] < starts[at + 1]
    return "-" if apart else "h"


def _that(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """What "that" is: H before a clause or as a relative, a determiner before a noun alone."""
    if tokens.lowers[at + 1 : at + 2] == [","] and (at == 0 or tags[at - 1] in ".q"):
        return "R"  # "That, growers say, is unfair."
    if (governed := _that_governed(tokens, tags, index, at)) is not None:
        return governed
    if at + 2 < len(tokens.words) and at > 0:
        before, following, after = tags[at - 1], tokens.lowers[at + 1], tokens.lowers[at + 2]
        if (before == "P" and tokens.lowers[at - 1] not in _PARTICLES) or (
            before in ".,C"
            and following not in index.tags
            and after in {"is", "was", "would", "will"}
            and (following[-1] != "s" or following[-2:] in _SINGULAR)  # "and that duties would fall"
        ):
            return "D"
        thing = tokens.words[at + 1][0].islower() and tokens.lowers[at - 1] not in index.clausal
        if (
            thing
            and before in "vdgi"
            and (
                after in _CLOSING or (index.tags.get(after) in {"P", "U"} and not _takes_clause(tokens, index, at - 1))
            )
            and (following in index.terms or _is_thing(index, following))
        ):
            return "D"  # "Oslo rejected that demand.": a clause would have a verb.
    return "H"


def _that_governed(tokens: Tokens, tags: list[str], index: Index, at: int) -> str | None:
    """A pronoun or determiner after a verb that no clause can follow: "opposes that.", "contests that figure"."""
    verb, following = at - 1, word_after(tokens, at)
    if at == 0 or tags[verb] not in "vgi" or tokens.lowers[verb] not in index.verb_cues:
        return None
    if tokens.lowers[verb] in _MEANING:
        return None  # "took it to mean that mills were exempt"
    if tokens.lowers[verb] in index.clausal or index.judgments.alone(following) is not None:
        return None  # "finds that unfair"
    if any("np_adj" in form.cue.frames for form in index.verb_cues[tokens.lowers[verb]]):
        return "R" if following in _ENDING else None
    if following in _ENDING:
        return "R"  # "The union disputed that."
    if _takes_clause(tokens, index, verb):
        return "D" if word_after(tokens, at + 1) in _ENDING and tokens.words[at + 1][0].islower() else None
    if following in _CLOSING or index.tags.get(following) in {"P", "U", "C"}:
        return "R"  # "dismissed that as theatre"
    return "D" if following not in index.tags and tokens.words[at + 1][0].islower() else None


def _takes_clause(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a verb may govern a clause with "that": "argued that demand in May had fallen"."""
    return any("that" in form.cue.frames for form in index.verb_cues.get(tokens.lowers[at], ()))


def _is_thing(index: Index, word: str) -> bool:
    """Whether a word can be what a stance is about, by itself: a move, a demand, a deal."""
    return any(word in index.sets[name] for name in _THINGS)


_MEANING = frozenset({"mean", "means", "meant"})
_ANSWERS: dict[str, Callable[[Tokens, list[str], Index, int], str]] = {
    Question.VERB.value: tag_verb,
    Question.OPENING_VERB.value: tag_opening_verb,
    Question.ING.value: tag_ing,
    Question.ED.value: tag_ed,
    Question.CAPITAL.value: _capital,
    Question.THAT.value: _that,
    Question.TO.value: _to,
    Question.LIKE.value: _like,
    Question.HER.value: _her,
    Question.POSSESSIVE.value: _possessive,
    Question.APOSTROPHE.value: _apostrophe,
    Question.HYPHEN.value: _hyphen,
    Question.MAY.value: _may,
    Question.LONGER.value: _longer,
    Question.PROVIDED.value: _provided,
    Question.NOT.value: _not,
}
