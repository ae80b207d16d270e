"""Decks -> JSON lines: one card a line, for measurements and for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sctui.model.card import Card
from sctui.model.deck import Deck

# JSON may hold these as they are; a terminal would obey the first, line readers break at the others
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029]")


def card_lines(deck: Deck) -> Iterator[str]:
    """One line of JSON, with its line break, for each card of the deck: every gap of a cloze, each direction.

    The keys: id, deck, kind, type, topic, front, back, sources ([{document, line, quote}]), flags, tags; a
    number card has tolerance as well, a choice card the wrong answers as options.
    """
    for card in deck.cards():
        line = json.dumps(_fields(deck, card), ensure_ascii=False)
        yield _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n"


def _fields(deck: Deck, card: Card) -> dict[str, object]:
    note = card.note
    fields: dict[str, object] = {
        "id": card.id,
        "deck": deck.name,
        "kind": note.kind.value,
        "type": note.type.value,
        "topic": note.topic,
        "front": card.front,
        "back": card.back,
        "sources": [
            {"document": source.document, "line": source.line, "quote": source.quote}
            for source in note.sources
        ],
        "flags": note.flags,
        "tags": note.tags,
    }
    if note.tolerance:
        fields["tolerance"] = note.tolerance
    if note.options:
        fields["options"] = note.options
    return fields
