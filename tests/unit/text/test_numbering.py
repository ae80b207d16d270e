import pytest

from sctui.text.numbering import NumberStyle, parse_numbering


@pytest.mark.parametrize(
    ("text", "style", "value", "depth", "rest"),
    [
        ("一、细胞来源", NumberStyle.HAN, 1, 1, "细胞来源"),
        ("十二、展望", NumberStyle.HAN, 12, 1, "展望"),
        ("二十、附录", NumberStyle.HAN, 20, 1, "附录"),
        ("(三)安全性", NumberStyle.HAN_BRACKETS, 3, 1, "安全性"),
        ("（三）安全性", NumberStyle.HAN_BRACKETS, 3, 1, "安全性"),
        ("2、抗炎", NumberStyle.COMMA, 2, 1, "抗炎"),
        ("4. 抗纤维化", NumberStyle.DOT, 4, 1, "抗纤维化"),
        ("1.2023年的研究", NumberStyle.DOT, 1, 1, "2023年的研究"),
        ("1 药物", NumberStyle.DOT, 1, 1, "药物"),
        ("2 Methods", NumberStyle.DOT, 2, 1, "Methods"),
        ("2 MSC抗肝纤维化的机制", NumberStyle.DOT, 2, 1, "MSC抗肝纤维化的机制"),
        ("5 小结", NumberStyle.DOT, 5, 1, "小结"),
        ("1.2 Methods", NumberStyle.DECIMAL, 2, 2, "Methods"),
        ("2.1.3 深部", NumberStyle.DECIMAL, 3, 3, "深部"),
        ("(2) dose", NumberStyle.BRACKETS, 2, 1, "dose"),
        ("3) dose", NumberStyle.BRACKETS, 3, 1, "dose"),
        ("③给药", NumberStyle.CIRCLED, 3, 1, "给药"),
        ("❷ 给药", NumberStyle.CIRCLED, 2, 1, "给药"),
        ("3\ufe0f\u20e3 给药", NumberStyle.CIRCLED, 3, 1, "给药"),
        ("4\u20e3给药", NumberStyle.CIRCLED, 4, 1, "给药"),
        ("【2】给药", NumberStyle.BRACKETS, 2, 1, "给药"),
        ("IV. Results", NumberStyle.ROMAN, 4, 1, "Results"),
        ("IX. Results", NumberStyle.ROMAN, 9, 1, "Results"),
        ("Ⅲ．Results", NumberStyle.ROMAN, 3, 1, "Results"),
        ("ⅱ、Results", NumberStyle.ROMAN, 2, 1, "Results"),
        ("b) Results", NumberStyle.LETTER_BRACKETS, 2, 1, "Results"),
        ("（A）给药", NumberStyle.LETTER_BRACKETS, 1, 1, "给药"),
        ("B. Results", NumberStyle.LETTER, 2, 1, "Results"),
        ("第三章 概论", NumberStyle.CHAPTER, 3, 1, "概论"),
        ("第2节:来源", NumberStyle.SECTION, 2, 1, "来源"),
    ],
)
def test_a_number_is_read_with_what_follows(
    text: str, style: NumberStyle, value: int, depth: int, rest: str
) -> None:
    numbering = parse_numbering(text)
    assert numbering is not None
    assert (numbering.style, numbering.value, numbering.depth) == (style, value, depth)
    assert text[numbering.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "1型糖尿病",
        "【2021年】研究",
        "2025年发表",
        "1.07倍",
        "3.5倍的剂量",
        "一些研究",
        "30 名患者",
        "3 例复发",
        "1.",
        "",
        "IL-6 水平",
        "5×10^7",
        "第二部分的结果与前述一致",
        "第三章之后",
    ],
)
def test_amounts_and_names_are_no_numbering(text: str) -> None:
    assert parse_numbering(text) is None
