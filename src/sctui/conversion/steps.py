"""What is done with all documents of a library: by each process with those that it keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sctui.conversion.made import Made
from sctui.conversion.served import Act
from sctui.conversion.worker import Worker
from sctui.pipeline import Knowledge


class Step(NamedTuple):
    """A method of `Made` that gives the document anew, and the field that it sets to what it is given."""

    act: Act
    sets: str


MENDED = Step(Made.mended, "repairs")
AMONG = Step(Made.among, "library")
OTHERWISE = Step(Made.otherwise, "taken")


def each(
    step: Step,
    jobs: Sequence[tuple[Made, object]],
    knowledge: Knowledge,
    done: Callable[[], object] = lambda: None,
) -> list[Made]:
    """The documents after a step, each with what is given for it; `done` is called behind each of them."""
    kept: dict[Worker, list[int]] = defaultdict(list)
    for at, (made, _) in enumerate(jobs):
        if made.keeper:
            kept[made.keeper].append(at)
    for worker, places in kept.items():
        worker.begin(step.act, [(jobs[at][0].file, jobs[at][1]) for at in places])
    after: dict[int, Made] = {}
    for at, (made, given) in enumerate(jobs):
        if made.keeper is None:
            after[at] = step.act(made, given, knowledge)
            done()
    for worker, places in kept.items():
        for at, told in zip(places, worker.told(len(places)), strict=True):
            made, given = jobs[at]
            set_to: dict[str, Any] = {step.sets: given}
            if told:
                after[at] = replace(made, known=told.known, asked=told.asked, **set_to)
            else:
                after[at] = step.act(replace(made, keeper=None), given, knowledge)
            done()
    return [after[at] for at in range(len(jobs))]
