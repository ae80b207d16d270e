"""Habits that a linter does not know."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("tests/**/*.py"), *ROOT.glob("benchmarks/*.py")])


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_file_grows_past_300_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize(
    "file", sorted(ROOT.glob("src/**/*.py")), ids=lambda file: str(file.relative_to(ROOT))
)
def test_no_style_stands_in_python(file: Path) -> None:
    assert not re.search(r"^\s*(?:DEFAULT_)?CSS\s*=", file.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "file", sorted(ROOT.glob("src/**/*.py")), ids=lambda file: str(file.relative_to(ROOT))
)
def test_every_module_says_what_it_is_for(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith('"""')
