"""Anki's notes -> notes of ours, and what of them cannot come.

A note of ours that went to Anki is known by its GUID, whatever became of its text there, and is not made
again. All others get an id that holds their GUID, so that they are the same cards at every import.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from sctui.anki.foreign import ForeignCollection, ForeignNote
from sctui.anki.ids import guid, id_of_foreign, known_guids
from sctui.anki.notes_out import MOST_GAPS
from sctui.anki.own_fields import apart
from sctui.anki.own_tags import kind_told, own_tag
from sctui.anki.simple_notes import NUMBER, are_simple, simple_notes
from sctui.decks.imports.html_markdown import markdown_of, texts_of
from sctui.i18n import N_, _
from sctui.model.card import REVERSED, Markup, Note, Reverse, gaps
from sctui.text.plain_text import plain
from sctui.text.yaml_unusual import LONGEST_TEXT

_FIELD = re.compile(r"\{\{(?:[^{}:]*:)*([^{}:#/^]+)\}\}")
_OURS = "sctui "
_OCCLUSION = "image-occlusion:"
_SWITCH = "Add Reverse"  # a field whose filling makes a card, and is shown nowhere


@dataclass(slots=True)
class Incoming:
    """What comes out of a collection.

    Args:
        notes: new notes, by the deck they lie in there.
        known: ids of the notes of ours that the collection has as well.
        cards: the id here of each card there, by guid and ord.
        left_out: why notes, cards or fields did not come, and how many of each.
    """

    notes: dict[str, list[Note]] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    cards: dict[tuple[str, int], str] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)


# what a field calls a file, and the deck's name -> its path from the deck's file; empty for none
DeckMedia = Callable[[str, str], str]


def incoming(
    collection: ForeignCollection, ours: Iterable[Note], media: DeckMedia, deck: str | None = None
) -> Incoming:
    """Sort a collection's notes into those that we have and those that are new.

    Args:
        collection: what was read.
        ours: the notes of the library.
        media: asked for what a note shows when that note is made.
        deck: the deck that all new notes go to; where Anki has them for None.
    """
    return _Taking(collection, known_guids(ours), media, deck).taken()


class _Taking:
    def __init__(
        self, collection: ForeignCollection, ours: Mapping[str, str], media: DeckMedia, deck: str | None
    ) -> None:
        self._collection, self._ours, self._media, self._deck = collection, ours, media, deck
        self._ords = collection.ords
        self._decks: dict[str, str] = {}
        self._put_in: dict[str, list[Note]] = {}
        self._found = Incoming()

    def taken(self) -> Incoming:
        apart: list[tuple[str, ForeignNote]] = []  # ours, of decks that are not here
        new: list[ForeignNote] = []
        for note in self._collection.notes.values():
            own = self._ours.get(note.guid)
            if own is not None:
                self._found.known.add(own.partition("#")[0])
                self._name_cards(note, own)
            elif claimed := _claimed(note):
                apart.append((claimed, note))
            else:
                new.append(note)
        self._take(new)
        self._take_apart(apart)
        return self._found

    def _take(self, new: Iterable[ForeignNote]) -> None:
        sorted_out = [(one, self._is_simple(one)) for one in new]
        simple = iter(simple_notes([one for one, is_simple in sorted_out if is_simple]))
        for foreign, is_simple in sorted_out:
            if is_simple:  # as most are
                note = next(simple)
                self._found.cards[foreign.guid, 0] = note.id
            else:
                made = self._note(foreign, id_of_foreign(foreign.guid), foreign.fields, foreign.tags)
                if made is None:
                    continue
                note = made
                self._name_cards(foreign, note.id, note)
            self._put(foreign, note)

    def _is_simple(self, foreign: ForeignNote) -> bool:
        """Whether a note is one card with question and answer in words alone."""
        cards = self._ords[foreign.guid]
        return len(cards) == 1 and 0 in cards and not foreign.kind.is_cloze and are_simple(foreign.fields)

    def _take_apart(self, apart: Iterable[tuple[str, ForeignNote]]) -> None:
        """Notes of ours whose decks are not here; both directions of one are one again."""
        made: dict[str, tuple[ForeignNote, Note]] = {}
        turned: list[tuple[str, ForeignNote, Note]] = []
        for key, foreign in apart:
            note = self._own(foreign, key.partition("#")[0])
            if note is None:
                continue
            self._name_cards(foreign, key)
            if key.endswith(f"#{REVERSED}"):
                turned.append((note.id, foreign, note))
            else:
                made[note.id] = foreign, _with_proof(note, foreign)
        for key, foreign, note in turned:
            first, forward = made.get(key, (foreign, replace(note, front=note.back, back=note.front)))
            made[key] = first, replace(forward, reverse=Reverse(note.front, note.back))
        for foreign, note in made.values():
            self._put(foreign, note)

    def _own(self, foreign: ForeignNote, key: str) -> Note | None:
        """A note of one of our note types."""
        first, *others = foreign.fields[: _asked_fields(foreign)]
        parts = apart(first)
        note = self._note(foreign, key, (parts.question, *others))
        if note is None or not note.front:
            return note
        options = tuple(one for text in parts.options if (one := markdown_of(text, str)) != note.back)
        fewest = 2  # of a choice card's wrong answers
        return replace(note, tolerance=parts.tolerance, options=options if len(options) >= fewest else ())

    def _put(self, foreign: ForeignNote, note: Note) -> None:
        notes = self._put_in.get(foreign.deck)
        if notes is None:
            notes = self._found.notes.setdefault(self._deck_of(foreign), [])
            self._put_in[foreign.deck] = notes
        notes.append(note)

    def _deck_of(self, foreign: ForeignNote) -> str:
        if foreign.deck not in self._decks:
            parts = (plain(part).strip() for part in foreign.deck.split("::"))
            self._decks[foreign.deck] = self._deck or "::".join(part for part in parts if part) or "Anki"
        return self._decks[foreign.deck]

    def _name_cards(self, foreign: ForeignNote, key: str, note: Note | None = None) -> None:
        """Say which card of ours each card of a note is; `note` where it came from Anki first."""
        for ord_ in self._ords.get(foreign.guid, ()):
            if foreign.kind.is_cloze:
                self._found.cards[foreign.guid, ord_] = f"{key}#{ord_ + 1}"
            elif ord_ == 0:
                self._found.cards[foreign.guid, 0] = key
            elif ord_ == 1 and (_asks_back(foreign) if note is None else note.reverse):
                self._found.cards[foreign.guid, 1] = f"{key}#{REVERSED}"
            else:
                self._left(N_("a further card of a note type with several"))

    def _note(
        self, foreign: ForeignNote, key: str, fields: tuple[str, ...], tags: tuple[str, ...] = ()
    ) -> Note | None:
        texts, markup = self._texts(foreign, fields)
        filled = [at for at, text in enumerate(texts) if text]
        is_cloze = foreign.kind.is_cloze
        used = filled[: 1 if is_cloze else 2]
        if is_cloze:
            wrong = _wrong_gaps(texts[used[0]] if used else "")
        else:
            wrong = {0: N_("a note without text"), 1: N_("a note without an answer")}.get(len(used), "")
        if any(len(texts[at]) > LONGEST_TEXT for at in used):
            wrong = N_("a note with a text of more than 100,000 characters")
        if wrong:
            self._left(wrong)
            return None
        for at in filled[len(used) :]:
            if not _field_name(foreign, at).startswith(_SWITCH):
                self._left(
                    _("a field beside question and answer ({field_name})").format(
                        field_name=_field_name(foreign, at)
                    )
                )
        if is_cloze:
            return Note(key, text=texts[used[0]], tags=tags, markup=markup)
        front, back = (texts[at] for at in used)
        reverse = tolerance = None
        if 1 in self._ords.get(foreign.guid, ()) and _asks_back(foreign):
            reverse = Reverse(back, front)
        elif foreign.kind.is_typed and NUMBER.fullmatch(back):
            tolerance = "0"
        return Note(
            key, front=front, back=back, tags=tags, tolerance=tolerance or "", reverse=reverse, markup=markup
        )

    def _texts(self, foreign: ForeignNote, fields: tuple[str, ...]) -> tuple[list[str], Markup]:
        """The fields as texts, and how these are to be read."""
        deck = self._deck_of(foreign)
        return texts_of(fields, lambda name: self._media(name, deck))

    def _left(self, why: str) -> None:
        self._found.left_out[why] += 1


def _claimed(note: ForeignNote) -> str:
    """The id that a note of one of our note types says it has here, if its GUID bears that out."""
    if not note.kind.name.startswith(_OURS) or "Id" not in note.kind.fields:
        return ""
    at = note.kind.fields.index("Id")
    key = note.fields[at].strip() if at < len(note.fields) else ""
    return key if key and guid(key) == note.guid else ""


def _asked_fields(note: ForeignNote) -> int:
    """How many of our note type's fields stand before its proof."""
    return note.kind.fields.index("Topic") if "Topic" in note.kind.fields else 2


