"""Decks and what lies beside them on several machines: every edit is a version with its origin; two merge."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sctui.decks.atomic_file import write_atomically
from sctui.decks.merged_entries import NAMES, merge_entries
from sctui.decks.three_way import AROUND, Conflict, merge_decks
from sctui.errors import DeckError
from sctui.locations import Home
from sctui.safety.edits import edit_files
from sctui.store.deck_versions import Name, Version, add_version, read_versions
from sctui.store.store import Store

_MEMORY = "synced.json"  # which version of each deck stands in the home


@dataclass(frozen=True, slots=True)
class DeckConflict:
    """What two machines changed differently in a deck; `is_here`: whether `conflict.ours` stands here."""

    path: str
    conflict: Conflict
    is_here: bool


@dataclass(slots=True)
class DecksSynced:
    """The decks that were changed here and that went, what two machines changed differently, and which wait.

    A deck waits where the origin of a version has not arrived: a merge would not know what was changed.
    """

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    conflicts: list[DeckConflict] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)


def sync_decks(home: Home, now: int, resolved: frozenset[str] = frozenset()) -> DecksSynced:
    """Make versions of what was edited here, and bring in what was edited elsewhere; undo takes that back.

    `resolved` are decks, by path below `decks`, that stand here as all machines should have them.

    Raises:
        CollectionError, ExportError: when something cannot be written.
    """
    done = DecksSynced()
    memory = _remembered(home)
    if memory and not home.decks.is_dir():  # the folder is not at hand: nothing was deleted
        return done
    known: dict[str, dict[Name, Version]] = {}
    for version in read_versions(home.database):
        known.setdefault(version.path, {})[version.name] = version
    there = {
        file.relative_to(home.decks).as_posix(): file.read_bytes()
        for file in sorted(home.decks.rglob("*"))
        if file.suffix == ".yaml" or file.name in NAMES
    }
    wanted: dict[str, bytes | None] = {}
    for path in sorted(known.keys() | there.keys()):
        history = _History(home.database, path, known.get(path, {}), now)
        version = history.at(memory.get(path), there.get(path))
        if path in resolved:
            version = history.add(history.heads(), there.get(path))
        version = history.merged(version, done)
        if version.name in history.versions:
            memory[path] = version.name
        if version.content != there.get(path):
            wanted[f"decks/{path}"] = version.content
            (done.removed if version.content is None else done.written).append(path)
    _write(home, wanted, memory, now)
    return done


@dataclass(slots=True)
class _History:
    """The versions of one deck file."""

    database: Path
    path: str
    versions: dict[Name, Version]
    now: int

    def add(self, parents: list[Name], content: bytes | None) -> Version:
        version = add_version(self.database, self.path, parents, content, self.now)
        self.versions[version.name] = version
        return version

    def at(self, remembered: Name | None, content: bytes | None) -> Version:
        """The version that stands here: a new one where the file was edited; nameless if it never was."""
        same = [name for name, version in self.versions.items() if version.content == content]
        base = remembered if remembered in self.versions else max(same, default=None)
        if base is not None and self.versions[base].content == content:
            return self.versions[base]
        if base is None and content is None:
            return Version((0, ""), self.path, (), None)
        before = self.versions[base].content if base else None
        alike = [name for name in self.heads() if base and self.versions[name].content == before]
        return self.add(sorted({*alike, *([base] if base else [])}), content)

    def heads(self) -> list[Name]:
        """The versions that nothing was made from."""
        parents = {parent for version in self.versions.values() for parent in version.parents}
        return sorted(self.versions.keys() - parents)

    def merged(self, here: Version, done: DecksSynced) -> Version:
        """The one version that comes of all heads; `here` where they conflict, or an origin is missing."""
        heads = [self.versions[name] for name in self.heads()]
        if len(heads) > 1 and not self._is_whole():
            done.waiting.append(self.path)
            return here
        one = heads[0]
        for other in heads[1:]:
            if one.content == other.content:
                continue
            content, conflicts = self._merge(one, other)
            if conflicts:
                done.conflicts += self._seen_from(here, one, other, conflicts)
                return here
            one = self.add([one.name, other.name], content)
        return one

    def _seen_from(
        self, here: Version, one: Version, other: Version, conflicts: tuple[Conflict, ...]
    ) -> Iterator[DeckConflict]:
        """Conflicts as this machine has them: what stands here first, whichever way they were merged."""
        for found in conflicts:
            turned = Conflict(found.note, found.theirs, found.ours) if here.name == other.name else found
            yield DeckConflict(self.path, turned, here.name in {one.name, other.name})

    def _is_whole(self) -> bool:
        return all(origin in self.versions for one in self.versions.values() for origin in one.parents)

    def _merge(self, one: Version, two: Version) -> tuple[bytes | None, tuple[Conflict, ...]]:
        origins = self._origins(one, two)
        base = self._origin(origins)
        if one.content == base and origins:
            return two.content, ()
        if two.content == base and origins:
            return one.content, ()
        texts = [_text(content) for content in (base, one.content, two.content)]
        name = self.path.rpartition("/")[2]
        if name in NAMES:
            entries = merge_entries((texts[0], texts[1], texts[2]), name)
            return (entries.text or "").encode() or None, entries.conflicts
        whole = (Conflict(AROUND, texts[1], texts[2]),)
        before, mine, other = texts
        if before is None or mine is None or other is None:
            return None, whole
        try:
            found = merge_decks(before, mine, other, self.path)
        except DeckError:
            return None, whole
        return (found.text.encode() if found.text is not None else None), found.conflicts

    def _origins(self, one: Version, two: Version) -> list[Version]:
        """What both were made from, without what any of that was made from."""
        common = self._ancestors(one) & self._ancestors(two)
        newest = common - {parent for name in common for parent in self.versions[name].parents}
        return [self.versions[name] for name in sorted(newest)]

    def _origin(self, origins: list[Version]) -> bytes | None:
        """What two versions began with: where machines merged the same at once, the merge of all origins."""
        if not origins:
            return None
        first, *others = origins
        for other in others:
            content, conflicts = self._merge(first, other)
            if conflicts:
                return origins[-1].content
            first = Version((0, ""), self.path, (*_names(first), other.name), content)  # known nowhere
        return first.content

    def _ancestors(self, version: Version) -> set[Name]:
        """The names of a version and of all that it was made from."""
        seen: set[Name] = set()
        waiting = _names(version)
        while waiting:
            one = waiting.pop()
            if one in self.versions and one not in seen:
                seen.add(one)
                waiting += self.versions[one].parents
        return seen


def _names(version: Version) -> list[Name]:
    return [version.name, *version.parents]


def _text(content: bytes | None) -> str | None:
    try:
        return None if content is None else content.decode()
    except UnicodeDecodeError:
        return None


def _remembered(home: Home) -> dict[str, Name]:
    try:
        found = json.loads((home.folder / _MEMORY).read_bytes())
        return {path: (int(stamp), str(device)) for path, (stamp, device) in found.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(home: Home, wanted: Mapping[str, bytes | None], memory: Mapping[str, Name], now: int) -> None:
    if wanted:
        store = Store.open(home.database)
        try:
            edit_files(home, store, wanted, now)
        finally:
            store.close()
    if memory:
        write_atomically(home.folder / _MEMORY, json.dumps(memory, ensure_ascii=False).encode())
