"""What the tables of studies, cell sources and mechanisms do."""

from __future__ import annotations

from sctui.tui.actions.action import Action, moving, scrolling

KNOWLEDGE = (
    Action("trials.open", "enter", "Open", "Everything that is told of the study, with its proof", "⏎"),
    Action("trials.study", "a", "Study", "Study the cards of the study, due or not"),
    Action(
        "trials.filter",
        "slash",
        "Find",
        "Find: words, disease:…, cell:…, phase:2, n>50, year>=2020, is:disputed",
        "/",
    ),
    Action("trials.sort.next", "l,right", "Sort", "Sort by the next column", "l →", "1"),
    Action("trials.sort.previous", "h,left", "", "Sort by the column before", "h ←", "-1"),
    Action("trials.turn", "o", "Turn", "Sort the other way round"),
    *moving("trials"),
    Action("trials.leave", "q,escape", "Back", "Take the filter away, else back", "q"),
    Action("compare.full", "enter", "Full", "Give the cell most of the screen, or take it back", "⏎"),
    Action("compare.source", "s,d", "Source", "Go to the document, at the line of the cell", "s"),
    Action(
        "compare.quiz", "z", "Quiz", "Hide the cells and ask them one at a time; then the wrong ones again"
    ),
    Action("compare.reveal", "space,y", "Show", "In the quiz: show the cell; then: I knew it", "space"),
    Action("compare.wrong", "n,1", "Wrong", "In the quiz: I did not know it", "n"),
    Action("compare.filter", "slash", "Find", "Find words in sources, attributes and values", "/"),
    Action("compare.hide", "x", "Hide", "Leave the attribute out"),
    Action("compare.unhide", "X", "", "Show all attributes again"),
    Action("compare.study", "a", "Study", "Study the cards of the source, due or not"),
    Action("compare.side.right", "l,right", "", "Next attribute", "l →", "1"),
    Action("compare.side.left", "h,left", "", "The attribute before", "h ←", "-1"),
    Action("compare.edge.first", "0,circumflex_accent", "", "First attribute", "0", "-1"),
    Action("compare.edge.last", "dollar_sign", "", "Last attribute", "$", "1"),
    *scrolling("compare"),
    *moving("compare"),
    Action(
        "compare.leave", "q,escape", "Back", "Out of the quiz, the full cell or the filter; else back", "q"
    ),
    Action("mechanisms.turn", "enter,space", "Open", "Open the row, or close it", "⏎"),
    Action("mechanisms.open", "l,right", "", "Open the row; go into an open one", "l →"),
    Action("mechanisms.close", "h,left", "", "Close the row, or go to the one it was opened from", "h ←"),
    Action("mechanisms.source", "s,d", "Source", "Go to the document, at the line of the step", "s"),
    Action(
        "mechanisms.study",
        "a",
        "Study",
        "Study the cards of the step and of all that it leads to, due or not",
    ),
    Action(
        "mechanisms.filter", "slash", "Find", "Find words in a step: who, what it does, to what, in what", "/"
    ),
    *scrolling("mechanisms"),
    *moving("mechanisms"),
    Action("mechanisms.leave", "q,escape", "Back", "Take the filter away, else back", "q"),
    Action("overview.source", "s,enter", "Source", "Go to the document, at the line of the claim", "s ⏎"),
    Action("overview.study", "a", "Study", "Study the cards of the document, due or not"),
    Action("overview.trials", "r", "Trials", "The studies that the document tells of"),
    Action("overview.document", "d", "Read", "Read the document"),
    Action("overview.other.next", "n", "Next", "Next document", argument="1"),
    Action("overview.other.previous", "p", "", "The document before", argument="-1"),
    *scrolling("overview"),
    *moving("overview"),
    Action("overview.leave", "q,escape,o", "Back", "Back to the library", "q"),
    Action("record.source", "s,enter,d", "Source", "Go to the document, at the line of the value", "s ⏎"),
    Action("record.study", "a", "Study", "Study the cards of the study, due or not"),
    Action("record.record.next", "n", "Next", "Next record", argument="1"),
    Action("record.record.previous", "p", "Previous", "The record before", argument="-1"),
    *scrolling("record"),
    *moving("record"),
    Action("record.leave", "q,escape", "Back", "Back to the table", "q"),
)
