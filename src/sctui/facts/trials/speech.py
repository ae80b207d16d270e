"""What somebody is quoted to have said: an opinion on a study, or on studies as such, and no more."""

from __future__ import annotations

import re

from sctui.facts.trials.statement import Statement

_QUOTED = re.compile(
    r"[“「『\"](?:[^”」』\"]{16,}[”」』\"]\s?[^,。;]{0,40}?(?:说|表示|指出|认为|强调|坦言|告诉|\bsaid\b|\bsays\b|\btold\b|\badded\b))"
    r"|(?:说|表示|指出|坦言|\bsaid|\bsays|\btold [\w ]{2,24})[,:]?\s?[“「『\"][^”」』\"]{16,}"
)
_SPEAKS = re.compile('[“「『"].{16,}[,。?!.][”」』"]$')


def is_speech(statement: Statement) -> bool:
    """Whether a sentence is somebody's own words."""
    view = statement.view
    if not any(mark in view for mark in '“「『"'):
        return False
    return bool(_QUOTED.search(view) or (_SPEAKS.match(view)))
