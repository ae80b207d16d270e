"""How the study of a question is named: as fully as there is room for."""

from __future__ import annotations

from collections.abc import Callable

from sctui.decks.carriers import Joined
from sctui.decks.fact_fields import FactFields
from sctui.decks.fields import Fields
from sctui.decks.rubric.measure import MAX_QUESTION, is_longer, length
from sctui.decks.templates import Question, Template, constant
from sctui.decks.wording import says
from sctui.model.fact import Fact
from sctui.model.language import Language

Naming = Callable[[int], str]  # the longest that a name may be -> the name


def naming_of(fields: Fields, fact: Fact, way: Joined | None) -> Naming:
    """Names of a fact's study that leave out what is asked, here by itself or with other facts."""
    study = fact.study
    if way is None or study is None:
        return lambda longest: fields.study(fact, longest)
    return lambda longest: fields.names.label(
        study, without=way.hidden, answer=way.asked, general=way.general, longest=longest
    )


def clause_naming(fields: Fields, fact: Fact, way: Joined) -> str:
    """What the study of facts that are asked together did, as a clause; empty where it has none."""
    return (
        fields.names.told(fact.study, without=way.hidden, answer=way.asked, general=way.general)
        if fact.study
        else ""
    )


def filled(template: Template, fields: FactFields, language: Language, naming: Naming) -> Question | None:
    """The question of a template, with a shorter name of its study where it would be too long to read."""
    question = template.fill(fields, language)
    if question is None or not is_longer(question.front, MAX_QUESTION) or not fields["study"]:
        return question
    over = length(question.front) - MAX_QUESTION
    shorter = naming(length(fields["study"]) - over)
    if not shorter:
        return question
    total = fact.study.get("n") if (fact := fields.fact).study else ""
    told = bool(fields["among"]) and says(shorter, total)  # how many there are, of whom some are counted
    among = {"among": constant("其", language)} if told else {}
    return template.fill(fields.with_words(study=shorter, **among), language)
