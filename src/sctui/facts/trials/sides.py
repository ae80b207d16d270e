"""Of which side a figure is: the first of a pair, or one in front of the control group's, is the treated."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.facts.trials.durations import lead_length
from sctui.facts.trials.english_groups import IN_ARM
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind
from sctui.text.sentence import Piece

VALUES = (QuantityKind.PERCENT, QuantityKind.FOLD, QuantityKind.MEASURE, QuantityKind.PLAIN)
_STARTED = re.compile(
    r"(?:从|由|(?<![来各])自)\s?(?:(?:基线|治疗前|术前|入组)时?的?)?(?:每[^,。;\d]{1,4})?$"
)  # `由每五分钟3.6毫米`
_ENDED = re.compile(r"[^,。;\d]{0,10}[至到为成]\s?")
_BETWEEN = re.compile(  # `60.8%对50.0%`, `35%对安慰剂30%`
    r"\s?(?:对比?|比|\bvs\.?|\bversus)\s?(?:(?:安慰剂|对照|假手术|假注射|常规治疗|标准治疗|盐水)组?的?)?\s?"
)
_CONTROL = re.compile(
    r"[,;()]\s?(?:而|但)?(?:(?:明显|显著|远|均)*(?:高|低|优|大|小|多|少|长|短)于)?(?:对照|安慰剂|标准[^,;组]{0,4}|常规[^,;组]{0,4}|空白|生理盐水|假手术)组(?=[^,;组\d]{0,12}\d)"
)
_BEHIND = re.compile(r"\s?\((?P<arm>[^()、,与和]{1,12}组)\)")
_GROUP = re.compile("组(?![织成合胺别蛋分间])|者")  # whom a figure is of, told in front of it
_ARM_ALONE = re.compile("[^,。;的\\d]{1,10}组(?:患者)?")
_TIMED = re.compile(
    r"(?:在?第?\s?(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})\s?个?(?:年|月|周|天)[时后末内](?:,|的)?\s?)"
    r"|在?第\s?\d{1,3}\s?(?:年|月|周|天)(?:的\s?)?"
)
_BARE_TIME = re.compile(r"^\d{1,3}\s?个?(?:年|月|周|天|個月|週)(?=[^\d,，]{1,10}率)")
_TURN = re.compile(  # `评分降`, which reads as a noun
    r"[仅僅只]?(?<![上下回提骤])(?P<turn>[升降])(?P<done>了)?$"
)
_AT_TIME = re.compile(
    r"\s(?P<at>at (?:(?:week|month|day|year) \d{1,3}|\d{1,3} (?:weeks|months|days|years)))\b"
)
_THEN = re.compile("(?:[则則也]|(?<!平)均)+$")
_SAID = re.compile("^(?:[结結]果|其中|而|但)[,，:：]?")
_NAME_END = re.compile(r"[一-鿿a-z]-?\d{1,2}\($")  # `受体1(TNFR1)`: a number that is part of a name
TREATED = ("治疗组", "治療組")
_FIGURES = ("outcome", "change")
_WORDS_BEHIND = re.compile(r"的[^,。;()]{0,8}(?:率|比例|评分|水平|人数|时间|百分比)")


def is_pair(statement: Statement, first: Quantity, second: Quantity) -> bool:
    """Whether a figure is set against the one right behind it (`60.8%对50.0%`)."""
    alike = first.kind is second.kind and first.end <= second.start
    return alike and bool(_BETWEEN.fullmatch(statement.seen(first.end, second.start)))


def on_its_side(statement: Statement, quantity: Quantity, other: Quantity | None, found: Found) -> Found:
    """A figure of no group by name with that of the treated, where the other side's stands behind it."""
    if found.slot not in _FIGURES or statement.view.isascii():
        return found
    paired = other and is_pair(statement, quantity, other)
    versus = statement.raw(other.start, other.end) if other and paired else ""
    start = statement.clause_at(quantity.start).start if versus else statement.start
    told = _GROUP.search(statement.seen(start, quantity.start)) or _GROUP.search(match_view(found.measure))
    if told or not (versus or _before_control(statement, quantity)):
        return replace(found, versus=versus)
    arm = _treated(statement)
    return replace(found, measure=of_arm(arm, found.measure), arm=arm, versus=versus)


def in_its_arm(statement: Statement, found: Found) -> Found:
    """A figure of an English sentence with the arm, or the time, right behind it."""
    if found.slot not in _FIGURES or not statement.view.isascii():
        return found
    behind = statement.seen(found.end, statement.end)
    arm, time = IN_ARM.match(behind), _AT_TIME.match(behind)
    if time and time["at"] not in found.measure:
        return replace(found, measure=f"{found.measure} {time['at']}")
    if arm is None:
        return found
    name = statement.raw(found.end + arm.start("arm"), found.end + arm.end("arm"))
    way = "with" if name.endswith("dose") else "in"
    return replace(found, measure=f"{found.measure} {way} the {name}")


