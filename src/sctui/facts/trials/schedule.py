"""How often, how many times and for how long a treatment was given.

A time stands with what is done: `每4周1次` tells of the treatment behind `输注`, and of nothing to ask for
behind `随访`. So the last of the two told before it decides, and what another arm took has no say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.facts.trials.treatment import ROUTE
from sctui.text import literal
from sctui.text.patterns import HAN

_TAKEN = (
    r"输注|注射|<:giving.zh>|治疗|给药|给予|接种|剂|吸入|口服|[输打注](?=[一1]次)"
    r"|infus|inject|<:given>|\bdos(?:e|ing)|receiv|\bgiven\b|administ|treat"
    r"|\b(?:was|were) (?:repeated|continued)"
)
# what is done to see how patients are
_SEEN = re.compile(
    r"随访|复查|检查|监测|评估|评价|检测|采血|访视|门诊|测量|测定|复诊|观察"
    r"|assess|measur|evaluat|monitor|visit|follow|observ|scan|examin|collect|review|record|sampl|\bseen\b"
    r"|\btests?\b"
)
_OTHER_ARM = re.compile(
    r"(?:对照|安慰剂|常规|空白)组(?!均|都|也|和|与|[^组]*组)"
    r"|(?:control|placebo|comparator|standard-care) (?:group|arm)(?!.*\b(?:group|arm)\b)"
)
_MORE = re.compile(  # what some were given besides: `部分缓解者可再每周一次,共四次`
    r"(?:可|可以|酌情|必要时)(?:再|追加|加做|重复|延长)|额外|追加"
    r"|\bfurther\b(?! (?:decline|analys|stud))"
    r"|\b(?:could|may|might) (?:be repeated|receive|have)\b|\badditional\b"
)
_SWALLOWED = re.compile(r"口服|服用|\b(?:orally|tablets?|pills?)\b")  # a drug beside cells, or against them
# what came of the treatment, or how patients were before it
_CAME_OF_IT = re.compile(
    r"[后由从]|复发|发作|次数|出现|持续|[升降增减]"
    r"|\b(?:ha[ds]|have|was|were|is|are|did|no|not|without|after|alive|free|last(?:ed|ing)|persist\w*"
    r"|remain\w*|maintain\w*"
    r"|sustain\w*|stay\w*|improv\w*|show\w*|surviv\w*|respon\w*|relaps\w*|disease|history|symptoms)\b"
)
_ONCE = "单|一|两|二|三|四|[1-4]\\s?"
_SO_MANY = (
    rf"(?:{_ONCE})次(?=<:way.zh>?(?:输注|注射|<:giving.zh>|治疗|给药)|组|剂量)"
    r"|\b(?:single|one|two|three|four)(?=\s(?:doses?|infusions?|injections?)\b)"
)
_ONE_OF = re.compile(r"\b(?:of|among|between|at)\s(?:the\s)?$|\b(?:first|last|next|second|other)\s$")
_OR = re.compile(
    r"\d\s?(?:次|剂|针)?\s?(?:、|和|或|/|\bor\b|\band\b)\s?$"
)  # `1、2或3剂`: a number for each group
_SET_AGAINST = re.compile("(?:优于|好于|不如|劣于|相比|较|与)\\s?$")
_NAMES_ARM = re.compile(r"[^,。;]{0,6}组")
_NEAR = 24  # characters behind a clause that may say that a treatment was given so
_ACT = "输注|注射|<:giving.zh>|治疗"
_N = r"(?:\d{1,2}(?:\s?[-~至到]\s?\d{1,2})?|[一两二三四五六八十])"
_SPAN = r"(?:个月|个星期|星期|周|天|日|月|年)"
_LAST = r"[月期周天日年]"  # ends every such span
_EN = (
    r"(?:(?<![\d.,×^])\d{1,2}(?:\s?(?:-|to)\s?\d{1,2})?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
)
_UNIT = r"(?:day|week|month|year)s?"
_HOW_OFTEN = r"(?:once|twice|thrice|(?:two|three|four|\d)\stimes)"
_HAN = (
    rf"(?P<every>(?:每隔?\s?(?:{_N}\s?)?|隔){_SPAN}经?<:way.zh>?(?:输注|注射|<:giving.zh>|治疗|给药|接种|口服|[输打注用给])?\s?{_N}\s?次"
    rf"|每隔?\s?{_N}\s?{_SPAN}(?!的|内|后|[\d一二三])|(?<![每\d一两二三四]){_N}\s?{_SPAN}[一1]次|(?:每次|两次"
    rf"|各次)?间隔\s?{_N}\s?{_SPAN}"
    rf"|(?:第\s?[01]\s?{_SPAN}?(?:[、,和及]第?\s?\d{{1,3}}\s?{_SPAN}?)+(?<={_LAST})))"
    rf"|(?P<times>(?:连续|共计|总共|合计|累计|共)?(?:接受了?|给药|<:way.zh>?(?:输注|注射|<:giving.zh>|治疗))?\s?{_N}\s?(?:次|剂"
    rf"|个疗程|针))"
    r"(?=[,。;()、的每间]|$|<:way.zh>|<:whose.zh>|<:agent.zh>|干|[^,。;]{0,20}?(?:输注|注射|<:giving.zh>|治疗|给药))"
    r"(?:<:way.zh>?(?:输注|注射|<:giving.zh>|治疗|给药))?"
    rf"|(?:接受了?|共|连续(?:给药|治疗|输注|注射|用药)?|连用|疗程(?:为|是|:)?)(?P<course>{_N}\s?{_SPAN})"
    rf"(?=的?(?:雾化|<:way.zh>|<:agent.zh>|干?细胞|输注|吸入)|[,。;()]|$)"
    rf"|(?:经过|历时|为期)了?(?P<period>{_N}\s?{_SPAN})的(?:[^,。;]{{0,6}})治疗"
    r"|(?P<single>单次(?!剂量))"
)
_LATIN = (
    rf"\b(?P<every>every\s(?:{_EN}|other|second|third)\s{_UNIT}|every\s(?:day|week|month)"
    rf"|{_HOW_OFTEN}\s(?:daily|weekly|monthly|yearly|(?:a|an|per|each|every)\s(?:{_EN}\s)?{_UNIT})"
    rf"|(?:{_EN}(?:\sto\s{_EN})?\s{_UNIT}\sapart)|at\s(?:an\s)?intervals?\sof\s{_EN}\s{_UNIT}|at\s{_EN}-{_UNIT}\sintervals?"
    rf"|(?:on|at)\s{_UNIT}\s[01](?:,\s\d{{1,3}})*,?\sand\s(?:{_UNIT}\s)?\d{{1,3}}"
    rf"|(?:daily|weekly|biweekly|fortnightly|monthly)(?=\s(?:<:way.en>\s)?(?:infusions?|injections?"
    rf"|doses?|for)\b|[,.;)]|$))"
    rf"|\b(?<!phase )(?<!any )(?P<times>(?:single|repeated|once|twice|{_EN}(?:\s(?:to|or)\s{_EN})?)"
    rf"\s(?:(?:consecutive|separate|<:way.en>|weekly"
    rf"|monthly)\s)*"
    r"(?:doses?|infusions?|injections?))\b"
    rf"|\bfor\s(?:up to\s|a total of\s)?(?P<course>{_EN}\s(?:consecutive\s)?{_UNIT})\b"
)


def schedule(statement: Statement) -> Iterator[Found]:
    """The `interval`, `doses` and `course` of the treatment that a sentence tells of."""
    written = _HAN if HAN.search(statement.view) else _LATIN
    several = _differ(statement)
    for match in statement.words.pattern(written).finditer(statement.view):
        for found in _how_often(statement, match) if _of_treatment(statement, match) else ():
            if found.slot != "doses" or not several:
                yield found


def _of_treatment(statement: Statement, match: re.Match[str]) -> bool:
    """Whether the treatment is what was done so often, and not a look at the patients, or another arm's."""
    start, end = statement.start + match.start(), statement.start + match.end()
    clause = statement.clause_at(start)
    taken = statement.words.pattern(_TAKEN)
    here = statement.seen(start, max(clause.end, end))
    before = statement.seen(statement.start, start)
    if (
        _MORE.search(before)
        or _OTHER_ARM.search(before)
        or (_SWALLOWED.search(before) and _gives_cells(statement))
    ):
        return False
    marks = sorted(
        [(m.end(), True) for m in taken.finditer(before)] + [(m.end(), False) for m in _SEEN.finditer(before)]
    )
    told = bool(marks) and marks[-1][1] and not _CAME_OF_IT.search(before[marks[-1][0] :])
    if told and not HAN.search(here):
        return True  # an English verb stands in front
    if _SEEN.search(here) and not taken.search(statement.seen(start, end)):
        return False
    if told:
        return True
    return bool(taken.search(statement.seen(start, min(statement.end, clause.end + _NEAR)))) and not (
        marks and match["course"]
    )


