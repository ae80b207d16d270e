"""What a reader types to find records: words, `disease:狼疮`, `phase:2`, `n>50`, `year>=2020`, `is:disputed`.

The language is that of `sctui.search.syntax`; everything is compared in the match view, so that scripts,
widths and capitals make no difference. Field names may be Chinese as well.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass

from sctui.search import syntax
from sctui.search.syntax import All, Either, Node, Not, QueryError, Term
from sctui.text.match_view import match_view
from sctui.tui.knowledge.record_rows import RecordRow, phases_in

Test = Callable[[RecordRow], bool]
_SIGNS = {
    ">": operator.gt,
    "<": operator.lt,
    ">=": operator.ge,
    "<=": operator.le,
    "=": operator.eq,
    "!=": operator.ne,
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
    faults: list[str] = []
    try:
        tree = syntax.parse(text, _NAMES)
    except QueryError as error:
        return Query(faults=() if error.unfinished else (error.message,))
    return Query((_of(tree, faults),) if tree != All() else (), tuple(faults))


def _of(node: Node, faults: list[str]) -> Test:
    """The test of a part of what was asked; a term that is not understood, or not finished, always holds."""
    match node:
        case All(parts):
            tests = [_of(part, faults) for part in parts]
            return lambda row: all(test(row) for test in tests)
        case Either(parts):
            tests = [_of(part, faults) for part in parts]
            return lambda row: any(test(row) for test in tests)
        case Not(part):
            return _turned(part, faults)
        case Term():
            return _understood(node, faults) or (lambda _: True)


def _turned(part: Node, faults: list[str]) -> Test:
    test = _understood(part, faults) if isinstance(part, Term) else _of(part, faults)
    return (lambda row: not test(row)) if test else (lambda _: True)


def _understood(term: Term, faults: list[str]) -> Test | None:
    test = _test(term, syntax.plain(term.value)) if term.value else None
    if test is None and term.value:
        faults.append(term.written)
    return test


def _test(term: Term, value: str) -> Test | None:
    if not term.field:
        return lambda row: value in row.view
    if term.field in _NUMBERS:
        return _number(term.field, term.sign, value)
    if term.sign not in (":", "="):
        return None
    if term.field == "phase":
        wanted = phases_in(value)
        return (lambda row: wanted <= row.phases) if wanted else None
    return _STATES.get(value) if term.field == "is" else _in(term.field, value)


def _number(name: str, sign: str, value: str) -> Test | None:
    if not value.isdecimal():
        return None
    asked, compare, number = _NUMBERS[name], _SIGNS[sign], int(value)
    return lambda row: (known := asked(row)) is not None and compare(known, number)


def _in(name: str, value: str) -> Test:
    text = _TEXTS[name]
    return lambda row: value in match_view(text(row))


def _told(row: RecordRow, *slots: str) -> str:
    return "\n".join(told.value for told in row.record.told if told.slot in slots)


def _known(row: RecordRow, facet: str) -> str:
    return "\n".join(value for name, value in row.record.identity if name == facet)
