"""Which statement of a coder is about which stance."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from attrs import frozen

from tradebrief.model import Brief, Stance
from tradebrief.serialize.dna._coding import CodedStatement, Coding
from tradebrief.serialize.dna._labels import Labels, PlainText, folded, labels_of
from tradebrief.text import Span

__all__ = ["Candidate", "Coded", "Pair", "holder_of", "match", "prepare"]


@frozen(kw_only=True)
class Pair:
    """A stance and the statement that a coder made of the same words; one of them may be missing.

    Attributes:
        brief: Index of the brief, from 0.
        stance: The stance that was read; None where the coder alone has a statement.
        statement: The coder's statement; None where there is none.
        span: The statement's words in the brief's text, or else the stance's.
        holder: Whether both name the same holder.
        concept: Whether both are about the same.
        agreement: Whether both take the same side.
        words: Whether both have exactly the same words.
    """

    brief: int
    stance: Stance | None
    statement: CodedStatement | None
    span: Span
    holder: bool = False
    concept: bool = False
    agreement: bool = False
    words: bool = False

    @property
    def is_right(self) -> bool:
        """Whether holder, concept and side of the stance are the coder's."""
        return self.holder and self.concept and self.agreement


@frozen(kw_only=True)
class Candidate:
    """A stance that DNA can hold, with what it says there."""

    stance: Stance
    span: Span
    labels: Labels


@frozen(kw_only=True)
class Coded:
    """A coder's statement, with its words in the text of the brief."""

    statement: CodedStatement
    span: Span


def prepare(briefs: Sequence[Brief], coding: Coding, coder: str | None) -> list[list[Coded]]:
    """The coder's statements on each brief, found by its text.

    Raises:
        ValueError: If there is no such coder, or a brief whose text is no document of the coding.
    """
    plains = [PlainText(brief.article.text) for brief in briefs]
    waiting: dict[str, list[int]] = {}
    for number, document in reversed(list(enumerate(coding.documents))):
        waiting.setdefault(PlainText(document.text).text, []).append(number)
    made: dict[int, list[CodedStatement]] = {}
    for statement in coding.of(coder):
        made.setdefault(statement.document, []).append(statement)
    found: list[list[Coded]] = []
    for number, plain in enumerate(plains):
        documents = waiting.get(plain.text)
        if not documents:
            raise ValueError(f"the text of brief {number} is no document of the coding")
        place = documents.pop() if len(documents) > 1 else documents[0]
        of_document = PlainText(coding.documents[place].text)
        statements = made.get(place, [])
        found.append([Coded(statement=one, span=plain.span(*of_document.units(one.span))) for one in statements])
    return found


def holder_of(statement: CodedStatement) -> str:
    """The name of who holds a statement: the person, or else the organization."""
    return statement.person or statement.organization


def match(number: int, brief: Brief, coded: Sequence[Coded]) -> list[Pair]:
    """All stances that DNA can hold and all statements, paired where they are about the same words.

    Of overlapping ones those with the same holder and concept find each other first, then those with the same
    holder, then those with the same concept, and then any.
    """
    plain = PlainText(brief.article.text)
    stances: list[Candidate] = []
    for stance in brief.stances:
        labels = labels_of(brief, stance)
        if labels is not None:
            span = Span(stance.evidence[0].start, max(part.end for part in stance.evidence))
            in_lines = plain.span(*plain.units(span))  # As DNA gives it back: it knows no place within a CRLF.
            stances.append(Candidate(stance=stance, span=in_lines, labels=labels))
    ours, theirs = dict(enumerate(stances)), dict(enumerate(coded))
    pairs: list[Pair] = []
    for key in (_all, _holder_and_concept, _holder, _concept, _nothing):
        for mine, other in _overlapping(ours, theirs, key):
            pairs.append(_pair(number, ours.pop(mine), theirs.pop(other)))
    pairs += [Pair(brief=number, stance=one.stance, statement=None, span=one.span) for one in ours.values()]
    pairs += [Pair(brief=number, stance=None, statement=one.statement, span=one.span) for one in theirs.values()]
    return sorted(pairs, key=lambda pair: pair.span)


def _pair(number: int, candidate: Candidate, coded: Coded) -> Pair:
    ours, theirs = _holder(candidate), _holder(coded)
    return Pair(
        brief=number,
        stance=candidate.stance,
        statement=coded.statement,
        span=coded.span,
        holder=ours == theirs,
        concept=_concept(candidate) == _concept(coded),
        agreement=candidate.labels.agreement == coded.statement.agreement,
        words=candidate.span == coded.span,
    )


def _overlapping(
    stances: Mapping[int, Candidate], coded: Mapping[int, Coded], key: Callable[[Candidate | Coded], Hashable]
) -> list[tuple[int, int]]:
    """Keys of pairs that overlap and are of one kind, each at most once, by one walk along the text."""
    groups: dict[Hashable, tuple[list[int], list[int]]] = {}
    for number, one in stances.items():
        groups.setdefault(key(one), ([], []))[0].append(number)
    for number, other in coded.items():
        groups.setdefault(key(other), ([], []))[1].append(number)
    found: list[tuple[int, int]] = []
    for ours, theirs in groups.values():
        ours.sort(key=lambda number: stances[number].span)
        theirs.sort(key=lambda number: coded[number].span)
        at, beside = 0, 0
        while at < len(ours) and beside < len(theirs):
            mine, other_span = stances[ours[at]].span, coded[theirs[beside]].span
            if mine.overlaps(other_span):
                found.append((ours[at], theirs[beside]))
                at, beside = at + 1, beside + 1
            elif mine < other_span:
                at += 1
            else:
                beside += 1
    return found


def _labels(one: Candidate | Coded) -> Labels | CodedStatement:
    return one.labels if isinstance(one, Candidate) else one.statement


def _holder(one: Candidate | Coded) -> str:
    labels = _labels(one)
    return folded(labels.person or labels.organization)


def _concept(one: Candidate | Coded) -> str:
    return folded(_labels(one).concept)


def _all(one: Candidate | Coded) -> Hashable:
    return _holder(one), _concept(one), _labels(one).agreement, one.span.start, one.span.end


def _holder_and_concept(one: Candidate | Coded) -> Hashable:
    return _holder(one), _concept(one)


def _nothing(_: Candidate | Coded) -> Hashable:
    return None
