"""Where the notes of a deck file stand: YAML's own line breaks, and the lines that belong to one card."""

from __future__ import annotations

import re
from typing import NamedTuple

from sctui.text.yaml_nodes import Node, Scalar

# what YAML 1.1 calls a line break; editors know fewer of them, `str.splitlines` knows these as well:
_OTHER_BREAKS = "\v\f\x1c\x1d\x1e"
_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])|[^\n\r\x85\u2028\u2029]+")

_DASH = re.compile(r"-(?:\s+#.*)?")  # with nothing behind it in its line but a comment


class Place(NamedTuple):
    """Where a note stands in its file; lines and columns from 1.

    `answer` is the place of `back` (or `text`), `sources` one place for each source.
    """

    line: int
    column: int
    last_line: int
    answer: tuple[int, int]
    sources: tuple[tuple[int, int], ...] = ()

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line, both inclusive."""
        return self.line, self.last_line


def yaml_lines(text: str) -> list[str]:
    """The lines of a YAML text, with their breaks; joined they are the text again."""
    if any(char in text for char in _OTHER_BREAKS):
        return _LINE.findall(text)
    return text.splitlines(keepends=True)


def first_line(lines: list[str], line: int, column: int) -> int:
    """The line in which the dash stands of the list entry at a place: that very line, or one above."""
    at = line
    if lines[line - 1][: column - 1].strip():
        return line
    while at > 1 and _outside(lines[at - 2], column):
        at -= 1
    return at - 1 if at > 1 and _DASH.fullmatch(lines[at - 2].strip()) else line


def last_line(lines: list[str], node: Node, before: int) -> int:
    """The last line of a list entry; `before` is the line of the next entry, or one behind the last line."""
    if isinstance(node, Scalar):
        return node.line
    return without_empty(lines, node.line, min(node.end_line, before - 1, len(lines)), node.column - 1)


def without_empty(lines: list[str], first: int, last: int, indent: int) -> int:
    """The last line of an entry whose lines are `first` to `last` at most, and whose keys have that indent.

    Blank lines and comments behind an entry do not belong to it, unless a comment is indented like its keys.
    """
    while last > first and _outside(lines[last - 1], indent):
        last -= 1
    return last


def _outside(line: str, indent: int) -> bool:
    content = line.strip()
    return not content or (content.startswith("#") and len(line) - len(line.lstrip(" ")) < indent)
