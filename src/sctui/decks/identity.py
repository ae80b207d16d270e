"""Identity of notes: readable, stable, and never a hash of the answer.

An id given in the YAML always wins. What is made here is for cards that come out of a document, and for an
author's shortest card, which has none.
"""

from __future__ import annotations

import re
import unicodedata

from sctui.model.card import CardKind, gaps
from sctui.text.match_view import match_view

_OTHER = re.compile(r"[^\w]+")
_SPACE = re.compile(r"\s+")


def note_id(prefix: str, kind: CardKind, front_or_text: str) -> str:
    """The id of a generated note: `prefix`, kind, and 8 hex digits over the match view of its question.

    Line numbers and the answer have no part in it: a figure that is corrected updates the card in place.
    Script, width, case and spacing have none either, nor has what the gaps of a cloze text hide.
    """
    question = front_or_text
    for gap in reversed(list(gaps(front_or_text))):
        question = question[: gap.start()] + "[…]" + question[gap.end() :]
    question = _SPACE.sub("", match_view(question))
    return f"{slug(prefix)}-{kind.value}-{_digest(question, 8)}"


def own_id(deck: str, front_or_text: str) -> str:
    """The id of an author's card that has none: from the deck's name and the question as it stands."""
    question = _SPACE.sub(" ", unicodedata.normalize("NFC", front_or_text)).strip()
    return "own-" + _digest(f"{deck}\x1f{question}", 12)


def slug(text: str) -> str:
    """`text` in lower case with `-` for everything that is not a letter or digit; never empty."""
    return _OTHER.sub("-", text.lower()).strip("-_") or "document"


def digest(text: str) -> str:
    """8 hex digits over a text, by which two of them are told apart in a file."""
    return _digest(text, 8)


def _digest(text: str, length: int) -> str:
    import hashlib  # noqa: PLC0415 -- loads OpenSSL; a deck whose cards all have ids does without

    return hashlib.sha256(text.encode()).hexdigest()[:length]
