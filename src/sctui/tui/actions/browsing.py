"""What Browse does: finding, choosing and changing cards."""

from __future__ import annotations

from sctui.i18n import N_
from sctui.model.flags import FLAGS
from sctui.tui.actions.action import Action, moving, scrolling

_NO_FLAG = N_("Take the flag away")
_THIS_FLAG = N_("Give the flag of this number")
BROWSING = (
    Action(
        "browse.filter",
        "slash",
        "Find",
        "Find cards: words, deck:… is:due lapses>3 … (F1 tells all of it)",
        "/",
    ),
    Action("browse.study", "a", "Study", "Study the chosen cards, or all that were found, due or not"),
    Action("browse.full", "enter", "Card", "Give the card most of the screen, or take it back", "⏎"),
    Action("browse.choose", "space", "Choose", "Choose the card, or no longer", "space"),
    Action("browse.range", "V", "", "Choose all cards from the one chosen last to this one"),
    Action("browse.all", "A,ctrl+a", "", "Choose all cards that were found, or none", "A"),
    Action("browse.suspend", "exclamation_mark", "", "Suspend the chosen cards, or let them come again", "!"),
    Action("browse.bury", "b", "", "Bury the chosen cards until tomorrow, or unbury them"),
    Action(
        "browse.flag.next",
        "f",
        "Flag",
        "Give the chosen cards the next of seven flags, then none",
        argument="-1",
    ),
    *(
        Action(f"browse.flag.{number}", str(number), "", words, argument=str(number))
        for number, words in enumerate(
            (N_("Take the flag away"), *[N_("Give the flag of this number")] * FLAGS)
        )
    ),
    Action("browse.due", "D", "", "Let the chosen cards fall due in so many days"),
    Action("browse.reset", "R", "", "Make the chosen cards new again"),
    Action("browse.no_leech", "x", "", "Take the mark of a leech away, as from cards that were written anew"),
    Action("browse.tag", "T", "", "Give the chosen cards tags, or take them away (-tag)"),
    Action("browse.deck", "M", "", "Move the chosen cards to another deck of yours"),
    Action("browse.edit", "e", "Edit", "Edit the card"),
    Action("browse.form", "E", "", "Edit the card in a form"),
    Action("browse.source", "s", "Source", "Show the passage that the card comes from"),
    Action("browse.document", "d", "", "Read the document at the card's line"),
    Action("browse.undo", "u", "Undo", "Take back the last act"),
    Action("browse.redo", "U,ctrl+r", "", "Do again what was taken back", "U ^r"),
    Action("browse.sort.next", "l,right", "Sort", "Sort by the next column", "l →", "1"),
    Action("browse.sort.previous", "h,left", "", "Sort by the column before", "h ←", "-1"),
    Action("browse.turn", "o", "", "Sort the other way round"),
    Action("browse.save", "S", "", "Save the search under a name"),
    Action("browse.saved", "L", "Saved", "Choose a saved search"),
    *scrolling("browse"),
    *moving("browse"),
    Action(
        "browse.leave",
        "q,escape",
        "Back",
        "Back from the card or the search, else to where you came from",
        "q",
    ),
    Action("ask.complete", "tab", "Take", "Take the row under the cursor"),
    Action("ask.delete", "ctrl+r", "", "Delete the row under the cursor", "^r"),
    Action("ask.move.down", "down,ctrl+n", "", "Next row", "↓", "1"),
    Action("ask.move.up", "up,ctrl+p", "", "The row above", "↑", "-1"),
    Action("ask.leave", "escape", "Back", "Close", "esc"),
)
