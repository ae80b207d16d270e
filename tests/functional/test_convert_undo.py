"""A conversion into the home is one act: undo takes all of its files back, redo writes them again."""

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.locations import Home
from sctui.pipeline import plan
from sctui.safety.backups import backups
from sctui.safety.edits import EditAct
from sctui.store.store import Store
from tests.small_collection import NOON

ONE = "# 甲\n\n间充质干细胞(MSC)分泌VEGF和HGF。\n"
TWO = "# 乙\n\n调节性T细胞(Treg)分泌IL-10和TGF-β。\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "one.md").write_text(ONE, "utf-8")
    (tmp_path / "two.md").write_text(TWO, "utf-8")
    return Home(tmp_path / "home")


def run(home: Home, *words: str) -> Result:
    done = CliRunner().invoke(cli, ["--home", str(home.folder), *words])
    assert done.exit_code == 0, done.output
    return done


def convert(home: Home) -> None:
    run(home, "convert", *(str(home.folder.parent / name) for name in ("one.md", "two.md")))


def files(home: Home) -> dict[str, bytes]:
    found = (file for folder in (home.decks, home.documents) for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(home.folder)): file.read_bytes() for file in found}


def test_a_conversion_is_taken_back_and_done_again_as_one_act(home: Home) -> None:
    convert(home)
    made = files(home)
    assert {"documents/one.md", "documents/two.md"} < made.keys()
    undone = run(home, "undo").output
    assert "the new file " in undone
    assert "more file" in undone
    assert files(home) == {}
    assert not (home.decks / "one").exists()
    run(home, "redo")
    assert files(home) == made


@pytest.mark.parametrize("at_home", [True, False])
def test_what_an_author_writes_into_a_deck_while_it_is_converted_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch, at_home: bool
) -> None:
    where = [] if at_home else ["--decks", str(home.folder.parent / "decks")]
    folder = home.decks if at_home else home.folder.parent / "decks"
    page = home.folder.parent / "one.md"
    run(home, "convert", *where, str(page))
    page.write_text(ONE + "\n干细胞因子(SCF)与c-Kit结合。\n", "utf-8")
    deck = folder / "one" / "1-terms.yaml"
    edited = deck.read_text("utf-8").replace("deck:", "# mine\ndeck:")

    def planned_beside_an_editor(*given: Any, **named: Any) -> Any:
        planned = plan(*given, **named)
        deck.write_text(edited, "utf-8")
        return planned

    monkeypatch.setattr("sctui.cli.convert.plan", planned_beside_an_editor)
    done = CliRunner().invoke(cli, ["--home", str(home.folder), "convert", *where, str(page)])
    assert done.exit_code == 1
    assert "1-terms.yaml: was changed meanwhile by another program; nothing was written" in done.output
    assert deck.read_text("utf-8") == edited
    monkeypatch.undo()
    run(home, "convert", *where, str(page))
    assert deck.read_text("utf-8").startswith("# mine\ndeck:")
    assert "SCF" in deck.read_text("utf-8")


def test_what_stood_there_before_a_conversion_comes_back_byte_for_byte(home: Home) -> None:
    convert(home)
    before = files(home)
    (home.folder.parent / "one.md").write_text(ONE + "\n干细胞因子(SCF)与c-Kit结合。\n", "utf-8")
    convert(home)
    assert files(home) != before
    assert [backup.reason for backup in backups(home)] == ["before-convert"]
    run(home, "undo")
    assert files(home) == before


def test_a_deck_that_was_edited_since_keeps_its_conversion_from_being_taken_back(home: Home) -> None:
    convert(home)
    deck = next(home.decks.rglob("*.yaml"))
    deck.write_text(re.sub("deck: .*", "deck: Mine", deck.read_text("utf-8"), count=1), "utf-8")
    edited = files(home)
    done = CliRunner().invoke(cli, ["--home", str(home.folder), "undo"])
    assert done.exit_code != 0
    assert "was edited since" in str(done.exception)
    assert files(home) == edited


def test_a_conversion_into_another_folder_leaves_the_home_alone(home: Home, tmp_path: Path) -> None:
    run(home, "convert", str(tmp_path / "one.md"), "--decks", str(tmp_path / "decks"))
    assert list((tmp_path / "decks").rglob("*.yaml"))
    assert not home.folder.exists()


def test_what_is_too_large_for_the_journal_is_written_and_counted(tmp_path: Path) -> None:
    home = Home(tmp_path)
    store = Store.open(home.database)
    act = EditAct(home, store, NOON, room=10)
    act.write({"decks/a.yaml": b"12345678"})
    act.write({"decks/b.yaml": b"12345678", "decks/c.yaml": b""})
    store.close()
    assert act.left_out == 2
    assert {file.name for file in home.decks.iterdir()} == {"a.yaml", "b.yaml", "c.yaml"}
