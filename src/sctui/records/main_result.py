"""The result that stands for a study where there is room for one: what came of it, before who was counted."""

from __future__ import annotations

from sctui.model.knowledge import Record, Told

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


def main_result(record: Record) -> Told | None:
    """The first result told of the best kind that a study has; None where none is told."""
    return next((told for slots in _RESULTS for told in record.told if told.slot in slots), None)
