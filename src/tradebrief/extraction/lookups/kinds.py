"""The kinds of actors and the forms of mentions, each by a name of its own.

Python 3.11 takes a fifth of a microsecond to look a member up on its class, and a text is asked a thousand times.
"""

from __future__ import annotations

from typing import Final

from tradebrief.model import ActorKind, MentionForm

__all__ = [
    "ANONYMOUS", "AUTHOR", "BLOC", "COUNTRY", "DEMONYM", "GOVERNMENT", "GROUP", "METONYM", "NAME", "ORGANIZATION",
    "PERSON", "PRONOUN", "ROLE", "SUBNATIONAL",
]  # fmt: skip

PERSON: Final = ActorKind.PERSON
COUNTRY: Final = ActorKind.COUNTRY
GOVERNMENT: Final = ActorKind.GOVERNMENT
ORGANIZATION: Final = ActorKind.ORGANIZATION
BLOC: Final = ActorKind.BLOC
GROUP: Final = ActorKind.GROUP
SUBNATIONAL: Final = ActorKind.SUBNATIONAL
ANONYMOUS: Final = ActorKind.ANONYMOUS
AUTHOR: Final = ActorKind.AUTHOR
NAME: Final = MentionForm.NAME
ROLE: Final = MentionForm.ROLE
PRONOUN: Final = MentionForm.PRONOUN
METONYM: Final = MentionForm.METONYM
DEMONYM: Final = MentionForm.DEMONYM
