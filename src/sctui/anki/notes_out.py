"""Our notes as Anki's: what each asks, its proof, its tags."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sctui.anki.field_text import field, tag
from sctui.anki.in_scripts import in_scripts
from sctui.markup.html import field_html, no_picture
from sctui.markup.parse import may_be_marked
from sctui.markup.sounds import played
from sctui.model.card import REVERSED, CardType, Note, Source, gaps
from sctui.model.language import Language

MOST_GAPS = 500  # the highest number of a gap that Anki makes a card for
# what is the same as plain text, in Markdown and in HTML, and names no sound
_SIMPLE = re.compile("[^♪&<>\\[\\]*_`\\\\$|#\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*")


class NoteOut(NamedTuple):
    """A note of Anki's.

    `key` is the id that its GUID comes from, `fields` are HTML, `cards` the ids of our cards by their ord.
    """

    key: str
    is_cloze: bool
    fields: list[str]
    tags: Sequence[str]
    cards: list[tuple[int, str]]


_UNKNOWN: Mapping[str, str] = {}
# a picture's or sound's path as a card has it -> its name among Anki's media; empty for none
Pictures = Callable[[str], str]
Written = Callable[[str, Note, Pictures], str]


def notes_out(
    note: Note,
    language: Language,
    pictures: Pictures = no_picture,
    *,
    all_scripts: bool = False,
    origins: Mapping[str, str] = _UNKNOWN,
) -> list[NoteOut]:
    """The notes that a note becomes: one, or two of a reversible note.

    `origins` says of documents when they appeared and what kind of source they are, by file name.

    The second direction is a note of its own, so that the first stays what it was when it had but one.
    """
    topic, flags, tags = _labels(note.kind.value, note.topic, note.flags, note.tags)
    written: Written = _html
    if all_scripts:
        topic = in_scripts(" › ".join(note.topic), language, field)
        written = _in_all(language)
    proof = topic, *_sources(note.sources, origins), flags
    if note.text:
        numbers = sorted({int(gap["number"]) for gap in gaps(note.text)})
        cards = [(number - 1, f"{note.id}#{number}") for number in numbers if number <= MOST_GAPS]
        fields = [written(note.text, note, pictures), *proof, note.id, language]
        return [NoteOut(note.id, True, fields, tags, cards)]  # noqa: FBT003 -- a column
    front = written(note.front, note, pictures)
    if note.options or note.tolerance:
        front += _asking(note, pictures, written)
    back = written(note.back, note, pictures)
    found = [_basic(note.id, front, back, proof, language, tags)]
    if note.reverse:
        front, back = (written(text, note, pictures) for text in (note.reverse.front, note.reverse.back))
        found.append(_basic(f"{note.id}#{REVERSED}", front, back, proof, language, tags))
    return found


def _basic(
    key: str, front: str, back: str, proof: Sequence[str], language: Language, tags: Sequence[str]
) -> NoteOut:
    fields = [front, back, *proof, key, language]
    return NoteOut(key, False, fields, tags, [(0, key)])  # noqa: FBT003 -- a column


def usual_row(
    note: Note, language: Language, pictures_of: Callable[[Note], Pictures], origins: Mapping[str, str]
) -> tuple[str, str] | None:
    """Tags and fields of a note as Anki's table has them; None unless it asks one question and has one proof.

    They say what `notes_out` says. Most notes are such, and a large package takes a third less time for it.
    """
    if note.text or note.tolerance or note.options or note.reverse or len(note.sources) != 1:
        return None
    topic, flags, tags = _usual_labels(f"{note.kind}", note.topic, note.flags, note.tags)
    (source,) = note.sources
    front, back, told = note.front, note.back, origins.get(source.document)
    if not _SIMPLE.fullmatch(f"{front}{back}"):
        pictures = pictures_of(note)
        front, back = _html(front, note, pictures), _html(back, note, pictures)
    place = f"{_document(source.document)} · {source.line}"
    if told:
        place = f"{place} · {_document(told)}"
    quote = field(source.quote)
    return tags, f"{front}\x1f{back}\x1f{topic}\x1f{place}\x1f{quote}\x1f{flags}\x1f{note.id}\x1f{language}"


def row_of(note: NoteOut) -> tuple[str, str]:
    """Tags and fields as Anki's table has them."""
    return _tags_column(note.tags), "\x1f".join(note.fields)


