"""Prose that sets one thing against another, and how it is asked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.pipeline import Knowledge, convert

Asked = Callable[[str], dict[str, str]]


@pytest.fixture
def asked(tmp_path: Path, knowledge: Knowledge) -> Asked:
    def of(text: str) -> dict[str, str]:
        page = tmp_path / "page.md"
        page.write_text(text + "\n", encoding="utf-8")
        notes = convert(page, knowledge).generation.notes
        return {note.front: note.back for note in notes if note.kind == "comparison" and note.front}

    return of


@pytest.mark.parametrize(
    ("text", "praise", "blame"),
    [
        (
            "# 角膜缘干细胞治疗干眼症\n\n与自体移植相比,异体移植虽现货供应、批次一致,但须防供者感染风险。",
            (
                "治疗干眼症时，与自体角膜缘干细胞移植相比，异体角膜缘干细胞移植的优势是什么？",
                "现货供应、批次一致",
            ),
            (
                "治疗干眼症时，与自体角膜缘干细胞移植相比，异体角膜缘干细胞移植的不足是什么？",
                "须防供者感染风险",
            ),
        ),
        (
            "儘管胚胎幹細胞分化能力強、來源穩定,但致瘤問題未解。",
            ("胚胎幹細胞的優勢是什麼？", "分化能力強、來源穩定"),
            ("胚胎幹細胞的不足是什麼？", "致瘤問題未解"),
        ),
        (
            "骨髓间充质干细胞虽然取材有创、疼痛明显,但应用成熟。",
            ("骨髓间充质干细胞的优势是什么？", "应用成熟"),
            ("骨髓间充质干细胞的不足是什么？", "取材有创、疼痛明显"),
        ),
        (
            "Although autologous cells are safe for the patient, they are slow to expand.",
            ("What advantages do autologous cells have?", "safe for the patient"),
            ("What drawbacks do autologous cells have?", "slow to expand"),
        ),
    ],
)
def test_of_two_clauses_one_praises(
    text: str, praise: tuple[str, str], blame: tuple[str, str], asked: Asked
) -> None:
    assert [praise, blame] == sorted(asked(text).items(), key=lambda pair: pair != praise)


@pytest.mark.parametrize(
    "text",
    [
        "异体细胞虽然来自供者,但用法相同。",  # which of them praises?
        "该疗法虽疗效持久,但成本较高。",  # of which treatment?
        "与自体移植相比,异体移植虽现货供应、批次一致,但排斥风险较高。",  # of what?
        "患者虽然年龄较大,但恢复较好。",  # no treatment
        "Although patients were safe, they had risks.",
    ],
)
def test_where_nothing_tells_which_praises_neither_is_asked(text: str, asked: Asked) -> None:
    assert not any("优势" in front or "advantage" in front for front in asked(text))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "在db/db小鼠中,β细胞明显减少,血糖随之升高;而在链脲佐菌素诱导的大鼠中,β细胞几乎完全消失。",
            ("临床前研究：在db/db小鼠中，β细胞有何变化？", "明显减少"),
            ("临床前研究：在链脲佐菌素诱导的大鼠中，β细胞有何变化？", "几乎完全消失"),
        ),
        (
            "在尼古丁诱导的牙周炎中,CD90+干细胞几乎完全消失;而高糖模型中,干细胞仍部分保留。",
            ("临床前研究：在尼古丁诱导的牙周炎中，CD90+干细胞有何变化？", "几乎完全消失"),
            ("临床前研究：在高糖诱导的牙周炎模型中，CD90+干细胞有何变化？", "仍部分保留"),
        ),
        (
            "在急性移植物抗宿主病中,調節性T細胞明顯減少;而在慢性移植物抗宿主病中,調節性T細胞仍部分保留。",
            ("在急性移植物抗宿主病中，調節性T細胞有何變化？", "明顯減少"),
            ("在慢性移植物抗宿主病中，調節性T細胞有何變化？", "仍部分保留"),
        ),
        (
            "In DSS colitis models, Lgr5+ stem cells were almost absent, whereas in TNBS models they persisted.",
            (
                "In preclinical work, what becomes of Lgr5+ stem cells in DSS colitis models?",
                "almost absent",
            ),
            ("In preclinical work, what becomes of Lgr5+ stem cells in TNBS models?", "persisted"),
        ),
    ],
)
def test_how_a_thing_fares_in_two_places(
    text: str, one: tuple[str, str], other: tuple[str, str], asked: Asked
) -> None:
    assert set(asked(text).items()) == {one, other}


def test_a_place_that_is_neither_model_nor_disease_is_none(asked: Asked) -> None:
    assert not asked("在第一周中,T细胞明显减少;而在第二周中,T细胞仍部分保留。")


def test_two_types_of_a_disease(asked: Asked) -> None:
    assert asked("缺血性脑卒中起病较缓慢,存在局部脑水肿。出血性脑卒中患者起病急骤,存在广泛脑水肿。") == {
        "缺血性脑卒中患者的起病如何？": "起病较缓慢",
        "出血性脑卒中患者的起病如何？": "起病急骤",
    }


def test_one_disease_alone_is_compared_with_none(asked: Asked) -> None:
    assert not asked("缺血性脑卒中起病较缓慢,存在局部脑水肿。肝硬化患者起病隐匿,存在广泛脑水肿。")


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        (
            "与神经干细胞「补零件」不同,间充质干细胞主要靠旁分泌抑制炎症。",
            "与神经干细胞「补零件」不同，间充质干细胞主要靠什么发挥作用？",
            "旁分泌抑制炎症",
        ),
        (
            "與骨髓MSC不同,神經幹細胞主要通過分化為神經元發揮作用。",
            "與骨髓MSC不同，神經幹細胞主要靠什麼發揮作用？",
            "分化為神經元",
        ),
        (
            "Unlike MSCs, which calm immune cells, neural stem cells work mainly by replacing neurons.",
            "Unlike MSCs, how do neural stem cells mainly act?",
            "by replacing neurons",
        ),
    ],
)
def test_how_one_acts_unlike_another(text: str, front: str, back: str, asked: Asked) -> None:
    assert asked(text)[front] == back
