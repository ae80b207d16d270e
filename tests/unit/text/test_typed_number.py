import pytest

from sctui.text.typed_number import TypedNumber, read_number


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("84%", 84, 84, "%"),
        ("８４％", 84, 84, "%"),
        ("约30%-50%", 30, 50, "%"),
        ("35%～45%", 35, 45, "%"),
        ("9名", 9, 9, "名"),
        ("約有1500多例", 1500, 1500, "例"),
        ("1,500", 1500, 1500, ""),
        ("1，500", 1500, 1500, ""),
        ("1 000", 1000, 1000, ""),
        ("1×10^6个自体MSC/kg", 1e6, 1e6, "个自体msc/kg"),
        ("1×10⁶", 1e6, 1e6, ""),
        ("2 x 10^7", 2e7, 2e7, ""),
        ("1*10**6", 1e6, 1e6, ""),
        ("10的6次方", 1e6, 1e6, ""),
        ("1e6", 1e6, 1e6, ""),
        ("1-5×10^6", 1e6, 5e6, ""),
        ("1.5万", 15000, 15000, ""),
        ("两千八百", 2800, 2800, ""),
        ("一亿三千万", 130_000_000, 130_000_000, ""),
        ("二〇一九年", 2019, 2019, "年"),
        ("三点五", 3.5, 3.5, ""),
        ("百分之八十", 80, 80, "%"),
        ("八成", 80, 80, "%"),
        ("18 to 64 years", 18, 64, "years"),
        ("-5 %", -5, -5, "%"),
        ("至少6周", 6, 6, "周"),
    ],
)
def test_a_number_is_read(text: str, low: float, high: float, unit: str) -> None:
    assert read_number(text) == TypedNumber(low, high, unit)


@pytest.mark.parametrize("text", ["", " ", "x", "2×10^7细胞/20ml", "12 of 30", "1年和3年", "I/II期"])
def test_no_number_or_several_are_none(text: str) -> None:
    assert read_number(text) is None
