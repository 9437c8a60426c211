import pytest
from tests.extraction.reading import read


def actors(text: str) -> set[tuple[str, str, str]]:
    """Holder, side and actor of the stances on actors."""
    return {
        (stance.holder, stance.polarity.value, stance.target.actor)
        for stance in read(text).stances
        if stance.polarity and stance.target and stance.target.actor
    }


@pytest.mark.parametrize(
    "words",
    [
        "blasted Chile and Brazil",
        "blasted its rivals, Chile and Brazil",
        "criticised neighbours like Chile and Brazil",
        "criticised its neighbours, particularly Chile and Brazil",
        "imposed sanctions on Chile, Peru and Brazil",
        "attacked two members: Chile and Brazil",
    ],
)
def test_names_beside_a_target_share_the_side(words: str) -> None:
    found = actors(f"Norway {words}.")

    assert {("country:no", "oppose", "country:cl"), ("country:no", "oppose", "country:br")} <= found


@pytest.mark.parametrize("words", ["blasted Chile, Brazil said", "blasted Chile for its talks with Brazil"])
def test_name_of_another_clause_or_complement_shares_nothing(words: str) -> None:
    assert ("country:no", "oppose", "country:br") not in actors(f"Norway {words}.")


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("called for a boycott of Chile", "oppose"),
        ("backs the lawsuit against Chile", "oppose"),
        ("welcomed an attack on Chile", "oppose"),
        ("promised support for Chile", "support"),
    ],
)
def test_who_wants_what_is_aimed_at_somebody_takes_that_side(words: str, side: str) -> None:
    assert ("country:no", side, "country:cl") in actors(f"Norway {words}.")


def test_who_rejects_what_is_aimed_at_somebody_has_not_sided_with_them() -> None:
    assert actors("Norway rejected a boycott of Chile.") == set()


@pytest.mark.parametrize(
    "words",
    ["urged Ana Ruiz to resign", "wants Ana Ruiz to step down", "called for Ana Ruiz's resignation"],
)
def test_who_wants_somebody_to_leave_office_is_against_them(words: str) -> None:
    assert ("country:no", "oppose", "person:ana-ruiz") in actors(f"Norway {words}.")


def test_who_wants_somebody_to_act_is_not_against_them() -> None:
    assert actors("Norway urged Ana Ruiz to wait.") == set()


def test_compound_with_a_place_before_a_name_is_not_the_target() -> None:
    assert actors("Norway accused Lima-based Velk Steel Inc of theft.") == {
        ("country:no", "oppose", "org:velk-steel-inc")
    }


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Oslo denounced Lima and its export ban on gallium.", {"gallium export ban"}),
        ("Oslo attacked Lima, its levy and its quota on pears.", {"tariff", "pear quota"}),
        ("Oslo praised Lima and the accord.", {"accord"}),
        ("Oslo blamed Lima and its quota for the shortage.", {"quota"}),
        ("Oslo welcomed the pact with Lima.", {"pact"}),
        ("Oslo denounced Lima and its allies.", set[str]()),
        ("Oslo denounced Lima, its ban has hurt mills.", set[str]()),
    ],
)
def test_measure_beside_an_actor_is_a_target_too(text: str, things: set[str]) -> None:
    targets = [stance.target for stance in read(text).stances if stance.holder == "country:no" and stance.target]

    assert {target.concept for target in targets if target.actor is None} == things
    assert "country:pe" in {target.actor for target in targets}
