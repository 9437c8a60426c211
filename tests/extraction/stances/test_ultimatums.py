import pytest
from tests.extraction.reading import read, sides


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("Norway gave Chile two weeks to reconsider.", "reconsider"),
        ("Norway has given Chilean growers until 3 May to pay the levy.", "pay the levy"),
        ("Norway is giving firms three months to move their mills.", "move their mills"),
    ],
)
def test_what_somebody_is_given_time_to_do_is_demanded(text: str, demanded: str) -> None:
    (stance,) = read(text).stances

    assert stance.act.value == "demand"
    assert sides(text) == [("country:no", "support", demanded)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave firms a map to study.",
        "Norway did not give Chile two weeks to reconsider.",
        "Norway gave two weeks of its time to the talks.",
        "Norway may give Chile two weeks to reconsider.",
    ],
)
def test_other_gifts_demand_nothing(text: str) -> None:
    assert sides(text) == []
