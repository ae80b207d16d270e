"""Does everything that writes, in turn, and says what must never be lost: to be killed.

Born by `tests.workers`. A line `answer N` is an answer given at N, `edit N` the text of
a deck file, `brought` that the answers in SHARED/brought.apkg came in; each is said once it is on the disk. What the program
tells of a failure ends it, as `failed` and the message.
"""

import sys
from contextlib import suppress
from itertools import count
from pathlib import Path

from sctui.cli.commands import cli
from sctui.errors import SctuiError, SyncError
from sctui.locations import Home
from sctui.model.change import Marks
from sctui.model.review import Rating
from sctui.safety.backups import Reason, back_up
from sctui.safety.edits import EditAct, edit_files, putting
from sctui.safety.opening import open_store
from sctui.safety.restore import restore
from sctui.scheduler import acts
from sctui.scheduler.replay import replay
from sctui.store.room import make_room
from sctui.store.store import Store
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from sctui.sync.exchange import Machine, sync
from sctui.sync.target import FolderTarget
from tests.small_collection import MINUTE, basic, collection_of

DECKS = {"many": basic(*(f"card-{number}" for number in range(300)))}
SETTINGS = StudySettings(new_per_day=100_000, reviews_per_day=100_000)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def scribble(file: Path, text: str) -> None:
    """Write a file of somebody else's, as far as there is room for it."""
    with suppress(OSError):
        file.write_text(text, "utf-8")


def grade(session: StudySession, now: int) -> None:
    if session.next(now) is not None:
        session.grade(Rating(1 + now // MINUTE % 4), now, 1000)
        say(f"answer {now}")


def convert(home: Home, store: Store, now: int) -> None:
    """Write what a conversion of two documents writes, take it back, and write it again."""
    act = EditAct(home, store, now)
    for document in ("one", "two"):
        act.write(
            {f"decks/{document}/{name}": f"{name} {now}\n".encode() for name in ("terms.yaml", "trials.yaml")}
        )
    store.undo(lambda _: True, now, replay=replay, put=putting(home))
    store.redo(lambda _: True, now, replay=replay, put=putting(home))


def bring_in(home: Home, brought: Path, now: int) -> None:
    """What `sctui import` does with a table and with an Anki package."""
    table = brought.with_name("table.csv")
    scribble(table, f"front,back\nquestion {now},answer\n")
    cli.main(["--home", str(home.folder), "import", str(table), str(brought)], standalone_mode=False)
    say("brought")


def main(home: Home, shared: Path, start: int) -> None:
    """Study, mark, undo, edit, convert, import, back up, sync and restore without end."""
    open_store(home, lambda: start).close()  # an older database is brought up to date
    collection = collection_of(home.folder, DECKS)
    store = collection.store
    session = StudySession(collection, None, SETTINGS)
    now = start
    say("ready")
    for number in count():
        make_room(home.database)  # in a thread of the app's; here it is killed at it as well
        for _ in range(4):
            now += MINUTE
            grade(session, now)
        now += MINUTE
        marks = store.marks().get("card-1", Marks())
        store.change([acts.flagged("card-1", marks, now, (marks.flag + 1) % 8)])
        store.undo(lambda _: True, now, replay=replay)
        store.redo(lambda _: True, now, replay=replay)
        edit_files(home, store, {"decks/mine.yaml": f"edit {now}\n".encode()}, now)
        say(f"edit {now}")
        convert(home, store, now)
        if number % 3 == 0:
            bring_in(home, shared / "brought.apkg", now)
        backup, _ = back_up(home, now, Reason.USE)
        with suppress(SyncError):
            sync(home.database, FolderTarget(shared), "shared", Machine("here", "here"), now)
        scribble(home.decks / "slip.yaml", "not in the backup")
        restore(home, backup, now)
        session = StudySession(collection, None, SETTINGS)


def work(home: Path, shared: Path, start: int) -> None:
    """`main`, which ends when the program tells of a failure."""
    try:
        main(Home(home), shared, start)
    except SctuiError as error:
        say(f"failed {error}")
