"""Forms of cues and stance words by their first word, so that those that stand at a token cost two look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

__all__ = ["Forms"]


class _Form(Protocol):
    @property
    def tail(self) -> tuple[str, ...]: ...


F = TypeVar("F", bound=_Form)


class Forms(dict[str, tuple[F, ...]]):
    """The forms of a table by their first word, those with more words first, then in their order.

    Args:
        found: The forms by their first word.
    """

    __slots__ = ("_parted",)

    def __init__(self, found: Mapping[str, Iterable[F]]) -> None:
        super().__init__(
            {first: tuple(sorted(forms, key=lambda form: -len(form.tail))) for first, forms in found.items()}
        )
        self._parted = {first: _part(forms) for first, forms in self.items()}

    def standing(self, tokens: list[str], places: Iterable[int]) -> list[int]:
        """Those of some places at which a form may stand, by the first two words; all begin some form."""
        parted, last, found = self._parted, len(tokens) - 1, list[int]()
        for at in places:
            alone, by_second = parted[tokens[at]]
            if alone or (by_second is not None and at < last and tokens[at + 1] in by_second):
                found.append(at)
        return found

    def at(self, tokens: list[str], at: int) -> Sequence[F]:
        """The forms whose words all stand at a token."""
        parted = self._parted.get(tokens[at])
        if parted is None:
            return ()
        alone, by_second = parted
        if by_second is None or at + 1 >= len(tokens):
            return alone
        forms = by_second.get(tokens[at + 1])
        if forms is None:
            return alone
        return _ending(forms, tokens, at + 1)


def _ending(forms: tuple[F, ...], tokens: list[str], at: int) -> Sequence[F]:
    """Those of some forms whose further words stand at a token."""
    return [form for form in forms if tuple(tokens[at : at + len(form.tail)]) == form.tail]


def _part(forms: tuple[F, ...]) -> tuple[tuple[F, ...], dict[str, tuple[F, ...]] | None]:
    """The forms of one word, and by their second word those of more, each time with those of one."""
    seconds = {form.tail[0] for form in forms if form.tail}
    by_second = {second: tuple(form for form in forms if not form.tail or form.tail[0] == second) for second in seconds}
    return tuple(form for form in forms if not form.tail), by_second or None
