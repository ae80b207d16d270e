"""Decks edited in another program while the app runs."""

import asyncio
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sctui.locations import Home
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import press, text, told

Make = Callable[..., SctuiApp]
DECK = "deck: Kitchen\ncards:\n  - {id: k1, front: What boils?, back: water}\n  - {id: k2, front: What melts?, back: ice}\n"


@pytest.fixture
def deck(home: Home) -> Path:
    file = home.decks / "kitchen.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(DECK, encoding="utf-8")
    return file


async def edited(pilot: Pilot[None], file: Path, written: str) -> str:
    """Write the file as another program would, and give the app time to look twice."""
    before = file.stat().st_mtime_ns
    file.write_text(written, encoding="utf-8")
    os.utime(file, ns=(before + 2_000_000_000, before + 2_000_000_000))
    app = pilot.app
    assert isinstance(app, SctuiApp)
    for _ in range(5):  # one may be under way, and two must see the same file
        assert app.live
        await app.live.look()
        await pilot.pause()
    return text(app)


async def test_the_card_that_is_asked_changes_where_it_stands(make_app: Make, deck: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "space")
        screen = await edited(pilot, deck, DECK.replace("What boils?", "What boils at 100 °C?"))
        assert "What boils at 100 °C?" in screen
        assert "water" in screen  # the answer is shown as before
        assert "What melts?" in await press(pilot, "3")


async def test_a_card_that_is_taken_away_gives_way_to_the_next(
    make_app: Make, deck: Path, home: Home
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        screen = await edited(
            pilot, deck, DECK.replace("  - {id: k1, front: What boils?, back: water}\n", "")
        )
        assert "What melts?" in screen
        assert "not in its deck any more" in told(app)


async def test_a_half_written_deck_is_told_and_asked_as_it_was(
    make_app: Make, deck: Path, home: Home
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        await edited(pilot, deck, DECK[:60])
        assert "kitchen.yaml:4:" in told(app)
        assert app.desk.collection.cards["k2"].front == "What melts?"
        await edited(pilot, deck, DECK.replace("melts", "freezes"))
        assert "What freezes?" in await press(pilot, "space", "3")


@pytest.mark.usefixtures("deck")
async def test_a_new_deck_stands_in_the_library(make_app: Make, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        app.desk.watch()
        other = home.decks / "other.yaml"
        other.write_text("x", encoding="utf-8")
        screen = await edited(
            pilot, other, DECK.replace("Kitchen", "Garden").replace("id: k", "id: g").replace("What", "Which")
        )
        assert "Garden" in screen
        assert "4 new" in screen


async def test_the_app_looks_by_itself(make_app: Make, deck: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        app.desk.watch()
        deck.write_text(DECK.replace("What boils?", "What boils first?"), encoding="utf-8")
        for _ in range(100):
            await asyncio.sleep(0.1)
            if "What boils first?" in text(app):
                return
        pytest.fail("the edit was not seen within ten seconds")
