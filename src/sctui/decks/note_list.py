"""The notes of a deck as they are found in its file: with their places, and what is wrong with some."""

from __future__ import annotations

from collections.abc import Callable

from sctui.decks.late_places import LatePlaces
from sctui.decks.note_reader import NoteReader
from sctui.decks.places import Place
from sctui.decks.usual_cards import Run
from sctui.decks.usual_notes import UsualReader
from sctui.decks.values import BareValues, N, NodeValues
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import Note
from sctui.text.yaml_inline import Block, Value
from sctui.text.yaml_nodes import Node
from sctui.text.yaml_unusual import UnknownFormError


class NoteList:
    """Collects the notes of one file.

    Args:
        file: how messages name it.
        deck: the deck's name.
        files: the file name for each short name of a document.
    """

    def __init__(self, file: str, deck: str, files: dict[str, str]) -> None:
        self.notes: list[Note] = []
        self.places = LatePlaces()
        self.problems: list[DeckError] = []
        self._nodes: NoteReader[Node] = NoteReader(NodeValues(file), deck, files)
        self._bare: NoteReader[Value] = NoteReader(BareValues(), deck, files)
        self._usual = UsualReader(self._bare)

    def add_node(self, node: Node, last: int) -> None:
        """Add the note at `node`, whose last line is `last`, or what is wrong with it."""
        try:
            entry = self._nodes.entry(node)
            note = self._nodes.note(node, entry)
            if note.id in self.places:
                first = self.places[note.id].line
                message = _("the card id `{id}` is used twice (first in line {first})").format(
                    id=note.id, first=first
                )
                raise self._nodes.values.fault(entry.get("id") or node, message)
            answer = entry.get("back") or entry.get("text") or node
            sources = _source_places(self._nodes, entry)
        except DeckError as problem:
            self.problems.append(problem)
            return
        self.notes.append(note)
        self.places.add(note.id, Place(node.line, node.column, last, (answer.line, answer.column), sources))

    def add(self, block: Block, last: int) -> bool:
        """Add the note that stands in `block`; whether it is sound. If not, see what its node says."""
        entry = block.values
        try:
            note = self._bare.note(block, entry)
            sources = _source_places(self._bare, entry) if note.sources else ()
        except UnknownFormError:
            return False
        if note.id in self.places:
            return False
        self.notes.append(note)
        answer = block.starts["text" if note.text else "back"]
        self.places.add(note.id, Place(block.line, block.column, last, answer, sources))
        return True

    def add_usual(self, run: Run, parsed: Callable[[int], tuple[Node, int]]) -> None:
        """Add the notes of usual cards; of those that are not sound, what their nodes say.

        Args:
            run: the cards.
            parsed: gives the node of the card in a line, and its last line.
        """
        notes, work_out, faulty = self._usual.notes(run)
        if not faulty and self.places.add_all([note.id for note in notes], work_out):
            self.notes += notes
            return
        for at, (note, place) in enumerate(zip(notes, work_out(), strict=True)):
            if at in faulty or note.id in self.places:
                self.add_node(*parsed(place.line))
            else:
                self.notes.append(note)
                self.places.add(note.id, place)


def _source_places(reader: NoteReader[N], entry: dict[str, N]) -> tuple[tuple[int, int], ...]:
    return tuple([reader.values.place(source) for source in reader.source_nodes(entry)])
