"""Screens that stay alive when they are left show nothing of what they showed before."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen

from sctui.locations import Home
from sctui.tui.app import SctuiApp
from sctui.tui.faults import Faults
from sctui.tui.leisure import Leisure, make_screens
from sctui.tui.screens.browse import BrowseScreen
from sctui.tui.screens.compare import CompareScreen
from sctui.tui.screens.document import DocumentScreen
from sctui.tui.screens.documents import DocumentsScreen
from sctui.tui.screens.help import HelpScreen
from sctui.tui.screens.history import HistoryScreen
from sctui.tui.screens.keys import KeysScreen
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.mastery import MasteryScreen
from sctui.tui.screens.mechanisms import MechanismsScreen
from sctui.tui.screens.overview import OverviewScreen
from sctui.tui.screens.plans import PlansScreen
from sctui.tui.screens.record import RecordScreen
from sctui.tui.screens.settings import SettingsScreen
from sctui.tui.screens.source import SourceScreen
from sctui.tui.screens.statistics import StatisticsScreen
from sctui.tui.screens.study import StudyScreen
from sctui.tui.screens.trials import TrialsScreen
from sctui.tui.widgets.card_list import CardList
from sctui.tui.widgets.document_view import DocumentView
from sctui.tui.widgets.filter_bar import FilterBar
from tests.tui.known import KNOWN, know
from tests.tui.screen_text import settled, text, told, until

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading" / "decks"
MADE = (
    *(StudyScreen, BrowseScreen, MasteryScreen, StatisticsScreen, HelpScreen),
    *(TrialsScreen, CompareScreen, MechanismsScreen, OverviewScreen, DocumentScreen),
    *(DocumentsScreen, PlansScreen, SettingsScreen, KeysScreen, HistoryScreen, RecordScreen),
    SourceScreen,
)
OPENED = {
    "study": ["enter"],
    "browse": ["slash"],
    "weak topics": ["w"],
    "statistics": ["S"],
    "help": ["question_mark"],
    "trials": ["r"],
    "compare": ["c"],
    "mechanisms": ["m"],
    "overview": ["j", "o"],
    "document": ["j", "j", "d"],
    "documents": ["d"],
    "plans": ["P"],
    "settings": ["comma"],
    "own keys": ["comma", "K"],
    "history": ["enter", "space", "i"],
    "source": ["enter", "space", "s"],
    "record": ["r", "enter"],
}


class AtLeisure(Leisure):
    """Nobody types."""

    async def wait(self) -> None:
        """No time."""

    async def quiet(self) -> None:
        """Likewise."""


def knowing(make_app: Make) -> SctuiApp:
    app = make_app([READING])
    know(app.desk, KNOWN)
    return app


@pytest.fixture
def app(make_app: Make) -> SctuiApp:
    return make_app()


def kept(app: SctuiApp, kind: type[Any]) -> Screen[Any]:
    """The screen that is kept, whether it is shown or not."""
    screen: Screen[Any] = app.kept._screens[kind]
    return screen


async def made_ahead(pilot: Pilot[None], app: SctuiApp) -> None:
    await make_screens(app, app.desk, AtLeisure())
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
@pytest.mark.parametrize("screen", OPENED)
async def test_a_screen_made_ahead_looks_as_one_made_when_it_is_opened(
    make_app: Make, screen: str, size: tuple[int, int]
) -> None:
    shown = []
    for ahead in (False, True):
        app = knowing(make_app)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            if ahead:
                await made_ahead(pilot, app)
                assert all(kept(app, kind).is_running for kind in MADE)
                assert all(kept(app, kind).has_class("-read") for kind in (TrialsScreen, CompareScreen))
            shown.append(await settled(pilot, *OPENED[screen]))
            styles = [
                (widget.css_path_nodes[-1].css_identifier, widget.styles.css)
                for widget in app.screen.query("*")
            ]
            shown.append(str(styles))
    assert shown[:2] == shown[2:]


@pytest.mark.parametrize("screen", ["trials", "compare", "mechanisms", "plans"])
async def test_a_screen_begins_anew_whatever_was_done_in_it(make_app: Make, screen: str) -> None:
    app = knowing(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        first = await settled(pilot, *OPENED[screen])
        opened = app.screen
        assert await settled(pilot, "j", "l") != first
        await settled(pilot, "G", "slash", *"2", "enter", "escape", "escape", "escape")
        assert isinstance(app.screen, LibraryScreen)
        assert await settled(pilot, OPENED[screen][-1]) == first
        assert app.screen is opened


async def test_the_same_document_is_shown_from_its_top_and_another_one_instead(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(100, 30)) as pilot:
        first = await settled(pilot, "j", "j", "d")
        view = app.screen.query_one(DocumentView)
        await settled(pilot, "G", "n", "q")
        assert await settled(pilot, "d") == first
        assert app.screen.query_one(DocumentView) is view


class NobodyThere(AtLeisure):
    """Nothing is ever typed."""

    async def wait(self) -> None:
        """For ever."""
        await asyncio.Event().wait()


async def test_the_screen_to_study_on_is_made_before_anything_is_typed_and_no_other(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        making = asyncio.create_task(make_screens(app, app.desk, NobodyThere()))
        while StudyScreen not in app.kept._screens or not kept(app, StudyScreen).is_running:
            assert not making.done()
            await pilot.pause()
        assert list(app.kept._screens) == [StudyScreen]
        making.cancel()


async def test_what_is_made_ahead_is_what_is_opened(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "question_mark", "escape")
        help_screen = kept(app, HelpScreen)
        await made_ahead(pilot, app)
        assert kept(app, HelpScreen) is help_screen
        await settled(pilot, "w")
        assert app.screen is kept(app, MasteryScreen)


async def test_an_answer_is_not_seen_when_the_next_session_begins(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        first = await settled(pilot, "enter")
        answered = await settled(pilot, "space")
        assert answered != first
        screen = app.screen
        await settled(pilot, "q")
        assert app.screen is not screen
        assert await settled(pilot, "enter") == first
        assert app.screen is screen


async def test_browse_begins_anew(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        first = await settled(pilot, "slash")
        await settled(pilot, *"no such word", "enter")
        assert "No card fits." in text(app)
        await settled(pilot, "escape", "down", "x", "o", "escape", "escape", "escape")
        assert not isinstance(app.screen, BrowseScreen)
        assert await settled(pilot, "slash") == first
        assert app.screen.query_one(FilterBar).has_focus
        assert not app.screen.query_one(CardList).selected


async def test_one_above_itself_is_another_one(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "enter")
        below = app.kept.ready(StudyScreen, app.desk)
        assert below is not app.screen


async def test_the_help_begins_with_the_keys_of_the_screen_that_asks(app: SctuiApp) -> None:
    def first(screen: str) -> str:
        return screen.partition("Keys: ")[2].split()[0]

    async with app.run_test(size=(80, 24)) as pilot:
        assert first(await settled(pilot, "question_mark")) == "Library"
        await settled(pilot, "pagedown", "escape", "w")
        assert first(await settled(pilot, "question_mark")) == "Weak"
        await settled(pilot, "escape", "escape")
        assert first(await settled(pilot, "question_mark")) == "Library"


async def test_words_of_a_kept_screen_follow_the_language(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "question_mark", "escape")
        before = kept(app, HelpScreen)
        await settled(pilot, "t")
        assert not before.is_running
        await settled(pilot, "question_mark")
        assert app.screen is not before


async def test_screens_are_made_again_when_words_have_changed(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app._ahead, app.leisure = True, AtLeisure()
        app.make_ahead()
        await until(pilot, lambda: HelpScreen in app.kept._screens, there=True)
        before = kept(app, HelpScreen)
        await pilot.press("t")
        await until(pilot, lambda: app.kept._screens.get(HelpScreen, before) is not before, there=True)
        assert not before.is_running


async def test_a_screen_with_a_fault_is_not_opened_again(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "w")
        faulty = app.screen
        app.kept.forget(faulty)
        await settled(pilot, "escape")
        assert not faulty.is_running
        await settled(pilot, "w")
        assert app.screen is not faulty


async def test_a_fault_in_making_a_screen_ahead_is_written_down_and_nothing_else(
    make_app: Make, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_screen: MasteryScreen) -> ComposeResult:
        raise ZeroDivisionError

    monkeypatch.setattr(MasteryScreen, "compose", fails)
    app = make_app()
    app._faults = Faults(home.log)
    async with app.run_test(size=(80, 24)) as pilot:
        await made_ahead(pilot, app)
        await settled(pilot)
        assert not told(app)
        assert "ZeroDivisionError" in home.log.read_text("utf-8")
        assert MasteryScreen not in app.kept._screens
        assert kept(app, HelpScreen).is_running
        await settled(pilot, "w")
        assert "A fault in the program" in told(app)


@pytest.mark.parametrize("key", ["w", "S", "question_mark", "enter", "r", "c", "m", "P", "comma"])
async def test_a_screen_that_was_made_is_painted_once_when_it_is_opened(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    painted: list[object] = []
    display = SctuiApp._display

    def count(app: SctuiApp, screen: Screen[object], update: object) -> None:
        painted.extend([update] if update is not None else [])
        display(app, screen, update)  # type: ignore[arg-type]  # whatever the compositor gives

    app = knowing(make_app)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, key, "escape", key, "escape")
        monkeypatch.setattr(SctuiApp, "_display", count)
        await settled(pilot, key)
        assert len(painted) == 1
