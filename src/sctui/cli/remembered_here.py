"""The learner's database, and how answers become intervals now, for commands that need no decks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sctui.config import read_settings
from sctui.locations import Home
from sctui.model.preset import Preset
from sctui.safety.opening import open_store
from sctui.store.store import Store
from sctui.study.settings import study_settings


@dataclass(frozen=True, slots=True)
class Remembered:
    """The open database, the learner's preset, and the time (UTC ms)."""

    store: Store
    preset: Preset
    now: int


@contextmanager
def remembered_here(home: Home) -> Iterator[Remembered]:
    """Open the database of a home, and close it afterwards; one that is not there stays so.

    Raises:
        ConfigError, HomeError, CollectionError, BackupError: when it cannot be used.
    """
    now = time.time_ns() // 1_000_000
    offset = time.localtime(now / 1000).tm_gmtoff // 60
    settings = read_settings(home.config)
    store = open_store(home, lambda: now)
    try:
        yield Remembered(store, study_settings(settings, offset, store.parameters()).preset, now)
    finally:
        store.close()
