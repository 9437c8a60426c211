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

from tradebrief.extraction.index import MARKS, Index
from tradebrief.extraction.tokens import Tokens

__all__ = ["NOMINAL", "VERBAL", "tag"]

NOMINAL = frozenset("NEKG")
VERBAL = frozenset("vMBVO")

_CLITICS = {"'re": "B", "'m": "B", "'ll": "M", "'d": "M", "'ve": "V"}
_PARTICLES = frozenset({"out", "up", "on", "in", "down", "forth"})
_AFTER_SUBJECT = frozenset("NEKR)")
_BEFORE_NOUN = frozenset("DSGPK")


def tag(tokens: Tokens, index: Index, starts: frozenset[int]) -> list[str]:
    """The tags of all tokens.

    Args:
        tokens: The tokens.
        index: The lexicon's look-ups.
        starts: Tokens that begin a sentence, where a capital tells nothing.
    """
    tags: list[str] = []
    plain, with_to = index.plain_tags, index.sets["grammar.before_to"]
    words, lowers = tokens.words, tokens.lowers
    for at, lower in enumerate(lowers):
        word = words[at]
        if word == lower and (found := plain.get(lower)) is not None:
            tags.append("P" if found == "T" and at and lowers[at - 1] in with_to else found)
        elif not word[0].isalpha():
            tags.append(_mark(tokens, tags, at, word[0], lower))
        elif word != lower and at not in starts and word[0].isupper():
            tags.append(_name(index, word, lower))
        else:
            tags.append(_closed(tokens, tags, index, at) or _open(tokens, tags, index, at, sentence_start=at in starts))
    return tags


def _name(index: Index, word: str, lower: str) -> str:
    """A word with a capital within its sentence: a name, unless it is a closed-class word that names nobody."""
    if word == "I":
        return "R"
    return "E" if word in index.names or lower == "us" else index.tags.get(lower, "E")


def _closed(tokens: Tokens, tags: list[str], index: Index, at: int) -> str | None:
    """The tag of a closed-class word that hangs on its neighbours or opens its sentence; None for other words."""
    word, lower = tokens.words[at], tokens.lowers[at]
    if lower == "that":
        return _that(tokens, tags, index, at)
    if len(word) > 1 and word.isupper() and word in index.names:
        return "E"  # "US", which is no pronoun.
    if lower == "her":
        after = tokens.lowers[at + 1] if at + 1 < len(tokens.lowers) else "."
        return "S" if after[0].isalnum() and index.tags.get(after, "A") == "A" else "R"
    if lower == "like" and tags and tags[-1] in "RMT":
        return "v" if tags[-1] == "R" else "i"
    return index.tags.get(lower)


def _open(tokens: Tokens, tags: list[str], index: Index, at: int, *, sentence_start: bool) -> str:
    """The tag of a noun, verb, adjective or adverb, by the verbs that are known, its ending and its neighbours."""
    word, lower = tokens.words[at], tokens.lowers[at]
    if lower in index.verbs:
        return _verb(tokens, tags, index, at, index.verbs[lower], sentence_start=sentence_start)
    if lower.endswith("ly") and len(lower) > 4 and lower not in index.sets["grammar.not_adverbs"]:
        return "A"
    if word[0].isupper():
        following = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
        named = word in index.names or following[:1].isupper() or (word.isupper() and len(word) > 1)
        return "E" if named else "N"
    if lower.endswith("ing") and len(lower) > 5:
        return "N" if tags and tags[-1] in "DSG" else "g"
    return _ed(tokens, tags, at) if lower.endswith("ed") and len(lower) > 4 else "N"


def _mark(tokens: Tokens, tags: list[str], at: int, first: str, lower: str) -> str:
    if first.isdigit():
        return "K"
    if lower == "'s":
        return "B" if tags and (tags[-1] in "RW" or tokens.lowers[at - 1] in {"that", "there", "here"}) else "G"
    if lower in _CLITICS:
        return _CLITICS[lower]
    if lower == "'" and tags and tokens.starts[at] == tokens.ends[at - 1] and tokens.lowers[at - 1][-1:] == "s":
        return "G" if at + 1 < len(tokens) and tokens.words[at + 1][0].isalpha() else "q"
    return MARKS.get(lower, "." if set(lower) <= {"."} else "N")


def _that(tokens: Tokens, tags: list[str], index: Index, at: int) -> str:
    """What "that" is: H before a clause or as a relative, a determiner before a noun alone."""
    if at + 2 < len(tokens) and at > 0:
        following, after = tokens.lowers[at + 1], tokens.lowers[at + 2]
        if (tags[-1] == "P" and tokens.lowers[at - 1] not in _PARTICLES) or (
            tags[-1] in ".,C" and following not in index.tags and after in {"is", "was", "would", "will"}
        ):
            return "D"
    return "H"


def _previous(tags: list[str]) -> tuple[str, int]:
    """The tag before, adverbs and negations left out, and how many of those there were."""
    at = len(tags) - 1
    while at >= 0 and tags[at] in "AX":
        at -= 1
    return (tags[at] if at >= 0 else "."), len(tags) - 1 - at