def beside_control(statement: Statement, following: Statement, found: Found) -> Found:
    """A figure with the arm of the treated, where the next sentence begins with the control group's."""
    of_nobody = found.slot in _FIGURES and not _GROUP.search(statement.view + match_view(found.measure))
    if not of_nobody or not _CONTROL.match(f",{following.view}"):
        return found
    arm = _treated(statement)
    return replace(found, measure=of_arm(arm, found.measure), arm=arm)


def of_arm(arm: str, measure: str) -> str:
    """What was measured in an arm, behind its time (`12周时，对照组的评分`)."""
    measure = measure.removeprefix("的")
    return f"{time_before(measure)}{_SAID.sub('', arm)}的{without_time(measure)}"


def of_arm_behind(statement: Statement, found: Found) -> Found:
    """A figure with the arm that stands in brackets behind it (`坏死体积降至17%(细胞组)`)."""
    arm = _BEHIND.match(statement.view, found.end - statement.start)
    if arm is None or found.arm or _GROUP.search(match_view(found.measure)):
        return found
    name = statement.raw(statement.start + arm.start("arm"), statement.start + arm.end("arm"))
    return replace(found, measure=of_arm(name, found.measure), arm=name)


def at_another(time: str, measured: str) -> str:
    """What was measured at another time (`3个月愈合率60%,12个月70%`)."""
    return f"{time}，{_BARE_TIME.sub('', without_time(measured))}"


def without_time(measured: str) -> str:
    """What was measured, without the time in front of it."""
    time = _TIMED.match(match_view(measured))
    return measured[time.end() if time else 0 :].lstrip("，, ")


def time_before(measured: str) -> str:
    """The time that stands in front of what was measured, to be told of the other arm too; or empty."""
    time = _TIMED.match(match_view(measured))
    return f"{measured[: time.end()].rstrip(' ,，的')}，" if time else ""


def _treated(statement: Statement) -> str:
    """The treated group in the script of a sentence."""
    return TREATED[is_traditional(statement)]


def is_traditional(statement: Statement) -> bool:
    """Whether a sentence is written in traditional characters."""
    pairs = zip(statement.view, statement.text, strict=True)
    return any(seen != char and "\u3400" <= char <= "\u9fff" for seen, char in pairs)


def _before_control(statement: Statement, quantity: Quantity) -> bool:
    behind = statement.seen(quantity.end, statement.end)
    control = _CONTROL.search(behind)
    return bool(control) and not _GROUP.search(behind[: control.start() if control else 0])


def in_full(measure: str) -> str:
    """A measure with the turn it took as a verb of two characters (`评分仅降`: `评分下降`)."""
    turn = _TURN.search(measure)
    if turn is None:
        return measure
    return (
        f"{measure[: turn.start()]}{'上' if turn['turn'] == '升' else '下'}{turn['turn']}{turn['done'] or ''}"
    )


def begun_at(statement: Statement, quantity: Quantity, other: Quantity | None) -> str:
    """What had a value before it changed (`评分由6.1降到3.5`): that it had it is no result; else empty."""
    if quantity.kind not in VALUES or other is None:
        return ""
    if not _ENDED.fullmatch(statement.seen(quantity.end, other.start)):
        return ""
    start = segment_start(statement, statement.clause_at(quantity.number), quantity)
    start += lead_length(statement.seen(start, quantity.start))
    at = _STARTED.search(statement.seen(start, quantity.start))
    return _THEN.sub("", statement.raw(start, start + at.start()).strip(" ,，、:：")) if at else ""


def in_next_arm(statement: Statement, begun: str, noun: str) -> str:
    """What had a value before it changed; of an arm by itself, what was measured in the arm before."""
    if not noun or not _ARM_ALONE.fullmatch(match_view(begun)):
        return begun
    once = len(statement.counted(QuantityKind.TIME)) == 1
    time = time_before(noun) or (time_before(statement.text) if once else "")
    return f"{time}{begun}的{without_time(noun).removeprefix('的')}"


def _in_closed(before: str, behind: str) -> bool:
    """Whether what stands between two texts is in brackets, with words behind that name a measure."""
    if before.count("(") <= before.count(")") or ")" not in behind:
        return False
    return bool(_WORDS_BEHIND.match(behind.partition(")")[2]))


def segment_start(statement: Statement, clause: Piece, quantity: Quantity) -> int:
    """Where the words about a quantity begin: after the comma, a bracket, or the number before it."""
    start = clause.start
    before = [
        q
        for q in statement.quantities
        if clause.start <= q.start
        and q.end <= quantity.start
        and q.kind in VALUES
        and not (q.kind is QuantityKind.PLAIN and _NAME_END.match(statement.seen(q.start - 1, q.end + 1)))
        and not _in_closed(statement.seen(clause.start, q.start), statement.seen(q.end, quantity.start))
    ]
    if before:
        start = before[-1].end
    opened = statement.seen(start, quantity.start).rfind("(")
    if opened >= 0 and ")" not in statement.seen(start + opened, quantity.start):
        start += opened + 1
    return start
