"""Tables whose cells stand apart by tabs, blanks or commas."""

import pytest

from sctui.text.delimited import Cutter, cells_of, is_row_of_measures, table_at


def cutter_of(lines: list[str]) -> Cutter | None:
    """What cuts the lines, a head and its rows, into the cells of a table; None when they are none."""
    rows, cutter = table_at(lines, 0) if lines else (0, None)
    return cutter if rows == len(lines) else None


TABLES = {
    "tabs": ["组别\t例数\t生存率", "移植组\t13\t92.3%", "对照组\t\t69.2%"],
    "wide blanks": ["组别  例数   生存率", "移植组  13  92.3%", "  对照组　　13    69.2%  "],
    "commas": ["来源,增殖能力,取材难度", "骨髓,中,难", "脐带，高，易"],
    "blanks": ["来源 取材难度 增殖能力", "骨髓 高 中", "脐带 低 高"],
    "blanks in names": ["细胞 例数 缓解率", "骨髓 间充质 干细胞 20 45%", "脐带 22 70%"],
    "numbers with units": ["来源 剂量 随访", "骨髓 20 ml 12 个月", "脐带 40 ml 24 个月"],
    "deviations": ["来源 疼痛 评分", "骨髓 4.1 ± 0.5 31", "脐带 3.8 ± 0.4 33"],
    "words below a corner": ["来源 优点 缺点", "骨髓 研究早 痛苦", "脐带 易得 异体"],
    "English": ["Source Yield Expansion", "marrow low moderate", "cord high strong"],
    "two columns by blanks": ["來源 增殖能力", "骨髓 中", "臍帶 高"],
    "slashes": ["方法 / 途径 / 好处", "骨髓 / 宫腔灌注（多次）/ 自体，门诊可做", "脐带 / 口服、阴道 / 异体"],
    "double bars": [" 方法 ‖ 途径 ‖ 好处", " 骨髓 ‖ 宫腔灌注,2 次 ‖ 自体", " 脐带 ‖ 阴道 ‖ 异体"],
    "dashes": ["方法——途径——好处", "骨髓——灌注(多次)——自体、便宜", "脐带——口服——异体"],
    "dashes in English": ["Source — Yield — Use", "marrow — low, aspirated — skin", "cord — high — strong"],
    "hyphens": ["Source - Yield - Use", "marrow - low - non-healing skin", "cord - high - strong"],
    "slashes without blanks": ["產品類型 / 細胞 / 保存", "骨髓/-80℃/自体", "脐带/常溫10天/异体"],
    "slashes alone": ["来源/数量/取材", "骨髓/中/难", "脐带/高/易"],
    "commas between blanks": ["途径 优点 缺点", "骨髓 简便、可重复 痛苦,有创", "脐带 易得 异体"],
    "Latin words in cells": [
        "细胞类型 来源 证据 问题",
        "骨髓 MSC 自体 小样本 RCT 有创",
        "脐带 MSC 异体 Ⅱ期 异体",
    ],
    "two columns": ["来源\t增殖能力", "骨髓\t中", "脐带\t高"],
}


@pytest.mark.parametrize("lines", TABLES.values(), ids=TABLES)
def test_every_cell_lies_where_it_says(lines: list[str]) -> None:
    cutter = cutter_of(lines)
    assert cutter is not None
    rows = [[line[start:end] for start, end in cells_of(line, cutter)] for line in lines]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(cell == cell.strip() for row in rows for cell in row)
    assert rows[1][0] in {"移植组", "骨髓", "骨髓 MSC", "骨髓 间充质 干细胞", "marrow"}
    assert rows[2][-1] in {"69.2%", "易", "高", "70%", "24 个月", "33", "异体", "strong"}


@pytest.mark.parametrize(
    "lines",
    [
        ["王伟,李强,张敏", "赵磊,孙丽,周涛", "吴刚,郑爽,冯雪"],  # names
        ["1.\t作用机制", "2.\t临床试验", "3.\t安全性"],  # a list pasted from a text program
        ["•  促进血管生成", "•  减少细胞凋亡", "•  调节免疫"],
        ["安全,有效,可及。", "骨髓,中,难。", "脐带,高,易。"],
        ["王伟 李强 张敏", "赵磊 孙丽 周涛", "吴刚 郑爽 冯雪"],
        ["安全 有效", "骨髓 中", "脐带 高"],  # the corner names no rows
        ["研究 背景 2019", "研究 方法 2020", "研究 结果 2021"],
        ["来源 难度 能力", "骨髓 高 中", "骨髓 低 高"],  # two rows of one name
        ["来源 难度 能力", "骨髓 高 中", "脐带,低 高"],
        ["cell of which parts have", "questions of their own is", "asked for the rest of"],
        ["the results were low", "in patients who had", "been treated with high"],
        ["组别\t例数", "移植组\t13"],
        ["组别\t例数", "移植组\t13", "对照组\t13\t69.2%"],
        ["他说——其实没有——什么", "后来——也就是昨天——他来了", "最后——说来话长"],
        ["one - two - three", "four - five - six", "seven - eight - nine"],
        ["口服/注射/吸入", "早/中/晚", "甲/乙/丙"],  # the corner names no rows
        ["途径 优点 缺点", "骨髓 简便 痛苦 有创", "脐带 易得 异体"],
        ["────  ────", "────  ────", "────  ────"],
        ["", "", ""],
        [],
    ],
)
def test_what_is_no_table(lines: list[str]) -> None:
    assert cutter_of(lines) is None


def test_a_table_ends_where_a_row_is_of_another_width() -> None:
    lines = [*TABLES["tabs"], "注\t随访4年", "其他"]
    assert [table_at(lines, start)[0] for start in range(len(lines))] == [3, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("line", "measured"),
    [
        ("骨髓 高 中", True),
        ("Bone marrow low 45%", True),
        ("脐带 间充质 干细胞 22 70%", True),
        ("骨髓 高", False),
        ("第 2 期 临床", False),
        ("Phase 2 trial 2019", False),
        ("2019 12 30", False),
        ("疗效高，安全性好 高 中", False),
        ("", False),
    ],
)
def test_rows_of_measures(line: str, measured: bool) -> None:
    assert is_row_of_measures(line) is measured


def test_a_head_that_stands_in_from_the_margin_leaves_its_first_cell_empty() -> None:
    lines = [
        "      骨髓细胞     脐带细胞",
        "来源    自体   异体",
        "途径    静脉   鞘内、静脉",
        "费用  低  高",
    ]
    cutter = cutter_of(lines)
    assert cutter is not None
    cells = [[line[start:end] for start, end in cells_of(line, cutter)] for line in lines]
    assert cells[0] == ["", "骨髓细胞", "脐带细胞"]
    assert cells[2] == ["途径", "静脉", "鞘内、静脉"]


def test_rows_that_all_stand_in_from_the_margin_have_no_empty_cell() -> None:
    lines = ["    来源   例数", "    骨髓   12", "    脐带   14"]
    cutter = cutter_of(lines)
    assert cutter is not None
    assert [len(cells_of(line, cutter)) for line in lines] == [2, 2, 2]
