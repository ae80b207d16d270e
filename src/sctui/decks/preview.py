"""What a conversion would change, deck by deck and card by card, before it does."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sctui.decks.merge import MergeReport
from sctui.decks.merge_plan import Outcome
from sctui.decks.yaml_reader import read_deck_text, read_text
from sctui.model.card import Note


@dataclass(frozen=True, slots=True)
class CardChange:
    """A card that changes, or that its author changed.

    Args:
        outcome: what becomes of it; of one that is `kept` what its author wrote stays, and the rest follows.
        before: the card as it stands, if it does.
        after: the card as it would stand.
        made: the card as it is generated.
    """

    card: str
    outcome: Outcome
    before: Note | None
    after: Note | None
    made: Note | None


@dataclass(frozen=True, slots=True)
class DeckChanges:
    """What would change in a deck's file: cards, and the lines as a unified diff (empty when none would)."""

    file: Path
    cards: tuple[CardChange, ...]
    diff: str


_SHOWN = (Outcome.ADDED, Outcome.UPDATED, Outcome.ORPHANED, Outcome.KEPT)


def deck_changes(
    folder: Path, report: MergeReport, files: Mapping[Path, bytes], there: Path | None = None
) -> Iterator[DeckChanges]:
    """The changes of a folder's plan (`plan_decks`), for decks that have any or whose cards were edited.

    `there` is where the files lie that `folder` will have, when they lie elsewhere yet.

    Raises:
        DeckError: when a deck that stands there cannot be read.
    """
    outcome_of = {key: outcome for outcome in _SHOWN for key in getattr(report, outcome.value)}
    standing = {folder / file.name: file for file in (there or folder).glob("*.yaml") if file.is_file()}
    for file in sorted({*standing, *report.files}):
        old = read_text(standing[file]) if file in standing else ""
        new = files[file].decode() if file in files else old
        before, after = _notes(old, file), _notes(new, file)
        cards = tuple(_changes(before, after, outcome_of, report.made))
        if cards or old != new:
            yield DeckChanges(file, cards, _diff(file, old, new))


def _changes(
    before: Mapping[str, Note],
    after: Mapping[str, Note],
    outcome_of: Mapping[str, Outcome],
    made: Mapping[str, Note],
) -> Iterator[CardChange]:
    for key in after:
        outcome = outcome_of.get(key)
        if outcome is not None:
            yield CardChange(key, outcome, before.get(key), after[key], made.get(key))


def _notes(text: str, file: Path) -> dict[str, Note]:
    if not text.strip("\ufeff \t\r\n"):
        return {}
    return {note.id: note for note in read_deck_text(text, str(file)).deck_file.deck.notes}


def _diff(file: Path, old: str, new: str) -> str:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), str(file), str(file), n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
