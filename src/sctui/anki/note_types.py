"""Our two note types in Anki. Their ids and field names never change: Anki finds earlier imports by them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

BASIC_ID = 1_730_140_801
CLOZE_ID = 1_730_140_802
BASIC_NAME, CLOZE_NAME = "sctui Basic", "sctui Cloze"
_PROOF = ("Topic", "Source", "Quote", "Flags", "Id", "Language")
BASIC_FIELDS = ("Front", "Back", *_PROOF)
CLOZE_FIELDS = ("Text", *_PROOF)
_CLOZE = 1  # Anki's number for note types with gaps
_SCRIPT = "<!-- script -->"


def note_types(timestamp: int) -> dict[str, dict[str, Any]]:
    """Both, by their ids, as the JSON of schema 11 has them; changed at `timestamp` (seconds)."""
    return {
        str(BASIC_ID): _model(BASIC_ID, timestamp, BASIC_NAME, BASIC_FIELDS, ("Card", "")),
        str(CLOZE_ID): _model(CLOZE_ID, timestamp, CLOZE_NAME, CLOZE_FIELDS, ("Cloze", "cloze_")),
    }


def _model(
    key: int, timestamp: int, name: str, fields: tuple[str, ...], template: tuple[str, str]
) -> dict[str, Any]:
    return {
        "id": key,
        "name": name,
        "type": _CLOZE if template[1] else 0,
        "mod": timestamp,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "css": resource("card.css"),
        "latexPre": "",
        "latexPost": "",
        "latexsvg": False,
        "tags": [],
        "vers": [],
        "req": [[0, "any", [0]]],
        "flds": [
            {"name": field, "ord": place, "font": "Arial", "size": 20, "rtl": False, "sticky": False}
            for place, field in enumerate(fields)
        ],
        "tmpls": [
            {
                "name": template[0],
                "ord": 0,
                "qfmt": page(f"{template[1]}question.html"),
                "afmt": page(f"{template[1]}answer.html"),
                "bqfmt": "",
                "bafmt": "",
                "did": None,
            }
        ],
    }  # fmt: skip


@cache
def page(name: str) -> str:
    """A side of a card, with the script that both sides share."""
    return resource(name).replace(_SCRIPT, f"<script>\n{resource('card.js')}</script>")


@cache
def resource(name: str) -> str:
    """A file of the templates."""
    return files("sctui.anki").joinpath("templates", name).read_text(encoding="utf-8")
