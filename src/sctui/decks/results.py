"""Slots of a study that tell what was found."""

CHANGES = frozenset({"change_word", "state", "state_plain", "state_change", "state_differs", "caused"})
JUDGED = frozenset({"verdict", "conclusion", "proved"})
FIGURES = frozenset({"outcome", "change", "share", "share_of", "count", "count_of", "duration"})
RESULTS = FIGURES | CHANGES | JUDGED | {"effect", "safety", "state_result", "state_against"}
