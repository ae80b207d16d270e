"""The disease of a study that does not say it: its page's, unless its people have another."""

from collections.abc import Callable

import pytest

from sctui.facts.extract import extract_facts
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline
from tests.unit.facts.mechanism_claims import Found

PAGE = """仁川健康网 幼儿与家庭

半月板损伤怎么办？细胞治疗问答

半月板损伤在运动员中很常见，半月板损伤之后关节会疼痛。

{}
"""


def _topics(facts: list[Fact]) -> set[str]:
    return {fact.study.get("topic") for fact in facts if fact.study}


def test_a_line_near_the_top_tells_what_a_page_is_on(trials: Found) -> None:
    facts = trials(PAGE.format("2021年的一项研究给30例受试者注射脐带间充质干细胞，随访12个月。"))
    assert _topics(facts) == {"半月板损伤"}


@pytest.mark.parametrize(
    "told",
    [
        "问：宫腔粘连能做吗？\n\n可以评估。有研究给29例重度黏膜粘连患者注射脐带间充质干细胞，11人好转。",
        "还有一项研究给29例肌腱断裂患者注射脐带间充质干细胞，随访6个月。",
        "问：宫腔粘连的人能做吗？\n\n一项研究给29例受试者注射脐带间充质干细胞，随访6个月。",
    ],
)
def test_people_with_something_else_have_not_the_disease_of_the_page(trials: Found, told: str) -> None:
    assert "半月板损伤" not in _topics(trials(PAGE.format(told)))


@pytest.mark.parametrize(
    "title",
    [
        "瓣膜钙化缺损與燒傷：兩種產品的比較",
        "燒傷與青光眼：兩種產品的比較",
    ],  # of one of which no lexicon knows
)
def test_a_page_on_two_diseases_gives_neither(trials: Found, title: str) -> None:
    facts = trials(
        f"# 產品比較網\n\n{title}\n\n燒傷很痛。燒傷會留疤。\n\n樞紐試驗為多中心單臂，n＝96，術後注射臍帶間質幹細胞。\n"
    )
    assert facts
    assert _topics(facts) == {""}


def test_a_title_over_one_study_is_its_own(trials: Found) -> None:
    facts = trials(
        "Ninth Meeting of the Society\n\n"
        "7C-02  Allogeneic cord blood MSCs in hearing loss: 12-month results of the ECHOES trial\n\n"
        "Background: Hair cells do not grow again.\n"
        "Methods: Phase 2, double-blind, sham-controlled. 84 patients were randomised 1:1 to cells or sham.\n"
        "Results: The threshold fell by 9.1 dB (cells) and 2.2 dB (sham).\n"
        "Conclusion: A 400-patient phase 3 trial is being planned.\n"
    )
    study = next(fact.study for fact in facts if fact.study)
    assert (study.get("name"), study.get("condition"), study.get("phase")) == (
        "ECHOES",
        "hearing loss",
        "Phase 2",
    )
    assert study.get("design") == "double-blind, sham-controlled"
    assert study.get("cell_source") == "Allogeneic cord blood MSCs"
    assert [fact.value for fact in facts if fact.slot == "design"] == ["double-blind, sham-controlled"]


def test_the_title_of_another_abstract_is_not_what_a_page_is_on(trials: Found) -> None:
    facts = trials(
        "P-1\n\nA patch for late macular loss: safety of the HORIZON study\n\n"
        "Methods: Sixteen patients received embryonic stem cell-derived pigment cells in a phase 1 study.\n\n"
        "P-2\n\nProgenitors for retinitis pigmentosa\n\nRetinitis pigmentosa is rare. Retinitis pigmentosa blinds.\n"
    )
    assert "retinitis pigmentosa" not in _topics(facts)


def test_who_speaks_is_not_what_is_told_of(trials: Found) -> None:
    facts = trials(
        "Harrowgate Stroke Alliance\n\nEighteen patients were treated with modified MSCs in a trial in 2021."
        " After 12 months the motor score had risen by 11.4 points.\n"
    )
    assert "Stroke" not in _topics(facts)


def test_a_story_that_names_an_injury_first_is_not_on_it(trials: Found) -> None:
    facts = trials(
        "他今年从架子上掉下来,爆裂骨折,做了固定。\n\n脊髓损伤分两步。脊髓损伤后会肿。\n\n"
        "2021年的一项试验收治94个病人,鞘内注射脐带MSC。\n"
    )
    assert "骨折" not in _topics(facts)


def test_short_forms_of_the_document_name_its_diseases(
    document_of: Callable[[str], Document], lexicon: Lexicon
) -> None:
    document = document_of("大疱性角膜病变（BK）很少见。\n\n一项试验将48位BK病人分成两组,注射内皮细胞。\n")
    facts = extract_facts(document, build_outline(document), lexicon)
    assert "BK病人" in {fact.study.get("condition") for fact in facts if fact.study}


def test_a_page_of_a_ward_is_on_the_disease_that_its_headings_name(trials: Found) -> None:
    page = """# 江口市医院 神经内科卒中单元

## 为什么卒中会留下后遗症

卒中后神经元缺血。卒中康复要趁早。癫痫患者不能做，肿瘤患者也不能做。有癫痫和肿瘤病史的人请先告诉医生。

## 研究结果怎么样

2021年的CALM-9研究是一项随机试验，给30例受试者注射脐带间充质干细胞，随访12个月。
"""
    assert "卒中" in _topics(trials(page))


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("帕金森病患者越来越多。帕金森病由神经元丢失引起。帕金森病还不能治愈。", "帕金森病"),
        ("急性期后形成疤痕。轴突被疤痕挡住。移植要在疤痕成熟之前。", ""),  # which nobody was ill with
    ],
)
def test_what_a_page_speaks_of_three_times_is_what_people_have(trials: Found, said: str, topic: str) -> None:
    long = (
        "这一期试验由三家中心一起做，准备了整整两年，细胞在同一个实验室里培养，每一批都要检验合格以后才能用。"
    )
    page = f"# 细胞疗法一期试验公布结果\n\n开头。再说一句。{said}{long}\n\n## 结果\n\n"
    told = "NOVA-7为开放标签试验，入组12人，移植神经前体细胞，随访12个月。"
    assert _topics(trials(f"{page}{told}\n")) == {topic}
