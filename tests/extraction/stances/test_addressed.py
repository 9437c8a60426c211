import pytest
from tests.extraction.reading import sides


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ('"Thank you, Ana Ruiz," said Eva Lund.', ("person:eva-lund", "support", "Ana Ruiz")),
        ('Eva Lund wrote: "Thank you, Ana Ruiz, for the boat."', ("person:eva-lund", "support", "Ana Ruiz")),
        ('Eva Lund replied: "Well, thanks, Ana Ruiz."', ("person:eva-lund", "support", "Ana Ruiz")),
        ('"Long live Chile!" said Eva Lund.', ("person:eva-lund", "support", "Chile")),
        ('"Shame on Chile," said Eva Lund.', ("person:eva-lund", "oppose", "Chile")),
        ('"Do not trust Chile," said Eva Lund.', ("person:eva-lund", "oppose", "Chile")),
        ('"Please don\'t trust Chile," said Eva Lund.', ("person:eva-lund", "oppose", "Chile")),
    ],
)
def test_whoever_speaks_to_others_takes_a_side(words: str, side: tuple[str, str, str]) -> None:
    assert sides(words) == [side]


@pytest.mark.parametrize(
    "words",
    [
        '"Thanks to Chile, the mill is open," said Eva Lund.',
        '"Thank you for waiting," said Eva Lund.',
        '"Look at Chile," said Eva Lund.',
        '"Support Chile has had is small," said Eva Lund.',
        'Eva Lund said "thanks".',
        'Eva Lund said "thank you',
        'Eva Lund said "do not',
    ],
)
def test_nobody_is_thanked_or_shunned_otherwise(words: str) -> None:
    assert sides(words) == []


@pytest.mark.parametrize("cue", ["is quoted saying", "was quoted as saying"])
def test_whoever_is_quoted_says_it(cue: str) -> None:
    assert sides(f'Eva Lund {cue}, "I support Ana Ruiz."') == [("person:eva-lund", "support", "Ana Ruiz")]


def test_what_is_demanded_of_somebody_is_not_done_by_them() -> None:
    found = sides("Eva Lund demanded that Chile denounce Ana Ruiz.")

    assert [side for side in found if side[0] == "country:cl"] == []
    told = sides("Eva Lund demanded that Chile, which denounced Ana Ruiz, leave.")
    assert ("country:cl", "oppose", "Ana Ruiz") in told


@pytest.mark.parametrize(
    ("words", "polarity"),
    [
        ("Norway eased the sanctions it imposed on Chile.", "oppose"),
        ("The sanctions that Norway imposed on Chile are harsh.", "oppose"),
        ("The aid, which Norway sent to Chile, came late.", "support"),
    ],
)
def test_dealing_in_a_relative_clause_is_with_whom_it_names(words: str, polarity: str) -> None:
    assert ("country:no", polarity, "Chile") in sides(words)


def test_what_is_no_side_in_a_relative_clause_is_none() -> None:
    assert sides("The fish that Norway sent to Chile was fresh.") == []
