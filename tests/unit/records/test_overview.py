"""A document on one screen, from what it gives to the library."""

from sctui.records.overview import MOST_CLAIMS, evidence_of, overview_of
from tests.unit.records.conftest import Know

PAGE = """# 干细胞治疗狼疮

## 试验

2018年,一项开放标签试验用脐带间充质干细胞治疗了40名系统性红斑狼疮患者。治疗后12个月,缓解率为65%。

## 机制

间充质干细胞分泌IL-10,从而减轻炎症。在小鼠实验中,外泌体恢复了卵泡发育。

## 比较

| 来源 | 免疫原性 | 增殖能力 |
|---|---|---|
| 脐带间充质干细胞 | 极低 | 极强 |
| 脂肪间充质干细胞 | 低 | 中等 |
"""


def test_what_is_claimed_and_on_what_evidence(know: Know) -> None:
    overview = overview_of(know(PAGE))
    basis = dict(overview.basis)
    assert (basis["trial"], basis["compared cell"], basis["preclinical finding"]) == (1, 4, 1)
    study = next(claim for claim in overview.claims if claim.kind == "study")
    assert "40名" in study.says
    assert study.says.endswith("65%")
    assert study.card
    assert "65%" in study.evidence.quote
    comparison = next(claim for claim in overview.claims if claim.kind == "comparison")
    assert comparison.says == "免疫原性: 脐带间充质干细胞 极低; 脂肪间充质干细胞 低"


def test_weak_claims_come_last_and_all_fit_on_a_screen(know: Know) -> None:
    mechanisms = "\n\n".join(f"间充质干细胞促进血管生成,抑制IL-{number}。" for number in range(30))
    overview = overview_of(know(PAGE + "\n" + mechanisms))
    assert len(overview.claims) <= MOST_CLAIMS
    told = [claim for claim in overview.claims if claim.kind == "mechanism"]
    assert told
    assert "preclinical" not in told[0].flags


def test_a_document_that_says_nothing_has_an_empty_overview(know: Know) -> None:
    overview = overview_of(know("# 题目\n\n天气很好。\n"))
    assert (overview.basis, overview.claims) == ((), ())


def test_the_largest_study_comes_first_and_the_years_are_told(know: Know) -> None:
    small = (
        "## 另一项试验\n\n2020年,一项临床试验用骨髓间充质干细胞治疗了9名克罗恩病患者。治疗后缓解率为50%。\n"
    )
    overview = overview_of(know(PAGE.replace("## 机制", small + "\n## 机制").replace("## 试验", small, 1)))
    told = [claim.says for claim in overview.claims if claim.kind == "study"]
    assert "40名" in told[0]
    assert overview.years == (2018, 2020)
    assert evidence_of(overview)[-1] == "2018 to 2020"


def test_a_source_is_compared_once_whatever_it_is_called(know: Know) -> None:
    twice = PAGE + "| 脐带MSC | 很低 | 强 |\n"
    (first, *_) = (claim for claim in overview_of(know(twice)).claims if claim.kind == "comparison")
    assert first.says == "免疫原性: 脐带间充质干细胞 极低; 脂肪间充质干细胞 低"
