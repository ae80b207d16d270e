"""Lines that a width broke are told from lists, poems and paragraphs of one line."""

import pytest

from sctui.text.wrapping import glue, is_broken, wrap_column
from tests.broken_text import broken

HAN = (
    "间充质干细胞可以分泌多种生长因子，从而改善组织的血液供应，并在炎症部位发挥免疫调节作用。研究者用VEGF抗体做了对照，"
    "结果显示血管的数目减少了一半，伤口愈合得也慢。\n\n在随后的一年里，他们又观察了二十四名患者，其中有十六名患者的疼痛评分下降了，"
    "而安慰剂组里只有五名患者如此，差异有统计学意义。"
)
ENGLISH = (
    "Mesenchymal stromal cells secrete several growth factors, improve the supply of blood, and calm the "
    "inflammation of the wound. In the control arm with antibodies, half as many vessels were seen.\n\n"
    "Within the following year twenty-four patients were observed; the pain of sixteen fell, while in the "
    "placebo arm only five were better, and the difference was significant at twelve months."
)


@pytest.mark.parametrize("columns", [40, 60, 72, 80])
@pytest.mark.parametrize("text", [HAN, ENGLISH], ids=["han", "english"])
def test_a_broken_text_shows_its_column(text: str, columns: int) -> None:
    lines = broken(f"{text}\n\n{text}", columns).split("\n")
    assert columns - 6 <= wrap_column(lines) <= columns


@pytest.mark.parametrize(
    "text",
    [
        HAN,
        ENGLISH,
        "\n".join(f"{number}. 某种细胞" for number in range(20)),
        "\n".join(["脐带来源的细胞容易得到", "骨髓", "脂肪组织来源", "外周血", "羊水与羊膜来源的上皮"] * 4),
        "\n".join(["Cord | easy | strong growth | low risk of rejection"] * 12),
        "\n".join(["Cells from          you          donor        you"] * 12),
        "\n".join(["第一行写的是一句完整而不太短的话，它在这里结束了。"] * 8),
    ],
)
def test_other_lines_were_not_broken(text: str) -> None:
    assert wrap_column(text.split("\n")) == 0


def test_a_line_that_had_room_was_not_broken() -> None:
    assert is_broken("one two three four five", "six seven", 24)
    assert not is_broken("one two three", "six seven", 24)
    assert not is_broken("one two three four five", "", 24)
    assert not is_broken("one two three four five", "    six seven", 24)


def test_a_blank_stands_between_words_alone() -> None:
    assert [glue("one", "two"), glue("干", "细胞"), glue("干", "MSC"), glue("dose-", "finding")] == [
        " ",
        "",
        "",
        "",
    ]
