"""Whether a question names what it is true of: the study of an arm, the thing of a figure."""

from __future__ import annotations

import re

from sctui.decks.fact_fields import FactFields
from sctui.decks.rubric import names_an_arm
from sctui.decks.templates import Question
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view

_ONLY_AN_ARM = re.compile("[^,。的]{0,6}组")  # a measure that says whose, and not what


def stands_alone(question: Question, fact: Fact, fields: FactFields) -> bool:
    """Whether a question can be understood by whoever does not have the page before the eyes."""
    if question.is_gap and names_an_arm(question.front):
        study = fields["study"]
        if not (study and study in question.front):
            return False
    if fact.slot in {"outcome", "change"} and _ONLY_AN_ARM.fullmatch(match_view(fact.measure)):
        return False
    return fact.kind is not FactKind.FIGURE or fields.of_document.names_something(question, fact.context)
