"""Answers given in Anki, and how its cards stand -> entries for our log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sctui.anki.foreign import ForeignCard, ForeignCollection, ForeignReview
from sctui.model.change import UNMARKED, Change, ChangeKind, Marks
from sctui.model.review import MemoryState, Rating, Review
from sctui.scheduler.fsrs6 import review as reviewed
from sctui.scheduler.study_day import DAY
from sctui.transfer.answers import unknown_answers
from sctui.transfer.foreign_state import Places, marks_of, state_of


@dataclass(slots=True)
class Histories:
    """What is to be logged, and how many answers of the package were here already or lie in the future."""

    reviews: list[Review] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    known: int = 0
    future: int = 0


@dataclass(slots=True)
class _Card:
    """What our log says of a card: answers, the state they left it in, marks, and when those were set."""

    answers: list[Review] = field(default_factory=list)
    state: MemoryState | None = None
    marks: Marks = UNMARKED
    marked: int = 0


def histories(
    collection: ForeignCollection,
    cards: Mapping[tuple[str, int], str],
    log: Iterable[Review | Change],
    states: Mapping[str, MemoryState],
    places: Places,
    now: int,
) -> Histories:
    """What is new in a collection about the cards that are ours.

    Where Anki has the last answer to a card, the card stands as it does there; where we have it, as the
    answers of both lead to, in the order of their times.

    Args:
        collection: what was read.
        cards: the id here of each card there.
        log: what stands in our log about them.
        states: the states that they have here, where they have one.
        places: see there.
        now: UTC ms.
    """
    here = _sorted(log)
    found = Histories()
    for foreign in (*collection.cards, *_unmarked_there(collection, cards, here)):
        name = cards.get((foreign.guid, foreign.ord))
        if name is None:
            continue
        answers = collection.reviews.get((foreign.guid, foreign.ord), [])
        own = here.get(name) or _Card()
        own.state = states.get(name)
        if own.state is None and foreign.type == 0 and not answers:
            _mark(found, name, foreign, own, now)
            continue
        past = [answer for answer in answers if answer.at <= now + DAY]
        new = unknown_answers(past, own.answers)
        found.future += len(answers) - len(past)
        found.known += len(past) - len(new)
        _bring(found, name, foreign, own, new, places, now)
        _mark(found, name, foreign, own, now)
    found.reviews.sort(key=lambda review: review.at)
    return found


def _unmarked_there(
    collection: ForeignCollection, cards: Mapping[tuple[str, int], str], here: Mapping[str, _Card]
) -> Iterator[ForeignCard]:
    """Cards that are as new ones are there, and marked here."""
    marked = {name for name, card in here.items() if card.marks != UNMARKED}
    other = {(card.guid, card.ord) for card in collection.cards} if marked else ()
    for (guid, ord_), name in cards.items() if marked else ():
        if name in marked and (guid, ord_) not in other:
            yield ForeignCard(guid, ord_, 0, 0, 0, 0, 0, 0, 0, 0, 0, collection.ords[guid][ord_])


def _sorted(log: Iterable[Review | Change]) -> dict[str, _Card]:
    here: dict[str, _Card] = {}
    for entry in log:
        card = here.setdefault(entry.card, _Card())
        if isinstance(entry, Review):
            card.answers.append(entry)
        elif isinstance(entry.after, Marks):
            card.marks, card.marked = entry.after, entry.at
    return here


def _bring(
    found: Histories,
    name: str,
    foreign: ForeignCard,
    own: _Card,
    new: Sequence[ForeignReview],
    places: Places,
    now: int,
) -> None:
    state = own.state or MemoryState(name)
    for answer in new:
        rating = Rating(answer.rating)
        after = reviewed(state, rating, answer.at, places.preset)
        found.reviews.append(Review(name, answer.at, rating, answer.duration, state, after, places.preset))
        state = after
    wanted = state
    if own.answers and new and new[-1].at < max(one.at for one in own.answers):
        wanted = _in_order(name, own.answers, new, places)
    elif new or not (own.answers or own.state):
        wanted = state_of(foreign, state, places)
    if wanted == state:
        return
    kind = ChangeKind.BROUGHT if wanted.reps else ChangeKind.RESET
    found.changes.append(Change(name, now, kind, state, wanted))


def _in_order(name: str, own: Sequence[Review], new: Sequence[ForeignReview], places: Places) -> MemoryState:
    """The state that the answers of both programs lead to."""
    every = [(one.at, one.rating, one.preset or places.preset) for one in own]
    every += [(one.at, Rating(one.rating), places.preset) for one in new]
    state = MemoryState(name)
    for at, rating, preset in sorted(every, key=lambda one: one[0]):
        state = reviewed(state, rating, at, preset)
    return state


def _mark(found: Histories, name: str, foreign: ForeignCard, own: _Card, now: int) -> None:
    """Suspension and flag, unless they were changed here since they were there."""
    wanted = marks_of(foreign, own.marks)
    if wanted == own.marks or own.marked > foreign.changed * 1000:
        return
    between = replace(own.marks, suspended=wanted.suspended)
    if between != own.marks:
        kind = ChangeKind.SUSPEND if wanted.suspended else ChangeKind.UNSUSPEND
        found.changes.append(Change(name, now, kind, own.marks, between))
    if wanted != between:
        found.changes.append(Change(name, now, ChangeKind.FLAG, between, wanted))
