"""CAS files, as a reader of UIMA's files reads them."""

import re
import sys
from collections.abc import Callable
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
    assert len(files) == 2 * len(KEPT) + 1


def test_characters_that_xml_lacks_are_replaced_and_come_back() -> None:
    span = tb.Span(0, 12)
    blocks = (tb.Block(kind=tb.BlockKind.PARAGRAPH, span=span, content=span),)
    article = tb.Article(text="D\x00 up\x0b now\ufffe.", provenance=brief().article.provenance, blocks=blocks)
    value = tb.Brief(article=article, voices=(tb.Voice(tb.VoiceKind.REPORTED, span),), generator=brief().generator)

    (cas,) = read(folder(value))

    assert cas.sofa_string == "D\ufffd up\ufffd now\ufffd."
    assert tb.loads(folder(value), "uima") == value


def test_nothing_is_lost() -> None:
    assert tb.export(brief(), "uima").losses == ()


@settings(max_examples=15)
@given(briefs() | articles())
def test_values_come_back(value: tb.Brief | tb.Article) -> None:
    assert list(tb.loads_many(tb.export(value, "uima").content, "uima", type=type(value))) == [value]


def changed(change: Callable[[Any, Any], None], value: tb.Brief | None = None) -> tb.Brief:
    """A brief after somebody has changed its CAS, which is written anew, numbers and all."""
    files = folder(value or brief())
    (name,) = (name for name in files if name.endswith(".xmi"))
    (cas,) = read(files)
    change(cas, cas.typesystem)
    return tb.loads(
        {**files, name: cas.to_xmi(pretty_print=True), "TypeSystem.xml": cas.typesystem.to_xml()}, "uima", name="study"
    )


def found(cas: Any, layer: str, identifier: str) -> Any:
    (one,) = (one for one in cas.select(f"{PREFIX}{layer}") if one.identifier == identifier)
    return one


@pytest.mark.parametrize("value", [brief(), *(tb.load(path) for path in KEPT[::3])], ids=["sample", "1", "2", "3"])
def test_file_that_was_written_anew_comes_back_unchanged(value: tb.Brief) -> None:
    assert changed(lambda _cas, _types: None, value) == value


def test_changed_features_and_places_come_back() -> None:
    def change(cas: Any, _: Any) -> None:
        found(cas, "Stance", "stance:reject").polarity = "mixed"
        found(cas, "Stance", "stance:welcome").concept = "Geneva round"
        rumour = found(cas, "Claim", "claim:rumour")
        rumour.begin = rumour.begin + 5

    new, old = changed(change), brief()

    reject, welcome, *rest = new.stances
    annotator = tb.RuleId("annotator")
    assert reject == attrs.evolve(old.stances[0], polarity=tb.Polarity.MIXED, rule=annotator)
    assert welcome.target is not None
    assert (welcome.id, welcome.target.concept, welcome.rule) == ("stance:welcome", "Geneva round", annotator)
    assert tuple(rest) == old.stances[2:]
    assert [new[new.claims[2].content[0]], new.claims[2].rule] == ["will follow", annotator]
    assert new.actors == old.actors


def test_deleted_annotations_are_gone() -> None:
    def change(cas: Any, _: Any) -> None:
        for layer, identifier in (("Claim", "claim:wants"), ("Measure", "measure:rate"), ("Place", "place:geneva")):
            cas.remove(found(cas, layer, identifier))

    new = changed(change)

    assert [claim.id for claim in new.claims] == ["claim:said", "claim:rumour", "claim:opinion"]
    assert (new.measures, new.places) == ((), ())
    assert new.stances[2].claim is None


def test_new_annotations_come_back() -> None:
    def change(cas: Any, types: Any) -> None:
        def add(layer: str, words: str, **features: Any) -> Any:
            start = TEXT.index(words)
            one = types.get_type(f"{PREFIX}{layer}")(begin=start, end=start + len(words), **features)
            cas.add(one)
            return one

        def slots(layer: str, **targets: Any) -> Any:
            link = types.get_type(f"{PREFIX}{layer}PartsLink")
            return types.get_type("uima.cas.FSArray")(
                elements=[link(role=role, target=target) for role, target in targets.items()]
            )

        actor = add("Actor", "Commentary", kind="organization")
        add(
            "Claim",
            "the talks in Geneva",
            kind="belief",
            parts=slots("Claim", holder=actor, cue=add("Words", "welcomed")),
        )
        target = add("Words", "more")
        add(
            "Stance",
            "more will follow",
            polarity="support",
            concept="growth",
            parts=slots("Stance", holder=actor, target=target),
        )

    new = changed(change)

    (claim,) = (one for one in new.claims if one.rule == "annotator")
    assert claim.holder is not None
    assert claim.cue is not None
    assert (new.actor(claim.holder).name, claim.kind.value, new[claim.cue]) == ("Commentary", "belief", "welcomed")
    (stance,) = (one for one in new.stances if one.rule == "annotator")
    assert stance.target is not None
    assert (stance.holder, stance.target.concept, new[stance.target.span]) == (claim.holder, "growth", "more")
    assert tb.loads(tb.dumps(new)) == new


XMI_FILE = f"{ID}.xmi"


@pytest.mark.parametrize(
    ("file", "pattern", "replacement", "message"),
    [
        (f"{ID}.json", None, "", "the folder has no .json file"),
        (XMI_FILE, None, "", "the file is missing"),
        (XMI_FILE, "(?s).*", "<a>", f"study/{ID}.xmi: $: can't be read"),
        (XMI_FILE, "loom", "boom", "the text is not that of"),
        (XMI_FILE, ' parts="[^"]*"', "", "a stance has a holder"),
        ("TypeSystem.xml", "(?s).*", "?", "study/TypeSystem.xml: $: can't be read"),
    ],
)
def test_folder_that_can_not_be_read_is_refused(file: str, pattern: str | None, replacement: str, message: str) -> None:
    files = folder(brief())
    if pattern is None:
        del files[file]
    else:
        files[file] = re.sub(pattern, replacement, files[file])
        files[XMI_FILE] += " "  # What is as it was written is not read.

    with pytest.raises(tb.ValidationError) as raised:
        tb.loads(files, "uima", name="study")

    assert message in str(raised.value)


def test_ids_in_the_file_are_the_same_every_time() -> None:
    assert folder(brief()) == folder(brief())
    assert re.findall(r'xmi:id="(\d+)"', folder(brief())[f"{ID}.xmi"])[:4] == ["0", "2", "3", "4"]


def test_missing_package_is_told_by_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cassis", None)

    with pytest.raises(tb.MissingExtraError, match=r'the format uima needs an extra: pip install "tradebrief\[uima\]"'):
        tb.export(brief(), "uima")


@pytest.mark.parametrize("path", KEPT[:2], ids=lambda path: path.stem)
def test_identifiers_in_the_file_are_unique(path: Path) -> None:
    for name, data in folder(tb.load(path)).items():
        if name.endswith(".xmi"):
            ids = [one.get(f"{XMI}id") for one in etree.fromstring(data.encode())]
            found = [id for id in ids if id is not None]
            assert len(found) == len(set(found))
