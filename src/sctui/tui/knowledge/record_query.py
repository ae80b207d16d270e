"""What a reader types to find records: words, `disease:狼疮`, `phase:2`, `n>50`, `year>=2020`, `is:disputed`.

Everything is compared in the match view, so that scripts, widths and capitals make no difference. All parts
must hold; a `-` before one turns it round. Field names may be Chinese as well.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sctui.text.match_view import match_view
from sctui.tui.knowledge.record_rows import RecordRow, phases_in

Test = Callable[[RecordRow], bool]
_PART = re.compile(r'(?P<not>-)?(?:(?P<field>[^\W\d]+)(?P<sign>>=|<=|[:=<>≥≤]))?(?P<value>"[^"]*"?|\S*)')
_SIGNS = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "≥": operator.ge,
    "<=": operator.le,
    "≤": operator.le,
    "=": operator.eq,
    ":": operator.eq,
}
_TEXTS: dict[str, Callable[[RecordRow], str]] = {
    "disease": lambda row: f"{row.condition}\n{row.disease}",
    "cell": lambda row: "\n".join(
        (_told(row, "cell_source", "product", "brand", "donor"), _known(row, "tissue"))
    ),
    "kind": lambda row: row.kind,
    "design": lambda row: row.design,
    "outcome": lambda row: row.outcome,
    "document": lambda row: " ".join(row.record.documents),
}
_NUMBERS: dict[str, Callable[[RecordRow], int | None]] = {
    "n": lambda row: row.n,
    "year": lambda row: row.year,
}
_STATES: dict[str, Test] = {
    "disputed": lambda row: row.disputed > 0,
    "doubtful": lambda row: row.doubtful > 0,
    "merged": lambda row: len(row.record.documents) > 1,
}
_NAMES = {
    **dict.fromkeys(("disease", "condition", "疾病", "病"), "disease"),
    **dict.fromkeys(("cell", "cells", "source", "product", "细胞", "来源", "产品"), "cell"),
    **dict.fromkeys(("kind", "类型"), "kind"),
    **dict.fromkeys(("design", "设计"), "design"),
    **dict.fromkeys(("outcome", "结果", "结局"), "outcome"),
    **dict.fromkeys(("document", "doc", "文献", "文件"), "document"),
    **dict.fromkeys(("n", "人数", "例数"), "n"),
    **dict.fromkeys(("year", "年", "年份"), "year"),
    **dict.fromkeys(("phase", "分期", "期"), "phase"),
    "is": "is",
}


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked: all tests must hold. `faults` are the parts that nothing can be made of."""

    tests: tuple[Test, ...] = ()
    faults: tuple[str, ...] = ()

    def holds(self, row: RecordRow) -> bool:
        """Whether a row is to be shown."""
        return all(test(row) for test in self.tests)


def parse(text: str) -> Query:
    """Read what was typed; an unfinished part (`n>`) asks for nothing yet."""
    tests: list[Test] = []
    faults: list[str] = []
    for part in _parts(match_view(text)):
        test = _test(part)
        if test is not None:
            tests.append(_turned(test) if part["not"] else test)
        elif part["value"].strip('"'):
            faults.append(part[0])
    return Query(tuple(tests), tuple(faults))


def _parts(view: str) -> Iterator[re.Match[str]]:
    return (part for part in _PART.finditer(view) if part[0])


def _test(part: re.Match[str]) -> Test | None:
    """The test of one part; None when it is not understood, or not finished."""
    value = part["value"].strip('"')
    name = _NAMES.get(part["field"] or "")
    if not value:
        return None
    if name is None:  # no field that we know: the whole is a word to be found, `il-6:` and all
        return _word(part[0].removeprefix("-") if part["field"] else value)
    if name in _NUMBERS:
        return _number(name, part["sign"], value)
    if part["sign"] not in ":=":
        return None
    if name == "phase":
        wanted = phases_in(value)
        return (lambda row: wanted <= row.phases) if wanted else None
    return _STATES.get(value) if name == "is" else _in(name, value)


def _number(name: str, sign: str, value: str) -> Test | None:
    if not value.isdecimal():
        return None
    asked, compare, number = _NUMBERS[name], _SIGNS[sign], int(value)
    return lambda row: (known := asked(row)) is not None and compare(known, number)


def _in(name: str, value: str) -> Test:
    text = _TEXTS[name]
    return lambda row: value in match_view(text(row))


def _word(word: str) -> Test:
    return lambda row: word in row.view


def _turned(test: Test) -> Test:
    return lambda row: not test(row)


def _told(row: RecordRow, *slots: str) -> str:
    return "\n".join(told.value for told in row.record.told if told.slot in slots)


def _known(row: RecordRow, facet: str) -> str:
    return "\n".join(value for name, value in row.record.identity if name == facet)
