"""Texts for the laws: drawn briefs, the seeds, and what becomes of a seed that a stranger has handled."""

from pathlib import Path

from hypothesis import strategies as st
from tests.parsing.plans import layouts, plans, text_of
from tests.strategies import texts

__all__ = ["MARKED_UP", "SEEDS", "any_markup", "any_texts", "briefs", "mutated_bytes", "mutated_seeds"]

_FOLDER = Path(__file__).parents[2] / "seeds"
SEEDS = sorted(_FOLDER.glob("*.txt"))
MARKED_UP = sorted([*_FOLDER.glob("[a-z]*.md"), *_FOLDER.glob("*.html")])

_SEED_TEXTS = [path.read_bytes().decode("utf-8-sig") for path in SEEDS]
_PARAGRAPHS = [line for text in _SEED_TEXTS for line in text.splitlines(keepends=True)]
_MARKUP_LINES = [line for path in MARKED_UP for line in path.read_bytes().decode().splitlines(keepends=True)]
_MARKS = [
    *("<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<h1>", "</h1>", "<h2>", "<br>", "<li>", "<ul>"),
    *(
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<blockquote>",
        "<footer>",
        "<q>",
        "</q>",
        "<a href='b'>",
        "</a>",
        "<del>",
    ),
    *(
        "<!--",
        "-->",
        "<![CDATA[",
        "<?xml ?>",
        "<script>",
        "</script>",
        "<style>",
        "<svg>",
        "<time datetime='2026-01-02'>",
    ),
    *("<meta charset='utf-16'>", "<meta property='og:title' content='T'>", "<html lang='en'>", "<body>", "<a x='", "<"),
    *(
        "&#x110000;",
        "&#xd800;",
        "&#0;",
        "&nbsp;",
        "&amp",
        "<script type='application/ld+json'>",
        '{"@type": "NewsArticle",',
    ),
    *("# ", "> ", "- ", "|", "**", "[^1]", "[^1]: ", "[a](b)", "---\n", "```", "    ", "\n", "\n\n", "~~", "`", "^["),
]


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
def any_markup(draw: st.DrawFn) -> str:
    """Pieces of Markdown and HTML in any order, well-formed or not, with texts of every sort among them."""
    lines = st.sampled_from(_MARKUP_LINES)
    return "".join(draw(st.lists(st.one_of(st.sampled_from(_MARKS), lines, texts(max_size=5)), max_size=20)))


@st.composite
def mutated_bytes(draw: st.DrawFn) -> bytes:
    """Bytes of a text in any of the usual encodings, some of them changed."""
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]))
    raw = bytearray(draw(any_texts()).encode(encoding))
    for _ in range(draw(st.integers(0, 4))):
        if raw:
            raw[draw(st.integers(0, len(raw) - 1))] = draw(st.integers(0, 255))
    return bytes(raw)
