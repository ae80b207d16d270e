"""What is done while nobody types."""

import asyncio
import gc

import pytest

from sctui.tui import leisure as leisure_module
from sctui.tui.leisure import Leisure, look_for_garbage


async def test_garbage_is_looked_for_while_nobody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    thresholds, leisure = gc.get_threshold(), Leisure()
    looked: list[bool] = []
    monkeypatch.setattr(leisure_module, "_BETWEEN", 0.0)
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 11))
    monkeypatch.setattr(gc, "collect", lambda: looked.append(leisure.is_long))
    looking = asyncio.create_task(look_for_garbage(leisure))
    try:
        for _ in range(5):
            await asyncio.sleep(0)
        assert not looked
        monkeypatch.setattr(leisure_module, "_LONG", -1.0)
        for _ in range(5):
            await asyncio.sleep(0)
        assert looked
    finally:
        looking.cancel()
        gc.set_threshold(*thresholds)
