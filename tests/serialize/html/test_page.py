import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.texts import SEEDS
from tests.serialize.html.reading import classes, elements, parse, parse_fragment, text_of
from tests.strategies import articles, briefs

import tradebrief as tb
from tradebrief.serialize.html import FORMAT, dumps, fragment, page
from tradebrief.serialize.terminal import visible
from tradebrief.text import Span

SEED = next(path for path in SEEDS if path.stem == "korea-steel-quota")
KEPT = SEED.parents[1] / "tests" / "golden" / "json" / f"{SEED.stem}.json"
TEXT = "Duties loom\n\nOttawa denies that quotas end. Tokyo, he said, wants “fair” rules.\n"
LINK_NAMES = re.compile(r"#[a-z0-9-]+")


@pytest.fixture(scope="module")
def seed() -> tb.Brief:
    return tb.load(KEPT)


@pytest.fixture(scope="module")
def seed_page(seed: tb.Brief) -> Element:
    return parse(dumps(seed))


def ids(root: Element) -> list[str]:
    return [str(each.get("id")) for each in elements(root) if each.get("id") is not None]


def faults(root: Element) -> list[str]:
    """What a page may not have, whatever it shows."""
    found = ids(root)
    known = set(found)
    links = [str(link.get("href")) for link in elements(root, "a")]
    told = [f"id {id} stands twice" for id, count in Counter(found).items() if count > 1]
    told += [f"link {link} leads nowhere" for link in links if link.removeprefix("#") not in known]
    told += [f"link {link} leads out" for link in links if not LINK_NAMES.fullmatch(link)]
    told += [
        f"element {each.tag}" for each in elements(root) if each.tag in {"script", "img", "iframe", "link", "form"}
    ]
    told += [f"attribute {key}" for each in elements(root) for key in each.attrib if key.startswith(("on", "style"))]
    told += ["a link in a link" for link in elements(root, "a") if len(elements(link, "a")) > 1]
    return told


@given(briefs() | articles())
def test_any_value_makes_a_page_without_a_fault(value: tb.Brief | tb.Article) -> None:
    root = parse(dumps(value))

    assert faults(root) == []
    assert len(elements(root, "h1")) >= 1


@settings(max_examples=15)
@given(st.lists(briefs(), min_size=2, max_size=3))
def test_any_briefs_share_a_page_without_a_fault(values: list[tb.Brief]) -> None:
    root = parse(page(values))

    assert faults(root) == []
    assert [text_of(heading) for heading in elements(root, "h1")] == [f"{len(values)} briefs"]
    assert len(elements(root, "article")) == len(values)


@settings(max_examples=30)
@given(briefs())
def test_article_shows_the_words_of_every_block(brief: tb.Brief) -> None:
    (article,) = elements(parse(dumps(brief)), "article")

    shown = "".join(text_of(article, without="ref").split())
    for block in brief.article.blocks:
        words = visible(brief[block.content].replace("\r\n", "\n").replace("\r", "\n"))
        assert "".join(words.split()) in shown


def test_every_result_of_a_seed_is_marked_and_leads_to_its_words_and_back(seed: tb.Brief, seed_page: Element) -> None:
    found = set(ids(seed_page))
    links = Counter(link.get("href") for link in elements(seed_page, "a"))
    results = [f"b-claim-{number}" for number in range(1, len(seed.claims) + 1)]
    results += [f"b-stance-{number}" for number in range(1, len(seed.stances) + 1)]

    assert [id for id in results if not {id, f"{id}-words"} <= found] == []
    assert [id for id in results if not (links[f"#{id}"] and links[f"#{id}-words"])] == []
    for number, actor in enumerate(seed.actors, start=1):
        assert links[f"#b-actor-{number}"]  # A mention within another, or within a cue, is marked and no link.
        assert {f"b-actor-{number}-words-{place}" for place in range(1, len(actor.mentions) + 1)} <= found


