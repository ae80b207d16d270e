"""A deck in the reader's script. What proves a card stays in the script of its source."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.model.card import Note, Reverse
from sctui.model.deck import Deck
from sctui.model.language import Language
from sctui.text.script import Script, show

_ADDRESS = re.compile(r"(\]\((?:<[^>\n]*>|[^()\n]*)\))")
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
        front=_shown(note.front, script),
        back=_shown(note.back, script),
        text=_shown(note.text, script),
        options=tuple(_shown(option, script) for option in note.options),
        reverse=note.reverse
        and Reverse(_shown(note.reverse.front, script), _shown(note.reverse.back, script)),
    )


def _shown(text: str, script: Script) -> str:
    """The text in the script; where links and pictures lead stays as it is written."""
    if "](" not in text:
        return show(text, script)
    return "".join(part if part.startswith("](") else show(part, script) for part in _ADDRESS.split(text))
