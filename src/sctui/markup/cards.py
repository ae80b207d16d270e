"""What a card asks and answers, as trees: Markdown unless its note says that it is plain."""

from __future__ import annotations

from dataclasses import replace

from sctui.markup.parse import parse, plain_tree
from sctui.markup.plain import plain_text
from sctui.markup.tree import (
    Blank,
    Block,
    Code,
    CodeBlock,
    Emphasis,
    Formula,
    Gap,
    Inline,
    Items,
    Link,
    Paragraph,
    Quote,
    Strong,
    Table,
    Tree,
)
from sctui.model.card import Card, CardType, Markup, Note, asking_gap


def tree_of(text: str, note: Note) -> Tree:
    """The tree of one of a note's texts."""
    return plain_tree(text) if note.markup is Markup.PLAIN else parse(text)


def question(card: Card) -> Tree:
    """What the card asks; of a text with gaps, its own gap is a blank and the others are filled."""
    if card.note.type is not CardType.CLOZE:
        return tree_of(card.front, card.note)
    return _asking(tree_of(card.note.text, card.note), int(card.id.rpartition("#")[2]))


def answer(card: Card) -> Tree:
    """What the card answers."""
    return tree_of(card.back, card.note)


def plain_front(card: Card) -> str:
    """The question as plain text."""
    return plain_text(question(card))


def plain_back(card: Card) -> str:
    """The answer as plain text."""
    return plain_text(answer(card))


def _asking(tree: Tree, number: int) -> Tree:
    return tuple(_block(block, number) for block in tree)


def _block(block: Block, number: int) -> Block:
    match block:
        case Paragraph(children):
            return Paragraph(_filled(children, number))
        case Items(items):
            return replace(block, items=tuple(_asking(item, number) for item in items))
        case Quote(blocks):
            return Quote(_asking(blocks, number))
        case CodeBlock(text):
            return CodeBlock(asking_gap(text, number))
        case Table(rows):
            return replace(block, rows=tuple(tuple(_filled(cell, number) for cell in row) for row in rows))


def _filled(children: tuple[Inline, ...], number: int) -> tuple[Inline, ...]:
    return tuple(piece for child in children for piece in _piece(child, number))


def _piece(piece: Inline, number: int) -> tuple[Inline, ...]:
    match piece:
        case Gap(asked, children, hint):
            return (Blank(hint),) if asked == number else _filled(children, number)
        case Strong(children) | Emphasis(children) | Link(children):
            return (replace(piece, children=_filled(children, number)),)
        case Code(text):
            return (Code(asking_gap(text, number)),)
        case Formula(tex):
            return (replace(piece, tex=asking_gap(tex, number)),)
        case _:
            return (piece,)
