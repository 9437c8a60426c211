"""What a predicate says for or against its subject: the balance of its judging words, negations counted in."""

from __future__ import annotations

import re

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity

__all__ = [
    "MERELY",
    "MOST_JUDGED",
    "NONE",
    "PREDICATE_REACH",
    "does_wrong",
    "is_outcome",
    "negates",
    "predicate_end",
    "weigh",
]

PREDICATE_REACH = 16
MOST_JUDGED = 3
MERELY = frozenset({"merely", "only", "just", "simply", "solely"})  # "not merely a token but"
_HARDLY_ANYTHING = frozenset({"little", "nothing"})
_NEGATING = frozenset({"no", "cannot", "hardly", "scarcely", "barely", "rarely", "seldom", "without"})
_DENYING = {"unlikely": "to", "far": "from", "anything": "but"}  # With the word after it: "anything but fair".
_ALL_BUT = frozenset({"anything", "nothing", "all"})
_MAY_NEGATE = _NEGATING | _HARDLY_ANYTHING | _DENYING.keys() | {"less"}
NONE = frozenset({"nobody", "none", "nothing", "no", "neither"})  # Objects by which nothing is done to anybody.
_DOUBTFUL = frozenset({"may", "might", "could"})
_GIVEN_WITH = frozenset({"with", "as"})
_OF_QUALMS = 4  # Tokens after a verb among which the noun for a qualm stands.
_VERB = 2  # What a verb of judging counts.
_YEAR_LENGTH = 4
_GROUP_REACH = 3
_SUPPORT, _OPPOSE = Polarity.SUPPORT, Polarity.OPPOSE
_PHRASE = frozenset("NEDSGAhK")
_PREDICATING = frozenset("vMBVOXA")
_UNDERGOING = frozenset({"on", "upon", "against", "over"})  # "an assault on honest firms"
_OUTER = re.compile("[PT]")  # Over tags: what opens an adjunct or an infinitive.
_PREDICATE = re.compile("U?(?:[^,;:.WUC]|C(?!H))*+")  # Over tags, from a predicate's second token on: no "and that".


def predicate_end(analysis: Analysis, first: int, end: int) -> int:
    """Where a predicate ends: at a mark, a subordinate clause, or after some words."""
    last = min(end, first + PREDICATE_REACH)
    found = _PREDICATE.match(analysis.tagged, first + 1, last)
    stop = found.end() if found is not None else last
    for _ in range(MOST_JUDGED):  # "confusing, unfair and wrong"
        after = stop + 1
        while after < last and analysis.tags[after] in "ACDq":
            after += 1
        if (
            after >= last
            or analysis.tags[stop] != ","
            or analysis.index.judgments.at(analysis.tokens.lowers, after) is None
        ):
            break
        found = _PREDICATE.match(analysis.tagged, after, last)
        stop = found.end() if found is not None else last
    return stop


def is_outcome(analysis: Analysis, at: int) -> bool:
    """Whether a token says that something will come about or fail: "to succeed", "will fail"."""
    lower, index = analysis.tokens.lowers[at], analysis.index
    return analysis.tags[at] == "i" and (lower in index.succeeding or lower in index.failing)


def weigh(analysis: Analysis, first: int, end: int, *, turned: bool = False, foretold: bool = False) -> Polarity | None:
    """The side of most judging words of a predicate, each turned round by a negation before it.

    Where it foretells an outcome, the words for that take no side.
    """
    lowers, tags, index = analysis.tokens.lowers, analysis.tags, analysis.index
    last = min(end, first + PREDICATE_REACH)
    doubtful = lowers[first] in _DOUBTFUL and tags[first + 1 : first + 2] != ["X"]  # "could not be trusted": no doubt
    risky = not index.sets["judged.risking"].isdisjoint(lowers[first:last])
    if doubtful or not (risky or index.judgments.may_begin(lowers, first, last)):
        return None
    stop = _judging_end(analysis, first, end)
    if stop < last and not risky and not index.judgments.may_begin(lowers, first, stop):
        return None
    balance, at, begins, risking = 0, first, index.judgments.begins, index.sets["judged.risking"]
    words = lowers[first:stop]
    outer = _outer(analysis, first, stop)
    denied = "X" in tags[first:stop] or not _MAY_NEGATE.isdisjoint(words) or "n't" in " ".join(words)
    while at < stop:
        found = index.judgments.at(lowers, at) if lowers[at] in begins else None
        found = None if foretold and is_outcome(analysis, at) else found
        if found is None:  # "not on the table" has its own negation.
            if lowers[at] in risking and tags[at] in "vdi" and _is_ventured(analysis, at + 1):
                balance -= 0 if turned else _VERB  # "risks driving buyers away"
            if turned and lowers[at] == "but" and lowers[at - 1] not in _ALL_BUT:
                turned = False  # "does not weaken its hand but strengthens it"
            if denied and negates(analysis, at):
                merely = not MERELY.isdisjoint(lowers[at + 1 : at + 2])
                turned = turned or not merely
                at += merely and tags[at] == "X"
            at += 1
            continue
        width, side = found
        if abs(side) == 1 and at > first and _is_undergoing(analysis, first, at):
            at = width  # "an assault on honest firms"
            continue
        if turned and side < 0 and "unlikely" in words:
            side = 0  # "is unlikely to be a disaster": no praise
        if side > 1 and not NONE.isdisjoint(lowers[width : min(stop, width + 1)]):
            side = -side  # "helps nobody"
        apart = at > outer and (tags[at] == "N" if abs(side) == 1 else tags[at] == "i" and tags[outer] == "P")
        if at == first or not (apart or _is_beside(analysis, at, width, first, side)):
            added = _weight(analysis, at, width, side, turned=turned)
            balance += added
            noun = tags[width - 1] in "PT" or (tags[width - 1] == "N" and tags[width : width + 1] == ["P"])
            if added and abs(side) == 1 and noun:
                width = _past_complements(analysis, width, stop)
        turned = turned or (
            lowers[width - 1] == "nothing" and lowers[width : width + 1] == ["to"]
        )  # "did nothing to help"
        at = width
    if balance > 0 and not index.sets["judged.at_cost"].isdisjoint(words) and _is_at_cost(analysis, first, stop):
        balance = -balance  # "protects a few mills at the expense of millions"
    if not balance:
        return None
    return _SUPPORT if balance > 0 else _OPPOSE


