"""Bare degrees of a column, asked of all rows at once."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge
from tests.unit.decks.table_cards import notes


def column(measure: str, *degrees: str) -> list[str]:
    names = ("牙髓", "胎盘", "经血", "滑膜")
    rows = (f"| {name}间充质干细胞 | {told} |" for name, told in zip(names, degrees, strict=False))
    return [f"| 细胞 | {measure} |", "|---|---|", *rows]


@pytest.mark.parametrize(
    ("degrees", "front", "back"),
    [
        (
            ("低", "极低", "低", "极低"),
            "在牙髓、胎盘、经血和滑膜间充质干细胞中，哪两种免疫原性极低？",
            "胎盘和滑膜间充质干细胞（其余：低）",
        ),
        (
            ("低", "低", "高"),
            "在牙髓、胎盘和经血间充质干细胞中，哪种免疫原性最高？",
            "经血间充质干细胞（高；其余：低）",
        ),
        (
            ("较低", "较高"),
            "牙髓和胎盘间充质干细胞的免疫原性各如何？",
            "牙髓：较低；胎盘：较高",
        ),
    ],
)
def test_a_column_is_asked_once(
    degrees: tuple[str, ...], front: str, back: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = notes(tmp_path, knowledge, *column("免疫原性", *degrees))
    assert {front: note.back for front, note in asked.items() if "免疫原性" in front} == {front: back}
    assert len(asked[front].sources) == len(degrees)  # each cell is proof


def test_who_alone_goes_far_is_asked_for_beside_the_choices(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = column("增殖能力", "极强", "强", "中等", "弱")
    asked = notes(tmp_path, knowledge, *rows)
    best = asked["在牙髓、胎盘、经血和滑膜间充质干细胞中，哪种增殖能力最强？"]
    assert best.back == "牙髓间充质干细胞（极强）"
    assert set(asked["经血间充质干细胞的增殖能力如何？"].options) == {"极强", "弱"}
    assert "牙髓间充质干细胞的增殖能力如何？" not in asked


@pytest.mark.parametrize("degrees", [("低", "低", "低"), ("低",)])
def test_what_sets_no_row_apart_is_not_asked(
    degrees: tuple[str, ...], tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = notes(tmp_path, knowledge, *column("免疫原性", *degrees))
    assert not any("免疫原性" in front for front in asked)


def test_degrees_with_their_reason_are_asked_one_by_one(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = column("采集便利性", "高（随胎盘娩出）", "中（须麻醉）", "高（无创）")
    asked = notes(tmp_path, knowledge, *rows)
    assert asked["胎盘间充质干细胞的采集便利性如何？"].back == "中（须麻醉）"
    assert not any("哪" in front for front in asked)


def test_a_degree_in_a_sentence_says_too_little(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = notes(tmp_path, knowledge, "脂肪来源MSCs易获取,但分化能力较弱。")
    assert not any("分化能力" in front for front in asked)


def test_english_rows_are_named_too(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = (
        *("| Property | BMSCs | ADSCs | UC-MSCs WJ-MSCs |", "|---|---|---|---|"),
        *("| Homing | Low | Low | High |", "| Adhesion | Good | Good | Good |"),
    )
    asked = notes(tmp_path, knowledge, *rows)
    front = "Of BMSCs, ADSCs and UC-MSCs/WJ-MSCs, which have the highest homing?"
    assert asked[front].back == "UC-MSCs/WJ-MSCs (high; the others: low)"
    assert not any("adhesion" in front.lower() for front in asked)


def test_of_two_names_the_chinese_one_is_listed_and_what_does_not_fit_is_not_told(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    rows = (
        *("| 细胞 | 产量 |", "|---|---|", "| DPSC(牙髓干细胞) | 低 |", "| PSC(胎盘干细胞) | 高 |"),
        "| MenSC(经血干细胞) | 中等 |",
    )
    asked = notes(tmp_path, knowledge, *rows)
    best = asked["在牙髓、胎盘和经血干细胞中，哪种产量最高？"]
    assert best.back == "PSC(胎盘干细胞)（高）"  # the others are asked by choices
    rows = (
        *("| Source | Yield | Homing |", "|---|---|---|", "| Dental pulp | Low | Low |"),
        *("| Adipose tissue | High | High |", "| Umbilical cord blood | High | Moderate |"),
    )
    asked = notes(tmp_path, knowledge, *rows)
    front = "Of cells from dental pulp, adipose tissue and umbilical cord blood, which have the lowest yield?"
    assert asked[front].back == "cells from dental pulp (low; the others: high)"
    front = (
        "Of cells from dental pulp, adipose tissue and umbilical cord blood, which have the highest homing?"
    )
    assert asked[front].back == "cells from adipose tissue (high)"


def test_how_well_something_works_is_asked_in_its_disease(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = (
        *("| 疗法 | 疗效 |", "|---|---|", "| 牙髓干细胞 | 较好 |", "| 胎盘干细胞 | 中等 |"),
        *("| 经血干细胞 | 较好 |",),
    )
    asked = notes(tmp_path, knowledge, *rows, title="银屑病的细胞治疗")
    front = "在银屑病治疗中，牙髓、胎盘和经血干细胞相比，哪两种疗效较好？"
    assert asked[front].back == "牙髓和经血干细胞（胎盘：中等）"
