"""A card's tree as styled content, formulas in Unicode, a picture as what it shows and where it lies."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual.content import Content

from sctui.markup.line import line_as_read
from sctui.markup.plain import NOTHING, gap_between, marker, plain_words
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
from sctui.tui.cells import fitted, fitted_right

_CODE = "$text-accent on $surface"
_WIDEST_TABLE = 72  # cells; a wider one is told row by row

Say = Callable[[str], str]  # words in the reader's script, without control characters


def styled(tree: Tree, say: Say) -> Content:
    """The tree as content."""
    content = Content("")
    for before, block in zip((None, *tree), tree, strict=False):
        breaks = "\n" * gap_between(before, block) if before else ""
        content = Content.assemble(content, breaks, _block(block, say))
    return content


def read_line(line: str, say: Say) -> Content:
    """A line of a document as one reads it, a heading bold."""
    tree, heading = line_as_read(line)
    return styled(tree, say).stylize("bold" if heading else "")


def _block(block: Block, say: Say) -> Content:
    match block:
        case Paragraph(children):
            return _words(children, say)
        case Items(items, start):
            rows = (_set_in(styled(item, say), marker(start, at)) for at, item in enumerate(items))
            return Content("\n").join(rows)
        case Quote(blocks):
            lines = styled(blocks, say).split("\n", allow_blank=True)
            return Content("\n").join(Content.assemble(("│ ", "dim"), line) for line in lines)
        case CodeBlock(text):
            return Content.styled(say(text), _CODE)
        case Table():
            return Content("\n").join(_table(block, say))


def _set_in(content: Content, mark: str) -> Content:
    """An item of a list: its mark before the first line, blanks before the others."""
    first, *others = content.split("\n", allow_blank=True)
    rest = (Content.assemble(" " * len(mark), line) for line in others)
    return Content("\n").join((Content.assemble((mark, "dim"), first), *rest))


def _words(children: tuple[Inline, ...], say: Say) -> Content:
    return Content.assemble(*(_piece(child, say) for child in children))


def _piece(piece: Inline, say: Say) -> Content:  # noqa: PLR0911 -- one for each kind of piece
    match piece:
        case Text(text):
            return Content(say(text))
        case Break():
            return Content("\n")
        case Strong(children):
            return _words(children, say).stylize("bold underline")
        case Emphasis(children):
            return _words(children, say).stylize("italic")
        case Code(text):
            return Content.styled(say(text), _CODE)
        case Formula(tex):
            return Content(say(in_unicode(tex)))
        case Link(children, address):
            return _link(_words(children, say).stylize("underline"), say(address))
        case Picture(path, shows):
            shown = f"▣ {say(shows)}" if shows else "▣"
            return Content.assemble((shown, "$text-accent"), (f" {say(path)}", "dim"))
        case Gap(children=children):  # a text that is looked at, not asked
            return Content.assemble("[", _words(children, say), "]").stylize("bold $text-accent")
        case Blank(hint):
            return Content.styled(f"[{say(hint) or NOTHING}]", "bold $text-accent")


def _link(words: Content, address: str) -> Content:
    if address in {words.plain, f"mailto:{words.plain}"}:
        return words
    return Content.assemble(words, (f" ({address})", "dim"))


def _table(table: Table, say: Say) -> list[Content]:
    rows = [[say(plain_words(cell)).replace("\n", " ") for cell in row] for row in table.rows]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    head, *body = rows
    if sum(widths) + 3 * len(widths) > _WIDEST_TABLE:
        return [
            Content.assemble((f"{name}: ", "dim"), cell)
            for row in body
            for name, cell in zip(head, row, strict=True)
        ]
    lines = [Content(" │ ".join(map(_cell, row, widths, table.sides))) for row in rows]
    rule = Content.styled("─┼─".join("─" * width for width in widths), "dim")
    return [lines[0].stylize("bold"), rule, *lines[1:]]


def _cell(text: str, width: int, side: str) -> str:
    if side == "center":
        return fitted(" " * ((width - cell_len(text)) // 2) + text, width)
    return fitted_right(text, width) if side == "right" else fitted(text, width)
