"""Figures that stand arm by arm behind what they measure."""

import pytest

from tests.unit.facts.mechanism_claims import Found

STUDY = "一项随机试验纳入60名膝骨关节炎患者,细胞组接受脐带间充质干细胞注射。"


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        (
            "90天全因死亡率:高剂量组7.5%,低剂量组9.3%,安慰剂组10.9%。",
            {("高剂量组的90天全因死亡率", "7.5%"), ("低剂量组的90天全因死亡率", "9.3%"), ("安慰剂组的90天全因死亡率", "10.9%")},
        ),
        (
            "主要终点是第12周疼痛评分低于3分的比例。结果细胞组为45.3%(24/53),对照组为34.5%(19/55)。",
            {("第12周，细胞组的疼痛评分低于3分的比例", "45.3%"), ("第12周，对照组的疼痛评分低于3分的比例", "34.5%")},
        ),
        (
            "关节积液量细胞组少了62毫升,对照组少了35毫升。",
            {("细胞组的关节积液量少了", "62毫升"), ("对照组的关节积液量少了", "35毫升")},
        ),
        (
            "12个月时至少改善一级的:细胞组14个(29.8%),对照组7个(14.9%)。",
            {("12个月时，细胞组的至少改善一级的比例", "29.8%"), ("12个月时，对照组的至少改善一级的比例", "14.9%")},
        ),
        (
            "深静脉血栓细胞组3例(2.8%),安慰剂组2例(3.6%)。",
            {("细胞组的深静脉血栓发生率", "2.8%"), ("安慰剂组的深静脉血栓发生率", "3.6%")},
        ),
        (
            "主要终点为滑膜厚度。单次组由18.7%降至14.2%,对照组由18.9%变为18.1%。",
            {("单次组的滑膜厚度降至", "14.2%"), ("对照组的滑膜厚度变为", "18.1%")},
        ),
        (
            "给药后第3天,高剂量组血浆TSP-9中位数较基线下降38%,安慰剂组上升12%。",
            {("给药后第3天，高剂量组的血浆TSP-9中位数下降", "38%"), ("给药后第3天，安慰剂组的血浆TSP-9中位数上升", "12%")},
        ),
        (
            "第24週密度增加:細胞側18.4根/cm²,藥物側15.9根/cm²。",
            {("第24週，細胞側的密度增加", "18.4根/cm²"), ("第24週，藥物側的密度增加", "15.9根/cm²")},
        ),
        (
            "12周时,细胞组完全缓解21例(52.5%),对照组9例(22.5%),P=0.006。",
            {("12周时，细胞组的完全缓解率", "52.5%"), ("12周时，对照组的完全缓解率", "22.5%")},
        ),
        (
            "12个月时,改良Rankin评分0~2分者细胞组为44.1%(26/59),对照组为28.8%(17/59),差异没有达到统计学意义(P=0.085)。",
            {("12个月时，细胞组的改良Rankin评分0~2分者的比例", "44.1%"), ("12个月时，对照组的改良Rankin评分0~2分者的比例", "28.8%")},
        ),
        (
            "两年随访,再次手术细胞组1例,常规组5例(P=0.19)。",
            {("细胞组的再次手术例数", "1例"), ("常规组的再次手术例数", "5例")},
        ),
        (
            "WOMAC评分在单次组(7.6→6.3分)和多次组(7.8→6.8分)均下降(P<0.05)。",
            {("单次组的WOMAC评分变化", "7.6→6.3分"), ("多次组的WOMAC评分变化", "7.8→6.8分")},
        ),
        (
            "主要终点ACR-20没过(细胞组43.4%,安慰剂36.4%,p=0.31)。",
            {("细胞组的ACR-20达标率", "43.4%"), ("安慰剂的ACR-20达标率", "36.4%")},
        ),
        (
            "X 光骨高度 A 組增加 2.9 ± 1.1 mm,B 組 1.8 ± 1.0 mm(p = 0.008)。",
            {("A 組的X 光骨高度增加", "2.9 ± 1.1 mm"), ("B 組的X 光骨高度增加", "1.8 ± 1.0 mm")},
        ),
    ],
)  # fmt: skip
def test_each_figure_is_told_with_its_measure_and_its_arm(
    trials: Found, told: str, figures: set[tuple[str, str]]
) -> None:
    found = {(f.measure, f.value) for f in trials(STUDY + told + "\n") if f.slot in ("outcome", "change")}
    assert found == figures


