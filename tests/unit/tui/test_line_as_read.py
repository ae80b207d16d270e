import pytest

from sctui.tui.line_as_read import line_as_read


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
        ("a\x1b[31mb", "a␛[31mb"),
        ("", ""),
    ],
)
def test_signs_of_markdown_are_read_over(line: str, read: str) -> None:
    assert line_as_read(line).plain == read


def test_a_heading_stands_out() -> None:
    assert [(span.start, span.end, str(span.style)) for span in line_as_read("# 标题").spans] == [
        (0, 2, "bold")
    ]
