"""What the library says below its decks: what is wrong with some, what waits, how the first ones are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from sctui.i18n import _
from sctui.text.plural import counted

if TYPE_CHECKING:
    from sctui.tui.desk import Desk


def notices(desk: Desk) -> Mapping[str, str]:
    """The id of each line -> what it says; empty for nothing."""
    told = {"problems": "", "inbox": ""}
    if desk.awaited is not None:
        return told
    if problems := len(desk.collection.library.problems):
        faulty = _("{problems} in your decks; the others can be studied. Press {key}.")
        key = desk.key("library.problems")
        told["problems"] = "! " + faulty.format(problems=counted(problems, "problem"), key=key)
    if cards := len(desk.collection.library.waiting):
        waiting = _("{cards} in the inbox. Press {key}.")
        told["inbox"] = waiting.format(cards=counted(cards, "new card"), key=desk.key("library.inbox"))
    return told


def nothing_yet(desk: Desk) -> Content:
    """How cards come about."""
    return Content.assemble(
        (_("There are no cards yet.") + "\n\n", "bold"),
        _("Press {key} to make some from a document, or run:").format(key=desk.key("library.add")) + "\n\n",
        ("    sctui convert notes.md\n\n", "$text-accent"),
        _("or put decks (YAML) here:") + "\n\n",
        (f"    {desk.line(str(desk.home.decks))}", "$text-accent"),
    )
