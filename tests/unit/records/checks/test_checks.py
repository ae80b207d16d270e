"""Checks of numbers on studies of our own: what agrees, what is doubtful, what follows; each names its clauses."""

import pytest

from sctui.model.knowledge import Finding
from tests.unit.records.conftest import Know

TRIAL = "2021年,一项试验纳入{n}名克罗恩病患者,进行了脐带间充质干细胞静脉输注治疗。"


def findings(know: Know, text: str) -> list[Finding]:
    return [finding for record in know(f"# 页\n\n{text}\n").records for finding in record.findings]


def told(know: Know, text: str) -> list[tuple[str, str, str]]:
    return [(finding.check, finding.verdict, finding.says) for finding in findings(know, text)]


@pytest.mark.parametrize(
    ("sizes", "verdict", "says"),
    [
        ("治疗组(26名患者)和安慰剂组(24名患者)", "agrees", "26 + 24 = 50."),
        ("治疗组(26名患者)和安慰剂组(22名患者)", "doubtful", "26 + 22 = 48, but 50 took part."),
    ],
)
def test_sums_of_arms(know: Know, sizes: str, verdict: str, says: str) -> None:
    text = f"{TRIAL.format(n=50)}患者被随机分配到两个组:{sizes}。"
    assert told(know, text) == [("sum-of-arms", verdict, says)]


def test_the_other_patients_must_be_the_rest(know: Know) -> None:
    text = f"{TRIAL.format(n=50)}其中30名患者接受了骨髓间充质干细胞,其余25名患者接受了安慰剂。"
    assert ("sum-of-arms", "doubtful", "30 + 25 = 55, but 50 took part.") in told(know, text)


def test_a_lone_arm_leaves_others(know: Know) -> None:
    text = "2021年,一项试验中,80名克罗恩病患者中50名患者接受了脐带间充质干细胞静脉输注治疗。"
    assert told(know, text) == [
        ("sum-of-arms", "derived", "50 of 80 are described; nothing is said of the other 30.")
    ]


def test_a_percentage_that_no_number_of_people_gives(know: Know) -> None:
    text = f"{TRIAL.format(n=20)}23%的患者达到临床缓解。"
    assert told(know, text) == [("reachable", "doubtful", "23% of 20 would be no whole number of people.")]
    assert told(know, f"{TRIAL.format(n=20)}25%的患者达到临床缓解。") == []
    assert told(know, f"{TRIAL.format(n=20)}约23%的患者达到临床缓解。") == []  # said to be rough


def test_an_arm_has_its_own_size(know: Know) -> None:
    arms = "患者分为两组,治疗组(30名患者)和对照组(20名患者)。"
    text = f"{TRIAL.format(n=50)}{arms}治疗组的应答率为43%,对照组的应答率为43%。"
    doubts = [says for check, verdict, says in told(know, text) if check == "reachable"]
    assert doubts == ["43% of 20 would be no whole number of people."]


def test_a_percentage_of_other_people(know: Know) -> None:
    text = f"{TRIAL.format(n=50)}共有19名患者达到缓解,随后有4名患者复发,总复发率为21%。"
    assert ("reachable", "derived", "21% is 4 of 19, and not of all 50.") in told(know, text)


@pytest.mark.parametrize(("partial", "verdict"), [("7%", "agrees"), ("12%", "doubtful")])
def test_parts_of_a_percentage(know: Know, partial: str, verdict: str) -> None:
    text = (
        f"{TRIAL.format(n=81)}27%的患者处于完全缓解状态,另有{partial}的患者处于部分缓解状态,总缓解率为34%。"
    )
    assert ("parts", verdict) in [(check, v) for check, v, _ in told(know, text)]


def test_the_size_that_a_percentage_implies(know: Know) -> None:
    text = "2021年,FDA批准了脐带间充质干细胞疗法用于急性移植物抗宿主病,其关键试验的客观缓解率达70%,其中16例达到完全缓解,22例为部分缓解。"
    assert [(check, verdict) for check, verdict, _ in told(know, text)] == [("implied-size", "derived")]
    assert "54" in findings(know, text)[0].says


def test_the_size_that_is_told_must_fit(know: Know) -> None:
    result = "总缓解率为70%,其中16例达到完全缓解,22例为部分缓解。"
    assert ("implied-size", "agrees", "38 of 54 is 70%.") in told(know, TRIAL.format(n=54) + result)
    assert ("implied-size", "doubtful", "38 of 60 is not 70%.") in told(know, TRIAL.format(n=60) + result)


