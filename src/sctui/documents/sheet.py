"""The lines of a document while they are being classed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import LineKind
from sctui.text.match_view import match_view


@dataclass(slots=True)
class Sheet:
    """Lines as written, their match views, and the classes found so far; the first class given stands."""

    texts: Sequence[str]
    lexicon: Lexicon
    views: list[str] = field(init=False)
    kinds: dict[int, LineKind] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.views = [match_view(text).strip() for text in self.texts]
        self.kinds = {i: LineKind.BLANK for i, view in enumerate(self.views) if not view}

    def mark(self, index: int, kind: LineKind) -> None:
        """Class a line, unless it has a class."""
        self.kinds.setdefault(index, kind)

    def open(self) -> Iterator[tuple[int, str]]:
        """Index and view of every line that has no class yet."""
        return ((i, view) for i, view in enumerate(self.views) if i not in self.kinds)

    def next_text(self, index: int) -> int | None:
        """The next line after `index` that is not blank."""
        return next((i for i in range(index + 1, len(self.views)) if self.views[i]), None)

    def previous_text(self, index: int) -> int | None:
        """The last line before `index` that is not blank."""
        return next((i for i in range(index - 1, -1, -1) if self.views[i]), None)


def weight(view: str) -> float:
    """How long a line is for the eye, in Han characters: other characters count two fifths."""
    return sum(1.0 if char > "\u2e7f" else 0.4 for char in view)
