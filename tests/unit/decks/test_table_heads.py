"""Heads of tables that ask by themselves, and what of a table is no knowledge."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.facts.comparisons.columns import slot_of
from sctui.lexicon.lexicon import Lexicon
from sctui.model.card import Note
from sctui.pipeline import Knowledge, convert

Asked = Callable[[str], dict[str, Note]]


@pytest.fixture
def asked(tmp_path: Path, knowledge: Knowledge) -> Asked:
    def of(text: str) -> dict[str, Note]:
        page = tmp_path / "page.md"
        page.write_text(text, encoding="utf-8")
        return {note.front: note for note in convert(page, knowledge).generation.notes if note.front}

    return of


@pytest.mark.parametrize(
    ("measure", "value", "slot"),
    [
        ("维持", "约9个月", "cell-lasting"),
        ("维持", "尚好的状态", "cell-unasked"),
        ("起效", "2~3周", "cell-onset"),
        ("多久見效", "5～6週", "cell-onset"),
        ("频率", "3周1次", "cell-often"),
        ("Persist?", "days (liver)", "cell-persisting"),
        ("Drained?", "through a port", "cell-unasked"),
        ("Ctrl?", "no", "cell-sign"),
        ("能否停用胰岛素", "大多可以减量", "cell-whether"),
        ("能否停用胰岛素", "不能", "cell-sign"),
        ("注射后疼痛", "约17%", "cell-share"),
        ("缓解率", "约17%", "cell-number"),
        ("参考费用", "每次700~900元", "cell-dated"),
        ("List price", "about 900 per vial", "cell-dated"),
        ("成本", "高", "cell-degree"),
        ("已报告例数", "几百例", "cell-dated"),
        ("就诊科室", "眼科", "cell-unasked"),
        ("适用阶段", "II~III", "cell-unasked"),
        ("细胞数", "无细胞", "cell-sign"),
        ("细胞数", "固定 5000万", "cell-number"),
        ("Relapse", "12 (30.0%)", "cell-unasked"),
        ("肝内滞留率*", "约18%", "cell-number"),
        ("第28天ORR", "41%-63%", "cell-number"),
        ("Our rating", "4/5", "cell-unasked"),
        ("推荐指数", "四星", "cell-unasked"),
        ("代表产品(化名)", "甲元 T30", "cell-unasked"),
        ("來源", "自體/異體", "cell-unasked"),
        ("Source", "patient", "cell-unasked"),
        ("来源", "脐带", "cell"),
        ("获取", "现货", "cell-unasked"),
        ("获取", "抽脂", "cell-how"),
        ("主要成分", "取自髌腱,培养5周", "cell-unasked"),
        ("監管狀態", "第二期", "cell-status"),
        ("监管状态", "设备已注册,适应证未批", "cell-status"),
        ("部位", "視網膜下", "cell-site"),
        ("Injection site", "the joint", "cell-site"),
        ("免疫抑制", "短期需要", "cell-need"),
        ("免疫抑制", "強", "cell-degree"),
        ("优点", "异体细胞可不用配型", "cell"),
        ("SAE", "infection", "cell-harm"),
        ("SAE", "low", "cell-unasked"),
    ],
)
def test_a_head_says_what_kind_of_answer_it_has(
    measure: str, value: str, slot: str, lexicon: Lexicon
) -> None:
    assert slot_of("脐带间充质干细胞", measure, value, lexicon) == slot


TABLE = """# 干细胞治疗膝骨关节炎

| 项目 | 脐带MSC | 布洛芬 |
|---|---|---|
| 起效 | 3~5周 | 1天 |
| 频率 | 每6个月1次 | 每天3次 |
| 作用机制 | 减轻滑膜炎症 | 抑制环氧合酶 |
| 参考费用 | 每次4000元 | 每盒20元 |
| 给药途径 | 关节腔注射 | 口服 |
"""


def test_a_table_asks_in_its_disease_and_of_a_drug_only_what_compares(asked: Asked) -> None:
    notes = asked(TABLE)
    assert notes["用于膝骨关节炎时，脐带MSC多久起效？"].back == "3~5周"
    assert notes["用于膝骨关节炎时，脐带MSC多久进行一次？"].back == "每6个月1次"
    assert notes["在膝骨关节炎中，布洛芬的作用机制是什么？"].back == "抑制环氧合酶"
    of_drug = [front for front in notes if "布洛芬" in front]
    assert of_drug == ["在膝骨关节炎中，布洛芬的作用机制是什么？"]
    assert not any("元" in note.back for note in notes.values())


TWO = """# 细胞修复骨骼

## 股骨头坏死

细胞植入坏死区。

## 骨不连

细胞植入断端。

## 比较

| 方法 | 优点 | 缺点 |
|---|---|---|
| BMAC | 自体 | 细胞数不定 |
| 全髋置换 | 止痛快 | 需要翻修 |
| 髂骨移植（骨不连） | 自体骨 | 供区疼痛 |
"""


def test_rows_without_a_disease_are_for_the_one_that_is_left(asked: Asked) -> None:
    fronts = set(asked(TWO))
    assert "在股骨头坏死中，全髋置换的优点是什么？" in fronts
    assert not any("股骨头坏死" in front and "骨不连" in front for front in fronts)


def test_how_cells_are_given_offers_no_wrong_answers(asked: Asked) -> None:
    rows = "\n".join(
        f"| {cells} | {way} |"
        for cells, way in (
            ("BM-MSC", "intracoronary"),
            ("UC-MSC", "intravenous"),
            ("AD-MSC", "intramyocardial"),
            ("BMMNC", "subcutaneous"),
        )
    )
    notes = asked(f"# Cells for heart failure\n\n| Cell | Route |\n|---|---|\n{rows}\n")
    assert notes["In heart failure, what is the route of UC-MSC?"].back == "intravenous"
    assert not any(note.options for note in notes.values())


def test_a_share_of_no_cells_is_asked_in_its_table(lexicon: Lexicon) -> None:
    assert slot_of("靠垫", "滞留率", "约18%", lexicon) == "row-number"


def test_a_heading_that_names_no_thing_is_no_place_to_ask_in(asked: Asked) -> None:
    table = "| 品项 | 来源 |\n|---|---|\n| 甲抒（日） | 骨髓MSC（异体） |\n| 乙舒（澳） | 脐带MSC（异体） |\n"
    assert not any("市场与竞品" in front for front in asked(f"# 细胞新药\n\n## 市场与竞品\n\n{table}"))


def test_a_harm_is_asked_by_its_full_name(asked: Asked) -> None:
    page = (
        "# Ulcerative colitis\n\nUlcerative colitis has many drugs.\n\n"
        "| Treatment | Trials | SAE |\n|---|---|---|\n| Anti-TNF | 5 | infection |\n| MSC | 3 | fever |\n"
    )
    found = asked(page)
    assert any("which serious adverse events are seen with MSC?" in front for front in found)


def test_an_answer_that_begins_with_the_rows_other_name_is_not_asked(asked: Asked) -> None:
    page = (
        "# 肩袖损伤\n\n肩袖损伤有几种注射治疗。\n\n| 细胞 | 特点 | 组成 |\n|---|---|---|\n"
        "| 脂肪SVF | 当日制备 | 基质血管组分,含少量干细胞 |\n| 骨髓浓缩物 | 抽取方便 | 单个核细胞与血小板 |\n"
    )
    found = asked(page)
    assert found
    assert not any("基质血管组分" in note.back for note in found.values())
