"""All cards of a collection made ready to be searched, in slices short enough for a screen to stay alive."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from time import perf_counter
from typing import NamedTuple

from sctui.collection import Collection
from sctui.decks.cards import Cards
from sctui.markup.cards import tree_of
from sctui.markup.plain import plain_text
from sctui.model.card import Card, CardType, Note, filled
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import StudyDay, study_day
from sctui.search.columns import Columns
from sctui.search.groups import Groups
from sctui.search.texts import Texts, section_texts

_SLICE = 0.006  # seconds of work between two yields
_TOGETHER = 32  # cards whose words are folded at once; below a millisecond
_PAGE = 500  # states read at once
_AT_ONCE = 100  # states read one by one; a few milliseconds
_MARKS = re.compile(r"[*_`\\$\n]|\]\(")  # without one of these, a text reads as it is typed

Pace = Callable[[], bool]
_Place = tuple[str, int]


class _Chunk(NamedTuple):
    """Cards that were folded together: what tells whether they changed, and the row of the first."""

    mark: int
    row: int


class CardIndex:
    """Words, names and numbers of all cards, by row: the place of a card in the order of the decks.

    It is empty until `work` has gone through. Whoever changes decks or states lets it work again; what did
    not change is taken over.
    """

    def __init__(self, collection: Collection) -> None:
        self._collection = collection
        self._cards: Cards | None = None
        self._chunks: dict[_Place, _Chunk] = {}
        self.ids: Sequence[str] = ()
        self.row_of: Mapping[str, int] = {}
        self.texts = Texts()
        self.groups = Groups()
        self.columns: Columns | None = None
        self._states_at: tuple[object, StudySettings, StudyDay] | None = None
        self.version = 0

    @property
    def collection(self) -> Collection:
        """What is indexed."""
        return self._collection

    @property
    def ready(self) -> bool:
        """Whether it can be asked, and knows the decks as they are now."""
        return self.columns is not None and self._cards is self._collection.cards

    def work(self, now: int, settings: StudySettings) -> Iterator[float]:
        """Bring everything up to date; stops every few milliseconds to tell which share is done (0 to 1)."""
        if self._cards is not self._collection.cards:
            yield from self._read_words()
        today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
        at = self._collection.store.version(), settings, today
        if self.columns is None or self._states_at != at:
            touched = self._touched(settings, today)
            yield from self._read_states(today, settings) if touched is None else self._read_some(touched)
            self._states_at = at
            self.version += 1

    def refresh(self, cards: Sequence[str]) -> None:
        """Read again what is known of some cards, after an act."""
        self._put(cards)
        self.version += 1

    def _touched(self, settings: StudySettings, today: StudyDay) -> set[str] | None:
        """The cards whose states alone may be others than those that are known; None where any may."""
        if self.columns is None or self._states_at is None or self._states_at[1:] != (settings, today):
            return None
        return self._collection.store.touched_since(self._states_at[0])

    def _read_some(self, touched: set[str]) -> Iterator[float]:
        cards = [card for card in touched if card in self.row_of]
        for start in range(0, len(cards), _AT_ONCE):
            if start:
                yield start / len(cards)
            self._put(cards[start : start + _AT_ONCE])

    def _put(self, cards: Sequence[str]) -> None:
        if self.columns is not None:
            for card in cards:
                if card in self.row_of:
                    self.columns.put(self.row_of[card], self._collection.store.state(card))

    def _read_words(self) -> Iterator[float]:
        cards, pace = self._collection.cards, _pacemaker()
        groups, texts = Groups(), Texts()
        row_of: dict[str, int] = {}
        chunks: dict[_Place, _Chunk] = {}
        numbers: dict[str, int] = {}  # of chunks: several files can bear one deck's name
        for at, of_deck in cards.in_decks():
            deck = self._collection.library.decks[at].deck.name
            for number, chunk in enumerate(_chunks(of_deck), numbers.get(deck, 0)):
                known, mark = self._chunks.get((deck, number)), hash(tuple(chunk))
                if known and known.mark == mark:
                    texts.add(self.texts.part(known.row, known.row + len(chunk)))
                else:
                    texts.add(section_texts([_sections(card) for card in chunk]))
                chunks[deck, number] = _Chunk(mark, len(row_of))
                numbers[deck] = number + 1
                for card in chunk:
                    groups.add(len(row_of), card, deck)
                    row_of[card.id] = len(row_of)
                if pace():
                    yield 0.8 * len(row_of) / len(cards)
        self.texts, self.groups, self._chunks = texts, groups, chunks
        self.ids, self.row_of = list(row_of), row_of
        self.columns, self._cards = None, cards

    def _read_states(self, today: StudyDay, settings: StudySettings) -> Iterator[float]:
        columns, read = Columns(len(self.ids), today, settings), 0
        page = self._collection.store.states_page(0, _PAGE)
        while page:
            for _, state in page:
                row = self.row_of.get(state.card)
                if row is not None:
                    columns.put(row, state)
            read += len(page)
            yield 0.8 + 0.2 * min(1.0, read / max(1, len(self.ids)))
            page = self._collection.store.states_page(page[-1][0], _PAGE)
        self.columns = columns


def _sections(card: Card) -> tuple[str, str, str, str]:
    """The words of a card: question, answer, quotes, and what else there is; no marks of Markdown."""
    note = card.note
    # of a text with gaps, the sentence as it reads with all of them filled
    front = filled(note.text) if note.type is CardType.CLOZE else card.front
    quotes = " ".join(source.quote for source in note.sources)
    return _plain(front, note), _plain(card.back, note), quotes, " ".join(note.options)


def _plain(text: str, note: Note) -> str:
    return plain_text(tree_of(text, note)) if _MARKS.search(text) else text


def _chunks(cards: Iterator[Card]) -> Iterator[list[Card]]:
    chunk: list[Card] = []
    for card in cards:
        chunk.append(card)
        if len(chunk) == _TOGETHER:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _pacemaker() -> Pace:
    """What tells whether it is time to let others work."""
    since = perf_counter()

    def is_time() -> bool:
        nonlocal since
        now = perf_counter()
        if now - since < _SLICE:
            return False
        since = now
        return True

    return is_time
