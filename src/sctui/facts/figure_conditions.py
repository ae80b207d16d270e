"""Under which condition a figure is true: words before its clause that its card cannot do without."""

from __future__ import annotations

import re

from sctui.facts.figure_subjects import tells_little
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

_IF = "如果|一旦|要是|假如|倘若|万一|的话,"
_CONDITION = re.compile(
    rf"^(?:当|若|when\b|if\b)|{_IF}|(?:^|,)(?:若|[不未](?:及时|经|予|接受|加)?以?(?:治疗|干预|控制),)"
    r"|\buntreated,|\bwithout treatment,"
)
# in whom, and how long after what: `患者输注后2周,比值升至1.7`
_SETTING = re.compile(
    r"(?:患者|病人)[^,;。]{0,12}(?:后|时)|(?:输注|移植|治疗|注射)后\d+\s?(?:小时|天|周|个月|月|年|h|d)"
)
# in which year it was so, or is thought to be: `1980年,患病率不到5%`
_YEAR = re.compile(r"(?:截至|截止到?|到|在|至|据|早在)?(?:约)?(?:19|20)\d\d年(?:底|末|初|时|\d{1,2}月)?")
_CURRENCY = re.compile(r"(?:US|A|C|HK|NT)?[$€£¥]$")
_LONGEST = 60  # characters from the condition to the figure
# a clause that only says in whom or when: `异基因移植后,30%~70%的患者会…`
_ADVERBIAL = re.compile(r"(?:[以之]?后|时|之?中|以?前|期间|情况下|过程中|[的者]|患者|病人|人群)$")
_TELLS = re.compile(r"\d|[是为会能]|可[能以]|这|该|此")
_MULTIPLE = re.compile(r"\d\s?倍")


def condition_start(statement: Statement, found: Found) -> int | None:
    """Where the condition begins under which a figure is true; None where the sentence names none.

    That is the clause of the condition where what follows names a disease or cells, else the sentence.
    """
    clause = statement.clause_at(found.start)
    if found.end - statement.start > _LONGEST:
        first = [c for c in statement.clauses if c.end <= clause.start and found.end - c.start <= _LONGEST]
    else:
        first = [c for c in statement.clauses if c.end <= clause.start]
    if not first:
        return None
    if _YEAR.fullmatch(first[-1].text):
        return first[-1].start
    early = statement.seen(first[0].start, clause.start)
    told = [one for one in (_CONDITION.search(early), _SETTING.search(early)) if one]
    if not told:
        return None
    begins = [c.start for c in first if c.start <= first[0].start + min(one.start() for one in told)][-1]
    return first[0].start if tells_little(statement, begins, clause.end) else begins


def setting_start(statement: Statement, start: int, end: int) -> int:
    """Where a Chinese clause begins with those before it that only say in whom or when it is true."""
    before = [c for c in statement.clauses if c.end <= start and end - c.start <= _LONGEST]
    while before and _ADVERBIAL.search(before[-1].text) and not _TELLS.search(before[-1].text):
        if tells_little(statement, before[-1].start, before[-1].end):
            break  # `在注射的患者中`: of what
        start = before.pop().start
    return start


def with_currency(statement: Statement, start: int) -> int:
    """Where an amount begins with the sign of its currency (`$2.2 million`)."""
    sign = _CURRENCY.search(statement.raw(statement.start, start))
    return start - len(sign[0]) if sign else start


def is_multiple(value: str) -> bool:
    """Whether a figure says how many times as much: of what, its sentence tells best."""
    return bool(_MULTIPLE.search(value))
