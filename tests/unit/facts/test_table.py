"""Tables as they stand in documents: in the midst of text, with merged and empty cells, in any format."""

import io

import docx
import pytest

from sctui.documents.read import read_bytes
from sctui.facts.comparisons.table import Table, tables
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import LineKind

BEFORE = "这一段说明细胞的来源，后面紧接着表格，中间没有空行。"
BEHIND = "后面又是正文，不应当算进表格里，因为这一行只是普通的句子。"


def read(data: bytes, lexicon: Lexicon) -> list[Table]:
    return list(tables(read_bytes(data, "a.txt", lexicon).lines))


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


def test_in_the_midst_of_text(lexicon: Lexicon) -> None:
    rows = "| 来源 | 采集 难度 | 增殖 |\n|:--|:-:|--:|\n| 脐带 | 低 | 强 |\n| 骨髓 | | 弱 |"
    (table,) = read(f"{BEFORE}\n{rows}\n{BEHIND}".encode(), lexicon)
    assert texts(table) == [["来源", "采集 难度", "增殖"], ["脐带", "低", "强"], ["骨髓", "", "弱"]]


def test_a_row_of_another_width_makes_no_cells(lexicon: Lexicon) -> None:
    rows = "| 来源 | 增殖 |\n|---|---|\n| 脐带 | 强 |\n| 骨髓 |\n| 脂肪 | 中 | 多余 |"
    (table,) = read(f"{BEFORE}\n{rows}\n{BEHIND}".encode(), lexicon)
    assert texts(table) == [["来源", "增殖"], ["脐带", "强"]]


def test_a_caption_above_or_below(lexicon: Lexicon) -> None:
    rows = "| 来源 | 增殖 |\n|---|---|\n| 脐带 | 强 |"
    above, below = (
        read(text.encode(), lexicon)[0].title
        for text in (
            f"{BEFORE}\n表1 来源的比较\n\n{rows}\n{BEHIND}",
            f"{BEFORE}\n\n{rows}\n\n表1：来源的比较\n{BEHIND}",
        )
    )
    assert (above, below) == ("来源的比较", "来源的比较")


def test_without_outer_marks(lexicon: Lexicon) -> None:
    rows = "来源 | 增殖\n:--- | ---\n脐带 | 强\n骨髓 | 弱"
    (table,) = read(f"{BEFORE}\n\n{rows}\n\n{BEHIND}".encode(), lexicon)
    assert texts(table) == [["来源", "增殖"], ["脐带", "强"], ["骨髓", "弱"]]


def test_a_word_table_with_merged_cells(lexicon: Lexicon) -> None:
    document = docx.Document()
    document.add_paragraph("表1 来源的比较")
    table = document.add_table(4, 3)
    rows = [["来源", "特性", "特性"], ["来源", "增殖", "取材"], ["脐带", "强", ""], ["骨髓", "弱", "有创"]]
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2)).text = "特性"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "来源"
    document.add_paragraph(BEHIND)
    out = io.BytesIO()
    document.save(out)
    (found,) = read(out.getvalue(), lexicon)
    assert found.title == "来源的比较"
    assert texts(found) == [["来源", "特性 增殖", "特性 取材"], ["脐带", "强", ""], ["骨髓", "弱", "有创"]]


def test_a_table_of_a_web_page_with_a_caption(lexicon: Lexicon) -> None:
    page = (
        f"<!DOCTYPE html><html><head><title>x</title></head><body><article><h1>细胞与修复</h1><p>{BEFORE * 3}</p>"
        "<table><caption>表2 来源的比较</caption><tr><th rowspan='2'>来源</th><th colspan='2'>特性</th></tr>"
        "<tr><th>增殖</th><th>取材</th></tr><tr><td>脐带</td><td>强<br>很强</td><td></td></tr>"
        f"<tr><td>骨髓</td><td>弱</td><td>有创</td></tr></table><p>{BEHIND * 3}</p></article></body></html>"
    )
    (found,) = read(page.encode(), lexicon)
    assert found.title == "来源的比较"
    assert texts(found) == [
        ["来源", "特性 增殖", "特性 取材"],
        ["脐带", "强 很强", ""],
        ["骨髓", "弱", "有创"],
    ]


def page(table: str) -> bytes:
    return (
        f"<!DOCTYPE html><html><head><title>x</title></head><body><article><h1>细胞与修复</h1><p>{BEFORE * 3}</p>"
        f"{table}<p>{BEHIND * 3}</p></article></body></html>"
    ).encode()


