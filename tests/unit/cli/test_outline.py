import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.errors import DocumentError

TEXT = "# Cells \x1b[31mred\x9b1m\n\ntext\n\n## 一、Where [bold] they come from\n\nmore text\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.md"
    file.write_bytes(TEXT.encode())
    return file


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["outline", *arguments])


def test_json_is_nested_with_lines(page: Path) -> None:
    result = run(str(page), "--format", "json")
    assert result.exit_code == 0
    tree = json.loads(result.stdout)
    assert set(tree) == {"title", "children"}
    (top,) = tree["children"]
    assert top["line"] == 1
    assert [(child["title"], child["line"], child["children"]) for child in top["children"]] == [
        ("Where [bold] they come from", 5, [])
    ]


def test_text_is_an_indented_tree(page: Path) -> None:
    lines = run(str(page)).stdout.splitlines()
    assert lines[-1] == "5      Where [bold] they come from"
    assert lines[1].startswith("1    Cells")


@pytest.mark.parametrize("form", ["text", "json"])
def test_control_characters_do_not_reach_the_terminal(page: Path, form: str) -> None:
    output = run(str(page), "--format", form).stdout
    assert all(char == "\n" or char.isprintable() for char in output)


def test_a_missing_file_is_an_error_for_the_user(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.txt"))
    assert isinstance(result.exception, DocumentError)


def test_pasted_text_without_a_heading_is_called_as_such() -> None:
    result = CliRunner().invoke(
        cli, ["outline", "-"], input="目的:观察脐带来源的细胞对患者疼痛评分和关节功能的影响。\n"
    )
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert lines == ["pasted.txt", "1    目的"]
