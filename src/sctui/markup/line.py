"""A line of a document as one reads it: without the signs of Markdown that only say how it looks."""

from __future__ import annotations

import re

from sctui.markup.parse import parse
from sctui.markup.tree import Tree

_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*")
_ROW = re.compile(r"[ \t]*\|(?P<cells>.*)\|[ \t]*")
_RULE = re.compile(r"[ \t|:-]*-{3}[ \t|:-]*")


def line_as_read(line: str) -> tuple[Tree, bool]:
    """Its words, cells with a stroke between them, nothing of a rule; and whether it is a heading."""
    heading = _HEADING.fullmatch(line)
    if heading:
        return parse(heading["title"]), True
    if _RULE.fullmatch(line):
        return (), False
    if row := _ROW.fullmatch(line):
        line = " │ ".join(cell.strip() for cell in row["cells"].split("|"))
    return parse(line), False
