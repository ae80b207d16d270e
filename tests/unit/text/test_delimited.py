"""Tables whose cells stand apart by tabs, blanks or commas."""

import pytest

from sctui.text.delimited import cells_of, cutter_of, rows_of_table

TABLES = {
    "tabs": ["组别\t例数\t生存率", "移植组\t13\t92.3%", "对照组\t\t69.2%"],
    "wide blanks": ["组别  例数   生存率", "移植组  13  92.3%", "  对照组　　13    69.2%  "],
    "commas": ["来源,增殖能力,取材难度", "骨髓,中,难", "脐带，高，易"],
    "two columns": ["来源\t增殖能力", "骨髓\t中", "脐带\t高"],
}


@pytest.mark.parametrize("lines", TABLES.values(), ids=TABLES)
def test_every_cell_lies_where_it_says(lines: list[str]) -> None:
    cutter = cutter_of(lines)
    assert cutter is not None
    rows = [[line[start:end] for start, end in cells_of(line, cutter)] for line in lines]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(cell == cell.strip() for row in rows for cell in row)
    assert rows[1][0] in {"移植组", "骨髓"}
    assert rows[2][-1] in {"69.2%", "易", "高"}


@pytest.mark.parametrize(
    "lines",
    [
        ["王伟,李强,张敏", "赵磊,孙丽,周涛", "吴刚,郑爽,冯雪"],  # names
        ["1.\t作用机制", "2.\t临床试验", "3.\t安全性"],  # a list pasted from a text program
        ["•  促进血管生成", "•  减少细胞凋亡", "•  调节免疫"],
        ["安全,有效,可及。", "骨髓,中,难。", "脐带,高,易。"],
        ["组别\t例数", "移植组\t13"],
        ["组别\t例数", "移植组\t13", "对照组\t13\t69.2%"],
        ["", "", ""],
        [],
    ],
)
def test_what_is_no_table(lines: list[str]) -> None:
    assert cutter_of(lines) is None


def test_a_table_ends_where_a_row_is_of_another_width() -> None:
    lines = [*TABLES["tabs"], "注\t随访4年", "其他"]
    assert [rows_of_table(lines, start) for start in range(len(lines))] == [3, 0, 0, 0, 0]
