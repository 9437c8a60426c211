"""How well the main text of web pages is found, beside libraries that do only that.

    python benchmarks/pages.py [FOLDER] [--show NAME]

Each page ``NAME.html`` has its expected text in ``NAME.txt``, one line a block. A library is left out where it
is not installed: ``pip install trafilatura readability-lxml newspaper4k resiliparse``. Words are compared
as bags: what the page's text has and was not found costs recall, what was found and is not of the text costs
precision. ``exact`` counts pages whose words all come, in order, and no others; ``agrees`` is F1 against the
text that tradebrief finds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import tradebrief as tb

PAGES = Path(__file__).parent.parent / "tests" / "cases" / "html"
Extract = Callable[[bytes], str]


class Score(NamedTuple):
    """How well one page was read, and the seconds that it took."""

    precision: float
    recall: float
    f1: float
    agreement: float
    exact: bool
    seconds: float


def by_tradebrief(page: bytes) -> str:
    """The text of the article."""
    return tb.parse(page, format="html").text


def by_trafilatura(page: bytes) -> str:
    """Title and text, with tables and without comments."""
    module: Any = import_module("trafilatura")
    return module.extract(page, include_comments=False, include_tables=True, favor_recall=True) or ""


def by_readability(page: bytes) -> str:
    """Title and the text of the summary."""
    module: Any = import_module("readability")
    html: Any = import_module("lxml.html")
    text = page.decode("utf-8", "replace")
    document = module.Document(text)
    return " ".join([document.short_title(), *html.fromstring(document.summary()).itertext()])


def by_newspaper(page: bytes) -> str:
    """Title and text."""
    module: Any = import_module("newspaper")
    article = module.Article("https://example.org/")
    article.download(input_html=page.decode("utf-8", "replace"))  # Nothing is fetched.
    article.parse()
    return f"{article.title}\n{article.text}"


def by_resiliparse(page: bytes) -> str:
    """The main content as plain text."""
    module: Any = import_module("resiliparse.extract.html2text")
    return str(module.extract_plain_text(page.decode("utf-8", "replace"), main_content=True, alt_texts=False))


EXTRACTORS: dict[str, tuple[str, Extract]] = {
    "tradebrief": ("lxml", by_tradebrief),
    "trafilatura": ("trafilatura", by_trafilatura),
    "readability": ("readability", by_readability),
    "newspaper4k": ("newspaper", by_newspaper),
    "resiliparse": ("resiliparse", by_resiliparse),
}


def compare(found: list[str], wanted: list[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a bag of words."""
    shared = (Counter(found) & Counter(wanted)).total()
    precision = shared / len(found) if found else 0.0
    recall = shared / len(wanted) if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if shared else 0.0


def score(extract: Extract, page: bytes, expected: str) -> Score:
    """Compare what is found on a page with what should be."""
    started = perf_counter()
    try:
        text = extract(page)
    except Exception as error:  # noqa: BLE001 - a page that a library can't read counts as read without result.
        print(f"  {type(error).__name__}: {error}"[:120], file=sys.stderr)
        text = ""
    seconds = perf_counter() - started
    found, wanted = text.split(), expected.split()
    agreement = compare(found, by_tradebrief(page).split())[2]
    return Score(*compare(found, wanted), agreement, found == wanted, seconds)


def available() -> Iterator[tuple[str, Extract]]:
    """The extractors whose library is installed."""
    for name, (module, extract) in EXTRACTORS.items():
        try:
            import_module(module)
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
        else:
            yield name, extract


def main() -> int:
    """Print a line for each extractor."""
    parser = argparse.ArgumentParser(description="Compare finders of the main text.")
    parser.add_argument("folder", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--show", metavar="EXTRACTOR", help="print the pages on which it is not exact")
    options = parser.parse_args()
    pages = sorted(options.folder.glob("*.html"))
    print(f"{len(pages)} pages")
    print(f"{'':14} precision  recall      F1  agrees    exact  ms a page")
    for name, extract in available():
        extract(pages[0].read_bytes())  # What is loaded on first use is not measured.
        scores = [score(extract, page.read_bytes(), page.with_suffix(".txt").read_text("utf-8")) for page in pages]
        precision, recall, f1, agreement = (statistics.mean(column) for column in list(zip(*scores, strict=True))[:4])
        exact = sum(one.exact for one in scores)
        time = statistics.median(one.seconds for one in scores) * 1000
        print(
            f"{name:14} {precision:9.3f} {recall:7.3f} {f1:7.3f} {agreement:7.3f} {exact:4} of {len(pages)} {time:6.2f}"
        )
        if name == options.show:
            for page, one in zip(pages, scores, strict=True):
                if not one.exact:
                    print(f"  {page.stem:30} {one.precision:6.3f} {one.recall:6.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