DOSES = "一项随机试验纳入80例膝骨关节炎患者,四组各20例:低剂量2×10⁶、中剂量1×10⁷、高剂量5×10⁷脐带间充质干细胞、安慰剂。"
THREE = {("低剂量组", "21.4分"), ("中剂量组", "26.0分"), ("高剂量组", "30.2分"), ("安慰剂组", "19.9分")}


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        (
            "主要终点为6个月WOMAC评分下降:低 21.4、中 26.0、高 30.2、安慰剂 19.9分。",
            {(f"{arm}的6个月WOMAC评分下降", value) for arm, value in THREE},
        ),
        (
            "eGFR每年下降速度:安慰剂组5.8、高剂量组3.1 mL/min/1.73m²(P=0.04)。",
            {("安慰剂组的eGFR每年下降速度", "5.8 mL/min/1.73m²"), ("高剂量组的eGFR每年下降速度", "3.1 mL/min/1.73m²")},
        ),
        (
            "蛋白尿:第6个月时高剂量组下降24%,安慰剂组上升6%(P=0.04)。",
            {("第6个月时，高剂量组的蛋白尿下降", "24%"), ("第6个月时，安慰剂组的蛋白尿上升", "6%")},
        ),
        (
            "进入透析:高剂量组1例、低剂量组2例、安慰剂组4例。",
            {("高剂量组的进入透析例数", "1例"), ("低剂量组的进入透析例数", "2例"), ("安慰剂组的进入透析例数", "4例")},
        ),
        (
            "注射当天发热7例(高剂量组4例、安慰剂组1例)。",
            {("高剂量组的注射当天发热例数", "4例"), ("安慰剂组的注射当天发热例数", "1例")},
        ),
        (
            "胎盘粘连两组相近,高剂量组4例、安慰剂组2例。",
            {("高剂量组的胎盘粘连例数", "4例"), ("安慰剂组的胎盘粘连例数", "2例")},
        ),
        (
            "主要终点是6个月时VAS评分较基线的变化。结果如下:\n\n·6个月:高剂量组平均下降3.9分,安慰剂组下降2.5分,组间差1.4分(P=0.02)。",
            {
                ("6个月时，高剂量组的VAS评分较基线下降", "3.9分"),
                ("6个月时，安慰剂组的VAS评分较基线下降", "2.5分"),
                ("6个月时，VAS评分较基线下降的组间差", "1.4分"),
            },
        ),
        ("到6个月反过来,高剂量组4.1、安慰剂组2.8。", set()),  # of what, nobody says
    ],
)  # fmt: skip
def test_arms_are_known_by_what_the_study_called_them(
    trials: Found, told: str, figures: set[tuple[str, str]]
) -> None:
    found = {(f.measure, f.value) for f in trials(DOSES + told + "\n") if f.slot in ("outcome", "change")}
    assert found == figures


@pytest.mark.parametrize(
    "told",
    [
        "NIHSS评分8~20分者可以入组,活率要求不低于80%。",  # who could take part, and what was required
        "甲组由18.7%降至14.2%(相对减少24%)。",  # of what was told before
    ],
)
def test_a_figure_without_a_measure_is_none(trials: Found, told: str) -> None:
    facts = trials(f"{STUDY}{told}\n")
    assert not [
        f for f in facts if f.slot in ("outcome", "change") and f.value in ("8~20分", "不低于80%", "24%")
    ]


def test_so_many_with_their_share_are_told_as_a_share(trials: Found) -> None:
    facts = trials(
        "2021年,本院共收治37位糖尿病足患者,注射脂肪干细胞。第12周完全愈合21人(56.8%),没有效果7人(18.9%)。\n"
    )
    told = {(f.slot, f.measure, f.value) for f in facts if f.slot in ("share", "count")}
    assert told == {("share", "患者完全愈合", "56.8%"), ("share", "患者没有效果", "18.9%")}


@pytest.mark.parametrize(
    ("told", "figures"),
    [
        (
            "22人(34.4%)重新看到窦卵泡发育,月经恢复19人。",
            {("患者重新看到窦卵泡发育", "34.4%"), ("患者月经恢复", "19人")},
        ),
        ("12周PASI-75有7位(36.8%)。", {("患者达到PASI-75", "36.8%")}),
        ("取到成熟卵的有17人(27.9%),最后活产4例。", {("患者取到成熟卵", "27.9%"), ("患者活产", "4例")}),
        ("反应持续时间中位数172天。", {("反应持续时间中位数", "172天")}),
        ("随访时间中位数28个月。", set()),  # and nothing came of it
    ],
)
def test_what_some_of_one_group_did_is_told(trials: Found, told: str, figures: set[tuple[str, str]]) -> None:
    facts = trials(f"2022年的一项单臂研究纳入64名POI女性患者,卵巢注射脐带间充质干细胞。{told}\n")
    assert {(f.measure, f.value) for f in facts if f.slot in ("share", "count", "outcome")} == figures


def test_the_sizes_of_arms_are_no_results(trials: Found) -> None:
    facts = trials(
        "一项随机对照试验纳入80例膝骨关节炎患者,细胞组40例注射脐带间充质干细胞,对照组40例注射透明质酸。\n"
    )
    assert not [f for f in facts if f.slot in ("outcome", "change", "share")]


def test_a_report_on_one_study_goes_on_under_its_headings(trials: Found) -> None:
    facts = trials(
        "# 脐带干细胞治疗膝骨关节炎:LANTERN-2研究公布结果\n\n"
        "昨日公布了LANTERN-2研究的结果。这是一项随机试验,共入组60名膝骨关节炎患者。\n\n"
        "## 主要终点\n\n疼痛评分:细胞组3.1分,对照组4.2分。\n\n## 安全性\n\n发热率:细胞组5%,对照组4%。\n"
    )
    assert {f.study.key for f in facts if f.study} == {"study-1"}
    assert {f.value for f in facts if f.slot == "outcome"} == {"3.1分", "4.2分", "5%", "4%"}
