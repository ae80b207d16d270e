"""Questions on cells of tables, and on what is better in what: one right answer, or examples asked as such."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge, convert
from tests.unit.decks.table_cards import TABLE, notes


def test_what_a_cell_names_in_brackets_is_asked_by_its_table(tmp_path: Path, knowledge: Knowledge) -> None:
    row = "| 作用 | 通过VEGF和bFGF促进血管生成;减少炎症(IL-10、TGF-β) | 分泌修复皮肤的生长因子(HGF、SCF);减少瘢痕(IL-10) |"
    asked = {front: note.back for front, note in notes(tmp_path, knowledge, *TABLE, row).items()}
    assert asked["据皮肤再生比较表，间充质干细胞(MSC)通过哪两种因子促进血管生成？"] == "VEGF和bFGF"
    assert asked["据皮肤再生比较表，间充质干细胞(MSC)减少炎症与哪两种因子有关？"] == "IL-10、TGF-β"
    assert asked["在皮肤再生中，造血干细胞(HSC)会分泌哪些生长因子（举例）？"] == "HGF、SCF"
    assert asked["据皮肤再生比较表，造血干细胞(HSC)减少瘢痕与哪种因子有关？"] == "IL-10"


def test_what_goes_on_is_asked_as_examples(tmp_path: Path, knowledge: Knowledge) -> None:
    row = (
        "| 主要特点 | 免疫调节;可分化为骨、软骨细胞等;来源于骨髓、脐带等 | 支持造血;主要来源于骨髓和外周血 |"
    )
    asked = {front: note.back for front, note in notes(tmp_path, knowledge, *TABLE, row).items()}
    assert asked["间充质干细胞(MSC)来源于哪里（举例）？"] == "骨髓、脐带"
    assert asked["间充质干细胞(MSC)可分化为哪些细胞或组织（举例）？"] == "骨、软骨细胞"
    assert asked["据皮肤再生比较表，造血干细胞(HSC)来源于哪两处？"] == "骨髓和外周血"
    # the cell without what is asked by itself
    assert asked["在皮肤再生中，间充质干细胞(MSC)的主要特点是什么（举一例）？"] == "免疫调节"


def test_praise_stands_behind_what_a_cell_tells(tmp_path: Path, knowledge: Knowledge) -> None:
    row = "| 临床应用 | 对治疗烧伤有重要价值 | 对治疗烧伤有重要价值,尤其是与MSC合用时可产生协同再生效应 |"
    asked = notes(tmp_path, knowledge, *TABLE, row)
    told = asked["在皮肤再生中，造血干细胞(HSC)的价值尤其体现在哪里？"]
    assert told.back == "与MSC合用时可产生协同再生效应（对治疗烧伤有重要价值）"
    assert not any("间充质" in front for front in asked)


def test_degrees_that_go_one_way_are_no_wrong_answers(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = [
        "| 来源 | 增殖能力 |",
        "|---|---|",
        *(
            f"| {name}间充质干细胞 | {degree} |"
            for name, degree in (("脐带", "极强"), ("羊膜", "强"), ("脂肪", "中等"), ("骨髓", "弱"))
        ),
    ]
    asked = notes(tmp_path, knowledge, *rows)
    assert set(asked["羊膜间充质干细胞的增殖能力如何？"].options) == {"中等", "弱"}
    assert set(asked["骨髓间充质干细胞的增殖能力如何？"].options) == {"中等", "极强"}


def test_whence_cells_come_is_not_asked_with_a_name_that_says_it(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    rows = [
        "| 类型 | 来源 | 主要特点 |",
        "|---|---|---|",
        "| ADSC(脂肪干细胞) | 脂肪组织 | 增殖快 |",
        "| 牙髓干细胞 | 牙髓组织 | |",
        "| 造血干细胞 | 骨髓、外周血 | 重建造血 |",
        "| 神经干细胞 | 胎脑 | 分化为神经元 |",
    ]
    asked = notes(tmp_path, knowledge, *rows)
    assert not any("ADSC" in front and "来源" in front for front in asked)
    (told,) = (note for front, note in asked.items() if "主要特点" in front and "ADSC" in front)
    assert told.back == "增殖快（来源：脂肪组织）"
    assert [source.quote for source in told.sources] == ["增殖快", "脂肪组织"]
    assert not any("牙髓" in front for front in asked)
    assert {"在“干细胞修复皮肤”中，造血干细胞来源于哪两处？", "神经干细胞的来源是什么？"} <= set(asked)
    assert not any(note.options for note in asked.values())  # cells come from more than one place


def test_diseases_are_asked_for_as_diseases(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = notes(
        tmp_path,
        knowledge,
        "## 不同来源间充质干细胞的对比",
        "",
        "脐带来源MSCs(UC-MSCs):采集无创、增殖能力强。在银屑病、哮喘等疾病中表现优异。",
        "",
        "羊膜来源MSCs(hAMSCs):分泌组独特。在呼吸系统疾病和皮肤修复中展现优势。",
    )
    assert asked["脐带来源MSCs(UC-MSCs)在哪些疾病中表现优异（举例）？"].back == "银屑病、哮喘"
    assert "羊膜来源MSCs(hAMSCs)在哪些方面展现优势？" in asked


def test_two_respects_are_two(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "研究证实干细胞疗法相比于传统疗法在控制血糖和减少用药方面更胜一筹。"
    assert "与传统疗法相比，干细胞疗法在哪些方面更有优势？" in notes(tmp_path, knowledge, line)


def test_states_are_asked_for_how_they_are(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = [
        "| 项目 | 1型糖尿病 | 2型糖尿病 |",
        "|---|---|---|",
        "| 胰岛素 | 绝对缺乏 | 相对不足 |",
        "| 常见并发症 | 酮症、视网膜病变等 | 高渗状态等 |",
    ]
    asked = {front: note.back for front, note in notes(tmp_path, knowledge, *rows).items()}
    assert asked["1型糖尿病的胰岛素如何？"] == "绝对缺乏"
    complications = next(front for front in asked if "1型糖尿病的常见并发症" in front)
    assert (complications.endswith("有哪些（举例）？"), asked[complications]) == (True, "酮症、视网膜病变")
    one = next(front for front in asked if "2型糖尿病的常见并发症" in front)
    assert (one.endswith("是什么（举一例）？"), asked[one]) == (True, "高渗状态")


@pytest.mark.parametrize(
    "rows",
    [
        (
            "| Feature | Effect of riluzole | Effect of MSCs |",
            "| Motor function | not improved | slower decline |",
        ),
        ("| Function | Effect of riluzole |", "| Motor function | not improved |"),
    ],
)
def test_an_effect_is_one_on_something(rows: tuple[str, str], tmp_path: Path, knowledge: Knowledge) -> None:
    page = tmp_path / "page.md"
    line = "|---|---|---|" if rows[0].count("|") > 3 else "|---|---|"
    page.write_text("\n".join(("# Stem cells in ALS", "", rows[0], line, rows[1])) + "\n", encoding="utf-8")
    fronts = [note.front for note in convert(page, knowledge).generation.notes]
    assert "What is the effect of riluzole on motor function?" in fronts
    assert not any("decline" in front for front in fronts)


SOURCES = (
    "间充质干细胞(MSC)怎样修复皮肤，要看它来自哪里。",
    "",
    "## 三类组织",
    "",
    "| 来源 | 获取方法 | 单次产量 | 推荐剂量 | 适用人群 | 增殖速度 |",
    "|---|---|---|---|---|---|",
    "| 骨髓 | 骨穿 | 低 | 3×10^6 | 青年人 | 慢 |",
    "| 脂肪 | 吸脂 | 高 | 5×10^6 | 中老年人 | 中等 |",
    "| 脐带 | 剖宫产后留取 | 可扩增 | 7×10^6 | 仅限临床试验 | 快 |",
)


def test_sources_are_the_cells_from_there_and_each_column_has_its_question(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = notes(tmp_path, knowledge, *SOURCES)
    assert asked["脂肪来源间充质干细胞如何获取？"].back == "吸脂"
    assert asked["脐带来源间充质干细胞的单次产量如何？"].back == "可扩增"
    assert asked["脐带来源间充质干细胞的推荐剂量是多少？"].back == "7×10^6"
    assert asked["骨髓来源间充质干细胞适用于哪些人群？"].back == "青年人"
    assert not any("脐带" in front and "人群" in front for front in asked)  # for whom, is not told
    assert not any(front.startswith(("骨髓的", "脂肪的", "脐带的")) for front in asked)


def test_only_answers_of_one_kind_that_are_not_given_away_are_chosen_among(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    options = {front: set(note.options) for front, note in notes(tmp_path, knowledge, *SOURCES).items()}
    assert options["脂肪来源间充质干细胞的增殖速度如何？"] == {"慢", "快"}
    assert options["脂肪来源间充质干细胞如何获取？"] == set()
    assert "骨髓来源间充质干细胞的单次产量如何？" not in options  # which one word of a scale answers


def test_an_answer_with_a_sign_of_its_rows_name_is_no_choice(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = [
        "| 细胞 | 主要难点 | 取材 |",
        "|---|---|---|",
        "| 骨髓间充质干细胞 | 骨内取样痛 | 穿刺 |",
        "| 脂肪间充质干细胞 | 凝血倾向 | 抽吸 |",
        "| 脐带间充质干细胞 | 供者筛查 | 分娩后的组织 |",
    ]
    asked = notes(tmp_path, knowledge, *rows)
    assert not asked["骨髓间充质干细胞的主要难点是什么？"].options
    assert asked["脐带间充质干细胞从哪里、如何取材？"].back == "分娩后的组织"
    assert set(asked["脐带间充质干细胞的主要难点是什么？"].options) == {"骨内取样痛", "凝血倾向"}


@pytest.mark.parametrize(("heading", "told"), [("## 银屑病的细胞治疗", True), ("## 细胞治疗", False)])
def test_a_stage_is_one_for_a_disease(heading: str, told: bool, tmp_path: Path, knowledge: Knowledge) -> None:
    rows = [
        *(heading, "", "| 细胞 | 研究阶段 | 给药途径 |", "|---|---|---|"),
        *("| 毛囊干细胞 | I期 | 皮下 |", "| 脐带间充质干细胞 | II期 | 静脉 |"),
    ]
    asked = {front: note.back for front, note in notes(tmp_path, knowledge, *rows).items()}
    assert asked.get("脐带间充质干细胞治疗银屑病处于哪个研究阶段？", "") == ("II期" if told else "")
    assert not any("的研究阶段是什么" in front for front in asked)
    route = "脐带间充质干细胞的给药途径是什么？"
    assert asked[f"在银屑病中，{route}" if told else route] == "静脉"


def test_a_table_is_told_by_what_it_compares(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = [
        "表1:不同来源间充质干细胞特性对比",
        "",
        "| 来源 | 主要优势 |",
        "|---|---|",
        "| 骨髓 | 资料最多 |",
        "| 脐带 | 易标准化 |",
    ]
    asked = notes(tmp_path, knowledge, *rows)
    assert any(front.startswith("据不同来源间充质干细胞比较表，") for front in asked)
    assert not any("“" in front for front in asked)


def test_a_tissue_that_is_used_itself_is_no_cells(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = [
        *(
            "间充质干细胞(MSC)修复伤口。",
            "",
            "## 银屑病的治疗来源",
            "",
            "| 来源 | 给予方式 | 限制 |",
            "|---|---|---|",
        ),
        *("| 羊膜 | 覆盖创面 | 批次不一 |", "| 脐带 | 静脉滴注 | 价格高 |"),
    ]
    asked = notes(tmp_path, knowledge, *rows)
    assert asked["在银屑病中，羊膜的限制是什么？"].back == "批次不一"
    assert asked["在银屑病中，脐带来源间充质干细胞的给予方式是什么？"].back == "静脉滴注"


@pytest.mark.parametrize(
    ("answers", "choices"),
    [
        (("凝血倾向", "供者筛查", "取样疼痛"), 3),
        (("凝血倾向", "供者筛查", "取样疼痛并且需要全身麻醉"), 2),  # the only long one
        (("凝血倾向", "供者筛查", "疼痛、出血和感染"), 2),  # the only list
        (("凝血倾向", "供者筛查", "CMV携带"), 2),  # the only one with Latin letters
    ],
)
def test_an_answer_that_stands_out_is_no_choice(
    answers: tuple[str, ...], choices: int, tmp_path: Path, knowledge: Knowledge
) -> None:
    cells = zip(("骨髓", "脂肪", "脐带"), answers, strict=True)
    rows = ["| 细胞 | 主要难点 |", "|---|---|", *(f"| {name}间充质干细胞 | {told} |" for name, told in cells)]
    asked = notes(tmp_path, knowledge, *rows).values()
    assert sum(bool(note.options) for note in asked if "主要难点" in note.front) == choices


def test_a_column_of_merits_asks_which_row_has_them(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = (
        "| 来源 | 主要优势 | 来源数量 |",
        "|---|---|---|",
        "| 骨髓 | 资料最多,疗程短 | 少 |",
        "| 牙髓 | 易取材 | 多 |",
    )
    asked = notes(tmp_path, knowledge, "表1:不同来源间充质干细胞特性对比", "", *rows)
    told = asked["据不同来源间充质干细胞比较表，哪一种的主要优势是资料最多、疗程短？"]
    assert told.back == "骨髓来源间充质干细胞"
    assert not any(front.endswith(("主要优势？", "主要优势是什么？")) for front in asked)
