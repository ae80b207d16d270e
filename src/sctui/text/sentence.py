"""Sentences and clauses with their offsets, in Chinese and English; `,` may stand for `，`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sctui.text.patterns import CITATION, HAN

_OPEN, _CLOSE = "([{（［【《〈「『“‘", ")]}）］】》〉」』”’"
_BRACKET = re.compile(f"[{re.escape(_OPEN + _CLOSE)}]")
_MARK = re.compile(f"[{re.escape(_OPEN + _CLOSE)}。！？；;!?.]")
_MARK_OR_COMMA = re.compile(f"[{re.escape(_OPEN + _CLOSE)}。！？；;!?.，,]")
_ABBREVIATION = re.compile(
    r"(?:(?<![\w-])(?:al|vs|fig|no|vol|dr|prof|e\.g|i\.e|approx|ca|cf|j|int|mol|sci|med|res)|(?<!-)\b[A-Z])$",
    re.IGNORECASE,
)


# the names of an abstract's parts, glued to what stands behind them where a page lost its line breaks
GLUED_PART = re.compile(
    r"(?:Backgrounds?(?: and [Aa]ims)?|Objectives?|Aims?|Purpose|Introduction|Study [Dd]esign"
    r"|(?:(?:Materials|Patients|Subjects) and )?[Mm]ethods"
    r"|Results|Findings|Conclusions?|Interpretation|Discussion|Trial [Rr]egistration|Funding)(?=[A-Z])"
)
_ASKED = 14  # characters before a question mark that hold the word which asks
_ASKS = re.compile(
    "(?:什[么麼]|怎[么麼]|[吗嗎呢]|[为為][何什]|如何|多少|是否|哪[里裡些个個一种種]?)[^,，。;；?？]{0,10}$"
)


class Piece(NamedTuple):
    """A stretch of a line: its text and where it stands, `start` inclusive, `end` exclusive."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=32768)  # every extractor reads the same lines
def sentences(text: str) -> tuple[Piece, ...]:
    """Split at 。！？；; and at an English full stop; what stands in brackets or quotes is not split."""
    return tuple(_pieces(text, _MARK, _ends_sentence))


def clauses(text: str, offset: int = 0) -> Iterator[Piece]:
    """Split a sentence at commas as well; offsets are moved on by `offset`.

    A comma between digits (`1,234`) and the enumeration comma `、` do not split.
    """
    if offset:
        return (Piece(text, start + offset, end + offset) for text, start, end in _clauses(text))
    return iter(_clauses(text))


@lru_cache(maxsize=32768)
def _clauses(text: str) -> tuple[Piece, ...]:
    return tuple(_pieces(text, _MARK_OR_COMMA, _ends_clause))


def _pieces(text: str, marks: re.Pattern[str], ends: Callable[[str, int], bool]) -> Iterator[Piece]:
    start, depth, balanced = 0, 0, _balanced(text)
    for mark in marks.finditer(text):
        char, i = mark[0], mark.start()
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth -= 1
        elif (depth == 0 or not balanced) and ends(text, i):
            stop = _behind_mark(text, i + 1) if char == "." else i + 1
            yield from _trimmed(text, start, stop)
            start = stop
    yield from _trimmed(text, start, len(text))


def _behind_mark(text: str, at: int) -> int:
    """The column behind a citation mark that stands at a full stop (`… survived.[4] The …`); else `at`."""
    mark = CITATION.match(text, at) if text[at : at + 1] in "[［" else None
    return mark.end() if mark and text[mark.end() : mark.end() + 1].strip() == "" else at


def _trimmed(text: str, start: int, end: int) -> Iterator[Piece]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Piece(text[start:end], start, end)


def _balanced(text: str) -> bool:
    """Whether the brackets and quotes of a text close; where they do not, they say nothing."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in _OPEN else -1
        if depth < 0:
            return False
    return depth == 0


def _ends_sentence(text: str, i: int) -> bool:
    char, following = text[i], text[i + 1 : i + 2]
    if char in "。！？；;":
        return True
    if char in "!?":  # a lone `?` inside a line is more often a lost character than a question
        return not following or following.isspace() or _is_exclaimed(text, i)
    if char == ".":
        behind = _behind_mark(text, i + 1)
        ended = not following or following.isspace() or behind > i + 1 or GLUED_PART.match(text, i + 1)
        return bool(ended) and not _ABBREVIATION.search(text[max(0, i - 8) : i])
    return False


def _is_exclaimed(text: str, i: int) -> bool:
    """Whether a Chinese sentence ends at a half-width `!`, or at a `?` behind the words of a question."""
    within = HAN.match(text, i - 1) and HAN.match(text, i + 1) if i else None
    return bool(within and (text[i] == "!" or _ASKS.search(text, max(0, i - _ASKED), i)))


def _ends_clause(text: str, i: int) -> bool:
    if text[i] == "，":
        return True
    if text[i] == ",":
        return not (text[i - 1 : i].isdigit() and text[i + 1 : i + 2].isdigit())
    return _ends_sentence(text, i)
