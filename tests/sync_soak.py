"""Several devices at work on one collection, with every fault a shared folder has; run by a test, and at length by hand.

    python -m tests.sync_soak 10000

Deterministic for a seed. At the end all devices must hold the same log and the same states, and every answer that was
given and not taken back must be in it.
"""

import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from sctui.collection import Collection
from sctui.errors import SyncError
from sctui.locations import Home
from sctui.model.change import Change, Marks
from sctui.model.review import MemoryState, Rating, Review
from sctui.scheduler import acts
from sctui.scheduler.replay import replay
from sctui.scheduler.study_day import study_day
from sctui.store.checkup import check_up
from sctui.store.mapping import answered_cards
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from sctui.sync.cipher import Cipher
from sctui.sync.decks import sync_decks
from sctui.sync.exchange import Machine, sync
from sctui.sync.segment import unpacked
from sctui.sync.target import FolderTarget
from tests.small_collection import DAY, HOUR_MS, NOON, basic, collection_of

CARDS = tuple(f"card-{number}" for number in range(24))
DECKS = {"all": basic(*CARDS)}
NAMES = ("desk", "laptop", "phone")


class FaultyFolder(FolderTarget):
    """A folder that writes half a file and fails, reads half of one, and does not show all there is.

    What is there is replaced by nothing but a segment without entries, as by who found half of it.
    """

    def __init__(self, folder: Path, chance: Random, rate: float, cipher: Cipher | None) -> None:
        super().__init__(folder)
        self._chance, self._rate, self._root, self._cipher = chance, rate, folder, cipher

    def _fails(self) -> bool:
        return self._chance.random() < self._rate

    def names(self) -> list[str]:
        return [name for name in super().names() if not self._fails()]

    def read(self, name: str) -> bytes:
        data = super().read(name)
        return data[: len(data) // 2] if self._fails() else data

    def write(self, name: str, data: bytes) -> None:
        if (self._root / name).exists() and unpacked(data, self._cipher).entries:
            raise AssertionError(f"{name} would be overwritten")
        if self._fails():
            file = self._root / name
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data[: self._chance.randrange(len(data))])
            raise SyncError("the connection was lost")
        super().write(name, data)


class Device:
    """A machine with a clock of its own, which may jump."""

    def __init__(self, folder: Path, name: str, chance: Random) -> None:
        folder.mkdir()
        self.folder, self.name, self.chance = folder, name, chance
        self.settings = StudySettings(
            learning_steps=(60,),
            desired_retention=0.8 + chance.random() / 6,
            new_per_day=99,
            reviews_per_day=999,
        )
        self.shift = chance.randrange(-3 * DAY, 3 * DAY)
        self.collection = self.opened()
        self.answers: set[tuple[str, int, int]] = set()
        self.edits = 0

    @property
    def deck(self) -> Path:
        return Home(self.folder).decks / "shared.yaml"

    @property
    def database(self) -> Path:
        return self.folder / "collection.db"

    def opened(self) -> Collection:
        collection = collection_of(self.folder, DECKS)
        collection.store.ensure()
        return collection

    def reopen(self) -> None:
        self.collection.close()
        self.collection = self.opened()

    def act(self, moment: int, target: FolderTarget, cipher: Cipher | None) -> str:
        if self.chance.random() < 0.01:
            self.shift = self.chance.randrange(-3 * DAY, 3 * DAY)
        act = self.chance.choice(
            ["grade"] * 10 + ["undo", "undo", "redo", "flag", "due", "reset", "sync", "edit", "reopen"]
        )
        getattr(self, f"act_{act}")(moment + self.shift, target, cipher)
        return act

    def act_grade(self, now: int, *_: object) -> None:
        session = StudySession(self.collection, None, self.settings)
        question = session.next(now)
        if question:
            rating = Rating(self.chance.randrange(1, 5))
            session.grade(rating, now, self.chance.randrange(9000))
            self.answers.add((question.card.id, now, int(rating)))

    def act_undo(self, now: int, *_: object) -> None:
        undone = self.collection.store.undo(lambda _: True, now, replay=replay)
        if undone and undone.review:
            self.answers.discard(identity(undone.review))

    def act_redo(self, now: int, *_: object) -> None:
        done = self.collection.store.redo(lambda _: True, now, replay=replay)
        if done and done.review:
            self.answers.add(identity(done.review))

    def act_flag(self, now: int, *_: object) -> None:
        card = self.chance.choice(CARDS)
        marks = self.collection.store.marks().get(card, Marks())
        self.collection.store.change([acts.flagged(card, marks, now, self.chance.randrange(8))])

    def act_due(self, now: int, *_: object) -> None:
        self._change(lambda state: acts.made_due(state, now, study_day(now, 0, 4), self.chance.randrange(9)))

    def act_reset(self, now: int, *_: object) -> None:
        self._change(lambda state: acts.reset(state, now))

    def act_edit(self, *_: object) -> None:
        """Edit a note of the deck that all have, each device one of its own; the first makes the deck."""
        if not self.deck.exists() and self.name == NAMES[0]:
            self.deck.parent.mkdir()
            self.deck.write_text("deck: Shared\nlanguage: en\ncards:\n" + "".join(map(_note, NAMES)), "utf-8")
        elif self.deck.exists():
            self.edits += 1
            text = self.deck.read_text("utf-8")
            self.deck.write_text(re.sub(rf"(?<=back: {self.name} )\d+", str(self.edits), text), "utf-8")

    def act_reopen(self, *_: object) -> None:
        self.reopen()

    def act_sync(self, now: int, target: FolderTarget, cipher: Cipher | None) -> None:
        for _ in range(self.chance.choice((1, 1, 2))):
            try:
                self.sync(target, now, cipher)
            except SyncError:
                continue
        self.reopen()

    def sync(self, target: FolderTarget, now: int, cipher: Cipher | None, place: str = "soak") -> None:
        def decks() -> None:
            assert not sync_decks(Home(self.folder), now).conflicts

        sync(self.database, target, place, Machine(self.name, self.name), now, cipher, decks)

    def _change(self, change: Callable[[MemoryState], Change]) -> None:
        studied = sorted(self.collection.store.studied())
        if studied:
            self.collection.store.change([change(self.collection.store.state(self.chance.choice(studied)))])


