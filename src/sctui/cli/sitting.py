"""What the commands about studying work with: collection, settings and the time, opened together."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import click

from sctui.collection import Collection
from sctui.config import Settings, read_settings
from sctui.decks.library import read_library
from sctui.decks.remembered import RememberedDecks
from sctui.i18n import _
from sctui.locations import Home
from sctui.safety.opening import open_store
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import StudyDay, study_day
from sctui.study.settings import study_settings


@dataclass(frozen=True, slots=True)
class Sitting:
    """One command at work; `now` is UTC ms, `today` the study day it lies in."""

    collection: Collection
    chosen: Settings
    settings: StudySettings
    now: int
    today: StudyDay

    def cards_in(self, deck: str, topic: str = "") -> tuple[str, ...]:
        """The cards of a deck, or of a topic, with those below; all for neither.

        Raises:
            click.UsageError: when there is no such deck or topic.
        """
        cards = self.collection.cards_at(deck, topic)
        if not cards and (deck or topic):
            what, lists = (
                (_("deck `{deck}`").format(deck=deck), "due")
                if deck
                else (_("topic `{topic}`").format(topic=topic), "mastery")
            )
            raise click.UsageError(
                _("There is no {what}, or it has no cards; `sctui {lists}` names them.").format(
                    what=what, lists=lists
                )
            )
        return cards


@contextmanager
def sitting(home: Home) -> Iterator[Sitting]:
    """Open the library and the database of a home, and close them afterwards.

    Raises:
        ConfigError, HomeError, CollectionError, BackupError: when they cannot be used.
    """
    seconds = time.time()
    now = int(seconds * 1000)
    chosen = read_settings(home.config)
    remembered = RememberedDecks(home.remembered)
    library = read_library(home.library, remembered)
    remembered.save()
    collection = Collection(library, open_store(home, lambda: now), home.order)
    try:
        offset = time.localtime(seconds).tm_gmtoff // 60
        settings = study_settings(chosen, offset, collection.store.parameters())
        today = study_day(now, offset, settings.rollover_hour)
        yield Sitting(collection, chosen, settings, now, today)
    finally:
        collection.close()
