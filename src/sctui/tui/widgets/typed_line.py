"""A line to type in."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class TypedLine(Input):
    """A line whose keys take effect in the order in which they were pressed, however many come at once.

    Textual puts characters in as they come, but leaves Backspace and its like to bindings, whose turn is
    later: over a slow connection, where many keys come in one packet, they would delete what was typed behind
    them.
    """

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable:
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if await self.app.run_action(binding.action, self):
                event.stop()
                event.prevent_default()
                return