def test_a_caption_of_a_figure(lexicon: Lexicon) -> None:
    rows = "<tr><th>来源</th><th>增殖</th></tr><tr><td>脐带</td><td>强</td></tr>"
    caption = "<figcaption>附表3．来源的比较</figcaption>"
    (found,) = read(page(f"<figure><table>{rows}</table>{caption}</figure>"), lexicon)
    assert found.title == "来源的比较"


def test_a_row_that_heads_others_says_nothing_of_the_columns(lexicon: Lexicon) -> None:
    rows = "<tr><th>指标</th><th>甲组</th><th>乙组</th></tr><tr><td colspan='3'>安全性</td></tr>"
    (found,) = read(page(f"<table>{rows}<tr><td>发热</td><td>3</td><td>2</td></tr></table>"), lexicon)
    assert texts(found) == [["指标", "甲组", "乙组"], ["安全性", "", ""], ["发热", "3", "2"]]


CELLS = [["来源", "增殖", "取材"], ["脐带", "强", "无创"], ["骨髓", "弱", "有创"]]


@pytest.mark.parametrize(
    "rows",
    [
        "来源 | 增殖 | 取材\n脐带 | 强 | 无创\n骨髓 | 弱 | 有创",
        "｜来源｜增殖｜取材｜\n｜脐带｜强｜无创｜\n｜骨髓｜弱｜有创｜",
        "+----+---+----+\n|来源|增殖|取材|\n+====+===+====+\n|脐带|强|无创|\n+----+---+----+\n|骨髓|弱|有创|\n+----+---+----+",
        "┌──┬──┬──┐\n│来源│增殖│取材│\n├──┼──┼──┤\n│脐带│强  │无创│\n├──┼──┼──┤\n│骨髓│弱  │有创│\n└──┴──┴──┘",
    ],
)
def test_other_bars_and_rules(rows: str, lexicon: Lexicon) -> None:
    document = read_bytes(f"{BEFORE}\n{rows}\n{BEHIND}".encode(), "a.txt", lexicon)
    (found,) = tables(document.lines)
    assert texts(found) == CELLS
    kinds = [line.kind for line in document.lines[1:-1]]
    assert not [kind for kind in kinds if kind not in {LineKind.TABLE_ROW, LineKind.TABLE_RULE}]


def test_two_columns_without_a_rule(lexicon: Lexicon) -> None:
    (found,) = read(f"{BEFORE}\n来源 | 增殖\n脐带 | 强\n骨髓 | 弱\n{BEHIND}".encode(), lexicon)
    assert texts(found) == [["来源", "增殖"], ["脐带", "强"], ["骨髓", "弱"]]


def test_a_second_rule_begins_another_table(lexicon: Lexicon) -> None:
    first = "| 来源 | 增殖 |\n|---|---|\n| 脐带 | 强 |\n| 骨髓 | 弱 |"
    found = read(f"{BEFORE}\n{first}\n| 来源 | 取材 |\n|---|---|\n| 脐带 | 无创 |\n".encode(), lexicon)
    assert [texts(table) for table in found] == [
        [["来源", "增殖"], ["脐带", "强"], ["骨髓", "弱"]],
        [["来源", "取材"], ["脐带", "无创"]],
    ]


@pytest.mark.parametrize("above", ["| 研究 | 甲组 | 甲组 | 乙组 |", "| 研究 | 甲组 | | 乙组 |"])
def test_a_head_of_two_rows_in_markdown(above: str, lexicon: Lexicon) -> None:
    rows = f"{above}\n|---|---|---|---|\n| | 例数 | 缓解率 | 缓解率 |\n| 甲某 | 20 | 60% | 30% |"
    (found,) = read(f"{BEFORE}\n{rows}\n{BEHIND}".encode(), lexicon)
    assert texts(found) == [["研究", "甲组 例数", "甲组 缓解率", "乙组 缓解率"], ["甲某", "20", "60%", "30%"]]


@pytest.mark.parametrize(
    "caption",
    ["**附表一：来源比较**", "表 3． 来源比较", "表1-2 来源比较", "Table S2 | 来源比较", "*表2 来源比较*"],
)
def test_ways_to_write_a_caption(caption: str, lexicon: Lexicon) -> None:
    (found,) = read(f"{BEFORE}\n\n{caption}\n\n| 来源 | 增殖 |\n|---|---|\n| 脐带 | 强 |\n".encode(), lexicon)
    assert found.title == "来源比较"


