"""Decks as tab-separated text with the header lines by which Anki knows what stands in which column.

Source of the header lines: docs.ankiweb.net/importing/text-files.html. The note types are those that every
Anki has, so that nothing need be imported before; the package (`.apkg`) has ours, with each card's proof.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from sctui.anki.field_text import plain
from sctui.anki.ids import guid
from sctui.anki.notes_out import in_words, tags_of
from sctui.markup.html import field_html
from sctui.model.card import CardType, Note
from sctui.model.deck import Deck

HEADER = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:4\n"
# what a spreadsheet would take for the start of a formula, in any width, or skip before it looks for one
_FORMULA = re.compile("[=+@\\-\t\r\n\uff1d\uff0b\uff0d\uff20]")


def tsv(decks: Iterable[Deck]) -> str:
    """One note a line: id, note type, deck, tags, and the fields as HTML.

    Importing it again updates the notes. No cell begins a formula: a field begins with the entity of the
    character instead, which Anki shows as it was; a name of a deck or tag with `'`.
    """
    out = io.StringIO()
    out.write(HEADER)
    csv.writer(out, "excel-tab", lineterminator="\n").writerows(_rows(decks))
    return out.getvalue()


def _rows(decks: Iterable[Deck]) -> Iterator[tuple[str, ...]]:
    for deck in decks:
        for note in deck.notes:
            kind = "Cloze" if note.type is CardType.CLOZE else "Basic"
            for key, texts in in_words(note):
                front, back = [*(_field(text, note) for text in texts), ""][:2]
                yield guid(key), kind, _name(deck.name), _name(" ".join(tags_of(note))), front, back


def _field(text: str, note: Note) -> str:
    written = field_html(text, note).replace("\n", "&#10;").replace("\t", "&#9;")
    return f"&#{ord(written[0])};{written[1:]}" if _FORMULA.match(written) else written


def _name(text: str) -> str:
    cell = re.sub(r"\s", " ", plain(text))
    return f"'{cell}" if _FORMULA.match(cell) else cell
