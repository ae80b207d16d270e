"""Results told in plain words, endpoints, and groups that did not differ."""

from __future__ import annotations

import pytest

from tests.unit.facts.mechanism_claims import Found

ONE_ARM = "A single-arm trial gave cord MSC infusions to 40 patients with stroke. "
TWO_ARMS = "A randomised trial gave cord MSC infusions to 60 patients with stroke. "
CHINESE = "一项研究用脐带间充质干细胞治疗60名心力衰竭患者。"


@pytest.mark.parametrize(
    ("told", "slot", "measure", "value"),
    [
        (
            "At week 24, 59.1% were in remission (95% CI, 38-79).",
            "share",
            "were in remission at week 24",
            "59.1%",
        ),
        ("85% of patients reported less pain.", "share", "reported less pain", "85%"),
        ("Remission was reached by 10 of the 12, or 83%.", "outcome", "remission rate", "83%"),
        ("The share of time in range stood at 93.3%.", "outcome", "share of time in range", "93.3%"),
        ("The mean dose of insulin had fallen by 92%.", "change", "dose of insulin", "fell by 92%"),
        (
            "Motor scores were better by 23 points on average.",
            "change",
            "motor scores",
            "better by 23 points",
        ),
        (
            "The hospital stay was 2.9 days shorter with cells.",
            "change",
            "hospital stay with cells",
            "2.9 days shorter",
        ),
        ("The walk distance rose by 45 metres.", "change", "walk distance", "rose by 45 metres"),
        ("Each patient received 100 million cells.", "dose", "", "100 million cells"),
    ],
)
def test_english_results_in_plain_words(
    trials: Found, told: str, slot: str, measure: str, value: str
) -> None:
    found = [(f.measure, f.value) for f in trials(f"{ONE_ARM}{told}\n") if f.slot == slot]
    assert found == [(measure, value)]


def test_another_share_is_one_of_the_same_kind(trials: Found) -> None:
    facts = trials(f"{ONE_ARM}By day 28, 30 percent had a complete response and another 41% a partial one.\n")
    assert [(f.measure, f.value) for f in facts if f.slot == "share"] == [
        ("had a complete response by day 28", "30 percent"),
        ("had a partial response by day 28", "41%"),
    ]


def test_a_share_is_of_nobody_where_arms_are_told(trials: Found) -> None:
    assert not [
        f
        for f in trials(f"{TWO_ARMS}In the cell group 59% were well, in the placebo group 40% were well.\n")
        if f.slot == "share"
    ]


def test_a_count_behind_its_arm_is_asked_of_the_arm(trials: Found) -> None:
    facts = trials(f"{TWO_ARMS}In the treatment group, 12 of 30 patients (40%) achieved remission.\n")
    assert [f.measure for f in facts if f.slot == "count"] == ["in the treatment group achieved remission"]


def test_the_word_or_is_no_odds_ratio(trials: Found) -> None:
    facts = trials(f"{ONE_ARM}Remission was reached by 10 of the 12, or 83%.\n")
    assert not [f for f in facts if "odds" in f.measure]


@pytest.mark.parametrize(
    ("told", "measure", "value"),
    [
        (
            "There was no significant difference in mortality between the groups.",
            "mortality",
            "no significant difference",
        ),
        (
            "NYHA class and quality of life did not differ.",
            "NYHA class and quality of life",
            "did not differ",
        ),
    ],
)
def test_groups_that_were_alike(trials: Found, told: str, measure: str, value: str) -> None:
    facts = trials(f"{TWO_ARMS}{told}\n")
    assert [(f.measure, f.value) for f in facts if f.slot == "state_differs"] == [(measure, value)]


def test_groups_alike_at_baseline_are_no_result(trials: Found) -> None:
    facts = trials(f"{TWO_ARMS}Baseline characteristics were similar between the groups.\n")
    assert not [f for f in facts if f.slot == "state_differs"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"{TWO_ARMS}The primary endpoint was overall survival at 2 years.\n", "overall survival at 2 years"),
        (
            f"{TWO_ARMS}Combined remission at week 24 served as primary endpoint.\n",
            "Combined remission at week 24",
        ),
        (f"{CHINESE}主要终点是6个月时左室射血分数的变化。\n", "6个月时左室射血分数的变化"),
    ],
)
def test_what_was_to_be_measured_first(trials: Found, text: str, value: str) -> None:
    assert [f.value for f in trials(text) if f.slot == "endpoint"] == [value]


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO_ARMS}The primary endpoint was met in 40% of patients.\n",
        f"{CHINESE}主要终点达到,射血分数显著提高。\n",
    ],
)
def test_what_came_of_an_endpoint_is_none(trials: Found, text: str) -> None:
    assert not [f for f in trials(text) if f.slot == "endpoint"]


