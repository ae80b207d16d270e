"""Each main screen in every script and theme, at both sizes: a line of `looks.txt` tells how each looks.

A line holds hashes of the words and of their colours, for pictures of all would be hundreds (`test_pictures` has
some of them). SCTUI_LOOKS=write writes the file anew; look at the pictures then.
"""

import asyncio
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
from tests.tui.screen_text import work_done
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
    """Hashes of what is written, and of the colours and styles of it, in however many pieces it is drawn."""
    segments = list(Segment.simplify(_segments(app)))
    return _hash(one.text for one in segments), _hash(f"{len(one.text)} {one.style}" for one in segments)


async def _settled_look(pilot: Pilot[None], app: SctuiApp) -> tuple[str, str]:
    """The same, once nothing changes any more."""
    before, now = ("", ""), ("", "")
    while not before == now != ("", ""):
        await work_done(app)
        await pilot.pause()
        before, now = now, _look(app)
    return now


async def _looks(pilot: Pilot[None], themes: tuple[str, ...]) -> dict[tuple[Script, str], tuple[str, str]]:
    """How the screen looks in each script and theme."""
    app, found, dressed = pilot.app, {}, asyncio.Event()
    assert isinstance(app, SctuiApp)
    app.theme_changed_signal.subscribe(app, lambda _theme: dressed.set())
    for _script in Script:
        for theme in themes:
            dressed.clear()
            if app.theme != theme:
                app.theme = theme
                await dressed.wait()  # its colours come later
            found[app.desk.settings.script, theme] = await _settled_look(pilot, app)
        await app.action_script()
        app.clear_notifications()
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
    for script in Script:  # a theme changes all colours and no word
        here = [look for (at, _), look in looks.items() if at is script]
        assert len({words for words, _ in here}) == 1
        assert len({colours for _, colours in here}) == len(here)
    known = _known()
    if os.environ.get("SCTUI_LOOKS") == "write":
        lines = sorted(f"{name} = {look}" for name, look in (known | told).items())
        LOOKS.write_text("\n".join(lines) + "\n", "utf-8")
        return
    assert told == {name: known.get(name) for name in told}


def _known() -> dict[str, str]:
    lines = LOOKS.read_text("utf-8").splitlines() if LOOKS.exists() else ()
    return dict(line.split(" = ", 1) for line in lines)
