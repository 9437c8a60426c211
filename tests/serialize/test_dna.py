"""A database that Discourse Network Analyzer opens, and what coders made of it."""

import sqlite3
from base64 import b64decode
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import attrs
import krippendorff  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.serialize.sample import TEXT, brief
from tests.strategies import briefs

import tradebrief as tb
from tradebrief.formats import Limits
from tradebrief.serialize.dna import (
    Coding,
    Score,
    agreement,
    corrected,
    export,
    krippendorff_alpha,
    load_coding,
)

KEPT = sorted((Path(__file__).parents[1] / "golden" / "json").iterdir())
UNHELD = [
    ("Ana Ruiz", "bloc:eu", "neutral", "Brussels to drop the quota"),
    ("author", "quick deal", None, "looks likely"),
]
STATEMENTS = """
SELECT d.Title, s.Start, s.Stop, c.Name, p.Value, o.Value, k.Value, b.Value
FROM STATEMENTS s
JOIN STATEMENTTYPES t ON t.ID = s.StatementTypeId AND t.Label = 'DNA Statement'
JOIN DOCUMENTS d ON d.ID = s.DocumentId
JOIN CODERS c ON c.ID = s.Coder
JOIN VARIABLES vp ON vp.StatementTypeId = t.ID AND vp.Variable = 'person'
JOIN VARIABLES vo ON vo.StatementTypeId = t.ID AND vo.Variable = 'organization'
JOIN VARIABLES vk ON vk.StatementTypeId = t.ID AND vk.Variable = 'concept'
JOIN VARIABLES vb ON vb.StatementTypeId = t.ID AND vb.Variable = 'agreement'
JOIN DATASHORTTEXT dp ON dp.StatementId = s.ID AND dp.VariableId = vp.ID JOIN ENTITIES p ON p.ID = dp.Entity
JOIN DATASHORTTEXT do ON do.StatementId = s.ID AND do.VariableId = vo.ID JOIN ENTITIES o ON o.ID = do.Entity
JOIN DATASHORTTEXT dk ON dk.StatementId = s.ID AND dk.VariableId = vk.ID JOIN ENTITIES k ON k.ID = dk.Entity
JOIN DATABOOLEAN b ON b.StatementId = s.ID AND b.VariableId = vb.ID
ORDER BY s.ID
"""
LACKING_ATTRIBUTES = """
SELECT count(*) FROM ENTITIES e JOIN ATTRIBUTEVARIABLES a ON a.VariableId = e.VariableId
LEFT JOIN ATTRIBUTEVALUES v ON v.EntityId = e.ID AND v.AttributeVariableId = a.ID WHERE v.ID IS NULL
"""


def database(values: Sequence[tb.Brief | tb.Article], **options: str) -> bytes:
    content = export(values, **options).content
    assert isinstance(content, bytes)
    return content


