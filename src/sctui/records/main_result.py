"""The result that stands for a study where there is room for one: what came of it, before who was counted."""

from __future__ import annotations

import re

from sctui.model.knowledge import Record, Told
from sctui.text.match_view import match_view

# best first: figures of the result, what it came to in words, how long, and only then how many patients,
# which often tells the make-up of a study (`59名用臍帶MSC`) and not what came of it
_RESULTS = (
    ("outcome", "share", "change", "risk", "hazard"),
    (
        *("change_word", "state_against", "state_differs", "state_change", "state"),
        *("effect", "caused", "duration", "verdict", "conclusion", "proved"),
    ),
    ("count", "count_of"),
    ("safety",),
)
# `414名 为RRMS患者`: who they were
_WERE = re.compile("(?:患者|病人)?(?:为|是|属于)|(?:were|are) ")


def main_result(record: Record) -> Told | None:
    """The first result told of the best kind that a study has; None where none is told."""
    results = [
        one for one in record.told if not (one.slot == "count" and _WERE.match(match_view(one.measure)))
    ]
    return next((told for slots in _RESULTS for told in results if told.slot in slots), None)
