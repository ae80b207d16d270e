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


def test_a_paragraph_that_enrols_others_tells_of_another_study(trials: Found) -> None:
    facts = trials(
        "臨床試驗的結果如何？\n\n急性期：MERIDIAN 試驗（第二期，雙盲），收案 90 位腦中風病人，45 人接受骨髓間質幹細胞靜脈輸注，45 人接受安慰劑。\n\n"
        "慢性期：三家醫學中心於 2018 至 2020 年進行的試驗，收案 36 位中風後 6 個月的病人。12 人為對照組，24 人植入脂肪幹細胞。\n"
    )
    of = {fact.study.get("n"): fact.study.get("name") for fact in facts if fact.study}
    assert of == {"90 位": "MERIDIAN", "36 位": ""}


def test_a_study_told_by_its_way_is_not_the_last_one(trials: Found) -> None:
    facts = trials(
        "2021年的一项随机试验纳入60例糖尿病患者，静脉输注脐带间充质干细胞。\n\n"
        "另一项研究入选40例糖尿病足患者，20例在溃疡周围注射脐带间充质干细胞。\n\n"
        "安全性如何？输注研究中，最常见的是发热；1例出现皮疹。注射研究有6例局部胀痛。\n"
    )
    assert not {"皮疹", "6例"} & {fact.value for fact in facts}


def test_a_sentence_on_a_study_told_before_is_not_the_last_ones(trials: Found) -> None:
    facts = trials(
        "MERIDIAN试验为单臂研究，55例肝硬化患者接受骨髓间充质干细胞移植。\n\n"
        "另一项试验（n=260）用骨髓间充质干细胞治疗肝硬化，缓解率为35%。有人则认为MERIDIAN的批次间变异系数为18%。\n"
    )
    assert "18%" not in {fact.value for fact in facts}


def test_a_share_of_those_whom_one_meets_is_no_study(trials: Found) -> None:
    assert not trials(
        "异体造血干细胞移植是白血病的重要治疗，国内每年约执行600例。移植后30%的病人会发生排斥反应。\n"
    )


def test_a_study_that_is_to_be_done_is_none(trials: Found) -> None:
    told = "主管機關要求：（一）2028 年底前完成 MERIDIAN-3，隨機、雙盲、骨髓間質幹細胞對安慰劑，至少 150 名肝硬化病人；"
    assert not trials(told)
    assert not trials("一项随机试验计划收案150名肝硬化患者，静脉输注骨髓间充质干细胞。\n")


def test_a_numbered_item_begins_anew(trials: Found) -> None:
    facts = trials(
        "1. MERIDIAN-MS (2023, MSCs). 104 people with multiple sclerosis were randomised to marrow MSCs or"
        " placebo.\n\n"
        "2. Transplant late. In the Swiss MERCATOR cohort, 79 people with multiple sclerosis received marrow"
        " MSCs.\n"
    )
    of = {fact.study.get("n"): fact.study.get("name") for fact in facts if fact.study}
    assert of == {"104 people": "MERIDIAN-MS", "79 people": "MERCATOR"}


def test_more_ways_to_name_a_study(trials: Found) -> None:
    for text in (
        "MERIDIAN-1为单中心、开放标签的Ⅰ期试验，共入组12名帕金森病患者，注射骨髓间充质干细胞。",
        "主要依據單臂、多中心第二期試驗 MERIDIAN-1。該試驗收錄 55 名肝硬化病人，給予骨髓間質幹細胞。",
        "MERIDIAN-1 enrolled 60 patients with stroke, of whom 40 received marrow MSCs.",
        "A double-blind trial (MERIDIAN-1) randomised 60 patients with stroke to marrow MSCs or placebo.",
    ):
        assert "MERIDIAN-1" in {fact.study.get("name") for fact in trials(text) if fact.study}, text


def test_a_trial_by_its_author_is_none_told_before(trials: Found) -> None:
    facts = trials(
        "Adler et al. (2013) treated 12 patients with knee osteoarthritis with marrow MSCs. The randomised trial by"
        " Benson et al. (2016) compared MSCs with hyaluronic acid in 30 patients.\n"
    )
    assert {fact.study.get("author"): fact.study.get("n") for fact in facts if fact.study} == {
        "Adler": "12 patients",
        "Benson": "30 patients",
    }


def test_what_the_writers_found_is_not_the_other_authors(trials: Found) -> None:
    facts = trials(
        "林等的研究（n=110）用骨髓来源MSC治疗肝硬化，24周生存率73.2%。与其不同，我们未见感染减少。本研究为单中心研究。\n"
    )
    assert not {"未见感染减少", "减少", "单中心"} & {fact.value for fact in facts}


def test_the_next_study_with_more_people_is_another(trials: Found) -> None:
    facts = trials("2022年报道5名难治性狼疮患者接受CAR-T治疗。2024年扩至15人，8名狼疮患者全部缓解。\n")
    assert "8名狼疮患者" not in {fact.value for fact in facts}


def test_an_item_that_counts_others_is_another_study(trials: Found) -> None:
    facts = trials(
        "Trials\n\n- An open-label study of 2017 treated 25 children with autism with cord blood.\n"
        "- In Leeds, 29 children crossed over between cord blood and placebo.\n"
        "- Doctors reported 30 children given two intrathecal infusions. The CARS score dropped from 50 to 46.5.\n"
    )
    of = {fact.value: fact.study.get("year") for fact in facts if fact.study}
    assert "2017" not in {
        of.get("two intrathecal infusions"),
        of.get("29 children"),
        of.get("from 50 to 46.5"),
    }


def test_so_many_in_two_studies_took_part_in_neither(trials: Found) -> None:
    assert not trials(
        "The decision rested on two single-arm studies with 30 participants in all with type 1 diabetes.\n"
    )


def test_what_is_applied_for_is_not_approved(trials: Found) -> None:
    facts = trials("大阪大学2020年给首例心衰患者植入心肌细胞片，企业已于2025年向厚生劳动省申请附条件批准。\n")
    assert not [fact for fact in facts if fact.slot in {"approved", "regulator", "pathway"}]


def test_an_approval_in_the_words_of_taiwan_and_by_a_ministry(trials: Found) -> None:
    facts = trials(
        "衛生主管機關公告，核予和曜生技「甲緩得懸浮輸注液」（Jiahuande）附條件許可，適應症為12歲以上之移植物抗宿主病。\n"
    )
    assert ("pathway", "附條件許可") in {(fact.slot, fact.value) for fact in facts}
    facts = trials(
        "On 28 December 2018 Japan's health ministry gave conditional approval to Jiamirac, autologous marrow MSCs,"
        " for spinal cord injury.\n"
    )
    assert ("regulator", "Japan's health ministry") in {(fact.slot, fact.value) for fact in facts}


def test_a_year_in_which_the_study_was_not_done_is_not_its_year(trials: Found) -> None:
    facts = trials(
        "A phase 3 trial gave MSCs to 188 patients with amyotrophic lateral sclerosis. The sponsor withdrew its"
        " licence application in 2023.\n"
    )
    assert not [slot for fact in facts if fact.study for slot in fact.study.all("year")]
    facts = trials("2014 年在四家醫院的研究，40 名狼瘡病人靜脈輸注臍帶 MSC。\n")
    assert {fact.study.get("year") for fact in facts if fact.study} == {"2014 年"}
