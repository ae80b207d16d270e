"""Undo in a session, where a conversion or other parameters came in since: the answer goes, they stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.locations import Home
from sctui.model.change import FittedParameters
from sctui.model.preset import DEFAULT_PARAMETERS
from sctui.model.review import MemoryState, Phase, Rating
from sctui.safety.edits import edit_files
from sctui.scheduler.refit import fitted
from sctui.scheduler.replay import replay
from sctui.store.checkup import check_up
from sctui.study.last_act import turn
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import DAY, NOON, basic, collection_of

OWN = (*(value * 1.5 for value in DEFAULT_PARAMETERS[:4]), *DEFAULT_PARAMETERS[4:])


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    collection = collection_of(tmp_path, {"cells": basic("a", "b")})
    yield collection
    assert not [one for one in check_up(tmp_path / "collection.db", replay, NOON + DAY) if one.mendable]
    collection.close()


@pytest.fixture
def session(collection: Collection) -> StudySession:
    """Two cards were answered in it."""
    session = StudySession(collection, None, StudySettings())
    for number in range(2):
        session.next(NOON + number)
        session.grade(Rating.EASY, NOON + number, 100)
    return session


def fit(collection: Collection, now: int) -> None:
    store = collection.store
    changes = [*fitted(store.log(), OWN, now)]
    assert len(changes) == 2
    store.keep_parameters(FittedParameters(now, OWN), changes)


def states(collection: Collection) -> dict[str, MemoryState]:
    return {state.card: state for state in collection.store.due_before(NOON + 9999 * DAY)}


def test_a_conversion_meanwhile_stays_when_an_answer_is_taken_back(
    collection: Collection, session: StudySession, tmp_path: Path
) -> None:
    home, before = Home(tmp_path), states(collection)
    edit_files(home, collection.store, {"decks/page/1-terms.yaml": b"deck: Page\n"}, NOON + 5)
    question = session.undo(NOON + 6)
    assert question
    assert question.card.id == "b"
    assert collection.store.state("b").phase is Phase.NEW
    assert (home.decks / "page" / "1-terms.yaml").read_bytes() == b"deck: Page\n"
    assert session.redo(NOON + 7)
    assert states(collection) == before
    said, _ = turn(home, collection.store, NOON + 8, undo=True)
    assert "1-terms.yaml" in said
    assert not (home.decks / "page" / "1-terms.yaml").exists()
    assert states(collection) == before


def test_other_parameters_stay_in_use_when_an_answer_is_taken_back(
    collection: Collection, session: StudySession, tmp_path: Path
) -> None:
    plain = states(collection)
    fit(collection, NOON + 5)
    own = states(collection)
    assert own["a"].stability != plain["a"].stability
    assert session.undo(NOON + 6)
    assert collection.store.state("b").phase is Phase.NEW
    assert states(collection) == {"a": own["a"]}
    assert collection.store.parameters()[-1].parameters == OWN
    assert session.redo(NOON + 7)
    assert states(collection) == own
    said, _ = turn(Home(tmp_path), collection.store, NOON + 8, undo=True)
    assert "the change of parameters" in said
    assert states(collection) == plain


def test_parameters_are_taken_back_while_a_session_goes_on(
    collection: Collection, session: StudySession, tmp_path: Path
) -> None:
    plain = states(collection)
    fit(collection, NOON + 5)
    turn(Home(tmp_path), collection.store, NOON + 6, undo=True)
    assert states(collection) == plain
    assert session.undo(NOON + 7)  # and the session goes on with what stands
    assert states(collection) == {"a": plain["a"]}
    session.grade(Rating.GOOD, NOON + 8, 100)
    assert states(collection)["b"].reps == 1
