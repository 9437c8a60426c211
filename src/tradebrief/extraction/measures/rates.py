"""What a number with a unit is, by the words around it: a duty's rate or another share, a quota or another quantity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tradebrief.extraction.tagging.analysis import Analysis
from tradebrief.model import MeasureKind
from tradebrief.text import Span

__all__ = ["Verdict", "after_another", "is_zero_rate", "quota_or_quantity", "rate_or_percentage"]

_MARK = re.compile("[.;:-]")  # Over tags.
_LAST_MARK = re.compile(".*[.;:-]", re.DOTALL)
_REACH = 12  # Tokens on either side in which a word for a duty makes a rate.
_LEAD = 7  # Tokens from a word for a duty to its rate: "the rate to be set at".
_SUBJECT_REACH = 14  # Tokens from a rate to the percentage that its clause says of it.
_QUOTA_LEAD = 8  # Tokens from a word for a quota to its amount.
_OF_PERCENT = (MeasureKind.TARIFF_RATE, MeasureKind.PERCENTAGE)
_FLOWS = frozenset({"imports", "exports"})  # Which are taken for verbs as well.
_GAP = 6  # Tokens between two percentages that share their verb.
_PAIR = 9  # Tokens between two percentages that are told of two things alike.
_EASED_REACH = 5
_EXTREMES = frozenset({"top", "bottom"})
_PRICED = frozenset({"value", "price", "cost", "worth"})  # A duty may be so much of them.
_LAID_BY = frozenset({"on", "for", "of"})
_IT = frozenset({"it", "they", "this", "that", "which"})
_UP_AND_DOWN = frozenset({"up", "down", "back", "out", "in"})
_AIMING = frozenset({"for", "with", "on", "to"})
_COMPOUND = 4  # Words between a number and its noun: "a 25 percent across-the-board import tariff".
_ABOUT = frozenset({
    "about", "around", "roughly", "nearly", "almost", "some", "only", "just", "at", "least", "most", "as", "much",
    "low", "high", "the", "a", "an", "its", "their", "full", "up", "over", "than", "more", "to",
})  # fmt: skip


class Verdict(NamedTuple):
    """A kind, whether the words around leave no doubt of it, and whether somebody bargains for the amount."""

    kind: MeasureKind
    sure: bool
    bargained: bool = False


def _clause(analysis: Analysis, first: int, end: int) -> tuple[int, int]:
    """The tokens on either side of a range that its clause may reach to."""
    tagged, walls = analysis.tagged, analysis.walls
    lowest, highest = max(0, first - _REACH), min(len(tagged), end + _REACH)
    before, after = _LAST_MARK.match(tagged, lowest, first), _MARK.search(tagged, end, highest)
    lowest = lowest if before is None else before.end()
    highest = highest if after is None else after.start()
    start = next((at for at in range(first, lowest, -1) if at in walls), lowest)
    return start, next((at for at in range(end, highest) if at in walls), highest)


def _compound(analysis: Analysis, end: int, stop: int, nouns: frozenset[str]) -> bool:
    """Whether the noun that a number modifies is one of some nouns."""
    for at in range(end, min(end + _COMPOUND, stop)):
        if analysis.tokens.lowers[at].rpartition("-")[2] in nouns:
            return True
        also = analysis.tags[at] == "C" and analysis.tags[at + 1 : at + 2] == ["K"]  # "the 15% and 20% rates"
        if not also and analysis.tags[at] not in "NEdgAK":
            return False
    return False


def _speaks_of_other_rates(analysis: Analysis, start: int, stop: int) -> bool:
    """Whether a clause is about interest, pay or the like; the name of a bank that is no country's tells nothing."""
    lowers, words = analysis.tokens.lowers, analysis.tokens.words
    others = analysis.index.sets["measures.other_rates"]
    if others.isdisjoint(lowers[start:stop]):
        return False
    return any(
        (words[at] in others and lowers[at] not in _EXTREMES) or (lowers[at] in others and _sets_rates(lowers, at))
        for at in range(start, stop)
    )


