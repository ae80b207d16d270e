"""How many columns a table of one cell a line had."""

import pytest

from sctui.text.flat_table import columns_of

GRADES = [
    "来源",
    "采集难度",
    "增殖能力",
    "免疫原性",
    "脐带",
    "低",
    "强",
    "极低",
    "骨髓",
    "高",
    "弱",
    "低",
    "脂肪",
    "中",
    "中等",
    "低",
]
NUMBERS = [
    "Group",
    "Patients",
    "Remission",
    "Cord",
    "20",
    "70%",
    "Marrow",
    "22",
    "45%",
    "Control",
    "21",
    "10%",
]


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (GRADES, 4),
        (NUMBERS, 3),
        (["指标", "治疗前", "治疗后", "血糖", "9.1", "6.8", "胰岛素", "30", "12"], 3),
        (
            [
                "疾病",
                "細胞",
                "劑量",
                "骨關節炎",
                "MSC",
                "5×10^7",
                "狼瘡",
                "UC-MSC",
                "1×10^6",
                "糖尿病",
                "BM-MSC",
                "2×10^6",
            ],
            3,
        ),
        (GRADES[:-1], None),  # a cell is missing
        (
            ["来源", "用途", "脐带", "骨关节炎", "骨髓", "血液病", "脂肪", "整形"],
            None,
        ),  # words alone could be anything
        (["结论", "展望", "方法", "强", "弱", "低", "高", "中", "低"], None),  # the corner names no rows
        (["来源", "数量", "脐带", "5", "脐带", "6"], None),  # two rows of one name
        ([], None),
    ],
)
def test_columns(cells: list[str], columns: int | None) -> None:
    assert columns_of(cells) == columns


def test_rows_over_attributes_are_alike_along_the_row() -> None:
    cells = ["项目", "新鲜细胞", "冻干粉", "运输", "需干冰", "常温", "免疫原性", "低", "极低"]
    assert columns_of([*cells, "用法", "静脉", "涂抹", "主要难点", "活率", "批次差异"]) == 3
