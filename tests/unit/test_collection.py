from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.errors import HomeError
from sctui.model.review import Rating
from sctui.scheduler.limits import Place
from sctui.scheduler.queue import Counts
from sctui.scheduler.settings import StudySettings
from sctui.store.store import Store
from sctui.study.session import StudySession
from tests.small_collection import DAY, NOON, basic, cloze, collection_of, library_of

SETTINGS = StudySettings()
DECKS = {"cells": basic("a", "b"), "cells::sources": basic("c"), "trials::phase": (cloze("t", 2),)}

DECK = """\
deck: cells
language: en
cards:
  - id: source
    front: Where does it come from?
    back: From the cord.
"""


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = collection_of(tmp_path, DECKS)
    yield collection
    collection.close()


def answer(collection: Collection, deck: str, *ratings: Rating, now: int = NOON) -> None:
    session = StudySession(collection, deck, SETTINGS)
    for rating in ratings:
        assert session.next(now)
        session.grade(rating, now, 100)


def test_cards_are_found_by_id_in_the_order_of_the_decks(collection: Collection) -> None:
    assert list(collection.cards) == ["a", "b", "c", "t#1", "t#2"]
    assert collection.cards["t#2"].back == "gap 2"
    assert collection.deck_of("c") == "cells::sources"
    assert list(collection.cards_in("cells")) == ["a", "b", "c"]
    assert collection.within("cells")("c")
    assert not collection.within(None)("gone")


def test_a_deck_is_not_below_one_whose_name_it_only_begins_with(tmp_path: Path) -> None:
    collection = collection_of(tmp_path, {"cell": basic("a"), "cells": basic("b")})
    assert list(collection.cards_in("cell")) == ["a"]
    assert not collection.within("cell")("b")
    collection.close()


def test_cards_count_in_their_deck_and_in_those_above(collection: Collection) -> None:
    assert collection.counts(NOON, SETTINGS) == {
        "cells": Counts(new=3),
        "cells::sources": Counts(new=1),
        "trials": Counts(new=1),
        "trials::phase": Counts(new=1),
    }


def test_counts_follow_what_is_studied(collection: Collection) -> None:
    answer(collection, "cells", Rating.GOOD, Rating.EASY)
    assert collection.counts(NOON, SETTINGS)["cells"] == Counts(new=1, learning=1)
    later = collection.counts(NOON + 30 * DAY, SETTINGS)
    assert later["cells"] == Counts(new=1, learning=1, due=1)
    assert later["cells::sources"] == Counts(new=1)


def test_a_card_is_new_again_when_its_first_answer_is_taken_back(tmp_path: Path) -> None:
    collection = collection_of(tmp_path, {"cells": basic("a")})
    session = StudySession(collection, None, SETTINGS)
    session.next(NOON)
    session.grade(Rating.EASY, NOON, 1000)
    assert not collection.has_new("cells")
    assert not collection.has_new(None)
    session.undo(NOON)
    assert collection.has_new("cells")
    assert collection.has_new(None)
    session.redo(NOON)
    assert not collection.has_new(None)
    collection.close()


def test_counts_are_what_a_session_begun_there_has(collection: Collection) -> None:
    answer(collection, "trials", Rating.AGAIN)
    answer(collection, "cells", Rating.EASY)
    for now in (NOON, NOON + DAY, NOON + 40 * DAY):
        for deck, counts in collection.counts(now, SETTINGS).items():
            assert StudySession(collection, deck, SETTINGS).remaining(now) == counts


def test_limits_hold_for_each_deck_by_itself(collection: Collection) -> None:
    settings = StudySettings(new_per_day=1)
    answer(collection, "cells::sources", Rating.EASY)
    counts = collection.counts(NOON, settings)
    assert {deck: count.new for deck, count in counts.items()} == {
        "cells": 0,
        "cells::sources": 0,
        "trials": 1,
        "trials::phase": 1,
    }


def test_cards_that_left_their_deck_keep_state_and_log(collection: Collection, tmp_path: Path) -> None:
    answer(collection, "cells", Rating.EASY)
    collection.close()
    without = Collection(library_of({"cells": basic("b")}), Store.open(tmp_path / "collection.db"))
    assert without.counts(NOON + 90 * DAY, SETTINGS) == {"cells": Counts(new=1)}
    assert StudySession(without, None, SETTINGS).undo(NOON) is None
    assert without.store.studied() == {"a"}
    without.close()
    back = collection_of(tmp_path, DECKS)
    assert back.counts(NOON + 90 * DAY, SETTINGS)["cells"] == Counts(new=2, due=1)
    back.close()


