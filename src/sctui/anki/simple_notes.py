"""Anki's notes whose question and answer are words alone, which are the same here: many at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from sctui.anki.foreign import ForeignNote
from sctui.anki.ids import id_of_foreign
from sctui.decks.note_columns import notes_of_columns
from sctui.model.card import CardKind, Markup, Note
from sctui.text.yaml_unusual import LONGEST_TEXT

NUMBER = re.compile(r"[-+]?\d{1,15}(?:\.\d{1,9})?")
_MARKUP = re.compile(r"[<&\[\]\\*_`$|]")  # in HTML or Markdown, perhaps


def are_simple(fields: tuple[str, ...]) -> bool:
    """Whether fields are question and answer in words alone, the same in HTML and Markdown."""
    if len(fields) != 2 or not (fields[0] and fields[1]):
        return False
    front, back = fields
    both = front + back
    if len(both) > LONGEST_TEXT or not both.isprintable() or _MARKUP.search(both):
        return False
    if front[0] == " " or front[-1] == " " or back[0] == " " or back[-1] == " ":
        return False
    return not (back[-1].isdigit() and NUMBER.fullmatch(back))


def simple_notes(foreign: Sequence[ForeignNote]) -> list[Note]:
    """The notes here of those whose fields are the same here."""
    keys = [id_of_foreign(one.guid) for one in foreign]
    fronts, backs, tags = (
        [one.fields[0] for one in foreign],
        [one.fields[1] for one in foreign],
        [one.tags for one in foreign],
    )
    text, none = repeat(""), repeat(())
    kind, markup = repeat(CardKind.NOTE), repeat(Markup.MARKDOWN)
    return notes_of_columns(
        (keys, kind, none, fronts, backs, text, none, none, tags, text, none, repeat(None), markup, text)
    )
