import pytest

from sctui.text.head_date import date_in, head_date


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["某病的专家共识", "2014-1-23 某学会"], "2014-01-23"),
        (["某病的专家共识", "發布時間：2021年3月5日"], "2021-03-05"),
        (["2021/03/05"], "2021-03-05"),
        (["2019年5月，某公司的产品获批。"], ""),
        (["一", "二", "三", "四", "五", "六", "2021-03-05"], ""),
        (["第12021-03-05号"], ""),
    ],
)
def test_the_date_stands_at_the_head(lines: list[str], date: str) -> None:
    assert head_date(lines) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-09-17", "2025-09-17"),
        ("2025/9", "2025-09"),
        ("2025（依內容推定）", "2025"),
        ("2025年4月", "2025-04"),
        ("不詳", ""),
    ],
)
def test_a_text_that_is_a_date(text: str, date: str) -> None:
    assert date_in(text) == date
