"""Studies that go by a name: each is one of its own, with its own figures."""

import pytest

from sctui.model.fact import Fact
from sctui.text.match_view import match_view
from tests.unit.facts.mechanism_claims import Found


def _named(facts: list[Fact]) -> dict[str, set[str]]:
    """The values of each study by its name; those of a study without one under an empty name."""
    told: dict[str, set[str]] = {}
    for fact in facts:
        if fact.study:
            told.setdefault(fact.study.get("name"), set()).add(fact.value)
    return told


def test_each_name_opens_a_study_of_its_own(trials: Found) -> None:
    told = _named(
        trials(
            "Two names are known. OAKLEAF (n = 31, marrow MSCs) reported clinical remission in 40% at 6 months"
            " (p = 0.02). The randomised PEBBLE trial (n = 52) found a response in 61% of patients."
            " HALCYON-PF (n = 77, cord MSCs) cut the score by 5.1 points at 36 weeks (p = 0.01).\n"
        )
    )
    assert "31" in told["OAKLEAF"]
    assert "52" in told["PEBBLE"]
    assert "36 weeks" in told["HALCYON-PF"]
    assert "36 weeks" not in told["PEBBLE"] | told["OAKLEAF"]


@pytest.mark.parametrize(
    ("text", "name", "size"),
    [
        ("多中心随机研究“晨曦-2”,n=140,静脉输注脐带MSC,1年缓解率52%。", "晨曦-2", "140"),
        ("「晨曦」隨機試驗(2018,雙盲,44人):單次關節腔注射自體脂肪MSC。6個月時緩解率為52%。", "晨曦", "44人"),
        (
            "「南城-臍帶」試驗(2018,雙盲,44人):單次關節腔注射臍帶MSC。6個月時緩解率為52%。",
            "南城-脐带",
            "44人",
        ),
        ("“晨曦”试验(n=33,单臂)用自体骨髓MSC治疗糖尿病,缓解率52%。", "晨曦", "33"),
    ],
)
def test_a_name_in_quotation_marks(trials: Found, text: str, name: str, size: str) -> None:
    told = {match_view(key): values for key, values in _named(trials(text + "\n")).items()}
    assert size in told[name]


def test_what_stands_under_the_name_of_a_study_is_its_own(trials: Found) -> None:
    told = _named(
        trials(
            "# 糖尿病的细胞治疗\n\n## “晨曦”研究(随机双盲,48人)\n\n"
            "静脉输注脐带MSC,每月一次。9个月时缓解率为52%。\n\n"
            "## “暮色”研究(开放标签,25人)\n\n肌内注射自体骨髓MSC。缓解率为31%。\n"
        )
    )
    assert {"48人", "52%"} <= told["晨曦"]
    assert {"25人", "31%"} <= told["暮色"]
    assert "31%" not in told["晨曦"]


def test_a_lone_trial_has_the_name_that_the_title_gives_it(trials: Found) -> None:
    facts = trials(
        "# Marrow cells for psoriasis: the OAKLEAF trial\n\n"
        "Adults with psoriasis were randomised to autologous marrow MSCs (n = 41) or saline (n = 40).\n"
    )
    assert set(_named(facts)) == {"OAKLEAF"}
    assert not [fact for fact in facts if fact.slot == "n"]  # an arm each, and neither is the whole


@pytest.mark.parametrize(
    "text",
    [
        "2020年,一项“干细胞”研究纳入40名糖尿病患者,静脉输注脐带MSC。",
        "2020年,一项“真实世界”研究纳入40名糖尿病患者,静脉输注脐带MSC。",
        "2020年,一项研究“首次证实”脐带MSC有效,纳入40名糖尿病患者。",
        "MSCS (n = 20) or saline were given to patients with psoriasis in a randomised trial.",
        "2020年的一项RCT研究纳入40名糖尿病患者,静脉输注脐带MSC。",
    ],
)
def test_a_word_for_cells_or_a_design_is_no_name(trials: Found, text: str) -> None:
    assert set(_named(trials(text + "\n"))) <= {""}


