"""What was found on safety is told whole, and how something changed with all that its sentence says of it."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import TRIAL, cards

ENGLISH = (
    "In 2021, 42 patients with Crohn's disease were randomized to adipose mesenchymal stem cells or placebo. "
)


def _safety(asked: dict[str, str], words: str = "安全性") -> str:
    return next((back for front, back in asked.items() if words in front), "")


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("未见肿瘤形成,也没有出现免疫排斥。", "未见肿瘤形成，没有出现免疫排斥"),
        (
            "注射部位疼痛9例,多数3天内缓解,没有出现严重不良反应。",
            "注射部位疼痛9例，多数3天内缓解，没有出现严重不良反应",
        ),
        ("沒有嚴重不良事件,但有2例出現發燒。", "沒有嚴重不良事件，但有2例出現發燒"),
        ("未见肿瘤形成;共记录不良事件21件。", "未见肿瘤形成，共记录不良事件21件"),
    ],
)
def test_all_that_stands_together_on_safety_is_one_answer(
    told: str, answer: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    assert _safety(cards(f"{TRIAL}{told}", tmp_path, knowledge)) == answer


def test_what_is_too_much_for_a_card_is_told_without_its_details_or_not_at_all(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    told = (
        "治疗后未见肿瘤形成,也没有出现排斥反应(graft rejection)。共记录不良事件48件,"
        "其中严重不良事件3件:穿刺道出血1例,肺炎1例,骨折1例。"
    )
    answer = _safety(cards(f"{TRIAL}{told}", tmp_path, knowledge))
    assert "严重不良事件3件" in answer
    assert "graft" not in answer
    assert "肺炎" not in answer


def test_events_of_a_kind_are_asked_by_it(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}出现严重感染7人(11%),包括肺部感染4人。", tmp_path, knowledge)
    assert _safety(asked, "严重感染包括哪些") == "肺部感染4人"


def test_that_nothing_bad_happened_is_no_card_by_itself(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{TRIAL}没有出现严重不良反应。", tmp_path, knowledge)
    assert not _safety(asked, "安全性方面")


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("The Mayo score improved with cells only.", "improved with cells only"),
        ("The Mayo score fell in both arms alike [12].", "fell in both arms alike"),
        ("The Mayo score improved with IT cells only.", "improved with IT cells only"),
    ],
)
def test_in_whom_something_changed_is_told_with_how(
    told: str, answer: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(f"{ENGLISH}{told}", tmp_path, knowledge)
    assert _safety(asked, "Mayo score change") == answer


def test_an_english_finding_keeps_what_it_is_told_of(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = cards(f"{ENGLISH}No serious adverse event was linked to the cells.", tmp_path, knowledge)
    assert _safety(asked, "safety") == "No serious adverse event was linked to the cells"


CASE = "一名52岁的女性系统性硬化症患者接受了间充质干细胞治疗。治疗后,{}面部的硬结逐渐变软消退。"


@pytest.mark.parametrize(
    ("before", "answer"),
    [
        ("张口不再受限,", "张口不再受限,面部的硬结逐渐变软消退"),
        ("她已停药4年,", "面部的硬结逐渐变软消退"),
        ("该报告显示,", "面部的硬结逐渐变软消退"),
    ],
)
def test_what_came_of_one_person_is_told_with_the_clauses_in_front(
    before: str, answer: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = cards(CASE.format(before), tmp_path, knowledge)
    assert [back for front, back in asked.items() if front.endswith("得到了什么结果？")] == [answer]
