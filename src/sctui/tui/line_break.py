"""Where a line may end: at blanks, and between Han characters except before and after certain punctuation.

Textual breaks at blanks alone, so a Chinese sentence after a Latin word would begin a new line and leave the
old one half empty, and a line could begin with `，`. The forbidden places are those of the W3C's requirements
for Chinese text layout (clreq, "line start and end prohibition").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

_NO_START = frozenset("，。、；：？！）】》〉」』”’…—～·%‰℃°,.;:?!)]}/")
_NO_END = frozenset("（【《〈「『“‘([{")


@lru_cache(maxsize=512)
def break_offsets(text: str, width: int, together: tuple[tuple[int, int], ...] = ()) -> tuple[int, ...]:
    """The offsets at which one line of text is cut so that no piece is wider than `width` cells.

    What stands between two offsets of `together` is cut only where it is wider than a line by itself.
    Blanks at a cut stay at the end of the piece before it, where they may stand out over `width`.
    """
    offsets: list[int] = []
    used = 0
    for start, piece in _pieces(text, together):
        needed = cell_len(piece.rstrip(" "))
        if used and used + needed > width:
            offsets.append(start)
            used = 0
        if needed > width:
            folds = list(_folds(piece, width))
            offsets += [start + fold for fold in folds]
            used = cell_len(piece[folds[-1] :])
        else:
            used += cell_len(piece)
    return tuple(offsets)


def _pieces(text: str, together: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, str]]:
    """What must stay together, with its offset: words, single Han characters with their punctuation."""
    start = 0
    begins = {first for first, _ in together}
    inside = {i for first, end in together for i in range(first + 1, end)}
    for i in range(1, len(text)):
        if i in begins or (i not in inside and _may_break(text[i - 1], text[i])):
            yield start, text[start:i]
            start = i
    if start < len(text):
        yield start, text[start:]


def _may_break(before: str, after: str) -> bool:
    if after == " " or before in _NO_END or after in _NO_START:
        return False
    if before == " ":
        return True
    if get_character_cell_size(after) == 0:
        return False
    return get_character_cell_size(before) == 2 or get_character_cell_size(after) == 2


def _folds(piece: str, width: int) -> Iterator[int]:
    """Offsets inside a piece that is wider than a line."""
    used = 0
    for i, char in enumerate(piece.rstrip(" ")):
        size = get_character_cell_size(char)
        if used and used + size > width:
            yield i
            used = 0
        used += size
