"""The app on decks of our own, at a time that stands still until a test moves it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.notifications import Notification

from sctui.collection import Collection
from sctui.config import Settings, read_settings
from sctui.locations import Home
from sctui.tui.app import SctuiApp
from sctui.tui.clock import Clock
from sctui.tui.desk import Desk

DECKS = Path(__file__).parent / "decks"
START = int(datetime(2026, 11, 23, 9, 30, tzinfo=UTC).timestamp() * 1000)


class Watch:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.moment = START

    def __call__(self) -> int:
        return self.moment

    def pass_by(self, *, seconds: int) -> None:
        self.moment += seconds * 1000


@pytest.fixture(autouse=True)
def notes_that_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the app has said stays said, however long a busy machine takes to look."""
    monkeypatch.setattr(Notification, "has_expired", False)
    monkeypatch.setattr(Notification, "time_left", 3600.0)  # what the widget that shows it goes by


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


AppMaker = Callable[..., SctuiApp]


@pytest.fixture
def make_app(home: Home, watch: Watch) -> Iterator[AppMaker]:
    """Makes an app with the decks of some folders and with some settings."""
    opened: list[Collection] = []

    def make(folders: Sequence[Path] = (DECKS,), **settings: object) -> SctuiApp:
        collection = Collection.open(list(folders), home.database)
        opened.append(collection)
        chosen: Settings = replace(read_settings(home.config), **settings)  # type: ignore[arg-type]  # by name
        return SctuiApp(Desk(collection, chosen, home, Clock(watch, UTC)))

    yield make
    for collection in opened:
        collection.close()
