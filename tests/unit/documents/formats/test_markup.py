import pytest

from sctui.documents.formats.markup import markup_lines

TABLE = "<table><tr><th>来源</th><th colspan=2>特性</th></tr><tr><td rowspan=2>脐带</td><td>增殖快</td><td></td></tr><tr><td>免疫原性低</td><td>多</td></tr></table>"


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<h1>甲</h1><p>乙 丙</p>", ["# 甲", "", "乙 丙"]),
        ("<p>一行<br>又一行</p>", ["一行", "", "又一行"]),
        ("<ul><li>一</li><li>二<ul><li>内</li></ul></li></ul>", ["- 一", "- 二", "  - 内"]),
        ("<ol><li>一</li><li>二</li></ol><p>后</p>", ["1. 一", "2. 二", "", "后"]),
        ("<p>剂量为1×10<sup>6</sup>个</p>", ["剂量为1×10⁶个"]),
        ("<p>面积5 cm<sup>2</sup>,一项研究<sup>12, 14</sup></p>", ["面积5 cm²,一项研究[12, 14]"]),
        ("<p>CD4<sup>+</sup>T细胞</p>", ["CD4+T细胞"]),
        ("<script>var x</script><p>甲&amp;乙</p>", ["甲&乙"]),
        ("<p># 不是标题</p>", [r"\# 不是标题"]),
        ("<div>一<div>二</div>三</div>", ["一", "", "二", "", "三"]),
        ("", []),
        ("<p> <p> ", []),
    ],
)
def test_blocks(html: str, lines: list[str]) -> None:
    assert markup_lines(html) == lines


def test_a_merged_cell_stands_in_every_place_and_an_empty_one_stays_empty() -> None:
    assert markup_lines(TABLE) == [
        "| 来源 | 特性 | 特性 |",
        "| --- | --- | --- |",
        "| 脐带 | 增殖快 |  |",
        "| 脐带 | 免疫原性低 | 多 |",
    ]


def test_a_caption_stands_above_its_table() -> None:
    table = "<table><caption>表1 来源</caption><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    assert markup_lines(table)[:3] == ["表1 来源", "", "| 甲 | 乙 |"]


def test_blocks_and_a_bar_inside_a_cell_stay_on_its_line() -> None:
    table = "<table><tr><td>甲</td><td>乙</td></tr><tr><td><p>丙</p><p>丁</p></td><td>戊|己</td></tr></table>"
    assert markup_lines(table)[-1] == r"| 丙 丁 | 戊\|己 |"


def test_a_table_in_a_cell_is_text_of_the_cell() -> None:
    inner = "<table><tr><td>内</td><td>层</td></tr></table>"
    table = f"<table><tr><td>甲</td><td>{inner}</td></tr><tr><td>乙</td><td>丙</td></tr></table>"
    assert markup_lines(table) == ["| 甲 | 内 层 |", "| --- | --- |", "| 乙 | 丙 |"]


def test_a_box_around_text_is_no_table() -> None:
    assert markup_lines("<table><tr><td>只有一格的文字。</td></tr></table>") == ["只有一格的文字。"]