def _is_at_cost(analysis: Analysis, first: int, end: int) -> bool:
    """Whether something is said to be at somebody's expense: "at the expense of growers", but not "never at theirs"."""
    lowers, costs = analysis.tokens.lowers, analysis.index.sets["judged.at_cost"]
    at = next(at for at in range(first, end) if lowers[at] in costs)
    opener = next((back for back in range(at - 1, max(first, at - 4), -1) if lowers[back] in {"at", "to"}), first)
    return opener > first and not negates(analysis, opener - 1)


def _judging_end(analysis: Analysis, first: int, end: int) -> int:
    """Where what judges the subject ends in a predicate: before what it is compared with, or what is told of a noun."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    stop = predicate_end(analysis, first, end)
    if "than" in lowers[first + 1 : stop]:
        stop = lowers.index("than", first + 1)  # Only the first thing is judged.
    if "R" in tags[first + 2 : stop] or "H" in tags[first + 2 : stop]:
        stop = _relative_after(analysis, first + 2, stop)
    return stop


def _past_complements(analysis: Analysis, first: int, end: int) -> int:
    """The next thing joined to a noun that judges, past what it is of or for: "a blow to mills | and a mistake"."""
    return next((at for at in range(first, end) if analysis.tags[at] in "C,"), end)


def _is_undergoing(analysis: Analysis, first: int, at: int) -> bool:
    """Whether a word is about what a noun before it is turned on or against: "an assault on | honest firms"."""
    tags, before = analysis.tags, at - 1
    while before > first and tags[before] in _PHRASE:
        before -= 1
    return before > first and analysis.tokens.lowers[before] in _UNDERGOING and tags[before - 1] == "N"


def _is_ventured(analysis: Analysis, at: int) -> bool:
    """Whether what is risked is something done to others: "risks | driving buyers away", but "risks losing buyers"."""
    befalling = analysis.index.sets["control.befalling"]
    return analysis.tags[at : at + 1] == ["g"] and befalling.isdisjoint(analysis.tokens.lowers[at : at + 1])


def _outer(analysis: Analysis, first: int, end: int) -> int:
    """The token of a predicate from which on words describe something else than its subject, else its end.

    "have access | to safe water", "called on Lima | to help", but "leads to chaos", "proved to be a mistake".
    """
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    verb = first
    while verb + 1 < end and tags[verb] in "MBVOXA" and tags[verb + 1] in "MBVOXAvdgi":
        verb += 1
    if tags[verb] not in "vdgiVO":
        return end  # Of a copula.
    if lowers[verb] in sets["judged.wanting"]:
        return verb  # "need a dependable supply"
    found = _OUTER.search(analysis.tagged, verb + 1, end)
    if found is None:
        return end
    at = found.start()
    if at > verb + 1:
        return end if _past_gift(analysis, verb, at) else at
    if tags[at] == "T":
        return at if lowers[at + 1 : at + 2] != ["be"] else end
    return end if lowers[verb] in sets["judged.amounting"] else at


def _past_gift(analysis: Analysis, verb: int, at: int) -> bool:
    """Whether a preposition leads to what somebody is given or how a thing seems: "provides both | with a way out"."""
    lowers = analysis.tokens.lowers
    return lowers[at] in _GIVEN_WITH and lowers[verb] in analysis.index.sets["judged.passing_on"]


def _relative_after(analysis: Analysis, first: int, end: int) -> int:
    """Where a clause on the noun before it is opened by its subject, else the end.

    "The mills | it was meant to protect", "the crimes | that others committed", but "a levy that hurts growers".
    """
    tags, lowers = analysis.tags, analysis.tokens.lowers
    for at in range(first, min(end, len(tags) - 1)):
        if tags[at - 1] != "N":
            continue
        if tags[at] == "R" and tags[at + 1] in "vMBVO":
            return at
        telling = lowers[at - 1] in analysis.index.sets["grammar.told"]  # "proof that Lima is dishonest"
        if tags[at] == "H" and tags[at + 1] not in _PREDICATING and not telling:
            return at
    return end


def negates(analysis: Analysis, at: int) -> bool:
    """Whether a word denies what comes after it: "not", "without", "unlikely to", in "has done little to" "little"."""
    lowers = analysis.tokens.lowers
    word = lowers[at]
    if analysis.tags[at] == "X" or word in _NEGATING or word.endswith("n't"):
        return True
    if word == "less":  # "less harmful than"
        return at + 1 < len(lowers) and analysis.index.judgments.at(lowers, at + 1) is not None
    if word in _DENYING:
        return lowers[at + 1 : at + 2] == [_DENYING[word]]
    return word in _HARDLY_ANYTHING and lowers[at + 1 : at + 2] == ["to"]


def _is_beside(analysis: Analysis, at: int, end: int, verb: int, side: int) -> bool:
    """Whether a word tells something apart from the predicate: "rely on cheap imports", "just 3 percent"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    after = tags[end] if end < len(tags) else "."
    if lowers[at] in MERELY or (tags[at] == "E" and analysis.tokens.words[at][0].isupper()):
        return True  # "just 3 percent", "the Progressive Party"
    if (after == "K" and not _is_year(analysis, end)) or lowers[end : end + 1] in (["$"], ["€"], ["£"]):
        return side > 0 and tags[at] in "vdig"  # "earned $3 million", but "broke three rules"
    return tags[verb] != "B" and tags[at - 1] == "P" and after == "N" and tags[at] == "N"


