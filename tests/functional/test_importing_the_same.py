"""Cards of one import that ask the same."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from sctui.cli.commands import cli
from sctui.decks.identity import own_id
from sctui.decks.yaml_reader import read_deck


def imported(home: Path, file: Path) -> str:
    done = CliRunner().invoke(cli, ["--home", str(home), "import", str(file)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_what_is_asked_twice_with_other_answers_comes_twice(tmp_path: Path) -> None:
    notes = tmp_path / "m.md"
    notes.write_text(
        "# A\nQ: Definition?\nA: x\n# B\nQ: Definition?\nA: y\n# C\nQ: Definition?\nA: x\n", encoding="utf-8"
    )
    file = tmp_path / "decks" / "m.yaml"
    told = imported(tmp_path, notes)
    assert told == f"{file}: 2 cards added\n1 note there already, left as they are\n"
    cards = read_deck(file).notes
    assert [(note.topic, note.back) for note in cards] == [(("A",), "x"), (("B",), "y")]
    assert cards[0].id == own_id("m", "Definition?")
    before = file.read_bytes()
    told = imported(tmp_path, notes)
    assert told == f"{file}: 0 cards added, 2 there already\n1 note there already, left as they are\n"
    assert file.read_bytes() == before
