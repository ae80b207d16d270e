"""What the statistics do."""

from __future__ import annotations

from sctui.tui.actions.action import Action, moving

STATISTICS = (
    Action("statistics.turn.next", "l,right,tab", "Next", "Next page", "l →", "1"),
    Action("statistics.turn.previous", "h,left,shift+tab", "Previous", "The page before", "h ←", "-1"),
    *(
        Action(f"statistics.go.{number}", f"{number}", "", "A page by its number", "1–7", f"{number - 1}")
        for number in range(1, 8)
    ),
    Action("statistics.period", "p", "Period", "How far back is looked: 30 days, 90, a year, all"),
    Action("statistics.narrow", "enter", "", "In the topics: tell of the selected topic alone", "⏎"),
    Action("statistics.study", "a", "Study", "Study the topic, whether its cards are due or not"),
    *moving("statistics"),
    Action("statistics.leave", "q,escape", "Back", "From a topic back to all; else back to the library", "q"),
)
