"""Every cue keeps its word: its examples are read as they say, its rejects are not read by it."""

from __future__ import annotations

import pytest

import tradebrief as tb
from tradebrief.lexicon import Cue, CueExample

CUES = tb.Lexicon.default().cues
EXAMPLES = [(cue, example) for cue in CUES for example in cue.examples]
REJECTS = [(cue, text) for cue in CUES for text in cue.rejects]


def _name(value: object) -> str | None:
    return value.id if isinstance(value, Cue) else value.frame if isinstance(value, CueExample) else None


def _words(brief: tb.Brief, claim: tb.Claim) -> tuple[str | None, list[str]]:
    source = brief[claim.source] if claim.source else None
    return source, [brief[span] for span in claim.content]


@pytest.mark.parametrize(("cue", "example"), EXAMPLES, ids=_name)
def test_cue_reads_its_example(cue: Cue, example: CueExample) -> None:
    brief = tb.read(example.text)

    if example.frame == "bare_adj":  # An outlook without a content is a stance, not a claim.
        assert [stance.rule for stance in brief.stances] == [f"stance.{cue.id}.outlook"]
        return
    found = [_words(brief, claim) for claim in brief.claims if claim.rule == f"claim.{cue.id}.{example.frame}"]
    assert (example.source, list(example.content)) in found


@pytest.mark.parametrize(("cue", "text"), REJECTS, ids=_name)
def test_cue_leaves_its_reject_alone(cue: Cue, text: str) -> None:
    brief = tb.read(text)

    assert [claim.rule for claim in brief.claims if claim.rule.startswith(f"claim.{cue.id}.")] == []


def test_every_cue_has_an_example() -> None:
    assert [cue.id for cue in CUES if not cue.examples] == []


def test_every_frame_of_a_cue_has_an_example() -> None:
    read = {(cue.id, example.frame) for cue, example in EXAMPLES}

    assert [(cue.id, frame) for cue in CUES for frame in cue.frames if (cue.id, frame) not in read] == []


def test_every_cue_has_an_id_of_its_own() -> None:
    lexicon = tb.Lexicon.default()
    files = ("assertion", "belief", "fact", "eventuality", "nouns", "adjectives", "phrases")

    listed = [row["id"] for file in files for row in lexicon.table(f"cues/{file}")["cue"]]

    assert sorted(listed) == sorted(cue.id for cue in CUES)
