"""A card's tree as HTML: nothing in it but what the tree says.

Formulas are as MathJax reads them in Anki. Gaps stay what Anki knows as gaps, `{{c1::…::hint}}`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass

from sctui.markup.cards import tree_of
from sctui.markup.plain import NOTHING
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
from sctui.model.card import Note
from sctui.text.plain_text import plain

_LEADS_OUT = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
# what Anki would play or typeset in words; a card shows it as typed
_COMMAND = re.compile(r"\[(?=sound:|anki:|/?latex\]|/?\$)", re.IGNORECASE)
_MATHJAX = re.compile(r"\\(?=[(\[\])])")


def mathjax(formula: Formula) -> str:
    """A formula as MathJax finds it."""
    tex = html.escape(plain(formula.tex), quote=False)
    return rf"\[{tex}\]" if formula.display else rf"\({tex}\)"


def unicode_formula(formula: Formula) -> str:
    """A formula in Unicode, for pages that load nothing."""
    return f'<span class="formula">{_text(in_unicode(formula.tex))}</span>'


def no_picture(_path: str) -> str:
    """No picture: what it shows stands in its place."""
    return ""


@dataclass(frozen=True, slots=True)
class HtmlWriter:
    """Writes trees.

    Args:
        formula: how a formula is written.
        source: where a picture is loaded from, by its path as the card has it; empty for nowhere.
    """

    formula: Callable[[Formula], str] = mathjax
    source: Callable[[str], str] = no_picture

    def tree(self, tree: Tree) -> str:
        """The blocks; paragraphs beside each other are set apart by a blank line."""
        out = ""
        before: Block | None = None
        for block in tree:
            if isinstance(before, Paragraph) and isinstance(block, Paragraph):
                out += "<br><br>"
            out += self._block(block)
            before = block
        return out

    def words(self, children: tuple[Inline, ...]) -> str:
        """Pieces of lines."""
        return "".join(map(self._piece, children))

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph(children):
                return self.words(children)
            case Items(items, start):
                name = "ul" if start is None else "ol"
                begins = f' start="{start}"' if start not in {None, 1} else ""
                inner = "".join(f"<li>{self.tree(item)}</li>" for item in items)
                return f"<{name}{begins}>{inner}</{name}>"
            case Quote(blocks):
                return f"<blockquote>{self.tree(blocks)}</blockquote>"
            case CodeBlock(text):
                return f"<pre><code>{_text(text, breaks=False)}</code></pre>"
            case Table():
                return self._table(block)

    def _table(self, table: Table) -> str:
        head, *body = (
            "".join(self._cells(table, row, "td" if at else "th")) for at, row in enumerate(table.rows)
        )
        rows = "".join(f"<tr>{cells}</tr>" for cells in body)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"

    def _cells(self, table: Table, row: tuple[tuple[Inline, ...], ...], name: str) -> list[str]:
        sides = (f' style="text-align:{side}"' if side else "" for side in table.sides)
        return [f"<{name}{side}>{self.words(cell)}</{name}>" for side, cell in zip(sides, row, strict=False)]

    def _piece(self, piece: Inline) -> str:  # noqa: PLR0911 -- one for each kind of piece
        match piece:
            case Text(text):
                return _text(text)
            case Break():
                return "<br>"
            case Strong(children):
                return f"<b>{self.words(children)}</b>"
            case Emphasis(children):
                return f"<i>{self.words(children)}</i>"
            case Code(text):
                return f"<code>{_text(text)}</code>"
            case Formula():
                return self.formula(piece)
            case Link(children, address):
                words = self.words(children)
                return f'<a href="{_attribute(address)}">{words}</a>' if _LEADS_OUT.match(address) else words
            case Picture(path, shows):
                return self._picture(path, shows)
            case Gap(number, children, hint):
                told = f"::{_text(hint)}" if hint else ""
                return f"{{{{c{number}::{self.words(children)}{told}}}}}"
            case Blank(hint):
                return f"[{_text(hint or NOTHING)}]"

    def _picture(self, path: str, shows: str) -> str:
        source = self.source(path)
        return (
            f'<img src="{_attribute(source)}" alt="{_attribute(shows)}">'
            if source
            else _text(f"[{shows or path}]")
        )


def field_html(text: str, note: Note, source: Callable[[str], str] = no_picture) -> str:
    """One of a note's texts as the HTML of a field of Anki's; gaps stay gaps."""
    return HtmlWriter(source=source).tree(tree_of(text, note))


def _text(text: str, *, breaks: bool = True) -> str:
    shown = _COMMAND.sub("&#91;", html.escape(plain(text), quote=False))
    shown = _MATHJAX.sub(r"<span>\\</span>", shown)  # it looks for its marks in what tags do not part
    return shown.replace("\n", "<br>") if breaks else shown


def _attribute(text: str) -> str:
    return html.escape(plain(text).replace("\n", " "), quote=True)
