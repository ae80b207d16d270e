"""A fact with the questions that could ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sctui.decks.cells import cell_key
from sctui.decks.spelling import key_as_spelt
from sctui.decks.templates import Question
from sctui.model.fact import Fact, FactKind
from sctui.model.quick import quick
from sctui.text.match_view import match_view


@quick
@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact with the questions that could ask for it, the best first.

    `origin` is the fact as it was found, not mended; `parts`
    are the facts that it was put together of; `hint` is what a gap shows in place of the answer, `deed`
    whether it holds a verb with its object. A gap whose answer is `general` names nothing;
    one that is `vague` says too little to be asked by itself. `beside` is told in brackets, or again; nothing
    else asks for `also`.
    """

    fact: Fact
    questions: Sequence[Question]
    flags: tuple[str, ...]
    origin: Fact | None = None
    parts: tuple[Fact, ...] = ()
    hint: str = ""
    deed: bool = False
    general: bool = False
    vague: bool = False
    beside: tuple[Fact, ...] = ()
    also: tuple[Fact, ...] = ()

    @property
    def found(self) -> tuple[Fact, ...]:
        """The facts that it asks for, as they were found."""
        return (*(self.parts or (self.origin or self.fact,)), *self.also)

    @property
    def key(self) -> str:
        """What two questions have in common when a learner would take them for the same."""
        return key_as_spelt(self.questions[0].front, self.questions[0].names)

    @property
    def keys(self) -> tuple[str, ...]:
        """What may have but one answer: the question; and what it asks of a study, however that is named."""
        study, question = self.fact.study, self.questions[0]
        if self.fact.kind is FactKind.COMPARISON and not question.is_gap:
            return (self.key, cell_key(self.fact, question.front))
        if study is None or question.is_gap:
            return (self.key,)
        fact = self.fact
        return (
            self.key,
            "\x1f".join((study.key, fact.slot, match_view(f"{fact.subject}\x1f{fact.measure}"))),
        )
