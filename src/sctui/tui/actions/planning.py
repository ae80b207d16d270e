"""What the screens of plans do."""

from __future__ import annotations

from sctui.tui.actions.action import Action, moving

PLANNING = (
    Action("plans.open", "enter", "Open", "Plan an exam or a break, or look at what the row is about", "⏎"),
    Action("plans.remove", "x,delete", "Remove", "Plan the exam or the break no longer", "x"),
    *moving("plans"),
    Action("plans.leave", "q,escape", "Back", "Back to where you came from", "q"),
    Action("spread.apply", "a", "Do it", "Each card falls due on its day; one act, which can be taken back"),
    Action("spread.room.more", "plus,l,right", "More", "Room for more due cards a day", "+ l →", "1"),
    Action("spread.room.less", "minus,h,left", "Less", "Room for fewer due cards a day", "- h ←", "-1"),
    *moving("spread"),
    Action("spread.leave", "q,escape", "Back", "Back, and nothing is changed", "q"),
    Action("retention.take", "enter", "Take", "Desire this retention from now on", "⏎"),
    Action("retention.minutes.more", "plus,l,right", "More", "More minutes a day", "+ l →", "1"),
    Action("retention.minutes.less", "minus,h,left", "Less", "Fewer minutes a day", "- h ←", "-1"),
    *moving("retention"),
    Action("retention.leave", "q,escape", "Back", "Back; a simulation that goes on is stopped", "q"),
)
