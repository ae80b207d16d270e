"""Gaps that ask for no more than the sentence leaves out, and claims that no gap can ask for."""

from pathlib import Path

import pytest

from sctui.pipeline import Knowledge, convert
from tests.unit.decks.study_cards import asked


def gaps(folder: Path, knowledge: Knowledge, *lines: str) -> dict[str, str]:
    page = folder / "page.md"
    page.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    notes = convert(page, knowledge).generation.notes
    return {card.front: card.back for note in notes for card in note.cards()}


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        (
            "干细胞分泌TSG-6,促使巨噬细胞从M1型转为M2型。",
            "干细胞分泌TSG-6,促使[哪种细胞]从M1型转为M2型",
            "巨噬细胞",
        ),
        ("外泌体促使巨噬细胞由M1型向M2型极化,减轻炎症。", "外泌体促使[哪种细胞]由M1型向M2型极化", "巨噬细胞"),
        (
            "Th17细胞分泌IL-17A,刺激成纤维细胞制造IL-6与TNF-α。",
            "Th17细胞分泌IL-17A,刺激成纤维细胞制造[哪两种细胞因子]",
            "IL-6与TNF-α",
        ),
        (
            "PGE2诱导间充质干细胞(MSC)向脂肪方向分化。",
            "PGE2诱导[哪种细胞]向脂肪方向分化",
            "间充质干细胞(MSC)",
        ),
        ("二甲双胍激活AMPK,延缓干细胞衰老。", "二甲双胍激活[哪种分子]", "AMPK"),
        ("肝硬化时TIMP-1升高,抑制MMP-1、MMP-13对胶原的降解。", "抑制[哪两种酶]对胶原的降解", "MMP-1、MMP-13"),
        (
            "间充质干细胞外泌体增加结肠组织中ZO-1、Occludin和Claudin-1的表达。",
            "增加结肠组织中[哪三种分子]的表达",
            "ZO-1、Occludin和Claudin-1",
        ),
        (
            "间充质干细胞外泌体可降低TNF-α和IL-1β的表达,增加Treg的数量。",
            "降低[哪两种细胞因子]的表达",
            "TNF-α和IL-1β",
        ),
        (
            "间充质干细胞外泌体可降低凋亡标志物STAT1、P53和Bax的表达。",
            "降低凋亡标志物[哪三个基因]的表达",
            "STAT1、P53和Bax",
        ),
        ("间充质干细胞不具共刺激分子 CD80/CD86。", "[哪种分子]", "共刺激分子 CD80/CD86"),
    ],
)
def test_a_gap_holds_what_is_asked_for(
    tmp_path: Path, knowledge: Knowledge, text: str, front: str, back: str
) -> None:
    found = gaps(tmp_path, knowledge, "# 银屑病", text)
    assert [answer for asked, answer in found.items() if front in asked] == [back]


@pytest.mark.parametrize(
    "text",
    [
        "MSC不抑制骨髓造血。",  # a merit
        "MSC不会增加感染的风险。",
        "左旋多巴能补充多巴胺,却不能阻止神经元死亡。",  # read in the name of the drug
    ],
)
def test_what_is_no_limit_and_what_is_read_is_not_asked(
    tmp_path: Path, knowledge: Knowledge, text: str
) -> None:
    found = gaps(tmp_path, knowledge, "# 银屑病", text)
    assert not [front for front, back in found.items() if "局限" in front or back == "多巴胺"]


