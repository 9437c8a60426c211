"""Cues by which somebody only words what another claim holds."""

import pytest
from tests.extraction.reading import claims_of, read


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Norway mocked what it called a tax on anchovies.", ["claim.mock.np"]),
        ("Norway hailed what it described as a fair deal.", ["claim.hail.np"]),
        ("Norway left over what it called a tax on anchovies.", ["claim.call.np_adj"]),
        (
            "Norway told the panel that Oslo should drop duties that were, as it put it, doing no good.",
            ["claim.tell.np_that"],
        ),
        ("The levy, as Norway put it, does no good.", ["claim.as-source-put-it.pattern"]),
    ],
)
def test_what_only_words_another_claim_is_no_claim_of_its_own(text: str, rules: list[str]) -> None:
    assert [rule for _, _, rule in claims_of(read(text))] == rules
