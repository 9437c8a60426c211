"""Judgments of one side of a thing: "the strength of the offer lies in", "its benefits outweigh its costs"."""

from __future__ import annotations

from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.judgments import Judgment
from tradebrief.extraction.stances.weighing import weigh
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Polarity

__all__ = ["aspect", "hard_to", "missing", "standing_out"]

_HEAD_REACH = 5
_SUBJECT_REACH = 16
_VERB_REACH = 4
_MOST_WORDS = 4
_OF = frozenset({"of", "in", "with", "to"})
_TROUBLED = frozenset({"with"})
_ABOUT = frozenset({"in", "about"})
_STANDING = (["stands", "out"], ["stood", "out"], ["impresses"], ["impressed"], ["shines"])
_SUPPORT, _OPPOSE = Polarity.SUPPORT, Polarity.OPPOSE


def aspect(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """What a clause says for or against a thing by a noun for one side of it, which a phrase joins to the thing."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    if tags[first] not in "DN":
        return None
    head = next((at for at in range(first, min(end - 3, first + _HEAD_REACH)) if lowers[at + 1] in _OF), None)
    if head is None:
        return None
    noun = lowers[head]
    good, bad = noun in sets["aspect.strengths"], noun in sets["aspect.weaknesses"]
    weighed = noun in sets["aspect.gains"] or noun in sets["aspect.pains"]
    troubled = noun in sets["aspect.troubles"] and lowers[head + 1] in _TROUBLED
    if not (good or bad or weighed or troubled):
        return None
    thing = noun_phrase_after(analysis, head + 2, min(end, head + _SUBJECT_REACH))
    if thing is None:
        return None
    verb = thing[1]
    while verb < end and tags[verb] in "AMVOX":
        verb += 1
    if verb + 1 >= end:
        return None
    negated = "X" in tags[thing[1] : verb + 2]
    if weighed and lowers[verb] in sets["aspect.outweighing"]:
        return _outweighed(analysis, found, (first, end), thing, (noun, verb, negated))
    if negated or not (good or bad or troubled):
        return None
    resides = lowers[verb] in sets["aspect.residing"] and lowers[verb + 1] == "in"
    told = tags[verb] == "B" and (tags[verb + 1] in "HS" or (troubled and tags[verb + 1] in "DG"))
    if not (resides or told):
        return None
    return Judgment(
        claim=found, target=thing, polarity=_SUPPORT if good else _OPPOSE, opening=first, end=end, close=end,
        of_worth=not resides and not troubled,
    )  # fmt: skip


def _outweighed(
    analysis: Analysis,
    found: FoundClaim | None,
    clause: tuple[int, int],
    thing: tuple[int, int],
    told: tuple[str, int, bool],
) -> Judgment | None:
    """Which side of a thing there is more of: "the benefits of the pact outweigh | its costs"."""
    (first, end), (noun, verb, negated) = clause, told
    gains, pains = analysis.index.sets["aspect.gains"], analysis.index.sets["aspect.pains"]
    less = analysis.tokens.lowers[verb + 1 : min(end, verb + 1 + _VERB_REACH)]
    good = noun in gains
    if (pains if good else gains).isdisjoint(less):
        return None
    side = _SUPPORT if good != negated else _OPPOSE
    return Judgment(claim=found, target=thing, polarity=side, opening=first, end=end, close=end)


def hard_to(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """What it is hard to do to a thing: "it is hard to | fault the plan", "difficult to | see the point of a levy".

    Args:
        analysis: The article.
        found: The claim that holds it, if any.
        first: Token from which on "hard to" may stand.
        end: The token after the clause.
    """
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    last = min(end - 2, first + _HEAD_REACH + 1)
    to = next((at for at in range(first + 1, last) if tags[at] == "T" and lowers[at - 1] in sets["aspect.hard"]), None)
    if to is None:
        return None
    turned = "X" in tags[first:to]  # "it is not hard to fault the plan"
    for width in range(_MOST_WORDS, 0, -1):
        phrase = " ".join(lowers[to + 1 : to + 1 + width])
        right = phrase in sets["aspect.impugning"]
        begin = to + 1 + width
        if (not right and phrase not in sets["aspect.vindicating"]) or begin >= end:
            continue
        if tags[begin] == "H":
            told = not right and not turned and begin + 1 < end  # "hard to accept that the levy stays"
            clause = Judgment(
                claim=found, target=(begin + 1, end), polarity=_OPPOSE, opening=first, end=end, close=end, clause=True
            )
            return clause if told else None
        thing = noun_phrase_after(analysis, begin, end)
        if thing is None:
            return None
        side = _SUPPORT if right != turned else _OPPOSE
        return Judgment(claim=found, target=thing, polarity=side, opening=first, end=thing[1], close=end)
    return None


def missing(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """What is said to be missing or needed: "what is missing is | a plan", "missing from the pact is | a timetable"."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    last, at = min(end - 1, first + _SUBJECT_REACH), first + 1
    if lowers[first] == "what":
        widths = (width for width in (3, 2) if " ".join(lowers[at : at + width]) in sets["aspect.wanting"])
        at += next(widths, 0)
        if at == first + 1:
            return None
    elif lowers[first] != "missing":
        return None
    copula = next((probe for probe in range(at, last) if tags[probe] in "Bv,;:"), last)
    if copula >= last or tags[copula] != "B" or "X" in tags[copula : copula + 2]:
        return None
    begin = copula + 1
    while begin < end and tags[begin] in "A,":
        begin += 1
    thing = noun_phrase_after(analysis, begin, end) if begin < end and tags[begin] in "DSNEK" else None
    if thing is None:
        return None
    return Judgment(claim=found, target=thing, polarity=_SUPPORT, opening=first, end=thing[1], close=end, needed=True)


def standing_out(analysis: Analysis, found: FoundClaim | None, first: int, end: int) -> Judgment | None:
    """What is praised for what stands out in it: "what stands out in | the Danish plan | is its simplicity"."""
    lowers, tags = analysis.tokens.lowers, analysis.tags
    if lowers[first] != "what":
        return None
    begins = (first + 1 + len(words) for words in _STANDING if lowers[first + 1 : first + 1 + len(words)] == words)
    at = next(begins, end)
    while at < end and tags[at] == "A":
        at += 1
    if at + 3 >= end or lowers[at] not in _ABOUT:
        return None
    thing = noun_phrase_after(analysis, at + 1, end)
    if thing is None or thing[1] + 1 >= end or tags[thing[1]] != "B" or tags[thing[1] + 1] != "S":
        return None  # "what stands out in the figures is the fall in sales"
    if weigh(analysis, thing[1], end) is _OPPOSE:
        return None
    return Judgment(claim=found, target=thing, polarity=_SUPPORT, opening=first, end=end, close=end)