def _note(name: str) -> str:
    return f"  - id: {name}\n    front: Whose is it?\n    back: {name} 0\n"


def identity(review: Review) -> tuple[str, int, int]:
    return review.card, review.at, int(review.rating)


def soak(
    folder: Path, operations: int, seed: int, rate: float = 0.15, cipher: Cipher | None = None
) -> Counter[str]:
    """Let three devices do `operations` things, then sync in peace; raises AssertionError when they differ.

    A fourth one that comes last must have all of it as well.
    """
    chance = Random(seed)  # noqa: S311 -- operations, not secrets
    shared = folder / "shared"
    shared.mkdir()
    devices = [Device(folder / name, name, chance) for name in NAMES]
    faulty, sound = FaultyFolder(shared, chance, rate, cipher), FolderTarget(shared)
    done: Counter[str] = Counter()
    for number in range(operations):
        done[chance.choice(devices).act(NOON + number * HOUR_MS, faulty, cipher)] += 1
    end = NOON + operations * HOUR_MS
    for _ in range(2):
        for device in devices:
            device.sync(sound, end, cipher)
            device.reopen()
    devices.append(Device(folder / "tablet", "tablet", chance))  # gets all of one of them, at a new place
    (folder / "fresh").mkdir()
    for device in (devices[0], devices[-1]):
        device.sync(FolderTarget(folder / "fresh"), end, cipher, "fresh")
        device.reopen()
    compare(devices, end)
    for device in devices:
        device.collection.close()
    return done


def compare(devices: list[Device], now: int) -> None:
    """All equal, and nothing lost."""
    given = set().union(*(device.answers for device in devices))
    first = devices[0].collection.store
    decks = {device.deck.read_text("utf-8") if device.deck.exists() else "" for device in devices}
    assert len(decks) == 1, "other decks"
    for device in devices:
        assert not device.edits or f"back: {device.name} {device.edits}\n" in decks.copy().pop()
    for device in devices:
        store = device.collection.store
        log = {identity(review) for review in store.reviews()}
        assert log == given, f"{device.name}: {len(given - log)} answers lost, {len(log - given)} too many"
        assert store.log() == first.log(), f"{device.name}: another order"
        assert {card: store.state(card) for card in CARDS} == {card: first.state(card) for card in CARDS}
        assert store.marks() == first.marks()
        findings = check_up(device.database, replay, now + 10 * DAY)
        assert not [finding for finding in findings if finding.mendable], findings
        assert len(answered_cards(device.database)) == len({card for card, _, _ in given})


def main() -> None:
    """Soak with as many operations as are asked for."""
    operations = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    folder = Path(tempfile.mkdtemp(prefix="soak-"))
    try:
        done = soak(folder, operations, seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    finally:
        shutil.rmtree(folder)
    sys.stdout.write(f"{operations} operations, all equal, 0 answers lost: {dict(done)}\n")


if __name__ == "__main__":
    main()
