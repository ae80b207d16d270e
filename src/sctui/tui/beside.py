"""Work in a thread that nobody waits for who leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar, cast

T = TypeVar("T")


async def beside(work: Callable[[], T]) -> T:
    """What `work` gives, done in a thread; raises what it raises.

    As `asyncio.to_thread`, but the end of the program does not wait for it: for what may end anywhere.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def tell(result: T | None, error: Exception | None) -> None:
        if done.done():  # it was cancelled
            return
        if error:
            done.set_exception(error)
        else:
            done.set_result(cast(T, result))

    def run() -> None:
        result, error = None, None
        try:
            result = work()
        except Exception as raised:  # noqa: BLE001 -- it is raised where it is waited for
            error = raised
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(tell, result, error)

    Thread(target=run, name="beside", daemon=True).start()
    return await done
