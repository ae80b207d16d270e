"""A card's tree as plain text: for lists, search, and wherever letters have no style."""

from __future__ import annotations

from sctui.markup.parse import parse
from sctui.markup.tex import in_unicode
from sctui.markup.tree import (
    Blank,
    Block,
    Break,
    Code,
    CodeBlock,
    Emphasis,
    Formula,
    Gap,
    Inline,
    Items,
    Link,
    Paragraph,
    Picture,
    Quote,
    Strong,
    Table,
    Text,
    Tree,
)

NOTHING = "…"  # what stands in a gap that has no hint


def plain(text: str) -> str:
    """A text of a card as plain text; one without markup as it is."""
    return plain_text(parse(text))


def plain_text(tree: Tree) -> str:
    """The tree as text; blocks are set apart by a blank line, a list and what it belongs to are not."""
    text = ""
    for before, block in zip((None, *tree), tree, strict=False):
        text += ("\n" * gap_between(before, block) if before else "") + _block(block)
    return text


def gap_between(before: Block, block: Block) -> int:
    """How many line breaks stand between two blocks."""
    return 1 if isinstance(before, Paragraph) and isinstance(block, Items) else 2


def plain_words(children: tuple[Inline, ...]) -> str:
    """Pieces of lines as text."""
    return "".join(map(_piece, children))


def marker(start: int | None, at: int) -> str:
    """What stands before the item at a place (from 0) of a list."""
    return "• " if start is None else f"{start + at}. "


def _block(block: Block) -> str:
    match block:
        case Paragraph(children):
            return plain_words(children)
        case Items(items, start):
            return "\n".join(_item(marker(start, at), item) for at, item in enumerate(items))
        case Quote(blocks):
            return "\n".join(f"│ {line}" for line in plain_text(blocks).split("\n"))
        case CodeBlock(text):
            return text
        case Table(rows):
            return "\n".join(" | ".join(plain_words(cell) for cell in row) for row in rows)


def _item(mark: str, item: Tree) -> str:
    lines = plain_text(item).split("\n")
    indent = " " * len(mark)
    return "\n".join(f"{indent if number else mark}{line}" for number, line in enumerate(lines))


def _piece(piece: Inline) -> str:  # noqa: PLR0911 -- one for each kind of piece
    match piece:
        case Text(text) | Code(text):
            return text
        case Break():
            return "\n"
        case Strong(children) | Emphasis(children):
            return plain_words(children)
        case Formula(tex):
            return in_unicode(tex)
        case Link(children, address):
            words = plain_words(children)
            return words if address in {words, f"mailto:{words}"} else f"{words} ({address})"
        case Picture(path, shows):
            return f"[{shows}: {path}]" if shows else f"[{path}]"
        case Gap():
            return _gap(piece)
        case Blank(hint):
            return f"[{hint or NOTHING}]"


def _gap(gap: Gap) -> str:
    hint = f"::{gap.hint}" if gap.hint else ""
    return f"{{{{c{gap.number}::{plain_words(gap.children)}{hint}}}}}"
