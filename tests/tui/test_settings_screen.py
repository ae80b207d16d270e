"""What is set on the screen counts at once, and stands in the file."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations

import pytest

from sctui import i18n
from sctui.config import read_settings
from sctui.locations import Home
from sctui.scheduler.settings import DueOrder
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.screens.settings import SettingsScreen
from sctui.tui.settings.rows import offered
from sctui.tui.widgets.setting_list import SettingList
from tests.tui.screen_text import press, told

Make = Callable[..., SctuiApp]


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    i18n.use(NullTranslations())


def go_to(app: SctuiApp, key: str) -> None:
    app.screen.query_one(SettingList).go_to(key)


async def test_every_setting_is_shown_with_its_value_and_its_help(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        for setting in offered():
            go_to(app, setting.key)
            shown = await press(pilot)
            assert setting.label in shown
            assert f"{setting.key} = " in shown
        assert not app.desk.home.config.exists()


async def test_a_choice_is_changed_written_and_taken_back(make_app: Make, home: Home) -> None:
    home.folder.mkdir(parents=True)
    home.config.write_text("# mine\nfuzz = false  # no\n", "utf-8")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        go_to(app, "due_order")
        shown = await press(pilot, "enter")
        assert "• shuffled" in shown
        assert app.desk.settings.due_order is DueOrder.SHUFFLED
        go_to(app, "fuzz")
        await press(pilot, "l")
        assert home.config.read_text("utf-8") == '# mine\nfuzz = true  # no\ndue_order = "shuffled"\n'
        go_to(app, "due_order")
        assert "longest due first" in await press(pilot, "x")
    assert read_settings(home.config).due_order is DueOrder.DAY
    assert home.config.read_text("utf-8") == "# mine\nfuzz = true  # no\n"


async def test_numbers_are_stepped_or_typed_and_stay_in_their_bounds(make_app: Make, home: Home) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        go_to(app, "desired_retention")
        await press(pilot, "l", "l")
        assert app.desk.settings.desired_retention == 0.92
        for _ in range(9):
            await press(pilot, "l")
        assert app.desk.settings.desired_retention == 0.99
        await press(pilot, "enter", *"1.5", "enter")
        assert app.desk.settings.desired_retention == 0.99
        assert "from 0.7 to 0.99" in told(app)
        await press(pilot, *["backspace"] * 3, *"85", "percent_sign", "enter")
        assert app.desk.settings.desired_retention == 0.85
        go_to(app, "learning_steps")
        await press(pilot, "enter", *"30s 5m 1d", "enter")
    assert read_settings(home.config).learning_steps == (30, 300, 86_400)
    assert read_settings(home.config).desired_retention == 0.85


async def test_language_script_and_theme_change_at_once(make_app: Make, home: Home) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma")
        go_to(app, "language")
        shown = await press(pilot, "l", "l")
        assert "设置" in shown
        assert "关闭" in shown or "返回" in shown
        go_to(app, "script")
        await press(pilot, "l")
        assert app.desk.settings.script is Script.SIMPLIFIED
        go_to(app, "theme")
        await press(pilot, "l", "l")
        assert app.theme == "high-contrast"
        shown = await press(pilot, "q")
        assert "牌组库" in shown
        assert "全部牌组" in shown
        assert "学习" in shown
    settings = read_settings(home.config)
    assert (settings.language, settings.script, settings.theme) == ("zh-Hans", "zh-Hans", "high-contrast")


async def test_a_table_under_the_settings_has_its_head_in_the_language_chosen(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Interval" in await press(pilot, "slash", "enter")
        await press(pilot, "comma")
        go_to(app, "language")
        await press(pilot, "l", "l")
        shown = await press(pilot, "q")
        assert "Browse" not in shown
        assert "Interval" not in shown


async def test_the_settings_open_once_and_from_anywhere(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "comma", "comma")
        assert sum(isinstance(screen, SettingsScreen) for screen in app.screen_stack) == 1
        assert "Show the answer" in await press(pilot, "q")


async def test_a_file_that_cannot_be_written_is_told_and_the_setting_counts(
    make_app: Make, home: Home
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        home.config.mkdir(parents=True)
        await press(pilot, "comma")
        go_to(app, "buttons")
        await press(pilot, "enter")
        assert "could not be" in told(app)
        assert app.desk.settings.buttons == 2
