"""What the documents and passages do."""

from __future__ import annotations

from sctui.tui.actions.action import Action

READING = (
    Action("document.topics", "o,tab", "Topics", "Go to the topics, and back to the text", "o"),
    Action("document.jump", "enter", "", "Go to the lines of the topic", "⏎"),
    Action("document.damage.next", "n", "Damage", "Next damaged place", argument="1"),
    Action("document.damage.previous", "p", "", "The damaged place before", argument="-1"),
    Action(
        "document.decide",
        "e",
        "Decide",
        "Decide about the damaged place: accept, reject, own text",
    ),
    Action("document.cards", "c", "Cards", "List the cards of the lines on the screen"),
    Action("document.move.down", "j,down", "", "Next row, or topic", "j ↓", "1"),
    Action("document.move.up", "k,up", "", "The row, or topic, above", "k ↑", "-1"),
    Action("document.page.down", "ctrl+f,pagedown,space", "", "A page down", "PgDn", "1"),
    Action("document.page.up", "ctrl+b,pageup", "", "A page up", "PgUp", "-1"),
    Action("document.end.first", "g,home", "", "To the beginning", "g", "-1"),
    Action("document.end.last", "G,end", "", "To the end", "G", "1"),
    Action("document.leave", "q,escape,d", "Back", "Back to the card or the library", "q"),
    Action("documents.choose", "enter,d", "Read", "Read the document", "⏎"),
    Action("documents.move.down", "j,down", "", "Next document", "j ↓", "1"),
    Action("documents.move.up", "k,up", "", "The document above", "k ↑", "-1"),
    Action("documents.leave", "q,escape", "Back", "Close", "q"),
    Action("reader.scroll.down", "j,down,space", "", "Scroll down", "j ↓", "1"),
    Action("reader.scroll.up", "k,up", "", "Scroll up", "k ↑", "-1"),
    Action("reader.leave", "q,escape,enter,s,p,question_mark,f1", "Back", "Close", "q"),
)
