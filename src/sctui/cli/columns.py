"""Text in columns of a terminal, where Han characters take two cells."""

from __future__ import annotations

from unicodedata import east_asian_width


def cells(text: str) -> int:
    """How wide a text is on a terminal."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def left(text: str, width: int) -> str:
    """The text at the left of a column of so many cells."""
    return text + " " * (width - cells(text))


def right(text: str, width: int) -> str:
    """The text at the right of a column of so many cells."""
    return " " * (width - cells(text)) + text
