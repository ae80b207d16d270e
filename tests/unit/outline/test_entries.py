import pytest

from sctui.outline.entries import clean_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("一、细胞来源", "细胞来源"),
        ("**2. 剂量**", "剂量"),
        ("【机制】", "机制"),
        ("**【机制】**", "机制"),
        ("【新知】干细胞能治什么？", "【新知】干细胞能治什么？"),
        ("【2】长期随访", "长期随访"),
        ("注意事项:", "注意事项"),
        ("细胞的机制?", "细胞的机制"),
        ("治疗安全吗?", "治疗安全吗?"),
        ("What is it?", "What is it?"),
        ("?", "?"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert clean_title(text) == title
