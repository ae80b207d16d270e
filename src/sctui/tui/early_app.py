"""An app that is on the screen before its decks are read; what is typed until then waits for them."""

from __future__ import annotations

import asyncio
import gc
from collections import deque
from typing import TYPE_CHECKING

from textual import events

from sctui.text.freed_memory import keep_no_large_blocks
from sctui.tui.beside import beside
from sctui.tui.desk import Desk
from sctui.tui.enduring_app import EnduringApp
from sctui.tui.faults import Faults
from sctui.tui.leisure import Leisure

if TYPE_CHECKING:
    from sctui.decks.first_reading import FirstReading

_LEAVE = frozenset({"library.quit", "app.quit"})


class EarlyApp(EnduringApp):
    """Reads the decks after the first frame.

    Args:
        desk: what screens work with; where there is a reading, its collection has no decks yet.
        faults: as for `EnduringApp`.
        reading: how the decks are read; None where the collection has them already.
    """

    def __init__(self, desk: Desk, faults: Faults | None, reading: FirstReading | None) -> None:
        super().__init__(faults)
        self.desk = desk
        self._reading = reading
        self._typed: deque[events.InputEvent] = deque()
        self.leisure = Leisure()
        if reading:
            desk.awaited = reading.names

    def on_ready(self) -> None:
        """The first frame is drawn: read the decks."""
        self.run_worker(self._read())

    def on_unmount(self) -> None:
        """Who leaves does not wait for decks."""
        if self._reading:
            self._reading.stop()

    async def decks_read(self) -> None:
        """The decks are there; called once, before the keys that were waiting are told."""
        gc.freeze()  # garbage is collected from now on, but not what the start has made
        gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """Let keys and clicks wait for the decks, but not the key to leave."""
        if isinstance(event, events.InputEvent):
            self.leisure.touched()
        waits = self._reading and isinstance(event, events.InputEvent) and not event.is_forwarded
        if waits and isinstance(event, events.InputEvent) and not self._leaves(event):
            self._typed.append(event)
        else:
            await super().on_event(event)

    def _leaves(self, event: events.InputEvent) -> bool:
        if self._typed or not isinstance(event, events.Key):
            return False
        bound = self.screen.active_bindings.get(event.key)
        return bound is not None and bound.binding.id in _LEAVE

    async def _read(self) -> None:
        if self._reading and not await self._take(self._reading):
            return
        try:
            await self.decks_read()
            while self._typed:
                await super().on_event(self._typed.popleft())
        finally:
            self._reading = None

    async def _take(self, reading: FirstReading) -> bool:
        """Fill the collection in a thread, while nothing else asks it; False when the app ends instead."""
        try:
            await asyncio.to_thread(keep_no_large_blocks)
            library = await beside(reading.read)
            if library is None:
                return False
            await asyncio.to_thread(lambda: self.desk.collection.reload(library))
            await self.desk.prepared()
        except Exception as error:  # noqa: BLE001 -- without decks there is nothing to go on with
            reading.fault = error
            self.exit()
            return False
        self.desk.awaited = None
        return True
