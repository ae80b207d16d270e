"""Tables without marks are classed as rows, and read as tables."""

from collections.abc import Callable

import pytest

from sctui.documents.read import read_bytes
from sctui.facts.comparisons.table import tables
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, LineKind

BEFORE = "脐带、骨髓和脂肪来源的细胞各有长处，下表把它们放在一起，供读者比较。\n\n表1 三种来源的比较\n"
CELLS = ["来源", "采集难度", "增殖能力", "脐带", "低", "强", "骨髓", "高", "弱", "脂肪", "中", "中等"]
BEHIND = "\n临床应用\n脐带来源的细胞最容易得到，因此在临床试验里用得最多，结果也最受关注。\n"


def read(text: str, lexicon: Lexicon) -> Document:
    return read_bytes(text.encode(), "a.txt", lexicon)


def test_below_a_caption(lexicon: Lexicon) -> None:
    document = read(BEFORE + "\n".join(CELLS) + BEHIND, lexicon)
    assert [line.text for line in document.lines if line.kind is LineKind.TABLE_ROW] == CELLS
    assert [line.text for line in document.lines if line.kind is LineKind.HEADING] == ["临床应用"]
    (table,) = tables(document.lines)
    assert table.title == "三种来源的比较"
    assert [cell.text for cell in table.header] == CELLS[:3]
    assert [[cell.text for cell in row] for row in table.rows] == [CELLS[3:6], CELLS[6:9], CELLS[9:]]
    assert all(document.text(cell.span) == cell.text for row in table.rows for cell in row)


def test_with_blank_lines_between_the_cells(lexicon: Lexicon) -> None:
    document = read(BEFORE + "\n" + "\n\n".join(CELLS) + "\n" + BEHIND, lexicon)
    (table,) = tables(document.lines)
    assert len(table.rows) == 3


def test_short_lines_that_are_no_table_stay(lexicon: Lexicon) -> None:
    document = read(f"来源\n脐带\n骨髓\n脂肪\n\n应用{BEHIND}", lexicon)
    assert not any(line.kind is LineKind.TABLE_ROW for line in document.lines)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("sign", ["\t", "   ", ",", " "])
def test_rows_whose_cells_stand_apart(sign: str, between: str, lexicon: Lexicon) -> None:
    rows = [sign.join(CELLS[start : start + 3]) for start in range(0, len(CELLS), 3)]
    document = read(BEFORE + between.join(rows) + "\n" + BEHIND, lexicon)
    assert [line.text for line in document.lines if line.kind is LineKind.TABLE_ROW] == rows
    assert [line.text for line in document.lines if line.kind is LineKind.HEADING] == ["临床应用"]
    (table,) = tables(document.lines)
    assert table.title == "三种来源的比较"
    assert [cell.text for cell in table.header] == CELLS[:3]
    assert all(document.text(cell.span) == cell.text for row in table.rows for cell in row)


def test_two_tables_one_below_the_other(lexicon: Lexicon) -> None:
    document = read(
        f"{BEFORE}来源 难度 能力\n脐带 低 强\n骨髓 高 弱\n疾病 例数\n狼疮 20\n关节炎 22{BEHIND}", lexicon
    )
    assert [len(table.header) for table in tables(document.lines)] == [3, 2]


def test_rows_whose_columns_cannot_be_told_are_no_headings(lexicon: Lexicon) -> None:
    rows = ["细胞 来源 取材 难度 增殖", "脐带 低 强", "骨髓 高 弱", "脂肪 中 中 高"]
    document = read(f"{BEFORE}{chr(10).join(rows)}{BEHIND}", lexicon)
    assert [line.text for line in document.lines if line.kind is LineKind.TABLE_ROW] == rows
    assert [line.text for line in document.lines if line.kind is LineKind.HEADING] == ["临床应用"]
    assert not list(tables(document.lines))


def test_headings_with_blanks_stay_headings(lexicon: Lexicon) -> None:
    headings = ["一、 来源 与 分类", "二、 机制", "三、 第 2 期 试验 2019"]
    text = "脐带来源的细胞最容易得到，因此在临床试验里用得最多，结果也最受关注。"
    document = read("\n\n".join(f"{heading}\n{text}第{heading[0]}点。" for heading in headings), lexicon)
    assert [line.text for line in document.lines if line.kind is LineKind.HEADING] == headings


def test_rows_below_a_caption_whose_columns_are_lost_are_no_headings(lexicon: Lexicon) -> None:
    rows = [
        "Source Dose Strength Weakness",
        "Cord 2 x 10^6/kg Easy harvest Rejection",
        "Fat 10^7 Cheap Clots",
    ]
    document = read(
        "\n".join(("Cells are compared below.", "", "Table 2. Cells", *rows, "", "They differ.")), lexicon
    )
    assert [line.text for line in document.lines if line.kind is LineKind.TABLE_ROW] == rows
    assert not any(tables(document.lines))


def test_a_head_without_its_first_cell(document_of: Callable[[str], Document]) -> None:
    rows = [
        "                    Auto         Donor        CAR-T",
        "Cells from          you          donor        you",
        "Early death         1%           15%          3%",
        "Time in hospital    3 weeks      5 weeks      2 weeks",
    ]
    document = document_of("\n".join(["Two ways", "", *rows, "", "It takes long.", ""]))
    assert {line.kind for line in document.lines[2:6]} == {LineKind.TABLE_ROW}


def test_a_long_cell_between_tabs(document_of: Callable[[str], Document]) -> None:
    rows = [
        "Option\tHealing\tGiven by",
        "Cells\t53%\tone injection",
        f"{'A very long name of a procedure ' * 2}\t50%\tsurgery",
    ]
    document = document_of("\n".join(["Two ways", "", *rows, "", "It takes long.", ""]))
    assert {line.kind for line in document.lines[2:5]} == {LineKind.TABLE_ROW}
