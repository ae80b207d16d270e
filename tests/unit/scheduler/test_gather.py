from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.model.change import Marks
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.gather import Done, build_queue, hidden_cards
from sctui.scheduler.limits import Place
from sctui.scheduler.queue import Queue
from sctui.scheduler.settings import DeckSettings, DueOrder, Limit, NewOrder, NewPlace, StudySettings
from sctui.scheduler.study_day import study_day
from tests.small_collection import DAY, NOON

MANY = StudySettings(new_per_day=99, reviews_per_day=99)


def place_of(card: str) -> Place:
    """Cards are named `deck.topic.number`."""
    deck, topic, _ = card.split(".")
    return Place(deck.replace("/", "::"), topic.replace("+", " / "))


def learned(card: str, stability: float = 5.0, difficulty: float = 5.0, days: int = 5) -> MemoryState:
    return MemoryState(card, Phase.REVIEW, None, stability, difficulty, NOON, NOON - days * DAY, 3)


def queue_of(
    settings: StudySettings, due: str = "", new: str = "", answers: tuple[tuple[str, Phase], ...] = ()
) -> Queue:
    states = [learned(card) for card in due.split()]
    done = Done(elsewhere=answers)
    return build_queue(states, new.split(), done, settings, NOON, place_of=place_of)


def test_a_deck_s_limit_bounds_its_own_cards_and_not_its_neighbours() -> None:
    settings = replace(MANY, decks=(DeckSettings("a", Limit(new=1, reviews=2)),))
    queue = queue_of(settings, due="a.t.1 a.t.2 a.t.3 b.t.4", new="a.t.5 a.t.6 b.t.7")
    assert queue.new == ("a.t.5", "b.t.7")
    assert [card[0] for card in sorted(queue.reviews)] == ["a", "a", "b"]


def test_a_limit_bounds_what_the_decks_below_may_bring() -> None:
    decks = (
        DeckSettings("a", Limit(new=3)),
        DeckSettings("a::x", Limit(new=2)),
        DeckSettings("a::y", Limit(new=9)),
    )
    queue = queue_of(replace(MANY, decks=decks), new="a/x.t.1 a/x.t.2 a/x.t.3 a/y.t.4 a/y.t.5 a/y.t.6 b.t.7")
    assert queue.new == ("a/x.t.1", "a/x.t.2", "a/y.t.4", "b.t.7")


def test_a_deck_whose_name_only_begins_the_same_is_another_deck() -> None:
    settings = replace(MANY, decks=(DeckSettings("a", Limit(new=0)),))
    assert queue_of(settings, new="ab.t.1 a/b.t.2").new == ("ab.t.1",)


def test_topics_and_the_library_have_limits_too() -> None:
    settings = replace(MANY, topics=(DeckSettings("t", Limit(new=1)),), library=Limit(new=2))
    assert queue_of(settings, new="a.t.1 a.t+u.2 a.v.3 b.v.4").new == ("a.t.1", "a.v.3")


def test_answers_of_another_deck_use_up_the_library_s_limit() -> None:
    settings = replace(MANY, library=Limit(new=2, reviews=1), decks=(DeckSettings("b", Limit(new=0)),))
    answers = (("z.t.9", Phase.NEW), ("z.t.8", Phase.REVIEW))
    queue = queue_of(settings, due="a.t.4", new="a.t.1 a.t.2 a.t.3", answers=answers)
    assert (queue.new, queue.reviews) == (("a.t.1",), ())


def test_a_retention_holds_for_a_deck_and_those_below_unless_one_has_its_own() -> None:
    settings = StudySettings(
        decks=(DeckSettings("a", desired_retention=0.95), DeckSettings("a::b::c", desired_retention=0.8))
    )
    wanted = {deck: settings.of(deck).desired_retention for deck in ("a", "a::b", "a::b::c::d", "ab")}
    assert wanted == {"a": 0.95, "a::b": 0.95, "a::b::c::d": 0.8, "ab": 0.9}


def test_topics_of_new_cards_take_turns() -> None:
    settings = replace(MANY, new_order=NewOrder.TOPICS, new_per_day=4)
    assert queue_of(settings, new="a.t.1 a.t.2 a.t.3 a.u.4 a.v.5 a.u.6").new == (
        "a.t.1",
        "a.u.4",
        "a.v.5",
        "a.t.2",
    )


def test_new_cards_are_shuffled_once_and_for_all() -> None:
    settings = replace(MANY, new_order=NewOrder.SHUFFLED)
    new = " ".join(f"a.t.{number}" for number in range(20))
    first = queue_of(settings, new=new).new
    assert first != tuple(new.split())
    assert sorted(first) == sorted(new.split())
    assert queue_of(settings, new=new).new == first


