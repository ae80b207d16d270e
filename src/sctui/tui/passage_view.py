"""Passages of documents as widgets: what stands before the quoted line, that line, what stands after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from textual.content import Content
from textual.widget import Widget

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.model.card import Card, Source
from sctui.text.printable import one_line, printable
from sctui.tui.card_markup import read_line
from sctui.tui.card_text import quote, reference
from sctui.tui.desk import Desk
from sctui.tui.passage import Passage, find_document, origin, read_passage
from sctui.tui.widgets.prose import Prose

_QUOTE = "on $accent-muted"
_Part: TypeAlias = tuple[Content | str, str]  # words, and the classes that they are styled by


async def show_passages(text: Widget, desk: Desk, card: Card, deck: str) -> None:
    """Show the passages of all sources of a card of a deck, the quoted words marked, each under its name.

    The widgets that are there show them: to make others takes longer than all the rest.
    """
    parts, there = list(_passages(desk, card, deck)), list(text.query_children(Prose))
    for widget, (words, classes) in zip(there, parts, strict=False):
        widget.show(words)
        if widget.classes != frozenset(classes.split()):
            widget.set_classes(classes)
    for widget in there[len(parts) :]:
        widget.set_classes("-absent")
    await text.mount(*(Prose(words, classes=classes) for words, classes in parts[len(there) :]))


def _passages(desk: Desk, card: Card, deck: str) -> Iterator[_Part]:
    for source in card.note.sources:
        if len(card.note.sources) > 1:
            told = desk.line(origin(desk.collection, deck, source))
            yield reference(source, told), "heading"
        file = find_document(desk.collection, deck, source)
        if file is None:
            yield quote(card, source), "quoted"
            yield _("The document itself is not at hand."), "around gap"
            continue
        try:
            passage = read_passage(file, source)
        except SctuiError as error:
            yield quote(card, source), "quoted"
            yield printable(str(error)), "around gap"
            continue
        yield from _lines(card, passage, source)


def begin_at_quote(text: Widget) -> None:
    """Scroll what shows passages so that the first quoted line can be seen, with what stands before it."""
    for quoted in text.query(".quoted").results(Prose):
        up = max(0, quoted.virtual_region.y - text.size.height // 3)
        text.scroll_to(y=up, animate=False, immediate=True)  # else a frame comes between that is not scrolled
        return


def _lines(card: Card, passage: Passage, source: Source) -> Iterator[_Part]:
    before = _around(passage, range(1, passage.line))
    quoted = "".join(text for number, text in passage.lines if number == passage.line)
    after = _around(passage, range(passage.line + 1, passage.lines[-1][0] + 1))
    if before:
        yield before, "around"
    if passage.place is None:
        yield quote(card, source), "quoted"
        yield _("The document has changed: these words no longer stand in this line."), "around"
    else:
        yield Content(quoted).stylize(_QUOTE, *passage.place), "quoted"
    if after:
        yield after, "around gap"


def _around(passage: Passage, numbers: range) -> Content:
    """Lines of a passage, without blank ones at either end: the quoted line has room around it."""
    lines = [read_line(text, one_line) for number, text in passage.lines if number in numbers]
    filled = [at for at, line in enumerate(lines) if line]
    return Content("\n").join(lines[filled[0] : filled[-1] + 1]) if filled else Content("")
