"""Statistics against logs small enough to be counted by hand."""

from dataclasses import replace
from math import log, sqrt
from pathlib import Path
from random import Random
from sqlite3 import Connection
from typing import cast

import pytest

from sctui.collection import Collection
from sctui.model.change import UNMARKED, Change, ChangeKind
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.model.statistics import Calibration, DayCount, Recall, Week
from sctui.scheduler.acts import suspended
from sctui.scheduler.exam import Costs
from sctui.scheduler.memory import memory_of
from sctui.scheduler.replay import replay
from sctui.scheduler.settings import StudySettings
from sctui.store import sums
from sctui.store.database import connect
from sctui.store.sums import StoppedError
from sctui.study.parts import parts_of
from sctui.study.session import StudySession
from sctui.study.statistics import Statistics
from tests.small_collection import DAY, HOUR_MS, MINUTE, NOON, basic, collection_of

SETTINGS = StudySettings(fuzz_seed=None)
TODAY = NOON // DAY
MONDAY = TODAY  # 16 June 2025


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    made = collection_of(
        tmp_path,
        {
            "heart": tuple(replace(note, topic=("heart", note.id)) for note in basic("a", "b")),
            "lung": tuple(replace(note, topic=("lung",)) for note in basic("c", "d")),
        },
    )
    made.store.ensure()
    return made


def told(collection: Collection, *, now: int = NOON, since: int = 0) -> Statistics:
    return Statistics(collection, parts_of(collection), SETTINGS, now, since)


def answer(
    collection: Collection,
    card: str,
    at: int,
    rating: Rating = Rating.GOOD,
    *,
    stability: float = 10.0,
    days: int = 10,
    ms: int = 5000,
) -> None:
    """Log an answer after which the card has some stability and comes back after some days."""
    before = collection.store.state(card)
    after = MemoryState(card, Phase.REVIEW, None, stability, 5.0, at + days * DAY, at, before.reps + 1)
    collection.store.record(Review(card, at, rating, ms, before, after, SETTINGS.preset))


def test_days_count_answers_from_rollover_to_rollover(collection: Collection) -> None:
    answer(collection, "a", NOON - DAY)
    answer(collection, "b", NOON - 9 * HOUR_MS, ms=300_000)  # 3 at night: still the day before
    answer(collection, "a", NOON, Rating.AGAIN)
    assert told(collection).days() == [
        DayCount(TODAY - 1, 2, 2, 0, 125_000),  # a pause counts for two minutes
        DayCount(TODAY, 1, 0, 1, 5000),
    ]


def test_answers_taken_back_do_not_count_until_they_are_given_again(collection: Collection) -> None:
    answer(collection, "a", NOON - 10 * DAY)
    answer(collection, "a", NOON, Rating.AGAIN)
    assert told(collection).recall()[1].total.answers == 1
    collection.store.undo(lambda _: True, NOON, replay=replay)
    assert [day.day for day in told(collection).days()] == [TODAY - 10]
    assert told(collection).recall() == ([], Calibration((Recall(),) * 20))
    collection.store.redo(lambda _: True, NOON, replay=replay)
    assert told(collection).recall()[1].total.answers == 1


def test_recall_is_told_by_week_and_maturity(collection: Collection) -> None:
    answer(collection, "a", NOON - 40 * DAY, stability=30, days=30)
    answer(collection, "b", NOON - 12 * DAY, stability=12, days=12)
    answer(collection, "b", NOON - 12 * DAY + MINUTE, stability=12, days=12)  # the same day tells nothing
    answer(collection, "a", NOON - 10 * DAY)  # 30 days later, put off for 30: mature
    answer(collection, "b", NOON, Rating.AGAIN)  # 12 days later: young
    weeks, calibration = told(collection).recall()
    assert [(week.monday, week.young.answers, week.mature.answers) for week in weeks] == [
        (MONDAY - 14, 0, 1),  # the tenth day before a Monday is a Friday
        (MONDAY, 1, 0),
    ]
    # what comes back after as many days as its stability is recalled with 90 %
    assert weeks[0].mature.share == 1
    assert weeks[0].mature.predicted == pytest.approx(0.9)
    assert weeks[1].young == Recall(1, 0, near(0.9), near(-log(0.1)))
    assert calibration.total.log_loss == pytest.approx((-log(0.9) - log(0.1)) / 2)
    assert calibration.rmse == pytest.approx(0.4)  # one of two recalled where 90 % were expected


def test_only_recall_since_a_day_counts(collection: Collection) -> None:
    for at in (NOON - 20 * DAY, NOON - 10 * DAY, NOON):
        answer(collection, "a", at)
    statistics = told(collection, since=TODAY - 9)
    assert statistics.recall()[1].total.answers == 1
    assert [topic.answers for topic in statistics.topics()] == [1, 1]
    assert len(statistics.days()) == 3  # a streak has no beginning but its own


def test_rmse_weighs_bins_by_their_answers() -> None:
    bins = (Recall(1, 1, 0.5, 0.0), Recall(3, 3, 3 * 0.9, 0.0))
    assert Calibration(bins).rmse == pytest.approx(sqrt((0.5**2 + 3 * 0.1**2) / 4))


def test_what_a_state_set_by_hand_foretells_counts(collection: Collection) -> None:
    answer(collection, "a", NOON - 40 * DAY, stability=5, days=5)
    before = collection.store.state("a")
    after = replace(before, stability=40.0, due=NOON)
    collection.store.change([Change("a", NOON - DAY, ChangeKind.FITTED, before, after)])
    answer(collection, "a", NOON)
    (week,) = told(collection).recall()[0]
    assert week == Week(MONDAY, Recall(), Recall(1, 1, near(0.9), near(-log(0.9))))