def _sets_rates(lowers: Sequence[str], at: int) -> bool:
    """Whether a word with a capital is no bank, or one that sets rates: "Bank of Japan", "Reserve Bank"."""
    if lowers[at] in _EXTREMES:
        return at == 0 or lowers[at - 1] != "on"  # "The top rate", but not "8 percent on top".
    if lowers[at] != "bank" or lowers[at + 1 : at + 2] == ["of"]:
        return True
    return at > 0 and lowers[at - 1] in {"central", "national", "reserve"}


def rate_or_percentage(analysis: Analysis, first: int, end: int) -> Verdict:
    """Whether a percentage at a range of tokens is the rate of a duty."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    rate, share = MeasureKind.TARIFF_RATE, MeasureKind.PERCENTAGE
    start, stop = _clause(analysis, first, end)
    rates = sets["measures.rates"]
    if _speaks_of_other_rates(analysis, start, stop):
        rates -= sets["measures.rate"]  # The rate of a bank is no duty's.
    elif _speaks_of_dumping(analysis, start, stop):
        rates |= sets["measures.margins"]  # "A dumping margin of 8 percent"
    if lowers[first] in {"up", "from"} and end - first > 2:
        first += 1
    before = first
    while before > start and lowers[before - 1] in _ABOUT and lowers[before - 1] not in {"to", "at"}:
        before -= 1
    ruler = lowers[before - 1] if before > start else ""
    left = frozenset(lowers[max(start, before - 4) : before])
    if ruler in {"at", "to"}:
        left |= {*lowers[max(start, before - _LEAD) : before]}
    if ruler in {"to", "at"} and _is_portion(
        lowers[max(start, before - _LEAD) : before], rates, sets["measures.portions"]
    ):
        return Verdict(share, sure=True)
    if ruler == "to" and _is_part(lowers[end : min(end + _COMPOUND, stop)]):
        return Verdict(share, sure=True)
    if ruler in {"of", "at", "to", "from", ","} and left & rates and not left & {"by", "and"}:
        return Verdict(rate, sure=True)
    following = lowers[end] if end < stop else ""
    if ruler == "to" and lowers[before - 2] == "," and rates & {*lowers[start : before - 2]}:
        return Verdict(rate, sure=True)  # "the duty rises by 5 points, to 15 percent"
    if ruler in {"at", "to", "from"} and _is_said_of_rate(analysis, start, before - 1, rates):
        return Verdict(rate, sure=True)
    if following in sets["measures.parts"]:
        return Verdict(share, sure=True)
    if _compound(analysis, end, stop, rates):
        return Verdict(rate, sure=True)
    if ruler == "by" or left & sets["measures.moves"]:
        near = frozenset(lowers[max(start, before - 3) : before])
        return Verdict(rate if near & rates else share, sure=True)
    duties = sets["measures.duties"]
    if left & sets["measures.rate_verbs"] and not duties.isdisjoint(analysis.written):
        return Verdict(rate, sure=True)
    around = {*lowers[start:before], *lowers[end:stop]}
    return Verdict(rate if around & duties else share, sure=False, bargained=_is_bargained(analysis, start, before))


def _is_portion(words: Sequence[str], rates: frozenset[str], portions: frozenset[str]) -> bool:
    """Whether the last of some words for a duty or a portion is a portion, or that of a duty: "the share of tax"."""
    if portions.isdisjoint(words):
        return False
    last = max(at for at, word in enumerate(words) if word in portions)
    return words[last + 1 : last + 2] == ["of"] or rates.isdisjoint(words[last:])


def _is_part(after: Sequence[str]) -> bool:
    """Whether a percentage is said to be one of something but a price: "40 percent of demand"."""
    return after[:1] == ["of"] and _PRICED.isdisjoint(after)


def _speaks_of_dumping(analysis: Analysis, start: int, stop: int) -> bool:
    """Whether a clause has a margin that can only be one of dumping or subsidy, as the text is about these."""
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    near = lowers[start:stop]
    if sets["measures.margins"].isdisjoint(near) or not sets["measures.profits"].isdisjoint(near):
        return False
    return not sets["measures.dumping"].isdisjoint(analysis.written)


def _is_said_of_rate(analysis: Analysis, start: int, ruler: int, rates: frozenset[str]) -> bool:
    """Whether a clause says of a rate what it comes to: "the rate on Chilean wine came down | from", "it stands | at".

    Args:
        analysis: The article.
        start: The first token of the clause.
        ruler: The preposition before the percentage.
        rates: The words for rates.
    """
    tags, lowers, sets = analysis.tags, analysis.tokens.lowers, analysis.index.sets
    verb = ruler
    while verb > start and (tags[verb - 1] in "AXvdiMBVT" or lowers[verb - 1] in _UP_AND_DOWN):
        verb -= 1
    if verb > start and lowers[verb - 1] in _IT and not sets["measures.standing"].isdisjoint(lowers[verb:ruler]):
        floor, _ = analysis.reach(verb)
        return not rates.isdisjoint(lowers[floor : verb - 1]) and not _speaks_of_other_rates(analysis, floor, verb)
    end = max(start, ruler - _SUBJECT_REACH)
    at = next((at for at in range(ruler - 1, end - 1, -1) if lowers[at] in rates and tags[at] in "NE"), None)
    if at is None:
        return False
    if lowers[at + 1] in _LAID_BY:
        at += 1
        while at + 1 < ruler and (tags[at + 1] in "DSNEGKh" or lowers[at + 1] in _FLOWS):
            at += 1
    return at + 1 >= verb


def _is_bargained(analysis: Analysis, start: int, before: int) -> bool:
    """Whether an amount is what somebody offers, asks or settles for: "would settle for 12 percent"."""
    lowers, sets, at = analysis.tokens.lowers, analysis.index.sets, before - 1
    at -= lowers[at : at + 2] in (["at", "least"], ["at", "most"])
    if at <= start:
        return False
    if lowers[at] in sets["measures.bargaining"]:
        return True
    aims = lowers[at] in _AIMING
    at -= 2 if lowers[at - 1] == "out" else 1  # "hold out for"
    return aims and at >= start and lowers[at] in sets["measures.bargaining_for"]


def after_another(
    analysis: Analysis, verdict: Verdict, span: Span, kind: MeasureKind, place: tuple[int, int]
) -> Verdict:
    """What a percentage or an amount is that its own words leave open, by the measure before it in its clause.

    Two that are set against each other are of one kind ("10 percent rather than 25 percent"), and at so many
    percent goods come in ("15,000 tonnes a year at 10 percent"). So are two amounts of goods, one of them a quota's
    ("a quota of 400 tonnes, instead of the 900 tonnes that it had sought").
    """
    first, end = place
    start, _ = _clause(analysis, first, first)
    if analysis.tokens.starts[start] > span.start:
        return verdict
    if verdict.kind is MeasureKind.QUANTITY:
        instead = {*analysis.tokens.lowers[max(start, first - 5) : first]} & analysis.index.sets["measures.instead"]
        return Verdict(MeasureKind.QUOTA, sure=True) if kind is MeasureKind.QUOTA and instead else verdict
    if kind in _OF_PERCENT and (_goes_along(analysis, span, first) or _is_paired(analysis, span, first, end)):
        return Verdict(kind, sure=True)
    goods = kind in (MeasureKind.QUANTITY, MeasureKind.QUOTA) and analysis.tokens.lowers[first - 1] == "at"
    set_against = analysis.index.sets["measures.set_against"] & {*analysis.tokens.lowers[max(start, first - 5) : first]}
    if goods or (kind is MeasureKind.TARIFF_RATE and set_against):
        return Verdict(MeasureKind.TARIFF_RATE, sure=True)
    return verdict


def _goes_along(analysis: Analysis, span: Span, first: int) -> bool:
    """Whether "and" and a noun part a percentage from the one before, whose verb it shares: "50% and tin 25%"."""
    tokens, tags = analysis.tokens, analysis.tags
    at, joined = first - 1, False
    while at > first - _GAP and at >= 0 and tokens.starts[at] >= span.end:
        joined = joined or tags[at] in "C,"
        if tags[at] not in "CNEh," and tokens.lowers[at] not in _FLOWS:
            return False
        at -= 1
    return joined and tags[first - 1] not in "C," and at >= 0 and tokens.ends[at] == span.end


def _is_paired(analysis: Analysis, span: Span, first: int, end: int) -> bool:
    """Whether two percentages are told of two things alike: "24 percent for Oslo and 30 percent for Bergen"."""
    tokens, tags = analysis.tokens, analysis.tags
    if tags[first - 1] != "C":
        return False
    at = first - 2
    while at > first - _PAIR and at > 0 and tokens.starts[at] >= span.end and tags[at] in "DSNEGh":
        at -= 1
    return (
        at > 0
        and tokens.ends[at - 1] == span.end
        and tokens.lowers[at] in _LAID_BY
        and (tokens.lowers[end : end + 1] == [tokens.lowers[at]])
    )


def is_zero_rate(analysis: Analysis, at: int) -> bool:
    """Whether "zero" is a rate: "zero tariffs", "a rate of zero", "zero-duty access", "zero on aircraft"."""
    lowers, rates = analysis.tokens.lowers, analysis.index.sets["measures.rates"]
    start, stop = _clause(analysis, at, at + 1)
    if lowers[at].rpartition("-")[2] in rates or _compound(analysis, at + 1, stop, rates):
        return True
    if at - start > 1 and lowers[at - 1] in {"of", "to", "at"}:
        return bool(rates & {*lowers[max(start, at - 5) : at - 1]})
    return lowers[at + 1 : at + 2] in (["on"], ["for"]) and bool(rates & {*lowers[start:at]})


def quota_or_quantity(analysis: Analysis, first: int, end: int) -> Verdict:
    """Whether an amount of goods at a range of tokens is that of a quota."""
    start, stop = _clause(analysis, first, end)
    lowers, sets = analysis.tokens.lowers, analysis.index.sets
    quotas, left = sets["measures.quotas"], {*lowers[max(start, first - _QUOTA_LEAD) : first]}
    if not sets["measures.traces"].isdisjoint(lowers[first:end]):
        return Verdict(MeasureKind.QUANTITY, sure=True)  # "a limit of 0.2 milligrams per kilogram"
    if _compound(analysis, end, stop, quotas) or quotas & left:
        return Verdict(MeasureKind.QUOTA, sure=True)
    before = first
    while before > start and lowers[before - 1] in _ABOUT and lowers[before - 1] not in {"to", "at"}:
        before -= 1
    if before > start and lowers[before - 1] in {"to", "at"} and left & sets["measures.capping"]:
        return Verdict(MeasureKind.QUOTA, sure=True)  # "capped imports of lamb at 5,000 tonnes"
    if _comes_in_free(analysis, start, first, stop):
        return Verdict(MeasureKind.QUOTA, sure=True)
    return Verdict(MeasureKind.QUANTITY, sure=False, bargained=_is_bargained(analysis, start, before))


def _is_eased(words: Sequence[str], rates: frozenset[str], easing: frozenset[str]) -> bool:
    """Whether "at" and an adjective of ease stand with a rate: "500 tonnes a year at a reduced rate"."""
    at = words.index("at") if "at" in words else len(words)
    near = words[at : at + _EASED_REACH]
    return not rates.isdisjoint(near) and not easing.isdisjoint(near)


def _is_free_of_duty(words: Sequence[str], rates: frozenset[str]) -> bool:
    """Whether words have "free of" with a duty: "free of any duty", and not "free of pests"."""
    at = next((at for at, pair in enumerate(pairwise(words)) if pair == ("free", "of")), None)
    return at is not None and not rates.isdisjoint(words[at + 2 : at + 2 + _EASED_REACH])


def _comes_in_free(analysis: Analysis, start: int, first: int, stop: int) -> bool:
    """Whether goods may come in at a lower duty, or none, and have not yet: "will let in 300 tonnes duty-free"."""
    lowers, tags, sets = analysis.tokens.lowers, analysis.tags, analysis.index.sets
    near, after = lowers[start:stop], lowers[first:stop]
    free = not sets["measures.free"].isdisjoint(near) or _is_free_of_duty(after, sets["measures.rates"])
    if not (free or _is_eased(after, sets["measures.rates"], sets["measures.easing"])):
        return False
    verbs = sets["measures.trade_verbs"]
    return not any(tags[at] == "v" and lowers[at] in verbs for at in range(start, first))
