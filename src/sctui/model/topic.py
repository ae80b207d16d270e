"""The topic tree of a document: headings, and the lines each of them owns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field


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
    _lines: tuple[int, ...] = field(init=False, repr=False, compare=False)  # of the children

    def __post_init__(self) -> None:
        object.__setattr__(self, "_lines", tuple(child.line for child in self.children))

    def walk(self) -> Iterator[Topic]:
        """This topic and all below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()

    def path_of(self, line: int) -> tuple[str, ...]:
        """The titles from the first level down to the topic that owns `line`; the root is left out."""
        titles: list[str] = []
        topic = self
        while (index := bisect_right(topic._lines, line)) and line <= topic.children[index - 1].last_line:
            topic = topic.children[index - 1]
            titles.append(topic.title)
        return tuple(titles)
