import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import articles, briefs

from tradebrief.errors import Fault, LimitError, TradebriefError, UnsupportedVersionError, ValidationError
from tradebrief.formats import Limits
from tradebrief.model import (
    SCHEMA_VERSION,
    Actor,
    ActorId,
    ActorKind,
    Amount,
    Article,
    Block,
    BlockKind,
    Brief,
    Generator,
    Measure,
    MeasureId,
    MeasureKind,
    Mention,
    MentionForm,
    Provenance,
    RuleId,
    Section,
    SectionRole,
    Voice,
    VoiceKind,
)
from tradebrief.serialize.json import dumps, loads, loads_any
from tradebrief.text import Span

TEXT = "Ottawa objects."


def brief() -> Brief:
    whole, ottawa = Span(0, 15), Span(0, 6)
    article = Article(
        text=TEXT,
        provenance=Provenance(format="text", media_type="text/plain", sha256="0" * 64),
        blocks=(Block(kind=BlockKind.PARAGRAPH, span=whole, content=whole),),
    )
    mention = Mention(span=ottawa, form=MentionForm.METONYM, rule=RuleId("mention.capital"))
    return Brief(
        article=article,
        actors=(Actor(id=ActorId("country:ca"), name="Canada", kind=ActorKind.COUNTRY, mentions=(mention,)),),
        measures=(
            Measure(
                id=MeasureId("m1"),
                kind=MeasureKind.TARIFF_RATE,
                span=ottawa,
                value=Amount(value=Decimal("2.50"), unit="percent"),
                rule=RuleId("measure.rate"),
            ),
        ),
        voices=(Voice(VoiceKind.REPORTED, whole),),
        generator=Generator(name="tradebrief", version="1", lexicon="0"),
    )


def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dumps(brief()))
    return found


def faults(text: str | bytes) -> list[tuple[str, str, int, int]]:
    """Path, message, line and column of each fault of a text."""
    with pytest.raises(ValidationError) as caught:
        loads(text)
    return [(fault.path, fault.message, fault.line, fault.column) for fault in caught.value.faults]


def refusals(changed: dict[str, Any]) -> list[tuple[str, str]]:
    """Path and message of each fault of a document."""
    return [(path, message) for path, message, _, _ in faults(json.dumps(changed))]


@given(briefs())
def test_round_trip_changes_nothing(value: Brief) -> None:
    text = dumps(value)

    assert loads(text) == value
    assert dumps(loads(text.encode())) == text


@given(articles())
def test_article_alone_comes_back(value: Article) -> None:
    assert loads(dumps(value), type=Article) == value


@given(articles())
def test_indent_changes_only_the_layout_of_the_document(value: Article) -> None:
    indented = dumps(value, indent=1)

    assert loads(indented, type=Article) == value
    assert json.loads(indented) == json.loads(dumps(value))


def test_document_is_one_line_of_known_fields_in_order() -> None:
    text = dumps(brief())

    assert text == (
        '{"schema_version":"1.0","generator":{"name":"tradebrief","version":"1","lexicon":"0"},'
        '"article":{"text":"Ottawa objects.","provenance":{"format":"text","media_type":"text/plain",'
        f'"sha256":"{"0" * 64}","name":null,"entry":null,"encoding":null,"bom":false,"url":null,"id":null,'
        '"title":null,"author":null,'
        '"publisher":null,"tags":[],"links":[]},"headline":null,"key_points":[],"byline":null,'
        '"dateline":null,"published":null,'
        '"language":null,"sections":[],"blocks":[{"kind":"paragraph","span":[0,15],"content":[0,15],'
        '"level":null}],"diagnostics":[]},"actors":[{"id":"country:ca","name":"Canada","kind":"country",'
        '"mentions":[{"span":[0,6],"form":"metonym","rule":"mention.capital"}],"roles":[],"country":null,'
        '"same_as":[]}],"places":[],"claims":[],"stances":[],"measures":[{"id":"m1","kind":"tariff_rate","span":[0,6],'
        '"value":{"value":"2.50","unit":"percent","currency":null},"concept":null,"hs":null,"rule":"measure.rate"}],'
        '"voices":[{"kind":"reported","span":[0,15]}],"diagnostics":[]}\n'
    )


def test_article_document_is_told_from_a_brief() -> None:
    value = brief()

    assert loads_any(dumps(value)) == value
    assert loads_any(dumps(value.article)) == value.article


def test_byte_order_mark_before_the_document_is_no_part_of_it() -> None:
    text = dumps(brief())

    assert loads(b"\xef\xbb\xbf" + text.encode()) == loads("\ufeff" + text) == brief()


