"""Documents given from one process to another, so that all have about as much to ask.

Who reads a document has what it needs to ask it. But the longest to read is not the longest to ask, and who
was free took the next one: so one process would wait for another in the end. A document as it was read is
handed over in a twentieth of the time that it takes to be asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sctui.conversion.made import Made
from sctui.conversion.worker import Worker

_COST = 0.1  # what giving a document away costs, of what asking it does


def evened(made: Sequence[Made]) -> list[Made]:
    """The documents, some of them with another keeper; what there is to ask goes by the number of facts."""
    after = _as_far_as_asked(made)
    kept: dict[Worker | None, list[int]] = defaultdict(list)
    for at, one in enumerate(after):
        kept[one.keeper].append(at)
    loads = {keeper: sum(after[at].left for at in places) for keeper, places in kept.items()}
    while len(loads) > 1:
        full, free = max(loads, key=loads.__getitem__), min(loads, key=loads.__getitem__)
        most = {  # that either would have to ask, if a document went over
            at: max(loads[full] - after[at].left, loads[free] + (1 + _COST) * after[at].facts)
            for at in kept[full]
        }
        best = min(most, key=most.__getitem__)
        if most[best] >= loads[full]:
            break
        loads[full] -= after[best].left
        loads[free] += after[best].facts
        after[best] = given_to(free, after[best])
        kept[full].remove(best)
        kept[free].append(best)
    return after


def _as_far_as_asked(made: Sequence[Made]) -> list[Made]:
    """The documents, with what other processes say of how far they have asked theirs."""
    keepers = dict.fromkeys(one.keeper for one in made if one.keeper)
    asked = {file: count for keeper in keepers for file, count in keeper.asked_ahead().items()}
    return [replace(one, asked_ahead=asked.get(one.file, 0)) for one in made]


def given_to(keeper: Worker | None, one: Made) -> Made:
    """A document that goes over to another process, None for this one; it stays here where that is gone."""
    if one.keeper:
        one = replace(one, reading=one.keeper.give_away(one.file), keeper=None, asked_ahead=0)
    if keeper and one.reading:
        one = replace(one, ahead=None, asked_ahead=0)  # it is asked from the start
        keeper.take_in(replace(one, around={}))  # it is not read again there
        one = replace(one, keeper=keeper)
    return one
