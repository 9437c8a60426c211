import pytest
from tests.extraction.reading import sides


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norway has taken Chile to court.", "oppose"),
        ("Norway vowed on Monday to hold Chile responsible.", "oppose"),
        ("Norway, which took Chile to task, stayed away.", "oppose"),
        ("Norway rushed to Chile's defence.", "support"),
        ("Chile was held responsible by Norway.", "oppose"),
    ],
)
def test_target_stands_amid_the_words_of_its_verb(text: str, side: str) -> None:
    assert ("country:no", side, "Chile") in sides(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway took Chile to dinner.",
        "Norway came to its own aid.",
        "Norway took it.",
        "Norway held the dockers accountable to nobody.",
        "Norway received the quota badly drafted by clerks.",
    ],
)
def test_other_words_after_the_target_show_nothing(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [("Chile has angered Norway.", "oppose"), ("Chile voted no, angering Norway.", "oppose"),
     ("Chile never impressed Norway.", None), ("Chile impressed Norway.", "support")],
)  # fmt: skip
def test_who_feels_takes_the_side(text: str, side: str | None) -> None:
    assert sides(text) == ([("country:no", side, "Chile")] if side else [])


@pytest.mark.parametrize(
    "text",
    [
        "Norway said that Chile should have acted.",
        "Norway said that it was Chile that had violated the pact.",
        "Norway said that Chile was behind the attack.",
    ],
)
def test_blame_by_what_was_due_or_who_it_was(text: str) -> None:
    assert ("country:no", "oppose", "Chile") in sides(text)


@pytest.mark.parametrize("text", ["Norway said that Chile should have won.", "Norway said that it was late."])
def test_what_was_deserved_is_no_blame(text: str) -> None:
    assert all(side != "oppose" for _, side, _ in sides(text))


def test_step_of_doing_is_done_by_the_subject() -> None:
    assert sides("Norway took the rare step of censuring Chile.") == [("country:no", "oppose", "Chile")]


def test_allies_of_a_holder_share_its_side() -> None:
    holders = [holder for holder, _, _ in sides("Norway and some of its allies condemned Chile.")]
    assert holders == ["country:no", "anonymous:some-of-its-allies"]


@pytest.mark.parametrize("text", ["Norway has at times criticised Chile.", "Norway and many Israelis condemn Chile."])
def test_adverbial_or_people_before_a_verb_hides_no_subject(text: str) -> None:
    assert ("country:no", "oppose", "Chile") in sides(text)


def test_verb_of_feeling_needs_its_other_word() -> None:
    assert sides("Chile won over Norway.") == [("country:no", "support", "Chile")]
    assert sides("Chile won Norway.") == []
