"""Bare degrees of a column, asked of all rows at once."""

from pathlib import Path

import pytest

from sctui.model.card import Note
from sctui.pipeline import Knowledge, convert


def notes(folder: Path, knowledge: Knowledge, title: str, *lines: str) -> dict[str, Note]:
    page = folder / "page.md"
    page.write_text("\n".join((f"# {title}", "", *lines)) + "\n", encoding="utf-8")
    return {note.front: note for note in convert(page, knowledge).generation.notes if note.front}


def column(measure: str, *degrees: str) -> list[str]:
    names = ("牙髓", "胎盘", "经血", "滑膜")
    rows = (f"| {name}间充质干细胞 | {told} |" for name, told in zip(names, degrees, strict=False))
    return [f"| 细胞 | {measure} |", "|---|---|", *rows]


@pytest.mark.parametrize(
    ("degrees", "front", "back"),
    [
        (
            ("低", "极低", "低", "极低"),
            "在牙髓、胎盘、经血和滑膜间充质干细胞中，哪两种的免疫原性极低？",
            "胎盘和滑膜间充质干细胞（其余：低）",
        ),
        (
            ("低", "低", "高"),
            "在牙髓、胎盘和经血间充质干细胞中，哪种的免疫原性最高？",
            "经血间充质干细胞（高；其余：低）",
        ),
        (
            ("较低", "较高"),
            "牙髓和胎盘间充质干细胞的免疫原性各如何？",
            "牙髓间充质干细胞：较低；胎盘间充质干细胞：较高",
        ),
    ],
)
def test_a_column_is_asked_once(
    degrees: tuple[str, ...], front: str, back: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = notes(tmp_path, knowledge, "间充质干细胞的来源", *column("免疫原性", *degrees))
    assert {front: note.back for front, note in asked.items() if "免疫原性" in front} == {front: back}
    assert len(asked[front].sources) == len(degrees)  # each cell is proof


def test_who_alone_goes_far_is_asked_for_beside_the_choices(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = column("增殖能力", "极强", "强", "中等", "弱")
    asked = notes(tmp_path, knowledge, "间充质干细胞的来源", *rows)
    best = asked["在牙髓、胎盘、经血和滑膜间充质干细胞中，哪种的增殖能力最强？"]
    assert best.back == "牙髓间充质干细胞（极强）"
    assert set(asked["经血间充质干细胞的增殖能力如何？"].options) == {"极强", "弱"}
    assert "牙髓间充质干细胞的增殖能力如何？" not in asked


@pytest.mark.parametrize("degrees", [("低", "低", "低"), ("低",)])
def test_what_sets_no_row_apart_is_not_asked(
    degrees: tuple[str, ...], tmp_path: Path, knowledge: Knowledge
) -> None:
    asked = notes(tmp_path, knowledge, "间充质干细胞的来源", *column("免疫原性", *degrees))
    assert not any("免疫原性" in front for front in asked)


def test_degrees_with_their_reason_are_asked_one_by_one(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = column("采集便利性", "高（随胎盘娩出）", "中（须麻醉）", "高（无创）")
    asked = notes(tmp_path, knowledge, "间充质干细胞的来源", *rows)
    assert asked["胎盘间充质干细胞的采集便利性如何？"].back == "中（须麻醉）"
    assert not any("哪" in front for front in asked)


def test_a_degree_in_a_sentence_says_too_little(tmp_path: Path, knowledge: Knowledge) -> None:
    asked = notes(tmp_path, knowledge, "间充质干细胞的来源", "脂肪来源MSCs易获取,但分化能力较弱。")
    assert not any("分化能力" in front for front in asked)


def test_english_rows_are_named_too(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = (
        *("| Property | BMSCs | ADSCs | UC-MSCs WJ-MSCs |", "|---|---|---|---|"),
        *("| Homing | Low | Low | High |", "| Adhesion | Good | Good | Good |"),
    )
    asked = notes(tmp_path, knowledge, "Sources of mesenchymal stem cells", *rows)
    front = "Of BMSCs, ADSCs and UC-MSCs/WJ-MSCs, which have the highest homing?"
    assert asked[front].back == "UC-MSCs/WJ-MSCs (high; the others: low)"
    assert not any("adhesion" in front.lower() for front in asked)
