import pytest
from tests.extraction.reading import sides


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norway's contempt for Chile is plain.", "oppose"),
        ("Norwegian sanctions on Chile came in May.", "oppose"),
        ("Norway launched a boycott of Chile.", "oppose"),
        ("Norway came to the defence of Chile.", "support"),
        ("Norway is among the fiercest foes of Chile.", "oppose"),
        ("Norway has emerged as an ally of Chile.", "support"),
        ("Norway is not loyal to Chile.", "oppose"),
        ("Norway, furious with Chile, stayed away.", "oppose"),
        ("The harshest criticism of Chile has come from Norway.", "oppose"),
        ("Support for Chile came mainly from Norway.", "support"),
    ],
)
def test_noun_or_adjective_takes_a_side(text: str, side: str) -> None:
    assert sides(text) == [("country:no", side, "Chile")]


@pytest.mark.parametrize("verb", ["drew", "faced", "came under"])
def test_receiver_of_a_side_is_its_target(verb: str) -> None:
    assert sides(f"Chile {verb} fire from Norway.") == [("country:no", "oppose", "Chile")]


@pytest.mark.parametrize(
    "text", ["Contempt for Chile is plain.", "Norway heard the scorn for Chile.", "Norway has foes."]
)
def test_noun_of_nobody_shows_nothing(text: str) -> None:
    assert sides(text) == []


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Norway's ally Chile stayed away.", "support"),
        ("Chile secured Norway's backing.", "support"),
        ("Chile drew Norway's ire.", "oppose"),
        ("Norway stepped up its criticism of Chile.", "oppose"),
    ],
)
def test_side_is_owned_by_the_possessor(text: str, side: str) -> None:
    assert sides(text) == [("country:no", side, "Chile")]


@pytest.mark.parametrize("text", ["Norway's former ally Chile stayed away.", "Chile met Norway's challenge."])
def test_past_friend_and_answered_challenge_show_nothing(text: str) -> None:
    assert sides(text) == []


def test_who_is_no_friend_of_somebody_is_against_them() -> None:
    assert sides("Norway, no friend of Chile, backs Peru.") == [
        ("country:no", "oppose", "Chile"),
        ("country:no", "support", "Peru"),
    ]


@pytest.mark.parametrize("words", ["drawing fire", "drawing fresh criticism", "earning a rebuke"])
def test_deed_that_draws_a_side_draws_it_on_its_doer(words: str) -> None:
    assert ("country:no", "oppose", "Chile") in sides(f"Chile signed the bill, {words} from Norway.")


def test_name_between_a_noun_and_its_owner_is_no_owner() -> None:
    found = sides("Omar Lund received his only Assembly endorsement Friday from Minister Ana Ruiz.")

    assert found == [("person:ana-ruiz", "support", "Omar Lund")]


@pytest.mark.parametrize(
    "text",
    [
        "Among the pact's critics is Norway.",
        "Among the critics of the pact is Norway.",
        "One of the pact's critics is Norway.",
        "The pact's loudest critic is Norway.",
        "Critics of the pact include Norway.",
    ],
)
def test_who_has_a_role_may_be_named_after_it(text: str) -> None:
    assert [(holder, side, target.lower()) for holder, side, target in sides(text)] == [
        ("country:no", "oppose", "the pact")
    ]


def test_predicate_of_a_role_names_nobody() -> None:
    assert sides("The pact's loudest critic is unhappy.") == []


def test_optimism_that_is_shared_is_an_outlook_alone() -> None:
    assert sides("The optimism shared by Norway about a swift deal is striking.") == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A central Norwegian demand is the removal of the quota.", "the removal of the quota"),
        ("The main Norwegian goal is a lower duty.", "a lower duty"),
    ],
)
def test_demand_may_be_a_nations_by_the_word_for_it(text: str, target: str) -> None:
    assert sides(text)[0] == ("country:no", "support", target)


@pytest.mark.parametrize("role", ["a lobbyist for Brel Motors", "a campaigner for office"])
def test_whoever_is_paid_or_stands_for_a_thing_takes_no_side(role: str) -> None:
    assert sides(f"Mia Holt, {role}, stayed away.") == []
