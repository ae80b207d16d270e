"""Sizes, ways, doses and phases that are those of all who took part, and no part's or another trial's."""

import pytest

from sctui.model.fact import Fact
from tests.unit.facts.mechanism_claims import Found


def _values(facts: list[Fact], slot: str) -> list[str]:
    return list(dict.fromkeys(fact.value for fact in facts if fact.slot == slot))


def test_the_size_is_not_that_of_a_subgroup(trials: Found) -> None:
    facts = trials(
        "一項隨機雙盲試驗：132 位 3～9 歲自閉症兒童，單次輸注臍帶血或安慰劑。"
        "次族群分析，語言能力較好的孩子（n＝57）進步較多。\n"
    )
    assert {fact.study.get("n") for fact in facts if fact.study} == {"132 位"}


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("亚组分析中，接受2×10^7个细胞者改善更多。", "dose"),
        ("In a prespecified sub-group receiving >2 x 10^7 cells (n=13), the score rose.", "dose"),
        ("The treatment was followed by a sham procedure.", "route"),
        ("患者分为三组：脐带干细胞鞘内注射组（30例）、安慰剂组（30例）。", "route"),
        ("第1组28例走静脉，第2组32例走鞘内。", "route"),
        ("各打 1、2 或 3 劑骨髓幹細胞。", "doses"),
    ],
)
def test_what_a_part_of_them_had_is_not_the_studys(trials: Found, sentence: str, slot: str) -> None:
    lead = (
        "A trial enrolled 60 patients with stroke. " if sentence.isascii() else "一项试验纳入60例脑卒中患者。"
    )
    assert not _values(trials(f"{lead}{sentence}\n"), slot)


def test_a_design_that_is_denied_is_none(trials: Found) -> None:
    facts = trials("非对照研究：60例脑卒中患者静脉输注脐带间充质干细胞，随访2年。\n")
    assert not _values(facts, "design")


def test_the_name_of_a_group_is_whole(trials: Found) -> None:
    facts = trials(
        "一项研究将90例脑卒中患者分成三组：干细胞动脉介入组（30例）、神经生长因子（NGF）注射组（30例）、空白对照组（30例）。\n"
    )
    sizes = {slot.measure for fact in facts if fact.study for slot in fact.study.all("arm_size")}
    assert "神经生长因子（NGF）注射组" in sizes
    assert "注射组" not in sizes


def test_a_dose_per_weight_says_so(trials: Found) -> None:
    facts = trials("一項試驗給60位腦中風患者輸注臍帶間質幹細胞，每公斤 2×10⁶。\n")
    assert _values(facts, "dose") == ["每公斤 2×10⁶"]


def test_days_of_a_schedule_are_no_times_of_results(trials: Found) -> None:
    facts = trials("一项试验纳入60例脑卒中患者，第0周和第4周各输注一次脐带间充质干细胞，随访52周。\n")
    assert _values(facts, "interval") == ["第0周和第4周"]
    assert not _values(facts, "when")


def test_a_count_ends_before_the_next(trials: Found) -> None:
    facts = trials("一项试验给60例脑卒中患者输注脐带间充质干细胞。2例注射后轻微腰痛、1例低热。\n")
    assert [fact.measure for fact in facts if fact.slot == "count"] == ["患者注射后轻微腰痛"]


def test_a_pair_behind_named_groups_is_of_the_treated(trials: Found) -> None:
    facts = trials(
        "一项试验将60例脑卒中患者随机分组，一年后治疗组步速提高12%，对照组提高3%，达到独立行走的比例为39.3%对14.3%。\n"
    )
    told = {(slot.measure, slot.versus) for f in facts if f.study for slot in f.study.all("outcome")}
    assert ("治疗组的达到独立行走的比例", "14.3%") in told


def test_people_taken_in_are_counted_behind_who_they_are(trials: Found) -> None:
    facts = trials(
        "甲医院的一项研究纳入因重度宫腔粘连而多次移植失败的女性34例,放置干细胞支架。随访30个月,共有13人临床妊娠。\n"
    )
    study = next(fact.study for fact in facts if fact.study)
    assert (study.get("n"), study.get("condition")) == ("34例", "重度宫腔粘连")


@pytest.mark.parametrize(
    ("sentence", "slot", "value"),
    [
        ("将96例ARCO Ⅱ期患者分成两组。", "phase", "Ⅱ期"),  # how ill they are
        ("供区疼痛4例,未发生感染。", "count", "4例"),  # of what befell them
        ("发热7例,为输注相关。", "arm", "7例"),
        ("6名中有5名恢复听力。", "count", "6名"),
        ("三组严重不良事件发生率为11.9%、12.6%、10.4%。", "outcome", "11.9%"),  # of which group?
        ("脑水肿在24小时内缓解。24小时内缓解。", "change_word", "24小时内"),
        ("上市后须完成300名病人的登录研究。", "count", "300名病人"),  # is to come
        ("更正启事：昨日误植治愈率为58.9%。", "outcome", "58.9%"),
    ],
)
def test_what_is_no_result_of_the_study_is_not_told(
    trials: Found, sentence: str, slot: str, value: str
) -> None:
    facts = trials(f"一项试验纳入60例脑卒中患者,输注脐带间充质干细胞。{sentence}\n")
    assert (slot, value) not in {(fact.slot, fact.value) for fact in facts}
    assert not [fact for fact in facts if fact.measure == value]