def test_fields_with_a_default_may_be_left_out() -> None:
    changed = document()
    del changed["claims"], changed["article"]["headline"], changed["actors"][0]["roles"]

    assert loads(json.dumps(changed)) == brief()


def test_escaped_surrogate_pair_is_a_character() -> None:
    changed = document()
    changed["generator"]["name"] = "😀"

    assert loads(json.dumps(changed)).generator.name == "😀"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("$.generator.name", 7, "expected a string, not 7"),
        ("$.generator.name", None, "expected a string, not null"),
        ("$.article.provenance.bom", 1, "expected true or false, not 1"),
        ("$.article.blocks[0].level", "7", 'expected an integer, not "7"'),
        ("$.article.blocks[0].level", 7.0, "expected an integer, not 7.0"),
        ("$.article.blocks[0].level", True, "expected an integer, not true"),
        ("$.article.blocks[0].span", [0], "expected a span [start, end] of two integers, not [0]"),
        ("$.article.blocks[0].span", [0, True], "expected a span [start, end] of two integers, not [0, true]"),
        ("$.article.blocks[0].span", "ab", 'expected a span [start, end] of two integers, not "ab"'),
        ("$.article.blocks[0].span", [3, 1], "not a span: start 3, end 1"),
        ("$.article.published", "20260801", 'expected a date or time in ISO 8601, not "20260801"'),
        ("$.article.language", [], "expected a string, not a list"),
        ("$.article.key_points", {}, "expected a list, not an object"),
        ("$.actors[0]", [], "expected an object, not a list"),
        ("$.actors[0].mentions", [], "actor country:ca is never mentioned"),
        ("$.measures[0].value.value", 2.5, "expected a decimal number in a string, not 2.5"),
        ("$.measures[0].value.value", "NaN", 'expected a decimal number in a string, not "NaN"'),
        ("$.measures[0].value", 3, "expected an object or null, not 3"),
        ("$.measures[0].value", {"date": "soon"}, "not an ISO 8601 date: 'soon'"),
        ("$.measures[0].value.unit", None, "an amount has a unit or a currency, and not both"),
        ("$.voices[0].kind", "Reported", 'expected one of "reported", "attributed", "author", not "Reported"'),
        ("$.schema_version", "one", 'not a version such as "1.0"'),
        ("$.schema_version", 1, "expected a string, not 1"),
    ],
)
def test_value_of_a_wrong_type_is_refused(path: str, value: object, message: str) -> None:
    changed: Any = document()
    steps = path.removeprefix("$.").replace("[", ".").replace("]", "").split(".")
    holder = changed
    for step in steps[:-1]:
        holder = holder[int(step) if step.isdigit() else step]
    last = steps[-1]
    holder[int(last) if last.isdigit() else last] = value

    (found, *_) = [told for where, told in refusals(changed) if path.startswith(where)]

    assert found == message


def test_decimal_out_of_range_is_a_fault() -> None:
    changed = document()
    changed["measures"][0]["value"]["value"] = "1e99999999999999999999"

    assert refusals(changed) == [
        ("$.measures[0].value.value", 'the decimal number "1e99999999999999999999" is out of range')
    ]


def test_all_faults_are_told_at_once_with_their_places() -> None:
    text = dumps(brief(), indent=1).replace('"metonym"', '"nickname"').replace('"percent"', "12")
    text = text.replace('"lexicon": "0"', '"lexicon": "0",\n  "mood": "fine"').replace('"name": "Canada",\n', "")

    assert faults(text) == [
        ("$.generator.mood", "unknown field", 7, 11),
        ("$.actors[0]", 'the field "name" is missing', 51, 3),
        (
            "$.actors[0].mentions[0].form",
            'expected one of "name", "role", "pronoun", "metonym", "demonym", not "nickname"',
            60,
            14,
        ),
        ("$.measures[0].value.unit", "expected a string, not 12", 82, 13),
    ]


def test_spans_and_ids_that_lead_nowhere_are_told_with_their_paths() -> None:
    changed = document()
    changed["article"]["headline"] = [4, 99]
    changed["actors"].append(changed["actors"][0])
    changed["voices"][0]["span"] = [0, 14]
    changed["stances"] = [{"id": "s1", "holder": "country:us", "target": {"actor": "country:fr", "measure": "m2"}}]
    changed["claims"] = [{"id": "c1", "holder": "country:uk", "within": "c9"}]

    told = [(path, message) for path, message in refusals(changed) if "is missing" not in message]

    assert told == [
        ("$.article.headline", "the span [4, 99] is outside a text of 15 code points"),
        ("$.actors[1].id", 'the id "country:ca" stands twice'),
        ("$.claims[0].holder", 'there is no "country:uk" among the actors'),
        ("$.claims[0].within", 'there is no "c9" among the claims'),
        ("$.stances[0].holder", 'there is no "country:us" among the actors'),
        ("$.stances[0].target.actor", 'there is no "country:fr" among the actors'),
        ("$.stances[0].target.measure", 'there is no "m2" among the measures'),
        ("$.voices", "end at 14 of 15: the voices tile the text"),
    ]


