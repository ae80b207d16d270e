"""`sctui convert --dry-run`: what would change in each deck, to be read or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click

from sctui.decks.merge import MergeReport
from sctui.decks.merge_plan import Outcome
from sctui.decks.preview import CardChange, DeckChanges, deck_changes
from sctui.decks.yaml_writer import note_entries
from sctui.i18n import N_, _
from sctui.model.card import Note
from sctui.text.plural import counted
from sctui.text.printable import one_line, printable

_MARKS = {
    Outcome.ADDED: ("+", N_("new")),
    Outcome.UPDATED: ("~", N_("changes")),
    Outcome.ORPHANED: ("-", N_("is not in the document any more: flagged `orphan`")),
    Outcome.KEPT: ("=", N_("stays as you edited it")),
}


class Preview:
    """Gathers what would change, document by document; `form` is `text` or `json`."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._documents: list[dict[str, object]] = []

    def add(
        self,
        document: str,
        folder: Path,
        report: MergeReport,
        files: Mapping[Path, bytes],
        there: Path | None = None,
    ) -> None:
        """Take in the plan for a document's decks, which lie in `folder`, or `there` until they are moved.

        Raises:
            DeckError: when a deck that stands there cannot be read.
        """
        decks = list(deck_changes(folder, report, files, there))
        if self._form == "text":
            click.echo("\n".join(_told(document, report, decks)))
            return
        self._documents.append(
            {
                "document": document,
                "unchanged": list(report.unchanged),
                "deleted": list(report.skipped),
                "decks": [_deck_json(deck) for deck in decks],
            }
        )

    def tell(self) -> None:
        """Say what was gathered and not said yet."""
        if self._form == "json":
            click.echo(json.dumps({"documents": self._documents}, ensure_ascii=False, indent=2))
        else:
            click.echo(_("Nothing was written."))


def _told(document: str, report: MergeReport, decks: list[DeckChanges]) -> Iterator[str]:
    counts = {
        _("new"): report.added,
        _("changed"): report.updated,
        _("vanished"): report.orphaned,
        _("kept as you edited them"): report.kept,
        _("deleted or rejected by you"): report.skipped,
        _("unchanged"): report.unchanged,
    }
    parts = ", ".join(f"{len(ids)} {name}" for name, ids in counts.items() if ids)
    yield printable(f"{document}: {parts or _('no cards')}")
    for deck in decks:
        yield printable(f"  {deck.file}")
        moved = {change.card for change in deck.cards if _only_moved(change)}
        for change in deck.cards:
            if change.card in moved:
                continue
            mark, what = _MARKS[change.outcome]
            yield one_line(f"    {mark} {change.card}: {_(what)}")
            yield from (one_line(f"        {line}") for line in _lines(change))
        if moved:
            cards = counted(len(moved), "card")
            yield one_line(_("    ~ {cards}: their sources stand in other lines").format(cards=cards))
        if deck.diff and not deck.cards:
            yield one_line(
                _("    around the cards: {lines}").format(
                    lines=counted(deck.diff.count(chr(10) + "+") - 1, "line")
                )
            )


def _only_moved(change: CardChange) -> bool:
    """Whether nothing changes in a card but the lines that its sources name."""
    before, after = change.before, change.after
    if change.outcome is not Outcome.UPDATED or before is None or after is None:
        return False
    return _without_lines(before) == _without_lines(after)


def _without_lines(note: Note) -> Note:
    return replace(note, sources=tuple(replace(source, line=0) for source in note.sources))


def _lines(change: CardChange) -> Iterator[str]:
    """What the card says, key by key, where it differs."""
    marks = ("", "") if change.outcome is Outcome.ADDED else ("- ", "+ ")
    yield from _apart(change.before, change.after, *marks)
    if change.outcome is Outcome.KEPT and change.made:
        yield from _apart(change.after, change.made, _("yours") + ": ", _("else") + ":  ")


def _apart(one: Note | None, other: Note | None, mark: str, other_mark: str) -> Iterator[str]:
    """The lines in which two states of a card differ, each with its mark."""
    first, second = _entries(one), _entries(other)
    for name in dict.fromkeys((*first, *second)):
        if first.get(name) != second.get(name) and name != "id":
            yield from (f"{mark}{line}" for line in first.get(name, ()))
            yield from (f"{other_mark}{line}" for line in second.get(name, ()))


def _entries(note: Note | None) -> dict[str, list[str]]:
    if note is None:
        return {}
    return note_entries(note, {source.document: source.document for source in note.sources})


def _deck_json(deck: DeckChanges) -> dict[str, object]:
    cards = [
        {
            "id": one.card,
            "outcome": one.outcome.value,
            "before": _note_json(one.before),
            "after": _note_json(one.made if one.outcome is Outcome.KEPT else one.after),
        }
        for one in deck.cards
    ]
    return {"file": str(deck.file), "cards": cards, "diff": deck.diff}


def _note_json(note: Note | None) -> dict[str, object] | None:
    if note is None:
        return None
    fields = ("front", "back", "text", "tolerance", "options", "flags", "tags", "topic")
    told: dict[str, object] = {name: value for name in fields if (value := getattr(note, name))}
    told["sources"] = [{"document": s.document, "line": s.line, "quote": s.quote} for s in note.sources]
    return told
