"""What stands in a table's cell once citation marks, stray marks, dashes and broken spaces are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sctui.text.brackets import depths
from sctui.text.patterns import CITATION
from sctui.text.sentence import Piece

_BROKEN = re.compile(r"(?<=[\u3400-\u9fff、，,]) +(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff]) +(?=[、，,;；])")
# a space between two statements: `免疫调节 分泌因子`, and not `促进 血管生成`
_APART = re.compile(
    r"(?<=[\u3400-\u9fff]{4}) +"
    r"(?=(?:分泌|[释釋]放|促[进進]|抑制|增[强強]|[减減]少|降低|改善|提高|保[护護])[\u3400-\u9fff]{2})"
)
_ORDINAL = re.compile(r"^(?:\(?\d{1,2}[.、)）](?!\d)|[①-⑳])\s*")
_TWO_SHORT = re.compile(r"(?<=[A-Z]SC|SCs) (?=[A-Z][A-Za-z-]*SCs?(?![A-Za-z]))")
_SPACES = re.compile(r"\s+")
_EDGE = " \t;；,，。、?？–—-•·\ufffd"
_NOTE_MARK = re.compile(r"(?<=[^\s*†‡§])[*†‡§]{1,3}$")  # `滞留率*`: of a note below the table
_EMPHASIS = re.compile(r"[*†‡§].*[*†‡§]")
_MARKS = re.compile(r"\*\*|__")  # of Markdown, around words
_MINUS = re.compile(r"-\d")
_DASH = re.compile(r"(?:^|(?<=[\s;；?？]))[-–—•·]\s*(?=\D)")


def cleaned(text: str) -> str:
    """The cell's words alone, for use as a header or an answer."""
    bare = _MARKS.sub("", CITATION.sub("", text))
    told = _SPACES.sub(" ", _BROKEN.sub("", _APART.sub("、", bare))).rstrip(_EDGE)
    told = told if _EMPHASIS.search(told) else _NOTE_MARK.sub("", told)
    return told[_first_word(told, 0, len(told)) :]


def head_of(text: str) -> str:
    """The words of a row's or column's head, without the number before them: `1. 来源`.

    Two short forms in it are set apart (`UC-MSCs/UCB-MSCs`).
    """
    bare = _TWO_SHORT.sub("/", cleaned(text))
    return _ORDINAL.sub("", bare) or bare


def parts(text: str) -> Iterator[Piece]:
    """The statements of a cell: cut at semicolons and before dashes; offsets are those in `text`."""
    nested = depths(text)
    cuts = {i for i, char in enumerate(text) if char in ";；" and not nested[i]}
    cuts |= {found.start() for found in _DASH.finditer(text) if not nested[found.start()]}
    edges = [0, *sorted(cuts), len(text)]
    for start, end in pairwise(edges):
        piece = _bare(text, start, end)
        if piece.text:
            yield piece


def _first_word(text: str, start: int, end: int) -> int:
    """Where the words of a stretch begin; the minus of a number (`-80℃`) is no stray mark."""
    while start < end and text[start] in _EDGE and not _MINUS.match(text, start):
        start += 1
    return start


def _bare(text: str, start: int, end: int) -> Piece:
    """The stretch without marks at its edges: it still stands in one piece in the line."""
    while True:
        start = _first_word(text, start, end)
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        last = next((c for c in CITATION.finditer(text, start, end) if c.end() == end), None)
        if last is None:
            return Piece(text[start:end], start, end)
        end = last.start()