@pytest.mark.parametrize(
    ("place", "order"),
    [(NewPlace.FIRST, "nnrr"), (NewPlace.LAST, "rrnn"), (NewPlace.MIXED, "rnrn")],
)
def test_new_cards_come_first_last_or_among_the_others(place: NewPlace, order: str) -> None:
    queue = queue_of(replace(MANY, new_place=place), due="a.r.1 a.r.2", new="a.n.3 a.n.4")
    shown = ""
    while card := queue.next_card(NOON, MANY):
        shown += card[2]
        queue = queue.after(
            MemoryState(card, Phase.NEW if card[2] == "n" else Phase.REVIEW), learned(card, days=-9)
        )
    assert shown == order


@pytest.mark.parametrize(
    ("order", "shown"),
    [
        (DueOrder.RETRIEVABILITY, ["a.t.weak", "a.t.hard", "a.t.firm"]),
        (DueOrder.SAVEABLE, ["a.t.firm", "a.t.hard", "a.t.weak"]),
        (DueOrder.DIFFICULTY, ["a.t.hard", "a.t.firm", "a.t.weak"]),
        (DueOrder.SHORT, ["a.t.hard", "a.t.weak", "a.t.firm"]),
    ],
)
def test_due_cards_come_in_the_order_that_was_chosen(order: DueOrder, shown: list[str]) -> None:
    states = [
        learned("a.t.firm", stability=90, difficulty=5, days=30),
        learned("a.t.weak", stability=2, difficulty=4, days=20),
        learned("a.t.hard", stability=9, difficulty=9, days=10),
    ]
    queue = build_queue(states, (), Done(), replace(MANY, due_order=order), NOON, place_of=place_of)
    assert list(queue.reviews) == shown


def test_topics_are_kept_apart() -> None:
    settings = replace(MANY, interleave_topics=True)
    queue = queue_of(settings, new="a.t.1 a.t.2 a.t.3 a.t.4 a.u.5 a.u.6")
    assert [card[2] for card in queue.new] == ["t", "u", "t", "t", "u", "t"]


def test_siblings_come_on_one_day_when_they_may() -> None:
    settings = replace(MANY, bury_siblings=False)
    assert queue_of(settings, new="a.t.1#1 a.t.1#2").new == ("a.t.1#1", "a.t.1#2")


def test_suspended_and_buried_cards_are_hidden() -> None:
    today = study_day(NOON, 0, 4)
    marks = {
        "suspended": Marks(suspended=True),
        "buried": Marks(buried_until=today.number + 1),
        "back": Marks(buried_until=today.number),
        "flagged": Marks(flag=1, leech=True),
    }
    assert hidden_cards(marks, today) == {"suspended", "buried"}


names = st.sampled_from(
    [f"{deck}.{topic}.{n}" for deck in ("a", "a/b", "c") for topic in ("t", "t+u") for n in range(6)]
)
limits = st.builds(Limit, st.none() | st.integers(0, 4), st.none() | st.integers(0, 4))


@given(
    st.lists(names, unique=True),
    st.sets(names),
    st.builds(
        StudySettings,
        new_per_day=st.integers(0, 9),
        reviews_per_day=st.integers(0, 9),
        library=limits,
        decks=st.tuples(
            st.builds(DeckSettings, st.just("a"), limits), st.builds(DeckSettings, st.just("a::b"), limits)
        ),
        topics=st.tuples(st.builds(DeckSettings, st.just("t / u"), limits)),
        interleave_topics=st.booleans(),
        new_order=st.sampled_from(NewOrder),
        due_order=st.sampled_from(DueOrder),
    ),
)
def test_no_limit_is_passed_and_no_card_is_invented(
    cards: list[str], due: set[str], settings: StudySettings
) -> None:
    new = [card for card in cards if card not in due]
    queue = build_queue(map(learned, due), new, Done(), settings, NOON, place_of=place_of)
    assert set(queue.new) <= set(new)
    assert set(queue.reviews) <= due
    for shown, amount, kind in (
        (queue.new, settings.new_per_day, "new"),
        (queue.reviews, settings.reviews_per_day, "reviews"),
    ):
        assert len(shown) == len(set(shown)) <= amount
        bounds = [
            (settings.library, shown),
            (settings.decks[0].limit, [card for card in shown if card[0] == "a"]),
            (settings.decks[1].limit, [card for card in shown if card.startswith("a/b")]),
            (settings.topics[0].limit, [card for card in shown if ".t+u." in card]),
        ]
        for limit, bounded in bounds:
            most = getattr(limit, kind)
            assert most is None or len(bounded) <= most