@pytest.mark.parametrize(
    ("sentence", "dose"),
    [
        ("平均含单个核细胞（6.2±1.8）×10^8个。", "（6.2±1.8）×10^8个"),
        ("髓核内注射自体骨髓MSC（每盘1×10^7个）。", "每盘1×10^7个"),
    ],
)
def test_a_dose_is_told_whole(trials: Found, sentence: str, dose: str) -> None:
    facts = trials(f"一项试验纳入60例脑卒中患者。{sentence}\n")
    assert [value.rstrip("个") for value in _values(facts, "dose")] == [dose.rstrip("个")]


@pytest.mark.parametrize(
    "other",
    [
        "另一 72 名酒精性肝硬化病人之第二期試驗，經肝動脈注射自體骨髓 MSC，兩組間療效無差異。",
        "‧青光眼病人的小型研究（單臂，n＝9）：每天點藥 4 次。",
        "还有基因治疗——患儿注射载体后，6名中有5名恢复听力。",
    ],
)
def test_another_study_is_none_of_this_ones(trials: Found, other: str) -> None:
    facts = trials(f"Tsai 等人於 2019 年之試驗納入 219 名失代償性肝硬化病人，輸注臍帶 MSC。\n\n{other}\n")
    first = next(fact.study for fact in facts if fact.study and fact.study.get("n") == "219 名")
    lines = {fact.evidence.line for fact in facts if fact.study and fact.study.key == first.key}
    assert lines == {1}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("参加了一项随机对照试验（课题代号LANHUA-2），纳入60例脑卒中患者。", "LANHUA-2"),
        ("公布了代号为ISLET-1的I/II期临床试验的结果，12名患者接受移植。", "ISLET-1"),
        ("The pivotal trial, CLOSE-2, enrolled 246 patients with stroke.", "CLOSE-2"),
    ],
)
def test_a_study_goes_by_its_code(trials: Found, sentence: str, name: str) -> None:
    assert {fact.study.get("name") for fact in trials(f"{sentence}\n") if fact.study} == {name}


def test_what_english_tells_of_some_is_not_told_of_all(trials: Found) -> None:
    facts = trials(
        "A trial enrolled 84 patients with retinitis pigmentosa who received cord MSCs. "
        "In patients with a thickness above 130 microns (n=41), the gain was 16.3 letters.\n"
    )
    assert not _values(facts, "outcome")


def test_a_study_has_no_cells_from_the_name_of_its_journal(trials: Found) -> None:
    told = "韩国的团队在《Stem Cells Translational Medicine》上报告{}的一项随机对照试验，纳入38位秃发患者。\n"
    named = [
        {fact.study.get("cell_source") for fact in trials(told.format(of)) if fact.study}
        for of in ("", "脂肪干细胞")
    ]
    assert named == [{""}, {"脂肪干细胞"}]


@pytest.mark.parametrize(
    ("way", "route"),
    [
        ("静脉输注联合腰穿鞘内注射", "静脉输注联合腰穿鞘内注射"),
        ("静脉输注,疗程中配合鞘内注射", "静脉输注"),
    ],
)
def test_two_ways_that_are_joined_are_told_together(trials: Found, way: str, route: str) -> None:
    assert _values(trials(f"一项试验纳入25例脑卒中患者,{way}脐带间充质干细胞。\n"), "route") == [route]


def test_what_had_failed_before_is_no_comparator(trials: Found) -> None:
    text = "一项试验纳入25例常规治疗{}的脑卒中患者,静脉输注脐带间充质干细胞。\n"
    assert not _values(trials(text.format("无效")), "comparator")
    assert _values(
        trials("一项试验中25例脑卒中患者静脉输注脐带间充质干细胞,与常规治疗相比。\n"), "comparator"
    )


STUDY = "2021年的一项研究用脐带间充质干细胞治疗30例硬皮病患者。"


def test_when_an_adverse_event_came_and_what_relieved_it(trials: Found) -> None:
    facts = trials(f"{STUDY}3名患者在输注后24小时内出现低热,经物理降温后均缓解。\n")
    told = {fact.slot: (fact.subject, fact.value) for fact in facts if fact.slot in {"onset", "relief"}}
    assert told == {"onset": ("低热", "24小时内"), "relief": ("低热", "物理降温")}


def test_treatment_by_its_name_alone_tells_nothing_that_relieved(trials: Found) -> None:
    facts = trials(f"{STUDY}3名患者出现低热,经对症处理后缓解,2天后恢复。\n")
    assert not [fact for fact in facts if fact.slot in {"onset", "relief"}]


def test_the_size_of_a_control_group_is_not_the_studys(trials: Found) -> None:
    facts = trials("2021年的一项研究用脐带间充质干细胞治疗硬皮病。对照组20人,只做康复训练。\n")
    assert not _values(facts, "n")
    assert _values(facts, "comparator") == ["康复训练"]
    assert _values(trials("2021年的一项研究用脐带间充质干细胞治疗20名硬皮病患者。\n"), "n") == ["20名"]
