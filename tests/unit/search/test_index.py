from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.card import Note
from sctui.model.change import UNMARKED
from sctui.model.review import Rating
from sctui.scheduler import acts
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import study_day
from sctui.search import index as module
from sctui.search.index import CardIndex
from sctui.search.search import CardSearch
from sctui.search.texts import section_texts
from sctui.study.session import StudySession
from tests.small_collection import NOON, basic, collection_of, library_of


def worked(index: CardIndex) -> list[float]:
    return list(index.work(NOON, StudySettings()))


def found(index: CardIndex, query: str) -> list[str]:
    rows = CardSearch(index, study_day(NOON, 0, 4)).find(query)
    return [index.ids[row] for row in rows]


def test_changed_decks_are_read_again_and_others_are_not(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = CardIndex(collection)
    worked(index)
    assert index.ready
    kept = tuple(tuple(loaded.deck.notes) for loaded in collection.library.decks)
    collection.reload(
        library_of({"Other": kept[1], "免疫": (*kept[0][:2], Note("new", front="青蒿素?", back="?"))})
    )
    assert not index.ready
    read: list[int] = []

    def counted(rows: Sequence[Sequence[str]]) -> list[str]:
        read.append(len(rows))
        return section_texts(rows)

    monkeypatch.setattr(module, "section_texts", counted)
    worked(index)
    assert read == [3]  # the deck that has a new name and a new card
    assert found(index, "青蒿素") == ["new"]
    assert found(index, "剂量") == []
    assert found(index, "sjogren or 幹細胞") == ["sjogren", "hans", "hant"]


def test_work_tells_how_far_it_is(tmp_path: Path) -> None:
    collection = collection_of(tmp_path, {"Many": basic(*(f"c{n}" for n in range(3000)))})
    session_cards = [acts.flagged("c5", UNMARKED, NOON, 2)]
    collection.store.change(session_cards)
    shares = worked(CardIndex(collection))
    assert shares == sorted(shares)
    assert all(0 < share <= 1 for share in shares)
    collection.close()


def test_states_are_read_again_only_after_an_act(tmp_path: Path) -> None:
    collection = collection_of(tmp_path, {"Many": basic("c1", "c2")})
    collection.store.change([acts.flagged("c1", UNMARKED, NOON, 2)])
    index = CardIndex(collection)
    worked(index)
    version = index.version
    assert worked(index) == []
    assert index.version == version
    collection.store.change([acts.suspended("c2", UNMARKED, NOON, on=True)])
    worked(index)
    assert index.version > version
    collection.close()


def test_after_answers_and_what_takes_them_back_only_their_cards_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = collection_of(tmp_path, {"Many": basic("c1", "c2")})
    store, session = collection.store, StudySession(collection, None, StudySettings())
    session.next(NOON)
    session.grade(Rating.AGAIN, NOON, 900)
    index = CardIndex(collection)
    worked(index)
    monkeypatch.setattr(type(store), "states_page", None)
    session.next(NOON)
    session.grade(Rating.AGAIN, NOON, 900)
    assert worked(index) == []
    assert found(index, "is:learning") == ["c1", "c2"]
    session.undo(NOON)
    worked(index)
    assert found(index, "is:learning") == ["c1"]
    collection.close()


def test_after_an_answer_that_came_from_elsewhere_all_are_read_again(tmp_path: Path) -> None:
    collection = collection_of(tmp_path, {"Many": basic("c1", "c2")})
    collection.store.ensure()
    index = CardIndex(collection)
    worked(index)
    with closing(collection_of(tmp_path, {"Many": basic("c1", "c2")})) as other:
        session = StudySession(other, None, StudySettings())
        session.next(NOON)
        session.grade(Rating.AGAIN, NOON, 900)
    collection.store.change([acts.flagged("c2", UNMARKED, NOON, 2)])
    worked(index)
    assert found(index, "is:learning") == ["c1"]
    collection.close()


def test_an_act_is_seen_at_once(collection: Collection) -> None:
    index = CardIndex(collection)
    worked(index)
    search = CardSearch(index, study_day(NOON, 0, 4))
    assert list(search.find("is:suspended")) == []
    collection.store.change([acts.suspended("hant", UNMARKED, NOON, on=True)])
    index.refresh(["hant"])
    assert [index.ids[row] for row in search.find("is:suspended")] == ["hant"]
