"""The house keeps its word: what the repository says of itself is so."""

import re
import shutil
import subprocess
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TYPES = {"added", "changed", "deprecated", "removed", "fixed", "security"}

pages = sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts)


def tracked() -> list[Path]:
    """The files that git holds; without git or its folder (an unpacked archive) there is nothing to look at."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("git does not answer here")
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def test_package_is_marked_as_typed() -> None:
    assert files("tradebrief").joinpath("py.typed").is_file()


def test_ci_runs_the_test_command_of_the_readme() -> None:
    command = "pip install nox && nox"

    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_readme_shows_an_installation_that_reads_a_seed() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    (seed,) = re.findall(r"pip install \. && tradebrief read (seeds/\S+)", readme)

    assert (ROOT / seed).is_file()


@pytest.mark.parametrize("page", pages, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page_is_reachable(page: Path) -> None:
    index = ROOT / "docs" / "index.md"
    above = page.parent / "index.md"

    if above in {index, page}:
        listed = {ROOT / "docs" / f"{name}.md" for name in entries(index)}
        assert page in {index, *listed}
    else:
        assert entries(above) == ["*"]


def entries(page: Path) -> list[str]:
    """What a page's tables of contents list."""
    tables = re.findall(r"^```\{toctree\}\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [line for table in tables for line in table.splitlines() if line and not line.startswith(":")]


def test_changelog_fragments_are_named_for_an_issue_or_a_word() -> None:
    fragment = re.compile(rf"(\d+|\+[a-z0-9-]+)\.({'|'.join(sorted(TYPES))})(\.\d+)?\.md")
    names = [path.name for path in (ROOT / "changelog.d").iterdir()]

    assert [name for name in names if name != "README.md" and not fragment.fullmatch(name)] == []


def test_changelog_has_all_types_that_contributors_are_told() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]

    assert {kind["directory"] for kind in settings["type"]} == TYPES


def test_no_tracked_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    path = re.compile(rb"(?<![\w.:/-])/(?:home|root|work|Users|private|opt|mnt|tmp)/\w")

    found = [file.relative_to(ROOT).as_posix() for file in tracked() if path.search(file.read_bytes())]

    assert found == []
