import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.errors import CollectionError
from sctui.model.change import Change, ChangeKind, FittedParameters, Marks
from sctui.model.preset import Preset
from sctui.model.review import MemoryState
from sctui.scheduler import acts
from sctui.scheduler.study_day import study_day
from sctui.store.states import StaleStateError
from sctui.store.store import Store
from sctui.store.undo import Undone
from tests.small_collection import MINUTE, NOON
from tests.unit.store.answers import BEGUN, FIRST, LEARNED, SECOND, any_card

TODAY = study_day(NOON, 0, 4)


def test_marks_are_kept_and_taken_back_one_act_at_a_time(file: Path, store: Store) -> None:
    flag = acts.flagged("card", Marks(), NOON, 3)
    bury = acts.buried("card", Marks(flag=3), NOON, TODAY)
    store.change([flag])
    store.change([bury])
    store.close()
    again = Store.open(file)
    assert again.marks() == {"card": Marks(flag=3, buried_until=TODAY.number + 1)}
    assert again.undo(any_card, NOON) == Undone(None, changes=(bury,))
    assert again.marks() == {"card": Marks(flag=3)}
    assert again.undo(any_card, NOON) == Undone(None, changes=(flag,))
    assert again.marks() == {}
    assert again.undo(any_card, NOON) is None
    again.close()


def test_an_act_on_many_cards_is_undone_whole(store: Store) -> None:
    store.change([acts.suspended(card, Marks(), NOON, on=True) for card in "abc"])
    assert store.marks() == dict.fromkeys("abc", Marks(suspended=True))
    assert store.undo(lambda card: card == "a", NOON) is None
    undone = store.undo(any_card, NOON)
    assert undone is not None
    assert [change.card for change in undone.changes] == ["a", "b", "c"]
    assert store.marks() == {}


def test_an_act_on_many_cards_is_refused_whole(store: Store) -> None:
    store.change([acts.flagged("b", Marks(), NOON, 1)])
    with pytest.raises(StaleStateError):
        store.change([acts.suspended(card, Marks(), NOON, on=True) for card in "abc"])
    assert store.marks() == {"b": Marks(flag=1)}


def test_answers_and_changes_are_taken_back_in_the_order_they_happened(store: Store) -> None:
    store.record(FIRST)
    store.change([acts.flagged("card", Marks(), NOON - 99 * MINUTE, 1)])  # the clock was set back: no matter
    store.record(SECOND)
    store.change([acts.suspended("card", Marks(flag=1), NOON, on=True)])
    kinds = []
    while undone := store.undo(any_card, NOON):
        kinds.append("answer" if undone.review else str(undone.changes[0].kind))
    assert kinds == ["suspend", "answer", "flag", "answer"]
    assert store.state("card") == MemoryState("card")


def test_what_an_answer_brings_about_is_undone_with_it(store: Store) -> None:
    store.record(FIRST)
    leech = acts.leeched("card", Marks(), NOON, suspend=True)
    number = store.record(SECOND, [leech])
    assert store.marks() == {"card": Marks(suspended=True, leech=True)}
    assert store.undo(any_card, NOON) == Undone(SECOND, number, (leech,))
    assert store.marks() == {}
    assert store.state("card") == BEGUN
    assert store.log() == [FIRST]


def test_a_card_set_due_or_reset_keeps_its_answers(store: Store) -> None:
    store.record(FIRST)
    store.record(SECOND)
    due = acts.made_due(LEARNED, NOON + MINUTE, TODAY, 5)
    store.change([due])
    assert store.state("card") == replace(LEARNED, due=TODAY.start + 5 * 86_400_000 + 43_200_000)
    reset = acts.reset(store.state("card"), NOON + MINUTE)
    store.change([reset])
    assert store.state("card") == MemoryState("card")
    assert store.studied() == set()
    assert store.log() == [FIRST, SECOND, due, reset]
    store.undo(any_card, NOON)
    store.undo(any_card, NOON)
    assert store.state("card") == LEARNED


def test_a_preset_is_kept_once_and_comes_back_with_the_review(file: Path, store: Store) -> None:
    preset = Preset(desired_retention=0.87, utc_offset_minutes=480, learning_steps=())
    store.record(replace(FIRST, preset=preset))
    store.record(replace(SECOND, preset=preset))
    assert [review.preset for review in store.reviews()] == [preset, preset]
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT count(*) FROM presets").fetchone() == (1,)
    connection.close()


def test_an_answer_that_is_refused_leaves_no_preset_behind_in_memory(store: Store) -> None:
    preset = Preset(desired_retention=0.87)
    with pytest.raises(StaleStateError):
        store.record(replace(SECOND, preset=preset))
    store.record(replace(FIRST, preset=preset))
    assert [review.preset for review in store.reviews()] == [preset]


def test_parameters_keep_their_history(store: Store) -> None:
    assert store.parameters() == []
    first = FittedParameters(NOON, Preset().parameters, '{"reviews": 400}')
    store.keep_parameters(first)
    store.keep_parameters(FittedParameters(NOON + 1, ()))
    assert store.parameters() == [first, FittedParameters(NOON + 1, ())]


def test_parameters_and_what_is_remembered_with_them_are_one_act(store: Store) -> None:
    store.record(FIRST)
    before = store.state(FIRST.card)
    after = replace(before, stability=77.5)
    own = FittedParameters(NOON + 1, (0.5, *Preset().parameters[1:]))
    store.keep_parameters(own, [Change(FIRST.card, NOON + 1, ChangeKind.FITTED, before, after)])
    assert store.state(FIRST.card) == after
    undone = store.undo(lambda _: True, NOON + 2, put=lambda _: None)
    assert undone is not None
    assert undone.parameters
    assert store.state(FIRST.card) == before
    assert store.parameters()[-1].parameters == ()
    assert store.redo(lambda _: True, NOON + 3, put=lambda _: None)
    assert store.state(FIRST.card) == after
    assert store.parameters()[-1].parameters == own.parameters


def test_parameters_are_not_taken_without_what_is_remembered_with_them(store: Store) -> None:
    store.record(FIRST)
    wrong = replace(store.state(FIRST.card), reps=9)
    change = Change(FIRST.card, NOON + 1, ChangeKind.FITTED, wrong, replace(wrong, stability=2.5))
    with pytest.raises(StaleStateError):
        store.keep_parameters(FittedParameters(NOON + 1, Preset().parameters), [change])
    assert store.parameters() == []


@pytest.mark.parametrize(
    "statement",
    ["UPDATE changes SET kind = 'flag'", "DELETE FROM changes", "UPDATE presets SET body = ''"],
)
def test_the_log_of_changes_can_only_grow(file: Path, store: Store, statement: str) -> None:
    store.record(replace(FIRST, preset=Preset()))
    store.change([acts.flagged("card", Marks(), NOON, 1)])
    connection = sqlite3.connect(file)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(statement)
    connection.close()


def test_marks_edited_by_hand_are_not_overwritten_by_undo(file: Path, store: Store) -> None:
    store.change([acts.flagged("card", Marks(), NOON, 1)])
    connection = sqlite3.connect(file)
    connection.execute("UPDATE marks SET flag = 5")
    connection.commit()
    connection.close()
    with pytest.raises(CollectionError, match="not the one"):
        store.undo(any_card, NOON)
