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
        ("Norway pleaded with Chile not to \u201cdrown the talks in paper\u201d.", "direct"),
        ("Norway thanked Chile for \u201ccalm in a storm\u201d.", "indirect"),
        ("Norway reproached Chile with having dithered \u201cfor a decade\u201d.", "indirect"),
    ],
)
def test_judgment_in_quotation_marks_is_direct(text: str, attribution: str) -> None:
    (stance,) = read(text).stances

    assert stance.attribution.value == attribution


@pytest.mark.parametrize(
    ("text", "holder", "attribution"),
    [
        ("Chile shelved plans to tax cod, Portugal's minister said.", "country:cl", "action"),
        ("Portugal's minister said that Chile had imposed a duty on cod.", "country:cl", "action"),
        ("Portugal's minister said that Chile will impose a duty on cod.", "country:cl", "relayed"),
        ("Portugal's minister said that Chile opposes the duty.", "country:cl", "relayed"),
        ("Portugal's minister spoke of a plan that Chile derided.", "country:cl", "indirect"),
    ],
)
def test_who_tells_of_a_side(text: str, holder: str, attribution: str) -> None:
    found = [stance.attribution.value for stance in read(text).stances if stance.holder == holder]

    assert found == [attribution]
