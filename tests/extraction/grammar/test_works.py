import pytest
from tests.extraction.reading import claims_of, read


@pytest.mark.parametrize(
    "text",
    [
        "The duty was unfair, Norway said in its book, “The Long Quay.”",
        "“The duty was unfair,” Norway said on the show “The Long Quay.”",
        "“The duty was unfair,” said Norway, the host of “The Long Quay.”",
    ],
)
def test_title_of_a_work_is_said_by_nobody(text: str) -> None:
    ((_, content, _),) = claims_of(read(text))

    assert [words.strip("“,”").lower() for words in content] == ["the duty was unfair"]


def test_title_case_alone_is_no_title() -> None:
    assert claims_of(read("Norway said, “The Mills Close.”")) == [
        ("country:no", ["The Mills Close"], "claim.say.quote")
    ]
