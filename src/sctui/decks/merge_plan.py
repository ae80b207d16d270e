"""What generated cards become beside an author's edits, worked out on strings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeGuard

from sctui.decks.card_fields import merged_fields, written_fields
from sctui.decks.gap_numbers import with_known_numbers
from sctui.decks.layout import Layout, read_layout
from sctui.decks.sidecar import Record, lines_hash, record, record_of
from sctui.decks.surroundings import Surroundings, nowhere
from sctui.decks.take_over import take_over
from sctui.decks.yaml_reader import read_deck_text
from sctui.decks.yaml_writer import document_keys, document_line, note_lines, text_of, told_of
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import Note
from sctui.model.deck import Deck, DocumentRef
from sctui.text.yaml_nodes import Mapping as MappingNode
from sctui.text.yaml_nodes import Scalar

ORPHAN = "orphan"


class Outcome(StrEnum):
    """What became of a generated card; `kept` was edited by the author, `skipped` deleted by the author."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    ORPHANED = "orphaned"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class MergeResult:
    """The new text of a deck file, the new sidecar of its folder, and the ids by what became of them."""

    text: str
    sidecar: dict[str, str]
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()


def plan_deck(
    existing: str | None,
    generated: Deck,
    sidecar: Mapping[str, str],
    file: str = "deck.yaml",
    beside: Surroundings = nowhere,
) -> MergeResult:
    """Merge `generated` into the text of a deck file (None when there is no file).

    Args:
        existing: the file's text as it stands.
        generated: all that is generated for this file.
        sidecar: what is remembered of the cards of the file's folder.
        file: how messages name the file.
        beside: tells between which lines of their document cards stand.

    Raises:
        DeckError: when `existing` cannot be read, or is written in a form that cannot be updated safely.
    """
    there = read_deck_text(existing, file).deck_file.deck.notes if has_cards(existing) else ()
    decks, sidecar = take_over({file: generated}, sidecar, beside, there)
    return plan_named(existing, decks[file], sidecar, file, beside)


def has_cards(text: str | None) -> TypeGuard[str]:
    """Whether there is more than space in a deck's text, if there is a text."""
    return text is not None and bool(text.strip("\ufeff \t\r\n"))


def plan_named(
    existing: str | None,
    generated: Deck,
    sidecar: Mapping[str, str],
    file: str,
    beside: Surroundings = nowhere,
) -> MergeResult:
    """`plan_deck` for notes that have the ids they go by in the YAML already."""
    if not has_cards(existing):
        return _fresh(generated, sidecar, beside)
    for by_field in (True, False):  # a card that cannot be changed field by field stays as its author has it
        merge = _Merge.into(read_layout(existing, file), generated, sidecar, beside, by_field=by_field)
        for note in generated.notes:
            merge.put(note)
        merge.flag_orphans({note.id for note in generated.notes})
        merge.update_documents(generated)
        if result := merge.result():
            return result
    raise DeckError(
        _("the deck is written in a way that cannot be updated safely; nothing was changed"),
        file=file,
        hint=_("write one key a line and each card with a `-` of its own"),
    )


def _fresh(generated: Deck, sidecar: Mapping[str, str], beside: Surroundings) -> MergeResult:
    keys = document_keys(generated.documents)
    entries = [note_lines(note, keys) for note in generated.notes]
    records = {
        note.id: str(record_of(note, entry, beside(note)))
        for note, entry in zip(generated.notes, entries, strict=True)
    }
    return MergeResult(text_of(generated, entries), {**sidecar, **records}, added=tuple(records))


