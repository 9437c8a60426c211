"""Clauses that an insertion or a relative clause parts, and what is joined to them."""

import pytest
from tests.extraction.reading import claims_of, read, words_of

import tradebrief as tb


def told(text: str) -> list[tuple[str | None, str, list[str]]]:
    """The words for the holder, the cue and the content of each claim."""
    brief = read(text)
    found: list[tuple[str | None, str, list[str]]] = []
    for claim in brief.claims:
        assert claim.cue is not None
        source = brief[claim.source] if claim.source is not None else None
        found.append((source, brief[claim.cue], words_of(brief, claim.content)))
    return found


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Ana Lund said Norway would, with some luck, oppose the levy.",
         [("Ana Lund", "said", ["Norway would, with some luck, oppose the levy"]),
          ("Norway", "oppose", ["the levy"])]),
        ("Norway said it would, if Chile agreed, accept the cap.",
         [("Norway", "said", ["it would, if Chile agreed, accept the cap"]), ("it", "accept", ["the cap"])]),
        ("Chile said Norway will, according to its aides, accept the cap.",
         [("its aides", "according to", ["Chile said Norway will", "accept the cap"]),
          ("Chile", "said", ["Norway will, according to its aides, accept the cap"]),
          ("Norway", "accept", ["the cap"])]),
        ("Norway has, Jan Lund said, backed the cap.",
         [("Jan Lund", "said", ["Norway has", "backed the cap"]), ("Norway", "backed", ["the cap"])]),
        ("The levy would, however, be opposed by Chile.", [("Chile", "be opposed", ["The levy"])]),
        ("Norway would, if Chile offers a truce, support the cap.",
         [("Chile", "offers", ["a truce"]), ("Norway", "support", ["the cap"])]),
        ("Norway said it would, and Chile agreed, backing the cap.",
         [("Norway", "said", ["it would"]), ("Chile", "backing", ["the cap"])]),
    ],
)  # fmt: skip
def test_a_verb_after_an_insertion_is_its_auxiliarys(
    text: str, claims: list[tuple[str | None, str, list[str]]]
) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not, however, say that the ban would end.",
        "The minister has not, however, promised to end the ban.",
    ],
)
def test_an_auxiliary_before_an_insertion_is_negated_with_its_verb(text: str) -> None:
    (claim,) = read(text).claims

    assert claim.assertion is tb.Assertion.DENIED


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Lund said the cap, which Chile opposes, will end.", "the cap, which Chile opposes, will end"),
        ("Ana Lund thinks the cap, which she said was unfair, will end.",
         "the cap, which she said was unfair, will end"),
        ("Norway rejected the duty, which Chile said was fair.", "the duty"),
        ("The cap, which Chile opposes, will end, Ana Lund said.", "The cap, which Chile opposes, will end"),
        ("Ana Lund, who said the levy was unfair, and Jan Ruiz, who called it a tax, both declined to comment.",
         "the levy was unfair"),
    ],
)  # fmt: skip
def test_a_relative_clause_cuts_no_clause(text: str, content: str) -> None:
    assert [content] in [content for _, _, content in told(text)]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Norway welcomed the truce, which Chile opposed, and praised Peru.", "country:no"),
        ("Norway met Jan Lund, who opposes the levy, and praised Peru.", "country:no"),
        ("Norway welcomed the truce which Chile opposed and praised.", None),
    ],
)
def test_a_verb_after_a_closed_relative_clause_is_the_main_subjects(text: str, holder: str | None) -> None:
    assert next((who for who, _, rule in claims_of(read(text)) if rule.startswith("claim.praise")), None) == holder


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Norway criticized the levy and expressed hope that the ban would end.",
         ("Norway", "expressed hope", ["the ban would end"])),
        ("Norway praised the truce and voiced support for the ban.", ("Norway", "voiced support", ["the ban"])),
        ("Norway praised the truce and voiced strong support for the ban.",
         ("Norway", "voiced strong support", ["the ban"])),
    ],
)  # fmt: skip
def test_a_light_verb_after_and_is_a_verb(text: str, claim: tuple[str, str, list[str]]) -> None:
    assert claim in told(text)


def test_the_verb_of_an_insertion_has_no_part_of_the_auxiliary_before_it() -> None:
    assert told("Norway will not, said Ana Lund, oppose the levy.")[0][:2] == ("Ana Lund", "said")


def test_a_quotation_after_a_semicolon_is_the_same_speakers_unless_another_follows() -> None:
    assert told("“We signed,” Ana Lund said; “they did not.”") == [("Ana Lund", "said", ["We signed", "they did not"])]
    assert told("“We signed,” Ana Lund said; “they did not,” Jan Ruiz said.") == [
        ("Ana Lund", "said", ["We signed"]),
        ("Jan Ruiz", "said", ["they did not"]),
    ]
