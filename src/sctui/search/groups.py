"""Which rows bear a name: those of a deck, a topic, a kind, a tag, a document."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from fnmatch import fnmatchcase

from sctui.model.card import Card, CardKind
from sctui.scheduler.limits import TOPIC_SEPARATOR
from sctui.search.fold import folded


class Groups:
    """For each of some fields, the rows by the names they bear there."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, array[int]]] = {}
        self._topics: dict[tuple[str, ...], str] = {}

    def add(self, row: int, card: Card, deck: str) -> None:
        """Enter a card, in rising order of the rows."""
        note = card.note
        topic = self._topics.get(note.topic)
        if topic is None:
            topic = self._topics[note.topic] = TOPIC_SEPARATOR.join(note.topic)
        self._enter("deck", deck, row)
        self._enter("topic", topic, row)
        self._enter("kind", note.kind.value, row)
        if note.type.value not in ("note", note.kind.value):
            self._enter("kind", note.type.value, row)
        for tag in note.tags:
            self._enter("tag", tag, row)
        for flag in note.flags:
            self._enter("flag", flag, row)
        for document in {source.document for source in note.sources}:
            self._enter("source", document, row)

    def _enter(self, field: str, name: str, row: int) -> None:
        names = self._rows.setdefault(field, {})
        rows = names.get(name)
        if rows is None:
            rows = names[name] = array("I")
        rows.append(row)

    def by_name(self, field: str, *, downwards: bool) -> list[tuple[str, array[int]]]:
        """The names of a field with their rows, sorted; of a kind of card, not of its type."""
        names = self._rows.get(field, {}).items()
        kinds = set(CardKind)
        return sorted((one for one in names if field != "kind" or one[0] in kinds), reverse=downwards)

    def of(self, field: str, pieces: tuple[str, ...], *, whole: bool = False) -> Iterator[array[int]]:
        """For each name with folded words in it, the rows that bear it.

        `whole` asks for the name itself, or, where names nest, one above it.
        """
        for name, rows in self._rows.get(field, {}).items():
            known = folded(name)
            if _is_or_lies_in(known, pieces) if whole else in_order(known, pieces):
                yield rows


def in_order(text: str, pieces: tuple[str, ...]) -> bool:
    """Whether the pieces stand in a text one behind the other."""
    at = 0
    for piece in pieces:
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _is_or_lies_in(name: str, pieces: tuple[str, ...]) -> bool:
    wanted = "*".join(piece.replace("[", "[[]") for piece in pieces)
    above = (f"{wanted}{separator}*" for separator in ("::", TOPIC_SEPARATOR))
    return fnmatchcase(name, wanted) or any(fnmatchcase(name, one) for one in above)
