"""An Anki package into a home: notes to decks, media beside them, answers to the log, as one act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from sctui.anki.foreign import ForeignCollection
from sctui.anki.ids import is_ours
from sctui.anki.incoming import Incoming, incoming
from sctui.anki.reading import read_package
from sctui.decks.imports.into_decks import DeckFiles, Taken, take_in
from sctui.decks.library import read_library
from sctui.decks.remembered import RememberedDecks
from sctui.errors import CollectionError, ExportError
from sctui.i18n import N_, _
from sctui.locations import Home
from sctui.model.card import Note
from sctui.model.change import ChangeKind, FileEdit
from sctui.model.preset import Preset
from sctui.safety.backups import Backup, Reason, back_up_before
from sctui.safety.edits import edits_of, put_edits, within_room
from sctui.safety.opening import open_store
from sctui.scheduler.replay import replay
from sctui.store.bringing import bring, log_of, states_of
from sctui.store.states import StaleStateError
from sctui.text.collector_pause import collector_paused
from sctui.transfer.foreign_state import Places
from sctui.transfer.histories import Histories, histories
from sctui.transfer.media import MediaComing


@dataclass(slots=True)
class Imported:
    """What an import brings, and what it does not.

    Args:
        decks: what becomes of each deck.
        known: how many notes of the package we had already.
        answers: how many answers are new here, and how many were here.
        states: how many cards stand as they did in Anki, and how many have another mark or flag.
        media: how many files are copied.
        left_out: what did not come: why, and how often.
        backup: what was made before; None where there was nothing to back up.
        beyond_undo: whether files are too large for undo to take them back.
    """

    decks: list[Taken] = field(default_factory=list)
    known: int = 0
    answers: tuple[int, int] = (0, 0)
    states: tuple[int, int] = (0, 0)
    media: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    backup: Backup | None = None
    beyond_undo: bool = False


@dataclass(frozen=True, slots=True)
class _Plan:
    """All that is to be written."""

    edits: list[FileEdit]
    histories: Histories
    imported: Imported


def import_package(
    home: Home,
    package: Path,
    bundled: Iterable[str],
    preset: Preset,
    now: int,
    deck: str | None = None,
    *,
    dry_run: bool = False,
) -> Imported:
    """Bring in a package, all of it or nothing; the same again brings nothing new.

    Args:
        home: where it goes.
        package: an `.apkg` or `.colpkg`.
        bundled: the relative names of the bundled decks' files, which new decks must not have.
        preset: how the learner's answers are turned into intervals now.
        now: UTC ms.
        deck: the deck for new notes; where Anki has them for None.
        dry_run: to write nothing.

    Raises:
        ImportPackageError: when the package is not one, is damaged, or made to do harm.
        DeckError: when a deck that is to be added to is faulty.
        HomeError, CollectionError, BackupError, ExportError: when the home cannot be used or written.
    """
    open_store(home, lambda: now).close()
    with TemporaryDirectory(prefix="sctui-") as folder, collector_paused():
        plan = _planned(home, package, Path(folder), bundled, preset, now, deck)
    imported = plan.imported
    log = plan.histories
    if dry_run or not (plan.edits or log.reviews or log.changes):
        return imported
    imported.backup = back_up_before(home, now, Reason.IMPORT)
    imported.beyond_undo = not within_room(plan.edits)
    store = open_store(home, lambda: now)
    try:
        store.ensure()
    finally:
        store.close()
    try:
        kept = [] if imported.beyond_undo else plan.edits
        bring(home.database, kept, log.reviews, log.changes, now)
    except StaleStateError as stale:
        message = _("`{stale}` was studied while its answers were read; nothing was imported").format(
            stale=stale
        )
        raise CollectionError(message, hint=_("Close the app, and import again.")) from None
    try:
        put_edits(home, plan.edits)
    except ExportError:
        _take_back(home, now)
        raise
    return imported


def _take_back(home: Home, now: int) -> None:
    """Take answers and states out again, where the files that belong to them could not be written."""
    store = open_store(home, lambda: now)
    try:
        store.undo(lambda _: True, now, replay=replay, put=lambda _: None)
    finally:
        store.close()


def _planned(
    home: Home,
    package: Path,
    folder: Path,
    bundled: Iterable[str],
    preset: Preset,
    now: int,
    deck: str | None,
) -> _Plan:
    collection = read_package(package, folder)
    files = DeckFiles(home.decks, bundled)
    media = MediaComing(collection.media, files)
    coming = incoming(collection, _notes(home, collection), media.path, deck)
    taken = take_in(files, coming.notes)
    names = set(coming.cards.values())
    states = states_of(home.database)
    log = [entry for _, entry in log_of(home.database, names)]
    found = histories(collection, coming.cards, log, states, Places(collection.created, preset), now)
    texts = {one.file: one.text.encode() for one in taken if one.added}
    root = home.folder
    wanted = {file.relative_to(root).as_posix(): data for file, data in (texts | media.files).items()}
    left = +(coming.left_out + Counter(dict(_lost(collection, coming, media, found))))
    edits = edits_of(home, wanted)
    return _Plan(edits, found, _told(taken, coming, found, len(media.files), left))


def _notes(home: Home, collection: ForeignCollection) -> Iterator[Note]:
    """The notes that the collection may have as well; those of the bundled decks only where it has ours."""
    ours = any(map(is_ours, collection.notes))
    remembered = RememberedDecks(home.remembered)
    for loaded in read_library(home.library if ours else (home.decks,), remembered).decks:
        yield from loaded.deck.notes


def _lost(
    collection: ForeignCollection, coming: Incoming, media: MediaComing, found: Histories
) -> Iterator[tuple[str, int]]:
    """What did not come besides notes and fields, and how often."""
    yield N_("a picture or sound that the package has not"), len(media.missing | set(collection.lost_media))
    yield N_("a file that is no picture, sound or film"), len(media.refused)
    yield N_("an entry of the log that is no answer"), collection.other_reviews
    yield N_("an answer in the future"), found.future
    strange = (len(answers) for card, answers in collection.reviews.items() if card not in coming.cards)
    yield N_("an answer to a card that did not come"), sum(strange)


def _told(taken: list[Taken], coming: Incoming, found: Histories, media: int, left: Counter[str]) -> Imported:
    kinds = Counter(change.kind for change in found.changes)
    stand = kinds[ChangeKind.BROUGHT] + kinds[ChangeKind.RESET]
    there = sum(one.there for one in taken)
    return Imported(
        taken,
        len(coming.known) + there,
        (len(found.reviews), found.known),
        (stand, len(found.changes) - stand),
        media,
        left,
    )
