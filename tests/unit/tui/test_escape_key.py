import os
import selectors
import sys

import pytest

from sctui.tui.escape_key import DELAY, PromptSelector

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no terminal of ours is read there")


def test_what_may_belong_to_a_key_is_waited_for_shortly(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float | None] = []
    select = selectors.SelectSelector.select

    def record(self: selectors.SelectSelector, timeout: float | None = None) -> object:
        waited.append(timeout)
        return select(self, 0)

    monkeypatch.setattr(selectors.SelectSelector, "select", record)
    reader, writer = os.pipe()
    with PromptSelector() as selector:
        selector.register(reader, selectors.EVENT_READ)
        assert not selector.select(0.1)
        os.write(writer, b"\x1b")
        assert selector.select(0.1)
        os.read(reader, 1)
        assert not selector.select(0.1)
        assert not selector.select(0.1)
        assert not selector.select(None)
    os.close(reader)
    os.close(writer)
    assert waited == [0.1, 0.1, DELAY, 0.1, None]
