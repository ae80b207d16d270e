"""What stands in the learner's database now: states, marks, what is due and what is new, and the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from sctui.model.change import Change, FittedParameters, Marks
from sctui.model.fresh import Fresh
from sctui.model.review import MemoryState, Phase, Review
from sctui.store.database import telling, told
from sctui.store.foreseen import Foreseen
from sctui.store.fresh import count_studied, few_and_all_studied, former_names, fresh_cards, studied_ids
from sctui.store.log import read_log, read_reviews
from sctui.store.presets import read_parameters
from sctui.store.rows import marks_from, state_from
from sctui.store.stamps import DEVICE_BITS
from sctui.store.states import (
    ANSWERS_BETWEEN,
    ANY_AFTER,
    DUE_BEFORE,
    SELECT_MARKS,
    SELECT_STATE,
    SELECT_STATES,
)

OwnVersion = tuple[int, int]
T = TypeVar("T")


class Reader:
    """A database file as it is read; one that does not exist reads as empty.

    What does not change often is kept: marks, and which cards of a library are new.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._opened = 0  # how often
        self._version: list[Any] = []
        self._fresh: Fresh | None = None
        self._fresh_at: list[Any] = []
        self._fresh_of: Collection[str] = ()
        self._former: dict[str, str] = {}
        self._former_at: object = None
        self._marks: dict[str, Marks] = {}
        self._marks_at: list[Any] = []
        self._foreseen = Foreseen()

    @property
    def path(self) -> Path:
        """The file, whether there is one yet or not."""
        return self._path

    def changed(self) -> bool:
        """Whether another process wrote to the database since this was last asked."""
        before, self._version = self._version, self._read("PRAGMA data_version")
        return before != self._version

    def give_back_memory(self) -> None:
        """Let go of the pages that SQLite keeps in memory; the system still has those that are used much."""
        self._read("PRAGMA shrink_memory")

    def version(self) -> object:
        """What is another one as soon as we or another process wrote to the database."""
        return self._own_version(), self._read("PRAGMA data_version")

    def _own_version(self) -> OwnVersion:
        """What is another one as soon as we wrote to it, and takes no look at the database."""
        return self._opened, self._connection.total_changes if self._connection else 0

    def is_synced(self) -> bool:
        """Whether this database was ever synced, so that its device has a name."""
        return bool(self._read("SELECT 1 FROM devices WHERE is_here"))

    def due_before(self, moment: int) -> list[MemoryState]:
        """States of all cards that fall due before `moment` (UTC ms), earliest first."""
        rows = self._read(DUE_BEFORE, moment)
        states = [state_from(row) for row in rows]
        former = self.former_names()
        return states + [replace(one, card=former[one.card]) for one in states if one.card in former]

    def former_names(self) -> Mapping[str, str]:
        """For cards that another one became, by their ids, the id of that other one.

        Decks may have the one or the other, as on another branch of a repository: both have the state.
        """
        version = self.version()
        if version != self._former_at:
            self._former, self._former_at = self._asked(former_names, {}), version
        return self._former

    def states_page(self, after: int, size: int) -> list[tuple[int, MemoryState]]:
        """Some states, by keys that rise; `after` is the last key of the page before, 0 for the first."""
        return [(row[0], state_from(row[1:])) for row in self._read(SELECT_STATES, after, size)]

    def answered_after(self, moment: int) -> list[MemoryState]:
        """States of cards whose last answer lies after `moment` (UTC ms)."""
        later = self._read(ANY_AFTER, moment << DEVICE_BITS, moment)
        rows = self._read("SELECT * FROM card_states WHERE last_review > ?", moment) if later else []
        return [state_from(row) for row in rows]

    def studied(self) -> set[str]:
        """The ids of all cards that have a state, whether a deck still has them or not."""
        return self._asked(studied_ids, set())

    def count_studied(self) -> int:
        """How many cards have a state."""
        return self._asked(count_studied, 0)

    def fresh(self, cards: Collection[str], memory: Path | None = None) -> Fresh:
        """The cards of a library that have no state.

        It shrinks with our own answers, and is another one for another library, or when another process
        wrote.
        `memory` is a file where what was found out about many cards is kept, and which may be deleted.
        """
        version = self._read("PRAGMA data_version")
        if self._fresh is None or version != self._fresh_at or self._fresh_of is not cards:
            found = self._asked(lambda at: fresh_cards(at, cards, memory), None)
            self._fresh = Fresh(set(cards) if found is None else found)
            self._fresh_at, self._fresh_of = version, cards
        return self._fresh

    def all_studied_at_a_glance(self, cards: Iterable[str]) -> bool:
        """Whether these are few and all studied; never once `fresh` was asked, which tells it sooner."""
        if self._fresh is not None:
            return False
        return self._asked(lambda at: few_and_all_studied(at, cards), otherwise=False)

    def state(self, card: str) -> MemoryState:
        """The state of one card; that of a new card when it was never studied."""
        return self.state_and_name(card)[0]

    def state_and_name(self, card: str) -> tuple[MemoryState, str]:
        """The state of one card, and the id of the card that it became; its own where it became none."""
        ours, others = self._own_version(), self._version
        rows = self._read(SELECT_STATE, card)
        if not rows:
            self._foreseen.read(card, (None, None), ours, others)
            return MemoryState(card), card
        key, entry, name, *state = rows[0]
        self._foreseen.read(card, (key, entry), ours, others)
        return MemoryState(card) if state[1] is None else state_from(state), name or card

    def answers_between(self, start: int, end: int) -> list[tuple[str, Phase]]:
        """The answers that stand from `start` to before `end` (UTC ms): card, and its phase before it."""
        # a stamp is never below the time, so that the keys narrow it down
        rows = self._read(ANSWERS_BETWEEN, start << DEVICE_BITS, start, end)
        answers = [(card, Phase(phase)) for card, phase in rows]
        former = self.former_names()
        return answers + [(former[card], phase) for card, phase in answers if card in former]

    def reviews(self) -> list[Review]:
        """The review log in the order of the answers, without those taken back."""
        return self._listed(read_reviews)

    def log(self) -> list[Review | Change]:
        """Everything that happened to cards and stands, answers and changes, in the order it happened."""
        return [entry for _, entry in self._listed(read_log)]

    def marks(self) -> Mapping[str, Marks]:
        """The marks of all cards that have some; read again when they may have changed."""
        version = self._read("PRAGMA data_version")
        if version != self._marks_at:
            rows = self._read(SELECT_MARKS)
            marks = {row[0]: marks_from(row[1:]) for row in rows}
            former = self.former_names()
            self._marks = marks | {former[card]: mark for card, mark in marks.items() if card in former}
            self._marks_at = version
        return self._marks

    def parameters(self) -> list[FittedParameters]:
        """Every set of fitted parameters, oldest first; the last is the one in use."""
        return self._listed(read_parameters)

    def _asked(self, read: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What is read of the database; something else where there is none yet."""
        if self._connection is None:
            return otherwise
        with telling(self._path):
            return read(self._connection)

    def _listed(self, read: Callable[[sqlite3.Connection], Iterable[T]]) -> list[T]:
        return self._asked(lambda connection: list(read(connection)), [])

    def _read(self, query: str, *values: object) -> list[Any]:
        if self._connection is None:
            return []
        try:  # as `telling` does, without its steps: a question is waited for
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise told(error, self._path) from error
