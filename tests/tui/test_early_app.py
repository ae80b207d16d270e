"""The first frame comes before the decks, and nothing that is typed meanwhile is lost."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import UTC

import pytest

from sctui.collection import Collection
from sctui.config import read_settings
from sctui.decks.first_reading import FirstReading
from sctui.decks.library import Library
from sctui.errors import CollectionError
from sctui.locations import Home
from sctui.store.store import Store
from sctui.tui.app import SctuiApp
from sctui.tui.clock import Clock
from sctui.tui.desk import Desk
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.study import StudyScreen
from tests.tui.conftest import DECKS, Watch
from tests.tui.screen_text import settled, text


class Slow(FirstReading):
    """A reading that waits until a test lets it go on."""

    def __init__(self, home: Home) -> None:
        super().__init__([DECKS], home.remembered, home.deck_names)
        self.names = ("Remembered",)
        self.go = threading.Event()
        self.failing = False

    def read(self) -> Library | None:
        self.go.wait(20)
        if self.failing:
            raise OSError("the disk is gone")
        return super().read()

    def stop(self) -> None:
        super().stop()
        self.go.set()


@pytest.fixture
def reading(home: Home) -> Slow:
    return Slow(home)


@pytest.fixture
def app(home: Home, watch: Watch, reading: Slow) -> Iterator[SctuiApp]:
    desk = Desk(lambda: opened(home), read_settings(home.config), home, Clock(watch, UTC))
    yield SctuiApp(desk, reading=reading)
    if desk.opened:
        desk.opened.close()


def opened(home: Home) -> Collection:
    return Collection(Library(), Store.open(home.database))


async def _until_read(app: SctuiApp) -> None:
    async with asyncio.timeout(20):
        while app.desk.awaited is not None:
            await asyncio.sleep(0.01)


async def test_the_names_of_last_time_stand_until_the_decks_are_read(app: SctuiApp, reading: Slow) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        early = text(app)
        assert "All decks" in early
        assert "Remembered" in early
        assert "Reading …" in early
        reading.go.set()
        await _until_read(app)
        await settled(pilot)
        later = text(app)
        assert "Remembered" not in later
        assert "自身免疫病" in later
        assert "8 new" in later


async def test_keys_pressed_before_wait_for_the_decks(app: SctuiApp, reading: Slow) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, LibraryScreen)
        reading.go.set()
        async with asyncio.timeout(20):
            while not (isinstance(app.screen, StudyScreen) and app.screen.is_mounted):
                await asyncio.sleep(0.01)
        await pilot.pause()
        assert app.desk.awaited is None
        assert "Show the answer" in await settled(pilot)


async def test_who_leaves_does_not_wait(app: SctuiApp, reading: Slow) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
        async with asyncio.timeout(10):
            while app.is_running:
                await asyncio.sleep(0.01)
    assert app.desk.opened is None
    assert reading.fault is None


async def test_a_fault_in_reading_ends_the_app(app: SctuiApp, reading: Slow) -> None:
    async with app.run_test(size=(80, 24)):
        reading.failing = True
        reading.go.set()
        async with asyncio.timeout(10):
            while app.is_running:
                await asyncio.sleep(0.01)
    assert isinstance(reading.fault, OSError)


async def test_a_database_that_cannot_be_opened_ends_the_app(
    app: SctuiApp, reading: Slow, home: Home
) -> None:
    home.database.mkdir(parents=True)
    async with app.run_test(size=(80, 24)):
        reading.go.set()
        async with asyncio.timeout(10):
            while app.is_running:
                await asyncio.sleep(0.01)
    assert isinstance(reading.fault, CollectionError)
    assert app.desk.opened is None
