"""Topics that a label announces: `causes:` … `there are two:` and then 1. and 2., or labels of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from sctui.outline.entries import Entry


class Announced:
    """Sees the entries of a document in order, and says which of them stand below the label before them.

    A label owns the numbers that begin with 1 right below a line ending in a colon, as far as they go on
    counting; and a numbered label whose line ends in a colon owns the labels without a number that follow.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._last: tuple[Entry, int] | None = None
        self._level: int | None = None  # of what is announced, while it goes on
        self._first: Entry | None = None  # the last of what is announced

    def level_of(self, entry: Entry) -> int | None:
        """The level of an entry that was announced; None for all others. Ask once for each, then `see` it."""
        if self._level is not None and self._goes_on(entry):
            return self._level
        self._level = None
        if self._last and self._last[0].run_in and self._begins(self._last[0], entry):
            self._level = self._last[1] + 1
        return self._level

    def see(self, entry: Entry, level: int) -> None:
        """Take note of an entry and the level it was given."""
        self._last = entry, level
        if level == self._level:
            self._first = entry

    def _begins(self, label: Entry, entry: Entry) -> bool:
        if label.numbering is None:
            counts = entry.numbering is not None and entry.numbering.value == 1
            return counts and self._ends_in_colon(self._line_before(entry.line))
        return entry.run_in and entry.numbering is None and self._ends_in_colon(label.line)

    def _goes_on(self, entry: Entry) -> bool:
        before = self._first
        if before is None or before.numbering is None or entry.numbering is None:
            return bool(before and before.numbering is None and entry.numbering is None and entry.run_in)
        return (
            entry.numbering.style is before.numbering.style
            and entry.numbering.value == before.numbering.value + 1
        )

    def _line_before(self, line: int) -> int:
        """The last line before `line` that is not blank."""
        line -= 1
        while line > 1 and not self._texts[line - 1].strip():
            line -= 1
        return line

    def _ends_in_colon(self, line: int) -> bool:
        return self._texts[line - 1].rstrip().endswith((":", "："))
