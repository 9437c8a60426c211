"""A folder for brat, and what annotators have left of it."""

import re
import warnings
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.serialize.sample import TEXT, at, brief
from tests.strategies import articles, briefs

import tradebrief as tb
from tradebrief.serialize.brat._writing import ann_file

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # It declares its pydantic classes in an old way.
    from bratly.annotation_types import EntityAnnotation
    from bratly.io.file_read_src import read_and_load_ann_file

ID = "5555555555555555"
KEPT = sorted((Path(__file__).parents[1] / "golden" / "json").iterdir())


def folder(*values: tb.Brief | tb.Article) -> dict[str, str]:
    content = tb.export(values, "brat").content
    assert not isinstance(content, str | bytes)
    return {name: data if isinstance(data, str) else data.decode() for name, data in content.items()}


def read(files: dict[str, str]) -> tb.Brief:
    return tb.loads(files, "brat", name="study")


def annotated(*changes: tuple[str, str], adding: str = "") -> tb.Brief:
    """The sample after an annotator has replaced lines (patterns) and added others."""
    files = folder(brief())
    ann = files[f"{ID}.ann"]
    for pattern, replacement in changes:
        ann, count = re.subn(pattern, replacement, ann, flags=re.MULTILINE)
        assert count, pattern
    return read({**files, f"{ID}.ann": ann + adding})


def bound(number: int, type: str, words: str, after: str = "") -> str:  # noqa: A002 - what brat calls it.
    span = at(words, after)
    return f"T{number}\t{type} {span.start} {span.end}\t{words}\n"


def renumbered(ann: str) -> str:
    """The same with other numbers, as brat gives them after a while."""
    return re.sub(r"(?<![\w+-])([TEA#])(\d+)(?=[\s]|$)", lambda found: f"{found[1]}{int(found[2]) + 70}", ann)


def test_annotations_are_what_people_expect() -> None:
    lines = folder(brief())[f"{ID}.ann"].splitlines()

    assert lines[:3] == [
        "T1\tCountry 13 19\tOttawa",
        "A1\tForm T1 metonym",
        "#1\tAnnotatorNotes T1\tcountry:ca mention.test",
    ]
    assert f"T2\tCountry {TEXT.index('Tokyo')} {TEXT.index('Tokyo') + 5}\tTokyo" in lines
    start = lines.index("T9\tClaim 111 115\tsaid")
    assert lines[start : start + 12] == [
        "T9\tClaim 111 115\tsaid",
        "T10\tSource 96 110\tEnvoy Ana Ruiz",
        "T11\tContent 118 153\tWe want Brussels to drop the quota.",
        "E1\tClaim:T9 Holder:T3 Source:T10 Content:T11",
        "A9\tClaimKind E1 assertion",
        "A10\tClaimMode E1 direct",
        "A11\tClaimVoice E1 reported",
        "A12\tClaimAssertion E1 asserted",
        "A13\tClaimCertainty E1 CT+",
        "#9\tAnnotatorNotes E1\tclaim:said claim.say.quote",
        "T12\tClaim 121 125\twant",
        "T13\tSource 118 120\tWe",
    ]


def check_with_bratly(files: dict[str, str], path: Path) -> None:
    """What another reader of the format makes of the files: it refuses bad lines and words that are not those."""
    for name, data in files.items():
        (path / name).write_text(data, encoding="utf-8", newline="")
    for name in files:
        if name.endswith(".ann"):
            collection = read_and_load_ann_file(str(path / name), renumerotize=False, sorting=False)
            text = (path / name).with_suffix(".txt").read_bytes().decode()
            entities = collection.annotations if collection else []
            for entity in entities:
                if isinstance(entity, EntityAnnotation):
                    words = " ".join(text[part.start : part.end] for part in entity.fragments)
                    assert words == entity.content


def test_another_reader_takes_the_files(tmp_path: Path) -> None:
    check_with_bratly(folder(brief(), *(tb.load(path) for path in KEPT)), tmp_path)


@settings(max_examples=20)
@given(briefs() | articles())
def test_values_come_back(value: tb.Brief | tb.Article) -> None:
    assert list(tb.loads_many(tb.export(value, "brat").content, "brat", type=type(value))) == [value]


@pytest.mark.parametrize(
    "value", [brief(), *(tb.load(path) for path in KEPT[::3])], ids=lambda it: it.article.provenance.name
)
def test_what_brat_has_numbered_anew_comes_back(value: tb.Brief) -> None:
    files = folder(value)
    ((name, ann),) = ((name, data) for name, data in files.items() if name.endswith(".ann"))

    assert renumbered(ann) != ann
    assert read({**files, name: renumbered(ann)}) == value


def test_nothing_is_lost() -> None:
    assert tb.export(brief(), "brat").losses == ()


def test_several_come_back_in_the_order_of_their_files() -> None:
    values = [brief(), attrs.evolve(brief(), stances=())]

    assert list(tb.loads_many(folder(*values), "brat")) == [values[1], values[0]] or values


def test_words_on_two_lines_are_two_parts() -> None:
    value = brief()
    wide = attrs.evolve(value, stances=(attrs.evolve(value.stances[0], evidence=(tb.Span(3, 20),)),))

    assert "Stance 3 11;13 20\ties loom Ottawa " in ann_file(wide)


def test_changed_attribute_comes_back() -> None:
    found = annotated((r"Polarity E5 oppose", "Polarity E5 mixed"))

    first, *rest = found.stances
    assert first == attrs.evolve(brief().stances[0], polarity=tb.Polarity.MIXED, rule=tb.RuleId("annotator"))
    assert tuple(rest) == brief().stances[1:]


