"""Examining a collection, and repairing it: from its logs, or from what a damaged file and a backup hold."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from sctui.errors import BackupError, DamagedError
from sctui.i18n import _
from sctui.locations import Home
from sctui.safety.archive import DATABASE, read_manifest, unpack
from sctui.safety.backups import Backup, Reason, back_up, backups
from sctui.safety.opening import open_store
from sctui.safety.set_aside import set_aside
from sctui.scheduler.replay import replay
from sctui.store.checkup import Finding, check_up, mend
from sctui.store.exchange import begin_anew
from sctui.store.salvage import Salvaged, salvage
from sctui.store.snapshot import Contents, copy_database, examine, renew_indexes
from sctui.store.store import Store
from sctui.store.union import add_missing
from sctui.text.plural import counted


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong: `damage` of the file itself, in a word, or else the findings in what it holds."""

    contents: Contents
    damage: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def healthy(self) -> bool:
        """Whether nothing is wrong."""
        return not self.damage and not self.findings


@dataclass(frozen=True, slots=True)
class Rescue:
    """What came out of a damaged file.

    Args:
        aside: where the damaged file lies now.
        salvaged: what was read of it; None when it was empty or not there.
        backup: the backup that helped; None when there is none.
        from_backup: answers that only the backup had.
        after: how the collection is now.
    """

    aside: tuple[Path, ...]
    salvaged: Salvaged | None
    backup: Backup | None
    from_backup: int
    after: Diagnosis


def diagnose(home: Home, now: int) -> Diagnosis:
    """Examine the collection; nothing is changed, except that an older one is brought up to date.

    Raises:
        CollectionError: when it is newer, locked, or another program's.
    """
    try:
        contents = examine(home.database) if home.database.exists() else Contents(0, 0, 0)
    except DamagedError as error:
        return Diagnosis(Contents(0, 0, 0), str(error))
    if not contents.reviews and (emptied := diagnose_emptied(home)):
        return Diagnosis(contents, emptied)
    if not contents.version:
        return Diagnosis(contents)
    open_store(home, lambda: now).close()
    return Diagnosis(contents, findings=tuple(check_up(home.database, replay, now)))


def diagnose_emptied(home: Home) -> str:
    """What is wrong with a collection that has no answers, when a backup has some; else empty."""
    held = _held(next(iter(backups(home)), None))
    if not held:
        return ""
    return _("it is empty or gone, and a backup holds {reviews}").format(reviews=counted(held, "review"))


def repair(home: Home, now: int) -> Diagnosis:
    """Set right what a diagnosis found in a file that is itself sound; what there was is backed up first.

    Raises:
        BackupError, CollectionError: when it cannot be backed up or written; nothing was changed then.
    """
    back_up(home, now, Reason.DOCTOR)
    mend(home.database, replay, now)
    return diagnose(home, now)


def rescue(home: Home, now: int) -> Rescue:
    """Make a sound collection out of a damaged one: all that can be read, and what a backup has besides.

    The damaged file is set aside, never changed; the new one takes its place whole or not at all.

    Raises:
        CollectionError: when the new one cannot be written, or the old one not be set aside.
    """
    home.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".rescue-", dir=home.folder) as place:
        new = Path(place) / DATABASE
        found = salvage(home.database, new) if home.database.exists() else None
        store = Store(new)
        store.ensure()
        store.close()
        backup, added = _add_backup(home, new, Path(place))
        mend(new, replay, now)
        examine(new)
        begin_anew(new)
        aside = set_aside(home.database, now)
        copy_database(new, home.database)
    return Rescue(aside, found, backup, added, diagnose(home, now))


def _add_backup(home: Home, new: Path, place: Path) -> tuple[Backup | None, int]:
    """Add what the newest backup that can be read holds."""
    for backup in backups(home):
        try:
            unpack(backup.path, place / backup.name)
        except BackupError:
            continue
        packed = place / backup.name / DATABASE
        if packed.exists():
            store = Store(packed)
            store.ensure()
            store.close()
            renew_indexes(packed)
            return backup, add_missing(new, packed)
    return None, 0


def _held(backup: Backup | None) -> int:
    try:
        return read_manifest(backup.path).reviews if backup else 0
    except BackupError:
        return 0
