"""The ways to ask for a fact, the best first, each worked out when it is looked at: most need but one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import overload

from sctui.decks.templates import Question


class Ways(Sequence[Question]):
    """Questions from an iterator, none twice; what was worked out is kept.

    Args:
        questions: gives the questions, the best first.
    """

    def __init__(self, questions: Iterator[Question]) -> None:
        self._coming = questions
        self._made: dict[Question, None] = {}
        self._listed: list[Question] = []

    def __bool__(self) -> bool:
        return self._upto(1)

    def __len__(self) -> int:
        while self._upto(len(self._listed) + 1):
            pass
        return len(self._listed)

    @overload
    def __getitem__(self, index: int) -> Question: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Question]: ...
    def __getitem__(self, index: int | slice) -> Question | Sequence[Question]:
        if isinstance(index, int) and 0 <= index < len(self._listed):
            return self._listed[index]
        if isinstance(index, slice):
            return tuple(islice(self, *index.indices(len(self))))
        if index < 0 or not self._upto(index + 1):
            return tuple(self)[index]
        return self._listed[index]

    def __iter__(self) -> Iterator[Question]:
        at = 0
        while self._upto(at + 1):
            yield self._listed[at]
            at += 1

    def _upto(self, count: int) -> bool:
        """Work out questions until there are so many; whether there are."""
        while len(self._listed) < count:
            question = next(self._coming, None)
            if question is None:
                return False
            if question not in self._made:
                self._made[question] = None
                self._listed.append(question)
        return True