def test_a_wikis_table(lexicon: Lexicon) -> None:
    rows = """{| class="wikitable"
! !! Marrow cells !! Cord cells
|-
| Aim || replace || modulate
|-
| Main risks || pain, bleeding || fever
|}"""
    (table,) = read(f"Cells differ in what they do.\n\n{rows}\nBoth are tried.".encode(), lexicon)
    assert texts(table) == [
        ["", "Marrow cells", "Cord cells"],
        ["Aim", "replace", "modulate"],
        ["Main risks", "pain, bleeding", "fever"],
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "{| 来源 || 采集 || 增殖\n骨髓 || 穿刺 || 弱\n脐带 || 无创 || 强\n|}",
        (
            '{| class="wikitable"\n|+ 来源比较\n! 来源\n! 采集\n! style="width: 9em" | 增殖\n|-\n| 骨髓\n| 穿刺\n'
            "| 弱\n|-\n| 脐带\n| 无创\n| 强\n|}"
        ),
        "{|\n! 来源 !! 采集 !! 增殖\n|-\n| 骨髓 || 穿刺 || 弱\n|-\n| 脐带 || 无创 || 强",
    ],
)
def test_more_tables_of_wikis(rows: str, lexicon: Lexicon) -> None:
    (table,) = read(f"{BEFORE}\n\n{rows}\n\n{BEHIND}".encode(), lexicon)
    assert texts(table) == [["来源", "采集", "增殖"], ["骨髓", "穿刺", "弱"], ["脐带", "无创", "强"]]
    assert table.title == ("来源比较" if "|+" in rows else "")


def test_an_empty_cell_of_markdown_is_no_wikis_mark(lexicon: Lexicon) -> None:
    rows = "| 来源 | 采集 | 增殖 |\n|---|---|---|\n| 脐带 || 强 |\n| 骨髓 | 难 | 弱 |"
    (table,) = read(f"{BEFORE}\n{rows}\n{BEHIND}".encode(), lexicon)
    assert texts(table)[1] == ["脐带", "", "强"]


def test_a_framed_head_over_rows_with_bars(lexicon: Lexicon) -> None:
    rows = "┌ 来源 ┬ 采集 ┬ 增殖 ┐\n│ 脐带 │ 无创,4~5 天 │ 强\n│ 骨髓 │ 穿刺 │ 弱"
    (table,) = read(f"{BEFORE}\n{rows}\n{BEHIND}".encode(), lexicon)
    assert texts(table) == [["来源", "采集", "增殖"], ["脐带", "无创,4~5 天", "强"], ["骨髓", "穿刺", "弱"]]


def test_a_head_that_begins_with_a_bar_over_rows_that_do_not(lexicon: Lexicon) -> None:
    rows = "          | 骨髓 | 脐带\n采集 | 穿刺 | 无创\n增殖 | 弱 | 强\n保存 | 难 | 易"
    (table,) = read(f"{BEFORE}\n\n{rows}\n\n{BEHIND}".encode(), lexicon)
    assert texts(table) == [
        ["", "骨髓", "脐带"],
        ["采集", "穿刺", "无创"],
        ["增殖", "弱", "强"],
        ["保存", "难", "易"],
    ]


@pytest.mark.parametrize("head", ["编号", "編號", "No.", "#"])
def test_the_numbers_of_rows_are_no_names(head: str, lexicon: Lexicon) -> None:
    rows = f"| {head} | 细胞 | 增殖 |\n|---|---|---|\n| 1 | 脐带 | 强 |\n| 2 | 骨髓 | 弱 |"
    (table,) = read(f"{BEFORE}\n{rows}\n{BEHIND}".encode(), lexicon)
    assert texts(table) == [["细胞", "增殖"], ["脐带", "强"], ["骨髓", "弱"]]


def test_rows_that_have_but_the_codes_of_abstracts_are_no_table(lexicon: Lexicon) -> None:
    rows = "| No. | cells | route |\n|---|---|---|\n| P-12 | UC-MSC | IV |\n| P-13 | BM-MSC | IT |"
    assert read(f"A session.\n\n{rows}\n\nIt was long.".encode(), lexicon) == []


def test_labels_before_a_colon_are_cells(lexicon: Lexicon) -> None:
    rows = "项目：骨髓细胞｜脐带细胞｜脂肪细胞\n来源：髂骨｜脐带｜腹部\n主要风险：疼痛｜发热｜瘀青"
    (table,) = read(f"{BEFORE}\n\n{rows}\n\n{BEHIND}".encode(), lexicon)
    assert texts(table) == [
        ["项目", "骨髓细胞", "脐带细胞", "脂肪细胞"],
        ["来源", "髂骨", "脐带", "腹部"],
        ["主要风险", "疼痛", "发热", "瘀青"],
    ]
