"""Whether a question names what it is true of: the study of an arm, the thing of a figure."""

from __future__ import annotations

import re

from sctui.decks.fact_fields import FactFields
from sctui.decks.rubric import names_an_arm
from sctui.decks.templates import GAP, Question
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view

_ONLY_AN_ARM = re.compile(  # a measure that says whose, and perhaps which way, and not what
    "[^,。的]{0,6}组(?:的?(?:上升|下降|升高|降低|增加|减少|提高|改善|缩短|延长)[了到至]?)?"
)
_MEASURED = frozenset({"outcome", "change", "change_word", "state_change"})
_LOST = re.compile("[□\ufffd]")  # characters that the text has lost
_BARE_TIME = re.compile(rf"(?:^|:)\s?{GAP}(?![,后前时内末起的])")  # `____缓解率`: anything would fit
_WORD = re.compile(r"[\u3400-\u9fff]|[A-Za-z]{3,}")
_POINTS_BACK = re.compile(  # `这一保护作用`: what it is of, stands before it
    "(?:这一?[种类个]?|此|该)(?:[^,，、的]{2,8}(?:作用|效应|机制|变化|改变|过程))$"
)
_BY_ANOTHER = re.compile("(?:导致|引起|引发|造成|诱发)[^,;。]{2,}[,;]$")
_EXPONENT = "flattened-exponent"
_LEAST = 4  # words or characters around a gap, below which it is no sentence: `____,n=40`


def _is_sound_gap(question: Question, fact: Fact, fields: FactFields) -> bool:
    """Whether the sentence around a gap names the study of an arm, shows no damage, and is a sentence."""
    study = fields["study"]
    if names_an_arm(question.front) and not (study and study in question.front):
        return False
    if _shows_damage(question, fact, fields.of_document.document):
        return False
    words = len(_WORD.findall(question.front.replace(GAP, "")))
    return fact.kind is not FactKind.TRIAL or words >= _LEAST


def _shows_damage(question: Question, fact: Fact, document: Document) -> bool:
    """Whether the sentence around a gap shows a number that has lost its exponent, and was not mended."""
    return any(
        damage.kind == _EXPONENT and document.text(damage.span) in question.front
        for damage in document.damage_at(fact.evidence)
    )


def is_not_its_own(fact: Fact, document: Document) -> bool:
    """Whether a claim's subject is one that was told of before (`这一保护作用`), whose is not said.

    Or it is another that does it: `甲导致乙,释放丙`, where it may be by 乙 alone.
    """
    whole = fact.evidence
    before = match_view(document.lines[whole.line - 1].text[: whole.end])
    at = before.rfind(match_view(fact.subject)) if fact.subject else -1
    end = at + len(fact.subject)
    return at >= 0 and bool(
        _POINTS_BACK.search(before[:end]) or _BY_ANOTHER.search(before[end : whole.start])
    )


def stands_alone(question: Question, fact: Fact, fields: FactFields) -> bool:
    """Whether a question can be understood by whoever does not have the page before the eyes."""
    if question.is_gap and not _is_sound_gap(question, fact, fields):
        return False
    if _LOST.search(question.front):
        return False
    if fact.kind is FactKind.MECHANISM and is_not_its_own(fact, fields.of_document.document):
        return False
    if fact.slot == "when" and _BARE_TIME.search(match_view(question.front)):
        return False
    if fact.slot in _MEASURED and _ONLY_AN_ARM.fullmatch(match_view(fact.measure)):
        return False
    return fact.kind is not FactKind.FIGURE or fields.of_document.names_something(question, fact.context)
