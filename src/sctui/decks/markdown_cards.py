"""Decks as Markdown that people read, and hashcards and its likes study: `Q:` and `A:`, `C:` with [gaps]."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sctui.model.card import CardType, Markup, Note, Reverse, gaps
from sctui.model.deck import Deck
from sctui.text.plain_text import plain

# what would begin another card, a heading or a rule, or be taken for HTML
_MARK = re.compile(r"^(\s*[QAC])([:：])", re.MULTILINE)
_RULE = re.compile(r"^(\s*)(#|---)", re.MULTILINE)
_MARKUP = re.compile(r"[\\*_`$]")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


def markdown_cards(decks: Iterable[Deck]) -> str:
    """The decks one after the other, each under its name as a heading, its topics below.

    Gaps are written in brackets when each stands once, in order, and has no hint; else as `{{c1::…}}`.
    """
    return "\n".join(line for deck in decks for line in _deck(deck))


def _deck(deck: Deck) -> Iterator[str]:
    yield f"# {_line(deck.name)}\n"
    topic: tuple[str, ...] = ()
    for note in deck.notes:
        if note.topic != topic:
            topic = note.topic
            yield f"---\n\n## {' / '.join(map(_line, topic))}\n" if topic else "---\n"
        yield from _note(note)


def _as_typed(note: Note) -> Note:
    """A plain note in Markdown that says the same."""

    def typed(text: str) -> str:
        return _MARKUP.sub(r"\\\g<0>", text)

    return replace(
        note,
        front=typed(note.front),
        back=typed(note.back),
        text=typed(note.text),
        options=tuple(map(typed, note.options)),
        reverse=note.reverse and Reverse(typed(note.reverse.front), typed(note.reverse.back)),
    )


def _note(note: Note) -> Iterator[str]:
    note = _as_typed(note) if note.markup is Markup.PLAIN else note
    if note.type is CardType.CLOZE:
        yield f"C: {_in_brackets(note.text) or _escaped(note.text)}\n"
    elif note.type is CardType.CHOICE:
        options = "\n".join(f"- {_escaped(option)}" for option in note.choices())
        yield f"Q: {_escaped(note.front)}\n{options}\nA: {_escaped(note.back)}\n"
    else:
        for card in note.cards():
            yield f"Q: {_escaped(card.front)}\nA: {_escaped(card.back)}\n"


def _in_brackets(text: str) -> str:
    found = list(gaps(text))
    numbers = [int(gap["number"]) for gap in found]
    if numbers != list(range(1, len(found) + 1)) or any(gap["hint"] for gap in found):
        return ""
    parts, at = [], 0
    for gap in found:
        parts += [text[at : gap.start()], gap["answer"]]
        at = gap.end()
    parts.append(text[at:])
    if any("[" in part or "]" in part for part in parts):
        return ""
    return "".join(
        f"[{_escaped(part)}]" if number % 2 else _escaped(part) for number, part in enumerate(parts)
    )


def _escaped(text: str) -> str:
    return _TAG.sub(r"\\<", _RULE.sub(r"\1\\\2", _MARK.sub(r"\1\\\2", plain(text))))


def _line(text: str) -> str:
    return _TAG.sub(r"\\<", " ".join(plain(text).split()))
