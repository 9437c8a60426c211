"""Who and what places are mentioned, without the rest of a brief."""

from __future__ import annotations

from pathlib import Path

import pytest

import tradebrief as tb

SEEDS = sorted(Path(__file__).parent.parent.parent.joinpath("seeds").glob("*.txt"))
TEXT = "Oslo rejects the quota.\n\nMinister Ana Lund flew to Bergen. She said Peru would pay.\n"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_mentioned_are_those_of_the_brief(path: Path) -> None:
    found, brief = tb.find_mentioned(tb.parse(path)), tb.read(path)
    assert found.actors
    assert (found.article, found.actors, found.places) == (brief.article, brief.actors, brief.places)
    assert set(found.diagnostics) <= set(brief.diagnostics)


def test_an_actor_is_found_by_its_id_and_its_words_by_its_mentions() -> None:
    found = tb.find_mentioned(tb.parse(TEXT))
    (lund,) = (actor for actor in found.actors if actor.kind is tb.ActorKind.PERSON)
    assert found.actor(lund.id) is lund
    assert [found[mention.span] for mention in lund.mentions] == ["Ana Lund", "She"]
    assert [place.name for place in found.places] == ["Bergen"]
    with pytest.raises(KeyError):
        found.actor(tb.ActorId("person:nobody"))


def test_a_lexicon_of_ones_own_is_used(tmp_path: Path) -> None:
    extra = tmp_path / "own.toml"
    extra.write_text(
        'as_of = "2026-11-01"\n[[body]]\nid = "org:selvik-forum"\nname = "Selvik Forum"\ncountry = "NO"\n',
        encoding="utf-8",
    )
    article = tb.parse("The Selvik Forum met in Oslo.\n")
    found = tb.find_mentioned(article, lexicon=tb.Lexicon.load(extra=[extra]))
    assert "org:selvik-forum" in {actor.id for actor in found.actors}
