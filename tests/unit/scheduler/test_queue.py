from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.model.review import MemoryState, Phase
from sctui.scheduler.gather import Done, build_queue
from sctui.scheduler.queue import Counts, Queue, note_of
from sctui.scheduler.settings import StudySettings
from tests.small_collection import DAY, MINUTE, NOON

SETTINGS = StudySettings()


def learning(card: str, due: int) -> MemoryState:
    return MemoryState(card, Phase.LEARNING, 0, 2.0, 5.0, due, due - MINUTE, 1)


def learned(card: str, due: int = NOON - DAY) -> MemoryState:
    return MemoryState(card, Phase.REVIEW, None, 5.0, 5.0, due, due - 5 * DAY, 3)


def queue_of(
    *due: MemoryState, new: str = "", done: Done | None = None, settings: StudySettings = SETTINGS
) -> Queue:
    return build_queue(due, new.split(), done or Done(), settings, NOON)


def played(queue: Queue, settings: StudySettings = SETTINGS) -> list[str]:
    """The cards in the order they are shown, when every answer sends its card to another day."""
    shown: list[str] = []
    previous = ""
    while card := queue.next_card(NOON, settings, previous):
        phase = Phase.NEW if card in queue.new else Phase.REVIEW
        if any(state.card == card for state in queue.learning):
            phase = Phase.LEARNING
        queue = queue.after(MemoryState(card, phase), learned(card, NOON + 3 * DAY))
        shown.append(card)
        previous = note_of(card)
    return shown


def test_learning_comes_first_then_reviews_then_new() -> None:
    queue = queue_of(learned("review"), learning("step", NOON - MINUTE), new="new")
    assert played(queue) == ["step", "review", "new"]


def test_new_cards_lie_at_even_distances_among_reviews() -> None:
    queue = queue_of(*(learned(f"r{i}") for i in range(9)), new="n1 n2")
    assert [card[0] for card in played(queue)] == list("rrrnrrrnrrr")


def test_more_new_cards_than_reviews_are_mixed_too() -> None:
    queue = queue_of(learned("r1"), learned("r2"), new="n1 n2 n3 n4 n5 n6")
    assert [card[0] for card in played(queue)] == list("rnnnrnnn")


def test_the_mix_goes_on_where_it_was_left() -> None:
    queue = queue_of(*(learned(f"r{i}") for i in range(3)), new="n2", done=Done(reviews=6, new=1))
    assert [card[0] for card in played(queue)] == list("nrrr")


def test_new_cards_keep_the_order_of_the_decks() -> None:
    assert played(queue_of(new="z y x a")) == ["z", "y", "x", "a"]


def test_the_longest_overdue_day_comes_first() -> None:
    queue = queue_of(learned("late", NOON - DAY), learned("later", NOON - 9 * DAY), learned("now", NOON))
    assert played(queue) == ["later", "late", "now"]


def test_reviews_of_one_day_are_shuffled_by_the_seed() -> None:
    states = [learned(f"card-{i}", NOON - DAY + i) for i in range(20)]
    orders = {build_queue(states, (), Done(), SETTINGS, NOON, seed).reviews for seed in (1, 2, 1)}
    assert len(orders) == 2
    assert all(sorted(order) == sorted(state.card for state in states) for order in orders)


def test_a_review_due_later_today_is_due_now() -> None:
    assert queue_of(learned("tonight", NOON + 10 * 60 * MINUTE)).reviews == ("tonight",)


def test_a_review_due_tomorrow_waits() -> None:
    assert played(queue_of(learned("tomorrow", NOON + DAY))) == []


def test_limits_count_what_was_done_today() -> None:
    queue = queue_of(
        *(learned(f"r{i}") for i in range(5)),
        new="n1 n2 n3",
        done=Done(new=1, reviews=2),
        settings=StudySettings(new_per_day=2, reviews_per_day=4),
    )
    assert queue.counts(NOON, SETTINGS) == Counts(new=1, learning=0, due=2)


