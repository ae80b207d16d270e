"""The first frame that a key brings shows all of what the key brings: nothing comes or moves after it."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from sctui.tui.app import SctuiApp
from sctui.tui.screens.study import StudyScreen
from sctui.tui.widgets.card_view import CardView
from tests.tui.screen_text import settled, text

Make = Callable[..., SctuiApp]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What stood on the screen at each frame."""
    frames: list[str] = []
    display = SctuiApp._display

    def keep(app: SctuiApp, screen: Any, renderable: Any) -> None:
        display(app, screen, renderable)
        if renderable is not None and not app._batch_count:
            frames.append(text(app))

    monkeypatch.setattr(SctuiApp, "_display", keep)
    return frames


async def first_and_last(pilot: Pilot[None], frames: list[str], *keys: str) -> tuple[str, str]:
    """What the first frame after the last of the keys shows, and what stands there in the end."""
    if keys[:-1]:
        await settled(pilot, *keys[:-1])
    frames.clear()
    last = await settled(pilot, keys[-1])
    return frames[0], last


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("slash", "escape", "escape", "slash"), id="Browse"),
        pytest.param(("slash", "m"), id="a letter that finds cards"),
        pytest.param(("slash", *"no such wor", "d"), id="a letter that finds none"),
        pytest.param(("slash", "m", "backspace"), id="all again"),
        pytest.param(("slash", "escape", "down"), id="the next card"),
        pytest.param(("enter", "escape", "enter"), id="Study"),
        pytest.param(("enter", "space"), id="an answer"),
        pytest.param(("enter", "space", "3"), id="the next question"),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 14)])
async def test_the_first_frame_shows_what_stays(
    make_app: Make, painted: list[str], size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        first, last = await first_and_last(pilot, painted, *keys)
    assert first == last


async def test_an_answer_that_lies_below_is_seen_at_once(make_app: Make, painted: list[str]) -> None:
    app = make_app()
    async with app.run_test(size=(50, 14)) as pilot:
        scrolled = False
        await settled(pilot, "enter")
        while isinstance(app.screen, StudyScreen):
            first, last = await first_and_last(pilot, painted, "space")
            assert first == last
            scrolled |= app.screen.query_one(CardView).scroll_y > 0
            await settled(pilot, "4")
    assert scrolled
