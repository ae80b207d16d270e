"""Checks of a study's numbers: pure arithmetic, advisory; a check never edits, it names its clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.model.knowledge import Record
from sctui.records.checks.doubt import Checked
from sctui.records.checks.eligibility import eligible
from sctui.records.checks.groups import results_fit_their_groups
from sctui.records.checks.implied_size import implied_size
from sctui.records.checks.parts import percentages_add_up
from sctui.records.checks.reachable import reachable_percentages
from sctui.records.checks.sums import arms_add_up
from sctui.records.checks.timeline import times_fit

_OF_ONE_RECORD: tuple[Callable[[Record], Iterator[Checked]], ...] = (
    arms_add_up,
    percentages_add_up,
    reachable_percentages,
    implied_size,
    times_fit,
)


def check(record: Record, lexicon: Lexicon, parent: Record | None = None) -> Iterator[Checked]:
    """Everything that arithmetic says of a record; `parent` is the study that a case is taken from."""
    for one in _OF_ONE_RECORD:
        yield from one(record)
    yield from results_fit_their_groups(record, lexicon)
    if parent:
        yield from eligible(record, parent)
