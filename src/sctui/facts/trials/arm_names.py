"""Where a Chinese sentence names the arms of a study."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sctui.facts.trials.roster_names import Roster, is_control
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
_OTHER_ARM = re.compile(  # any group by its name, where a list begins or goes on, with a figure behind it
    r"(?:^|(?<=[,;:、()和与及]))\s?(?P<arm>(?![两各每三四五亚个该本小全同其]|另[一外])"
    r"[一-鿿a-z0-9+./ -]{1,14}?(?<![亚分各两二三四每同小])组)"
    r"(?![织成合胺别蛋分间份装建件内])(?=[^,。;:、()\d]{0,6}\d)"
)
_GOT = re.compile(r"\s?\([^()]*\)$")  # what an arm got, behind its letter
_TIMED = re.compile(r"[\d一二三四六十]\s?个?(?:月|周|天|年|小时)")


@dataclass(frozen=True, slots=True)
class ArmPlace:
    """Where an arm is named in a sentence, by offsets in it, and by what name; `alone` for a short form."""

    start: int
    end: int
    name: str
    alone: bool = False

    @property
    def control(self) -> bool:
        """Whether the others are compared with it."""
        return is_control(self.name)


def arms_in(statement: Statement, roster: Roster) -> list[ArmPlace]:
    """Where arms are named: those of the study by their names, and the short forms of these, as well."""
    found = list(short_places(statement, roster))
    if any(end in statement.view for end in _ARM_ENDS):
        found += _named(statement, roster)
    kept: list[ArmPlace] = []
    for place in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _named(statement: Statement, roster: Roster) -> Iterator[ArmPlace]:
    spans = [(m.start("arm"), m.end()) for m in statement.words.pattern(_ARM).finditer(statement.view)]
    told = {}
    for arm in roster:
        seen = _GOT.sub("", match_view(arm.name))
        told[seen] = arm.name
        name = seen.removesuffix("组")
        spans += [(at, at + len(name) + 1) for at in _places(f"{name}组", statement.view)]
    ends = {end for _, end in spans}
    others = (m.span("arm") for m in _OTHER_ARM.finditer(statement.view) if not _TIMED.search(m["arm"]))
    spans += [span for span in others if span[1] not in ends]
    for start, end in spans:
        bare = len(statement.view[start:end].removesuffix("患者").removesuffix("病人"))
        name = statement.text[start : start + bare]
        yield ArmPlace(start, end, told.get(match_view(name), name))


def short_places(statement: Statement, roster: Roster) -> Iterator[ArmPlace]:
    """`低 24.1、高 33.0`: the arms of a study by short forms of their names, which stand before figures."""
    if len(roster) < 2:
        return
    pattern, arms = _labels(roster)
    found = list(pattern.finditer(statement.view))
    told = {arms[match["arm"].strip()] for match in found}
    for match in found if len(told) > 1 else ():
        yield ArmPlace(*match.span("arm"), roster[arms[match["arm"].strip()]].name, alone=True)


@lru_cache(maxsize=64)
def _labels(roster: Roster) -> tuple[re.Pattern[str], dict[str, int]]:
    """The short forms of a study's arms: how they are looked for, and of which arm each is."""
    labels: dict[str, int] = {}
    for at, arm in enumerate(roster):
        for label in short_forms(arm.name):
            labels[label] = -1 if label in labels else at
    labels = {label: at for label, at in labels.items() if at >= 0}
    names = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    pattern = (
        rf"(?:^|(?<=[,;:、()和与及])|(?<=[,;:] )|(?<=and ))\s?(?P<arm>{names})\s?:?\s?(?=(?:为|约)?[-+−–]?\d)"
    )
    return re.compile(pattern), labels


def short_forms(name: str) -> Iterator[str]:
    """How an arm is called in a list: `低` for `低剂量组`, `A` for `group A`, in the match view."""
    bare = _GOT.sub("", match_view(name)).removesuffix("组").removesuffix("侧").strip()
    bare = re.sub(r"^(?:group|arm|cohort)\s|\s(?:group|arm|cohort)$", "", bare)
    yield bare.strip()
    for noun in ("剂量", "-dose", " dose"):
        if bare.endswith(noun):
            yield bare.removesuffix(noun)


def _places(name: str, view: str) -> Iterator[int]:
    """Where a name stands in a text."""
    at = view.find(name)
    while at >= 0:
        yield at
        at = view.find(name, at + 1)
