"""Every key of the app, declared once: bindings, footer, command palette and help come from here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key does.

    Args:
        id: `<scope>.<name>`; the screen (or app) of that scope has a method `action_<name>`.
        keys: Textual's names of the keys, separated by commas.
        label: a word for the footer; empty keeps it out of the footer.
        help: what it does, for help and palette.
        shown_key: the key as footer and help show it.
        argument: what the method is called with.
    """

    id: str
    keys: str
    label: str
    help: str
    shown_key: str = ""
    argument: str = ""

    @property
    def scope(self) -> str:
        """Where the key works: a screen, or the whole app."""
        return self.id.partition(".")[0]

    @property
    def call(self) -> str:
        """The action as Textual runs it; the part of the id behind a second dot only tells siblings apart."""
        name = self.id.split(".")[1]
        place = "app." if self.scope == "app" or name == "quit" else "screen."
        return f"{place}{name}({self.argument})"

    @property
    def key(self) -> str:
        """The key or keys, to be read by people."""
        return self.shown_key or " ".join(key.strip() for key in self.keys.split(","))


def _moving(scope: str, row: str) -> tuple[Action, ...]:
    """The keys that move in a list."""
    return (
        Action(f"{scope}.move.down", "j,down", "", f"Next {row}", "j ↓", "1"),
        Action(f"{scope}.move.up", "k,up", "", f"The {row} above", "k ↑", "-1"),
        Action(f"{scope}.page.down", "ctrl+f,pagedown", "", "A page down", "PgDn", "1"),
        Action(f"{scope}.page.up", "ctrl+b,pageup", "", "A page up", "PgUp", "-1"),
        Action(f"{scope}.end.first", "g,home", "", f"First {row}", "g", "-1"),
        Action(f"{scope}.end.last", "G,end", "", f"Last {row}", "G", "1"),
    )


def _scrolling(scope: str, what: str) -> tuple[Action, ...]:
    """The keys that scroll what is told of the row under the cursor."""
    return (
        Action(f"{scope}.scroll.down", "J,shift+down", "", f"Scroll {what} down", "J", "1"),
        Action(f"{scope}.scroll.up", "K,shift+up", "", f"Scroll {what} up", "K", "-1"),
    )


