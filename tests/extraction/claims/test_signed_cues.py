import pytest
from tests.extraction.reading import claims_of, read

import tradebrief as tb

SIGNED = [("person:ana-lund", ["We will not sign the deal"], "claim.signed-quotation.quote")]


@pytest.mark.parametrize("dash", ["—", "–", "--"])
@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize("name", ["Ana Lund", "Ana Lund, trade minister", "Trade Minister Ana Lund"])
def test_name_after_a_dash_signs_the_quotation_before_it(dash: str, gap: str, name: str) -> None:
    assert claims_of(read(f"“We will not sign the deal.”{gap}{dash} {name}")) == SIGNED


def test_name_on_a_line_of_its_own_signs_the_paragraph_before_it() -> None:
    assert claims_of(read("“We will not sign the deal.”", "— Ana Lund, trade minister", "The talks go on.")) == SIGNED


@pytest.mark.parametrize("quote", ["We will not sign the deal.", "“We will not sign the deal.”"])
def test_name_under_a_block_quote_signs_it(quote: str) -> None:
    brief = tb.read(f"# Talks\n\nThe talks go on.\n\n> {quote}\n>\n> — Ana Lund, trade minister\n", format="markdown")

    assert claims_of(brief) == SIGNED


@pytest.mark.parametrize(
    "text",
    [
        "“We will not sign the deal.” — The talks go on in Oslo.",
        "“We will not sign the deal” — Ana Lund has said so for weeks.",
        "“We will not sign the deal.” — Oslo, 9 May",
        "We will not sign the deal — Ana Lund",
        "The book was “The Long Quay” — Ana Lund",
    ],
)
def test_other_dash_signs_nothing(text: str) -> None:
    assert [rule for *_, rule in claims_of(read(text)) if rule.startswith("claim.signed-quotation")] == []
