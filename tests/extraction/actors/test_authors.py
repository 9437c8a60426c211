"""Who speaks as the author."""

import pytest
from attrs import evolve
from tests.extraction.reading import mentions_of, read

import tradebrief as tb

TEXT = """Ministers trade words over a small quota on northern apples.

{}
The growers met in the north and said that the quota was small.

Commentary

A Small Quarrel
I think the duty is a mistake. In my view it will fall.
"""


def author_of(byline: str) -> list[tuple[str, str, list[str]]]:
    """Id, name and mentions of each author."""
    brief = tb.read(TEXT.format(f"{byline}\n" if byline else ""))
    return [
        (actor.id, actor.name, [brief[mention.span] for mention in actor.mentions])
        for actor in brief.actors
        if actor.kind is tb.ActorKind.AUTHOR
    ]


def test_author_is_whom_the_byline_names() -> None:
    assert author_of("By Ana Ruiz\n") == [("author:ana-ruiz", "Ana Ruiz", ["Ana Ruiz", "I", "my"])]


def test_author_without_a_byline_has_no_name() -> None:
    assert author_of("") == [("author", "author", ["I", "my"])]


def test_one_of_two_authors_is_not_chosen() -> None:
    assert [(id, words) for id, _, words in author_of("By Ana Ruiz and Pedro Lund\n")] == [
        ("author:ana-ruiz", ["Ana Ruiz"]),
        ("author:pedro-lund", ["Pedro Lund"]),
        ("author", ["I", "my"]),
    ]


@pytest.mark.parametrize(
    ("byline", "stated", "author"),
    [
        ("", "Ana Ruiz", "author:ana-ruiz"),
        ("By Pedro Lund\n", "Ana Ruiz", "author:ana-ruiz"),
        ("By Ana M. Ruiz\n", "Ana Ruiz", "author:ana-m-ruiz"),
        ("By Pedro Lund\n", "Ana Ruiz, Jon Dahl", "author:pedro-lund"),
        ("", "Ana Ruiz and Jon Dahl", "author"),
    ],
)
def test_author_whom_the_format_states_wins_over_the_text(byline: str, stated: str, author: str) -> None:
    article = tb.parse(TEXT.format(byline))
    brief = tb.extract(evolve(article, provenance=evolve(article.provenance, author=stated)))

    speaker = next(actor for actor in brief.actors if "I" in [brief[mention.span] for mention in actor.mentions])

    assert (speaker.id, speaker.kind) == (author, tb.ActorKind.AUTHOR)


def test_byline_of_a_commentary_wins_over_the_author_of_the_whole() -> None:
    text = TEXT.format("By Jon Dahl\n").replace("Quarrel\n", "Quarrel\n\nBy Ana Ruiz\n\n")
    article = tb.parse(text)
    brief = tb.extract(evolve(article, provenance=evolve(article.provenance, author="Jon Dahl")))

    assert [brief[mention.span] for mention in brief.actor(tb.ActorId("author:ana-ruiz")).mentions] == [
        "Ana Ruiz",
        "I",
        "my",
    ]


def test_named_author_holds_claims_and_stances_of_the_commentary() -> None:
    brief = tb.read(TEXT.format("By Ana Ruiz\n\n"))

    held = [(claim.holder, claim.voice) for claim in brief.claims if claim.holder == "author:ana-ruiz"]

    assert (tb.ActorId("author:ana-ruiz"), tb.VoiceKind.AUTHOR) in held
    assert all(
        stance.attribution is tb.StanceAttribution.COMMENTARY
        for stance in brief.stances
        if stance.holder == "author:ana-ruiz"
    )


def test_credits_name_the_writers_of_the_byline_again() -> None:
    brief = tb.read(
        "Peru lifts its ban on Norwegian cod\n\nBy Ana Lund\n\nLIMA, 12 May (Ode) - Peru will lift its ban on cod, the "
        "fisheries minister said.\n\nNorway welcomed it.\n\n(Reporting by Ana Lund in Lima; editing by Jan Ode)\n"
    )

    (author,) = (actor for actor in brief.actors if actor.kind is tb.ActorKind.AUTHOR)
    assert [brief[mention.span] for mention in author.mentions] == ["Ana Lund", "Ana Lund"]
    assert "Jan Ode" not in {actor.name for actor in brief.actors}


def test_agency_that_signs_the_dateline_is_not_spoken_of() -> None:
    brief = tb.read(
        "Norway lifts its ban on tin\n\nOSLO, Norway (AP) - Norway lifted its ban on tin on Monday, "
        "the trade ministry said.\n\nPeru welcomed it, as did the mills that melt it down.\n"
    )

    assert "org:us-ap" not in {actor.id for actor in brief.actors}


@pytest.mark.parametrize(
    "text", ["The minister told us that it was so.", "We hear that it was so.", "Our take: it was so."]
)
def test_we_outside_quotations_is_who_writes(text: str) -> None:
    assert any(id.startswith("author") for id in mentions_of(read(text)))


@pytest.mark.parametrize("text", ["We should all save salt.", "Let us save salt.", "Our children need salt."])
def test_we_of_everybody_is_left(text: str) -> None:
    assert not any(id.startswith("author") for id in mentions_of(read(text)))


def test_reporters_in_the_credits_wrote_a_text_without_a_byline() -> None:
    brief = tb.read(
        "Fish curbs delayed again\n\nLIMA, May 3 (Ode) - Peru will delay its curbs on fish by a year.\n\n"
        "(Reporting by Ana Lund in Lima and Karl Moe in Oslo; editing by Per Berg)\n"
    )

    assert [actor.name for actor in brief.actors if actor.kind is tb.ActorKind.AUTHOR] == ["Ana Lund", "Karl Moe"]
