"""Our two note types in Anki. Their ids and field names never change: Anki finds earlier imports by them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genanki import Model

_BASIC_ID = 1_730_140_801
_CLOZE_ID = 1_730_140_802
_PROOF = ("Topic", "Source", "Quote", "Flags", "Id", "Language")
BASIC_FIELDS = ("Front", "Back", *_PROOF)
CLOZE_FIELDS = ("Text", *_PROOF)


def basic() -> Model:
    """A question with its answer."""
    import genanki  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    return genanki.Model(
        _BASIC_ID,
        "sctui Basic",
        fields=[{"name": name} for name in BASIC_FIELDS],
        templates=[{"name": "Card", "qfmt": _resource("question.html"), "afmt": _resource("answer.html")}],
        css=_resource("card.css"),
    )


def cloze() -> Model:
    """A text with gaps, a card for each."""
    import genanki  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    return genanki.Model(
        _CLOZE_ID,
        "sctui Cloze",
        fields=[{"name": name} for name in CLOZE_FIELDS],
        templates=[
            {
                "name": "Cloze",
                "qfmt": _resource("cloze_question.html"),
                "afmt": _resource("cloze_answer.html"),
            }
        ],
        css=_resource("card.css"),
        model_type=genanki.Model.CLOZE,
    )


@cache
def _resource(name: str) -> str:
    return files("sctui.anki").joinpath("templates", name).read_text(encoding="utf-8")
