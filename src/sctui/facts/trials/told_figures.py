"""Results of a sentence in numbers, by all readers of them: of each place the first that reads it tells."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from sctui.facts.trials import effects, outcomes, rows
from sctui.facts.trials.by_arm import by_arm
from sctui.facts.trials.english_numbers import english_numbers, is_told_wholly
from sctui.facts.trials.event_pairs import event_pairs
from sctui.facts.trials.roster_names import Roster
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import of_arm_behind
from sctui.facts.trials.statement import Statement


@dataclass(frozen=True, slots=True)
class Around:
    """What a sentence's figures are read with: what the sentence before says was to be measured, that
    sentence, where it stands in the same line, and the arms of the study.
    """

    awaited: str
    before: Statement | None
    roster: Roster


def arm_by_arm(statement: Statement, around: Around) -> list[Found]:
    """The figures that stand behind the names of their arms."""
    return list(by_arm(statement, around.awaited, around.roster))


def figures(statement: Statement, total: float | None, around: Around, taken: Set[int]) -> Iterator[Found]:
    """Every other figure of a sentence that is a result; `taken` are the columns of what was read already."""
    columns = set(taken)
    for read in (
        event_pairs(statement, around.roster),
        rows.rows(statement, around.roster, around.before),
        effects.effects(statement),
        english_numbers(statement, around.roster, around.before),
    ):
        found = [item for item in read if item.start not in columns]
        yield from found
        columns |= {at for item in found for at in range(item.start, item.end)}
    for item in outcomes.numbers(statement, total):
        if item.start not in columns and is_told_wholly(statement, item):
            yield of_arm_behind(statement, item)
