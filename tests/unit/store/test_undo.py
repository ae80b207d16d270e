import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sctui.model.change import Marks
from sctui.model.preset import Preset
from sctui.scheduler import acts
from sctui.store.bringing import bring
from sctui.store.database import transaction
from sctui.store.store import Store
from sctui.store.undo import Scope, take_back
from tests.small_collection import DAY, NOON
from tests.unit.store.answers import FIRST, any_card, of


def steps_of_undoing(file: Path, answers: int) -> int:
    """What SQLite does to take back the last of so many answers, each of which brought about a change."""
    store = Store.open(file)
    store.ensure()
    for number in range(answers):
        card = f"card-{number}"
        store.record(of(card, FIRST), [acts.flagged(card, Marks(), NOON, 1)])
    store.close()
    steps = 0

    def step() -> int:
        nonlocal steps
        steps += 1
        return 0

    with closing(sqlite3.connect(file, isolation_level=None)) as connection, transaction(connection):
        connection.set_progress_handler(step, 1)
        assert take_back(connection, Scope(any_card), NOON + DAY)
        connection.set_progress_handler(None, 1)
    return steps


def test_undoing_costs_the_same_however_long_the_log_is(tmp_path: Path) -> None:
    few, many = (steps_of_undoing(tmp_path / str(answers), answers) for answers in (20, 200))
    assert many < few * 1.2


def test_undoing_passes_over_what_an_import_brought(file: Path, store: Store) -> None:
    store.record(of("here", FIRST))
    earlier = [replace(of(card, FIRST), at=NOON - DAY) for card in ("there", "elsewhere")]
    bring(file, [], earlier, [], NOON)
    undone = store.undo(any_card, NOON + 1)
    assert undone is not None
    assert undone.cards == ("here",)
    assert store.undo(any_card, NOON + 2) is None
    assert {review.card for review in store.reviews()} == {"there", "elsewhere"}


def test_an_answer_taken_back_has_its_own_preset(store: Store) -> None:
    first, second = (Preset(desired_retention=retention) for retention in (0.8, 0.95))
    store.record(replace(of("a", FIRST), preset=first))
    store.record(replace(of("b", FIRST), preset=second))
    undone = [store.undo(any_card, NOON + number) for number in (1, 2)]
    assert [one and one.review and one.review.preset for one in undone] == [second, first]