def claim(id: str, content: list[list[int]], within: str | None) -> dict[str, Any]:
    kinds = {"kind": "assertion", "mode": "indirect", "voice": "reported", "assertion": "asserted", "certainty": "CT+"}
    named = {"id": id, "holder": "country:ca", "source": None, "cue": None, "rule": "claim.say.that"}
    return {**named, **kinds, "content": content, "within": within}


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        (
            [claim("c1", [[7, 14]], "c9")],
            [("$.claims[0].within", 'there is no "c9" among the claims')],
        ),
        (
            [claim("c1", [[7, 14]], "c1")],
            [("$.claims[0].within", "claim c1 can't be within itself")],
        ),
        (
            [claim("c1", [[0, 6]], None), claim("c2", [[7, 14]], "c1")],
            [("$.claims[1].within", 'the content of "c1" does not hold that of "c2"')],
        ),
        (
            [claim("c1", [[0, 6], [7, 14]], None), claim("c2", [[4, 9]], "c1")],
            [("$.claims[1].within", 'the content of "c1" does not hold that of "c2"')],
        ),
        (
            [claim("c1", [[7, 14]], "c2"), claim("c2", [[7, 14]], "c1"), claim("c3", [[7, 14]], "c1")],
            [
                ("$.claims[0].within", 'the claim "c1" is nested in itself by way of "c2"'),
                ("$.claims[1].within", 'the claim "c2" is nested in itself by way of "c1"'),
            ],
        ),
    ],
)
def test_claim_within_the_wrong_one_is_told_where_it_says_so(
    claims: list[dict[str, Any]], told: list[tuple[str, str]]
) -> None:
    text = json.dumps(document() | {"claims": claims}, indent=1)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if '"within"' in line]

    found = faults(text)

    assert [(path, message) for path, message, _, _ in found] == told
    assert [(line, column) for _, _, line, column in found] == [
        (lines[int(path[len("$.claims[")])], len('   "within": ') + 1) for path, _ in told
    ]


def test_claims_within_each_other_are_read() -> None:
    claims = [claim("c1", [[0, 6], [7, 14]], None), claim("c2", [[7, 14]], "c1"), claim("c3", [[7, 9]], "c2")]

    assert [found.within for found in loads(json.dumps(document() | {"claims": claims})).claims] == [None, "c1", "c2"]


def test_gap_between_blocks_is_told_where_it_is() -> None:
    changed = document()
    block = changed["article"]["blocks"][0]
    changed["article"]["blocks"] = [block | {"span": [0, 6], "content": [0, 6]}, block | {"span": [7, 15]}]
    changed["article"]["blocks"][1]["content"] = [7, 15]

    assert refusals(changed) == [("$.article.blocks[1].span", "starts at 7, where 6 is due: the blocks tile the text")]


@pytest.mark.parametrize(
    ("text", "path", "message", "line", "column"),
    [
        ("", "$", "expected a value", 1, 1),
        ("{", "$", "expected a field name in double quotation marks", 1, 2),
        ('{"a" 1}', "$.a", "expected a colon", 1, 6),
        ('{"a": [1 2]}', "$.a", 'expected a comma or "]"', 1, 10),
        ('{"a": 1,\n}', "$", "expected a field name in double quotation marks", 2, 1),
        ('{"a": tru}', "$.a", "expected a value", 1, 7),
        ('{"a": "b\nc"}', "$.a", "a control character in a string has to be escaped", 1, 9),
        ('{"a": "\\x"}', "$.a", "not an escape that JSON knows", 1, 8),
        ('{"a": "b', "$.a", "the string has no closing quotation mark", 1, 7),
        ("{} {}", "$", "more text after the end of the document", 1, 4),
        ("\ud800", "$", "expected a value", 1, 1),
    ],
)
def test_syntax_fault_has_its_place(text: str, path: str, message: str, line: int, column: int) -> None:
    assert faults(text) == [(path, message, line, column)]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("NaN", "JSON has no NaN"),
        ("-Infinity", "JSON has no -Infinity"),
        ("1e400", "the number 1e400 is out of range"),
        ("1" * 5000, "a number of 5000 digits"),
        ('"\\ud800"', "half of a surrogate pair"),
        ('"\udfff"', "half of a surrogate pair"),
        ('1, \n "zz\'": 2', "the field stands twice"),
    ],
)
def test_what_python_takes_for_json_is_a_fault(value: str, message: str) -> None:
    text = f'{{"zz\'": {value}}}'

    found = [fault for fault in faults(text) if fault[0] == '$["zz\'"]']

    assert [fault[1] for fault in found] in ([message, "unknown field"], ["unknown field", message])


