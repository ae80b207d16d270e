"""Slots of a study that tell what was found; and what is no study."""

from sctui.model.fact import Fact

CHANGES = frozenset({"change_word", "state", "state_plain", "state_change", "state_differs", "caused"})
JUDGED = frozenset({"verdict", "conclusion", "proved"})
FIGURES = frozenset({"outcome", "change", "share", "share_of", "count", "count_of", "duration"})
RESULTS = FIGURES | CHANGES | JUDGED | {"effect", "safety", "state_result", "state_against"}


def is_practice(fact: Fact) -> bool:
    """Whether it tells of all that somebody has treated so far, which no study enrolled."""
    return fact.study is not None and fact.study.get("work") == "practice"
