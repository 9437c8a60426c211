"""How well what was read agrees with what a coder made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from tradebrief.model import Brief, RuleId
from tradebrief.serialize.dna._coding import Coding
from tradebrief.serialize.dna._labels import folded, labels_of
from tradebrief.serialize.dna._matching import Pair, holder_of, match, prepare

__all__ = ["Agreement", "RuleScore", "Score", "agreement", "krippendorff_alpha"]


@frozen(kw_only=True)
class Score:
    """How many stances and statements there are, and how many of them agree.

    Attributes:
        read: Stances that were read and that DNA can hold.
        coded: Statements of the coder.
        agreed: How many of them agree.
    """

    read: int
    coded: int
    agreed: int

    @property
    def precision(self) -> float | None:
        """The share of what was read that the coder agrees to; None where nothing was read."""
        return self.agreed / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """The share of the coder's statements that was read; None where there are none."""
        return self.agreed / self.coded if self.coded else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where neither side has anything."""
        return 2 * self.agreed / (self.read + self.coded) if self.read + self.coded else None


@frozen(kw_only=True)
class RuleScore:
    """What one rule contributes.

    Attributes:
        rule: Its id.
        found: Its stances against the coder's statements; agreed is where both speak of the same words.
        right: The same; agreed is where holder, concept and side are the coder's too.
    """

    rule: RuleId
    found: Score
    right: Score


@frozen(kw_only=True)
class Agreement:
    """What was read beside what a coder has, as a whole and rule by rule.

    Krippendorff's alpha is 1 where both always agree and 0 where they agree as often as by chance. It compares
    what both have made of the same words, each value as a name (nominal); how much of the text each has coded at
    all is told by precision and recall. It is None where there are not two different values to compare.

    Attributes:
        pairs: Every stance and statement with its counterpart, in the order of briefs and places.
        found: Agreed is where both speak of the same words.
        right: Agreed is where holder, concept and side are the same too.
        holder: Alpha of who holds it.
        concept: Alpha of what it is about.
        side: Alpha of the side that is taken.
        rules: The rules that read something, by id. The recall of a rule is the share of *all* the coder's
            statements that it gives; those of all rules add up to that of the whole.
    """

    pairs: tuple[Pair, ...]
    found: Score
    right: Score
    holder: float | None
    concept: float | None
    side: float | None
    rules: tuple[RuleScore, ...]


def agreement(briefs: Sequence[Brief], coding: Coding, *, coder: str | None = None) -> Agreement:
    """How well what was read agrees with what a coder made of the same texts.

    Args:
        briefs: The briefs that were exported, or others on the same texts.
        coding: What ``load_coding`` gives.
        coder: Whose statements count. Left out, all do: the way to go where statements were corrected in place.

    Raises:
        ValueError: If there is no such coder, or a brief whose text is no document of the coding.
    """
    coded = prepare(briefs, coding, coder)
    pairs = [pair for number, brief in enumerate(briefs) for pair in match(number, brief, coded[number])]
    both = [pair for pair in pairs if pair.stance and pair.statement]
    total = sum(map(len, coded))
    return Agreement(
        pairs=tuple(pairs),
        found=_score(pairs, total, right=False),
        right=_score(pairs, total, right=True),
        holder=krippendorff_alpha(_values(briefs, both, "holder")),
        concept=krippendorff_alpha(_values(briefs, both, "concept")),
        side=krippendorff_alpha(_values(briefs, both, "side")),
        rules=tuple(_rule_scores(pairs, total)),
    )


def _score(pairs: Iterable[Pair], coded: int, *, right: bool) -> Score:
    read = [pair for pair in pairs if pair.stance]
    agreed = sum(1 for pair in read if pair.statement and (pair.is_right or not right))
    return Score(read=len(read), coded=coded, agreed=agreed)


def _rule_scores(pairs: Iterable[Pair], coded: int) -> Iterable[RuleScore]:
    by_rule: dict[RuleId, list[Pair]] = {}
    for pair in pairs:
        if pair.stance:
            by_rule.setdefault(pair.stance.rule, []).append(pair)
    for rule, made in sorted(by_rule.items()):
        found, right = _score(made, coded, right=False), _score(made, coded, right=True)
        yield RuleScore(rule=rule, found=found, right=right)


def _values(briefs: Sequence[Brief], pairs: Iterable[Pair], what: str) -> Iterable[tuple[Hashable, Hashable]]:
    """What both sides have for each of the words that both have coded."""
    for pair in pairs:
        labels = labels_of(briefs[pair.brief], pair.stance) if pair.stance else None
        statement = pair.statement
        if labels is None or statement is None:
            continue
        match what:
            case "holder":
                yield folded(labels.person or labels.organization), folded(holder_of(statement))
            case "concept":
                yield folded(labels.concept), folded(statement.concept)
            case _:
                yield labels.agreement, statement.agreement


def krippendorff_alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Krippendorff's alpha for nominal data, for any number of coders and with gaps.

    Args:
        units: For each thing that was coded, the value that each coder gave it; None where one gave none.

    Returns:
        At most 1, for full agreement; 0 is what chance would give. None where no two values can be compared, or
        where all are the same, so that chance would agree as well.
    """
    disagreement = Fraction(0)
    totals: Counter[Hashable] = Counter()
    for unit in units:
        counts = Counter(value for value in unit if value is not None)
        size = counts.total()
        if size < 2:
            continue
        totals += counts
        same = sum(count * (count - 1) for count in counts.values())
        disagreement += Fraction(size * (size - 1) - same, size - 1)
    pairable = totals.total()
    expected = pairable * pairable - sum(count * count for count in totals.values())
    if not expected:
        return None
    return float(1 - disagreement * (pairable - 1) / expected)