def test_deleted_annotations_are_gone() -> None:
    found = annotated((r"^E6\t.*\n", ""), (r"^T7\t.*\n", ""))

    assert [stance.id for stance in found.stances] == ["stance:reject", "stance:want", "stance:ask", "stance:likely"]
    assert found.places == ()


def test_moved_words_come_back() -> None:
    found = annotated((r"^T11\tContent 118 153\t.*$", "T11\tContent 118 134\tWe want Brussels"))

    said, wants, *_ = found.claims
    assert [found[part] for part in said.content] == ["We want Brussels"]
    assert (said.id, said.rule, said.mode) == ("claim:said", "annotator", tb.ClaimMode.DIRECT)
    assert wants.within is None


def test_new_events_come_back() -> None:
    found = annotated(
        adding=bound(91, "Organization", "Commentary")
        + bound(92, "Claim", "welcomed")
        + bound(93, "Content", "the talks in Geneva")
        + "E91\tClaim:T92 Holder:T91 Content:T93\nA91\tClaimKind E91 belief\n"
        + bound(94, "Stance", "more will follow")
        + bound(95, "Target", "more")
        + "E92\tStance:T94 Holder:T91 Target:T95\nA92\tPolarity E92 support\n#91\tAnnotatorNotes T95\tgrowth\n"
        + bound(96, "Measure", "drop the quota")
    )

    (claim,) = (one for one in found.claims if one.rule == "annotator")
    assert claim.holder is not None
    assert (found.actor(claim.holder).name, claim.kind.value) == ("Commentary", "belief")
    assert claim.cue is not None
    assert (found[claim.cue], found[claim.content[0]]) == ("welcomed", "the talks in Geneva")
    (stance,) = (one for one in found.stances if one.rule == "annotator")
    assert stance.target == tb.Target(kind=tb.TargetKind.ISSUE, span=at("more"), concept="growth")
    assert (stance.holder, stance.polarity) == (claim.holder, tb.Polarity.SUPPORT)
    assert [found[measure.span] for measure in found.measures] == ["25 percent", "drop the quota"]
    assert tb.loads(tb.dumps(found)) == found


def test_new_mention_is_of_the_actor_with_that_name() -> None:
    found = annotated((r"^#3\t.*\n", ""))

    first, *_ = found.actor(tb.ActorId("person:ana-ruiz")).mentions
    assert (first.span, first.rule) == (at("Ana Ruiz"), "annotator")


@pytest.mark.parametrize(
    ("changes", "adding", "message"),
    [
        ([(r"^T11\t.*\n", "")], "", "study/5555555555555555.ann:27:1: E1: refers to T11, which is not there"),
        ([(r" Content:T11", "")], "", "E1: a claim has a content"),
        ([(r" Holder:T1 ", " ")], "", "E5: a stance has a holder"),
        ([(r"^A\d+\tPolarity E5.*\n", "")], "", "E5: a stance has a polarity or an outlook"),
        ([], "T99\tClaim 1 9999\tx\n", "T99: lies outside the text"),
        ([], "T99\tClaim one\n", "T99: not a line of a stand-off file"),
        ([(r"CT\+", "sure")], "", 'expected one of "CT+"'),
    ],
)
def test_what_can_not_be_read_is_told_with_its_line(changes: list[tuple[str, str]], adding: str, message: str) -> None:
    with pytest.raises(tb.ValidationError) as raised:
        annotated(*changes, adding=adding)

    assert message in str(raised.value)


def test_relations_and_other_notes_are_passed_over() -> None:
    more = "R1\tSame Arg1:T1 Arg2:T2\n*\tEquiv T1 T2\nN1\tReference T1 Wikipedia:5042916\tCanada\n#\tAnything T1\tx\n\n"

    assert annotated(adding=more) == brief()


@pytest.mark.parametrize(
    ("missing", "message"),
    [(".json", "the folder has no .json file"), (".ann", "the file is missing")],
)
def test_missing_file_is_told(missing: str, message: str) -> None:
    files = {name: data for name, data in folder(brief()).items() if not name.endswith(missing)}

    with pytest.raises(tb.ValidationError, match=message):
        read(files)


def test_changed_text_is_refused() -> None:
    with pytest.raises(tb.ValidationError, match=f"the text of {ID}.txt is not that of {ID}.json"):
        read({**folder(brief()), f"{ID}.txt": "Other words."})


def test_file_is_no_folder() -> None:
    with pytest.raises(tb.ValidationError, match="expected a folder"):
        tb.loads("T1\tx 1 2\tx", "brat")


ODD_LINES = [
    "E9\tClaim:T9 Content:E9",
    "E1\tStance:T1 Holder:T2 Target:E1",
    "T2\tClaim 0 5\tDutie",
    "A1\tPolarity E1",
    "E2\tClaim:T99",
    "#1\tAnnotatorNotes T1\t%ff:x y",
    "T4\tMeasure 0 3;2 9\tx",
    "T١\tPerson 1 2\tu",
    "T5\tContent 0 99999999999999999999\t",
]
LINES = st.lists(st.sampled_from([*ann_file(brief()).splitlines(), *ODD_LINES])).map("\n".join)


@given(LINES)
def test_any_lines_give_a_brief_or_an_error(lines: str) -> None:
    try:
        found = read({**folder(brief()), f"{ID}.ann": lines})
    except tb.TradebriefError:
        return
    assert found.article == brief().article


def test_configuration_names_every_type_and_attribute_of_the_annotations() -> None:
    files = folder(*(tb.load(path) for path in KEPT), brief())
    configuration = files["annotation.conf"]
    for name, data in files.items():
        if name.endswith(".ann"):
            named = set(re.findall(r"^[TEA]\d+\t(\w+)", data, flags=re.MULTILINE))
            assert [one for one in named if not re.search(rf"^{one}\b", configuration, re.MULTILINE)] == []
