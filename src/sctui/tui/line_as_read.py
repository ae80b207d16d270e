"""A line of a document as one reads it: without the signs of Markdown that only say how it looks."""

from __future__ import annotations

import re

from textual.content import Content

from sctui.markup.parse import parse
from sctui.text.printable import one_line
from sctui.tui.card_markup import styled

_HEADING = re.compile(r"#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*[ \t]*")
_ROW = re.compile(r"[ \t]*\|(?P<cells>.*)\|[ \t]*")
_RULE = re.compile(r"[ \t|:-]*-{3}[ \t|:-]*")


def line_as_read(line: str) -> Content:
    """A heading bold, cells with a line between them, emphasis as such; nothing for a rule."""
    if heading := _HEADING.fullmatch(line):
        return styled(parse(heading["title"]), one_line).stylize("bold")
    if _RULE.fullmatch(line):
        return Content("")
    if row := _ROW.fullmatch(line):
        line = " │ ".join(cell.strip() for cell in row["cells"].split("|"))
    return styled(parse(line), one_line)
