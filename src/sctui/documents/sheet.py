"""The lines of a document while they are being classed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import overload

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import LineKind
from sctui.text.match_view import match_views
from sctui.text.section_names import without_edit_mark
from sctui.text.wrapping import is_broken, wrap_column

_WIDE = re.compile("[^\u0000-\u2e7f]+")
_NARROW = 0.4  # of a Han character's width
_BLOCK = 512  # lines whose views are made at once
_BLOCKS = 32  # and how many such blocks are kept of a document that has no more
_FEW = 2  # of a longer one, which is gone through from its beginning each time


class Kinds:
    """The classes of `count` lines, by index: a dictionary that costs eight bytes a line."""

    def __init__(self, count: int) -> None:
        self._kinds: list[LineKind | None] = [None] * count

    def __contains__(self, index: int) -> bool:
        return self.get(index) is not None

    def __getitem__(self, index: int) -> LineKind:
        kind = self.get(index)
        if kind is None:
            raise KeyError(index)
        return kind

    def __setitem__(self, index: int, kind: LineKind) -> None:
        self._kinds[index] = kind

    def get(self, index: int, default: LineKind | None = None) -> LineKind | None:
        """The class of a line; `default` when it has none, or there is no such line."""
        kind = self._kinds[index] if 0 <= index < len(self._kinds) else None
        return default if kind is None else kind


class Views(Sequence[str]):
    """The match views of lines, without blanks and `[edit]` at their ends, made when they are asked for.

    Those of a usual document are all kept. Of a long one they would take as much memory as its text, so they
    are made again at each pass.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        kept = _BLOCKS if len(texts) <= _BLOCK * _BLOCKS else _FEW
        self._block = lru_cache(maxsize=kept)(partial(_block, texts))

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        at = index if index >= 0 else len(self) + index
        if not 0 <= at < len(self):
            raise IndexError(index)
        return self._block(at // _BLOCK)[at % _BLOCK]

    def __iter__(self) -> Iterator[str]:
        for number in range(-(-len(self) // _BLOCK)):
            yield from self._block(number)


def _block(texts: Sequence[str], number: int) -> list[str]:
    lines = texts[number * _BLOCK : (number + 1) * _BLOCK]
    return [without_edit_mark(view.strip()) for view in match_views(lines)]


@dataclass(slots=True)
class Sheet:
    """Lines as written, their match views, and the classes found so far; the first class given stands."""

    texts: Sequence[str]
    lexicon: Lexicon
    views: Views = field(init=False)
    kinds: Kinds = field(init=False)
    column: int = field(init=False)  # at which lines were broken by their width; 0 when they were not

    def __post_init__(self) -> None:
        self.views = Views(self.texts)
        self.kinds = Kinds(len(self.views))
        self.column = wrap_column(self.texts)
        for i, view in enumerate(self.views):
            if not view:
                self.kinds[i] = LineKind.BLANK

    def mark(self, index: int, kind: LineKind) -> None:
        """Class a line, unless it has a class."""
        if index not in self.kinds:
            self.kinds[index] = kind

    def mark_all(self, indices: Iterable[int], kind: LineKind) -> None:
        """Class several lines, each unless it has a class."""
        for index in indices:
            self.mark(index, kind)

    def open(self) -> Iterator[tuple[int, str]]:
        """Index and view of every line that has no class yet."""
        return ((i, view) for i, view in enumerate(self.views) if i not in self.kinds)

    def is_broken(self, index: int) -> bool:
        """Whether a line was broken by its width and goes on in the next one."""
        if not self.column or index < 0 or index + 1 >= len(self.texts):
            return False
        return is_broken(self.texts[index], self.texts[index + 1], self.column)

    def next_text(self, index: int) -> int | None:
        """The next line after `index` that is not blank."""
        return next((i for i in range(index + 1, len(self.views)) if self.views[i]), None)

    def previous_text(self, index: int) -> int | None:
        """The last line before `index` that is not blank."""
        return next((i for i in range(index - 1, -1, -1) if self.views[i]), None)


def weight(view: str) -> float:
    """How long a line is for the eye, in Han characters: other characters count two fifths."""
    wide = sum(map(len, _WIDE.findall(view)))
    return wide + _NARROW * (len(view) - wide)


def outweighs(view: str, most: float) -> bool:
    """Whether a line is longer for the eye than so much: quick for a paragraph, which is so in any script."""
    return _NARROW * len(view) > most or weight(view) > most
