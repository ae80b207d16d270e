"""What a session and its end do."""

from __future__ import annotations

from sctui.tui.actions.action import Action, moving

STUDYING = (
    Action(
        "study.reveal",
        "space,enter",
        "Answer",
        "Show the answer, or check yours; then grade it as suggested",
        "space",
    ),
    Action("study.rate.again", "1", "", "Again: I did not know it (1 to 4 also choose)", argument="1"),
    Action("study.rate.hard", "2", "", "Hard: I knew it, with effort", argument="2"),
    Action("study.rate.good", "3", "", "Good: I knew it", argument="3"),
    Action("study.rate.easy", "4", "", "Easy: I knew it at once", argument="4"),
    Action("study.undo", "u", "Undo", "Take back the last answer, as often as you like"),
    Action("study.redo", "U,ctrl+r", "", "Do again what was taken back", "U ^r"),
    Action("study.bury", "b", "Bury", "Bury: do not show this card again today"),
    Action("study.suspend", "exclamation_mark", "", "Suspend: do not show this card any more", "!"),
    Action("study.flag", "f", "Flag", "Give the card the next of seven flags, then none"),
    Action("study.edit", "e", "", "Edit: open the deck in your editor, at the card"),
    Action(
        "study.picture", "v", "", "View the card's pictures in your desktop's viewer, or say where they lie"
    ),
    Action("study.form", "E", "", "Edit the card in a form"),
    Action("study.source", "s", "Source", "Show the passage that the card comes from"),
    Action("study.document", "d", "Document", "Read the document at the card's line"),
    Action("study.read", "r", "", "Read on: the next lines of the source, beneath its quote"),
    Action(
        "study.history",
        "i",
        "History",
        "History of this card and its forgetting curve, once the answer is shown",
    ),
    Action("study.scroll.down", "j,down", "", "Scroll down, or the next option", "j ↓", "1"),
    Action("study.scroll.up", "k,up", "", "Scroll up, or the option before", "k ↑", "-1"),
    Action("study.page.down", "pagedown,ctrl+f", "", "A page down", "PgDn", "1"),
    Action("study.page.up", "pageup,ctrl+b", "", "A page up", "PgUp", "-1"),
    Action("study.leave", "q,escape", "Back", "Back to where you came from; every answer is saved", "q"),
    Action("history.scroll.down", "j,down,space", "", "Scroll down", "j ↓", "1"),
    Action("history.scroll.up", "k,up", "", "Scroll up", "k ↑", "-1"),
    Action("history.leave", "q,escape,i", "Back", "Back to the card", "q"),
    Action("more.study", "enter", "Study", "Go on with what is selected", "⏎"),
    *moving("more"),
    Action("more.leave", "q,escape", "Back", "Back to the library", "q"),
    Action("summary.more", "m", "More", "What can be studied all the same: ahead, weak topics, cramming"),
    Action("summary.leave", "enter,space,q,escape", "Back", "Back to where you came from", "⏎"),
    Action("summary.undo", "u", "Undo", "Take back the last answer and ask the card again"),
)
