import pytest
from tests.extraction.reading import article_of, words_of

import tradebrief as tb
from tradebrief.extraction.claims.reasons import claim_reasons


def reasons_of(text: str) -> list[tuple[str, list[str]]]:
    """The rules and words of the reasons for how the only claim of a text is held."""
    article = article_of(text)
    brief = tb.extract(article)
    (found,) = claim_reasons(article).values()
    return [(reason.rule, words_of(brief, reason.words)) for reason in found]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Norway said that the duty was unfair.", []),
        ("Norway did not say that the duty was unfair.", [("assertion.negated", ["not"])]),
        ("Norway denied that the duty was unfair.", [("assertion.cue", ["denied"]), ("certainty.cue", ["denied"])]),
        ("Neither mill said that the duty was unfair.", [("assertion.negated", ["Neither"])]),
        ("Norway failed to agree to a cut.", [("assertion.negated", ["failed"])]),
        ("If Norway says that the duty is unfair, mills will close.", [("assertion.supposed", ["If"])]),
        ("Suppose that Norway says the duty is unfair.", [("assertion.supposed", ["Suppose that"])]),
        ("Norway has yet to say that the duty is unfair.", [("assertion.to_come", ["yet"])]),
        ("Norway may say that the duty is unfair.", [("assertion.possible", ["may"])]),
        ("Norway would have said that the duty was unfair.", [("assertion.unreal", ["would have"])]),
        ("Norway made no claim that the duty was unfair.", [("assertion.negated", ["no"])]),
        ("Nor did Norway say that the duty was unfair.", [("assertion.negated", ["Nor"])]),
        ("At no point did Norway say that the duty was unfair.", [("assertion.negated", ["At no point"])]),
        ("It is not true that Norway said the duty was unfair.", [("assertion.negated", ["not"])]),
        ("It is false that Norway said the duty was unfair.", [("assertion.negated", ["false"])]),
        ("It is doubtful that Norway wants a truce.", [("assertion.doubted", ["doubtful"])]),
        ("There is no sign that Norway wants a truce.", [("assertion.doubted", ["no"])]),
        (
            "Few farmers believe that the duty is unfair.",
            [("assertion.negated", ["Few"])],
        ),
        ("Did Norway say that the duty was unfair?", [("assertion.asked", ["Did", "?"])]),
        ("Norway said that the duty will probably not fall.", [("certainty.content", ["probably not"])]),
        ("Norway said it is possible that the duty will fall.", [("certainty.content", ["possible"])]),
        ("Norway said that the duty seems to have fallen.", [("certainty.content", ["seems"])]),
        ("Norway said that the duty would fall if mills closed.", [("condition.opener", ["if"])]),
    ],
)
def test_reasons_have_their_rule_and_words(text: str, reasons: list[tuple[str, list[str]]]) -> None:
    assert reasons_of(text) == reasons
