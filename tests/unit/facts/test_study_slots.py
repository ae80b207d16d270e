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
