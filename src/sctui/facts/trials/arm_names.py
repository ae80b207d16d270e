"""Where a Chinese sentence names the arms of a study."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.facts.trials.roster_names import Roster
from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view

_CONTROL_NAME = (
    r"安慰剂|假手术|假治疗|假注射|生理盐水|盐水|对照|空白(?:对照)?|常规(?:治疗|护理)?"
    r"|标准(?:治疗|照护|护理)?|药物|单[纯用][^,。;:、]{0,6}"
)
_ARM = (
    rf"(?<![两各每三四亚个该本])(?P<arm>(?:(?P<control>{_CONTROL_NAME})|[高中低]剂量|治疗|试验|实验|观察|干预|<:giving.zh>|(?<![a-z0-9])(?:自体|异体|脐带|骨髓|脂肪)?"
    r"(?:<:agent.zh>|干细胞)(?:治疗|<:giving.zh>|片|膜|贴片|凝胶|制剂)?|注射|输注|联合(?:治疗)?|单次|多次|重复|早期|晚期|手术|\d\s?次|[甲乙丙丁]|\d[\d.]*\s?万\s?颗?"
    r"|(?<![a-z0-9价型代])[a-z][a-z0-9+-]{0,11}(?:<:agent.zh>)?)\s?组(?![织成合胺别蛋分间份装建件])"
    r"|(?<=[,、(])(?:安慰剂|对照|假手术|假注射)(?=\s?\d)"
    r"|[高中低]剂量(?=\s?[-+−]?\d|[为是])|(?:植入|治疗|移植|对侧|研究)眼|(?<=[,;:])[^,。;:、\d]{1,6}侧)(?:患者|病人)?"
)
_ARM_ENDS = "组侧眼量"  # no arm is named without one: quick, for most sentences name none


def arms_in(statement: Statement, roster: Roster) -> list[tuple[int, int]]:
    """Where arms are named: those of the study by their names as well."""
    if not any(end in statement.view for end in _ARM_ENDS):
        return []
    spans = [(m.start("arm"), m.end()) for m in statement.words.pattern(_ARM).finditer(statement.view)]
    for arm in roster:
        name = match_view(arm.name).removesuffix("组")
        spans += [(at, at + len(name) + 1) for at in _places(f"{name}组", statement.view)]
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _places(name: str, view: str) -> Iterator[int]:
    """Where a name stands in a text."""
    at = view.find(name)
    while at >= 0:
        yield at
        at = view.find(name, at + 1)
