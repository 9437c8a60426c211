"""A table of who stands where on what."""

from tests.extraction.reading import read

import tradebrief as tb


def test_passages_of_one_side_are_one_row() -> None:
    brief = read("Norway opposes the levy. Norway criticized the levy.")
    (row,) = brief.positions()

    assert row == tb.Standing(
        holder=tb.ActorId("country:no"),
        concept="tariff",
        polarity=tb.Polarity.OPPOSE,
        outlook=None,
        acts=(tb.Act.STATE, tb.Act.CRITICIZE),
        certainties=tuple(dict.fromkeys(stance.certainty for stance in brief.stances)),
        evidence=tuple(span for stance in brief.stances for span in stance.evidence),
        stances=tuple(stance.id for stance in brief.stances),
    )


def test_contradictions_stand_apart_in_the_order_of_the_text() -> None:
    rows = read("Norway opposes the levy. Chile backs the quota. Norway welcomed the levy.").positions()

    assert [(row.holder, row.concept, row.polarity and row.polarity.value) for row in rows] == [
        ("country:no", "tariff", "oppose"),
        ("country:no", "tariff", "support"),
        ("country:cl", "quota", "support"),
    ]


def test_stance_without_a_target_has_a_row_without_a_concept() -> None:
    rows = read("Norway declined to take sides.").positions()

    assert [(row.concept, row.polarity) for row in rows] == [(None, tb.Polarity.NEUTRAL)]


def test_brief_without_stances_has_no_positions() -> None:
    assert read("Norway sells cod.").positions() == ()
