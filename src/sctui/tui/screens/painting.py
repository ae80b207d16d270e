"""A screen is painted once for what a key brings: once all have heard of it, laid out and scrolled first.

Textual paints when a timer comes round, and once more for each widget that tells later, for each scroll bar
that laying out brings or takes away, and for what is scrolled into view when all that was painted.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual.geometry import Size
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

ResultT = TypeVar("ResultT")
_FRAME = 1 / 250  # seconds between two frames, where a key brings more than one
_TURNS = 40  # of the loop at most, until messages that a key brings have been heard
_QUIET = 2  # of them without a message: one is on its way from the one queue to the other in between
_LAYOUTS = 3  # at most for a frame
_NO_BARS = False, False


class PaintedScreen(Screen[ResultT]):
    """See above; `before_paint` is for what can be done only once the widgets have their places."""

    _painter: Timer | None = None
    _held = False
    _callbacks_before: tuple[Callable[[], object], ...] = ()

    @property
    def _update_timer(self) -> Timer:
        """What paints the screen when something has changed, and not at once again."""
        if self._painter is None:
            self._painter = self.set_interval(_FRAME, self._paint, name="paint", pause=True)
        return self._painter

    def before_paint(self, call: Callable[[], object]) -> None:
        """Call it when all have been laid out, before they are painted: scrolling, for instance."""
        self._callbacks_before += (call,)
        self._layout_required = True
        self.check_idle()

    async def painted(self) -> None:
        """Wait until what has changed so far is painted.

        A thread that begins before it takes turns with painting, some milliseconds each.
        """
        painted = asyncio.Event()
        self.call_after_refresh(painted.set)
        await painted.wait()

    async def _paint(self) -> None:
        """Paint once widgets have heard what has changed, else they are painted once more for it."""
        quiet = 0
        for _turn in range(_TURNS):
            await asyncio.sleep(0)
            pumps = (self.app, self, *self._compositor.widgets)
            quiet = 0 if any(pump.message_queue_size for pump in pumps) else quiet + 1
            if quiet == _QUIET:
                break
        if self._layout_required and self._repaint_required:  # both in one frame
            self._dirty_widgets.add(self)
            self._repaint_required = False
        self._on_timer_update()

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay out, again where that has brought a scroll bar or taken one away, and paint then."""
        self._held = True
        try:
            self._lay_out(size, scroll)
            calls, self._callbacks_before = self._callbacks_before, ()
            for call in calls:
                call()
            if calls:
                self._lay_out_anew(size)
        finally:
            self._held = False
        if self.is_current and not self.app._batch_count:
            self._compositor_refresh()

    def _lay_out(self, size: Size | None, scroll: bool) -> None:
        """Lay out once, with what has changed and has not told so yet; and as it needs, but not for ever.

        A widget that gets another size asks for one more layout, which would give it the same size, unless
        it has got a scroll bar or lost one.
        """
        scroll = not self._take_in_changes() and scroll
        for _time in range(_LAYOUTS):
            before = self._scroll_bars()
            super()._refresh_layout(size, scroll)
            for widget in self._compositor.widgets:
                for sized in (widget, widget._vertical_scrollbar, widget._horizontal_scrollbar):
                    if sized is not None:
                        sized._layout_required = False
            after = self._scroll_bars()
            changed = [widget for widget, bars in after.items() if bars != before.get(widget, _NO_BARS)]
            for widget in changed:
                _takes_other_room(widget)
            if not changed and not self._take_in_scrolling():
                return
            scroll = not changed

    def _lay_out_anew(self, size: Size | None) -> None:
        """Lay out where something has changed since."""
        changed, moved = self._take_in_changes(), self._take_in_scrolling()
        if changed or moved:
            self._lay_out(size, scroll=not changed)

    def _take_in_changes(self) -> bool:
        """Take account of widgets that want another size and have not told so yet; whether there are any."""
        changed = [widget for widget in self.walk_children(Widget) if widget._layout_required]
        for widget in changed:
            _takes_other_room(widget)
        return bool(changed)

    def _take_in_scrolling(self) -> bool:
        """The same of those that were scrolled, which ask for one more frame otherwise."""
        moved = [widget for widget in self._compositor.widgets if widget._scroll_required]
        for widget in moved:
            widget._scroll_required = False
        return bool(moved)

    def _scroll_bars(self) -> dict[Widget, tuple[bool, bool]]:
        """Which scroll bars are shown."""
        widgets = self._compositor.widgets
        return {widget: widget.scrollbars_enabled for widget in widgets if widget.is_scrollable}

    def _compositor_refresh(self) -> None:
        """Paint, with what has changed and has not told so yet."""
        if self._held:
            return
        late = {
            widget
            for widget in self._compositor.visible_widgets
            if widget._repaint_required and widget.is_mounted
        }
        for widget in late:
            widget._repaint_required = False  # else it is painted once more
        self._compositor.update_widgets(late)
        super()._compositor_refresh()


def _takes_other_room(widget: Widget) -> None:
    """Do what a widget does when it tells that it wants another size, without telling."""
    widget._layout_required = False
    for ancestor in widget.ancestors:
        if not isinstance(ancestor, Widget):
            return
        ancestor._clear_arrangement_cache()
        ancestor._layout_updates += 1
        if not ancestor.styles.auto_dimensions:
            return
