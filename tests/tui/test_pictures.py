"""Pictures of the screens: they change only when someone means them to (`pytest tests/tui --snapshot-update`)."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sctui import i18n
from sctui.i18n.language import Language, speak
from sctui.locations import Home
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from tests.tui.conftest import START
from tests.tui.known import KNOWN, know
from tests.tui.screen_text import settled
from tests.tui.studied import study_for

# the pictures hold for the version of Textual that the constraints name, and for no other
_CONSTRAINTS = (Path(__file__).parents[2] / "constraints.txt").read_text("utf-8")
pytestmark = pytest.mark.skipif(
    f"textual=={version('textual')}\n" not in _CONSTRAINTS,
    reason="another version of Textual draws otherwise",
)

Make = Callable[..., SctuiApp]
SIZES = {"80x24": (80, 24), "120x40": (120, 40)}
READING = Path(__file__).parent / "reading" / "decks"
SCREENS = {
    "library": ("G", "l", "g"),
    "question": ("j", "j", "enter"),
    "answer": ("j", "j", "enter", "space"),
    "browse": ("slash", *"細胞", "enter", "j", "space", "3"),
    "statistics": ("S",),
    "settings": ("comma",),
    "document": ("enter", "space", "d"),
    "trials": ("r", "G"),
    "help": ("question_mark",),
}
NARROW = ("answer", "library", "browse", "statistics", "settings")

# every script, theme and language at least once, and no colours at all; which go together is by chance
LOOKS = {
    "as-written-light-en": (Script.AS_WRITTEN, "textual-light", Language.ENGLISH),
    "simplified-contrast-zh-Hans": (Script.SIMPLIFIED, "high-contrast", Language.SIMPLIFIED),
    "taiwan-dark-zh-Hant": (Script.TAIWAN, "textual-dark", Language.TRADITIONAL),
    "hong-kong-no-colour-en": (Script.HONG_KONG, "textual-dark", Language.ENGLISH),
}
KNOWLEDGE = {
    "record": ("r", "G", "enter"),
    "compare": ("c", "l"),
    "quiz": ("c", "z", "space", "space", "space"),
    "mechanisms": ("m", "l", "j", "l", "j", "l"),
}


@pytest.fixture
def dressed(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Callable[..., SctuiApp]]:
    """Makes an app for one of the screens, with what it shows there, in a script, theme and language."""

    def make(screen: str, script: Script, theme: str, language: Language, *, colours: bool) -> SctuiApp:
        if not colours:
            monkeypatch.setenv("NO_COLOR", "1")
        speak(language)
        folders = {"folders": [READING]} if screen == "document" else {}
        app = make_app(**folders, script=script, theme=theme, language=language)
        know(app.desk, KNOWN)
        monkeypatch.chdir(tmp_path)
        app.desk.home = Home(Path("home"))  # the settings show where they stand
        if screen in ("library", "statistics"):
            study_for(app.desk.collection, START, 3 if screen == "library" else 60)
        return app

    yield make
    i18n.use(NullTranslations())


@pytest.fixture
def look(dressed: Callable[..., SctuiApp]) -> Callable[[str, str], SctuiApp]:
    """Makes an app that looks so, for one of the screens."""
    return lambda screen, name: dressed(screen, *LOOKS[name], colours="no-colour" not in name)


async def drawn(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until nothing changes any more."""
    before, now = "", await settled(pilot, "j", "k", *keys)
    while before != now:
        await pilot.wait_for_scheduled_animations()
        before, now = now, pilot.app.export_screenshot(simplify=True)


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("screen", SCREENS)
def test_picture(
    look: Callable[[str, str], SctuiApp], snap_compare: Callable[..., bool], screen: str, size: str, name: str
) -> None:
    async def reach(pilot: Pilot[None]) -> None:
        await drawn(pilot, *SCREENS[screen])

    assert snap_compare(look(screen, name), terminal_size=SIZES[size], run_before=reach)


@pytest.mark.parametrize("screen", NARROW)
def test_narrow_picture(
    look: Callable[[str, str], SctuiApp], snap_compare: Callable[..., bool], screen: str
) -> None:
    async def reach(pilot: Pilot[None]) -> None:
        await drawn(pilot, *SCREENS[screen])

    name = "as-written-light-en" if screen == "browse" else "taiwan-dark-zh-Hant"
    assert snap_compare(look(screen, name), terminal_size=(40, 24), run_before=reach)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", KNOWLEDGE)
def test_picture_of_what_is_known(
    make_app: Make, snap_compare: Callable[..., bool], size: str, step: str
) -> None:
    async def reach(pilot: Pilot[None]) -> None:
        await settled(pilot, *KNOWLEDGE[step])

    app = make_app(script=Script.TAIWAN)
    know(app.desk, KNOWN)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["5", "7"])
def test_picture_of_statistics(
    make_app: Make, snap_compare: Callable[..., bool], size: str, page: str
) -> None:
    async def reach(pilot: Pilot[None]) -> None:
        await settled(pilot, "S", page)

    app = make_app(script=Script.TAIWAN)
    study_for(app.desk.collection, START, 60)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)
