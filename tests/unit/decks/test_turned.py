"""How something changed can be guessed; what changed so cannot."""

import pytest

from sctui.decks.turned import is_vague, what_changed
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind, Study
from sctui.model.language import Language


def change(measure: str, value: str, slot: str = "change_word") -> Fact:
    here = Span(1, 0, 20)
    return Fact(FactKind.TRIAL, slot, "甲细胞", value, here, here, measure, study=Study("study-1", ()))


@pytest.mark.parametrize(
    ("measure", "value", "asked"),
    [
        ("VAS评分", "呈显著下降趋势", ("", "VAS评分", "呈显著下降趋势")),
        ("治疗组用力肺活量", "显著改善", ("治疗组", "用力肺活量", "显著改善")),
        (
            "患者的健康指数在治疗后1年和3年",
            "较治疗前显著下降",
            ("", "健康指数", "在治疗后1年和3年较治疗前显著下降"),
        ),
        ("治疗组在第1个月C反应蛋白", "较基线明显降低", ("治疗组在第1个月", "C反应蛋白", "较基线明显降低")),
        ("治疗后1年和3年的血沉", "显著低于治疗前", ("治疗后1年和3年", "血沉", "显著低于治疗前")),
        ("患者的生存率和生活质量", "均明显提高", ("", "生存率和生活质量", "明显提高")),
    ],
)
def test_what_changed_is_asked(measure: str, value: str, asked: tuple[str, str, str]) -> None:
    turned = what_changed(change(measure, value), Language.SIMPLIFIED, "")
    assert turned is not None
    assert (turned.subject, turned.value, turned.measure) == asked


def test_the_time_in_front_of_the_clause_stays_with_the_change() -> None:
    turned = what_changed(
        change("患者体能", "仍保持稳定"), Language.SIMPLIFIED, "治疗后1年,患者体能仍保持稳定"
    )
    assert turned is not None
    assert turned.measure == "治疗后1年仍保持稳定"


@pytest.mark.parametrize(
    "fact",
    [
        change("VAS评分", "由7分降至3分"),
        change("临床症状", "得到显著改善"),
        change("VAS评分", "下降", slot="outcome"),
    ],
)
def test_a_change_that_tells_more_or_of_nothing_is_left(fact: Fact) -> None:
    assert what_changed(fact, Language.SIMPLIFIED, "") is None


@pytest.mark.parametrize(
    ("measure", "vague"), [("患者的症状", True), ("RA的症状", True), ("更年期症状", False)]
)
def test_a_word_for_anything_is_known(measure: str, vague: bool) -> None:
    assert is_vague(measure) is vague
