"""Pictures of the screens: they change only when someone means them to (`pytest tests/tui --snapshot-update`)."""

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.pilot import Pilot

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
