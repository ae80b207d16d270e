"""A question names what was measured, and no piece torn out of a sentence."""

from dataclasses import replace

import pytest

from sctui.decks.torn import is_torn
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind, Slot, Study


def _fact(slot: str, measure: str, kind: FactKind = FactKind.TRIAL) -> Fact:
    return Fact(kind, slot, "", "12%", Span(1, 0, 9), measure=measure)


@pytest.mark.parametrize(
    ("slot", "measure"),
    [
        ("outcome", ")及复苏后存活率"),
        ("outcome", "6个月生存率依次"),
        ("outcome", "片,厚度"),
        ("outcome", "每平方公分用"),
        ("outcome", "60例病程8年、每日用药量"),
        ("outcome", "“患者最后没有被转换到别的治疗”的比例"),
        ("change", "對照組的步行距離細胞組增加"),
        ("change_word", "腫脹是"),
        ("change_word", "于是疼痛"),
        ("change_word", "组间差异"),
        ("state_differs", "单次与两次组间"),
        ("state_differs", "两组之间"),
        ("change_word", "一般2~4周"),
        ("share", "患者,细胞组30.0%(9/30)"),
        ("count", "患者单臂试验"),
        ("count", "患者皆由穿刺後"),
        ("outcome", "rate of similar at one year"),
    ],
)
def test_a_torn_piece_is_known(slot: str, measure: str) -> None:
    assert is_torn(_fact(slot, measure))


@pytest.mark.parametrize(
    ("slot", "measure"),
    [
        ("outcome", "第90天，治療組的緩解率"),
        ("outcome", "HbA1c<7.0%且胰岛素用量减少一半以上的比例"),
        ("outcome", "達到主要療效指標的比例為"),
        ("change", "接受治疗患者的妊娠率和活产率均提高了"),
        ("change", "高剂量组与低剂量组的评分均下降"),
        ("change", "评分降为"),
        ("change_word", "单次组和两次组的纤维化程度"),
        ("count", "患者因他克莫司出现血肌酐升高,减量后恢复"),
        ("count", "患者在注射后72小时内出现关节痛"),
        ("count", "患者为对照"),
        ("share", "患者两年无复发"),
        ("state_differs", "两组的软骨厚度"),
        ("state_differs", "12个月MELD评分与安慰剂组"),
        ("change_word", "滑膜组织"),
        ("change_word", "患者缓解期持续时间"),
        ("outcome", "rate of relapse at 2 years"),
        ("n", "患者单臂试验"),
    ],
)
def test_a_name_is_none(slot: str, measure: str) -> None:
    assert not is_torn(_fact(slot, measure))


def test_a_claim_of_no_study_and_no_figure_has_no_measure_to_tear() -> None:
    assert not is_torn(_fact("measure", "于是疼痛", FactKind.MECHANISM))
    assert is_torn(_fact("measure", "只有占体积", FactKind.FIGURE))


def test_those_who_got_a_product_are_counted_by_a_deed() -> None:
    place = Span(1, 0, 9)
    study = Study("study-1", (Slot("product", "骨髓MSC", place),))
    told = Fact(FactKind.TRIAL, "count", "", "34例", place, measure="患者骨髓MSC", study=study)
    assert is_torn(told)
    assert not is_torn(replace(told, measure="患者接受骨髓MSC"))
