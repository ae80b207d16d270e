"""What the author decided about damaged places, and what that makes of a document.

A decision is known again by the kind of damage and its context, so it stays with its place when
lines come or go.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from sctui.i18n import N_
from sctui.model.document import Damage, Document

_AROUND = 12  # characters of context on either side


class Verdict(StrEnum):
    """What an author can decide."""

    ACCEPT = N_("accept")  # the proposal is right
    REJECT = N_("reject")  # nothing is damaged here
    TEXT = N_("text")  # this should stand there


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: `kind` and `context` of the place, its `line` at that time, `text` for `Verdict.TEXT`."""

    kind: str
    context: str
    line: int
    verdict: Verdict
    text: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the place is known by."""
        return self.kind, self.context


def key_of(document: Document, damage: Damage) -> tuple[str, str]:
    """The kind of a damaged place and its context, `…before⟦place⟧after…`."""
    text, span = document.lines[damage.span.line - 1].text, damage.span
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]
    return damage.kind, f"{before}⟦{text[span.start : span.end]}⟧{after}"


def decision_on(document: Document, damage: Damage, verdict: Verdict, text: str = "") -> Decision:
    """A decision about a damaged place; `text` is what should stand there, for `Verdict.TEXT`."""
    return Decision(*key_of(document, damage), damage.span.line, verdict, text)


def with_decisions(document: Document, decisions: Sequence[Decision]) -> Document:
    """The document with its author's decisions carried out."""
    if not decisions:
        return document
    by_key = {decision.key: decision for decision in decisions}
    decided = (_decided(damage, by_key.get(key_of(document, damage))) for damage in document.damage)
    return replace(document, damage=tuple(damage for damage in decided if damage))


def _decided(damage: Damage, decision: Decision | None) -> Damage | None:
    if decision is None:
        return damage
    if decision.verdict is Verdict.REJECT:
        return None
    if decision.verdict is Verdict.TEXT:
        return replace(damage, repair=decision.text, safe=True)
    return replace(damage, safe=damage.repair is not None)


def unmatched(
    document: Document, found: Iterable[Damage], decisions: Sequence[Decision]
) -> tuple[Decision, ...]:
    """The decisions that fit no place any more; `found` is all damage, before any decision."""
    known = {key_of(document, damage) for damage in found}
    return tuple(decision for decision in decisions if decision.key not in known)


def with_decision(decisions: Sequence[Decision], new: Decision) -> tuple[Decision, ...]:
    """The decisions with one added, or changed where the same place was decided before."""
    if any(decision.key == new.key for decision in decisions):
        return tuple(new if decision.key == new.key else decision for decision in decisions)
    return (*decisions, new)


def without_decision(decisions: Sequence[Decision], key: tuple[str, str]) -> tuple[Decision, ...]:
    """The decisions without the one about the place of this key."""
    return tuple(decision for decision in decisions if decision.key != key)
