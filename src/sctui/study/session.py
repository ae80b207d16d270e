"""A study session: which card is asked, how its answer is graded, and how a grade is taken back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import NamedTuple

from sctui.collection import Collection, Scope
from sctui.model.card import Card
from sctui.model.change import UNMARKED, Change, Marks
from sctui.model.flags import FLAGS
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Rating, Review
from sctui.scheduler import acts, fsrs6
from sctui.scheduler.fsrs6 import Outcome
from sctui.scheduler.queue import Counts, Queue, note_of
from sctui.scheduler.replay import replay
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import StudyDay, study_day
from sctui.store.states import StaleStateError
from sctui.study.chosen import chosen_queue


class Button(NamedTuple):
    """A rating that can be given now, and the seconds until the card would be due again."""

    rating: Rating
    interval_seconds: int


@dataclass(frozen=True, slots=True)
class Question:
    """The card that is asked, what is known of it, a button for each rating on offer, and its marks."""

    card: Card
    state: MemoryState
    buttons: tuple[Button, ...]
    marks: Marks = UNMARKED


@dataclass(frozen=True, slots=True)
class Summary:
    """What was answered in this session, without what was taken back; `ms` is the time spent answering."""

    reviews: int = 0
    again: int = 0
    hard: int = 0
    good: int = 0
    easy: int = 0
    ms: int = 0


class _Asked(NamedTuple):
    """The open question, and what each rating leads to on the day it was asked."""

    question: Question
    day: StudyDay
    preset: Preset
    outcomes: tuple[Outcome, ...]


class StudySession:
    """Studies a deck with those below it, or all decks (`deck` None). Times are UTC milliseconds.

    A tuple in place of the deck is a choice of cards, by id: all are asked, ahead of time where need be.
    `seed` orders the reviews of a day. The settings' UTC offset holds for the whole session.

    Raises:
        HomeError, CollectionError: when the database cannot be created or used; every method may raise them.
    """

    def __init__(self, collection: Collection, deck: Scope, settings: StudySettings, seed: int = 0) -> None:
        self._collection = collection
        self._store = collection.store
        self._deck = deck
        self._holds = collection.within(deck)
        self._settings = settings
        self._seed = seed
        self._queue: Queue | None = None
        self._pending: Review | None = None  # the answer that the queue does not know of yet
        self._asked: _Asked | None = None
        self._presets: dict[str, Preset] = {}
        self._asked_before: dict[str, _Asked] = {}
        self._previous = ""
        self._answers: dict[int, Review] = {}
        self._taken_back: dict[int, Review] = {}
        self._store.ensure()

    def next(self, now: int) -> Question | None:
        """The card to ask at `now`: the unanswered one, else the next; None when nothing is due any more."""
        if self._store.changed():
            self._queue = None
        if self._asked is not None:
            return self._ask(self._asked.question.card.id, now)
        card = self._today(now).next_card(now, self._settings, self._previous)
        return None if card is None else self._ask(card, now)

    def grade(self, rating: Rating, now: int, duration_ms: int) -> Marks | None:
        """Answer the question; it is on the disk when this returns.

        Gives the card's marks where the answer made a leech of it, or did so once more.

        Raises:
            RuntimeError: when no question was asked.
        """
        if self._asked is None:
            raise RuntimeError("there is no question to grade")
        if self._settings.buttons == 2 and rating is not Rating.AGAIN:
            rating = Rating.GOOD  # the others were not offered, and would mean something else to FSRS
        if not self._asked.day.start <= now < self._asked.day.end:
            self._ask(self._asked.question.card.id, now)
        review = self._review(self._asked, rating, now, duration_ms)
        leech = self._leech(review)
        try:
            number = self._store.record(review, [leech] if leech else [])
        except StaleStateError:
            # another process answered the card meanwhile: this answer follows that one, neither is lost
            self._ask(review.card, now)
            return self.grade(rating, now, duration_ms)
        self._answers[number] = review
        self._previous = note_of(review.card)
        self._pending, self._asked = review, None
        if leech is None:
            return None
        assert isinstance(leech.after, Marks)
        if leech.after.suspended:
            self._queue = self._today(now).without(review.card)
        return leech.after

    def bury(self, now: int) -> None:
        """Do not show the card that is asked for the rest of the study day."""
        if self._asked is not None:
            self._put_away(acts.buried(*self._marked(), now, self._today(now).day), now)

    def suspend(self, now: int) -> None:
        """Do not show the card that is asked any more."""
        if self._asked is not None:
            self._put_away(acts.suspended(*self._marked(), now, on=True), now)

    def flag(self, now: int) -> Question | None:
        """Give the card that is asked the next flag, or none after the last; the question with it."""
        if self._asked is None:
            return None
        card, marks = self._marked()
        self._store.change([acts.flagged(card, marks, now, (marks.flag + 1) % (FLAGS + 1))])
        return self._ask(card, now)

    def _marked(self) -> tuple[str, Marks]:
        assert self._asked is not None
        card = self._asked.question.card.id
        return card, self._store.marks().get(card, UNMARKED)

    def _put_away(self, change: Change, now: int) -> None:
        self._store.change([change])
        self._queue = self._today(now).without(change.card)
        self._asked = None

    def _leech(self, review: Review) -> Change | None:
        """What a lapse brings about besides the state."""
        if review.after.lapses == review.before.lapses:
            return None
        if not acts.is_leech(review.after.lapses, self._settings.leech_lapses):
            return None
        marks = self._store.marks().get(review.card, UNMARKED)
        return acts.leeched(review.card, marks, review.at, suspend=self._settings.suspend_leeches)

    def decks_changed(self, now: int) -> Question | None:
        """Go on with the collection's decks as they are now: the card that is asked, if it is still there."""
        self._queue = None
        if self._asked and self._asked.question.card.id not in self._collection.cards:
            self._asked = None
        return self.next(now)

    def undo(self, now: int) -> Question | None:
        """Take back the last answer or act on a card of this session's decks, of any day, and ask it again.

        None when there is nothing to take back; the question then stays as it is.
        """
        undone = self._store.undo(self._is_ours, now, replay=replay)
        if undone is None:
            return None
        answer = self._answers.pop(undone.number, None)
        if answer:
            self._taken_back[undone.number] = answer
        self._queue = None
        return self._ask(self._here(undone.cards[0]), now)

    def _here(self, card: str) -> str:
        """A card as the decks call it: they may have it by its former id."""
        return card if self._holds(card) else self._store.former_names().get(card, card)

    def _is_ours(self, card: str) -> bool:
        return self._holds(self._here(card))

    def redo(self, now: int) -> bool:
        """Do again what was taken back last, as long as nothing was done since; whether there was something.

        `next` then gives the question to go on with.
        """
        done = self._store.redo(self._is_ours, now, replay=replay)
        if done is None:
            return False
        answer = self._taken_back.pop(done.number, None)
        if answer:
            self._answers[done.number] = answer
        self._queue = None
        if self._asked and self._asked.question.card.id in map(self._here, done.cards):
            self._asked = None
        return True

    def remaining(self, now: int) -> Counts:
        """What is left to study at `now`, the question that is being asked included."""
        return self._today(now).counts(now, self._settings)

    @property
    def answers(self) -> tuple[Review, ...]:
        """What was answered in this session so far, without what was taken back."""
        return tuple(self._answers.values())

    def summary(self) -> Summary:
        """What was answered in this session so far."""
        given = Counter(review.rating for review in self.answers)
        return Summary(
            given.total(),
            given[Rating.AGAIN],
            given[Rating.HARD],
            given[Rating.GOOD],
            given[Rating.EASY],
            sum(review.duration for review in self.answers),
        )

    def _today(self, now: int) -> Queue:
        """The queue, read anew when the study day has changed.

        It follows an answer when it is asked for: the answer waits for nothing that can be done later.
        """
        queue, pending = self._queue, self._pending
        if queue is None or not queue.day.start <= now < queue.day.end:
            queue = self._queued(now)
        elif pending is not None:
            queue = queue.after(pending.before, pending.after)
        self._queue, self._pending = queue, None
        return queue

    def _queued(self, now: int) -> Queue:
        if isinstance(self._deck, tuple):
            answered = {review.card for review in self._answers.values()}
            return chosen_queue(self._collection, self._deck, now, self._settings, answered)
        return self._collection.queue(self._deck, now, self._settings, self._seed)

    def _ask(self, card: str, now: int) -> Question:
        state, name = self._store.state_and_name(card)
        preset = self._preset(self._collection.deck_of(card))
        day = self._day(now)
        known = self._asked_before.get(card)
        if known and (known.question.state, known.day, known.preset) == (state, day, preset):
            outcomes, buttons = known.outcomes, known.question.buttons  # they hold for the whole day
        else:
            # chance goes by the id that the log leads to
            outcomes = fsrs6.previews(state if name == card else replace(state, card=name), now, preset)
            offered = (Rating.AGAIN, Rating.GOOD) if preset.buttons == 2 else tuple(Rating)
            buttons = tuple([Button(out.rating, out.interval) for out in outcomes if out.rating in offered])
        marks = self._store.marks().get(card, UNMARKED)
        question = Question(self._collection.cards[card], state, buttons, marks)
        self._asked = self._asked_before[card] = _Asked(question, day, preset, outcomes)
        return question

    def _day(self, now: int) -> StudyDay:
        if self._queue and self._queue.day.start <= now < self._queue.day.end:
            return self._queue.day
        return study_day(now, self._settings.utc_offset_minutes, self._settings.rollover_hour)

    def _preset(self, deck: str) -> Preset:
        """What decides about the cards of a deck; always the same one, so that it need not be compared."""
        known = self._presets.get(deck)
        if known is None:
            found = self._settings.of(deck)
            known = self._presets[deck] = next((one for one in self._presets.values() if one == found), found)
        return known

    def _review(self, asked: _Asked, rating: Rating, now: int, duration_ms: int) -> Review:
        before = asked.question.state
        after = asked.outcomes[rating - 1].apply(before, now)
        return Review(before.card, now, rating, max(0, duration_ms), before, after, asked.preset)
