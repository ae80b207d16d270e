"""How often and for how long a treatment was given, which is no time at which anybody was looked at."""

import pytest

from tests.unit.facts.mechanism_claims import Found

CHINESE = "# 间充质干细胞治疗克罗恩病\n\n2020年的一项试验纳入48例克罗恩病患者。{}\n"
TRADITIONAL = "# 間充質幹細胞治療克隆氏症\n\n2020年的一項試驗納入48例克隆氏症患者。{}\n"
ENGLISH = "# Cells in Crohn's disease\n\nA trial in 2020 enrolled 48 patients with Crohn's disease. {}\n"
SLOTS = ("interval", "doses", "course", "followup", "followups")


def _told(found: Found, text: str) -> dict[str, str]:
    studies = {fact.study for fact in found(text) if fact.study}
    return {slot.name: slot.value for study in studies for slot in study.slots if slot.name in SLOTS}


@pytest.mark.parametrize(
    ("page", "sentence", "told"),
    [
        (
            CHINESE,
            "患者静脉输注骨髓间充质干细胞1×10^6个细胞/kg,每4周1次,共3次。",
            {"interval": "每4周1次", "doses": "3次"},
        ),
        (
            TRADITIONAL,
            "患者靜脈輸注骨髓間充質幹細胞,劑量為1×10^6個細胞/kg,每4週1次,共3次。",
            {"interval": "每4週1次", "doses": "3次"},
        ),
        (
            CHINESE,
            "患者每周1次静脉输注骨髓间充质干细胞,连续4周。",
            {"interval": "每周1次", "course": "4周"},
        ),
        (
            CHINESE,
            "患者接受骨髓间充质干细胞静脉输注,每2周一次,连续3次,随访12个月。",
            {"interval": "每2周一次", "doses": "3次", "followup": "12个月"},
        ),
        (
            CHINESE,
            "患者共接受3次骨髓间充质干细胞输注,间隔4周。",
            {"interval": "间隔4周", "doses": "3次"},
        ),
        (CHINESE, "患者在第0、4、8周各输注一次骨髓间充质干细胞。", {"interval": "第0、4、8周"}),
        (
            ENGLISH,
            "Patients received bone marrow mesenchymal stem cells once a week for 4 weeks.",
            {"interval": "once a week", "course": "4 weeks"},
        ),
        (
            ENGLISH,
            "Mesenchymal stem cells were given weekly for four weeks and patients were followed for 6 months.",
            {"interval": "weekly", "course": "four weeks", "followup": "6 months"},
        ),
        (
            ENGLISH,
            "Patients received three infusions of mesenchymal stem cells 4 weeks apart.",
            {"interval": "4 weeks apart", "doses": "three infusions"},
        ),
        (
            ENGLISH,
            "Mesenchymal stem cells were infused at weeks 0, 4 and 8.",
            {"interval": "at weeks 0, 4 and 8"},
        ),
    ],
)
def test_how_often_the_treatment_was_given(
    trials: Found, page: str, sentence: str, told: dict[str, str]
) -> None:
    assert _told(trials, page.format(sentence)) == told


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (CHINESE, "静脉输注骨髓间充质干细胞后,患者每3个月随访1次,共随访4次。"),
        (CHINESE, "治疗组输注骨髓间充质干细胞,对照组口服药物,每日2次。"),
        (CHINESE, "患者输注骨髓间充质干细胞后每年发作2次,共3次住院。"),
        (ENGLISH, "Patients treated with mesenchymal stem cells had no relapse for 12 months."),
        (ENGLISH, "Patients who received mesenchymal stem cells had had the disease for 5 years."),
        (ENGLISH, "Patients received one of four doses of mesenchymal stem cells."),
        (ENGLISH, "Mesenchymal stem cells were given within 12 months of diagnosis."),
        (ENGLISH, "Patients received mesenchymal stem cells; relapses were seen every 3 months."),
    ],
)
def test_what_else_happens_so_often_or_lasts_so_long(trials: Found, page: str, sentence: str) -> None:
    assert _told(trials, page.format(sentence)) == {}


def test_how_one_of_several_arms_was_treated_is_no_way_of_treating_all(trials: Found) -> None:
    facts = trials(
        "2021年,AURORA试验纳入90名脑瘫患儿,随机分成异体脐带血组(每公斤1亿个细胞,静脉单次)、脐带MSC组(每公斤200万个,静脉三次,"
        "间隔两个月)与安慰剂组。"
    )
    slots = {fact.slot for fact in facts}
    assert "n" in slots
    assert not slots & {"doses", "interval", "product", "cell_source"}


def test_any_single_dose_group_was_not_given_one_dose(trials: Found) -> None:
    facts = trials(
        "AURORA-3 enrolled 155 adults with frailty who received bone-marrow MSCs or placebo. "
        "The primary endpoint was not met in any single dose group."
    )
    assert facts
    assert "doses" not in {fact.slot for fact in facts}
