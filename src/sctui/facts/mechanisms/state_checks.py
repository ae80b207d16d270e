"""What the forms of states need besides their words, so that what they say could be known and is meant so."""

from __future__ import annotations

import re

from sctui.facts.mechanisms.form import count_of
from sctui.facts.mechanisms.listening import is_state
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import Found, Speaker
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

_THINGS = {TermKind.CELL, TermKind.FACTOR, TermKind.IMMUNE, TermKind.PATHWAY}
_MEASURED = re.compile("疗效|效果|评分|预后|结局|剂量|年龄|生存|存活|水平|浓度|风险")
_OF_A_COURSE = re.compile(r"(?:发病|病理改变|病理|发生|发展|进展|病程|病情|增生|机制|表型|症状)+$")
_LEANS = re.compile(
    "(?:治疗|预防|疗法|机制|的?抑制|的?激活|的?诱导|的?促进|的?调节|的?保护|的?杀伤|增殖|分化|存活|活化|激活|迁移|归巢|修复|再生|作用|效应|功能|维持|形成)$"
)
_NO_CHANGE = re.compile("不良|事件|反应|并发|感染|复发|出血|排斥|变化|改变")
_POINTS = re.compile("[该这其此]")
_TOLD_FROM = re.compile("而(?:并?非|不是)")
_LONGEST_RELATED = 16
_ROUSED = re.compile("(?:过度|异常|持续)?(?:活化|激活)")
_NUMBER, _LONGEST_PART = re.compile("[两二三四五六]"), 12
_BARE = 4  # characters of a state that does not say of what
_AFTER_TREATMENT = "(?:<:giving.zh>|治疗|疗法|外泌体|细胞)$"


def fits_state(passage: Passage, slot: str, subject: str, value: tuple[int, int]) -> bool:
    """Whether a claim of one of `STATE_FORMS`, or of any other form, says something that can be asked."""
    check = _CHECKS.get(slot)
    return check is None or check(passage, match_view(subject), value)


def _things(passage: Passage, value: tuple[int, int]) -> bool:
    return any(one.term.kind in _THINGS for one in passage.entities(*value))


def _is_related(passage: Passage, subject: str, value: tuple[int, int]) -> bool:
    """`D的发病与X密切相关`: X is a thing, and what is told of is a disease's course, or a state."""
    ill = any(match_view(name) in subject for name in passage.diseases)
    told = is_state(subject) or (ill and bool(_OF_A_COURSE.search(subject)))
    short = value[1] - value[0] <= _LONGEST_RELATED
    return told and short and not _MEASURED.search(subject) and _things(passage, value)


def _is_mediated(passage: Passage, _subject: str, value: tuple[int, int]) -> bool:
    last = passage.entities(*value)[-1:]
    return bool(last) and last[0].end == value[1] and last[0].term.kind in _THINGS


def _is_acted_on(passage: Passage, subject: str, value: tuple[int, int]) -> bool:
    """`作用于EP4受体`: a molecule, known or by the noun at its end."""
    named = passage.view[slice(*value)].endswith(("受体", "通路", "通道", "激酶"))
    return named or _is_mediated(passage, subject, value)


def _is_named(passage: Passage, _subject: str, value: tuple[int, int]) -> bool:
    last = passage.entities(*value)[-1:]
    return bool(last) and last[0].end == value[1] and "发生" not in passage.view[slice(*value)]


def _is_by_thing(passage: Passage, _subject: str, value: tuple[int, int]) -> bool:
    """`通过X发挥作用`: X is no deed, which would be asked by itself, save where it is told from another."""
    deeds = [] if _TOLD_FROM.search(passage.view, *value) else passage.actions(*value)
    return bool(passage.entities(*value)) and not (deeds and deeds[0].start == value[0])


def _leans(passage: Passage, subject: str, value: tuple[int, int]) -> bool:
    return bool(_LEANS.search(subject) and passage.entities(*value))


def _undergoes(passage: Passage, subject: str, value: tuple[int, int]) -> bool:
    said = passage.view[slice(*value)]
    of_cells = {TermKind.CELL, TermKind.IMMUNE, TermKind.FACTOR}
    kinds = (kinds for name, kinds in passage.kinds.items() if match_view(name) in subject)
    named = not of_cells.isdisjoint(frozenset[TermKind]().union(*kinds))
    return named and len(said) > _BARE and not (_NO_CHANGE.search(said) or _POINTS.search(said))


def _shows(passage: Passage, _subject: str, value: tuple[int, int]) -> bool:
    return _things(passage, value)


def _after(passage: Passage, subject: str, value: tuple[int, int]) -> bool:
    treated = passage.words.pattern(_AFTER_TREATMENT).search(subject)
    return bool(treated) and _things(passage, value)


def _balances(passage: Passage, _subject: str, value: tuple[int, int]) -> bool:
    things = passage.entities(value[0], value[1] + len("细胞"))  # the noun belongs to both
    return len(members(passage.view[slice(*value)])) == len(things) > 1


def _are_parts(passage: Passage, subject: str, value: tuple[int, int]) -> bool:
    """`X分为A、B和C三类`: X has a name, and there are as many as is said."""
    listed = members(passage.view[slice(*value)])
    said = _NUMBER.match(passage.view, value[1])
    told = passage.entities(0, passage.view.find(subject) + len(subject)) if subject else []
    counted = count_of(said[0]) if said else len(listed)
    return bool(told) and 1 < len(listed) == counted and all(len(one) <= _LONGEST_PART for one in listed)


def _is_due(passage: Passage, subject: str, _value: tuple[int, int]) -> bool:
    return any(match_view(name) in subject for name in passage.diseases)


_CHECKS = {
    "related": _is_related,
    "mediated-by": _is_mediated,
    "via": _is_by_thing,
    "depends": _leans,
    "acts-at": _is_acted_on,
    "roused": _is_named,
    "undergoes": _undergoes,
    "shows": _shows,
    "rises-after": _after,
    "falls-after": _after,
    "balances": _balances,
    "due-to": _is_due,
    "divided": _are_parts,
}


def turn_to_state(
    passage: Passage, speaker: Speaker, slot: str, subject: Found, value: tuple[int, int]
) -> None:
    """Let the next clauses be about a state that a claim tells of.

    `病因是X紊乱,使机体产生Y`: X紊乱 does; `A发生X异常,导致Y`: that A has it.
    """
    line = passage.line.text
    if slot == "cause" and is_state(line[slice(*value)]):
        speaker.goes_on = speaker.subject
        alone = value[1] in (*speaker.ends, len(line))  # and not `由X突变引起`
        speaker.subject, speaker.said = line[slice(*value)], value[0] if alone else -1
    if slot == "changes" and _ROUSED.match(passage.view, value[1]):
        speaker.subject, speaker.said = line[slice(*value)], value[0]  # `使T细胞活化,释放A`: they do
    if slot == "undergoes" and subject.named:
        speaker.goes_on = speaker.subject
        speaker.subject, speaker.said = line[subject.start : value[1]], subject.start
