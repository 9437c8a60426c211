from hashlib import sha256

import attrs

import tradebrief as tb
from tradebrief.serialize.article_ids import article_ids

QUOTAS, DUTIES = tb.parse("Quotas loom\n"), tb.parse("Duties fall\n")


def test_id_is_told_by_the_input_and_doubled_inputs_are_numbered() -> None:
    quotas, duties = (sha256(text).hexdigest()[:16] for text in (b"Quotas loom\n", b"Duties fall\n"))

    assert article_ids([QUOTAS, tb.read("Duties fall\n"), QUOTAS]) == (quotas, duties, f"{quotas}-2")


def test_id_is_plain_whatever_the_provenance_says() -> None:
    odd = attrs.evolve(QUOTAS, provenance=attrs.evolve(QUOTAS.provenance, sha256="../etc/passwd"))

    (id,) = article_ids([odd])

    assert len(id) == 16
    assert int(id, 16)
