"""Whom pronouns mean."""

import pytest
from tests.extraction.reading import mentions_of, read, undecided, words_of

import tradebrief as tb


def last_mention(id: str, *paragraphs: str) -> str:
    """The words that mention an actor last."""
    return mentions_of(read(*paragraphs))[id][-1]


def test_pronoun_means_a_subject_rather_than_an_object() -> None:
    assert (
        last_mention("person:ana-lund", "Spokeswoman Ana Lund met Ms Mia Varga. She said the quota was small.") == "She"
    )


def test_pronoun_means_the_subject_behind_an_apposition() -> None:
    text = "Ms Ana Lund, who comes from the north, met Ms Mia Varga. She said the quota was small."

    assert last_mention("person:ana-lund", text) == "She"


def test_pronoun_means_whom_a_sentence_is_according_to() -> None:
    text = "According to envoy Ana Lund, the mills met envoy Mia Varga. The quota will fall, she said."

    assert last_mention("person:ana-lund", text) == "she"


def test_pronoun_means_the_speaker_after_a_quotation() -> None:
    text = '"Envoy Mia Varga wants a quota," said a spokeswoman, Ana Lund. She would not say more.'

    assert last_mention("person:ana-lund", text) == "She"


def test_pronoun_does_not_mean_whom_one_urges() -> None:
    text = "The Northern Lund Council, by contrast, urged Chile to wait. In its view the quota is small."

    assert last_mention("org:northern-lund-council", text) == "its"


def test_pronoun_does_not_mean_a_country_before_a_noun() -> None:
    text = "Norway on Thursday rejected a new US finding that its mills dump salmon."

    assert mentions_of(read(text))["country:no"] == ["Norway", "its"]


def test_modifier_of_gender_is_told_by_the_noun_of_an_office() -> None:
    text = "The growers met spokeswoman Mia Varga and spokesman Ode Lund in the north. {} said the quota was small."

    assert last_mention("person:mia-varga", text.format("She")) == "She"
    assert last_mention("person:ode-lund", text.format("He")) == "He"


@pytest.mark.parametrize(
    "text",
    [
        "Norway wants a quota. The mills oppose it.",
        "Norway waits, and it is anybody's guess whom the duty serves.",
        "Norway waits, and it seems that the duty will fall.",
        "Norway waits, and it remains to be seen who is right.",
    ],
)
def test_it_that_means_no_actor_is_left(text: str) -> None:
    assert mentions_of(read(text))["country:no"] == ["Norway"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it would wait.",
        "Norway said it hopes to wait.",
        "Norway said it had acted to help the mills.",
        "Norway opposes the levy, and it is thought to want a quota.",
    ],
)
def test_it_that_acts_means_an_actor(text: str) -> None:
    assert mentions_of(read(text))["country:no"] == ["Norway", "it"]


def test_pronoun_in_a_quotation_means_the_only_person_whom_it_names() -> None:
    brief = read('The growers met envoy Ana Lund in May. "Envoy Mia Varga says she wants a quota," they wrote.')

    assert mentions_of(brief)["person:mia-varga"] == ["Mia Varga", "she"]


def test_pronoun_in_a_quotation_means_nobody_outside() -> None:
    brief = read('The growers met envoy Ana Lund in May. "We think she wants a quota," they wrote.')

    assert mentions_of(brief)["person:ana-lund"] == ["Ana Lund"]


def test_bare_plural_means_the_only_group_of_its_noun() -> None:
    brief = read("Norwegian growers met in Geneva. In the north, growers said that the duty was unfair.")

    assert mentions_of(brief)["group:norwegian-growers"] == ["Norwegian growers", "growers"]


def test_bare_plural_means_neither_of_two_groups() -> None:
    brief = read("Norwegian growers met Chilean growers. In the north, growers said that the duty was unfair.")

    assert mentions_of(brief)["group:growers"] == ["growers"]


def test_speaker_is_nobody_whom_the_quotation_names() -> None:
    text = 'Envoy Ana Lund met envoy Mia Varga. Varga left. Lund spoke. "I have told Mia Varga so," she said.'

    assert mentions_of(read(text))["person:ana-lund"][-1] == "she"


def test_it_may_not_do_something() -> None:
    assert last_mention("country:no", "Norway said it did not expect to sell.") == "it"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("A spokeswoman for the Ulvik port rejected it. She said it was late.", "spokeswoman-for-the-ulvik-port"),
        ("An official familiar with the talks spoke. He said it was late.", "official-familiar-with-the-talks"),
    ],
)
def test_source_without_a_name_may_be_she_or_he(text: str, id: str) -> None:
    assert last_mention(f"anonymous:{id}", text) in {"She", "He"}


def test_several_sources_are_not_he() -> None:
    found = mentions_of(read("Two officials spoke. He said it was late."))

    assert found["anonymous:two-officials"] == ["Two officials"]


def test_it_before_a_predicate_in_ed_is_no_actor() -> None:
    assert mentions_of(read("Norway fought the duty, calling it unjustified.")) == {"country:no": ["Norway"]}


