from collections.abc import Callable

import pytest

from sctui.facts.comparisons import find_comparisons
from sctui.facts.comparisons.cell_text import cleaned, parts
from sctui.facts.comparisons.degrees import compared_in
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline

DocumentOf = Callable[[str], Document]
TABLE = """表1:两种细胞的比较

| 细胞类型 | 来源 | 主要特点 | 在骨 再生中的作用 |
|---|---|---|---|
| 间充质干细胞(MSC) | 骨髓、脂肪 组织 [3,7,] | 多能; 可分化为骨、软骨 细胞;来源于脐带等[2] | - |
| 造血干细胞(HSC) | 外周血 | -调节免疫?;? -分泌修复骨的生长因子(HGF、SCF) | 通过VEGF促进血管生成; -减少炎症(IL-10、TGF-β)[5] |
"""


@pytest.fixture
def compared(document_of: DocumentOf, lexicon: Lexicon) -> Callable[[str], list[Fact]]:
    def find(text: str) -> list[Fact]:
        document = document_of(text)
        return list(find_comparisons(document, build_outline(document), lexicon))

    return find


def answers(facts: list[Fact]) -> set[tuple[str, str, str, str]]:
    return {(fact.subject, fact.slot, fact.measure, fact.value) for fact in facts}


def test_cells_lose_citations_stray_marks_and_broken_spaces() -> None:
    assert cleaned("脂肪 组织、 骨髓 [4,23,25,]") == "脂肪组织、骨髓"
    assert cleaned("–支持造血 [11、12]?;") == "支持造血"
    assert cleaned("- -20℃保存;") == "-20℃保存"
    assert [part.text for part in parts("-20℃保存; -避光")] == ["-20℃保存", "避光"]
    assert cleaned("IL-10 and TGF-β [2]") == "IL-10 and TGF-β"


def test_a_space_between_two_statements_is_told() -> None:
    assert cleaned("多向分化抗炎 分泌因子") == "多向分化抗炎、分泌因子"
    assert cleaned("可促進 血管 生成") == "可促進血管生成"


def test_a_cell_is_cut_at_semicolons_and_dashes_but_not_inside_brackets() -> None:
    text = "甲(乙;丙); -丁?;? –戊 [3]"
    assert [part.text for part in parts(text)] == ["甲(乙;丙)", "丁", "戊"]
    assert all(text[part.start : part.end] == part.text for part in parts(text))


def test_every_part_of_a_table_has_its_own_question(compared: Callable[[str], list[Fact]]) -> None:
    found = answers(compared(TABLE))
    msc, hsc = "间充质干细胞(MSC)", "造血干细胞(HSC)"
    assert (msc, "cell", "来源", "骨髓、脂肪组织") in found
    assert (msc, "differentiates", "主要特点", "骨、软骨细胞") in found
    assert (msc, "source", "主要特点", "脐带") in found
    assert (msc, "cell", "主要特点", "多能等") in found
    assert (hsc, "secretes", "生长因子", "HGF、SCF") in found
    assert (hsc, "via", "促进血管生成", "VEGF") in found
    assert (hsc, "factors", "减少炎症", "IL-10、TGF-β") in found


