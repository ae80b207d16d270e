"""A deck in the reader's script. What proves a card stays in the script of its source."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.markup.sounds import SIGN
from sctui.model.card import Note, Reverse
from sctui.model.deck import Deck
from sctui.model.language import Language
from sctui.text.script import Script, show

_PATH = re.compile(rf"(\]\((?:<[^>\n]*>|[^()\n]*)\)|{SIGN} [\w./+-]+)")
_LANGUAGES = {
    Script.SIMPLIFIED: Language.SIMPLIFIED,
    Script.TAIWAN: Language.TRADITIONAL,
    Script.HONG_KONG: Language.TRADITIONAL,
}


def deck_in_script(deck: Deck, script: Script) -> Deck:
    """The deck with its name, topics, questions and answers in `script`; ids, quotes, flags and tags stay."""
    if script is Script.AS_WRITTEN:
        return deck
    notes = tuple(_note_in_script(note, script) for note in deck.notes)
    language = _LANGUAGES[script] if deck.language.is_chinese else deck.language
    return replace(deck, name=show(deck.name, script), language=language, notes=notes)


def _note_in_script(note: Note, script: Script) -> Note:
    return replace(
        note,
        topic=tuple(show(title, script) for title in note.topic),
        front=text_in_script(note.front, script),
        back=text_in_script(note.back, script),
        text=text_in_script(note.text, script),
        options=tuple(text_in_script(option, script) for option in note.options),
        reverse=note.reverse
        and Reverse(text_in_script(note.reverse.front, script), text_in_script(note.reverse.back, script)),
    )


def text_in_script(text: str, script: Script) -> str:
    """The text in the script; where links, pictures and sounds lead stays as it is written."""
    if "](" not in text and SIGN not in text:
        return show(text, script)
    parts = _PATH.split(text)
    return "".join(part if at % 2 else show(part, script) for at, part in enumerate(parts))
