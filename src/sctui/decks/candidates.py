"""The questions for the facts of a document: one by one, or together where one question asks for several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sctui.decks.asking import Asking, Candidate
from sctui.decks.full_names import own_full_names
from sctui.decks.joined import BARE, KINDS, joined
from sctui.decks.rubric import Refusal
from sctui.decks.senses import read_senses
from sctui.decks.study_label import StudyNames
from sctui.decks.templates import Templates
from sctui.decks.turned import is_vague, what_changed
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

DETAIL, GUESSED = "detail of a study", "answer can be guessed"
ALONE, OPEN = "does not stand alone", "gap fits too much"
_OF_A_PERSON = frozenset({"received", "course", "when", "duration", "age", "followup"})
_COUNTED = re.compile(r"[\d,]+\s?(?:名|例|人|位|个|patients|participants)?(?:患者|病人|参与者|受试者)?")
_PLURAL = re.compile(r"[A-Za-z0-9-]*[A-Z0-9]s")
_SEVERAL = re.compile(r"[和与與及、]|[联聯]合|\band\b|\bcombined\b")


@dataclass(frozen=True, slots=True)
class Candidates:
    """The facts of a document that can be asked for, with every way to do so; and the cards that failed."""

    candidates: tuple[Candidate, ...]
    refused: tuple[Refusal, ...]


def find_candidates(
    document: Document,
    tree: Topic,
    facts: Sequence[Fact],
    templates: Templates,
    lexicon: Lexicon | None = None,
    names: StudyNames | None = None,
) -> Candidates:
    """Every way to ask for the facts of a document.

    `lexicon` knows other names of an answer; `names` are those of the studies beside the library's, where
    there is one.
    """
    studies = {fact.study.key: fact.study for fact in facts if fact.study}
    names = names or StudyNames(tuple(studies.values()), document.language, lexicon)
    asking = Asking(
        document,
        names,
        templates,
        lexicon,
        read_senses(facts, document, tree, lexicon),
        own_full_names(facts),
    )
    return candidates_of(facts, asking)


def candidates_of(facts: Sequence[Fact], asking: Asking) -> Candidates:
    """Every question that passes the rubric, in the order of the facts, and what was refused."""
    place = {id(fact): at for at, fact in enumerate(facts)}
    together: dict[int, Candidate] = {}
    asked: set[int] = set()
    for ways in joined(facts, asking.document.language, asking.lexicon):
        candidate = asking.together(ways)
        if candidate and not asked & {id(part) for part in candidate.parts}:
            asked |= {id(part) for part in candidate.parts}
            together[min(map(id, candidate.parts), key=place.__getitem__)] = candidate
    candidates: list[Candidate] = []
    refused: list[Refusal] = []
    for found, fact in zip(facts, _in_singular(facts, asking.document.language), strict=True):
        if id(found) in together:
            candidates.append(together[id(found)])
        if id(found) in asked:
            continue
        made = _one(fact, asking)
        if isinstance(made, Refusal):
            refused.append(made)
        else:
            candidates.append(replace(made, origin=found))
    return Candidates(tuple(candidates), tuple(refused))


def _one(fact: Fact, asking: Asking) -> Candidate | Refusal:
    """One question for one fact, turned round where how something changed could be guessed."""
    if fact.kind is not FactKind.TRIAL:
        return asking.candidate(fact)
    if item := _not_worth_asking(fact):
        return Refusal(item, fact.kind, fact.measure or fact.value, fact.evidence.line)
    if turned := what_changed(fact, asking.document.language, asking.document.text(fact.evidence)):
        made = asking.candidate(turned)
        if isinstance(made, Candidate):
            return made
    return asking.candidate(fact)


def _not_worth_asking(fact: Fact) -> str:
    """What keeps a fact of a study from being a card by itself; empty for nothing."""
    kind = fact.study.get("kind") if fact.study else ""
    if fact.slot in BARE and kind in KINDS:
        return DETAIL
    if kind == "case" and fact.slot in _OF_A_PERSON:
        return DETAIL
    if fact.slot == "change_word" and is_vague(fact.measure):
        return GUESSED
    if fact.slot.endswith("_of") and _COUNTED.fullmatch(match_view(fact.subject)):
        return ALONE
    # `clinical studies show that ____ helps`: anything fits, but what is given together
    return OPEN if kind == "loose" and fact.slot == "product" and not _SEVERAL.search(fact.value) else ""


def _in_singular(facts: Sequence[Fact], language: Language) -> list[Fact]:
    """`HSC` and `HSCs` with one full name are one term: the plural is asked as the singular.

    A Chinese name has no plural, so that in Chinese the singular is always asked.
    """
    known = {(match_view(fact.subject), match_view(fact.value)) for fact in facts if fact.slot == "expansion"}

    def singular(fact: Fact) -> Fact:
        short = fact.subject.removesuffix("s")
        plural = language.is_chinese and _PLURAL.fullmatch(fact.subject)
        if fact.slot == "expansion" and (plural or (match_view(short), match_view(fact.value)) in known):
            return replace(fact, subject=short)
        return fact

    return [singular(fact) for fact in facts]
