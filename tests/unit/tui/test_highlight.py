import pytest

from sctui.tui.highlight import answer_places


@pytest.mark.parametrize(
    ("answer", "quote", "marked"),
    [
        ("65%", "40名患者中有26名(65%)病情缓解", ["65%"]),
        ("幹細胞", "输注干细胞之后", ["干细胞"]),
        ("4%", "84%的患者", []),
        ("4%", "84%与4%", ["4%"]),
        ("Stem Cell", "the STEM CELL line", ["STEM CELL"]),
        ("VEGF、IL-10", "分泌VEGF和IL-10", ["VEGF", "IL-10"]),
        ("VEGF / IL-10", "IL-10 and VEGF", ["IL-10", "VEGF"]),
        ("nowhere", "some words", []),
        ("", "some words", []),
        ("(a+b)*", "x (a+b)* y", ["(a+b)*"]),
    ],
)
def test_answer_places(answer: str, quote: str, marked: list[str]) -> None:
    assert [quote[start:end] for start, end in answer_places(answer, quote)] == marked
