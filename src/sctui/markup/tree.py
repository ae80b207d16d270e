"""The parts of a card's text, as a tree of frozen nodes: blocks hold pieces of lines, or further blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are to be read."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line."""


@dataclass(frozen=True, slots=True)
class Strong:
    """`**words**`."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """`*words*` or `_words_`."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Words between backticks; gaps in them stand as they are written."""

    text: str


@dataclass(frozen=True, slots=True)
class Formula:
    """TeX, without its marks; `display` asks for a line of its own. Gaps in it stand as they are written."""

    tex: str
    display: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address."""

    children: tuple[Inline, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: where it lies, seen from the deck, and what it shows."""

    path: str
    shows: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap of a text with gaps: its number, what it hides, and the hint or nothing."""

    number: int
    children: tuple[Inline, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """The gap that is asked for, with its hint or nothing."""

    hint: str = ""


Inline: TypeAlias = Text | Break | Strong | Emphasis | Code | Formula | Link | Picture | Gap | Blank


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; a heading is one that is strong."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `start` is the number of its first item, None for bullets."""

    items: tuple[Tree, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines that are set in."""

    blocks: Tree


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Lines between fences."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first row the head; a column may have a side: `left`, `center` or `right`."""

    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    sides: tuple[str, ...]


Block: TypeAlias = Paragraph | Items | Quote | CodeBlock | Table
Tree: TypeAlias = tuple[Block, ...]


def pieces(tree: Tree) -> Iterator[Inline | CodeBlock]:
    """Every piece of the tree, from the outside in, in order."""
    for block in tree:
        match block:
            case Paragraph(children):
                yield from _within(children)
            case Items(items):
                for item in items:
                    yield from pieces(item)
            case Quote(blocks):
                yield from pieces(blocks)
            case CodeBlock():
                yield block
            case Table(rows):
                for row in rows:
                    for cell in row:
                        yield from _within(cell)


def _within(children: tuple[Inline, ...]) -> Iterator[Inline]:
    for child in children:
        yield child
        if isinstance(child, Strong | Emphasis | Link | Gap):
            yield from _within(child.children)