@dataclass(slots=True)
class _Merge:
    layout: Layout
    keys: dict[str, str]  # short name of a document by its file name, those that may yet be added included
    sidecar: dict[str, str]
    expected: dict[str, Note]
    beside: Surroundings
    by_field: bool
    outcomes: defaultdict[Outcome, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def into(
        cls,
        layout: Layout,
        generated: Deck,
        sidecar: Mapping[str, str],
        beside: Surroundings,
        *,
        by_field: bool,
    ) -> _Merge:
        documents = layout.deck_file.deck.documents
        keys = document_keys(documents)
        for name, key in document_keys(generated.documents).items():
            keys.setdefault(name, _free(key, {*documents, *keys.values()}))
        return cls(layout, keys, dict(sidecar), dict(layout.notes), beside, by_field)

    def put(self, note: Note) -> None:
        """Add, update, keep or skip a generated note."""
        there = self.layout.notes.get(note.id)
        if there and there.text and note.text:
            note = replace(note, text=with_known_numbers(note.text, there.text))
        lines = note_lines(note, self.keys)
        new, old = record_of(note, lines, self.beside(note)), record(self.sidecar, note.id)
        if note.id not in self.layout.notes:
            outcome = Outcome.SKIPPED if old else Outcome.ADDED
        else:
            outcome = self._outcome(note.id, new, old)
        if outcome is Outcome.ADDED:
            self.layout.add(lines)
        elif outcome is Outcome.UPDATED:
            self.layout.replace(note.id, lines)
        elif old and outcome is not Outcome.UNCHANGED:
            # what was last written here, in case an edit is undone
            fields = self._keep(note, old) if outcome is Outcome.KEPT else old.fields
            new = replace(new, lines=old.lines, fields=fields)
        if outcome in {Outcome.ADDED, Outcome.UPDATED}:
            self.expected[note.id] = note
        self.sidecar[note.id] = str(new)
        self.outcomes[outcome].append(note.id)

    def _keep(self, note: Note, old: Record) -> str:
        """Let a card that its author edited follow in the fields they left alone; what it has from us now."""
        there = self.layout.notes[note.id]
        merged, fields = merged_fields(there, note, old.fields)
        if merged == there:
            return fields
        if not (self.by_field and self.layout.rewrite(note.id, merged, self.keys)):
            return old.fields
        self.expected[note.id] = merged
        return fields

    def flag_orphans(self, generated: set[str]) -> None:
        """Flag what was generated once and is no more."""
        for key, note in self.layout.notes.items():
            old = record(self.sidecar, key)
            if old is None or key in generated or ORPHAN in note.flags:
                continue
            if lines_hash(self.layout.card(key)) != old.lines:
                self.outcomes[Outcome.KEPT].append(key)
                continue
            flagged = replace(note, flags=(*note.flags, ORPHAN))
            lines = note_lines(flagged, self.keys)
            self.layout.replace(key, lines)
            self.expected[key] = flagged
            fields = written_fields(flagged) if old.fields else ""
            self.sidecar[key] = str(replace(old, lines=lines_hash(lines), fields=fields))
            self.outcomes[Outcome.ORPHANED].append(key)

    def update_documents(self, generated: Deck) -> None:
        """Note the new hashes of documents, and name those that the cards written here need."""
        existing = {PurePosixPath(ref.file).name for ref in self.layout.deck_file.deck.documents.values()}
        written = (*self.outcomes[Outcome.ADDED], *self.outcomes[Outcome.UPDATED])
        needed = {source.document for key in written for source in self.expected[key].sources}
        for ref in generated.documents.values():
            name = PurePosixPath(ref.file).name
            if name in existing:
                self._set_sha256(self.keys[name], ref)
            elif name in needed:
                self.layout.add_document(document_line(self.keys[name], ref))

    def result(self) -> MergeResult | None:
        """The merged text; it is read once more, for nothing may be lost or changed by accident.

        None when the file is written in a way that the changes do not fit into.
        """
        text = self.layout.text()
        reading = read_deck_text(text, self.layout.file)
        if reading.problems or reading.deck_file.deck.notes != tuple(self.expected.values()):
            return None
        ids = {outcome.value: tuple(keys) for outcome, keys in self.outcomes.items()}
        return MergeResult(text, self.sidecar, **ids)

    def _outcome(self, key: str, new: Record, old: Record | None) -> Outcome:
        now = lines_hash(self.layout.card(key))
        if now == new.lines:
            return Outcome.UNCHANGED
        return Outcome.UPDATED if old and self._untouched(key, now, old) else Outcome.KEPT

    def _untouched(self, key: str, now: str, old: Record) -> bool:
        """Also when an edit was undone, or a conversion that stopped before its end only added `orphan`."""
        if now == old.lines:
            return True
        note = self.layout.notes[key]
        if now != lines_hash(note_lines(note, self.keys)):
            return False
        bare = replace(note, flags=tuple(flag for flag in note.flags if flag != ORPHAN))
        return old.fields == written_fields(note) or (
            bare != note and old.lines == lines_hash(note_lines(bare, self.keys))
        )

    def _set_sha256(self, key: str, ref: DocumentRef) -> None:
        documents = self.layout.root.get("documents")
        entry = documents.get(key) if isinstance(documents, MappingNode) else None
        node = entry.get("sha256") if isinstance(entry, MappingNode) else None
        if not isinstance(entry, MappingNode) or not isinstance(node, Scalar) or not node.value:
            return
        named = [name for name in ("date", "kind") if entry.get(name) is None]  # an author's own stay
        in_braces = self.layout.lines[node.line - 1].rstrip().endswith("}")
        new = f"{ref.sha256 or node.value}{told_of(ref, *named) if in_braces else ''}"
        if new != node.value:
            self.layout.set_scalar(node, new)


def _free(key: str, taken: Iterable[str]) -> str:
    used, number, free = set(taken), 1, key
    while free in used:
        number += 1
        free = f"{key}-{number}"
    return free