def test_sums_agree_with_the_log_read_answer_by_answer(collection: Collection) -> None:
    chance = Random(7)  # noqa: S311 -- a made-up log
    session = StudySession(collection, None, SETTINGS)
    now = NOON - 300 * DAY
    while now < NOON:
        if session.next(now) is None:
            now += DAY
            continue
        session.grade(chance.choice((Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD)), now, 9000)
        if chance.random() < 0.2:
            session.undo(now)
        now += chance.choice((MINUTE, 20 * MINUTE, DAY))
    expected = Recall()
    memory = memory_of(SETTINGS.parameters)
    for review in collection.store.reviews():
        before = review.before
        elapsed = (review.at - 4 * HOUR_MS) // DAY - ((before.last_review or 0) - 4 * HOUR_MS) // DAY
        if before.stability is not None and elapsed:
            recalled = review.rating > Rating.AGAIN
            chances = memory.retrievability(before.stability, elapsed)
            expected += Recall(1, int(recalled), chances, -log(chances if recalled else 1 - chances))
    statistics = told(collection)
    total = statistics.recall()[1].total
    assert expected.answers > 20
    assert (total.answers, total.recalled) == (expected.answers, expected.recalled)
    assert (total.predicted, total.loss) == pytest.approx((expected.predicted, expected.loss))
    assert sum(day.answers for day in statistics.days()) == len(collection.store.reviews())


def test_the_forecast_knows_what_is_overdue_and_what_does_not_come(collection: Collection) -> None:
    answer(collection, "a", NOON - 20 * DAY, days=10)
    answer(collection, "b", NOON, days=1)
    answer(collection, "c", NOON, days=1)
    answer(collection, "gone", NOON, days=1)  # left the decks
    collection.store.change([suspended("c", UNMARKED, NOON, on=True)])
    assert told(collection).forecast(3) == [1, 1, 0]


def test_memories_are_sorted_into_bins(collection: Collection) -> None:
    answer(collection, "a", NOON - 10 * DAY, stability=10)
    answer(collection, "b", NOON, stability=800)
    memories = told(collection).memories()
    assert dict(zip(memories.stability.lows, memories.stability.cards, strict=True))[7] == 1
    assert memories.stability.cards[-1] == 1
    assert dict(zip(memories.difficulty.lows, memories.difficulty.cards, strict=True))[5] == 2
    assert memories.retrievability.cards == (0, 0, 0, 0, 0, 0, 0, 0, 0, 2)


def test_topics_come_weakest_first_with_all_below_them(collection: Collection) -> None:
    for card, rating in (("a", Rating.AGAIN), ("b", Rating.GOOD), ("c", Rating.GOOD)):
        answer(collection, card, NOON - 10 * DAY)
        answer(collection, card, NOON, rating)
    topics = {topic.topic: topic for topic in told(collection).topics()}
    assert list(topics) == ["heart / a", "heart", "lung", "heart / b"]
    assert topics["heart"].recall.answers == 2
    assert topics["heart"].recall.share == 0.5
    assert (topics["heart"].cards, topics["heart"].answers, topics["heart"].ms) == (2, 4, 20_000)
    assert topics["lung"].mastery == pytest.approx(0.5)  # one of two cards, answered today
    assert (topics["lung"].cards, topics["lung"].studied) == (2, 1)


def test_a_choice_of_cards_is_told_of_alone(collection: Collection) -> None:
    answer(collection, "a", NOON)
    answer(collection, "c", NOON - DAY)
    parts = parts_of(collection).among(collection.cards_in("lung"))
    chosen = Statistics(collection, parts, SETTINGS, NOON, whole_log=False)
    assert [day.day for day in chosen.days()] == [TODAY - 1]
    assert [topic.topic for topic in chosen.topics()] == ["lung"]
    assert sum(chosen.forecast(20)) == 1


def test_the_pace_is_that_of_a_card_a_day_once_there_are_enough(collection: Collection) -> None:
    answer(collection, "a", NOON, ms=60_000)
    assert told(collection).pace() == Costs()
    for day in range(40):
        answer(collection, "b", NOON - (40 - day) * DAY, ms=2000)
        answer(collection, "b", NOON - (40 - day) * DAY + MINUTE, ms=3000)
    assert told(collection).pace() == Costs(review=5.0)


def test_where_nothing_was_studied_everything_is_empty(tmp_path: Path) -> None:
    collection = collection_of(tmp_path, {"one": basic("a")})
    statistics = told(collection)
    assert statistics.days() == [] == statistics.topics()
    assert statistics.forecast(2) == [0, 0]
    assert not sum(statistics.memories().stability.cards)
    assert not (tmp_path / "collection.db").exists()


def test_sums_work_where_sqlite_has_no_mathematics(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(collection, "a", NOON - 10 * DAY)
    answer(collection, "a", NOON)
    before = told(collection).recall()

    def without(path: Path) -> Connection:
        connection = connect(path)
        for name, takes in (("pow", 2), ("ln", 1)):
            connection.create_function(name, takes, None)
        return connection

    monkeypatch.setattr(sums, "connect", without)
    weeks, calibration = told(collection).recall()
    assert calibration.total.loss == pytest.approx(before[1].total.loss)
    assert len(weeks) == 1


def test_reading_can_be_stopped(collection: Collection) -> None:
    answer(collection, "a", NOON)
    statistics = told(collection)
    connection = statistics._sums._connection
    assert connection is not None
    connection.set_progress_handler(statistics.stop, 1)
    with pytest.raises(StoppedError):
        statistics.days()
    connection.set_progress_handler(None, 1)
    assert statistics.days()  # it can be read again


def near(number: float) -> float:
    """For comparing floats within tuples."""
    return cast("float", pytest.approx(number))
