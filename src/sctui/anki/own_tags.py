"""Which tags are ours: those that say of a note what its deck says, and change with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sctui.model.card import CardKind, Note

_OWN = ("kind::", "topic::", "flag::")
_KINDS = {f"kind::{kind.value}": kind for kind in CardKind}


def own_tag(tag: str) -> bool:
    """Whether a tag was made from kind, topic or flags; all others are a learner's or an author's."""
    return tag.startswith(_OWN)


def kind_told(tags: Iterable[str]) -> CardKind:
    """What the tags of a note of ours say that it is about."""
    return next((_KINDS[tag] for tag in tags if tag in _KINDS), CardKind.NOTE)


def with_told(note: Note) -> Note:
    """A note of ours from a table, which has tags alone: with the kind, topic and flags that they tell."""
    topic = next(_parts(note.tags, "topic::"), ())
    return replace(
        note,
        kind=kind_told(note.tags),
        topic=note.topic or tuple(part.replace("_", " ") for part in topic),
        flags=tuple(":".join(parts) for parts in _parts(note.tags, "flag::")),
        tags=tuple(tag for tag in note.tags if not own_tag(tag)),
    )


def _parts(tags: Iterable[str], start: str) -> Iterator[tuple[str, ...]]:
    return (tuple(filter(None, tag.split("::")[1:])) for tag in tags if tag.startswith(start))
