"""Which years that a study's sentences tell may be those of the study."""

from __future__ import annotations

import re

from sctui.facts.trials.frame import Frame
from sctui.facts.trials.statement import Statement

_OF_STUDY = re.compile(
    r"研究|试验|纳入|入组|收案|招募|入选|患者|病人|发表|刊|报道|报告|公布|杂志|治疗|输注|移植|植入|注射|批准|获批|上市|许可|核准"
    r"|\b(?:study|trial|publish\w*|report\w*|enrol\w*|recruit\w*|randomi\w*|treat\w*|receiv\w*|gave|given|approv\w*"
    r"|patients|people|participants)\b"
)

_EVER_SINCE = re.compile(
    r"(?:19|20)\d\d\s?年?(?:以来|至今)|\bsince (?:19|20)\d\d\b"
)  # what has gone on from then


def dates(frame: Frame, statement: Statement) -> bool:
    """Whether a year in a sentence may be the study's: its first, or one on what was done or written."""
    if _EVER_SINCE.search(statement.view):
        return False
    return statement is frame.statements[0] or bool(_OF_STUDY.search(statement.view))
