"""English passives: `X is restored by Y`, `X can be rescued after Y`; what is done is asked, Y does it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.facts.mechanisms import english_forms as forms
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.lexicon import Mention

_BE = re.compile(
    r"\s(?P<aux>(?:(?:can|could|may|might|will|would|has|have|had)\s(?P<no>not\s)?(?:also\s)?)?"
    r"(?:is|are|was|were|be|been)(?P<not>\snot)?(?:\salso)?(?:\s[a-z]+ly)?)\s$"
)
_AGENT = re.compile(
    r"\s(?:in part |mainly |mostly |largely |partly )?(?:by|after|following|upon|through|via)\s"
    r"(?P<s>[^,;.]{3,70}?)"
    r"(?=,|;|\.(?:\s|$)|\s(?:and|but|which|that|to|in|during|when|while)\s|$)"
)
_WORDS = 9


@dataclass(frozen=True, slots=True)
class Passive:
    """What is done to `value` by `subject`; `end` is the column behind the subject."""

    subject: str
    value: tuple[int, int]
    end: int
    negated: bool


def passive(passage: Passage, verb: Mention, start: int, end: int) -> Passive | None:
    """The passive clause of a participle between two columns, or None when it is none, or names no doer."""
    text = passage.line.text
    be = _BE.search(text[start : verb.start])
    agent = _AGENT.match(text, verb.end, end)
    if be is None or agent is None:
        return None
    left, right = _object(text, start, start + be.start())
    if text[left:right].endswith((" and", " or", " but", " that", " which", " who")) or text[
        left:right
    ].startswith(("which ", "who ", "that ")):  # `cells die and are replaced by`: a verb no lexicon has
        return None
    subject = forms.ARTICLE.sub("", agent["s"].strip(), count=1).split(" (")[0]
    fits = 0 < len(text[left:right].split()) <= _WORDS and len(subject.split()) <= _WORDS
    told = passage.entities(agent.start("s"), agent.end("s")) and passage.entities(left, right)
    if not fits or not told or forms.POINTS.search(subject):
        return None
    return Passive(subject, (left, right), agent.end("s"), bool(be["no"] or be["not"]))


def _object(text: str, start: int, end: int) -> tuple[int, int]:
    """What the passive is about: behind the last comma, `that` or lead-in before it."""
    for mark in (", ", "; ", " that ", " and ", " but "):
        found = text.rfind(mark, start, end)
        start = found + len(mark) if found >= 0 else start
    lead = forms.LEAD_IN.match(text[start:end])
    start += lead.end() if lead else 0
    article = forms.ARTICLE.match(text, start, end)
    return (article.end() if article else start), end