def _asks_back(note: ForeignNote) -> bool:
    """Whether the second card of the note type asks for the first field by the second."""
    if len(note.kind.questions) < 2 or len(note.kind.fields) < 2:
        return False
    asked = _FIELD.search(note.kind.questions[1])
    return bool(asked) and asked[1].strip() == note.kind.fields[1] if asked else False


def _wrong_gaps(text: str) -> str:
    """What keeps a text from being a cloze card of ours; empty when nothing does."""
    found = list(gaps(text))
    if _OCCLUSION in text:
        return N_("an image with parts covered")
    if any("{{c" in gap["answer"] for gap in found) or text.count("{{c") > len(found):
        return N_("gaps within gaps")
    if not found:
        return N_("a text without gaps")
    if any(len(gap["number"]) > 4 or int(gap["number"]) > MOST_GAPS for gap in found):
        return N_("a gap with a number above 500")
    if any(not gap["answer"].strip() or not int(gap["number"]) for gap in found):
        return N_("a gap that hides nothing")
    return ""


def _with_proof(note: Note, foreign: ForeignNote) -> Note:
    """A note of ours with kind, topic, flags and tags as its tags and fields tell of them."""
    values = dict(zip(foreign.kind.fields, foreign.fields, strict=False))
    topic, flags = (markdown_of(values.get(name, ""), str) for name in ("Topic", "Flags"))
    return replace(
        note,
        kind=kind_told(foreign.tags),
        topic=tuple(part for part in topic.split(" › ") if part),
        flags=tuple(part for part in flags.split(" · ") if part),
        tags=tuple(tag for tag in foreign.tags if not own_tag(tag)),
    )


def _field_name(note: ForeignNote, at: int) -> str:
    return plain(note.kind.fields[at]) if at < len(note.kind.fields) else str(at + 1)
