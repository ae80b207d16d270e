"""How many took part: never those of an arm, of a plan, or to whom something happened."""

import pytest

from tests.unit.facts.mechanism_claims import Found


def sizes(facts: list) -> list[str]:  # type: ignore[type-arg]
    return [fact.value for fact in facts if fact.slot == "n"]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (
            "国内江北医学中心2021年的试验：31位男性患者，随机接受脐带间充质干细胞或盐水。4人搔痒、2人毛囊炎。",
            "31位",
        ),
        ("2021年的随机双盲试验，计划做80例，做到30例就停了。20例输脐带间充质干细胞，10例输安慰剂。", "30例"),
        ("2021年的「BRIGHT-7」试验用骨髓间充质干细胞，收17人、没有对照组，9人进步。", "17人"),
        (
            "2021年的随机试验用骨髓间充质干细胞（LIMBO-D），45个人，随机分三组，每组15人：安慰剂、低剂量、高剂量。",
            "45个人",
        ),
        ("2021年江北医院的外泌体研究，62例，随机开放：31例单次注射外泌体，31例打盐水。", "62例"),
        ("2021年的研究用脐带间充质干细胞：11人，年龄 40–60岁，静脉输注。", "11人"),
        ("第二个是江北中心做的脐带间充质干细胞，静脉输注，41名患 者53只眼，没有对照组。", "41名"),
    ],
)
def test_the_size_is_that_of_all_who_took_part(text: str, size: str, trials: Found) -> None:
    assert sizes(trials(text)) == [size]


@pytest.mark.parametrize(
    "text",
    [
        "2021年的随机试验用骨髓间充质干细胞治疗，高剂量组、低剂量组和对照组，每组15例。",
        "2021年的随机试验用骨髓间充质干细胞治疗。不良反应：3例血栓、2例皮炎。",
    ],
)
def test_a_part_is_no_size(text: str, trials: Found) -> None:
    assert sizes(trials(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "2021年的研究给62例患者输注脐带间充质干细胞。30例缓解者里又有6例。",
        "2021年的研究给62例患者输注脐带间充质干细胞。41名患者53只眼。",
        "2021年的研究给62例患者输注脐带间充质干细胞。穿刺处血肿3例，无感染。",
    ],
)
def test_counts_of_others_are_no_deed(text: str, trials: Found) -> None:
    assert not [fact for fact in trials(text) if fact.slot in {"count", "safety", "change_word"}]


def test_what_befell_some_stands_in_front_of_their_count(trials: Found) -> None:
    facts = trials("2021年的研究给62例患者输注脐带间充质干细胞。呕吐3名，皆于3天内改善。")
    assert [(f.measure, f.value) for f in facts if f.slot == "count"] == [("患者呕吐", "3名")]


def test_what_befell_some_of_a_group_is_no_size_of_it(trials: Found) -> None:
    facts = trials(
        "2021年的随机试验给90名患者注射脐带间充质干细胞，分低剂量组30人、高剂量组30人、假注射组30人。"
        "高剂量组4人眼压升高，3人发炎。"
    )
    arms = {(fact.measure, fact.value) for fact in facts if fact.slot == "arm_size"}
    assert arms == {("低剂量组", "30人"), ("高剂量组", "30人"), ("假注射组", "30人")}
    assert "3人" not in {fact.value for fact in facts}


def test_the_schedule_of_the_second_arm_is_not_the_studys(trials: Found) -> None:
    facts = trials(
        "2021年江北医院的外泌体研究，62例，随机开放：31例单次注射自体外泌体，31例打盐水每周一次共3次。"
    )
    given = {(fact.slot, fact.value) for fact in facts if fact.slot in {"doses", "interval"}}
    assert not given & {("doses", "3次"), ("interval", "每周一次")}


def test_doses_name_arms_and_an_arm_may_stand_behind_its_figure(trials: Found) -> None:
    facts = trials(
        "2021年的研究给62例患者输注脐带间充质干细胞。主要终点是第24周评分变化：低剂量−11.2分，高剂量−15.3分，盐水−8.1分。"
        "坏死体积降至17%（细胞组）。"
    )
    told = {(fact.measure, fact.value) for fact in facts if fact.slot in {"outcome", "change"}}
    assert ("第24周，低剂量的评分变化", "−11.2分") in told
    assert ("细胞组的坏死体积降至", "17%") in told
    assert "−8.1分" not in {value for _, value in told}


@pytest.mark.parametrize(("who", "size"), [("首批受试者为6名患者", ["6名"]), ("有6名患者不良反应较重", [])])
def test_who_took_part_is_counted_though_harm_is_spoken_of(trials: Found, who: str, size: list[str]) -> None:
    text = f"2021年的一项研究用视网膜干细胞治疗黄斑变性,主要看安全性,{who}。"
    assert [fact.value for fact in trials(text) if fact.slot == "n"] == size