ACTIONS = (
    Action("library.study", "enter", "Study", "Study the selected deck and those below it", "⏎"),
    *_moving("library", "deck"),
    Action("library.close", "h,left", "", "Fold the deck, or go to the one above it", "h ←"),
    Action("library.open", "l,right", "", "Unfold the deck", "l →"),
    Action("library.document", "d", "Read", "Read the document of the selected deck"),
    Action("library.overview", "o", "Overview", "What the document claims, and on what evidence"),
    Action("library.trials", "r", "Trials", "Every study that the documents tell of, in one table"),
    Action(
        "library.compare", "c", "Compare", "Cell sources against attributes, from all documents; with a quiz"
    ),
    Action("library.mechanisms", "m", "Mechanisms", "Who acts on what, step by step, from all documents"),
    Action("library.mastery", "w", "", "Weak topics: how much of each you would recall today"),
    Action("library.exam", "e", "", "Study what the next exam asks today"),
    Action("library.optimise", "O", "", "Fit FSRS to your own answers, in the background"),
    Action("library.script", "t", "", "Next script; which one it is stands at the top"),
    Action("library.undo", "u", "", "Take back the last thing you did, whatever it was"),
    Action("library.redo", "U,ctrl+r", "", "Do again what was taken back", "U ^r"),
    Action("library.problems", "p", "", "Show the decks that cannot be read"),
    Action("library.quit", "q", "Quit", "Leave the program"),
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
    Action("study.bury", "b", "", "Bury: do not show this card again today"),
    Action("study.suspend", "exclamation_mark", "", "Suspend: do not show this card any more", "!"),
    Action("study.flag", "f", "", "Give the card the next of seven flags, then none"),
    Action("study.edit", "e", "", "Edit: open the deck in your editor, at the card"),
    Action("study.source", "s", "Source", "Show the passage that the card comes from"),
    Action("study.document", "d", "Document", "Read the document at the card's line"),
    Action("study.scroll.down", "j,down", "", "Scroll down, or the next option", "j ↓", "1"),
    Action("study.scroll.up", "k,up", "", "Scroll up, or the option before", "k ↑", "-1"),
    Action("study.leave", "q,escape", "Back", "Back to where you came from; every answer is saved", "q"),
    Action("document.topics", "o,tab", "Topics", "Go to the topics, and back to the text", "o"),
    Action("document.jump", "enter", "", "Go to the lines of the topic", "⏎"),
    Action("document.damage.next", "n", "Damage", "Next damaged place", argument="1"),
    Action("document.damage.previous", "p", "", "The damaged place before", argument="-1"),
    Action("document.move.down", "j,down", "", "Next row, or topic", "j ↓", "1"),
    Action("document.move.up", "k,up", "", "The row, or topic, above", "k ↑", "-1"),
    Action("document.page.down", "ctrl+f,pagedown,space", "", "A page down", "PgDn", "1"),
    Action("document.page.up", "ctrl+b,pageup", "", "A page up", "PgUp", "-1"),
    Action("document.end.first", "g,home", "", "To the beginning", "g", "-1"),
    Action("document.end.last", "G,end", "", "To the end", "G", "1"),
    Action("document.leave", "q,escape,d", "Back", "Back to the card or the library", "q"),
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
    *_moving("trials", "record"),
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
    *_scrolling("compare", "a long cell"),
    *_moving("compare", "source"),
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
    *_scrolling("mechanisms", "a long proof"),
    *_moving("mechanisms", "row"),
    Action("mechanisms.leave", "q,escape", "Back", "Take the filter away, else back", "q"),
    Action("overview.source", "s,enter", "Source", "Go to the document, at the line of the claim", "s ⏎"),
    Action("overview.study", "a", "Study", "Study the cards of the document, due or not"),
    Action("overview.trials", "r", "Trials", "The studies that the document tells of"),
    Action("overview.document", "d", "Read", "Read the document"),
    Action("overview.other.next", "n", "Next", "Next document", argument="1"),
    Action("overview.other.previous", "p", "", "The document before", argument="-1"),
    *_scrolling("overview", "a long proof"),
    *_moving("overview", "claim"),
    Action("overview.leave", "q,escape,o", "Back", "Back to the library", "q"),
    Action("record.source", "s,enter,d", "Source", "Go to the document, at the line of the value", "s ⏎"),
    Action("record.study", "a", "Study", "Study the cards of the study, due or not"),
    Action("record.record.next", "n", "Next", "Next record", argument="1"),
    Action("record.record.previous", "p", "Previous", "The record before", argument="-1"),
    *_scrolling("record", "the quote"),
    *_moving("record", "value"),
    Action("record.leave", "q,escape", "Back", "Back to the table", "q"),
    Action("mastery.study", "enter", "Study", "Study the topic, whether its cards are due or not", "⏎"),
    *_moving("mastery", "topic"),
    Action("mastery.leave", "q,escape,w", "Back", "Back to the library", "q"),
    Action("summary.leave", "enter,space,q,escape", "Back", "Back to where you came from", "⏎"),
    Action("summary.undo", "u", "Undo", "Take back the last answer and ask the card again"),
    Action("documents.choose", "enter,d", "Read", "Read the document", "⏎"),
    Action("documents.move.down", "j,down", "", "Next document", "j ↓", "1"),
    Action("documents.move.up", "k,up", "", "The document above", "k ↑", "-1"),
    Action("documents.leave", "q,escape", "Back", "Close", "q"),
    Action("reader.scroll.down", "j,down,space", "", "Scroll down", "j ↓", "1"),
    Action("reader.scroll.up", "k,up", "", "Scroll up", "k ↑", "-1"),
    Action("reader.leave", "q,escape,enter,s,p,question_mark,f1", "Back", "Close", "q"),
    Action(
        "app.script", "t", "Script", "Next script: as written, Simplified, Traditional (Taiwan, Hong Kong)"
    ),
    Action("app.help", "question_mark,f1", "Help", "This help", "?"),
    Action("app.quit", "ctrl+q", "", "Leave the program", "^q"),
)
SCOPES = {
    "library": "Library",
    "study": "Study",
    "document": "Document",
    "trials": "Trials",
    "record": "Study record",
    "compare": "Compare",
    "mechanisms": "Mechanisms",
    "overview": "Overview",
    "mastery": "Weak topics",
    "summary": "End of a session",
    "app": "Everywhere",
}


def of(scope: str) -> tuple[Action, ...]:
    """The actions of a screen or the app."""
    return tuple(action for action in ACTIONS if action.scope == scope)


def bindings(scope: str) -> list[BindingType]:
    """Textual's bindings for a screen or the app, each with its action's id."""
    from textual.binding import Binding  # noqa: PLC0415 -- the registry is also read where no app runs

    return [
        Binding(
            action.keys,
            action.call,
            action.label or action.help,
            show=bool(action.label),
            key_display=action.shown_key or None,
            id=action.id,
            tooltip=action.help,
        )
        for action in of(scope)
    ]
