"""The inbox: which new cards wait, what is written when they are accepted or rejected, and how rules fare."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sctui.decks import sidecar
from sctui.decks.inbox import FILE_NAME, Decision, inbox_text, read_inbox
from sctui.decks.library import Library, LoadedDeck
from sctui.decks.surgery import without_notes
from sctui.decks.yaml_reader import read_text
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.model.card import Note

UNKNOWN = "unknown"  # the rule of a card that an earlier version made


@dataclass(frozen=True, slots=True)
class Waiting:
    """A card that waits, its deck, and the rule that made it."""

    note: Note
    loaded: LoadedDeck
    rule: str


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """How the cards of a rule fared; `edited` ones are accepted as well."""

    rule: str
    accepted: int = 0
    edited: int = 0
    rejected: int = 0
    waiting: int = 0

    @property
    def decided(self) -> int:
        """How many cards of the rule were looked at."""
        return self.accepted + self.edited + self.rejected

    @property
    def rate(self) -> float | None:
        """The share of the decided cards that were accepted; None before the first decision."""
        return (self.accepted + self.edited) / self.decided if self.decided else None


def waiting(library: Library) -> list[Waiting]:
    """The cards that wait, in the order of the decks."""
    if not library.waiting:
        return []
    rules = _Rules()
    return [
        Waiting(note, loaded, rules.of(loaded.file.parent, note.id))
        for loaded in library.decks
        for note in loaded.deck.notes
        if note.id in library.waiting
    ]


def decided(library: Library, decisions: Mapping[str, Decision]) -> dict[Path, bytes]:
    """What is to be written so that cards are accepted, edited or rejected, by their ids.

    A rejected card is taken out of its deck; every other line of that stays. Decks come first.

    Raises:
        DeckError: when there is no such card, or it cannot be taken out of its deck.
    """
    files: dict[Path, bytes] = {}
    by_folder: defaultdict[Path, dict[str, Decision]] = defaultdict(dict)
    left = dict(decisions)
    for loaded in library.decks:
        ids = [note.id for note in loaded.deck.notes if note.id in left]
        by_folder[loaded.file.parent] |= {key: left.pop(key) for key in ids}
        rejected = [key for key in ids if decisions[key] is Decision.REJECTED]
        if rejected:
            files[loaded.file] = without_notes(read_text(loaded.file), str(loaded.file), rejected).encode()
    if left:
        key = next(iter(left))
        raise DeckError(
            _("there is no card `{key}`").format(key=key), file=str(next(iter(by_folder), Path("decks")))
        )
    for folder, found in by_folder.items():
        if found:
            files[folder / FILE_NAME] = inbox_text({**read_inbox(folder), **found}).encode()
    return files


def rule_records(library: Library) -> list[RuleRecord]:
    """How every rule fared whose cards came to wait, those that were rejected most first.

    Raises:
        DeckError: when an inbox cannot be read.
    """
    rules = _Rules()
    counts: defaultdict[str, Counter[Decision]] = defaultdict(Counter)
    for folder in dict.fromkeys(loaded.file.parent for loaded in library.decks):
        for key, decision in read_inbox(folder).items():
            counts[rules.of(folder, key)][decision] += 1
    records = (
        RuleRecord(rule, *(count[decision] for decision in _COUNTED)) for rule, count in counts.items()
    )
    return sorted(records, key=lambda one: (-one.rejected, one.rule))


def rejected(library: Library) -> list[tuple[str, str]]:
    """The ids of the cards that were rejected, each with the rule that made it.

    Raises:
        DeckError: when an inbox cannot be read.
    """
    rules = _Rules()
    return [
        (key, rules.of(folder, key))
        for folder in dict.fromkeys(loaded.file.parent for loaded in library.decks)
        for key, decision in read_inbox(folder).items()
        if decision is Decision.REJECTED
    ]


_COUNTED = (Decision.ACCEPTED, Decision.EDITED, Decision.REJECTED, Decision.WAITING)


class _Rules:
    """The rules of generated cards, each folder's read once."""

    def __init__(self) -> None:
        self._known: dict[Path, dict[str, str]] = {}

    def of(self, folder: Path, key: str) -> str:
        if folder not in self._known:
            self._known[folder] = dict(_read_rules(folder / sidecar.FILE_NAME))
        return self._known[folder].get(key, UNKNOWN)


def _read_rules(file: Path) -> Iterator[tuple[str, str]]:
    try:
        entries = sidecar.read_sidecar(file.read_text(encoding="utf-8"), str(file))
    except (OSError, UnicodeDecodeError, DeckError):  # `convert` tells of it; here only names are missing
        return
    for key in entries:
        known = sidecar.record(entries, key)
        if known and known.rule:
            yield key, known.rule
