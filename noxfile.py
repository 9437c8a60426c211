"""What has to hold before a change lands: ``nox`` runs all of it, ``nox -s lint`` one part.

Sessions run in the order of ``nox.options.sessions``; the tests come last, on every Python that is
found among those supported.
"""

import os
import sys
from pathlib import Path

import nox

PROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
CHECKED = ("src", "tests", "benchmarks", "docs/_ext", "docs/conf.py", "conftest.py", "noxfile.py")

nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["lint", "typing", "docs", "build", "tests"]


def show_pyenv_pythons() -> None:
    """Let pyenv's commands answer for every supported Python it holds, not for the selected one alone."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions")
    found = [
        max(patches, key=lambda path: int(path.name.rpartition(".")[2])).name
        for python in PYTHONS
        if (patches := [path for path in versions.glob(f"{python}.*") if path.name.rpartition(".")[2].isdigit()])
    ]
    if found:
        selected = os.environ.get("PYENV_VERSION", "").split(":")
        os.environ["PYENV_VERSION"] = ":".join(dict.fromkeys(filter(None, [*selected, *found])))


show_pyenv_pythons()


def group(*names: str) -> tuple[str, ...]:
    """Give the requirements of dependency groups, for installers that know no groups."""
    return nox.project.dependency_groups(PROJECT, *names)


@nox.session
def lint(session: nox.Session) -> None:
    """Style, formatting, the direction of imports, and the changelog's fragments."""
    session.install(*group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check", "--diff")
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": "src"})
    session.run("towncrier", "build", "--draft", "--version", "next")


@nox.session
def typing(session: nox.Session) -> None:
    """Both type checkers, strict on the package."""
    session.install("-e.", *group("typing"))
    session.run("mypy", *(path for path in CHECKED if Path(path).exists()))
    session.run("pyright")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation, where a warning is an error and every reference leads somewhere."""
    session.install("-e.", *group("docs"))
    session.run("sphinx-build", "-W", "-n", "--keep-going", "-q", "-E", "docs", "docs/_build/html")


@nox.session
def build(session: nox.Session) -> None:
    """The source archive and the wheel built from it, tried out where nothing else of the project is."""
    session.install(*group("build"))
    dist = Path(session.create_tmp(), "dist").resolve()
    for old in dist.glob("*"):
        old.unlink()
    session.run("python", "-m", "build", "--outdir", str(dist), silent=True)
    (wheel,) = dist.glob("*.whl")

    session.install("--force-reinstall", str(wheel))
    session.chdir(dist)  # Away from the checkout, so that only the wheel can answer.
    session.run("tradebrief", "--version")
    session.run("python", "-I", "-c", IN_THE_WHEEL)


IN_THE_WHEEL = """
from importlib.resources import files
import tradebrief

package = files(tradebrief)
for name in ("py.typed", "_version.py", "lexicon/data", "serialize/schema/brief-1.json"):
    assert package.joinpath(name).is_file() or any(package.joinpath(name).iterdir()), name
assert tradebrief.loads(tradebrief.dumps(tradebrief.read("Tokyo objects.\\n")))
print("the wheel holds what it should")
"""


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Tests, laws, and the examples in README and documentation.

    The Python that runs nox is always there, so that one measures the coverage, tries the most examples and takes the
    times. The others show that the code runs on them.
    """
    session.install("-e.", *group("test"))
    if session.posargs:
        session.run("python", "-m", "pytest", *session.posargs, env={"HYPOTHESIS_PROFILE": "ci"})
        return
    timed = "tests/laws/test_linear.py"  # Times say nothing while others run, or while every line is counted.
    spread = ("-m", "pytest", "-n", "auto", "--dist", "loadfile", f"--ignore={timed}")
    if session.python != f"{sys.version_info.major}.{sys.version_info.minor}":
        session.run("python", *spread, env={"HYPOTHESIS_PROFILE": "quick"})
        return
    env = {"HYPOTHESIS_PROFILE": "ci", "COVERAGE_FILE": str(Path(session.create_tmp(), "coverage").resolve())}
    session.run("python", "-m", "coverage", "run", *spread, env=env)
    session.run("python", "-m", "coverage", "combine", "--quiet", env=env)
    session.run("python", "-m", "coverage", "report", env=env)
    session.run("python", "-m", "pytest", timed, env=env)