def test_claims_of_a_seed_are_marked_over_their_words(seed: tb.Brief, seed_page: Element) -> None:
    for number, claim in enumerate(seed.claims, start=1):
        pieces = [each for each in elements(seed_page, "mark") if str(each.get("title")).startswith(f"C{number}:")]
        marked = " ".join("".join(text_of(piece, without="ref") for piece in pieces).split())
        assert marked == " ".join("".join(seed[part] for part in claim.content).split())


def card(root: Element, id: str) -> str:
    (found,) = [each for each in elements(root) if each.get("id") == id]
    return " ".join(text_of(found).split())


def test_claim_says_why_it_was_read_so() -> None:
    root = parse(dumps(tb.read("Ottawa denies that quotas end.\n")))

    assert card(root, "b-claim-1") == (
        "C1 Canada denies: quotas end "
        "holder Ottawa, a metonym actor.seat "
        "kind assertion, indirect "
        "voice reported "
        "held as denied, certain not (CT-) "
        "rule claim.deny.that "
        "place 1:1 ↑"
    )


def test_stance_says_why_it_was_read_so() -> None:
    root = parse(dumps(tb.read("Tokyo opposes the quota on lumber.\n")))

    told = card(root, "b-stance-1")

    assert told.startswith("−S1 Japan oppose, ")
    assert "evidence opposes the quota on lumber" in told
    assert "rule stance.oppose." in told


def test_mention_says_whom_it_names_and_by_which_rule() -> None:
    root = parse(dumps(tb.read("Ottawa denies that quotas end.\n")))

    (mention,) = elements(root, of_class="actor")

    assert mention.get("title") == "Canada (country, metonym, actor.seat)"


def test_position_leads_to_its_words() -> None:
    root = parse(dumps(tb.read("Tokyo opposes the quota on lumber.\n")))

    (beside,) = elements(root, "aside")
    sides = elements(beside, of_class="side")

    assert [text_of(side) for side in sides] == ["−S1 oppose, state"]
    assert [link.get("href") for side in sides for link in elements(side, "a")] == ["#b-stance-1-words"]


def test_sides_differ_by_their_sign_and_not_by_colour_alone(seed: tb.Brief, seed_page: Element) -> None:
    signs = {"support": "+", "oppose": "−", "mixed": "±", "neutral": "=", "outlook": "~"}
    for reference in elements(seed_page, of_class="ref"):
        side = next((name for name in signs if name in classes(reference)), None)
        if side is not None:
            assert text_of(reference).startswith(f"{signs[side]}S")
    assert {"support", "oppose"} <= {name for each in elements(seed_page, of_class="ref") for name in classes(each)}
    assert seed.stances


def test_commentary_is_a_region_that_says_who_speaks(seed_page: Element) -> None:
    (region,) = elements(seed_page, of_class="authored")

    assert region.get("aria-label") == "Opinion"
    assert text_of(elements(region, "p")[0]) == "The author speaks"


