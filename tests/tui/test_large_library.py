"""A library so large that what its queues need is worked out beside the screen."""

import threading
from collections.abc import Callable

import pytest

from sctui.collection import Collection
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import text

Make = Callable[..., SctuiApp]


async def test_its_cards_are_counted_once_the_order_is_known(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sctui.collection._MANY", 0)
    asked: list[bool] = []
    prepare = Collection.prepare

    def spied(self: Collection) -> None:
        asked.append(threading.current_thread() is threading.main_thread())
        prepare(self)

    monkeypatch.setattr(Collection, "prepare", spied)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        while "Today   " not in text(app):
            await pilot.pause(0.01)
        assert asked == [False]
        assert app.desk.collection.prepared
        app.desk.collection.reload(app.desk.collection.library)
        assert not app.desk.collection.prepared
