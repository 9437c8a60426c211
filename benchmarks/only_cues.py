"""Keep the claims of a file whose cue holds one of some words, to score a class of cues by itself.

    python benchmarks/only_cues.py TEXTS.jsonl CLAIMS.jsonl OUTPUT.jsonl [WORD...]

TEXTS holds the gold with its texts, CLAIMS either the gold or predictions. Without words they are the forms of "say".
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SAY = ("say", "says", "said", "saying")
WORD = re.compile(r"\w+")


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> int:
    """Filter one file."""
    parser = argparse.ArgumentParser(description="Keep claims by the words of their cue.")
    parser.add_argument("texts", type=Path)
    parser.add_argument("claims", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("words", nargs="*", default=SAY)
    options = parser.parse_args()
    texts = {record["id"]: record["text"] for record in records(options.texts)}
    wanted = set(options.words)
    with options.output.open("w", encoding="utf-8") as out:
        for record in records(options.claims):
            text = texts[record["id"]]
            kept = [
                claim
                for claim in record["claims"]
                if any(not wanted.isdisjoint(WORD.findall(text[start:end].lower())) for start, end in claim["cue"])
            ]
            out.write(json.dumps(record | {"claims": kept}, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
