import pytest
from tests.extraction.reading import claims_of, read, words_of


def contents(text: str) -> list[list[str]]:
    """The words of each claim's content."""
    brief = read(text)
    return [words_of(brief, claim.content) for claim in brief.claims]


@pytest.mark.parametrize(
    "text",
    [
        "The miller, who opposes the duty, left Oslo.",
        "The miller, who opposes the duty and runs a port, left Oslo.",
        "A miller who opposes the duty left Oslo.",
    ],
)
def test_content_in_a_relative_clause_ends_before_the_main_verb(text: str) -> None:
    ((content,),) = contents(text)

    assert content.removesuffix(" and runs a port") == "the duty"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway said the duty was “low and fair,” the envoy recalled.", "Norway said the duty was “low and fair,”"),
        ("Norway rejected the duty, which Chile said was fair.", "the duty"),
        ("Norway opposed the duty and has met the mills.", "the duty"),
        ("Norway opposed the duty, meeting mills in May.", "the duty"),
        ("Norway opposed the duty after mills had closed.", "the duty"),
        ("But while Norway opposed the duty, ports closed.", "the duty"),
        ("While Norway opposed the duty, the mills that export salmon closed.", "the duty"),
    ],
)
def test_content_ends_before_what_is_not_its_speakers(text: str, content: str) -> None:
    assert [content] in contents(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway said in a letter to Chile that the duty was unfair.", "the duty was unfair"),
        ("Norway said in an interview the duty was unfair.", "the duty was unfair"),
        ("Norway said in a letter in March that the duty was unfair.", "the duty was unfair"),
        ("Norway told reporters in Oslo the duty was unfair.", "the duty was unfair"),
        ("Norway told reporters it was full.", "it was full"),
        ("Norway promised to “cut the duty” in May.", "“cut the duty” in May"),
        ("Norway admitted “two errors” in the count.", "“two errors” in the count"),
    ],
)
def test_content_begins_after_what_stands_between_it_and_its_cue(text: str, content: str) -> None:
    assert contents(text) == [[content]]


@pytest.mark.parametrize(
    "content",
    [
        "the duty, which mills support, would fall",
        "the ports, also known as the gates, were full",
        "mills that export salmon will close",
        "selling salmon to mills is hard",
        "efforts to cut the duty failed",
        "its critics “seem to think” the duty is low",
    ],
)
def test_what_is_inserted_in_a_subject_does_not_hide_its_clause(content: str) -> None:
    assert contents(f"Norway said {content}.")[0] == [content]


def test_speech_goes_on_past_what_its_speaker_says_of_others() -> None:
    brief = read("“The duty is high,” said Lena Varga in a speech in Oslo on Monday. “Mills hope that it will fall.”")

    assert claims_of(brief)[0] == (
        "person:lena-varga",
        ["The duty is high", "Mills hope that it will fall"],
        "claim.say.quote",
    )


def test_text_may_end_in_a_conjunction_after_a_quotation() -> None:
    (claim,) = read("Lund said: “It fell” and").claims

    assert claim.rule == "claim.say.quote"


def test_whom_a_subject_is_not_ends_no_clause() -> None:
    claims = read("Chile said that Norway, not Peru, wants the ban.").claims

    assert [(claim.holder, claim.within is not None) for claim in claims] == [
        ("country:cl", False),
        ("country:no", True),
    ]
