"""Text cut and filled to a number of terminal cells; a wide character is never halved."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def fitted(text: str, width: int) -> str:
    """One line of text in exactly `width` cells: filled with blanks, or cut with `…` at its end."""
    if cell_len(text) > width:
        text = set_cell_size(text, max(0, width - 1)).rstrip() + "…"
    return set_cell_size(text, max(0, width))


def fitted_within(text: str, width: int) -> str:
    """The same, but cut in its middle: both the beginning and the end of a long text stay."""
    if (least := width - 1) < 2 or cell_len(text) <= width:
        return fitted(text, width)
    head = set_cell_size(text, least // 2).rstrip()
    room, at = least - cell_len(head), len(text)
    while (size := cell_len(text[at - 1])) <= room:
        room, at = room - size, at - 1
    return set_cell_size(f"{head}…{text[at:].lstrip()}", width)


def fitted_right(text: str, width: int) -> str:
    """The same, with the blanks before it."""
    return " " * max(0, width - cell_len(text)) + text if cell_len(text) <= width else fitted(text, width)
