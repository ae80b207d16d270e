"""A card's text -> its tree, by markdown-it; what cannot be markup is never given to it.

A text of one line is words, emphasis, code, links, pictures and formulas; lists, tables, fences, quotes and
headings need several lines, so that `1. January` and `- 5 mmHg` are what they say. A line ends where its
author ended it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sctui.markup.tree import (
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
    pieces,
)
from sctui.model.card import gaps

if TYPE_CHECKING:
    from markdown_it.token import Token

# without one of these a text is plain words, whatever CommonMark might say
_IN_A_LINE = re.compile(r"[*_`\\$]|\]\(|<[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_OF_LINES = re.compile(r"^[ \t]*(?:[-+*>#|~]|[0-9]{1,9}[.)])|\|", re.MULTILINE)


def parse(text: str) -> Tree:
    """The tree of a card's text."""
    if not may_be_marked(text):
        return plain_tree(text)
    tree = _read(text, several="\n" in text)
    if sum(1 for _ in _gaps_in(tree)) != sum(1 for _ in gaps(text)):
        return plain_tree(text)  # a gap that goes from one block to the next: better no markup than no gap
    return tree


def plain_tree(text: str) -> Tree:
    """The tree of a text that is shown as it is typed; its gaps are gaps."""
    return (Paragraph(tuple(_words(text))),)


def may_be_marked(text: str) -> bool:
    """Whether a text has what could be markup; most have not, and need no parser to tell."""
    return bool(_IN_A_LINE.search(text) or ("\n" in text and _OF_LINES.search(text)))


def is_marked(text: str) -> bool:
    """Whether a text would be shown otherwise than it is typed."""
    if not may_be_marked(text):
        return False
    tree = parse(text)
    return tree != plain_tree(text)


def _read(text: str, *, several: bool) -> Tree:
    from sctui.markup.reader import reader  # noqa: PLC0415 -- 50 ms; most cards are plain words

    tokens = reader().parse(text) if several else reader().parseInline(text)
    return tuple(_blocks(iter(tokens), ""))


def _words(text: str) -> Iterator[Inline]:
    at = 0
    for gap in gaps(text):
        yield from _lines(text[at : gap.start()])
        yield Gap(int(gap["number"]), tuple(_lines(gap["answer"])), gap["hint"] or "")
        at = gap.end()
    yield from _lines(text[at:])


def _lines(text: str) -> Iterator[Text | Break]:
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
        if number:
            yield Break()
        if line:
            yield Text(line)


def _gaps_in(tree: Tree) -> Iterator[object]:
    for piece in pieces(tree):
        match piece:
            case Gap():
                yield piece
            case Code(text) | CodeBlock(text) | Formula(text):
                yield from gaps(text)


def _blocks(tokens: Iterator[Token], end: str) -> Iterator[Block]:
    """The blocks up to the token of type `end`."""
    for token in tokens:
        match token.type:
            case "inline":  # a paragraph's, or a whole text of one line
                yield Paragraph(_inline(token))
            case "heading_open":
                yield Paragraph((Strong(_inline(next(tokens))),))
            case "fence":
                yield CodeBlock(token.content.removesuffix("\n"))
            case "blockquote_open":
                yield Quote(tuple(_blocks(tokens, "blockquote_close")))
            case "bullet_list_open":
                yield Items(tuple(_items(tokens, "bullet_list_close")))
            case "ordered_list_open":
                yield Items(tuple(_items(tokens, "ordered_list_close")), int(token.attrs.get("start", 1)))
            case "table_open":
                yield _table(tokens)
            case kind if kind == end:
                return


def _items(tokens: Iterator[Token], end: str) -> Iterator[Tree]:
    for token in tokens:
        if token.type == end:
            return
        if token.type == "list_item_open":
            yield tuple(_blocks(tokens, "list_item_close"))


def _table(tokens: Iterator[Token]) -> Table:
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    row: list[tuple[Inline, ...]] = []
    sides: list[str] = []
    for token in tokens:
        match token.type:
            case "table_close":
                break
            case "tr_open":
                row = []
            case "th_open":
                sides.append(str(token.attrs.get("style", "")).removeprefix("text-align:"))
            case "inline":
                row.append(_inline(token))
            case "tr_close":
                rows.append(tuple(row))
    return Table(tuple(rows), tuple(sides))


def _inline(token: Token) -> tuple[Inline, ...]:
    return tuple(_joined(_pieces(iter(token.children or ()), "")))


def _pieces(tokens: Iterator[Token], end: str) -> Iterator[Inline]:
    for token in tokens:
        match token.type:
            case "text":
                yield Text(token.content)
            case "softbreak" | "hardbreak":
                yield Break()
            case "strong_open":
                yield Strong(tuple(_joined(_pieces(tokens, "strong_close"))))
            case "em_open":
                yield Emphasis(tuple(_joined(_pieces(tokens, "em_close"))))
            case "code_inline":
                yield Code(token.content)
            case "formula":
                yield Formula(token.content, bool(token.meta["display"]))
            case "link_open":
                yield Link(tuple(_joined(_pieces(tokens, "link_close"))), str(token.attrs["href"]))
            case "image":
                yield Picture(str(token.attrs["src"]), token.content)
            case "gap":
                yield Gap(token.meta["number"], _inline(token), token.meta["hint"])
            case kind if kind == end:
                return


def _joined(found: Iterator[Inline]) -> Iterator[Inline]:
    """The pieces, words that stand beside each other as one."""
    words = ""
    for piece in found:
        if isinstance(piece, Text):
            words += piece.text
            continue
        if words:
            yield Text(words)
        words = ""
        yield piece
    if words:
        yield Text(words)
