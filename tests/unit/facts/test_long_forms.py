"""Mechanisms that a sentence states over several clauses."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


def test_deeds_that_are_ways_are_one_list(told: Found) -> None:
    found = told("间充质干细胞可通过抑制Th17细胞,减少炎性细胞因子,上调Treg细胞等不同机制改善银屑病。")
    ways = [fact for fact in found if fact.slot == "via"]
    assert [(one.subject, one.value, one.measure) for one in ways] == [
        ("间充质干细胞", "抑制Th17细胞,减少炎性细胞因子,上调Treg细胞", "改善银屑病")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "间充质干细胞可通过抑制Th17细胞,患者应当复查,上调Treg细胞等不同机制改善银屑病。",
        "间充质干细胞可通过抑制Th17细胞等不同机制改善银屑病。",
    ],
)
def test_what_is_no_list_of_deeds_is_read_clause_by_clause(text: str, told: Found) -> None:
    assert not any("," in fact.value for fact in told(text))


def test_what_a_deed_needs_is_asked_for_the_deed(told: Found) -> None:
    found = claims(told("IL-10进一步增强免疫耐受,这对于抑制那些可能损害肾小管的自身反应性T细胞极为关键。"))
    assert ("IL-10", "inhibits", "自身反应性T细胞") in found


def test_a_way_ends_where_what_it_does_begins(told: Found) -> None:
    found = claims(told("外泌体可通过调节树突状细胞降低心脏移植后的排斥反应。"))
    assert ("外泌体", "reduces", "心脏移植后的排斥反应") in found
    assert not any("降低" in value for _, _, value in found)


def test_what_a_cell_makes_is_one_object_of_a_way(told: Found) -> None:
    found = claims(told("外泌体可通过抑制巨噬细胞分泌的TNF-α缓解炎症。"))
    assert not any(value == "巨噬细胞" for _, _, value in found)


def test_vesicles_behind_a_molecule_that_they_hold_are_no_molecule(told: Found) -> None:
    found = claims(told("外泌体中的miR-21抑制足细胞凋亡。这些外泌体还能促进血管生成。"))
    assert ("外泌体", "promotes", "血管生成") in found
    assert not any("miR" in subject and value == "血管生成" for subject, _, value in found)


def test_what_cells_that_are_given_have_is_of_the_model(told: Found) -> None:
    text = "# 银屑病\n\n在小鼠模型中,注射外泌体上调IL-10的表达。注射外泌体具有抗炎作用。"
    assert {fact.flags for fact in told(text)} == {("preclinical",)}


@pytest.mark.parametrize(
    ("text", "subject", "slot", "value"),
    [
        ("研究证实干细胞移植对难治性克罗恩病有一定疗效,并能使多数患者停用激素。", "干细胞移植", "brings", "停用激素"),
        ("臨床顯示MSC移植對系統性硬化症有一定效果,還可讓部分患者皮膚變軟。", "MSC移植", "brings", "皮膚變軟"),
        ("在早產兒腦損傷以及缺氧缺血性腦病病例中,MSC可通過旁分泌作用促進神經修復。",
         "MSC", "in-cases", "早產兒腦損傷以及缺氧缺血性腦病"),
        ("MSC易得。它们的低致瘤性以及低免疫原性使得这些细胞适合用于异体治疗。", "MSC", "suits", "低致瘤性以及低免疫原性"),
    ],
)  # fmt: skip
def test_what_becomes_of_patients_in_whom_and_why(
    told: Found, text: str, subject: str, slot: str, value: str
) -> None:
    assert (subject, slot, value) in claims(told(text))


def test_what_was_seen_in_animals_is_told_of_the_cells_of_the_heading(told: Found) -> None:
    text = "# 间充质干细胞治疗肝硬化\n\n1.功能方面:在大鼠模型中还观察到白蛋白恢复甚至腹水消失的现象。"
    (fact,) = told(text)
    assert (fact.subject, fact.slot, fact.value) == ("间充质干细胞", "seen", "白蛋白恢复甚至腹水消失")
    assert "preclinical" in fact.flags


@pytest.mark.parametrize(
    "text",
    [
        "干细胞移植对研究有一定作用,并能使部分患者受益。",  # of no disease
        "在大鼠模型中观察到腹水消失。",  # after what?
        "# 间充质干细胞治疗肝硬化\n\n1.结果:在大鼠模型中观察到外泌体聚集。",  # something else did it
        "在克罗恩病病例中,MSC可促进黏膜修复。",  # the one disease of the page
    ],
)
def test_what_these_forms_do_not_tell(told: Found, text: str) -> None:
    assert not {claim[1] for claim in claims(told(text))} & {"brings", "seen", "in-cases", "suits"}
