"""The queue of cards that the learner chose one by one: those of a study record, say, or of a mechanism."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from sctui.collection import Collection
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.gather import hidden_cards
from sctui.scheduler.queue import Queue, note_of
from sctui.scheduler.settings import NewPlace, StudySettings
from sctui.scheduler.study_day import StudyDay, study_day


def chosen_queue(
    collection: Collection,
    cards: Sequence[str],
    now: int,
    settings: StudySettings,
    answered: Container[str] = (),
) -> Queue:
    """What is left of chosen cards at `now` (UTC ms): due and new ones, then the rest ahead of time.

    The day's limits and buried siblings do not count here, since the learner asked for just these cards; but
    the first cards of all notes come before their siblings. Suspended and buried ones do not come.

    Args:
        collection: the decks and what is known of their cards.
        cards: the ids of the chosen cards, in their order.
        now: the moment, UTC ms.
        settings: learn-ahead and the hour at which a day begins.
        answered: cards answered in this session; they come again only as their learning steps ask.
    """
    day = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    hidden = hidden_cards(collection.store.marks(), day)
    states = [collection.store.state(card) for card in _siblings_last(cards) if card not in hidden]
    learning = [state for state in states if _in_steps(state, day)]
    soon = now + settings.learn_ahead * 1000
    waiting = [state for state in learning if _due(state) > soon and state.card not in answered]
    known = {state.card for state in waiting}
    in_steps = {state.card for state in learning}
    left = [state for state in states if state.card not in in_steps and state.card not in answered]
    due = [s.card for s in left if s.phase is not Phase.NEW and _due(s) < day.end]
    ahead = [s.card for s in left if s.phase is not Phase.NEW and _due(s) >= day.end]
    return Queue(
        day,
        tuple(sorted((s for s in learning if s.card not in known), key=lambda s: (_due(s), s.card))),
        (*due, *(state.card for state in waiting), *ahead),
        tuple(state.card for state in left if state.phase is Phase.NEW),
        0,
        0,
        NewPlace.FIRST if waiting or ahead else NewPlace.MIXED,  # none of them behind what is not due
    )


def _siblings_last(cards: Sequence[str]) -> list[str]:
    """The cards in their order, but the second of a note behind the first of every note, and so on."""
    seen: Counter[str] = Counter()

    def ranked() -> Iterator[tuple[int, str]]:
        for card in dict.fromkeys(cards):
            seen[note_of(card)] += 1
            yield seen[note_of(card)], card

    return [card for _, card in sorted(ranked(), key=lambda ranked_card: ranked_card[0])]


def _in_steps(state: MemoryState, day: StudyDay) -> bool:
    return state.phase in (Phase.LEARNING, Phase.RELEARNING) and _due(state) < day.end


def _due(state: MemoryState) -> int:
    return 0 if state.due is None else state.due
