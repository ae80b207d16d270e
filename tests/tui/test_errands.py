"""Adding documents and exporting, from the library."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from sctui.locations import Home
from sctui.tui.app import SctuiApp
from sctui.tui.screens.errand import ErrandScreen
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.path import PathScreen
from tests.tui.screen_text import press, text, told, work_done

Make = Callable[..., SctuiApp]
_NOTES = """# 间充质干细胞

## 定义

间充质干细胞(MSC)是一种多能干细胞。造血干细胞(HSC)是一种能够分化为各种血细胞的成体干细胞。
"""
# told how far it is, it goes on until the file `go` stands beside it, or until Ctrl-C
_SLOW = r"""#!/bin/sh
trap 'echo Stopped. >&2; exit 130' INT
printf '\036{"does": "Reading", "at": "notes.md: line 1 of 2", "share": 0.5}\n' >&2
while [ ! -e "$0.go" ]; do sleep 0.05; done
echo "notes.md: 2 lines"
"""


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "slow"
    program.write_text(_SLOW, "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    return tmp_path / "slow.go"


async def _type(pilot: Pilot[None], line: str) -> str:
    """Put a path into the line, and wait for what it can become."""
    pilot.app.screen.query_one(Input).value = line
    await pilot.pause()
    while getattr(pilot.app.screen, "_seen", line) != line:
        await asyncio.sleep(0.01)
    return await press(pilot)


async def _until(pilot: Pilot[None], words: str) -> str:
    for _ in range(3000):
        if words in (screen := text(pilot.app)):
            return screen
        await asyncio.sleep(0.02)
        await pilot.pause()
    raise AssertionError(screen)


async def _add(pilot: Pilot[None], path: Path) -> None:
    await press(pilot, "a")
    assert isinstance(pilot.app.screen, PathScreen)
    await _type(pilot, str(path))
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, ErrandScreen)


async def test_a_document_becomes_cards_of_the_library(make_app: Make, tmp_path: Path, home: Home) -> None:
    (tmp_path / "notes.md").write_text(_NOTES, "utf-8")
    app = make_app((Path(__file__).parent / "decks", home.decks))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        before = len(app.desk.collection.cards)
        await _add(pilot, tmp_path / "notes.md")
        screen = await _until(pilot, "in your library.")
        added = len(app.desk.collection.cards) - before
        assert added > 0
        assert f"{added} new card" in screen
        assert "notes.md: 6 lines" in screen
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)
        assert "间充质干细胞" in text(app)


async def test_a_whole_path_takes_the_place_of_the_folder_one_begins_in(
    make_app: Make, tmp_path: Path
) -> None:
    (tmp_path / "two words.md").write_text(_NOTES, "utf-8")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a")
        line = app.screen.query_one(Input)
        begins = line.value
        line.insert_text_at_cursor("~")
        await press(pilot)
        assert line.value == f"{begins}~"
        line.value = begins
        line.cursor_position = len(begins)
        app.screen.post_message(Paste(f"'{tmp_path}/two words.md' "))
        await press(pilot)
        assert line.value == f"{tmp_path}/two words.md"
        assert line.cursor_position == len(line.value)
        await press(pilot, "ctrl+u", "/", "/")
        assert line.value == "//"


async def test_a_document_that_cannot_be_read_is_told_of(make_app: Make, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"%PDF-1.4 nothing")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _add(pilot, tmp_path / "empty.pdf")
        assert "empty.pdf" in await _until(pilot, "That did not work.")


async def test_escape_stops_what_runs_as_ctrl_c_does(make_app: Make, tmp_path: Path, slow: Path) -> None:
    (tmp_path / "notes.md").touch()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _add(pilot, tmp_path / "notes.md")
        assert "notes.md: line 1 of 2" in await _until(pilot, "Reading")
        await press(pilot, "escape")
        assert "Stopped." in await _until(pilot, "Back")
        assert not slow.exists()
        await press(pilot, "escape")
        assert isinstance(app.screen, LibraryScreen)


async def test_one_can_go_on_meanwhile(make_app: Make, tmp_path: Path, slow: Path) -> None:
    (tmp_path / "notes.md").touch()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await _add(pilot, tmp_path / "notes.md")
        await _until(pilot, "Reading")
        await press(pilot, "enter")
        assert "Adding notes.md: Reading, 50%. Press a to see it." in await _until(pilot, "50%")
        await press(pilot, "x")  # one at a time: it is shown
        assert isinstance(app.screen, ErrandScreen)
        await press(pilot, "enter")
        slow.touch()
        await work_done(app)
        assert "Adding notes.md: No new cards." in told(app)
        await _until(pilot, "No new cards. Press a to see it.")
        await press(pilot, "a")
        assert "notes.md: 2 lines" in text(app)
        await press(pilot, "escape")
        assert "to see it" not in await press(pilot)


async def test_a_deck_is_exported_where_the_learner_wants_it(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Export: All decks" in await press(pilot, "x")
        await press(pilot, "down", "down", "down", "enter")
        assert "as written" in text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, PathScreen)
        (tmp_path / "cards.md").write_text("mine", "utf-8")
        await _type(pilot, "cards")
        assert "cards.md is there already." in await press(pilot, "enter")
        await press(pilot, "down", "enter")  # another name
        await _type(pilot, "others.md")
        await press(pilot, "enter")
        assert "others.md" in await _until(pilot, "Written")
    assert (tmp_path / "cards.md").read_text("utf-8") == "mine"
    assert (tmp_path / "others.md").read_text("utf-8").startswith("# ")


async def test_what_is_left_halfway_does_nothing(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (
            ("a", "escape"),
            ("x", "escape"),
            ("x", "enter", "escape"),
            ("x", "enter", "enter", "escape"),
        ):
            await press(pilot, *keys)
            assert isinstance(app.screen, LibraryScreen)


async def test_a_path_that_is_not_there_is_told_of(make_app: Make, tmp_path: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a")
        await _type(pilot, str(tmp_path / "nothing.md"))
        await press(pilot, "enter")
        assert "There is no such file or folder." in told(app)
        assert isinstance(app.screen, PathScreen)


async def test_folders_are_walked_with_enter_and_tab(make_app: Make, tmp_path: Path) -> None:
    (tmp_path / "papers" / "old").mkdir(parents=True)
    (tmp_path / "papers" / "one.md").touch()
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "a")
        await _type(pilot, str(tmp_path / "pap"))
        await press(pilot, "enter")
        line = app.screen.query_one(Input)
        assert line.value == f"{tmp_path}/papers/"
        assert "everything in" in await _type(pilot, line.value)
        await press(pilot, "down", "down", "tab")
        assert line.value == f"{tmp_path}/papers/one.md"
