"""A note as it is looked at, not asked: question and answer, gaps filled, all options, both ways."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sctui.i18n import _
from sctui.markup.cards import tree_of
from sctui.model.card import CardType, Note
from sctui.tui.card_markup import styled
from sctui.tui.desk import Desk


def note_text(note: Note, desk: Desk) -> Content:
    """Everything that the note says."""
    return Content("\n").join(_parts(note, desk))


def _parts(note: Note, desk: Desk) -> Iterator[Content]:
    if note.type is CardType.CLOZE:
        yield _said(note.text, note, desk)
        return
    yield _said(note.front, note, desk).stylize("bold")
    yield Content("")
    answer = _said(note.back, note, desk).stylize("$text-success")
    tolerance = (f"  ± {note.tolerance}", "dim") if note.tolerance not in {"", "0"} else ""
    yield Content.assemble(answer, tolerance)
    for option in note.options:
        yield Content.assemble(("✗ ", "dim"), _said(option, note, desk))
    if note.reverse:
        yield Content("")
        yield Content.styled(_("and the other way round:"), "dim")
        yield _said(note.reverse.front, note, desk).stylize("bold")
        yield _said(note.reverse.back, note, desk).stylize("$text-success")


def _said(text: str, note: Note, desk: Desk) -> Content:
    return styled(tree_of(text, note), desk.text)
