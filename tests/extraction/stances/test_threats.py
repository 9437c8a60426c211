import pytest
from tests.extraction.reading import read


def threats(text: str) -> list[tuple[str, str]]:
    """Holder and target of each threat."""
    brief = read(text)
    return [
        (stance.holder, brief[stance.target.span])
        for stance in brief.stances
        if stance.act.value == "threaten" and stance.target
    ]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Norway will retaliate.", "retaliate"),
        ("Norway will hit back within days.", "hit back within days"),
        ("Norway will appeal the ruling.", "appeal the ruling"),
        ("Norway will turn to the courts in Lima.", "turn to the courts in Lima"),
        ("Norway said it may retaliate.", "retaliate"),
        ("Norway hinted that it might seek compensation.", "seek compensation"),
        ("Norway warned of countermeasures.", "countermeasures"),
        ("Norway raised the possibility of a lawsuit in Lima.", "a lawsuit"),
    ],
)
def test_what_strikes_back_is_threatened(text: str, step: str) -> None:
    assert threats(text) == [("country:no", step)]


def test_only_those_who_can_stop_work_threaten_with_it() -> None:
    assert threats("The dockers' union warned of strikes.") == [("org:dockers-union", "strikes")]
    assert threats("Norway warned of strikes.") == []
    assert threats("Norway warned of retaliation by Chile.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway will not retaliate.",
        "Norway will appeal for calm.",
        "Will Norway retaliate?",
        "Norway would retaliate.",
        "Norway will answer the letter.",
        "Norway will push the bill.",
        "Norway will turn to the north.",
        "Norway will answer in May.",
        "Norway will respond in writing.",
        "Norway will push back the deadline.",
    ],
)
def test_what_is_no_blow_or_not_to_come_is_no_threat(text: str) -> None:
    assert threats(text) == []
