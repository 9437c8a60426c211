import pytest
from tests.extraction.reading import claims_of, commentary_of, mentions_of, read

import tradebrief as tb


def holders(brief: tb.Brief) -> list[str | None]:
    """Whose the claims are."""
    return [claim.holder for claim in brief.claims]


def test_person_named_both_ways_round_is_one() -> None:
    brief = read("The growers in the north thanked Trade Minister Okada Haruto, and so the mills thanked Haruto Okada.")

    assert mentions_of(brief)["person:okada-haruto"] == ["Okada Haruto", "Haruto Okada"]


def undecided(brief: tb.Brief) -> list[str]:
    """The words that fit several actors."""
    return [brief[note.span] for note in brief.diagnostics if note.rule == "actor.undecided" and note.span is not None]


def test_surname_means_the_person_named_in_full() -> None:
    brief = read("The growers met Prime Minister Anna Lund in the north. Lund said the quota was small.")

    assert mentions_of(brief)["person:anna-lund"] == ["Anna Lund", "Lund"]


def test_family_name_that_stands_first_means_the_person_too() -> None:
    brief = read("The growers met Trade Minister Okada Haruto in the north. Okada said the quota was small.")

    assert mentions_of(brief)["person:okada-haruto"] == ["Okada Haruto", "Okada"]


@pytest.mark.parametrize("name", ["Ruiz", "the envoy, Ruiz,"])
def test_surname_of_two_persons_is_left_open(name: str) -> None:
    brief = read(f"The growers met envoy Pedro Ruiz and envoy Ana Ruiz in the north, and {name} said a deal was close.")

    assert mentions_of(brief)["person:pedro-ruiz"] == ["Pedro Ruiz"]
    assert mentions_of(brief)["person:ana-ruiz"] == ["Ana Ruiz"]
    assert holders(brief) == ["person:ruiz"]
    assert "Ruiz" in undecided(brief)


def test_titled_surname_of_two_persons_is_noted() -> None:
    brief = read(
        "The growers met envoy Pedro Ruiz and envoy Ana Ruiz in the north, and they were told by Mr. Ruiz to wait."
    )

    assert undecided(brief) == ["Ruiz"]


def test_office_means_the_only_person_who_holds_it() -> None:
    brief = read("The growers met Trade Minister Okada Haruto in the north. The minister said the quota was small.")

    assert holders(brief) == ["person:okada-haruto"]


def test_office_of_two_persons_is_left_open() -> None:
    brief = read(
        "The growers in the north met Trade Minister Okada Haruto and Finance Minister Anna Lund, and the minister "
        "said rates would fall."
    )

    assert holders(brief) == ["person:minister"]
    assert undecided(brief) == ["minister"]


def test_office_without_a_name_is_a_person_of_its_own() -> None:
    actor = next(iter(read("The minister said the duty was unfair.").actors))

    assert (actor.id, actor.kind, actor.name) == ("person:minister", tb.ActorKind.PERSON, "minister")


@pytest.mark.parametrize(("pronoun", "holder"), [("She", "person:lund"), ("He", "person:petrov")])
def test_honorific_tells_whom_a_pronoun_means(pronoun: str, holder: str) -> None:
    brief = read(f"The growers met Mr. Petrov and Ms. Lund in the north. {pronoun} said the quota was small.")

    assert holders(brief) == [holder]


def test_pronoun_once_used_tells_the_gender_of_a_person() -> None:
    brief = read(
        "The growers thanked Ms. Lund. Later they met envoy Sam Ode, and he spoke of rates.",
        "She said that the quota was small.",
    )

    assert holders(brief)[-1] == "person:lund"


def test_pronoun_does_not_look_back_far() -> None:
    between = "Rain fell on the port. " * 6
    brief = read(f"The growers in the north met Ms. Lund. {between}She said the quota was small.")

    assert [(claim.holder, claim.holder_reason) for claim in brief.claims] == [(None, tb.HolderReason.UNRESOLVED)]
    assert mentions_of(brief)["person:lund"] == ["Lund"]


