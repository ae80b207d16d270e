import pytest

from sctui.markup.line import line_as_read
from sctui.markup.plain import plain_text


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("## 三、类风湿 ##", "三、类风湿"),
        ("### RA 的**特征**", "RA 的特征"),
        ("| 疾病 | 类别 |", "疾病 │ 类别"),
        ("|---|:-:|", ""),
        ("---", ""),
        ("---- 5×10^6/kg", "---- 5×10^6/kg"),
        ("**IL-6** 上升 5*10^6, IL-2*", "IL-6 上升 5*10^6, IL-2*"),
        ("1. 自身抗体：p<0.05", "1. 自身抗体：p<0.05"),
        ("#5 是编号", "#5 是编号"),
        ("", ""),
    ],
)
def test_signs_of_markdown_are_read_over(line: str, read: str) -> None:
    assert plain_text(line_as_read(line)[0]) == read


def test_a_heading_is_one() -> None:
    assert [line_as_read(line)[1] for line in ("# 标题", "#1 标题", "标题")] == [True, False, False]