def _tags_column(tags: Iterable[str]) -> str:
    return f" {' '.join(tags)} "


def _html(text: str, note: Note, pictures: Pictures) -> str:
    if _SIMPLE.fullmatch(text):
        return text
    return played(field_html(text, note, pictures) if may_be_marked(text) else field(text), pictures)


def _in_all(language: Language) -> Written:
    return lambda text, note, pictures: in_scripts(text, language, lambda form: _html(form, note, pictures))


def _asking(note: Note, pictures: Pictures, written: Written) -> str:
    """What stands behind the question: the options of a choice, what a number card takes for right.

    The script of our note types finds them there.
    """
    if note.options:
        items = "".join(f"<li>{written(option, note, pictures)}</li>" for option in note.choices())
        return f'<ol class="choices">{items}</ol>'
    return f'<div class="number" data-tolerance="{html.escape(note.tolerance)}"></div>'


def in_words(note: Note) -> Iterator[tuple[str, list[str]]]:
    """The id of each note that a note becomes, and its texts, for note types that have no script of ours."""
    if note.type is CardType.CLOZE:
        yield note.id, [note.text]
    elif note.type is CardType.CHOICE:
        options = "\n".join(f"{chr(65 + i)}. {option}" for i, option in enumerate(note.choices()))
        yield note.id, [f"{note.front}\n\n{options}", note.back]
    else:
        for card in note.cards():
            yield card.id, [card.front, card.back]


def _sources(sources: tuple[Source, ...], origins: Mapping[str, str]) -> tuple[str, str]:
    """Places, with what is known of the documents, and quotes; of several, each with its number."""

    if len(sources) == 1:
        (source,) = sources
        told = origins.get(source.document)
        place = f"{_document(source.document)} · {source.line}"
        return f"{place} · {_document(told)}" if told else place, field(source.quote)

    def behind(source: Source) -> str:
        told = origins.get(source.document)
        return f" · {told}" if told else ""

    places = (f"[{number}] {one.document} · {one.line}{behind(one)}" for number, one in enumerate(sources, 1))
    quotes = (f"[{number}] {one.quote}" for number, one in enumerate(sources, 1))
    return field("\n".join(places)), field("\n".join(quotes))


@lru_cache(maxsize=256)
def _document(name: str) -> str:
    return field(name)


def tags_of(note: Note) -> Sequence[str]:
    """The tags of a note in Anki: kind, topic, flags, and the author's own, nested with `::`."""
    return _labels(note.kind.value, note.topic, note.flags, note.tags)[2]


@lru_cache(maxsize=1024)
def _labels(
    kind: str, topic: tuple[str, ...], flags: tuple[str, ...], own: tuple[str, ...]
) -> tuple[str, str, tuple[str, ...]]:
    """Topic and flags as fields, and the tags, of notes that share all of them."""
    tags = [tag("kind", kind)]
    if topic:
        tags.append(tag("topic", *topic))
    tags += (tag("flag", *flag.split(":")) for flag in flags)
    tags += (tag(*one.split("::")) for one in own)
    unique = tuple(dict.fromkeys(name for name in tags if name))
    return field(" › ".join(topic)), field(" · ".join(flags)), unique


@lru_cache(maxsize=1024)
def _usual_labels(
    kind: str, topic: tuple[str, ...], flags: tuple[str, ...], own: tuple[str, ...]
) -> tuple[str, str, str]:
    told = _labels(kind, topic, flags, own)
    return told[0], told[1], _tags_column(told[2])
