"""What cells make, and by which traits they act, is asked of the treatment, and with what it is for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.study_cards import asked as asked_of

Asked = Callable[..., dict[str, str]]


@pytest.fixture
def notes(tmp_path: Path, knowledge: Knowledge) -> Asked:
    return lambda title, *lines: asked_of(tmp_path, knowledge, title, *lines)


@pytest.mark.parametrize(
    ("title", "line", "front"),
    [
        # each text tells other traits of them; of other cells, and in a disease, these are meant
        ("肝脏", "间充质干细胞由于其容易获得,高增殖能力以及归巢能力等有益特性,已用于多种疾病。", ""),
        ("肝脏", "间充质干细胞具有归巢、抗炎、再生和低免疫原性等特性。", ""),
        (
            "肝脏",
            "皱襞祖细胞具有归巢、抗炎和再生等特性。",
            "皱襞祖细胞具有哪些特性（举例）？",
        ),
        (
            "肝硬化的治疗",
            "间质干细胞具有分化与修复能力。",
            "治疗肝硬化时，间质干细胞凭借哪两种能力发挥作用？",
        ),
        ("肝脏", "间充质干细胞具有自我更新和分化为骨的能力。", "间充质干细胞具有哪两种能力？"),
        (
            "肝硬化的治疗",
            "间充质干细胞具有归巢、抗炎和再生特性。",
            "治疗肝硬化时，间充质干细胞凭借哪三种特性发挥作用？",
        ),
    ],
)
def test_traits_of_cells_that_have_many_are_asked_in_a_disease(
    title: str, line: str, front: str, notes: Asked
) -> None:
    asked = [one for one in notes(title, line) if "特性" in one or "能力" in one]
    assert asked == ([front] if front else [])


def test_a_molecule_that_cells_make_is_asked_as_theirs(notes: Asked) -> None:
    asked = notes("脱发的细胞治疗", "间充质干细胞释放CXCL12(吸引干细胞进入头皮组织的趋化因子)。")
    front = "间充质干细胞释放的CXCL12是什么样的趋化因子？"
    assert asked[front] == "吸引干细胞进入头皮组织的趋化因子"
    assert "什么是CXCL12？" not in asked
    asked = notes("脱发的细胞治疗", "头皮含有CXCL12(吸引干细胞进入头皮组织的趋化因子)。")
    assert asked["什么是CXCL12？"] == "吸引干细胞进入头皮组织的趋化因子"


@pytest.mark.parametrize(
    ("line", "front"),
    [
        (
            "间充质干细胞分泌HGF、VEGF和IGF-1等生物活性分子,刺激肝细胞增殖。",
            "在肝硬化中，间充质干细胞会分泌哪些生物活性分子来刺激肝细胞增殖（举例）？",
        ),
        (
            "间充质干细胞分泌HGF、VEGF和IGF-1等生长因子,刺激肝细胞增殖。",
            "在肝硬化中，间充质干细胞会分泌哪些生长因子（举例）？",
        ),
        (
            "间充质干细胞分泌HGF、VEGF和IGF-1等生物活性分子,白蛋白随之升高。",
            "在肝硬化中，间充质干细胞会分泌哪些生物活性分子（举例）？",
        ),
    ],
)
def test_of_a_wide_class_it_is_told_what_its_members_are_for(line: str, front: str, notes: Asked) -> None:
    assert [one for one in notes("肝硬化", line) if "会分泌" in one] == [front]


@pytest.mark.parametrize(
    ("title", "line", "front"),
    [
        ("肝硬化的细胞治疗", "间充质干细胞分泌HGF、VEGF等生长因子。", "治疗肝硬化时，间充质干细胞会分泌"),
        ("肝硬化的发病机制", "间充质干细胞分泌HGF、VEGF等生长因子。", "在肝硬化中，间充质干细胞会分泌"),
        ("肝硬化的细胞治疗", "衰老的星状细胞分泌IL-6、TNF-α等促炎因子。", "在肝硬化中，衰老的星状细胞会分泌"),
        (
            "肝硬化的发病机制",
            "间充质干细胞移植后,分泌HGF、VEGF等生长因子。",
            "在肝硬化中，移植的间充质干细胞会分泌",
        ),
    ],
)
def test_what_given_cells_do_is_asked_of_the_treatment(
    title: str, line: str, front: str, notes: Asked
) -> None:
    assert any(one.startswith(front) for one in notes(title, line))


@pytest.mark.parametrize(
    ("told", "answer"),
    [("IL-4、IL-10和TNF-β", "IL-4、IL-10"), ("IL-4、IL-10和TGF-β", "IL-4、IL-10和TGF-β")],
)
def test_what_furthers_inflammation_is_no_example_of_what_is_against_it(
    told: str, answer: str, notes: Asked
) -> None:
    asked = notes("肝硬化", f"间充质干细胞分泌{told}等抗炎因子。")
    assert [back for front, back in asked.items() if "抗炎因子" in front] == [answer]
