"""Which cards are new, as it is kept from one question and one start to the next, is what the database says."""

import shutil
import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sctui.model.change import UNMARKED
from sctui.scheduler import acts
from sctui.store import fresh
from sctui.store.store import Store
from tests.small_collection import MINUTE, NOON
from tests.unit.store.answers import FIRST, any_card, of

_IDS = ("a", "b", "c", "d", "e", "f")
_LIBRARIES: tuple[tuple[str, ...], ...] = (_IDS, _IDS[:3], ("x", *_IDS[2:]))
_ACTS = st.sampled_from(
    ["ours", "theirs", "undo", "redo", "suspend", "reset", "restart", "library", "back up", "restore"]
)


class _Home:
    """A store that is asked, another program on the same file, and a memory."""

    def __init__(self, folder: Path) -> None:
        self.file, self.memory, self.copy = folder / "x.db", folder / "c" / "new.json", folder / "copy.db"
        self.now, self.cards = NOON, _LIBRARIES[0]
        self.store, self.other = Store.open(self.file), Store(self.file)
        self.store.ensure()

    def do(self, act: str, card: str) -> None:
        self.now += MINUTE
        asked = self.other if act == "theirs" else self.store
        asked.ensure()
        if act in {"ours", "theirs"} and card not in asked.studied():
            asked.record(of(card, FIRST))
        elif act in {"undo", "redo"}:
            (self.store.undo if act == "undo" else self.store.redo)(any_card, self.now)
        elif act == "suspend":
            marks = self.store.marks().get(card, UNMARKED)
            self.store.change([acts.suspended(card, marks, self.now, on=not marks.suspended)])
        elif act == "reset" and card in self.store.studied():
            self.store.change([acts.reset(self.store.state(card), self.now)])
        elif act == "library":
            self.cards = _LIBRARIES[(_LIBRARIES.index(self.cards) + 1) % len(_LIBRARIES)]
        elif act in {"restart", "back up", "restore"}:
            self.restart(act)

    def restart(self, act: str) -> None:
        self.close()
        if act == "back up":
            shutil.copy(self.file, self.copy)
        elif act == "restore" and self.copy.exists():
            shutil.copy(self.copy, self.file)
        self.store = Store.open(self.file)

    def close(self) -> None:
        self.store.close()
        self.other.close()


@given(st.lists(st.tuples(_ACTS, st.sampled_from(_IDS)), max_size=25))
@example(  # another card gets the number that one had
    [("ours", "a"), ("ours", "b"), ("back up", "a"), ("ours", "c"), ("restore", "a"), ("ours", "d")]
)
@example([("ours", "a"), ("ours", "b"), ("ours", "c"), ("library", "a"), ("restart", "a")])
@settings(deadline=None)
def test_new_cards_are_those_without_a_state(steps: list[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as place, mock.patch.object(fresh, "_FEW", 2):
        home = _Home(Path(place))
        for act, card in steps:
            home.do(act, card)
            assert home.store.fresh(home.cards, home.memory).cards == {*home.cards} - home.store.studied()
            assert home.store.count_studied() == len(home.store.studied())
        home.close()
