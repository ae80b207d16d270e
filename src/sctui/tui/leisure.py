"""What is done while nobody types, so that the next key need not wait for it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any

from sctui.errors import SctuiError

if TYPE_CHECKING:
    from textual.screen import Screen

    from sctui.tui.desk import Desk
    from sctui.tui.enduring_app import EnduringApp

_QUIET, _LONG = 0.3, 2.0  # seconds without a key
_BETWEEN = 5.0  # seconds between two looks whether there may be garbage
# new objects, collections of the youngest, and of those after them, until the next ones are looked through;
# the last number is 10 usually: all objects together take a tenth of a second, between a key and its frame
_THRESHOLDS = 5000, 4, 500
_DUE = 4
_MUCH = 4_000_000  # bytes of what documents tell


class Leisure:
    """Tells when nobody types; `touched` is called at every key."""

    def __init__(self) -> None:
        self._last = monotonic()
        self._begun = asyncio.Event()

    def touched(self) -> None:
        """Something was typed."""
        self._last = monotonic()
        self._begun.set()

    @property
    def is_long(self) -> bool:
        """Whether nothing has been typed for so long that nothing is likely to be at once."""
        return monotonic() - self._last > _LONG

    async def wait(self) -> None:
        """Until something has been typed at all, and then nothing for a while."""
        await self._begun.wait()
        await self.quiet()

    async def quiet(self) -> None:
        """Until nothing has been typed for a while, were it never yet."""
        while (left := self._last + _QUIET - monotonic()) > 0:
            await asyncio.sleep(left)


async def in_slices(work: Iterator[float], told: Callable[[float], None]) -> None:
    """Do long work in slices, with others between them; `told` hears of the share that is done.

    What is there when it is done stays, and the search for garbage, which stops everything, passes it over.
    """
    for share in work:
        told(share)
        await asyncio.sleep(0)
    gc.freeze()


async def look_for_garbage(leisure: Leisure) -> None:
    """Look through all objects while nobody types; as often as Python would, but for that."""
    gc.set_threshold(*_THRESHOLDS)
    while True:
        await asyncio.sleep(_BETWEEN)
        if leisure.is_long and gc.get_count()[2] > _DUE:
            gc.collect()


async def make_screens(app: EnduringApp, desk: Desk, leisure: Leisure) -> None:
    """Make the screen that most begin with; once something is typed, those that are opened most, in turn."""
    await leisure.quiet()
    first = await asyncio.to_thread(_first)
    await app.kept.make_ahead((first,), desk, leisure.quiet)
    desk.collection.store.give_back_memory()  # what counting has read, more than the screen takes
    await leisure.wait()
    kinds = await asyncio.to_thread(_kinds)
    await app.kept.make_ahead(kinds, desk, leisure.wait)
    await leisure.wait()
    await asyncio.to_thread(_topics, desk)
    await asyncio.to_thread(_scripts)
    await leisure.wait()
    if await asyncio.to_thread(_knowledge, desk):
        await _know(app, leisure)
    gc.freeze()  # as above


async def _know(app: EnduringApp, leisure: Leisure) -> None:
    """Have screens of what documents tell know it, and lay them out for it, before they are opened."""
    from sctui.tui.screens.knowledge import KnowledgeScreen  # noqa: PLC0415 -- loaded with them

    for screen in app.kept.hidden(KnowledgeScreen):
        await leisure.wait()
        if screen in app.kept.hidden(KnowledgeScreen):
            await screen.know()
            await app.kept.lay_out(screen)


def _knowledge(desk: Desk) -> bool:
    """Whether it could be read what documents tell; where that is much, it waits until it is asked for."""
    from sctui.records.library import knowledge_files  # noqa: PLC0415 -- loaded in the thread
    from sctui.tui.reading import stamp  # noqa: PLC0415 -- likewise

    files = knowledge_files(desk.home.library)
    if sum(size for _file, _time, size in map(stamp, files)) > _MUCH:
        return False
    with suppress(SctuiError):  # it is told when a screen is opened
        desk.knowledge()
    return desk.known is not None


def _topics(desk: Desk) -> None:
    from sctui.tui.topic_mastery import topics_ahead  # noqa: PLC0415 -- loaded in the thread

    topics_ahead(desk)


def _scripts() -> None:
    """Load what converts scripts, which takes longer than a frame may."""
    from sctui.text.script import Script, show  # noqa: PLC0415 -- loaded in the thread

    show("\u53d1", Script.TAIWAN)


def _first() -> Callable[[Desk], Screen[Any]]:
    """Its module is read in a thread, and what its answers need."""
    from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- loaded in the thread

    import_module("sctui.tui.passage")
    return StudyScreen


def _kinds() -> tuple[Callable[[Desk], Screen[Any]], ...]:
    """Their modules are read in a thread; with them those of plots, of searching, and what they read by."""
    from sctui.tui.charts import load  # noqa: PLC0415 -- loaded in the thread
    from sctui.tui.screens.ask import AskScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.browse import BrowseScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.compare import CompareScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.document import DocumentScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.documents import DocumentsScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.form import FormScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.help import HelpScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.history import HistoryScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.inbox import InboxScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.keys import KeysScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.mastery import MasteryScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.mechanisms import MechanismsScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.more import MoreScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.overview import OverviewScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.path import PathScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.plans import PlansScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.record import RecordScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.settings import SettingsScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.source import SourceScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.statistics import StatisticsScreen  # noqa: PLC0415 -- likewise
    from sctui.tui.screens.trials import TrialsScreen  # noqa: PLC0415 -- likewise

    load()
    for needed in ("sctui.documents.decode", "sctui.markup.reader", "sctui.tui.editing"):
        import_module(needed)
    return (
        *(BrowseScreen, MasteryScreen, StatisticsScreen, HelpScreen),
        *(TrialsScreen, CompareScreen, MechanismsScreen, OverviewScreen, DocumentScreen),
        *(DocumentsScreen, PlansScreen, SettingsScreen, KeysScreen, HistoryScreen, RecordScreen),
        *(SourceScreen, FormScreen, AskScreen, PathScreen, MoreScreen, InboxScreen),
    )
