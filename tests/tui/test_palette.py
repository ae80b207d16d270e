"""The command palette: what can be done on a screen, by name."""

from collections.abc import Callable

from textual.command import CommandPalette

from sctui.tui.app import SctuiApp
from sctui.tui.screens.help import HelpScreen
from sctui.tui.screens.library import LibraryScreen
from tests.tui.screen_text import press, work_done

Make = Callable[..., SctuiApp]


async def test_the_palette_runs_an_action(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p", *"Help")
        await work_done(pilot.app)
        await pilot.press("down", "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, HelpScreen)


def _commands(app: SctuiApp) -> dict[str, str]:
    return {command.title: command.help for command in app.get_system_commands(app.screen)}


async def test_the_palette_offers_what_can_be_done_by_name_and_key(make_app: Make) -> None:
    app = make_app(keys={"library.mastery": "ctrl+w"})
    async with app.run_test(size=(80, 24)) as pilot:
        library = _commands(app)
        assert library["Weak topics"] == "how much of each you would recall today (^w)"
        assert library["Browse"] == "Find cards among all, preview and change them (/)"
        assert library["A tour of under a minute"] == "F2"
        assert not {"Next row", "A page down"} & set(library)
        await press(pilot, "enter")
        assert "Suspend" not in library
        study = _commands(app)
        assert "Weak topics" not in study
        assert study["Undo"].endswith("(u)")


async def test_a_palette_that_is_left_while_it_looks_for_commands_is_no_fault(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p")
        palette = app.screen
        assert isinstance(palette, CommandPalette)
        await press(pilot, "escape", "escape")
        palette._gather_commands("help")  # as when its turn comes only now
        await press(pilot, "j")
        assert isinstance(app.screen, LibraryScreen)
        assert not app.return_code
