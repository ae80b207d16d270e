"""The arms of a study in the order in which it names them, for figures that later stand in that order.

`分为三组:甲、乙、空白对照`, `50人(甲26人,安慰剂24人)`, `试验组43例…;对照组43例`: people who are counted
apart and are together all of those told of before are its arms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from sctui.facts.trials.english_roster import english_roster
from sctui.facts.trials.roster_names import Arm, Roster, is_control
from sctui.facts.trials.sides import is_traditional
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.quantity import QuantityKind

_PARTED = re.compile(
    r"分(?:别|为|成|入|到|至|配至)?\s?(?:(?P<k>[两二三四五2-5])\s?个?组)?"
    r"(?:,?\s?[(,]?\s?(?:每组|各组?)\s?\d+\s?[例名人位眼]\)?)?\s?(?:[::,(]|即|为)?\s?(?P<list>[^。;]{3,150})"
)
_EACH_OF = re.compile(  # `四组各24例:低剂量5×10⁶、中剂量…`
    r"(?P<k>[两三四五2-5])\s?个?组,?\s?(?:每组|各)\s?\d+\s?[例名人位眼]\s?[:(]\s?(?P<list>[^。;]{3,150})"
)
_ONE = r"[^,。;:、()与和及]{1,14}(?:组|剂量)"
_EACH = re.compile(rf"(?P<list>{_ONE}(?:、{_ONE})*\s?[与和及]\s?{_ONE})各\s?\d+\s?[例名人位眼]")
_COUNT = re.compile(r"(?P<n>\d{1,4})\s?(?:[例名人位膝眼]|(?=[、,)]))(?!\s?[(,]?\s?\d[\d.]*\s?%)")
_GROUP = re.compile(r"(?P<name>[^,。;:、()\d和与及]{1,16}[组侧])\s?(?:\(|有|共|为)?\s?(?:n\s?=\s?)?$")
_NAMED = re.compile(r"[(、,;:和与]\s?(?P<name>[^,。;:、()]{1,20}?)\s?(?:n\s?=\s?)?$")
_OTHERS = re.compile(r"(?:^|[,;。])\s?(?:另外?|其[余中]|余|各|有|而)?\s?$")
_SORTED = re.compile("[男女]性?$|岁|[级期型度]$|中心|医院|^[女男]")  # kinds of people, and no arms
_GIVEN = re.compile("组|术|疗|注射|输注|移植|细胞|膜|剂|[a-z]{2,}")  # what makes a name that of a treatment
_TAKING = re.compile("接受|给予|输注|注射|植入|移植|使用|采用|用|打|服|细胞|msc|psc")
_WITH_SIZE = r"[^,。;:、()与和及]{2,16}\s?\(\s?(?:n\s?=\s?)?\d+\s?[例名人位眼膝]?\)"
_SIZED = re.compile(  # `分配至 CLET(34眼)与 SLET(34眼)`
    rf"分(?:别|为|成|入|到|至|配至?|派至?)+\s?(?P<list>{_WITH_SIZE}(?:[、,]\s?{_WITH_SIZE})*,?\s?[和与及]\s?{_WITH_SIZE})"
)
_AND = re.compile("[、,和与及]")
_SIDE = r"(?![\d.]+)[^,。;:、()与和及对比|=<>%]{2,14}"
_AGAINST = re.compile(  # `研究一:甲对乙:…`, `多中心随机,甲对乙40 mg,…`
    rf"(?:^|[,:|。]\s?)(?P<list>{_SIDE}(?<![相应面针绝])对(?![照比象于])\s?{_SIDE})[,:]"
)
_COMPARES = re.compile("随机|双盲|对照|分成?[两2]组|n\\s?=\\s?\\d+\\s?\\(\\d+/\\d+")
_LEADING = re.compile(
    r"^(?:.*分(?:为|成|入|到|至))?\s?(?:随机|一组|分别|接受|给予|采用|使用|应用|用|为|即|到|入)*"
)
_MARK = re.compile(r"[(),、]|以及|[与和及或]|对(?!照)")
_DOSED = re.compile(
    r"^([高中低](?:剂量|劑量))(?!组|組).+$|\s?\d+(?:\.\d+)?\s?(?:[×x]\s?10.*|m[lg]|万.*|[mµμ]g)$"
)
_WITH_PEOPLE = re.compile(r"([组組])\s?\d+\s?[例名人位眼].+$")  # `ADSC组19人于关节腔注射…`
_BRACKETS = re.compile(r"\s?[(（][^()（）]*[)）]?")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5} | {str(n): n for n in range(2, 6)}
_OR_CONTROL = re.compile(
    r"(?:输注|注射|给予|接受|植入|移植|服用)(?![^。;]*[组、])[^。;,]{2,40}?或(?P<control>安慰剂|生理盐水|盐水|假手术|假注射|假治疗|常规治疗|标准治疗)"
)
_OR_OTHER = re.compile(
    r"(?:输注|注射|给予|接受|植入|移植|服用)(?P<given>[^。;,()、]{2,24}?)(?:\s?\([^()]*\))?\s?或"
    r"(?P<other>(?![^,。;]*(?:注射|输注|移植|给药|植入|细胞|途径))[^,。;()、]{2,8})(?=[,。;]|$)"
)
_BLINDED = re.compile("随机|双盲|安慰剂对照|分组")
_CELLS = re.compile("细胞|[a-z]{3,}")
_SIZED_GROUP = re.compile(
    r"(?:^|[(,;、:。])\s?(?P<name>[^,。;:、()]{1,16}?组)\s?"
    r"(?:[^,。;:、()]{0,20},\s?n\s?=\s?|\(?\s?n\s?=\s?)?(?P<n>\d+)\s?[例名人位眼]?\)?(?=[,;。、)(]|$)"
)
_FEWEST = 8  # people of a group, where no more is told than how many it has
_SIGNS = ("组", "随机", "n=")  # of a sentence that may name arms
_LONGEST = 18  # characters of a name
_MOST = 5
_NAMES = {"placebo": ("安慰剂组", "安慰劑組"), "control": ("对照组", "對照組"), "": ("治疗组", "治療組")}


@dataclass(slots=True)
class _Counted:
    """People counted so far: in all, and arm by arm."""

    before: list[float]
    arms: list[tuple[int, Arm]]

    def whole(self) -> Roster:
        """The arms, when they are together as many as were counted before them."""
        together = len(self.arms) > 1 and sum(size for size, _ in self.arms) in self.before
        return tuple(arm for _, arm in self.arms) if together else ()


def told_roster(statements: Sequence[Statement]) -> Roster:
    """The arms that sentences name one behind the other; none where they do not."""
    counted = _Counted([], [])
    for statement in statements:
        if not HAN.search(statement.view):
            found = english_roster(statement)
        elif any(sign in statement.view for sign in _SIGNS) or statement.counted(QuantityKind.PEOPLE):
            found = _parted(statement) or _of_counts(statement, counted)
        else:
            continue
        if found:
            return found
    return next(filter(None, map(_or_control, statements)), ())


def _or_control(statement: Statement) -> Roster:
    """`输注细胞或安慰剂`: the treated, and those who got something else, by what that was."""
    told = _OR_CONTROL.search(statement.view)
    traditional = is_traditional(statement)
    if told:
        kind = "placebo" if told["control"] == "安慰剂" else "control"
        return Arm(_NAMES[""][traditional], control=False), Arm(_NAMES[kind][traditional], control=True)
    other = _OR_OTHER.search(statement.view) if _BLINDED.search(statement.view) else None
    if other is None or not _CELLS.search(other["given"]):
        return ()
    name = arm_name(Arm(statement.text[slice(*other.span("other"))], control=True), traditional=traditional)
    return Arm(_NAMES[""][traditional], control=False), Arm(name, control=True)


def arm_name(arm: Arm, *, traditional: bool) -> str:
    """The name of an arm as it stands in a Chinese question."""
    ends = match_view(arm.name).endswith(("组", "侧", "眼", ")"))
    return arm.name if ends else f"{arm.name}{'組' if traditional else '组'}"


def _parted(statement: Statement) -> Roster:
    """`分为三组:甲、乙和空白对照`, `甲组与乙组各36人`, `甲(34人)与乙(34人)`, `甲对乙`."""
    sized = _SIZED.search(statement.view)
    if sized:
        return _of_list(
            statement, *sized.span("list"), 1 + len(_AND.findall(_BRACKETS.sub("", sized["list"])))
        )
    each = _EACH.search(statement.view)
    if each:
        return _of_list(statement, *each.span("list"), 0)
    for parted in (*_PARTED.finditer(statement.view), *_EACH_OF.finditer(statement.view)):
        if parted["k"] or parted["list"].count("组") > 1 or parted["list"].count("剂量") > 1:
            found = _of_list(statement, *parted.span("list"), _NUMBERS.get(parted["k"] or "", 0))
            if found:
                return found
    against = _AGAINST.search(statement.view) if _COMPARES.search(statement.view) else None
    told = _of_list(statement, *against.span("list"), 2) if against else ()
    named = any(arm.control or _GIVEN.search(match_view(arm.name)) for arm in told)
    return (told if named else ()) or _sized_groups(statement)


def _sized_groups(statement: Statement) -> Roster:
    """`介入组15例,静脉组17例`, `甲组1×10⁵/kg,n=31;乙组…,n=31`: groups with their sizes side by side."""
    if statement.counted(QuantityKind.P_VALUE, QuantityKind.PERCENT):
        return ()  # so many did something
    groups = [
        (int(m["n"]), statement.text[slice(*m.span("name"))])
        for m in _SIZED_GROUP.finditer(statement.view)
        if int(m["n"]) >= _FEWEST and not _SORTED.search(m["name"].removesuffix("组"))
    ]
    names = [_clean(name).strip() for _, name in groups]
    well = 1 < len(set(names)) == len(names) <= _MOST and all(names)
    return tuple(Arm(name, is_control(name)) for name in names) if well else ()


def _of_list(statement: Statement, start: int, end: int, size: int) -> Roster:
    """The arms of a list; none where they are not as many as told, or some name is none."""
    names = [_clean(name) for name in _items(statement.text[start:end])]
    if not size:  # as many as are called groups
        names = list(takewhile(lambda name: match_view(name).endswith(("组", "剂量")), names))
    names = names[: size or None]
    well = all(0 < len(name) <= _LONGEST for name in names) and len(set(names)) == len(names)
    if not well or not 1 < len(names) <= _MOST or (size and len(names) != size):
        return ()
    return tuple(Arm(name, is_control(name)) for name in names)


def _items(text: str) -> Iterator[str]:
    """The members of a list, which may be set apart by commas as well, without their brackets."""
    at, depth, view = 0, 0, match_view(text)
    for mark in _MARK.finditer(view):
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
        if depth == 0 and mark[0] != ")":
            yield _BRACKETS.sub("", text[at : mark.start()])
            at = mark.end()
    yield _BRACKETS.sub("", text[at:])


def _clean(name: str) -> str:
    name = literal.sub(r"\s?\d+\s?[例名人位]$", "", name.strip(" :：,，)）"))
    name = _DOSED.sub(r"\1", _WITH_PEOPLE.sub(r"\1", name))
    lead = _LEADING.match(match_view(name))
    return name[lead.end() if lead else 0 :].strip()


def _of_counts(statement: Statement, counted: _Counted) -> Roster:
    """Those who are counted apart and are together all who were counted before them."""
    for match in _COUNT.finditer(statement.view):
        size = int(match["n"])
        arm = _arm(statement, match) if size > 1 and counted.before else None
        if arm and arm.name not in {one.name for _, one in counted.arms}:
            counted.arms.append((size, arm))
            if found := counted.whole():
                return found
        elif not counted.arms:
            counted.before.append(size)
    return ()


def _arm(statement: Statement, count: re.Match[str]) -> Arm | None:
    """The arm that so many people are, by its name in front or what they got; None for no arm."""
    before = statement.view[: count.start()]
    group = _GROUP.search(before) or _NAMED.search(before)
    if group:
        name = _clean(statement.text[slice(*group.span("name"))])
        seen = match_view(name)
        treatment = _GIVEN.search(seen) or is_control(seen)
        named = name and len(name) <= _LONGEST and treatment and not _SORTED.search(seen)
        return Arm(name, is_control(seen)) if named else None
    behind = statement.view[count.end() : count.end() + 16].partition(",")[0]
    control = is_control(behind)
    if not _OTHERS.search(before) or not (control or _TAKING.search(behind)):
        return None
    kind = "placebo" if "安慰剂" in behind else "control" if control else ""
    return Arm(_NAMES[kind][is_traditional(statement)], control)
