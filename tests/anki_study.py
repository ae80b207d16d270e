"""The real Anki at work for tests: collections, study in its scheduler, packages out and in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

from sctui.store.store import Store

PICTURE = b"\x89PNG\r\n\x1a\n of a heart"


def new_collection(folder: Path) -> Any:
    """An empty collection that schedules by FSRS."""
    folder.mkdir(parents=True, exist_ok=True)
    collection = Collection(str(folder / "collection.anki2"))
    collection.set_config(key="fsrs", val=True)
    return collection


def add(collection: Any, kind: str, deck: str, *fields: str, tags: tuple[str, ...] = ()) -> Any:
    """Add a note; gives it."""
    note = collection.new_note(collection.models.by_name(kind))
    note.fields[: len(fields)] = fields
    note.tags = list(tags)
    collection.add_note(note, collection.decks.id(deck))
    return note


def study(collection: Any, cards: list[int], ratings: list[int], start: int) -> None:
    """Answer cards in turn, a minute apart from `start` (ms)."""
    for place, (card, rating) in enumerate(zip(cards, ratings, strict=True)):
        asked = collection.get_card(card)
        asked.start_timer()
        states = collection._backend.get_scheduling_states(card)
        answer = collection.sched.build_answer(card=asked, states=states, rating=rating - 1)
        answer.answered_at_millis = start + place * 60_000
        answer.milliseconds_taken = 1000 + place
        collection.sched.answer_card(answer)


def export(collection: Any, file: Path, *, legacy: bool = False) -> Path:
    """All of a collection as a package, with what was learned."""
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=legacy)
    collection.export_anki_package(out_path=str(file), options=options, limit=None)
    return file


def bring_in(collection: Any, file: Path) -> Any:
    """Import a package with what was learned; gives Anki's report."""
    options = ImportAnkiPackageOptions(with_scheduling=True)
    request = ImportAnkiPackageRequest(package_path=str(file), options=options)
    return collection.import_anki_package(request).log


def anki_answers(collection: Any) -> list[tuple[int, int, int]]:
    """Time, rating and duration of every answer in Anki's log."""
    rows = collection.db.all("SELECT id, ease, time FROM revlog WHERE ease > 0 ORDER BY id")
    return [tuple(row) for row in rows]


def our_answers(database: Path) -> list[tuple[int, int, int]]:
    """Time, rating and duration of every answer that stands in our log, by time."""
    store = Store.open(database)
    found = sorted((one.at, int(one.rating), one.duration) for one in store.reviews())
    store.close()
    return found
