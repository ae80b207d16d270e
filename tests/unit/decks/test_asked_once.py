"""What tables and sentences tell of one thing: asked once, by its table, by its number and by its kind."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge, convert
from tests.unit.decks.table_cards import TABLE, notes


def test_traits_are_counted_by_the_table_that_tells_them(tmp_path: Path, knowledge: Knowledge) -> None:
    row = "| 主要特点 | 多能、抗炎最强,归巢 | 支持造血、抗凋亡、免疫调节、归巢、抗炎 |"
    asked = {front: note.back for front, note in notes(tmp_path, knowledge, *TABLE, row).items()}
    assert asked["据皮肤再生比较表，间充质干细胞(MSC)有哪三个主要特点？"] == "多能、抗炎最强、归巢"
    assert "（举三例）" in next(front for front in asked if "造血" in front)  # too many to count


def test_what_two_tables_tell_of_one_thing_is_asked_by_each(tmp_path: Path, knowledge: Knowledge) -> None:
    other = (
        *("", "表2:关节软骨修复中使用的不同干细胞类型", "", "| 干细胞类型 | 主要特点 |", "|---|---|"),
        *("| MSC(间充质干细胞) | 归巢 |", "| 造血干细胞 | 重建免疫 |"),
    )
    row = "| 主要特点 | 多能、抗炎 | 支持造血、抗凋亡 |"
    asked = notes(tmp_path, knowledge, *TABLE, row, *other)
    assert {front: note.back for front, note in asked.items() if "主要特点" in front} == {
        "据皮肤再生比较表，间充质干细胞(MSC)有哪两个主要特点？": "多能、抗炎",
        "据皮肤再生比较表，造血干细胞(HSC)有哪两个主要特点？": "支持造血、抗凋亡",
        "与造血干细胞相比，MSC(间充质干细胞)的主要特点是什么？": "归巢",
        "与MSC(间充质干细胞)相比，造血干细胞的主要特点是什么？": "重建免疫",
    }


def test_the_rest_of_a_cell_is_asked_besides_what_is_asked_apart(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    row = (
        "| 在皮肤再生中的作用 | 通过VEGF促进血管生成;减少瘢痕;引来修复细胞"
        " | 分泌修复皮肤的生长因子(HGF、SCF);减少瘢痕 |"
    )
    asked = {front: note.back for front, note in notes(tmp_path, knowledge, *TABLE, row).items()}
    both = "除促进血管生成外，间充质干细胞(MSC)在皮肤再生中的作用还有哪两方面？"
    assert asked[both] == "减少瘢痕;引来修复细胞"
    assert asked["除分泌生长因子外，造血干细胞(HSC)在皮肤再生中的作用还有什么？"] == "减少瘢痕"
    assert not any("作用有哪些" in front for front in asked)


def test_a_column_tells_further_diseases_in_which_cells_are_good(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    lines = (
        *("## 不同来源间充质干细胞的对比", ""),
        "脐带来源MSCs(UC-MSCs):采集无创、增殖能力强。在银屑病、哮喘等疾病中表现优异。",
        *("", "羊膜来源MSCs(hAMSCs):分泌组独特。在呼吸系统疾病和皮肤修复中展现优势。", ""),
        *("| 来源 | 优势适应症 |", "|---|---|", "| 脐带来源(UC-MSCs) | 哮喘、狼疮 |"),
        "| 羊膜来源(hAMSCs) | 干眼症、瘢痕 |",
    )
    asked = notes(tmp_path, knowledge, *lines)
    told = asked["脐带来源MSCs(UC-MSCs)在哪些疾病中表现优异（举例）？"].back
    assert told == "银屑病、哮喘（也有狼疮）"


@pytest.mark.parametrize(
    ("line", "front", "back"),
    [
        (
            "角膜缘干细胞和羊膜间充质干细胞是研究治疗干眼症最多的干细胞。",
            "在治疗干眼症方面，研究最多的是哪两种干细胞？",
            "角膜缘干细胞和羊膜间充质干细胞",
        ),
        ("脂肪干细胞是目前医美中最常用的干细胞。", "医美中最常用的是哪种干细胞？", "脂肪干细胞"),
    ],
)
def test_what_is_most_is_asked_by_its_kind(
    line: str, front: str, back: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    assert notes(tmp_path, knowledge, line)[front].back == back


def test_how_a_thing_acts_is_asked_once(tmp_path: Path, knowledge: Knowledge) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# Mesenchymal stem cells in psoriasis\n\nMesenchymal stem cells primarily exert their effects through"
        " paracrine signals to keratinocytes, rather than contributing to new skin.\n",
        encoding="utf-8",
    )
    made = convert(page, knowledge).generation
    (note,) = (note for note in made.notes if note.back == "paracrine signals to keratinocytes")
    assert note.front == "In psoriasis, how do mesenchymal stem cells mainly act?"
    assert {fact.slot for fact, card in made.asked if card == note.id} >= {"rather"}


def test_a_rest_is_named_by_what_the_cells_become_too(tmp_path: Path, knowledge: Knowledge) -> None:
    row = "| 作用机制 | 分化为角质细胞;旁分泌;抗凋亡 | 分化为血细胞;归巢 |"
    asked = {front: note.back for front, note in notes(tmp_path, knowledge, *TABLE, row).items()}
    assert asked["除分化为角质细胞外，间充质干细胞(MSC)的作用机制还有哪两方面？"] == "旁分泌;抗凋亡"
    assert asked["除分化为血细胞外，造血干细胞(HSC)的作用机制还有什么？"] == "归巢"
