"""What the library and its list of topics do."""

from __future__ import annotations

from sctui.tui.actions.action import Action, moving

HOME = (
    Action(
        "library.study",
        "enter",
        "Study",
        "Study what is selected: everything, a deck or a topic, with all below it",
        "⏎",
    ),
    *moving("library"),
    Action("library.close", "h,left", "", "Fold the row, or go to the one above it", "h ←"),
    Action("library.open", "l,right", "", "Unfold the row: a deck shows its topics", "l →"),
    Action("library.document", "d", "Read", "Read the document of the selected deck"),
    Action("library.overview", "o", "Overview", "What the document claims, and on what evidence"),
    Action("library.trials", "r", "Trials", "Every study that the documents tell of, in one table"),
    Action(
        "library.compare", "c", "Compare", "Cell sources against attributes, from all documents; with a quiz"
    ),
    Action("library.mechanisms", "m", "Mechanisms", "Who acts on what, step by step, from all documents"),
    Action("library.browse", "slash", "Browse", "Find cards among all, preview and change them", "/"),
    Action("library.mastery", "w", "", "Weak topics: how much of each you would recall today"),
    Action("library.statistics", "S", "", "Statistics: days, retention, what comes, memory, weak topics"),
    Action("library.plans", "P", "", "Plans: exams, breaks, a backlog, the desired retention that fits"),
    Action("library.exam", "e", "", "Study what the next exam asks today"),
    Action("library.optimise", "O", "", "Fit FSRS to your own answers in the background, or stop that"),
    Action("library.script", "t", "", "Next script; which one it is stands at the top"),
    Action("library.undo", "u", "", "Take back the last thing you did, whatever it was"),
    Action("library.redo", "U,ctrl+r", "", "Do again what was taken back", "U ^r"),
    Action("library.inbox", "i", "", "New cards that wait: accept, edit or reject them"),
    Action("library.add", "a", "", "Add documents: a file, or all in a folder, become cards"),
    Action("library.export", "x", "", "Export the selected deck, or all: for Anki, to read or to print"),
    Action("library.problems", "p", "", "Show the decks that cannot be read"),
    Action("library.quit", "q", "Quit", "Leave the program"),
    Action("errand.aside", "enter,b", "Meanwhile", "Go on meanwhile; it says when it is done", "⏎"),
    Action("errand.scroll.down", "j,down,space,pagedown", "Scroll", "Scroll down", "j", "1"),
    Action("errand.scroll.up", "k,up,pageup", "", "Scroll up", "k ↑", "-1"),
    Action("errand.leave", "q,escape", "Back", "Stop it, or close when it is done", "esc"),
    Action("mastery.study", "enter", "Study", "Study the topic, whether its cards are due or not", "⏎"),
    *moving("mastery"),
    Action("mastery.leave", "q,escape,w", "Back", "Back to the library", "q"),
)
