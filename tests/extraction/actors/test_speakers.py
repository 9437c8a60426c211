"""Who says "I" and "we" in a quotation."""

import pytest
from tests.extraction.reading import claims_of, mentions_of, read

import tradebrief as tb

_UNION = "org:garment-workers-union"
MET = "The growers met Trade Minister Ana Lund and envoy Mia Varga in the north."


@pytest.mark.parametrize(
    "text",
    [
        '"I want a quota," said Ana Lund.',
        '"I want a quota," said the trade minister, Ana Lund.',
        '"I want a quota," Lund said.',
        '"I want a quota," Minister Lund told reporters.',
        'Lund said: "I want a quota."',
        'Ana Lund: "I want a quota."',
        'Lund told reporters, "I want a quota."',
        'The trade minister, Ana Lund, told reporters: "I want a quota."',
    ],
)
def test_i_in_a_quotation_is_who_says_it(text: str) -> None:
    assert "I" in mentions_of(read(MET, text))["person:ana-lund"]


def test_speaker_may_be_named_by_a_pronoun() -> None:
    brief = read("The growers met Trade Minister Ana Lund.", '"I want a quota," she said. "My mills do too."')

    assert mentions_of(brief)["person:ana-lund"] == ["Ana Lund", "I", "she", "My"]


def test_quotation_of_the_next_paragraph_is_not_the_same_speakers() -> None:
    brief = read(MET, '"I want a quota," Lund said.', '"I want none," the mills replied.')

    assert mentions_of(brief)["person:ana-lund"] == ["Ana Lund", "I", "Lund"]


@pytest.mark.parametrize("text", ['"I want a quota," said the mills.', 'Lund left. "I want a quota" stood on a wall.'])
def test_i_of_nobody_who_is_named_is_left(text: str) -> None:
    assert all("I" not in words for words in mentions_of(read(MET, text)).values())


def test_claim_within_a_quotation_is_its_speakers() -> None:
    brief = read(MET, '"I hope that the quota will fall," Lund said.')

    assert ("person:ana-lund", ["the quota will fall"]) in [(holder, words) for holder, words, _ in claims_of(brief)]


@pytest.mark.parametrize(
    ("text", "body", "words"),
    [
        ('"We will not bend," Norwegian Trade Minister Ola Berg told reporters. "Our mills agree."', "country:no", 2),
        ('Ode Foods denied it. "We sent all of it," said its chief executive, Ola Berg.', "org:ode-foods", 1),
        ('"We begged them," said Ola Berg, general secretary of the Garment Workers\' Union.', _UNION, 1),
        ('"It is worth more to us than that," said Ola Berg, the sales chief of Ode Foods.', "org:ode-foods", 1),
        ('"We have heard this before," a senior EU official said.', "bloc:eu", 1),
        ('"We were sold out," the growers said.', "group:growers", 1),
        ('"We deny it," said the trade ministry.', "org:trade-ministry", 1),
        ('"We want our share," said Ontario Premier Ola Berg.', "subnational:ca-on", 2),
    ],
)
def test_we_is_whom_the_speaker_speaks_for(text: str, body: str, words: int) -> None:
    spoken = [word for word in mentions_of(read(text))[body] if word.lower() in {"we", "us", "our"}]

    assert len(spoken) == words


@pytest.mark.parametrize(
    "text",
    [
        '"We should all be ashamed," said Norwegian Trade Minister Ola Berg.',
        '"We need more," said Ola Berg, a former Norwegian minister.',
        '"We need more," said Ola Berg, who lands cod.',
        'Norwegian Trade Minister Ola Berg left early. "We need more."',
        '"We never do." The growers left.',
    ],
)
def test_we_of_nobody_in_particular_is_left(text: str) -> None:
    assert all("We" not in words for words in mentions_of(read(text)).values())


@pytest.mark.parametrize(
    ("texts", "id", "words"),
    [
        (
            ("Norway may sign, its trade minister said.", '"We can wait," Trade Minister Ana Lund said.'),
            "country:no",
            "We",
        ),
        (('Lund Mills Ltd rose. "We sold more," Chief Executive Ana Ruiz said.',), "org:lund-mills-ltd", "We"),
        (
            ("The growers’ union may sue. Union president Ana Ruiz was firm.", '"They told us to wait," Ruiz said.'),
            "org:growers-union",
            "us",
        ),
        (
            ('"It is our view," says Ana Ruiz, who heads trade policy at the European Commission.',),
            "org:european-commission",
            "our",
        ),
        (('"We doubt it," said Ana Ruiz of Ode Research.',), "org:ode-research", "We"),
        (("Norway may sign. Trade Minister Ana Lund was firm.", '"We can wait," Lund said.'), "country:no", "We"),
        (
            ("Peru, which buys from Chile, may sue, Commerce Secretary Ana Ruiz said.", '"We can wait," Ruiz said.'),
            "country:pe",
            "We",
        ),
        (('"We can wait," said Trade Minister Ana Ruiz of Peru on Monday.',), "country:pe", "We"),
        (('The Ode Union left. "We call it unfair," union leader Ana Ruiz said.',), "org:ode-union", "We"),
        (('The Ode Guild left. "It hurts our mills," its president, Ana Ruiz, wrote.',), "org:ode-guild", "our"),
    ],
)
def test_we_of_an_officer_is_the_body_that_the_text_gives(texts: tuple[str, ...], id: str, words: str) -> None:
    assert words in mentions_of(read(*texts))[id]


@pytest.mark.parametrize(
    "text",
    [
        'The Ode Bank met the Delta Council. "We are fine," said chief executive Ana Ruiz.',
        'The Ode Bank left. "We shall see," President Ana Ruiz said.',
        'The Ode Bank left. "We shall see," said Ana Ruiz, who left the Ode Council.',
        'Peru and Chile met. "We shall see," Trade Minister Ana Ruiz said.',
        'Peru left. "We shall see," union secretary Ana Ruiz said.',
    ],
)
def test_we_of_an_officer_of_whom_that_stays_open_is_left(text: str) -> None:
    assert all("We" not in words for words in mentions_of(read(text)).values())


def test_we_of_a_minister_without_a_country_is_that_of_the_dateline() -> None:
    text = (
        "Oslo mulls a quota\n\nOSLO, May 4 (Ode Wire) - Norway has asked for talks.\n\n"
        '"Our salmon is sound," Trade Minister Ana Lund said.\n'
    )

    assert "Our" in mentions_of(tb.read(text))["country:no"]
