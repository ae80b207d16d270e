"""What is no card by itself, and what is asked in a better way."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge, convert
from tests.unit.decks.study_cards import TRIAL, cards


def test_no_card_asks_for_the_year_or_the_kind_of_patients_alone(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(TRIAL, tmp_path, knowledge)
    assert asked["2019年的一项研究用脐带间充质干细胞治疗克罗恩病，纳入了多少患者？"] == "64名（2019年）"
    assert not any(front.endswith(("哪一年的？", "哪一类患者？")) for front in asked)


def test_a_change_beside_figures_is_asked_for_what_changed(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}缓解率为62%。治疗后Mayo评分显著下降。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if "Mayo评分" in back)
    assert front.endswith("哪项评分显著下降？")


def test_those_among_whom_something_is_counted_are_named(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}共有37例患者达到临床缓解状态,随后有9例患者复发。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back.startswith("9例"))
    assert front.endswith("达到临床缓解的37例患者中有多少例复发？")


def test_those_with_a_response_are_counted_among_those_who_responded(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    told = "患者第28天的客观缓解率为70%,其中16例达到完全缓解,22例为部分缓解。"
    asked = cards(TRIAL + told, tmp_path, knowledge)
    ends = {back: front.rpartition("，")[2] for front, back in asked.items()}
    assert ends["16例"] == "第28天客观缓解的患者中有多少例达到完全缓解？"
    assert ends["22例"] == "第28天客观缓解的患者中有多少例为部分缓解？"


def test_large_groups_by_the_kind_of_their_disease_are_counted(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "2021年,一项研究中,507名MS患者(包括{}名复发缓解型MS患者和{}名继发进展型MS患者)接受自体造血干细胞移植。"
    answers = cards(text.format(414, 93), tmp_path, knowledge).values()
    assert any("507名" in back for back in answers)
    assert {"414名", "93名"} <= set(answers)
    answers = cards(text.format(484, 23), tmp_path, knowledge).values()
    assert not any(back.startswith("23名") for back in answers)


def test_groups_by_their_treatment_are_counted(tmp_path: Path, knowledge: Knowledge) -> None:
    text = f"{TRIAL}患者随机分组,治疗组40例,对照组24例。"
    assert "64名患者的随机研究（治疗组40例，对照组24例，2019年）" in cards(text, tmp_path, knowledge).values()


def test_those_treated_beside_a_control_group_are_not_asked_as_all(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "李等对26例克罗恩病患者进行干细胞移植,发现相比于基础干预对照组而言,移植组患者反应良好。"
    (front,) = (front for front, back in cards(text, tmp_path, knowledge).items() if back.startswith("26例"))
    assert front.endswith("有多少患者接受了干细胞移植？")
    assert cards(text, tmp_path, knowledge)[front] == "26例，与基础干预对照组比较（移植组患者反应良好）"


@pytest.mark.parametrize("told", ["患者已进入为期五年的长期监测阶段。", "随访两年和四年后复发率明显降低。"])
def test_no_length_is_asked_of_what_is_to_come_or_of_two_times(
    told: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    assert not any("随访了多久" in front for front in cards(TRIAL + told, tmp_path, knowledge))


def test_that_a_treatment_is_safe_and_works_is_not_asked_by_itself(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = f"{TRIAL}结果表明,该疗法对克罗恩病患者是安全、有效且可行的治疗选择。"
    asked = cards(text, tmp_path, knowledge)
    told = {front: back for front, back in asked.items() if "有效" in back}
    assert list(told.values()) == ["64名（2019年；安全、有效且可行）"]
    assert all(front.endswith("纳入了多少患者？") for front in told)


def test_that_nothing_bad_happened_is_told_beside_how_many_there_were(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{TRIAL}未出现严重不良事件。", tmp_path, knowledge)
    ((front, back),) = ((front, back) for front, back in asked.items() if "不良事件" in back)
    assert front.endswith("纳入了多少患者？")
    assert back == "64名（2019年；未出现严重不良事件）"


def test_a_time_is_asked_only_with_what_was_seen_then(tmp_path: Path, knowledge: Knowledge) -> None:
    assert not any(
        "30天" in back for back in cards(f"{TRIAL}患者在治疗后30天内。", tmp_path, knowledge).values()
    )


def test_the_arm_compared_with_has_its_name(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}治疗组缓解率为50%,高于对照组的34%。", tmp_path, knowledge)
    assert "50%（对照组34%）" in asked.values()


def test_what_goes_wrong_where_something_is_done_badly_is_no_risk(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "细胞治疗的风险\n\n感染风险:制备过程若污染,可能引入病原体。\n"
    assert not any("病原体" in back for back in cards(text, tmp_path, knowledge).values())


def test_a_measure_with_a_wrong_word_is_not_asked(tmp_path: Path, knowledge: Knowledge) -> None:
    told = "结果显示,绳血干细胞组患者的缓解率为50%,对照组患者的缓解率为34%。"
    asked = cards(TRIAL + told, tmp_path, knowledge)
    assert not any("50%" in back for back in asked.values())


def test_a_share_is_asked_at_the_time_in_front_of_it(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}6个月时,47.1%的患者达到临床缓解。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "47.1%")
    assert front.endswith("，6个月时，有多大比例的患者达到临床缓解？")


def test_what_changed_so_is_not_asked_where_something_told_elsewhere_did_too(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    told = (
        "治疗后Mayo评分明显下降,血清IL-6水平明显下降,C反应蛋白水平明显下降,血沉明显下降,白细胞计数明显下降。"
    )
    asked = cards(f"{TRIAL}{told}", tmp_path, knowledge)
    assert sum(front.endswith("哪些指标或症状明显下降？") for front in asked) <= 1
    assert not (
        any("结果如何" in front or "得到了什么结果" in front for front in asked)
        and any("哪些指标" in f for f in asked)
    )


def test_a_property_that_says_nothing_is_no_card(tmp_path: Path, knowledge: Knowledge) -> None:
    page = tmp_path / "page.md"
    page.write_text("# 頁\n\n外泌體具有調控功能。\n\n間充質幹細胞具有免疫調節特性。\n", encoding="utf-8")
    asked = [card.front for note in convert(page, knowledge).generation.notes for card in note.cards()]
    assert asked == ["間充質幹細胞具有哪種特性？"]


def test_a_part_of_the_patients_is_asked_among_all_of_them(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}其中20名患者达到临床缓解。", tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if back == "20名患者")
    assert front.endswith("64名患者中有多少名达到临床缓解？")


def test_a_share_is_asked_at_the_time_of_its_sentence(tmp_path: Path, knowledge: Knowledge) -> None:
    told = "在5年随访中,27%的患者达到临床缓解,另有7%的患者达到部分缓解。"
    asked = cards(f"{TRIAL}{told}", tmp_path, knowledge)
    fronts = [front for front, back in asked.items() if back in {"27%", "7%"}]
    assert len(fronts) == 2
    assert all("在5年随访中" in front for front in fronts)


def test_one_change_of_nobodys_study_is_asked_for_what_changed(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards("临床研究发现,间充质干细胞治疗后克罗恩病患者血清IL-10水平明显升高。", tmp_path, knowledge)
    assert not any("结果如何" in front or "得到了什么结果" in front for front in asked)


def test_what_a_trial_was_cleared_for_is_no_indication(tmp_path: Path, knowledge: Knowledge) -> None:
    told = "2025年3月,“人脐带间充质干细胞注射液”获得国家药品监督管理局的临床试验批件,目标适应症为膝骨关节炎。"
    asked = cards(told, tmp_path, knowledge)
    (front,) = (front for front, back in asked.items() if "膝骨关节炎" in back)
    assert "临床试验" in front
    assert "适应症" not in front


def test_a_disease_with_a_name_is_no_kind_of_another(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(
        "2021年,一项试验对40例糖尿病肾病患者进行脐带间充质干细胞静脉输注治疗。", tmp_path, knowledge
    )
    (front,) = (front for front, back in asked.items() if back.startswith("40例"))
    assert "糖尿病肾病" in front


def test_how_a_disease_runs_and_other_care_are_no_results(tmp_path: Path, knowledge: Knowledge) -> None:
    told = (
        "帕金森病起因于多巴胺神经细胞的丧失,当这类细胞死去一半时,运动功能便开始下降。"
        "现在常用的左旋多巴等药物只能延缓症状。如果移植多巴胺神经细胞,可改善运动功能。"
    )
    page = f"2021年,一项试验对12名帕金森病患者进行胚胎干细胞移植治疗。{told}移植后1年,12名患者都出现了常规药物的副作用。"
    asked = cards(page, tmp_path, knowledge)
    assert asked
    assert not any(word in back for back in asked.values() for word in ("功能", "延缓", "副作用"))


def test_a_teams_running_total_is_no_study(tmp_path: Path, knowledge: Knowledge) -> None:
    told = "目前该院已带领团队用间充质干细胞成功治疗2800余例克罗恩病患者,有效率达60%。"
    asked = cards(told, tmp_path, knowledge)
    assert not any(back.startswith("2800") for back in asked.values())
    (front,) = (front for front, back in asked.items() if back == "60%")
    assert "临床应用中" in front


def test_the_size_of_a_group_does_not_stand_in_its_question(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}其中45例患者归入有效组(n=45)。", tmp_path, knowledge)
    assert not any("n=" in front for front in asked)


def test_the_time_of_parting_the_patients_is_no_follow_up(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}随访满3年时分组:持续缓解的45例归入有效组。", tmp_path, knowledge)
    assert not any("随访" in front for front in asked)


def test_a_graft_of_what_is_not_told_is_not_asked(tmp_path: Path, knowledge: Knowledge) -> None:
    text = "细胞治疗的风险\n\n免疫反应:异体移植可能引发短暂发热。\n"
    assert not any("发热" in back for back in cards(text, tmp_path, knowledge).values())


def test_a_review_of_animal_work_says_so(tmp_path: Path, knowledge: Knowledge) -> None:
    page = (
        "A systematic review and meta-analysis published in 2020 included 22 studies with 595 animals. "
        "Stem cell therapy raised the burn healing rate (SMD 3.06, 95% CI 1.98 to 4.14)."
    )
    asked = cards(page, tmp_path, knowledge)
    assert all("animal" in front for front, back in asked.items() if "3.06" in back)


def test_what_one_or_two_patients_were_given_is_a_detail(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}其中2名患者接受了3次输注。", tmp_path, knowledge)
    assert not any(back.startswith("2名") for back in asked.values())


def test_how_a_treatment_acts_is_no_result(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}这一创新疗法通过IL-6/STAT3轴发挥作用,显著抑制肠道胶原沉积。", tmp_path, knowledge)
    assert not any("胶原" in back for back in asked.values())
