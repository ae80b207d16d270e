"""Pictures of the screens: they change only when someone means them to (`pytest tests/tui --snapshot-update`)."""

from collections.abc import Callable, Iterator
from gettext import NullTranslations
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sctui import i18n
from sctui.i18n.language import Language, speak
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from tests.tui.conftest import START
from tests.tui.known import KNOWN
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
STEPS = {"library": ("G", "l", "g"), "question": ("j", "j", "enter"), "answer": ("j", "j", "enter", "space")}

# every script, theme and language at least once; which go together is by chance
LOOKS = {
    "as-written-light-en": (Script.AS_WRITTEN, "textual-light", Language.ENGLISH),
    "simplified-contrast-zh-Hans": (Script.SIMPLIFIED, "high-contrast", Language.SIMPLIFIED),
    "taiwan-dark-zh-Hant": (Script.TAIWAN, "textual-dark", Language.TRADITIONAL),
    "hong-kong-light-zh-Hant": (Script.HONG_KONG, "textual-light", Language.TRADITIONAL),
}
LOOKED_AT = {
    "library-120x40": ((120, 40), ("j",)),
    "answer-80x24": ((80, 24), ("j", "j", "enter", "space")),
    "answer-40x20": ((40, 20), ("j", "j", "enter", "space")),
    "settings-80x24": ((80, 24), ("comma",)),
}

KNOWLEDGE = {
    "trials": ("r", "G"),
    "record": ("r", "G", "enter"),
    "compare": ("c", "l"),
    "quiz": ("c", "z", "space", "space", "space"),
    "browse": ("slash", *"細胞", "enter", "j", "space", "3"),
    "mechanisms": ("m", "l", "j", "l", "j", "l"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", STEPS)
def test_picture(make_app: Make, snap_compare: Callable[..., bool], size: str, step: str) -> None:
    async def reach(pilot: Pilot[None]) -> None:
        await settled(pilot, "j", "k", *STEPS[step])

    app = make_app(script=Script.TAIWAN)
    if step == "library":
        study_for(app.desk.collection, START, 3)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)


@pytest.fixture
def in_english_again() -> Iterator[None]:
    yield
    i18n.use(NullTranslations())


@pytest.mark.usefixtures("in_english_again")
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("screen", LOOKED_AT)
def test_picture_of_a_look(make_app: Make, snap_compare: Callable[..., bool], look: str, screen: str) -> None:
    script, theme, language = LOOKS[look]
    size, keys = LOOKED_AT[screen]

    async def reach(pilot: Pilot[None]) -> None:
        await settled(pilot, *keys)

    speak(language)
    app = make_app(script=script, theme=theme, language=language)
    assert snap_compare(app, terminal_size=size, run_before=reach)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("step", KNOWLEDGE)
def test_picture_of_what_is_known(
    make_app: Make, snap_compare: Callable[..., bool], size: str, step: str
) -> None:
    async def reach(pilot: Pilot[None]) -> None:
        await settled(pilot, *KNOWLEDGE[step])

    app = make_app(script=Script.TAIWAN)
    app.desk.known = KNOWN
    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["1", "5", "7"])
def test_picture_of_statistics(
    make_app: Make, snap_compare: Callable[..., bool], size: str, page: str
) -> None:
    async def reach(pilot: Pilot[None]) -> None:
        await settled(pilot, "S", page)

    app = make_app(script=Script.TAIWAN)
    study_for(app.desk.collection, START, 60)
    assert snap_compare(app, terminal_size=SIZES[size], run_before=reach)


def test_picture_of_a_document(make_app: Make, snap_compare: Callable[..., bool]) -> None:
    async def reach(pilot: Pilot[None]) -> None:
        await settled(pilot, "enter", "space", "d")

    app = make_app([Path(__file__).parent / "reading" / "decks"])
    assert snap_compare(app, terminal_size=(120, 40), run_before=reach)
