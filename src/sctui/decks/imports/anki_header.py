"""The header lines of Anki's text files: `#separator:tab` and its like.

Source: docs.ankiweb.net/importing/text-files.html.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sctui.decks.values import near_miss, shown
from sctui.errors import DeckError

_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_COLUMNS = ("guid column", "notetype column", "deck column", "tags column")
_KEYS = ("separator", "html", "tags", "columns", "notetype", "deck", "if matches", *_COLUMNS)


@dataclass(slots=True)
class Header:
    """What the header says.

    `columns` has the place (from 0) of guid, notetype, deck and tags; `lines` is the header's length.
    """

    separator: str = ""
    html: bool = False
    tags: tuple[str, ...] = ()
    names: str = ""
    notetype: str = ""
    deck: str = ""
    columns: dict[str, int] = field(default_factory=dict)
    lines: int = 0


def read_header(text: str, file: str) -> Header:
    """The header at the start of a text.

    Raises:
        DeckError: for a separator or column that cannot be.
    """
    header = Header()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        header.lines = number
        key, colon, value = line[1:].partition(":")
        if colon and key.strip().lower() in _KEYS:
            _take(
                header, key.strip().lower(), value, DeckError("", file=file, line=number, column=len(key) + 3)
            )
    return header


def _take(header: Header, key: str, value: str, fault: DeckError) -> None:
    word = value.strip()
    if key == "separator":
        header.separator = _separator(value, fault)
    elif key == "html":
        header.html = word.lower() == "true"
    elif key == "tags":
        header.tags = tuple(word.split())
    elif key == "columns":
        header.names = value
    elif key == "notetype":
        header.notetype = word
    elif key == "deck":
        header.deck = word
    elif key in _COLUMNS:
        if not (word.isascii() and word.isdigit() and 0 < int(word) < 1000):
            raise _told(fault, f"`{shown(word)}` is no column; columns count from 1")
        header.columns[key.removesuffix(" column")] = int(word) - 1


def _separator(value: str, fault: DeckError) -> str:
    known = _SEPARATORS.get(value.strip().lower(), value if len(value) == 1 else "")
    if not known or known in '"\r\n':
        names = tuple(_SEPARATORS)
        message = f"unknown separator `{shown(value)}`{near_miss(value.strip().lower(), names)}"
        raise _told(fault, message, f"known: {', '.join(names)}")
    return known


def _told(fault: DeckError, message: str, hint: str = "") -> DeckError:
    return DeckError(message, file=fault.file, line=fault.line, column=fault.column, hint=hint)
