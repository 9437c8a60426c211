"""The kinds of blocks, each by a name of its own.

Python 3.11 takes a tenth of a microsecond to look a member up on its class, and a text is asked a thousand times.
"""

from __future__ import annotations

from typing import Final

from tradebrief.model import BlockKind

__all__ = [
    "BLANK", "BOILERPLATE", "BYLINE", "CAPTION", "DATELINE", "HEADING", "HEADLINE", "KEY_POINT", "LABEL", "LIST_ITEM",
    "PARAGRAPH", "QUOTATION",
]  # fmt: skip

HEADLINE: Final = BlockKind.HEADLINE
KEY_POINT: Final = BlockKind.KEY_POINT
LABEL: Final = BlockKind.LABEL
BYLINE: Final = BlockKind.BYLINE
DATELINE: Final = BlockKind.DATELINE
HEADING: Final = BlockKind.HEADING
PARAGRAPH: Final = BlockKind.PARAGRAPH
LIST_ITEM: Final = BlockKind.LIST_ITEM
QUOTATION: Final = BlockKind.QUOTATION
CAPTION: Final = BlockKind.CAPTION
BOILERPLATE: Final = BlockKind.BOILERPLATE
BLANK: Final = BlockKind.BLANK
