"""New, learning and due, in their colours."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from sctui.i18n import _
from sctui.scheduler.queue import Counts
from sctui.text.plural import counted

NEW, LEARNING, DUE = "$text-primary", "$text-warning", "$text-success"


def long_counts(counts: Counts, asked: str = "") -> Content:
    """`12 new   3 learning   40 due`, the one that the asked card belongs to (by its word) underlined."""
    parts = ((counts.new, "new", NEW), (counts.learning, "learning", LEARNING), (counts.due, "due", DUE))
    return Content("   ").join(
        Content.assemble(
            (f"{number}", _style(number, colour) + (" underline" if name == asked else "")),
            (f" {_(name)}", "dim"),
        )
        for number, name, colour in parts
    )


def short_counts(counts: Counts, asked: str = "") -> Content:
    """`12 · 3 · 40`, the one that the asked card belongs to (`new`, `learning`, `due`) underlined."""
    parts = (("new", counts.new, NEW), ("learning", counts.learning, LEARNING), ("due", counts.due, DUE))
    return Content.assemble((" · ", "dim")).join(
        Content.styled(str(number), _style(number, colour) + (" underline" if name == asked else ""))
        for name, number, colour in parts
    )


def crammed(counts: Counts) -> Content:
    """How many cards are left, where nothing of them is recorded."""
    left = Content.styled(counted(counts.total, "card"), f"bold {DUE}")
    return Content.assemble((_("Cramming, not recorded") + "   ", "dim"), left)


def todays_counts(counts: Counts, time: str, width: int) -> Content:
    """What is left today, as much of it as fits: the time that takes goes first, then the words."""
    head = Content.styled(_("Today") + "   ", "bold")
    told = [Content.assemble(head, long_counts(counts)), Content.assemble(head, short_counts(counts))]
    if time:
        told.insert(0, Content.assemble(told[0], (f"   {time}", "dim")))
    return next((one for one in told if cell_len(one.plain) <= width), told[-1])


def _style(number: int, colour: str) -> str:
    return f"bold {colour}" if number else "dim"
