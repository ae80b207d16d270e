from collections.abc import Callable
from threading import Event

import pytest

from sctui.study.statistics import Statistics
from sctui.tui.app import SctuiApp
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.statistics import StatisticsScreen
from sctui.tui.screens.study import StudyScreen
from sctui.tui.statistics.figures import WHOLE
from tests.tui.conftest import START
from tests.tui.screen_text import settled, text, told, until
from tests.tui.studied import study_for

Make = Callable[..., SctuiApp]


@pytest.fixture
def app(make_app: Make) -> SctuiApp:
    made = make_app()
    study_for(made.desk.collection, START, 60)
    return made


@pytest.mark.parametrize("size", [(80, 24), (44, 20)])
async def test_every_page_is_drawn_for_the_room_there_is(app: SctuiApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        assert "the longest: 4" in await settled(pilot, "S")
        for words in ("mature", "within a week", "on a day of study", "Stability, days", "RMSE", "recalled"):
            assert words in await settled(pilot, "l")
        assert "in a row" in await settled(pilot, "l")  # after the last comes the first
        assert "RMSE" in await settled(pilot, "6")
        assert told(app) == ""


async def test_what_is_told_below_a_chart_is_told_whole_in_a_narrow_window(app: SctuiApp) -> None:
    async with app.run_test(size=(40, 24)) as pilot:
        assert "first answer of a day." in " ".join((await settled(pilot, "S", "2")).split())
        assert "FSRS expects." in " ".join((await settled(pilot, "6")).split())


async def test_a_page_says_so_while_there_is_nothing(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "nothing yet today" in await settled(pilot, "S")
        assert "No card was asked again on a later day yet" in await settled(pilot, "2")
        assert "0 due today" in await settled(pilot, "3")
        assert "No card was studied yet" in await settled(pilot, "5")
        assert "No card that was answered stands under a topic" in await settled(pilot, "7")


async def test_a_topic_can_be_looked_at_alone_and_studied(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        everything = await settled(pilot, "S")
        topics = await settled(pilot, "7")
        screen = app.screen
        assert isinstance(screen, StatisticsScreen)
        first = (screen._figures.topics or [])[0]
        assert "  ·  All decks" in topics
        alone = await settled(pilot, "enter")
        assert f"Statistics  ·  {first.topic.replace(' / ', ' › ')}" in alone
        assert f"{first.answers} answers" in alone
        assert f"{first.answers} answers" not in everything
        assert "All decks" in await settled(pilot, "q")
        await settled(pilot, "a")
        assert isinstance(app.screen, StudyScreen)
        await settled(pilot, "q", "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_the_period_goes_from_a_month_to_everything(app: SctuiApp) -> None:
    def answers(screen: str) -> int:
        line = next(line for line in screen.splitlines() if "answers" in line)
        return int(line.split()[0])

    async with app.run_test(size=(80, 24)) as pilot:
        year = answers(await settled(pilot, "S"))
        everything = answers(await settled(pilot, "p"))
        month = answers(await settled(pilot, "p"))
        quarter = answers(await settled(pilot, "p"))
        assert month < quarter == year == everything == len(app.desk.collection.store.reviews())


async def test_a_deck_is_told_of_alone(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "j", "j", "S")
        screen = app.screen
        assert isinstance(screen, StatisticsScreen)
        own = set(app.desk.collection.cards_at("自身免疫病::狼疮"))
        answers = [review for review in app.desk.collection.store.reviews() if review.card in own]
        assert "Statistics  ·  自身免疫病 › 狼疮" in text(app)
        assert sum(day.answers for day in screen._figures.days or ()) == len(answers) > 0


@pytest.mark.parametrize("width", [80, 44])
async def test_the_mouse_turns_to_a_page(app: SctuiApp, width: int) -> None:
    async with app.run_test(size=(width, 24)) as pilot:
        lines = (await settled(pilot, "S")).split("\n")
        name = "2 Retention" if width == 80 else "›"
        row = next(at for at, line in enumerate(lines) if name in line and "1" in line)
        await pilot.click(offset=(lines[row].index(name), row))
        shown = await settled(pilot)
        assert "young" in shown
        await pilot.click(offset=(lines[row].index("1"), row))
        assert await settled(pilot) != shown


async def test_what_the_library_has_read_is_not_read_again(
    app: SctuiApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.desk.asked(WHOLE), there=True)  # the library has read them
        for name in ("days", "pace", "forecast"):
            monkeypatch.delattr(Statistics, name)
        assert "the longest: 4" in await settled(pilot, "S")
        assert "within a week" in await settled(pilot, "3")
        assert told(app) == ""


async def test_what_is_being_read_is_read_on_when_the_screen_is_left(
    app: SctuiApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, go_on, times = Statistics.recall, Event(), []

    def waits(statistics: Statistics) -> object:
        times.append(1)
        go_on.wait(60)
        return read(statistics)

    monkeypatch.setattr(Statistics, "recall", waits)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("S")
        while not times:
            await pilot.pause()
        await pilot.press("q", "S", "2")
        await pilot.pause()
        assert "Reading" in text(app)
        go_on.set()
        while "mature" not in text(app):
            await pilot.pause()
        assert len(times) == 1
