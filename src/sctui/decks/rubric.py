"""The gate every generated card passes: what fails one item is refused, with the item's name.

The items and their numbers are those of the card rubric in the design's research (truth, question, answer).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

MAX_QUESTION, MAX_ANSWER = 64, 40  # Han characters; a Latin word counts two
_WORD = re.compile(r"[a-z0-9.%^×+/-]+", re.IGNORECASE)
_NOISE = re.compile(r"[\s,，、;；:：。.“”\"'‘’()（）\[\]《》?？!！]+")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[a-z][a-z0-9]*", re.IGNORECASE)
_DEICTIC_ZH = re.compile(
    r"(?<!应)该(?!死)|这[些种项类个一]|上述|上文|本文|本研究|同年|同一年|前者|后者|此类|此外|它们?的?|"
    r"(?<![尤极及与])其(?![他它余实中])"
)
_DEICTIC_EN = re.compile(
    r"\b(?:this|these|those|it|they|their|its|such|former|latter|above)\b", re.IGNORECASE
)
_YES_NO = re.compile(r"是否|吗[?？]|^(?:is|are|does|do|did|can|was|were|has|have)\b", re.IGNORECASE)
_DAMAGED = re.compile(r"\?(?=.)|\ufffd")  # a question mark inside a question is a lost character
_PAIRS = ("()", "（）", "[]", "【】", "《》", "“”", "「」", "『』")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A card that was not made: which item failed, the question it would have asked, and the line."""

    item: str
    kind: str
    front: str
    line: int


def failed_item(front: str, back: str, quote: str, *, repaired: bool = False) -> str | None:
    """The first item of the rubric that the card fails, or None.

    `repaired` says that the answer was mended, so that its characters need not all stand in the quote.
    """
    checks = (
        ("empty answer", not _NOISE.sub("", back)),
        ("cut text", _unbalanced(back) or _unbalanced(front)),
        ("damaged question", bool(_DAMAGED.search(front))),
        ("answer too long", length(back) > MAX_ANSWER),
        ("question too long", length(front) > MAX_QUESTION),
        ("yes or no", bool(_YES_NO.search(match_view(front)))),
        ("does not stand alone", _deictic(front)),
        ("answer points elsewhere", _deictic(back)),
        ("gives its answer away", leaks(front, back)),
        ("answer not in the quote", not repaired and not _proved(back, quote)),
    )
    return next((name for name, failed in checks if failed), None)


def length(text: str) -> int:
    """How long a text is to read: a Han character counts one, a Latin word or number two."""
    return len(HAN.findall(text)) + 2 * len(_WORD.findall(HAN.sub(" ", text)))


def leaks(front: str, back: str) -> bool:
    """Whether the answer can be read in the question, in any script."""
    question, answer = match_view(front), match_view(back)
    if HAN.search(answer):
        return _NOISE.sub("", answer) in _NOISE.sub("", question)
    return bool(re.search(rf"(?<![a-z0-9.]){re.escape(answer.strip())}(?![a-z0-9])", question))


def _deictic(text: str) -> bool:
    return bool(_DEICTIC_EN.search(text) if not HAN.search(text) else _DEICTIC_ZH.search(match_view(text)))


def _unbalanced(text: str) -> bool:
    return any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)


def _proved(back: str, quote: str) -> bool:
    """Whether every number and Latin word of the answer stands in the quote."""
    known = set(_TOKEN.findall(match_view(quote)))
    return all(token in known for token in _TOKEN.findall(match_view(back)))
