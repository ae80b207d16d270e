"""No character is cut in half that is shown whole, whatever lies hidden below it."""

import re

from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.widgets import Static

from sctui.tui.screens.base import ContainedScreen
from tests.tui.screen_text import lines

_BELOW = "细胞" * 20  # each character begins at an even column
_ABOVE = "这条消息盖住下面的按钮"


class Layers(ContainedScreen[None]):
    """A line in three widgets, the last of which begins at an odd column, and a notice on a layer above them."""

    def compose(self) -> ComposeResult:
        yield Static("甲", classes="button")
        yield Static("乙", classes="button")
        yield Static(_BELOW, id="rest")
        yield Static(_ABOVE, id="notice")


class _App(App[None]):
    CSS = """
    Layers { layers: below above; layout: horizontal; }
    .button { width: 11; height: 1; }
    #rest { width: 1fr; height: 1; }
    #notice { layer: above; width: 30; height: 1; offset: 5 0; }
    """

    def get_default_screen(self) -> Layers:
        return Layers()


def _painted(app: App[None], screen: str) -> str:
    """The first line of a terminal that showed `screen`, once it has got what the app sends to it now."""
    update = app.screen._compositor.render_update()
    cells = _cells(screen)
    assert update is not None
    for at, text in re.findall(r"\x1b\[1;(\d+)H([^\x1b]*)", re.sub(r"\x1b\[[\d;]*m", "", _sent(app, update))):
        new = _cells(text.partition("\n")[0])
        cells[int(at) - 1 : int(at) - 1 + len(new)] = new
    return "".join(cells)


def _sent(app: App[None], update: object) -> str:
    assert isinstance(update, CompositorUpdate)
    return update.render_segments(app.console)


def _cells(text: str) -> list[str]:
    """A text by cells; the second cell of a character has nothing."""
    return [cell for char in text for cell in ([char, ""] if ord(char) > 0x2E7F else [char])]


async def test_hidden_edges_cut_no_character_of_what_lies_above() -> None:
    app = _App()
    async with app.run_test(size=(60, 3)):
        assert _ABOVE in lines(app)[0]


async def test_what_a_notice_has_covered_is_painted_whole_when_it_goes() -> None:
    app = _App()
    async with app.run_test(size=(60, 3)) as pilot:
        before = lines(app)[0]
        notice = app.screen.query_one("#notice")
        region = notice.region
        notice.display = False
        await pilot.pause()
        app.screen._compositor._dirty_regions = {region}
        assert _painted(app, before) == lines(app)[0]
