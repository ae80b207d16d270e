"""Whether some of the people of a study had something else than the cells that it is named by."""

from __future__ import annotations

import re

from sctui.model.document import Document
from sctui.model.fact import Fact, Study
from sctui.text.match_view import match_view

_CONTROLLED = re.compile(r"(?<!自)(?<!自身)对照|随机|双盲|randomi[sz]|controlled|double-blind|crossover")
_CONTROLS = re.compile(r"对照组|\bcontrol (?:group|arm)\b")
_CHANGED = frozenset({"change_word", "effect", "caused"})
_ALSO = re.compile(
    r"[^,。;]{0,6}[,;](?:[且而但]|同时)?(?:在)?(?:安慰剂|对照|假手术|假注射|盐水|两)组(?:患者)?[^,。;]{0,8}(?:亦|也|均|都|同样)"
    r"[^,。;]{0,8}(?:改善|下降|降低|上升|升高|增加|减少|缓解|提高|变化)"
)
_COUNT = re.compile(r"\d+")


def is_controlled(study: Study) -> bool:
    """Whether some of the people of a study had something else than the others."""
    told = any(study.get(slot) for slot in ("comparator", "groups", "compared"))
    told = told or any(slot.versus or _CONTROLS.search(match_view(slot.measure)) for slot in study.slots)
    sizes = len(list(study.all("arm_size"))) > 1 or _is_of_part(study)
    return told or sizes or bool(_CONTROLLED.search(match_view(study.get("design"))))


def went_so_in_controls(fact: Fact, document: Document) -> bool:
    """Whether what changed is told to have changed in the control group as well, so that it tells nothing."""
    if fact.answer is None or fact.slot not in _CHANGED:
        return False
    line = match_view(document.lines[fact.answer.line - 1].text)
    return bool(_ALSO.match(line, fact.answer.end))


def _is_of_part(study: Study) -> bool:
    """Whether fewer people than took part are told to have been treated."""
    total, arm = (_COUNT.search(study.get(slot).replace(",", "")) for slot in ("n", "arm"))
    return total is not None and arm is not None and int(arm[0]) < int(total[0])
