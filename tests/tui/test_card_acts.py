from collections.abc import Callable

from sctui.tui.app import SctuiApp
from tests.tui.screen_text import press

Make = Callable[..., SctuiApp]
LUPUS = ("j", "j", "enter")  # from all decks past 自身免疫病 to 狼疮


async def test_a_card_is_buried_suspended_and_flagged_and_all_is_taken_back(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        first = await press(pilot, *LUPUS)
        flagged = await press(pilot, "f", "f")
        assert "⚑2" in flagged
        assert "⚑2" not in await press(pilot, "b")
        await press(pilot, "exclamation_mark")
        marks = app.desk.collection.store.marks().values()
        assert [(mark.flag, mark.suspended) for mark in marks] == [(2, False), (0, True)]
        assert await press(pilot, "u", "u", "u", "u") != flagged
        assert app.desk.collection.store.marks() == {}
        assert "⚑" not in first


async def test_with_two_buttons_there_are_two(make_app: Make) -> None:
    app = make_app(buttons=2)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, *LUPUS, "space")
        assert "1 Again" in screen
        assert "3 Good" in screen
        assert "Hard" not in screen
        assert "Easy" not in screen
