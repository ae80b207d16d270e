"""Reports of studies that stand one below the other, each of which tells of its own."""

from tests.unit.facts.mechanism_claims import Found


def told_of(facts: list, n: str) -> str:  # type: ignore[type-arg]
    """Everything that is told of the study of a size."""
    return " ".join(f.value for f in facts if f.study and f.study.get("n") == n)


def test_an_abstract_that_begins_anew_is_another_study(trials: Found) -> None:
    facts = trials(
        "Background: Colitis is common.\n\nMethods: Patients got umbilical cord MSC or placebo.\n\n"
        "Results: 171 patients with ulcerative colitis were treated. Remission occurred in 24% of patients.\n\n"
        "Conclusion: MSC were superior to placebo.\n\n"
        "Aims: We asked whether local injection does better.\n\n"
        "Methods: Open-label, randomised, two centres. n=40, proctitis. Group A (n=20): 4 × 10^7 adipose MSC.\n\n"
        "Results: Endoscopic remission occurred in 55% of patients."
    )
    of_first = told_of(facts, "171 patients")
    assert of_first
    assert not any(word in of_first for word in ("adipose", "Open-label", "55%"))


def test_a_chinese_abstract_that_begins_anew_is_another_study(trials: Found) -> None:
    facts = trials(
        "目的:观察疗效。\n\n方法:纳入66例肝硬化患者,静脉输注脐带间充质干细胞。\n\n结果:缓解率为60%。\n\n结论:有效。\n\n"
        "目的:评价安全性。\n\n方法:骨髓间充质干细胞经肝动脉注射。\n\n结果:缓解率为75%。"
    )
    of_first = told_of(facts, "66例")
    assert "60%" in of_first
    assert "75%" not in of_first


def test_items_with_titles_of_their_own_are_studies_apart(trials: Found) -> None:
    facts = trials(
        "* '''AURORA'''(第一期,2018-2022):视网膜贴片植入16名黄斑变性患者,开放标签。15名植入成功。\n"
        "* '''朝日试验''':异体脐带间充质干细胞注入5名患者,随访4年,无肿瘤形成。"
    )
    names = {f.study.get("name"): f.study for f in facts if f.study}
    assert "AURORA" in names
    assert "脐带" not in " ".join(slot.value for slot in names["AURORA"].slots)


def test_items_below_another_heading_are_no_results_of_the_study_above(trials: Found) -> None:
    facts = trials(
        "# 肩袖损伤\n\n## 临床数据\n\n登记研究纳入210例肩袖撕裂患者,12个月再撕裂率为9.5%,没有对照。\n\n"
        "## 怎么选\n\n- 部分撕裂:先康复12周,无效再考虑富血小板血浆。\n"
    )
    slots = [s.value for f in facts if f.study and f.study.get("n") == "210例" for s in f.study.slots]
    assert slots
    assert not any("富血小板" in one for one in slots)


def test_why_something_failed_is_not_the_disease_that_was_treated(trials: Found) -> None:
    facts = trials(
        "2019年东海眼科中心的前瞻性研究纳入68名患者接受干细胞移植。失败多在术后第一年,主因为粘连及干眼。"
    )
    assert facts
    assert not any("干眼" in f.study.get("condition") for f in facts if f.study)


def test_a_second_trial_is_none_of_the_first(trials: Found) -> None:
    facts = trials(
        "HARBOUR-AD was a phase 2a, double-blind study. Forty-eight people with Alzheimer's disease were given "
        "bone-marrow MSCs or placebo.\n\n"
        "The second is Korean, called ASTER. Fever occurred in 22 of 24 treated patients."
    )
    first = [f.value for f in facts if f.study and f.study.get("name") == "HARBOUR-AD"]
    assert first
    assert not any("22" in value for value in first)


def test_a_disease_by_the_short_form_that_the_text_explains(trials: Found) -> None:
    facts = trials("ORCHID-T treated 38 people with beta-thalassaemia, 15 of them with the β0 genotype.")
    assert {f.study.get("condition") for f in facts if f.study} == {"beta-thalassaemia"}
