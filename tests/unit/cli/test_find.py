import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sctui.cli.commands import cli
from sctui.search.syntax import QueryError

_DECK = """\
deck: Kitchen
language: zh-Hans
cards:
  - {id: boils, front: "什么在100度沸腾?", back: 水}
  - {id: melts, front: "What melts at 0 degrees?", back: ice, tags: [core]}
  - {id: cells, front: "干细胞?", back: 幹細胞}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "kitchen.yaml").write_text(_DECK, "utf-8")
    return tmp_path


def found(home: Path, *arguments: str) -> str:
    done = CliRunner().invoke(cli, ["--home", str(home), "find", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_cards_are_shown_with_id_and_question(home: Path) -> None:
    assert found(home, "deck:kitchen", "沸騰") == "boils   new  什么在100度沸腾?\n1 card\n"
    assert found(home, "deck:kitchen", "青蒿素") == "0 cards\n"


def test_ids_alone_and_in_any_order(home: Path) -> None:
    assert found(home, "--format", "ids", "deck:kitchen -幹細胞") == "boils\nmelts\n"
    assert found(home, "--format", "ids", "-is:due", "deck:kitchen") == "boils\nmelts\ncells\n"
    assert found(home, "deck:kitchen", "--format", "ids", "--reverse", "--limit", "1") == "cells\n"


def test_json_tells_all_of_a_card(home: Path) -> None:
    told = json.loads(found(home, "--format", "json", "deck:kitchen is:core"))
    assert told["id"] == "melts"
    assert told["deck"] == "Kitchen"
    assert (told["front"], told["back"]) == ("What melts at 0 degrees?", "ice")
    assert told["phase"] == "new"


@pytest.mark.parametrize("query", ["is:", "deck:kitchen is:", "-(deck: or 水)", "lapses>", 're:""'])
def test_a_field_without_a_value_finds_nothing_but_a_fault(home: Path, query: str) -> None:
    done = CliRunner().invoke(cli, ["--home", str(home), "find", "--format", "ids", query])
    assert isinstance(done.exception, QueryError)
    assert "Nothing stands behind" in str(done.exception)
    assert done.stdout == ""


def test_a_faulty_query_is_pointed_at(home: Path) -> None:
    done = CliRunner().invoke(cli, ["--home", str(home), "find", "干细胞 dekc:x"])
    assert isinstance(done.exception, QueryError)
    assert done.stderr == "  干细胞 dekc:x\n         ^\n"
