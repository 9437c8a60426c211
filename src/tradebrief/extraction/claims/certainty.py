"""How sure of a content its own words are: "might fall", "will probably fall", "is unlikely to fall"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from tradebrief.extraction.claims.denials import doubting_words
from tradebrief.extraction.claims.drafts import ClaimDraft
from tradebrief.extraction.grammar.phrases import is_negation
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Certainty

__all__ = ["is_asked", "is_open", "is_unreal_perfect", "weakened", "weighing"]

_REACH = 40
_YET = frozenset({"yet", "still"})
_TURN = re.compile("[WHU,vMBVO]")  # Tags of verbs, and of what opens and closes another clause.
_INVERTED = frozenset("OMBV")
_OPENING_QUESTION = _INVERTED | {"W"}
_EPISTEMIC = frozenset({"may", "might"})
_POSSIBLE = _EPISTEMIC | {"could"}
_FIGHTING = (Act.REJECT, Act.THREATEN)
_UNREAL = frozenset({"would", "could", "should", "might", "'d"})  # With "have" these tell of what has not been done.
_IN_GROUP = frozenset("MBVOXA")
_LONGEST_GROUP = 8
_EXPLETIVES = frozenset({"it", "there"})
_ASKING = frozenset({"whether", "if"})
_LONGEST_FACT = 6
_SEEMING_SO = (["T"], ["H"], ["N"], ["A"])
_BEFORE, _AFTER = 2, 3  # Tokens around the verb among which its adverbs stand.
_WEAKENED = {
    "grammar.possible": {Certainty.CERTAIN: Certainty.POSSIBLE, Certainty.PROBABLE: Certainty.POSSIBLE},
    "grammar.probable": {Certainty.CERTAIN: Certainty.PROBABLE},
    "grammar.improbable": {Certainty.CERTAIN: Certainty.PROBABLE_NOT, Certainty.PROBABLE: Certainty.PROBABLE_NOT},
}


_DENIED = {
    Certainty.CERTAIN: Certainty.CERTAIN_NOT,
    Certainty.PROBABLE: Certainty.PROBABLE_NOT,
    Certainty.POSSIBLE: Certainty.POSSIBLE_NOT,
}
_ONLY = frozenset({"just", "only", "merely", "simply", "solely"})  # "Not only" denies nothing.


def is_open(analysis: Analysis, draft: ClaimDraft) -> str:
    """By what a claim is only supposed, thought possible, asked about or to come; nothing if it is not.

    "If Lima says" is ``supposed``, "has yet to say" ``to_come``, "might say" ``possible``, "would have said"
    ``unreal``, "did Lima say …?" ``asked``, "it is doubtful that Lima says" ``doubted``.
    """
    lowers = analysis.tokens.lowers
    cue, end = draft.cue_range
    opener = (draft.source.first if 0 <= draft.source.first < cue else cue) - 1
    floor, _ = analysis.reach(cue)
    if opener >= floor:
        if lowers[opener] in analysis.index.sets["grammar.supposing"] or (
            opener - floor < 2 and _is_supposed(analysis, opener, floor)
        ):
            return "supposed"
        if lowers[opener] == "had" and (opener == floor or analysis.tags[opener - 1] in ",C"):
            return "supposed"  # "had Lima agreed to the quota"
        if opener + 1 != cue and doubting_words(analysis, opener + 1):
            return "doubted"
    if draft.cue.category == "verb":
        able = draft.negated or draft.cue.act not in _FIGHTING  # "could not reject", "could accept": ability, or will.
        if end > cue + 1:
            if _is_to_come(analysis, cue, end, floor):
                return "to_come"
            if _has_modal(analysis, cue, end, _EPISTEMIC if able else _POSSIBLE):
                return "possible"
            if is_unreal_perfect(analysis, cue, end):
                return "unreal"
    return "asked" if is_asked(analysis, cue, openers=_OPENING_QUESTION) else ""


def _is_supposed(analysis: Analysis, opener: int, floor: int) -> bool:
    """Whether a verb that opens the sentence asks to suppose what follows: "Suppose Lima says", "Let them say"."""
    opener -= opener > floor and analysis.tags[opener] == "H"
    return opener == floor and analysis.tokens.lowers[opener] in analysis.index.sets["grammar.supposed"]


def _is_to_come(analysis: Analysis, first: int, end: int, floor: int) -> bool:
    """Whether a verb group tells what has not been done so far: "has yet to agree", "has not yet agreed"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if tags[first] == "T" and first - 2 >= floor and lowers[first - 1] in _YET and tags[first - 2] in "VB":
        return True
    return "yet" in lowers[first : min(end, first + _LONGEST_GROUP)]