def test_a_sentence_on_two_studies_tells_of_neither(trials: Found) -> None:
    told = _named(
        trials(
            "“晨曦”试验(n=33,单臂)用自体骨髓MSC治疗糖尿病。“晨曦”试验和“暮色”试验的缓解率相差9%。"
            "感染率为3%。\n"
        )
    )
    assert set(told) == {"晨曦"}
    assert not {"9%", "3%"} & told["晨曦"]


def test_those_who_were_spared_a_disease_did_not_have_it(trials: Found) -> None:
    facts = trials("# 肝硬化\n\n预防肝硬化的“晨曦”试验,n=90,每月静脉输注脐带MSC。发生率为8%。\n")
    assert facts
    for fact in facts:
        assert fact.study is not None
        assert not fact.study.get("condition")
        assert not fact.study.get("topic")
        assert fact.study.get("prevents") == "预防肝硬化"


def test_a_study_of_another_disease_than_its_page_is_not_named_by_the_page(trials: Found) -> None:
    facts = trials(
        "# Cells in psoriasis\n\nIn another study, 24 patients with asthma received cord blood MSCs.\n"
    )
    studies = [fact.study for fact in facts if fact.study]
    assert {study.get("condition") for study in studies} == {"asthma"}
    assert not [study for study in studies if study.get("topic")]


def test_a_name_before_the_colon_of_an_item_is_that_of_its_study(trials: Found) -> None:
    text = (
        "# 心衰的細胞治療\n\n- 北方的 NORTHERN-LIGHT:心衰後5天,148人隨機分兩組,靜脈輸注臍帶間充質幹細胞。\n"
        "- 本地自己做的 HARBOUR-HF 第一/二期:心衰病人48位,靜脈輸注臍帶間充質幹細胞。\n"
    )
    told = {(fact.study.get("name"), fact.value) for fact in trials(text) if fact.study and fact.slot == "n"}
    assert told == {("NORTHERN-LIGHT", "148人"), ("HARBOUR-HF", "48位")}


def test_the_trial_that_began_in_a_year_is_the_one_told_before(trials: Found) -> None:
    text = (
        "脐带间充质干细胞治疗心衰的II期临床试验(试验代号 LANTERN-2)公布了结果。\n\n"
        "试验于2020年11月至2021年9月入组,共120名心衰患者,干细胞组60人,安慰剂组60人。"
    )
    assert {fact.study.get("name") for fact in trials(text) if fact.study and fact.slot == "n"} == {
        "LANTERN-2"
    }


def test_a_preparation_that_is_named_is_no_name_of_the_study(trials: Found) -> None:
    text = (
        "这项II期研究把一种名为NSX-21的神经干细胞制剂注射到缺血性脑卒中患者的脑内。\n\n"
        "据介绍,RENOVA-CI在5家医院开展,纳入69名脑卒中患者,为随机、假手术对照设计。"
    )
    assert {fact.study.get("name") for fact in trials(text) if fact.study and fact.slot == "n"} == {
        "RENOVA-CI"
    }


def test_neither_a_limit_nor_a_plan_nor_those_who_died_are_the_size(trials: Found) -> None:
    text = (
        "# 心衰的细胞治疗\n\n- 北方的 NORTHERN-LIGHT:原本要收2400人,静脉输注脐带间充质干细胞。"
        "两年全因死亡率2.9%对3.3%(6人对7人),p=0.78。\n"
        "- HARBOUR-HF 第二期:LVEF≦40%的心衰病人48位,静脉输注脐带间充质干细胞。\n"
    )
    facts = [fact for fact in trials(text) if fact.study and fact.slot in {"n", "share"}]
    assert [(fact.slot, fact.value) for fact in facts] == [("n", "48位")]


def test_a_year_from_which_something_has_gone_on_is_no_studys(trials: Found) -> None:
    page = "自2017年以来,已有120款干细胞药品进入临床试验。{}该药的II期试验纳入60名移植物抗宿主病患者,无严重不良反应。\n"
    for between in ("", "\n\n"):
        studies = [fact.study for fact in trials(page.format(between)) if fact.study]
        assert studies
        assert "year" not in {slot.name for study in studies for slot in study.slots}
