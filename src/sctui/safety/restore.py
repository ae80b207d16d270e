"""Going back to a backup: first what that would change, then the change, which can itself be taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sctui.decks.atomic_file import write_atomically
from sctui.errors import DamagedError
from sctui.locations import Home
from sctui.safety.archive import DATABASE, digest_of, kept_files, unpack
from sctui.safety.backups import Backup, Reason, back_up
from sctui.safety.set_aside import set_aside
from sctui.store.difference import Difference, compare_logs
from sctui.store.exchange import begin_anew
from sctui.store.snapshot import copy_database, examine, renew_indexes
from sctui.store.store import Store


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring a backup would change.

    Args:
        reviews: answers that only the collection has (they would go), and that only the backup has (they
            would come back); None when the collection cannot be read.
        changed, gone, back: files that would be changed, taken away, or put back, by name.
    """

    reviews: Difference | None
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()


def preview(home: Home, backup: Backup) -> Preview:
    """What restoring `backup` would change; nothing is.

    Raises:
        BackupError, CollectionError: when the backup cannot be read, or the collection is locked or newer
            than we know.
    """
    with _unpacked(backup) as folder, tempfile.TemporaryDirectory(prefix="sctui-") as place:
        there, here = _files(home), _packed_files(folder)
        return Preview(
            _difference(home, folder / DATABASE, Path(place) / DATABASE),
            tuple(name for name in sorted(there.keys() & here.keys()) if there[name] != here[name]),
            tuple(sorted(there.keys() - here.keys())),
            tuple(sorted(here.keys() - there.keys())),
        )


def restore(home: Home, backup: Backup, now: int) -> tuple[Backup | None, tuple[Path, ...]]:
    """Make database, decks, lexicon and settings what they are in `backup`.

    What there is now is backed up first; a database that is damaged is set aside. The database changes in
    one transaction, also under a program that has it open.

    Returns:
        The backup of what there was (None where it was damaged), and the files that were set aside.

    Raises:
        BackupError, CollectionError, ExportError: when the backup cannot be read, or a file not be written.
    """
    before: Backup | None = None
    aside: tuple[Path, ...] = ()
    with _unpacked(backup) as folder:
        try:
            before, _ = back_up(home, now, Reason.RESTORE)
        except DamagedError:
            aside = set_aside(home.database, now)
        if (folder / DATABASE).exists():
            home.folder.mkdir(parents=True, exist_ok=True)
            begin_anew(folder / DATABASE)
            copy_database(folder / DATABASE, home.database)
            examine(home.database)
        wanted = _packed_files(folder)
        for name, file in kept_files(home):
            if name not in wanted:
                file.unlink()
        for name, digest in wanted.items():
            file = home.folder / name
            if not file.is_file() or digest_of(file) != digest:
                write_atomically(file, (folder / name).read_bytes())
    return before, aside


@contextmanager
def _unpacked(backup: Backup) -> Iterator[Path]:
    """The backup's files, its database brought to the version of today."""
    with tempfile.TemporaryDirectory(prefix="sctui-") as place:
        folder = Path(place)
        unpack(backup.path, folder)
        if (folder / DATABASE).exists():
            store = Store(folder / DATABASE)
            store.ensure()
            store.close()
            renew_indexes(folder / DATABASE)
        yield folder


def _files(home: Home) -> Mapping[str, str]:
    return {name: digest_of(file) for name, file in kept_files(home)}


def _packed_files(folder: Path) -> Mapping[str, str]:
    return _files(Home(folder))


def _difference(home: Home, packed: Path, place: Path) -> Difference | None:
    if not packed.exists() or not home.database.exists():
        return None
    try:
        copy_database(home.database, place, durable=False)
        store = Store(place)
        store.ensure()
        store.close()
    except DamagedError:
        return None
    return compare_logs(place, packed)
