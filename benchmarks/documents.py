"""How fast and how well libraries read Word and PDF files, beside tradebrief, which rests on two of them.

    pip install ".[docx,pdf]" reportlab matplotlib mammoth pdfminer.six pypdfium2
    python benchmarks/documents.py [FOLDER]

The seeds are written as Word documents, and set as PDF files in one column, in two, with each word placed alone,
and with broken words; a library that is not installed is left out. ``in order`` is the share of words that come
in the order of the text (the ratio of ``difflib``), running heads and broken words counted as faults. A FOLDER
may hold PDF files of other makes, each ``NAME.pdf`` with its text in ``NAME.txt``, one line a block.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from importlib import import_module
from io import BytesIO
from pathlib import Path
from time import process_time
from typing import Any

import tradebrief as tb

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from tests.laws.documents import docx_of, told_of  # noqa: E402 - found by the path that is set above.
from tests.laws.test_formats_agree import blocks  # noqa: E402 - likewise.
from tests.parsing.pdfs import Setting, pdf_of  # noqa: E402 - likewise.

Extract = Callable[[bytes], str]
SETTINGS = {
    "one column": Setting(),
    "two columns": Setting(columns=2, lines=40),
    "words alone": Setting(columns=2, by_word=True, lines=40),
    "broken words": Setting(columns=2, hyphens=True, indents=True, lines=40),
}


def by_tradebrief(data: bytes) -> str:
    """The text of the article."""
    return tb.parse(data).text


def by_mammoth(data: bytes) -> str:
    """The text of the HTML that is made of a Word document."""
    module: Any = import_module("mammoth")
    html: Any = import_module("lxml.html")
    return " ".join(html.fromstring(f"<div>{module.convert_to_html(BytesIO(data)).value}</div>").itertext())


def by_python_docx(data: bytes) -> str:
    """The text of the paragraphs."""
    module: Any = import_module("docx")
    return "\n".join(paragraph.text for paragraph in module.Document(BytesIO(data)).paragraphs)


def by_pypdf(data: bytes) -> str:
    """The text of the pages."""
    module: Any = import_module("pypdf")
    return "\n".join(page.extract_text() for page in module.PdfReader(BytesIO(data)).pages)


def by_pdfminer(data: bytes) -> str:
    """Likewise."""
    module: Any = import_module("pdfminer.high_level")
    return str(module.extract_text(BytesIO(data)))


def by_pypdfium2(data: bytes) -> str:
    """Likewise."""
    module: Any = import_module("pypdfium2")
    return "\n".join(page.get_textpage().get_text_range() for page in module.PdfDocument(data))


WORD: dict[str, tuple[str, Extract]] = {
    "tradebrief": ("docx", by_tradebrief),
    "python-docx": ("docx", by_python_docx),
    "mammoth": ("mammoth", by_mammoth),
}
PDF: dict[str, tuple[str, Extract]] = {
    "tradebrief": ("pypdf", by_tradebrief),
    "pypdf": ("pypdf", by_pypdf),
    "pdfminer.six": ("pdfminer", by_pdfminer),
    "pypdfium2": ("pypdfium2", by_pypdfium2),
}


def available(contenders: dict[str, tuple[str, Extract]]) -> Iterator[tuple[str, Extract]]:
    """The contenders whose library is installed."""
    for name, (module, extract) in contenders.items():
        try:
            import_module(module)
        except ImportError:
            print(f"{name} is not installed", file=sys.stderr)
        else:
            yield name, extract


def compare(title: str, files: list[tuple[bytes, str]], contenders: dict[str, tuple[str, Extract]]) -> None:
    """Print a line for each contender: time a page, and the share of words that come in order."""
    for name, extract in available(contenders):
        extract(files[0][0])  # What is loaded on first use is not measured.
        times, shares = [], []
        for data, text in files:
            pages = max(1, data.count(b"/Type /Page\n") or data.count(b"/Type/Page/") or 1)
            started = process_time()
            found = extract(data)
            times.append((process_time() - started) / pages)
            shares.append(SequenceMatcher(None, found.split(), text.split(), autojunk=False).ratio())
        print(f"{title:14} {name:14} {statistics.median(times) * 1000:7.1f} {statistics.mean(shares):9.3f}")


def main() -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description="Compare readers of Word and PDF files.")
    parser.add_argument("folder", nargs="?", type=Path, help="PDF files with their texts beside them")
    options = parser.parse_args()
    seeds = [blocks(tb.parse(path)) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    texts = ["\n".join(words for _, _, words in seed) for seed in seeds]
    print(f"{'':29} ms a page  in order")
    compare("Word", [(docx_of(seed), text) for seed, text in zip(seeds, texts, strict=True)], WORD)
    for title, setting in SETTINGS.items():
        files = [(pdf_of(told_of(seed), setting), text) for seed, text in zip(seeds, texts, strict=True)]
        compare(title, files, PDF)
    if options.folder:
        paths = sorted(options.folder.glob("*.pdf"))
        compare(
            options.folder.name,
            [(path.read_bytes(), path.with_suffix(".txt").read_text("utf-8")) for path in paths],
            PDF,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