def test_it_may_act_in_a_quotation() -> None:
    assert last_mention("country:no", "Norway said that it “stood by the decision”.") == "it"


@pytest.mark.parametrize("text", ["Ms. Lund and Ms. Berg met. She said no.", "Peru and Chile met. It said no."])
def test_pronoun_after_two_who_are_named_together_is_left_open(text: str) -> None:
    assert not {"She", "It"} & {words for found in mentions_of(read(text)).values() for words in found}


def test_pronoun_after_two_of_whom_one_fits_is_that_one() -> None:
    assert last_mention("person:lund", "Ms. Lund and Mr. Berg met. She said no.") == "She"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru has only itself to blame.", {"country:pe": ["Peru", "itself"]}),
        ("Peru insists that the rule itself stays.", {"country:pe": ["Peru"]}),
        ("Norway itself fears the duty.", {"country:no": ["Norway", "itself"]}),
        ("Peru made it clear that it wants a deal.", {"country:pe": ["Peru", "it"]}),
        ("Peru objects. Chile, for its part, agrees.", {"country:pe": ["Peru"], "country:cl": ["Chile", "its"]}),
        ("Peru objects. Trade, for its part, fell.", {"country:pe": ["Peru"]}),
    ],
)
def test_reflexives_and_set_phrases_mean_the_name_beside_them_or_nobody(text: str, expected: dict[str, object]) -> None:
    assert mentions_of(read(text)) == expected


def test_he_is_whom_the_paragraph_names_rather_than_the_topic_before() -> None:
    brief = read(
        "Trade Minister Dan Roy spoke. He wants a quota. He fears the duty. He denied it.",
        "Envoy Jack Lund praised the offer. The duty, he said, was fair.",
    )

    assert mentions_of(brief)["person:jack-lund"] == ["Jack Lund", "he"]


def test_its_is_the_subject_over_a_long_clause() -> None:
    brief = read(
        "The Tin Federation, which lays the end of many a job in the north at the door of dumped tin, demanded that "
        "Peru stop. Its chief, Ola Berg, agreed."
    )

    assert mentions_of(brief)["org:tin-federation"] == ["Tin Federation", "Its"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru wrote the bill and fears that its passage is far off.", ["Peru"]),
        ("Peru fears that its repeal of the act is illegal.", ["Peru", "its"]),
        ("Peru fears that its mills will shut.", ["Peru", "its"]),
    ],
)
def test_its_with_what_only_things_have_is_nobodys(text: str, expected: list[str]) -> None:
    assert mentions_of(read(text))["country:pe"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Norway warned that, should either country dawdle, the duty would rise.",
        "Norway said that any state that spends much on its fleet would pay.",
        "Norway said each member must explain its view.",
    ],
)
def test_its_of_any_body_of_a_sort_is_nobodys(text: str) -> None:
    assert mentions_of(read(text)) == {"country:no": ["Norway"]}


def test_subject_of_a_relative_clause_is_not_whom_the_clause_is_about() -> None:
    brief = read("The Lund Council, citing Norway, which it accuses of delay, wants a vote.")

    assert mentions_of(brief) == {"org:lund-council": ["Lund Council", "it"], "country:no": ["Norway"]}


@pytest.mark.parametrize(
    "names", ["Ana Lund met Mia Varga", "Envoy Lund called envoy Varga", "Modi told Trump to wait"]
)
@pytest.mark.parametrize("pronoun", ["He", "She"])
def test_pronoun_is_left_open_between_two_whose_gender_nothing_tells(names: str, pronoun: str) -> None:
    brief = read(f"{names}. {pronoun} said that the quota was small.")

    assert pronoun not in [words for found in mentions_of(brief).values() for words in found]
    assert undecided(brief) == [pronoun]


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("person:ana-lund", "Ana Lund left. Lund met Mia Varga. She said that the quota was small."),
        ("person:ana-lund", "Ms Ana Lund met envoy Per Tan. She said that the quota was small."),
        ("person:ana-lund", "Ana Lund said that the mills met envoy Per Tan. She added that the quota was small."),
        ("person:ana-lund", "According to Ana Lund, the mills met envoy Per Tan. The quota will fall, She said."),
    ],
)
def test_pronoun_means_who_is_clearly_the_topic(id: str, text: str) -> None:
    assert last_mention(id, text) == "She"


@pytest.mark.parametrize(
    "text",
    [
        "Norway has left. {} makes no sense to hurry.",
        "Norway has left. {} follows that the duty will fall.",
        "Norway has left. {} took years to agree on the duty.",
        "Norway has left. {} is the duty that hurts mills.",
        "Norway has left. {} turns out to be a blunt tool.",
        "Norway has a quota. {} expires in May.",
        "Norway has a quota. {} became law in May.",
        "Norway sees {} differently.",
        "Norway let {} be known that mills were idle.",
    ],
)
def test_it_of_nobody_is_left(text: str) -> None:
    assert mentions_of(read(text.format("It" if ". {" in text else "it")))["country:no"] == ["Norway"]


