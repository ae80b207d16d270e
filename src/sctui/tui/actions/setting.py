"""What the screens of settings and keys do."""

from __future__ import annotations

from sctui.tui.actions.action import Action, moving

SETTING = (
    Action("settings.edit", "enter", "Edit", "Choose the next value, or type one", "⏎"),
    Action("settings.step.up", "l,right,plus", "", "Next value, or more", "l →", "1"),
    Action("settings.step.down", "h,left,minus", "", "The value before, or less", "h ←", "-1"),
    Action("settings.reset", "x,delete", "Default", "Back to how it came", "x"),
    Action("settings.keys", "K", "Keys", "Choose keys of your own"),
    Action(
        "settings.plans", "P", "Plans", "Plans: exams, breaks, a backlog, the desired retention that fits"
    ),
    *moving("settings"),
    Action("settings.leave", "q,escape", "Back", "Back to where you came from", "q"),
    Action("keys.edit", "enter", "Edit", "Press the key that is to do this", "⏎"),
    Action("keys.add", "a", "Add", "Press one more key that is to do this"),
    Action("keys.reset", "x,delete", "Default", "Back to how it came", "x"),
    *moving("keys"),
    Action("keys.leave", "q,escape", "Back", "Back to the settings", "q"),
)
