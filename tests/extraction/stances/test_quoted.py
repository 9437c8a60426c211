import pytest
from tests.extraction.reading import read


@pytest.mark.parametrize(
    ("text", "attribution"),
    [
        ("Norway called the levy \u201cabsurd\u201d.", "direct"),
        ("Norway branded the levy \u201ca fence in the fjord\u201d.", "direct"),
        ("Norway called the levy absurd.", "indirect"),
        ("Norway opposed the \u201cbridge\u201d levy on cars.", "indirect"),
        ("Norway backs a quota on \u201cluxury\u201d", "indirect"),
    ],
)
def test_judgment_in_quotation_marks_is_direct(text: str, attribution: str) -> None:
    (stance,) = read(text).stances

    assert stance.attribution.value == attribution
