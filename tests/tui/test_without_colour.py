"""Where there are no colours, nothing that colours told is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.tui.app import SctuiApp
from tests.tui.screen_text import press, work_done

Make = Callable[..., SctuiApp]
ANSWERED = Path(__file__).parent / "answered"


@pytest.mark.parametrize("keys", [(), ("S", "7"), ("comma",), ("w",), ("slash", "escape")])
async def test_the_cursor_is_seen(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
        await work_done(pilot.app)
        await press(pilot)
        strips = app.screen._compositor.render_strips(app.size)
        assert any(segment.style and segment.style.reverse for strip in strips for segment in strip)


async def test_what_was_right_and_what_was_wrong_has_a_sign(make_app: Make) -> None:
    app = make_app([ANSWERED])
    async with app.run_test(size=(80, 24)) as pilot:
        shown = await press(pilot, "enter")
        for _ in range(9):
            if " 1 " in shown and "▌" in shown:
                break
            shown = await press(pilot, "space", "4")
        for key in "12":
            shown = await press(pilot, key)
            if "✗" in shown:
                break
            shown = await press(pilot, "u")
        assert "✓" in shown
