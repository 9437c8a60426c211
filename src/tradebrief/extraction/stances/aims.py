"""At whom a thing is aimed that somebody wants or welcomes: who calls for a boycott of Lima is against Lima."""

from __future__ import annotations

from collections.abc import Iterator

from tradebrief.extraction.actors.actors import Cast
from tradebrief.extraction.claims.claims import FoundClaim
from tradebrief.extraction.grammar.phrases import noun_phrase_after
from tradebrief.extraction.lookups.acts import DEMAND, IMPLEMENT, REQUEST
from tradebrief.extraction.measures.concepts import Concepts
from tradebrief.extraction.stances.effects import AIM, Effect
from tradebrief.extraction.stances.nouns import near_slot
from tradebrief.extraction.stances.targets import plain_head_end, targets_of
from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import Act, Polarity
from tradebrief.text import Span

__all__ = ["aims_of"]

_FRAMES = frozenset({"np", "pp"})
_ASKED = frozenset({"np_to", "clause_to", "that", "bare"})
_WANTING = (DEMAND, REQUEST)
_OWNER_REACH = 8


def aims_of(
    analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts, polarity: Polarity | None, act: Act
) -> Iterator[Effect]:
    """The actors whom the object of a claim's verb is for or against, where its holder is for that object.

    What somebody is against may be so for other reasons: "rejected sanctions on Lima" is not yet for Lima.
    """
    draft = found.draft
    if polarity is not Polarity.SUPPORT:
        return
    if act in _WANTING:
        yield from _to_leave(analysis, cast, found, concepts)
    if draft.frame not in _FRAMES:
        return
    first, end = min(draft.content)
    head, lowers = plain_head_end(analysis, first, end) - 1, analysis.tokens.lowers
    for form in analysis.index.stance_nouns.at(lowers, head):
        after = head + 1 + len(form.tail)
        if form.rule.category != "noun":
            continue
        if form.rule.polarity is polarity and form.rule.act is IMPLEMENT and act is DEMAND:
            continue  # Who demands a truce with somebody demands it of them.
        aimed = near_slot(analysis, after, end, form.rule.slots)
        if aimed is None or analysis.tags[aimed[1] : aimed[1] + 1] == ["d"]:
            continue  # "want support to mills | cut"
        cue = analysis.tokens.starts[draft.cue_range[0]]
        for target in targets_of(analysis, cast, concepts, *aimed, holder=found.claim.holder):
            if target.actor is not None:
                begin = min(cue, found.claim.content[0].start)
                words = Span(begin, max(target.span.end, analysis.tokens.ends[max(head, draft.cue_range[1] - 1)]))
                yield target, form.rule.polarity, (words,), AIM
        return


def _to_leave(analysis: Analysis, cast: Cast, found: FoundClaim, concepts: Concepts) -> Iterator[Effect]:
    """Whom somebody wants out of office: "urged Lund to resign", "demanded Lund's resignation"."""
    draft, tags, lowers = found.draft, analysis.tags, analysis.tokens.lowers
    (first, end), leaving = min(draft.content), analysis.index.leaving
    person: tuple[int, int] | None = None
    if draft.frame in _FRAMES:
        owner = next((at for at in range(first, min(end - 1, first + _OWNER_REACH)) if tags[at] in "GvPVMB"), None)
        head, departures = plain_head_end(analysis, first, end), analysis.index.sets["control.departures"]
        if owner is not None and tags[owner] == "G" and lowers[head - 1] in departures:
            person = (first, owner)
        elif lowers[head - 1] in departures and head + 1 < end and lowers[head] == "of":
            person = noun_phrase_after(analysis, head + 1, end)
    elif draft.frame in _ASKED:
        verb = next((at for at in range(first, min(end, first + _OWNER_REACH)) if tags[at] in "iv"), None)
        if verb is None or leaving.at(lowers, verb) is None:
            return
        person = draft.object or ((first, verb - (tags[verb - 1] == "T")) if verb > first else None)
    if person is None or person[0] >= person[1]:
        return
    cue = analysis.tokens.span(*draft.cue_range)
    begin = min(cue.start, found.claim.content[0].start)
    words = Span(begin, max(cue.end, *(part.end for part in found.claim.content)))
    for target in targets_of(analysis, cast, concepts, *person, holder=found.claim.holder):
        if target.actor is not None:
            yield target, Polarity.OPPOSE, (words,), AIM