def test_pronoun_without_anybody_before_it_is_left_open() -> None:
    assert read("She said the quota was small.").actors == ()


def test_pronoun_of_things_means_a_country_or_body() -> None:
    brief = read("The European Union wants a quota. It opposes the levy.")

    assert mentions_of(brief) == {"bloc:eu": ["European Union", "It"]}


def test_pronoun_of_many_means_a_group() -> None:
    brief = read("The growers met in Geneva. They said the duty was unfair.")

    assert mentions_of(brief) == {"group:growers": ["growers", "They"]}


def test_it_that_stands_for_a_clause_means_nobody() -> None:
    assert mentions_of(read("Norway waits, but it is clear that the duty will fall.")) == {"country:no": ["Norway"]}


def test_pronoun_is_a_mention_in_form() -> None:
    (actor,) = read("Oslo said the duty would stay. It wants a quota.").actors

    assert [(mention.form, mention.rule) for mention in actor.mentions] == [
        (tb.MentionForm.METONYM, "actor.seat"),
        (tb.MentionForm.PRONOUN, "actor.pronoun"),
    ]


def test_definite_description_means_the_group_described_before() -> None:
    brief = read("The Norwegian officials met in May. The officials said the duty was unfair.")

    assert holders(brief) == ["group:norwegian-officials"]


def test_administration_and_president_are_two_actors() -> None:
    brief = read("The mills were told by President Varga to wait. The Varga administration said rates would fall.")

    assert {actor.id: actor.kind for actor in brief.actors if "varga" in actor.id} == {
        "person:varga": tb.ActorKind.PERSON,
        "government:varga-administration": tb.ActorKind.GOVERNMENT,
    }
    assert mentions_of(brief)["person:varga"] == ["Varga"]


def test_government_is_not_its_country() -> None:
    brief = read("The Norwegian government said the duty would stay.")

    assert {actor.id: (actor.kind, actor.country) for actor in brief.actors} == {
        "country:no": (tb.ActorKind.COUNTRY, "NO"),
        "government:no": (tb.ActorKind.GOVERNMENT, "NO"),
    }
    assert holders(brief) == ["government:no"]


def test_author_speaks_in_commentary() -> None:
    brief = commentary_of("I think the duty is a mistake, and my neighbour agrees.")

    assert mentions_of(brief)["author"] == ["I", "my"]
    assert holders(brief)[0] == "author"


def test_author_does_not_speak_in_a_report() -> None:
    assert "author" not in mentions_of(read("I think the duty is a mistake."))


def test_author_does_not_speak_in_a_quotation() -> None:
    assert "author" not in mentions_of(commentary_of('"I think the duty is a mistake," said Lena Varga.'))


def test_actors_come_by_first_mention_and_mentions_in_order() -> None:
    brief = read("Chile told Norway that Chilean growers would help Norway.")

    assert list(mentions_of(brief).items()) == [
        ("country:cl", ["Chile", "Chilean"]),
        ("country:no", ["Norway", "Norway"]),
        ("group:chilean-growers", ["Chilean growers"]),
    ]


def test_ids_of_actors_outlive_a_paragraph_put_before() -> None:
    text = "The growers met Trade Minister Okada Haruto in the north. Norwegian officials said that he was late."
    alone, after = read(text), read("Chile waited in the port.", text)

    assert set(mentions_of(after)) == {*mentions_of(alone), "country:cl"}


def test_roles_are_what_the_text_calls_a_person() -> None:
    brief = read(
        "The growers met Trade Minister Okada Haruto in the north. "
        "The chief negotiator, Okada Haruto, said rates would fall."
    )

    assert {actor.id: [role.title for role in actor.roles] for actor in brief.actors if actor.roles} == {
        "person:okada-haruto": ["Trade Minister", "chief negotiator"]
    }


def test_content_of_a_claim_may_name_other_actors() -> None:
    assert claims_of(read("Norway said that Chile was late."))[0][0] == "country:no"


def test_no_name_gives_no_actor() -> None:
    assert read("Rain fell on the port in May.").actors == ()
