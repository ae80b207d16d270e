"""Search in 100,000 cards beside Anki's search of the same text in the same run: each gate a quarter of it.

The cards are those of the bundled library again and again, each time with another number behind the question.
Run by itself: `python -m benchmarks.search [CARDS]`.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks import large
from benchmarks.report import Row, show
from sctui.collection import Collection
from sctui.decks.library import Library, LoadedDeck, read_library
from sctui.locations import bundled
from sctui.model.card import Note
from sctui.model.deck import Deck
from sctui.model.document import Language
from sctui.scheduler.study_day import study_day
from sctui.search.index import CardIndex
from sctui.search.search import CardSearch
from sctui.store.store import Store
from sctui.study.settings import StudySettings

_ROUNDS = 5
_GATE = 0.25
# what is asked: how the row is called, in our language, in Anki's
QUERIES = (
    ("a rare word", "077777", "077777"),
    ("a usual word", "狼疮", "狼疮"),
    ("a word in every fourth card", "干细胞", "干细胞"),
    ("the same in Traditional (Anki finds none)", "幹細胞", "幹細胞"),
    ("no card has it", "青蒿素", "青蒿素"),
    ("two words", "干细胞 移植", "干细胞 移植"),
    ("a deck and a word", 'deck:"topic 03" 干细胞', 'deck:"Topic 03" 干细胞'),
    ("either of two words", "狼疮 or 哮喘", "狼疮 or 哮喘"),
    ("not a word", "-干细胞", "-干细胞"),
    ("a regular expression", r"re:/干细胞.{0,5}移植/", "re:干细胞.{0,5}移植"),
    ("a regular expression without words", r"re:/\d+%/", r"re:\d+%"),
    ("a state", "is:due", "is:due"),
)


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one query in each round, and how many cards were found."""

    ours: list[float]
    anki: list[float]
    found: int


def library(cards: int, folder: Path) -> Library:
    """The bundled notes, so often that there are as many cards, in twenty decks."""
    notes = [
        note
        for loaded in read_library([bundled() / "decks"]).decks
        for note in loaded.deck.notes
        if note.front
    ]
    made = [
        replace(note, id=f"{note.id}-{number}", front=f"{note.front} {number:06}")
        for number, note in enumerate(islice(cycle(notes), cards))
    ]
    return Library(tuple(_deck(folder, place, made[place :: large.DECKS]) for place in range(large.DECKS)))


def _deck(folder: Path, place: int, notes: Sequence[Note]) -> LoadedDeck:
    deck = Deck(f"Topic {place:02}", Language.SIMPLIFIED, tuple(notes))
    return LoadedDeck(folder / f"{place}.yaml", folder, deck, {})


def fill_anki(path: Path, decks: Library) -> None:
    """The same words with the `anki` library."""
    from anki.collection import AddNoteRequest  # noqa: PLC0415 -- AGPL, and only installed for tests
    from anki.collection import Collection as Anki  # noqa: PLC0415 -- as above

    anki: Any = Anki(str(path))
    kind, requests = anki.models.by_name("Basic"), []
    for loaded in decks.decks:
        deck = anki.decks.id(loaded.deck.name)
        for one in loaded.deck.notes:
            note = anki.new_note(kind)
            quotes = " ".join(source.quote for source in one.sources)
            note["Front"], note["Back"] = one.front, f"{one.back}<br>{quotes}"
            requests.append(AddNoteRequest(note, deck))
    anki.add_notes(requests)
    anki.close()


def measure(cards: int = 100_000, rounds: int = _ROUNDS) -> tuple[dict[str, Times], float]:
    """Ask both in turns, each query once a round; the times, and the seconds that our index took."""
    from anki.collection import Collection as Anki  # noqa: PLC0415 -- as above

    with tempfile.TemporaryDirectory() as place:
        decks = library(cards, Path(place))
        fill_anki(Path(place) / "collection.anki2", decks)
        collection = Collection(decks, Store(Path(place) / "none.db"))
        index, settings, now = CardIndex(collection), StudySettings(), large.now_ms()
        built = _timed(lambda: list(index.work(now, settings)))[0] / 1000
        today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
        anki: Any = Anki(str(Path(place) / "collection.anki2"))
        found = {name: Times([], [], 0) for name, *_ in QUERIES}
        for _ in range(rounds):
            for name, ours, theirs in QUERIES:
                search = CardSearch(index, today)  # one that remembers nothing
                mine, rows = _timed(lambda: search.find(ours))  # noqa: B023 -- called at once
                other, _cards = _timed(lambda: anki.find_cards(theirs))  # noqa: B023 -- called at once
                before = found[name]
                found[name] = Times([*before.ours, mine], [*before.anki, other], len(rows))
        anki.close()
    return found, built


def _middle(times: list[float]) -> str:
    return f"{statistics.median(times):.1f} ms"


def _timed(call: Callable[[], Any]) -> tuple[float, Any]:
    started = perf_counter()
    result = call()
    return (perf_counter() - started) * 1000, result


def main(cards: int = 100_000) -> list[Row]:
    """Measure; what was found, as lines of the report."""
    found, built = measure(cards)
    rows = [
        Row(
            f"search: {name}",
            f"{_middle(one.ours)} for {one.found} cards; Anki {_middle(one.anki)}",
            statistics.median(mine / other for mine, other in zip(one.ours, one.anki, strict=True)),
            _GATE,
        )
        for name, one in found.items()
    ]
    return [
        *rows,
        Row("search: making the index", f"of {cards} cards, in slices, beside the screen", built, None, "s"),
    ]


if __name__ == "__main__":
    show(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
