from pathlib import Path

import pytest
from click.testing import CliRunner

from sctui.cli.commands import cli

DECK = """\
deck: 细胞::来源
language: zh-Hans
cards:
  - id: one
    front: 甲从哪里来?
    back: 乙
  - id: two
    text: "{{c1::甲}}与{{c2::乙}}"
"""


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "cells.yaml").write_text(DECK, encoding="utf-8")
    return folder


def run(home: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["--home", str(home), "due", *arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_every_deck_has_a_line(decks: Path, tmp_path: Path) -> None:
    code, out, _ = run(tmp_path / "home", "--decks", str(decks))
    assert code == 0
    assert [line.split() for line in out.splitlines()] == [
        ["new", "learning", "due", "deck"],
        ["2", "0", "0", "细胞"],
        ["2", "0", "0", "细胞::来源"],
    ]
    assert not (tmp_path / "home").exists()


def test_a_broken_deck_keeps_no_other_from_being_counted(decks: Path, tmp_path: Path) -> None:
    (decks / "broken.yaml").write_text("deck: [\n", encoding="utf-8")
    code, out, err = run(tmp_path / "home", "--decks", str(decks))
    assert code == 0
    assert "细胞::来源" in out
    assert err == "1 problem: see `sctui check`.\n"


def test_settings_of_the_home_hold(decks: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "config.toml").write_text("new_per_day = 1\n")
    assert ["1", "0", "0", "细胞"] in [
        line.split() for line in run(home, "--decks", str(decks))[1].splitlines()
    ]


def test_no_decks_are_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, out, _ = run(tmp_path / "home", "--decks", str(tmp_path / "empty"))
    assert code == 0
    assert "sctui convert" in out


def test_a_folder_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    code, _, err = run(tmp_path / "home", "--decks", str(tmp_path / "nowhere"))
    assert code == 2
    assert "nowhere" in err
