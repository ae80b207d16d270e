"""Two edits of one deck become one, note by note, from what both began with. A conflict is told, not decided.

A note that only one side touched is as that side has it; what both changed alike is changed once; what both
changed differently is a conflict, and the deck is then not merged. What stands around the notes (name,
documents, comments) counts as one thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sctui.decks.layout import Layout, read_layout
from sctui.decks.yaml_reader import read_deck_text
from sctui.errors import DeckError
from sctui.i18n import _

AROUND = ""  # the "id" of what stands around the notes


@dataclass(frozen=True, slots=True)
class Conflict:
    """A note (by id, `AROUND` for what is no note) as both sides have it; None where a side deleted it."""

    note: str
    ours: str | None
    theirs: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text, or the conflicts on account of which there is none."""

    text: str | None
    conflicts: tuple[Conflict, ...] = ()


def merge_decks(base: str, ours: str, theirs: str, file: str) -> Merged:
    """Merge the texts of a deck file; `file` is how messages name it.

    The order and the comments of the side that changed what stands around the notes are kept, ours otherwise.

    Raises:
        DeckError: when one of them cannot be read, or is written in a form that cannot be updated safely.
    """
    if theirs in (ours, base):
        return Merged(ours)
    if base == ours:
        return Merged(theirs)
    layouts = [read_layout(text, file) for text in (base, ours, theirs)]
    old, mine, other = (_parts(layout) for layout in layouts)
    chosen: dict[str, str | None] = {}
    conflicts: list[Conflict] = []
    for note in dict.fromkeys((*old, *mine, *other)):
        before, here, there = old.get(note), mine.get(note), other.get(note)
        if here != there and before not in (here, there):
            conflicts.append(Conflict(note, here, there))
        chosen[note] = there if here == before else here
    if conflicts:
        return Merged(None, tuple(conflicts))
    frame = layouts[2] if mine[AROUND] == old[AROUND] != other[AROUND] else layouts[1]
    text = _filled(frame, chosen)
    _prove(text, chosen, file)
    return Merged(text)


def _parts(layout: Layout) -> dict[str, str]:
    """The text of each note, and of all that is around them."""
    covered: set[int] = set()
    parts: dict[str, str] = {AROUND: ""}
    for note in layout.notes:
        place = layout.deck_file.places[note]
        covered.update(range(place.line - 1, place.last_line))
        parts[note] = "\n".join(layout.card(note))
    around = (line.rstrip("\r\n") for number, line in enumerate(layout.lines) if number not in covered)
    parts[AROUND] = "\n".join(line for line in around if line.strip())
    return parts


def _filled(frame: Layout, chosen: Mapping[str, str | None]) -> str:
    """The frame with the notes that were chosen: those it has where they stand, others at the end."""
    there = _parts(frame)
    for note, text in chosen.items():
        if note == AROUND or text == there.get(note):
            continue
        if note in there:
            frame.replace(note, text.split("\n") if text is not None else ())
        elif text is not None:
            frame.add(text.split("\n"))
    return frame.text()


def _prove(text: str, chosen: Mapping[str, str | None], file: str) -> None:
    """Read the merged text once more: it holds the notes that were chosen and no others."""
    wanted = {note for note, lines in chosen.items() if lines is not None and note != AROUND}
    reading = read_deck_text(text, file)
    if reading.problems or {note.id for note in reading.deck_file.deck.notes} != wanted:
        raise DeckError(
            _("the deck is written in a way that cannot be merged safely; nothing was changed"),
            file=file,
            hint=_("write one key a line and each card with a `-` of its own"),
        )
