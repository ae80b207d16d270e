"""Keys that come all at once, as over a slow connection, take effect in their order."""

import pytest
from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot

from sctui.tui.widgets.filter_bar import FilterBar
from sctui.tui.widgets.typed_line import TypedLine


class _App(App[None]):
    def compose(self) -> ComposeResult:
        yield TypedLine("ab", select_on_focus=False)
        yield FilterBar("", typing=True)


async def _send(pilot: Pilot[None], *keys: str) -> None:
    """Send keys without waiting for what they do."""
    for key in keys:
        pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    await pilot.pause()


@pytest.mark.parametrize("kind", [TypedLine, FilterBar])
async def test_what_is_deleted_is_what_stood_there(kind: type[TypedLine]) -> None:
    app = _App()
    async with app.run_test() as pilot:
        line = next(one for one in app.query(TypedLine) if type(one) is kind)
        line.focus()
        line.value = "ab"
        line.cursor_position = 2
        await _send(pilot, "backspace", "c", "d", "home", "x", "end", "backspace")
        assert line.value == "xac"
        await _send(pilot, "ctrl+u", "y", "z")
        assert line.value == "yz"
