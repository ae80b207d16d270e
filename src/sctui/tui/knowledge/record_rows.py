"""Study records as rows of one table: what each column shows and sorts by, and the text a search reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sctui.i18n import N_, _
from sctui.model.knowledge import Record, Told, Verdict
from sctui.records.main_result import main_result
from sctui.records.names import without_patients
from sctui.text.match_view import match_view
from sctui.text.printable import one_line
from sctui.text.quantity import quantities
from sctui.tui.columns import Column

SLICE = 50  # records whose rows are made in one go, some milliseconds
_YEAR = re.compile(r"(?:19|20)\d\d")
_PHASE = re.compile(r"iv|i{1,3}|[1-4]|[ⅰⅱⅲⅳ一二三四]")
_STEPS = {"i": 1, "ii": 2, "iii": 3, "iv": 4} | dict(zip("ⅰⅱⅲⅳ一二三四1234", (1, 2, 3, 4) * 3, strict=True))
_WORKS = {
    "trial": N_("trial"),
    "review": N_("review"),
    "meta-analysis": N_("meta-analysis"),
    "case": N_("case"),
    "guideline": N_("guideline"),
    "press": N_("press"),
    "approval": N_("approval"),
    "loose": N_("study"),
}


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record as the table shows it; texts as written, numbers for sorting and comparing.

    `disease` is its name across documents, wider names first (`关节炎/类风湿关节炎`); `n` is the
    largest number of participants told, `phases` the numbers in its phase, `view` the match view of all that
    is told, one value a line.
    """

    record: Record
    condition: str = ""
    cells: str = ""
    kind: str = ""
    phase: str = ""
    people: str = ""
    date: str = ""
    design: str = ""
    outcome: str = ""
    disease: str = ""
    n: int | None = None
    year: int | None = None
    phases: frozenset[int] = frozenset()
    doubtful: int = 0
    view: str = field(default="", repr=False)

    @property
    def disputed(self) -> int:
        """In how many things its sources disagree."""
        return len(self.record.disagreements)

    @property
    def marks(self) -> str:
        """`≠1 ?2`: disagreements of the sources, checks that failed."""
        told = (("≠", self.disputed), ("?", self.doubtful))
        return " ".join(f"{mark}{number}" for mark, number in told if number)


COLUMNS: tuple[Column[RecordRow], ...] = (
    Column("condition", N_("Disease"), lambda row: row.condition, 14, 1, share=4),
    Column("cells", N_("Cells or product"), lambda row: row.cells, 10, 3, share=4),
    Column("kind", N_("Kind"), lambda row: row.kind, 9, 7),
    Column("phase", N_("Phase"), lambda row: row.phase, 7, 5),
    Column("people", "n", lambda row: str(row.n) if row.n is not None else row.people, 5, 2, right=True),
    Column("date", N_("Year"), lambda row: str(row.year or row.date), 4, 4, right=True),
    Column("design", N_("Design"), lambda row: row.design, 12, 9, share=2),
    Column("outcome", N_("Main outcome"), lambda row: row.outcome, 14, 6, share=4),
    Column("sources", N_("Docs"), lambda row: str(len(row.record.documents)), 4, 8, right=True),
    Column("marks", N_("Marks"), lambda row: row.marks, 5, 3),
)
_SORTED_BY: dict[str, Callable[[RecordRow], Any]] = {
    "condition": lambda row: row.disease or None,
    "people": lambda row: row.n,
    "date": lambda row: row.year,
    "phase": lambda row: tuple(sorted(row.phases)) or None,
    "sources": lambda row: len(row.record.documents),
    "marks": lambda row: (row.disputed + row.doubtful) or None,
}


def rows_of(records: Sequence[Record]) -> Iterator[list[RecordRow]]:
    """The rows of records, a slice at a time, so that a screen can breathe in between."""
    for start in range(0, len(records), SLICE):
        part = records[start : start + SLICE]
        texts = [_searched(record) for record in part]
        views = match_view("\x00".join(texts)).split("\x00")  # one conversion for all is many times as fast
        yield [_row(record, view) for record, view in zip(part, views, strict=True)]


def sorted_rows(rows: Sequence[RecordRow], column: str, *, downwards: bool) -> list[RecordRow]:
    """The rows by a column; what says nothing there stands last either way, and ties keep their order."""
    keyed = [(_sorted_by(row, column), row) for row in rows]
    told = [(value, row) for value, row in keyed if value is not None]
    told.sort(key=lambda pair: pair[0], reverse=downwards)
    return [row for _, row in told] + [row for value, row in keyed if value is None]


def _sorted_by(row: RecordRow, column: str) -> Any:
    """What a row is compared by: values of one type in a column, None where it says nothing there."""
    if column in _SORTED_BY:
        return _SORTED_BY[column](row)
    text = next(one.cell(row) for one in COLUMNS if one.name == column)
    return match_view(text) or None


def _searched(record: Record) -> str:
    """All that a search may find, without the character that keeps records apart."""
    told = (part for one in record.told for part in (one.value, one.measure, one.arm, one.evidence.document))
    known = (value for facet, value in record.identity if facet in ("disease", "tissue"))
    return "\n".join(dict.fromkeys(one_line(part) for part in (record.kind, *told, *known) if part))


def _row(record: Record, view: str) -> RecordRow:
    first: dict[str, Told] = {}
    for told in record.told:
        first.setdefault(told.slot, told)

    def one(*slots: str) -> str:
        return next((first[slot].value for slot in slots if slot in first), "")

    date, phase, outcome = one("year", "approved", "permitted"), one("phase"), main_result(record)
    found = _YEAR.search(match_view(date))
    disease = max((value for facet, value in record.identity if facet == "disease"), key=len, default="")
    condition = one("condition", "indication", "topic")
    return RecordRow(
        record,
        condition=without_patients(condition) or disease.rpartition("/")[2],
        cells=one("cell_source", "product", "brand", "trade"),
        kind=_(_WORKS.get(record.source, record.source)),
        phase=phase,
        people=one("n", "arm_size"),
        date=date,
        design=one("design", "type"),
        outcome=_short(outcome) if outcome else "",
        disease=match_view(disease or condition),
        n=max(
            (number for told in record.all("n") if (number := people_in(told.value)) is not None),
            default=None,
        ),
        year=int(found[0]) if found else None,
        phases=phases_in(phase),
        doubtful=sum(finding.verdict is Verdict.DOUBTFUL for finding in record.findings),
        view=view,
    )


def _short(told: Told) -> str:
    return f"{told.value} {told.measure}" if told.measure else told.value


@lru_cache(maxsize=4096)
def people_in(text: str) -> int | None:
    """The number in `81名`, `2,800余例`, `six patients`'s digits; None when there is none."""
    return next((int(q.low) for q in quantities(text) if q.low is not None), None)


@lru_cache(maxsize=512)
def phases_in(text: str) -> frozenset[int]:
    """The phases named: 1 and 2 for `I/II期`, `phase 1-2`, `Ⅰ/Ⅱ期`."""
    view = match_view(text).replace("phase", "")
    return frozenset(_STEPS[found] for found in _PHASE.findall(view))
