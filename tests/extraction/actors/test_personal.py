import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb


@pytest.mark.parametrize(
    "text",
    [
        "Merriden said that he would veto the levy.",
        "Merriden called the pact a good one. She expects it to last.",
        "On Monday Merriden defended his plan.",
        "The plan is one for Merriden’s aides.",
        "Merriden flew to Oslo on Monday.",
        "Talks with Okonkwo went on.",
        "Sobolewski said the levy would fall.",
        "Kim said the levy would fall.",
        "Merriden told a rally that the levy would fall.",
        "Merriden said in an interview that the levy would fall.",
        "“The levy will fall,” Merriden said at a news conference.",
        "Merriden, when asked about the levy, said it would fall.",
        "Asked about the levy, Merriden said it would fall.",
    ],
)
def test_person_without_a_full_name_is_told_by_what_only_persons_do(text: str) -> None:
    assert [actor.kind for actor in read(text).actors if actor.kind is not tb.ActorKind.COUNTRY] == [
        tb.ActorKind.PERSON
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz left. Merriden said that she had been its best manager.",  # "She" is somebody else.
        "The minister left. Merriden said that he had been kind.",
        "Merriden said that sales had fallen.",
        "Merriden told investors that sales had fallen.",
        "Asked for comment, Merriden said that sales had fallen.",
    ],
)
def test_name_that_nothing_shows_to_be_a_persons_is_taken_for_a_bodys_with_a_note(text: str) -> None:
    brief = read(text)

    assert [(actor.id, actor.kind) for actor in brief.actors if "merriden" in actor.id] == [
        ("org:merriden", tb.ActorKind.ORGANIZATION)
    ]
    assert [(note.rule, brief[note.span]) for note in brief.diagnostics if note.span] == [("actor.speaker", "Merriden")]


def test_pronoun_after_a_noun_that_opens_its_sentence_makes_no_person_of_it() -> None:
    assert "person:rain" not in mentions_of(read("Rain fell on the port. She left."))


def test_family_name_after_an_unknown_word_makes_a_persons_name() -> None:
    assert mentions_of(read("The letter went to Ttarell Okonkwo.")) == {"person:ttarell-okonkwo": ["Ttarell Okonkwo"]}


def test_wife_shows_a_person() -> None:
    (actor,) = (
        actor for actor in read("Ode and his wife left for Oslo. The port fears Ode.").actors if "ode" in actor.id
    )

    assert actor.kind is tb.ActorKind.PERSON