@pytest.mark.parametrize(("age", "verdict"), [(68, "doubtful"), (50, "agrees")])
def test_a_case_against_the_ages_let_in(know: Know, age: int, verdict: str) -> None:
    text = (
        "2019年,乙院招募了64名年龄在18-64岁的类风湿关节炎患者,静脉注射脐带间充质干细胞。\n\n"
        f"一名{age}岁的男性患者,在接受MSCs治疗前,双手关节无法伸直。"
    )
    assert [(check, v) for check, v, _ in told(know, text)] == [("eligibility", verdict)]


@pytest.mark.parametrize(("years", "doubts"), [(5, ["timeline"]), (2, [])])
def test_time_lines(know: Know, years: int, doubts: list[str]) -> None:
    text = f"一名40岁的女性银屑病患者接受了间充质干细胞治疗。在经过3年的治疗后,她已停用药物{years}年。"
    assert [check for check, _, _ in told(know, text)] == doubts


def test_results_that_fit_the_other_group(know: Know) -> None:
    text = (
        "2021年,507名MS患者(包括414名复发缓解型MS患者和93名继发进展型MS患者)接受自体造血干细胞移植。"
        "SPMS患者的总体5年生存率为98.8%。"
    )
    assert ("groups", "doubtful") in [(check, verdict) for check, verdict, _ in told(know, text)]


def test_a_finding_names_its_clauses_and_edits_nothing(know: Know) -> None:
    text = f"{TRIAL.format(n=20)}23%的患者达到临床缓解。"
    (finding,) = findings(know, text)
    assert [place.quote for place in finding.evidence] == [
        "23%的患者达到临床缓解",
        "一项试验纳入20名克罗恩病患者",
    ]
    (record,) = know(f"# 页\n\n{text}\n").records
    doubted = [told for told in record.told if "doubtful:reachable" in told.flags]
    assert {told.value for told in doubted} == {"23%", "20名"}


def test_what_the_other_group_is_told_to_have_is_in_doubt_as_well(know: Know) -> None:
    text = (
        "2021年,507名MS患者(包括414名复发缓解型MS患者和93名继发进展型MS患者)接受自体造血干细胞移植。"
        "SPMS患者的总体5年生存率为98.8%。RRMS患者的总体5年生存率为80%。"
    )
    (finding,) = (one for one in findings(know, text) if one.check == "groups")
    assert any("80%" in source.quote for source in finding.evidence)


def test_a_share_of_an_arm_is_no_share_of_all(know: Know) -> None:
    """43% of 20 would be none, but it is of the treated, of whom nobody says how many they are."""
    text = f"{TRIAL.format(n=20)}治疗组的应答率为43%,对照组的应答率为38%。"
    assert not [finding for finding in told(know, text) if finding[0] == "reachable"]


def test_the_arm_of_a_share_in_english(know: Know) -> None:
    text = (
        "In 2021, 50 patients with lupus were randomly assigned to mesenchymal stem cells (n = 30) or placebo (n = 20). "
        "Relapse occurred in 43% of the placebo group versus 40% of the cell group."
    )
    assert ("reachable", "doubtful", "43% of 20 would be no whole number of people.") in told(know, text)
    assert not [one for one in told(know, text.replace("43%", "45%")) if one[0] == "reachable"]


@pytest.mark.parametrize("measure", ["年发生率", "血氧饱和率", "细胞抑制率"])
def test_other_rates_count_no_people(know: Know, measure: str) -> None:
    text = f"{TRIAL.format(n=20)}患者的{measure}为23%。"
    assert not [finding for finding in told(know, text) if finding[0] == "reachable"]


def test_those_who_left_are_no_part_of_a_share(know: Know) -> None:
    left = f"{TRIAL.format(n=20)}2名患者失访。"
    assert not [
        one for one in told(know, f"{left}22%的患者达到临床缓解。") if one[0] == "reachable"
    ]  # 4 of 18
    doubts = [one for one in told(know, f"{left}24%的患者达到临床缓解。") if one[0] == "reachable"]
    assert [verdict for _, verdict, _ in doubts] == ["doubtful"]


def test_those_who_left_are_in_no_group(know: Know) -> None:
    groups = "患者被随机分配到两个组:治疗组(26名患者)和安慰剂组(22名患者)。"
    text = f"{TRIAL.format(n=50)}{groups}2名患者退出研究。"
    assert not [one for one in told(know, text) if one[:2] == ("sum-of-arms", "doubtful")]


def test_counts_far_apart_add_up_by_chance(know: Know) -> None:
    text = f"{TRIAL.format(n=50)}\n\n该研究中20名患者达到缓解。\n\n该研究中30名患者出现发热。"
    assert not [one for one in told(know, text) if one[:2] == ("sum-of-arms", "agrees")]
