"""Identity of notes: readable, stable, and never a hash of the answer.

An id given in the YAML always wins. What is made here is for an author's shortest card, which has none; cards
that come out of a document get theirs from `anchor`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, partial
from typing import Any

from sctui.text.match_view import match_view

_OTHER = re.compile(r"[^\w]+")
_FROM = re.compile(r"来源的?(?=[^,，。]{0,6}细胞)")
_FIELD = re.compile(r"^(?:在[^,]{1,24}领域,|in the field of [^,]{2,40}, )")
_ENGLISH = re.compile(r"(?<=[\u3400-\u9fff])\([a-z][a-z0-9 '’-]{5,}\)$")
_SOME = re.compile(r"\(举[一两三几]?例\)|^(?:give examples|name three): ")
_SO_MANY = re.compile("哪(?:[两二三四五六几]?[种个项条]|些)")
_TREATED = re.compile("^治疗([^,]{2,30})时,")
_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


def own_id(deck: str, front_or_text: str) -> str:
    """The id of an author's card that has none: from the deck's name and the question as it stands."""
    return own_ids(deck, [front_or_text])[0]


def own_ids(deck: str, questions: Sequence[str]) -> list[str]:
    """The ids of several cards that have none, as `own_id` makes them."""
    sha256, start = _sha256(), f"{deck}\x1f".encode()
    return [f"own-{sha256(start + text).hexdigest()[:12]}" for text in _evenly_spaced(questions)]


def _evenly_spaced(texts: Sequence[str]) -> list[bytes]:
    """Each text in NFC and UTF-8, with one space for all white space within, and none around.

    All as one string, where they have hardly any space that is not even.
    """
    normal = partial(unicodedata.normalize, "NFC")
    whole = normal("\0".join(texts)).replace("\n", " ")
    said = whole.replace("\0", "")
    if (
        len(whole) - len(said) == len(texts) - 1
        and said.isprintable()  # so that a space is the only white space
        and not (said.startswith(" ") or "  " in whole or "\0 " in whole)
    ):
        return whole.replace(" \0", "\0").rstrip(" ").encode().split(b"\0")
    return [" ".join(normal(text).split()).encode() for text in texts]


def slug(text: str) -> str:
    """`text` in lower case with `-` for everything that is not a letter or digit; never empty."""
    return _OTHER.sub("-", text.lower()).strip("-_") or "document"


def question_key(question: str) -> str:
    """A question as it is compared: no script, width, case or hyphen of a short form (`UC-MSC`) differs.

    Nor does how many are asked for (`哪三种X`, `哪些X（举例）`): both can have but one answer; nor whether
    something is so in a disease, or where that is treated.
    """
    view = match_view(question)
    view = _SOME.sub("", view)
    if view.startswith("治疗"):
        view = _TREATED.sub(r"在\1中,", view)
    if "哪" in view:
        view = _SO_MANY.sub("哪些", view)
    return _HYPHEN.sub("", view) if "-" in view else view


def asks_some(question: str) -> bool:
    """Whether a question asks for some of a list, as examples."""
    return bool(_SOME.search(match_view(question)))


def without_field(question: str) -> str:
    """The key of a question without the field that it names in front."""
    return _FIELD.sub("", question_key(question))


def answer_key(answer: str) -> str:
    """An answer as it is compared: cells *from* a tissue are that tissue's cells.

    The English name in brackets behind a Chinese one is none of it.
    """
    view = match_view(answer)
    view = _ENGLISH.sub("", view) if view.endswith(")") else view
    return _FROM.sub("", view) if "来源" in view else view


def digest(text: str, length: int = 8) -> str:
    """Hex digits of a hash, by which texts are told apart in a file."""
    return str(_sha256()(text.encode()).hexdigest()[:length])


@cache
def _sha256() -> Any:
    from hashlib import sha256  # noqa: PLC0415 -- loads OpenSSL; a deck whose cards all have ids does without

    return sha256