def is_asked(analysis: Analysis, at: int, openers: Collection[str] = _INVERTED) -> bool:
    """Whether a token stands in a question that is answered by yes or no: "did Lima say that …?".

    Args:
        analysis: The article's.
        at: The token.
        openers: Tags of the words that open such a question.
    """
    if not analysis.asks:
        return False
    lowers, (floor, ceiling) = analysis.tokens.lowers, analysis.reach(at)
    mark = ceiling if ceiling < len(lowers) else ceiling - 1
    if lowers[mark] != "?":
        return False
    asked = analysis.quoted[mark] == analysis.quoted[at] == analysis.quoted[floor]
    return asked and analysis.tags[floor] in openers and floor < at


def _has_modal(analysis: Analysis, first: int, end: int, words: frozenset[str]) -> bool:
    """Whether one of some modals stands in a verb group."""
    last = min(end, first + _LONGEST_GROUP)
    if analysis.tagged.find("M", first, last) < 0:
        return False  # As in most groups.
    return any(analysis.tags[at] == "M" and analysis.tokens.lowers[at] in words for at in range(first, last))


def is_unreal_perfect(analysis: Analysis, first: int, end: int) -> bool:
    """Whether a verb group tells of what has not been done: "would have said".

    Not so a wish or an opinion put politely: "would have preferred", "would have thought".
    """
    words = analysis.tokens.lowers[first : min(end, first + _LONGEST_GROUP)]
    if "have" not in words:
        return False
    perfect = words.index("have")
    if _UNREAL.isdisjoint(words[:perfect]):
        return False
    return analysis.index.sets["grammar.polite"].isdisjoint(words[perfect + 1 :])


def weakened(analysis: Analysis, content: Sequence[tuple[int, int]], certainty: Certainty) -> Certainty:
    """A certainty as the modal or adverb of the content's main verb leaves it.

    The values are FactBank's: "may fall" is possible, "will probably fall" probable, "is unlikely to fall" not.
    What the cue denies or leaves open stays as it is.

    Args:
        analysis: The article's.
        content: The tokens of the content.
        certainty: How sure the cue says that its holder is.
    """
    if certainty is not Certainty.CERTAIN and certainty is not Certainty.PROBABLE:
        return certainty
    first, end = content[-1] if len(content) > 1 and not _has_verb(analysis, *content[0]) else content[0]
    verb = _main_verb(analysis, first, end)
    if verb is None:
        return certainty
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    if lowers[first] in _EXPLETIVES and lowers[verb - 1] == lowers[first] and tags[verb] in "Bv":
        found = _of_fact(analysis, verb, end, certainty)
        if found is not None:
            return found
    around = range(max(first, verb - _BEFORE), min(end, verb + _AFTER + 1))
    words = [lowers[at] for at in around if tags[at] in "MAN"]  # No name: "in May".
    if tags[first] == "A" and tags[first + 1] == ",":
        words.append(lowers[first])  # "apparently, it fell"
    if tags[end - 1] == "A" and tags[end - 2] == ",":
        words.append(lowers[end - 1])  # "it fell, apparently"
    negated = _is_denied(analysis, first, verb, end)
    if negated and "could" in words:
        return _DENIED[certainty]  # "could not fall": it is impossible.
    if negated and tags[verb] == "M" and lowers[verb] in sets["grammar.obliging"]:
        return certainty
    if lowers[verb] in sets["grammar.seeming"] and tags[verb + 1 : verb + 2] in _SEEMING_SO:
        certainty = _WEAKENED["grammar.probable"].get(certainty, certainty)
    if not sets["certainty.weakening"].isdisjoint(words):
        for degree, weaker in _WEAKENED.items():
            if not sets[degree].isdisjoint(words):
                certainty = weaker.get(certainty, certainty)
                break
    return _DENIED[certainty] if negated and certainty in _DENIED else certainty


