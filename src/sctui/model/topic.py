"""The topic tree of a document: headings, and the lines each of them owns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading with the lines up to the next heading of its level or above.

    `title` has no numbering and no stray marks; `line` is the heading's line (0 for the root, which stands
    for the document); `last_line` the last line the topic owns, its children's lines included.
    """

    title: str
    line: int
    last_line: int
    children: tuple[Topic, ...] = ()

    def walk(self) -> Iterator[Topic]:
        """This topic and all below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()

    def path_of(self, line: int) -> tuple[str, ...]:
        """The titles from the first level down to the topic that owns `line`; the root is left out."""
        index = bisect_right(self.children, line, key=lambda child: child.line) - 1
        if index < 0 or line > self.children[index].last_line:
            return ()
        child = self.children[index]
        return (child.title, *child.path_of(line))
