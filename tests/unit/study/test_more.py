from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.review import Phase, Rating, Review
from sctui.scheduler.replay import replay
from sctui.scheduler.settings import StudySettings
from sctui.store.history import history
from sctui.study.cram import CramSession
from sctui.study.forgetting import forgetting
from sctui.study.more import Way, offers
from sctui.study.session import StudySession
from sctui.study.session_report import TopicReport, session_report
from tests.small_collection import DAY, MINUTE, NOON, basic, collection_of

SETTINGS = StudySettings(fuzz_seed=None)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    notes = (
        replace(note, topic=("heart" if note.id in "ab" else "lung",)) for note in basic("a", "b", "c", "d")
    )
    made = collection_of(tmp_path, {"organs": tuple(notes)})
    yield made
    made.close()


def studied(collection: Collection, *cards: str, rating: Rating = Rating.EASY, at: int = NOON) -> None:
    for card in cards:
        session = StudySession(collection, (card,), SETTINGS)
        session.next(at)
        session.grade(rating, at, 4000)


def test_what_comes_new_cards_weak_topics_and_cramming_are_offered(collection: Collection) -> None:
    studied(collection, "a", "c", at=NOON - 5 * DAY)
    studied(collection, "b", at=NOON)
    found = offers(collection, collection.store, "organs", NOON, SETTINGS)
    told = {(offer.way, offer.topic): offer.cards for offer in found}
    assert set(told[Way.AHEAD, ""]) == {"a", "c"}  # due after eight days, of which five have gone
    assert told[Way.AHEAD, "heart"] == ("a",)
    assert told[Way.NEW, ""] == ("d",)
    assert [offer.topic for offer in found if offer.way is Way.WEAK] == ["lung", "heart"]
    assert set(told[Way.CRAM, ""]) == {"a", "b", "c"}
    assert told[Way.CRAM, ""][-1] == "b"  # answered today: the last to be crammed
    assert offers(collection, collection.store, ("d",), NOON, SETTINGS)[0].cards == ("d",)


def test_what_the_limits_of_the_day_hold_back_is_offered(collection: Collection) -> None:
    studied(collection, "a", "b", "c", at=NOON - 40 * DAY)
    settings = replace(SETTINGS, reviews_per_day=1, new_per_day=0)
    session = StudySession(collection, "organs", settings)
    asked = session.next(NOON)
    assert asked
    session.grade(Rating.EASY, NOON, 1000)
    assert session.next(NOON) is None
    found = offers(collection, collection.store, "organs", NOON, settings)
    assert found[0].way is Way.HELD
    assert set(found[0].cards) == {"a", "b", "c"} - {asked.card.id}


def test_where_there_is_nothing_nothing_is_offered(tmp_path: Path) -> None:
    empty = collection_of(tmp_path, {})
    assert offers(empty, empty.store, None, NOON, SETTINGS) == []


def test_cramming_leaves_no_trace_and_asks_until_each_is_known(collection: Collection) -> None:
    studied(collection, "a", "b", at=NOON - DAY)
    before, states = collection.store.log(), collection.store.due_before(NOON * 2)
    session = CramSession(collection, ("a", "b"), SETTINGS)
    asked = []
    for rating in (Rating.AGAIN, Rating.GOOD, Rating.GOOD):
        question = session.next(NOON)
        assert question is not None
        assert [button.rating for button in question.buttons] == [Rating.AGAIN, Rating.GOOD]
        asked.append(question.card.id)
        session.grade(rating, NOON, 1000)
    assert asked == ["a", "b", "a"]
    assert session.next(NOON) is None
    assert (session.summary().reviews, session.summary().again) == (3, 1)
    again = session.undo(NOON)
    assert again is not None
    assert again.card.id == "a"
    assert collection.store.log() == before
    assert collection.store.due_before(NOON * 2) == states
    assert replay(before) == {state.card: state for state in states}


def test_a_report_tells_topics_and_what_was_hard(collection: Collection) -> None:
    studied(collection, "a", at=NOON - 9 * DAY)
    session = StudySession(collection, None, SETTINGS)
    for number, rating in enumerate((Rating.AGAIN, Rating.EASY, Rating.EASY, Rating.EASY, Rating.GOOD)):
        if session.next(NOON + number * 11 * MINUTE):
            session.grade(rating, NOON + number * 11 * MINUTE, 1000)
    report = session_report(session.answers, lambda card: collection.place_of(card).topic)
    assert (report.asked, report.kept) == (1, 0)
    assert report.hard == (("a", 1),)
    assert report.topics[0].topic == "heart"
    assert sum(topic.answers for topic in report.topics) == len(session.answers)
    assert TopicReport("lung", 2, 2) in report.topics


def test_the_history_of_a_card_and_how_it_is_forgotten(collection: Collection) -> None:
    studied(collection, "a", "b", at=NOON - 10 * DAY)
    studied(collection, "a", at=NOON - 2 * DAY)
    log = history(collection.store.path, "a")
    assert [entry.at for entry in log if isinstance(entry, Review)] == [NOON - 10 * DAY, NOON - 2 * DAY]
    first, last = forgetting(log, NOON, SETTINGS.preset)
    assert first.recall[0] == 1
    assert first.moments[-1] == last.moments[0] == NOON - 2 * DAY
    assert 0.85 < first.recall[-1] < 1
    assert last.moments[-1] > (collection.store.state("a").due or 0)
    assert collection.store.state("a").phase is Phase.REVIEW
    assert history(collection.store.path, "never") == []
