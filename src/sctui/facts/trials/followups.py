"""When the results of a study were read, and for how long its patients were followed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.quantity import QuantityKind

_LISTED = r"\d{1,2}(?:\.\d+)?(?:\s?[、,和及与]\s?\d{1,2})*"
_SPAN = r"(?:个月|年|周|天|日|小时|月)"
_FOLLOW = (
    rf"(?:随访|追踪|观察|监测)(?:[^,。;]{{0,10}}?|[^,。;]{{0,6}},?(?:时间|时长|期限)?(?:长达|达到?|共|持续|为期|一共))(?P<a>(?:{_LISTED}"
    rf"|[一两二三四五六七八九十]{{1,3}})\s?{_SPAN}(?:和[一二三四五六七八九十]{{1,3}}{_SPAN})?)"
    rf"|(?P<b>第\s?\d{{1,3}}\s?{_SPAN})(?!次)"
    rf"|(?:治疗|<:giving.zh>|注射|输注|给药|术|干预|手术|用药)[^,。;\d]{{0,6}}?后的?(?P<c>第?(?:{_LISTED}"
    rf"|[一两二三四五六七八九十]{{1,2}}){_SPAN}(?:和\d+{_SPAN})?)"
    rf"|(?:在|经过|为期)?(?<!每)(?<!每隔)(?P<d>(?:{_LISTED}|[一两三四五六七八九十]{{1,2}})\s?{_SPAN})(?:的)?(?:随访"
    rf"|长期监测|监测)"
    rf"|(?P<e>(?:\d{{1,3}}|[一两二三四五六七八九十]{{1,2}})\s?{_SPAN})(?:内|后|时(?=[,，]))"
    r"|\b(?:at|after|for|over|within|up to"
    r"|during)\s(?:a\s)?(?P<f>\d{1,3}(?:,\s\d+)*(?:\sand\s\d+)?[-\s](?:months?|weeks?|years?"
    r"|days?))\b(?!\sof age)"
    r"|\b(?P<g>\d{1,3}-(?:month|week|year|day))\sfollow-up"
    r"|\b(?P<i>(?:\d{1,3}|two|three|four|five|six|eight|nine|ten|twelve|eighteen)\s(?:months?|weeks?"
    r"|years?|days?))"
    r"\sof follow-up"
    r"|\bfollow-up\s(?:period\s|time\s)?(?:of|was)\s(?P<h>\d{1,3}(?:\.\d+)?\s(?:months?|weeks?|years?|days?))"
)
_NEAR = 8  # characters in front of a time
_COMING = re.compile(r"(?:进入|计划|拟|将)[^,。;]{0,4}$")
# `24个月时,在停药状态下:`, and what was seen stands further down
_NOTHING_SEEN = re.compile(r"[时后内末]?,?\s?在[^,。;]{1,24}[下中时]\s?:?")
_VALUE_ALONE = re.compile(
    r"[时后内末]?,?\s?[则仍约仅]?[为是]\s?\d"
)  # `第365天为26.6%`: of what, is told before
_OF_SOME_STUDIES = re.compile(
    r"(?:仅有?|只有|有|其中)\s?[\d一二两三四五六七八九十]+\s?[项篇个](?:研究|试验|文献)[^,。;]{0,4}$"
    r"|\b(?:\d+|one|two|three|four|five|six) (?:of [\w ]+ )?(?:studies|trials)\b[^,.;]{0,30}$"
)
# what was done with drugs at a time, how soon an event was over, or how many were seen for so long
_NO_LOOK = re.compile(
    r"后?(?:再|逐渐|逐步|开始)?(?:减量|停药|停用|断药)|内(?:均|都|全部)?(?:已|自行)?(?:吸收|消退|缓解|恢复|消失|好转)|[以之]?上?者"
)
_OF_AGE = re.compile(r"['’]?s?\s(?:pma\b|post-?menstrual|corrected|gestational|post-?natal)(?:\sage)?\b")
_PARTED = re.compile("时[^,。;]{0,6}(?:分组|分为|分成|归入|划分)")
_TWO_TIMES = re.compile(r"[^年月周天日]+(?:年|月|周|天|日)和[^年月周天日]+(?:年|月|周|天|日)")

# how long somebody was looked at; `for` by itself tells as well how long something was given, or had lasted
_WATCHED = re.compile(
    r"\b(?:follow\w*|observ\w*|monitor\w*|track\w*|assess\w*|evaluat\w*|measur\w*)\b[^,;]{0,60}$"
)
_GIVEN_SO = re.compile(
    r"\b(?:daily|weekly|monthly|apart|infus\w*|inject\w*|receiv\w*|given|dos\w*)\b[^,;]{0,24}$"
)
_AGAIN = re.compile(r"\b(?:repeated|given|boosted|again|re-?dosed)\s$")
_READ_AT = re.compile(r"\b(?:at|after|by)\s(?:a\s)?$")
_LEFT = re.compile(
    r"\b(?:discharged|extubated|withdrawn|withdrew|died|relapsed|recovered|stopped|resolved)(?: home)?\s$"
)
_BEFORE_IT = re.compile(
    r"\s(?:of|before|prior|from|after) "
    r"(?!(?:the )?(?:treat|infus|inject|transplant|enrol|follow|therap|study))"
)


def followups(statement: Statement) -> Iterator[Found]:
    """The time points at which results were read."""
    for match in statement.words.pattern(_FOLLOW).finditer(statement.view):
        group = next(name for name in "abcdefghi" if match[name])
        start, end = statement.start + match.start(group), statement.start + match.end(group)
        if literal.search(r"(?:19|20)\d\d年$|小时$", statement.seen(start, end)) or statement.titled(start):
            continue
        before = statement.view[: match.start()]
        if _OF_AGE.match(statement.seen(end, statement.end)) or _AGAIN.search(before):
            continue  # how old somebody was, or when it was given again
        if match[0].startswith("after ") and _LEFT.search(before):
            continue
        if match[0].startswith(("for ", "over ", "within ")) and not _is_watched(statement, match, end):
            continue
        clause = statement.clause_at(start)
        if clause.end - end < 3 and end - clause.start > 20 and group in "ce":
            continue  # a long clause with nothing behind the time tells what was done, not what came of it
        if literal.match(r"(?![后内时])[^,。]{0,6}率", statement.seen(end, statement.end)):
            continue  # `five-year survival`: the measure says it
        if group == "c" and literal.match(
            "(?:均|都)?(?:进行|接受)了?[^,。]{0,4}(?:随访|复查)", statement.seen(end, statement.end)
        ):
            yield Found("followups", start, end)
            continue
        rough = min(
            (q.start for q in statement.counted(QuantityKind.TIME) if q.number == start), default=start
        )
        rough -= 2 if statement.seen(rough - 2, rough) in ("平均", "中位") else 0
        if _PARTED.match(statement.seen(end, statement.end)):
            continue  # when the patients were parted, not for how long they were seen
        if _is_no_result(statement, start, end):
            continue
        if group == "a" and _TWO_TIMES.fullmatch(statement.seen(start, end)):
            yield Found("followups", start, end)  # two times at which one looked, and no length
            continue
        alone = match[0].isascii() and clause.text.strip(" ,") == match[0].strip()
        yield Found("followup" if group in "adfghi" else "when", rough, end, label=alone)


def _is_no_result(statement: Statement, start: int, end: int) -> bool:
    """Whether nothing is told of that time, or of some pooled studies alone, or of what is still to come."""
    before = statement.seen(statement.clause_at(start).start, start)
    behind = statement.seen(end, statement.end)
    if _NO_LOOK.match(behind) or _NOTHING_SEEN.fullmatch(behind) or _VALUE_ALONE.match(behind):
        return True
    return bool(_OF_SOME_STUDIES.search(before) or _COMING.search(before[-_NEAR:]))


def _is_watched(statement: Statement, match: re.Match[str], end: int) -> bool:
    """Whether `for 12 months` or `within 30 days` tells of results, and not of treatment or illness."""
    before, behind = statement.view[: match.start()], statement.seen(end, statement.end)
    if match[0].startswith("within "):
        return not _BEFORE_IT.match(behind)
    return bool(_WATCHED.search(before)) and not _GIVEN_SO.search(before)


_AT = re.compile(
    r"\b(?:at|by|to|after|until)\s(?:the\s)?(?:(?P<unit>day|week|month|year)s?\s(?P<n>\d+)"
    r"|(?P<m>\d+|one|two|three|four|five|six|nine|twelve|eighteen)[\s-](?P<span>mo\b|day|week|month|year))"
)


def of_one_time(told: Iterable[tuple[Statement, Found]]) -> Iterator[tuple[Statement, Found]]:
    """What is told, without when results were read where an English text tells of several times."""
    every = list(told)
    statements = {id(statement): statement for statement, _ in every}.values()
    times = {
        f"{found['n'] or found['m']} {(found['unit'] or found['span'])[:2]}"
        for statement in statements
        for found in _AT.finditer(statement.view)
    }
    for statement, item in every:
        before = statement.seen(statement.start, item.start)
        if len(times) < 2 or item.slot != "followup" or not _READ_AT.search(before):
            yield statement, item
