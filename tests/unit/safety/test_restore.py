import json
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from sctui.cli.commands import cli
from sctui.errors import BackupError, DamagedError
from sctui.locations import Home
from sctui.safety.backups import Reason, back_up, backups, find
from sctui.safety.restore import Preview, preview, restore
from sctui.store.database import connect
from sctui.store.difference import Difference
from sctui.store.snapshot import examine
from sctui.store.store import Store
from tests.small_collection import MINUTE, NOON
from tests.unit.safety.conftest import answer, studied


def changed(home: Home) -> None:
    answer(home, "d", "e")
    (home.decks / "heart" / "arms.yaml").write_text("deck: Heart, edited\n", "utf-8")
    (home.decks / "later.yaml").write_text("deck: Later\n", "utf-8")
    home.config.unlink()


def lose_index_rows(home: Home) -> None:
    """An index of states by due date that has no row."""
    with closing(connect(home.database)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DROP INDEX states_filed")
        connection.execute("CREATE INDEX states_filed ON states (filed) WHERE filed < 0")
        connection.execute(
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX states_filed ON states (filed)' WHERE name = 'states_filed'"
        )


def test_a_preview_says_what_would_go_and_changes_nothing(home: Home) -> None:
    backup, _ = back_up(home, NOON, Reason.ASKED)
    changed(home)
    before = {file: file.read_bytes() for file in home.folder.rglob("*.yaml")}
    assert preview(home, backup) == Preview(
        Difference(2, 2, 0, 0), ("decks/heart/arms.yaml",), ("decks/later.yaml",), ("config.toml",)
    )
    assert {file: file.read_bytes() for file in home.folder.rglob("*.yaml")} == before
    assert studied(home) == set("abcde")


def test_going_back_can_itself_be_taken_back(home: Home) -> None:
    backup, _ = back_up(home, NOON, Reason.ASKED)
    changed(home)
    before, aside = restore(home, backup, NOON + MINUTE)
    assert before
    assert aside == ()
    assert studied(home) == set("abc")
    assert not (home.decks / "later.yaml").exists()
    assert home.config.read_text("utf-8") == "new_per_day = 7\n"
    restore(home, before, NOON + 2 * MINUTE)
    assert studied(home) == set("abcde")
    assert (home.decks / "later.yaml").read_text("utf-8") == "deck: Later\n"
    assert not home.config.exists()


def test_a_program_that_has_the_collection_open_sees_the_restored_one(home: Home) -> None:
    backup, _ = back_up(home, NOON, Reason.ASKED)
    answer(home, "d")
    store = Store.open(home.database)
    assert store.studied() == set("abcd")
    restore(home, backup, NOON + MINUTE)
    assert store.changed()
    assert store.studied() == set("abc")
    store.close()


def test_a_backup_of_a_collection_whose_index_lacks_rows_is_restored_whole(home: Home) -> None:
    lose_index_rows(home)
    with pytest.raises(DamagedError):  # told at the next start
        back_up(home, NOON, Reason.START)
    backup, _ = back_up(home, NOON, Reason.ASKED)
    before, _ = restore(home, backup, NOON + MINUTE)
    assert before == backup
    assert studied(home) == set("abc")
    assert examine(home.database).reviews == 3


@pytest.mark.parametrize("content", [b"\xff" * 9000, b"", b"SQLite format 3\0" + bytes(4080)])
def test_a_damaged_collection_is_set_aside_and_replaced(home: Home, content: bytes) -> None:
    backup, _ = back_up(home, NOON, Reason.ASKED)
    home.database.write_bytes(content)
    _, aside = restore(home, backup, NOON + MINUTE)
    assert studied(home) == set("abc")
    assert all(file.read_bytes() == content for file in aside)
    assert bool(aside) == bool(content)


def test_a_newer_collection_is_told_by_its_own_name_and_left_alone(home: Home) -> None:
    back_up(home, NOON, Reason.ASKED)
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("PRAGMA user_version = 99")
    for words in (["backup"], ["restore", "2025", "--preview"], ["restore", "2025", "--yes"]):
        done = CliRunner().invoke(cli, ["--home", str(home.folder), *words])
        assert done.exit_code == 1
        assert str(done.exception).startswith(f"{home.database}: was written by a newer sctui")
    with closing(sqlite3.connect(home.database)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (99,)


def test_a_backup_that_points_outside_is_refused(home: Home, tmp_path: Path) -> None:
    home.backups.mkdir()
    with zipfile.ZipFile(home.backups / "2025-06-16T120000-asked.zip", "w") as archive:
        archive.writestr("../outside", "x")
        digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        archive.writestr(
            "manifest.json", json.dumps({"made": 0, "reason": "", "files": {"../outside": digest}})
        )
    with pytest.raises(BackupError, match="outside"):
        restore(home, find(home, "2025"), NOON)
    assert not (tmp_path / "outside").exists()


def test_the_commands_list_preview_and_restore(home: Home) -> None:
    runner = CliRunner()

    def run(*words: str, given: str = "") -> str:
        done = runner.invoke(cli, ["--home", str(home.folder), *words], input=given, catch_exceptions=False)
        assert done.exit_code == 0
        return done.output

    assert "There are no backups" in run("restore")
    assert "3 reviews of 3 cards, 1 deck" in run("backup")
    assert "Nothing has changed" in run("backup")
    changed(home)
    name = backups(home)[0].name
    assert name in run("restore")
    told = run("restore", name[:10], "--preview")
    assert "2 made since (of 2 cards) would go" in told
    assert "decks/later.yaml: would go" in told
    assert "Nothing was changed" in run("restore", name, given="n\n")
    assert studied(home) == set("abcde")
    done = run("restore", name, given="y\n")
    assert studied(home) == set("abc")
    back = next(line for line in done.splitlines() if "To take this back" in line).split()[-1]
    assert "would come back" in run("restore", back, "--yes")
    assert studied(home) == set("abcde")


def test_a_damaged_backup_is_listed_as_what_it_is(home: Home) -> None:
    def listed() -> str:
        done = CliRunner().invoke(cli, ["--home", str(home.folder), "restore"], catch_exceptions=False)
        return done.output

    (home.decks / "packed.zst").write_bytes(b"a file of the learner's own")
    sound, _ = back_up(home, NOON, Reason.ASKED)
    answer(home, "d")
    damaged, _ = back_up(home, NOON + MINUTE, Reason.ASKED)
    assert listed().count("reviews of") == 2
    with zipfile.ZipFile(damaged.path) as archive:
        start = archive.getinfo("collection.db.zst").header_offset
    data = bytearray(damaged.path.read_bytes())
    data[start + 200] ^= 1
    damaged.path.write_bytes(data)
    newest, oldest = listed().splitlines()
    assert newest.startswith(damaged.name)
    assert "damaged: it cannot be restored" in newest
    assert oldest.startswith(sound.name)
    assert "3 reviews of 3 cards" in oldest


def test_an_unknown_backup_is_told(home: Home) -> None:
    with pytest.raises(BackupError, match="no backup `1999`"):
        find(home, "1999")