@pytest.mark.parametrize(
    ("head", "cell", "front"),
    [
        ("Hospital stay", "2 days", "How long is the hospital stay for MSC?"),
        ("Treatment deaths", "very rare", "In psoriasis, what are the treatment deaths with MSC?"),
        ("Best suited to", "adults under 45", "In psoriasis, whom does MSC suit best?"),
        ("Matrix formed", "fibrous", "What is the matrix formed by MSC?"),
        ("Main drawback", "pain at the harvest site", "In psoriasis, what is the main drawback of MSC?"),
        ("Acts on", "macrophages", "In psoriasis, what does MSC act on?"),
        ("Evidence", "mice only", "In psoriasis, what evidence is there for MSC?"),
        ("Given:", "into a vein, twice", "In psoriasis, how is MSC given?"),
        ("Fertility", "no known effect", "In psoriasis, what effect does MSC have on fertility?"),
        ("Virus clearance", "delayed", "In psoriasis, what effect does MSC have on virus clearance?"),
        ("Storage", "liquid nitrogen", ""),
        ("Not for", "dry wounds", ""),
        ("Best suited to", "trial participants", ""),
        ("Chief concern", "few", ""),
        ("Immunosuppression needed", "yes, 60 days", ""),
    ],
)
def test_a_column_is_asked_in_its_own_words(
    tmp_path: Path, knowledge: Knowledge, head: str, cell: str, front: str
) -> None:
    rows = f"| Cells | {head} |\n|---|---|\n| MSC | {cell} |\n| iPSC astrocytes | none at all |\n"
    found = gaps(tmp_path, knowledge, "# Cell therapy for psoriasis", rows)
    assert [asked for asked, answer in found.items() if answer == cell] == ([front] if front else [])


def test_how_something_is_given_is_asked_so(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = "| 药品 | 给药 |\n|---|---|\n| 脐带MSC | 每周两次,8次 |\n| 骨髓MSC | 每月一次 |\n"
    found = gaps(tmp_path, knowledge, "# 银屑病的细胞治疗", rows)
    assert any(front.endswith("脐带MSC如何给药？") for front in found)


def test_what_becomes_of_a_thing_is_asked_as_an_effect(tmp_path: Path, knowledge: Knowledge) -> None:
    rows = "| 项目 | 脐带MSC | 地塞米松 |\n|---|---|---|\n| 病毒清除 | 不影响 | 延迟 |\n| 作用 | 修复屏障 | 抑制炎症 |\n"
    found = gaps(tmp_path, knowledge, "# 银屑病的细胞治疗", rows)
    assert found["在银屑病中，地塞米松对病毒清除有什么影响？"] == "延迟"
    assert not any("对作用" in front for front in found)


def test_a_name_from_the_start_of_a_sentence_is_small_within_one(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    text = "Deep brain grafting (DBG) relieves psoriasis in adults."
    rows = "| Treatment | Main risk |\n|---|---|\n| DBG | bleeding |\n| MSC | fever |\n"
    found = gaps(tmp_path, knowledge, "# Cell therapy for psoriasis", text, rows)
    assert "In psoriasis, what is the main risk of deep brain grafting (DBG)?" in found


def test_what_drives_a_thing_is_asked_within_it(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "脂肪干细胞能通过提供由旁分泌因子释放或胶原沉积驱动的支持性微环境,促进软骨细胞的再生。"
    cards = asked(tmp_path, knowledge, "骨关节炎", line)
    assert any("[提供由哪两种机制驱动的支持性微环境]" in front for front in cards)


def test_where_cells_are_that_no_lexicon_has_stays_beside_the_gap(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    line = "脂肪干细胞可以增加脾脏和腹股沟淋巴结中Tr1细胞的比例,从而减轻炎症。"
    cards = asked(tmp_path, knowledge, "克罗恩病", line)
    assert "Tr1细胞" in cards.values()


def test_what_another_molecule_does_is_left_out(tmp_path: Path, knowledge: Knowledge) -> None:
    line = "IL-10能抑制巨噬细胞,VEGF可促进内皮细胞增殖。"
    cards = asked(tmp_path, knowledge, "肾病", line)
    assert cards["在肾病中，IL-10能抑制[哪种细胞]"] == "巨噬细胞"
    one = asked(tmp_path, knowledge, "肾病", "IL-10能抑制巨噬细胞,减轻肾小管损伤。")
    assert one["在肾病中，IL-10能抑制[哪种细胞],减轻肾小管损伤"] == "巨噬细胞"
