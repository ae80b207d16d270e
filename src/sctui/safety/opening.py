"""Opening the learner's database, with a backup before an older one is brought up to date."""

from __future__ import annotations

from collections.abc import Callable

from sctui.errors import DamagedError
from sctui.i18n import _
from sctui.locations import Home
from sctui.store.store import Store


def refuse_emptied(home: Home) -> None:
    """Let a file that something has emptied not pass for a new collection.

    Raises:
        DamagedError: when a backup has answers.
    """
    from sctui.safety.doctor import diagnose_emptied  # noqa: PLC0415 -- hardly ever needed

    found = diagnose_emptied(home)
    if found:
        raise DamagedError(f"{home.database}: {found}", hint=_("Run `sctui doctor`."))


def open_store(home: Home, now: Callable[[], int]) -> Store:
    """The database of a home; `now` gives UTC ms, and is asked only when there is something to migrate.

    Raises:
        HomeError, CollectionError: as `Store.open`.
        DamagedError: when it was emptied, and a backup has answers.
        BackupError: when the database is older and cannot be backed up; it was not changed.
    """

    def precaution() -> None:
        from sctui.safety.backups import Reason, back_up  # noqa: PLC0415 -- hardly ever needed

        back_up(home, now(), Reason.MIGRATION)

    if home.database.is_file() and not home.database.stat().st_size:
        refuse_emptied(home)
    store = Store.open(home.database, precaution)
    if store.is_synced():
        from sctui.safety.this_machine import fingerprint  # noqa: PLC0415 -- for those who sync
        from sctui.store.exchange import move_in  # noqa: PLC0415 -- as above

        # what is logged from now on is this machine's, also where the home is a copy of another one's
        move_in(home.database, fingerprint(home))
    return store