def test_open_reads_decks_and_leaves_a_fresh_home_alone(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "cells.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "decks" / "broken.yaml").write_text("deck: [\n", encoding="utf-8")
    home = tmp_path / "home"
    collection = Collection.open([tmp_path / "decks", home / "decks"], home / "collection.db")
    assert list(collection.cards) == ["source"]
    assert len(collection.library.problems) == 1
    assert collection.counts(NOON, SETTINGS) == {"cells": Counts(new=1)}
    collection.close()
    assert not home.exists()


def test_open_tells_of_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(HomeError):
        Collection.open([], tmp_path / "home" / "below" / "collection.db")


def test_core_is_learnt_first_with_its_terms_and_the_rest_on_request(tmp_path: Path) -> None:
    cards = (
        "- {id: more, kind: trial, front: x, back: y}\n"
        "- {id: core, kind: trial, front: POF?, back: y, tags: [core]}\n"
        "- {id: term, kind: term, front: POF?, back: z, reverse: {front: z?, back: POF}, tags: [core]}\n"
        "- {id: own, front: mine, back: y}\n"
    )
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "a.yaml").write_text(f"deck: a\ncards:\n{cards}", encoding="utf-8")
    collection = Collection.open([tmp_path / "decks"], tmp_path / "c.db")
    with_rest = collection.queue("a", NOON, replace(SETTINGS, beyond_core=True))
    core_alone = collection.queue("a", NOON, SETTINGS)
    collection.close()
    assert with_rest.new == ("term", "core", "own", "more")
    assert core_alone.new == ("term", "core", "own")


def test_a_card_that_another_deck_asks_as_well_is_begun_once(tmp_path: Path) -> None:
    for name, front in (("a", "什么是干细胞？"), ("b", "什麼是幹細胞？")):
        (tmp_path / f"{name}.yaml").write_text(
            f"deck: {name}\ncards:\n- {{id: {name}1, front: {front}, back: x}}\n", encoding="utf-8"
        )
    collection = Collection.open([tmp_path], tmp_path / "c.db")
    assert collection.queue(None, NOON, SETTINGS).new == ("a1",)
    assert collection.queue("b", NOON, SETTINGS).new == ("b1",)
    session = StudySession(collection, "b", SETTINGS)
    assert session.next(NOON)
    session.grade(Rating.GOOD, NOON, 1000)
    assert collection.queue("a", NOON + DAY, SETTINGS).new == ()
    collection.close()


def test_a_card_of_a_sentence_can_be_chosen_alone(collection: Collection) -> None:
    assert collection.cards_of(["t#2"]) == ("t#2",)
    assert collection.cards_of(["t", "a"]) == ("a", "t#1", "t#2")


def test_a_topic_of_a_deck_is_studied_and_counted_like_a_deck(tmp_path: Path) -> None:
    notes = {
        "heart": tuple(replace(note, topic=("beat", note.id)) for note in basic("a", "b")),
        "lung": tuple(replace(note, topic=("beat",)) for note in basic("c")),
    }
    collection = collection_of(tmp_path, notes)
    beat = Place("heart", "beat")
    settings = StudySettings(new_per_day=1, beyond_core=True)
    assert list(collection.topics_in("heart")) == ["beat", "beat / a", "beat / b"]
    assert collection.counts_at([beat, Place("heart", "beat / b")], NOON, settings) == {
        beat: Counts(new=1),
        Place("heart", "beat / b"): Counts(new=1),
    }
    session = StudySession(collection, beat, settings)
    question = session.next(NOON)
    assert question is not None
    assert question.card.id == "a"
    session.grade(Rating.EASY, NOON, 1000)
    assert session.next(NOON) is None  # one new card a day
    assert collection.counts_at([beat], NOON, settings) == {beat: Counts()}
    assert collection.cards_at("heart", "beat / b") == ("b",)
    collection.close()


def test_answers_of_a_clock_that_was_ahead_use_up_no_other_day(tmp_path: Path) -> None:
    collection = collection_of(tmp_path, {"a": basic("one", "two", "three", "four", "five", "six")})
    limited = replace(SETTINGS, new_per_day=2, reviews_per_day=1)
    session = StudySession(collection, None, SETTINGS)
    for now in (NOON, NOON, NOON, NOON, NOON + 3650 * DAY, NOON + 3650 * DAY):
        assert session.next(now)
        session.grade(Rating.EASY, now, 1000)
    ahead = {review.card for review in collection.store.reviews() if review.at > NOON}
    tomorrow = NOON + DAY
    queue = collection.queue(None, tomorrow, limited)
    assert len(queue.reviews) == 1
    assert {*queue.reviews} <= ahead  # comes back now, not in ten years
    assert len(queue.new) == 2
    assert collection.counts(tomorrow, limited)["a"] == queue.counts(tomorrow, limited)
    collection.close()
