"""Writing a conversion: into a folder that the learner names, or into the home, as an act undo takes back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import click

from sctui.cli.interrupt import uninterrupted
from sctui.decks.atomic_file import write_together
from sctui.errors import ChangedMeanwhileError, ExportError
from sctui.i18n import _
from sctui.locations import Home
from sctui.safety.backups import Reason, back_up_before
from sctui.safety.edits import EditAct, Read
from sctui.safety.opening import open_store
from sctui.text.plural import counted

Files = Mapping[Path, bytes | None]  # None deletes one
Writing = Callable[[Files, Read], None]


@contextmanager
def writing(home: Home, decks: Path | None) -> Iterator[Writing]:
    """What writes files that belong together; in the home, all that is written with it is one act.

    It takes the files, and the texts that they were worked out from: where another program has written to one
    of those since, nothing is written. What there is in the home is backed up first. Files below `decks` are
    simply written: their folder may be under version control, and is none of the home's.

    Raises:
        HomeError, CollectionError, BackupError: when the home cannot be used.
        ExportError, CollectionError: from what it gives, when something cannot be written.
    """
    if decks is not None:
        yield lambda files, read: _written(partial(_put, read), files, _("Choose another --decks."))
        return
    now = time.time_ns() // 1_000_000
    backup = back_up_before(home, now, Reason.CONVERT)
    store = open_store(home, lambda: now)
    act = EditAct(home, store, now)
    try:
        yield lambda files, read: _written(
            lambda found: act.write(_inside(home, found), read), files, _("Choose another --home.")
        )
    finally:
        store.close()
    if act.left_out:
        way = (
            _("; `sctui restore {name}` goes back to what was before").format(name=backup.name)
            if backup
            else ""
        )
        click.echo(
            _("Too large for undo: {files}{way}.").format(files=counted(act.left_out, "file"), way=way),
            err=True,
        )


def _put(read: Read, files: Files) -> None:
    there = {file: text.encode() for file, text in read.items()}
    write_together({file: data for file, data in files.items() if data is not None}, there)
    gone = [file for file, data in files.items() if data is None]
    for file in gone:
        file.unlink(missing_ok=True)
    for folder in {file.parent for file in gone}:
        with suppress(OSError):  # a folder that holds other things stays
            folder.rmdir()


def _written(write: Callable[[Files], None], files: Files, hint: str) -> None:
    try:
        with uninterrupted():  # the text that is kept and its decks are of one time
            write(files)
    except ChangedMeanwhileError:
        raise
    except ExportError as error:
        raise ExportError(error.message, hint=hint) from None


def _inside(home: Home, files: Files) -> dict[str, bytes | None]:
    return {file.relative_to(home.folder).as_posix(): data for file, data in files.items()}
