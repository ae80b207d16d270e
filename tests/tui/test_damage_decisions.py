"""Damaged places are decided about in the document itself."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from sctui.documents.decisions import Verdict
from sctui.documents.decisions_file import read_decisions, sidecar_of
from sctui.locations import Home
from sctui.tui.app import SctuiApp
from sctui.tui.screens.ask import AskScreen
from tests.tui.screen_text import settled as press
from tests.tui.screen_text import text, told

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading"


@pytest.fixture
def document(home: Home) -> Path:
    """A document of the home with three damaged places, and its deck."""
    shutil.copytree(READING, home.folder, dirs_exist_ok=True)
    return home.folder / "asthma.md"


async def test_what_should_stand_there_is_written(make_app: Make, home: Home, document: Path) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "d", "n", "n", "n")
        screen = await press(pilot, "e")
        assert isinstance(app.screen, AskScreen)
        assert "lost bytes (D0)" in screen
        assert "⟦\ufffd⟧" in screen
        assert "Accept" not in screen
        await press(pilot, "down", "enter")
        app.screen.query_one(Input).value = "良好"
        screen = await press(pilot, "enter")
        assert "line 21  lost bytes (D0)  should be 良好" in screen
        assert "Kept beside the document." in told(app)
        (decision,) = read_decisions(document)
        assert (decision.verdict, decision.text, decision.line) == (Verdict.TEXT, "良好", 21)
        await press(pilot, "q", "u")
    assert not sidecar_of(document).exists()


async def test_a_place_that_is_none_is_no_longer_marked(make_app: Make, home: Home, document: Path) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(100, 24)) as pilot:
        assert "3 damaged places" in await press(pilot, "d")
        await press(pilot, "n", "n", "e", "down", "enter")
        assert "2 damaged places" in text(app)
        assert [one.verdict for one in read_decisions(document)] == [Verdict.REJECT]


async def test_a_decision_is_forgotten_again(make_app: Make, home: Home, document: Path) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(100, 24)) as pilot:
        screen = await press(pilot, "d", "e", "e")  # the first goes to the place
        assert "Accept: should be taken out" in screen
        assert "Forget" not in screen
        await press(pilot, "enter")
        assert [one.verdict for one in read_decisions(document)] == [Verdict.ACCEPT]
        await press(pilot, "e", "up", "end", "down", "down", "down", "enter")
        assert read_decisions(document) == ()


@pytest.mark.parametrize("keys", [("escape",), ("down", "down", "enter", "escape")])
async def test_who_leaves_decides_nothing(
    make_app: Make, home: Home, document: Path, keys: tuple[str, ...]
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "d", "n", "e", *keys)
        assert "pinyin (D8)" in text(app)
    assert not sidecar_of(document).exists()


async def test_a_document_of_the_program_s_own_is_left_alone(
    make_app: Make, home: Home, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sctui.tui.damage_decisions.bundled", lambda: home.folder)
    app = make_app([home.decks])
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "d", "n", "e", "enter")
        assert "came with the program" in told(app)
    assert not sidecar_of(document).exists()
