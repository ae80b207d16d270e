"""What a document claims: one fact, the clause that proves it, and the study it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from sctui.model.document import Span
from sctui.model.quick import quick


class FactKind(StrEnum):
    """The five kinds of facts that become cards."""

    MECHANISM = "mechanism"
    TRIAL = "trial"
    COMPARISON = "comparison"
    TERM = "term"
    FIGURE = "figure"


@quick
@dataclass(frozen=True, slots=True)
class Slot:
    """One thing known of a study.

    Args:
        name: n, condition, donor, dose, outcome …
        value: as written.
        span: where the value stands; empty for what the study takes from a heading or another study.
        evidence: the clause that proves it, when that is known.
        measure: what an outcome measures.
        arm: the arm it is true of; empty for the whole study.
        time: the time point it is true at.
        versus: the comparator's value.
        p: the p value.
        interval: the confidence interval, with its level.
        other: the arm that `versus` is of, where it has a name.
    """

    name: str
    value: str
    span: Span
    evidence: Span | None = None
    measure: str = ""
    arm: str = ""
    time: str = ""
    versus: str = ""
    p: str = ""
    interval: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Study:
    """A trial, review or case as one document tells it.

    `key` is unique in the document; `parent` is the key of the study that a case is taken from.
    """

    key: str
    slots: tuple[Slot, ...]
    parent: str = ""
    _first: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_first", {slot.name: slot.value for slot in reversed(self.slots)})

    def all(self, name: str) -> Iterator[Slot]:
        """Every slot of that name, in the order of the text."""
        return (slot for slot in self.slots if slot.name == name)

    def get(self, name: str) -> str:
        """The first value of that name, or an empty string."""
        return self._first.get(name, "")


@quick
@dataclass(frozen=True, slots=True)
class Fact:
    """One claim.

    Args:
        slot: which question it answers: `n`, `dose`, `outcome`; `secretes`, `inhibits`, `cause`; `expansion`;
            `cell` for a table cell; `measure` for a figure.
        subject: who or what the claim is about, as written.
        value: the answer, as written (citation marks and layout spaces may be taken out).
        evidence: the clause that proves the claim; what it covers is the card's quote.
        answer: where the value stands, when it stands in one piece.
        measure: what is measured, or the object's qualifier, or a table's column.
        context: the disease, model or table title that the claim is tied to.
        study: the study that a trial fact belongs to.
        items: the members, when the value is a list; each can become a gap of a cloze note.
        flags: `preclinical`, `hedged`, `negated`, `doubtful` …
    """

    kind: FactKind
    slot: str
    subject: str
    value: str
    evidence: Span
    answer: Span | None = None
    measure: str = ""
    context: str = ""
    study: Study | None = None
    items: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def told(self) -> Slot | None:
        """The slot of its study that says the same, with arm, time and comparator; None without one."""
        slots = self.study.all(self.slot) if self.study and self.answer else ()
        return next((slot for slot in slots if slot.span == self.answer), None)
