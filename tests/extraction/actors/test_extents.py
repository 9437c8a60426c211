import pytest
from tests.extraction.reading import mentions_of, read, words_of

import tradebrief as tb


def described(text: str) -> list[str]:
    """The words of the descriptions of a text, in order."""
    brief = read(text)
    roles = [
        mention.span for actor in brief.actors for mention in actor.mentions if mention.form is tb.MentionForm.ROLE
    ]
    return words_of(brief, sorted(roles))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The growers left.", "growers"),
        ("Her ministry left.", "Her ministry"),
        ("Several growers left.", "Several growers"),
        ("Peru’s growers left.", "Peru’s growers"),
        ("They asked Peru’s envoy to wait.", "Peru’s envoy"),
        ("This year’s president left.", "president"),
        ("The Norwegian and Danish governments left.", "Norwegian and Danish governments"),
        ("On Monday officials left.", "officials"),
        ("He wants to spare growers in Peru.", "growers in Peru"),
        ("The firm told shipping unions that it would wait.", "shipping unions"),
    ],
)
def test_description_begins_with_its_owner_or_quantifier(text: str, words: str) -> None:
    assert words in described(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Growers in Peru and Chile left.", "Growers in Peru and Chile"),
        ("Growers in the south left.", "Growers in the south"),
        ("Critics of the deal left.", "Critics of the deal"),
        ("Growers on both sides left.", "Growers on both sides"),
        ("An official at the port said it was so.", "official at the port"),
        ("Aides to the envoy said it was so.", "Aides to the envoy"),
        ("Shoemakers from Peru to Chile left.", "Shoemakers from Peru to Chile"),
        ("A group of growers in Peru said it was so.", "group of growers in Peru"),
        ("Officials who worked on the pact left.", "Officials who worked on the pact"),
        ("A diplomat who asked not to be named said it was so.", "diplomat who asked not to be named"),
        ("Two people briefed on the plan said it was so.", "Two people briefed on the plan"),
        ("A person with knowledge of the plan said it was so.", "person with knowledge of the plan"),
    ],
)
def test_description_ends_with_what_narrows_it_down(text: str, words: str) -> None:
    assert words in described(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Growers in March left.", "Growers"),
        ("Officials who doubt that the duty works left.", "Officials"),
        ("The growers, who own boats, left.", "growers"),
        ("She told growers in a letter that it was so.", "growers"),
    ],
)
def test_time_attribution_and_asides_are_no_part_of_it(text: str, words: str) -> None:
    assert words in described(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministry of food and rural affairs left.", "ministry of food and rural affairs"),
        ("The ministry of fisheries in Peru said it was so.", "ministry of fisheries in Peru"),
        (
            "It was so, said an official in the trade ministry who asked not to be named.",
            "official in the trade ministry who asked not to be named",
        ),
        ("An official in the trade ministry who asked not to be named said it was so.", "trade ministry"),
        ("Norway told the ministry that imports rose.", "ministry"),
    ],
)
def test_description_of_a_body_ends_with_its_field(text: str, words: str) -> None:
    assert words in described(text)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("A person close to him said that the talks would go on.", "person close to him"),
        ("Two lawyers involved in typing it up said that it was ready.", "Two lawyers involved in typing it up"),
        ("Officials involved in drafting it say that it is ready.", "Officials involved in drafting it"),
        ("Defenders of the scheme fall back on a second argument.", "Defenders of the scheme"),
        ("Growers in Peru back off and wait.", "Growers in Peru"),
        (
            "Researchers at the Lima Bureau pour cold water on it.",
            "Researchers at the Lima Bureau",
        ),
    ],
)
def test_description_ends_before_its_verb_and_after_its_pronoun(text: str, mention: str) -> None:
    assert mention in [words for found in mentions_of(read(text)).values() for words in found]


@pytest.mark.parametrize("description", ["official there", "trader elsewhere", "growers overseas"])
def test_adverb_of_place_belongs_to_the_people_who_are_there(description: str) -> None:
    brief = read(f"On Friday the {description} said that the levy would end.")

    assert [description] in mentions_of(brief).values()
