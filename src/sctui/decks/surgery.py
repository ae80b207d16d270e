"""Changes of single notes in a deck's text: what does not belong to the note stays byte for byte.

Each function gives the whole new text, and reads it before it does: a text that would hold anything else than
was asked for is never given.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sctui.decks.layout import Layout, read_layout
from sctui.decks.places import yaml_lines
from sctui.decks.yaml_reader import Reading, parse_deck, read_deck_node, read_deck_text
from sctui.decks.yaml_writer import document_keys, note_lines
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import Note
from sctui.text.yaml_nodes import Mapping, Node
from sctui.text.yaml_nodes import Sequence as SequenceNode

_BOM = "\ufeff"
_BREAKS = ("\r\n", "\n", "\r")


class Named(NamedTuple):
    """A deck's text in which every sound card has its id, and the ids that were written into it."""

    text: str
    ids: tuple[str, ...] = ()


def with_ids(text: str, file: str) -> Named:
    """Write the id that a card goes by into every card that has none; its history stays with it.

    Faulty cards are passed over. `file` is how messages name the deck.

    Raises:
        DeckError: when the text is no deck, or is written in a way that an id cannot be put into.
    """
    root = parse_deck(text, file)
    before = read_deck_node(root, text, file)
    unnamed = list(_unnamed(root, before))
    if not unnamed:
        return Named(text)
    bom = _BOM if text.startswith(_BOM) else ""
    lines = yaml_lines(text.removeprefix(_BOM))
    for node, key in reversed(unnamed):
        _put_id(lines, node, key)
    changed = bom + "".join(lines)
    _see_that_it_holds(changed, file, before.deck_file.deck.notes, len(before.problems))
    return Named(changed, tuple(key for _, key in unnamed))


def with_notes(text: str, file: str, notes: Iterable[Note]) -> str:
    """The deck with notes in the place of those that have their ids, and the others at its end.

    Of a note that changes, the keys that do not change stay as they are written, and its comments too.

    Raises:
        DeckError: when the deck is faulty, or written in a way that the notes cannot be put into.
        ValueError: when a source names a document that the deck does not.
    """
    notes = tuple(notes)
    layout = read_layout(text, file)
    if not text.endswith(_BREAKS) and any(note.id not in layout.notes for note in notes):
        # the break ends the last line; a text that stands there as a block (`|`) gets it too
        text += next((end for end in _BREAKS if end in text), "\n")
    for key_by_key in (True, False):
        layout = read_layout(text, file)
        wanted = _with(layout, notes, key_by_key=key_by_key)
        changed = layout.text()
        if _holds(changed, file, tuple(wanted.values())):
            return changed
    raise _fault(file)


def _with(layout: Layout, notes: tuple[Note, ...], *, key_by_key: bool) -> dict[str, Note]:
    """Ask the layout for notes; gives what the deck will hold, by id."""
    keys = document_keys(layout.deck_file.deck.documents)
    wanted = dict(layout.notes)
    for note in notes:
        if wanted.get(note.id) == note:
            continue
        if note.id not in layout.notes:
            layout.add(note_lines(note, keys))
        elif not (key_by_key and layout.rewrite(note.id, note, keys)):
            layout.replace(note.id, note_lines(note, keys))
        wanted[note.id] = note
    return wanted


def without_notes(text: str, file: str, ids: Sequence[str]) -> str:
    """The deck without the notes of these ids; blank lines and comments around them stay.

    Raises:
        DeckError: when there is no such note, the deck is faulty, or a note cannot be taken out of it.
    """
    layout = read_layout(text, file)
    left = tuple(note for name, note in layout.notes.items() if name not in ids)
    if len(layout.notes) == len(left) + len(ids):
        for key in ids:
            layout.remove(key)
        changed = layout.text()
        if _holds(changed, file, left):
            return changed
    for key in ids:  # one by one: what blank lines belong to depends on the card before them
        text = _without(text, file, key)
    return text


def _without(text: str, file: str, key: str) -> str:
    layout = read_layout(text, file)
    if key not in layout.notes:
        raise DeckError(_("there is no card `{key}`").format(key=key), file=file)
    left = tuple(note for name, note in layout.notes.items() if name != key)
    layout.remove(key)
    changed = layout.text()
    if _holds(changed, file, left):
        return changed
    layout = read_layout(text, file)  # behind `|+`, blank lines would become part of the card before
    layout.remove(key, blank_lines=True)
    changed = layout.text()
    _see_that_it_holds(changed, file, left)
    return changed


def _unnamed(root: Node, reading: Reading) -> Iterator[tuple[Mapping, str]]:
    """The sound cards without `id`, and the ids they go by."""
    known = {(place.line, place.column): key for key, place in reading.deck_file.places.items()}
    cards = root.get("cards") if isinstance(root, Mapping) else None
    for node in cards.items if isinstance(cards, SequenceNode) else ():
        if isinstance(node, Mapping) and node.get("id") is None and (node.line, node.column) in known:
            yield node, known[node.line, node.column]


def _put_id(lines: list[str], node: Mapping, key: str) -> None:
    """Write `id:` before the first key of a card, in its line when it stands between braces."""
    line, at = lines[node.line - 1], node.column - 1
    if line.startswith("{", at):
        lines[node.line - 1] = f"{line[: at + 1]}id: {key}, {line[at + 1 :]}"
        return
    end = next((end for end in _BREAKS if line.endswith(end)), "\n")
    lines[node.line - 1] = f"{line[:at]}id: {key}{end}{' ' * at}{line[at:]}"


def _see_that_it_holds(text: str, file: str, notes: Sequence[Note], problems: int = 0) -> None:
    if not _holds(text, file, notes, problems):
        raise _fault(file)


def _fault(file: str) -> DeckError:
    return DeckError(
        _("the deck is written in a way that cannot be changed safely; nothing was changed"),
        file=file,
        hint=_("write one key a line and each card with a `-` of its own"),
    )


def _holds(text: str, file: str, notes: Sequence[Note], problems: int = 0) -> bool:
    """Whether the text is a deck of just these notes, and of so many faulty ones."""
    try:
        after = read_deck_text(text, file)
    except DeckError:
        return False
    return after.deck_file.deck.notes == notes and len(after.problems) == problems
