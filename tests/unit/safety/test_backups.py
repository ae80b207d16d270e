import os
import sqlite3
import zipfile
from pathlib import Path

import pytest
import zstandard

from sctui.errors import BackupError, CollectionError
from sctui.locations import Home
from sctui.safety import archive
from sctui.safety.archive import read_manifest, unpack, verify
from sctui.safety.backups import Reason, back_up, back_up_use, backups, find
from sctui.store.database import connect
from tests.small_collection import DAY, NOON
from tests.unit.safety.conftest import answer


def test_a_backup_holds_reviews_decks_and_settings(home: Home) -> None:
    backup, is_new = back_up(home, NOON, Reason.ASKED)
    assert is_new
    assert backup.name == "2025-06-16T120000-asked"
    manifest = verify(backup.path)
    assert (manifest.cards, manifest.reviews) == (3, 3)
    assert set(manifest.files) == {"collection.db", "config.toml", "decks/heart/arms.yaml"}
    assert backups(home) == [backup]


def test_what_has_not_changed_is_not_backed_up_twice(home: Home) -> None:
    first, _ = back_up(home, NOON, Reason.START)
    assert back_up(home, NOON + DAY, Reason.SYNC) == (first, False)
    answer(home, "d")
    assert back_up(home, NOON + DAY, Reason.USE)[1]
    (home.decks / "new.yaml").write_text("deck: New\n", "utf-8")
    assert back_up(home, NOON + DAY, Reason.USE)[1]
    assert len(backups(home)) == 3


def test_at_a_start_with_nothing_new_nothing_is_packed(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = back_up(home, NOON, Reason.ASKED)
    with monkeypatch.context() as patched:
        patched.setattr(archive, "pack", None)
        assert back_up(home, NOON + DAY, Reason.START) == (first, False)
    answer(home, "d")
    second, is_new = back_up(home, NOON + DAY, Reason.START)
    assert is_new
    assert verify(second.path).reviews == 4
    assert not [path for path in home.backups.iterdir() if path.name.startswith(".")]


def test_backups_of_one_second_get_names_of_their_own(home: Home) -> None:
    for card in "xyz":
        answer(home, card)
        back_up(home, NOON, Reason.ASKED)
    assert len({backup.name for backup in backups(home)}) == 3


def test_a_backup_made_while_another_program_writes_is_whole(home: Home) -> None:
    other = connect(home.database)
    other.execute("BEGIN IMMEDIATE")
    other.execute("INSERT INTO cards (id) VALUES ('not committed')")
    backup, _ = back_up(home, NOON, Reason.USE)
    other.execute("ROLLBACK")
    other.close()
    assert read_manifest(backup.path).cards == 3


def test_a_home_with_nothing_in_it_gets_no_backup_by_itself(tmp_path: Path) -> None:
    back_up_use(Home(tmp_path / "empty"), NOON, at_start=True)
    assert not (tmp_path / "empty").exists()


def test_a_damaged_database_takes_no_sound_backup_s_place(home: Home) -> None:
    back_up(home, NOON, Reason.START)
    data = bytearray(home.database.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    home.database.write_bytes(data)
    with pytest.raises(CollectionError, match=rf"^{home.database}: "):
        back_up(home, NOON + DAY, Reason.USE)
    assert [backup.reason for backup in backups(home)] == ["start"]
    assert not [path for path in home.backups.iterdir() if path.name.startswith(".")]


def test_a_folder_that_cannot_be_written_is_told(home: Home) -> None:
    home.backups.write_text("a file in the way")
    with pytest.raises(BackupError, match="no backup could be made") as raised:
        back_up(home, NOON, Reason.ASKED)
    assert "untouched" in raised.value.hint


def test_a_damaged_backup_is_found_out(home: Home) -> None:
    backup, _ = back_up(home, NOON, Reason.ASKED)
    data = bytearray(backup.path.read_bytes())
    with zipfile.ZipFile(backup.path) as packed_files:
        start = packed_files.getinfo("collection.db.zst").header_offset
    data[start + 100 : start + 140] = bytes(40)
    backup.path.write_bytes(data)
    with pytest.raises(BackupError):
        verify(backup.path)


def test_what_does_not_unpack_is_no_backup(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(packed: zipfile.ZipFile, name: str, source: Path, *, fast: bool) -> None:
        data = zstandard.ZstdCompressor(write_checksum=True).compress(source.read_bytes())
        packed.writestr(f"{name}.zst" if fast else name, data[:-1] if fast else source.read_bytes())

    monkeypatch.setattr(archive, "pack", cut)
    with pytest.raises(BackupError):
        back_up(home, NOON, Reason.ASKED)
    assert list(home.backups.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", b"text"])
def test_what_is_no_backup_is_told(home: Home, content: bytes) -> None:
    home.backups.mkdir()
    (home.backups / "2025-06-16T120000-asked.zip").write_bytes(content)
    with pytest.raises(BackupError, match="cannot be read"):
        read_manifest(find(home, "2025").path)
    assert back_up(home, NOON, Reason.ASKED)[1]


def test_old_backups_are_thinned_and_remains_swept_away(home: Home) -> None:
    for day in range(40):
        answer(home, f"card-{day}")
        back_up(home, NOON + day * DAY, Reason.START)
    left = home.backups / ".2025-06-16T120000-start.zip.99"
    left.write_text("of a backup that was killed")
    os.utime(left, (NOON / 1000, NOON / 1000))
    answer(home, "last")
    back_up(home, NOON + 41 * DAY, Reason.START)
    assert 12 <= len(backups(home)) <= 12 + 10 + 9
    assert not left.exists()


def test_backups_behind_one_of_a_clock_that_was_years_ahead_are_thinned_by_when_they_were_made(
    home: Home,
) -> None:
    ahead, _ = back_up(home, NOON + 2000 * DAY, Reason.START)
    for day in range(40):
        answer(home, f"day-{day}")
        made, _ = back_up(home, NOON + day * DAY, Reason.USE)
        os.utime(made.path, (NOON / 1000 + day * 86_400,) * 2)
    left = backups(home)
    assert left[0] == made
    assert left[-1].made == ahead.made
    assert 12 <= len(left) < 25


def test_a_backup_s_database_opens_by_itself(home: Home, tmp_path: Path) -> None:
    backup, _ = back_up(home, NOON, Reason.ASKED)
    with zipfile.ZipFile(backup.path) as packed_files:
        packed = packed_files.read("collection.db.zst")
    (tmp_path / "collection.db").write_bytes(zstandard.ZstdDecompressor().decompressobj().decompress(packed))
    connection = sqlite3.connect(tmp_path / "collection.db")
    assert connection.execute("SELECT count(*) FROM reviews").fetchone() == (3,)
    connection.close()


def test_backups_packed_in_the_way_of_earlier_versions_are_read(home: Home, tmp_path: Path) -> None:
    backup, _ = back_up(home, NOON, Reason.ASKED)
    unpack(backup.path, tmp_path / "now")
    with zipfile.ZipFile(backup.path) as packed_files:
        manifest = packed_files.read("manifest.json")
    with zipfile.ZipFile(backup.path, "w", zipfile.ZIP_DEFLATED) as earlier:
        earlier.writestr("manifest.json", manifest)
        for name in ("collection.db", "config.toml", "decks/heart/arms.yaml"):
            earlier.write(tmp_path / "now" / name, name)
    verify(backup.path)
    unpack(backup.path, tmp_path / "then")
    assert (tmp_path / "then" / "collection.db").read_bytes() == (
        tmp_path / "now" / "collection.db"
    ).read_bytes()
