import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from tradebrief.model.ids import digest, slug, unique


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Akazawa Ryosei", "akazawa-ryosei"),
        ("Élysée", "elysee"),
        ("Japan’s Growers' Union", "japans-growers-union"),
        ("東京", "東京"),
        ("  U.S.  ", "u-s"),
        ("—", "x"),
        ("", "x"),
    ],
)
def test_slug_is_words_in_lower_case_with_hyphens(words: str, found: str) -> None:
    assert slug(words) == found


@given(texts())
def test_slug_of_a_slug_is_itself(words: str) -> None:
    assert slug(slug(words)) == slug(words)


def test_digest_does_not_see_white_space_but_parts() -> None:
    assert digest("the  quota", "ends") == digest(" the\nquota", "ends")
    assert digest("the quota", "ends") != digest("the", "quota ends")


def test_digest_is_the_same_in_every_process() -> None:
    code = "from tradebrief.model.ids import digest; print(digest('Ottawa', 'objects'))"

    env = {**os.environ, "PYTHONHASHSEED": "7"}
    found = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)

    assert found.stdout.strip() == digest("Ottawa", "objects")


@given(st.lists(st.sampled_from(["a", "a-2", "b"])))
def test_unique_gives_no_id_twice(wanted: list[str]) -> None:
    taken: dict[str, int] = {}

    found = [unique(id, taken) for id in wanted]

    assert len(set(found)) == len(found)
    assert set(found) == set(taken)


def test_equal_ids_are_numbered_in_order() -> None:
    taken: dict[str, int] = {}

    assert [unique("a", taken) for _ in range(3)] == ["a", "a-2", "a-3"]
