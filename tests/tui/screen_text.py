"""What stands on the screen of an app under test."""

import asyncio
from collections.abc import Callable

from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled


def lines(app: App[None]) -> list[str]:
    """Each line of the screen as text."""
    width, height = app.size
    rendered = app.screen._compositor.render_strips(app.size)
    assert len(rendered) == height
    texts = [strip.text for strip in rendered]
    assert all(cell_len(text) == width for text in texts)
    return texts


def text(app: App[None]) -> str:
    """The whole screen, blanks at the ends of lines taken off."""
    return "\n".join(line.rstrip() for line in lines(app))


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys, let the app settle, and give the screen."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    for _ in range(2):  # the library counts after its first refresh, and refreshes again
        await pilot.pause()
    return text(pilot.app)


async def settled(pilot: Pilot[None], *keys: str) -> str:
    """Press keys, each time wait for what is done in the background, and give the screen."""
    for key in keys:
        await pilot.press(key)
        await work_done(pilot.app)
        for _ in range(2):  # what is done after a refresh refreshes again
            await pilot.pause()
    return text(pilot.app)


async def work_done(app: App[None]) -> None:
    """Wait for all that is done in the background; what newer work took the place of is no failure."""
    while waiting := [worker.wait() for worker in app.workers if not worker.is_finished]:
        for outcome in await asyncio.gather(*waiting, return_exceptions=True):
            if isinstance(outcome, BaseException) and not isinstance(outcome, WorkerCancelled):
                raise outcome


async def until(pilot: Pilot[None], read: Callable[[], object], there: object) -> None:
    """Wait until what is read is what will be there; `settled` gives up on a machine that is never idle."""
    for _ in range(2000):
        if read() == there:
            return
        await pilot.pause(0.01)
    assert read() == there


def told(app: App[None]) -> str:
    """What the app has said in notifications that still stand."""
    return "\n".join(notification.message for notification in app._notifications)
