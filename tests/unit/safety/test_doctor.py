"""Real damage done to real files: whatever can be read is saved, the rest comes from a backup, and gaps are told."""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.errors import CollectionError, DamagedError
from sctui.locations import Home
from sctui.model.change import Marks
from sctui.model.review import Rating
from sctui.safety.backups import Reason, back_up
from sctui.safety.doctor import diagnose, repair, rescue
from sctui.safety.opening import open_store
from sctui.scheduler import acts
from sctui.scheduler.replay import replay
from sctui.store.checkup import Fault
from sctui.store.store import Store
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import DAY, NOON, basic, collection_of
from tests.unit.safety.conftest import answer

NOW = NOON + 400 * DAY
PAGE = 4096
DECKS = {"a": basic(*(f"card-{number}" for number in range(150)))}
SETTINGS = StudySettings(new_per_day=999, reviews_per_day=9999)
Damage = Callable[[bytes], bytes]


def study(home: Home, start: int, answers: int) -> None:
    chance = Random(start)  # noqa: S311 -- answers, not secrets
    collection = collection_of(home.folder, DECKS)
    session = StudySession(collection, None, SETTINGS)
    now = start
    for number in range(answers):
        now += 40_000
        if session.next(now) is None:
            now += DAY
            continue
        session.grade(Rating(chance.choice((1, 3, 3, 4))), now, number)
        if number % 50 == 7:
            session.undo(now)
    marks = collection.store.marks().get("card-3", Marks())
    collection.store.change([acts.suspended("card-3", marks, now, on=not marks.suspended)])
    collection.close()


@pytest.fixture(scope="module")
def studied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("studied")
    study(Home(folder), NOON, 600)
    return folder


@pytest.fixture
def home(studied: Path, tmp_path: Path) -> Home:
    shutil.copytree(studied, tmp_path / "home")
    return Home(tmp_path / "home")


def log(home: Home) -> set[tuple[str, int]]:
    store = Store.open(home.database)
    found = {(review.card, review.at) for review in store.reviews()}
    assert replay(store.log()) == {card: store.state(card) for card in store.studied()}
    store.close()
    return found


def rows(home: Home, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(home.database)) as connection:
        return connection.execute(query).fetchall()


def flipped(data: bytes) -> bytes:
    chance = Random(len(data))  # noqa: S311 -- damage, not secrets
    changed = bytearray(data)
    for _ in range(40):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def zeroed(data: bytes) -> bytes:
    return data[: 4 * PAGE] + bytes(3 * PAGE) + data[7 * PAGE :]


def garbage_in_the_middle(data: bytes) -> bytes:
    middle = len(data) // PAGE // 2 * PAGE
    garbage = hashlib.shake_256(b"garbage").digest(2 * PAGE)
    return data[:middle] + garbage + data[middle + 2 * PAGE :]


