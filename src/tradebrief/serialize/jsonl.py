"""JSON Lines: one JSON document a line, so that any number of briefs are written and read one at a time.

Each line is what the format ``json`` writes of one brief, or of an article alone, and holds everything.
"""

from __future__ import annotations

from tradebrief.formats import OutputFormat
from tradebrief.serialize import json

__all__ = ["FORMAT"]

FORMAT = OutputFormat(
    name="jsonl",
    suffixes=(".jsonl", ".ndjson"),
    media_types=("application/jsonl", "application/x-ndjson"),
    dumps=json.dumps,
    is_for_many=True,
    loads=json.read,
)
