"""The backups of a home: making, listing, thinning."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from sctui.errors import BackupError
from sctui.i18n import _
from sctui.locations import Home
from sctui.safety.archive import (
    DATABASE,
    Manifest,
    digest_of,
    kept_files,
    read_manifest,
    write_archive,
)
from sctui.safety.thinning import kept
from sctui.store.snapshot import Contents, copy_database, prove

_DAY = 86_400_000
_SUFFIX = ".zip"
_NAME = "%Y-%m-%dT%H%M%S"


class Reason(StrEnum):
    """Why a backup is made."""

    ASKED = "asked"
    START = "start"
    USE = "use"
    MIGRATION = "before-update"
    RESTORE = "before-restore"
    IMPORT = "before-import"
    DOCTOR = "before-doctor"
    SYNC = "before-sync"
    CONVERT = "before-convert"


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup's file, the time in its name (UTC ms), and why it was made."""

    path: Path
    made: int
    reason: str

    @property
    def name(self) -> str:
        """What it is called on the command line."""
        return self.path.name.removesuffix(_SUFFIX)


def back_up(home: Home, now: int, reason: Reason) -> tuple[Backup, bool]:
    """Back up database, decks, lexicon and settings, unless the newest backup holds the same; thin the rest.

    The database is copied as of one moment, while others may use it, and the copy examined before it is
    packed; the archive is read once more before it gets its name.

    Returns:
        The backup that holds all of it now, and whether it was made by this call.

    Raises:
        BackupError: when it cannot be written.
        CollectionError: when the database cannot be read, or is damaged: it takes no sound backup's place.
    """
    try:
        return _back_up(home, now, reason)
    except OSError as error:
        raise BackupError(
            _("{backups}: no backup could be made: {strerror}").format(
                backups=home.backups, strerror=error.strerror or error
            ),
            hint=_("Make room on the disk, or allow writing there. The collection itself is untouched."),
        ) from error


def back_up_use(home: Home, now: int, *, at_start: bool) -> None:
    """The backup at the start of the app, and every 30 minutes of its use; none where there is nothing yet.

    Raises:
        BackupError, CollectionError: as `back_up`.
    """
    back_up_before(home, now, Reason.START if at_start else Reason.USE)


def back_up_before(home: Home, now: int, reason: Reason) -> Backup | None:
    """The backup before something risky; None where there is nothing yet.

    Raises:
        BackupError, CollectionError: as `back_up`.
    """
    if home.database.exists() or next(kept_files(home), None):
        return back_up(home, now, reason)[0]
    return None


def _back_up(home: Home, now: int, reason: Reason) -> tuple[Backup, bool]:
    home.backups.mkdir(parents=True, exist_ok=True)
    newest = next(iter(backups(home)), None)
    made = now if newest is None else max(now, newest.made + 1000)  # a name is good for one second
    path = home.backups / f"{_stamp(made)}-{reason.value}{_SUFFIX}"
    with tempfile.TemporaryDirectory(prefix=".work-", dir=home.backups) as place:
        sources = dict(kept_files(home))
        if home.database.exists():
            sources[DATABASE] = Path(place) / DATABASE
            copy_database(home.database, sources[DATABASE], durable=False)

        known: dict[str, str] = {}
        if newest and reason in (Reason.START, Reason.USE):  # nobody waits: no packing where nothing is new
            known = {name: digest_of(source) for name, source in sources.items()}
            if _holds(newest, known):
                return newest, False

        def look() -> Manifest | None:
            files = known or {name: digest_of(source) for name, source in sources.items()}
            if newest and not known and _holds(newest, files):
                return None
            found = Contents(0, 0, 0)
            if (
                DATABASE in sources
            ):  # once a session the indexes of the collection itself are compared as well
                found = prove(sources[DATABASE], home.database, indexes=reason is Reason.START)
            return Manifest(made, reason.value, found.version, found.cards, found.reviews, files)

        with ThreadPoolExecutor(1) as pool:  # looked at while it is packed
            looked = pool.submit(look)
            if write_archive(path, sources, looked.result) is None:
                assert newest is not None
                return newest, False
    thin(home, now)
    return Backup(path, made // 1000 * 1000, reason.value), True


def backups(home: Home) -> list[Backup]:
    """The backups of a home, the newest first, by the names of their files."""
    found = (_named(path) for path in home.backups.glob(f"*{_SUFFIX}"))
    return sorted((one for one in found if one), key=lambda one: one.made, reverse=True)


def _made(backup: Backup) -> int:
    """When a backup was made (UTC ms): behind one of a clock that was years ahead, names are no times."""
    with suppress(OSError):  # gone meanwhile
        return min(backup.made, backup.path.stat().st_mtime_ns // 1_000_000)
    return backup.made


def find(home: Home, name: str) -> Backup:
    """The backup of a name, or the newest whose name begins so.

    Raises:
        BackupError: when there is none.
    """
    for backup in backups(home):
        if name and backup.name.startswith(name.removesuffix(_SUFFIX)):
            return backup
    raise BackupError(
        _("there is no backup `{name}`").format(name=name),
        hint=_("`sctui restore` lists the backups there are."),
    )


def thin(home: Home, now: int) -> list[Backup]:
    """Delete the backups that are not kept at `now` (UTC ms); gives those."""
    there = {backup: _made(backup) for backup in backups(home)}
    stay = kept(there.values(), now)
    gone = [backup for backup, made in there.items() if made not in stay]
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    for left in home.backups.glob(".*"):  # of a backup that was killed
        if left.stat().st_mtime * 1000 < now - _DAY:
            shutil.rmtree(left, ignore_errors=True) if left.is_dir() else left.unlink(missing_ok=True)
    return gone


def _holds(backup: Backup, files: Mapping[str, str]) -> bool:
    try:
        return read_manifest(backup.path).files == files
    except BackupError:
        return False


def _named(path: Path) -> Backup | None:
    stamp, reason = path.name[:17], path.name[18:].removesuffix(_SUFFIX)
    try:
        # strptime would keep two more modules in memory, for good
        made = int(datetime.fromisoformat(stamp).replace(tzinfo=UTC).timestamp() * 1000)
    except ValueError:
        return None
    return Backup(path, made, reason) if _stamp(made) == stamp else None


def _stamp(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).strftime(_NAME)
