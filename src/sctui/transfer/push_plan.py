"""What a push would do: which notes Anki has not, and which say something else there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sctui.anki.note_types import BASIC_FIELDS, BASIC_NAME, CLOZE_FIELDS, CLOZE_NAME
from sctui.anki.notes_out import NoteOut
from sctui.anki.own_tags import own_tag
from sctui.transfer.anki_connect import AnkiConnect

_QUERY = f'"note:{BASIC_NAME}" OR "note:{CLOZE_NAME}"'


@dataclass(frozen=True, slots=True)
class Change:
    """A note that says something else in Anki: its number there, fields that differ, tags to come and go."""

    note: NoteOut
    number: int
    fields: dict[str, str]
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(slots=True)
class Plan:
    """Notes to add and to change, how many are the same, and how many Anki has besides; those stay."""

    new: list[NoteOut] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: int = 0
    others: int = 0


def plan_push(anki: AnkiConnect, notes: Iterable[NoteOut]) -> Plan:
    """Compare notes with what Anki has of our note types, by their ids in the field `Id`.

    Raises:
        PushError: when Anki does not answer.
    """
    there: dict[str, dict[str, Any]] = {}
    for one in anki.notes(_QUERY):
        there.setdefault(_value(one, "Id"), one)
    plan = Plan()
    for note in notes:
        found = there.pop(note.key, None)
        if found is None:
            plan.new.append(note)
        elif change := _change(note, found):
            plan.changed.append(change)
        else:
            plan.same += 1
    plan.others = len(there)
    return plan


def named_fields(note: NoteOut) -> dict[str, str]:
    """The fields of a note by their names."""
    return dict(zip(CLOZE_FIELDS if note.is_cloze else BASIC_FIELDS, note.fields, strict=True))


def _change(note: NoteOut, there: dict[str, Any]) -> Change | None:
    ours = named_fields(note)
    known = ((name, text) for name, text in ours.items() if name in there["fields"])
    fields = {name: text for name, text in known if _value(there, name) != text}
    tags = {str(tag).lower(): str(tag) for tag in there["tags"]}
    wanted = {tag.lower() for tag in note.tags}
    added = tuple(tag for tag in note.tags if tag.lower() not in tags)
    removed = tuple(tag for low, tag in tags.items() if own_tag(low) and low not in wanted)
    if not (fields or added or removed):
        return None
    return Change(note, there["noteId"], fields, added, removed)


def _value(note: dict[str, Any], name: str) -> str:
    return str(note["fields"].get(name, {}).get("value", ""))
