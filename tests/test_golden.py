"""What every format makes of every seed, kept as files that a person can compare.

The briefs are kept too, as ``tests/golden/json``, so that a new cue verb changes no other file here; a format is
tested with what is kept. ``pytest tests/test_golden.py --record`` writes anew what the formats make of the kept
briefs, ``--record=seeds`` reads the seeds again first. Look at the difference before you commit it.

A format whose bytes depend on the release of a library has a view in ``VIEWS`` that tells what is in them, or stands
in ``UNKEPT`` with the reason why nothing of it is kept.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import networkx as nx
import pyarrow as pa
import pytest
from lxml import etree
from pyarrow import parquet as pq
from tests.laws.texts import MARKED_UP, SEEDS

import tradebrief as tb
from tradebrief.formats import Content, OutputFormat
from tradebrief.serialize import FORMATS
from tradebrief.serialize.files import read_folder

GOLDEN = Path(__file__).parent / "golden"
ALL_SEEDS = [*SEEDS, *MARKED_UP]
CAS_LINKS = {"sofa", "parts"}
GENERATOR = tb.Generator(name="tradebrief", version="1.0", lexicon="0" * 16)


def sqlite_rows(content: Content) -> str:
    """The rows of a database, as SQL: how they lie in the file is up to the release of SQLite."""
    assert isinstance(content, bytes)
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        return "".join(f"{line}\n" for line in database.iterdump() if line.startswith("INSERT"))


def arrow_schemas(content: Content) -> str:
    """The columns and the number of rows of each table; what is in them is that of CSV."""
    assert isinstance(content, Mapping)
    told: list[str] = []
    for name, data in content.items():
        assert isinstance(data, bytes)
        table = pq.read_table(BytesIO(data)) if name.endswith(".parquet") else pa.ipc.open_file(data).read_all()
        told += [f"{name}: {table.num_rows} rows", *(f"    {field.name}: {field.type}" for field in table.schema)]
    return "\n".join(told) + "\n"


def graph_parts(content: Content) -> str:
    """The nodes and edges that networkx reads: how it writes them is up to its release."""
    assert isinstance(content, str)
    read = nx.read_gexf if "<gexf" in content else nx.read_graphml
    graph = read(BytesIO(content.encode()))
    parts = [*graph.nodes(data=True), *graph.edges(data=True)]
    return "".join(f"{json.dumps(part, ensure_ascii=False, sort_keys=True)}\n" for part in parts)


def annotations_by_line(content: Content) -> str:
    """Annotations, one a line, without the briefs beside them, which are kept already."""
    assert isinstance(content, str)
    collection = json.loads(content)
    return "".join(f"{json.dumps(item, ensure_ascii=False)}\n" for item in collection["first"]["items"])


def stand_off(content: Content) -> str:
    """The annotations of a folder for brat, without the text and the brief beside them, which are kept already."""
    assert isinstance(content, Mapping)
    (data,) = (data for name, data in content.items() if name.endswith(".ann"))
    assert isinstance(data, str)
    return data


def words_of_picture(content: Content) -> str:
    """The words of an SVG, in the order in which they are drawn: how is up to the release of matplotlib."""
    assert isinstance(content, str)
    texts = ET.fromstring(content).iter("{http://www.w3.org/2000/svg}text")
    return "".join(f"{' '.join(''.join(text.itertext()).split())}\n" for text in texts)


def cas_annotations(content: Content) -> str:
    """The annotations of a CAS, one a line: how they are numbered is up to the release of cassis."""
    assert isinstance(content, Mapping)
    (data,) = (data for name, data in content.items() if name.endswith(".xmi"))
    root = etree.fromstring(data.encode() if isinstance(data, str) else data)
    lines = []
    for one in root:
        fields = {str(name): value for name, value in one.items() if str(name)[0] != "{" and name not in CAS_LINKS}
        if "sofa" in one.keys() and "begin" in fields:  # noqa: SIM118 - lxml's elements contain their children.
            lines.append(f"{etree.QName(one).localname} {json.dumps(fields, ensure_ascii=False)}\n")
    return "".join(lines)


VIEWS: Mapping[str, Callable[[Content], str]] = {
    "arrow": arrow_schemas,
    "dna": sqlite_rows,
    "parquet": arrow_schemas,
    "annotations": annotations_by_line,
    "brat": stand_off,
    "uima": cas_annotations,
    "graphml": graph_parts,
    "gexf": graph_parts,
    "actors-graphml": graph_parts,
    "actors-gexf": graph_parts,
    "positions-svg": words_of_picture,
    "actors-svg": words_of_picture,
    "timeline-svg": words_of_picture,
}
UNKEPT: Mapping[str, str] = {
    **{f"{kind}-png": "a picture, whose words the SVG holds" for kind in ("positions", "actors", "timeline")},
}


def kept_brief(seed: Path) -> tb.Brief:
    return tb.load(GOLDEN / "json" / f"{seed.stem}.json")


def view(format: OutputFormat, brief: tb.Brief) -> dict[str, bytes]:
    """What a format makes of a brief: its files, or one without a name."""
    content = tb.export(brief, format.name).content
    if format.name in VIEWS:
        content = VIEWS[format.name](content)
    files = content if isinstance(content, Mapping) else {"": content}
    return {name: data.encode() if isinstance(data, str) else data for name, data in files.items()}


def place(format: OutputFormat, seed: Path) -> Path:
    suffix = ".txt" if format.name in VIEWS or not format.suffixes else format.suffixes[0]
    return GOLDEN / format.name / f"{seed.stem}{suffix}"


def kept(path: Path) -> dict[str, bytes]:
    """What is kept at a place, which is a file or a folder."""
    folder = path.with_suffix("")
    return dict(read_folder(folder, tb.Limits())) if folder.is_dir() else {"": path.read_bytes()}


def record(path: Path, files: Mapping[str, bytes]) -> None:
    folder = path.with_suffix("")
    shutil.rmtree(folder, ignore_errors=True)
    path.unlink(missing_ok=True)
    for name, data in files.items():
        file = folder / name if name else path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


@pytest.fixture(scope="module", autouse=True)
def seeds_read_anew(request: pytest.FixtureRequest) -> None:
    """The kept briefs, written before anything is made of them where that is asked for."""
    if request.config.getoption("--record") == "seeds":
        for seed in ALL_SEEDS:
            brief = attrs.evolve(tb.read(seed), generator=GENERATOR)
            tb.dump(brief, GOLDEN / "json" / f"{seed.stem}.json")


@pytest.mark.parametrize("format", [format for format in FORMATS if format.name not in UNKEPT], ids=lambda it: it.name)
def test_seeds_are_written_as_they_were(format: OutputFormat, request: pytest.FixtureRequest) -> None:
    found = {place(format, seed): view(format, kept_brief(seed)) for seed in ALL_SEEDS}
    if request.config.getoption("--record"):
        for path, files in found.items():
            record(path, files)

    assert found == {path: kept(path) for path in found}


@pytest.mark.parametrize("seed", ALL_SEEDS, ids=lambda path: path.stem)
def test_kept_brief_is_of_the_seed(seed: Path) -> None:
    assert kept_brief(seed).article.text == tb.parse(seed).text


def test_nothing_is_kept_of_what_there_is_not() -> None:
    expected = {format.name for format in FORMATS} - UNKEPT.keys()
    stems = {seed.stem for seed in ALL_SEEDS}

    assert {path.name for path in GOLDEN.iterdir()} == expected
    assert {path.stem for folder in GOLDEN.iterdir() for path in folder.iterdir()} == stems
