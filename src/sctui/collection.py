"""A library of decks and the learner's database, opened together."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias, TypeVar

from sctui.decks.cards import Cards
from sctui.model.fresh import Fresh
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.clock import brought_back, future_from, is_behind
from sctui.scheduler.gather import Done, build_queue, hidden_cards
from sctui.scheduler.limits import TOPIC_SEPARATOR, Place
from sctui.scheduler.new_cards import NewCards
from sctui.scheduler.queue import Counts, Queue, note_of
from sctui.scheduler.settings import StudySettings, above, lies_in
from sctui.scheduler.study_day import StudyDay, study_day
from sctui.store.store import Store

if TYPE_CHECKING:
    from sctui.decks.learning_order import LearningOrder
    from sctui.decks.library import Library

# what is studied: a deck with those below it, a topic of a deck, chosen cards by their ids, or everything
Scope: TypeAlias = str | Place | tuple[str, ...] | None
ScopeT = TypeVar("ScopeT", str, Place)
_MANY = 10_000  # cards, whose order of learning takes more than half a second


class Collection:
    """Decks, and what the learner knows of their cards. It serves one thread at a time.

    `library` holds the decks and what is wrong with those that could not be read; `cards` every card by its
    id, in the order of the decks; `store` the database. `memory` is a file that keeps the order of learning
    from one start to the next.
    """

    def __init__(self, library: Library, store: Store, memory: Path | None = None) -> None:
        self.store = store
        self._memory = memory
        self._due_asked: object = None
        self._due_found: list[MemoryState] = []
        self._take(library)

    def reload(self, library: Library, cards: Cards | None = None) -> None:
        """Go on with other decks, and their `cards` where they are made; what is known of them stays."""
        self._take(library, cards)

    def _take(self, library: Library, cards: Cards | None = None) -> None:
        self.library, self._ready = library, False
        self.cards = Cards(library.decks, library.waiting) if cards is None else cards
        self._names = [loaded.deck.name for loaded in library.decks]
        self._places: dict[tuple[int, int], Place] = {}
        self._decks_below: dict[str, list[int]] = {}  # those that have cards, by their numbers
        for number, name in enumerate(self._names):
            for deck in _with_parents(name) if self.cards.rows_in(number) else ():
                self._decks_below.setdefault(deck, []).append(number)
        self._new_cards = NewCards(self.cards, self._rows_in, self._order)

    @classmethod
    def open(cls, folders: Sequence[Path], database: Path) -> Self:
        """Read the decks below `folders` and open the database, which is created when study begins.

        Raises:
            HomeError: when the database's folder cannot be created or written to.
            CollectionError: when the database cannot be used.
        """
        from sctui.decks.library import read_library  # noqa: PLC0415 -- the YAML reader loads where it is used

        store = Store.open(database)
        return cls(read_library(folders), store)

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

    @property
    def prepared(self) -> bool:
        """Whether the next queue comes at once; otherwise call `prepare` before, in a thread."""
        return self._ready or len(self.cards) < _MANY

    def prepare(self) -> None:
        """Work out what the next queue needs; seconds for very many cards, where a deck was edited."""
        self._new_cards.prepare(self._fresh())
        self._ready = True

    @property
    def decks(self) -> Iterable[str]:
        """The names of the decks that have cards, and of those above them."""
        return self._decks_below

    def deck_of(self, card: str) -> str:
        """The name of the deck a card lies in."""
        return self._names[self.cards.deck_of(card)]

    def cards_in(self, scope: Scope) -> Iterable[str]:
        """The ids of the cards of a deck, or of a topic in it, and those below, in order; all for None."""
        if isinstance(scope, tuple):
            return (card for card in scope if card in self.cards)
        if isinstance(scope, Place):
            return self.cards_at(scope.deck, scope.topic)
        below = map(self.cards.ids_in, self._decks_below.get(scope or "", ()))
        return self.cards if scope is None else chain.from_iterable(below)

    def cards_of(self, notes: Iterable[str]) -> tuple[str, ...]:
        """The ids of the cards of some notes, in the order of the decks; unknown notes are passed over.

        The id of a card stands for that card alone, as for one gap of a sentence.
        """
        wanted = set(notes)
        return tuple(card for card in self.cards if card in wanted or note_of(card) in wanted)

    def within(self, scope: Scope) -> Callable[[str], bool]:
        """What tells of a card whether it lies in a deck or topic or below it, chosen, or anywhere."""
        if scope is None:
            return self.cards.__contains__
        if isinstance(scope, tuple | Place):
            return frozenset(self.cards_in(scope)).__contains__
        cards = self.cards
        decks = {number for number, name in enumerate(self._names) if lies_in(name, scope, "::")}
        if len(decks) == len(self._names):  # all lie below it: no look at each card's deck
            return cards.__contains__
        return lambda card: card in cards and cards.deck_of(card) in decks

    def has_new(self, deck: Scope, *, beyond_core: bool = True) -> bool:
        """Whether a deck with those below it, or any for None, has a card to begin: new and not suspended.

        `beyond_core` counts what is not marked as core as well.
        """
        marks = self.store.marks()
        fresh = self._new(deck, beyond_core=beyond_core)
        return any(not (card in marks and marks[card].suspended) for card in fresh)

    def new_cards(self, scope: Scope) -> Iterator[str]:
        """The cards never studied, core or not, in the order of learning, whatever the limits say."""
        return self._new_cards.once(self._new(scope, beyond_core=True), self._fresh)

    def queue(self, deck: Scope, now: int, settings: StudySettings, seed: int = 0) -> Queue:
        """What the study day of `now` (UTC ms) holds for a deck and those below it; None: for all decks."""
        day = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
        hidden = hidden_cards(self.store.marks(), day)
        lies_here = self.within(deck)
        due = (s for s in self._due(now, day) if s.card not in hidden and lies_here(s.card))
        everywhere = self.store.answers_between(day.start, day.end)
        done = _done([answer for answer in everywhere if lies_here(answer[0])], everywhere)
        fresh = self._new(deck, beyond_core=settings.beyond_core)
        new = (card for card in self._new_cards.once(fresh, self._fresh) if card not in hidden)
        return build_queue(due, new, done, settings, now, seed, self.place_of)

    def counts(self, now: int, settings: StudySettings) -> dict[str, Counts]:
        """What is left to study at `now` (UTC ms) in each deck and each deck above (`a::b` counts into `a`).

        The day's limits hold for each of these names by itself, as they do for a session begun there.
        """
        decks = self._decks_below
        return self._counts(decks, lambda card: _with_parents(self.place_of(card).deck), now, settings)

    def counts_at(self, places: Iterable[Place], now: int, settings: StudySettings) -> dict[Place, Counts]:
        """The same for topics of decks, each with the topics below it."""
        asked = frozenset(places)

        def topics(card: str) -> list[Place]:
            place = self.place_of(card)
            told = (Place(place.deck, topic) for topic in above(place.topic, TOPIC_SEPARATOR))
            return [topic for topic in told if topic in asked]

        return self._counts(asked, topics, now, settings)

    def _counts(
        self,
        scopes: Iterable[ScopeT],
        scopes_of: Callable[[str], Iterable[ScopeT]],
        now: int,
        settings: StudySettings,
    ) -> dict[ScopeT, Counts]:
        day = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
        due: defaultdict[ScopeT, list[MemoryState]] = defaultdict(list)
        answers: defaultdict[ScopeT, list[tuple[str, Phase]]] = defaultdict(list)
        hidden = hidden_cards(self.store.marks(), day)
        everywhere = self.store.answers_between(day.start, day.end)
        self._fresh()  # each deck is asked: no look at the cards of one alone
        for state in self._due(now, day):
            for scope in scopes_of(state.card) if state.card not in hidden else ():
                due[scope].append(state)
        for answer in everywhere:
            for scope in scopes_of(answer[0]):
                answers[scope].append(answer)

        def counts(scope: ScopeT) -> Counts:
            done = _done(answers[scope], everywhere)
            fresh = self._new(scope, beyond_core=settings.beyond_core)
            new = (card for card in fresh if card not in hidden)
            queue = build_queue(due[scope], new, done, settings, now, place_of=self.place_of)
            return queue.counts(now, settings)

        return {scope: counts(scope) for scope in scopes}

    def place_of(self, card: str) -> Place:
        """Deck and topic of a card; nowhere when no deck has it."""
        return self._place(self.cards.place_of(card)) if card in self.cards else Place()

    def places(self) -> Iterator[Place]:
        """Deck and topic of each card, in the order of `cards`."""
        for deck in range(len(self._names)):
            yield from (self._place((deck, topic)) for topic in self.cards.topics_in(deck))

    def cards_at(self, deck: str = "", topic: str = "") -> tuple[str, ...]:
        """The ids of the cards of a deck, of a topic (titles joined by ` / `) or of both, with those below.

        Of all for neither.
        """
        if not topic:
            return tuple(self.cards_in(deck or None))
        decks = self._decks_below.get(deck, ()) if deck else range(len(self._names))
        return tuple(
            card
            for number in decks
            for card, place in zip(self.cards.ids_in(number), self.cards.topics_in(number), strict=True)
            if lies_in(self._place((number, place)).topic, topic, TOPIC_SEPARATOR)
        )

    def topics_in(self, deck: str) -> Iterator[str]:
        """The topics of the cards that lie in a deck itself, and those above them, each once and in order."""
        seen: set[str] = set()
        for number in self._decks_below.get(deck, ()):
            for place in self.cards.topics_of(number) if self._names[number] == deck else ():
                topics = tuple(above(self._place((number, place)).topic, TOPIC_SEPARATOR))
                yield from (topic for topic in topics if topic not in seen)
                seen.update(topics)

    def clock_is_behind(self, now: int) -> bool:
        """Whether most cards were answered after `now` (UTC ms): then the machine's clock is wrong."""
        return is_behind(len(self.store.answered_after(future_from(now))), self.store.count_studied())

    def _due(self, now: int, day: StudyDay) -> list[MemoryState]:
        """What falls due before the day ends, and what was answered while the clock was ahead."""
        asked = self.store.version(), day.end
        if asked != self._due_asked:
            self._due_asked, self._due_found = asked, self.store.due_before(day.end)
        due = self._due_found
        ahead = self.store.answered_after(future_from(now))
        if not ahead:
            return due
        known = {state.card for state in due}
        back = brought_back(ahead, self.store.count_studied(), now)
        return [*due, *(state for state in back if state.card not in known)]

    def _new(self, deck: Scope, *, beyond_core: bool) -> Iterator[str]:
        """The cards never studied, in the order of learning; those chosen one by one as they were chosen."""
        if self.store.all_studied_at_a_glance(self.cards_in(deck)):
            return iter(())
        return self._new_cards.of(deck, self._fresh(), beyond_core=beyond_core)

    def _fresh(self) -> Fresh:
        """The cards never studied."""
        return self.store.fresh(self.cards, self._memory and self._memory.with_name("new.json"))

    def _order(self) -> LearningOrder:
        """The order of learning, and the notes that ask what an earlier one asks."""
        from sctui.decks.learning_order import learning_order  # noqa: PLC0415 -- keeps the first screen early

        return learning_order(self.library.decks, self._memory)

    def _place(self, numbers: tuple[int, int]) -> Place:
        place = self._places.get(numbers)
        if place is None:
            topic = TOPIC_SEPARATOR.join(self.cards.topic(numbers))
            place = self._places[numbers] = Place(self._names[numbers[0]], topic)
        return place

    def _rows_in(self, scope: str | Place | None) -> Iterator[Sequence[int]]:
        """The rows of the cards of a deck or topic with those below, or of all."""
        if isinstance(scope, Place):
            found = map(self.cards.find, self.cards_in(scope))
            yield array("I", (row for row in found if row is not None))
        elif scope is None:
            yield range(len(self.cards))
        else:
            yield from map(self.cards.rows_in, self._decks_below.get(scope, ()))


@cache
def _with_parents(deck: str) -> tuple[str, ...]:
    """`a`, `a::b`, `a::b::c` for `a::b::c`; asked for every card that is due."""
    parts = deck.split("::")
    return tuple("::".join(parts[:depth]) for depth in range(1, len(parts) + 1))


def _done(answers: Sequence[tuple[str, Phase]], everywhere: Sequence[tuple[str, Phase]]) -> Done:
    return Done(
        frozenset(note_of(card) for card, _ in answers),
        sum(phase is Phase.NEW for _, phase in answers),
        sum(phase is Phase.REVIEW for _, phase in answers),
        tuple(everywhere),
    )
