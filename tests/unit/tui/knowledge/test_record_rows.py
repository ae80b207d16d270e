from dataclasses import replace

import pytest

from sctui.model.knowledge import Record
from sctui.tui.knowledge.record_rows import COLUMNS, SLICE, people_in, phases_in, rows_of, sorted_rows
from tests.tui.known import LUPUS_TRIAL, RECORDS, told

ROWS = [row for part in rows_of(RECORDS) for row in part]


def order(column: str, *, downwards: bool = False) -> list[str]:
    return [row.record.key for row in sorted_rows(ROWS, column, downwards=downwards)]


def test_a_row_shows_what_its_record_tells() -> None:
    row = ROWS[0]
    assert (row.condition, row.cells, row.phase) == ("系统性红斑狼疮", "异体脐带间充质干细胞", "I/II期")
    assert (row.n, row.year, row.phases) == (81, 2018, frozenset({1, 2}))
    assert row.outcome == "84% 总生存率"
    assert row.marks == "≠1 ?1"
    assert "随访" not in row.view  # what is told is searched, not the words around it
    assert "84%" in row.view


def test_an_approval_goes_by_indication_brand_and_date() -> None:
    row = ROWS[3]
    assert (row.condition, row.cells, row.year, row.n) == ("移植物抗宿主病", "Ryoncil", 2024, None)


def test_a_disease_is_shown_without_those_who_have_it() -> None:
    asthmatics = replace(LUPUS_TRIAL, told=(told("condition", "哮喘患者"),))
    assert next(rows_of([asthmatics]))[0].condition == "哮喘"


def test_numbers_sort_as_numbers_and_what_is_not_told_stands_last_either_way() -> None:
    assert order("people") == ["asthma-1", "lupus-1", "asthma-2", "lupus-2"]
    assert order("people", downwards=True) == ["asthma-2", "lupus-1", "asthma-1", "lupus-2"]
    assert order("date") == ["lupus-1", "asthma-1", "asthma-2", "lupus-2"]
    assert order("marks", downwards=True)[0] == "lupus-1"


@pytest.mark.parametrize("column", [column.name for column in COLUMNS])
def test_every_column_sorts_every_record(column: str) -> None:
    for downwards in (False, True):
        assert sorted(order(column, downwards=downwards)) == sorted(record.key for record in RECORDS)


def test_rows_come_in_slices_and_keep_their_order() -> None:
    records = [replace(LUPUS_TRIAL, key=f"r{n}") for n in range(2 * SLICE + 5)]
    parts = list(rows_of(records))
    assert [len(part) for part in parts] == [SLICE, SLICE, 5]
    assert [row.record for part in parts for row in part] == records


def test_a_value_with_line_breaks_keeps_records_apart() -> None:
    odd = Record("odd", "trial", (told("condition", "a\x00b\nc"), told("n", "٣ or so")))
    rows = [row for part in rows_of([odd, LUPUS_TRIAL]) for row in part]
    assert rows[0].view == "trial\na␀b c\nlupus.md\n٣ or so"
    assert rows[1].view == ROWS[0].view


@pytest.mark.parametrize(
    ("text", "number"),
    [("81名", 81), ("2,800余例", 2800), ("1.2万例", 12000), ("九名", 9), ("n=12", 12), ("许多患者", None)],
)
def test_people_are_counted(text: str, number: int | None) -> None:
    assert people_in(text) == number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("II期", {2}), ("I/II期", {1, 2}), ("Ⅲ期", {3}), ("phase 1-2", {1, 2}), ("二期", {2}), ("", set())],
)
def test_phases_are_told_apart(text: str, numbers: set[int]) -> None:
    assert phases_in(text) == numbers