def test_empty_cells_captions_and_rules_make_no_fact(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared(TABLE)
    assert {fact.evidence.line for fact in facts} == {5, 6}
    assert not [f for f in facts if f.subject == "间充质干细胞(MSC)" and "再生" in f.measure]


def test_names_may_run_across(compared: Callable[[str], list[Fact]]) -> None:
    table = "| 特性指标 | 脐带来源(UC-MSC) | 骨髓来源(BM-MSC) |\n|---|---|---|\n| 增殖能力 | 极强 | 中等 |\n"
    assert answers(compared(table)) == {
        ("脐带来源MSC(UC-MSC)", "cell-degree", "增殖能力", "极强"),
        ("骨髓来源MSC(BM-MSC)", "cell-degree", "增殖能力", "中等"),
    }


@pytest.mark.parametrize(
    ("table", "names"),
    [
        (
            "不同来源干细胞的比较\n\n| 来源 | 取材 | 主要局限 |\n| 骨髓 | 有创 | 数量少 |\n| 脐带 | 无创 | 无法自体使用 |\n",
            {"骨髓来源干细胞", "脐带来源干细胞"},
        ),
        (
            "間質幹細胞(MSC)很好用。MSC不少。\n\n| 來源 | 缺點 |\n| 骨髓 | 痛 |\n| 臍帶 | 異體 |\n",
            {"骨髓來源間質幹細胞", "臍帶來源間質幹細胞"},
        ),
        (
            "间充质干细胞和造血干细胞都有用。\n\n| 来源 | 缺点 |\n| 骨髓 | 取样痛 |\n| 脐带 | 异体 |\n",
            {"骨髓来源的细胞", "脐带来源的细胞"},  # of which, is not told
        ),
        (
            "Cells\n\n| Source | Availability | Drawback |\n| Bone marrow | Invasive | Age |\n| Cord | Easy | Allogeneic |\n",
            {"cells from bone marrow", "cells from cord"},
        ),
    ],
)
def test_a_row_that_names_a_source_is_about_the_cells_from_there(
    compared: Callable[[str], list[Fact]], table: str, names: set[str]
) -> None:
    assert {fact.subject for fact in compared(table)} == names


def test_a_list_that_lost_its_commas_has_them_again(compared: Callable[[str], list[Fact]]) -> None:
    table = "细胞的比较\n\n| 细胞 | 特点 | 作用 |\n|---|---|---|\n"
    facts = compared(table + "| 间充质干细胞(MSC) | 多能免疫调节 分泌因子[1] | 骨 再生 |\n")
    assert {fact.value for fact in facts} == {"多能、免疫调节、分泌因子", "骨再生"}


def test_a_row_of_another_width_is_left_out(compared: Callable[[str], list[Fact]]) -> None:
    assert compared("| 细胞 | 来源 |\n|---|---|\n| 间充质干细胞 | 骨髓 | 多一格 |\n") == []


@pytest.mark.parametrize("second", ["治疗组", ""])
def test_rows_of_one_name_are_asked_only_for_what_they_share(
    second: str, compared: Callable[[str], list[Fact]]
) -> None:
    table = "| 分组 | 剂量 | 途径 |\n|---|---|---|\n| 治疗组 | 1×10^6/kg | 静脉 |\n"
    facts = compared(f"{table}| {second} | 2×10^6/kg | 静脉 |\n| 对照组 | 3×10^6/kg | 局部 |\n")
    asked = {(fact.subject, fact.measure) for fact in facts}
    assert asked == {("治疗组", "途径"), ("对照组", "剂量"), ("对照组", "途径")}


PROFILES = """不同来源细胞的对比

脐带来源MSCs(UC-MSCs):采集无痛、增殖快，没有争议。其分泌物中神经营养因子含量丰富,在皮炎、哮喘等疾病中表现优异。

脂肪来源MSCs(AD-MSCs):容易取得(抽脂即可),但分化能力差，而且受肥胖影响。
"""


def test_profiles_side_by_side(compared: Callable[[str], list[Fact]]) -> None:
    found = {(fact.slot, fact.value) for fact in compared(PROFILES)}
    assert ("features", "采集无痛、增殖快，没有争议") in found
    assert ("strong-in", "皮炎、哮喘") in found
    assert ("rich-in", "神经营养因子") in found
    assert ("advantages", "容易取得(抽脂即可)") in found
    assert ("drawbacks", "分化能力差，而且受肥胖影响") in found


def test_the_attribute_behind_a_name_is_no_part_of_it(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared(
        "細胞來源比較\n\n(1)臍帶間質幹細胞──優點:採集不痛、長得快;缺點:費用高。\n"
        "(2)骨髓間質幹細胞──缺點:抽取會痛，但不嚴重。\n"
    )
    assert {
        ("臍帶間質幹細胞", "advantages", "採集不痛、長得快"),
        ("骨髓間質幹細胞", "drawbacks", "抽取會痛，但不嚴重"),
    } == {(fact.subject, fact.slot, fact.value) for fact in facts}


def test_what_cells_are_called_is_no_feature(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared(
        "不同来源的对比\n\n脐带来源MSCs(UC-MSCs):采集无痛。\n羊膜来源MSCs(hAMSCs):新晋的“明星细胞”,分泌能力强。\n"
    )
    assert ("features", "分泌能力强") in {(fact.slot, fact.value) for fact in facts}


def test_how_long_something_takes_is_asked_for_its_length(compared: Callable[[str], list[Fact]]) -> None:
    table = "| 项目 | 间充质干细胞 | 造血干细胞 |\n|---|---|---|\n| 住院时间 | 4-8周 | 2周 |\n"
    assert {(fact.slot, fact.value) for fact in compared(table)} == {
        ("cell-long", "4-8周"),
        ("cell-long", "2周"),
    }


def test_one_label_alone_is_no_comparison(compared: Callable[[str], list[Fact]]) -> None:
    assert compared("不同来源的对比\n\n脐带来源MSCs(UC-MSCs):采集无痛,但很贵。\n") == []


def test_a_sentence_that_says_what_is_better_at_what(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared("结果证实干细胞疗法相比于常规用药在缓解疼痛和缩短住院时间方面更胜一筹。")
    assert [(f.slot, f.subject, f.context, f.measure, f.value) for f in facts] == [
        ("better-in", "干细胞疗法", "常规用药", "", "缓解疼痛和缩短住院时间"),
        ("outcome", "干细胞疗法", "常规用药", "缓解疼痛", "更胜一筹"),
        ("outcome", "干细胞疗法", "常规用药", "缩短住院时间", "更胜一筹"),
    ]


def test_a_superlative_asks_for_what_comes_first(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared("間充質幹細胞是目前臨床上使用最多的幹細胞。")
    assert [(f.slot, f.measure, f.value) for f in facts] == [("most", "使用最多的幹細胞", "間充質幹細胞")]


def test_rather_than(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared("Stem cells mainly act through secreted factors, rather than by replacing lost cells.")
    assert [(f.slot, f.subject, f.value) for f in facts] == [("rather", "Stem cells", "secreted factors")]


@pytest.mark.parametrize(
    ("cell", "attributes"),
    [
        ("增殖率高,免疫原性低", "增殖率和免疫原性"),
        ("分化能力较弱;产量高;成本很低", "分化能力、产量和成本"),
        ("Wider differentiation potential. Lower immunogenicity.", "differentiation potential and immunogenicity"),
        ("Higher expression of IL-6 than AD-MSC", ""),
        ("数据丰富", ""),
        ("Poorer after long storage", ""),
        ("增殖率高,促进愈合", ""),
        ("抗炎", ""),
    ],
)  # fmt: skip
def test_what_a_cell_compares_is_its_question(cell: str, attributes: str) -> None:
    assert compared_in(cell) == attributes


def test_a_column_of_two_attributes_is_asked_for_the_one_that_the_cell_tells(
    compared: Callable[[str], list[Fact]],
) -> None:
    table = "| 细胞 | 来源与特点 |\n|---|---|\n| 神经干细胞 | 可分化为神经元等 |\n"
    assert answers(compared(table)) == {("神经干细胞", "differentiates", "来源与特点", "神经元")}


def test_a_part_of_a_long_cell_does_not_answer_for_the_column(compared: Callable[[str], list[Fact]]) -> None:
    cell = "分泌大量促进组织愈合与血管新生的因子并维持干细胞数量;在骨髓腔内长期停留并不断更新自身的细胞群体"
    table = f"| 细胞 | 主要特点 |\n|---|---|\n| 间充质干细胞 | {cell} |\n"
    assert {fact.slot for fact in compared(table)} == {"cell-part"}


def test_attributes_may_run_down_beside_products_nobody_knows(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared(
        "| | Novacor | HX-21 |\n|---|---|---|\n| 公司 | 海桥生物 | 北岭制药 |\n| 给予方式 | 心肌内注射 | 静脉输注 |\n| 参考费用 | 30万元 | 12万元 |\n"
    )
    assert {(fact.subject, fact.measure) for fact in facts} == {
        (product, what) for product in ("Novacor", "HX-21") for what in ("公司", "给予方式", "参考费用")
    }


@pytest.mark.parametrize("sign", ["|", " / ", " | "])
def test_rows_that_a_sign_parts_are_a_table(compared: Callable[[str], list[Fact]], sign: str) -> None:
    rows = [
        ("项目", "脐带干细胞", "骨髓干细胞"),
        ("采集方式", "无创", "穿刺抽取"),
        ("制备周期", "3天", "4~6周"),
        ("费用", "详询客服", "未公布"),
    ]
    facts = compared("".join(sign.join(row) + "\n" for row in rows))
    assert {(f.subject, f.measure, f.value) for f in facts if f.measure != "采集方式"} == {
        ("脐带干细胞", "制备周期", "3天"),
        ("骨髓干细胞", "制备周期", "4~6周"),
    }


def test_a_table_that_lost_its_head_tells_nothing(compared: Callable[[str], list[Fact]]) -> None:
    assert (
        compared(
            "| 脂肪移植 | 约60% | 2次 |\n|---|---|---|\n| 脐带干细胞 | 46% | 3次 |\n| 骨髓干细胞 | 50% | 1次 |\n"
        )
        == []
    )


def test_who_made_a_page_is_no_tables_subject(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared(
        "# 敷料\n\n## 整理：編輯部 王小明\n\n| 產品 | 適應症 |\n|---|---|\n| 膚康 | 燒傷 |\n| 膚寧 | 潰瘍 |\n"
    )
    assert {fact.context for fact in facts} == {""}


def test_doses_and_days_are_no_list_of_things(compared: Callable[[str], list[Fact]]) -> None:
    facts = compared(
        "| 產品 | 給法 |\n|---|---|\n| 臍帶幹細胞 | 噴灑，0.5×10^6/cm²，第0、7天 |\n| 骨髓幹細胞 | 貼附 |\n"
    )
    assert all(fact.items == () for fact in facts)
