"""The acts that stances ask about, each by a name of its own: a look-up on the class takes as long as a small function.

As in ``kinds``; each claim that may show a stance is asked for a dozen of them.
"""

from __future__ import annotations

from typing import Final

from tradebrief.model import Act

__all__ = [
    "ACCUSE", "AGREE", "CONCEDE", "CRITICIZE", "DEMAND", "IMPLEMENT",
    "OFFER", "PRAISE", "REJECT", "REQUEST", "STATE", "THREATEN",
]  # fmt: skip

ACCUSE: Final = Act.ACCUSE
AGREE: Final = Act.AGREE
CONCEDE: Final = Act.CONCEDE
CRITICIZE: Final = Act.CRITICIZE
DEMAND: Final = Act.DEMAND
IMPLEMENT: Final = Act.IMPLEMENT
OFFER: Final = Act.OFFER
PRAISE: Final = Act.PRAISE
REJECT: Final = Act.REJECT
REQUEST: Final = Act.REQUEST
STATE: Final = Act.STATE
THREATEN: Final = Act.THREATEN
