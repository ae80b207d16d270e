"""What the tour does."""

from __future__ import annotations

from sctui.tui.actions.action import Action

TOURING = (
    Action("tour.next", "enter,space,l,right", "Next", "On with the tour", "⏎"),
    Action("tour.leave", "q,escape", "Skip", "Leave the tour; F2 shows it again", "q"),
)