def _verb(tokens: Tokens, tags: list[str], index: Index, at: int, slots: str, *, sentence_start: bool) -> str:
    """What a form that some verb has is here."""
    before, adverbs = _previous(tags)
    if slots == "g":
        return "N" if before in "DSG" and not adverbs and not _has_object(tokens, index, at) else "g"
    if "b" in slots and before in "MTO":
        return "i"
    if before == "V" and ("n" in slots or "p" in slots):
        return "d"
    if before == "B":
        return "d" if "n" in slots else ("g" if "g" in slots else "N")
    if before in _BEFORE_NOUN and not adverbs and not _quantifier_speaks(tokens, index, at, slots):
        return "N"
    if before == "D" and not adverbs:
        return "v"
    if before in "RW" or (before == "H" and ("p" in slots or "t" in slots)):
        return "v"
    if "p" in slots and "b" not in slots:
        following = tokens.lowers[at + 1] if at + 1 < len(tokens) else ""
        if "n" in slots and following == "by":
            return "d"
        if before in ".,;:-q(C":
            return _past_after_mark(tokens, tags, index, at, before, sentence_start=sentence_start)
        return "v"
    if "n" in slots and "b" not in slots:
        return "d"
    return _base_or_third(tokens, tags, index, at, before, slots, sentence_start=sentence_start)


def _quantifier_speaks(tokens: Tokens, index: Index, at: int, slots: str) -> bool:
    """Whether a quantifier is the subject by itself: "few believe that", "many say the"."""
    after = tokens.lowers[at + 1] if at + 1 < len(tokens) else "."
    subject = tokens.lowers[at - 1] in index.sets["grammar.quantifiers"] and tokens.lowers[at] in index.verb_cues
    return subject and ("b" in slots or "p" in slots) and (after == "that" or index.tags.get(after) in {"D", "S", "R"})


def _past_after_mark(
    tokens: Tokens, tags: list[str], index: Index, at: int, before: str, *, sentence_start: bool
) -> str:
    """A past form after a mark: finite after a closed apposition or a quotation, a participle at a start."""
    if sentence_start:
        return "d"
    following = tokens.lowers[at + 1] if at + 1 < len(tokens) else ""
    after = tokens.lowers[at + 2] if at + 2 < len(tokens.lowers) else ""
    timed = following == "on" and after in index.sets["grammar.time"]  # ", the minister, said on Monday"
    if before == "," and not timed and following in {"by", "in", "on", "at", "from", "with"}:
        return "d"
    noun_next = following.isalpha() and following not in index.tags and following not in {"to", "that"}
    if before == "C" and noun_next and len(tags) > 2 and tags[-2] == "N" and tags[-3] in "DSA":
        return "d"  # "a cautious and calculated approach"
    return "v"


def _base_or_third(
    tokens: Tokens, tags: list[str], index: Index, at: int, before: str, slots: str, *, sentence_start: bool
) -> str:
    """A form that is a noun as well ("claims", "demand", "plan"): a verb between a subject and an object."""
    if sentence_start:
        return "N"
    following = at + 1
    while following < len(tokens) and index.tags.get(tokens.lowers[following]) in {"A", "X"}:
        following += 1
    after = tokens.lowers[following] if following < len(tokens) else "."
    opens_object = _opens_object(tokens, index, following, after) or any(
        not form.tail and after in form.cue.prepositions for form in index.verb_cues.get(tokens.lowers[at], ())
    )
    if (
        before in _AFTER_SUBJECT
        and tokens.lowers[at] in index.copulas
        and tokens.lowers[at] not in {"looks", "turns", "stands"}
    ):
        return "v"
    if tags[-1] in "AX" and before in "NER" and "t" in slots:
        return "v"  # "still stands"
    if before in _AFTER_SUBJECT and tokens.lowers[at] in index.sets["grammar.hardly_nouns"]:
        return "v"
    if before in _AFTER_SUBJECT:
        noun = tokens.lowers[at - 1] if at else ""
        plural_subject = noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
        named = tags[-1] in "E)"
        agrees = (
            "p" in slots
            or ("t" in slots and (named or not plural_subject))
            or ("b" in slots and (plural_subject or tags[-1] in "R)"))
            or (index.tags.get(after) in {"D", "S", "R"} and not (named and "t" not in slots))
            or after == "that"
        )
        return "v" if opens_object and agrees else "N"
    if before == "C" and "t" not in slots and "T" in tags[-16:]:
        return "i" if opens_object else "N"  # "to push for lower tariffs and emphasize the benefits"
    if before in ",-qC":
        return "v" if opens_object else "N"
    return "N"


def _opens_object(tokens: Tokens, index: Index, at: int, after: str) -> bool:
    if at >= len(tokens):
        return False
    found = index.tags.get(after)
    if after in {"to", "that"} or found in {"D", "S", "R", "W", "P"}:
        return after not in {"of", "as"} or after == "as"
    if after in {'"', "“", ":", ","} and at + 1 < len(tokens):
        return after != "," or tokens.lowers[at + 1] in {'"', "“"}
    word = tokens.words[at]
    if word[:1].isupper() or word[:1].isdigit():
        return True
    # A bare object: a noun that is not itself the start of a verb phrase.
    return (
        word[:1].isalpha()
        and found is None
        and not after.endswith("ed")
        and not set("pn") & set(index.verbs.get(after, ""))
    )


def _has_object(tokens: Tokens, index: Index, at: int) -> bool:
    after = tokens.lowers[at + 1] if at + 1 < len(tokens) else "."
    return index.tags.get(after) in {"D", "S", "R"}


def _ed(tokens: Tokens, tags: list[str], at: int) -> str:
    """An unknown word in -ed: finite after a subject, else a participle or an adjective."""
    before, adverbs = _previous(tags)
    if before in "BV":
        return "d"
    if before in _BEFORE_NOUN and not adverbs:
        return "N"
    following = tokens.lowers[at + 1] if at + 1 < len(tokens) else ""
    if before in "RNE" and following != "by":
        return "v"
    return "d"
