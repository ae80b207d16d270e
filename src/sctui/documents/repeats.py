"""Lines that say again what another line says in full."""

from __future__ import annotations

from sctui.documents.sheet import Sheet
from sctui.model.document import LineKind

_LEAST = 12  # characters that count; shorter lines (`Results`) may well stand twice


def mark_repeats(sheet: Sheet) -> None:
    """Class a line that equals an earlier line, or is the beginning of the next one, without punctuation."""
    seen: set[str] = set()
    lines = [(i, _letters(view)) for i, view in sheet.open()]
    for place, (i, letters) in enumerate(lines):
        if len(letters) < _LEAST:
            continue
        following = lines[place + 1][1] if place + 1 < len(lines) else ""
        if letters in seen or (following.startswith(letters) and following != letters):
            sheet.mark(i, LineKind.REPEATED)
        seen.add(letters)


def _letters(view: str) -> str:
    return "".join(char for char in view if char.isalnum())
