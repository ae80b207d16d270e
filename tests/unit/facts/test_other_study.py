"""Where a sentence opens another study, goes on with one named before, or tells of nobody's."""

from tests.unit.facts.mechanism_claims import Found


def studies(facts: list) -> dict[str, str]:  # type: ignore[type-arg]
    return {fact.study.key: fact.study.get("n") for fact in facts if fact.study}


def test_ordinals_open_studies(trials: Found) -> None:
    facts = trials(
        "第一个叫AURORA-3，2b期，双盲。96名角膜病患者，单眼注射脐带间充质干细胞。\n\n"
        "第二个是江北中心做的骨髓间充质干细胞，静脉输注，41名患者，没有对照组。"
    )
    assert list(studies(facts).values()) == ["96名", "41名"]
    assert [fact.study.get("name") for fact in facts if fact.slot == "phase" and fact.study] == ["AURORA-3"]


def test_a_later_trial_of_the_same_paragraph_is_another(trials: Found) -> None:
    facts = trials(
        "AURORA试验（2022年）为单臂研究，34例骨不连患者植入骨髓间充质干细胞。"
        "其后的随机三臂研究（高剂量、低剂量、植骨，每组14例）12个月愈合分别为12、11和12例。"
    )
    assert "14例" not in studies(facts).values()


def test_a_name_that_was_told_goes_on_with_its_study(trials: Found) -> None:
    facts = trials(
        "江北医院公布「AURORA-3」第一／二期临床试验结果。\n\n脊髓的伤有几种。\n\nAURORA-3共收治36人，都是颈髓损伤。"
    )
    assert list(studies(facts).values()) == ["36人"]


def test_the_name_stands_beside_the_word_for_a_study(trials: Found) -> None:
    for text in (
        "The largest trial is AURORA-HF (Smith et al. 2022), which randomised 418 patients to MSCs or sham.",
        "It rests on AURORA-HF, a double-blind phase 3 trial. 418 patients were randomised to MSCs or sham.",
        "另一项中德联合试验（AURORA-HF）比较骨髓间充质干细胞与安慰剂，双盲，418例患者。",
    ):
        assert "AURORA-HF" in {fact.study.get("name") for fact in trials(text) if fact.study}, text


def test_who_asks_tells_nothing_of_a_study(trials: Found) -> None:
    assert not trials("问：女，31岁，2021年做过脐带间充质干细胞研究，2例患者，尿蛋白还有3.1克，能不能做？")


def test_no_controls_are_a_design(trials: Found) -> None:
    told = [
        [fact.value for fact in trials(text) if fact.slot == "design"]
        for text in (
            "In 2020 a pilot trial of MSCs enrolled 27 patients with fistulas without controls.",
            "2021年的研究给62例患者输注脐带间充质干细胞，没有设对照组。",
        )
    ]
    assert told == [["pilot trial, without controls"], ["无对照"]]


def test_those_at_risk_of_a_disease_do_not_have_it(trials: Found) -> None:
    facts = trials(
        "# Cells for bronchopulmonary dysplasia\n\n"
        "In 2020 a trial gave MSCs to 20 infants at high risk of bronchopulmonary dysplasia."
    )
    assert {fact.study.get("topic") for fact in facts if fact.study} == {""}


def test_the_background_of_an_abstract_is_earlier_work(trials: Found) -> None:
    facts = trials(
        "# CORD BLOOD MSCs IN HEART FAILURE: THE LUMBER-2 RANDOMISED TRIAL\n\n"
        "Background: In phase 1 (n=12), a single dose of MSCs was tolerated.\n\n"
        "Methods: Patients with heart failure were randomised to MSCs or saline.\n\n"
        "Results: 80 patients were randomised. A trial in the old (n=180) is enrolling.\n"
    )
    assert not [fact.value for fact in facts if fact.value.isupper()]
    told = {fact.study.key: (fact.study.get("n"), fact.study.get("phase")) for fact in facts if fact.study}
    assert list(told.values()) == [("80 patients", "")]


def test_a_count_with_a_design_is_a_study(trials: Found) -> None:
    facts = trials("58名1至6歲心衰竭兒童，隨機、雙盲、交叉設計：29名先輸自己的臍帶血、29名先輸安慰劑。")
    assert {fact.study.get("n") for fact in facts if fact.study} == {"58名"}


def test_what_the_control_group_alone_got_is_told_whole(trials: Found) -> None:
    facts = trials("2021年的研究：24人接受干细胞移植，12人为只接受标准手术与复健的对照组。")
    assert [fact.value for fact in facts if fact.slot == "comparator"] == ["标准手术与复健"]


def test_an_age_is_no_follow_up(trials: Found) -> None:
    facts = trials(
        "In 2020 a trial gave MSCs to 20 infants. Survival was 80% at 36 weeks' postmenstrual age. "
        "There were no tumours at 2 years' corrected age."
    )
    assert not [fact for fact in facts if fact.slot in {"followup", "when"}]