def test_bytes_that_are_not_utf_8_are_a_fault_with_its_place() -> None:
    assert faults('{\n"a": "é"}'.encode("latin-1")) == [
        ("$", "not UTF-8: invalid continuation byte at byte offset 8", 2, 7)
    ]


@pytest.mark.parametrize("value", ["[]", "3", "null", '"text"'])
def test_document_is_an_object(value: str) -> None:
    ((path, message, _, _),) = faults(value)

    assert path == "$"
    assert message.startswith("expected an object, not ")


@pytest.mark.parametrize("version", ["2.0", "0.9", "17.3"])
def test_other_major_version_is_refused_by_name_before_anything_else(version: str) -> None:
    for other in ({"schema_version": version}, {"schema_version": version, "article": 7, "new": []}):
        with pytest.raises(UnsupportedVersionError) as caught:
            loads(json.dumps(other))
        assert (caught.value.version, caught.value.supported) == (version, (SCHEMA_VERSION,))


def test_newer_minor_version_is_read_where_every_field_is_known() -> None:
    newer = json.dumps(document() | {"schema_version": "1.7"})

    assert loads(newer) == brief()
    assert dumps(loads(newer)) == dumps(brief())


def test_unknown_field_of_a_newer_minor_version_is_told_as_such() -> None:
    assert refusals(document() | {"schema_version": "1.7", "moods": []}) == [
        (
            "$.moods",
            "unknown field (the document is of schema 1.7, newer than 1.0, which this release reads)",
        )
    ]


def test_version_has_to_be_stated() -> None:
    changed = document()
    del changed["schema_version"]

    assert refusals(changed) == [("$", 'the field "schema_version" is missing')]


@pytest.mark.parametrize("opener", ["[", '{"a":', '{"article":{"sections":[{"sections":['])
def test_deep_nesting_is_a_limit_and_no_recursion(opener: str) -> None:
    with pytest.raises(LimitError) as caught:
        loads(opener * 100_000)

    assert (caught.value.limit, caught.value.allowed) == ("depth", 64)


def nested(depth: int) -> Article:
    section = Section(heading=None, level=1, role=SectionRole.BODY, span=Span(0, 1), paragraphs=(Span(0, 1),))
    for _ in range(depth - 1):
        section = Section(heading=None, level=1, role=SectionRole.BODY, span=Span(0, 1), sections=(section,))
    block = Block(kind=BlockKind.PARAGRAPH, span=Span(0, 1), content=Span(0, 1))
    provenance = Provenance(format="text", media_type="text/plain", sha256="")
    return Article(text="a", provenance=provenance, sections=(section,), blocks=(block,))


def test_sections_come_back_as_deep_as_the_limit_and_no_deeper() -> None:
    assert loads(dumps(nested(64)), type=Article) == nested(64)
    with pytest.raises(LimitError):
        loads(dumps(nested(65)), type=Article)


@pytest.mark.parametrize(
    ("limits", "limit"),
    [(Limits(document=100), "document"), (Limits(text=14), "text"), (Limits(nodes=0), "nodes")],
)
def test_document_beyond_a_limit_is_refused(limits: Limits, limit: str) -> None:
    with pytest.raises(LimitError) as caught:
        loads(dumps(brief()), limits=limits, name="ottawa.json")

    assert (caught.value.limit, caught.value.name) == (limit, "ottawa.json")


def test_message_names_file_line_and_column() -> None:
    with pytest.raises(ValidationError) as caught:
        loads('{"schema_version": "1.0",\n "article": null}', type=Article, name="ottawa.json")

    assert caught.value.faults == (Fault("$.article", "expected an object, not null", 2, 13),)
    assert str(caught.value) == "ottawa.json:2:13: $.article: expected an object, not null"


@given(st.text() | st.binary() | st.text(alphabet='{}[]",:\\u1eE.-0atrfn \n'))
def test_any_text_or_bytes_give_a_brief_or_an_error_of_ours(data: str | bytes) -> None:
    with pytest.raises(TradebriefError):
        loads(data)


@given(briefs(), st.data())
def test_damaged_document_gives_a_brief_or_an_error_of_ours(value: Brief, data: st.DataObject) -> None:
    text = dumps(value)
    at = data.draw(st.integers(0, len(text) - 1))
    damaged = text[:at] + data.draw(st.sampled_from(["", "0", '"', "[", "}", "é", "\ud800"])) + text[at + 1 :]

    try:
        loads(damaged)
    except TradebriefError:
        return
