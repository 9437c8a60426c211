import pytest
from tests.extraction.reading import claims_of, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Norway would rather dredge the harbour.",
            ("country:no", ["dredge the harbour"], "claim.would-rather.infinitive"),
        ),
        ("Norway would much rather not wait.", ("country:no", ["not wait"], "claim.would-rather.infinitive")),
        ("Norway would sooner sell than sign.", ("country:no", ["sell than sign"], "claim.would-rather.infinitive")),
        ("Norway would just as soon drop the cap.", ("country:no", ["drop the cap"], "claim.would-as-soon.infinitive")),
        ("Norway would rather the levy stayed.", ("country:no", ["the levy stayed"], "claim.would-rather-that.bare")),
        (
            "Norway would have the mills pay for the bridge.",
            ("country:no", ["the mills pay for the bridge"], "claim.would-have.np_infinitive"),
        ),
    ],
)
def test_modal_with_other_words_tells_a_wish(text: str, found: tuple[str, list[str], str]) -> None:
    assert claims_of(read(text)) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Norway would have more ships in May.",
        "Norway would have the right to sue.",
        "Norway will have the mills and the port.",
        "The port would open rather late.",
    ],
)
def test_other_words_after_a_modal_tell_none(text: str) -> None:
    assert claims_of(read(text)) == []