@pytest.mark.parametrize("done", [Done(new=9), Done(new=3)])
def test_a_limit_that_is_used_up_leaves_nothing(done: Done) -> None:
    assert queue_of(new="n1 n2", done=done, settings=StudySettings(new_per_day=3)).new == ()


def test_learning_is_never_limited() -> None:
    queue = queue_of(
        learning("step", NOON), new="n", settings=StudySettings(new_per_day=0, reviews_per_day=0)
    )
    assert played(queue) == ["step"]


def test_siblings_wait_for_another_day() -> None:
    assert played(queue_of(learned("a#2"), learned("a#1", NOON - 3 * DAY), new="a#3 b#1 b#2")) == [
        "a#1",
        "b#1",
    ]


def test_siblings_of_what_was_studied_today_wait() -> None:
    assert played(queue_of(learned("a#1"), new="a#3 b#1", done=Done(frozenset({"a"})))) == ["b#1"]


def test_siblings_of_a_card_in_learning_wait() -> None:
    assert played(queue_of(learning("a#1", NOON), learned("a#2"), new="a#3")) == ["a#1"]


def test_two_siblings_in_learning_do_not_follow_each_other() -> None:
    queue = queue_of(
        learning("a#1", NOON - 3 * MINUTE), learning("a#2", NOON - 2 * MINUTE), learning("b", NOON - MINUTE)
    )
    assert played(queue) == ["a#1", "b", "a#2"]


def test_a_learning_card_is_shown_ahead_only_when_nothing_else_is_left() -> None:
    queue = queue_of(learning("step", NOON + 5 * MINUTE), learned("review"))
    assert played(queue) == ["review", "step"]


def test_a_learning_card_beyond_the_learn_ahead_time_is_not_shown() -> None:
    queue = queue_of(learning("step", NOON + 21 * MINUTE))
    assert queue.counts(NOON, SETTINGS) == Counts()
    assert queue.next_card(NOON, SETTINGS) is None
    assert queue.next_card(NOON + MINUTE, SETTINGS) == "step"


def test_an_answered_card_moves_into_learning_and_out_again() -> None:
    queue = queue_of(new="a b")
    begun = queue.after(MemoryState("a"), learning("a", NOON + MINUTE))
    assert begun.counts(NOON, SETTINGS) == Counts(new=1, learning=1, due=0)
    finished = begun.after(learning("a", NOON + MINUTE), learned("a", NOON + 3 * DAY))
    assert finished.counts(NOON, SETTINGS) == Counts(new=1, learning=0, due=0)


def test_new_cards_are_read_no_further_than_the_limit() -> None:
    cards = (f"card-{number}" for number in count())
    assert len(build_queue((), cards, Done(), SETTINGS, NOON).new) == 20
    assert next(cards) in {"card-20", "card-21"}


states = st.builds(
    lambda card, phase, hours: MemoryState(card, phase, 0, 2.0, 5.0, NOON + hours * 60 * MINUTE, NOON, 1),
    st.sampled_from([f"{note}#{gap}" for note in "abcdefgh" for gap in (1, 2)]),
    st.sampled_from([Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING]),
    st.integers(min_value=-100, max_value=100),
)


@given(
    st.lists(states, unique_by=lambda state: state.card),
    st.lists(st.sampled_from([f"{note}#{gap}" for note in "ijklmn" for gap in (1, 2)]), unique=True),
    st.builds(Done, new=st.integers(0, 5), reviews=st.integers(0, 5)),
    st.sampled_from(["", "a", "b", "i"]),
)
def test_nothing_is_left_exactly_when_nothing_is_shown(
    due: list[MemoryState], new: list[str], done: Done, previous: str
) -> None:
    settings = StudySettings(new_per_day=4, reviews_per_day=6)
    queue = build_queue(due, new, done, settings, NOON)
    shown = queue.next_card(NOON, settings, previous)
    assert (queue.counts(NOON, settings).total == 0) == (shown is None)
    assert shown is None or shown in {*new, *(state.card for state in due)}
