"""Our notes as Anki's: what each asks, its proof, its tags."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sctui.anki.field_text import field, tag
from sctui.anki.in_scripts import in_scripts
from sctui.markup.html import field_html, no_picture
from sctui.model.card import REVERSED, CardType, Note, Source, gaps
from sctui.model.language import Language

# what is the same as plain text, in Markdown and in HTML
_SIMPLE = re.compile("[^&<>\\[\\]*_`\\\\$|#\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*")


class NoteOut(NamedTuple):
    """A note of Anki's.

    `key` is the id that its GUID comes from, `fields` are HTML, `cards` the ids of our cards by their ord.
    """

    key: str
    is_cloze: bool
    fields: list[str]
    tags: list[str]
    cards: list[tuple[int, str]]


# a picture's path as a card has it -> its name among Anki's media; empty for none
Pictures = Callable[[str], str]


def notes_out(
    note: Note, language: Language, pictures: Pictures = no_picture, *, all_scripts: bool = False
) -> Iterator[NoteOut]:
    """The notes that a note becomes: one, or two of a reversible note.

    The second direction is a note of its own, so that the first stays what it was when it had but one.
    """
    kind, tags = note.type, tags_of(note)

    def html_of(text: str) -> str:
        return text if _SIMPLE.fullmatch(text) else field_html(text, note, pictures)

    def in_all(text: str) -> str:
        return in_scripts(text, language, html_of)

    written = in_all if all_scripts else html_of
    topic = in_scripts(" › ".join(note.topic), language, field) if all_scripts else _topic(note.topic)
    proof = [topic, *_sources(note.sources), field(" · ".join(note.flags))]
    if kind is CardType.CLOZE:
        numbers = sorted({int(gap["number"]) for gap in gaps(note.text)})
        cards = [(number - 1, f"{note.id}#{number}") for number in numbers]
        yield NoteOut(note.id, True, [written(note.text), *proof, note.id, language.value], tags, cards)  # noqa: FBT003 -- a column
        return
    for key, front, back in _asked(note, kind, written):
        fields = [front, back, *proof, key, language.value]
        yield NoteOut(key, False, fields, tags, [(0, key)])  # noqa: FBT003 -- a column


def _asked(note: Note, kind: CardType, html_of: Callable[[str], str]) -> Iterator[tuple[str, str, str]]:
    """Id, question and answer of each direction.

    What a number card takes for right, and the options of a choice card, stand behind the question, where the
    script of our note types finds them.
    """
    front, back = html_of(note.front), html_of(note.back)
    if kind is CardType.CHOICE:
        options = "".join(f"<li>{html_of(option)}</li>" for option in note.choices())
        front += f'<ol class="choices">{options}</ol>'
    elif kind is CardType.NUMBER:
        front += f'<div class="number" data-tolerance="{html.escape(note.tolerance)}"></div>'
    yield note.id, front, back
    if note.reverse:
        yield f"{note.id}#{REVERSED}", html_of(note.reverse.front), html_of(note.reverse.back)


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


def _sources(sources: tuple[Source, ...]) -> tuple[str, str]:
    """Places and quotes; of several, each with its number."""
    if len(sources) == 1:
        (source,) = sources
        return field(f"{source.document} · {source.line}"), field(source.quote)
    places = (f"[{number}] {one.document} · {one.line}" for number, one in enumerate(sources, 1))
    quotes = (f"[{number}] {one.quote}" for number, one in enumerate(sources, 1))
    return field("\n".join(places)), field("\n".join(quotes))


@lru_cache(maxsize=256)
def _topic(topic: tuple[str, ...]) -> str:
    return field(" › ".join(topic))


def tags_of(note: Note) -> list[str]:
    """The tags of a note in Anki: kind, topic, flags, and the author's own, nested with `::`."""
    return list(_tags(note.kind.value, note.topic, note.flags, note.tags))


@lru_cache(maxsize=1024)
def _tags(kind: str, topic: tuple[str, ...], flags: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    tags = [tag("kind", kind)]
    if topic:
        tags.append(tag("topic", *topic))
    tags += (tag("flag", *flag.split(":")) for flag in flags)
    tags += (tag(*one.split("::")) for one in own)
    return tuple(dict.fromkeys(name for name in tags if name))
