"""Levels of topics: `#` first, then numbering, then what the titles say of each other."""

from __future__ import annotations

from sctui.model.document import Document
from sctui.outline.entries import Entry
from sctui.text.section_names import SectionRole


def assign_levels(document: Document, entries: list[Entry]) -> list[int]:  # noqa: ARG001 -- taken up by the next step
    """The level (from 1) of every entry."""
    if any(entry.marks for entry in entries):
        return _declared(entries)
    return _by_style(entries)


def _declared(entries: list[Entry]) -> list[int]:
    levels, last = [], 0
    for entry in entries:
        if entry.marks:
            last = entry.marks
            levels.append(last)
        else:
            levels.append(last + 1)
    return levels


def _by_style(entries: list[Entry]) -> list[int]:
    levels: list[int] = []
    styles: list[str] = []  # the styles from the second level down, of the topics now open
    for place, entry in enumerate(entries):
        if place == 0 and not entry.numbering and not entry.run_in:
            levels.append(1)
            continue
        if entry.run_in:
            levels.append(len(styles) + 2)
            continue
        style = entry.numbering.style.value if entry.numbering else "plain"
        if (
            entry.role in {SectionRole.CLOSING, SectionRole.REFERENCES, SectionRole.APPARATUS}
            and not entry.numbering
        ):
            styles = ["plain"]
        elif style in styles:
            styles = styles[: styles.index(style) + 1]
        else:
            styles = [*styles, style]
        levels.append(len(styles) + 1)
    return levels
