"""A study that a paragraph announces, by its cells and who did it, before the next says how it was made.

`A team at X tried cord cells in the journal Y.` / `The trial was randomised; 70 adults took part.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import designs, journals, tells_design
from sctui.facts.trials.stages import trial_phases
from sctui.facts.trials.statement import Statement

# a sentence that goes on with what was announced: it speaks of the study, or of its people, as known
_GOES_ON = re.compile(
    r"(?:[该本此]|这项|这个|此项|这次|上述)?(?:临床)?(?:研究|试验)(?!表明|显示|发现|证实|者|人员|团队)"
    r"|(?:入组|入选|纳入|收治|招募|受试|参与)(?:的|了|者|对象)|共(?:有|纳入|入组|招募|收治)|对象[是为]"
    r"|(?:the|this)\s(?:[\w/-]+,?\s(?:and\s)?){0,6}?(?:trial|study|design|participants|patients|researchers|team|investigators)\b"
    r"|(?:enrolled|recruited|randomi[sz]ed|included|treated)\s(?:were|was)\b"
)
_STUDY = re.compile(
    r"研究|试验|课题组|团队|临床数据|人体数据"
    r"|\b(?:stud(?:y|ies)|trials?|report|paper|(?:figures|data|results)\s(?:are|were|have|from)"
    r"|asked (?:if|whether)|team|researchers)\b"
)
_DESIGN = re.compile(
    r"(?:the|this|our)\s(?:study\s|trial\s)?(?:design|trial|study)\s(?:was|is|had)\b"
    r"|(?:[该本此]|这项)?(?:研究|试验)?(?:设计)?(?:采用|为|是)"
)
_OF_NONE = re.compile(  # others' work, what is hoped for, or a question
    r"[?？]$|近年|许多研究|大量研究|多项|研究(?:表明|证实|证明)|有望|未来|将来|希望"
    r"|\b(?:studies have|many|several|recent years|may|might|could|hope\w*|future|will)\b"
)
# one trial by its noun, as something that somebody made
_ONE = re.compile(
    r"一[项個个](?!.*(?:这些|多项)).{0,30}(?:研究|试验)|在[^,。;]{0,6}期(?:临床)?试验[里中]|(?:研究|试验)采[用取](?:了)?.{0,20}(?:设计|办法|方法|方式)"
    r"|\b(?:an?|one|our|its|their)\s(?:[\w/-]+,?\s(?:and\s)?){0,8}?(?:trial|study)\b"
)
_ONE_BY = re.compile(
    r"(?:其中)?[^,。;]{0,4}一[项個个](?:研究|试验)?(?:则|就|是|便)*(?:出自|来自)[^,。;]{2,40}(?:团队|课题组|医院|大学|研究所|中心)"
)
_DONE_BY = re.compile("由[^,。;]{2,30}(?:完成|开展|主持|主导|牵头|实施)")


def announced(statement: Statement, above: Sequence[Statement]) -> Sequence[Statement]:
    """The sentences above one that opens a study, which announced it; empty for none.

    `above` are those of the paragraph above, or those in front of it in its own, which no study has.
    """
    if cell_phrases(statement) or not _GOES_ON.match(statement.view):
        return ()
    return above[next((at for at, one in enumerate(above) if announces(one) or _designs(one)), len(above)) :]


def _designs(statement: Statement) -> bool:
    """Whether a sentence tells of nothing but how the study was made (`The design was randomized, …`)."""
    return bool(_DESIGN.match(statement.view)) and tells_design(statement)


def announces(statement: Statement) -> bool:
    """Whether a sentence tells of one study that was made with cells it names."""
    if not cell_phrases(statement) or _OF_NONE.search(statement.view):
        return False
    return bool(_STUDY.search(statement.view) or any(journals(statement)) or any(trial_phases(statement)))


def is_designed(statement: Statement) -> bool:
    """Whether a sentence tells of one trial by its design, its phase, who did it, or with which cells.

    Two of these are enough: `an open-label phase 1 trial`, `一项1期研究由某大学完成`.
    """
    if _ONE_BY.match(statement.view):
        return True
    if not _ONE.search(statement.view):
        return False
    phased = any(trial_phases(statement))
    designed = any(not one.label for one in designs(statement))
    made = cell_phrases(statement) or _DONE_BY.search(statement.view)
    return (phased and designed) or ((phased or designed) and bool(made))
