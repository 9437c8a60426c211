"""CAS files, as a reader of UIMA's files reads them."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import attrs
import cassis  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given, settings
from lxml import etree
from tests.serialize.sample import TEXT, brief
from tests.strategies import articles, briefs

import tradebrief as tb
from tradebrief.serialize.uima import PREFIX
from tradebrief.text import OffsetConverter, OffsetUnit

ID = "5555555555555555"
KEPT = sorted((Path(__file__).parents[1] / "golden" / "json").iterdir())
XMI = "{http://www.omg.org/XMI}"


def folder(*values: tb.Brief | tb.Article) -> dict[str, str]:
    content = tb.export(values, "uima").content
    assert not isinstance(content, str | bytes)
    return {name: data if isinstance(data, str) else data.decode() for name, data in content.items()}


def read(files: dict[str, str]) -> list[Any]:
    types = cassis.load_typesystem(BytesIO(files["TypeSystem.xml"].encode()))
    names = sorted(name for name in files if name.endswith(".xmi"))
    return [cassis.load_cas_from_xmi(BytesIO(files[name].encode()), typesystem=types) for name in names]


def slots(found: Any) -> list[tuple[str, str]]:
    return [(link.role, link.target.get_covered_text()) for link in found.parts.elements]


def test_layers_hold_what_was_read() -> None:
    (cas,) = read(folder(brief()))

    assert cas.sofa_string == TEXT
    assert cas.document_language == "en"
    assert cas.get_document_annotation().get_covered_text() == TEXT
    actors = cas.select(f"{PREFIX}Actor")
    assert [(one.get_covered_text(), one.identifier, one.kind, one.form) for one in actors] == [
        ("Ottawa", "country:ca", "country", "metonym"),
        ("Tokyo", "country:jp", "country", "metonym"),
        ("Ana Ruiz", "person:ana-ruiz", "person", "name"),
        ("We", "person:ana-ruiz", "person", "pronoun"),
        ("Brussels", "bloc:eu", "bloc", "metonym"),
        ("me", "author", "author", "pronoun"),
    ]
    (measure,) = cas.select(f"{PREFIX}Measure")
    assert (measure.get_covered_text(), measure.value, measure.kind) == ("25 percent", "25 percent", "tariff_rate")


def test_slots_lead_to_the_parts_of_claims_and_stances() -> None:
    (cas,) = read(folder(brief()))
    claims = {claim.identifier: claim for claim in cas.select(f"{PREFIX}Claim")}
    stances = {stance.identifier: stance for stance in cas.select(f"{PREFIX}Stance")}

    wants = claims["claim:wants"]
    assert (wants.kind, wants.voice, wants.certainty) == ("eventuality", "attributed", "Uu")
    assert slots(wants) == [
        ("holder", "We"),
        ("relayedBy", "We"),
        ("source", "We"),
        ("cue", "want"),
        ("content", "Brussels"),
        ("content", "drop the quota"),
        ("within", "We want Brussels to drop the quota."),
    ]
    assert claims["claim:rumour"].holderReason == "passive"
    assert slots(stances["stance:reject"]) == [("holder", "Ottawa"), ("target", "new duty"), ("measure", "25 percent")]
    assert slots(stances["stance:ask"])[-1] == ("actor", "Brussels")
    assert (stances["stance:ask"].polarity, stances["stance:likely"].outlook) == ("neutral", "optimistic")


def test_offsets_count_utf16_units() -> None:
    root = etree.fromstring(folder(brief())[f"{ID}.xmi"].encode())
    converter = OffsetConverter(TEXT, OffsetUnit.UTF16)
    start = TEXT.index("Tokyo")

    (tokyo,) = (one for one in root if one.get("identifier") == "country:jp")

    assert int(tokyo.get("begin") or 0) == converter.from_code_points(start) == start + 1
    assert int(tokyo.get("end") or 0) == converter.from_code_points(start + 5)


@settings(max_examples=20)
@given(briefs() | articles())
def test_everything_is_read_back_by_another_reader(value: tb.Brief | tb.Article) -> None:
    (cas,) = read(folder(value))

    article = value.article if isinstance(value, tb.Brief) else value
    assert len(cas.sofa_string or "") == len(article.text)
    if not isinstance(value, tb.Brief):
        return
    for layer, expected in (
        ("Actor", sum(len(actor.mentions) for actor in value.actors)),
        ("Place", sum(len(place.mentions) for place in value.places)),
        ("Claim", len(value.claims)),
        ("Stance", len(value.stances)),
        ("Measure", len(value.measures)),
    ):
        assert len(cas.select(f"{PREFIX}{layer}")) == expected
    words = {claim.id: article[tb.Span(claim.content[0].start, claim.content[-1].end)] for claim in value.claims}
    if "\ufffd" not in cas.sofa_string:
        assert {one.identifier: one.get_covered_text() for one in cas.select(f"{PREFIX}Claim")} == words


def test_several_articles_are_files_of_one_folder() -> None:
    files = folder(*(tb.load(path) for path in KEPT))

    assert len(read(files)) == len(KEPT)
    assert len(files) == len(KEPT) + 1


def test_characters_that_xml_lacks_are_replaced_and_told() -> None:
    article = attrs.evolve(tb.parse("Duty\x00 up\x0b now\ufffe.", format="text"))

    export = tb.export(article, "uima")

    assert "$.article.text" in {loss.path for loss in export.losses}
    (cas,) = read(folder(article))
    assert cas.sofa_string == "Duty\ufffd up\ufffd now\ufffd."


def test_losses_are_told() -> None:
    assert {loss.path for loss in tb.export(brief(), "uima").losses} == {
        "$.article.sections[*]",
        "$.article.provenance",
        "$.actors[*].roles",
        "$.voices",
    }


def test_ids_in_the_file_are_the_same_every_time() -> None:
    assert folder(brief()) == folder(brief())
    assert re.findall(r'xmi:id="(\d+)"', folder(brief())[f"{ID}.xmi"])[:4] == ["0", "2", "3", "4"]


WITHOUT = """
import sys
sys.modules["cassis"] = None
import tradebrief as tb
try:
    tb.export(tb.read("Ottawa objects."), "uima")
except tb.MissingExtraError as error:
    print(error)
"""


def test_missing_package_is_told_by_its_extra() -> None:
    printed = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True).stdout

    assert printed == 'the format uima needs an extra: pip install "tradebrief[uima]"\n'


@pytest.mark.parametrize("path", KEPT[:2], ids=lambda path: path.stem)
def test_identifiers_in_the_file_are_unique(path: Path) -> None:
    for name, data in folder(tb.load(path)).items():
        if name.endswith(".xmi"):
            ids = [one.get(f"{XMI}id") for one in etree.fromstring(data.encode())]
            found = [id for id in ids if id is not None]
            assert len(found) == len(set(found))
