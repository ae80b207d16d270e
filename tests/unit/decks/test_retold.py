"""What a document tells twice is one question, with both places as its proof."""

from pathlib import Path

from sctui.model.card import Note
from sctui.pipeline import Knowledge, convert


def notes(text: str, folder: Path, knowledge: Knowledge) -> list[Note]:
    page = folder / "page.md"
    page.write_text(text, encoding="utf-8")
    return list(convert(page, knowledge).generation.notes)


NAMED = (
    "2021年，一项荟萃分析纳入了12项间充质干细胞治疗克罗恩病的研究，结果显示接受治疗患者的缓解率提高了23%。"
)


def test_a_figure_of_nobodys_study_is_that_of_the_named_one(tmp_path: Path, knowledge: Knowledge) -> None:
    again = "临床研究发现，接受间充质干细胞治疗的克罗恩病患者缓解率提高了23%。"
    found = [
        note
        for note in notes(f"# 克罗恩病\n\n{NAMED}\n\n{again}\n", tmp_path, knowledge)
        if "23%" in note.back
    ]
    assert [len(note.sources) for note in found] == [2]
    assert "荟萃分析" in found[0].front


def test_another_figure_of_nobodys_study_keeps_its_question(tmp_path: Path, knowledge: Knowledge) -> None:
    other = "临床研究发现，接受间充质干细胞治疗的克罗恩病患者复发率降低了23%。"
    found = [
        note
        for note in notes(f"# 克罗恩病\n\n{NAMED}\n\n{other}\n", tmp_path, knowledge)
        if "23%" in note.back
    ]
    assert [len(note.sources) for note in found] == [1, 1]


def test_the_longer_list_answers_for_the_shorter(tmp_path: Path, knowledge: Knowledge) -> None:
    page = (
        "# 骨關節炎\n\n間充質幹細胞可分泌VEGF和HGF等生長因子。\n\n"
        "MSC(間充質幹細胞)分泌VEGF、HGF和IGF-1等關鍵因子。\n"
    )
    found = [note for note in notes(page, tmp_path, knowledge) if "HGF" in note.back]
    assert [(note.back, len(note.sources)) for note in found] == [("VEGF、HGF和IGF-1", 2)]


def test_lists_of_other_cells_stay_apart(tmp_path: Path, knowledge: Knowledge) -> None:
    page = "# 骨關節炎\n\n間充質幹細胞可分泌VEGF和HGF等生長因子。\n\n造血幹細胞分泌VEGF、HGF和IGF-1等生長因子。\n"
    found = [note for note in notes(page, tmp_path, knowledge) if "HGF" in note.back]
    assert sorted(note.back for note in found) == ["VEGF、HGF和IGF-1", "VEGF和HGF"]


def test_a_gap_for_fewer_members_is_refused(tmp_path: Path, knowledge: Knowledge) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# 骨关节炎\n\n间充质干细胞激活PI3K/Akt和Wnt通路。\n\n此外，间充质干细胞可激活PI3K/Akt、Wnt和Notch通路。\n",
        "utf-8",
    )
    generation = convert(page, knowledge).generation
    assert [card.back for note in generation.notes for card in note.cards()] == ["PI3K/Akt、Wnt和Notch通路"]
    assert [refusal.item for refusal in generation.refused] == ["told more fully elsewhere"]


def test_one_change_told_twice_is_one_card(tmp_path: Path, knowledge: Knowledge) -> None:
    page = (
        "# 间充质干细胞治疗骨关节炎模型的效果\n\n1.因子水平:白细胞介素-10(IL-10)水平显著恢复,令人鼓舞。\n"
        "2.后续观察:经过一段时间以后,IL-10水平显著恢复,与之前一致。\n"
    )
    found = [note for note in notes(page, tmp_path, knowledge) if "恢复" in note.back]
    assert [len(note.sources) for note in found] == [2]


def test_the_one_example_of_a_kind_is_asked_as_one(tmp_path: Path, knowledge: Knowledge) -> None:
    page = "# 骨關節炎\n\n間充質幹細胞上調IL-10等抗炎細胞因子。\n"
    (front,) = (note.front for note in notes(page, tmp_path, knowledge) if note.back == "IL-10")
    assert front.endswith("哪種抗炎細胞因子（舉一例）？")


def test_the_merits_of_cells_told_twice_are_asked_once(tmp_path: Path, knowledge: Knowledge) -> None:
    page = (
        "# 細胞來源\n\n## 比較\n\n羊膜間充質幹細胞在呼吸功能障礙治療中更具優勢。\n\n"
        "羊膜來源MSCs在呼吸系統疾病和卵巢功能修復中展現優勢。\n"
    )
    found = [note for note in notes(page, tmp_path, knowledge) if "優勢" in note.front]
    assert [note.back for note in found] == ["呼吸系統疾病和卵巢功能修復"]


def test_what_is_damaged_is_left_out_of_what_a_treatment_is_better_in(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    page = (
        "# 炎症性肠病\n\n干细胞疗法相比于传统疗法在缓解炎症性肠病活动性和降低自身抗体集中度方面更胜一筹。\n"
    )
    (note,) = (note for note in notes(page, tmp_path, knowledge) if "传统疗法" in note.front)
    assert note.front == "在炎症性肠病中，与传统疗法相比，干细胞疗法在哪方面更有优势（举一例）？"
    assert note.back == "缓解炎症性肠病活动性（更胜一筹）"


def test_a_part_of_a_definition_is_no_gap(tmp_path: Path, knowledge: Knowledge) -> None:
    page = tmp_path / "page.md"
    line = "Premature ovarian failure (POF) pertains to the loss of ovarian function in women under the age of 40 years."
    page.write_text(f"# Ovaries\n\n{line}\n", encoding="utf-8")
    backs = [card.back for note in convert(page, knowledge).generation.notes for card in note.cards()]
    assert "loss of ovarian function in women under the age of 40 years" in backs
    assert "under the age of 40 years" not in backs


def test_what_a_measure_implies_is_asked_once(tmp_path: Path, knowledge: Knowledge) -> None:
    page = tmp_path / "page.md"
    lines = (
        "动物实验中,AMH水平恢复,意味着卵泡储备功能得到提升。\n\n小鼠的AMH水平恢复,这表明卵泡储备得到改善。"
    )
    page.write_text(f"# 卵巢早衰\n\n{lines}\n", encoding="utf-8")
    made = convert(page, knowledge).generation
    backs = [card.back for note in made.notes for card in note.cards() if "储备" in card.back]
    assert len(backs) <= 1