@pytest.mark.parametrize(
    ("told", "slot", "value"),
    [
        ("12周以后,15人当中有12人(约80%)病情明显缓解。", "share", "约80%"),
        ("患者每隔4周经静脉输一次细胞。", "interval", "每隔4周经静脉输一次"),
        ("此后追踪,时间长达48周。", "followup", "长达48周"),
        ("住院时间缩短了2.9天。", "change", "2.9天"),
        ("左室射血分数由(34.9±0.9)%升至(61.9±1.8)%。", "change", "(61.9±1.8)%"),
        ("左心室体积变小。", "change_word", "变小"),
    ],
)
def test_chinese_results_in_plain_words(trials: Found, told: str, slot: str, value: str) -> None:
    assert value in [f.value for f in trials(f"{CHINESE}{told}\n") if f.slot == slot]


def test_what_befell_that_arm_is_not_told_without_it(trials: Found) -> None:
    assert not [f for f in trials(f"{CHINESE}该组左心室体积变小,射血分数变大。\n") if f.slot == "change_word"]


@pytest.mark.parametrize(
    ("told", "measure", "value", "versus"),
    [
        (
            "The trial showed a mean reduction in pain score of 24.6 points at month 6 versus 13.1 points for placebo.",
            "pain score in the treatment group at month 6",
            "reduction of 24.6 points",
            "13.1 points",
        ),
        ("There was a 45% reduction in pain.", "pain", "reduction of 45%", ""),
    ],
)
def test_a_reduction_of_so_much(trials: Found, told: str, measure: str, value: str, versus: str) -> None:
    (change,) = [f for f in trials(f"{ONE_ARM}{told}\n") if f.slot == "change"]
    assert (change.measure, change.value) == (measure, value)
    assert change.study is not None
    assert [slot.versus for slot in change.study.slots if slot.name == "change"] == [versus]


def test_what_is_true_of_some_of_many_is_nobody_elses(trials: Found) -> None:
    facts = trials(f"{ONE_ARM}In 15 of the 20 patients, progression slowed by 25%.\n")
    assert not [f for f in facts if f.slot == "change"]


def test_a_range_of_doses_is_told_whole(trials: Found) -> None:
    facts = trials(f"{ONE_ARM}Patients received one to four doses three to six months apart.\n")
    assert [f.value for f in facts if f.slot == "interval"] == ["three to six months apart"]
    assert [f.value for f in facts if f.slot == "doses"] in (
        ["one to four doses"],
        ["1 (one to four doses)"],
        [],
    )


def test_a_figure_lower_than_the_controls_is_of_the_treated(trials: Found) -> None:
    facts = trials(
        f"{CHINESE}移植组愈合率为79.2%,高于对照组的50.0%(P<0.05);截肢率为4.2%,低于对照组的20.8%。\n"
    )
    assert ("治疗组的截肢率", "4.2%") in [(f.measure, f.value) for f in facts]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            f"{ONE_ARM}The most common adverse events were nausea, fatigue and fever.\n",
            "nausea, fatigue and fever",
        ),
        (f"{CHINESE}\n最常见的副作用是头痛和发热,用药即可缓解。\n", "头痛和发热"),
    ],
)
def test_the_most_common_harm(trials: Found, text: str, value: str) -> None:
    assert [f.value for f in trials(text) if f.slot == "common_events"] == [value]


def test_in_how_many_an_event_was_seen(trials: Found) -> None:
    facts = trials(f"{ONE_ARM}\nHeadache occurred in 7 patients.\n")
    assert [(f.measure, f.value) for f in facts if f.slot == "count"] == [("had headache", "7 patients")]


def test_a_rate_of_nothing_is_no_result(trials: Found) -> None:
    facts = trials(f"{CHINESE}最常见的副作用为关节肿胀,发生率约12%。\n")
    assert not [f for f in facts if f.measure == "发生率"]


@pytest.mark.parametrize(
    ("told", "measure", "value"),
    [
        ("治疗组平均住院时间为12.5天,对照组为18.3天。", "治疗组平均住院时间", "12.5天"),
        ("治疗组的无机械通气天数平均为21.6天。", "治疗组的无机械通气天数平均", "21.6天"),
        ("治疗组疼痛评分下降达8.2分。", "治疗组疼痛评分下降达", "8.2分"),
    ],
)
def test_lengths_and_falls_keep_their_arm(trials: Found, told: str, measure: str, value: str) -> None:
    assert (measure, value) in [(f.measure, f.value) for f in trials(f"{CHINESE}{told}\n")]


def test_no_two_harms_of_one_clause_are_two_answers(trials: Found) -> None:
    facts = trials(f"{ONE_ARM}The infusions caused no significant side effects and no complications.\n")
    assert [f.value for f in facts if f.slot == "safety"] == [
        "no significant side effects and no complications"
    ]


def test_what_something_rests_on_did_not_change(trials: Found) -> None:
    assert not [f for f in trials(f"{CHINESE}缺损减少靠的是透明软骨再生。\n") if f.slot == "change_word"]


def test_nothing_is_told_of_others_that_nobody_names(trials: Found) -> None:
    told = "Several cytokines fell (P < 0.05), namely IL-6, while others rose significantly: IL-10."
    assert "others" not in [f.measure for f in trials(f"{TWO_ARMS}{told}\n")]


def test_two_groups_that_are_counted_together_are_not_asked_as_one(trials: Found) -> None:
    told = "结果两名中症和一名重症患者在第10天康复回家。"
    assert not [f for f in trials(f"{CHINESE}{told}\n") if f.slot == "count"]
