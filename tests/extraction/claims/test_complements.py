from pathlib import Path

import tradebrief as tb
from tradebrief.extraction.claims.complements import FRAMES, possible_frames, read_frame
from tradebrief.extraction.tagging.analysis import analyse

SEEDS = Path(__file__).parents[3] / "seeds"


def test_frame_that_is_read_is_a_possible_one() -> None:
    lexicon = tb.Lexicon.default()
    cue = next(cue for cue in lexicon.cues if {"pp", "that"} <= set(cue.frames) and cue.prepositions)
    seen: set[str] = set()

    for path in sorted(SEEDS.glob("*.txt")):
        analysis = analyse(tb.parse(path.read_text(encoding="utf-8-sig")), lexicon)
        for at in range(1, len(analysis.tokens)):
            _, ceiling = analysis.reach(at)
            read = {frame for frame in FRAMES if read_frame(analysis, cue, frame, at, ceiling) is not None}
            assert read == {frame for frame in read if possible_frames(analysis, (frame,), at, ceiling)}
            seen |= read

    assert seen >= set(FRAMES) - {"bare_adj", "passive_to", "subject_to", "impression", "pattern", "np_number"}


def test_impossible_frames_are_left_out() -> None:
    article = tb.parse("Norway said that mills had closed.\n")
    analysis = analyse(article, tb.Lexicon.default())
    said = analysis.tokens.lowers.index("said")

    assert possible_frames(analysis, ("np", "that", "wh", "ing"), said + 1, len(analysis.tokens) - 1) == ("that",)