def weighing(analysis: Analysis, content: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The tokens of a content by which ``weakened`` tells how sure it is, in order."""
    ordered = sorted(content)
    first, end = ordered[-1] if len(ordered) > 1 and not _has_verb(analysis, *ordered[0]) else ordered[0]
    verb = _main_verb(analysis, first, end)
    if verb is None:
        return
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    facts = {word for degree in _WEAKENED for word in sets[f"{degree}_facts"]} | _ASKING
    expletive = lowers[first] in _EXPLETIVES
    for at in range(first, end):
        near = verb - _BEFORE <= at <= verb + _AFTER or at in {first, end - 1}
        grouped = verb - 1 <= at <= verb + _AFTER and is_negation(analysis, at)
        fact = expletive and at <= verb + _LONGEST_FACT and lowers[at] in facts
        seems = at == verb and lowers[at] in sets["grammar.seeming"]
        if grouped or fact or seems or (near and tags[at] in "MAN" and lowers[at] in sets["certainty.weakening"]):
            yield at


def _of_fact(analysis: Analysis, be: int, end: int, certainty: Certainty) -> Certainty | None:
    """How sure a clause is after "it is possible that", "there is a chance that", "it is not clear whether"."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    at, limit = be + 1, min(end, be + _LONGEST_FACT)
    while at < limit and tags[at] not in "HWUTPvgdi":
        at += 1
    if at >= end or at == limit:
        return None
    words = lowers[be + 1 : at]
    negated = any(tag == "X" for tag in tags[be:at]) or "no" in words
    if at > be + 1 and (lowers[at] in _ASKING or (negated and tags[at] == "W")):
        return Certainty.UNKNOWN
    for degree, weaker in _WEAKENED.items():
        if not sets[f"{degree}_facts"].isdisjoint(words):
            if not negated:
                return weaker.get(certainty, certainty)
            return _DENIED[certainty] if degree == "grammar.possible" else weaker.get(certainty, certainty)
    return None


def _is_denied(analysis: Analysis, first: int, verb: int, end: int) -> bool:
    """Whether the main verb of a content is negated: "will not hold", "cannot fall", "never fall"."""
    if verb <= first:
        return False  # "Do not fall": an order.
    if is_negation(analysis, verb - 1) and verb - 1 > first:
        return True
    lowers, at = analysis.tokens.lowers, verb
    while at < min(end, verb + _LONGEST_GROUP) and analysis.tags[at] in _IN_GROUP:
        if is_negation(analysis, at):
            return at + 1 >= end or lowers[at + 1] not in _ONLY
        at += 1
    return False


def _has_verb(analysis: Analysis, first: int, end: int) -> bool:
    return any(tag in "vMBVO" for tag in analysis.tags[first:end])


def _main_verb(analysis: Analysis, first: int, end: int) -> int | None:
    """The first finite verb outside subordinate and relative clauses."""
    tags, aside = analysis.tags, False
    for match in _TURN.finditer(analysis.tagged, first, min(end, first + _REACH)):
        at = match.start()
        if tags[at] in "WHU":
            aside = True
        elif tags[at] == ",":
            aside = False
        elif not aside:
            if at == first and tags[at] == "v" and tags[at + 1 : at + 2] == ["M"]:
                continue  # A noun in the form of a verb: "prices cannot fall".
            return at
        else:
            aside = tags[at] in "MBVO" and tags[at + 1 : at + 2] != [] and tags[at + 1] in "AXdgi"
    return None