DAMAGES: list[Damage] = [
    lambda data: bytes(100) + data[100:],
    lambda data: b"\xff" * PAGE + data[PAGE:],
    lambda data: data[: len(data) * 2 // 3],
    lambda data: data[: len(data) // 2 + 123],
    flipped,
    zeroed,
    garbage_in_the_middle,
    lambda _: b"shopping list\n" * 500,
    lambda _: b"",
]
NAMES = ["header", "first-page", "cut", "cut-in-a-page", "flipped", "zeroed", "garbage", "text", "empty"]


@pytest.mark.parametrize("damage", DAMAGES, ids=NAMES)
def test_with_a_backup_nothing_is_lost_that_it_holds(home: Home, damage: Damage) -> None:
    back_up(home, NOW - DAY, Reason.START)
    before = log(home)
    study(home, NOON + 300 * DAY, 50)
    data = home.database.read_bytes()
    home.database.write_bytes(damage(data))
    if diagnose(home, NOW).damage:
        rescued = rescue(home, NOW)
        assert rescued.backup
        assert not any(finding.mendable for finding in rescued.after.findings)
        assert all(file.read_bytes() == damage(data) for file in rescued.aside)
    else:
        repair(home, NOW)
    assert before <= log(home)
    assert rows(home, "PRAGMA integrity_check") == [("ok",)]
    assert rows(home, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("table", ["reviews", "changes", "reversals"])
def test_an_entry_that_a_backup_has_otherwise_is_taken_from_there(home: Home, table: str) -> None:
    back_up(home, NOW - DAY, Reason.START)
    before = rows(home, f"SELECT * FROM {table}")  # noqa: S608 -- our own text
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute(f"DROP TRIGGER {table}_never_change")
        connection.execute(f"UPDATE {table} SET skew = skew + 1 WHERE key = (SELECT max(key) FROM {table})")  # noqa: S608 -- as above
        connection.commit()
    assert rows(home, f"SELECT * FROM {table}") != before  # noqa: S608 -- as above
    home.database.write_bytes(bytes(100) + home.database.read_bytes()[100:])
    rescue(home, NOW)
    assert rows(home, f"SELECT * FROM {table}") == before  # noqa: S608 -- as above


@pytest.mark.parametrize("damage", DAMAGES[:7], ids=NAMES[:7])
def test_without_a_backup_what_can_be_read_is_kept_and_gaps_are_told(home: Home, damage: Damage) -> None:
    before = log(home)
    home.database.write_bytes(damage(home.database.read_bytes()))
    found = diagnose(home, NOW)
    after = rescue(home, NOW).after if found.damage else repair(home, NOW)
    saved = log(home)
    assert rows(home, "PRAGMA integrity_check") == [("ok",)]
    assert rows(home, "PRAGMA foreign_key_check") == []
    if damage not in DAMAGES[2:4]:  # the log grows at the end of the file: cut off, it is gone
        assert len(saved) > len(before) / 3
    faults = {finding.fault for finding in after.findings}
    assert faults <= {Fault.CHAIN, Fault.NAME}
    named = {card for card, _ in saved if card.startswith("lost:")}
    assert (Fault.NAME in faults) == bool(named)


def test_what_only_the_write_ahead_log_holds_is_saved(home: Home, tmp_path: Path) -> None:
    collection = collection_of(home.folder, DECKS)
    session = StudySession(collection, None, SETTINGS)
    session.next(NOW)
    session.grade(Rating.GOOD, NOW, 1)
    copied = Home(tmp_path / "copied")
    copied.folder.mkdir()
    for end in ("", "-wal"):
        source = home.database.with_name(home.database.name + end)
        (copied.folder / source.name).write_bytes(source.read_bytes())
    collection.close()
    copied.database.write_bytes(bytes(PAGE) + copied.database.read_bytes()[PAGE:])
    rescue(copied, NOW)
    assert log(copied) == log(home)


def test_states_marks_and_undoing_that_contradict_the_log_are_set_right(home: Home) -> None:
    before = (
        rows(home, "SELECT * FROM card_states"),
        rows(home, "SELECT * FROM marks"),
        rows(home, "SELECT * FROM undone"),
    )
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("UPDATE states SET due = due + 1 WHERE card % 7 = 0")
        connection.execute("DELETE FROM states WHERE card = 5")
        connection.execute("INSERT INTO marks VALUES (9, 1, NULL, 3, 0)")
        connection.execute("DELETE FROM marks WHERE card = 4")
        connection.execute("DELETE FROM undone")
        connection.commit()
    found = diagnose(home, NOW)
    assert {finding.fault for finding in found.findings} == {Fault.STATE, Fault.UNDONE}
    assert repair(home, NOW).healthy
    assert before == (
        rows(home, "SELECT * FROM card_states"),
        rows(home, "SELECT * FROM marks"),
        rows(home, "SELECT * FROM undone"),
    )


def test_rows_that_speak_of_what_is_gone_are_set_right(home: Home) -> None:
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("DELETE FROM cards WHERE key = 4")
        connection.execute("INSERT INTO marks VALUES (9999, 1, NULL, 3, 0)")
        connection.commit()
    assert Fault.REFERENCE in {finding.fault for finding in diagnose(home, NOW).findings}
    after = repair(home, NOW)
    assert {finding.fault for finding in after.findings} == {Fault.NAME}
    assert "lost:4" in after.findings[0].message


def test_impossible_times_are_told_and_left(home: Home) -> None:
    found = diagnose(home, NOON - 10 * DAY)
    assert {finding.fault for finding in found.findings} == {Fault.TIME}
    assert "in the future" in found.findings[0].message


def test_another_program_s_database_and_a_newer_one_are_not_touched(home: Home) -> None:
    home.database.unlink()
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    before = home.database.read_bytes()
    with pytest.raises(CollectionError, match="another program"):
        diagnose(home, NOW)
    assert home.database.read_bytes() == before


def run(home: Home, *words: str, given: str = "") -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.folder), "doctor", *words], input=given)


def test_the_command_says_what_it_found_and_did(home: Home) -> None:
    healthy = run(home)
    assert healthy.exit_code == 0
    assert "Nothing is wrong" in healthy.output
    back_up(home, NOW, Reason.START)
    home.database.write_bytes(bytes(100) + home.database.read_bytes()[100:])
    looked = run(home, "--check")
    assert looked.exit_code == 1
    assert "is damaged" in looked.output
    assert run(home, given="n\n").exit_code == 1
    done = run(home, given="y\n")
    assert done.exit_code == 0, done.output
    for words in ("Set aside:", "Read from the damaged file:", "From the backup", "No gap shows"):
        assert words in done.output
    assert "Nothing is wrong" in run(home).output


def test_a_home_without_a_collection_is_healthy(tmp_path: Path) -> None:
    done = run(Home(tmp_path / "new"))
    assert done.exit_code == 0
    assert not (tmp_path / "new").exists()


def test_a_collection_that_was_emptied_passes_for_no_new_one(home: Home) -> None:
    back_up(home, NOW, Reason.START)
    home.database.write_bytes(b"")
    with pytest.raises(DamagedError, match="a backup holds 596 reviews"):
        open_store(home, lambda: NOW)
    assert home.database.read_bytes() == b""
    Store.open(home.database).close()  # whatever made a new one of it
    assert "a backup holds 596 reviews" in run(home, "--check").output
    assert "596 reviews more" in run(home, given="y\n").output
    assert "Nothing is wrong" in run(home).output


def test_what_was_cut_off_is_counted(home: Home) -> None:
    whole = home.database.read_bytes()
    home.database.write_bytes(whole[: 2 * PAGE])
    told = run(home, "--yes").output
    assert f"{len(whole) // PAGE - 2} of {len(whole) // PAGE} pages could not be read" in told
    assert "Answers that stood only where nothing could be read are lost." in told


def test_a_folder_in_the_place_of_the_file_is_told(home: Home) -> None:
    home.database.unlink()
    home.database.mkdir()
    done = run(home)
    assert done.exit_code == 1
    assert f"{home.database}: is a folder" in str(done.exception)


def test_a_log_without_any_preset_is_mended(tmp_path: Path) -> None:  # as one that came from Anki alone
    answer(home := Home(tmp_path), "a")
    with closing(sqlite3.connect(home.database)) as connection, connection:
        connection.execute("DELETE FROM states")
    assert repair(home, NOW).findings == ()
