"""What the neighbours of a form that may be a verb show of it: a verb of saying beside it, a phrase around it."""

from __future__ import annotations

from tradebrief.extraction.lookups.index import Index
from tradebrief.extraction.tokens import Tokens

__all__ = [
    "has_agent",
    "is_asked",
    "is_of_relative",
    "is_one",
    "is_past_cue",
    "is_said_of",
    "is_time",
    "of_neighbours",
    "speaks_next",
    "takes_word",
    "word_after",
]

_PAST_FORMS = frozenset({"p", "np"})
_SUBJECTS = frozenset("DSRH")
_SUBJECT_REACH = 7
_PHRASE_REACH = 4
_WHAT_REACH = 6
_PARTICLES = frozenset({"forward", "together", "up", "down", "out", "off", "aside", "back"})
_IS = frozenset({"is", "was"})


def word_after(tokens: Tokens, at: int) -> str:
    """The word after a token in lower case; a stop at the end of the text."""
    lowers = tokens.lowers
    return lowers[at + 1] if at + 1 < len(lowers) else "."


def has_agent(tokens: Tokens, at: int) -> bool:
    """Whether "by" and no number follows, at once or past a particle: "mills hit by the ban", "a plan put forward by".

    Not so "cut by 5 percent".
    """
    at += word_after(tokens, at) in _PARTICLES
    return word_after(tokens, at) == "by" and word_after(tokens, at + 1).isalpha()


def takes_word(tokens: Tokens, index: Index, at: int, word: str) -> bool:
    """Whether a verb and the word after it make a cue: "stood by", "called on"."""
    return any(form.tail[:1] == (word,) for form in index.verb_cues.get(tokens.lowers[at], ()))


def is_asked(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a form after a wh-word is a participle: "when dictated by giants", "when asked about it"."""
    after = word_after(tokens, at)
    return after in {"by", "about", "if"} or index.tags.get(after) == "W"


def is_said_of(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a finite verb of saying follows, whose subject a form is, as it can't be a verb: "that courts said"."""
    after = word_after(tokens, at)
    return after in index.clausal and index.verbs.get(after) in _PAST_FORMS


def speaks_next(tokens: Tokens, index: Index, at: int) -> bool:
    """Whether a verb of saying that is hardly a noun follows."""
    after = word_after(tokens, at)
    return (after in index.clausal and after in index.sets["grammar.hardly_nouns"]) or is_said_of(tokens, index, at)


def is_of_relative(tags: list[str], at: int) -> bool:
    """Whether a relative pronoun and a short subject stand before a verb: "which the board says | includes"."""
    first = max(0, at - 1 - _SUBJECT_REACH)
    before = tags[first : at - 1]
    return ("W" in before or "H" in before) and not set("vMBVO").intersection(before) and "," not in before[-3:]


def is_time(index: Index, word: str) -> bool:
    """Whether a word names a day, a month or a stretch of time."""
    return word in index.sets["grammar.time"] or word in index.sets["grammar.periods"]


def is_past_cue(index: Index, word: str) -> bool:
    """Whether a word is a verb of saying, or the past form of another cue."""
    return word in index.clausal or (word in index.verb_cues and index.verbs.get(word) in _PAST_FORMS)


def is_one(tokens: Tokens, tags: list[str], subject: int) -> bool:
    """Whether a noun is one thing or an object, no subject of a base form: "a tea bill that", "told the crowd that"."""
    if tags[subject - 1] == "S":
        return True  # "my sincere | hope that"
    head = subject
    while head > max(0, subject - _PHRASE_REACH) and tags[head] in "NESAK":
        head -= 1
    return tokens.lowers[head] in {"a", "an"} or (tags[head] == "D" and head > 0 and tags[head - 1] == "v")


def _ends_with_what(tokens: Tokens, at: int) -> bool:
    """Whether a form ends a clause with "what" beside "is": "what Lima wants is a cut", "a cut is what Lima wants"."""
    lowers, after = tokens.lowers, word_after(tokens, at)
    if after not in _IS and after[0].isalnum():
        return False
    what = next((probe for probe in range(at - 2, max(-1, at - _WHAT_REACH), -1) if lowers[probe] == "what"), None)
    if what is None:
        return False
    agrees = lowers[at].endswith("s") or lowers[at - 1].endswith("s")
    be = what - 1 - (what > 0 and lowers[what - 1] == "not")
    return (after in _IS and agrees) or (be >= 0 and lowers[be] in _IS and after not in _IS)


def of_neighbours(tokens: Tokens, index: Index, at: int, before: str) -> str | None:
    """What a form is that is a noun or adjective as well, where the word after it tells."""
    lower, after = tokens.lowers[at], word_after(tokens, at)
    if lower == "last" and is_time(index, after):
        return "N"
    if lower in index.sets["grammar.unnamed_sources"] and after == "to" and before in "NE":
        return "N"  # "sources close to the talks"
    if before in "NE" and _ends_with_what(tokens, at):
        return "v"
    speaks = before == "d" and lower in index.sets["grammar.hardly_nouns"]
    return "v" if speaks and index.tags.get(after) in _SUBJECTS else None  # "growers whose mills were cut say the"
