"""Whether words ask something: tells a real question mark from one that stands for a lost character."""

from __future__ import annotations

import re

from sctui.text.match_view import match_view

_ASKS = re.compile(
    "什么|甚么|哪|如何|怎|为何|为啥|吗|呢|么$|是否|能否|可否|有否|多少|多久|多大|几|谁|何|还是|可能性?有多|"
    r"([是会能有行可要])[不没]\1|"
    r"\b(?:what|which|how|why|who|whom|whose|when|where|whether)\b|"
    r"(?:^|[.!?,:;]\s*)(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|might|must|shall)\b"
)
_WINDOW = 128  # characters in which most sentences end
_SENTENCE_END = re.compile(r"[。!！?？;；]")


def asks(sentence: str) -> bool:
    """Whether a sentence (without its question mark), in any script, has a word or word order that asks."""
    return bool(_ASKS.search(match_view(sentence.strip(" \t?\uff1f\ufffd“”\"'()[]"))))


def sentence_before(text: str, end: int) -> str:
    """What stands before column `end`, back to the end of the sentence before.

    A `?` right before `end` belongs to a run of them and ends no sentence.
    """
    while end and text[end - 1] in "?\uff1f":
        end -= 1
    window = _WINDOW
    while True:  # sentences are short, lines need not be: look at no more than is needed
        start = max(0, end - window)
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
        if ends or not start:
            return text[ends[-1] if ends else 0 : end]
        window *= 4
