from pathlib import Path

import pytest

from sctui.locations import Home
from sctui.store.store import Store
from tests.unit.store.answers import FIRST, of


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home with a deck, settings and three answers."""
    home = Home(tmp_path / "home")
    (home.decks / "heart").mkdir(parents=True)
    (home.decks / "heart" / "arms.yaml").write_text("deck: Heart\n", "utf-8")
    home.config.write_text("new_per_day = 7\n", "utf-8")
    answer(home, "a", "b", "c")
    return home


def answer(home: Home, *cards: str) -> None:
    store = Store.open(home.database)
    for card in cards:
        store.record(of(card, FIRST))
    store.close()


def studied(home: Home) -> set[str]:
    store = Store.open(home.database)
    found = set(store.studied())
    store.close()
    return found
