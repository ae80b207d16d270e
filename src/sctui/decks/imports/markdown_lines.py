"""What the readers of Markdown cards know of a line."""

from __future__ import annotations

import re
from itertools import groupby

from sctui.i18n import _

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
RULE = re.compile(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*")
FENCE = re.compile(r"\s*(?:```|~~~)")
# what Obsidian's spaced repetition keeps of a card, behind it
SCHEDULE = re.compile(r"\s*(?<!\\)<!--SR:[^>]*-->")
QUESTION_MARKS = ("?", "？")
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_UNESCAPED = (
    (re.compile(r"^(\s*[QAC])\\([:：])", re.MULTILINE), r"\1\2"),
    (re.compile(r"^(\s*)\\(#|---)", re.MULTILINE), r"\1\2"),
    (re.compile(r"\\<"), "<"),
)
_TOLD = 8  # runs of lines that a message names


def lines_of(text: str) -> list[str]:
    """The lines of a file, without their ends and the mark at its beginning."""
    return _LINE_BREAK.split(text.removeprefix("\ufeff"))


def opens_code(line: str) -> bool:
    """Whether the line opens, or closes, a block of code."""
    return bool(FENCE.match(line)) and (line.count("```") + line.count("~~~")) % 2 == 1


def plain(lines: list[str]) -> str:
    """The text of some lines: without blanks at their ends, and without the escapes our own export writes."""
    text = "\n".join(line.rstrip() for line in lines).strip()
    for pattern, instead in _UNESCAPED:
        text = pattern.sub(instead, text)
    return text


def passed_over(numbers: list[int]) -> list[str]:
    """What to tell of the lines, rising, that became part of no card: one message, or none."""
    if not numbers:
        return []
    runs = [
        [number for _place, number in run]
        for _key, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0])
    ]
    told = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    where = ", ".join(told[:_TOLD]) + (" …" if len(told) > _TOLD else "")
    return [_("text that is no card, in line {lines}").format(lines=where)]
