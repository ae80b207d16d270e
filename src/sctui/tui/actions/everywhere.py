"""What works on every screen."""

from __future__ import annotations

from sctui.tui.actions.action import Action

EVERYWHERE = (
    Action(
        "app.script", "t", "Script", "Next script: as written, Simplified, Traditional (Taiwan, Hong Kong)"
    ),
    Action(
        "app.settings", "comma", "", "Settings: language, script, colours, limits, order, memory, keys", ","
    ),
    Action("app.tour", "f2", "", "A tour of under a minute", "F2"),
    Action("app.help", "question_mark,f1", "Help", "This help", "?"),
    Action("app.quit", "ctrl+q", "", "Leave the program", "^q"),
)
