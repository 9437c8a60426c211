"""Measures and agreements in a row, each of them a target."""

import pytest
from tests.extraction.reading import read


def targets(text: str) -> list[tuple[str, str]]:
    """Concept and words of each target."""
    brief = read(text)
    return [(stance.target.concept, brief[stance.target.span]) for stance in brief.stances if stance.target]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norway opposes the levy and the quota.", [("tariff", "the levy"), ("quota", "the quota")]),
        ("Norway opposes tariffs and quotas.", [("tariff", "tariffs"), ("quota", "quotas")]),
        (
            "Norway opposes the levy, the quota and the export ban.",
            [("tariff", "the levy"), ("quota", "the quota"), ("export ban", "the export ban")],
        ),
        ("Norway backed the pact and the quota.", [("pact", "the pact"), ("quota", "the quota")]),
        (
            "Norway imposed a levy on cod and a quota on salmon.",
            [("cod tariff", "a levy"), ("salmon quota", "a quota")],
        ),
        ("Norway backs neither the levy nor the quota.", [("tariff", "the levy"), ("quota", "the quota")]),
        ("Norway opposes both the levy and the quota.", [("tariff", "the levy"), ("quota", "the quota")]),
        (
            "Norway wants an end to the levy and the quota.",
            [("end of tariff", "an end to the levy and the quota"), ("tariff", "the levy"), ("quota", "the quota")],
        ),
        ("Norway lifted the levy and the ban.", [("tariff", "the levy"), ("ban", "the ban")]),
        (
            "Norway said the levy and the quota must be scrapped.",
            [
                ("end of tariff", "the levy and the quota must be scrapped"),
                ("tariff", "the levy"),
                ("quota", "the quota"),
            ],
        ),
    ],
)
def test_each_of_a_row_is_a_target(text: str, row: list[tuple[str, str]]) -> None:
    assert targets(text) == row


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Norway opposes steel and aluminium tariffs.", ("aluminum and steel tariff", "steel and aluminium tariffs")),
        ("Norway opposes the levy, and the quota is unfair.", ("tariff", "the levy")),
        ("Norway backs the pact on levies and quotas.", ("pact", "the pact")),
        ("Norway opposes the levy on cod and salmon.", ("cod and salmon tariff", "the levy")),
    ],
)
def test_what_shares_a_head_or_is_another_clause_s_makes_no_row(text: str, only: tuple[str, str]) -> None:
    assert targets(text) == [only]
