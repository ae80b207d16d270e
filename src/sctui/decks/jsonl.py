"""Decks -> JSON lines: one card a line, for measurements and for other programs."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sctui.model.card import Card
from sctui.model.deck import Deck

# JSON may hold these as they are; a terminal would obey the first, line readers break at the others
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029]")


def card_lines(deck: Deck) -> Iterator[str]:
    """One line of JSON, with its line break, for each card of the deck: every gap of a cloze, each direction.

    The keys: id, deck, kind, type, topic, front, back, sources ([{document, line, quote}], with a document's
    date and kind where they are known), flags, tags; a number card has tolerance as well, a choice card the
    wrong answers as options.
    """
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for one in deck.documents.values():
        told = {"date": one.date, "kind": one.kind}
        known[PurePosixPath(one.file).name] = {key: value for key, value in told.items() if value}
    for card in deck.cards():
        line = json.dumps(_fields(deck, card, known), ensure_ascii=False)
        yield _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n"


def _fields(deck: Deck, card: Card, known: Mapping[str, dict[str, str]]) -> dict[str, object]:
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
            {
                "document": source.document,
                "line": source.line,
                "quote": source.quote,
                **known[source.document],
            }
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