@pytest.mark.parametrize("text", ["Norway has left. It makes ships.", "Norway has left. It took the offer."])
def test_it_that_acts_is_who_was_spoken_of(text: str) -> None:
    assert mentions_of(read(text))["country:no"] == ["Norway", "It"]


def test_pronoun_means_whose_words_a_sentence_gives_rather_than_their_subject() -> None:
    text = "The Northern Lund Council said that Chile had sold below cost. It wants a duty."

    assert last_mention("org:northern-lund-council", text) == "It"


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Lund Council says Chile sells below cost. Its head left.",
        "The Northern Lund Council left after Chile had cut the duty. Its head was glad.",
        "The Northern Lund Council speaks of a year in which Chile sold below cost. Its head left.",
    ],
)
def test_pronoun_means_the_subject_of_a_sentence_rather_than_that_of_a_clause_within(text: str) -> None:
    assert last_mention("org:northern-lund-council", text) == "Its"


def test_pronoun_of_a_second_clause_means_the_subject_of_the_first() -> None:
    text = "Norwegian growers claim that Chilean mills have cut prices, and they want a duty."

    assert last_mention("group:norwegian-growers", text) == "they"


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian growers met the millers. The millers cannot do without them.",
        "Norwegian growers met the millers. The millers say they can still beat them.",
        "Norwegian growers left. The millers rely on them.",
    ],
)
def test_object_does_not_mean_the_subject_of_its_verb(text: str) -> None:
    assert last_mention("group:norwegian-growers", text) == "them"


@pytest.mark.parametrize("text", ["Norway wants it gone.", "Norway needs it changed."])
def test_object_that_is_a_thing_is_no_mention(text: str) -> None:
    assert mentions_of(read(text))["country:no"] == ["Norway"]


def test_object_of_a_clause_between_may_mean_the_subject_of_saying() -> None:
    text = "There are port fees that growers say could drive them to Peru."

    assert mentions_of(read(text))["group:growers"] == ["growers", "them"]


def test_they_means_a_people() -> None:
    text = "Chile hopes that the Norwegians will keep their word, if they can, and it waits."

    assert mentions_of(read(text)) == {
        "country:cl": ["Chile", "it"],
        "country:no": ["Norwegians", "their", "they"],
    }


def test_they_does_not_mean_a_country_for_its_adjective() -> None:
    assert mentions_of(read("The Norwegian duty fell, and they left."))["country:no"] == ["Norwegian"]


def test_pronoun_means_who_is_named_after_an_office() -> None:
    text = "The millers met Ode Berg. “Berg knows us,” the firm’s sales director, Per Lund, remarked. He left."

    assert last_mention("person:per-lund", text) == "He"


def test_them_within_a_portion_is_no_mention() -> None:
    mentions = mentions_of(read("Norwegian growers met. One of them said the quota was small."))

    assert mentions["group:norwegian-growers"] == ["Norwegian growers"]
    assert mentions["anonymous:one-of-them"] == ["One of them"]


@pytest.mark.parametrize(
    ("text", "owner", "pronoun"),
    [
        ("Ms. Ruiz commended the trade minister, Karin Moe, for her stamina.", "person:karin-moe", "her"),
        ("Ana Ruiz praised Karin Moe for her patience.", "person:karin-moe", "her"),
        ("Chile faulted Norway for its silence.", "country:no", "its"),
    ],
)
def test_what_somebody_is_praised_or_blamed_for_is_their_own(text: str, owner: str, pronoun: str) -> None:
    assert pronoun in mentions_of(read(text))[owner]


def test_i_of_a_report_with_a_byline_is_whoever_wrote_it() -> None:
    brief = tb.read(
        "Squid wars\nBy Ana Ruiz\n\nI met the trawler owners of Paita in March, and they were angry.\n\n"
        "Karl Moe: I never said so, and nobody in the room can claim that I did.\n"
    )

    assert mentions_of(brief)["author:ana-ruiz"] == ["Ana Ruiz", "I"]


def test_it_is_not_a_place_that_goods_move_to() -> None:
    brief = read("The Lofoten Council protested that goods moving to Norway still needed permits. It wants a debate.")

    assert mentions_of(brief)["org:lofoten-council"] == ["Lofoten Council", "It"]


@pytest.mark.parametrize("text", ["Norway, for its", "They, for their", "Prices would drop no less"])
def test_text_that_ends_amid_a_phrase_is_read(text: str) -> None:
    assert read(text).article.text == text


@pytest.mark.parametrize("aside", ["it is understood", "it was reported on Friday", "it seems", "it turns out"])
def test_it_of_hearsay_is_nobody_and_what_it_parts_is_the_subject(aside: str) -> None:
    brief = read(f"Ghana, {aside}, opposes the levy.")

    assert mentions_of(brief) == {"country:gh": ["Ghana"]}
    assert [(claim.holder, words_of(brief, [claim.source])) for claim in brief.claims if claim.source] == [
        ("country:gh", ["Ghana"])
    ]
