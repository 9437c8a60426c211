import pytest
from tests.extraction.reading import mentions_of, read

import tradebrief as tb

BODY = "US President Donald Ode said on Monday that China's leader Ren Moriwaki had agreed to a deal."


@pytest.mark.parametrize("headline", ["ODE SAYS MORIWAKI AGREED TO DEAL", "Ode Says Moriwaki Agreed to Deal"])
def test_headline_in_capitals_names_those_whom_the_text_names(headline: str) -> None:
    found = mentions_of(tb.read(f"{headline}\n\n{BODY}\n"))

    assert [words[0].lower() for id, words in found.items() if id.startswith("person:")] == ["ode", "moriwaki"]


def test_title_before_a_name_tells_a_person_where_all_is_in_capitals() -> None:
    brief = read("TRADE MINISTER AHN DUK-GEUN SAID ON MONDAY THAT KOREA WOULD WAIT.")

    assert mentions_of(brief) == {"person:ahn-duk-geun": ["AHN DUK-GEUN"], "country:kr": ["KOREA"]}


def test_verb_in_small_letters_shows_that_capitals_tell_names() -> None:
    brief = tb.read("Canadian Prime Minister Mark Ode meets Mexican President Ana Ruiz\n\nThe talks took a day.\n")

    assert {"person:mark-ode", "person:ana-ruiz"} <= mentions_of(brief).keys()
