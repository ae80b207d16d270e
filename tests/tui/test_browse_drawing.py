"""What Browse draws, and what it need not draw again."""

import pytest
from textual.strip import Strip

from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.screens.browse import BrowseScreen
from sctui.tui.widgets.card_list import CardList
from tests.tui.screen_text import settled
from tests.tui.test_browse_screen import app, begin, found

__all__ = ["app"]  # a fixture of these tests as well


async def test_the_card_follows_the_script(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, "id:other")
        assert screen.count("幹細胞") == 1, "as it is written"
        while app.desk.settings.script is not Script.SIMPLIFIED:
            screen = await settled(pilot, "t")
        assert screen.count("干细胞") == 3
        assert "幹細胞" not in screen


async def test_rows_are_drawn_again_only_where_others_are_seen(
    app: SctuiApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        drawn: list[int] = []
        usual = CardList.render_line

        def draw(rows: CardList, y: int) -> Strip:
            drawn.append(y)
            return usual(rows, y)

        monkeypatch.setattr(CardList, "render_line", draw)
        await settled(pilot, "slash", *"-x")
        drawn.clear()
        await settled(pilot, *"yz")
        assert drawn == []
        assert found(app) == ["boils", "melts", "rises", "other"]
        await settled(pilot, *" 幹")
        assert found(app) == ["other"]
        assert drawn
        drawn.clear()
        assert "⚑3" in await settled(pilot, "enter", "3")
        assert drawn


async def test_the_line_is_there_for_the_next_time(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "slash", "escape", "escape")
        browse = app.kept.ready(BrowseScreen, app.desk)
        assert app.screen is not browse
        browse._get_ready()
        screen = await settled(pilot, "slash", "冰")
        assert found(app) == ["melts"]
        await settled(pilot, "escape", "escape", "escape")
        browse._get_ready()
        app.push_screen(browse.begin("水"))
        screen = await settled(pilot, "j")
        assert found(app) == ["boils"], "the key was for the rows"
        assert "1 of 4 cards" in screen
