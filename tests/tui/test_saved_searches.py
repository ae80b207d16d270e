"""Searches that are saved in Browse under a name, chosen again and deleted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sctui.config.searches import read_searches, write_searches
from sctui.locations import Home
from sctui.tui.app import SctuiApp
from sctui.tui.screens.browse import BrowseScreen
from sctui.tui.widgets.card_list import CardList
from tests.tui.screen_text import settled, told
from tests.tui.test_browse_screen import begin

_DECK = "deck: 厨房\ncards:\n  - {id: boils, front: 什么沸腾, back: 水}\n  - {id: melts, front: 什么融化, back: 冰}\n  - {id: rises, front: 什么发起, back: 酵母}\n"


@pytest.fixture
def app(make_app: Callable[..., SctuiApp], home: Home) -> SctuiApp:
    home.decks.mkdir(parents=True)
    (home.decks / "kitchen.yaml").write_text(_DECK, "utf-8")
    return make_app([home.decks])


async def test_searches_are_saved_chosen_and_deleted(app: SctuiApp, home: Home) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await settled(pilot, "S")
        assert "Type what to look for first" in told(app)
        await settled(pilot, "slash", *"deck:厨房", "enter", "S", *"我的", "enter")
        assert read_searches(home.searches) == {"我的": "deck:厨房"}
        await settled(pilot, "escape", "L", "enter")
        assert len(app.screen.query_one(CardList).found) == 3
        await settled(pilot, "L", "ctrl+r", "escape")
        assert read_searches(home.searches) == {}
        home.searches.write_text("broken", "utf-8")
        await settled(pilot, "L")
        assert "searches.toml" in told(app)
        assert isinstance(app.screen, BrowseScreen)


async def test_a_saved_search_is_not_written_over_unasked(app: SctuiApp, home: Home) -> None:
    write_searches(home.searches, {"mine": "is:due"})
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "deck:厨房")
        assert "Another search is called mine." in await settled(pilot, "S", *"mine", "enter")
        assert "Save the search as" in await settled(pilot, "enter")  # under another name
        await settled(pilot, *"yours", "enter")
        assert read_searches(home.searches) == {"mine": "is:due", "yours": "deck:厨房"}
        await settled(pilot, "S", *"mine", "enter", "down", "enter")
        assert read_searches(home.searches) == {"mine": "deck:厨房", "yours": "deck:厨房"}
        assert "Another" not in await settled(pilot, "S", *"mine", "enter")


def test_a_search_is_kept_whatever_its_letters(home: Home) -> None:
    wanted = {'a "b" \\': 're:/\\d"/', "中文\t": "deck:“狼疮”"}
    write_searches(home.searches, wanted)
    assert read_searches(home.searches) == wanted