def test_page_has_its_landmarks_and_its_headings_in_order(seed: tb.Brief, seed_page: Element) -> None:
    assert [len(elements(seed_page, name)) for name in ("main", "article", "aside", "nav")] == [1, 1, 1, 1]
    assert seed.article.headline is not None
    (title,) = elements(seed_page, "h1")
    assert " ".join(text_of(title, without="ref").split()) == seed[seed.article.headline]
    levels = [int(each.tag[1]) for each in elements(seed_page) if re.fullmatch(r"h[1-6]", str(each.tag))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_title_is_the_headline_or_what_the_metadata_says() -> None:
    named = tb.parse("Ottawa objects.\n", name="talks.txt")

    assert [text_of(each) for each in elements(parse(dumps(named)), "title")] == ["talks.txt"]


def test_policy_allows_the_one_style_sheet_and_nothing_else() -> None:
    root = parse(dumps(tb.read(TEXT)))

    (style,) = elements(root, "style")
    digest = base64.b64encode(hashlib.sha256(text_of(style).encode()).digest()).decode()
    (policy,) = [meta.get("content") for meta in elements(root, "meta") if meta.get("http-equiv")]
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_page_holds_no_address_but_that_of_the_text() -> None:
    assert re.findall(r"https?:|url\(|@import|src=", dumps(tb.read(TEXT))) == []


def test_landmarks_of_several_briefs_are_told_apart() -> None:
    root = parse(page([tb.parse("Duties loom\n\nOttawa objects.\n", name="a.txt"), tb.read(TEXT), tb.read(SEED)]))

    labels = [each.get("aria-label") for each in elements(root) if each.tag in {"nav", "aside"}]

    assert len(set(labels)) == len(labels) == 5


def test_article_alone_shows_its_layout() -> None:
    root = parse(dumps(tb.parse(SEED)))

    assert elements(root, "mark") == elements(root, "aside") == []
    assert elements(root, "article")


def test_words_after_an_emoji_are_those_marked() -> None:
    brief = tb.read("\U0001f600 Ottawa said that \U0001f469\u200d\U0001f33e quotas end.\n")

    (article,) = elements(parse(dumps(brief)), "article")

    assert [text_of(each, without="ref") for each in elements(article, "mark")] == [
        "\U0001f469\u200d\U0001f33e quotas end"
    ]
    assert [text_of(each) for each in elements(article, of_class="actor")] == ["Ottawa"]


def test_text_that_would_turn_a_line_around_shows_as_an_escape() -> None:
    (article,) = elements(parse(dumps(tb.read("Ottawa \u202edenies\u2069 it.\n"))), "article")

    assert "\\u202edenies\\u2069" in text_of(article)


def test_losses_are_told_where_there_are_any() -> None:
    page_of_places = tb.export(tb.read("He flew to Washington.\n"), "html")
    plain = tb.export(tb.read("Ottawa objects.\n"), "html")

    assert [loss.path for loss in page_of_places.losses] == ["$.places"]
    assert plain.losses == ()


def test_what_leads_out_of_the_page_is_told_as_lost() -> None:
    brief = tb.read("Ottawa objects.\n")
    provenance = evolve(brief.article.provenance, tags=("duties",), links=(tb.Link(Span(0, 6), "x"),))
    known = evolve(
        brief,
        article=evolve(brief.article, provenance=provenance),
        actors=tuple(evolve(actor, same_as=("Q16",)) for actor in brief.actors),
    )

    assert [loss.path for loss in tb.export(known, "html").losses] == [
        "$.article.provenance.tags",
        "$.article.provenance.links[*]",
        "$.actors[*].same_as",
    ]


def test_long_passage_is_whole_in_the_text_and_shortened_beside_it() -> None:
    words = "very " * 400
    root = parse(dumps(tb.read(f"Ottawa said that the {words}long quota would end.\n")))

    (article,) = elements(root, "article")
    quoted = text_of(elements(root, "q")[0])
    assert words in text_of(article, without="ref")
    assert quoted.startswith("the very very")
    assert " … " in quoted
    assert len(quoted) <= 250


def test_format_writes_several_briefs_into_one_file(tmp_path: Path) -> None:
    values = [tb.read("Ottawa objects.\n"), tb.read("Tokyo agrees.\n")]

    tb.dump(values, tmp_path / "view.html", "html")

    assert (tmp_path / "view.html").read_text(encoding="utf-8") == page(values)
    assert FORMAT.is_for_many


def test_notebook_shows_the_same_with_ids_of_its_own() -> None:
    first, second = tb.read("Ottawa objects.\n"), tb.read("Tokyo opposes the quota.\n")

    both = parse_fragment(fragment(first) + fragment(second) + fragment(second.article))

    assert faults(both) == []
    assert elements(both, "main") == elements(both, "h1") == []
