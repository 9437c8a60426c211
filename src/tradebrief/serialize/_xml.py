"""Strings from strangers, made so that XML can hold them."""

from __future__ import annotations

import re

from tradebrief.serialize.terminal import one_line

__all__ = ["xml_line"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_line(text: str) -> str:
    """A text in one line that XML can hold: what shows nothing stands as an escape."""
    return _NOT_XML.sub("\ufffd", one_line(text))
