"""Going to law: "take the matter to court", "file a complaint", "go to the WTO"."""

from __future__ import annotations

from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.stances.targets import plain_head_end
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.lexicon import StanceRule
from tradebrief.model import Act

__all__ = ["contested_by_law", "is_forum", "is_own_consent", "strikes_back"]

_REACH = 10
_FORUM_REACH = 6
_REDRESS_REACH = 4
_CONSENT_REACH = 6
_OPENS_OBJECT = "DSNEK"  # "will push back the deadline" is no threat.
_APPEAL = "appeal"
_ACTING = frozenset({"act", "go", "move", "proceed"})
_ALONE = frozenset({"alone", "unilaterally", "solo"})
_APPEALED_FOR = frozenset({"for", "to"})
_CONTESTING = frozenset({"appeal", "litigate"})
_OPENERS = frozenset({"to", "before", "into"})
_WHERE = frozenset({"at", "with", "to", "before"})
_LODGED = (Act.ACCUSE, Act.REQUEST)
_COMPLAINTS = frozenset({"complaint", "complaints"})


def _goes_to_law(analysis: Analysis, verb: int) -> bool:
    """Whether a verb with what it governs brings a case before a court or a body of arbiters."""
    sets, lowers = analysis.index.sets, analysis.tokens.lowers
    if lowers[verb] in sets["control.bringing_suit"] and _suit(analysis, verb) is not None:
        return True
    return lowers[verb] in sets["control.taking_to_law"] and _forum(analysis, verb) is not None


def is_own_consent(analysis: Analysis, at: int) -> bool:
    """Whether an object is what is one's own to give: "its consent", "their support for the pact"."""
    tags, lowers = analysis.tags, analysis.tokens.lowers
    if at >= len(tags) or tags[at] != "S":
        return False
    return not analysis.index.sets["control.consents"].isdisjoint(lowers[at + 1 : at + _CONSENT_REACH])


def strikes_back(analysis: Analysis, verb: int) -> bool:
    """Whether a verb says what one only threatens with: "sue", "hit back", "seek damages", "withdraw its support"."""
    sets, lowers = analysis.index.sets, analysis.tokens.lowers
    word, (_, ceiling) = lowers[verb], analysis.reach(verb)
    following = lowers[verb + 1] if verb + 1 < ceiling else ""
    if word in sets["control.retaliating"] or (
        word in sets["control.taking_back"] and is_own_consent(analysis, verb + 1)
    ):
        return True
    if word in sets["control.hitting"]:
        alone = verb + 2 >= ceiling or analysis.tags[verb + 2] not in _OPENS_OBJECT
        if (following == "back" and alone) or lowers[verb + 1 : verb + 3] == ["in", "kind"]:
            return True
        return following == "with" and _measure_taken(analysis, verb + 2, ceiling)  # "respond with duties"
    if word in _ACTING:
        own = (
            following == "on" and lowers[verb + 3 : verb + 4] == ["own"] and analysis.tags[verb + 4 : verb + 5] != ["N"]
        )
        if own or following in _ALONE or lowers[verb + 1 : verb + 3] == ["it", "alone"]:
            return True  # "act alone", "go it alone", "move on its own"
    if word == _APPEAL:
        return following not in _APPEALED_FOR  # "will appeal for calm"
    if word in sets["control.seeking_redress"]:
        return not sets["control.redress"].isdisjoint(lowers[verb + 1 : min(ceiling, verb + _REDRESS_REACH)])
    return _goes_to_law(analysis, verb)


def _measure_taken(analysis: Analysis, first: int, ceiling: int) -> bool:
    """Whether what one answers with is a measure against others."""
    phrase = noun_phrase_after(analysis, first, ceiling)
    if phrase is None:
        return False
    head = analysis.tokens.lowers[plain_head_end(analysis, *phrase) - 1]
    return any(head in analysis.index.sets[key] for key in ("control.instruments", "control.reprisals"))


def contested_by_law(analysis: Analysis, verb: int) -> tuple[int, int] | None:
    """Tokens of what somebody takes to court, if it is told: "take | the levy | to the Supreme Court"."""
    lowers = analysis.tokens.lowers
    if lowers[verb] in _CONTESTING and lowers[verb + 1 : verb + 2] == ["against"]:  # "appeal against | any duty"
        _, ceiling = analysis.reach(verb)
        return noun_phrase_after(analysis, verb + 2, ceiling)
    if lowers[verb] not in analysis.index.sets["control.taking_to_law"]:
        return None
    forum = _forum(analysis, verb)
    return noun_phrase_after(analysis, verb + 1, forum) if forum is not None and forum > verb + 1 else None


def is_forum(analysis: Analysis, rule: StanceRule, at: int, first: int, end: int) -> bool:
    """Whether a phrase names where somebody complains rather than of whom: "lodged a complaint with the court".

    Args:
        analysis: The article's.
        rule: The rule of the word that takes a side.
        at: Its token.
        first: The first token of the phrase.
        end: The token after it.
    """
    lowers = analysis.tokens.lowers
    lodged = rule.category == "dealing" and rule.act in _LODGED
    if lowers[first - 1] not in _WHERE or not (lodged or lowers[at] in _COMPLAINTS):
        return False
    return lowers[plain_head_end(analysis, first, end) - 1] in analysis.index.sets["control.forums"]


def _suit(analysis: Analysis, verb: int) -> int | None:
    """The head of a case that is brought: "file a new | complaint"."""
    _, ceiling = analysis.reach(verb)
    phrase = noun_phrase_after(analysis, verb + 1, ceiling)
    suits = analysis.index.sets["control.suits"]
    if phrase is None:
        return None
    return next((at for at in range(*phrase) if analysis.tokens.lowers[at] in suits), None)


def _forum(analysis: Analysis, verb: int) -> int | None:
    """The preposition before a court or body of arbiters: "take the matter | to the Supreme Court"."""
    lowers, forums = analysis.tokens.lowers, analysis.index.sets["control.forums"]
    _, ceiling = analysis.reach(verb)
    for at in range(verb + 1, min(ceiling - 1, verb + _REACH)):
        if analysis.tags[at] in ",;:vMBVOWHU":
            return None
        if lowers[at] in _OPENERS and not forums.isdisjoint(lowers[at + 1 : min(ceiling, at + _FORUM_REACH)]):
            return at
    return None
