import pytest
from tests.extraction.reading import read, words_of

import tradebrief as tb


def held(brief: tb.Brief) -> list[tuple[str | None, str, list[str], bool]]:
    """Holder, cue and content of the claims, and whether they are denied."""
    return [
        (
            claim.holder,
            brief[claim.cue] if claim.cue else "",
            words_of(brief, claim.content),
            claim.assertion is tb.Assertion.DENIED,
        )
        for claim in brief.claims
    ]


@pytest.mark.parametrize(
    ("text", "cue", "denied"),
    [
        ("Doubts linger among Icelandic trawlermen over the levy.", "Doubts", True),
        ("Doubts about the levy linger among Icelandic trawlermen.", "Doubts", True),
        ("Concern over the levy is growing among Icelandic trawlermen.", "Concern", False),
        ("Support for the levy remains strong among Icelandic trawlermen.", "Support", False),
        ("Confidence in the levy is low among Icelandic trawlermen.", "Confidence", True),
        ("Support for the levy does not exist among Icelandic trawlermen.", "Support", True),
        ("Among Icelandic trawlermen, there is concern about the levy.", "concern", False),
        ("Among Icelandic trawlermen, frustration over the levy runs deep.", "frustration", False),
    ],
)
def test_attitude_that_exists_among_people_is_theirs(text: str, cue: str, denied: bool) -> None:
    assert held(read(text)) == [("group:icelandic-trawlermen", cue, ["the levy"], denied)]


def test_clause_of_a_noun_that_is_widespread() -> None:
    brief = read("Fears that the levy will close ports are widespread among Icelandic trawlermen.")
    assert held(brief) == [("group:icelandic-trawlermen", "Fears", ["the levy will close ports"], False)]


@pytest.mark.parametrize(
    "text",
    [
        "Enthusiasm for the levy has faded among Icelandic trawlermen.",
        "The ministry felt concern about the levy, which is growing among rocks.",
        "Support for the levy was measured in May among rocks.",
    ],
)
def test_attitude_that_has_gone_or_is_nobodys_is_not_read_so(text: str) -> None:
    assert not [
        claim for claim in read(text).claims if claim.source and read(text)[claim.source].endswith("trawlermen")
    ]


def test_body_within_which_doubts_persist_is_an_actor() -> None:
    brief = read("Doubts about the levy persist within the Icelandic fishing industry.")
    assert [claim.holder for claim in brief.claims] == ["group:icelandic-fishing-industry"]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The levy enjoys broad backing among Icelandic trawlermen.", False),
        ("The levy commands little support among Icelandic trawlermen.", True),
        ("The levy won no praise from Icelandic trawlermen.", True),
        ("The levy did not win backing from Icelandic trawlermen.", True),
    ],
)
def test_attitude_that_a_thing_meets_is_denied_where_there_is_none(text: str, denied: bool) -> None:
    found = [(holder, content, none) for holder, _, content, none in held(read(text))]
    assert found == [("group:icelandic-trawlermen", ["The levy"], denied)]


def test_anything_but_denies_an_adjective() -> None:
    found = held(read("Iceland is anything but keen on the levy."))
    assert found == [("country:is", "is anything but keen", ["the levy"], True)]


def test_what_a_relative_clause_says_of_them_is_no_content() -> None:
    text = "Scepticism has emerged among Icelandic trawlermen who question the pace of such a deal."
    assert [words for _, cue, words, _ in held(read(text)) if cue == "Scepticism"] == []
