import pytest
from tests.extraction.reading import read


def sources(text: str) -> dict[str, str]:
    """For each rule the words of the source."""
    brief = read(text)
    return {claim.rule: brief[claim.source] for claim in brief.claims if claim.source}


@pytest.mark.parametrize(
    ("text", "rule", "source"),
    [
        (
            "She backs the toll, yet noted that the yard feeds 300 homes, and asked the crews to wait.",
            "claim.ask-to.np_to",
            "She",
        ),
        (
            "The envoy assured the dyers that Oslo knew them, but warned them that the levy would stay.",
            "claim.warn.np_that",
            "The envoy",
        ),
        (
            "The envoy hailed what she called Lima's patience and hinted that Oslo would wait.",
            "claim.hint.that",
            "The envoy",
        ),
        (
            "Velk Timber denies that its planks are cheap and has threatened to leave Peru.",
            "claim.threaten.to",
            "Velk Timber",
        ),
        (
            "Florists say the toll hurts them, and are urging the port to drop it.",
            "claim.urge.np_to",
            "Florists",
        ),
        (
            "“It hurts,” said Rosa Lund, a weaver, who urged Oslo to act and vowed that dyers would strike.",
            "claim.vow.that",
            "Rosa Lund, a weaver",
        ),
        ("Norway is wary of the plan, aides say, but has offered talks.", "claim.offer.np", "Norway"),
        ("Norway is wary of the plan, officials said, and wants a delay.", "claim.want.np", "Norway"),
        ("Norway is wary of the plan, Lund said, and warned that it would fail.", "claim.warn.that", "Lund"),
        (
            "The guild has sued the port, alleging that the board lied, and wants a refund.",
            "claim.want.np",
            "The guild",
        ),
        (
            "Lund left the hall, saying that Norway wanted a deal, and praised Chile.",
            "claim.praise.np",
            "Lund",
        ),
        (
            "Lund let slip that Peru had bought the salmon and hinted that Chile might follow.",
            "claim.hint.that",
            "Lund",
        ),
        (
            "Lund made clear that the port was losing trade and warned that it would close.",
            "claim.warn.that",
            "Lund",
        ),
        (
            "Lund complained that the harbour plan was full of “gaps” and implored Lima to redraw it.",
            "claim.implore.np_to",
            "Lund",
        ),
    ],
)
def test_verb_after_and_has_the_subject_of_the_verb_it_goes_with(text: str, rule: str, source: str) -> None:
    assert sources(text)[rule] == source


def test_verb_after_an_apposition_may_follow_what_it_quotes() -> None:
    text = "“A levy now would hurt,” Norway’s trade minister, Ana Lund, warned in Lima."

    assert sources(text) == {"claim.warn.quote": "Norway’s trade minister, Ana Lund"}


def test_noun_has_the_giver_beside_it() -> None:
    text = "Norway received a plea from Chile and a threat from Peru that it would sue."

    assert "Peru" in sources(text).values()
    assert not any("and a threat" in source for source in sources(text).values())


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway wrote to Chile to demand an end to the ban.", "an end to the ban"),
        ("Norway sent envoys to Lima, having long opposed the levy.", "the levy"),
        ("Norway’s envoy flew to Lima to denounce the levy.", "the levy"),
        ("Norway’s envoy met Chilean officials to denounce the levy.", "the levy"),
        ("Norway issued a statement to denounce the levy.", "the levy"),
        ("Norway called a meeting to denounce the levy.", "the levy"),
        ("Having long opposed the levy, Norway left.", "the levy"),
        ("Having said that the levy was fair, Norway dropped the case.", "the levy was fair"),
        ("Norway, having long opposed the levy, left.", "the levy"),
        ("After having denounced the levy, Norway left.", "the levy"),
    ],
)
def test_subject_does_what_a_purpose_or_a_perfect_participle_tells(text: str, content: str) -> None:
    brief = read(text)
    (claim,) = brief.claims

    assert claim.source is not None
    assert brief[claim.source].startswith("Norway")
    assert [brief[span] for span in claim.content] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Norway relies on Chile to oppose the levy.",
        "Norway is waiting for Chile to accept the quota.",
        "Norway sent a minister to oppose the levy.",
    ],
)
def test_what_is_left_to_somebody_is_no_claim_of_the_subject(text: str) -> None:
    brief = read(text)
    assert [brief[claim.cue] for claim in brief.claims if claim.cue] == []
