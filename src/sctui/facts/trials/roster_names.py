"""An arm of a study by its name, and which names are those of the arm that others are compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.text.match_view import match_view

_CONTROL = re.compile(
    "对照|安慰剂|假手术|假注射|假治疗|盐水|空白|溶剂|赋形剂|常规|标准|单[纯用]|[只仅]|不治疗"
    r"|\b(?:placebo|sham|saline|vehicle|controls?|standard|usual|conventional|supportive|best available"
    r"|medium|alone|no)\b"
)


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm by its name as written; `control` says that the others are compared with it."""

    name: str
    control: bool


Roster = tuple[Arm, ...]


def is_control(name: str) -> bool:
    """Whether a name is that of an arm which the others are compared with."""
    return bool(_CONTROL.search(match_view(name)))
