"""Whether some of the people of a study had something else than the cells that it is named by."""

from __future__ import annotations

import re

from sctui.model.fact import Study
from sctui.text.match_view import match_view

_CONTROLLED = re.compile(r"(?<!自)(?<!自身)对照|随机|双盲|randomi[sz]|controlled|double-blind|crossover")
_CONTROLS = re.compile(r"对照组|\bcontrol (?:group|arm)\b")
_COUNT = re.compile(r"\d+")


def is_controlled(study: Study) -> bool:
    """Whether some of the people of a study had something else than the others."""
    told = any(study.get(slot) for slot in ("comparator", "groups", "compared"))
    told = told or any(slot.versus or _CONTROLS.search(match_view(slot.measure)) for slot in study.slots)
    sizes = len(list(study.all("arm_size"))) > 1 or _is_of_part(study)
    return told or sizes or bool(_CONTROLLED.search(match_view(study.get("design"))))


def _is_of_part(study: Study) -> bool:
    """Whether fewer people than took part are told to have been treated."""
    total, arm = (_COUNT.search(study.get(slot).replace(",", "")) for slot in ("n", "arm"))
    return total is not None and arm is not None and int(arm[0]) < int(total[0])