def opened(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def rows(data: bytes, query: str) -> list[Any]:
    with closing(opened(data)) as connection:
        return connection.execute(query).fetchall()


def edited(data: bytes, *changes: str) -> bytes:
    """The database after a coder's changes."""
    with closing(opened(data)) as connection:
        for change in changes:
            connection.execute(change)
        connection.commit()
        return connection.serialize()


def place(words: str) -> tuple[int, int]:
    """Start and stop of words in the document, as Java counts."""
    text = TEXT.replace("\r\n", "\n")
    start = len(text[: text.index(words)].encode("utf-16-le")) // 2
    return start, start + len(words.encode("utf-16-le")) // 2


def shown(brief: tb.Brief) -> list[tuple[str, str, str | None, str]]:
    return [
        (
            brief.actor(stance.holder).name,
            stance.target.concept if stance.target else "",
            stance.polarity and stance.polarity.value,
            brief[stance.evidence[0]],
        )
        for stance in brief.stances
    ]


def test_stances_are_statements_with_offsets_in_java_characters() -> None:
    utf16 = TEXT.replace("\r\n", "\n").encode("utf-16-le")
    found = rows(database([brief()]), STATEMENTS)

    said = [(*row[:1], utf16[2 * row[1] : 2 * row[2]].decode("utf-16-le"), *row[3:]) for row in found]
    assert said == [
        ("Duties loom", "rejected the new duty", "tradebrief", "", "Canada", "tariff", 0),
        ("Duties loom", "welcomed the talks in Geneva", "tradebrief", "", "Japan", "talks", 1),
        ("Duties loom", "want Brussels to drop the quota", "tradebrief", "Ana Ruiz", "", "quota", 0),
    ]


def test_text_ends_lines_in_line_feeds_alone() -> None:
    assert rows(database([brief()]), "SELECT Text FROM DOCUMENTS") == [(TEXT.replace("\r\n", "\n"),)]


def test_database_is_sound_and_whole() -> None:
    data = database([tb.load(path) for path in KEPT])

    assert rows(data, "PRAGMA integrity_check") == [("ok",)]
    assert rows(data, "PRAGMA foreign_key_check") == []
    assert rows(data, "SELECT Value FROM SETTINGS WHERE Property = 'version' AND Value LIKE '3.0%'")
    assert rows(data, LACKING_ATTRIBUTES) == [(0,)]
    assert rows(data, "SELECT VariableId FROM ENTITIES WHERE Value = '' ORDER BY VariableId") == [(1,), (2,), (3,)]
    assert rows(data, "SELECT Coder, OtherCoder FROM CODERRELATIONS") == [(1, 2), (2, 1)]
    assert rows(data, "SELECT count(*) FROM DOCUMENTS") == [(len(KEPT),)]


def test_rows_that_the_program_adds_fit_in() -> None:
    changed = edited(
        database([brief()]),
        "INSERT INTO CODERS (Name, Red, Green, Blue, Password) VALUES ('Ana', 1, 2, 3, 'x')",
        "INSERT INTO CODERRELATIONS (Coder, OtherCoder, viewStatements, editStatements, viewDocuments, editDocuments)"
        " VALUES (3, 1, 1, 1, 1, 1)",
        "INSERT INTO DOCUMENTS (Title, Text, Coder, Author, Source, Section, Notes, Type, Date)"
        " VALUES ('New', 'Text', 3, '', '', '', '', '', 0)",
        "INSERT INTO ENTITIES (VariableId, Value, Red, Green, Blue, ChildOf) VALUES (3, 'New concept', 0, 0, 0, NULL)",
        "INSERT INTO REGEXES (Label, Red, Green, Blue) VALUES ('dut(y|ies)', 255, 0, 0)",
        "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (3, 1, 0, 6, 3)",
        "INSERT INTO DATALONGTEXT (StatementId, VariableId, Value) VALUES (4, 11, 'check this')",
        "DELETE FROM CODERS WHERE Name = 'tradebrief'",
    )

    assert rows(changed, "SELECT count(*) FROM STATEMENTS") == [(1,)]
    assert rows(changed, "SELECT count(*) FROM DOCUMENTS") == [(2,)]


@pytest.mark.parametrize("password", ["tradebrief", "gehéim😀"])
def test_password_is_kept_as_the_program_checks_it(password: str) -> None:
    for (kept,) in rows(database([], password=password), "SELECT Password FROM CODERS"):
        raw = b64decode(kept)
        digest = raw[:16] + password.encode()
        for _ in range(100_000):
            digest = sha256(digest).digest()
        assert raw[16:] == digest


@pytest.mark.parametrize(
    ("published", "seconds"),
    [
        (None, 0),
        (date(2026, 3, 4), 1_772_582_400),
        (datetime(2026, 3, 4, 12, 0, 5), 1_772_625_605),  # noqa: DTZ001 - a time without a zone is meant.
        (datetime(2026, 3, 4, 12, 0, 5, 900_000, UTC), 1_772_625_605),
        (date(1, 1, 1), -62_135_596_800),
    ],
)
def test_date_is_in_seconds(published: date | None, seconds: int) -> None:
    article = attrs.evolve(brief().article, published=published)

    assert rows(database([article]), "SELECT Date FROM DOCUMENTS") == [(seconds,)]


def test_what_does_not_fit_is_told() -> None:
    value = brief()
    first, second, third = value.stances[:3]
    whole = attrs.evolve(
        value,
        stances=(
            attrs.evolve(first, polarity=tb.Polarity.NEUTRAL),
            attrs.evolve(second, polarity=None, outlook=tb.Outlook.OPTIMISTIC, target=None),
            attrs.evolve(third, evidence=(third.evidence[0].__class__(0, 6), third.evidence[0])),
        ),
    )

    losses = {loss.path: loss.reason for loss in export([whole]).losses}

    assert losses["$.stances[0].polarity"] == "DNA's agreement is yes or no: a neutral stance does not fit"
    assert losses["$.stances[1].polarity"] == "DNA's agreement is yes or no: an outlook without a side does not fit"
    assert "$.stances[2].evidence" in losses
    assert {"$.claims[*]", "$.stances[*].act", "$.stances[*].rule", "$.article.text"} <= losses.keys()
    assert "$.diagnostics[*]" not in losses


def test_long_names_are_cut_and_told() -> None:
    value = brief()
    canada, *others = value.actors
    long = attrs.evolve(value, actors=(attrs.evolve(canada, name="Canada " * 40), *others))

    export_of = export([long])

    assert "$.actors[0].name" in {loss.path for loss in export_of.losses}
    assert isinstance(export_of.content, bytes)
    (name,) = rows(export_of.content, "SELECT max(length(Value)) FROM ENTITIES")
    assert name == (190,)


def test_namesakes_are_told() -> None:
    first, *_ = brief().actors
    other_id = tb.ActorId("country:ca-2")
    other = attrs.evolve(
        brief(),
        actors=(attrs.evolve(first, id=other_id),),
        claims=(),
        stances=(attrs.evolve(brief().stances[0], holder=other_id),),
    )

    assert any(loss.path == "$[*].actors[*].id" for loss in export([brief(), other]).losses)


def test_same_values_give_the_same_bytes() -> None:
    assert database([brief(), brief().article]) == database([brief(), brief().article])


@settings(max_examples=20)
@given(briefs())
def test_what_nobody_changed_comes_back_as_it_was(value: tb.Brief) -> None:
    coding = load_coding(database([value]))
    size = len(coding.statements)

    assert corrected([value], coding) == (value,)
    assert agreement([value], coding).right == Score(read=size, coded=size, agreed=size)


def test_same_text_twice_is_two_documents() -> None:
    values = [brief(), attrs.evolve(brief(), stances=())]

    assert corrected(values, load_coding(database(values))) == tuple(values)


def change_of_entity(variable: int, statement: int, name: str) -> tuple[str, str]:
    return (
        f"INSERT INTO ENTITIES (VariableId, Value) VALUES ({variable}, '{name}')",
        (
            "UPDATE DATASHORTTEXT SET Entity = (SELECT max(ID) FROM ENTITIES) "
            f"WHERE StatementId = {statement} AND VariableId = {variable}"
        ),
    )


def test_corrections_in_place_come_back() -> None:
    start, stop = TEXT.index("Ottawa"), TEXT.index(" the new")
    changed = edited(
        database([brief()]),
        f"UPDATE STATEMENTS SET Start = {start}, Stop = {stop} WHERE ID = 1",
        "UPDATE DATABOOLEAN SET Value = 0 WHERE StatementId = 2",
        *change_of_entity(3, 2, "Geneva round"),
        "DELETE FROM STATEMENTS WHERE ID = 3",
    )
    old = brief()

    (new,) = corrected([old], load_coding(changed))

    assert shown(new) == [
        ("Canada", "tariff", "oppose", "Ottawa rejected"),
        ("Japan", "Geneva round", "oppose", "welcomed the talks in Geneva"),
        *UNHELD,
    ]
    assert [stance.id for stance in new.stances[:2]] == [stance.id for stance in old.stances[:2]]
    assert {stance.rule for stance in new.stances[:2]} == {"coder.tradebrief"}
    assert tb.loads(tb.dumps(new)) == new


def added(start: int, stop: int, person: str, organization: str, concept: str, agreement: int) -> list[str]:
    """What the program writes when the coder Ana adds a statement."""
    link = "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) SELECT max(s.ID), {0}, (SELECT ID FROM ENTITIES"
    link += " WHERE VariableId = {0} AND Value = '{1}') FROM STATEMENTS s"
    names = ((1, person), (2, organization), (3, concept))
    return [
        "INSERT INTO CODERS (ID, Name, Password) VALUES (3, 'Ana Ruiz', 'x') ON CONFLICT DO NOTHING",
        f"INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (1, 1, {start}, {stop}, 3)",
        *(
            f"INSERT INTO ENTITIES (VariableId, Value) VALUES ({at}, '{name}') ON CONFLICT DO NOTHING"
            for at, name in names
        ),
        *(link.format(at, name) for at, name in names),
        f"INSERT INTO DATABOOLEAN (StatementId, VariableId, Value) SELECT max(ID), 4, {agreement} FROM STATEMENTS",
    ]


def double_coded() -> bytes:
    """The database with statements of another coder: one the same, one of another side, two that are new."""
    return edited(
        database([brief()]),
        *added(*place("rejected the new duty"), "", "Canada", "tariff", 0),
        *added(*place("the talks in Geneva"), "", "japan", "talks", 0),
        *added(*place("Duties loom"), "Ana Ruiz", "", "duties", 1),
        *added(*place("the quota"), "", "", "quota", 1),
    )


def test_second_coder_is_compared_with_what_was_read() -> None:
    found = agreement([brief()], load_coding(double_coded()), coder="Ana Ruiz")

    assert found.found == Score(read=3, coded=4, agreed=3)
    assert found.right == Score(read=3, coded=4, agreed=1)
    assert (found.right.precision, found.right.recall, found.right.f1) == (1 / 3, 1 / 4, 2 / 7)
    assert {rule.rule: (rule.found.agreed, rule.right.agreed) for rule in found.rules} == {
        "stance.reject": (1, 1),
        "stance.welcome": (1, 0),
        "stance.want": (1, 0),
    }
    assert sum(rule.right.recall or 0 for rule in found.rules) == found.right.recall
    assert found.side == krippendorff_alpha([(False, False), (True, False), (False, True)])


def test_brief_with_the_stances_of_a_second_coder() -> None:
    (new,) = corrected([brief()], load_coding(double_coded()), coder="Ana Ruiz")

    assert shown(new) == [
        ("Ana Ruiz", "duties", "support", "Duties loom"),
        ("Canada", "tariff", "oppose", "rejected the new duty"),
        ("Japan", "talks", "oppose", "the talks in Geneva"),
        *UNHELD,
    ]
    assert [
        (note.rule, new[note.span]) for note in new.diagnostics if note.span and note.rule.startswith("coding")
    ] == [("coding.no-holder", "the quota")]
    assert new.stances[1] == brief().stances[0]


def test_holder_who_is_new_becomes_an_actor() -> None:
    changed = edited(database([brief()]), *added(*place("the quota"), "", "Geneva", "quota", 1))

    (new,) = corrected([brief()], load_coding(changed), coder="Ana Ruiz")

    (geneva,) = (actor for actor in new.actors if actor.name == "Geneva")
    assert (geneva.id, geneva.kind) == ("org:geneva", tb.ActorKind.ORGANIZATION)
    assert [new[mention.span] for mention in geneva.mentions] == ["Geneva"]


def test_unknown_coder_and_unknown_text_are_refused() -> None:
    coding = load_coding(database([brief()]))
    empty = tb.Brief(article=tb.Article(text="", provenance=brief().article.provenance), generator=brief().generator)

    with pytest.raises(ValueError, match=r"no coder 'Bea' \(there are: Admin, tradebrief\)"):
        agreement([brief()], coding, coder="Bea")
    with pytest.raises(ValueError, match="the text of brief 0 is no document"):
        corrected([empty], coding)


def test_coding_is_read_from_a_path(tmp_path: Path) -> None:
    file = tmp_path / "study.dna"
    tb.dump(brief(), file, "dna")

    assert load_coding(file) == load_coding(database([brief()]))


def test_journal_of_another_kind_does_not_matter() -> None:
    data = bytearray(database([brief()]))
    data[18:20] = b"\x02\x02"

    assert load_coding(bytes(data)) == load_coding(database([brief()]))


def fault(data: bytes) -> str:
    with pytest.raises(tb.TradebriefError) as raised:
        load_coding(data, name="study.dna")
    return str(raised.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("UPDATE SETTINGS SET Value = '2.0'", "DNA 2.0 is not supported"),
        ("DROP TABLE DATABOOLEAN", "$.DATABOOLEAN: the table is missing"),
        ("UPDATE STATEMENTS SET Stop = 1000 WHERE ID = 2", "$.STATEMENTS[2].Start: offset 1000 is outside a text"),
        (f"UPDATE STATEMENTS SET Start = {place('😀')[0] + 1}, Stop = 99 WHERE ID = 1", "lies within a character"),
    ],
)
def test_database_that_is_none_is_refused(change: str, message: str) -> None:
    assert message in fault(edited(database([brief()]), change))


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\x00", b"{}"])
def test_file_that_is_no_database_is_refused(data: bytes) -> None:
    assert fault(data).startswith("study.dna: $: not a")


