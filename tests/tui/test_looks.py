"""Each main screen in every script and theme, at both sizes: a line of `looks.txt` tells how each looks.

A line holds hashes of the words and of their colours, for pictures of all would be hundreds (`test_pictures` has
some of them). SCTUI_LOOKS=write writes the file anew; look at the pictures then.
"""

import os
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.pilot import Pilot

from sctui.i18n.language import Language
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import settled
from tests.tui.test_pictures import SCREENS, SIZES, drawn, dressed, pytestmark

__all__ = ["dressed", "pytestmark"]  # a fixture, and a mark, of these tests as well

Make = Callable[..., SctuiApp]
LOOKS = Path(__file__).with_name("looks.txt")
THEMES = ("textual-dark", "textual-light", "high-contrast")
COLOURS = {"colours": THEMES, "no-colour": THEMES[:1]}


def _segments(app: SctuiApp) -> list[Segment]:
    return [segment for strip in app.screen._compositor.render_strips(app.size) for segment in strip]


def _hash(texts: Iterator[str]) -> str:
    return blake2b("\n".join(texts).encode(), digest_size=4).hexdigest()


def _look(app: SctuiApp) -> tuple[str, str]:
    """Hashes of what is written, and of the colours and styles of each piece of it."""
    segments = _segments(app)
    return _hash(one.text for one in segments), _hash(f"{len(one.text)} {one.style}" for one in segments)


async def _settled_look(pilot: Pilot[None], app: SctuiApp) -> tuple[str, str]:
    """The same, once nothing changes any more."""
    before, now = ("", ""), ("", "")
    while not before == now != ("", ""):
        await settled(pilot)
        before, now = now, _look(app)
    return now


async def _looks(pilot: Pilot[None], themes: tuple[str, ...]) -> dict[tuple[Script, str], tuple[str, str]]:
    """How the screen looks in each script and theme."""
    app, found = pilot.app, {}
    assert isinstance(app, SctuiApp)
    for _script in Script:
        for theme in themes:
            app.theme = theme
            found[app.desk.settings.script, theme] = await _settled_look(pilot, app)
        await app.action_script()
        app.clear_notifications()
        await settled(pilot)
    return found


@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
async def test_looks(dressed: Callable[..., SctuiApp], screen: str, size: str, colours: str) -> None:
    app = dressed(screen, Script.AS_WRITTEN, THEMES[0], Language.SIMPLIFIED, colours=colours == "colours")
    async with app.run_test(size=SIZES[size]) as pilot:
        await drawn(pilot, *SCREENS[screen])
        looks = await _looks(pilot, COLOURS[colours])
    told = {
        f"{screen} {size} {script.value} {theme if colours == 'colours' else colours}": " ".join(look)
        for (script, theme), look in looks.items()
    }
    assert len(told) == len(Script) * len(COLOURS[colours])
    for script in Script:  # a theme changes no word
        assert len({words for (at, _), (words, _) in looks.items() if at is script}) == 1
    known = _known()
    if os.environ.get("SCTUI_LOOKS") == "write":
        lines = sorted(f"{name} = {look}" for name, look in (known | told).items())
        LOOKS.write_text("\n".join(lines) + "\n", "utf-8")
        return
    assert told == {name: known.get(name) for name in told}


def _known() -> dict[str, str]:
    lines = LOOKS.read_text("utf-8").splitlines() if LOOKS.exists() else ()
    return dict(line.split(" = ", 1) for line in lines)