def _is_year(analysis: Analysis, at: int) -> bool:
    """Whether a number is the year of what comes after it: "the 2030 target"."""
    return len(analysis.tokens.words[at]) == _YEAR_LENGTH and analysis.tags[at + 1 : at + 2] == ["N"]


def _is_suffered(analysis: Analysis, at: int) -> bool:
    """Whether a wrong is done to the subject, whom that does not speak against: "was betrayed", but "was rigged"."""
    before = at - 1
    while before > 0 and analysis.tags[before] in "AX":
        before -= 1
    return analysis.tags[before] == "B" and analysis.tokens.lowers[at] not in analysis.index.sets["judged.done_badly"]


def _is_wronged(analysis: Analysis, at: int, end: int) -> bool:
    """Whether an adverb judges what is done to the subject, who is taken the side of: "was unfairly blamed"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if not lowers[at].endswith("ly") or "B" not in tags[max(0, at - _GROUP_REACH) : at]:
        return False
    return tags[end : end + 1] == ["d"] and lowers[end] in analysis.index.sets["judged.wronging"]


def _weight(analysis: Analysis, at: int, end: int, side: int, *, turned: bool) -> int:
    """What a judging word adds to the balance: nothing as a possessor, as another's doing, or as a wrong not done."""
    tags = analysis.tags
    if (
        abs(side) == 1
        and tags[at] == "N"
        and tags[at - 1] in "SD"
        and (analysis.tokens.lowers[at - 2] in analysis.index.dropping and tags[at - 2] != "B")
    ):
        return 0  # "dropped its threat"
    if side == -1 and _is_wronged(analysis, at, end):
        return 0 if turned else 1
    if side == 1 and analysis.tokens.lowers[at - 1] == "too":
        side = -1  # "too generous"
    if side == 1 and tags[at] == "i" and tags[at - 1] in "MT":
        return 0  # "would welcome a deal"
    if abs(side) == 1:
        owns = end < len(tags) and tags[end] == "G"
        return 0 if owns or tags[at] == "M" else -side if turned else side
    if (
        tags[at] not in "vdgi" and (tags[at] not in "VO" or end == at + 1) and (tags[at] != "N" or tags[at - 1] != "M")
    ) or (tags[at] == "g" and tags[at - 1] not in "BA" and analysis.tokens.lowers[at - 1] != "as"):
        return 0
    if side > 1 and not analysis.index.sets["control.qualms"].isdisjoint(
        analysis.tokens.lowers[end : end + _OF_QUALMS]
    ):
        return 0  # "understands their concerns"
    if side < 0 and tags[at] == "d" and _is_suffered(analysis, at):
        return 0
    return (0 if side < 0 else -side) if turned else side


def does_wrong(analysis: Analysis, first: int, stop: int) -> bool:
    """Whether a verb of a predicate says that its subject does wrong, and is not only mistaken."""
    judgments, lowers, erring = analysis.index.judgments, analysis.tokens.lowers, analysis.index.sets["judged.erring"]
    verbs = (at for at in range(first, stop) if analysis.tags[at] in "vdgi" and lowers[at] in judgments.begins)
    verbs = (at for at in verbs if lowers[at] not in erring)
    return any(found is not None and found[1] < -1 for found in (judgments.at(lowers, at) for at in verbs))
