"""What authors do: look at new cards, and change what cards say."""

from __future__ import annotations

from sctui.tui.actions.action import Action, scrolling

AUTHORING = (
    Action("inbox.accept", "a,enter", "Accept", "Accept the card: it is studied from now on", "a"),
    Action(
        "inbox.reject", "x,delete", "Reject", "Reject the card, for good: no conversion makes it again", "x"
    ),
    Action(
        "inbox.edit",
        "e",
        "Edit",
        "Edit: open the deck in your editor, at the card; what you change is accepted",
    ),
    Action("inbox.form", "E", "", "Edit the card in a form"),
    Action("inbox.accept_rule", "A", "", "Accept all cards of the same rule that wait"),
    Action("inbox.reject_rule", "X", "", "Reject all cards of the same rule that wait"),
    Action("inbox.move.down", "j,down,n", "Next", "Next card, this one goes on waiting", "j ↓", "1"),
    Action("inbox.move.up", "k,up,p", "", "The card before", "k ↑", "-1"),
    *scrolling("inbox"),
    Action("inbox.undo", "u", "Undo", "Take back the last thing you did, whatever it was"),
    Action("inbox.redo", "U,ctrl+r", "", "Do again what was taken back", "U ^r"),
    Action("inbox.leave", "q,escape,i", "Back", "Back to the library", "q"),
    Action("form.save", "ctrl+s", "Save", "Write the card, and no other line of its deck", "^s"),
    Action("form.leave", "escape", "Back", "Back without saving", "Esc"),
)
