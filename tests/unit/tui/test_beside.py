import asyncio
from threading import Event

import pytest

from sctui.tui.beside import beside


def test_it_gives_what_the_work_gives_and_raises_what_it_raises() -> None:
    def fail() -> None:
        raise OSError("gone")

    assert asyncio.run(beside(lambda: 3)) == 3
    with pytest.raises(OSError, match="gone"):
        asyncio.run(beside(fail))


def test_who_leaves_does_not_wait_for_it() -> None:
    begun, go_on, ended = Event(), Event(), Event()

    def work() -> None:
        begun.set()
        go_on.wait(20)
        ended.set()

    async def leave() -> None:
        task = asyncio.create_task(beside(work))
        while not begun.is_set():
            await asyncio.sleep(0)
        task.cancel()

    asyncio.run(leave())
    assert not ended.is_set()
    go_on.set()
    assert ended.wait(20)
