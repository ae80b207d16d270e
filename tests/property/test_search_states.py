"""What is known of cards' states after acts at random is what reading all of them tells."""

import tempfile
from pathlib import Path

from hypothesis import given, settings

from sctui.search.columns import COLUMNS
from sctui.search.index import CardIndex
from tests.property.test_redo import SETTINGS, Learner, steps
from tests.small_collection import NOON


def told(index: CardIndex) -> object:
    """Brought up to date; what is no number is none."""
    list(index.work(NOON, SETTINGS))
    columns = index.columns
    assert columns is not None
    numbers = [str(list(columns.numbers[name])) for name in COLUMNS]
    return list(index.ids), bytes(columns.phases), bytes(columns.due), numbers


@settings(deadline=None, max_examples=40)
@given(steps)
def test_states_are_kept_up_to_date_by_the_cards_of_each_act(steps: list[tuple[str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        learner = Learner(Path(folder))
        collection = learner.collection
        index = CardIndex(collection)
        for step in steps:
            learner.take(*step)
            if learner.collection is not collection:
                collection = learner.collection
                index = CardIndex(collection)
            assert told(index) == told(CardIndex(collection))
        collection.close()