def _gives_cells(statement: Statement) -> bool:
    return any(not phrase.drug for phrase in cell_phrases(statement))


def _differ(statement: Statement) -> bool:
    """Whether a sentence tells of groups that got one dose and more than one: no number is the study's."""
    counts = {match[0] for match in statement.words.pattern(_SO_MANY).finditer(statement.view)}
    return len(counts) > 1


def _how_often(statement: Statement, match: re.Match[str]) -> Iterator[Found]:
    start, end = statement.start + match.start(), statement.start + match.end()
    if match["times"] and _OR.search(statement.seen(statement.start, start)):
        return
    if match["every"]:
        yield Found("interval", start, end)
    elif match["course"]:
        yield Found("course", *_at(statement, match, "course"))
    elif not HAN.search(statement.view):
        if _ONE_OF.search(statement.seen(statement.start, start)):
            return  # `one of four doses`: how much, and not how often
        once = match["times"].startswith(("single", "once", "one "))
        yield Found("doses", start, end, value=f"1 ({statement.raw(start, end)})" if once else "")
    elif match["period"]:
        yield Found("course", *_at(statement, match, "period"))
    elif match["single"]:
        yield from _single(statement, start, end)
    elif literal.search(r"共|总|合计|累计|连续|剂", match["times"]):
        number = literal.search(r"[\d一两二三四五六八十]", match["times"])
        yield Found("doses", start + (number.start() if number else 0), statement.start + match.end("times"))


def _single(statement: Statement, start: int, end: int) -> Iterator[Found]:
    """`单次`, with the way it went in where that stands behind."""
    if _NAMES_ARM.match(statement.seen(end, statement.end)):
        return
    if _SET_AGAINST.search(statement.seen(statement.start, start)):
        return  # `多次输注优于单次`: one of two ways
    behind = statement.seen(end, statement.end)
    way = statement.words.pattern(ROUTE).match(behind) or statement.words.pattern(_ACT).match(behind)
    stop = end + (way.end() if way else 0)
    yield Found("doses", start, stop, value=f"1次({statement.raw(start, stop)})")


def _at(statement: Statement, match: re.Match[str], group: str) -> tuple[int, int]:
    return statement.start + match.start(group), statement.start + match.end(group)
