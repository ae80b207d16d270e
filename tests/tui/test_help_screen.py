"""The help tells of the screen one comes from first."""

from collections.abc import Callable

from sctui.tui.app import SctuiApp
from sctui.tui.screens.ask import AskScreen
from tests.tui.screen_text import press, settled

Make = Callable[..., SctuiApp]


async def test_browse_is_told_with_the_language_of_its_queries(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(100, 120)) as pilot:
        help_ = await settled(pilot, "slash", "f1")
        keys, language, others = (
            help_.index(part) for part in ("Keys: Browse", "What Browse finds", "What the numbers count")
        )
        assert keys < language < others
        assert "prop:r<0.9" in help_[language:others]


async def test_a_question_says_what_enter_does(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for choices, only, told in (((), False, "⏎ OK  esc"), (("a",), False, "⏎ OK  tab Take  esc")):
            await app.push_screen(AskScreen(app.desk).begin("?", choices=choices, only_choices=only))
            assert told in await press(pilot)
        await app.push_screen(AskScreen(app.desk).begin("?", choices=("a",), only_choices=True))
        assert "⏎ Choose  esc" in await press(pilot)
