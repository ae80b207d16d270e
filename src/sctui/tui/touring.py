"""Walking a new learner through the tour: each stop over the screen that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sctui.errors import SctuiError
from sctui.tui.screens.tour import STOPS, TourScreen

if TYPE_CHECKING:
    from sctui.tui.app import SctuiApp


async def walk(app: SctuiApp) -> None:
    """Go from stop to stop; ends where it began, and does not come by itself again."""
    from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- loaded where it is used

    desk = app.desk
    try:
        for at, stop in enumerate(STOPS):
            card = app.kept.ready(StudyScreen, desk).begin(None) if stop.over_card else None
            if card:
                await app.push_screen(card)
            on = await app.push_screen_wait(TourScreen(desk, at))
            if card and app.screen is card:
                await app.pop_screen()
            if not on:
                break
        desk.change("tour", False, False)  # noqa: FBT003 -- the value, and how it stands in the file
    except SctuiError as error:
        app.tell(error)