@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=40))
def test_damaged_database_gives_a_coding_or_an_error(at: int, noise: bytes) -> None:
    data = bytearray(database([brief()]))
    data[at : at + len(noise)] = noise

    try:
        found = load_coding(bytes(data))
    except tb.TradebriefError:
        return
    assert isinstance(found, Coding)


def test_database_over_the_limit_is_refused() -> None:
    with pytest.raises(tb.LimitError):
        load_coding(database([]), limits=Limits(document=100))


# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A, B and C.
BINARY = ["0100000010", "1110010000"]
NOMINAL = ["aabbdcccedda", "babbbccceddd"]
WITH_GAPS = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."]


@pytest.mark.parametrize(("coders", "alpha"), [(BINARY, 0.095), (NOMINAL, 0.692), (WITH_GAPS, 0.743)])
def test_alpha_is_that_of_the_published_examples(coders: list[str], alpha: float) -> None:
    units = [[None if value == "." else value for value in unit] for unit in zip(*coders, strict=True)]

    assert krippendorff_alpha(units) == pytest.approx(alpha, abs=0.001)


@given(
    st.integers(1, 4).flatmap(
        lambda size: st.lists(
            st.lists(st.none() | st.integers(0, 3), min_size=size, max_size=size), min_size=1, max_size=8
        )
    )
)
def test_alpha_is_that_of_another_implementation(units: list[list[int | None]]) -> None:
    ours = krippendorff_alpha(units)
    if ours is None:
        return
    coders = [[float("nan") if value is None else value for value in coder] for coder in zip(*units, strict=True)]

    theirs = krippendorff.alpha(reliability_data=coders, level_of_measurement="nominal")

    assert ours == pytest.approx(theirs)


@pytest.mark.parametrize("units", [[], [["a", None]], [["a", "a"], ["a", "a"]]])
def test_alpha_of_what_can_not_be_compared_is_open(units: list[list[str | None]]) -> None:
    assert krippendorff_alpha(units) is None
