"""What a caption says a table is on, as short as a question needs it."""

import pytest

from sctui.facts.comparisons.table_title import short_title


@pytest.mark.parametrize(
    ("caption", "title"),
    [
        ("不同来源细胞的比较", "不同来源细胞的比较"),
        ("顯示了骨折修復中使用的細胞類型——骨髓細胞(BMC)、脂肪細胞的比較分析", "骨折修復中使用的細胞類型"),
        (
            "对骨髓细胞(BMC)和脂肪基质细胞在骨折修复中的特征、作用和愈合速度进行了比较,突出其潜力",
            "骨髓细胞和脂肪基质细胞在骨折修复中的比较",
        ),
        ("對兩種細胞進行了比較", "兩種細胞"),
        ("Sources of cells for repair", "Sources of cells for repair"),
        ("甲" * 40, ""),
    ],
)
def test_a_title_is_what_the_table_is_on(caption: str, title: str) -> None:
    assert short_title(caption, "的比较") == title
