"""Texts for the laws: drawn briefs, the seeds, and what becomes of a seed that a stranger has handled."""

from pathlib import Path

from hypothesis import strategies as st
from tests.parsing.plans import layouts, plans, text_of
from tests.strategies import texts

__all__ = ["SEEDS", "any_texts", "briefs", "mutated_bytes", "mutated_seeds"]

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

_SEED_TEXTS = [path.read_bytes().decode("utf-8-sig") for path in SEEDS]
_PARAGRAPHS = [line for text in _SEED_TEXTS for line in text.splitlines(keepends=True)]


def briefs() -> st.SearchStrategy[str]:
    """Well-formed briefs whose words mean little."""
    return st.builds(text_of, plans(), layouts(), st.none() | st.integers(50, 100))


@st.composite
def mutated_seeds(draw: st.DrawFn) -> str:
    """A few lines of the seeds in any order, with pieces cut out and odd ones put in."""
    text = "".join(draw(st.lists(st.sampled_from(_PARAGRAPHS), min_size=1, max_size=6)))
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + draw(texts(max_size=3)) + text[end:]
    return text


def any_texts() -> st.SearchStrategy[str]:
    """Texts of every sort, none with half of a surrogate pair."""
    return st.one_of(mutated_seeds(), briefs(), texts(), st.text(st.characters(exclude_categories=["Cs"])))


@st.composite
def mutated_bytes(draw: st.DrawFn) -> bytes:
    """Bytes of a text in any of the usual encodings, some of them changed."""
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]))
    raw = bytearray(draw(any_texts()).encode(encoding))
    for _ in range(draw(st.integers(0, 4))):
        if raw:
            raw[draw(st.integers(0, len(raw) - 1))] = draw(st.integers(0, 255))
    return bytes(raw)
